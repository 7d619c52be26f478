//! The conflicts, origins and briefing of the four seed reports of the cancelled talks. Skipped where the seed pages are not at
//! hand.

use std::path::PathBuf;

use dateline_engine::brief::{BriefReport, brief, lay_out};
use dateline_engine::{Ownership, StoryReport, Studied, conflicts, propositions, read, study};
use dateline_model::{Briefing, Capture, Conflict, ConflictKind, OriginKind, Relation};

/// Page, and headline or first words of the report.
const REPORTS: &[(&str, &str)] = &[
    ("000", "why Japan pulled plug"),
    ("000", "Japan scraps US meeting"),
    ("001", "Japan Cancels US Security"),
    ("004", "Japan has cancelled a high-level meeting"),
];

/// Every conflict: kind, relation, words that some values on each side hold, and words of who says so.
const EXPECTED: &[(ConflictKind, Relation, [&str; 2], [&str; 2])] = &[
    (ConflictKind::Status, Relation::Contradicts, ["scrap", "postponed"], ["Financial", "US official"]),
    (ConflictKind::Figures, Relation::Superseded, ["3 per cent", "3.5 per cent"], ["three sources", "three sources"]),
    (ConflictKind::Figures, Relation::Contradicts, ["3.5 per cent", "5 percent"], ["three sources", "Nikkei"]),
    (
        ConflictKind::Denial,
        Relation::Contradicts,
        ["3.5 per cent", "had been discussed"],
        ["three sources", "Foreign Ministry official"],
    ),
];

#[allow(clippy::disallowed_methods)]
fn studied() -> Option<Vec<Studied>> {
    let folder = std::env::var_os("DATELINE_SEEDS")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared/seeds"), PathBuf::from);
    let files: Vec<PathBuf> =
        std::fs::read_dir(&folder).ok().into_iter().flatten().flatten().map(|file| file.path()).collect();
    let report = |(number, words): &(&str, &str)| {
        let is_page = |path: &&PathBuf| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(number));
        let bytes = std::fs::read(files.iter().find(is_page)?).ok()?;
        let meant = |text: Option<&str>| text.is_some_and(|text| text.contains(words));
        let mut articles = read(&Capture::of(bytes)).articles.into_iter();
        articles.find(|article| {
            let first = article.text.as_str().lines().next();
            meant(article.title.as_deref()) || article.title.is_none() && meant(first)
        })
    };
    let articles: Option<Vec<_>> = REPORTS.iter().map(report).collect();
    if articles.is_none() {
        println!("skipped: not all seeds are in {} (DATELINE_SEEDS names the folder)", folder.display());
    }
    Some(articles?.into_iter().map(study).collect())
}

/// The conflict as a person would read it.
fn told(reports: &[Studied], conflict: &Conflict) -> String {
    let mut lines = format!("{:?} {:?}\n", conflict.kind, conflict.relation);
    for side in &conflict.sides {
        for voice in &side.voices {
            let text = &reports[voice.statement.report].article.text;
            let source = voice.statement.source.as_ref().map_or("", |source| source.name.as_str());
            let (value, words) = (text.slice(voice.value), text.slice(voice.statement.span));
            lines.push_str(&format!("  ({}) {source}: {value} | {words}\n", voice.statement.report));
        }
        lines.push_str("  --\n");
    }
    lines
}

#[test]
fn the_conflicts_of_the_cancelled_talks_are_found_and_no_others() {
    let Some(reports) = studied() else { return };
    let views: Vec<StoryReport<'_>> = reports
        .iter()
        .map(|studied| StoryReport { article: &studied.article, annotations: &studied.annotations })
        .collect();
    let found = conflicts(&views, &propositions(&views));
    let listing: String = found.iter().map(|conflict| told(&reports, conflict)).collect();
    let is = |conflict: &Conflict, (kind, relation, values, sources): &(_, _, [&str; 2], [&str; 2])| {
        let side = |at: usize, value: &str, source: &str| {
            let voices = &conflict.sides[at].voices;
            let says = |words: &str| words.contains(source);
            let text = |report: usize| &reports[report].article.text;
            voices.iter().any(|voice| text(voice.statement.report).slice(voice.value).contains(value))
                && voices.iter().any(|voice| voice.statement.source.as_ref().is_some_and(|source| says(&source.name)))
        };
        let two = conflict.sides.len() == 2 && conflict.kind == *kind && conflict.relation == *relation;
        let order = |one: usize| side(one, values[0], sources[0]) && side(1 - one, values[1], sources[1]);
        two && (order(0) || order(1))
    };
    for expected in EXPECTED {
        assert!(found.iter().any(|conflict| is(conflict, expected)), "{expected:?} is not among\n{listing}");
    }
    assert_eq!(found.len(), EXPECTED.len(), "{listing}");
}

fn briefing() -> Option<(Vec<BriefReport>, Briefing)> {
    let report = |studied: Studied| BriefReport {
        article: studied.article,
        annotations: studied.annotations,
        copies: Vec::new(),
        arrived: 0,
    };
    let mut reports: Vec<BriefReport> = studied()?.into_iter().map(report).collect();
    let briefing = brief(&mut reports, &Ownership::default(), None);
    Some((reports, briefing))
}

#[test]
fn four_sites_are_not_four_origins() {
    let Some((_, briefing)) = briefing() else { return };
    let origins = &briefing.origins;
    assert_eq!(origins.reports, 4);
    let reports_of = |kind: OriginKind, name: &str, heard_by: Option<&str>| {
        let same = |origin: &&dateline_model::Origin| {
            origin.kind == kind && origin.name.contains(name) && origin.heard_by.as_deref() == heard_by
        };
        origins.origins.iter().filter(same).map(|origin| origin.reports).sum::<usize>()
    };
    assert_eq!(reports_of(OriginKind::Outlet, "Financial Times", None), 4, "{origins:#?}");
    assert_eq!(reports_of(OriginKind::Outlet, "Nikkei", None), 3);
    assert!(reports_of(OriginKind::Unnamed, "sources", Some("Financial Times")) >= 1);
    assert!(reports_of(OriginKind::Unnamed, "US official who asked not to be identified", Some("Reuters")) >= 2);
    assert_eq!(reports_of(OriginKind::Unnamed, "Japanese Foreign Ministry official", Some("Reuters")), 1);
    assert!(reports_of(OriginKind::Named, "Ishiba", None) >= 2);
    let headline = briefing.headline.as_ref().expect("a headline");
    assert!(headline.at_most < headline.also.len() + 1, "{headline:?}");
}

#[test]
fn the_briefing_has_the_dates_the_people_and_the_refusals() {
    let Some((reports, briefing)) = briefing() else { return };
    let words = |cited: &dateline_model::Cited| reports[cited.report].article.text.slice(cited.span).to_owned();
    let headline = briefing.headline.as_ref().map(|fact| words(&fact.sentence)).unwrap_or_default();
    assert!(
        ["cancelled", "canceled", "scrapped", "called off"].iter().any(|word| headline.contains(word)),
        "{headline}"
    );
    let days: Vec<&str> = briefing.timeline.iter().map(|day| day.date.as_str()).collect();
    for day in ["2025-06-20", "2025-07-01", "2025-07-20"] {
        assert!(days.contains(&day), "{days:?}");
    }
    for (name, role) in [
        ("Rubio", "Secretary of State"),
        ("Hegseth", "Secretary"),
        ("Iwaya", "Foreign Minister"),
        ("Nakatani", "Minister"),
        ("Colby", "third-most senior"),
        ("Ishiba", "Prime Minister"),
        ("Bruce", "State Department"),
    ] {
        let player = briefing.players.iter().find(|player| player.name.contains(name)).expect(name);
        assert!(player.roles.iter().any(|cited| words(cited).contains(role)), "{name}: {player:?}");
    }
    let unknown: Vec<String> = briefing.unknown.iter().map(words).collect();
    for who in ["Bruce", "Pentagon", "embassy in Washington"] {
        assert!(unknown.iter().any(|sentence| sentence.contains(who)), "{who}: {unknown:#?}");
    }
    let figures: Vec<String> = briefing.figures.iter().map(|figure| words(&figure.figure)).collect();
    assert!(
        figures.iter().any(|figure| figure.starts_with("3.5")) && figures.iter().any(|figure| figure.starts_with('5'))
    );
    let page = lay_out("Talks called off", &briefing, &reports);
    assert_eq!(page.references.len(), 4);
    let numbers = page.sections.iter().map(|section| section.part.heading()).collect::<Vec<_>>();
    assert!(numbers.contains(&"Where accounts differ") && numbers.contains(&"Where it comes from"), "{numbers:?}");
}

//! The conflicts among the four seed reports of the cancelled talks. Skipped where the seed pages are not at hand.

use std::path::PathBuf;

use dateline_engine::{StoryReport, Studied, conflicts, propositions, read, study};
use dateline_model::{Capture, Conflict, ConflictKind, Relation};

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

//! Claims of small stories followed back to where they end.

use dateline_model::{
    Annotations, Article, ArticleId, Claim, Form, OriginKind, Origins, Record, Source, SourceKind, Stance, Text, Via,
};
use dateline_story::{Ownership, TimelineReport, Tracer};

/// A report, and its claims as `source words | kind | via words;via words | content words`.
fn report(id: &str, outlet: &str, agency: Option<&str>, text: &str, claims: &[&str]) -> (Article, Annotations) {
    let mut article = Article::of(Text::new(text));
    article.id = ArticleId::new(id);
    article.outlet = Some(outlet.to_owned());
    article.agency = agency.map(str::to_owned);
    let span = |words: &str| {
        let at = text.find(words).unwrap_or_else(|| panic!("“{words}” does not stand in “{text}”"));
        article.text.span(at..at + words.len()).unwrap()
    };
    let claim = |line: &&str| {
        let fields: Vec<&str> = line.split('|').map(str::trim).collect();
        let kind = match fields[1] {
            "named" => SourceKind::Named,
            "unnamed" => SourceKind::Unnamed,
            "outlet" => SourceKind::Outlet,
            _ => SourceKind::Organisation,
        };
        let via = fields[2].split(';').map(str::trim).filter(|words| !words.is_empty());
        let source = Source { span: span(fields[0]), name: fields[0].to_owned(), kind, count: None, entity: None };
        Claim {
            span: span(fields[0]),
            form: Form::Indirect,
            stance: if fields[3].is_empty() { Stance::Declines } else { Stance::Asserts },
            record: Record::Unstated,
            cue: None,
            content: Some(fields[3]).filter(|words| !words.is_empty()).map(span).into_iter().collect(),
            source: Some(source),
            via: via.map(|words| Via { span: span(words), name: words.to_owned() }).collect(),
        }
    };
    let claims = claims.iter().map(claim).collect();
    (article, Annotations { claims, ..Annotations::default() })
}

fn origins(reports: &[(Article, Annotations)], copy_of: &[Option<usize>]) -> Origins {
    let views: Vec<TimelineReport<'_>> =
        reports.iter().map(|(article, annotations)| TimelineReport { article, annotations }).collect();
    Tracer::new(&views, copy_of, &Ownership::default()).finish()
}

fn told(origins: &Origins) -> Vec<String> {
    let told = origins.origins.iter().map(|origin| {
        let heard = origin.heard_by.as_ref().map(|outlet| format!(" heard by {outlet}")).unwrap_or_default();
        format!("{} {:?}{heard}: {}", origin.name, origin.kind, origin.reports)
    });
    told.collect()
}

#[test]
fn four_sites_that_carry_one_report_are_not_four_origins() {
    let cited = "The Financial Times reported that the talks were off. Three sources told the newspaper so.";
    let claims =
        ["The Financial Times | outlet | | the talks were off", "Three sources | unnamed | the newspaper | so"];
    let reports = [
        report("a", "Arab News", Some("Reuters"), cited, &claims),
        report("b", "Malay Mail", Some("Reuters"), cited, &claims),
        report("c", "Philstar", None, cited, &claims),
        report("d", "Reuters", None, cited, &claims),
    ];
    let found = origins(&reports, &[None, None, None, None]);
    assert_eq!((found.reports, found.outlets, found.at_most), (4, 4, 2));
    assert_eq!(told(&found), ["Financial Times Outlet: 4", "Three sources Unnamed heard by Financial Times: 4"]);
    let path = &found.origins[1].traces[0].path;
    assert_eq!(path, &["Arab News", "Reuters", "Financial Times"]);
}

#[test]
fn people_without_a_name_are_told_apart_by_who_heard_them() {
    let text = "A US official told Reuters that it was put off. A US official told Kyodo that it was not.";
    let claims = ["A US official | unnamed | Reuters | it was put off", "A US official | unnamed | Kyodo | it was not"];
    let found = origins(&[report("a", "Post", None, text, &claims)], &[None]);
    assert_eq!(
        told(&found),
        ["A US official Unnamed heard by Reuters: 1", "A US official Unnamed heard by Kyodo News: 1"]
    );
}

#[test]
fn a_copy_leads_to_whom_it_copies_and_refusals_are_no_origin() {
    let text = "Water is back, the council says. The mayor would not comment.";
    let none: [&str; 0] = [];
    let reports = [
        report("a", "Harbour Courier", None, text, &["The mayor | organisation | | "]),
        report("b", "Tide", None, text, &none),
    ];
    let found = origins(&reports, &[None, Some(0)]);
    assert_eq!(told(&found), ["Harbour Courier Outlet: 2"]);
    assert_eq!((found.outlets, found.at_most), (2, 1));
}

#[test]
fn outlets_of_one_owner_are_at_most_one_origin() {
    let text = "Nikkei reported that 5 per cent was asked. The FT reported that 3.5 per cent was asked.";
    let claims = ["Nikkei | outlet | | 5 per cent was asked", "The FT | outlet | | 3.5 per cent was asked"];
    let found = origins(&[report("a", "Post", None, text, &claims)], &[None]);
    assert_eq!(found.origins.len(), 2);
    assert_eq!(found.at_most, 1);
    assert!(found.origins.iter().all(|origin| origin.kind == OriginKind::Outlet));
}

#[test]
fn a_circle_of_copies_ends() {
    let none: [&str; 0] = [];
    let reports = [report("a", "Post", None, "One.", &none), report("b", "Mail", None, "One.", &none)];
    let found = origins(&reports, &[Some(1), Some(0)]);
    assert_eq!(found.reports, 2);
}

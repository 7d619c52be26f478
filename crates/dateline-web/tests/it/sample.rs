//! Hand-made values for pages: a ferry strike told by invented outlets.

use dateline_model::{
    Alteration, AlterationKind, Annotations, Article, ArticleId, Block, BlockKind, Body, Bound, Cell, Claim,
    Comparison, Dateline, Direction, Document, Edit, EditClass, Entity, EntityKind, Excerpt, Figure, Form, Item,
    Language, Mark, Mention, Moment, OriginKind, Part, Passage, PassageKind, Paths, Piece, Reason, Record, Reference,
    Role, Run, Section, Source, SourceKind, Span, Stance, Standing, Step, Stop, StoryId, Text, TimeKind, TimeRef, Via,
};
use dateline_store::{
    ArticlePage, ArticleSummary, CopyLink, Counted, Elsewhere, HeldRole, Hit, Order, Overview, RelatedStory,
    ReportLink, SearchPage, Snippet, SpeakerPage, SpeakerSummary, Statement, StoredReport, StoryPage, StorySummary,
    TopicPage,
};
use dateline_web::parts::frame::{Frame, Room};
use jiff::Timestamp;

/// The time at which the pages are looked at.
pub fn now() -> Timestamp {
    "2025-03-06T12:00:00Z".parse().unwrap()
}

pub fn frame(room: Room) -> Frame {
    let overview = Overview {
        reports: 1_204,
        outlets: 3,
        stories: 1,
        newest: Some(at("2025-03-06T09:30:00Z")),
        notice: Some("This is a sample.".to_owned()),
    };
    Frame::new(overview, now(), room)
}

pub fn at(words: &str) -> Moment {
    words.parse().unwrap()
}

pub fn counted(name: &str, reports: u64) -> Counted {
    Counted { name: name.to_owned(), reports }
}

pub fn story(id: u64, headline: &str) -> StorySummary {
    StorySummary {
        id: StoryId(id),
        headline: headline.to_owned(),
        headline_article: ArticleId::new("a1"),
        lead: "Crews of the night ferries stayed ashore on Monday.".to_owned(),
        reports: 5,
        copies: 2,
        outlets: vec![counted("Harbour Courier", 3), counted("Coastline Radio", 1), counted("湾岸日報", 1)],
        first: Some(at("2025-03-03T05:10:00Z")),
        newest: Some(at("2025-03-06T09:30:00Z")),
    }
}

pub fn report(id: &str, outlet: &str, headline: &str, published: &str) -> ArticleSummary {
    ArticleSummary {
        id: ArticleId::new(id),
        headline: headline.to_owned(),
        series: None,
        lead: format!("What {outlet} opens with."),
        outlet: Some(outlet.to_owned()),
        agency: None,
        section: Some("Transport".to_owned()),
        published: (!published.is_empty()).then(|| at(published)),
        language: Some("en".to_owned()),
        url: None,
        story: Some(StoryId(7)),
        copy_of: None,
        revisions: 1,
    }
}

pub fn link(id: &str, outlet: &str, share: f32) -> CopyLink {
    CopyLink {
        article: ArticleId::new(id),
        outlet: Some(outlet.to_owned()),
        headline: format!("From {outlet}"),
        share,
        direction: Some(Direction::Earlier { seconds: 7_200 }),
    }
}

fn copying(mut report: ArticleSummary, of: &str, outlet: &str, share: f32) -> ArticleSummary {
    report.copy_of = Some(link(of, outlet, share));
    report
}

/// Five reports over three days, newest first: two of them copies, the second a copy of the first copy; one Japanese;
/// one without a time.
pub fn story_page() -> StoryPage {
    let original = report("a1", "Harbour Courier", "Night ferries stay in port", "2025-03-03T05:10:00Z");
    let copy = copying(
        report("c1", "Coastline Radio", "Ferries stay in port at night", "2025-03-03T06:00:00Z"),
        "a1",
        "Harbour Courier",
        0.96,
    );
    let second = copying(
        report("c2", "Island Morning", "No ferries at night", "2025-03-03T07:45:00Z"),
        "c1",
        "Coastline Radio",
        0.81,
    );
    let mut japanese = report("w/1", "湾岸日報", "夜間フェリー、三日目も欠航", "2025-03-06T18:30:00+09:00");
    japanese.language = Some("ja".to_owned());
    japanese.revisions = 2;
    let undated = report("u1", "Harbour Courier", "A note without a date", "");
    StoryPage {
        story: story(7, "Night ferries stay in port"),
        reports: vec![japanese, second, copy, original, undated],
        tags: vec![counted("ferries", 4), counted("2+2/odd tag", 1)],
        reasons: vec![
            Reason::Terms { similarity: 0.52, shared: vec!["フェリー".to_owned(), "欠航".to_owned()] },
            Reason::Copy { of: "c1".to_owned(), share: 0.81 },
            Reason::Copy { of: "a1".to_owned(), share: 0.96 },
            Reason::New,
            Reason::Series { title: "Strike, as it happens".to_owned() },
        ],
        related: vec![RelatedStory {
            story: story(9, "Bus drivers to vote"),
            shared: vec!["Harbour".to_owned(), "drivers".to_owned()],
            order: Some(Order::Before),
        }],
        speakers: Vec::new(),
    }
}

/// A body with every kind of block.
pub fn article() -> Article {
    let lines: &[(&str, Option<BlockKind>)] = &[
        ("HULL, March 3 (CW) - Crews of the night ferries stayed ashore on Monday.", None),
        ("What the crews want", Some(BlockKind::Heading3)),
        ("Longer rest between crossings", Some(BlockKind::ListItem)),
        ("Pay for waiting", Some(BlockKind::ListItem)),
        ("We sleep four hours.", Some(BlockKind::Quotation)),
        ("Port | Crossings", Some(BlockKind::TableRow)),
        ("Hull | 0 of 3", Some(BlockKind::TableRow)),
        ("A ferry at the quay", Some(BlockKind::Caption)),
        ("The company said <talks> & \"mediation\" would go on.", None),
    ];
    let words: Vec<&str> = lines.iter().map(|(line, _)| *line).collect();
    let mut article = Article::of(Text::new(&words.join("\n")));
    let spans: Vec<_> = article.text.lines().collect();
    let marked = spans.into_iter().zip(lines).filter_map(|(span, (_, kind))| kind.map(|kind| Block { span, kind }));
    article.blocks = marked.collect();
    let span = article.text.span(0..18).unwrap();
    article.dateline = Some(Dateline { span, place: "HULL".to_owned(), date: None, agency: None });
    article.id = ArticleId::new("odd/id?\"1\"");
    article.url = Some("https://courier.example/ferries?a=1&b=2".to_owned());
    article.outlet = Some("Harbour Courier".to_owned());
    article.title = Some("Night ferries stay in port".to_owned());
    article.bylines = vec!["Ann Lee".to_owned(), "Bo Ray".to_owned()];
    article.agency = Some("CW".to_owned());
    article.published = Some(at("2025-03-03T06:10:00+01:00"));
    article.modified = Some(at("2025-03-04T06:10:00Z"));
    article.language = Language::new("en");
    article.section = Some("Transport".to_owned());
    article.tags = vec!["ferries".to_owned()];
    article
}

pub fn article_page() -> ArticlePage {
    let mut summary = report("odd/id?\"1\"", "Harbour Courier", "Night ferries stay in port", "2025-03-03T05:10:00Z");
    summary.revisions = 2;
    ArticlePage {
        article: article(),
        annotations: None,
        summary,
        story: Some(story(7, "Night ferries stay in port")),
        reason: Some(Reason::Copy { of: "m/1".to_owned(), share: 0.92 }),
        copies: vec![link("m/1", "Meridian", 0.92)],
        quotations: vec![ReportLink {
            article: ArticleId::new("q1"),
            outlet: None,
            headline: "What was <said>".to_owned(),
        }],
        copied_by: vec![link("c1", "Coastline Radio", 0.96)],
        also: vec![report("e1", "Island <i>Radio</i>", "Talks & ferries", "2025-03-04")],
        withdrawn: None,
        capture: Some("ab".repeat(32)),
    }
}

pub fn topic_page() -> TopicPage {
    let mut long = article();
    let paragraph = "The port expects the boats to sail again before the weekend, it said in a note. ".repeat(4);
    long.text = Text::new(&vec![paragraph; 8].join("\n"));
    long.blocks = Vec::new();
    long.dateline = None;
    let mut copy = report("c1", "Coastline Radio", "Ferries stay in port at night", "2025-03-05");
    copy.copy_of = Some(link("a1", "Harbour Courier", 0.96));
    TopicPage {
        name: "ferries".to_owned(),
        total: 45,
        reports: vec![
            (copy, article()),
            (report("a1", "Harbour Courier", "Night ferries stay in port", "2025-03-03T05:10:00Z"), long),
        ],
        related: vec![counted("strikes", 3)],
    }
}

pub fn search_page() -> SearchPage {
    let parts = [("Crews of the night ", false), ("ferries", true), (" stayed <ashore>", false)];
    let parts = parts.map(|(words, wanted)| (words.to_owned(), wanted)).to_vec();
    let article = report("a1", "Harbour Courier", "Night ferries stay in port", "2025-03-03T05:10:00Z");
    SearchPage { total: 41, hits: vec![Hit { article, snippet: Snippet { parts } }] }
}

/// The first place of `words`, where there is one.
fn place(text: &Text, words: &str) -> Option<Span> {
    let start = text.as_str().find(words)?;
    text.span(start..start + words.len())
}

/// What "The company said …" comes to, in any text that has it.
pub fn annotations(text: &Text) -> Annotations {
    let mut found = Annotations { sentences: text.lines().collect(), ..Annotations::default() };
    let (Some(source), Some(cue)) = (place(text, "The company"), place(text, "said")) else { return found };
    let Some(line) = text.lines().find(|line| line.start() <= source.start() && source.start() < line.end()) else {
        return found;
    };
    let content = text.span(cue.end() + 1..line.end()).unwrap();
    found.entities =
        vec![Entity { name: "Ferry Company".to_owned(), kind: EntityKind::Organisation, roles: Vec::new() }];
    found.mentions = vec![Mention { span: source, kind: EntityKind::Organisation, entity: 0, role: None }];
    found.claims = vec![Claim {
        span: line,
        form: Form::Indirect,
        stance: Stance::Asserts,
        record: Record::Unstated,
        cue: Some(cue),
        content: vec![content],
        source: Some(Source {
            span: source,
            name: "Ferry Company".to_owned(),
            kind: SourceKind::Organisation,
            count: None,
            entity: Some(0),
        }),
        via: Vec::new(),
    }];
    found
}

/// A report in which one claim lies in another, with a name, a figure and a date in them.
pub fn told() -> (Article, Annotations) {
    let mut article = article();
    let words = "Mail of Monday said that Ann Lee, the pilot, denied <ever> asking for 3 million euros.\n“No,” three officials told it.";
    article.text = Text::new(words);
    (article.blocks, article.dateline) = (Vec::new(), None);
    let text = &article.text;
    let at = |words: &str| place(text, words).unwrap();
    let source = |words: &str, kind, count, entity| {
        let span = at(words);
        Some(Source { span, name: words.to_owned(), kind, count, entity })
    };
    let claim = |span: Span, stance, cue: &str, content: &str, source| Claim {
        span,
        form: Form::Indirect,
        stance,
        record: Record::Unstated,
        cue: Some(at(cue)),
        content: vec![at(content)],
        source,
        via: Vec::new(),
    };
    let first = text.lines().next().unwrap();
    let inner = at("Ann Lee, the pilot, denied <ever> asking for 3 million euros");
    let last = text.lines().nth(1).unwrap();
    let mut claims = vec![
        claim(first, Stance::Asserts, "said", text.slice(inner), source("Mail", SourceKind::Outlet, None, None)),
        claim(
            inner,
            Stance::Denies,
            "denied",
            "<ever> asking for 3 million euros",
            source("Ann Lee", SourceKind::Named, None, Some(0)),
        ),
        claim(last, Stance::Declines, "told", "No,", source("three officials", SourceKind::Unnamed, Some(3), None)),
    ];
    claims[1].via = vec![Via { span: at("Mail"), name: "Mail".to_owned() }];
    claims[2].form = Form::Direct;
    claims[2].record = Record::OnBackground;
    let role = Role { span: at("the pilot"), past: false };
    let found = Annotations {
        sentences: text.lines().collect(),
        mentions: vec![Mention { span: at("Ann Lee"), kind: EntityKind::Person, entity: 0, role: Some(role.clone()) }],
        entities: vec![Entity { name: "Ann Lee".to_owned(), kind: EntityKind::Person, roles: vec![role] }],
        figures: vec![Figure {
            span: at("3 million euros"),
            value: 3e6,
            to: None,
            unit: "EUR",
            bound: Bound::Exact,
            of: None,
            from: None,
        }],
        times: vec![TimeRef { span: at("Monday"), value: "2025-03-03".to_owned(), kind: TimeKind::Date }],
        claims,
        ..Annotations::default()
    };
    (article, found)
}

pub fn speaker_page() -> SpeakerPage {
    let part = |words: &str, wanted| (words.to_owned(), wanted);
    let statement = |id: &str, published: &str, others: usize| Statement {
        article: report(id, "Mail <b>", "Ferry pilots speak", published),
        claim: 2,
        stance: Stance::Denies,
        passage: Snippet { parts: vec![part("Ann Lee denied ", false), part("<ever> asking", true), part(".", false)] },
        via: vec!["Meridian".to_owned()],
        elsewhere: (0..others)
            .map(|number| Elsewhere {
                article: ArticleId::new(&format!("e/{number}")),
                outlet: Some(format!("Outlet {number}")),
                claim: 7,
            })
            .collect(),
    };
    SpeakerPage {
        speaker: SpeakerSummary { name: "Ann \"A\" Lee/1".to_owned(), kind: SourceKind::Named, reports: 4 },
        written: vec!["Lee Ann".to_owned()],
        roles: vec![HeldRole {
            words: "harbour pilot".to_owned(),
            past: true,
            article: report("r", "Mail", "Ferry pilots speak", "2025-03-03"),
        }],
        stories: vec![story(7, "Night ferries stay in port")],
        statements: vec![
            statement("a/1", "2025-03-05T10:00:00Z", 5),
            statement("a/2", "2025-03-05T09:00:00Z", 4),
            statement("a/3", "", 0),
        ],
        more: true,
    }
}

/// A briefing of the first words of each report, and of what needs care in it.
pub fn brief(title: &str, reports: Vec<StoredReport>, since: &str) -> Document {
    let reference = |report: &StoredReport| Reference {
        id: report.article.id.to_string(),
        outlet: report.article.outlet.clone().unwrap_or_default(),
        title: report.article.title.clone().unwrap_or_default(),
        published: String::new(),
        url: String::new(),
    };
    let words = |report: &StoredReport| report.article.text.as_str().lines().next().unwrap_or_default().to_owned();
    let said = |(at, report): (usize, &StoredReport)| Cell { words: words(report), references: vec![at + 1, 99] };
    let item = |said: Cell| Item { label: "A & B".to_owned(), note: "1 outlet".to_owned(), said, inner: Vec::new() };
    let cells: Vec<Cell> = reports.iter().enumerate().map(said).collect();
    let stop = |name: &str, kind| Stop { name: name.to_owned(), kind, claims: 2 };
    let columns = vec![vec![stop("A & B", None)], vec![stop("Harbour <office>", Some(OriginKind::Organisation))]];
    let step = Step { from: (0, 0), to: (1, 0), claims: 2 };
    let side = |cell: &Cell| Item { label: "late".to_owned(), said: cell.clone(), ..Item::default() };
    let differ = Item { label: "Status".to_owned(), inner: cells.iter().map(side).collect(), ..Item::default() };
    Document {
        title: title.to_owned(),
        numbers: "at most 1 independent origin".to_owned(),
        at_most: 1,
        is_partial: since.parse::<u64>().is_ok(),
        sections: vec![
            Section { part: Part::Reported, body: Body::Items(cells.iter().cloned().map(item).collect()) },
            Section { part: Part::Differ, body: Body::Items(vec![differ]) },
            Section {
                part: Part::Players,
                body: Body::Table { head: vec!["Name"], rows: cells.iter().cloned().map(|cell| vec![cell]).collect() },
            },
            Section { part: Part::Timeline, body: Body::Items(cells.iter().cloned().map(item).collect()) },
            Section { part: Part::Origins, body: Body::Items(cells.into_iter().map(item).collect()) },
        ],
        paths: Paths { columns, steps: vec![step] },
        references: reports.iter().map(reference).collect(),
        cursor: 17,
    }
}

/// The first words of both, as far as they go together.
pub fn align(here: &Text, there: &Text) -> Vec<Passage> {
    let common = here.as_str().bytes().zip(there.as_str().bytes()).take_while(|(one, other)| one == other).count();
    let passage = |text: &Text| text.span(0..common);
    let passage = passage(here).zip(passage(there)).filter(|_| common > 0);
    passage.map(|(here, there)| Passage { here, there, kind: PassageKind::Copied }).into_iter().collect()
}

/// Compares texts word by word where they stand at the same place.
pub fn compare(before: &Article, after: &Article) -> Comparison {
    let words = |text: &Text| -> Vec<Span> {
        let mut end = 0;
        let span = |word: &str| {
            let start = end + text.as_str()[end..].find(word)?;
            end = start + word.len();
            text.span(start..end)
        };
        text.as_str().split_whitespace().filter_map(span).collect()
    };
    let (old, new) = (words(&before.text), words(&after.text));
    let mut runs: Vec<Run> = Vec::new();
    for (&before_word, &after_word) in old.iter().zip(&new) {
        let run = |mark, before, after| Run { mark, before, after };
        if before.text.slice(before_word) == after.text.slice(after_word) {
            runs.push(run(Mark::Same, before_word, after_word));
        } else {
            runs.push(run(Mark::Gone, before_word, Span::default()));
            runs.push(run(Mark::New, Span::default(), after_word));
        }
    }
    let (before, after) = (before.text.whole(), after.text.whole());
    Comparison { pieces: vec![Piece { standing: Standing::Kept, before, after, runs }] }
}

/// A silent edit: 12 became 14.
pub fn edit() -> Edit {
    let excerpt = |text: &str| Some(Excerpt { text: text.to_owned(), start: 9, end: 11 });
    let alteration = Alteration { kind: AlterationKind::Figure, before: excerpt("12"), after: excerpt("14") };
    Edit { class: EditClass::SilentEdit, weight: 55, alterations: vec![alteration], ..Edit::reread() }
}

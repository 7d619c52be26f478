//! Lays a briefing out.

use std::collections::BTreeMap;

use dateline_model::{
    Answered, Article, Body, Briefing, BriefingDay, Cell, Cited, Conflict, ConflictKind, Document, Fact, Item, Origin,
    OriginKind, Part, Reference, Relation, Section, Statement,
};

use super::BriefReport;
use super::groups::{Group, groups};
use super::paths::paths;

/// Lays out `briefing`, which was made from `reports`, under the headline of the story.
#[must_use]
pub fn lay_out(title: &str, briefing: &Briefing, reports: &[BriefReport]) -> Document {
    let groups = groups(reports);
    let layout = Layout::new(briefing, &groups, reports);
    let sections = [
        (Part::Short, items(briefing.headline.iter().map(|fact| layout.fact(fact)))),
        (Part::Reported, items(briefing.known.iter().map(|fact| layout.fact(fact)))),
        (Part::Differ, items(briefing.contested.iter().map(|conflict| layout.conflict(conflict)))),
        (Part::Unknown, items(briefing.unknown.iter().map(|&cited| layout.sentence(cited)))),
        (Part::Players, layout.players(briefing)),
        (Part::Figures, layout.figures(briefing)),
        (Part::Background, items(briefing.background.iter().map(|day| layout.day(day)))),
        (Part::Timeline, items(briefing.timeline.iter().map(|day| layout.day(day)))),
        (Part::Questions, items(briefing.questions.iter().map(|answered| layout.answered(answered)))),
        (Part::Copies, items(groups.iter().map(|group| layout.copies(group)))),
        (Part::Origins, items(briefing.origins.origins.iter().take(ORIGINS).map(|origin| layout.origin(origin)))),
    ];
    let says = |section: &Section| match &section.body {
        Body::Items(items) => !items.is_empty(),
        Body::Table { rows, .. } => !rows.is_empty(),
    };
    let origins = &briefing.origins;
    Document {
        title: title.to_owned(),
        numbers: format!(
            "{}, {}, {}",
            count(origins.reports, "report"),
            count(origins.outlets, "outlet"),
            at_most(origins.at_most)
        ),
        at_most: origins.at_most,
        is_partial: briefing.is_partial,
        sections: sections.map(|(part, body)| Section { part, body }).into_iter().filter(says).collect(),
        paths: paths(&origins.origins[..origins.origins.len().min(ORIGINS)]),
        references: layout.references(),
        cursor: reports.iter().map(|report| report.arrived).max().unwrap_or_default(),
    }
}

/// So many origins are listed.
const ORIGINS: usize = 24;

fn items(items: impl Iterator<Item = Item>) -> Body {
    Body::Items(items.collect())
}

fn count(number: usize, word: &str) -> String {
    if number == 1 { format!("1 {word}") } else { format!("{number} {word}s") }
}

fn at_most(origins: usize) -> String {
    format!("at most {}", count(origins, "independent origin"))
}

/// Words that no report is cited for.
fn plain(words: String) -> Cell {
    Cell { words, references: Vec::new() }
}

fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The headline, or for want of one the first words.
fn headline(article: &Article) -> String {
    match &article.title {
        Some(title) => one_line(title),
        None => {
            let words: Vec<&str> = article.text.as_str().split_whitespace().take(FIRST_WORDS).collect();
            format!("{} …", words.join(" "))
        }
    }
}

/// A report without a headline is named by so many of its first words.
const FIRST_WORDS: usize = 12;

struct Layout<'a> {
    reports: &'a [BriefReport],
    /// The number of each report that is cited.
    numbers: BTreeMap<usize, usize>,
}

impl<'a> Layout<'a> {
    fn new(briefing: &Briefing, groups: &[Group], reports: &'a [BriefReport]) -> Layout<'a> {
        let mut numbers = BTreeMap::new();
        let traces = briefing.origins.origins.iter().take(ORIGINS).flat_map(|origin| &origin.traces);
        let texts = groups
            .iter()
            .flat_map(|group| group.original.iter().copied().chain(group.copies.iter().map(|copy| copy.0)));
        let cited = briefing.cited().map(|cited| cited.report);
        for report in cited.chain(texts).chain(traces.map(|trace| trace.report)) {
            let next = numbers.len() + 1;
            numbers.entry(report).or_insert(next);
        }
        Layout { reports, numbers }
    }

    fn references(&self) -> Vec<Reference> {
        let mut ordered: Vec<(usize, usize)> = self.numbers.iter().map(|(&report, &number)| (number, report)).collect();
        ordered.sort_unstable();
        let reference = |(_, report): (usize, usize)| {
            let article = &self.reports[report].article;
            Reference {
                id: article.id.to_string(),
                outlet: article.outlet.clone().unwrap_or_default(),
                title: headline(article),
                published: article.published.map(|published| published.day().to_string()).unwrap_or_default(),
                url: article.url.clone().unwrap_or_default(),
            }
        };
        ordered.into_iter().map(reference).collect()
    }

    fn number(&self, report: usize) -> usize {
        self.numbers.get(&report).copied().unwrap_or_default()
    }

    fn words(&self, cited: Cited) -> String {
        one_line(self.reports[cited.report].article.text.slice(cited.span))
    }

    fn cell(&self, cited: Cited) -> Cell {
        Cell { words: self.words(cited), references: vec![self.number(cited.report)] }
    }

    fn sentence(&self, cited: Cited) -> Item {
        Item { said: self.cell(cited), ..Item::default() }
    }

    fn fact(&self, fact: &Fact) -> Item {
        let mut said = self.cell(fact.sentence);
        said.references.extend(fact.also.iter().map(|cited| self.number(cited.report)));
        let note = match said.references.len() {
            1 => String::new(),
            reports => {
                format!("{}, {}, {}", count(reports, "report"), count(fact.outlets, "outlet"), at_most(fact.at_most))
            }
        };
        Item { said, note, ..Item::default() }
    }

    fn conflict(&self, conflict: &Conflict) -> Item {
        let (report, about) = conflict.about;
        let kind = match conflict.kind {
            ConflictKind::Status => "Status",
            ConflictKind::Figures => "Figures",
            ConflictKind::Denial => "Denial",
            ConflictKind::Responsibility => "Responsibility",
            ConflictKind::Date => "Date",
            ConflictKind::Place => "Place",
        };
        let note = match conflict.relation {
            Relation::Contradicts => "",
            Relation::Superseded => "told one after the other: the last is the newest",
        };
        let side = |side: &dateline_model::Side| {
            let first = side.voices.first()?;
            let said = &first.statement;
            let mut cell = self.cell(Cited { report: said.report, span: said.sentence });
            let others = side.voices[1..].iter().map(|voice| self.number(voice.statement.report));
            cell.references.extend(others);
            cell.references.dedup();
            let label = self.words(Cited { report: said.report, span: first.value });
            Some(Item { label, said: cell, note: self.said_by(said), inner: Vec::new() })
        };
        Item {
            label: kind.to_owned(),
            said: plain(self.words(Cited { report, span: about })),
            note: note.to_owned(),
            inner: conflict.sides.iter().filter_map(side).collect(),
        }
    }

    /// Who says it, through whom.
    fn said_by(&self, statement: &Statement) -> String {
        let text = &self.reports[statement.report].article.text;
        let source = statement.source.as_ref().map(|source| one_line(&source.name));
        let chain = source.into_iter().chain(statement.via.iter().map(|via| one_line(text.slice(via.span))));
        chain.collect::<Vec<_>>().join(", by way of ")
    }

    fn players(&self, briefing: &Briefing) -> Body {
        let row = |player: &dateline_model::Player| {
            let mut roles = Cell::default();
            let words: Vec<String> = player.roles.iter().map(|&role| self.words(role)).collect();
            roles.words = words.join("; ");
            roles.references = player.roles.iter().map(|role| self.number(role.report)).collect();
            roles.references.dedup();
            vec![plain(player.name.clone()), roles, plain(player.reports.to_string()), plain(player.claims.to_string())]
        };
        let (head, rows) = (vec!["Name", "Role", "Reports", "Claims"], briefing.players.iter().map(row).collect());
        Body::Table { head, rows }
    }

    fn figures(&self, briefing: &Briefing) -> Body {
        let row = |figure: &dateline_model::KeyFigure| {
            let report = figure.figure.report;
            let of = figure.of.map(|span| self.words(Cited { report, span })).unwrap_or_default();
            vec![
                plain(self.words(figure.figure)),
                plain(of),
                plain(figure.source.as_deref().map(one_line).unwrap_or_default()),
                self.cell(Cited { report, span: figure.sentence }),
            ]
        };
        let (head, rows) = (vec!["Figure", "Of", "Said by", "Sentence"], briefing.figures.iter().map(row).collect());
        Body::Table { head, rows }
    }

    fn day(&self, day: &BriefingDay) -> Item {
        let mut sentences = day.sentences.iter().map(|&cited| self.cell(cited));
        Item {
            label: day.date.clone(),
            said: sentences.next().unwrap_or_default(),
            note: if day.planned { "planned".to_owned() } else { String::new() },
            inner: sentences.map(|said| Item { said, ..Item::default() }).collect(),
        }
    }

    fn answered(&self, answered: &Answered) -> Item {
        Item {
            label: self.words(answered.question),
            inner: answered.answer.iter().map(|&cited| self.sentence(cited)).collect(),
            ..Item::default()
        }
    }

    fn copies(&self, group: &Group) -> Item {
        let said = match group.original {
            Some(report) => Cell { words: self.named(report), references: vec![self.number(report)] },
            None => plain(group.agency.clone()),
        };
        let copy = |&(report, share): &(usize, Option<f32>)| Item {
            said: Cell { words: self.named(report), references: vec![self.number(report)] },
            note: share.map(|share| format!("{:.0} % of its words", share * 100.0)).unwrap_or_default(),
            ..Item::default()
        };
        let note = if group.original.is_none() { "its own report was not seen" } else { "" };
        let inner = group.copies.iter().map(copy).collect();
        Item { label: "Text of".to_owned(), said, note: note.to_owned(), inner }
    }

    /// A report by its outlet and headline.
    fn named(&self, report: usize) -> String {
        let article = &self.reports[report].article;
        let outlet = article.outlet.as_deref().map(|outlet| format!("{}: ", one_line(outlet)));
        format!("{}{}", outlet.unwrap_or_default(), headline(article))
    }

    fn origin(&self, origin: &Origin) -> Item {
        let kind = match (origin.kind, origin.count) {
            (OriginKind::Unnamed, Some(1)) => "not named".to_owned(),
            (OriginKind::Unnamed, Some(people)) => format!("{people} people, not named"),
            (OriginKind::Unnamed, None) => "not named".to_owned(),
            (OriginKind::Named, _) => "person".to_owned(),
            (OriginKind::Organisation, _) => "organisation".to_owned(),
            (OriginKind::Document, _) => "document".to_owned(),
            (OriginKind::Outlet, _) => origin.owner.as_ref().map_or_else(
                || "outlet".to_owned(),
                |owner| if *owner == origin.name { "outlet".to_owned() } else { format!("outlet of {owner}") },
            ),
        };
        let heard = origin.heard_by.as_ref().map(|outlet| format!(", heard by {outlet}")).unwrap_or_default();
        let mut references: Vec<usize> = origin.traces.iter().map(|trace| self.number(trace.report)).collect();
        references.sort_unstable();
        references.dedup();
        let mut paths: Vec<String> =
            origin.traces.iter().filter(|trace| trace.path.len() > 1).map(|trace| trace.path.join(", from ")).collect();
        paths.sort();
        paths.dedup();
        let by_way = if paths.is_empty() { String::new() } else { format!("; carried by {}", paths.join("; by ")) };
        Item {
            label: String::new(),
            said: Cell { words: one_line(&origin.name), references },
            note: format!("{kind}{heard}; {}{by_way}", count(origin.traces.len(), "claim")),
            inner: Vec::new(),
        }
    }
}

//! A briefing laid out: sections of items and tables, with numbered references, the same for every form it is written in.

use crate::OriginKind;

/// A briefing as a page shows it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    /// The headline of the story.
    pub title: String,
    /// How much stands behind it, in a sentence.
    pub numbers: String,
    /// How many independent origins stand behind the reports, at most.
    pub at_most: usize,
    /// True where it tells only what is new to the reader.
    pub is_partial: bool,
    /// Its parts, those that have something to say.
    pub sections: Vec<Section>,
    /// Who passed on what from whom.
    pub paths: Paths,
    /// The reports it was taken from: number 1 first.
    pub references: Vec<Reference>,
    /// The number of the last change that it knows of: what arrives later has a larger one.
    pub cursor: u64,
}

impl Document {
    /// The section of a part, where it has something to say.
    #[must_use]
    pub fn section(&self, part: Part) -> Option<&Section> {
        self.sections.iter().find(|section| section.part == part)
    }
}

/// A part of a briefing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The fact that most stands on.
    Short,
    /// What else is reported.
    Reported,
    /// Where accounts differ.
    Differ,
    /// What nobody would say, and what is said not to be known.
    Unknown,
    /// Persons and organisations with their roles.
    Players,
    /// Key figures.
    Figures,
    /// What lies further back.
    Background,
    /// What happened when.
    Timeline,
    /// Questions that reports ask and answer.
    Questions,
    /// Reports of one text.
    Copies,
    /// Where claims end.
    Origins,
}

/// Headings, and how to read what stands under them.
const PARTS: &[(Part, &str, &str)] = &[
    (Part::Short, "In short", ""),
    (
        Part::Reported,
        "What is reported",
        "Sentences of the reports, those with most behind them first. How many independent origins stand behind one is an \
         upper bound.",
    ),
    (Part::Differ, "Where accounts differ", "Both sides as they are reported; which is right is not said."),
    (Part::Unknown, "What is not known", ""),
    (Part::Players, "Who is who", "Roles in the words of the reports."),
    (Part::Figures, "Key figures", ""),
    (Part::Background, "Background", ""),
    (Part::Timeline, "Timeline", "By the day a thing happened or is to happen."),
    (Part::Questions, "Questions and answers", "Asked and answered by the reports."),
    (Part::Copies, "Reports of one text", "With the report or agency that the text comes from."),
    (
        Part::Origins,
        "Where it comes from",
        "Claims followed back through copies, credits and citations to where they end.",
    ),
];

impl Part {
    fn row(self) -> (&'static str, &'static str) {
        let row = PARTS.iter().find(|(part, ..)| *part == self);
        row.map_or(("", ""), |&(_, heading, note)| (heading, note))
    }

    /// What it is headed by.
    #[must_use]
    pub fn heading(self) -> &'static str {
        self.row().0
    }

    /// How to read it; empty where that is plain.
    #[must_use]
    pub fn note(self) -> &'static str {
        self.row().1
    }
}

/// One part with what it says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// What it is.
    pub part: Part,
    /// What it says.
    pub body: Body,
}

/// What a part says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Body {
    /// One after the other.
    Items(Vec<Item>),
    /// Side by side.
    Table {
        /// What stands in each column.
        head: Vec<&'static str>,
        /// The rows, each with a cell a column.
        rows: Vec<Vec<Cell>>,
    },
}

/// Words, and the numbers of the references that they are taken from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// The words.
    pub words: String,
    /// The numbers.
    pub references: Vec<usize>,
}

/// A sentence of a report with what is known of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Item {
    /// What it is: a date, a kind of conflict, a question; empty where nothing needs to be said.
    pub label: String,
    /// The sentence, and where it is taken from.
    pub said: Cell,
    /// Who says it, or how many; empty where nothing needs to be said.
    pub note: String,
    /// What belongs under it.
    pub inner: Vec<Item>,
}

/// A report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// Its name.
    pub id: String,
    /// Its outlet.
    pub outlet: String,
    /// Its headline.
    pub title: String,
    /// The day it was published.
    pub published: String,
    /// Its address.
    pub url: String,
}

/// The ways of claims from the outlets that carry them, through those who passed them on, to where they end. A column
/// holds those that stand equally far from the end; the last holds the ends.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Paths {
    /// The columns, outlets first.
    pub columns: Vec<Vec<Stop>>,
    /// The steps between them.
    pub steps: Vec<Step>,
}

/// One that carries, passes on or says something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stop {
    /// Its name.
    pub name: String,
    /// What kind of end it is; `None` for those on the way.
    pub kind: Option<OriginKind>,
    /// How many claims pass it.
    pub claims: usize,
}

/// A step from one stop to the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// Column and place of the one that has it from the other.
    pub from: (usize, usize),
    /// Column and place of the other.
    pub to: (usize, usize),
    /// How many claims take it.
    pub claims: usize,
}

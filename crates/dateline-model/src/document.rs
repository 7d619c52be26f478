//! A briefing laid out: sections of items and tables, with numbered references, the same for every form it is written in.

/// A briefing as a page shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// The headline of the story.
    pub title: String,
    /// How much stands behind it, in a sentence.
    pub numbers: String,
    /// Its parts, those that have something to say.
    pub sections: Vec<Section>,
    /// The reports it was taken from: number 1 first.
    pub references: Vec<Reference>,
}

/// One part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// What it is.
    pub heading: &'static str,
    /// How to read it; empty where that is plain.
    pub note: &'static str,
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

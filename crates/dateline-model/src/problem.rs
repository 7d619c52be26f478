//! What went wrong with one item, said so that a person can act on it.

use std::fmt;

/// Something that could not be read as it stood. The rest went through.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The line of the file, from 1, where the format has lines.
    pub line: Option<u64>,
    /// What was wrong.
    pub what: String,
    /// What was kept or left out because of it.
    pub kept: String,
}

impl Problem {
    /// A problem of a whole capture.
    #[must_use]
    pub fn new(what: impl Into<String>, kept: impl Into<String>) -> Problem {
        Problem { line: None, what: what.into(), kept: kept.into() }
    }

    /// The same problem at a line.
    #[must_use]
    pub fn at_line(self, line: u64) -> Problem {
        Problem { line: Some(line), ..self }
    }

    /// One line for a person, with the place it was met in.
    #[must_use]
    pub fn in_place(&self, place: &str) -> String {
        match self.line {
            Some(line) => format!("{place}:{line}: {}; {}", self.what, self.kept),
            None => format!("{place}: {}; {}", self.what, self.kept),
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}; {}", self.what, self.kept)
    }
}

//! What is met in an input, and where in it.

use std::sync::Arc;

use dateline_engine::Source;
use dateline_engine::archive::Place;
use dateline_model::{Capture, Problem};

/// Where in an input something was met.
#[derive(Clone, Debug, Default)]
pub struct Spot {
    /// The archive inside a WACZ file.
    pub part: Option<Arc<str>>,
    /// The record of an archive.
    pub record: Option<Place>,
    /// The line, from 1, where the format has lines.
    pub line: Option<u64>,
}

impl Spot {
    /// What problems call it, in the input `name`.
    pub fn place(&self, name: &str) -> String {
        let mut place = name.to_owned();
        if let Some(part) = &self.part {
            place.push('/');
            place.push_str(part);
        }
        if let Some(record) = &self.record {
            place.push_str(&format!(", record at {record}"));
        }
        place
    }

    /// `problem` with the line of this spot, where it names none itself.
    pub fn locate(&self, problem: Problem) -> Problem {
        Problem { line: problem.line.or(self.line), ..problem }
    }
}

/// One thing met in an input.
pub struct Item {
    /// Where.
    pub spot: Spot,
    /// What.
    pub met: Met,
}

/// What is met in an input.
pub enum Met {
    /// Bytes to read, and their format.
    Capture(Capture, &'static Source),
    /// Something that gives no capture.
    Problem(Problem),
    /// Something worth saying that is no problem.
    Note(String),
}

impl Item {
    /// A thing that is met in an input as a whole.
    pub fn whole(met: Met) -> Item {
        Item { spot: Spot::default(), met }
    }
}

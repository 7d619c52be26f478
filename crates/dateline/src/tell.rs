//! How the program speaks to the person who runs it: on standard error, one line a matter.

use std::io::{ErrorKind, Write};
use std::process::ExitCode;
use std::sync::Mutex;

use dateline_model::Problem;
use indicatif::ProgressBar;

/// How a command went, short of failing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Everything went through.
    Clean,
    /// Some items were left out, each with its line; the rest went through.
    WithProblems,
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> ExitCode {
        match outcome {
            Outcome::Clean => ExitCode::SUCCESS,
            Outcome::WithProblems => ExitCode::FAILURE,
        }
    }
}

/// Hears of problems and prints each as one line, above the progress bar where there is one.
pub struct Problems {
    bar: ProgressBar,
    count: Mutex<u64>,
}

impl Problems {
    /// Prints above `bar`.
    pub fn above(bar: ProgressBar) -> Problems {
        Problems { bar, count: Mutex::new(0) }
    }

    /// Prints plainly.
    pub fn plain() -> Problems {
        Problems::above(ProgressBar::hidden())
    }

    /// Prints one problem met at `place` (a file, an address).
    pub fn tell(&self, place: &str, problem: &Problem) {
        if let Ok(mut count) = self.count.lock() {
            *count += 1;
        }
        self.print(&problem.in_place(place));
    }

    /// Prints something of `place` that is no problem.
    pub fn note(&self, place: &str, note: &str) {
        self.print(&format!("{place}: {note}"));
    }

    fn print(&self, words: &str) {
        let line = one_line(words);
        self.bar.suspend(|| {
            let _ = writeln!(std::io::stderr(), "{line}");
        });
    }

    /// How many were told so far.
    pub fn count(&self) -> u64 {
        self.count.lock().map_or(0, |count| *count)
    }

    /// Clean where none was told.
    pub fn outcome(&self) -> Outcome {
        if self.count() == 0 { Outcome::Clean } else { Outcome::WithProblems }
    }
}

/// Control characters of hostile input would reach the terminal: they become spaces.
pub fn one_line(words: &str) -> String {
    words.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect()
}

/// Prints why a command failed, with its causes.
pub fn failure(error: &anyhow::Error) {
    let words: Vec<String> = error.chain().map(ToString::to_string).collect();
    let _ = writeln!(std::io::stderr(), "dateline: {}", one_line(&words.join(": ")));
}

/// `dateline … | head` closes our output early; that is no failure.
pub fn reader_went_away(error: &anyhow::Error) -> bool {
    error.downcast_ref::<std::io::Error>().is_some_and(|error| error.kind() == ErrorKind::BrokenPipe)
}

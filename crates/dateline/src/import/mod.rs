//! Inputs into the data folder: read by several threads, kept by one, in the order they came.

pub mod again;
mod cores;
mod judge;
mod keep;
mod pipeline;
mod telling;
mod work;

use std::path::Path;

use anyhow::Result;
use dateline_engine::Outlets;
use dateline_store::{Doing, Writer};
use indicatif::{ProgressBar, ProgressStyle};
use jiff::Timestamp;

use crate::input::Input;
use crate::tell::Problems;
pub use again::read_features_again;
pub use cores::STACK;
pub use judge::judge;
pub use keep::{Keeper, Memory};
use telling::{Telling, begins};
pub use work::{Piece, What, work, work_with};

/// What an import came to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Reports never met before.
    pub new: u64,
    /// Reports met before with other words: kept as revisions.
    pub revised: u64,
    /// Reports that were stored already, word for word, or of which the full text is and this is the beginning.
    pub known: u64,
    /// Reports left out since Dateline failed inside over them.
    pub set_aside: u64,
    /// Feed addresses newly kept.
    pub feeds: u64,
}

/// Imports `inputs` into `folder`, pages as `outlets` correct them, telling problems as they are met, and brings the search index up to date.
pub fn import(
    folder: &Path,
    inputs: &[Input],
    captured: Option<Timestamp>,
    outlets: &Outlets,
    problems: &Problems,
    bar: &ProgressBar,
) -> Result<Summary> {
    let mut writer = Writer::open(folder)?;
    let _telling = Telling::of(folder, bar);
    begins(bar, Doing::Again);
    read_features_again(&mut writer, bar)?;
    let mut keeper = Keeper::open(writer, problems)?;
    begins(bar, Doing::Reading);
    bar.set_length(inputs.iter().map(Input::size).sum());
    pipeline::run(inputs, captured, outlets, bar, &mut keeper)?;
    let (mut writer, _, summary) = keeper.finish()?;
    begins(bar, Doing::Again);
    again::look_again(&mut writer, bar)?;
    judge(&mut writer)?;
    index(&mut writer, bar)?;
    Ok(summary)
}

/// Brings the search index up to date, with progress.
pub fn index(writer: &mut Writer, bar: &ProgressBar) -> Result<()> {
    bar.set_style(style("indexing {bar:32} {pos}/{len} reports"));
    bar.reset();
    begins(bar, Doing::Indexing);
    writer.index(&mut |done, all| {
        bar.set_length(all);
        bar.set_position(done);
    })?;
    bar.finish_and_clear();
    Ok(())
}

/// The progress bar of an import; invisible where standard error is no terminal.
pub fn progress() -> ProgressBar {
    let bar = ProgressBar::new(0);
    bar.set_style(style("reading {bar:32} {bytes}/{total_bytes}, {eta} left {msg}"));
    bar
}

fn style(template: &str) -> ProgressStyle {
    ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar())
}

/// One line for a person.
impl std::fmt::Display for Summary {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let reports = self.new + self.revised + self.known;
        let noun = if reports == 1 { "report" } else { "reports" };
        write!(
            formatter,
            "{reports} {noun} read: {} new, {} revised, {} known already",
            self.new, self.revised, self.known
        )?;
        match self.feeds {
            0 => Ok(()),
            1 => write!(formatter, "; 1 feed address kept"),
            feeds => write!(formatter, "; {feeds} feed addresses kept"),
        }
    }
}

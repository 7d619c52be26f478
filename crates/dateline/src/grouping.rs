//! The grouper of a data folder, brought to where its log ends.

use anyhow::{Result, ensure};
use dateline_engine::{Features, Grouper};
use dateline_model::{ArticleId, StoryEvent};
use dateline_store::{Mark, Recalled, Writer};

/// Recalls the whole log.
pub fn recall(writer: &Writer) -> Result<Grouper> {
    let mut grouper = Grouper::new();
    recall_from(Mark::default(), writer, &mut grouper)?;
    Ok(grouper)
}

/// Recalls what the log has behind `mark`.
pub fn recall_from(mark: Mark, writer: &Writer, grouper: &mut Grouper) -> Result<()> {
    each(mark, writer, &mut |entry| match entry {
        Read::Placed(article, features, events) => grouper.recall(article, features, events),
        Read::Changed(events) => grouper.recall_events(events),
    })
}

/// Every placed version of every report, in the order in which they were placed.
pub fn each_placed(writer: &Writer, placed: &mut dyn FnMut(&ArticleId, Features)) -> Result<()> {
    each(Mark::default(), writer, &mut |entry| {
        if let Read::Placed(article, features, _) = entry {
            placed(article, features);
        }
    })
}

/// An entry of the log, with its features read.
enum Read<'a> {
    Placed(&'a ArticleId, Features, &'a [StoryEvent]),
    Changed(&'a [StoryEvent]),
}

/// Reads what the log has behind `mark`; an error where features are of another version.
fn each(mark: Mark, writer: &Writer, read: &mut dyn FnMut(Read<'_>)) -> Result<()> {
    let mut unreadable = 0u64;
    writer.recall(mark, &mut |entry| match entry {
        Recalled::Placed { article, features, events } => match Features::from_bytes(&features) {
            Some(features) => read(Read::Placed(&article, features, &events)),
            None => unreadable += 1,
        },
        Recalled::Changed(events) => read(Read::Changed(&events)),
    })?;
    ensure!(
        unreadable == 0,
        "{unreadable} reports in the data folder were grouped by another version of Dateline: \
         import into a new folder, or use that version"
    );
    Ok(())
}

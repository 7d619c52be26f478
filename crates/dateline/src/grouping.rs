//! The grouper of a data folder, brought to where its log ends.

use anyhow::{Result, ensure};
use dateline_engine::{Features, Grouper};
use dateline_model::ArticleId;
use dateline_store::{Mark, Recalled, Writer};

/// Recalls the whole log.
pub fn recall(writer: &Writer) -> Result<Grouper> {
    let mut grouper = Grouper::new();
    recall_from(Mark::default(), writer, &mut grouper)?;
    Ok(grouper)
}

/// Recalls what the log has behind `mark`.
pub fn recall_from(mark: Mark, writer: &Writer, grouper: &mut Grouper) -> Result<()> {
    let mut unreadable = 0u64;
    writer.recall(mark, &mut |entry| match entry {
        Recalled::Placed { article, features, events } => match Features::from_bytes(&features) {
            Some(features) => grouper.recall(&article, features, &events),
            None => unreadable += 1,
        },
        Recalled::Changed(events) => grouper.recall_events(&events),
    })?;
    all_readable(unreadable)
}

/// Every placed version of every report, in the order in which they were placed.
pub fn each_placed(writer: &Writer, each: &mut dyn FnMut(&ArticleId, Features)) -> Result<()> {
    let mut unreadable = 0u64;
    writer.recall(Mark::default(), &mut |entry| {
        if let Recalled::Placed { article, features, .. } = entry {
            match Features::from_bytes(&features) {
                Some(features) => each(&article, features),
                None => unreadable += 1,
            }
        }
    })?;
    all_readable(unreadable)
}

fn all_readable(unreadable: u64) -> Result<()> {
    ensure!(
        unreadable == 0,
        "{unreadable} reports in the data folder were grouped by another version of Dateline: \
         import into a new folder, or use that version"
    );
    Ok(())
}

//! Reports in which was found by an older way, or by an older Dateline that kept nothing of it, looked at again.

use std::panic::{AssertUnwindSafe, catch_unwind};

use anyhow::Result;
use dateline_engine::{Features, Studied, study};
use dateline_model::{Annotations, Article};
use dateline_store::{StoreError, Writer};
use indicatif::ProgressBar;

use super::cores::on_all_cores;

/// The number of the way in which annotations are made. Raise it when the annotator finds other things than before: the
/// next import then looks at all stored reports again.
pub const METHOD: u32 = 3;

/// So many reports are looked at and made durable together.
const BATCH: usize = 500;

/// Brings what was found in all stored reports up to [`METHOD`]. Where there is nothing to do it costs one look-up. A run
/// that is killed is taken up by the next.
pub fn look_again(writer: &mut Writer, bar: &ProgressBar) -> Result<()> {
    let list = |writer: &Writer, after| writer.outdated(METHOD, after, BATCH);
    in_batches(writer, bar, list, |writer, number, article, studied| {
        writer.annotate(number, article, &studied.annotations, METHOD)
    })?;
    writer.none_outdated(METHOD)?;
    writer.commit()?;
    Ok(())
}

/// Brings what grouping knows of all stored reports up to [`Features::VERSION`], as [`look_again`] does what was found.
pub fn read_features_again(writer: &mut Writer, bar: &ProgressBar) -> Result<()> {
    let list = |writer: &Writer, after| writer.outdated_features(Features::VERSION, after, BATCH);
    in_batches(writer, bar, list, |writer, change, _, studied| {
        writer.replace_features(change, &studied.features.to_bytes())
    })?;
    writer.no_features_outdated(Features::VERSION)?;
    writer.commit()?;
    Ok(())
}

/// Studies what `list` gives behind a number, batch by batch, and makes durable what `keep` makes of it.
fn in_batches(
    writer: &mut Writer,
    bar: &ProgressBar,
    list: impl Fn(&Writer, i64) -> Result<Vec<(i64, Article)>, StoreError>,
    keep: impl Fn(&mut Writer, i64, &Article, &Studied) -> Result<(), StoreError>,
) -> Result<()> {
    let (mut after, mut done) = (0, 0);
    loop {
        let outdated = list(writer, after)?;
        let Some((last, _)) = outdated.last() else { return Ok(()) };
        after = *last;
        for ((number, article), studied) in outdated.iter().zip(&on_all_cores(&outdated, study_one)?) {
            keep(writer, *number, article, studied)?;
        }
        writer.commit()?;
        done += outdated.len();
        bar.set_message(format!("{done} older reports looked at again"));
    }
}

/// What is found in a report. A mistake of ours in one must not cost the others: nothing is found in it then.
fn study_one((_, article): &(i64, Article)) -> Studied {
    catch_unwind(AssertUnwindSafe(|| study(article.clone()))).unwrap_or_else(|_| {
        let (article, annotations) = (article.clone(), Annotations::default());
        Studied { features: Features::of(&article, &annotations), article, annotations }
    })
}

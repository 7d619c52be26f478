//! Versions of reports judged: what kind of change each is from the one before. Follows from the record alone, so a run that
//! is killed is taken up by the next.

use std::panic::{AssertUnwindSafe, catch_unwind};

use anyhow::Result;
use dateline_engine::{EDIT_METHOD, revise, sniff};
use dateline_model::Edit;
use dateline_store::{Unjudged, Writer};

use super::cores::on_all_cores;

/// So many are judged and made durable together.
const BATCH: usize = 200;

/// Judges every version that was not judged yet, or by an older way. Where there is none it costs one look-up.
pub fn judge(writer: &mut Writer) -> Result<()> {
    loop {
        let unjudged = writer.unjudged(EDIT_METHOD, BATCH)?;
        for (version, edit) in unjudged.iter().zip(on_all_cores(&unjudged, judge_one)?) {
            writer.judge(version.change, &edit, EDIT_METHOD)?;
        }
        if unjudged.len() < BATCH {
            break;
        }
        writer.commit()?;
    }
    writer.all_judged(EDIT_METHOD)?;
    writer.commit()?;
    Ok(())
}

fn judge_one(version: &Unjudged) -> Edit {
    let kind = |bytes: &[u8]| sniff(bytes).map(|source| source.name);
    let [old, new] = version.captures.each_ref().map(|bytes| kind(bytes));
    if old.is_some() && new.is_some() && old != new {
        return Edit::reread();
    }
    // A mistake of ours with one report must not cost the others.
    let revised = catch_unwind(AssertUnwindSafe(|| revise(&version.before, &version.after).edit));
    revised.unwrap_or_else(|_| Edit::reread())
}

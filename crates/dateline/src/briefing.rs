//! Briefings over what the record holds: for the terminal and for pages.

use std::path::Path;

use anyhow::{Context, Result};
use dateline_engine::Ownership;
use dateline_engine::brief::BriefReport;
use dateline_store::StoredReport;

use crate::tell::Problems;

/// What a briefing takes of a stored report.
pub fn report(stored: StoredReport) -> BriefReport {
    let StoredReport { article, annotations, copies, arrived } = stored;
    BriefReport { article, annotations, copies, arrived }
}

/// The outlets known, with those of `owners.txt` in the data folder, where there is one.
pub fn ownership(folder: &Path, problems: &Problems) -> Result<Ownership> {
    let mut ownership = Ownership::default();
    let path = folder.join("owners.txt");
    let name = path.display().to_string();
    match std::fs::read_to_string(&path) {
        Ok(lines) => {
            for problem in ownership.extend(&lines) {
                problems.tell(&name, &problem);
            }
        }
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
        Err(error) => return Err(error).with_context(|| name),
    }
    Ok(ownership)
}

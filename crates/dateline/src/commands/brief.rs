//! `dateline brief`: the explainer of a story.

use std::io::{Write, stdout};
use std::path::Path;

use anyhow::{Context, Result};
use dateline_engine::Ownership;
use dateline_engine::brief::{BriefLine, BriefReport, Document, brief};
use dateline_model::StoryId;
use dateline_store::{Library, StoredReport};
use jiff::Timestamp;

use crate::cli::{BriefFormat, Data};
use crate::folder::data_folder;
use crate::tell::{Outcome, Problems};

/// A briefing is made of at most this many reports, the newest.
const MOST: u64 = 500;

/// Writes the briefing of one story.
pub fn run(data: Data, id: StoryId, format: BriefFormat, since: Option<Timestamp>) -> Result<Outcome> {
    let folder = data_folder(data.folder)?;
    let problems = Problems::plain();
    let ownership = ownership(&folder, &problems)?;
    let library = Library::open(&folder)?;
    let page = library.story(id)?.with_context(|| format!("there is no story {id}; `dateline stories` lists them"))?;
    let stored = library.reports(page.story.id, MOST)?;
    let mut reports: Vec<BriefReport> = stored.into_iter().map(report).collect();
    let briefing = brief(&mut reports, &ownership, since);
    let mut out = stdout().lock();
    let document = || Document::new(&page.story.headline, &briefing, &reports);
    match format {
        BriefFormat::Markdown => write!(out, "{}", document().to_markdown())?,
        BriefFormat::Html => write!(out, "{}", document().to_html())?,
        BriefFormat::Json => {
            serde_json::to_writer(&mut out, &BriefLine::new(&briefing, &reports))?;
            writeln!(out)?;
        }
    }
    Ok(problems.outcome())
}

fn report(stored: StoredReport) -> BriefReport {
    let StoredReport { article, annotations, copy_of } = stored;
    BriefReport { article, annotations, copy_of }
}

/// The outlets known, with those of `owners.txt` in the data folder, where there is one.
fn ownership(folder: &Path, problems: &Problems) -> Result<Ownership> {
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

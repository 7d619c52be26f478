//! `dateline brief`: the explainer of a story.

use std::io::{Write, stdout};

use anyhow::{Context, Result};
use dateline_engine::brief::{BriefLine, BriefReport, Since, brief, html, lay_out, markdown};
use dateline_model::StoryId;
use dateline_store::Library;

use crate::briefing::{ownership, report};
use crate::cli::{BriefFormat, Data};
use crate::folder::data_folder;
use crate::tell::{Outcome, Problems};

/// A briefing is made of at most this many reports, the newest.
const MOST: u64 = 500;

/// Writes the briefing of one story.
pub fn run(data: Data, id: StoryId, format: BriefFormat, since: Option<Since>) -> Result<Outcome> {
    let folder = data_folder(data.folder)?;
    let problems = Problems::plain();
    let ownership = ownership(&folder, &problems)?;
    let library = Library::open(&folder)?;
    let page = library.story(id)?.with_context(|| format!("there is no story {id}; `dateline stories` lists them"))?;
    let stored = library.reports(page.story.id, MOST)?;
    let mut reports: Vec<BriefReport> = stored.into_iter().map(report).collect();
    let briefing = brief(&mut reports, &ownership, since);
    let mut out = stdout().lock();
    let document = || lay_out(&page.story.headline, &briefing, &reports);
    match format {
        BriefFormat::Markdown => write!(out, "{}", markdown(&document()))?,
        BriefFormat::Html => write!(out, "{}", html(&document()))?,
        BriefFormat::Json => {
            serde_json::to_writer(&mut out, &BriefLine::new(&briefing, &reports))?;
            writeln!(out)?;
        }
    }
    Ok(problems.outcome())
}

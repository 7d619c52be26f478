//! `dateline stories`, `story` and `search`: the data folder read in a terminal.

use std::io::{Write, stdout};

use anyhow::{Context, Result};
use dateline_model::{Moment, Reason, StoryId};
use dateline_store::{ArticleSummary, Library, SearchQuery, StoryQuery, StorySummary};

use crate::cli::{Data, Search};
use crate::folder::data_folder;
use crate::tell::{Outcome, one_line};

/// Lists stories, newest first.
pub fn stories(data: Data, limit: u64, at_least: u64) -> Result<Outcome> {
    let library = Library::open(&data_folder(data.folder)?)?;
    let mut out = stdout().lock();
    for story in library.stories(&StoryQuery { limit, at_least, ..StoryQuery::default() })? {
        writeln!(out, "{:>6}  {}  {}", story.id, day(story.newest), story.headline)?;
        writeln!(out, "        {}", numbers(&story))?;
    }
    Ok(Outcome::Clean)
}

/// Shows one story.
pub fn story(data: Data, id: StoryId, ids: bool) -> Result<Outcome> {
    let library = Library::open(&data_folder(data.folder)?)?;
    let page = library.story(id)?.with_context(|| format!("there is no story {id}; `dateline stories` lists them"))?;
    let mut out = stdout().lock();
    writeln!(out, "{}\n{}\n", page.story.headline, numbers(&page.story))?;
    for (report, reason) in page.reports.iter().zip(&page.reasons) {
        writeln!(out, "{}", line(report))?;
        if let Some(placed) = placed(reason) {
            writeln!(out, "            {placed}")?;
        }
        if ids {
            writeln!(out, "            {}", report.id)?;
        }
    }
    Ok(Outcome::Clean)
}

/// That a person placed a report, and when and why.
fn placed(reason: &Reason) -> Option<String> {
    match reason {
        Reason::Moved { reason, .. } => placed(reason),
        Reason::Person { note, at } => {
            let when = at.map_or_else(String::new, |at| format!(" on {}", at.strftime("%Y-%m-%d")));
            let note = note.as_ref().map_or_else(String::new, |note| format!(": {}", one_line(note)));
            Some(format!("placed here by a person{when}{note}"))
        }
        _ => None,
    }
}

/// Searches the reports.
pub fn search(search: Search) -> Result<Outcome> {
    let library = Library::open(&data_folder(search.data.folder)?)?;
    let found = library.search(&SearchQuery {
        words: search.words.join(" "),
        outlet: search.outlet,
        topic: search.topic,
        language: search.language,
        from: search.from,
        to: search.to,
        offset: 0,
        limit: search.limit,
    })?;
    let mut out = stdout().lock();
    let reports = if found.total == 1 { "report" } else { "reports" };
    writeln!(out, "{} {reports} found", found.total)?;
    for hit in &found.hits {
        let snippet: String = hit.snippet.parts.iter().map(|(words, _)| words.as_str()).collect();
        writeln!(out, "{}\n            {}", line(&hit.article), snippet.replace('\n', " "))?;
    }
    Ok(Outcome::Clean)
}

fn line(report: &ArticleSummary) -> String {
    let outlet = report.outlet.as_deref().unwrap_or("unnamed outlet");
    let copy = match &report.copy_of {
        Some(copy) => {
            let of = copy.outlet.as_deref().unwrap_or("another report");
            format!(" (copies {:.0} % from {of})", copy.share * 100.0)
        }
        None => String::new(),
    };
    format!("{}  {} | {outlet}{copy}", day(report.published), report.headline)
}

fn numbers(story: &StorySummary) -> String {
    let outlets: Vec<&str> = story.outlets.iter().take(6).map(|outlet| outlet.name.as_str()).collect();
    let more = match story.carriers().saturating_sub(outlets.len() as u64) {
        0 => String::new(),
        more if more == story.unnamed() => format!(" and {more} not named"),
        more => format!(" and {more} more"),
    };
    let count = |number: u64, word: &str| if number == 1 { format!("1 {word}") } else { format!("{number} {word}s") };
    let named = if outlets.is_empty() { String::new() } else { format!(": {}{more}", outlets.join(", ")) };
    format!("{}, {}{named}", count(story.reports, "report"), count(story.carriers(), "outlet"))
}

fn day(moment: Option<Moment>) -> String {
    moment.map_or_else(|| "undated   ".to_owned(), |moment| moment.day().to_string())
}

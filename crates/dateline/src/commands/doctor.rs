//! `dateline doctor`: looks at configuration, data folder and sources, and says what is wrong and what to do.

use std::path::Path;

use anyhow::Result;
use dateline_model::{Following, Health, Problem};
use dateline_store::{Followed, Library, StoreError, Writer};
use jiff::{SignedDuration, Timestamp};

use crate::briefing::ownership;
use crate::cli::{Data, Settings};
use crate::config;
use crate::folder::data_folder;
use crate::outlets::named_or_in;
use crate::tell::{Outcome, Problems};

/// A source that nobody asked for so long after it was due shows that nothing follows the sources.
const OVERDUE: SignedDuration = SignedDuration::from_hours(2);
/// So many sources are named.
const NAMED: usize = 10;

/// Looks, tells what is well and what is not.
pub fn run(data: Data, settings: &Settings) -> Result<Outcome> {
    let folder = data_folder(data.folder)?;
    let problems = Problems::plain();
    let tell = |place: &str, what: String, remedy: &str| problems.tell(place, &Problem::new(what, remedy));
    match config::read(settings.config.as_deref(), &folder) {
        Ok(config) => {
            let path = config::file(settings.config.as_deref(), &folder);
            let there = if path.exists() { "read" } else { "not there, so the defaults hold" };
            println!("configuration: {} is {there}", path.display());
            if config.fetch.contact.is_none() {
                let what = "no contact is given, so sites that have trouble with Dateline cannot tell you".to_owned();
                tell("configuration", what, "set `contact` under [fetch], or DATELINE_CONTACT");
            }
        }
        Err(error) => {
            tell("configuration", format!("{error:#}"), "correct it; no command that reads it works until then")
        }
    }
    if let Err(error) = named_or_in(None, &folder) {
        tell("outlets.toml", format!("{error:#}"), "correct it, or take it away");
    }
    if folder.exists()
        && let Err(error) = ownership(&folder, &problems)
    {
        tell("owners.txt", format!("{error:#}"), "correct it, or take it away");
    }
    if let Some(library) = record(&folder, &problems) {
        sources(&library, &problems)?;
    }
    if problems.count() == 0 {
        println!("nothing is wrong");
    }
    Ok(problems.outcome())
}

/// Looks at the data folder; the library, where it can be read.
fn record(folder: &Path, problems: &Problems) -> Option<Library> {
    let name = folder.display().to_string();
    let tell = |what: String, remedy: &str| problems.tell(&name, &Problem::new(what, remedy));
    if !folder.exists() {
        println!("data folder: {name} is not there; `dateline add` and `dateline import` make it");
        return None;
    }
    match Writer::open(folder) {
        Ok(_) => println!("data folder: {name} can be written to"),
        Err(StoreError::Busy(_)) => println!("data folder: another process writes to {name} just now"),
        Err(error) => tell(error.to_string(), "nothing can be kept until that is put right"),
    }
    let library = Library::open(folder).map_err(|error| tell(error.to_string(), "it cannot be read")).ok()?;
    match library.damage() {
        Ok(damage) if damage.is_empty() => println!("record: sound"),
        Ok(damage) => {
            damage.into_iter().for_each(|damage| tell(damage, "the record is damaged: put back a copy of the folder"));
        }
        Err(error) => tell(error.to_string(), "it cannot be read"),
    }
    Some(library)
}

fn sources(library: &Library, problems: &Problems) -> Result<()> {
    let (followed, now) = (library.followed()?, Timestamp::now());
    println!("sources: {} followed, {} pages wait to be fetched", followed.len(), library.count_wanted_pages()?);
    let tell = |place: &str, what: String, remedy: &str| problems.tell(place, &Problem::new(what, remedy));
    let bad = |state: &Following| matches!(state.health(), Health::Broken | Health::Stopped);
    let broken: Vec<&Followed> = followed.iter().filter(|source| source.state.as_ref().is_some_and(bad)).collect();
    for source in broken.iter().take(NAMED) {
        let Some(state) = &source.state else { continue };
        let last = state.answers.first().map_or("", |answer| answer.words.trim_end_matches('.'));
        let what = state.stopped.as_deref().unwrap_or(last);
        let standing = if state.stopped.is_some() { "it is not asked any more" } else { "it fails again and again" };
        tell(&source.url, what.to_owned(), standing);
    }
    if broken.len() > NAMED {
        tell(
            "sources",
            format!("{} more are broken or stopped", broken.len() - NAMED),
            "the page /sources has all of them",
        );
    }
    let active = followed.iter().filter_map(|source| source.state.as_ref()).filter(|state| state.stopped.is_none());
    let overdue = active.clone().filter(|state| now.duration_since(state.due) > OVERDUE).count();
    if overdue > 0 {
        let what = format!("{overdue} of them should have been asked more than two hours ago");
        tell("sources", what, "let `dateline serve` run, or run `dateline fetch` now and then");
    }
    let ahead = active.filter_map(|state| state.answered).any(|answered| answered > now);
    if ahead {
        let what = "answers were noted at a time that lies ahead".to_owned();
        tell("clock", what, "the clock of this machine is or was wrong");
    }
    Ok(())
}

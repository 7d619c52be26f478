//! `dateline correct`: a person says where reports belong.

use anyhow::{Result, bail};
use dateline_engine::{Correction, Refusal};
use dateline_model::{ArticleId, Reason, StoryEvent};
use dateline_store::{Library, Rearrangement, Writer};
use jiff::Timestamp;

use crate::cli::{By, Correct};
use crate::folder::data_folder;
use crate::grouping::recall;
use crate::import::{again, progress};
use crate::tell::Outcome;

/// Notes are kept to this many characters.
const LONGEST: usize = 1000;

pub fn run(what: Correct) -> Result<Outcome> {
    let by = match &what {
        Correct::Merge { by, .. }
        | Correct::Split { by, .. }
        | Correct::Move { by, .. }
        | Correct::Pin { by, .. }
        | Correct::Unpin { by, .. } => by,
    };
    let reason = reason(by)?;
    let folder = data_folder(by.data.folder.clone())?;
    // A mistyped folder is not made, as opening it for writing would.
    drop(Library::open(&folder)?);
    let mut writer = Writer::open(&folder)?;
    let correction = correction(&writer, &what)?;
    again::read_features_again(&mut writer, &progress())?;
    let mut grouper = recall(&writer)?;
    let corrected = match grouper.correct(&correction, &reason) {
        Ok(corrected) => corrected,
        Err(unchanged @ Refusal::Unchanged(_)) => {
            println!("{unchanged}");
            return Ok(Outcome::Clean);
        }
        Err(refusal) => return Err(refusal.into()),
    };
    writer.rearrange(&Rearrangement {
        events: &corrected.events,
        headlines: &corrected.headlines,
        labels: Some(&corrected.labels),
    })?;
    writer.commit()?;
    for event in &corrected.events {
        println!("{}", told(event));
    }
    Ok(Outcome::Clean)
}

fn reason(by: &By) -> Result<Reason> {
    let note = by.note.as_deref().map(str::trim).filter(|note| !note.is_empty()).map(str::to_owned);
    if note.as_ref().is_some_and(|note| note.chars().count() > LONGEST) {
        bail!("the note is longer than {LONGEST} characters: shorten it");
    }
    Ok(Reason::Person { note, at: Some(by.at.unwrap_or_else(Timestamp::now)) })
}

fn correction(writer: &Writer, what: &Correct) -> Result<Correction> {
    let report = |words: &String| report(writer, words);
    Ok(match what {
        Correct::Merge { story, into, .. } => Correction::Merge { story: *story, into: *into },
        Correct::Split { story, reports, .. } => {
            let articles = reports.iter().map(report).collect::<Result<Vec<ArticleId>>>()?;
            Correction::Split { story: *story, articles }
        }
        Correct::Move { report: words, story, .. } => Correction::Move { article: report(words)?, into: *story },
        Correct::Pin { report: words, out_of: None, .. } => Correction::Pin { article: report(words)? },
        Correct::Pin { report: words, out_of: Some(story), .. } => {
            Correction::KeepOut { article: report(words)?, story: *story }
        }
        Correct::Unpin { report: words, .. } => Correction::Free { article: report(words)? },
    })
}

/// The report that a person names.
fn report(writer: &Writer, words: &str) -> Result<ArticleId> {
    match writer.named(words)?.as_slice() {
        [report] => Ok(report.clone()),
        [] => Err(Refusal::NoArticle(ArticleId::new(words)).into()),
        _ => bail!("several reports have the address {words}: name one by its identifier"),
    }
}

/// What has been done, in a line.
fn told(event: &StoryEvent) -> String {
    match event {
        StoryEvent::Merged { from, into, .. } => format!("story {from} is part of story {into} now"),
        StoryEvent::Split { from, into, articles, .. } => match articles.len() {
            1 => format!("1 report of story {from} is story {into} now"),
            count => format!("{count} reports of story {from} are story {into} now"),
        },
        StoryEvent::Moved { article, from, into, .. } => format!("{article} is in story {into} now, not in {from}"),
        StoryEvent::Pinned { article, story, .. } => format!("{article} stays with the reports of story {story}"),
        StoryEvent::KeptOut { article, story, .. } => format!("{article} stays out of story {story}"),
        StoryEvent::Freed { article, .. } => format!("{article} may move by itself again"),
        StoryEvent::Opened { story, article } | StoryEvent::Joined { story, article, .. } => {
            format!("{article} is in story {story}")
        }
    }
}

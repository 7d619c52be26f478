//! Story events as the record keeps them: a JSON array of small objects.

use dateline_model::{ArticleId, Reason, StoryEvent, StoryId};
use serde::{Deserialize, Serialize};

use crate::packed::unreadable;

/// One event in its stored form.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "event")]
enum Line {
    Opened { story: StoryId, article: String },
    Joined { story: StoryId, article: String, reason: Reason },
    Merged { from: StoryId, into: StoryId, reason: Reason },
    Moved { article: String, from: StoryId, into: StoryId, reason: Reason },
    Split { from: StoryId, into: StoryId, articles: Vec<String>, reason: Reason },
    Pinned { article: String, story: StoryId, reason: Reason },
    KeptOut { article: String, story: StoryId, reason: Reason },
    Freed { article: String, reason: Reason },
}

impl From<&StoryEvent> for Line {
    fn from(event: &StoryEvent) -> Line {
        match event.clone() {
            StoryEvent::Opened { story, article } => Line::Opened { story, article: article.to_string() },
            StoryEvent::Joined { story, article, reason } => {
                Line::Joined { story, article: article.to_string(), reason }
            }
            StoryEvent::Merged { from, into, reason } => Line::Merged { from, into, reason },
            StoryEvent::Moved { article, from, into, reason } => {
                Line::Moved { article: article.to_string(), from, into, reason }
            }
            StoryEvent::Split { from, into, articles, reason } => {
                Line::Split { from, into, articles: articles.iter().map(ArticleId::to_string).collect(), reason }
            }
            StoryEvent::Pinned { article, story, reason } => {
                Line::Pinned { article: article.to_string(), story, reason }
            }
            StoryEvent::KeptOut { article, story, reason } => {
                Line::KeptOut { article: article.to_string(), story, reason }
            }
            StoryEvent::Freed { article, reason } => Line::Freed { article: article.to_string(), reason },
        }
    }
}

impl From<Line> for StoryEvent {
    fn from(line: Line) -> StoryEvent {
        match line {
            Line::Opened { story, article } => StoryEvent::Opened { story, article: ArticleId::new(&article) },
            Line::Joined { story, article, reason } => {
                StoryEvent::Joined { story, article: ArticleId::new(&article), reason }
            }
            Line::Merged { from, into, reason } => StoryEvent::Merged { from, into, reason },
            Line::Moved { article, from, into, reason } => {
                StoryEvent::Moved { article: ArticleId::new(&article), from, into, reason }
            }
            Line::Split { from, into, articles, reason } => {
                let articles = articles.iter().map(|article| ArticleId::new(article)).collect();
                StoryEvent::Split { from, into, articles, reason }
            }
            Line::Pinned { article, story, reason } => {
                StoryEvent::Pinned { article: ArticleId::new(&article), story, reason }
            }
            Line::KeptOut { article, story, reason } => {
                StoryEvent::KeptOut { article: ArticleId::new(&article), story, reason }
            }
            Line::Freed { article, reason } => StoryEvent::Freed { article: ArticleId::new(&article), reason },
        }
    }
}

/// The stored form of events.
pub fn write(events: &[StoryEvent]) -> rusqlite::Result<String> {
    to_json(&events.iter().map(Line::from).collect::<Vec<Line>>())
}

/// The events of a stored form.
pub fn read(stored: &str) -> rusqlite::Result<Vec<StoryEvent>> {
    let lines: Vec<Line> = serde_json::from_str(stored).map_err(unreadable)?;
    Ok(lines.into_iter().map(StoryEvent::from).collect())
}

/// Any value as JSON for a column.
pub fn to_json(value: &impl Serialize) -> rusqlite::Result<String> {
    serde_json::to_string(value).map_err(|error| rusqlite::Error::ToSqlConversionFailure(Box::new(error)))
}

/// As [`to_json`], of what is a bare word there: without its quotation marks.
pub fn to_name(value: &impl Serialize) -> rusqlite::Result<String> {
    to_json(value).map(|name| name.trim_matches('"').to_owned())
}

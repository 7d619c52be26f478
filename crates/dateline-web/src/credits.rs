//! Which outlet a story's headline is from, and in which language: remembered for a while, since lists do not carry it.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use dateline_model::ArticleId;
use dateline_store::{Library, StoreError, StorySummary};

use crate::parts::card::{Credit, Credits};

/// A report may be revised: what is remembered of it is forgotten after this long.
const FRESH: Duration = Duration::from_secs(30);
/// No more is remembered than this many reports.
const MOST: usize = 4_096;

/// What is remembered, and since when.
#[derive(Default)]
pub struct Memory(Mutex<Option<(Instant, HashMap<ArticleId, Credit>)>>);

impl Memory {
    /// The credits of the headlines of `stories`.
    pub fn credits(&self, library: &Library, stories: &[StorySummary]) -> Result<Credits, StoreError> {
        let mut credits = Credits::new();
        for story in stories {
            let id = &story.headline_article;
            let credit = match self.recall(id) {
                Some(credit) => credit,
                None => {
                    let read = library.article(id)?.map(|page| Credit::new(&page.summary)).unwrap_or_default();
                    self.keep(id, &read);
                    read
                }
            };
            credits.insert(id.clone(), credit);
        }
        Ok(credits)
    }

    fn recall(&self, id: &ArticleId) -> Option<Credit> {
        let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let (since, credits) = kept.as_ref()?;
        credits.get(id).filter(|_| since.elapsed() < FRESH).cloned()
    }

    fn keep(&self, id: &ArticleId, credit: &Credit) {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        match &mut *kept {
            Some((since, credits)) if since.elapsed() < FRESH && credits.len() < MOST => {
                credits.insert(id.clone(), credit.clone());
            }
            stale => *stale = Some((Instant::now(), HashMap::from([(id.clone(), credit.clone())]))),
        }
    }
}

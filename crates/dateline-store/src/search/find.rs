//! Asks the index, in the state it was committed last.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::time::SystemTime;

use tantivy::collector::sort_key::{SortBySimilarityScore, SortByStaticFastValue};
use tantivy::collector::{Count, TopDocs};
use tantivy::{ReloadPolicy, TantivyError};

use super::form::{self, Fields};
use super::wanted::Wanted;
use crate::{StoreError, fault};

/// What was found: the total, and one page of articles by their number in the record.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// How many in all.
    pub total: u64,
    /// One page of them.
    pub articles: Vec<i64>,
}

/// When the index file was last replaced, and how long it is.
type Stamp = (SystemTime, u64);

/// An open index, and the state of it that was opened.
#[derive(Clone)]
struct Opened {
    stamp: Stamp,
    searcher: tantivy::Searcher,
    fields: Fields,
}

/// Searches the index of one data folder. A newer commit, or an index made anew, is opened when it is met.
pub struct Searcher {
    folder: PathBuf,
    opened: Mutex<Option<Opened>>,
}

impl Searcher {
    /// A searcher that opens the index when it is first asked.
    pub fn new(folder: &Path) -> Searcher {
        Searcher { folder: folder.to_owned(), opened: Mutex::new(None) }
    }

    /// The articles wanted: best first, newest first among equals; newest first where no word is looked for.
    pub fn find(&self, wanted: &Wanted, offset: usize, limit: usize) -> Result<Found, StoreError> {
        let Opened { searcher, fields, .. } = self.open()?;
        let query = wanted.query(fields);
        // Never more than there is: the collector makes room for all it is asked for.
        let all = usize::try_from(searcher.num_docs()).unwrap_or(usize::MAX);
        let search = || -> tantivy::Result<Found> {
            if limit == 0 || offset >= all {
                return Ok(Found { total: searcher.search(&query, &Count)? as u64, articles: Vec::new() });
            }
            let top = TopDocs::with_limit(limit.min(all)).and_offset(offset);
            let newest = SortByStaticFastValue::<i64>::for_field("moment");
            let last = SortByStaticFastValue::<u64>::for_field("article");
            let (total, articles): (usize, Vec<Option<u64>>) = if wanted.groups.is_empty() {
                let (total, top) = searcher.search(&query, &(Count, top.order_by((newest, last))))?;
                (total, top.into_iter().map(|((_, article), _)| article).collect())
            } else {
                let order = top.order_by((SortBySimilarityScore, newest, last));
                let (total, top) = searcher.search(&query, &(Count, order))?;
                (total, top.into_iter().map(|((_, _, article), _)| article).collect())
            };
            Ok(Found { total: total as u64, articles: articles.into_iter().flatten().map(|seq| seq as i64).collect() })
        };
        search().map_err(|error| fault::index(&self.folder, &error))
    }

    fn open(&self) -> Result<Opened, StoreError> {
        let missing = || StoreError::Index {
            folder: self.folder.clone(),
            message: "it has not been made yet; the next import or `dateline serve` makes it".to_owned(),
        };
        let file = std::fs::metadata(form::path(&self.folder).join("meta.json")).map_err(|_| missing())?;
        let stamp = (file.modified().map_err(|_| missing())?, file.len());
        let mut opened = self.opened.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(opened) = opened.as_ref().filter(|opened| opened.stamp == stamp) {
            return Ok(opened.clone());
        }
        let fresh = self.read(stamp).map_err(|error| fault::index(&self.folder, &error))?;
        Ok(opened.insert(fresh).clone())
    }

    fn read(&self, stamp: Stamp) -> Result<Opened, TantivyError> {
        let (index, fields, _) = form::open(&self.folder)?;
        let reader = index.reader_builder().reload_policy(ReloadPolicy::Manual).try_into()?;
        Ok(Opened { stamp, searcher: reader.searcher(), fields })
    }
}

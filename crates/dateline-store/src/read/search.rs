//! A page of search results: found by the index, shown from the record.

use super::article::newest_text;
use super::pool::Pool;
use super::summary;
use crate::search::{Searcher, Stems, Wanted, snippet};
use crate::{Hit, SearchPage, SearchQuery, StoreError};

/// A page holds at most this many results.
const MOST: usize = 500;

/// Searches the reports.
pub fn page(pool: &Pool, searcher: &Searcher, query: &SearchQuery) -> Result<SearchPage, StoreError> {
    let wanted = Wanted::of(query);
    match query.words.trim() {
        "" if !wanted.is_filtered() => return Ok(SearchPage::default()),
        "" => {}
        words if wanted.is_wordless() => return Err(StoreError::Query(words.to_owned())),
        _ => {}
    }
    let found = searcher.find(&wanted, query.offset, query.limit.min(MOST))?;
    let mut stems = Stems::new();
    let hits = pool.read(|connection| {
        let mut hits = Vec::with_capacity(found.articles.len());
        for &seq in &found.articles {
            // The index may know of a report that a restored record does not hold.
            let Some(listed) = summary::of_seq(connection, seq)? else { continue };
            let snippet = snippet(&newest_text(connection, seq)?, &wanted, &mut stems);
            hits.push(Hit { article: listed.summary, snippet });
        }
        Ok(hits)
    })?;
    Ok(SearchPage { total: found.total, hits })
}

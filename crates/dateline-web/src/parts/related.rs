//! A story that is near to another, and why.

use dateline_store::{Order, RelatedStory};
use jiff::Timestamp;

use super::card::{Card, Credits};
use crate::words;

/// So many of the shared terms are named.
const NAMED: usize = 4;

/// A related story.
#[derive(Debug)]
pub struct Related {
    /// As in a list.
    pub card: Card,
    /// `Earlier` or `What followed`; empty where neither can be said.
    pub order: &'static str,
    /// `Both tell of ferries and strike`; empty where tags alone lead there.
    pub why: String,
}

impl Related {
    /// The story as it is shown at `now`.
    #[must_use]
    pub fn new(related: &RelatedStory, credits: &Credits, now: Timestamp) -> Related {
        let order = match related.order {
            Some(Order::Before) => "Earlier",
            Some(Order::After) => "What followed",
            None => "",
        };
        let shared: Vec<&str> = related.shared.iter().map(String::as_str).collect();
        let shared = &shared[..shared.len().min(NAMED)];
        let why =
            if shared.is_empty() { String::new() } else { format!("Both tell of {}", words::list(shared, NAMED)) };
        Related { card: Card::new(&related.story, credits, now), order, why }
    }
}

//! Whose text an article reuses, and who reuses its text.

use dateline_model::Copy;

use super::CopiedBy;
use super::state::{Known, State};
use crate::copies::Overlap;

/// From this share of its words on, one text is a copy of another.
const SHARE: f32 = 0.3;
/// Fewer shingles in common are chance or a phrase.
const LEAST_COMMON: usize = 6;
/// No more copies than these are told of one article.
const MOST: usize = 16;

/// The copies that one article takes part in.
#[derive(Debug, Default)]
pub struct Reuse {
    /// It copies these, largest share first.
    pub copies: Vec<Copy>,
    /// These copy it, largest share first.
    pub copied_by: Vec<CopiedBy>,
}

/// Finds the texts that `number` shares, among those that arrived before.
pub fn reuse(state: &State, number: u32) -> Reuse {
    let article = state.article(number);
    let mut reuse = Reuse::default();
    let candidates = state.sketches.candidates(&article.sketch);
    for other in candidates.into_iter().filter(|&other| other != number) {
        let known = state.article(other);
        let overlap = article.sketch.overlap(&known.sketch);
        if overlap.common < LEAST_COMMON {
            continue;
        }
        if is_original(article, known) {
            if overlap.second >= SHARE {
                reuse.copied_by.push(CopiedBy { by: known.id.clone(), share: overlap.second });
            }
        } else if let Some(share) = share_copied(overlap) {
            reuse.copies.push(Copy { of: known.id.clone(), share, passages: Vec::new() });
        }
    }
    reuse.copies.sort_by(|a, b| b.share.total_cmp(&a.share));
    reuse.copied_by.sort_by(|a, b| b.share.total_cmp(&a.share));
    reuse.copies.truncate(MOST);
    reuse.copied_by.truncate(MOST);
    reuse
}

/// The share of the copying article, where it is enough; a text that holds the whole of a shorter one copies it too.
fn share_copied(overlap: Overlap) -> Option<f32> {
    let enough = overlap.first >= SHARE || overlap.second >= SHARE;
    enough.then_some(overlap.first)
}

/// True where the article that has just arrived was there before the other: it is by the agency that the other
/// credits, or was published earlier. Where nothing tells, the one that arrived first counts as the original.
fn is_original(arrived: &Known, other: &Known) -> bool {
    let agency_of = |copy: &Known, original: &Known| {
        copy.agency != 0 && copy.agency == original.outlet && copy.outlet != copy.agency
    };
    if agency_of(other, arrived) {
        return true;
    }
    if agency_of(arrived, other) {
        return false;
    }
    let (Some(arrived), Some(other)) = (arrived.when, other.when) else { return false };
    if arrived.day_only || other.day_only {
        return arrived.seconds.div_euclid(86_400) < other.seconds.div_euclid(86_400);
    }
    arrived.seconds < other.seconds
}

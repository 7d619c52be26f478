//! Whose text an article reuses, who reuses its text, and with whom it shares quotations.

use dateline_model::{ArticleId, CopiedBy, Copy};

use super::cohesion::cohesion;
use super::state::{Known, State};
use crate::copies::{Overlap, Side, original};

/// From this share of its words on, one text is a copy of another.
const SHARE: f32 = 0.3;
/// The same for two reports of one outlet, or of unlike times: what they have in common is more often what stands
/// under everything, or what is told again of the background.
const UNLIKELY_SHARE: f32 = 0.5;
/// Fewer shingles in common are chance or a phrase...
const LEAST_COMMON: f32 = 6.0;
/// ...but for a short text that stands in the other almost whole.
const LEAST_WHOLE: f32 = 4.0;
/// What is almost whole.
const WHOLE: f32 = 0.8;
/// What is copied is at least this share of the whole text: beside a statement that both quote in full, the few words
/// around it are no copy.
const LEAST_SHARE: f32 = 0.1;
/// Two articles share a quotation from so many common fingerprints on, which are about twenty words.
const FINGERPRINTS: usize = 2;
/// Words that stand in reports of so many unlike times and stories are nobody's report, but what outlets put under
/// all of them.
const OCCASIONS: usize = 4;
/// Reports of one story so many seconds apart are of unlike times.
const APART: i64 = 7 * 86_400;

/// The copies that one article takes part in.
#[derive(Debug, Default)]
pub struct Reuse {
    /// It copies these, largest share first.
    pub copies: Vec<Copy>,
    /// These copy it, largest share first.
    pub copied_by: Vec<CopiedBy>,
    /// It shares quotations with these and copies none of them.
    pub quotations: Vec<ArticleId>,
}

/// Finds the texts that `number`, with these fingerprints of its `quotations`, shares with those that arrived before.
pub fn reuse(state: &State, number: u32, quotations: &[u32]) -> Reuse {
    let article = state.article(number);
    let mut reuse = Reuse::default();
    let mut copies = Vec::new();
    for other in state.sketches.candidates(&article.sketch).filter(|&other| other != number) {
        let known = state.article(other);
        let overlap = article.sketch.overlap(&known.sketch);
        let needed = if is_unlikely(article, known) { UNLIKELY_SHARE } else { SHARE };
        if !enough(&overlap, needed, 1.0) || !enough(&overlap, needed, own_words(state, [number, other], &overlap)) {
            continue;
        }
        copies.push(other);
        let [share, other_share] = overlap.shares();
        let cohesion = |one: &Known, other: &Known| cohesion(&one.vector, &other.vector, state.terms.rarities());
        let first = known.side(other_share, cohesion(known, article));
        let verdict = original(&first, &article.side(share, cohesion(article, known)));
        let direction = verdict.direction;
        if verdict.first {
            reuse.copies.push(Copy { of: known.id.clone(), share, direction, passages: Vec::new() });
        } else {
            reuse.copied_by.push(CopiedBy { by: known.id.clone(), share: other_share, direction });
        }
    }
    reuse.copies.sort_by(|a, b| b.share.total_cmp(&a.share));
    reuse.copied_by.sort_by(|a, b| b.share.total_cmp(&a.share));
    let sharing = state.quotations.candidates(quotations.iter().copied()).into_iter();
    let sharing = sharing.filter(|&(other, common)| common >= FINGERPRINTS && other != number);
    let sharing = sharing.filter(|(other, _)| !copies.contains(other));
    reuse.quotations = sharing.map(|(other, _)| state.article(other).id.clone()).collect();
    reuse
}

/// True where one of the two texts, of which a share is `needed`, is a copy of the other, if only the part `own` of
/// what they have in common counts. A text that holds the whole of a shorter one copies it too.
fn enough(overlap: &Overlap, needed: f32, own: f32) -> bool {
    let common = overlap.common.len() as f32 * own;
    let mut sides = overlap.shares().into_iter().zip(overlap.sampled);
    sides.any(|(share, sampled)| {
        let least = if share * own >= WHOLE { LEAST_WHOLE } else { LEAST_COMMON };
        share * own >= needed && common >= least && common >= LEAST_SHARE * sampled as f32
    })
}

/// True for two reports of one outlet, or of unlike times.
fn is_unlikely(one: &Known, other: &Known) -> bool {
    let seconds = one.when.zip(other.when).map_or(0, |(one, other)| one.seconds.abs_diff(other.seconds));
    one.outlet != 0 && one.outlet == other.outlet || seconds >= APART as u64
}

/// The part of what two texts have in common that is not found in reports of many occasions.
fn own_words(state: &State, pair: [u32; 2], overlap: &Overlap) -> f32 {
    let sketches = pair.map(|number| &state.article(number).sketch);
    let (mut all, mut boilerplate) = (0usize, 0usize);
    for articles in state.sketches.found_by(&overlap.common, sketches) {
        let occasion = |number: u32| {
            let known = state.article(number);
            (known.story, known.time.map(|time| time.seconds.div_euclid(APART)))
        };
        let mut met = 0;
        let mut occasions: Vec<_> =
            articles.filter(|number| !pair.contains(number)).inspect(|_| met += 1).map(occasion).collect();
        occasions.sort_unstable();
        occasions.dedup();
        all += 1;
        boilerplate += usize::from(occasions.len() >= OCCASIONS && occasions.len() * 2 >= met);
    }
    1.0 - boilerplate as f32 / all.max(1) as f32
}

impl Known {
    /// What tells which way round a copy is; `share` of its words stand in the other text, and the rest goes with those
    /// as `cohesion` says.
    fn side(&self, share: f32, cohesion: f32) -> Side {
        Side { outlet: self.outlet, agency: self.agency, when: self.when, teaser: self.teaser, share, cohesion }
    }
}

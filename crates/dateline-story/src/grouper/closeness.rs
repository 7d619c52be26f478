//! How close two articles, or an article and a story, are: the cosine of weighted terms, falling with time.

use dateline_model::StoryId;

use super::state::State;
use super::terms::Vector;

/// An article with its terms weighed, to compare others with.
pub struct Weighed {
    pub number: u32,
    pub terms: Vec<(u32, f32)>,
    pub length: f32,
}

impl Weighed {
    /// Weighs the terms of an article.
    pub fn of(state: &State, number: u32) -> Weighed {
        let (terms, length) = state.terms.weighed(&state.article(number).vector);
        Weighed { number, terms, length }
    }

    /// Similarity to another article, 0 to 1.
    pub fn to(&self, state: &State, other: u32) -> f32 {
        self.cosine(state, &state.article(other).vector) * self.timeliness(state, other)
    }

    fn cosine(&self, state: &State, other: &Vector) -> f32 {
        let (mut at, mut product, mut square) = (0, 0.0f32, 0.0f32);
        for &(number, weight) in &other.0 {
            let weight = f32::from(weight) * state.terms.rarity(number);
            square += weight * weight;
            while self.terms.get(at).is_some_and(|term| term.0 < number) {
                at += 1;
            }
            if let Some(term) = self.terms.get(at).filter(|term| term.0 == number) {
                product += weight * term.1;
            }
        }
        let lengths = self.length * square.sqrt();
        if lengths > 0.0 { product / lengths } else { 0.0 }
    }

    /// 1 for articles of one time, falling to half as they lie `decay` days apart. Without dates, 1.
    fn timeliness(&self, state: &State, other: u32) -> f32 {
        let (Some(one), Some(other)) = (state.article(self.number).when, state.article(other).when) else { return 1.0 };
        let days = one.seconds.abs_diff(other.seconds) as f32 / 86_400.0;
        let decay = crate::settings::current().decay;
        decay / (decay + days)
    }

    /// Similarity to a story.
    pub fn to_story(&self, state: &State, story: StoryId, near: &[(u32, f32)]) -> f32 {
        let settings = crate::settings::current();
        let members = state.members(story);
        let mut similarities: Vec<f32> = near.iter().map(|&(_, similarity)| similarity).collect();
        let rest = members.iter().rev().filter(|member| !near.iter().any(|(near, _)| near == *member));
        similarities.extend(rest.take(REPRESENTATIVES).map(|&member| self.to(state, member)));
        similarities.sort_by(|a, b| b.total_cmp(a));
        let best = similarities.first().copied().unwrap_or(0.0);
        similarities.truncate(settings.top);
        let mean = similarities.iter().sum::<f32>() / similarities.len().max(1) as f32;
        let mut score = settings.max_share * best + (1.0 - settings.max_share) * mean;
        if settings.beta > 0.0 && members.len() > 1 {
            let m = &members[members.len().saturating_sub(8)..];
            let mut within = 0.0; 
            for &a in m { let w = Weighed::of(state, a); for &b in m { within += if a==b {1.0} else {w.to(state, b)}; } }
            within /= (m.len()*m.len()) as f32;
            score /= within.powf(settings.beta);
        }
        score
    }
}

/// A story is known by its last so many articles.
pub const REPRESENTATIVES: usize = 12;

/// Mean similarity between the articles of two stories.
pub fn between(state: &State, one: StoryId, other: StoryId) -> f32 {
    let last = |story| {
        let members = state.members(story);
        &members[members.len().saturating_sub(REPRESENTATIVES)..]
    };
    let (one, other) = (last(one), last(other));
    let mut sum = 0.0;
    for &number in one {
        let weighed = Weighed::of(state, number);
        sum += other.iter().map(|&other| weighed.to(state, other)).sum::<f32>();
    }
    sum / (one.len() * other.len()).max(1) as f32
}

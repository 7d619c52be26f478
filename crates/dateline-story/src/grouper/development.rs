//! Which groups of reports go on telling of one development: of the same by name, and without a long silence between.

use dateline_model::StoryId;

use super::closeness::Weighed;
use super::profile::Profile;
use super::state::State;
use crate::settings::{Bars, DEVELOPS, ESTABLISHED, GOES_ON, SILENCE_DAYS};

const DAY: i64 = 86_400;
/// So many of the names in common, the weightiest, are looked up among the late reports.
const LOOKED_UP: usize = 12;

/// The groups of a neighbourhood, to become fewer.
pub struct Developments<'a> {
    state: &'a State,
    groups: Vec<Group>,
    /// The stories that a person keeps apart, each pair both ways.
    parted: &'a [(StoryId, StoryId)],
}

/// Some reports together.
struct Group {
    /// The place of the first in the neighbourhood.
    first: usize,
    size: usize,
    /// The first and last second in which one was published.
    span: (i64, i64),
    names: Profile,
    /// What is no name.
    words: Profile,
    stories: Vec<StoryId>,
}

impl<'a> Developments<'a> {
    /// Looks at the `groups` of `weighed` articles, which are in the stories `of_each`. What states no time takes no part,
    /// and where none has so many reports that it could go on, none is looked at.
    pub fn of(
        state: &'a State,
        weighed: &[Weighed],
        of_each: &[Option<StoryId>],
        groups: &[usize],
        parted: &'a [(StoryId, StoryId)],
    ) -> Developments<'a> {
        let first = |&place: &usize| groups[place] == place;
        let group = |first: usize| {
            let places: Vec<usize> = (first..groups.len()).filter(|&place| groups[place] == first).collect();
            Group::of(state, weighed, of_each, &places)
        };
        let size = |first: &usize| groups.iter().filter(|group| *group == first).count();
        let firsts: Vec<usize> = (0..groups.len()).filter(first).collect();
        let may_go_on = firsts.len() > 1 && firsts.iter().any(|first| size(first) >= ESTABLISHED);
        let looked_at = firsts.into_iter().filter(|_| may_go_on);
        Developments { state, groups: looked_at.filter_map(group).collect(), parted }
    }

    /// The pairs of groups that become one, by the places of their first members, the earlier first: those that are
    /// most above their bar, then again with these as one.
    pub fn joined(mut self) -> Vec<(usize, usize)> {
        let mut joined = Vec::new();
        while let Some((one, other)) = self.closest() {
            let later = self.groups.remove(other);
            joined.push((self.groups[one].first, later.first));
            self.groups[one].take(later);
        }
        joined
    }

    fn closest(&self) -> Option<(usize, usize)> {
        let mut best: Option<(usize, usize, f32)> = None;
        for (other, later) in self.groups.iter().enumerate() {
            for (one, group) in self.groups[..other].iter().enumerate() {
                let Some(above) = self.above_bars(group, later) else { continue };
                if best.is_none_or(|(_, _, most)| above > most) {
                    best = Some((one, other, above));
                }
            }
        }
        best.map(|(one, other, _)| (one, other))
    }

    /// How much more alike the names of two groups are than they must be, where all else lets them be one.
    fn above_bars(&self, one: &Group, other: &Group) -> Option<f32> {
        let bars = one.bars(other)?;
        let silence = (one.span.0 - other.span.1).max(other.span.0 - one.span.1);
        let parted = |story: &StoryId| other.stories.iter().any(|other| self.parted.contains(&(*story, *other)));
        if silence > SILENCE_DAYS * DAY || one.stories.iter().any(parted) {
            return None;
        }
        let above = one.names.alike(&other.names) - bars.names;
        let joins = above >= 0.0
            && one.words.alike(&other.words) >= bars.words
            && self.share_of_late(one, other) >= bars.share_of_late;
        joins.then_some(above)
    }

    /// Of the late reports in which the names of both figure, the share that is in these stories: small where the names are
    /// in everything, as those of a government are.
    fn share_of_late(&self, one: &Group, other: &Group) -> f32 {
        let mut names: Vec<(u32, f32)> = one.names.shared(&other.names).collect();
        names.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        names.truncate(LOOKED_UP);
        let end = one.span.1.max(other.span.1);
        let late = one.span.0.min(other.span.0).max(end - SILENCE_DAYS * DAY)..=end + DAY;
        let (mut share, mut of) = (0.0, 0.0);
        for (name, weight) in names {
            let (mut inside, mut all) = (0u16, 0u16);
            for &article in self.state.terms.late(name) {
                let known = self.state.article(article);
                if known.when.is_some_and(|when| late.contains(&when.seconds)) {
                    let here = |story| one.stories.contains(&story) || other.stories.contains(&story);
                    // What arrives has no story yet.
                    inside += u16::from(known.story.is_none_or(here));
                    all += 1;
                }
            }
            if all > 0 {
                share += weight * f32::from(inside) / f32::from(all);
                of += weight;
            }
        }
        if of > 0.0 { share / of } else { 0.0 }
    }
}

impl Group {
    fn of(state: &State, weighed: &[Weighed], of_each: &[Option<StoryId>], places: &[usize]) -> Option<Group> {
        let times = || places.iter().filter_map(|&place| state.article(weighed[place].number).when);
        let profile = |names: bool| places.iter().flat_map(|&place| terms(state, &weighed[place], names)).collect();
        let mut stories: Vec<StoryId> = places.iter().filter_map(|&place| of_each[place]).collect();
        stories.sort_unstable();
        stories.dedup();
        Some(Group {
            first: *places.first()?,
            size: places.len(),
            span: (times().map(|when| when.seconds).min()?, times().map(|when| when.seconds).max()?),
            names: profile(true),
            words: profile(false),
            stories,
        })
    }

    fn take(&mut self, other: Group) {
        self.size += other.size;
        self.span = (self.span.0.min(other.span.0), self.span.1.max(other.span.1));
        self.names.take(other.names);
        self.words.take(other.words);
        self.stories.extend(other.stories);
    }

    /// How alike the two must be: what has been one story stays so more easily than what has not. What few have told of yet
    /// has no development.
    fn bars(&self, other: &Group) -> Option<&'static Bars> {
        let shared = self.stories.iter().any(|story| other.stories.contains(story));
        let bars = if shared { &GOES_ON } else { &DEVELOPS };
        (self.size.max(other.size) >= ESTABLISHED).then_some(bars)
    }
}

/// The names of an article, or its other terms, with what each counts in it; all terms together have the length 1.
fn terms<'a>(state: &'a State, weighed: &'a Weighed, names: bool) -> impl Iterator<Item = (u32, f32)> + 'a {
    let parts = &state.article(weighed.number).vector.0;
    let wanted = weighed.terms.iter().zip(parts).filter(move |(_, part)| part.name == names);
    wanted.map(|(&(term, weight), _)| (term, weight / weighed.length)).filter(|(_, weight)| weight.is_finite())
}

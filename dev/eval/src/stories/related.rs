//! Related stories: how often the story nearest to one is of the same topic.

use std::collections::BTreeMap;

use dateline_engine::{Grouper, Placement, Studied, story_of_each};
use dateline_model::{Near, StoryId};

use crate::bcubed::BCubed;
use crate::scoreboard::Scores;

/// A story page names so many.
const SHOWN: usize = 6;

/// Places the reports one by one; `topics` are theirs, in the same order. A story is of the topic of most of its reports.
/// Asked are the stories of topics that have others. `chain_precision` and `chain_recall` hold the topics against the
/// chains of stories that go on from one another.
pub fn score(set: &str, studied: &[Studied], topics: &[String]) -> Scores {
    let mut grouper = Grouper::new();
    let placed: Vec<Placement> =
        studied.iter().map(|studied| grouper.place(&studied.article.id, studied.features.clone())).collect();
    let story_of = story_of_each(placed.iter().flat_map(|placement| &placement.events));
    let mut counted: BTreeMap<StoryId, BTreeMap<&str, usize>> = BTreeMap::new();
    for (studied, topic) in studied.iter().zip(topics) {
        if let Some(&story) = story_of.get(&studied.article.id) {
            *counted.entry(story).or_default().entry(topic).or_default() += 1;
        }
    }
    let topic_of = |topics: &BTreeMap<&'_ str, usize>| {
        topics.iter().max_by_key(|&(_, reports)| *reports).map(|(topic, _)| (*topic).to_owned()).unwrap_or_default()
    };
    let told = topics;
    let topics: BTreeMap<StoryId, String> = counted.iter().map(|(&story, topics)| (story, topic_of(topics))).collect();
    let mut near: BTreeMap<StoryId, BTreeMap<StoryId, f32>> = BTreeMap::new();
    for link in placed.iter().flat_map(|placement| &placement.near) {
        let (Some(&one), Some(&other)) = (story_of.get(&link.article), story_of.get(&link.other)) else { continue };
        for (one, other) in [(one, other), (other, one)].into_iter().filter(|(one, other)| one != other) {
            let closeness = near.entry(one).or_default().entry(other).or_default();
            *closeness = closeness.max(link.closeness);
        }
    }
    let (mut asked, mut top, mut shown, mut named, mut fitting) = (0, 0, 0, 0, 0);
    for (story, topic) in &topics {
        if topics.values().filter(|other| *other == topic).count() < 2 {
            continue;
        }
        let mut ranked: Vec<(StoryId, f32)> = near.get(story).into_iter().flatten().map(|(&a, &b)| (a, b)).collect();
        ranked.sort_by(|a, b| b.1.total_cmp(&a.1).then(b.0.cmp(&a.0)));
        let same: Vec<bool> = ranked.iter().take(SHOWN).map(|(other, _)| topics.get(other) == Some(topic)).collect();
        asked += 1;
        top += usize::from(same.first() == Some(&true));
        shown += usize::from(same.contains(&true));
        named += same.len();
        fitting += same.iter().filter(|same| **same).count();
    }
    let share = |part: usize, all: usize| part as f64 / all.max(1) as f64;
    println!("  {set}: {asked} stories, {named} named, {fitting} fitting");
    let chains = chains(&topics, &near);
    let chain = |studied: &Studied| story_of.get(&studied.article.id).and_then(|story| chains.get(story));
    let chained = studied.iter().zip(told).map(|(one, topic)| (format!("{:?}", chain(one)), topic.clone()));
    let chained = BCubed::of(&chained.collect::<Vec<_>>());
    let mut scores = Scores::new(set, [("chain_precision", chained.precision), ("chain_recall", chained.recall)]);
    if asked > 0 {
        scores.values.extend([("top", share(top, asked)), ("among_six", share(shown, asked))]);
    }
    scores
}

/// The first story of the chain that each story is in: stories close enough that one goes on from the other.
fn chains(
    stories: &BTreeMap<StoryId, String>,
    near: &BTreeMap<StoryId, BTreeMap<StoryId, f32>>,
) -> BTreeMap<StoryId, StoryId> {
    let mut chain_of: BTreeMap<StoryId, StoryId> = stories.keys().map(|&story| (story, story)).collect();
    for (one, others) in near {
        for (other, _) in others.iter().filter(|(_, closeness)| **closeness >= Near::CONTINUES) {
            let (from, into) = (chain_of[one].max(chain_of[other]), chain_of[one].min(chain_of[other]));
            chain_of.values_mut().filter(|chain| **chain == from).for_each(|chain| *chain = into);
        }
    }
    chain_of
}

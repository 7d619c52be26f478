//! The sentences that tell a day best: together they say most of what its reports say.
//!
//! Greedy choice by the weight of the terms not yet said, which is at least 63 per cent of the best choice there is (Lin
//! and Bilmes, "A Class of Submodular Functions for Document Summarization", 2011).

use super::days::Told;
use super::read::{Sentence, Story};
use super::vocabulary::Term;

/// A sentence says again what another has said where so much of the shorter of the two stands in the longer.
const AGAIN: f32 = 0.5;
/// With fewer terms than these a sentence says too little to be said again.
const FEWEST: usize = 4;
/// Shorter sentences tell too little, longer ones too much at once; in words.
const SHORTEST: u32 = 8;
const LONGEST: u32 = 45;
/// What is left of the worth of those.
const ILL_FITTING: f32 = 0.2;
/// No day gets more sentences than this, however many are asked for: each is compared with those chosen before.
const MOST_A_DAY: usize = 100;
/// No sentence shows more repeats than these.
const MOST_REPEATS: usize = 20;
/// What a term is still worth once it is said.
const SAID: f32 = 0.5;
/// The power by which it counts how much a sentence keeps to the story.
const RELEVANCE: f32 = 0.3;

/// A sentence with what it is worth beside its terms.
struct Candidate {
    sentence: u32,
    worth: f32,
    /// Its score when last counted: it only falls, since terms are said.
    bound: f32,
}

/// A number for each term of the story, used again for every day.
pub struct Room(Vec<f32>);

impl Room {
    /// Room for the terms of `story`.
    pub fn new(story: &Story) -> Room {
        Room(vec![0.0; story.rarity.len()])
    }
}

/// A sentence chosen, and those that say the same; by their places in the story.
pub struct Chosen {
    pub sentence: u32,
    pub repeats: Vec<u32>,
}

/// The best `most` of the sentences told of a day that no other day has `taken`, none saying again what a better one says.
pub fn choose(story: &Story, told: &[Told], taken: &[bool], most: usize, room: &mut Room) -> Vec<Chosen> {
    let terms = &mut room.0;
    weigh(story, told, terms);
    let free = told.iter().filter(|told| !taken[told.sentence as usize]);
    let mut candidates: Vec<Candidate> = free.map(|told| candidate(&story.sentences, told)).collect();
    let mut chosen: Vec<u32> = Vec::new();
    while chosen.len() < most.min(MOST_A_DAY) {
        let mut best: (f32, Option<usize>) = (0.0, None);
        for (at, candidate) in candidates.iter_mut().enumerate().filter(|(_, candidate)| candidate.worth > 0.0) {
            if candidate.bound > best.0 {
                let sentence = &story.sentences[candidate.sentence as usize];
                let said: f32 = sentence.terms.iter().map(|&term| terms[term as usize]).sum();
                candidate.bound = candidate.worth * said;
                if candidate.bound > best.0 {
                    best = (candidate.bound, Some(at));
                }
            }
        }
        let Some(at) = best.1 else { break };
        // It stays in its place, so that of two sentences as good the earlier is always chosen.
        candidates[at].worth = 0.0;
        let sentence = &story.sentences[candidates[at].sentence as usize];
        if !chosen.iter().any(|&other| says_again(&story.sentences[other as usize], sentence)) {
            for &term in &sentence.terms {
                terms[term as usize] *= SAID;
            }
            chosen.push(candidates[at].sentence);
        }
    }
    with_repeats(story, told, chosen)
}

/// Weighs the terms of a day: by how surely each report tells them of it, and by how seldom the story tells them.
fn weigh(story: &Story, told: &[Told], weights: &mut [f32]) {
    let terms_of = |told: &Told| &story.sentences[told.sentence as usize].terms;
    for &term in told.iter().flat_map(terms_of) {
        weights[term as usize] = 0.0;
    }
    let report = |told: &Told| story.sentences[told.sentence as usize].report;
    for of_one in told.chunk_by(|one, other| report(one) == report(other)) {
        // Of each report a term counts once, by the surest of its sentences.
        let mut terms: Vec<(Term, f32)> =
            of_one.iter().flat_map(|told| terms_of(told).iter().map(|&term| (term, told.weight))).collect();
        terms.sort_unstable_by(|one, other| one.0.cmp(&other.0).then(other.1.total_cmp(&one.1)));
        terms.dedup_by_key(|(term, _)| *term);
        for (term, weight) in terms {
            weights[term as usize] += weight * story.rarity[term as usize];
        }
    }
}

fn candidate(sentences: &[Sentence], told: &Told) -> Candidate {
    let sentence = &sentences[told.sentence as usize];
    let fit = if (SHORTEST..=LONGEST).contains(&sentence.words) { 1.0 } else { ILL_FITTING };
    // Per root of their number, so that neither the shortest nor the longest sentence wins by its length.
    let length = (sentence.terms.len().max(1) as f32).sqrt();
    let worth = fit * sentence.soundness * told.weight * sentence.relevance.powf(RELEVANCE) / length;
    Candidate { sentence: told.sentence, worth, bound: f32::INFINITY }
}

fn with_repeats(story: &Story, told: &[Told], chosen: Vec<u32>) -> Vec<Chosen> {
    let mut with_repeats: Vec<Chosen> =
        chosen.iter().map(|&sentence| Chosen { sentence, repeats: Vec::new() }).collect();
    for told in told.iter().filter(|told| !chosen.contains(&told.sentence)) {
        let other = &story.sentences[told.sentence as usize];
        let said = |chosen: &&mut Chosen| says_again(&story.sentences[chosen.sentence as usize], other);
        if let Some(chosen) = with_repeats.iter_mut().find(said)
            && chosen.repeats.len() < MOST_REPEATS
        {
            chosen.repeats.push(told.sentence);
        }
    }
    with_repeats
}

fn says_again(one: &Sentence, other: &Sentence) -> bool {
    let shorter = one.terms.len().min(other.terms.len());
    let common = one.terms.iter().filter(|term| other.terms.binary_search(term).is_ok()).count();
    shorter >= FEWEST && common as f32 > AGAIN * shorter as f32 || one.terms == other.terms
}

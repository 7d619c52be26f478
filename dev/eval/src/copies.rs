//! Copies: news articles edited as papers edit agency copy, among reports of the same events in other words.

use std::collections::HashMap;

use anyhow::Result;
use dateline_engine::group;
use dateline_model::{Article, ArticleId, Text};

use crate::data::{Labelled, read, studied};
use crate::edits::{Draw, EDITS};
use crate::scoreboard::Scores;

/// Strengths of an edit.
const STRENGTHS: [usize; 3] = [1, 2, 3];
/// Articles edited in each of the eight ways at each strength.
const EACH: usize = 30;

/// Measures; see `evals/copies/README.md`.
pub fn run() -> Result<Option<Vec<Scores>>> {
    let (Some(volume), Some(basil)) = (read("volume/articles-12000.jsonl.gz")?, read("stories/basil.jsonl")?) else {
        return Ok(None);
    };
    let originals = originals(&volume);
    let donors: Vec<&str> = volume.iter().rev().take(400).map(|labelled| labelled.article.text.as_str()).collect();
    let mut families: HashMap<ArticleId, usize> = HashMap::new();
    let mut copies: Vec<(Article, &str)> = Vec::new();
    let combinations = EDITS.iter().flat_map(|edit| STRENGTHS.iter().map(move |strength| (edit, *strength)));
    for (number, (edit, strength)) in combinations.cycle().take(originals.len()).enumerate() {
        let mut draw = Draw::new(number as u64);
        let original = originals[number];
        families.insert(original.id.clone(), number);
        let text = (edit.apply)(original.text.as_str(), strength, &donors, &mut draw);
        let id = ArticleId::new(&format!("{}-{}-{strength}", original.id, edit.name));
        families.insert(id.clone(), number);
        let title = original.title.clone().filter(|_| edit.name != "headline");
        let outlet = Some("Another outlet".to_owned());
        copies.push((Article { id, title, outlet, text: Text::from(text), ..original.clone() }, edit.name));
    }
    let arrivals: Vec<&Article> = originals
        .iter()
        .copied()
        .chain(basil.iter().map(|labelled| &labelled.article))
        .chain(copies.iter().map(|(copy, _)| copy))
        .collect();
    Ok(Some(score(&arrivals, &families, &copies)))
}

/// Articles of middling length, spread over the set.
fn originals(volume: &[Labelled]) -> Vec<&Article> {
    let long_enough = |article: &&Article| (1200..9000).contains(&article.text.len());
    let wanted = EACH * EDITS.len() * STRENGTHS.len();
    volume.iter().step_by(7).map(|labelled| &labelled.article).filter(long_enough).take(wanted).collect()
}

/// A reported copy is right where both articles go back to one original. Reports between originals, or between
/// those and the look-alikes, are wrong: none was made from another.
fn score(arrivals: &[&Article], families: &HashMap<ArticleId, usize>, copies: &[(Article, &str)]) -> Vec<Scores> {
    let groups = group(&studied(arrivals.iter().copied()));
    let (mut right, mut wrong) = (0u32, 0u32);
    let mut found: HashMap<&str, bool> = HashMap::new();
    for (article, line) in arrivals.iter().zip(&groups) {
        let family = families.get(&article.id);
        for copy in &line.copies {
            let same = family.is_some() && families.get(&ArticleId::new(&copy.of)) == family;
            if same {
                right += 1
            } else {
                wrong += 1
            }
            *found.entry(article.id.as_str()).or_default() |= same;
        }
    }
    let is_found = |copy: &Article| found.get(copy.id.as_str()) == Some(&true);
    let share = |edit: Option<&str>| {
        let of: Vec<bool> = copies
            .iter()
            .filter(|(_, name)| edit.is_none_or(|edit| edit == *name))
            .map(|(copy, _)| is_found(copy))
            .collect();
        of.iter().filter(|found| **found).count() as f64 / of.len().max(1) as f64
    };
    let precision = f64::from(right) / f64::from((right + wrong).max(1));
    let all = Scores::new("all edits", [("precision", precision), ("recall", share(None))]);
    let each = EDITS.iter().map(|edit| Scores::new(edit.name, [("recall", share(Some(edit.name)))]));
    std::iter::once(all).chain(each).collect()
}

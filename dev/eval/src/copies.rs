//! Copies: news articles edited as papers edit agency copy, among reports that only look like copies.

mod cases;
mod independent;
mod passages;
mod rand_index;
mod same_event;

use std::collections::{BTreeMap, HashMap, HashSet};

use anyhow::Result;
use dateline_engine::{Grouper, Placement, study};
use dateline_model::{Article, ArticleId};

use crate::data::read;
use crate::edits::EDITS;
use crate::scoreboard::Scores;
use cases::{Cases, Kind};

/// Measures; see `evals/copies/README.md`.
pub fn run() -> Result<Option<Vec<Scores>>> {
    let (Some(volume), Some(basil)) = (read("volume/articles-12000.jsonl.gz")?, read("stories/basil.jsonl")?) else {
        return Ok(None);
    };
    let cases = Cases::new(&volume, &basil);
    let placed = placed(&cases.arrivals);
    let reported = Reported::of(&placed);
    let mut scores = reported.edits(&cases);
    scores.push(reported.look_alikes(&cases));
    scores.push(passages::score(&cases));
    scores.push(same_event::score(&basil));
    Ok(Some(scores))
}

/// Where each of `articles` is placed, as they arrive.
fn placed(articles: &[Article]) -> Vec<(ArticleId, Placement)> {
    let mut grouper = Grouper::new();
    let place = |article: &Article| {
        let studied = study(article.clone());
        let placement = grouper.place(&studied.article.id, studied.features);
        (studied.article.id, placement)
    };
    articles.iter().map(place).collect()
}

/// What was reported, whichever of two articles arrived first.
struct Reported<'p> {
    /// Copy and original.
    copies: HashSet<(&'p str, &'p str)>,
    quotations: HashSet<(&'p str, &'p str)>,
}

impl<'p> Reported<'p> {
    fn of(placed: &'p [(ArticleId, Placement)]) -> Reported<'p> {
        let mut reported = Reported { copies: HashSet::new(), quotations: HashSet::new() };
        for (id, placement) in placed {
            let id = id.as_str();
            reported.copies.extend(placement.copies.iter().map(|copy| (id, copy.of.as_str())));
            reported.copies.extend(placement.copied_by.iter().map(|copy| (copy.by.as_str(), id)));
            let both = placement.quotations.iter().flat_map(|other| [(id, other.as_str()), (other.as_str(), id)]);
            reported.quotations.extend(both);
        }
        reported
    }

    fn edits(&self, cases: &Cases) -> Vec<Scores> {
        let family = |id: &str| cases.families.get(id);
        let right = |(one, other): &&(&str, &str)| family(one).is_some() && family(one) == family(other);
        let right = self.copies.iter().filter(right).count();
        let precision = right as f64 / self.copies.len().max(1) as f64;
        let (recall, either) = self.found(cases, Kind::is_single);
        let told = self.found(cases, |kind| kind.is_single() && kind.is_told()).1;
        let untold = self.found(cases, |kind| kind.is_single() && !kind.is_told()).1;
        let all = Scores::new(
            "all edits",
            [
                ("precision", precision),
                ("recall", recall),
                ("direction", either),
                ("direction_told", told),
                ("direction_untold", untold),
                ("rand_index", self.rand_index(cases)),
            ],
        );
        let each = EDITS.iter().map(|edit| {
            let (recall, _) = self.found(cases, |kind| kind.edit == edit.name);
            let (_, told) = self.found(cases, |kind| kind.edit == edit.name && kind.is_told());
            let (_, untold) = self.found(cases, |kind| kind.edit == edit.name && !kind.is_told());
            Scores::new(edit.name, [("recall", recall), ("direction_told", told), ("direction_untold", untold)])
        });
        std::iter::once(all).chain(each).collect()
    }

    /// Of the edited articles of some kinds: the share that was found to have the text of its original, and of those
    /// the share that was told to be the copy.
    fn found(&self, cases: &Cases, kinds: impl Fn(&Kind) -> bool) -> (f64, f64) {
        let (mut all, mut found, mut right) = (0, 0, 0);
        for case in cases.edited.iter().filter(|case| kinds(&case.kind)) {
            let (copy, original) = (case.copy.as_str(), case.original.id.as_str());
            let is_right = self.copies.contains(&(copy, original));
            all += 1;
            right += i32::from(is_right);
            found += i32::from(is_right || self.copies.contains(&(original, copy)));
        }
        (f64::from(found) / f64::from(all.max(1)), f64::from(right) / f64::from(found.max(1)))
    }

    /// How well the groups that copies make agree with the families.
    fn rand_index(&self, cases: &Cases) -> f64 {
        let mut group: HashMap<&str, usize> = HashMap::new();
        let ids = || cases.arrivals.iter().map(|article| article.id.as_str());
        group.extend(ids().enumerate().map(|(at, id)| (id, at)));
        for (one, other) in &self.copies {
            let (from, into) = (group[one], group[other]);
            group.values_mut().filter(|group| **group == from).for_each(|group| *group = into);
        }
        let own = cases.arrivals.len();
        let label = |(at, id): (usize, &str)| (group[id], cases.families.get(id).copied().unwrap_or(own + at));
        rand_index::adjusted(&ids().enumerate().map(label).collect::<Vec<_>>())
    }

    /// Of the articles that only have an outlet's closing words in common, and of those that have a quotation in
    /// common, the share that was not taken for copies; of the latter, the share that was found to share it.
    fn look_alikes(&self, cases: &Cases) -> Scores {
        let mut copying: BTreeMap<&str, bool> = BTreeMap::new();
        for (copy, original) in &self.copies {
            copying.insert(copy, true);
            copying.insert(original, true);
        }
        let clean = |ids: &[ArticleId]| {
            let clean = ids.iter().filter(|id| !copying.contains_key(id.as_str())).count();
            clean as f64 / ids.len().max(1) as f64
        };
        let quoting: Vec<ArticleId> = cases.quoting.iter().flatten().cloned().collect();
        let found = |[one, other]: &&[ArticleId; 2]| self.quotations.contains(&(one.as_str(), other.as_str()));
        let found = cases.quoting.iter().filter(found).count() as f64 / cases.quoting.len().max(1) as f64;
        Scores::new(
            "no copies",
            [("closing_words", clean(&cases.closing)), ("quotation", clean(&quoting)), ("quotation_found", found)],
        )
    }
}

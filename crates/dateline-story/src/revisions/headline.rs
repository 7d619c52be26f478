//! Headlines: what agencies set before them and sites behind them is no change; what they tell may be.

use dateline_model::{Alteration, AlterationKind, Excerpt, Mark, Standing, Text};

use super::changed::{self, told};
use super::compare::compare;
use super::notices::without_slug;
use super::wording::{Does, judge_words};

/// What sites set between a headline and their own name.
const BETWEEN: [&str; 6] = [" | ", " - ", " – ", " — ", " :: ", " · "];
/// The name of a site has no more words.
const SITE: usize = 4;

/// What the change of a headline does, and the change itself where it tells something else.
pub fn headline(before: Option<&str>, after: Option<&str>, language: &str) -> (Does, Option<Alteration>) {
    let (Some(before), Some(after)) = (before.map(str::trim), after.map(str::trim)) else {
        return (Does::Nothing, None);
    };
    let does = judged(without_slug(before), without_slug(after), language);
    let altered = matches!(does, Does::Alters(_)).then(|| Alteration {
        kind: AlterationKind::Headline,
        before: Some(whole(before)),
        after: Some(whole(after)),
    });
    (does, altered)
}

/// The words of a headline, all of them.
pub fn whole(headline: &str) -> Excerpt {
    Excerpt { text: headline.to_owned(), start: 0, end: headline.chars().count() }
}

fn judged(before: &str, after: &str, language: &str) -> Does {
    let bare = |headline: &str| -> Vec<String> {
        let cut = BETWEEN.iter().filter_map(|between| headline.rsplit_once(between));
        let site = |site: &str| site.split_whitespace().count() <= SITE;
        let cut = cut.filter(|(_, last)| site(last)).map(|(first, _)| first.to_owned());
        cut.chain([headline.to_owned()]).collect()
    };
    let forms = |headline: &String| -> Vec<String> {
        let text = Text::new(headline);
        changed::forms(&text, text.whole())
    };
    let (ours, theirs) = (bare(before), bare(after));
    if ours.iter().any(|one| theirs.iter().any(|other| forms(one) == forms(other))) {
        return Does::Nothing;
    }
    let (before, after) = (Text::new(before), Text::new(after));
    let comparison = compare((&before, &[]), (&after, &[]));
    let mut does = Does::Nothing;
    for piece in &comparison.pieces {
        if piece.standing == Standing::Removed {
            return Does::Alters(AlterationKind::Headline);
        }
        let runs = &piece.runs;
        for (at, run) in runs.iter().enumerate().filter(|(_, run)| run.mark != Mark::Same) {
            let next = runs.get(at + 1).filter(|next| run.mark == Mark::Gone && next.mark == Mark::New);
            let follows = at > 0 && run.mark == Mark::New && runs[at - 1].mark == Mark::Gone;
            if follows {
                continue;
            }
            let new = next.unwrap_or(run).after;
            match judge_words(told(&before, run.before), told(&after, new), language) {
                altered @ Does::Alters(_) => return altered,
                Does::Adds => does = Does::Adds,
                Does::Nothing => {}
            }
        }
    }
    does
}

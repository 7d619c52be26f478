//! Whether what stands at the address of a report is still that report: a barrier, a front page or another report is no
//! version of it.

use dateline_model::{Article, Comparison, Edit, EditClass, Mark, Span, Standing, Text};

use super::changed::{forms, told};

/// A version with fewer of the words of the one before than this share is cut short.
const SHORT: f32 = 0.5;
/// A version that keeps fewer of the words of the one before is another report.
const KEPT: f32 = 0.3;
/// Reports of fewer words are rewritten as they are told.
const BRIEF: usize = 40;
/// Headlines that share this many of their words are of one report.
const HEADLINE: f32 = 0.5;

/// What stands at the address of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
    /// The report, word for word.
    Same,
    /// The report, with other words.
    Revision,
    /// Less than the report, as behind a barrier.
    Less,
    /// Something else.
    Other,
}

/// What `after`, read from the address of `before`, is to it.
#[must_use]
pub fn holds(before: &Article, after: &Article, comparison: &Comparison, edit: &Edit) -> Holds {
    let same_headline = headline_words(before) == headline_words(after);
    if comparison.is_same() && same_headline && comparison.pieces.iter().all(|piece| piece.standing == Standing::Kept) {
        return Holds::Same;
    }
    // A notice may stand in place of all that was told.
    if edit.class == EditClass::Correction {
        return Holds::Revision;
    }
    let words = |text: &Text, span: Span| told(text, span).len();
    let (old, new) = (words(&before.text, before.text.whole()), words(&after.text, after.text.whole()));
    let barred = (after.teaser && !before.teaser) || (after.paywall && !before.paywall && new < old);
    if barred || (new as f32) < SHORT * old as f32 {
        return Holds::Less;
    }
    let runs = comparison.pieces.iter().flat_map(|piece| &piece.runs).filter(|run| run.mark == Mark::Same);
    let kept: usize = runs.map(|run| words(&before.text, run.before)).sum();
    let other = (kept as f32) < KEPT * old as f32 && !(old < BRIEF || headlines_alike(before, after));
    if other { Holds::Other } else { Holds::Revision }
}

fn headline_words(article: &Article) -> Vec<String> {
    let title = Text::new(article.title.as_deref().unwrap_or_default());
    forms(&title, title.whole())
}

fn headlines_alike(one: &Article, other: &Article) -> bool {
    let (one, other) = (headline_words(one), headline_words(other));
    let both = one.iter().filter(|word| other.contains(word)).count();
    !one.is_empty() && !other.is_empty() && both as f32 >= HEADLINE * one.len().min(other.len()) as f32
}

#[cfg(test)]
mod tests {
    use dateline_model::Annotations;

    use super::*;
    use crate::TimelineReport;
    use crate::revisions::{compare, edit};

    const REPORT: &str = "The harbour council voted on Tuesday to close the east pier until March.\n\
        Inspectors had found cracks in two of its pillars, and the port office wants them mended before the spring tides.\n\
        The ferry company will move its night services to the west pier and expects delays of twenty minutes a day.\n\
        Fishermen who land their catch there said that nobody had asked them what they think of it.";

    fn judged(title: &str, text: &str, teaser: bool) -> Holds {
        let article =
            |title: &str, text: &str| Article { title: Some(title.to_owned()), ..Article::of(Text::new(text)) };
        let (before, mut after) = (article("East pier closes", REPORT), article(title, text));
        after.teaser = teaser;
        let found = Annotations::default();
        let report = |article| TimelineReport { article, annotations: &found };
        let comparison = compare((&before.text, &[]), (&after.text, &[]));
        let edit = edit(&report(&before), &report(&after), &comparison);
        holds(&before, &after, &comparison, &edit)
    }

    #[test]
    fn a_version_is_told_from_what_is_none() {
        assert_eq!(judged("East pier closes", &REPORT.replace('\n', "\n\n"), false), Holds::Same);
        assert_eq!(judged("East pier closes", &REPORT.replace("twenty", "thirty"), false), Holds::Revision);
        assert_eq!(judged("East pier shut", REPORT, false), Holds::Revision);
        let first = REPORT.lines().next().unwrap();
        assert_eq!(judged("East pier closes", first, false), Holds::Less);
        assert_eq!(judged("East pier closes", &REPORT[..REPORT.len() - 60], true), Holds::Less);
        let other = "We value your privacy. ".repeat(30);
        assert_eq!(judged("Before you continue", &other, false), Holds::Other);
        assert_eq!(judged("East pier closes", "This article has been retracted.", false), Holds::Revision);
    }
}

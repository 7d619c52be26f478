//! What changed from one version of a report to the next, word by word.

use std::time::Instant;

use dateline_store::Revision;
use jiff::Timestamp;
use similar::{ChangeTag, DiffOp, TextDiff};

use crate::times::{self, Stamp};
use crate::words;

/// So many versions are compared, the newest.
const MOST: usize = 30;
/// Paragraphs less alike than this are shown as one taken out and one put in: crumbs of words do not read.
const ALIKE: f32 = 0.3;

/// How a run of words stands in the two versions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// In both.
    Same,
    /// In the earlier only.
    Gone,
    /// In the later only.
    New,
}

/// Words that share a mark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// Their mark.
    pub mark: Mark,
    /// The words.
    pub words: String,
}

/// A part of a comparison.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Passage {
    /// So many paragraphs stand in both, in words.
    Unchanged(String),
    /// Paragraphs that differ.
    Changed(Vec<Run>),
}

/// A version, compared with the one before.
#[derive(Debug)]
pub struct Version {
    /// 1 for the first.
    pub number: u64,
    /// When its capture was taken.
    pub captured: Option<Stamp>,
    /// What differs from the version before; empty where no words do.
    pub passages: Vec<Passage>,
}

/// Every version that has one before it, newest first. Comparing that would go on past `deadline` gives whole
/// paragraphs instead of words.
#[must_use]
pub fn versions(revisions: &[Revision], now: Timestamp, deadline: Instant) -> Vec<Version> {
    let pairs = revisions.windows(2).rev().take(MOST);
    pairs
        .filter_map(|pair| {
            let [before, after] = pair else { return None };
            Some(Version {
                number: after.number,
                captured: after.captured.map(|taken| times::stamp(dateline_model::Moment::utc(taken), now)),
                passages: compare(&lines(before), &lines(after), deadline),
            })
        })
        .collect()
}

/// Headline and paragraphs.
fn lines(revision: &Revision) -> Vec<&str> {
    let title = revision.title.as_deref().unwrap_or_default();
    std::iter::once(title).chain(revision.text.lines()).map(str::trim).filter(|line| !line.is_empty()).collect()
}

fn compare(before: &[&str], after: &[&str], deadline: Instant) -> Vec<Passage> {
    let paragraphs = TextDiff::configure().deadline(deadline).diff_slices(before, after);
    if paragraphs.ops().iter().all(|op| matches!(op, DiffOp::Equal { .. })) {
        return Vec::new();
    }
    let passage = |op: &DiffOp| {
        let (old, new) = (before[op.old_range()].join("\n"), after[op.new_range()].join("\n"));
        match op {
            DiffOp::Equal { len, .. } => {
                Passage::Unchanged(words::count(*len as u64, "paragraph unchanged", "paragraphs unchanged"))
            }
            _ => Passage::Changed(runs(&old, &new, deadline)),
        }
    };
    paragraphs.ops().iter().map(passage).collect()
}

fn runs(old: &str, new: &str, deadline: Instant) -> Vec<Run> {
    let whole = || {
        let gone = Run { mark: Mark::Gone, words: old.to_owned() };
        [gone, Run { mark: Mark::New, words: new.to_owned() }].into_iter().filter(|run| !run.words.is_empty()).collect()
    };
    if old.is_empty() || new.is_empty() {
        return whole();
    }
    let diff = TextDiff::configure().deadline(deadline).diff_unicode_words(old, new);
    if share_in_both(&diff, old, new) < ALIKE {
        return whole();
    }
    let mut joined = Joined::default();
    for change in diff.iter_all_changes() {
        match change.tag() {
            ChangeTag::Equal => joined.same(change.value()),
            ChangeTag::Delete => joined.changed(change.value(), ""),
            ChangeTag::Insert => joined.changed("", change.value()),
        }
    }
    joined.finish()
}

/// The share of letters that stand in words of both, 0 to 1.
fn share_in_both(diff: &TextDiff<'_, '_, str>, old: &str, new: &str) -> f32 {
    let letters = |words: &str| words.chars().filter(|letter| letter.is_alphanumeric()).count();
    let same = diff.iter_all_changes().filter(|change| change.tag() == ChangeTag::Equal);
    let both: usize = same.map(|change| letters(change.value())).sum();
    2.0 * both as f32 / (letters(old) + letters(new)).max(1) as f32
}

/// Joins neighbouring changes into one of each mark: a space between two changed words is part of the change.
#[derive(Default)]
struct Joined {
    runs: Vec<Run>,
    gone: String,
    new: String,
    space: String,
}

impl Joined {
    fn changed(&mut self, gone: &str, new: &str) {
        let space = std::mem::take(&mut self.space);
        self.gone += &space;
        self.new += &space;
        self.gone += gone;
        self.new += new;
    }

    fn same(&mut self, words: &str) {
        let open = !self.gone.is_empty() || !self.new.is_empty();
        if open && words.chars().all(char::is_whitespace) {
            self.space += words;
            return;
        }
        self.flush();
        self.push(Mark::Same, words);
    }

    fn flush(&mut self) {
        let (gone, new, space) =
            (std::mem::take(&mut self.gone), std::mem::take(&mut self.new), std::mem::take(&mut self.space));
        self.push(Mark::Gone, &gone);
        self.push(Mark::New, &new);
        self.push(Mark::Same, &space);
    }

    fn push(&mut self, mark: Mark, words: &str) {
        match self.runs.last_mut() {
            _ if words.is_empty() => {}
            Some(last) if last.mark == mark => last.words += words,
            _ => self.runs.push(Run { mark, words: words.to_owned() }),
        }
    }

    fn finish(mut self) -> Vec<Run> {
        self.flush();
        self.runs
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    fn shown(before: &str, after: &str) -> Vec<String> {
        let lines = |text: &'static str| text.lines().collect::<Vec<_>>();
        let (before, after) = (lines(before.to_owned().leak()), lines(after.to_owned().leak()));
        let passages = compare(&before, &after, Instant::now() + Duration::from_secs(5));
        let run = |run: &Run| match run.mark {
            Mark::Same => run.words.clone(),
            Mark::Gone => format!("[-{}-]", run.words),
            Mark::New => format!("{{+{}+}}", run.words),
        };
        let passage = |passage: &Passage| match passage {
            Passage::Unchanged(words) => format!("({words})"),
            Passage::Changed(runs) => runs.iter().map(run).collect(),
        };
        passages.iter().map(passage).collect()
    }

    #[test]
    fn only_changed_words_are_marked() {
        let before = "The ferry left.\nThe port said 12 people were hurt.\nIt gave no reason.";
        let after = "The ferry left.\nThe port now says 14 people were hurt.\nIt gave no reason.";
        let expected = [
            "(1 paragraph unchanged)",
            "The port [-said 12-]{+now says 14+} people were hurt.",
            "(1 paragraph unchanged)",
        ];
        assert_eq!(shown(before, after), expected);
    }

    #[test]
    fn words_without_spaces_are_compared_too() {
        assert_eq!(shown("会談は七月に開かれる。", "会談は八月に開かれる。"), ["会談は[-七-]{+八+}月に開かれる。"]);
    }

    #[test]
    fn unlike_paragraphs_are_replaced_whole() {
        let shown = shown("Cows graze on the hill.", "Parliament voted 301 to 244 against.");
        assert_eq!(shown, ["[-Cows graze on the hill.-]{+Parliament voted 301 to 244 against.+}"]);
    }

    #[test]
    fn same_words_give_nothing() {
        assert!(shown("One.\nTwo.", "One.\nTwo.").is_empty());
    }

    #[test]
    fn large_texts_end_at_the_deadline() {
        let numbers = |from: usize| (from..from + 60_000).map(|at| format!("w{at} ")).collect::<String>();
        let lines = |from: usize| (from..from + 60_000).map(|at| format!("w{at}")).collect::<Vec<_>>();
        let begun = Instant::now();
        let deadline = begun + Duration::from_millis(50);
        runs(&numbers(0), &numbers(30_000_000), deadline);
        let (before, after) = (lines(0), lines(30_000_000));
        let borrowed = |lines: &'static [String]| lines.iter().map(String::as_str).collect::<Vec<_>>();
        compare(&borrowed(before.leak()), &borrowed(after.leak()), deadline);
        assert!(begun.elapsed() < Duration::from_secs(10), "{:?}", begun.elapsed());
    }
}

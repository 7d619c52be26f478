//! What changed from one version of a report to the next: its words, sentence by sentence, and what was altered.

use dateline_model::{
    Alteration, Article, Comparison, Edit, EditClass, Excerpt, Mark, Moment, NoticeKind, Piece, Span, Standing, Text,
};
use dateline_store::{ArticleSummary, EditLine, Version, Withdrawn};
use jiff::Timestamp;

use super::copy::outlet;
use super::foreign::Foreign;
use crate::times::{self, Stamp};
use crate::{Compare, addresses, words};

/// So many alterations are listed of one change.
const MOST: usize = 12;
/// Altered words are shown up to this many characters.
const LONGEST: usize = 220;

/// Words that share a mark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// Their mark.
    pub mark: Mark,
    /// The words.
    pub words: String,
    /// True where a space stands before them.
    pub spaced: bool,
}

/// A part of a comparison.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Passage {
    /// So many paragraphs stand in both, in words.
    Unchanged(String),
    /// A paragraph that differs.
    Changed(Vec<Run>),
    /// A paragraph that stands at another place; its words may differ too.
    Moved(Vec<Run>),
}

/// One thing that was altered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Altered {
    /// `Figure changed`.
    pub what: String,
    /// The words before; empty where there were none.
    pub before: String,
    /// The words after; empty where there are none.
    pub after: String,
}

/// What kind of change it is, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judged {
    /// For styles: `silent`, `correction`, `update`, `none`.
    pub class: &'static str,
    /// `Silent edit`.
    pub name: &'static str,
    /// What that means.
    pub means: &'static str,
    /// How the outlet says so, each with its words (empty for a time that moved).
    pub notices: Vec<(&'static str, String)>,
    /// What was altered, weightiest first.
    pub altered: Vec<Altered>,
    /// `3 passages added`; empty where none were.
    pub added: String,
}

impl Judged {
    /// In words.
    #[must_use]
    pub fn new(edit: &Edit) -> Judged {
        let (class, name, means) = named(edit.class);
        let notice = |kind| match kind {
            NoticeKind::Correction => "The outlet says",
            NoticeKind::Updated => "The outlet says that it was updated",
            NoticeKind::Modified => "Its stated time of change moved",
        };
        Judged {
            class,
            name,
            means,
            notices: edit.notices.iter().map(|said| (notice(said.kind), words_of(&said.words))).collect(),
            altered: edit.alterations.iter().take(MOST).map(altered).collect(),
            added: match edit.added {
                0 => String::new(),
                added => format!("{} added", words::count(added.into(), "passage", "passages")),
            },
        }
    }

    /// The weightiest of it in one line: `Figure changed: 12 → 14`, or the words of a correction.
    #[must_use]
    pub fn gist(&self) -> String {
        if let ("correction", Some((_, words))) = (self.class, self.notices.first())
            && !words.is_empty()
        {
            return words.clone();
        }
        let Some(Altered { what, before, after }) = self.altered.first() else { return self.added.clone() };
        let words =
            [before, after].into_iter().filter(|words| !words.is_empty()).map(|words| words::beginning(words, 90));
        format!("{what}: {}", words.collect::<Vec<_>>().join(" → "))
    }
}

fn named(class: EditClass) -> (&'static str, &'static str, &'static str) {
    match class {
        EditClass::SilentEdit => {
            ("silent", "Silent edit", "Something else is told than before, and the outlet does not say so.")
        }
        EditClass::Correction => ("correction", "Correction", "The outlet says that something was wrong."),
        EditClass::Update => ("update", "Update", "The outlet says that it changed the report, or it only told more."),
        EditClass::Cosmetic => {
            ("none", "Nothing told anew", "Typing errors, typography or what stands around a report.")
        }
        EditClass::Reread => (
            "none",
            "Read from another source",
            "A page in place of a feed, or the whole report in place of its opening.",
        ),
    }
}

/// The beginning of some words; empty where there are none.
fn words_of(words: &Option<Excerpt>) -> String {
    words.as_ref().map(|words| words::beginning(&words.text, LONGEST)).unwrap_or_default()
}

fn altered(alteration: &Alteration) -> Altered {
    let name = alteration.kind.name();
    let upper = name.get(..1).map(str::to_uppercase).unwrap_or_default();
    Altered {
        what: format!("{upper}{} {}", name.get(1..).unwrap_or_default(), alteration.deed()),
        before: words_of(&alteration.before),
        after: words_of(&alteration.after),
    }
}

/// A version, compared with the one before.
#[derive(Debug)]
pub struct Changed {
    /// 1 for the first.
    pub number: u64,
    /// When its capture was taken.
    pub captured: Option<Stamp>,
    /// What kind of change it is; `None` where nobody judged it yet.
    pub judged: Option<Judged>,
    /// The headline, word by word, where it differs.
    pub headline: Vec<Run>,
    /// What differs in the text; empty where no words do.
    pub passages: Vec<Passage>,
}

/// Every version that has one before it, newest first.
#[must_use]
pub fn changed(versions: &[Version], compare: Compare, now: Timestamp) -> Vec<Changed> {
    let pairs = versions.windows(2).rev();
    pairs
        .filter_map(|pair| {
            let [before, after] = pair else { return None };
            let comparison = compare(&before.article, &after.article);
            let texts = [&before.article.text, &after.article.text];
            Some(Changed {
                number: after.number,
                captured: after.captured.map(|taken| times::stamp(Moment::utc(taken), now)),
                judged: after.edit.as_ref().map(Judged::new),
                headline: headline(&before.article, &after.article, compare),
                passages: if comparison.is_same() && !moved(&comparison) {
                    Vec::new()
                } else {
                    passages(&comparison, texts)
                },
            })
        })
        .collect()
}

fn moved(comparison: &Comparison) -> bool {
    comparison.pieces.iter().any(|piece| piece.standing == Standing::Moved)
}

fn headline(before: &Article, after: &Article, compare: Compare) -> Vec<Run> {
    let as_text = |article: &Article| Article::of(Text::new(article.title.as_deref().unwrap_or_default()));
    let (before, after) = (as_text(before), as_text(after));
    let comparison = compare(&before, &after);
    if comparison.is_same() {
        return Vec::new();
    }
    let mut runs = Vec::new();
    for piece in &comparison.pieces {
        push(&mut runs, piece, [&before.text, &after.text]);
    }
    runs
}

/// A paragraph on its way to being shown.
#[derive(Default)]
struct Paragraph {
    runs: Vec<Run>,
    same: bool,
    moved: bool,
    /// The lines of both texts that it goes on in.
    lines: [Option<usize>; 2],
}

/// The paragraphs of both texts.
fn passages(comparison: &Comparison, texts: [&Text; 2]) -> Vec<Passage> {
    let mut paragraphs: Vec<Paragraph> = Vec::new();
    let lines: [Vec<Span>; 2] = texts.map(|text| text.lines().collect());
    for piece in &comparison.pieces {
        let line = |side: usize, span: Span| {
            Some(lines[side].partition_point(|line| line.start() <= span.start())).filter(|_| !span.is_empty())
        };
        let at = [line(0, piece.before), line(1, piece.after)];
        let moved = piece.standing == Standing::Moved;
        let goes_on = paragraphs.last().is_some_and(|last| {
            let side = usize::from(piece.standing != Standing::Removed);
            last.lines[side] == at[side] && last.moved == moved
        });
        if !goes_on {
            paragraphs.push(Paragraph { same: true, moved, ..Paragraph::default() });
        }
        if let Some(paragraph) = paragraphs.last_mut() {
            paragraph.same &= piece.is_same() && !moved;
            paragraph.lines = [at[0].or(paragraph.lines[0]), at[1].or(paragraph.lines[1])];
            push(&mut paragraph.runs, piece, texts);
        }
    }
    paragraphs.chunk_by(|one, next| one.same && next.same).flat_map(shown).collect()
}

fn shown(paragraphs: &[Paragraph]) -> Vec<Passage> {
    match paragraphs {
        [first, ..] if first.same => {
            let many = paragraphs.len() as u64;
            vec![Passage::Unchanged(words::count(many, "paragraph unchanged", "paragraphs unchanged"))]
        }
        changed => changed
            .iter()
            .map(|paragraph| {
                let runs = paragraph.runs.clone();
                if paragraph.moved { Passage::Moved(runs) } else { Passage::Changed(runs) }
            })
            .collect(),
    }
}

fn push(runs: &mut Vec<Run>, piece: &Piece, [before, after]: [&Text; 2]) {
    for run in &piece.runs {
        let (text, span) = if run.mark == Mark::Gone { (before, run.before) } else { (after, run.after) };
        let spaced = !runs.is_empty() && text.as_str()[..span.start()].ends_with(char::is_whitespace);
        let words = text.slice(span).split_whitespace().collect::<Vec<_>>().join(" ");
        match runs.last_mut() {
            Some(last) if last.mark == run.mark => {
                if spaced {
                    last.words.push(' ');
                }
                last.words += &words;
            }
            _ => runs.push(Run { mark: run.mark, words, spaced }),
        }
    }
}

/// A change in a list.
#[derive(Debug)]
pub struct Line {
    /// Where its words are shown.
    pub href: String,
    /// The report's page.
    pub report: String,
    /// Headline.
    pub headline: Foreign,
    /// Outlet, or words for one that is not known.
    pub outlet: String,
    /// When it was noticed.
    pub noticed: Option<Stamp>,
    /// What kind of change it is.
    pub judged: Judged,
}

impl Line {
    /// For a list at `now`.
    #[must_use]
    pub fn new(line: &EditLine, now: Timestamp) -> Line {
        let EditLine { report, version, noticed, edit } = line;
        let href = addresses::version(&report.id, *version);
        Line::of(report, href, noticed.map(|noticed| times::stamp(Moment::utc(noticed), now)), Judged::new(edit))
    }

    /// For a report that was withdrawn.
    #[must_use]
    pub fn withdrawn(withdrawn: &Withdrawn, now: Timestamp) -> Line {
        let Withdrawn { report, since } = withdrawn;
        let judged = Judged {
            class: "silent",
            name: "Withdrawn",
            means: "Nothing stands at its address any more.",
            notices: Vec::new(),
            altered: Vec::new(),
            added: String::new(),
        };
        let noticed = times::stamp(Moment::utc(*since), now);
        Line::of(report, addresses::changes(&report.id), Some(noticed), judged)
    }

    fn of(report: &ArticleSummary, href: String, noticed: Option<Stamp>, judged: Judged) -> Line {
        Line {
            href,
            report: addresses::article(&report.id),
            headline: Foreign::new(&report.headline, report.language.as_deref()),
            outlet: outlet(report.outlet.as_deref()),
            noticed,
            judged,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use dateline_model::Run as Words;

    /// As if all words but those told were the same.
    fn passages_of(before: &str, after: &str, pieces: &[(Standing, &str, &str)]) -> Vec<Passage> {
        let (before, after) = (Text::new(before), Text::new(after));
        let find = |text: &Text, words: &str| {
            let at = text.as_str().find(words).unwrap();
            text.span(at..at + words.len()).unwrap()
        };
        let piece = |&(standing, old, new): &(Standing, &str, &str)| {
            let (old, new) = (find(&before, old), find(&after, new));
            let run = |mark, before, after| Words { mark, before, after };
            let nothing = Span::default();
            let runs = match standing {
                Standing::Added => vec![run(Mark::New, nothing, new)],
                Standing::Removed => vec![run(Mark::Gone, old, nothing)],
                _ if before.slice(old) == after.slice(new) => vec![run(Mark::Same, old, new)],
                _ => vec![run(Mark::Gone, old, nothing), run(Mark::New, nothing, new)],
            };
            Piece { standing, before: old, after: new, runs }
        };
        let comparison = Comparison { pieces: pieces.iter().map(piece).collect() };
        passages(&comparison, [&before, &after])
    }

    #[test]
    fn paragraphs_that_stay_are_counted_and_others_shown() {
        use Standing::{Added, Kept, Moved, Removed};
        let shown = passages_of(
            "One. Two.\nThree.\nFour.",
            "One. Two b.\nFour.\nThree.\nNew.",
            &[
                (Kept, "One.", "One."),
                (Kept, "Two.", "Two b."),
                (Kept, "Four.", "Four."),
                (Moved, "Three.", "Three."),
                (Added, "", "New."),
            ],
        );
        let run = |mark, words: &str, spaced| Run { mark, words: words.to_owned(), spaced };
        let expected = [
            Passage::Changed(vec![
                run(Mark::Same, "One.", false),
                run(Mark::Gone, "Two.", true),
                run(Mark::New, "Two b.", true),
            ]),
            Passage::Unchanged("1 paragraph unchanged".to_owned()),
            Passage::Moved(vec![run(Mark::Same, "Three.", false)]),
            Passage::Changed(vec![run(Mark::New, "New.", false)]),
        ];
        assert_eq!(shown, expected);
        let gone = passages_of(
            "One. Two.\nThree.",
            "One.\nThree.",
            &[(Kept, "One.", "One."), (Removed, "Two.", ""), (Kept, "Three.", "Three.")],
        );
        assert_eq!(gone[0], Passage::Changed(vec![run(Mark::Same, "One.", false), run(Mark::Gone, "Two.", true)]));
        assert_eq!(gone.len(), 2);
    }
}

//! Quotes: every attribution of PolNeAR's news texts, against the claims found in them.

mod standoff;

use std::fmt::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use dateline_engine::study;
use dateline_model::{Article, Language, Text};

use crate::data;
use crate::differences;
use crate::scoreboard::Scores;
use crate::spans::{Counts, Parts, equal, overlap, pairs, trimmed, words};
use standoff::Marks;

/// Names another part of the set to measure: `train`, to look at errors there.
const PART: &str = "DATELINE_QUOTES";
/// The part that is scored.
const SCORED: &str = "dev";

/// One attribution, as a person marked it or as a claim has it; each span a set of parts.
#[derive(Clone, Debug, Default)]
pub struct Attribution {
    pub sources: Vec<Parts>,
    pub cues: Vec<Parts>,
    pub contents: Vec<Parts>,
}

/// The three kinds of span, with their names on the scoreboard.
type Role = (&'static str, fn(&Attribution) -> &Vec<Parts>);
const ROLES: [Role; 3] = [
    ("source", |attribution| &attribution.sources),
    ("cue", |attribution| &attribution.cues),
    ("content", |attribution| &attribution.contents),
];

/// A way of holding spans against each other.
struct Measure {
    name: &'static str,
    count: fn(&str, &[Parts], &[Parts]) -> Counts,
}

const MEASURES: [Measure; 3] = [
    Measure { name: "exact", count: |text, expected, found| alike(text, expected, found, trimmed) },
    Measure { name: "words", count: |text, expected, found| alike(text, expected, found, words) },
    Measure { name: "overlap", count: |text, expected, found| half_shared(text, expected, found) },
];

/// Measures; see `evals/quotes/README.md`.
pub fn run() -> Result<Option<Vec<Scores>>> {
    let part = std::env::var(PART).unwrap_or_else(|_| SCORED.to_owned());
    let Some(folder) = data::folder(&format!("quotes/polnear/{part}")) else { return Ok(None) };
    let mut counts = [[Counts::default(); ROLES.len()]; MEASURES.len()];
    let mut wrong = String::new();
    for path in data::files(&folder.join("text"), "txt")? {
        let text = Text::new(&read(&path)?);
        let marks = marks(&folder, &path, &text)?;
        let expected = kept(marks.attributions, &marks.discarded);
        let found = kept(found(&text), &marks.discarded);
        for (measure, counts) in MEASURES.iter().zip(&mut counts) {
            for ((_, spans), counts) in ROLES.iter().zip(counts) {
                counts.add((measure.count)(text.as_str(), &all(&expected, *spans), &all(&found, *spans)));
            }
        }
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let _ = writeln!(wrong, "== {name}\n{}", report(text.as_str(), &expected, &found));
    }
    // What is scored stays unseen.
    if part != SCORED {
        differences::write("quotes.txt", &wrong)?;
    }
    for ((role, _), counts) in ROLES.iter().zip(&counts[0]) {
        let (precision, recall) = (counts.precision(), counts.recall());
        let Counts { expected, found, .. } = counts;
        println!("  {role}: {expected} marked, {found} found, exact precision {precision:.3}, recall {recall:.3}");
    }
    let scores = MEASURES.iter().zip(&counts).map(|(measure, counts)| {
        let values = ROLES.iter().zip(counts).map(|((role, _), counts)| (*role, counts.f1()));
        Scores::new(&format!("polnear-{part} {}", measure.name), values)
    });
    Ok(Some(scores.collect()))
}

fn read(path: &Path) -> Result<String> {
    std::fs::read_to_string(path).with_context(|| path.display().to_string())
}

/// What people marked in the text at `path`. Of several annotators of a text, the one whose spans agree best with
/// those of the others.
fn marks(folder: &Path, path: &Path, text: &Text) -> Result<Marks> {
    let name = format!("{}_", path.file_stem().unwrap_or_default().to_string_lossy());
    let of_text = |path: &PathBuf| {
        let file = path.file_stem().unwrap_or_default().to_string_lossy();
        file.strip_prefix(&name).is_some_and(|annotator| !annotator.contains('_'))
    };
    let files = data::files(&folder.join("attributions"), "ann")?;
    let files = files.iter().filter(|path| of_text(path)).map(|path| read(path)).collect::<Result<Vec<_>>>()?;
    let mut all_marks: Vec<Marks> = files.iter().map(|file| standoff::read(file, text)).collect();
    let agreement = |at: usize| -> f64 {
        let others = all_marks.iter().enumerate().filter(|(other, _)| *other != at);
        others.map(|(_, other)| shared(text.as_str(), &all_marks[at].attributions, &other.attributions)).sum()
    };
    let agreements: Vec<f64> = (0..all_marks.len()).map(agreement).collect();
    let best = (0..all_marks.len()).rev().max_by(|one, other| agreements[*one].total_cmp(&agreements[*other]));
    Ok(best.map(|best| all_marks.swap_remove(best)).unwrap_or_default())
}

/// The exact F1 of all spans of two annotators.
fn shared(text: &str, one: &[Attribution], other: &[Attribution]) -> f64 {
    let mut counts = Counts::default();
    for (_, spans) in ROLES {
        counts.add(alike(text, &all(one, spans), &all(other, spans), trimmed));
    }
    counts.f1()
}

/// The claims that the engine finds in `text`.
fn found(text: &Text) -> Vec<Attribution> {
    let article = Article { language: Language::new("en"), ..Article::of(text.clone()) };
    let of_claim = |claim: &dateline_model::Claim| Attribution {
        sources: claim.source.iter().map(|source| vec![source.span.range()]).collect(),
        cues: claim.cue.iter().map(|cue| vec![cue.range()]).collect(),
        contents: Some(claim.content.iter().map(|part| part.range()).collect::<Parts>())
            .filter(|parts| !parts.is_empty())
            .into_iter()
            .collect(),
    };
    let claims = study(article).annotations.claims;
    // The corpus marks no attribution within the content of another.
    let nested = |claim: &&dateline_model::Claim| {
        let Some(cue) = claim.cue else { return false };
        let holds = |part: &dateline_model::Span| part.start() <= cue.start() && cue.end() <= part.end();
        claims.iter().any(|other| other.content.iter().any(holds))
    };
    claims.iter().filter(|claim| !nested(claim)).map(of_claim).collect()
}

/// Attributions outside what was discarded: a cue, or for want of one a content or source, tells where one stands.
fn kept(attributions: Vec<Attribution>, discarded: &Parts) -> Vec<Attribution> {
    let start = |attribution: &Attribution| {
        let spans = [&attribution.cues, &attribution.contents, &attribution.sources];
        spans.into_iter().flatten().flatten().next().map(|part| part.start)
    };
    let inside = |at: usize| discarded.iter().any(|part| part.contains(&at));
    attributions.into_iter().filter(|attribution| !start(attribution).is_some_and(inside)).collect()
}

fn all(attributions: &[Attribution], spans: fn(&Attribution) -> &Vec<Parts>) -> Vec<Parts> {
    attributions.iter().flat_map(spans).cloned().collect()
}

/// Spans that are the same once `narrowed`, one to one.
fn alike(
    text: &str,
    expected: &[Parts],
    found: &[Parts],
    narrowed: fn(&str, &[std::ops::Range<usize>]) -> Parts,
) -> Counts {
    let places = |spans: &[Parts]| -> Vec<Vec<(usize, usize)>> {
        let narrowed = spans.iter().map(|parts| narrowed(text, parts));
        narrowed.map(|parts| parts.iter().map(|part| (part.start, part.end)).collect()).collect()
    };
    equal(places(expected), places(found))
}

/// Spans that share half or more of each, one to one, best first.
fn half_shared(text: &str, expected: &[Parts], found: &[Parts]) -> Counts {
    let narrow = |spans: &[Parts]| -> Vec<Parts> { spans.iter().map(|parts| trimmed(text, parts)).collect() };
    let (expected, found) = (narrow(expected), narrow(found));
    let worth = |one: &Parts, other: &Parts| Some(overlap(one, other)).filter(|shared| *shared >= 0.5).unwrap_or(0.0);
    Counts { expected: expected.len(), found: found.len(), both: pairs(&expected, &found, worth).len() }
}

/// Attributions that only one side has in these words, each with the line it stands in.
fn report(text: &str, expected: &[Attribution], found: &[Attribution]) -> String {
    let key = |attribution: &Attribution| -> Vec<Parts> {
        let spans = ROLES.iter().flat_map(|(_, spans)| spans(attribution));
        spans.map(|parts| words(text, parts)).collect()
    };
    let show = |attribution: &Attribution| {
        let role = |(role, spans): &Role| {
            let shown = |parts: &Parts| {
                let parts: Vec<&str> = parts.iter().filter_map(|part| text.get(part.clone())).collect();
                format!("{role} [{}]", parts.join(" … "))
            };
            spans(attribution).iter().map(shown).collect::<Vec<_>>().join(" ")
        };
        ROLES.iter().map(role).collect::<Vec<_>>().join(" | ")
    };
    let line = |attribution: &Attribution| {
        let start = attribution.cues.iter().chain(&attribution.contents).flatten().map(|part| part.start).next();
        let start = start.unwrap_or_default();
        let from = text[..start].rfind('\n').map_or(0, |at| at + 1);
        let to = text[start..].find('\n').map_or(text.len(), |at| start + at);
        (from, to)
    };
    let (marked, claimed) = (expected.iter().map(key).collect::<Vec<_>>(), found.iter().map(key).collect::<Vec<_>>());
    let missed = expected.iter().zip(&marked).filter(|(_, key)| !claimed.contains(key)).map(|(one, _)| ("missed", one));
    let extra = found.iter().zip(&claimed).filter(|(_, key)| !marked.contains(key)).map(|(one, _)| ("found", one));
    let mut differences: Vec<_> = missed.chain(extra).collect();
    differences.sort_by_key(|(_, attribution)| line(attribution));
    let mut shown = String::new();
    let mut last = None;
    for (how, attribution) in differences {
        let (from, to) = line(attribution);
        if last != Some(from) {
            let _ = writeln!(shown, "\n{}", &text[from..to]);
            last = Some(from);
        }
        let _ = writeln!(shown, "  {how}: {}", show(attribution));
    }
    shown
}

#[cfg(test)]
#[expect(clippy::single_range_in_vec_init, reason = "a span of one part is meant")]
mod tests {
    use super::*;

    const TEXT: &str = "“We go,” he said, “now.” Read more: they said so.";

    fn attribution(source: Parts, cue: Parts, content: Parts) -> Attribution {
        Attribution { sources: vec![source], cues: vec![cue], contents: vec![content] }
    }

    #[test]
    fn each_measure_is_more_patient_than_the_one_before() {
        let text = Text::new(TEXT);
        let spans = |words: &[&str]| -> Parts {
            words.iter().map(|words| TEXT.find(words).map_or(0..0, |at| at..at + words.len())).collect()
        };
        let expected = [spans(&["“We go,”", "“now.”"]), spans(&["he"])];
        let f1 = |found: &[Parts]| MEASURES.map(|measure| (measure.count)(text.as_str(), &expected, found).f1());
        assert_eq!(f1(&[spans(&["“We go,” ", "“now.”"]), spans(&["he"])]), [1.0, 1.0, 1.0]);
        assert_eq!(f1(&[spans(&["We go", "“now"]), spans(&["he"])]), [0.5, 1.0, 1.0]);
        assert_eq!(f1(&[spans(&["“We go,”"]), spans(&["he"])]), [0.5, 0.5, 1.0]);
        assert_eq!(f1(&[spans(&["said"]), spans(&["he"]), spans(&["he"]), Vec::new()]), [1.0 / 3.0; 3]);
    }

    #[test]
    fn what_stands_in_discarded_parts_is_left_out() {
        let at = |words: &str| TEXT.find(words).map(|at| at..at + words.len()).into_iter().collect::<Parts>();
        let said = attribution(at("he"), at("said"), at("“now.”"));
        let they = attribution(at("they"), vec![41..45], at("so"));
        let discarded = at("Read more: they said so.");
        let left = kept(vec![said.clone(), they.clone()], &discarded);
        assert_eq!(left.len(), 1);
        assert_eq!(left[0].cues, said.cues);
        let report = report(TEXT, &[said, they.clone()], &[they]);
        assert_eq!(report.matches("missed: source [he]").count(), 1, "{report}");
        assert!(!report.contains("found:"), "{report}");
    }
}

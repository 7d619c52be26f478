//! Expressions of time: cases that state what should be found in a sentence and when it is; see `evals/times/README.md`.

mod cases;
mod values;

use anyhow::Result;
use dateline_engine::study;
use dateline_model::{Article, Language, Text, TimeKind, TimeRef};

use self::cases::{Case, Expected};
use crate::data::folder;
use crate::scoreboard::Scores;

/// A file of cases.
struct Set {
    file: &'static str,
    /// The kind of expression that it is about; the data says nothing of others in its sentences.
    about: &'static [Sort],
    /// True for the files that the floor is on; the others show whether it carries over.
    counted: bool,
}

/// The kinds that the data tells apart: a period is longer than a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    Day,
    Period,
    Time,
    Duration,
    Repeated,
}

const SETS: &[Set] = &[
    Set { file: "DateParser", about: &[Sort::Day], counted: true },
    Set { file: "DatePeriodParser", about: &[Sort::Period], counted: true },
    Set { file: "DurationParser", about: &[Sort::Duration], counted: true },
    Set { file: "SetParser", about: &[Sort::Repeated], counted: true },
    Set { file: "DateExtractor", about: &[Sort::Day], counted: false },
    Set { file: "DatePeriodExtractor", about: &[Sort::Period], counted: false },
    Set { file: "DurationExtractor", about: &[Sort::Duration], counted: false },
    Set { file: "SetExtractor", about: &[Sort::Repeated], counted: false },
    Set { file: "HolidayParser", about: &[Sort::Day], counted: false },
    Set { file: "TimeParser", about: &[Sort::Time], counted: false },
    Set { file: "DateTimeParser", about: &[Sort::Time], counted: false },
    Set { file: "DateTimeModel", about: &[Sort::Day, Sort::Period, Sort::Duration, Sort::Repeated], counted: false },
];

/// When a sentence is read whose case states no time: the reference of most cases.
const REFERENCE: &str = "2016-11-07";

/// Cases passed, of how many; with the words of the data taken to the letter; and with what may differ in span.
#[derive(Clone, Copy, Default)]
struct Share {
    passed: usize,
    strict: usize,
    all: usize,
}

/// Measures.
pub fn run() -> Result<Option<Vec<Scores>>> {
    let Some(folder) = folder("dates/recognizers-english") else { return Ok(None) };
    let mut scores = Vec::new();
    let mut total = Share::default();
    for set in SETS {
        let (cases, skipped) = cases::read(&folder.join(format!("{}.json", set.file)), set.about)?;
        let mut share = Share { all: cases.len(), ..Share::default() };
        for case in &cases {
            let found = find(case);
            let passed = judge(case, set, &found, false);
            share.passed += usize::from(passed);
            share.strict += usize::from(passed && judge(case, set, &found, true));
            if !passed {
                print_failure(set, case, &found);
            }
        }
        println!("  {}: {} of {} passed, {skipped} left out", set.file, share.passed, share.all);
        if set.counted {
            total.passed += share.passed;
            total.strict += share.strict;
            total.all += share.all;
        }
        scores.push(as_scores(set.file, share));
    }
    scores.insert(0, as_scores("parsers together", total));
    Ok(Some(scores))
}

fn as_scores(name: &str, share: Share) -> Scores {
    let of = |count: usize| count as f64 / share.all.max(1) as f64;
    Scores::new(name, [("passed", of(share.passed)), ("strict spans", of(share.strict))])
}

/// One expression found, with its place in characters.
struct Found {
    start: usize,
    end: usize,
    time: TimeRef,
}

impl Found {
    fn sort(&self) -> Sort {
        match self.time.kind {
            TimeKind::Date if self.time.value.parse::<jiff::civil::Date>().is_ok() => Sort::Day,
            TimeKind::Date => Sort::Period,
            TimeKind::Time => Sort::Time,
            TimeKind::Duration => Sort::Duration,
            TimeKind::Set => Sort::Repeated,
        }
    }
}

fn find(case: &Case) -> Vec<Found> {
    let text = Text::new(&case.input);
    let mut article = Article::of(text.clone());
    article.published = case.reference.or_else(|| REFERENCE.parse().ok());
    article.language = Language::new("en");
    let points = text.code_points();
    let found = study(article).annotations.times.into_iter().map(|time| {
        let (start, end) = points.of(time.span);
        Found { start, end, time }
    });
    found.collect()
}

/// True where every expected expression was found with its value, and no other of the kind that the file is about.
fn judge(case: &Case, set: &Set, found: &[Found], strict: bool) -> bool {
    let place = |start: usize, end: usize| {
        if strict { (start, end) } else { core(&case.input, start, end) }
    };
    let meets = |expected: &Expected, found: &Found| {
        place(expected.start, expected.end) == place(found.start, found.end)
            && values::agree(&expected.values, &found.time.value)
    };
    let all = case.expected.iter().all(|expected| {
        let met = found.iter().any(|found| meets(expected, found));
        // A day that is in no calendar is best not found.
        met || (expected.no_such_day() && !found.iter().any(|found| overlap(expected, found)))
    });
    let no_more = found.iter().all(|found| {
        let expected = case.expected.iter().any(|expected| meets(expected, found));
        let beside = !case.expected.iter().any(|expected| overlap(expected, found));
        expected || (beside && !set.about.contains(&found.sort()))
    });
    all && no_more
}

fn overlap(expected: &Expected, found: &Found) -> bool {
    found.start < expected.end && expected.start < found.end
}

/// Prepositions and articles that may stand inside or outside at the beginning of an expression.
const LEADING: &[&str] = &[
    "about", "around", "at", "between", "by", "during", "for", "from", "in", "of", "on", "since", "to", "until",
    "within", "the", "a", "an",
];

/// The place without leading prepositions and articles and without a closing stop or mark.
fn core(input: &str, start: usize, end: usize) -> (usize, usize) {
    let characters: Vec<char> = input.chars().skip(start).take(end - start).collect();
    let (mut from, mut to) = (0, characters.len());
    while to > from && matches!(characters[to - 1], '.' | ',' | ' ') {
        to -= 1;
    }
    while let Some(length) = characters[from..to].iter().position(|character| character.is_whitespace()) {
        let word: String = characters[from..from + length].iter().collect::<String>().to_lowercase();
        if !word.is_empty() && !LEADING.contains(&word.as_str()) {
            break;
        }
        from += length + 1;
    }
    (start + from, start + to)
}

fn print_failure(set: &Set, case: &Case, found: &[Found]) {
    let input: Vec<char> = case.input.chars().collect();
    let slice =
        |start: usize, end: usize| input[start.min(input.len())..end.min(input.len())].iter().collect::<String>();
    let expected = case.expected.iter().map(|expected| {
        format!(
            "“{}” {}",
            slice(expected.start, expected.end),
            expected.values.first().map_or("", |value| &value.timex)
        )
    });
    let found = found.iter().map(|found| format!("“{}” {}", slice(found.start, found.end), found.time.value));
    println!(
        "    {}: {} | expected {} | found {}",
        set.file,
        case.input,
        expected.collect::<Vec<_>>().join(", "),
        found.collect::<Vec<_>>().join(", ")
    );
}

//! Changes made by rule in real reports: what must not count as a change of what is told, and what must.

use anyhow::Result;
use dateline_engine::{Studied, revise, study};
use dateline_model::{AlterationKind, Article, EditClass, Text};

use crate::data;
use crate::scoreboard::Scores;

/// The set, and how many of its reports are taken.
const SET: &str = "stories/basil.jsonl";
const MOST: usize = 150;
/// A passage that every report can have had added.
const ADDED: &str =
    "The town clerk of Upper Westbrook was to answer further questions at a meeting of the council next week.";

/// A change: its name, what it makes of a report (nothing where the report has no place for it), and the class it is of.
type Change = (&'static str, fn(&Studied, usize) -> Option<String>, EditClass);

const CHANGES: &[Change] = &[
    ("typography", typography, EditClass::Cosmetic),
    ("reflowed", reflowed, EditClass::Cosmetic),
    ("moved", moved, EditClass::Cosmetic),
    ("around", around, EditClass::Cosmetic),
    ("added", added, EditClass::Update),
    ("figure", figure, EditClass::SilentEdit),
    ("negation", negation, EditClass::SilentEdit),
    ("removed", removed, EditClass::SilentEdit),
];

/// Counts, a set a change; `None` where the data is not there.
pub fn run() -> Result<Option<Vec<Scores>>> {
    let Some(reports) = data::read(SET)? else { return Ok(None) };
    let reports: Vec<Studied> = reports.into_iter().take(MOST).map(|report| study(report.article)).collect();
    let (mut right, mut all, mut told, mut figures) = (0, 0, 0, 0);
    for (name, change, class) in CHANGES {
        let (mut made, mut rightly) = (0, 0);
        for (at, report) in reports.iter().enumerate() {
            let Some(text) = change(report, at) else { continue };
            let after =
                Article { text: Text::new(&text), blocks: Vec::new(), dateline: None, ..report.article.clone() };
            let edit = revise(&report.article, &after).edit;
            made += 1;
            rightly += usize::from(edit.class == *class);
            if *name == "figure" {
                let is_figure = |kind| matches!(kind, AlterationKind::Figure | AlterationKind::Time);
                figures += 1;
                told += usize::from(edit.alterations.iter().any(|alteration| is_figure(alteration.kind)));
            }
        }
        println!("  made: {name}: {rightly} of {made} right");
        (right, all) = (right + rightly, all + made);
    }
    let share = |part: usize, of: usize| part as f64 / of.max(1) as f64;
    Ok(Some(vec![Scores::new("made", [("class", share(right, all)), ("facts", share(told, figures))])]))
}

/// Other quotation marks, dashes and spaces.
fn typography(report: &Studied, _: usize) -> Option<String> {
    let mut open = false;
    let text = report.article.text.as_str().replace(['“', '”'], "\"").replace(" - ", " – ").replace("--", "—");
    let text: String = text
        .chars()
        .map(|character| match character {
            '"' => {
                open = !open;
                if open { '“' } else { '”' }
            }
            '\'' => '’',
            '’' => '\'',
            other => other,
        })
        .collect();
    Some(text.replace(" of ", " of\u{a0}"))
}

/// Every two paragraphs are one.
fn reflowed(report: &Studied, _: usize) -> Option<String> {
    let lines: Vec<&str> = report.article.text.as_str().lines().collect();
    Some(lines.chunks(2).map(|pair| pair.join(" ")).collect::<Vec<_>>().join("\n"))
}

/// The last paragraph stands second.
fn moved(report: &Studied, _: usize) -> Option<String> {
    let mut lines: Vec<&str> = report.article.text.as_str().lines().collect();
    let last = lines.pop().filter(|last| lines.len() > 3 && last.split_whitespace().count() > 8)?;
    lines.insert(1, last);
    Some(lines.join("\n"))
}

/// Links, counters and an advertisement stand between the paragraphs.
fn around(report: &Studied, at: usize) -> Option<String> {
    let mut lines: Vec<String> = report.article.text.as_str().lines().map(str::to_owned).collect();
    lines.insert(1, "Advertisement".to_owned());
    lines.insert(lines.len() / 2, "Read more: Council raises parking fees again".to_owned());
    lines.push(format!("{} comments", at * 7 + 3));
    lines.push("Sign up for our daily newsletter".to_owned());
    Some(lines.join("\n"))
}

fn added(report: &Studied, _: usize) -> Option<String> {
    Some(format!("{}\n{ADDED}", report.article.text.as_str()))
}

/// A figure in the middle is another one.
fn figure(report: &Studied, at: usize) -> Option<String> {
    let text = &report.article.text;
    let figures = &report.annotations.figures;
    let written = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit()) && !word.is_empty();
    let find = |figure: &dateline_model::Figure| {
        text.slice(figure.span).split_whitespace().find(|word| written(word)).map(|word| (figure.span, word.to_owned()))
    };
    let all: Vec<_> = figures.iter().filter_map(find).collect();
    let (span, number) = all.get(at % all.len().max(1))?;
    let other = number.parse::<u64>().ok()? + 3;
    let changed = text.slice(*span).replacen(number.as_str(), &other.to_string(), 1);
    Some(format!("{}{changed}{}", &text.as_str()[..span.start()], &text.as_str()[span.end()..]))
}

/// `was` is `was not`.
fn negation(report: &Studied, at: usize) -> Option<String> {
    let text = report.article.text.as_str();
    let places: Vec<usize> = text.match_indices(" was ").map(|(place, _)| place).collect();
    let place = *places.get(at % places.len().max(1))?;
    Some(format!("{} was not {}", &text[..place], &text[place + 5..]))
}

/// A sentence in the middle is gone.
fn removed(report: &Studied, _: usize) -> Option<String> {
    let text = &report.article.text;
    let sentences = &report.annotations.sentences;
    let long = |span: &&dateline_model::Span| {
        let words = text.slice(**span);
        words.split_whitespace().count() > 8 && words.ends_with('.')
    };
    let gone = sentences.iter().skip(sentences.len() / 2).find(long)?;
    Some(format!("{}{}", &text.as_str()[..gone.start()], &text.as_str()[gone.end()..]))
}

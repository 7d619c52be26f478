//! The four filters: they need no data folder, read files or standard input, and write JSON Lines.

use std::collections::HashMap;
use std::io::{BufWriter, Read, Write, stdin, stdout};
use std::path::{Path, PathBuf};

use anyhow::Result;
use dateline_engine::{AnnotationLine, Framing, Outlets, Studied, TimelineLine, read_with, study};
use dateline_model::wire::ArticleLine;
use dateline_model::{Article, Problem};
use jiff::Timestamp;
use serde::Serialize;

use crate::cli::Files;
use crate::input::{Input, Item, Met, Opened, each_capture, find};
use crate::outlets;
use crate::tell::{Outcome, Problems};

/// `dateline extract`: bytes to article lines.
pub fn extract(
    files: &Files,
    url: Option<&str>,
    captured: Option<Timestamp>,
    outlets: Option<&Path>,
) -> Result<Outcome> {
    let outlets = outlets::named(outlets)?;
    let problems = Problems::plain();
    let mut out = Lines::new();
    each_item(files, url, captured, &problems, &mut |place, item| {
        each_article(place, item, &outlets, &problems, &mut |article| {
            out.write(&ArticleLine::from(&study(article).article))
        })
    })?;
    out.finish(&problems)
}

/// `dateline annotate`: article lines to annotation lines.
pub fn annotate(files: &Files) -> Result<Outcome> {
    let problems = Problems::plain();
    let mut out = Lines::new();
    each_article_line(files, &problems, &mut |article| out.write(&AnnotationLine::from(&study(article))))?;
    out.finish(&problems)
}

/// `dateline group`: article lines to group lines.
pub fn group(files: &Files) -> Result<Outcome> {
    let problems = Problems::plain();
    let mut out = Lines::new();
    for line in dateline_engine::group(&studied(files, &problems)?) {
        out.write(&line)?;
    }
    out.finish(&problems)
}

/// `dateline timeline`: article lines of one story to timeline lines.
pub fn timeline(files: &Files, dates: Option<usize>, sentences: usize) -> Result<Outcome> {
    let problems = Problems::plain();
    let mut out = Lines::new();
    let reports = studied(files, &problems)?;
    let by_id: HashMap<&str, &Article> =
        reports.iter().map(|studied| (studied.article.id.as_str(), &studied.article)).collect();
    for day in dateline_engine::timeline(&reports, dates, sentences) {
        out.write(&TimelineLine::new(&day, |id| by_id.get(id).copied()))?;
    }
    out.finish(&problems)
}

fn studied(files: &Files, problems: &Problems) -> Result<Vec<Studied>> {
    let mut all = Vec::new();
    each_article_line(files, problems, &mut |article| {
        all.push(study(article));
        Ok(())
    })?;
    Ok(all)
}

/// Reads article lines; another format is a problem of that file.
fn each_article_line(files: &Files, problems: &Problems, each: &mut dyn FnMut(Article) -> Result<()>) -> Result<()> {
    each_item(files, None, None, problems, &mut |place, item| match &item.met {
        Met::Capture(_, source) if source.framing != Framing::Lines => {
            let what = format!("this is {}, not article lines (`dateline extract` makes them)", source.name);
            problems.tell(&item.spot.place(place), &Problem::new(what, "left out"));
            Ok(())
        }
        _ => each_article(place, item, &Outlets::default(), problems, each),
    })
}

fn each_article(
    place: &str,
    item: Item,
    outlets: &Outlets,
    problems: &Problems,
    each: &mut dyn FnMut(Article) -> Result<()>,
) -> Result<()> {
    let Item { spot, met } = item;
    let (capture, source) = match met {
        Met::Problem(problem) => {
            problems.tell(&spot.place(place), &problem);
            return Ok(());
        }
        Met::Note(note) => {
            problems.note(&spot.place(place), &note);
            return Ok(());
        }
        Met::Capture(capture, source) => (capture, source),
    };
    let reading = read_with(source, &capture, outlets);
    if let Some(note) = reading.not_fetched() {
        problems.note(&spot.place(place), &note);
    }
    for problem in reading.problems {
        problems.tell(&spot.place(place), &spot.locate(problem));
    }
    reading.articles.into_iter().try_for_each(each)
}

/// Hands every item of the files, or of standard input, to `each`; its first error ends the run.
fn each_item(
    files: &Files,
    url: Option<&str>,
    captured: Option<Timestamp>,
    problems: &Problems,
    each: &mut dyn FnMut(&str, Item) -> Result<()>,
) -> Result<()> {
    let mut outcome = Ok(());
    for input in inputs(&files.files, problems)? {
        let place = input.name();
        match Opened::new(&input) {
            Err(error) => {
                problems.tell(&place, &Problem::new(crate::input::reason(&error), "left out; the rest is read"))
            }
            Ok(opened) => each_capture(opened, url, captured, &mut |item| {
                outcome = each(&place, item);
                outcome.is_ok()
            }),
        }
        if outcome.is_err() {
            break;
        }
    }
    outcome
}

fn inputs(files: &[PathBuf], problems: &Problems) -> Result<Vec<Input>> {
    if !files.is_empty() && files != [PathBuf::from("-")] {
        return Ok(find(files, problems));
    }
    Ok(vec![Input::Stream(
        "standard input".to_owned(),
        std::sync::Mutex::new(Some(Box::new(stdin()) as Box<dyn Read + Send>)),
    )])
}

/// Standard output, a JSON object a line.
struct Lines(BufWriter<std::io::StdoutLock<'static>>);

impl Lines {
    fn new() -> Lines {
        Lines(BufWriter::new(stdout().lock()))
    }

    fn write(&mut self, line: &impl Serialize) -> Result<()> {
        let line = serde_json::to_string(line)?;
        writeln!(self.0, "{line}")?;
        Ok(())
    }

    fn finish(mut self, problems: &Problems) -> Result<Outcome> {
        self.0.flush()?;
        Ok(problems.outcome())
    }
}

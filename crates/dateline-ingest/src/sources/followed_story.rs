//! Followed stories as text: one headline and dated updates, newest first, as outlets keep them for years.

mod updates;

use std::collections::HashSet;

use dateline_model::{BlockKind, Capture, Moment, Problem, Series};

use crate::body::Body;
use crate::clean::clean;
use crate::decode::{decode, peek};
use crate::finish::{FEWEST_WORDS, finish};
use crate::lines::{self, Line};
use crate::{Framing, Reading, Source, address, agency, words};
use updates::{Page, page};

/// See the module.
pub(super) static FOLLOWED_STORY: Source = Source {
    name: "followed-story",
    about: "A followed story saved as text: a headline and dated updates, newest first.",
    framing: Framing::Whole,
    sniff,
    read,
};

fn sniff(prefix: &[u8]) -> bool {
    super::plain_text::is_text(prefix) && is_followed_story(&lines::of_text(&peek(prefix)))
}

/// True where a headline and a mark to follow the story stand before dated updates.
pub(super) fn is_followed_story(lines: &[Line]) -> bool {
    page(lines).is_some()
}

fn read(capture: &Capture) -> Reading {
    let decoded = decode(capture);
    let mut reading = Reading { problems: decoded.problems, ..Reading::default() };
    let outlet = capture.url.as_deref().and_then(address::host);
    read_lines(&lines::of_text(&decoded.text), capture.url.as_deref(), outlet, &mut reading);
    if reading.articles.is_empty() && reading.problems.is_empty() {
        reading.problems.push(Problem::new("no update was found in the followed story", "nothing was kept of it"));
    }
    reading
}

/// Reads the updates and adds them to the reading. `outlet` is used where the page does not name its own.
pub(super) fn read_lines(lines: &[Line], url: Option<&str>, outlet: Option<String>, reading: &mut Reading) {
    let Some(page) = page(lines) else { return };
    let url = url.and_then(address::canonical);
    // These are kept with each update.
    let outlet = page.outlet.clone().or(outlet).map(|outlet| words::cut(&outlet, words::LONGEST_NAME));
    let title = words::cut(&page.title, words::LONGEST_NAME);
    let key = match (&url, &outlet) {
        (Some(url), _) => url.clone(),
        (None, Some(outlet)) => format!("{outlet}: {title}"),
        (None, None) => title.clone(),
    };
    let series = Series { title, key };
    let mut seen = HashSet::new();
    for update in &page.updates {
        let (body, credit) = body(lines, &page, update.lines.clone());
        let all: Vec<&str> = body.lines.iter().map(|line| line.words.as_str()).collect();
        if body.word_count() < FEWEST_WORDS || !seen.insert((update.day, words::fold(&all.join(" ")))) {
            continue;
        }
        let mut article = body.into_article();
        article.published = Some(Moment::Day(update.day));
        article.series = Some(series.clone());
        article.outlet.clone_from(&outlet);
        article.url.clone_from(&url);
        article.agency = credit;
        finish(article, "followed story", reading);
    }
}

/// The body of one update and the agency that its end credits.
fn body(lines: &[Line], page: &Page, range: std::ops::Range<usize>) -> (Body, Option<String>) {
    let mut body = Body::default();
    let mut credit = None;
    let end = range.end;
    for at in range {
        let line = &lines[at];
        let (mut words, kind) = match picture(&line.words) {
            Some(words) => (words, Some(BlockKind::Caption)),
            None => (line.words.as_str(), line.bullet.then_some(BlockKind::ListItem)),
        };
        let (text, pictured) = without_picture_credit(words);
        words = text;
        if let Some(found) = agency::credit(words) {
            words = &words[..found.at];
            credit = Some(found.agency);
        }
        // A label at the end of an update, after a sentence, is the words under a picture.
        let label = at + 1 == end && at > 0 && words::is_label(words, 20) && words::ends_sentence(&lines[at - 1].words);
        let after_picture = at > 0 && without_picture_credit(&lines[at - 1].words).1 && words::is_label(words, 20);
        let kind =
            if kind.is_none() && !pictured && (label || after_picture) { Some(BlockKind::Caption) } else { kind };
        body.push(words, kind);
    }
    (clean(body, Some(&page.title)), credit)
}

/// The words under a picture, where the line says that it is that.
fn picture(line: &str) -> Option<&str> {
    const MARKS: &[&str] =
        &["Photo: ", "PHOTO: ", "Picture: ", "Image: ", "Photo caption: ", "In this photo", "Photo shows "];
    MARKS.iter().any(|mark| line.starts_with(mark)).then(|| line.split_once(": ").map_or(line, |(_, words)| words))
}

/// Takes `— Photo from the ministry` from the end of a paragraph; true where there was one.
fn without_picture_credit(line: &str) -> (&str, bool) {
    const MARKS: &[&str] = &["photo", "photos", "image", "images", "picture", "file photo"];
    let Some((at, dash)) = line.char_indices().rev().find(|(_, character)| matches!(character, '—' | '–')) else {
        return (line, false);
    };
    let credit = line[at + dash.len_utf8()..].trim().to_lowercase();
    let named = MARKS
        .iter()
        .any(|mark| credit == *mark || credit.strip_prefix(mark).is_some_and(|rest| rest.starts_with([' ', ':'])));
    if named && words::count(&credit) <= 10 && words::ends_sentence(&line[..at]) {
        (line[..at].trim_end(), true)
    } else {
        (line, false)
    }
}

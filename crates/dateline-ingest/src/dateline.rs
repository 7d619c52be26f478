//! The opening of agency copy, `TOKYO, June 27 (Reuters) -`, found at the start of a text.

mod places;

use std::sync::LazyLock;

use dateline_model::{Article, BlockKind, Dateline, Span, Text};
use jiff::civil::Date;
use regex::{Captures, Regex};

use crate::{agency, dates};
use places::{NO_PLACE, is_place};

/// Longest opening that is looked at, in bytes.
const LONGEST: usize = 160;

const WORD: &str = r"\p{Lu}[\p{L}.'’]*(?:-[\p{L}.'’]{2,})*";
const UPPER: &str = r"\p{Lu}[\p{Lu}.'’]+(?:[ /-]\p{Lu}[\p{Lu}.'’]+)*";
const DATE: &str = r"(?:\p{L}{3,9}\.? \d{1,2}|\d{1,2} \p{L}{3,9}\.?)(?:,? \d{4})?";

static OPENING: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let place = format!(r"(?<upper>{UPPER})|(?<title>{WORD}(?: {WORD}){{0,3}})");
    let region = format!(r"(?<region>, {WORD}(?: {WORD}){{0,2}})??");
    let date = format!(r"(?:,? \(?(?<date>{DATE})\)?,?)?");
    let agency = r"(?: ?[(/](?<agency>[^()/\d]{2,40})[)/])?";
    let separator = r"(?<separator> ?(?:--|[—–―-]|:)(?: |$)| ?(?:--|[—–―-]))";
    Regex::new(&format!("^(?:{place}){region}{date}{agency}{separator}")).ok()
});

static BRACKETS: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(&format!(r"^(?:{DATE} )?\((?<agency>[^()/\d]{{2,40}})\) ?(?:--|[—–―:-])")).ok());

/// What the opening of a text tells.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Opening {
    pub(crate) dateline: Option<Dateline>,
    pub(crate) agency: Option<String>,
}

/// Reads the opening of an article: its first line that is neither heading nor caption.
pub(crate) fn of_article(article: &Article) -> Opening {
    let published = article.published.map(|moment| moment.day());
    let paragraph = |line: &Span| !matches!(article.block(*line), Some(BlockKind::Caption | BlockKind::Heading2));
    let first = article.text.lines().take(4).find(paragraph);
    first.map(|first| opening(&article.text, first, published)).unwrap_or_default()
}

/// The day that the dateline at the head of `line` names, in the year nearest to `near`.
pub(crate) fn day(line: &str, near: Option<Date>) -> Option<Date> {
    let text = Text::new(line.get(..line.floor_char_boundary(LONGEST))?);
    opening(&text, text.whole(), near).dateline?.date
}

/// Reads the line at `first`. A date without a year is taken as the one nearest to `published`.
fn opening(text: &Text, first: Span, published: Option<Date>) -> Opening {
    let line = text.slice(first);
    let head = &line[..line.floor_char_boundary(LONGEST)];
    read(text, first.start(), head, published).unwrap_or_default()
}

fn read(text: &Text, start: usize, line: &str, published: Option<Date>) -> Option<Opening> {
    let Some(found) = OPENING.as_ref()?.captures(line) else { return brackets(line) };
    let agency = found.name("agency").and_then(|words| agency::in_dateline(words.as_str()));
    let written = found.name("date").map(|date| date.as_str());
    let dated = written.is_some_and(|words| month_day(words).is_some());
    if (written.is_some() && !dated) || (found.name("agency").is_some() && agency.is_none()) {
        return None;
    }
    if !is_opening(&found, &line[found.get(0)?.end()..], dated || agency.is_some()) {
        return None;
    }
    let place = found.name("upper").or_else(|| found.name("title"))?;
    let place_end = found.name("region").map_or(place.end(), |region| region.end());
    let end = found.get(0)?.as_str().trim_end().len();
    let dateline = Dateline {
        span: text.span(start..start + end)?,
        place: line[..place_end].to_owned(),
        date: written.and_then(|words| nearest(words, published)),
        agency: agency.clone(),
    };
    Some(Opening { dateline: Some(dateline), agency })
}

/// `(Reuters) - ` without a place names the agency alone.
fn brackets(line: &str) -> Option<Opening> {
    let found = BRACKETS.as_ref()?.captures(line)?;
    let agency = agency::known(&found["agency"])?.to_owned();
    Some(Opening { dateline: None, agency: Some(agency) })
}

/// Tells a dateline from other words before a dash or colon. `backed`: a date or an agency stands beside the place.
fn is_opening(found: &Captures<'_>, rest: &str, backed: bool) -> bool {
    let separator = &found["separator"];
    let parted = separator.ends_with(' ') || separator.trim() == "--" || !separator.trim().starts_with(['-', ':']);
    let (place, upper) = match (found.name("upper"), found.name("title")) {
        (Some(upper), _) => (upper.as_str(), true),
        (None, Some(title)) => (title.as_str(), false),
        (None, None) => return false,
    };
    if NO_PLACE.contains(&place.trim_end_matches('.'))
        || !rest.trim_start().starts_with(|first: char| !first.is_lowercase())
    {
        return false;
    }
    if is_place(place) {
        return upper || backed || parted;
    }
    // Capitals alone are a place only where they are few, and before a colon or bare hyphen only where they are one word.
    let parts = place.split_whitespace().count();
    let long = |letters: usize| upper && place.chars().filter(|character| character.is_uppercase()).count() >= letters;
    match (backed, parted, separator.trim()) {
        (true, ..) => true,
        (false, true, ":") => parts == 1 && long(6),
        (false, true, _) => parts <= 2 && long(4),
        (false, false, _) => parts == 1 && long(7),
    }
}

fn month_day(words: &str) -> Option<(i16, i16, Option<i16>)> {
    let parts: Vec<&str> = words.split([' ', ',']).filter(|part| !part.is_empty()).collect();
    let (first, second) = (parts.first()?.trim_end_matches('.'), parts.get(1)?.trim_end_matches('.'));
    let (month, day) = match dates::month(first) {
        Some(month) => (month, second.parse().ok()?),
        None => (dates::month(second)?, first.parse().ok()?),
    };
    Some((month, day, parts.get(2).and_then(|year| year.parse().ok())))
}

/// The date of `words`, in the year that brings it nearest to `published` where they name none.
fn nearest(words: &str, published: Option<Date>) -> Option<Date> {
    let (month, day, year) = month_day(words)?;
    let date = |year: i16| Date::new(year, month.try_into().ok()?, day.try_into().ok()?).ok();
    if let Some(year) = year {
        return date(year);
    }
    let published = published?;
    let years = [published.year(), published.year() - 1, published.year() + 1];
    years
        .into_iter()
        .filter_map(date)
        .min_by_key(|date| published.since(*date).map_or(i32::MAX, |gap| gap.get_days().abs()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(line: &str, expected: Option<(&str, &str, Option<&str>, Option<&str>)>) {
        let text = Text::new(line);
        let found = opening(&text, text.whole(), Date::new(2025, 1, 3).ok());
        let dateline = found.dateline.as_ref();
        let date = dateline.and_then(|dateline| dateline.date).map(|date| date.to_string());
        let shown = dateline.map(|dateline| {
            (text.slice(dateline.span), dateline.place.as_str(), date.as_deref(), dateline.agency.as_deref())
        });
        assert_eq!(shown, expected, "{line}");
    }

    #[test]
    fn datelines_of_many_houses() {
        check(
            "TOKYO, Jan. 2 (Reuters) - Ferries",
            Some(("TOKYO, Jan. 2 (Reuters) -", "TOKYO", Some("2025-01-02"), Some("Reuters"))),
        );
        check("OSLO, Dec 30 — Ferries", Some(("OSLO, Dec 30 —", "OSLO", Some("2024-12-30"), None)));
        check("WASHINGTON: Ferries", Some(("WASHINGTON:", "WASHINGTON", None, None)));
        check("WASHINGTON-A ferry", Some(("WASHINGTON-", "WASHINGTON", None, None)));
        check(
            "ST. PETERSBURG, Fla. (AP) — A ferry",
            Some(("ST. PETERSBURG, Fla. (AP) —", "ST. PETERSBURG, Fla.", None, Some("AP"))),
        );
        check("Berlin (dpa) – Fähren", Some(("Berlin (dpa) –", "Berlin", None, Some("dpa"))));
        check(
            "PORT-AU-PRINCE (Meridian) -- Ferries",
            Some(("PORT-AU-PRINCE (Meridian) --", "PORT-AU-PRINCE", None, Some("Meridian"))),
        );
        check(
            "BEIJING, 2 January 2023 /Xinhua/ -- Ferries",
            Some(("BEIJING, 2 January 2023 /Xinhua/ --", "BEIJING", Some("2023-01-02"), Some("Xinhua"))),
        );
        check("Islamabad: The ferry", Some(("Islamabad:", "Islamabad", None, None)));
        check("RIVERTON — Ferries", Some(("RIVERTON —", "RIVERTON", None, None)));
    }

    #[test]
    fn other_openings_are_none() {
        for line in [
            "UPDATE: Ferries",
            "US-Japan talks were",
            "COVID-19 cases",
            "The ferry — an old one — sank",
            "NATO-led forces",
            "Ferries: what to know",
            "A (new) - ferry",
            "PHOTOS: Ferries",
            "",
            "—",
            "Mr. Smith - Jones",
            "In January 5 (AP) words",
            "The Post (AP) said",
        ] {
            check(line, None);
        }
    }

    #[test]
    fn an_agency_may_stand_alone() {
        let article = Article::of(Text::new("(Reuters) - Ferries"));
        assert_eq!(of_article(&article).agency.as_deref(), Some("Reuters"));
    }
}

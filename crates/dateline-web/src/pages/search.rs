//! Search: words and filters, and the reports that have them.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use dateline_store::{Counted, Hit, SearchPage, SearchQuery, StoreError};
use jiff::civil::Date;

use crate::parameters::Parameters;
use crate::parts::copy::{CopyView, agency, outlet};
use crate::parts::foreign::Foreign;
use crate::parts::frame::{Frame, Room};
use crate::parts::paging::{self, Paging};
use crate::shared::{Answer, Failure, Reader, Shared};
use crate::times::{self, Stamp};
use crate::{addresses, tongues, words};

/// Results on a page.
const SIZE: u64 = 10;

/// What was typed into the form, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    /// Words.
    pub words: String,
    /// Outlet.
    pub outlet: String,
    /// Tag.
    pub topic: String,
    /// Language.
    pub language: String,
    /// First day.
    pub from: String,
    /// Last day.
    pub to: String,
    /// From 1.
    pub page: u64,
}

impl Asked {
    fn of(parameters: &Parameters) -> Asked {
        let get = |name: &str| parameters.get(name).to_owned();
        Asked {
            words: get("q"),
            outlet: get("outlet"),
            topic: get("topic").trim_start_matches('#').to_owned(),
            language: get("language"),
            from: get("from"),
            to: get("to"),
            page: paging::page(parameters.get("page")),
        }
    }

    /// True where nothing is asked for.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words.is_empty() && !self.is_filtered()
    }

    /// True where anything but words is asked for.
    #[must_use]
    pub fn is_filtered(&self) -> bool {
        [&self.outlet, &self.topic, &self.language, &self.from, &self.to].into_iter().any(|filter| !filter.is_empty())
    }

    fn address(&self, page: &str) -> String {
        let parameters = [
            ("q", self.words.as_str()),
            ("outlet", &self.outlet),
            ("topic", &self.topic),
            ("language", &self.language),
            ("from", &self.from),
            ("to", &self.to),
            ("page", page),
        ];
        addresses::with("/search", &parameters)
    }

    /// The query, or a sentence about a day that is none.
    fn query(&self) -> Result<SearchQuery, String> {
        let set = |words: &String| Some(words.clone()).filter(|words| !words.is_empty());
        let (from, to) = (day(&self.from)?, day(&self.to)?);
        if from.zip(to).is_some_and(|(from, to)| from > to) {
            return Err(format!("The last day, {}, lies before the first, {}.", self.to, self.from));
        }
        Ok(SearchQuery {
            words: self.words.clone(),
            outlet: set(&self.outlet),
            topic: set(&self.topic),
            language: set(&self.language),
            from,
            to,
            offset: (self.page.saturating_sub(1) * SIZE) as usize,
            limit: SIZE as usize,
        })
    }
}

fn day(words: &str) -> Result<Option<Date>, String> {
    if words.is_empty() {
        return Ok(None);
    }
    let read = if words.len() == 10 { words.parse().ok() } else { None };
    read.map(Some).ok_or_else(|| format!("“{words}” is not a day: write it as 2025-06-21."))
}

/// What the filters offer.
#[derive(Clone, Copy, Debug, Default)]
pub struct Offered<'a> {
    /// Outlets, in the order shown.
    pub outlets: &'a [String],
    /// Languages.
    pub languages: &'a [Counted],
}

/// What came of a search.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// Nothing was asked for.
    Unasked,
    /// These were found.
    Found(SearchPage),
    /// It could not be understood: a sentence about why.
    Refused(String),
}

struct Choice {
    value: String,
    name: String,
    chosen: bool,
}

struct Found {
    href: String,
    headline: Foreign,
    outlet: String,
    agency: String,
    published: Option<Stamp>,
    story: String,
    copy_of: Option<CopyView>,
    snippet: Vec<(String, bool)>,
    language: String,
    direction: &'static str,
}

#[derive(Template)]
#[template(path = "search.html")]
struct Page<'a> {
    frame: &'a Frame,
    asked: &'a Asked,
    outlets: Vec<Choice>,
    languages: Vec<Choice>,
    refused: &'a str,
    /// How many were found; `None` where nothing was asked.
    total: Option<String>,
    found: Vec<Found>,
    paging: Paging,
    without_filters: String,
}

/// The page.
///
/// # Errors
/// Where the template cannot be filled.
pub fn render(frame: &Frame, asked: &Asked, offered: &Offered<'_>, outcome: &Outcome) -> askama::Result<String> {
    let (page, refused) = match outcome {
        Outcome::Found(page) => (Some(page), ""),
        Outcome::Refused(sentence) => (None, sentence.as_str()),
        Outcome::Unasked => (None, ""),
    };
    let total = page.map_or(0, |page| page.total);
    Page {
        frame,
        asked,
        outlets: choices(offered.outlets.iter().map(String::as_str), &asked.outlet, str::to_owned),
        languages: languages(offered.languages, &asked.language),
        refused,
        total: page.map(|page| words::count(page.total, "report", "reports")),
        found: page.map(|page| page.hits.iter().map(|hit| found(frame, hit)).collect()).unwrap_or_default(),
        paging: Paging::counted(asked.page, SIZE, total, |page| asked.address(page)),
        without_filters: addresses::with("/search", &[("q", &asked.words)]),
    }
    .render()
}

/// What a filter offers; what is chosen is always among it.
fn choices<'v>(values: impl Iterator<Item = &'v str>, chosen: &str, name: impl Fn(&str) -> String) -> Vec<Choice> {
    let choice = |value: &str| Choice { value: value.to_owned(), name: name(value), chosen: value == chosen };
    let mut choices: Vec<Choice> = values.map(choice).collect();
    if !chosen.is_empty() && !choices.iter().any(|choice| choice.chosen) {
        choices.push(choice(chosen));
    }
    choices
}

/// Languages, by name.
fn languages(counted: &[Counted], chosen: &str) -> Vec<Choice> {
    let mut choices = choices(counted.iter().map(|language| language.name.as_str()), chosen, tongues::name);
    choices.sort_by(|one, other| one.name.cmp(&other.name));
    choices
}

fn found(frame: &Frame, hit: &Hit) -> Found {
    let article = &hit.article;
    let language = article.language.clone().unwrap_or_default();
    Found {
        href: addresses::article(&article.id),
        headline: Foreign::new(&article.headline, article.language.as_deref()),
        outlet: outlet(article.outlet.as_deref()),
        agency: agency(article.agency.as_deref(), article.outlet.as_deref()),
        published: article.published.map(|moment| times::stamp(moment, frame.now)),
        story: article.story.map(addresses::story).unwrap_or_default(),
        copy_of: article.copy_of.as_ref().map(CopyView::new),
        snippet: hit.snippet.parts.clone(),
        direction: tongues::direction(&language),
        language,
    }
}

fn outcome(reader: &Reader<'_>, asked: &Asked) -> Result<Outcome, Failure> {
    if asked.is_empty() {
        return Ok(Outcome::Unasked);
    }
    let query = match asked.query() {
        Ok(query) => query,
        Err(sentence) => return Ok(Outcome::Refused(sentence)),
    };
    match reader.library.search(&query) {
        Ok(page) => Ok(Outcome::Found(page)),
        Err(error @ StoreError::Query(_)) => Ok(Outcome::Refused(sentence(&error.to_string()))),
        Err(error) => Err(error.into()),
    }
}

/// The words of an error as a sentence.
fn sentence(words: &str) -> String {
    let mut letters = words.chars();
    let first: String = letters.next().into_iter().flat_map(char::to_uppercase).collect();
    format!("{first}{}.", letters.as_str().trim_end_matches('.'))
}

pub(crate) async fn handle(State(shared): State<Shared>, parameters: Parameters) -> Response {
    shared
        .answer(move |reader| {
            let asked = Asked::of(&parameters);
            let outcome = outcome(reader, &asked)?;
            let counts = &reader.counts;
            let offered = Offered { outlets: &counts.offered, languages: &counts.languages };
            let mut frame = reader.frame(Room::Search).at_top();
            frame.asked.clone_from(&asked.words);
            let html = render(&frame, &asked, &offered, &outcome)?;
            Ok(if matches!(outcome, Outcome::Refused(_)) { Answer::Refused(html) } else { Answer::Page(html) })
        })
        .await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_days() {
        let asked = |query: &str| Asked::of(&Parameters::of(query)).query();
        assert_eq!(asked("from=2025-06-21").unwrap().from, Some(jiff::civil::date(2025, 6, 21)));
        assert_eq!(asked("to=June").unwrap_err(), "“June” is not a day: write it as 2025-06-21.");
        assert!(asked("from=2025-06-31").is_err());
        assert_eq!(
            asked("from=2025-06-21&to=2025-06-01").unwrap_err(),
            "The last day, 2025-06-01, lies before the first, 2025-06-21."
        );
        assert_eq!(asked("q=x&page=3").unwrap().offset, 20);
    }

    #[test]
    fn what_is_chosen_is_offered() {
        let shown =
            |choices: Vec<Choice>| choices.into_iter().map(|choice| (choice.name, choice.chosen)).collect::<Vec<_>>();
        let outlets = |chosen: &str| shown(choices(["a", "B"].into_iter(), chosen, str::to_owned));
        assert_eq!(outlets(""), [("a".to_owned(), false), ("B".to_owned(), false)]);
        assert_eq!(outlets("C"), [("a".to_owned(), false), ("B".to_owned(), false), ("C".to_owned(), true)]);
        let counted = ["en", "de"].map(|name| Counted { name: name.to_owned(), reports: 1 });
        assert_eq!(shown(languages(&counted, "de")), [("English".to_owned(), false), ("German".to_owned(), true)]);
    }
}

//! A report in a clean view: its text, where it belongs, what it copies, how it was changed.

use askama::Template;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::response::Response;
use dateline_model::{Article, ArticleId, Moment};
use dateline_store::{ArticlePage, ArticleSummary, CopyLink, EditLine, EditQuery, ReportLink};
use jiff::Timestamp;

use super::not_found::Missing;
use crate::parameters::Parameters;
use crate::parts::body::{self, Piece};
use crate::parts::card::{Card, Credits};
use crate::parts::changes::Line;
use crate::parts::copy::{CopyView, agency, outlet};
use crate::parts::foreign::Foreign;
use crate::parts::found::{self, Place};
use crate::parts::frame::{Frame, Room};
use crate::parts::marks::{Marks, Part, Shown};
use crate::parts::said::{self, Said};
use crate::parts::switches::{self, Switch};
use crate::parts::why::Why;
use crate::shared::{Answer, Shared};
use crate::times::{self, Stamp};
use crate::{addresses, tongues, words};

/// No more claims are marked and listed.
const MOST_SAID: usize = 500;

/// So many of the changes of a report are named, the newest.
const CHANGES: u64 = 3;

/// A time with how its outlet wrote it.
struct Told {
    stamp: Stamp,
    /// Empty where it was written in UTC or without a time.
    written: String,
}

struct Outlet {
    name: String,
    href: String,
}

/// A report that quotes the same words.
struct Quoting {
    href: String,
    beside: String,
    outlet: String,
    headline: Foreign,
}

impl Quoting {
    fn new(here: &ArticleId, link: &ReportLink) -> Quoting {
        Quoting {
            href: addresses::article(&link.article),
            beside: addresses::beside(here, &link.article),
            outlet: outlet(link.outlet.as_deref()),
            headline: Foreign::new(&link.headline, None),
        }
    }
}

struct Tag {
    name: String,
    href: String,
}

/// Another report that a reader may like.
struct Also {
    href: String,
    outlet: String,
    headline: Foreign,
    published: Option<Stamp>,
}

#[derive(Template)]
#[template(path = "article.html")]
struct Page<'a> {
    frame: &'a Frame,
    headline: Foreign,
    outlet: Option<Outlet>,
    subtitle: &'a str,
    bylines: String,
    agency: String,
    section: &'a str,
    series: &'a str,
    published: Option<Told>,
    modified: Option<Told>,
    extent: &'static str,
    language_name: String,
    image: Option<&'a str>,
    /// Where the lead image is shown from; empty where it is not.
    image_address: String,
    found: Vec<Place>,
    original: Option<(String, String)>,
    switches: Vec<Switch>,
    body: Vec<Piece>,
    said: Vec<Said>,
    /// How many claims there are, where not all of them are listed.
    said_cut: Option<String>,
    said_count: String,
    tags: Vec<Tag>,
    story: Option<Card>,
    why: Option<Why>,
    copies: Vec<CopyView>,
    copied_by: Vec<CopyView>,
    quotations: Vec<Quoting>,
    also: Vec<Also>,
    /// `3 versions`; empty where there is one.
    versions: String,
    changes_address: String,
    /// The newest changes that tell something else or say so.
    changes: Vec<Line>,
    withdrawn: Option<Stamp>,
    capture: &'a str,
}

/// The page, with `shown` marked in its text besides claims; `credits` are those of its story, `edits` what its outlet
/// changed lately.
///
/// # Errors
/// Where the template cannot be filled.
pub fn render(
    frame: &Frame,
    page: &ArticlePage,
    shown: Shown,
    credits: &Credits,
    edits: &[EditLine],
) -> askama::Result<String> {
    let article = &page.article;
    let found = page.annotations.as_ref();
    let claims = found.map_or(0, |found| found.claims.len());
    let mut said = found.map(|found| said::all(article, found)).unwrap_or_default();
    said.truncate(MOST_SAID);
    let mut marks = Marks::new(article, found, &said, shown);
    let language = article.language.as_ref().map(|language| language.as_str());
    let told = |moment| Told {
        stamp: times::stamp(moment, frame.now),
        written: times::as_written(moment).unwrap_or_default(),
    };
    let published_by = article.outlet.as_ref();
    let bylines: Vec<&str> = article.bylines.iter().map(String::as_str).collect();
    let tag = |tag: &String| Tag { name: tag.clone(), href: addresses::topic(tag) };
    let links = |links: &[CopyLink]| links.iter().map(|link| CopyView::from(&article.id, link)).collect();
    Page {
        frame,
        headline: Foreign::new(&page.summary.headline, language),
        outlet: published_by.map(|name| Outlet { name: name.clone(), href: addresses::outlet(name) }),
        subtitle: subtitle(article),
        bylines: words::list(&bylines, 20),
        agency: agency(article.agency.as_deref(), article.outlet.as_deref()),
        section: article.section.as_deref().unwrap_or_default(),
        series: article.series.as_ref().map(|series| series.title.as_str()).unwrap_or_default(),
        published: article.published.map(told),
        modified: article.modified.filter(|modified| is_later(*modified, article.published)).map(told),
        language_name: language.map(tongues::name).unwrap_or_default(),
        extent: extent(article),
        image: article.image.as_deref(),
        image_address: article.image.as_deref().map(|image| frame.images.address(image)).unwrap_or_default(),
        found: found::places(article),
        original: article.url.as_deref().and_then(addresses::original),
        switches: switches::of(&addresses::article(&article.id), found, shown),
        body: body::pieces(article, 1, &mut marks),
        said_cut: (claims > said.len()).then(|| words::number(claims as u64)),
        said_count: words::count(said.len() as u64, "claim", "claims"),
        said,
        tags: article.tags.iter().map(tag).collect(),
        story: page.story.as_ref().map(|story| Card::new(story, credits, frame.now)),
        why: page.reason.as_ref().map(|reason| Why::new(reason, |id| outlet_of(page, id))),
        copies: links(&page.copies),
        copied_by: links(&page.copied_by),
        quotations: page.quotations.iter().map(|link| Quoting::new(&article.id, link)).collect(),
        also: page.also.iter().map(|report| also(report, frame.now)).collect(),
        versions: match page.summary.revisions {
            1 => String::new(),
            many => words::count(many, "version", "versions"),
        },
        changes_address: addresses::changes(&article.id),
        changes: edits.iter().map(|edit| Line::new(edit, frame.now)).collect(),
        withdrawn: page.withdrawn.map(|since| times::stamp(Moment::utc(since), frame.now)),
        capture: page.capture.as_deref().unwrap_or_default(),
    }
    .render()
}

fn also(report: &ArticleSummary, now: Timestamp) -> Also {
    Also {
        href: addresses::article(&report.id),
        outlet: outlet(report.outlet.as_deref()),
        headline: Foreign::new(&report.headline, report.language.as_deref()),
        published: report.published.map(|published| times::stamp(published, now)),
    }
}

/// The line under the headline, where the text does not open with it.
fn subtitle(article: &Article) -> &str {
    let subtitle = article.subtitle.as_deref().unwrap_or_default();
    let opens = |line| article.text.slice(line).contains(subtitle);
    if article.text.lines().take(2).any(opens) { "" } else { subtitle }
}

/// How much of the report there is, where it is not plainly all.
fn extent(article: &Article) -> &'static str {
    match (article.teaser, article.paywall) {
        (true, false) => "Only its opening is here, as its feed gives it",
        (true, true) => "Only its opening is here: its outlet keeps the rest for subscribers",
        (false, true) => "Its outlet keeps the whole report for subscribers: the end may be missing",
        (false, false) => "",
    }
}

/// A change that is stated to be older than the report itself says nothing of the report.
fn is_later(modified: Moment, published: Option<Moment>) -> bool {
    published.is_none_or(|published| modified.instant() > published.instant())
}

fn outlet_of(page: &ArticlePage, id: &ArticleId) -> Option<String> {
    page.copies.iter().find(|copy| copy.article == *id)?.outlet.clone()
}

pub(crate) async fn handle(
    State(shared): State<Shared>,
    name: Result<Path<String>, PathRejection>,
    parameters: Parameters,
) -> Response {
    let name = name.map(|Path(name)| name).unwrap_or_default();
    shared
        .answer(move |reader| {
            let Some(page) = reader.library.article(&ArticleId::new(&name))? else {
                return Ok(Answer::Missing(Missing::Article(name)));
            };
            let credits = reader.credits(page.story.as_slice())?;
            let frame = reader.frame(Room::Stories);
            let shown = switches::asked(parameters.get("show"));
            let edits = match page.summary.revisions {
                1 => Vec::new(),
                _ => {
                    let article = Some(page.article.id.clone());
                    reader.library.edits(&EditQuery { article, limit: CHANGES, ..EditQuery::default() })?
                }
            };
            Ok(Answer::Page(render(&frame, &page, shown, &credits, &edits)?))
        })
        .await
}

//! What the paths of the feedparser cases are in our model: a field of it, or the reason why there is none.

use dateline_engine::{Channel, Credit, Feed, Item};
use dateline_model::Moment;

use super::expression::Step;

/// What stands at a path.
#[derive(Clone, Debug, PartialEq)]
pub enum Found {
    /// Words a reader sees.
    Words(Option<String>),
    /// An address.
    Address(Option<String>),
    /// Addresses of which the order is not kept.
    Addresses(Vec<String>),
    /// A name of a person or publisher.
    Name(Option<String>),
    /// A time.
    Moment(Option<Moment>),
    /// A language tag.
    Language(Option<String>),
    /// How many there are.
    Count(usize),
    /// Outside our model, with the reason.
    Outside(&'static str),
}

use Found::{Address, Addresses, Count, Language, Name, Outside, Words};

pub const INTERNALS: &str = "the parser's own findings (version, exception, namespaces, well-formedness)";
pub const TRANSPORT: &str = "HTTP headers and caching, which the reader of a capture does not see";
const PART: &str = "how one part is written (its type, base address or language, where the model has one a report)";
const PERSON: &str = "a person's e-mail address or page, or a contributor";
const RIGHTS: &str = "copyright, licence and information on the feed's own page";
const LINKS: &str = "further links: enclosures, comments, threads, and relation, type or title of a link";
const FURNITURE: &str = "furniture of a feed: images, generator, documentation, text input, cloud, time to live";
const PODCAST: &str = "podcasts: duration, chapters, flags, ratings, players, credits of media";
const GEO: &str = "places as coordinates";
const SCHEME: &str = "the scheme of a category";
const DATES: &str = "when something ends, or may be shown";
const UNKNOWN: &str = "elements that nobody defined";

/// Keys without a place in our model, with the reason. A key counts wherever it stands in a path.
const OUTSIDE: &[(&str, &str)] = &[
    ("abcdefg", UNKNOWN),
    ("base", PART),
    ("bozo_exception", INTERNALS),
    ("cloud", FURNITURE),
    ("comments", LINKS),
    ("contributors", PERSON),
    ("copyright", RIGHTS),
    ("copyright_detail", RIGHTS),
    ("docs", FURNITURE),
    ("email", PERSON),
    ("enclosures", LINKS),
    ("etag", TRANSPORT),
    ("expired", DATES),
    ("expired_parsed", DATES),
    ("feedparser", INTERNALS),
    ("generator", FURNITURE),
    ("generator_detail", FURNITURE),
    ("guidislink", LINKS),
    ("headers", TRANSPORT),
    ("hreflang", LINKS),
    ("icon", FURNITURE),
    ("image", FURNITURE),
    ("info", RIGHTS),
    ("info_detail", RIGHTS),
    ("itunes_block", PODCAST),
    ("itunes_duration", PODCAST),
    ("itunes_explicit", PODCAST),
    ("itunes_keywords", PODCAST),
    ("license", RIGHTS),
    ("logo", FURNITURE),
    ("madeup_element", UNKNOWN),
    ("media_credit", PODCAST),
    ("media_license", PODCAST),
    ("media_player", PODCAST),
    ("media_rating", PODCAST),
    ("media_restriction", PODCAST),
    ("media_thumbnail", FURNITURE),
    ("modified", TRANSPORT),
    ("modified_parsed", TRANSPORT),
    ("namespaces", INTERNALS),
    ("newlocation", TRANSPORT),
    ("psc_chapters", PODCAST),
    ("rel", LINKS),
    ("rights", RIGHTS),
    ("rights_detail", RIGHTS),
    ("scheme", SCHEME),
    ("src", LINKS),
    ("textinput", FURNITURE),
    ("thr_in-reply-to", LINKS),
    ("ttl", FURNITURE),
    ("type", PART),
    ("validity_end", DATES),
    ("validity_end_parsed", DATES),
    ("validity_start", DATES),
    ("validity_start_parsed", DATES),
    ("version", INTERNALS),
    ("wfw_comment", LINKS),
    ("wfw_commentrss", LINKS),
    ("where", GEO),
];

/// What stands at `path` in `feed`.
pub fn find(path: &[Step], feed: &Feed) -> Found {
    let keys: Vec<&str> = path
        .iter()
        .filter_map(|step| match step {
            Step::Key(key) => Some(key.as_str()),
            Step::At(_) => None,
        })
        .collect();
    if let Some(&(_, reason)) = OUTSIDE.iter().find(|(outside, _)| keys.contains(outside)) {
        return Outside(reason);
    }
    let at = |place: usize| match path.get(place) {
        Some(Step::At(at)) => *at,
        _ => 0,
    };
    match (path.first(), path.get(1)) {
        (Some(Step::Key(root)), Some(Step::Key(_))) if root == "feed" => of_channel(&keys[1..], at(2), &feed.channel),
        (Some(Step::Key(root)), Some(Step::At(number))) if root == "entries" => {
            let none = Item::default();
            let item = feed.items.get(*number).unwrap_or(&none);
            match keys.get(1) {
                Some(&"source") => of_source(&keys[2..], at(4), item.source.as_ref()),
                _ => of_item(&keys[1..], at(3), item),
            }
        }
        (Some(Step::Key(root)), None) if root == "entries" => Count(feed.items.len()),
        _ => Outside(INTERNALS),
    }
}

fn language(language: Option<&dateline_model::Language>) -> Found {
    Language(language.map(ToString::to_string))
}

fn of_channel(keys: &[&str], at: usize, channel: &Channel) -> Found {
    match keys {
        ["title"] | ["title_detail", "value"] => Words(channel.title.clone()),
        ["description" | "subtitle" | "tagline"]
        | ["description_detail" | "subtitle_detail" | "tagline_detail", "value"] => Words(channel.description.clone()),
        ["id" | "guid"] => Words(channel.id.clone()),
        ["link"] => Address(channel.link.clone()),
        ["links", "href"] => Addresses([&channel.link, &channel.itself].into_iter().flatten().cloned().collect()),
        ["language"] => language(channel.language.as_ref()),
        ["author"] | ["author_detail" | "authors", "name"] => Name(channel.authors.get(at).cloned()),
        ["publisher"] | ["publisher_detail", "name"] => Name(channel.publisher.clone()),
        ["tags"] => Count(channel.tags.len()),
        ["category"] | ["tags", "term" | "label"] => Words(channel.tags.get(at).cloned()),
        ["updated" | "updated_parsed"] => Found::Moment(channel.updated),
        ["published" | "published_parsed" | "created" | "created_parsed"] => Found::Moment(channel.published),
        ["title_detail" | "subtitle_detail" | "tagline_detail", "language"] => Outside(PART),
        _ => other(keys),
    }
}

fn of_item(keys: &[&str], at: usize, item: &Item) -> Found {
    match keys {
        ["title"] | ["title_detail", "value"] => Words(item.title.clone()),
        ["description" | "summary" | "subtitle"] | ["summary_detail", "value"] => Words(Some(item.summary())),
        ["content", "value"] => Words(Some(item.content())),
        ["id" | "guid"] => Words(item.id.clone()),
        ["link"] => Address(item.link.clone()),
        ["links", "href"] if at == 0 => Address(item.link.clone()),
        ["language"] | ["content" | "summary_detail", "language"] => language(item.language.as_ref()),
        ["author"] | ["author_detail" | "authors", "name"] => Name(item.authors.get(at).cloned()),
        ["publisher"] | ["publisher_detail", "name"] => Name(item.publisher.clone()),
        ["tags"] => Count(item.tags.len()),
        ["category"] | ["tags", "term" | "label"] => Words(item.tags.get(at).cloned()),
        ["updated" | "updated_parsed"] => Found::Moment(item.updated),
        ["published" | "published_parsed" | "created" | "created_parsed"] => Found::Moment(item.published),
        ["title_detail", "language"] => Outside(PART),
        _ => other(keys),
    }
}

fn of_source(keys: &[&str], at: usize, source: Option<&Credit>) -> Found {
    match keys {
        ["title"] | ["title_detail", "value"] => Words(source.and_then(|source| source.title.clone())),
        ["link" | "href"] | ["links", "href"] => Address(source.and_then(|source| source.link.clone())),
        ["author"] | ["author_detail" | "authors", "name"] => {
            Name(source.and_then(|source| source.authors.get(at).cloned()))
        }
        ["author_detail" | "authors", ..] => Outside(PERSON),
        ["links", ..] => other(keys),
        _ => Outside("what the feed that an item was taken from says beyond its title, address and authors"),
    }
}

fn other(keys: &[&str]) -> Found {
    match keys {
        ["author_detail" | "authors" | "publisher_detail", ..] => Outside(PERSON),
        ["links", ..] => Outside(LINKS),
        _ => Outside(UNKNOWN),
    }
}

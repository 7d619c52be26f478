//! Holds a feed as read against an expectation: met, not met, or outside our model.

use dateline_engine::Feed;
use dateline_model::Moment;
use jiff::Timestamp;
use jiff::fmt::rfc2822;
use url::Url;

use super::expression::{Expression, Step};
use super::fields::{Found, INTERNALS, find};

/// What came of an expectation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// The feed is read as it says.
    Met,
    /// It is read otherwise.
    NotMet,
    /// Nothing in our model answers it, with the reason.
    Outside(&'static str),
    /// It says nothing of the content.
    Neutral,
}

use Verdict::{Met, Neutral, NotMet, Outside};

/// The verdict on `expression`; `marked` becomes true where an expected value held markup.
pub fn judge(expression: &Expression, feed: &Feed, marked: &mut bool) -> Verdict {
    match expression {
        Expression::And(parts) => all(parts.iter().map(|part| judge(part, feed, marked))),
        Expression::Or(parts) => {
            let verdicts: Vec<Verdict> = parts.iter().map(|part| judge(part, feed, marked)).collect();
            if verdicts.contains(&Met) { Met } else { all(verdicts) }
        }
        Expression::Not(inner) => match judge(inner, feed, marked) {
            Met => NotMet,
            NotMet => Met,
            other => other,
        },
        // Whether the XML is well-formed is not what a feed says.
        Expression::Path(path) if *path == [Step::Key("bozo".to_owned())] => Neutral,
        Expression::Path(path) => match find(path, feed) {
            Found::Outside(reason) => Outside(reason),
            found => met(!is_nothing(&found)),
        },
        Expression::Call(name, arguments) if name == "has_key" => match arguments.as_slice() {
            [Expression::Path(path), Expression::Words(key)] => {
                let path: Vec<Step> = path.iter().cloned().chain([Step::Key(key.clone())]).collect();
                judge(&Expression::Path(path), feed, marked)
            }
            _ => Outside(INTERNALS),
        },
        Expression::Equal(sides) => {
            let Some((expected, paths)) = sides.split_last() else { return Neutral };
            all(paths.iter().map(|path| equal(path, expected, feed, marked)))
        }
        Expression::Number(_) => Neutral,
        _ => Outside(INTERNALS),
    }
}

fn met(holds: bool) -> Verdict {
    if holds { Met } else { NotMet }
}

fn all(verdicts: impl IntoIterator<Item = Verdict>) -> Verdict {
    let mut sum = Neutral;
    for verdict in verdicts {
        sum = match (sum, verdict) {
            (Outside(reason), _) | (_, Outside(reason)) => Outside(reason),
            (NotMet, _) | (_, NotMet) => NotMet,
            (Met, _) | (_, Met) => Met,
            _ => Neutral,
        };
    }
    sum
}

fn is_nothing(found: &Found) -> bool {
    match found {
        Found::Words(words) | Found::Address(words) | Found::Name(words) | Found::Language(words) => words.is_none(),
        Found::Moment(moment) => moment.is_none(),
        Found::Addresses(addresses) => addresses.is_empty(),
        Found::Count(count) => *count == 0,
        Found::Outside(_) => true,
    }
}

fn equal(side: &Expression, expected: &Expression, feed: &Feed, marked: &mut bool) -> Verdict {
    let (path, character) = match side {
        Expression::Path(path) => (path, false),
        Expression::Call(name, arguments) => match (name.as_str(), arguments.as_slice()) {
            ("len", [Expression::Path(path)]) => (path, false),
            ("ord", [Expression::Path(path)]) => (path, true),
            _ => return Outside(INTERNALS),
        },
        _ => return Outside(INTERNALS),
    };
    let found = find(path, feed);
    match (found, expected) {
        (Found::Outside(reason), _) => Outside(reason),
        (found, Expression::Nothing) => met(is_nothing(&found)),
        (Found::Count(count), Expression::Number(number)) => met(i64::try_from(count) == Ok(*number)),
        (Found::Words(Some(words)), Expression::Number(code)) if character => {
            let mut characters = words.chars();
            met(characters.next().map(|c| i64::from(u32::from(c))) == Some(*code) && characters.next().is_none())
        }
        (Found::Words(words), Expression::Words(expected)) => {
            let plain = visible(expected);
            let (found, as_written) = (collapse(&words.unwrap_or_default()), collapse(expected));
            *marked |= as_written != plain;
            met(found == plain || found == as_written)
        }
        (Found::Name(name), Expression::Words(expected)) => match without_mail(expected) {
            Some(expected) => met(name.as_deref() == Some(expected)),
            None => Outside("a person of whom only an e-mail address is known"),
        },
        (Found::Address(address), Expression::Words(expected)) => met(same_address(address.as_deref(), expected)),
        (Found::Addresses(addresses), Expression::Words(expected)) => {
            met(addresses.iter().any(|address| same_address(Some(address), expected)))
        }
        (Found::Language(language), Expression::Words(expected)) => {
            // The model keeps the primary subtag.
            let primary = expected.split(['-', '_']).next().unwrap_or_default().to_lowercase();
            met(language.as_deref() == Some(primary.as_str()))
        }
        (Found::Moment(moment), expected) => met(moment.is_some() && moment.map(|m| m.instant()) == instant(expected)),
        _ => Outside("a value of a kind that our model has elsewhere or not at all"),
    }
}

/// The words of an expected value as a reader sees them: tags taken out, comments too, entities replaced, space collapsed. What
/// stands in a drawing is not words.
fn visible(expected: &str) -> String {
    let (mut words, mut rest) = (String::new(), expected);
    while let Some(at) = rest.find('<') {
        if let Some(end) = rest[at..].strip_prefix("<!--").and_then(|comment| comment.find("-->")) {
            words.push_str(&rest[..at]);
            rest = &rest[at + 4 + end + 3..];
            continue;
        }
        let is_tag = rest[at + 1..].starts_with(|character: char| character.is_alphabetic() || character == '/');
        let Some(end) = rest[at..].find('>').filter(|_| is_tag) else {
            words.push_str(&rest[..=at]);
            rest = &rest[at + 1..];
            continue;
        };
        words.push_str(&rest[..at]);
        let tag = &rest[at..=at + end];
        rest = &rest[at + end + 1..];
        if ["<br", "<p", "</p", "<div", "</div", "<li", "<td", "<tr", "<h", "</h"]
            .iter()
            .any(|name| tag.starts_with(name))
        {
            words.push(' ');
        }
        if tag.starts_with("<svg")
            && let Some(end) = rest.find("</svg>")
        {
            rest = &rest[end..];
        }
    }
    words.push_str(rest);
    collapse(&html_escape::decode_html_entities(&words))
}

fn collapse(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// `Ann Lee` of `Ann Lee (ann@news.example)`.
fn without_mail(name: &str) -> Option<&str> {
    let name = name.split(" (").next().unwrap_or(name);
    (!name.contains('@')).then_some(name)
}

/// Addresses are compared in their canonical form (WHATWG URL).
fn same_address(address: Option<&str>, expected: &str) -> bool {
    match Url::parse(expected) {
        Ok(expected) => address == Some(expected.as_str()),
        Err(_) => address.unwrap_or_default() == expected,
    }
}

fn instant(expected: &Expression) -> Option<Timestamp> {
    match expected {
        Expression::Words(words) => {
            let mail = || rfc2822::parse(words).ok().map(|zoned| zoned.timestamp());
            words.parse::<Moment>().ok().map(|moment| moment.instant()).or_else(mail)
        }
        Expression::Several(parts) => {
            let numbers: Vec<i64> = parts
                .iter()
                .filter_map(|part| if let Expression::Number(number) = part { Some(*number) } else { None })
                .collect();
            let [year, month, day, hour, minute, second, ..] = numbers[..] else { return None };
            format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}Z").parse().ok()
        }
        _ => None,
    }
}

//! The addresses of pages, percent-encoded: names of reports and tags may hold anything.

use dateline_model::{ArticleId, StoryId};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use url::Url;
use url::form_urlencoded::Serializer;

/// All but the unreserved characters of RFC 3986.
const SEGMENT: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~');

/// A story.
#[must_use]
pub fn story(id: StoryId) -> String {
    format!("/story/{id}")
}

/// The briefing of a story.
#[must_use]
pub fn briefing(id: StoryId) -> String {
    format!("{}/briefing", story(id))
}

/// Where the claims of a story end, and by which ways they came.
#[must_use]
pub fn origins(id: StoryId) -> String {
    format!("{}/origins", story(id))
}

/// Two reports beside each other, the words they have in common marked.
#[must_use]
pub fn beside(here: &ArticleId, there: &ArticleId) -> String {
    format!("{}/beside/{}", article(here), utf8_percent_encode(there.as_str(), SEGMENT))
}

/// A sentence of a report: browsers that know text fragments go there and mark it, others show the report.
#[must_use]
pub fn sentence(article: &ArticleId, words: &str) -> String {
    /// A sentence is told by so many words of its beginning and of its end.
    const ENDS: usize = 4;
    let all: Vec<&str> = words.split_whitespace().collect();
    let encoded = |words: &[&str]| utf8_percent_encode(&words.join(" "), NON_ALPHANUMERIC).to_string();
    let place = match all.len() {
        0 => return self::article(article),
        length if length <= 2 * ENDS => encoded(&all),
        length => format!("{},{}", encoded(&all[..ENDS]), encoded(&all[length - ENDS..])),
    };
    format!("{}#:~:text={place}", self::article(article))
}

/// A report.
#[must_use]
pub fn article(id: &ArticleId) -> String {
    format!("/article/{}", utf8_percent_encode(id.as_str(), SEGMENT))
}

/// The versions of a report.
#[must_use]
pub fn changes(id: &ArticleId) -> String {
    format!("{}/changes", article(id))
}

/// One version of a report, by its number from 1.
#[must_use]
pub fn version(id: &ArticleId, number: u64) -> String {
    format!("{}#version-{number}", changes(id))
}

/// A topic.
#[must_use]
pub fn topic(tag: &str) -> String {
    format!("/topic/{}", utf8_percent_encode(tag, SEGMENT))
}

/// What a speaker is reported to have said.
#[must_use]
pub fn speaker(name: &str) -> String {
    format!("/speaker/{}", utf8_percent_encode(name, SEGMENT))
}

/// A claim of a report, by its place in it, from 1.
#[must_use]
pub fn claim(article: &ArticleId, number: u64) -> String {
    format!("{}#claim-{number}", self::article(article))
}

/// The stories that an outlet reports.
#[must_use]
pub fn outlet(name: &str) -> String {
    with("/", &[("outlet", name)])
}

/// `path` with those of the parameters that are not empty.
#[must_use]
pub fn with(path: &str, parameters: &[(&str, &str)]) -> String {
    let set: Vec<_> = parameters.iter().filter(|(_, value)| !value.is_empty()).collect();
    if set.is_empty() {
        return path.to_owned();
    }
    let mut query = Serializer::new(String::new());
    for (name, value) in set {
        query.append_pair(name, value);
    }
    format!("{path}?{}", query.finish())
}

/// A link to an original that may be offered: its address and its host, where it is one of the web. Anything else
/// (`javascript:`, a path, words) is not linked.
#[must_use]
pub fn original(url: &str) -> Option<(String, String)> {
    let url = Url::parse(url.trim()).ok()?;
    let web = matches!(url.scheme(), "http" | "https");
    let host = url.host_str().filter(|host| web && !host.is_empty())?;
    Some((url.to_string(), host.strip_prefix("www.").unwrap_or(host).to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn odd_names_stay_one_segment() {
        assert_eq!(article(&ArticleId::new("a/b?c#d \"é\"")), "/article/a%2Fb%3Fc%23d%20%22%C3%A9%22");
        assert_eq!(topic("2+2 talks"), "/topic/2%2B2%20talks");
    }

    #[test]
    fn empty_parameters_are_left_out() {
        assert_eq!(with("/", &[("outlet", ""), ("page", "")]), "/");
        assert_eq!(with("/search", &[("q", "a & b"), ("to", ""), ("page", "2")]), "/search?q=a+%26+b&page=2");
    }

    #[test]
    fn only_the_web_is_linked() {
        let linked = original("https://www.example.com/a b").unwrap();
        assert_eq!(linked, ("https://www.example.com/a%20b".to_owned(), "example.com".to_owned()));
        for odd in ["javascript:alert(1)", "data:text/html,x", "/etc/passwd", "file:///etc/passwd", "", "tel:1"] {
            assert_eq!(original(odd), None, "{odd}");
        }
    }
}

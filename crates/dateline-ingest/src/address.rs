//! Addresses of reports: only of the web, without what a sharing button added.

use url::Url;

/// Parameters that name a campaign or a click, not the page.
const TRACKING: &[&str] =
    &["fbclid", "gclid", "dclid", "msclkid", "mc_cid", "mc_eid", "igshid", "cmpid", "ocid", "smid"];

/// Longest address that is kept, in bytes, as sitemaps have it: one at the head of a feed stands in each of its items.
const LONGEST: usize = 2048;

/// The canonical form of `words`: `http` or `https`, no fragment, no tracking parameters. `None` for anything else.
pub(crate) fn canonical(words: &str) -> Option<String> {
    canonical_from(words, None)
}

/// As [`canonical`], with a relative address taken from `base`.
pub(crate) fn canonical_from(words: &str, base: Option<&str>) -> Option<String> {
    let mut parsed = absolute(words, base).filter(|parsed| parsed.host_str().is_some())?;
    parsed.set_fragment(None);
    // Nobody's password is kept. Both calls fail for addresses without a host alone.
    let _ = parsed.set_username("");
    let _ = parsed.set_password(None);
    if let Some(query) = parsed.query() {
        let kept: Vec<&str> = query.split('&').filter(|pair| !is_tracking(pair)).collect();
        let kept = kept.join("&");
        parsed.set_query((!kept.is_empty()).then_some(kept.as_str()));
    }
    Some(parsed.into())
}

/// An address of the web as it is written, a relative one taken from `base`.
pub(crate) fn absolute(words: &str, base: Option<&str>) -> Option<Url> {
    let words = words.trim();
    if words.is_empty() || words.len() > LONGEST {
        return None;
    }
    let parsed = match Url::parse(words) {
        Ok(parsed) => parsed,
        Err(url::ParseError::RelativeUrlWithoutBase) => Url::parse(base?).ok()?.join(words).ok()?,
        Err(_) => return None,
    };
    (matches!(parsed.scheme(), "http" | "https") && parsed.as_str().len() <= LONGEST).then_some(parsed)
}

fn is_tracking(pair: &str) -> bool {
    let name = pair.split('=').next().unwrap_or_default().to_ascii_lowercase();
    name.starts_with("utm_") || TRACKING.contains(&name.as_str())
}

/// The host without `www.`, which names an outlet where nothing better does.
pub(crate) fn host(address: &str) -> Option<String> {
    let parsed = Url::parse(address.trim()).ok()?;
    let host = parsed.host_str().filter(|_| matches!(parsed.scheme(), "http" | "https"))?;
    Some(host.strip_prefix("www.").unwrap_or(host).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tracking_and_fragments_go_the_rest_stays() {
        let check = |words, expected: Option<&str>| assert_eq!(canonical(words).as_deref(), expected, "{words}");
        check("https://news.example/a?id=3&utm_source=x&fbclid=9#top", Some("https://news.example/a?id=3"));
        check(" HTTP://News.Example/a?utm_medium=rss ", Some("http://news.example/a"));
        check("https://ann:secret@news.example/a", Some("https://news.example/a"));
        check("javascript:alert(1)", None);
        check("data:text/html,x", None);
        check("not an address", None);
    }

    #[test]
    fn relative_addresses_need_a_base() {
        assert_eq!(canonical_from("/b", Some("https://news.example/a")).as_deref(), Some("https://news.example/b"));
        assert_eq!(canonical_from("/b", None), None);
        assert_eq!(canonical_from("", Some("https://news.example/a")), None);
    }

    #[test]
    fn endless_addresses_are_none() {
        let long = "/a".repeat(LONGEST / 2);
        assert_eq!(canonical_from(&long, Some("https://news.example/")), None);
        assert_eq!(canonical(&format!("https://news.example{long}")), None);
        assert!(canonical(&format!("https://news.example{}", &long[..LONGEST / 2])).is_some());
    }
}

//! Addresses of reports: only of the web, without what a sharing button added.

use url::Url;

/// Parameters that name a campaign or a click, not the page.
const TRACKING: &[&str] =
    &["fbclid", "gclid", "dclid", "msclkid", "mc_cid", "mc_eid", "igshid", "cmpid", "ocid", "smid"];

/// The canonical form of `words`: `http` or `https`, no fragment, no tracking parameters. `None` for anything else.
pub(crate) fn canonical(words: &str) -> Option<String> {
    canonical_from(words, None)
}

/// As [`canonical`], with a relative address taken from `base`.
pub(crate) fn canonical_from(words: &str, base: Option<&str>) -> Option<String> {
    let words = words.trim();
    let parsed = match Url::parse(words) {
        Ok(parsed) => parsed,
        Err(url::ParseError::RelativeUrlWithoutBase) if !words.is_empty() => {
            Url::parse(base?).ok()?.join(words).ok()?
        }
        Err(_) => return None,
    };
    clean(parsed)
}

fn clean(mut parsed: Url) -> Option<String> {
    if !matches!(parsed.scheme(), "http" | "https") || parsed.host_str().is_none() {
        return None;
    }
    parsed.set_fragment(None);
    if let Some(query) = parsed.query() {
        let kept: Vec<&str> = query.split('&').filter(|pair| !is_tracking(pair)).collect();
        let kept = kept.join("&");
        parsed.set_query((!kept.is_empty()).then_some(kept.as_str()));
    }
    Some(parsed.into())
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
        check("javascript:alert(1)", None);
        check("data:text/html,x", None);
        check("not an address", None);
    }

    #[test]
    fn relative_addresses_need_a_base() {
        assert_eq!(canonical_from("/b", Some("https://news.example/a")).as_deref(), Some("https://news.example/b"));
        assert_eq!(canonical_from("/b", None), None);
    }
}

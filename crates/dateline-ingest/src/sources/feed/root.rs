//! The root of an RSS feed, written as RSS 2.0: the older versions are parts of it, and many feeds state none.

use std::sync::LazyLock;

use regex::Regex;

static NAMESPACE: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r#"\sxmlns:([\w.-]+)\s*=\s*("[^"<>]*"|'[^'<>]*')"#).ok());

/// Prefixes that feeds use, even where they forget to declare them.
pub(super) const USUAL: &[(&str, &str)] = &[
    ("atom", "http://www.w3.org/2005/Atom"),
    ("content", "http://purl.org/rss/1.0/modules/content/"),
    ("dc", "http://purl.org/dc/elements/1.1/"),
    ("media", "http://search.yahoo.com/mrss/"),
];

/// The document with its root element's tag written anew, the namespaces kept.
pub(super) fn as_rss2(document: &str) -> String {
    let Some(end) = document.find('>') else { return document.to_owned() };
    let tag = &document[..end];
    let mut out = String::from("<rss version=\"2.0\"");
    let mut declared = Vec::new();
    for found in NAMESPACE.as_ref().into_iter().flat_map(|pattern| pattern.captures_iter(tag)) {
        if !declared.contains(&found[1].to_owned()) {
            out.push_str(&format!(" xmlns:{}={}", &found[1], &found[2]));
            declared.push(found[1].to_owned());
        }
    }
    for (prefix, address) in USUAL.iter().filter(|(prefix, _)| !declared.iter().any(|name| name == prefix)) {
        out.push_str(&format!(" xmlns:{prefix}=\"{address}\""));
    }
    out.push_str(if tag.ends_with('/') { "/" } else { "" });
    out.push_str(&document[end..]);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_root_is_that_of_rss_2_and_declares_what_feeds_use() {
        let root = as_rss2("<rss version='0.93' xmlns='x' xmlns:dc='http://purl.org/dc/elements/1.1/'><channel/>");
        assert!(
            root.starts_with("<rss version=\"2.0\" xmlns:dc='http://purl.org/dc/elements/1.1/' xmlns:atom="),
            "{root}"
        );
        assert!(root.ends_with("mrss/\"><channel/>") && root.matches("xmlns:dc").count() == 1, "{root}");
    }
}

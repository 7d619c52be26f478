//! Media types that reports come in: pages, feeds, JSON and plain text.

/// Types that are read, besides those that end in `+xml` or `+json`.
const READ: &[&str] = &[
    "text/html",
    "text/plain",
    "text/xml",
    "text/json",
    "text/x-json",
    "text/x-opml",
    "text/opml",
    "text/rss",
    "text/atom",
    "application/xml",
    "application/json",
    "application/jsonl",
    "application/jsonlines",
    "application/json-lines",
    "application/x-jsonlines",
    "application/ndjson",
    "application/x-ndjson",
    "application/rss",
    "application/atom",
    "application/xhtml",
];
/// Types that end as those do and hold no reports.
const NOT_READ: &[&str] = &["image/svg+xml", "application/manifest+json", "application/ld+json", "model/gltf+json"];

/// True where a payload of the media type may be a page, feed or text. What states no type is looked at.
pub(super) fn may_hold_reports(content_type: Option<&str>) -> bool {
    let Some(stated) = content_type else { return true };
    let bare = stated.split([';', ',', ' ']).next().unwrap_or_default().trim().to_ascii_lowercase();
    if bare.is_empty() || bare == "unk" || bare == "no-type" {
        return true;
    }
    let suffixed = bare.ends_with("+xml") || bare.ends_with("+json");
    READ.contains(&bare.as_str()) || (suffixed && !NOT_READ.contains(&bare.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_feeds_and_texts_are_read() {
        for (stated, expected) in [
            (None, true),
            (Some("text/html; charset=UTF-8"), true),
            (Some("application/rss+xml"), true),
            (Some("TEXT/PLAIN"), true),
            (Some("image/svg+xml"), false),
            (Some("video/mp4"), false),
            (Some("text/css"), false),
        ] {
            assert_eq!(may_hold_reports(stated), expected, "{stated:?}");
        }
    }
}

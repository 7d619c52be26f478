//! The XML namespaces that feeds and sitemaps use, under whatever prefix and in whatever spelling.

/// What a namespace stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Namespace {
    /// The words of the format itself: RSS of any version, Atom, sitemaps, or no namespace at all.
    Core,
    Content,
    DublinCore,
    DublinCoreTerms,
    FeedBurner,
    Itunes,
    Media,
    News,
    Rdf,
    Xhtml,
    /// Any other: nothing in it is read.
    Other,
}

use Namespace::{
    Content, Core, DublinCore, DublinCoreTerms, FeedBurner, Itunes, Media, News, Other as Unknown, Rdf, Xhtml,
};

/// Addresses in lower case, without scheme, `www.` and what ends them.
const ADDRESSES: &[(&str, Namespace)] = &[
    ("", Core),
    ("purl.org/rss/1.0", Core),
    ("purl.org/net/rss1.1", Core),
    ("my.netscape.com/rdf/simple/0.9", Core),
    ("channel.netscape.com/rdf/simple/0.9", Core),
    ("my.netscape.com/publish/formats/rss-0.91.dtd", Core),
    ("backend.userland.com/rss", Core),
    ("backend.userland.com/rss2", Core),
    ("backend.userland.com/rss2.1", Core),
    ("backend.userland.com/rss091", Core),
    ("blogs.law.harvard.edu/tech/rss", Core),
    ("cyber.law.harvard.edu/rss", Core),
    ("w3.org/2005/atom", Core),
    ("purl.org/atom/ns", Core),
    ("sitemaps.org/schemas/sitemap/0.9", Core),
    ("sitemaps.org/schemas/sitemap/0.84", Core),
    ("google.com/schemas/sitemap/0.84", Core),
    ("google.com/schemas/sitemap/0.9", Core),
    ("purl.org/rss/1.0/modules/content", Content),
    ("purl.org/dc", DublinCore),
    ("purl.org/dc/elements/1.0", DublinCore),
    ("purl.org/dc/elements/1.1", DublinCore),
    ("purl.org/dc/terms", DublinCoreTerms),
    ("rssnamespace.org/feedburner/ext/1.0", FeedBurner),
    ("itunes.com/dtds/podcast-1.0.dtd", Itunes),
    ("example.com/dtds/podcast-1.0.dtd", Itunes),
    ("search.yahoo.com/mrss", Media),
    ("tools.search.yahoo.com/mrss", Media),
    ("video.search.yahoo.com/mrss", Media),
    ("google.com/schemas/sitemap-news/0.9", News),
    ("w3.org/1999/02/22-rdf-syntax-ns", Rdf),
    ("w3.org/1999/xhtml", Xhtml),
];

/// Prefixes that documents use, even where they forget to declare them.
const PREFIXES: &[(&str, Namespace)] = &[
    ("", Core),
    ("rss", Core),
    ("atom", Core),
    ("content", Content),
    ("dc", DublinCore),
    ("dcterms", DublinCoreTerms),
    ("feedburner", FeedBurner),
    ("itunes", Itunes),
    ("media", Media),
    ("news", News),
    ("rdf", Rdf),
    ("xhtml", Xhtml),
];

impl Namespace {
    /// The namespace of an address.
    pub(crate) fn of_address(address: &str) -> Namespace {
        let lower = address.trim().to_ascii_lowercase();
        let rest = lower.strip_prefix("http://").or_else(|| lower.strip_prefix("https://")).unwrap_or(&lower);
        let rest = rest.strip_prefix("www.").unwrap_or(rest).trim_end_matches(['/', '#']);
        ADDRESSES.iter().find(|(known, _)| *known == rest).map_or(Unknown, |&(_, namespace)| namespace)
    }

    /// The namespace that a prefix without a declaration stands for.
    pub(crate) fn of_prefix(prefix: &str) -> Namespace {
        let found = PREFIXES.iter().find(|(known, _)| known.eq_ignore_ascii_case(prefix));
        found.map_or(Unknown, |&(_, namespace)| namespace)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spelling_does_not_matter() {
        for address in
            ["http://search.yahoo.com/mrss/", "https://search.yahoo.com/mrss", " HTTP://Search.Yahoo.com/MRSS#"]
        {
            assert_eq!(Namespace::of_address(address), Media, "{address}");
        }
        assert_eq!(Namespace::of_address("http://www.w3.org/2000/svg"), Unknown);
        assert_eq!((Namespace::of_prefix("dc"), Namespace::of_prefix("z")), (DublinCore, Unknown));
    }
}

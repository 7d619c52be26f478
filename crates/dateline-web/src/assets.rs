//! Styles and icons, carried inside the program.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::LazyLock;

use dateline_model::Digest;
use rust_embed::RustEmbed;

#[derive(RustEmbed)]
#[folder = "static/"]
struct Files;

/// The stylesheet that pages link to, put together from [`STYLES`].
pub const STYLESHEET: &str = "site.css";

/// The style files, in the order in which they count.
const STYLES: &[&str] = &[
    "tokens.css",
    "base.css",
    "frame.css",
    "lists.css",
    "story.css",
    "article.css",
    "changes.css",
    "said.css",
    "briefing.css",
    "search.css",
    "sources.css",
    "print.css",
];

/// A file as it is served.
pub struct Asset {
    /// Its bytes.
    pub bytes: Cow<'static, [u8]>,
    /// Its media type.
    pub media_type: String,
    /// Changes with its content.
    pub version: String,
}

static ASSETS: LazyLock<BTreeMap<String, Asset>> = LazyLock::new(|| {
    let others = Files::iter().filter(|name| !name.ends_with(".css"));
    let mut assets: BTreeMap<String, Asset> =
        others.filter_map(|name| Some((name.to_string(), read(&name)?))).collect();
    assets.insert(STYLESHEET.to_owned(), stylesheet());
    assets
});

/// An embedded file.
#[must_use]
pub fn asset(name: &str) -> Option<&'static Asset> {
    ASSETS.get(name)
}

/// The address of an embedded file, another one whenever its content changes.
#[must_use]
pub fn address(name: &str) -> String {
    let version = asset(name).map(|asset| asset.version.as_str()).unwrap_or_default();
    format!("/static/{name}?v={version}")
}

fn read(name: &str) -> Option<Asset> {
    let file = Files::get(name)?;
    let version = file.metadata.sha256_hash().iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    let media_type = mime_guess::from_path(name).first_or_octet_stream().to_string();
    Some(Asset { bytes: file.data, media_type, version })
}

fn stylesheet() -> Asset {
    let files = STYLES.iter().filter_map(|name| Files::get(name));
    let styles: String = files.map(|file| String::from_utf8_lossy(&file.data).into_owned()).collect();
    let version = Digest::of_fields([styles.as_str()]).short();
    Asset { bytes: styles.into_bytes().into(), media_type: "text/css; charset=utf-8".to_owned(), version }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_style_file_is_in_the_stylesheet() {
        let mut listed: Vec<&str> = STYLES.to_vec();
        listed.sort_unstable();
        let mut there: Vec<String> =
            Files::iter().map(|name| name.to_string()).filter(|name| name.ends_with(".css")).collect();
        there.sort_unstable();
        assert_eq!(listed, there);
    }

    #[test]
    fn media_types_are_those_browsers_want() {
        let media_type = |name: &str| asset(name).map(|asset| asset.media_type.as_str());
        assert_eq!(media_type("icon.svg"), Some("image/svg+xml"));
        assert_eq!(media_type("icon-192.png"), Some("image/png"));
        assert_eq!(media_type("manifest.webmanifest"), Some("application/manifest+json"));
        assert_eq!(media_type("tokens.css"), None);
    }
}

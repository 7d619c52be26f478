//! What grouping needs to know of an article, small enough to keep for every article ever stored.

use dateline_model::{Annotations, Article};

/// The sketch of an article's text and its weighted terms.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Features {}

impl Features {
    /// Reads the features of an article.
    #[must_use]
    pub fn of(article: &Article, annotations: &Annotations) -> Features {
        let _ = (article, annotations);
        Features {}
    }

    /// A compact form for storage, with a version byte first.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        Vec::new()
    }

    /// Reads what `to_bytes` wrote; `None` where the bytes are of another version or damaged.
    #[must_use]
    pub fn from_bytes(bytes: &[u8]) -> Option<Features> {
        let _ = bytes;
        Some(Features {})
    }
}

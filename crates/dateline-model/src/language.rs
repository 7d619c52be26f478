//! Languages, as BCP 47 primary tags.

use std::fmt;

/// The primary language of a text: a lower-case BCP 47 subtag such as `en` or `ja`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Language(String);

impl Language {
    /// The primary subtag of `tag` (`en-GB` gives `en`), or `None` where it is not two or three letters.
    #[must_use]
    pub fn new(tag: &str) -> Option<Language> {
        let primary = tag.trim().split(['-', '_']).next()?;
        let letters = primary.bytes().all(|byte| byte.is_ascii_alphabetic());
        (letters && (2..=3).contains(&primary.len())).then(|| Language(primary.to_ascii_lowercase()))
    }

    /// The subtag.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Language {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

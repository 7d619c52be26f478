//! Languages, as BCP 47 primary tags.

use std::fmt;

/// The primary language of a text: a lower-case BCP 47 subtag such as `en` or `ja`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Language(String);

/// Undetermined, several, no words, no code of its own (ISO 639-2).
const NONE: &[&str] = &["und", "mul", "zxx", "mis"];
/// Subtags of the registry (RFC 5646) that have a preferred value.
const WITHDRAWN: &[(&str, &str)] = &[("iw", "he"), ("in", "id"), ("ji", "yi")];

impl Language {
    /// The primary subtag of `tag` (`en-GB` gives `en`), or `None` where it is not two or three letters or one of those that
    /// name no language. Withdrawn subtags become those that replaced them.
    #[must_use]
    pub fn new(tag: &str) -> Option<Language> {
        let primary = tag.trim().split(['-', '_']).next()?;
        let letters = primary.bytes().all(|byte| byte.is_ascii_alphabetic());
        let primary = primary.to_ascii_lowercase();
        let current = WITHDRAWN.iter().find(|(old, _)| *old == primary).map(|(_, current)| (*current).to_owned());
        (letters && (2..=3).contains(&primary.len()) && !NONE.contains(&primary.as_str()))
            .then(|| Language(current.unwrap_or(primary)))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_become_primary_subtags() {
        for (tag, expected) in [
            ("en-GB", Some("en")),
            (" DE_at ", Some("de")),
            ("iw", Some("he")),
            ("und", None),
            ("x-none", None),
            ("", None),
        ] {
            assert_eq!(Language::new(tag).as_ref().map(Language::as_str), expected, "{tag}");
        }
    }
}

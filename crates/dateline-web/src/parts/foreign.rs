//! Words in the language of their outlet, marked as such.

use crate::tongues;

/// Words with the language and direction that a browser needs to show and speak them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Foreign {
    /// The words.
    pub words: String,
    /// BCP 47; empty where unknown.
    pub language: String,
    /// `ltr`, `rtl` or `auto`.
    pub direction: &'static str,
}

impl Foreign {
    /// Words of a stated language, or of the one that their letters give away.
    #[must_use]
    pub fn new(words: &str, language: Option<&str>) -> Foreign {
        let language = language.or_else(|| tongues::by_script(words));
        Foreign {
            words: words.to_owned(),
            language: language.unwrap_or_default().to_owned(),
            direction: language.map_or("auto", tongues::direction),
        }
    }

    /// True where there is nothing to show.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }
}

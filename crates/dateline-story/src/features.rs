//! What grouping needs to know of an article, small enough to keep for every article ever stored.

mod packed;
mod reading;
pub mod stems;
mod weights;

use dateline_model::{Annotations, Article};

use crate::copies::{Sketch, credit_hash, fingerprints, quoted_words};

pub(crate) use reading::name_hash;

/// The sketch of an article's text and its weighted terms: one to two kilobytes for a report of usual length.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Features {
    pub(crate) when: Option<When>,
    /// The followed story it is an update of.
    pub(crate) series: Option<SeriesMark>,
    /// Hash of the outlet's name, an agency's under any of its names; 0 where none is known.
    pub(crate) outlet: u32,
    /// Hash of the agency's name, likewise; 0 where none is credited.
    pub(crate) agency: u32,
    /// True where the text is only the opening of a report.
    pub(crate) teaser: bool,
    /// True where it has a headline.
    pub(crate) titled: bool,
    pub(crate) sketch: Sketch,
    /// Fingerprints of its longer quotations.
    pub(crate) quotations: Vec<u32>,
    /// Heaviest first.
    pub(crate) terms: Vec<Term>,
    /// The first terms as they are written in the article.
    pub(crate) surfaces: Vec<String>,
}

/// When an article was published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct When {
    /// Seconds since 1970 in UTC.
    pub seconds: i64,
    /// True where only the day is known.
    pub day_only: bool,
}

/// The followed story that an article is an update of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct SeriesMark {
    pub key: u64,
    pub title: String,
}

/// One term of an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Term {
    /// Hash of the stem, or of the stems of a pair of names.
    pub hash: u32,
    /// How much the article is about it, before how common the term is comes in.
    pub weight: u8,
    /// True where it is a name there: a capital inside a sentence, or two of them in a row.
    pub name: bool,
}

/// True where a text ends as feeds show that there is more.
fn breaks_off(text: &str) -> bool {
    let end = text.trim_end().trim_end_matches(']');
    end.ends_with('…') || end.ends_with("...")
}

impl Features {
    /// The first byte of [`Features::to_bytes`]. It changes when the meaning of any feature does: features of another version
    /// cannot be compared, and are read from the article again.
    pub const VERSION: u8 = packed::VERSION;

    /// Reads the features of an article.
    #[must_use]
    pub fn of(article: &Article, annotations: &Annotations) -> Features {
        let when = article.published.map(|moment| When {
            seconds: moment.instant().as_second(),
            day_only: matches!(moment, dateline_model::Moment::Day(_)),
        });
        let series = article
            .series
            .as_ref()
            .map(|series| SeriesMark { key: reading::name_hash64(&series.key), title: series.title.clone() });
        let reading = reading::Reading::of(article, annotations);
        let (terms, surfaces) = weights::weigh(&reading);
        let quoted = quoted_words(article.text.as_str());
        let agency = article.agency.as_deref();
        let agency = agency.or(article.dateline.as_ref().and_then(|dateline| dateline.agency.as_deref()));
        Features {
            when,
            series,
            outlet: article.outlet.as_deref().map_or(0, credit_hash),
            agency: agency.map_or(0, credit_hash),
            teaser: article.teaser || breaks_off(article.text.as_str()),
            titled: article.title.as_deref().is_some_and(|title| !title.trim().is_empty()),
            sketch: Sketch::of(&reading.shingled, &quoted),
            quotations: fingerprints(&reading.shingled, &quoted),
            terms,
            surfaces,
        }
    }

    /// A compact form for storage, with a version byte first.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        packed::write(self)
    }

    /// Reads what `to_bytes` wrote; `None` where the bytes are of another version or damaged.
    #[must_use]
    pub fn from_bytes(bytes: &[u8]) -> Option<Features> {
        packed::read(bytes)
    }
}

//! How like two texts and two fields are.

use std::collections::{BTreeSet, HashMap};
use std::hash::Hash;

use dateline_model::Article;

/// Words: runs of letters, digits and `_`, as `\w+` finds them.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|character: char| !(character.is_alphanumeric() || character == '_')).filter(|word| !word.is_empty())
}

/// What is in both, in the found alone, and in the true alone.
struct Shared {
    both: f64,
    found: f64,
    truth: f64,
}

impl Shared {
    fn of<K: Hash + Eq>(truth: impl Iterator<Item = K>, found: impl Iterator<Item = K>) -> Shared {
        let mut counts: HashMap<K, (i64, i64)> = HashMap::new();
        truth.for_each(|key| counts.entry(key).or_default().0 += 1);
        found.for_each(|key| counts.entry(key).or_default().1 += 1);
        let mut shared = Shared { both: 0.0, found: 0.0, truth: 0.0 };
        for (truth, found) in counts.into_values() {
            shared.both += truth.min(found) as f64;
            shared.found += (found - truth).max(0) as f64;
            shared.truth += (truth - found).max(0) as f64;
        }
        shared
    }

    /// Precision; `None` where nothing was found.
    fn precision(&self) -> Option<f64> {
        let all = self.both + self.found;
        (all > 0.0).then(|| self.both / all)
    }

    /// Recall; `None` where there is nothing to find.
    fn recall(&self) -> Option<f64> {
        let all = self.both + self.truth;
        (all > 0.0).then(|| self.both / all)
    }
}

/// Precision and recall of the runs of four words in `found`: the measure of article-extraction-benchmark.
pub fn shingles(truth: &str, found: &str) -> (Option<f64>, Option<f64>) {
    let of = |text: &'_ str| -> Vec<Vec<String>> {
        let words: Vec<String> = words(text).map(str::to_owned).collect();
        match words.len() {
            0 => Vec::new(),
            1..4 => vec![words],
            _ => words.windows(4).map(<[String]>::to_vec).collect(),
        }
    };
    let shared = Shared::of(of(truth).into_iter(), of(found).into_iter());
    (shared.precision(), shared.recall())
}

/// F1 of the words in `found`, in any order, whatever their case: the measure of WCXB.
pub fn word_f1(truth: &str, found: &str) -> f64 {
    let (truth, found) = (unbroken(truth).to_lowercase(), found.to_lowercase());
    let shared = Shared::of(words(&truth), words(&found));
    match (shared.precision(), shared.recall()) {
        (None, None) => 1.0,
        (Some(precision), Some(recall)) => harmonic(precision, recall),
        _ => 0.0,
    }
}

/// The text without the marks of where a word may be broken, which no reader sees.
fn unbroken(text: &str) -> String {
    text.replace(['\u{ad}', '\u{200b}', '\u{feff}'], "")
}

/// The harmonic mean of two shares.
pub fn harmonic(precision: f64, recall: f64) -> f64 {
    2.0 * precision * recall / (precision + recall).max(f64::MIN_POSITIVE)
}

/// A field with its case, space and kinds of quotation mark and dash folded away.
pub fn folded(field: &str) -> String {
    let plain: String = unbroken(field)
        .chars()
        .map(|character| match character {
            '‘' | '’' | '‚' | '`' | '´' => '\'',
            '“' | '”' | '„' => '"',
            '‐' | '‑' | '–' | '—' => '-',
            other => other,
        })
        .flat_map(char::to_lowercase)
        .collect();
    plain.replace('…', "...").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// True where a set names the same authors as an article; `None` where it names nobody but the outlet. Names are compared
/// as sets, since a byline is parted into people here; an agency among them is looked for where articles keep it.
pub fn same_authors<'t>(truth: impl IntoIterator<Item = &'t str>, article: &Article) -> Option<f64> {
    let outlet = article.outlet.as_deref().map(folded).unwrap_or_default();
    let separated = truth.into_iter().map(|names| names.replace(" and ", ",").replace(['&', ';'], ","));
    let truth: BTreeSet<String> =
        separated.flat_map(|names| names.split(',').map(folded).collect::<Vec<_>>()).collect();
    let truth: BTreeSet<String> = truth.into_iter().filter(|name| !name.is_empty() && *name != outlet).collect();
    let found: BTreeSet<String> = article.bylines.iter().map(|name| folded(name)).collect();
    let with_agency = || found.iter().cloned().chain(article.agency.as_deref().map(folded)).collect::<BTreeSet<_>>();
    (!truth.is_empty()).then(|| f64::from(found == truth || with_agency() == truth))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn authors_are_sets_of_people_and_perhaps_an_agency() {
        let mut article = Article::of("x".into());
        (article.bylines, article.agency) = (vec!["Ann Lee".to_owned(), "Bo Ek".to_owned()], Some("AP".to_owned()));
        article.outlet = Some("Harbour Post".to_owned());
        assert_eq!(same_authors(["Bo Ek and ANN LEE"], &article), Some(1.0));
        assert_eq!(same_authors(["Ann Lee", "Bo Ek", "AP"], &article), Some(1.0));
        assert_eq!(same_authors(["Ann Lee"], &article), Some(0.0));
        assert_eq!(same_authors(["harbour post", ""], &article), None);
    }

    #[test]
    fn worked_examples() {
        assert_eq!(shingles("a b c d e", "a b c d f"), (Some(0.5), Some(0.5)));
        assert_eq!(shingles("a b", "a b"), (Some(1.0), Some(1.0)));
        assert_eq!(shingles("a b c d", ""), (None, Some(0.0)));
        assert!((word_f1("One two, two", "TWO three") - 0.4).abs() < 1e-12);
        assert_eq!((word_f1("", ""), word_f1("one", "")), (1.0, 0.0));
        assert_eq!(folded("  “Fares”\u{a0}rise – again… "), "\"fares\" rise - again...");
    }
}

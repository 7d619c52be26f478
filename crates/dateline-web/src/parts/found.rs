//! Where the values of a report were found, in words for readers.

use dateline_model::{Article, Field};

use crate::words;

/// One place and what was found there.
pub struct Place {
    /// `Headline and time of publication`.
    pub values: String,
    /// `Linked data of the page`.
    pub name: String,
}

/// What readers call the places; any other is a meta element.
const PLACES: &[(&str, &str)] = &[
    ("address", "Its address"),
    ("credit line", "The credit at its end"),
    ("dateline", "Its dateline"),
    ("feed", "The feed"),
    ("fetched from", "Where it was fetched from"),
    ("followed story", "The followed story"),
    ("html element", "What its page is marked as"),
    ("json-ld", "Linked data of the page (JSON-LD)"),
    ("link canonical", "Canonical link of the page"),
    ("page", "The page"),
    ("printed", "Printed on the page"),
    ("text", "The text"),
    ("time element", "Time element of the page"),
    ("title element", "Title of the page"),
    ("topic page", "The topic page"),
];

/// Each place where values were found, with what was found there.
pub fn places(article: &Article) -> Vec<Place> {
    let mut places: Vec<(&str, Vec<&str>)> = Vec::new();
    for (field, place) in article.provenance.iter() {
        match places.iter_mut().find(|(known, _)| *known == place) {
            Some((_, values)) => values.push(value(field)),
            None => places.push((place, vec![value(field)])),
        }
    }
    let told = |(place, values): (&str, Vec<&str>)| {
        let known = PLACES.iter().find(|(known, _)| *known == place);
        let name = known.map_or_else(|| format!("Meta element {place}"), |(_, name)| (*name).to_owned());
        let mut values = words::list(&values, values.len());
        values[..1].make_ascii_uppercase();
        Place { values, name }
    };
    places.into_iter().map(told).collect()
}

/// What readers call a value.
fn value(field: Field) -> &'static str {
    match field {
        Field::Url => "address",
        Field::Title => "headline",
        Field::Published => "time of publication",
        Field::Modified => "time of change",
        Field::Image => "lead image",
        other => other.name(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_stand_by_their_place() {
        let mut article = Article::of("x".into());
        for (field, place) in [(Field::Title, "printed"), (Field::Tags, "keywords"), (Field::Bylines, "printed")] {
            article.provenance.note(field, place);
        }
        let told: Vec<String> = places(&article).into_iter().map(|place| place.values + ": " + &place.name).collect();
        assert_eq!(told, ["Headline and bylines: Printed on the page", "Tags: Meta element keywords"]);
    }
}

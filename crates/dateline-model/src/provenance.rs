//! Where each value of an article was found.

use std::collections::BTreeMap;

/// A value of an article, by its name in the article line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// Canonical address.
    Url,
    /// The outlet's name.
    Outlet,
    /// Headline.
    Title,
    /// The line under the headline.
    Subtitle,
    /// Authors.
    Bylines,
    /// Agency credited.
    Agency,
    /// Time of publication.
    Published,
    /// Time of the last change.
    Modified,
    /// Language.
    Language,
    /// Section.
    Section,
    /// Tags.
    Tags,
    /// Lead image.
    Image,
    /// Body.
    Text,
}

const NAMES: [(Field, &str); 13] = [
    (Field::Url, "url"),
    (Field::Outlet, "outlet"),
    (Field::Title, "title"),
    (Field::Subtitle, "subtitle"),
    (Field::Bylines, "bylines"),
    (Field::Agency, "agency"),
    (Field::Published, "published"),
    (Field::Modified, "modified"),
    (Field::Language, "language"),
    (Field::Section, "section"),
    (Field::Tags, "tags"),
    (Field::Image, "image"),
    (Field::Text, "text"),
];

impl Field {
    /// Its name in the article line.
    #[must_use]
    pub fn name(self) -> &'static str {
        NAMES.iter().find(|(field, _)| *field == self).map_or("", |(_, name)| name)
    }

    /// The field of that name.
    #[must_use]
    pub fn of(name: &str) -> Option<Field> {
        NAMES.iter().find(|(_, known)| *known == name).map(|(field, _)| *field)
    }
}

/// Where values were found, in the words of their format: `json-ld`, `og:title`, `printed`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Provenance(BTreeMap<Field, String>);

impl Provenance {
    /// Notes where the value of `field` was found.
    pub fn note(&mut self, field: Field, place: &str) {
        self.0.insert(field, place.to_owned());
    }

    /// Where the value of `field` was found, where that is known.
    #[must_use]
    pub fn of(&self, field: Field) -> Option<&str> {
        self.0.get(&field).map(String::as_str)
    }

    /// All that is known, in the order of the fields.
    pub fn iter(&self) -> impl Iterator<Item = (Field, &str)> {
        self.0.iter().map(|(field, place)| (*field, place.as_str()))
    }
}

//! What an address asks for after its question mark, read so that nothing in it is an error.

use std::collections::HashMap;
use std::convert::Infallible;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use url::form_urlencoded;

/// No value is read further than this many characters.
const LONGEST: usize = 2_000;

/// The parameters of a request; of one that stands twice, the last counts.
#[derive(Clone, Debug, Default)]
pub struct Parameters(HashMap<String, String>);

impl Parameters {
    /// Those of a query string.
    #[must_use]
    pub fn of(query: &str) -> Parameters {
        let pairs = form_urlencoded::parse(query.as_bytes());
        Parameters(
            pairs.map(|(name, value)| (name.into_owned(), value.trim().chars().take(LONGEST).collect())).collect(),
        )
    }

    /// A value without the spaces round it; empty where there is none.
    #[must_use]
    pub fn get(&self, name: &str) -> &str {
        self.0.get(name).map(String::as_str).unwrap_or_default()
    }

    /// A value, or `None` where it is empty.
    #[must_use]
    pub fn optional(&self, name: &str) -> Option<String> {
        Some(self.get(name).to_owned()).filter(|value| !value.is_empty())
    }
}

impl<S: Sync> FromRequestParts<S> for Parameters {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Parameters, Infallible> {
        Ok(Parameters::of(parts.uri.query().unwrap_or_default()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn odd_queries_are_read_as_far_as_they_go() {
        let parameters = Parameters::of("q=+two+words+&page=1&page=2&x=%ff&&=&%zz");
        assert_eq!((parameters.get("q"), parameters.get("page"), parameters.get("x")), ("two words", "2", "\u{fffd}"));
        assert_eq!(parameters.optional("none"), None);
    }
}

//! One name for an agency, whether a report credits it or it is the outlet itself.

use crate::features::name_hash;

/// Long names with the short one that credits use, in lower case.
const SHORT: &[(&str, &str)] = &[
    ("agence france-presse", "afp"),
    ("agence france presse", "afp"),
    ("agencia efe", "efe"),
    ("agenzia ansa", "ansa"),
    ("asian news international", "ani"),
    ("associated press", "ap"),
    ("australian associated press", "aap"),
    ("austria presse agentur", "apa"),
    ("canadian press", "the canadian press"),
    ("deutsche presse-agentur", "dpa"),
    ("indo-asian news service", "ians"),
    ("jiji", "jiji press"),
    ("press association", "pa media"),
    ("press trust of india", "pti"),
    ("thomson reuters", "reuters"),
    ("united press international", "upi"),
];

/// What an agency adds to its name where it publishes itself.
const ADDED: &[&str] = &[" news agency", " agency", " newswire", " news", ".com"];

/// A hash of the name of an outlet or agency, the same for `AP`, `AP News` and `The Associated Press`; never 0.
pub fn credit_hash(name: &str) -> u32 {
    let lower = name.trim().to_lowercase();
    let mut plain = lower.strip_prefix("the ").unwrap_or(&lower);
    for added in ADDED {
        plain = plain.strip_suffix(added).unwrap_or(plain);
    }
    let short = SHORT.iter().find(|(long, _)| *long == plain).map_or(plain, |(_, short)| short);
    name_hash(if short.is_empty() { name } else { short })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_agency_is_known_under_each_of_its_names() {
        for (one, other) in [
            ("AP", "The Associated Press"),
            ("AP", "AP News"),
            ("Reuters", "Reuters.com"),
            ("AFP", "Agence France-Presse"),
            ("The Canadian Press", "Canadian Press"),
            ("Xinhua", "Xinhua News Agency"),
        ] {
            assert_eq!(credit_hash(one), credit_hash(other), "{one}, {other}");
        }
        assert_ne!(credit_hash("AP"), credit_hash("AFP"));
        assert_ne!(credit_hash("News"), 0);
    }
}

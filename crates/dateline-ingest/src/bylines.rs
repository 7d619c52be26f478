//! Who wrote a report: names, one a person, without `By`, jobs, addresses and the outlet itself.

use crate::{agency, words};

/// Jobs and desks that stand after or instead of a name.
const NOT_NAMES: &[&str] = &[
    "staff",
    "staff writer",
    "staff reporter",
    "writer",
    "reporter",
    "correspondent",
    "editor",
    "contributor",
    "editors",
    "editorial",
    "admin",
    "administrator",
    "newsroom",
    "news desk",
    "newsdesk",
    "web desk",
    "desk",
    "editorial board",
    "editorial team",
    "news staff",
    "online desk",
    "our correspondent",
    "guest writer",
    "author",
    "agencies",
    "agency",
    "wire reports",
    "unknown",
    "anonymous",
    "none",
    "null",
    "phd",
    "ph.d",
    "ph.d.",
    "jr",
    "sr",
    "updated",
    "published",
];

/// Words that show a part to be a job, a desk or an office rather than a person.
const JOB_WORDS: &[&str] =
    &["correspondent", "reporter", "editor", "writer", "bureau", "desk", "staff", "newsroom", "team", "producer"];

/// The authors that several statements name, and the agency where one is named instead.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Authors {
    pub(crate) names: Vec<String>,
    pub(crate) agency: Option<String>,
}

/// Reads statements of authorship, each of which may name several. `outlet` is no author of its own reports.
pub(crate) fn read<'s>(statements: impl IntoIterator<Item = &'s str>, outlet: Option<&str>) -> Authors {
    let mut authors = Authors::default();
    let outlet = outlet.map(words::fold).unwrap_or_default();
    for statement in statements {
        for part in split(&crate::markup::unescape(statement)) {
            if let Some(agency) = agency::known(&part) {
                authors.agency.get_or_insert_with(|| agency.to_owned());
            } else if is_name(&part, &outlet)
                && !authors.names.iter().any(|name| words::fold(name) == words::fold(&part))
            {
                authors.names.push(part);
            }
        }
    }
    authors
}

fn split(statement: &str) -> Vec<String> {
    let mut line = words::collapse(statement);
    for opening in
        ["Written by ", "Reported by ", "Posted by ", "Story by ", "By: ", "By ", "BY ", "by ", "Von ", "Par ", "Por "]
    {
        if let Some(rest) = line.strip_prefix(opening) {
            line = rest.to_owned();
        }
    }
    let line = line.replace(" and ", "\n").replace(" And ", "\n").replace(" AND ", "\n").replace(" with ", "\n");
    let parts = line.split(['\n', ',', ';', '&', '|', '•', '·']);
    parts.map(|part| name_of(part.trim())).filter(|part| !part.is_empty()).collect()
}

/// The name in `desk@news.example (Ann Lee)`, `Ann Lee <ann@news.example>`, `Ann Lee (Reuters)`.
fn name_of(part: &str) -> String {
    let brackets = |open, close| {
        let (before, rest) = part.split_once(open)?;
        let (inside, _) = rest.split_once(close)?;
        Some(if before.contains('@') { inside.trim() } else { before.trim() })
    };
    let name = brackets('(', ')').or_else(|| brackets('<', '>')).unwrap_or(part);
    // `Ann Lee in Oslo`
    name.split(" in ").next().unwrap_or(name).trim().to_owned()
}

fn is_name(part: &str, outlet: &str) -> bool {
    let lower = part.to_lowercase();
    let folded = words::fold(part);
    let word_count = part.split_whitespace().count();
    let job = lower.split_whitespace().any(|word| JOB_WORDS.contains(&word));
    let letters = part.chars().filter(|character| character.is_alphabetic()).count();
    (1..=6).contains(&word_count)
        && part.len() <= 80
        && letters >= 2
        && !part.ends_with('-')
        && !part.contains(['@', '/', ':', '=', '{'])
        && !part.chars().any(|character| character.is_ascii_digit())
        && !lower.starts_with("www.")
        && !NOT_NAMES.contains(&lower.as_str())
        && !job
        && (outlet.is_empty()
            || (folded != outlet && folded != format!("the{outlet}") && format!("the{folded}") != outlet))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(statements: &[&str], expected: &[&str], agency: Option<&str>) {
        let authors = read(statements.iter().copied(), Some("The Harbour Post"));
        assert_eq!(
            (authors.names, authors.agency.as_deref()),
            (expected.iter().map(|&name| name.to_owned()).collect(), agency)
        );
    }

    #[test]
    fn names_are_parted_and_everything_else_left_out() {
        check(&["By Ann Lee and Bo Ek, Staff Writer", "Ann Lee"], &["Ann Lee", "Bo Ek"], None);
        check(&["desk@post.example (Ann Lee)", "Harbour Post", "https://post.example/ann"], &["Ann Lee"], None);
        check(&["Ann Lee &amp; Bo Ek", "Reuters"], &["Ann Lee", "Bo Ek"], Some("Reuters"));
        check(&["By ANN LEE, Transport Correspondent in Oslo", "admin"], &["ANN LEE"], None);
    }
}

//! Who wrote a report: names, one a person, without `By`, jobs, addresses and the outlet itself.

use crate::markup::listed;
use crate::{agency, words};

/// Words that stand where a name should and name nobody.
const NOBODY: &[&str] = &[
    "admin",
    "administrator",
    "and",
    "agencies",
    "agency",
    "anonymous",
    "author",
    "authors",
    "byline",
    "by",
    "by:",
    "contributors",
    "email",
    "facebook",
    "follow",
    "guest",
    "in",
    "instagram",
    "linkedin",
    "none",
    "null",
    "published",
    "read more",
    "read more...",
    "reply",
    "reply to",
    "see full bio",
    "share",
    "shares",
    "the author",
    "twitter",
    "undefined",
    "und",
    "unknown",
    "updated",
    "user",
    "view more posts",
    "view all posts",
    "wire reports",
    "with",
    "written by",
];

/// What stands after a name.
const AFTER_NAMES: &[&str] = &["dds", "dvm", "esq", "jd", "jr", "ma", "mba", "md", "ms", "phd", "rd", "rn", "sr"];

/// Words that show a part to be a job, a desk or an office rather than a person.
const JOB_WORDS: &[&str] = &[
    "board",
    "bureau",
    "ceo",
    "coach",
    "consultant",
    "contributor",
    "coordinator",
    "correspondent",
    "desk",
    "director",
    "educator",
    "educators",
    "editor",
    "editorial",
    "editors",
    "expert",
    "founder",
    "head",
    "manager",
    "newsroom",
    "producer",
    "redaktion",
    "reporter",
    "specialist",
    "staff",
    "strategist",
    "team",
    "webdesk",
    "writer",
];

/// Words that open a byline, in lower case.
const OPENINGS: &[&str] = &[
    "written by ",
    "reported by ",
    "updated by ",
    "insights from ",
    "about the author ",
    "reviewed by ",
    "posted by ",
    "published by ",
    "story by ",
    "text by ",
    "words by ",
    "articles by ",
    "author ",
    "author: ",
    "recipe by ",
    "view all posts by ",
    "by: ",
    "by ",
    "von: ",
    "von ",
    "autorin/autor ",
    "autor: ",
    "autorin: ",
    "autore: ",
    "auteur : ",
    "auteur: ",
    "autor ",
    "tekst: ",
    "texte : ",
    "texte: ",
    "oleh: ",
    "penulis: ",
    "skrevet av ",
    "escrito por ",
    "scritto da ",
    "yazan: ",
    "muhabir: ",
    "автор: ",
    "この記事を書いた人",
    "text: ",
    "par ",
    "por ",
    "door ",
    "av ",
    "di ",
];

/// What the names of desks end with, in scripts that do not part words.
const DESKS: [char; 2] = ['部', '局'];

/// What opens the names of those who did something else with a report.
const NO_AUTHORS: &[&str] = &[
    "edited by",
    "expert reviewed",
    "フォロー",
    "専門・関心分野",
    "fact checked",
    "fact-checked",
    "medically reviewed",
    "photo",
    "reviewed by",
    "updated by",
];

/// Words of names that are written small.
const PARTICLES: &[&str] = &["al", "da", "de", "del", "der", "di", "el", "la", "van", "von"];

/// Words between two names.
const BETWEEN: &[&str] = &[" and ", " with ", " und ", " mit ", " et ", " og ", " och ", " en ", " y "];

/// The authors that several statements name, and the agency where one is named instead.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Authors {
    pub(crate) names: Vec<String>,
    pub(crate) agency: Option<String>,
}

/// Reads statements of authorship, each of which may name several. `outlet` is no author of its own reports. Where
/// nobody is named, a desk or team is.
pub(crate) fn read<'s>(statements: impl IntoIterator<Item = &'s str>, outlet: Option<&str>) -> Authors {
    let mut authors = Authors::default();
    let outlet = outlet.map(words::fold).unwrap_or_default();
    let mut desk = None;
    for statement in statements {
        let statement = crate::markup::unescape(statement);
        for part in in_order(&statement).map_or_else(|| split(&statement), |name| vec![name]) {
            if let Some(agency) = agency::known(&part) {
                authors.agency.get_or_insert_with(|| agency.to_owned());
            } else if !could_be_name(&part, &outlet) {
            } else if part.split_whitespace().any(|word| listed(JOB_WORDS, word)) || part.ends_with(DESKS) {
                desk = desk.or(Some(part));
            } else if !authors.names.iter().any(|name| words::fold(name) == words::fold(&part)) {
                authors.names.push(part);
            }
        }
    }
    let initials: Vec<String> = authors.names.iter().filter_map(|name| initials(name)).collect();
    // `reddit` beside a name is a button, `kd` a writer.
    let small = |name: &str| is_single(name) && name.len() > 3 && name.starts_with(char::is_lowercase);
    let written = authors.names.iter().any(|name| name.starts_with(char::is_uppercase));
    authors.names.retain(|name| !(initials.contains(name) || written && small(name)));
    if authors.names.is_empty() && authors.agency.is_none() {
        authors.names.extend(desk);
    }
    authors
}

/// `Lee, Ann`, as library records have it, in the order of speech.
fn in_order(statement: &str) -> Option<String> {
    let (family, given) = statement.trim().split_once(", ")?;
    let written = |word: &str| {
        is_single(word)
            && word.starts_with(char::is_uppercase)
            && word.contains(char::is_lowercase)
            && could_be_name(word, "")
    };
    let job = |word: &str| listed(JOB_WORDS, word) || agency::known(word).is_some();
    (written(family) && written(given) && !job(family) && !job(given)).then(|| format!("{given} {family}"))
}

/// True for one word of a script that parts words by spaces.
fn is_single(part: &str) -> bool {
    !part.contains(char::is_whitespace) && part.chars().all(|letter| letter < '\u{2e80}')
}

/// `AL` for `Ann Lee`, which stands where no picture of an author is.
fn initials(name: &str) -> Option<String> {
    is_person(name).then(|| name.split_whitespace().filter_map(|word| word.chars().next()).collect())
}

/// True for two to four words that are written as the name of a person is.
pub(crate) fn is_person(words: &str) -> bool {
    let written = |word: &str| word.starts_with(char::is_uppercase) || listed(PARTICLES, word);
    (2..=4).contains(&words.split_whitespace().count())
        && words.split_whitespace().all(written)
        && could_be_name(words.trim(), "")
        && !words.split_whitespace().any(|word| listed(JOB_WORDS, word))
}

/// True where a line begins as bylines do.
pub(crate) fn is_opened(line: &str) -> bool {
    without_opening(line).len() < line.len()
}

fn without_opening(line: &str) -> &str {
    OPENINGS.iter().fold(line, |line, opening| {
        let opened = line.get(..opening.len()).is_some_and(|start| start.to_lowercase() == *opening);
        if opened { &line[opening.len()..] } else { line }
    })
}

fn split(statement: &str) -> Vec<String> {
    let lines = statement.split('\n').map(words::collapse).filter(|line| !is_prose(line) && !is_only_opening(line));
    let mut names: Vec<String> = Vec::new();
    for line in lines {
        // Who comes after is no author, unless nobody else is named.
        if !names.is_empty() && starts_with_any(&line, NO_AUTHORS) {
            break;
        }
        // On a line below a full name, a single word is a section or a trade.
        let named = names.iter().any(|name| is_person(name));
        names.extend(
            split_line(&line).into_iter().filter(|part| !named || !is_single(part) || agency::known(part).is_some()),
        );
    }
    names
}

fn starts_with_any(line: &str, beginnings: &[&str]) -> bool {
    let line = line.to_lowercase();
    beginnings.iter().any(|beginning| line.starts_with(beginning))
}

/// True for `By` on a line of its own.
fn is_only_opening(line: &str) -> bool {
    let line = line.trim_end_matches(':').to_lowercase();
    OPENINGS.iter().any(|opening| opening.trim_end_matches([' ', ':']) == line)
}

/// True for the sentences that outlets add about their authors.
fn is_prose(line: &str) -> bool {
    let small = line.split_whitespace().filter(|word| word.starts_with(char::is_lowercase)).count();
    let all = words::count(line);
    all >= 8 && small * 2 > all
}

fn split_line(line: &str) -> Vec<String> {
    let mut names = vec![without_opening(line.trim_matches('"'))];
    for between in BETWEEN {
        names = names.iter().flat_map(|line| parts(line, between)).collect();
    }
    let parts = names.into_iter().flat_map(|names| names.split([',', ';', '&', '|', '•', '·']));
    // `Ann Lee/Bo Ek`, but no address.
    let named = |part: &str| is_person(part) || agency::known(part).is_some();
    let parts = parts.flat_map(|part| match part.split('/').all(named) {
        true => part.split('/').collect(),
        false => vec![part],
    });
    parts.map(|part| name_of(part.trim())).filter(|part| !part.is_empty()).collect()
}

/// The line cut at each `between`, whatever its case.
fn parts<'l>(line: &'l str, between: &str) -> Vec<&'l str> {
    // Letters whose small form has another length would move the places.
    let lower = line.to_lowercase();
    if lower.len() != line.len() {
        return line.split(between).collect();
    }
    let mut start = 0;
    let mut parts: Vec<&str> = Vec::new();
    for (at, _) in lower.match_indices(between) {
        parts.extend(line.get(start..at));
        start = at + between.len();
    }
    parts.extend(line.get(start..));
    parts
}

/// The name in `desk@news.example (Ann Lee)`, `Ann Lee <ann@news.example>`, `Ann Lee (Reuters)`.
fn name_of(part: &str) -> String {
    let brackets = |open, close| {
        let (before, rest) = part.split_once(open)?;
        let (inside, _) = rest.split_once(close)?;
        Some(if before.contains('@') { inside.trim() } else { before.trim() })
    };
    let name = brackets('(', ')').or_else(|| brackets('<', '>')).unwrap_or(part);
    // `Ann Lee - Harbour Desk`
    let is_job = |words: &str| words.split_whitespace().any(|word| listed(JOB_WORDS, word));
    let name = name.split_once(" - ").filter(|(_, job)| is_job(job)).map_or(name, |(name, _)| name);
    // `Ann Lee in Oslo`
    name.split(" in ").next().unwrap_or(name).trim_matches(|c: char| c.is_whitespace() || "-–—".contains(c)).to_owned()
}

fn could_be_name(part: &str, outlet: &str) -> bool {
    let lower = part.to_lowercase();
    let folded = words::fold(part);
    let letters = part.chars().filter(|character| character.is_alphabetic()).count();
    // Several words in small letters are no name; one may be what someone goes by.
    let phrase = part.contains(' ') && part.starts_with(char::is_lowercase);
    (1..=6).contains(&part.split_whitespace().count())
        && !phrase
        && part.len() <= 80
        && letters >= 2
        && !part.contains(['@', '/', ':', '=', '{', '"', '“'])
        && !part.chars().any(|character| character.is_ascii_digit())
        && !lower.starts_with("www.")
        // `page.head.author` is a slip of the page's maker.
        && !part.split('.').skip(1).any(|word| word.starts_with(char::is_lowercase))
        && !listed(NOBODY, &lower)
        && !AFTER_NAMES.contains(&folded.as_str())
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
        check(&["Von Ann Lee und Bo Ek"], &["Ann Lee", "Bo Ek"], None);
        check(&["Ann Lee, PhD, Founder", "\"Bo Ek\""], &["Ann Lee", "Bo Ek"], None);
        check(&["AL", "By Ann Lee\nGardening & Flowers\nReuters", "Ek, Bo"], &["Ann Lee", "Bo Ek"], Some("Reuters"));
        check(&["Von: Ann Lee/Bo Ek, reddit"], &["Ann Lee", "Bo Ek"], None);
        check(&["この記事を書いた人\n渡辺花子\n東京社会部\nフォロー\n専門・関心分野\n港"], &["渡辺花子"], None);
        check(&["Ann Lee - Harbour Desk", "Lee, Reuters", "kd"], &["Ann Lee", "Lee", "kd"], Some("Reuters"));
    }

    #[test]
    fn a_desk_is_named_where_nobody_is() {
        check(&["News Desk"], &["News Desk"], None);
        check(&["News Desk", "By Ann Lee"], &["Ann Lee"], None);
        check(&["News Desk", "AFP"], &[], Some("AFP"));
        check(&["The author", "page.head.author", "Written by"], &[], None);
    }
}

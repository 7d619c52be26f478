//! Which of the headlines that a page states and prints is the report's.

use std::collections::HashSet;

use crate::words;

/// What stands between a headline and the name of its outlet or section.
const MARKS: &[&str] = &[" | ", " - ", " – ", " — ", " :: ", " » ", " • ", " · ", " ⋆ ", "|", "｜", "丨", " － ", "_"];

/// Chooses between the headlines that a page states of itself (the most careful first) and those that it prints: the
/// printed one, since that is what readers see, in the spelling of a stated one with the same letters. Kickers count
/// where two statements have them.
pub(super) fn choose<'p>(
    stated: impl IntoIterator<Item = &'p str>,
    printed: impl IntoIterator<Item = &'p str>,
    outlet: &str,
) -> Option<String> {
    let worded = |title: &str| title.chars().any(char::is_alphanumeric);
    let stated: Vec<&str> = stated.into_iter().filter(|title| worded(title)).collect();
    let printed: Vec<&str> = printed.into_iter().filter(|title| worded(title)).collect();
    let all: Vec<String> = stated.iter().chain(&printed).map(|title| words::fold(title)).collect();
    let is_outlet = |title: &str| words::fold(title) == words::fold(outlet);
    let tidy = |title: &&str| Some(without_names(title, outlet, &all)).filter(|title| !is_outlet(title));
    let stated: Vec<String> = stated.iter().filter_map(tidy).collect();
    let printed: Vec<String> = printed.iter().filter_map(tidy).filter(|title| words::count(title) >= 2).collect();
    let support = |heading: &String| {
        let alike = stated.iter().filter(|title| share_words(heading, title)).count();
        let same = stated.iter().filter(|title| words::fold(title) == words::fold(heading)).count();
        alike + same
    };
    // The first of those with the most support.
    let supported = printed.iter().rev().max_by_key(|heading| support(heading)).filter(|heading| support(heading) > 0);
    let chosen = supported.or(stated.first()).or(printed.first())?;
    let letters = words::fold(chosen);
    let agreed = |title: &&String| stated.iter().filter(|other| words::fold(other) == words::fold(title)).count() >= 3;
    let with_kicker = stated.iter().filter(agreed).find(|title| {
        let title = words::fold(title);
        title.ends_with(&letters) || letters.ends_with(&title)
    });
    let spelt = stated.iter().find(|title| words::fold(title) == letters);
    with_kicker.or(spelt).or(Some(chosen)).cloned()
}

/// Takes the outlet and other names from the ends of a headline: what is left when ` | The Harbour Post` goes, where
/// that is the outlet's name or the rest is a headline elsewhere in the page (`all`, folded).
fn without_names(title: &str, outlet: &str, all: &[String]) -> String {
    let outlet = words::fold(outlet);
    let is_outlet = |part: &str| {
        let part = words::fold(part);
        let longer = part.len() <= 2 * outlet.len() && part.contains(&outlet);
        !outlet.is_empty() && !part.is_empty() && (outlet.contains(&part) || longer)
    };
    let known = |part: &str| all.contains(&words::fold(part));
    let mut title = title.trim();
    for _ in 0..2 {
        let last = MARKS.iter().filter_map(|mark| title.rsplit_once(mark)).min_by_key(|(_, tail)| tail.len());
        let first = MARKS.iter().filter_map(|mark| title.split_once(mark)).min_by_key(|(head, _)| head.len());
        let rest = match (last, first) {
            (Some((rest, tail)), _) if !rest.trim().is_empty() && (is_outlet(tail) || known(rest)) => rest,
            (_, Some((head, rest))) if words::count(rest) >= 2 && (is_outlet(head) || known(rest)) => rest,
            _ => break,
        };
        title = rest.trim();
    }
    title.trim_end_matches(|last: char| last.is_whitespace() || "|｜⋆•·".contains(last)).to_owned()
}

/// Takes ` | The Harbour Post` and the like from the ends of a headline.
pub(crate) fn without_outlet(title: &str, outlet: &str) -> String {
    without_names(title, outlet, &[])
}

/// True where at least two of five words of either headline stand in the other.
fn share_words(one: &str, other: &str) -> bool {
    let of = |title: &str| -> HashSet<String> {
        title.split_whitespace().map(words::fold).filter(|word| !word.is_empty()).collect()
    };
    let (one, other) = (of(one), of(other));
    let both = one.intersection(&other).count();
    both > 0 && both * 5 >= one.len().min(other.len()) * 2
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn outlets_leave_the_headline_and_other_words_stay() {
        let check = |title, outlet, expected| assert_eq!(without_outlet(title, outlet), expected);
        check("Fares rise - City - Harbour Post", "The Harbour Post", "Fares rise - City");
        check("Fares rise - again", "Harbour Post", "Fares rise - again");
        check("Fares rise | post.example", "post.example", "Fares rise");
        check(
            "Harbour Post readers write in - fares rise",
            "Harbour Post",
            "Harbour Post readers write in - fares rise",
        );
        check("Harbour Post | Fares rise", "Harbour Post", "Fares rise");
        check("連絡船が毎時運航に｜港日報", "港日報", "連絡船が毎時運航に");
        check("渡轮每小时一班_港日报", "港日报", "渡轮每小时一班");
        check("snake_case in the harbour", "Harbour Post", "snake_case in the harbour");
    }

    fn check(stated: &[&str], printed: &[&str], expected: Option<&str>) {
        let chosen = choose(stated.iter().copied(), printed.iter().copied(), "Harbour Post");
        assert_eq!(chosen.as_deref(), expected);
    }

    #[test]
    fn the_printed_headline_is_taken_where_the_page_states_one_like_it() {
        check(
            &["Fares to rise: what to know"],
            &["Harbour Post", "Fares rise to 4 euros"],
            Some("Fares rise to 4 euros"),
        );
        check(&["Fares rise to 4 euros"], &["Most read"], Some("Fares rise to 4 euros"));
        check(&[], &["Fares rise"], Some("Fares rise"));
        check(&["Harbour Post", "…"], &[], None);
    }

    #[test]
    fn spelling_and_kickers_are_those_of_the_statements() {
        check(&["Ferries: Fares rise"], &["Ferries Fares rise"], Some("Ferries: Fares rise"));
        check(&["Ferries: Fares rise"; 3], &["Fares rise"], Some("Ferries: Fares rise"));
        check(&["Ferries: Fares rise"], &["Fares rise"], Some("Fares rise"));
        check(&["Fares rise | Opinion | City"], &["Fares rise | Opinion"], Some("Fares rise | Opinion"));
        check(&["Fares rise | City", "Fares rise"], &[], Some("Fares rise"));
    }
}

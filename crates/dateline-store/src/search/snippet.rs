//! The piece of a text that shows best why it was found.

use std::ops::Range;

use super::stems::Stems;
use super::wanted::Wanted;
use super::words::Words;
use crate::Snippet;
use crate::phrase::floor;

/// A snippet has about this many characters.
const LENGTH: usize = 230;

/// So many of them may stand before the first word found.
const BEFORE: usize = 60;

/// So many bytes of a text are looked at: first its head, and more only where that lacks a word.
const LOOKED_AT: [usize; 2] = [3 << 10, 256 << 10];

/// A place where a group of wanted words stands.
struct Place {
    range: Range<usize>,
    /// Which group.
    group: usize,
}

/// The best passage of `text`: the one with the most different words, then the most words, then the first.
pub fn snippet(text: &str, wanted: &Wanted, stems: &mut Stems) -> Snippet {
    let mut found = Vec::new();
    for limit in LOOKED_AT {
        found = places(head(text, limit), &wanted.groups, stems);
        if text.len() <= limit || (0..wanted.groups.len()).all(|group| found.iter().any(|place| place.group == group)) {
            break;
        }
    }
    let places = found;
    let window = match best(text, &places) {
        Some(found) => around(text, found),
        None => forward(text, text.len() - text.trim_start().len(), LENGTH),
    };
    Snippet { parts: parts(text, window, &places) }
}

/// The first `limit` bytes of a text, not ending within a word where its words are spaced.
fn head(text: &str, limit: usize) -> &str {
    let head = &text[..floor(text, limit)];
    if head.len() == text.len() { head } else { &head[..head.rfind(char::is_whitespace).unwrap_or(head.len())] }
}

/// Everywhere that a group stands, in order.
fn places(text: &str, groups: &[Vec<String>], stems: &mut Stems) -> Vec<Place> {
    let mut places: Vec<Place> = Vec::new();
    if groups.is_empty() {
        return places;
    }
    // Stemming never changes the first letter, so a word is only stemmed where a wanted stem begins like it.
    let mut begins = [false; 128];
    let mut other = false;
    for stem in groups.iter().flatten() {
        match stem.chars().next() {
            Some(first) if first.is_ascii() => begins[first as usize] = true,
            _ => other = true,
        }
    }
    let longest = groups.iter().map(Vec::len).max().unwrap_or(1);
    // The last words, as many as the longest group has: where each stands, and its stem or nothing.
    let mut last: Vec<(Range<usize>, String)> = Vec::with_capacity(longest);
    for range in Words::of(text) {
        let word = &text[range.clone()];
        let mut stem = if last.len() == longest { last.remove(0).1 } else { String::new() };
        stem.clear();
        let first = word.as_bytes()[0].to_ascii_lowercase();
        // A letter beyond ASCII may fold to one within it.
        if first >= 128 && (other || word.chars().next().is_some_and(|letter| letter < '\u{2000}'))
            || first < 128 && begins[first as usize]
            || word.starts_with(|letter| ('\u{FF00}'..='\u{FFEF}').contains(&letter))
        {
            stems.stem(word, &mut stem);
        }
        last.push((range, stem));
        for (number, group) in groups.iter().enumerate() {
            let Some(from) = last.len().checked_sub(group.len()) else { continue };
            if last[from..].iter().zip(group).all(|((_, stem), wanted)| stem == wanted) {
                let range = last[from].0.start..last[last.len() - 1].0.end;
                places.push(Place { range, group: number });
            }
        }
    }
    places.sort_by_key(|place| (place.range.start, place.range.end));
    places
}

/// The places from the first to the last of the best passage.
fn best(text: &str, places: &[Place]) -> Option<Range<usize>> {
    let room = LENGTH - BEFORE;
    let mut best: Option<((usize, usize), Range<usize>)> = None;
    let mut inside = vec![0usize; places.iter().map(|place| place.group + 1).max().unwrap_or(0)];
    let (mut first, mut different) = (0, 0);
    for (last, place) in places.iter().enumerate() {
        different += usize::from(inside[place.group] == 0);
        inside[place.group] += 1;
        while first < last && longer(text, places[first].range.start..place.range.end, room) {
            let out = places[first].group;
            inside[out] -= 1;
            different -= usize::from(inside[out] == 0);
            first += 1;
        }
        let worth = (different, last - first + 1);
        if best.as_ref().is_none_or(|(least, _)| worth > *least) {
            best = Some((worth, places[first].range.start..place.range.end));
        }
    }
    best.map(|(_, range)| range)
}

/// True where `range` has more than `limit` characters. Looks no further than it must.
fn longer(text: &str, range: Range<usize>, limit: usize) -> bool {
    range.len() > limit && (range.len() > limit * 4 || text[range].chars().nth(limit).is_some())
}

/// The passage round the places found.
fn around(text: &str, found: Range<usize>) -> Range<usize> {
    let before = &text[..found.start];
    let earliest = before.char_indices().rev().nth(BEFORE - 1).map_or(0, |(at, _)| at);
    let tail = &text[earliest..found.start];
    let start = match tail.rfind('\n') {
        Some(line) => earliest + line + 1,
        None if earliest == 0 => 0,
        None => earliest + tail.find(char::is_whitespace).unwrap_or(0),
    };
    let start = start + (text[start..].len() - text[start..].trim_start().len());
    let used = text[start..found.end].chars().count();
    let end = forward(text, found.end, LENGTH.saturating_sub(used)).end;
    start.min(found.start)..end
}

/// From `start` on, at most `limit` characters, ending between words where there is a gap.
fn forward(text: &str, start: usize, limit: usize) -> Range<usize> {
    let rest = &text[start..];
    let Some((end, _)) = rest.char_indices().nth(limit) else { return start..start + rest.trim_end().len() };
    let gap =
        if rest[end..].starts_with(char::is_whitespace) { Some(end) } else { rest[..end].rfind(char::is_whitespace) };
    let end = gap.filter(|&gap| gap >= end / 2).unwrap_or(end);
    start..start + rest[..end].trim_end().len()
}

/// The passage in parts, the places marked, on one line, with dots where the text goes on.
fn parts(text: &str, window: Range<usize>, places: &[Place]) -> Vec<(String, bool)> {
    let mut parts: Vec<(String, bool)> = Vec::new();
    let mut push = |range: Range<usize>, marked: bool| {
        if !range.is_empty() {
            parts.push((text[range].replace(['\n', '\r', '\t'], " "), marked));
        }
    };
    let mut at = window.start;
    for place in places {
        let (start, end) = (place.range.start.max(at), place.range.end.min(window.end));
        if start < end && place.range.end <= window.end {
            push(at..start, false);
            push(start..end, true);
            at = end;
        }
    }
    push(at..window.end, false);
    if !text[..window.start].trim().is_empty() {
        parts.insert(0, ("… ".to_owned(), false));
    }
    if !text[window.end..].trim().is_empty() {
        parts.push((" …".to_owned(), false));
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::SearchQuery;

    fn shown(text: &str, words: &str) -> String {
        let wanted = Wanted::of(&SearchQuery { words: words.to_owned(), ..SearchQuery::default() });
        let snippet = snippet(text, &wanted, &mut Stems::new());
        snippet.parts.iter().map(|(part, marked)| if *marked { format!("[{part}]") } else { part.clone() }).collect()
    }

    #[test]
    fn words_are_marked_as_the_index_knows_them() {
        assert_eq!(shown("The ferries were delayed.", "ferry delay"), "The [ferries] were [delayed].");
        assert_eq!(shown("Das Straßenfest in Zürich.", "zurich"), "Das Straßenfest in [Zürich].");
        assert_eq!(shown("Étienne waited.", "etienne"), "[Étienne] waited.");
        assert_eq!(shown("港湾の会議は夕方に開かれた。", "会議"), "港湾の[会議]は夕方に開かれた。");
        assert_eq!(shown("The U.S. port.", "US"), "The [U.S]. port.");
    }

    #[test]
    fn a_phrase_is_marked_as_a_whole_and_nowhere_else() {
        let text = "The wall of the sea is no sea wall.";
        assert_eq!(shown(text, "\"sea wall\""), "The wall of the sea is no [sea wall].");
    }

    #[test]
    fn the_best_passage_of_a_long_text_is_shown() {
        let text =
            format!("The ferry left.\n{}\nThe ferry met a storm. {}", "Nothing. ".repeat(90), "Later. ".repeat(90));
        let shown = shown(&text, "ferry storm");
        assert!(shown.starts_with("… The [ferry] met a [storm]. Later."), "{shown}");
        assert!(shown.ends_with("Later. …"), "{shown}");
        assert!((150..=LENGTH + 10).contains(&shown.chars().count()), "{}", shown.chars().count());
    }

    #[test]
    fn without_words_the_beginning_is_shown() {
        let text = format!("  One. {}", "Two three. ".repeat(60));
        let shown = shown(&text, "");
        assert!(shown.starts_with("One. Two"), "{shown}");
        assert!(shown.ends_with(" …") && shown.chars().count() <= LENGTH + 2, "{shown}");
        assert_eq!(snippet("", &Wanted::default(), &mut Stems::new()), Snippet::default());
    }
}

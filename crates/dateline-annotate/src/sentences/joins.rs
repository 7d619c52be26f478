//! Whether a sentence goes on behind a mark that might end one.

use crate::LanguageData;

/// No abbreviation is longer than this, in bytes.
const LONGEST: usize = 16;

/// True where the sentence goes on: `before` is what has been read of it, `marks` the mark with what closes behind it.
pub fn goes_on(before: &str, mark: char, marks: &str, following: &str, data: &LanguageData) -> bool {
    let next = following.trim_start();
    let opening = behind_marks(next);
    if super::is_ideographic(mark) {
        let quoted = marks.ends_with(['」', '』', '）', '”']);
        return quoted && data.continuations.iter().any(|words| next.starts_with(words));
    }
    if opening.starts_with(char::is_lowercase) && next.len() - opening.len() <= 6 {
        return true;
    }
    mark == '.' && marks == "." && stop_is_inside(before, opening, data)
}

/// So many marks in a row are looked through at most.
const MARKS: usize = 16;

/// `next` without the marks that it begins with.
fn behind_marks(next: &str) -> &str {
    let is_mark = |character: char| !character.is_alphanumeric() && !character.is_whitespace();
    let opening = next.char_indices().take(MARKS).find(|&(_, character)| !is_mark(character));
    opening.map_or("", |(at, _)| &next[at..])
}

/// True where the full stop behind `before` belongs to an abbreviation, an initial or a number.
fn stop_is_inside(before: &str, opening: &str, data: &LanguageData) -> bool {
    let token = last_token(before);
    if token.is_empty() || token.len() > LONGEST {
        return false;
    }
    let lower = token.to_lowercase();
    let word = lower.as_str();
    let opens = || data.openers.contains(&first_word(opening).to_lowercase().as_str());
    let digit_follows = opening.starts_with(|character: char| character.is_ascii_digit());
    if data.abbreviations.contains(&word) {
        return true;
    }
    if data.number_abbreviations.contains(&word) && digit_follows {
        return true;
    }
    if data.final_abbreviations.contains(&word) || is_lettered(token) {
        return !opens() && !digit_follows;
    }
    if token.bytes().all(|byte| byte.is_ascii_digit()) && token.len() <= 2 {
        // The number of a list item, or an ordinal as German writes it.
        return before.len() == token.len() || (data.ordinal_stop && !opens());
    }
    false
}

/// The word that a full stop stands behind.
fn last_token(before: &str) -> &str {
    let from = before.floor_char_boundary(before.len().saturating_sub(LONGEST + 4));
    let tail = &before[from..];
    let starts = |character: char| character.is_whitespace() || "(\"'“‘[—–/,;:".contains(character);
    match tail.rfind(starts) {
        Some(at) => tail[at..].trim_start_matches(starts),
        None => tail,
    }
}

fn first_word(opening: &str) -> &str {
    let end = opening.char_indices().take(LONGEST).find(|(_, character)| !character.is_alphanumeric());
    end.map_or(&opening[..opening.floor_char_boundary(LONGEST)], |(at, _)| &opening[..at])
}

/// True for an initial, `J`, and for letters with stops between them, `U.S`.
fn is_lettered(token: &str) -> bool {
    let mut parts = token.split(['.', '-']);
    parts.all(|part| {
        let mut characters = part.chars();
        characters.next().is_some_and(char::is_alphabetic) && characters.next().is_none()
    })
}

/// True where a space is missing after a sentence: `tested.The minister`, but not in an address or a name of a file.
pub fn is_run_on(before: &str, following: &str) -> bool {
    let token = last_token(before);
    let word = first_word(following);
    let plain = token.len() >= 3 && token.len() <= LONGEST && token.chars().all(char::is_alphabetic);
    let ends_low = token.ends_with(char::is_lowercase);
    let mut next = word.chars();
    let capital = next.next().is_some_and(char::is_uppercase) && next.next().is_none_or(char::is_lowercase);
    let space_behind = following[word.len()..].starts_with([' ', ',', '\'', '’']);
    plain && ends_low && capital && space_behind
}

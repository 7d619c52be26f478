//! Numbers and lists as words.

/// What stands between a number and its unit: narrow, and never broken across lines.
const THIN: char = '\u{202f}';

/// `12,345`.
#[must_use]
pub fn number(number: u64) -> String {
    let digits = number.to_string();
    let mut grouped = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

/// `1 report`, `2 reports`.
#[must_use]
pub fn count(how_many: u64, one: &str, many: &str) -> String {
    format!("{} {}", number(how_many), if how_many == 1 { one } else { many })
}

/// `96 %`. A share below 1 is never shown as the whole, one above 0 never as nothing.
#[must_use]
pub fn percent(share: f32) -> String {
    let whole = (f64::from(share).clamp(0.0, 1.0) * 100.0).round() as u64;
    let shown = match share {
        share if share > 0.0 && whole == 0 => 1,
        share if share < 1.0 && whole == 100 => 99,
        _ => whole,
    };
    format!("{shown}{THIN}%")
}

/// `A`, `A and B`, `A, B and C`, `A, B, C and 7 more`; never `and 1 more`, since that takes no less room than the name.
#[must_use]
pub fn list(names: &[&str], shown: usize) -> String {
    let shown = if names.len() <= shown + 1 { names.len() } else { shown };
    let (shown, rest) = names.split_at(shown);
    match (shown, rest.len()) {
        ([], _) => String::new(),
        ([one], 0) => (*one).to_owned(),
        ([before @ .., last], 0) => format!("{} and {last}", before.join(", ")),
        (shown, rest) => format!("{} and {} more", shown.join(", "), number(rest as u64)),
    }
}

/// The beginning of `words`, at most `limit` characters, cut between words and marked where something is missing.
#[must_use]
pub fn beginning(words: &str, limit: usize) -> String {
    let Some((cut, _)) = words.char_indices().nth(limit) else { return words.to_owned() };
    let head = &words[..cut];
    // Languages without spaces, and very long words, are cut where the limit falls.
    let end = head.rfind(char::is_whitespace).filter(|&end| end > cut / 2).unwrap_or(cut);
    format!("{}…", head[..end].trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_grouped_by_three() {
        assert_eq!([0, 999, 1_000, 1_234_567].map(number), ["0", "999", "1,000", "1,234,567"]);
    }

    #[test]
    fn one_is_not_many() {
        let counted = [0, 1, 2].map(|many| count(many, "copy", "copies"));
        assert_eq!(counted, ["0 copies", "1 copy", "2 copies"]);
    }

    #[test]
    fn a_part_is_neither_all_nor_nothing() {
        let shown = [0.0, 0.001, 0.924, 0.998, 1.0, 7.0, f32::NAN].map(percent);
        assert_eq!(shown.map(|shown| shown.replace(THIN, "")), ["0%", "1%", "92%", "99%", "100%", "100%", "0%"]);
    }

    #[test]
    fn a_list_never_ends_in_one_more() {
        let names = ["A", "B", "C", "D", "E"];
        let lists = [0, 1, 2, 4, 5].map(|end| list(&names[..end], 3));
        assert_eq!(lists, ["", "A", "A and B", "A, B, C and D", "A, B, C and 2 more"]);
    }

    #[test]
    fn a_beginning_ends_between_words() {
        assert_eq!(beginning("Ministers meet in July", 18), "Ministers meet in…");
        assert_eq!(beginning("閣僚会合は七月に開かれる", 4), "閣僚会合…");
        assert_eq!(beginning("short", 18), "short");
    }
}

//! Folds a word to the form that is looked up: lower case, without accents, without the dots of initials.

use unicode_normalization::UnicodeNormalization;

/// Letters that are no letter with an accent, and what they are typed as.
const TYPED: [(char, &str); 11] = [
    ('ß', "ss"),
    ('æ', "ae"),
    ('œ', "oe"),
    ('ø', "o"),
    ('đ', "d"),
    ('ð', "d"),
    ('ł', "l"),
    ('þ', "th"),
    ('ı', "i"),
    ('ħ', "h"),
    ('ŋ', "n"),
];

/// Appends the folded form of `word` to `folded`.
pub fn fold(word: &str, folded: &mut String) {
    if word.is_ascii() {
        folded.extend(word.bytes().filter(|&byte| byte != b'.').map(|byte| char::from(byte.to_ascii_lowercase())));
        return;
    }
    for letter in word.nfkc().flat_map(char::to_lowercase) {
        match letter {
            '.' | '\u{300}'..='\u{36F}' => {}
            _ if letter.is_ascii() => folded.push(letter),
            '\u{80}'..='\u{24F}' | '\u{1E00}'..='\u{1EFF}' => fold_latin(letter, folded),
            _ => folded.push(letter),
        }
    }
}

fn fold_latin(letter: char, folded: &mut String) {
    match TYPED.iter().find(|(from, _)| *from == letter) {
        Some((_, to)) => folded.push_str(to),
        None => folded.extend(std::iter::once(letter).nfd().filter(|part| !matches!(part, '\u{300}'..='\u{36F}'))),
    }
}

#[cfg(test)]
mod tests {
    use super::fold;

    #[test]
    fn accents_case_and_width_do_not_matter() {
        let folded = |word: &str| {
            let mut folded = String::new();
            fold(word, &mut folded);
            folded
        };
        assert_eq!(folded("U.S"), "us");
        assert_eq!(folded("ZÜRICH"), "zurich");
        assert_eq!(folded("Zu\u{308}rich"), "zurich");
        assert_eq!(folded("Straße"), "strasse");
        assert_eq!(folded("Łódź"), "lodz");
        assert_eq!(folded("İzmir"), "izmir");
        assert_eq!(folded("ＪＲ"), "jr");
        assert_eq!(folded("ｶﾞｽ"), "ガス");
        assert_eq!(folded("Порт"), "порт");
    }
}

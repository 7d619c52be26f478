//! Languages: their names, the direction they are written in, and what a headline of unstated language is written in.

/// The name of a language in English, or its code in capitals where it is not in the list.
#[must_use]
pub fn name(code: &str) -> String {
    let found = NAMES.iter().find(|(known, _)| *known == code);
    found.map_or_else(|| code.to_uppercase(), |(_, name)| (*name).to_owned())
}

/// `rtl` for languages written from right to left, else `ltr`.
#[must_use]
pub fn direction(code: &str) -> &'static str {
    let primary = code.split(['-', '_']).next().unwrap_or(code);
    if FROM_THE_RIGHT.contains(&primary) { "rtl" } else { "ltr" }
}

/// The language that the letters of `words` give away, where they do: for lists that do not know it. Ideographs with
/// kana are Japanese, without are taken for Chinese.
#[must_use]
pub fn by_script(words: &str) -> Option<&'static str> {
    let first = words.chars().filter_map(script).min_by_key(|(rank, _)| *rank);
    first.map(|(_, code)| code)
}

/// What a letter hints at; the lowest rank is the surest.
fn script(letter: char) -> Option<(u8, &'static str)> {
    SCRIPTS.iter().find(|(from, to, _, _)| (*from..=*to).contains(&letter)).map(|(_, _, rank, code)| (*rank, *code))
}

const SCRIPTS: &[(char, char, u8, &str)] = &[
    ('\u{3041}', '\u{30ff}', 0, "ja"),
    ('\u{ac00}', '\u{d7a3}', 0, "ko"),
    ('\u{0e01}', '\u{0e5b}', 1, "th"),
    ('\u{0591}', '\u{05f4}', 1, "he"),
    ('\u{0600}', '\u{06ff}', 1, "ar"),
    ('\u{0900}', '\u{097f}', 1, "hi"),
    ('\u{4e00}', '\u{9fff}', 2, "zh"),
    ('\u{0400}', '\u{04ff}', 2, "ru"),
    ('\u{0370}', '\u{03ff}', 3, "el"),
];

const FROM_THE_RIGHT: &[&str] = &["ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi"];

const NAMES: &[(&str, &str)] = &[
    ("af", "Afrikaans"),
    ("am", "Amharic"),
    ("ar", "Arabic"),
    ("az", "Azerbaijani"),
    ("be", "Belarusian"),
    ("bg", "Bulgarian"),
    ("bn", "Bengali"),
    ("bs", "Bosnian"),
    ("ca", "Catalan"),
    ("cs", "Czech"),
    ("cy", "Welsh"),
    ("da", "Danish"),
    ("de", "German"),
    ("el", "Greek"),
    ("en", "English"),
    ("eo", "Esperanto"),
    ("es", "Spanish"),
    ("et", "Estonian"),
    ("eu", "Basque"),
    ("fa", "Persian"),
    ("fi", "Finnish"),
    ("fil", "Filipino"),
    ("fr", "French"),
    ("ga", "Irish"),
    ("gl", "Galician"),
    ("gu", "Gujarati"),
    ("he", "Hebrew"),
    ("hi", "Hindi"),
    ("hr", "Croatian"),
    ("hu", "Hungarian"),
    ("hy", "Armenian"),
    ("id", "Indonesian"),
    ("is", "Icelandic"),
    ("it", "Italian"),
    ("ja", "Japanese"),
    ("ka", "Georgian"),
    ("kk", "Kazakh"),
    ("km", "Khmer"),
    ("kn", "Kannada"),
    ("ko", "Korean"),
    ("lo", "Lao"),
    ("lt", "Lithuanian"),
    ("lv", "Latvian"),
    ("mk", "Macedonian"),
    ("ml", "Malayalam"),
    ("mn", "Mongolian"),
    ("mr", "Marathi"),
    ("ms", "Malay"),
    ("my", "Burmese"),
    ("nb", "Norwegian Bokmål"),
    ("ne", "Nepali"),
    ("nl", "Dutch"),
    ("nn", "Norwegian Nynorsk"),
    ("no", "Norwegian"),
    ("pa", "Punjabi"),
    ("pl", "Polish"),
    ("ps", "Pashto"),
    ("pt", "Portuguese"),
    ("ro", "Romanian"),
    ("ru", "Russian"),
    ("si", "Sinhala"),
    ("sk", "Slovak"),
    ("sl", "Slovenian"),
    ("so", "Somali"),
    ("sq", "Albanian"),
    ("sr", "Serbian"),
    ("sv", "Swedish"),
    ("sw", "Swahili"),
    ("ta", "Tamil"),
    ("te", "Telugu"),
    ("th", "Thai"),
    ("tl", "Tagalog"),
    ("tr", "Turkish"),
    ("uk", "Ukrainian"),
    ("ur", "Urdu"),
    ("uz", "Uzbek"),
    ("vi", "Vietnamese"),
    ("zh", "Chinese"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_directions() {
        assert_eq!(name("ja"), "Japanese");
        assert_eq!(name("xx"), "XX");
        assert_eq!(["ar", "he", "fa", "ur", "ar-EG"].map(direction), ["rtl"; 5]);
        assert_eq!(["en", "ja", ""].map(direction), ["ltr"; 3]);
    }

    #[test]
    fn letters_give_a_language_away() {
        assert_eq!(by_script("日米協議を見送り"), Some("ja"));
        assert_eq!(by_script("日本取消会谈"), Some("zh"));
        assert_eq!(by_script("한미 회담"), Some("ko"));
        assert_eq!(by_script("Tokyo sagt ab"), None);
    }
}

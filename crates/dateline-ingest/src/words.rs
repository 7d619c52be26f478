//! Small questions about lines of words.

/// White space runs as one space; soft hyphens, zero-width spaces, byte-order marks and control characters left out.
pub(crate) fn collapse(words: &str) -> String {
    if is_collapsed(words.as_bytes()) {
        return words.to_owned();
    }
    let mut out = String::with_capacity(words.len());
    for character in words.chars() {
        if character.is_whitespace() {
            if !out.is_empty() && !out.ends_with(' ') {
                out.push(' ');
            }
        } else if !character.is_control() && !matches!(character, '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}') {
            out.push(character);
        }
    }
    out.truncate(out.trim_end().len());
    out
}

/// The first `most` characters, with a mark where more follow.
pub(crate) fn cut(words: &str, most: usize) -> String {
    match words.char_indices().nth(most) {
        Some((at, _)) => format!("{}…", words[..at].trim_end()),
        None => words.to_owned(),
    }
}

/// Most characters of a name that stands at the head of a file and is kept with each of its items.
pub(crate) const LONGEST_NAME: usize = 200;

/// True for plain text with single spaces, as most is, told without a look at its characters.
fn is_collapsed(words: &[u8]) -> bool {
    let mut space = true;
    words.iter().all(|byte| {
        let again = space && *byte == b' ';
        space = *byte == b' ';
        !again && matches!(byte, b' '..=b'~')
    }) && (!space || words.is_empty())
}

/// How many words there are; in scripts without spaces two characters count as one word, or three where vowels and tones
/// are characters of their own.
pub(crate) fn count(line: &str) -> usize {
    if line.is_ascii() {
        return line.split_ascii_whitespace().count();
    }
    let (mut twos, mut threes) = (0, 0);
    for character in line.chars() {
        match character {
            '\u{2e80}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}' => twos += 1,
            // Thai, Lao, Burmese, Khmer.
            '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' => threes += 1,
            _ => {}
        }
    }
    line.split_whitespace().count() + twos / 2 + threes / 3
}

/// The letters and digits in lower case: equal for headlines that differ in case, quotes and spaces only.
pub(crate) fn fold(line: &str) -> String {
    let mut folded = String::with_capacity(line.len());
    for character in line.chars() {
        if character.is_ascii_alphanumeric() {
            folded.push(character.to_ascii_lowercase());
        } else if !character.is_ascii() && character.is_alphanumeric() {
            folded.extend(character.to_lowercase());
        }
    }
    folded
}

/// True where the line ends as a sentence does, closing quotes and brackets aside.
pub(crate) fn ends_sentence(line: &str) -> bool {
    let line = line.trim_end_matches(|character: char| character.is_whitespace() || CLOSING.contains(&character));
    line.ends_with(ENDS) || asks(line)
}

/// What ends a sentence that is no question: Latin, wide and narrow, and of Hindi, Urdu, Burmese, Khmer, Amharic, Armenian.
const ENDS: &[char] =
    &['.', '!', '…', '。', '．', '｡', '！', '।', '॥', '\u{6d4}', '\u{104b}', '\u{17d4}', '\u{1362}', '\u{589}'];
/// Quotes of some languages open those of others: German closes with `“`, Danish with `«`.
const CLOSING: &[char] =
    &['"', '\'', '”', '’', '“', '‘', '»', '«', '›', '‹', ')', ']', '」', '』', '）', '】', '》', '〉', '｣', '＂'];

/// True where the line ends with a question mark of any script.
pub(crate) fn asks(line: &str) -> bool {
    line.ends_with(['?', '？', '\u{61f}', '\u{37e}', '\u{1367}'])
}

/// True where the line could be a headline, a heading or a name: short, and no sentence.
pub(crate) fn is_label(line: &str, most_words: usize) -> bool {
    !line.is_empty() && count(line) <= most_words && line.len() <= 40 * most_words.max(3) && !ends_sentence(line)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn space_is_collapsed_and_invisible_characters_go() {
        assert_eq!(collapse(" a\u{a0}\n b\u{200b}c\u{0}\t"), "a bc");
        assert_eq!(collapse(" \n"), "");
    }

    #[test]
    fn sentences_end_inside_quotes_too() {
        assert!(ends_sentence("He said: “We go.”"));
        assert!(!ends_sentence("Ferry fares rise"));
        assert!(ends_sentence("運賃が上がる。"));
        assert!(ends_sentence("„Das reicht.“") && ends_sentence("»Ist det nok?«") && ends_sentence("«Basta!»"));
        assert!(ends_sentence("کشتی یکم جون سے چلے گی۔") && ends_sentence("ጀልባው በየሰዓቱ ይጓዛል።"));
        assert!(asks("運賃は上がる？") && asks("هل يكفي ذلك؟") && !asks("Why?!"));
    }

    #[test]
    fn words_are_counted_in_scripts_without_spaces() {
        assert_eq!(count("two words"), 2);
        assert!(count("県は十日に運賃を上げる") >= 5);
        // Eleven words of Thai in a headline, and seven of Khmer.
        assert!((8..=22).contains(&count("เรือข้ามฟากไปเกาะจะออกทุกชั่วโมงตั้งแต่เดือนมิถุนายน")));
        assert!((5..=14).contains(&count("សាឡាងទៅកោះនឹងចេញរៀងរាល់ម៉ោង")));
    }
}

//! Stems of English words after Porter, "An algorithm for suffix stripping" (1980): those that ROUGE counts by.

/// The stem of a word in small ASCII letters. Other words are their own stems.
pub fn stem(word: &str) -> String {
    let mut word: Vec<u8> = word.bytes().collect();
    if word.len() <= 2 || !word.iter().all(u8::is_ascii_lowercase) {
        return String::from_utf8_lossy(&word).into_owned();
    }
    plurals(&mut word);
    past(&mut word);
    if ends(&word, "y") && has_vowel(&word[..word.len() - 1]) {
        *word.last_mut().expect("it ends with y") = b'i';
    }
    replace_first(&mut word, DOUBLE_SUFFIXES, 0);
    replace_first(&mut word, FULL_AND_NESS, 0);
    take_off(&mut word);
    last_e(&mut word);
    String::from_utf8_lossy(&word).into_owned()
}

/// Step 2: a suffix, and what stands in its place where the stem before it has a measure above 0.
const DOUBLE_SUFFIXES: &[(&str, &str)] = &[
    ("ational", "ate"),
    ("tional", "tion"),
    ("enci", "ence"),
    ("anci", "ance"),
    ("izer", "ize"),
    ("bli", "ble"),
    ("alli", "al"),
    ("entli", "ent"),
    ("eli", "e"),
    ("ousli", "ous"),
    ("ization", "ize"),
    ("ation", "ate"),
    ("ator", "ate"),
    ("alism", "al"),
    ("iveness", "ive"),
    ("fulness", "ful"),
    ("ousness", "ous"),
    ("aliti", "al"),
    ("iviti", "ive"),
    ("biliti", "ble"),
    ("logi", "log"),
];

/// Step 3.
const FULL_AND_NESS: &[(&str, &str)] =
    &[("icate", "ic"), ("ative", ""), ("alize", "al"), ("iciti", "ic"), ("ical", "ic"), ("ful", ""), ("ness", "")];

/// Step 4: taken off where the stem before it has a measure above 1.
const TAKEN_OFF: &[&str] = &[
    "al", "ance", "ence", "er", "ic", "able", "ible", "ant", "ement", "ment", "ent", "ion", "ou", "ism", "ate", "iti",
    "ous", "ive", "ize",
];

fn ends(word: &[u8], suffix: &str) -> bool {
    word.ends_with(suffix.as_bytes())
}

fn is_consonant(word: &[u8], at: usize) -> bool {
    match word[at] {
        b'a' | b'e' | b'i' | b'o' | b'u' => false,
        b'y' => at == 0 || !is_consonant(word, at - 1),
        _ => true,
    }
}

fn has_vowel(stem: &[u8]) -> bool {
    (0..stem.len()).any(|at| !is_consonant(stem, at))
}

/// How often a consonant follows a vowel.
fn measure(stem: &[u8]) -> usize {
    (1..stem.len()).filter(|&at| is_consonant(stem, at) && !is_consonant(stem, at - 1)).count()
}

fn ends_double(word: &[u8]) -> bool {
    let length = word.len();
    length >= 2 && word[length - 1] == word[length - 2] && is_consonant(word, length - 1)
}

/// Consonant, vowel, consonant at the end, the last none of `w`, `x`, `y`: `hop`.
fn ends_short(word: &[u8]) -> bool {
    let length = word.len();
    length >= 3
        && is_consonant(word, length - 3)
        && !is_consonant(word, length - 2)
        && is_consonant(word, length - 1)
        && !matches!(word[length - 1], b'w' | b'x' | b'y')
}

/// Step 1a.
fn plurals(word: &mut Vec<u8>) {
    let cut = match () {
        () if ends(word, "sses") || ends(word, "ies") => 2,
        () if ends(word, "s") && !ends(word, "ss") => 1,
        () => 0,
    };
    word.truncate(word.len() - cut);
}

/// Step 1b.
fn past(word: &mut Vec<u8>) {
    if ends(word, "eed") {
        if measure(&word[..word.len() - 3]) > 0 {
            word.pop();
        }
        return;
    }
    let Some(suffix) = ["ed", "ing"].into_iter().find(|suffix| ends(word, suffix)) else { return };
    let length = word.len() - suffix.len();
    if !has_vowel(&word[..length]) {
        return;
    }
    word.truncate(length);
    if ["at", "bl", "iz"].into_iter().any(|suffix| ends(word, suffix)) {
        word.push(b'e');
    } else if ends_double(word) && !matches!(word.last(), Some(b'l' | b's' | b'z')) {
        word.pop();
    } else if measure(word) == 1 && ends_short(word) {
        word.push(b'e');
    }
}

/// Replaces the longest suffix of `table` that the word ends with, where the stem before it has a measure above `least`.
fn replace_first(word: &mut Vec<u8>, table: &[(&str, &str)], least: usize) {
    let found = table.iter().filter(|(suffix, _)| ends(word, suffix)).max_by_key(|(suffix, _)| suffix.len());
    let Some((suffix, other)) = found else { return };
    let length = word.len() - suffix.len();
    if measure(&word[..length]) > least {
        word.truncate(length);
        word.extend(other.bytes());
    }
}

fn take_off(word: &mut Vec<u8>) {
    let found = TAKEN_OFF.iter().filter(|suffix| ends(word, suffix)).max_by_key(|suffix| suffix.len());
    let Some(suffix) = found else { return };
    let stem = &word[..word.len() - suffix.len()];
    let fits = *suffix != "ion" || matches!(stem.last(), Some(b's' | b't'));
    if fits && measure(stem) > 1 {
        word.truncate(word.len() - suffix.len());
    }
}

/// Step 5.
fn last_e(word: &mut Vec<u8>) {
    if ends(word, "e") {
        let stem = &word[..word.len() - 1];
        if measure(stem) > 1 || (measure(stem) == 1 && !ends_short(stem)) {
            word.pop();
        }
    }
    if ends(word, "ll") && measure(word) > 1 {
        word.pop();
    }
}

#[cfg(test)]
mod tests {
    use super::stem;

    #[test]
    fn the_examples_of_the_paper() {
        let cases = [
            ("caresses", "caress"),
            ("ponies", "poni"),
            ("cats", "cat"),
            ("agreed", "agre"),
            ("plastered", "plaster"),
            ("motoring", "motor"),
            ("sing", "sing"),
            ("conflated", "conflat"),
            ("hopping", "hop"),
            ("falling", "fall"),
            ("filing", "file"),
            ("happy", "happi"),
            ("sky", "sky"),
            ("relational", "relat"),
            ("conditional", "condit"),
            ("vietnamization", "vietnam"),
            ("operator", "oper"),
            ("hopefulness", "hope"),
            ("electricity", "electr"),
            ("adjustment", "adjust"),
            ("adoption", "adopt"),
            ("cease", "ceas"),
            ("rate", "rate"),
            ("controlling", "control"),
            ("roll", "roll"),
            ("generalizations", "gener"),
            ("oscillators", "oscil"),
        ];
        for (word, expected) in cases {
            assert_eq!(stem(word), expected, "{word}");
        }
    }
}

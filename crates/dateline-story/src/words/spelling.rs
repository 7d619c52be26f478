//! One spelling for British and American words, and one hash for it.
//!
//! The rules need not give real words, only the same one for both spellings; a few unlike words that fall together
//! (`hall`, `hal`) do no harm where several words in a row are compared.

use std::collections::HashMap;
use std::sync::LazyLock;

/// Words longer than this many bytes are cut: no real word is.
const LONGEST: usize = 40;

/// Whole words that no rule below reaches, and numbers in words.
const WORDS: &[(&str, &str)] = &[
    ("one", "1"),
    ("two", "2"),
    ("three", "3"),
    ("four", "4"),
    ("five", "5"),
    ("six", "6"),
    ("seven", "7"),
    ("eight", "8"),
    ("nine", "9"),
    ("ten", "10"),
    ("eleven", "11"),
    ("twelve", "12"),
    ("twenty", "20"),
    ("thirty", "30"),
    ("forty", "40"),
    ("fifty", "50"),
    ("sixty", "60"),
    ("seventy", "70"),
    ("eighty", "80"),
    ("ninety", "90"),
    ("grey", "gray"),
    ("tyre", "tire"),
    ("cheque", "check"),
    ("towards", "toward"),
    ("whilst", "while"),
    ("storey", "story"),
    ("aluminium", "aluminum"),
    ("ageing", "aging"),
    ("learnt", "learned"),
    ("spelt", "spelled"),
    ("mum", "mom"),
    ("plough", "plow"),
    ("sceptical", "skeptical"),
    ("practise", "practice"),
    ("kerb", "curb"),
    ("judgement", "judgment"),
];

static OTHER: LazyLock<HashMap<&str, &str, ahash::RandomState>> = LazyLock::new(|| {
    let mut other = HashMap::with_hasher(ahash::RandomState::with_seeds(1, 2, 3, 4));
    other.extend(WORDS.iter().copied());
    other
});

/// Writes the form under which `word` is compared into `form`: lower case, one spelling, no thousands separators.
pub fn normal_form(word: &str, form: &mut String) {
    form.clear();
    if !word.is_ascii() {
        form.extend(word.chars().take(LONGEST).flat_map(char::to_lowercase));
        return;
    }
    if word.as_bytes().first().is_some_and(u8::is_ascii_digit) {
        form.extend(word.chars().filter(|&character| character != ',').take(LONGEST));
        return;
    }
    form.extend(word.chars().filter(|&character| character != '.').take(LONGEST));
    form.make_ascii_lowercase();
    if let Some(other) = OTHER.get(form.as_str()) {
        form.clear();
        form.push_str(other);
        return;
    }
    if form.len() >= 5 {
        respell(form);
    }
}

/// The rules: each turns both spellings into one.
fn respell(form: &mut String) {
    let mut bytes = std::mem::take(form).into_bytes();
    let mut length = 0usize;
    for at in 0..bytes.len() {
        let byte = bytes[at];
        let next = bytes.get(at + 1).copied();
        let last = length.checked_sub(1).map(|at| bytes[at]);
        let written = match (last, byte, next) {
            // labour, labor
            (Some(b'o'), b'u', Some(b'r')) => None,
            // cancelled, canceled; programme, program
            (Some(b'l'), b'l', _) | (Some(b'm'), b'm', _) => None,
            // realise, realize
            (Some(b'i'), b's', Some(b'e' | b'i' | b'a')) if at >= 4 => Some(b'z'),
            // analyse, analyze
            (Some(b'y'), b's', Some(b'e' | b'i')) => Some(b'z'),
            _ => Some(byte),
        };
        if let Some(written) = written {
            bytes[length] = written;
            length += 1;
        }
    }
    bytes.truncate(length);
    // The bytes were ASCII and only ASCII was written.
    *form = String::from_utf8(bytes).unwrap_or_default();
    for (from, to) in [
        ("tre", "ter"),
        ("tres", "ters"),
        ("ence", "ense"),
        ("ences", "enses"),
        ("ogue", "og"),
        ("ame", "am"),
        ("ames", "ams"),
    ] {
        if form.ends_with(from) {
            form.truncate(form.len() - from.len());
            form.push_str(to);
            return;
        }
    }
}

/// A 32-bit hash of a form, the same in every run and on every machine.
pub fn hash(form: &str) -> u32 {
    hash64(form) as u32
}

/// As [`hash`], with 64 bits: FNV-1a with a final mix.
pub fn hash64(form: &str) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325u64;
    for byte in form.bytes() {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }
    mix(hash)
}

/// The finaliser of MurmurHash3: every bit of the input reaches every bit of the output.
pub fn mix(mut hash: u64) -> u64 {
    hash ^= hash >> 33;
    hash = hash.wrapping_mul(0xff51_afd7_ed55_8ccd);
    hash ^= hash >> 33;
    hash = hash.wrapping_mul(0xc4ce_b9fe_1a85_ec53);
    hash ^ (hash >> 33)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(word: &str) -> String {
        let mut form = String::new();
        normal_form(word, &mut form);
        form
    }

    #[test]
    fn british_and_american_spellings_are_one() {
        for (british, american) in [
            ("defence", "defense"),
            ("Labour", "labor"),
            ("organisation", "organization"),
            ("cancelled", "canceled"),
            ("programmes", "programs"),
            ("centre", "center"),
            ("analysed", "analyzed"),
            ("dialogue", "dialog"),
            ("grey", "gray"),
            ("neighbouring", "neighboring"),
            ("licence", "license"),
            ("1,000", "1000"),
            ("Three", "3"),
            ("U.S", "us"),
            ("programme", "program"),
        ] {
            assert_eq!(form(british), form(american));
        }
    }

    #[test]
    fn unlike_words_stay_apart() {
        for (one, other) in [("minister", "ministry"), ("defend", "defense"), ("oslo", "osaka"), ("3.5", "35")] {
            assert_ne!(form(one), form(other));
        }
    }
}

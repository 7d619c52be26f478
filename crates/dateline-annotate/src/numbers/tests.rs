//! Numbers in digits and words.

use super::*;
use crate::lang::LANGUAGES;
use crate::lexemes::Lexemes;

#[track_caller]
fn check(words: &str, expected: &[f64]) {
    let lexicon = Lexicon::new(LANGUAGES[0].numbers.iter().copied());
    let mut lexemes = Vec::new();
    Lexemes::new(words).read(&mut lexemes);
    let (mut found, mut at) = (Vec::new(), 0);
    while at < lexemes.len() {
        match read(&lexemes, at, &lexicon) {
            Some(number) => {
                found.push(number.value);
                at = number.next;
            }
            None => at += 1,
        }
    }
    assert_eq!(found, expected, "{words}");
}

#[test]
fn in_digits_and_words() {
    check("1,200.5 tons, 3.5 million people, 20 years", &[1200.5, 3_500_000.0, 20.0]);
    check("twenty-five and two hundred and six thousand", &[25.0, 206_000.0]);
    check("two million, three hundred thousand and nine", &[2_300_009.0]);
    check("one two three", &[1.0, 2.0, 3.0]);
    check("one hundred fifty", &[150.0]);
    check("12,34,567.89 and 40 000 and 192.168.1", &[1_234_567.89, 40_000.0, 192.0, 168.0, 1.0]);
}

#[test]
fn parts_of_a_whole() {
    check("3/4, 2 1/4, ½, two-thirds, a fifth, half a million", &[0.75, 2.25, 0.5, 2.0 / 3.0, 0.2, 500_000.0]);
    check("one and a half million, five point two five, a dozen", &[1_500_000.0, 5.25, 12.0]);
}

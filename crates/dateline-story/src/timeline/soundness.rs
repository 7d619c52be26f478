//! What speaks against a sentence in a timeline: it must be understood without those around it.

/// A reason, and what it leaves of the worth of a sentence.
type Flaw = (fn(&str) -> bool, f32);

/// The reasons that hold in every language.
const FLAWS: &[Flaw] = &[(asks, 0.2), (is_quotation, 0.5), (never_ends, 0.5), (is_labelled, 0.5)];
/// Those that are told by English words.
const ENGLISH: &[Flaw] = &[(speaks_of_itself, 0.2), (has_byline, 0.5), (points_back, 0.9)];

/// 1 for a sentence that can stand alone, down to 0.
pub fn soundness(words: &str, language: &str) -> f32 {
    let english = if language == "en" { ENGLISH } else { &[] };
    FLAWS.iter().chain(english).filter(|(has, _)| has(words)).map(|(_, left)| left).product()
}

const CLOSING: &[char] = &['"', '”', '»', '」', '\'', '’', ')', ' '];

fn asks(words: &str) -> bool {
    words.trim_end_matches(CLOSING).ends_with(['?', '？'])
}

/// All of it is somebody's words, and nobody is named for them.
fn is_quotation(words: &str) -> bool {
    let opens = words.starts_with(['"', '“', '`', '„', '«', '「']);
    let last = words.trim_end_matches(['.', ' ']);
    let inner = last.trim_end_matches(['"', '”', '»', '」', '\'']);
    opens && (inner.len() < last.len() || !inner.contains(['”', '»', '」']) && !inner.contains("''"))
}

/// A headline, a caption, a piece of a list.
fn never_ends(words: &str) -> bool {
    let last = words.strip_suffix("-RRB-").unwrap_or(words).trim_end_matches(CLOSING);
    !last.ends_with(['.', '!', '?', '…', '。', '！', '？', '।'])
}

/// Who speaks stands before it in capitals, as in a transcript: `SMITH : …`.
fn is_labelled(words: &str) -> bool {
    let Some((label, _)) = words.split_once(':') else { return false };
    label.len() < 60 && label.contains(char::is_uppercase) && !label.contains(char::is_lowercase)
}

/// Words of the one who writes or of whom they write to, outside quotations.
fn speaks_of_itself(words: &str) -> bool {
    let mut quoted = false;
    words.split(' ').any(|token| {
        quoted = token.starts_with(['"', '“']) || token == "``" || (quoted && token != "''" && token != "”");
        let own = SELF.contains(&token.trim_matches(|character: char| !character.is_alphanumeric()));
        let found = own && !quoted;
        quoted &= !(token.ends_with('”') || (token.len() > 1 && token.ends_with('"')));
        found
    })
}

const SELF: &[&str] = &[
    "I", "we", "We", "my", "My", "our", "Our", "us", "me", "you", "You", "your", "Your", "I'm", "I've", "I’m", "I’ve",
    "we're", "we've", "we’re", "we’ve",
];

/// `By` and two words with capitals, run into the sentence.
fn has_byline(words: &str) -> bool {
    words.match_indices("By ").any(|(at, by)| {
        let mut names = words[at + by.len()..].split(' ').take(2).filter(|name| name.starts_with(char::is_uppercase));
        names.next().is_some() && names.next().is_some()
    })
}

/// Its first word stands for something told before.
fn points_back(words: &str) -> bool {
    POINTERS.contains(&words.split(' ').next().unwrap_or_default())
}

const POINTERS: &[&str] = &[
    "He", "She", "It", "They", "His", "Her", "Its", "Their", "This", "That", "These", "Those", "There", "But", "And",
    "Or", "So", "Then",
];

#[cfg(test)]
mod tests {
    use super::soundness;

    #[test]
    fn sentences_that_stand_alone_keep_their_worth() {
        for words in [
            "Norden bridge was shut on Tuesday .",
            "The mayor said \"we will rebuild it\" on Tuesday.",
            "`` We will rebuild it , '' the mayor said .",
            "“Our bridge is shut,” the mayor said.",
            "By Tuesday the bridge was shut (for good).",
        ] {
            assert_eq!(soundness(words, "en"), 1.0, "{words}");
        }
    }

    #[test]
    fn what_needs_its_neighbours_is_worth_less() {
        for words in [
            "Who shut the bridge ?",
            "`` It is a small miracle . ''",
            "The bridge as seen from the air",
            "REED : The bridge is shut .",
            "On Tuesday I saw the bridge .",
            "By Ann Reed The bridge was shut .",
            "He shut it on Tuesday.",
        ] {
            assert!(soundness(words, "en") < 1.0, "{words}");
        }
        assert_eq!(soundness("He shut it on Tuesday.", "de"), 1.0);
    }
}

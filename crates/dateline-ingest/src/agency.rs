//! News agencies: their names, and the credit that ends agency copy.

/// Agencies by the name they go by, with other names, in lower case.
const AGENCIES: &[(&str, &[&str])] = &[
    ("Reuters", &["reuters", "reuters news", "thomson reuters"]),
    ("AFP", &["afp", "agence france-presse", "agence france presse"]),
    ("AP", &["ap", "associated press", "the associated press", "ap news"]),
    ("UPI", &["upi", "united press international"]),
    ("Bloomberg", &["bloomberg", "bloomberg news"]),
    ("Xinhua", &["xinhua", "xinhua news agency"]),
    ("Kyodo", &["kyodo", "kyodo news"]),
    ("Jiji Press", &["jiji", "jiji press"]),
    ("Yonhap", &["yonhap", "yonhap news agency"]),
    ("KCNA", &["kcna"]),
    ("CNA", &["cna", "central news agency"]),
    ("PTI", &["pti", "press trust of india"]),
    ("ANI", &["ani", "asian news international"]),
    ("IANS", &["ians"]),
    ("UNI", &["united news of india"]),
    ("APP", &["associated press of pakistan"]),
    ("Bernama", &["bernama"]),
    ("Antara", &["antara"]),
    ("PNA", &["pna", "philippine news agency"]),
    ("VNA", &["vna", "vietnam news agency"]),
    ("AAP", &["aap", "australian associated press"]),
    ("dpa", &["dpa", "deutsche presse-agentur"]),
    ("APA", &["apa", "austria presse agentur"]),
    ("Keystone-SDA", &["keystone-sda", "sda"]),
    ("PA Media", &["pa media", "press association", "pa"]),
    ("EFE", &["efe", "agencia efe"]),
    ("Europa Press", &["europa press"]),
    ("ANSA", &["ansa"]),
    ("Lusa", &["lusa"]),
    ("ANP", &["anp"]),
    ("Belga", &["belga"]),
    ("NTB", &["ntb"]),
    ("Ritzau", &["ritzau"]),
    ("TT", &["tt news agency", "tt"]),
    ("STT", &["stt"]),
    ("PAP", &["pap", "polish press agency"]),
    ("CTK", &["ctk", "čtk"]),
    ("MTI", &["mti"]),
    ("TASS", &["tass", "itar-tass"]),
    ("Interfax", &["interfax"]),
    ("RIA Novosti", &["ria novosti", "ria"]),
    ("Ukrinform", &["ukrinform"]),
    ("Anadolu", &["anadolu", "anadolu agency", "anadolu ajansı", "aa"]),
    ("IRNA", &["irna"]),
    ("MENA", &["mena"]),
    ("WAM", &["wam"]),
    ("SPA", &["spa", "saudi press agency"]),
    ("QNA", &["qna"]),
    ("Petra", &["petra"]),
    ("NAN", &["nan", "news agency of nigeria"]),
    ("The Canadian Press", &["the canadian press", "canadian press"]),
    ("Agência Brasil", &["agência brasil", "agencia brasil"]),
    ("Télam", &["télam", "telam"]),
    ("Inter Press Service", &["inter press service"]),
];

/// Words that show a name to be that of an agency though nobody listed it.
const AGENCY_WORDS: &[&str] = &["news", "press", "agency", "agencies", "wire", "newswire", "service"];

/// Words that begin the credit of a picture, not of a text.
const PICTURE_WORDS: &[&str] =
    &["photo", "photos", "picture", "pictures", "image", "images", "file", "video", "graphic", "with"];

/// The name an agency goes by, where `name` is one.
pub(crate) fn known(name: &str) -> Option<&'static str> {
    let name = name.trim().trim_end_matches('.').to_lowercase();
    AGENCIES.iter().find(|(_, names)| names.contains(&name.as_str())).map(|&(agency, _)| agency)
}

/// The agency that brackets in a dateline name: one listed, or any short name in capitals.
pub(crate) fn in_dateline(words: &str) -> Option<String> {
    let words = words.trim();
    if let Some(agency) = known(words) {
        return Some(agency.to_owned());
    }
    let parts: Vec<&str> = words.split(['/', ',']).map(str::trim).collect();
    if let Some(agency) = parts.iter().find_map(|part| known(part)) {
        return Some(agency.to_owned());
    }
    let capitals = words.split_whitespace().all(|word| word.starts_with(char::is_uppercase));
    let plain = words.chars().all(|character| character.is_alphabetic() || " -.&'’".contains(character));
    (capitals && plain && (1..=4).contains(&words.split_whitespace().count())).then(|| words.to_owned())
}

/// The credit that ends a text.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Credit {
    pub(crate) agency: String,
    /// Where the text ends without the credit.
    pub(crate) at: usize,
}

/// The agency that the last line of a text credits: `… said. — AFP`, `… said. (Reuters)`, or the name alone.
pub(crate) fn credit(line: &str) -> Option<Credit> {
    let trimmed = line.trim_end();
    if let Some(agency) = known(trimmed.trim_start_matches(DASHES).trim_start()) {
        return Some(Credit { agency: agency.to_owned(), at: 0 });
    }
    let (at, words) = if let Some(open) = trimmed.strip_suffix([')', ']']) {
        let at = open.rfind(['(', '['])?;
        (at, &open[at + 1..])
    } else if let Some(open) = trimmed.strip_suffix('/') {
        let at = open.rfind('/')?;
        (at, &open[at + 1..])
    } else {
        let (at, dash) = trimmed.char_indices().rev().take(60).find(|(_, character)| DASHES.contains(character))?;
        (at, &trimmed[at + dash.len_utf8()..])
    };
    let dashed = trimmed[at..].starts_with(['—', '–']);
    let before = &trimmed[..at];
    // `…-Reuters` inside a word is a name, not a credit.
    if !before.is_empty() && !before.ends_with(char::is_whitespace) && !crate::words::ends_sentence(before) {
        return None;
    }
    let agency = listed(words).or_else(|| if dashed { unlisted(words, before) } else { None })?;
    Some(Credit { agency, at: before.trim_end().len() })
}

const DASHES: [char; 4] = ['—', '–', '-', '―'];

/// The first known agency of `AFP`, `Reuters/AFP`, `with AP`.
fn listed(words: &str) -> Option<String> {
    if words.split_whitespace().count() > 6 || PICTURE_WORDS.iter().any(|word| starts_with_word(words, word)) {
        return None;
    }
    let whole = known(words).map(str::to_owned);
    whole.or_else(|| words.split(['/', ',', '-', '&']).find_map(known).map(str::to_owned))
}

/// A name after a long dash at the end of a sentence: one word in capitals, or several that end in `News` and the like.
fn unlisted(words: &str, before: &str) -> Option<String> {
    let words = words.trim().trim_end_matches('.');
    let parts: Vec<&str> = words.split_whitespace().collect();
    let capitals = parts.iter().all(|part| part.starts_with(char::is_uppercase));
    let letters = words.chars().all(|character| character.is_alphabetic() || " &-".contains(character));
    let named = match parts.as_slice() {
        [one] => one.chars().count() >= 3,
        [.., last] if parts.len() <= 4 => AGENCY_WORDS.contains(&last.to_lowercase().as_str()),
        _ => false,
    };
    let picture = PICTURE_WORDS.iter().any(|word| starts_with_word(words, word));
    // After a quotation on its own the name is that of the speaker.
    let quoted = before.trim_start().starts_with(['"', '“', '‘']) && before.trim_end().ends_with(['"', '”', '’']);
    let ended = crate::words::ends_sentence(before);
    (capitals && letters && named && ended && !picture && !quoted).then(|| words.to_owned())
}

fn starts_with_word(words: &str, word: &str) -> bool {
    words.split_whitespace().next().is_some_and(|first| first.trim_end_matches(':').eq_ignore_ascii_case(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn credits_are_found_at_the_end() {
        let check = |line: &str, expected: Option<(&str, &str)>| {
            let found = credit(line);
            let found = found.as_ref().map(|credit| (credit.agency.as_str(), &line[..credit.at]));
            assert_eq!(found, expected, "{line}");
        };
        check("The port reopened. — AFP", Some(("AFP", "The port reopened.")));
        check("The port reopened. (Reuters)", Some(("Reuters", "The port reopened.")));
        check("The port reopened.—Meridian", Some(("Meridian", "The port reopened.")));
        check("The port reopened. — Harbour News Agency", Some(("Harbour News Agency", "The port reopened.")));
        check("The port reopened. – Reuters/AFP", Some(("Reuters", "The port reopened.")));
        check("Associated Press", Some(("AP", "")));
        check("— AFP", Some(("AFP", "")));
        check("The port reopened. — Photo from AFP", None);
        check("The port reopened. — Photo", None);
        check("“The port is open.” — Lindqvist", None);
        check("The port is open — finally", None);
        check("He works for non-Reuters", None);
        check("The port (north side)", None);
        check("", None);
    }
}

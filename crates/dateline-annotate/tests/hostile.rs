//! Whatever the text is: no panic, and every finding lies where it must.

use dateline_annotate::{LANGUAGES, annotate};
use dateline_model::{Annotations, Article, Language, Span, Text};
use proptest::prelude::*;

/// Small words, cues, names, marks and characters that have no width or turn the direction of writing.
const PIECES: &[&str] = &[
    "the",
    "of",
    "in",
    "that",
    "which",
    "who",
    "to",
    "and",
    "a",
    "said",
    "told",
    "according to",
    "denied",
    "declined to comment",
    "quoted",
    "as saying",
    "citing",
    "he",
    "she",
    "Jane",
    "Roe",
    "Ministry of Trade",
    "U.S.",
    "Mr.",
    "NATO",
    "minister",
    "not",
    "would",
    "claim",
    "confident",
    "called for",
    "\"",
    "“",
    "”",
    "‘",
    "’",
    "'",
    "''",
    "``",
    "«",
    "»",
    "„",
    "「",
    "」",
    "(",
    ")",
    "[",
    "]",
    ",",
    ".",
    ";",
    ":",
    "?",
    "!",
    "…",
    "—",
    "-",
    "--",
    "/",
    "%",
    "$",
    "£",
    "€",
    "½",
    "\n",
    "\n\n",
    " ",
    "\t",
    "\u{a0}",
    "\u{ad}",
    "\u{200b}",
    "\u{200d}",
    "\u{202e}",
    "\u{2066}",
    "\u{feff}",
    "\u{301}",
    "🙂",
    "👩‍👩‍👧",
    "日本",
    "億",
    "。",
    "é",
    "ß",
    "İ",
    "ŉ",
    "1",
    "2025",
    "3,000",
    "3.5",
    "1e309",
    "99999999999999999999999",
    "2024-02-30",
    "30:99",
    "%20",
];

/// Words of the data of a language: what times, numbers, units and their bounds are made of.
fn data_words(language: usize) -> Vec<&'static str> {
    let data = LANGUAGES[language % LANGUAGES.len()];
    let words = data.times.iter().map(|(word, _)| *word).chain(data.numbers.iter().map(|(word, _)| *word));
    let words = words.chain(data.holidays.iter().map(|(word, _)| *word));
    let words = words.chain(data.quantities.units.iter().map(|(word, _)| *word));
    let words = words.chain(data.quantities.bounds.iter().map(|(word, _)| *word));
    let words = words.chain(data.quantities.roles.iter().map(|(word, _)| *word));
    words.chain(data.abbreviations.iter().copied()).chain(data.openers.iter().copied()).collect()
}

fn article(content: &str, language: Option<&str>) -> Article {
    let mut article = Article::of(Text::new(content));
    article.language = language.and_then(Language::new);
    article.published = "2025-06-21T13:05:00Z".parse().ok();
    article
}

/// What must hold of the annotations of any article.
fn check(article: &Article) {
    let Annotations { sentences, mentions, entities, figures, times, claims, .. } = annotate(article);
    let text = &article.text;
    let inside = |span: Span| {
        assert!(!span.is_empty() && text.span(span.range()) == Some(span), "{span:?} of {:?}", text.as_str());
    };
    let in_order = |spans: &[Span]| spans.windows(2).all(|pair| pair[0].end() <= pair[1].start());
    let within = |inner: Span, outer: Span| outer.start() <= inner.start() && inner.end() <= outer.end();
    sentences.iter().copied().for_each(inside);
    assert!(in_order(&sentences), "sentences overlap: {:?}", text.as_str());
    for mention in &mentions {
        inside(mention.span);
        mention.role.iter().for_each(|role| inside(role.span));
        assert!(mention.entity < entities.len());
    }
    let spans: Vec<Span> = mentions.iter().map(|mention| mention.span).collect();
    assert!(in_order(&spans), "mentions overlap: {:?}", text.as_str());
    for time in &times {
        inside(time.span);
        assert!(!time.value.is_empty());
    }
    for figure in &figures {
        inside(figure.span);
        figure.of.into_iter().chain(figure.from).for_each(inside);
        assert!(figure.value.is_finite(), "{} in {:?}", figure.value, text.as_str());
    }
    for claim in &claims {
        inside(claim.span);
        let parts =
            claim.content.iter().copied().chain(claim.cue).chain(claim.source.as_ref().map(|source| source.span));
        for part in parts {
            inside(part);
            assert!(within(part, claim.span), "{part:?} is not of {:?} in {:?}", claim.span, text.as_str());
        }
        claim.via.iter().for_each(|via| inside(via.span));
    }
}

fn check_in_all(content: &str) {
    for language in [None, Some("en"), Some("de"), Some("fr"), Some("es"), Some("ja"), Some("xx")] {
        check(&article(content, language));
    }
}

/// A plain report with everything in it.
const REPORT: &str = "The Ministry of Trade denied on Tuesday that talks were cancelled. “We will meet on 3 July,” said Jane Roe, \
    the minister. Exports fell by 3.5 per cent to $1.2 million from 4 per cent, according to three people who asked not to be named.";

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_characters(content in "\\PC{0,200}", wild in any::<String>()) {
        check_in_all(&content);
        check_in_all(&wild);
    }

    #[test]
    fn any_row_of_pieces(pieces in prop::collection::vec((prop::sample::select(PIECES), any::<bool>()), 0..120)) {
        let content: String = pieces.iter().flat_map(|&(piece, space)| [piece, if space { " " } else { "" }]).collect();
        check(&article(&content, Some("en")));
        check(&article(&content.to_uppercase(), Some("en")));
    }

    #[test]
    fn any_row_of_the_words_of_a_language(language in 0..LANGUAGES.len(), picks in prop::collection::vec((any::<usize>(), 0..8u8), 0..80)) {
        let words = data_words(language);
        let mut content = String::new();
        for (pick, kind) in picks {
            match kind {
                0..5 => content.push_str(words[pick % words.len()]),
                5 => content.push_str(PIECES[pick % PIECES.len()]),
                6 => content.push_str(&(pick % 40).to_string()),
                _ => content.push_str(&(pick % 3000).to_string()),
            }
            content.push_str([" ", "", "-", ", "][pick / 7 % 4]);
        }
        check(&article(&content, Some(LANGUAGES[language].tag)));
    }

    #[test]
    fn any_damage_of_a_report(damages in prop::collection::vec((any::<usize>(), 0..5u8), 0..40)) {
        let mut characters: Vec<char> = REPORT.chars().collect();
        for (at, kind) in damages {
            let at = at % (characters.len() - 1);
            match kind {
                // As scanned pages are: letters swapped, words broken by a hyphen and a line break, spaces lost, marks added.
                0 => characters.swap(at, at + 1),
                1 => { characters.splice(at..at, ['-', '\n']); }
                2 => { characters.remove(at); }
                3 => characters.insert(at, ['"', '“', '”', '\'', '(', '\u{202e}'][at % 6]),
                _ => characters[at] = ['l', '1', '|', 'O', '0', '\u{fffd}', ' '][at % 7],
            }
        }
        check(&article(&characters.iter().collect::<String>(), Some("en")));
    }
}

#[test]
fn long_rows_of_one_thing() {
    const TIMES: usize = 3000;
    let nested = [
        "(",
        "[",
        "“",
        "\"",
        "‘",
        "«",
        "「",
        "“A ",
        "(a ",
        "he said “",
        "she said that ",
        "two days after ",
        "`",
        "'",
        ",",
        "7,",
        ". (",
    ];
    let plain = [
        "said ",
        "of the ",
        "Alpha ",
        "9",
        "x",
        "É",
        "億",
        "-\n",
        "U.S. ",
        "$",
        "from 3 to ",
        "every ",
        "citing ",
        "declined to comment ",
    ];
    for piece in nested.into_iter().chain(plain) {
        check(&article(&piece.repeat(TIMES), Some("en")));
    }
    check(&article(&",".repeat(100_000), Some("en")));
    check(&article(&format!("{}{}", "(“".repeat(TIMES), "”)".repeat(TIMES)), Some("en")));
}

//! The edits that outlets make to agency copy, each at three strengths, the same every time.

use std::ops::Range;

/// Stands before each word that an edit puts in, until the text is done.
const MARK: char = '\u{E000}';

/// One kind of edit.
pub struct Edit {
    /// Its name on the scoreboard.
    pub name: &'static str,
    /// The edited text, from the text, the strength (1 to 3), texts to insert from, and the draw. Words that are not
    /// the text's own are marked.
    apply: fn(&str, usize, &[&str], &mut Draw) -> String,
}

/// The eight kinds, and several at once.
pub static EDITS: &[Edit] = &[
    Edit { name: "cut", apply: cut },
    Edit { name: "lead", apply: lead },
    Edit { name: "inserted", apply: inserted },
    Edit { name: "headline", apply: headline },
    Edit { name: "style", apply: style },
    Edit { name: "teaser", apply: teaser },
    Edit { name: "deleted", apply: deleted },
    Edit { name: "words", apply: words },
    Edit { name: "together", apply: together },
];

/// A text after an edit.
pub struct Edited {
    pub text: String,
    /// The words in it that the edit put in.
    pub foreign: Vec<Range<usize>>,
}

impl Edit {
    /// Edits `text` at a strength of 1 to 3.
    pub fn of(&self, text: &str, strength: usize, donors: &[&str], draw: &mut Draw) -> Edited {
        let marked = (self.apply)(text, strength, donors, draw);
        let mut edited = Edited { text: String::with_capacity(marked.len()), foreign: Vec::new() };
        for (at, part) in marked.split(MARK).enumerate() {
            let length = part.find(char::is_whitespace).unwrap_or(part.len());
            let start = edited.text.len();
            edited.foreign.extend((at > 0).then_some(start..start + length));
            edited.text.push_str(part);
        }
        edited
    }
}

/// The words of `text`, marked as another's.
fn marked(text: &str) -> String {
    let words: Vec<String> = text.split_whitespace().map(|word| format!("{MARK}{word}")).collect();
    words.join(" ")
}

/// Numbers drawn from a seed (SplitMix64, Steele and others, 2014).
pub struct Draw(u64);

impl Draw {
    /// The same seed gives the same numbers.
    pub fn new(seed: u64) -> Draw {
        Draw(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15))
    }

    /// A number from 0 to `end` - 1.
    pub fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((mixed ^ (mixed >> 31)) % end.max(1) as u64) as usize
    }
}

fn paragraphs(text: &str) -> Vec<&str> {
    text.lines().filter(|line| !line.trim().is_empty()).collect()
}

/// Some paragraph of another article.
fn foreign(donors: &[&str], draw: &mut Draw) -> String {
    let of = paragraphs(donors[draw.below(donors.len())]);
    marked(of.get(draw.below(of.len())).copied().unwrap_or_default())
}

/// Cut from the end: 80, 55 or 35 per cent are left.
fn cut(text: &str, strength: usize, _: &[&str], _: &mut Draw) -> String {
    let all = paragraphs(text);
    let left = [80, 55, 35][strength - 1] * text.len() / 100;
    let mut kept = 0;
    let take = all.iter().take_while(|line| {
        let fits = kept < left;
        kept += line.len();
        fits
    });
    take.copied().collect::<Vec<_>>().join("\n")
}

/// The first one, two or three paragraphs are others.
fn lead(text: &str, strength: usize, donors: &[&str], draw: &mut Draw) -> String {
    let mut new: Vec<String> = (0..strength).map(|_| foreign(donors, draw)).collect();
    let all = paragraphs(text);
    let rest = all.get(strength.min(all.len() / 2)..).unwrap_or_default();
    new.extend(rest.iter().map(|&line| line.to_owned()));
    new.join("\n")
}

/// Two, four or six paragraphs of others put in between.
fn inserted(text: &str, strength: usize, donors: &[&str], draw: &mut Draw) -> String {
    let mut all: Vec<String> = paragraphs(text).into_iter().map(str::to_owned).collect();
    for _ in 0..2 * strength {
        let at = draw.below(all.len() + 1);
        all.insert(at, foreign(donors, draw));
    }
    all.join("\n")
}

/// Another headline (taken off by the caller), and an outlet's own closing line.
fn headline(text: &str, strength: usize, _: &[&str], _: &mut Draw) -> String {
    let closing = "Our newsroom took this from agency reports.\nTell us what you think by letter or telephone.";
    let closing: Vec<String> = closing.lines().cycle().take(strength).map(marked).collect();
    format!("{text}\n{}", closing.join("\n"))
}

/// House style: quotation marks, then percentages and titles, then spellings and numerals.
fn style(text: &str, strength: usize, _: &[&str], _: &mut Draw) -> String {
    const QUOTES: &[(&str, &str)] = &[("“", "'"), ("”", "'"), ("\"", "'"), ("’", "'"), ("—", " - ")];
    const TERMS: &[(&str, &str)] = &[
        (" percent", " per cent"),
        ("%", " per cent"),
        ("U.S.", "US"),
        ("Sen.", "Senator"),
        ("Mr. ", ""),
        ("Gov.", "Governor"),
    ];
    const SPELLINGS: &[(&str, &str)] = &[
        ("ization", "isation"),
        ("ized", "ised"),
        ("izing", "ising"),
        ("avor", "avour"),
        ("olor", "olour"),
        ("enter ", "entre "),
        ("defense", "defence"),
        ("program ", "programme "),
        (" two ", " 2 "),
        (" three ", " 3 "),
        (" ten ", " 10 "),
    ];
    let rules = [QUOTES, TERMS, SPELLINGS];
    rules[..strength]
        .iter()
        .flat_map(|rules| rules.iter())
        .fold(text.to_owned(), |text, (from, to)| text.replace(from, to))
}

/// A feed's teaser: the first 900, 600 or 350 characters, broken off in a word.
fn teaser(text: &str, strength: usize, _: &[&str], _: &mut Draw) -> String {
    let length = [900, 600, 350][strength - 1];
    text.chars().take(length).collect::<String>() + "…"
}

/// One sentence in eight, four or three left out.
fn deleted(text: &str, strength: usize, _: &[&str], draw: &mut Draw) -> String {
    let every = [8, 4, 3][strength - 1];
    let sentences: Vec<&str> = text.split_inclusive(". ").collect();
    sentences.into_iter().filter(|_| draw.below(every) != 0).collect()
}

/// One word in forty, twenty or twelve is another.
fn words(text: &str, strength: usize, donors: &[&str], draw: &mut Draw) -> String {
    let every = [40, 20, 12][strength - 1];
    let others: Vec<&str> = donors[draw.below(donors.len())].split_whitespace().collect();
    let line = |line: &str, draw: &mut Draw| -> String {
        let word = |word: &str| match draw.below(every) {
            0 => marked(others[draw.below(others.len())]),
            _ => word.to_owned(),
        };
        line.split(' ').map(word).collect::<Vec<_>>().join(" ")
    };
    text.lines().map(|text| line(text, draw)).collect::<Vec<_>>().join("\n")
}

/// A new lead, then cut, in house style, and sometimes another word.
fn together(text: &str, strength: usize, donors: &[&str], draw: &mut Draw) -> String {
    let led = lead(text, strength, donors, draw);
    let left = cut(&led, strength.min(2), donors, draw);
    let styled = style(&left, strength, donors, draw);
    words(&styled, strength.div_ceil(2), donors, draw)
}

//! Words that mean the same, and words that tell what a statement does with a thing; one file of data a language.

mod english;
mod second;

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::features::stems::Stems;
use crate::words::{hash, normal_form};

/// What a word tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mark {
    /// It will not be held: `called off`.
    CalledOff,
    /// It will be held later: `postponed`.
    PutOff,
    /// It is or was held: `went ahead`.
    WentAhead,
    /// It does not go on: `halted`.
    Stopped,
    /// Something that is held: `summit`.
    Event,
    /// What is counted of people and things when something befell them: `killed`, `missing`.
    Toll,
    /// As [`Mark::Toll`], where the count shrinks with time: `missing`.
    Shrinking,
    /// A word with others of the same meaning: `buy`, `acquire`.
    Same,
    /// What somebody wants another to do: `asked`.
    Demand,
    /// What a number without a unit is a step of: `magnitude`.
    Scale,
    /// Stands for any number: `target`.
    Amount,
    /// Stands around what is denied and says nothing of it: `discussed`.
    Frame,
    /// Said outright not to be so: `never`, `no truth`.
    Falsehood,
    /// People counted, whoever they are: `people`, `victims`.
    People,
    /// Not said to be so: `may`, `if`.
    Hedge,
    /// Said not to be so: `not`.
    Negation,
    /// Told in place of something told before: `revised`, `rose to`.
    Revision,
    /// A forecast or count, which can be changed by who made it.
    Reckoning,
    /// Told before all is known: `early results`.
    Provisional,
    /// Told of what was before: `earlier`, `initially`.
    Earlier,
    /// Of the whole, not of one place: `nationwide`.
    Wide,
    /// Killed or destroyed, whichever can be counted so: `lost`.
    Losing,
    /// Of a toll, beside others told before: `four more`.
    More,
    /// Beside others told before: `four others`.
    Rest,
    /// Some of a number told elsewhere: `ten of the dead`.
    PartOf,
    /// Counts the doer too, or says that it does not: `including the gunman`.
    Doer,
    /// Around a number, and no more than that: `more than`.
    Around,
    /// Of a part or another year's share: `average`, `each`.
    Part,
    /// Words of saying, whose source is not part of what is said: `said`.
    Saying,
    /// `X did it`, with the doer behind: `blamed`, `carried out by`.
    Blaming,
    /// `X did it`, with the doer before: `claimed responsibility`.
    Claiming,
    /// What can be turned down without being false: `offer`, `proposal`.
    Request,
    /// Who speaks, and to whom: `we`.
    Speaker,
    /// What may stand for the source in what it says: `it`.
    Pronoun,
    /// Where one clause ends and another begins: `and`, `while`.
    Joint,
    /// Shut: `was closed`.
    Closed,
    /// Not shut: `reopened`.
    Opened,
    /// What is closed and opened: `airport`.
    Place,
    /// A part of a course of events: `verdict`, `leave`.
    Stage,
    /// Begun; means the same too, and is the first part.
    Beginning,
    /// Words for what is not so: `invention`, `dismissed`.
    Untrue,
    /// Words that give something a name: `called`.
    Calling,
    /// Words for what others say: `reports`, `claims`.
    Rumour,
    /// A deed of which it matters who did it first: `open fire`.
    Deed,
    /// What people and things are counted for: `jobs`, `seats`.
    Counted,
    /// What a sum of money is: `profit`, `damages`.
    Paid,
    /// What a share is of or a rate changes: `turnout`, `inflation`.
    Shared,
    /// What any other quantity is of: `winds`, `depth`.
    Sized,
    /// The same, where many a thing has it: `long`.
    Extent,
}

/// A row of the data: what its words tell, and the words, parted by commas.
pub type Row = (Mark, &'static str);

/// What the form of a verb tells.
#[derive(Clone, Copy, Debug, Default)]
struct Forms {
    /// How words end that name a deed without saying that it was done.
    gerund: &'static str,
    /// How words end that say that it was done.
    past: &'static str,
    /// What stands before a deed that is sure to come.
    future: &'static str,
}

/// The lists of the languages, with the forms of verbs.
type Lists = &'static [(&'static str, &'static [Row], Forms)];
static FIRST: Lists = &[("en", english::ROWS, english::FORMS)];
/// Words read a second time.
static SECOND: Lists = &[("en", second::ENGLISH, Forms { gerund: "", past: "", future: "" })];

/// Lexicons by language.
type Lexicons = LazyLock<Vec<(&'static str, Lexicon)>>;
static LEXICONS: Lexicons = LazyLock::new(|| made(FIRST));
static SECOND_LEXICONS: Lexicons = LazyLock::new(|| made(SECOND));
static NONE: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new("", &[], Forms::default()));

/// One entry, with the stems that follow the first.
#[derive(Debug)]
struct Entry {
    rest: Vec<u32>,
    meaning: Meaning,
}

/// What the words of an entry mean.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Meaning {
    /// What they tell.
    pub mark: Mark,
    /// The same for all words of one row.
    pub key: u32,
    /// The stem of the first word of the row, by which all are weighed.
    pub weighed: u32,
}

/// The words of one language.
#[derive(Debug, Default)]
pub struct Lexicon {
    /// By the stem of the first word; longest first.
    entries: HashMap<u32, Vec<Entry>, ahash::RandomState>,
    forms: Forms,
}

fn made(lists: Lists) -> Vec<(&'static str, Lexicon)> {
    lists.iter().map(|&(tag, rows, forms)| (tag, Lexicon::new(tag, rows, forms))).collect()
}

fn find(lexicons: &'static Lexicons, language: &str) -> &'static Lexicon {
    lexicons.iter().find(|(tag, _)| *tag == language).map_or(&NONE, |(_, lexicon)| lexicon)
}

/// The lexicon of a language; an empty one where there is none.
pub fn of(language: &str) -> &'static Lexicon {
    find(&LEXICONS, language)
}

/// The words of a language read a second time: for what figures measure and for what is called untrue; an empty lexicon
/// where there are none.
pub fn second(language: &str) -> &'static Lexicon {
    find(&SECOND_LEXICONS, language)
}

impl Lexicon {
    fn new(tag: &str, rows: &[Row], forms: Forms) -> Lexicon {
        let stems = Stems::of(tag);
        let mut entries: HashMap<u32, Vec<Entry>, ahash::RandomState> =
            HashMap::with_hasher(ahash::RandomState::with_seeds(1, 2, 3, 4));
        let mut form = String::new();
        for (number, (mark, words)) in rows.iter().enumerate() {
            let mut weighed = None;
            for words in words.split(',') {
                let mut keys = words.split_whitespace().map(|word| {
                    normal_form(word, &mut form);
                    stems.hash(&form)
                });
                let Some(first) = keys.next() else { continue };
                let meaning = Meaning {
                    mark: *mark,
                    key: hash(&format!("row {number}")),
                    weighed: *weighed.get_or_insert(first),
                };
                entries.entry(first).or_default().push(Entry { rest: keys.collect(), meaning });
            }
        }
        for entries in entries.values_mut() {
            entries.sort_by_key(|entry| std::cmp::Reverse(entry.rest.len()));
        }
        Lexicon { entries, forms }
    }

    /// True of a word that names a deed without saying that it was done.
    pub fn is_gerund(&self, word: &str) -> bool {
        !self.forms.gerund.is_empty() && word.ends_with(self.forms.gerund)
    }

    /// True of a verb that says that something was done.
    pub fn is_past(&self, word: &str) -> bool {
        !self.forms.past.is_empty() && word.ends_with(self.forms.past)
    }

    /// True of the word before a verb that says that something will be done.
    pub fn is_future(&self, word: &str) -> bool {
        !self.forms.future.is_empty() && word == self.forms.future
    }

    /// True of a language without a list.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// The longest entry that begins with the first of `stems`, and how many of them it takes.
    pub fn find(&self, stems: &[u32]) -> Option<(Meaning, usize)> {
        let (first, behind) = stems.split_first()?;
        let entry = self.entries.get(first)?.iter().find(|entry| behind.starts_with(&entry.rest))?;
        Some((entry.meaning, entry.rest.len() + 1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_a_row_mean_the_same_in_every_form() {
        let (lexicon, stems) = (of("en"), Stems::of("en"));
        let key = |word: &str| {
            let mut form = String::new();
            normal_form(word, &mut form);
            stems.hash(&form)
        };
        let find = |words: &str| {
            let keys: Vec<u32> = words.split(' ').map(key).collect();
            lexicon.find(&keys).map(|(meaning, length)| (meaning.mark, meaning.key, length))
        };
        let off = find("called off the talks").unwrap();
        assert_eq!((off.0, off.2), (Mark::CalledOff, 2));
        assert_eq!(find("cancelation of the talks").unwrap().1, off.1);
        assert_eq!(find("summit").unwrap().1, find("meetings").unwrap().1);
        assert_eq!(find("window"), None);
        assert_eq!(of("xx").find(&[1]), None);
    }
}

//! How sure the words around a verb make what it tells, and whether they say that it is not so.

use std::collections::HashSet;
use std::sync::LazyLock;

use dateline_model::Mode;

use crate::grammar::Analysis;
use crate::grammar::tags::{Relation, Tag};
use crate::lexemes::WordKey;

type Words = LazyLock<HashSet<WordKey>>;

fn words(list: &str) -> HashSet<WordKey> {
    list.split(' ').map(WordKey::of).collect()
}

/// Words that say of a verb that it is not so.
static NOT: Words = LazyLock::new(|| words("not n't never neither nor"));
/// Words that say of a thing that there is none of it.
static NONE: Words = LazyLock::new(|| words("no none nobody nothing neither"));
/// Of what will be; `would` in the past of a report.
static FUTURE: Words = LazyLock::new(|| words("will shall 'll wo"));
/// The same in the past of a report.
static WOULD: Words = LazyLock::new(|| words("would 'd"));
static HAVE: Words = LazyLock::new(|| words("have 've"));
/// Words that open a clause of what may not be.
static IF: Words = LazyLock::new(|| words("if whether unless"));
/// Adverbs that make something less sure.
static PERHAPS: Words = LazyLock::new(|| words("perhaps possibly probably maybe likely potentially"));

/// Nouns for a number or share of something.
static SHARES: Words = LazyLock::new(|| {
    words(
        "number total dozen dozens score scores hundred hundreds thousand thousands million millions tens part parts half \
         majority most many some several few all none one group series pair couple lot lots handful rest third quarter",
    )
});

/// True of a word for a number or share of something.
pub fn is_share(sentence: &Analysis, at: usize) -> bool {
    SHARES.contains(&sentence.words[at].key)
}

/// True where words say of the verb at `at` that it is not so.
pub fn is_denied(sentence: &Analysis, at: usize) -> bool {
    let denies = |child: usize| {
        let listed = NOT.contains(&sentence.words[child].key);
        listed && matches!(sentence.relations()[child], Relation::Negation | Relation::AdverbModifier)
    };
    sentence.children(at).filter(|&child| denies(child)).count() % 2 == 1
}

/// True where words say of the noun at `at` that there is none of it: `no ransom`, `none of the ships`.
pub fn is_empty(sentence: &Analysis, at: usize) -> bool {
    let none = |word: usize| NONE.contains(&sentence.words[word].key);
    none(at) || sentence.children(at).any(|child| child < at && none(child))
}

fn is_condition(sentence: &Analysis, at: usize) -> bool {
    let opens =
        |child: usize| sentence.relations()[child] == Relation::Marker && IF.contains(&sentence.words[child].key);
    sentence.children(at).any(opens)
}

/// How sure the words around the verb at `at` make it.
pub fn mode(sentence: &Analysis, at: usize) -> Mode {
    let key = |child: usize| sentence.words[child].key;
    let (mut mode, mut bare) = (Mode::Fact, true);
    // `Would have`: it is not, or is not said to be.
    let have = sentence.children(at).any(|child| child < at && HAVE.contains(&key(child)));
    for child in sentence.children(at) {
        match sentence.relations()[child] {
            Relation::Marker if IF.contains(&key(child)) => return Mode::Open,
            // `Will be cancelled if it rains`.
            Relation::AdverbClause if is_condition(sentence, child) => return Mode::Open,
            Relation::Auxiliary if sentence.tags[child] == Tag::Modal => {
                let reported = !have && sentence.relations()[at] == Relation::Complement && WOULD.contains(&key(child));
                if !reported && !FUTURE.contains(&key(child)) {
                    return Mode::Open;
                }
                mode = Mode::Future;
            }
            Relation::AdverbModifier if PERHAPS.contains(&key(child)) => return Mode::Open,
            Relation::Auxiliary if sentence.tags[child] == Tag::To => mode = Mode::Future,
            Relation::Subject | Relation::PassiveSubject | Relation::Auxiliary => bare = false,
            _ => {}
        }
    }
    match (mode, sentence.head(at)) {
        // What is joined to something that may be so may be so too.
        (Mode::Fact, Some(head)) if bare && sentence.relations()[at] == Relation::Conjunct && head < at => {
            self::mode(sentence, head)
        }
        _ => mode,
    }
}

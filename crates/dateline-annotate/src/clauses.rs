//! Who does what to whom: verbs, and nouns with something beside them, with what hangs on each.

mod certainty;

use dateline_model::{Clause, Function, Mode, Slot, Span, Text};

use crate::claims::cues::is_verb;
use crate::grammar::Analysis;
use crate::grammar::tags::{Relation, Tag};
use certainty::{is_denied, is_empty, is_share, mode};

/// A chain of verbs that share a subject is followed no further than this.
const CHAIN: usize = 4;

/// What hangs on a noun that makes a clause of it.
const BESIDE_NOUNS: &[Relation] = &[Relation::Preposition, Relation::Possessor, Relation::Compound, Relation::Agent];

const HAVE: &[&str] = &["has", "have", "had"];

/// Adds the clauses that a parsed sentence shows to `found`, in the order of their heads.
pub fn read(text: &Text, sentence: &Analysis, found: &mut Vec<Clause>) {
    let reader = Reader { text, sentence };
    let heads: Vec<usize> = (0..sentence.len()).filter(|&at| reader.makes_clause(at)).collect();
    let first = found.len();
    for &at in &heads {
        let under = reader.governor(at).and_then(|word| heads.iter().position(|&head| head == word));
        found.extend(reader.clause(at).map(|clause| Clause { under: under.map(|place| first + place), ..clause }));
    }
}

/// Puts clauses in the order of their heads: words of quotations are read behind the sentences around them.
pub fn sort(clauses: &mut [Clause]) {
    if clauses.is_sorted_by_key(|clause| clause.head) {
        return;
    }
    let heads: Vec<Span> = clauses.iter().map(|clause| clause.head).collect();
    clauses.sort_by_key(|clause| clause.head);
    for at in 0..clauses.len() {
        let head = clauses[at].under.map(|under| heads[under]);
        clauses[at].under = head.and_then(|head| clauses.binary_search_by_key(&head, |clause| clause.head).ok());
    }
}

/// One parsed sentence.
struct Reader<'a> {
    text: &'a Text,
    sentence: &'a Analysis,
}

impl Reader<'_> {
    fn relation(&self, at: usize) -> Relation {
        self.sentence.relations().get(at).copied().unwrap_or_default()
    }

    fn is_verb(&self, at: usize) -> bool {
        let plain = !matches!(
            self.relation(at),
            Relation::AdjectiveModifier | Relation::Compound | Relation::Auxiliary | Relation::Case
        );
        self.sentence.tag_of(at).is_some_and(is_verb) && plain
    }

    fn is_noun(&self, at: usize) -> bool {
        matches!(self.sentence.tags[at], Tag::Noun | Tag::Nouns)
    }

    fn makes_clause(&self, at: usize) -> bool {
        self.is_verb(at) || self.is_noun(at) && self.sentence.child(at, BESIDE_NOUNS).is_some()
    }

    /// The bytes from the first word to the last.
    fn span(&self, first: usize, last: usize) -> Option<Span> {
        let words = &self.sentence.words;
        self.text.span(words.get(first)?.start as usize..words.get(last)?.end as usize)
    }

    fn word(&self, at: usize) -> Option<Span> {
        self.span(at, at)
    }

    /// The verb whose complement the one at `at` is.
    fn governor(&self, at: usize) -> Option<usize> {
        let head = self.sentence.head(at)?;
        match self.relation(at) {
            Relation::OpenComplement | Relation::Complement => Some(head),
            Relation::Conjunct => self.governor(head),
            // `A plan to close`, `reports that`.
            Relation::Clause if self.is_noun(head) && self.is_infinitive(at) => Some(head),
            _ => None,
        }
    }

    fn is_infinitive(&self, at: usize) -> bool {
        let is_to = |child: usize| child < at && self.sentence.tags[child] == Tag::To;
        self.sentence.tags[at] == Tag::Verb && self.sentence.children(at).any(is_to)
    }

    fn clause(&self, at: usize) -> Option<Clause> {
        let (first, last) = self.sentence.reach(at);
        let nominal = !self.is_verb(at);
        let passive = !nominal && self.is_passive(at);
        let particle = self.sentence.child(at, &[Relation::Particle]).filter(|_| !nominal);
        let mut slots = if nominal { self.of_noun(at) } else { self.of_verb(at, passive) };
        slots.sort_by_key(|slot| slot.0);
        let emptied = slots.iter().any(|&(_, _, head)| is_empty(self.sentence, head));
        let slots = slots.into_iter().filter_map(|(_, (function, link), head)| self.slot(function, link, head));
        Some(Clause {
            head: self.word(at)?,
            particle: particle.and_then(|particle| self.word(particle)),
            words: self.span(first, last)?,
            nominal,
            passive,
            negated: !nominal && (is_denied(self.sentence, at) != emptied) || nominal && is_empty(self.sentence, at),
            mode: if nominal { Mode::Fact } else { mode(self.sentence, at) },
            under: None,
            slots: slots.collect(),
        })
    }

    fn slot(&self, function: Function, link: Option<usize>, head: usize) -> Option<Slot> {
        let (first, last) = self.sentence.reach(head);
        let head = self.whole(head).unwrap_or(head);
        Some(Slot {
            function,
            link: link.and_then(|link| self.word(link)),
            head: self.word(head)?,
            words: self.span(first, last)?,
        })
    }

    /// What the word at `at` is a number or share of: the drones of `56 of the drones`.
    fn whole(&self, at: usize) -> Option<usize> {
        let number = matches!(self.sentence.tags[at], Tag::Number | Tag::Determiner | Tag::Pronoun);
        if !number && !is_share(self.sentence, at) {
            return None;
        }
        let of = self.sentence.child(at, &[Relation::Preposition]).filter(|&child| self.is(child, "of"))?;
        self.sentence.child(of, &[Relation::PrepositionObject])
    }

    /// True of a verb that has the subject to which it is done, or is a participle behind its noun.
    fn is_passive(&self, at: usize) -> bool {
        let perfect = |child: usize| HAVE.iter().any(|word| self.is(child, word)) && !self.has_been(at);
        let helped = self.sentence.child(at, &[Relation::Auxiliary]).is_some_and(perfect);
        let done = matches!(self.sentence.tags[at], Tag::VerbDone | Tag::VerbPast) && !helped;
        let subject = self.sentence.child(at, &[Relation::Subject]).is_some();
        self.sentence.child(at, &[Relation::PassiveSubject]).is_some()
            || self.relation(at) == Relation::Clause && done && !subject
            || self.relation(at) == Relation::Conjunct
                && done
                && !subject
                && self.sentence.child(at, &[Relation::Object]).is_none()
                && self.sentence.head(at).is_some_and(|head| self.is_verb(head) && self.is_passive(head))
    }

    fn has_been(&self, at: usize) -> bool {
        self.sentence.children(at).any(|child| self.is(child, "been"))
    }

    /// What stands beside a verb: its word, how it stands there, and its head.
    fn of_verb(&self, at: usize, passive: bool) -> Vec<Beside> {
        let mut slots: Vec<Beside> = Vec::new();
        for child in self.sentence.children(at) {
            match self.relation(child) {
                Relation::Subject if !passive => slots.push((child, (Function::Subject, None), self.meant(child, at))),
                Relation::Subject | Relation::PassiveSubject => {
                    slots.push((child, (Function::Object, None), self.meant(child, at)));
                }
                Relation::Object => slots.push((child, (Function::Object, None), child)),
                Relation::Attribute => slots.push((child, (Function::Complement, None), child)),
                Relation::Preposition | Relation::Agent => self.behind(child, passive, &mut slots),
                _ => {}
            }
        }
        let has = |function: Function| slots.iter().any(|slot| slot.1.0 == function);
        let wanted = if passive { Function::Object } else { Function::Subject };
        if !has(wanted)
            && let Some(shared) = self.shared(at, passive)
        {
            slots.push((shared, (wanted, None), shared));
        }
        if !passive
            && !slots.iter().any(|slot| slot.1.0 == Function::Object)
            && let Some(noun) = self.object_of_relative(at)
        {
            slots.push((noun, (Function::Object, None), noun));
        }
        slots
    }

    /// What stands beside a noun.
    fn of_noun(&self, at: usize) -> Vec<Beside> {
        let mut slots = Vec::new();
        for child in self.sentence.children(at) {
            match self.relation(child) {
                Relation::Possessor => slots.push((child, (Function::Subject, None), child)),
                Relation::Compound | Relation::AdjectiveModifier => {
                    slots.push((child, (Function::Modifier, None), child))
                }
                Relation::Preposition | Relation::Agent => self.behind(child, true, &mut slots),
                _ => {}
            }
        }
        slots
    }

    /// What stands behind a preposition, and, as `in` of `killed in an attack in Kabul`, behind one that hangs on it.
    fn behind(&self, preposition: usize, passive: bool, slots: &mut Vec<Beside>) {
        for child in self.sentence.children(preposition) {
            match self.relation(child) {
                Relation::PrepositionObject => {
                    let by = passive && (self.relation(preposition) == Relation::Agent || self.is(preposition, "by"));
                    let function = if by { (Function::Subject, None) } else { (Function::Oblique, Some(preposition)) };
                    slots.push((child, function, child));
                }
                Relation::Preposition => self.behind(child, passive, slots),
                _ => {}
            }
        }
    }

    fn is(&self, at: usize, word: &str) -> bool {
        self.sentence.words[at].text(self.text).eq_ignore_ascii_case(word)
    }

    /// For `which` and its like the noun that it stands for.
    fn meant(&self, child: usize, verb: usize) -> usize {
        let relative = matches!(self.sentence.tags[child], Tag::WhDeterminer | Tag::WhPronoun)
            || self.relation(verb) == Relation::RelativeClause && self.is(child, "that");
        let noun = self.sentence.head(verb).filter(|_| relative && self.relation(verb) == Relation::RelativeClause);
        noun.unwrap_or(child)
    }

    /// The subject that a verb without one shares with the verb, or has in the noun, that it hangs on.
    fn shared(&self, at: usize, passive: bool) -> Option<usize> {
        let mut verb = at;
        for _ in 0..CHAIN {
            let head = self.sentence.head(verb)?;
            match self.relation(verb) {
                // `Militants holding hostages`, `a bomb planted by`; of `a plan to close` who plans is not said.
                Relation::Clause if !self.is_infinitive(verb) => return Some(head).filter(|_| passive || verb == at),
                Relation::OpenComplement if self.is_verb(head) => {
                    let object = self.sentence.child(head, &[Relation::Object]);
                    let subject = self.sentence.child(head, &[Relation::Subject, Relation::PassiveSubject]);
                    if let Some(found) = object.filter(|&object| object < verb).or(subject) {
                        return Some(self.meant(found, head));
                    }
                }
                Relation::Conjunct | Relation::AdverbClause if self.is_verb(head) => {
                    let subject = self.sentence.child(head, &[Relation::Subject, Relation::PassiveSubject]);
                    if let Some(found) = subject {
                        return Some(self.meant(found, head));
                    }
                }
                _ => return None,
            }
            verb = head;
        }
        None
    }

    /// `The strike they had called`: the noun on which a clause with a subject of its own hangs.
    fn object_of_relative(&self, at: usize) -> Option<usize> {
        let head = self.sentence.head(at)?;
        let subject = self.sentence.child(at, &[Relation::Subject])?;
        (self.relation(at) == Relation::RelativeClause && self.meant(subject, at) == subject && self.is_noun(head))
            .then_some(head)
    }
}

/// The place of a word, how it stands beside a clause's head, and the head of what it begins.
type Beside = (usize, (Function, Option<usize>), usize);

#[cfg(test)]
mod tests;

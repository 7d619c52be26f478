//! What a figure measures, as the verb or noun it hangs on shows.

use dateline_model::{Figure, Span};

use crate::frames::{Argument, Frame, Likeness, pair};
use crate::lexicon::Mark;
use crate::thesaurus::{Sense, Thesaurus, Trait};
use crate::told::Told;

/// Fields of tolls that shrink with time: see the order of the thesaurus.
const SHRINKING: &str = "missing";

/// What a number stands beside without counting it.
const NOT_COUNTED: &[&str] =
    &["block", "caliber", "calibre", "time", "tweet", "page", "day", "year", "part", "side", "term", "person"];

/// What a figure hangs on.
#[derive(Clone, Debug, Default)]
pub struct Gauge {
    /// The stems of the words that it hangs on.
    bases: Vec<u32>,
    /// What these mean.
    senses: Vec<Sense>,
    /// What is counted.
    counted: Option<u32>,
    /// A number of things, not a sum or a measure.
    number: bool,
    /// The stem of the verb.
    verb: Option<u32>,
    /// Who does it, and to whom, beside what is counted.
    subject: Option<Argument>,
    object: Option<Argument>,
}

/// What `figure` measures; `None` where it hangs on nothing that tells.
pub fn read(thesaurus: &Thesaurus, one: &Told<'_>, figure: &Figure, of: Option<&str>) -> Option<Gauge> {
    let covers = |span: Span| span.start() <= figure.span.start() && figure.span.end() <= span.end();
    let mut around: Vec<&Frame> = one.frames.iter().filter(|frame| covers(frame.words)).collect();
    around.sort_by_key(|frame| (frame.words.len(), frame.head));
    let arguments = around.iter().flat_map(|frame| frame.arguments()).filter(|argument| covers(argument.words));
    let holder = arguments.min_by_key(|argument| argument.words.len());
    let counted = holder.filter(|holder| !figure.span.meets(holder.span));
    let noun = of.map(|of| thesaurus.base(of)).or(counted.map(|counted| counted.head));
    if noun.is_some_and(|noun| thesaurus.is_one_of(noun, NOT_COUNTED)) {
        return None;
    }
    // `Nine bodies`: what is counted says what befell it.
    let befell: Vec<Sense> = noun
        .map(|noun| thesaurus.senses(&[noun]).0)
        .unwrap_or_default()
        .into_iter()
        .filter(|sense| sense.of == Trait::Toll)
        .collect();
    let mut gauge = Gauge {
        counted: noun.filter(|_| befell.is_empty()),
        senses: befell,
        number: figure.unit == "count",
        ..Gauge::default()
    };
    for frame in around {
        gauge.bases.push(frame.base);
        gauge.senses.extend(&frame.senses);
        if frame.nominal {
            let parts = frame.beside.iter().filter(|(link, _)| link.is_empty());
            gauge.bases.extend(parts.map(|(_, argument)| argument.head));
            continue;
        }
        let other = |argument: &&Argument| !covers(argument.words);
        gauge.verb = Some(frame.base);
        gauge.subject = frame.subject.clone().filter(|argument| other(&argument));
        gauge.object = frame.object.clone().filter(|argument| other(&argument));
        let light = frame.sense(Trait::Light).is_some();
        if light {
            for argument in frame.arguments().filter(|argument| !covers(argument.words)) {
                gauge.take(thesaurus, one, argument);
            }
        }
        break;
    }
    gauge.senses.retain(|sense| sense.of != Trait::Light && (gauge.number || sense.of != Trait::Toll));
    Some(gauge).filter(|gauge| !gauge.bases.is_empty())
}

impl Gauge {
    /// Takes in the noun that a light verb says something of.
    fn take(&mut self, thesaurus: &Thesaurus, one: &Told<'_>, argument: &Argument) {
        self.bases.push(argument.head);
        self.senses.extend(argument.bases.iter().flat_map(|base| thesaurus.senses(&[*base]).0));
        for frame in one.frames.iter().filter(|frame| frame.head == argument.span) {
            self.senses.extend(&frame.senses);
            self.bases.extend(frame.arguments().map(|argument| argument.head));
        }
    }

    /// What befell those counted.
    fn toll(&self) -> Option<Sense> {
        self.senses.iter().find(|sense| sense.of == Trait::Toll).copied()
    }

    /// True where it counts those whom something befell.
    pub fn is_toll(&self) -> bool {
        self.toll().is_some()
    }

    /// How the count moves with time.
    pub fn mark(&self, thesaurus: &Thesaurus) -> Option<Mark> {
        let shrinking = thesaurus.senses(&[thesaurus.base(SHRINKING)]).0;
        self.toll().map(|toll| if shrinking.contains(&toll) { Mark::Shrinking } else { Mark::Toll })
    }

    /// True where one verb tells both, of things that are two.
    pub fn apart(&self, thesaurus: &Thesaurus, other: &Gauge) -> bool {
        let apart = |one: &Option<Argument>, other: &Option<Argument>| {
            pair(thesaurus, one.as_ref(), other.as_ref()) == Likeness::Apart
        };
        let verb = self.verb.is_some() && self.verb == other.verb;
        let two = apart(&self.subject, &other.subject) || apart(&self.object, &other.object);
        verb && two && self.toll().is_none() && other.toll().is_none()
    }

    /// True where both measure one thing.
    pub fn same(&self, thesaurus: &Thesaurus, other: &Gauge) -> bool {
        let counted = match (self.counted, other.counted) {
            (Some(one), Some(other)) => thesaurus.alike(one, other),
            _ => true,
        };
        let light = |base: &u32| thesaurus.senses(&[*base]).0.iter().any(|sense| sense.of == Trait::Light);
        let bases = self.bases.iter().any(|base| other.bases.contains(base) && !light(base));
        let senses = self.senses.iter().any(|sense| other.senses.contains(sense));
        let tolls = match (self.toll(), other.toll()) {
            (Some(_), Some(_)) => {
                self.senses.iter().any(|sense| sense.of == Trait::Toll && other.senses.contains(sense))
            }
            (None, None) => true,
            _ => false,
        };
        if self.is_toll() {
            return counted && tolls;
        }
        let who = [
            pair(thesaurus, self.subject.as_ref(), other.subject.as_ref()),
            pair(thesaurus, self.object.as_ref(), other.object.as_ref()),
        ];
        let lacks = [self.counted, other.counted].iter().filter(|counted| counted.is_none()).count();
        let met = who.iter().any(|who| *who >= Likeness::Alike);
        let one_verb = self.verb.is_some() && self.verb == other.verb && self.verb.is_some_and(|verb| !light(&verb));
        let bare = self.number && (lacks > 1 || !senses && (lacks > 0 || !met && !one_verb));
        let verbs = match (self.verb, other.verb) {
            (Some(one), Some(another)) => one == another && !light(&one) || senses,
            _ => senses || bases,
        };
        counted && tolls && verbs && !bare && !who.contains(&Likeness::Apart)
    }
}

//! A claim as a reader is told of it: who, on what footing, how, through whom.

use dateline_model::{
    Annotations, Article, Claim, EntityKind, Form, Record, Role, Source, SourceKind, Stance, entity, speaker,
};

use super::foreign::Foreign;
use crate::{addresses, words};

/// Words of a claim in a list are cut after this many characters, descriptions after this many.
const WORDS: usize = 240;
const DESCRIPTION: usize = 140;

/// A claim of one report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// Its place in the report, from 1.
    pub number: usize,
    /// The speaker's name, or the words that describe who it is.
    pub who: String,
    /// The speaker's page; empty where nobody is named.
    pub href: String,
    /// What the report says that the speaker is; may be empty.
    pub role: String,
    /// `Named person`, `Unnamed, 3 people`.
    pub footing: String,
    /// `Denies`, `Declines to answer`, or empty.
    pub stance: &'static str,
    /// The class of its stance in the styles.
    pub stance_class: &'static str,
    /// `Word for word`.
    pub form: &'static str,
    /// `Harbour Courier, citing Meridian, citing an official`; empty where nothing stands between.
    pub chain: String,
    /// What is said; empty where nothing is.
    pub words: Foreign,
}

/// What a stance is called; nothing where it is the usual one.
#[must_use]
pub fn stance(stance: Stance) -> &'static str {
    match stance {
        Stance::Asserts => "",
        Stance::Denies => "Denies",
        Stance::Declines => "Declines to answer",
    }
}

/// The class of a stance in the styles.
#[must_use]
pub fn stance_class(stance: Stance) -> &'static str {
    match stance {
        Stance::Asserts => "asserts",
        Stance::Denies => "denies",
        Stance::Declines => "declines",
    }
}

/// All claims of a report, in its order.
#[must_use]
pub fn all(article: &Article, found: &Annotations) -> Vec<Said> {
    found.claims.iter().zip(1..).map(|(claim, number)| said(article, found, claim, number)).collect()
}

fn said(article: &Article, found: &Annotations, claim: &Claim, number: usize) -> Said {
    let source = claim.source.as_ref();
    let named = source.and_then(|source| speaker(&article.text, found, source));
    let who = match (&named, source) {
        (Some(named), _) => named.name.clone(),
        (None, Some(source)) => described(article, source),
        (None, None) => "Not said by whom".to_owned(),
    };
    let content: Vec<&str> = claim.content.iter().map(|part| article.text.slice(*part).trim()).collect();
    let language = article.language.as_ref().map(|language| language.as_str());
    Said {
        number,
        href: named.as_ref().map(|named| addresses::speaker(&named.name)).unwrap_or_default(),
        role: source.map(|source| role(article, found, source, &who)).unwrap_or_default(),
        footing: footing(source, named.as_ref().map(|named| named.kind), claim.record),
        stance: stance(claim.stance),
        stance_class: stance_class(claim.stance),
        form: match (claim.form, claim.content.is_empty()) {
            (_, true) => "",
            (Form::Direct, _) => "word for word",
            (Form::Indirect, _) => "in the report’s words",
            (Form::Mixed, _) => "partly word for word",
        },
        chain: chain(article, claim, &who),
        words: Foreign::new(&words::beginning(&content.join(" … "), WORDS), language),
        who,
    }
}

/// The words of a source that is not named.
fn described(article: &Article, source: &Source) -> String {
    let named = if source.name.trim().is_empty() { article.text.slice(source.span) } else { &source.name };
    words::beginning(named.trim(), DESCRIPTION)
}

/// What the report says that a source is: beside its name here, or anywhere.
fn role(article: &Article, found: &Annotations, source: &Source, who: &str) -> String {
    let inside = |span: dateline_model::Span| source.span.start() <= span.start() && span.end() <= source.span.end();
    let first = found.mentions.partition_point(|mention| mention.span.start() < source.span.start());
    let here = found.mentions[first..].iter().take_while(|mention| inside(mention.span));
    let entity = entity(found, source);
    let beside = here.filter_map(|mention| mention.role.as_ref()).next();
    let known = entity.and_then(|entity| entity.roles.iter().find(|role| !role.past).or(entity.roles.first()));
    let told = beside.or(known).map(|role| role_words(article, role)).unwrap_or_default();
    if told.eq_ignore_ascii_case(who) { String::new() } else { told }
}

/// The words of a role, with what says that it is over.
#[must_use]
pub fn role_words(article: &Article, role: &Role) -> String {
    let told = words::beginning(article.text.slice(role.span).trim(), DESCRIPTION);
    past_role(&told, role.past)
}

/// A role that is over says so.
#[must_use]
pub fn past_role(told: &str, past: bool) -> String {
    let says_so = ["former", "then", "ex-", "late", "erstwhile"];
    let lower = told.to_lowercase();
    if !past || says_so.iter().any(|word| lower.starts_with(word)) { told.to_owned() } else { format!("former {told}") }
}

/// A kind of speaker as a word.
#[must_use]
pub fn kind(kind: SourceKind) -> &'static str {
    match kind {
        SourceKind::Named => "Person",
        SourceKind::Organisation => "Organisation",
        SourceKind::Outlet => "Outlet",
        SourceKind::Document => "Document",
        SourceKind::Unnamed => "Unnamed",
    }
}

/// A kind of entity as a word.
#[must_use]
pub fn entity_kind(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Person => "person",
        EntityKind::Organisation => "organisation",
        EntityKind::Place => "place",
    }
}

fn footing(source: Option<&Source>, named: Option<SourceKind>, record: Record) -> String {
    let Some(source) = source else { return String::new() };
    let many = source.count.filter(|many| *many > 1);
    let footing = match (named.unwrap_or(source.kind), named.is_some(), many) {
        (SourceKind::Unnamed, _, Some(many)) => format!("Unnamed, {} people", words::number(u64::from(many))),
        (SourceKind::Unnamed, _, None) => "Unnamed".to_owned(),
        (SourceKind::Named, false, _) => "Person without a full name here".to_owned(),
        (kind @ SourceKind::Named, true, _) => format!("Named {}", self::kind(kind).to_lowercase()),
        (kind, _, _) => self::kind(kind).to_owned(),
    };
    let record = match record {
        Record::Unstated => "",
        Record::OnTheRecord => ", on the record",
        Record::OnBackground => ", on background",
        Record::OffTheRecord => ", off the record",
    };
    footing + record
}

/// Through whom the words came, in reading order; empty where nobody stands between.
fn chain(article: &Article, claim: &Claim, who: &str) -> String {
    if claim.via.is_empty() {
        return String::new();
    }
    let outlet = article.outlet.as_deref().or(article.agency.as_deref()).unwrap_or("this report");
    let via: Vec<String> = claim.via.iter().map(|via| words::beginning(&via.name, DESCRIPTION)).collect();
    through(outlet, &via, who)
}

/// `A, citing B, citing C`; neighbours that are the same stand once.
#[must_use]
pub fn through(outlet: &str, via: &[String], who: &str) -> String {
    let mut names: Vec<&str> = vec![outlet];
    names.extend(via.iter().map(String::as_str));
    names.push(who);
    names.dedup_by(|a, b| a.eq_ignore_ascii_case(b));
    names.join(", citing ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chain_names_nobody_twice_in_a_row() {
        let via = ["Meridian".to_owned(), "the Courier".to_owned()];
        assert_eq!(through("Meridian", &via, "an official"), "Meridian, citing the Courier, citing an official");
    }

    #[test]
    fn a_role_that_is_over_says_so_once() {
        assert_eq!(past_role("harbour minister", true), "former harbour minister");
        assert_eq!(past_role("Former harbour minister", true), "Former harbour minister");
        assert_eq!(past_role("harbour minister", false), "harbour minister");
    }
}

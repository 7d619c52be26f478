//! Where each claim of one report ends, and the way there.

use std::collections::BTreeMap;

use dateline_model::{Claim, EntityKind, OriginKind, Source, SourceKind, Span, Stance, keys, speaker};

use super::outlets::Outlets;
use super::ownership::{Ownership, key};
use crate::TimelineReport;
use crate::places::{covers, one_line};

/// Words that mean the outlet named last.
const NAMED_BEFORE: &[&str] = &[
    "agency",
    "article",
    "broadcaster",
    "daily",
    "it",
    "magazine",
    "newspaper",
    "outlet",
    "paper",
    "publication",
    "report",
    "reports",
    "site",
    "story",
    "website",
];

/// Words that stand for somebody told of elsewhere: whom they mean was not found.
const POINTERS: &[&str] = &[
    "he", "her", "him", "i", "it", "she", "some", "that", "their", "them", "these", "they", "this", "those", "us",
    "we", "which", "who", "you",
];

/// The end of one claim.
pub struct End {
    /// The claim, by its number; `None` for the report itself.
    pub claim: Option<usize>,
    /// What stands there.
    pub kind: OriginKind,
    /// Its name, or a description.
    pub name: String,
    /// The name folded.
    pub key: String,
    /// How many people.
    pub count: Option<u32>,
    /// Which outlet heard people without a name.
    pub heard_by: Option<String>,
    /// Who owns an outlet.
    pub owner: Option<String>,
    /// From the outlet of the report to the last that passed the claim on.
    pub path: Vec<String>,
}

/// The ends of what report `number` says: of each claim that says something, or of the report where there is none.
pub fn of(report: &TimelineReport<'_>, number: usize, outlets: &Outlets, ownership: &Ownership) -> Vec<End> {
    let claims = &report.annotations.claims;
    let mut reader = Reader {
        report,
        ownership,
        publisher: &outlets.publishers[number],
        last: None,
        heard: BTreeMap::new(),
        ends: Vec::new(),
    };
    let carried = outlets.own[number].clone().filter(|own| own != reader.publisher);
    let start: Vec<String> = carried.into_iter().chain([reader.publisher.clone()]).collect();
    for (at, claim) in claims.iter().enumerate() {
        reader.read(at, claim, &start);
    }
    if reader.ends.is_empty() {
        let publisher = reader.publisher.clone();
        reader.ends.push(outlet(None, &publisher, start[..start.len() - 1].to_vec(), ownership));
    }
    reader.ends
}

struct Reader<'a> {
    report: &'a TimelineReport<'a>,
    ownership: &'a Ownership,
    publisher: &'a String,
    /// The outlet cited last: what `the newspaper` means.
    last: Option<String>,
    /// Which outlet heard people that this report describes without a name.
    heard: BTreeMap<String, String>,
    ends: Vec<End>,
}

impl Reader<'_> {
    fn read(&mut self, at: usize, claim: &Claim, start: &[String]) {
        let text = &self.report.article.text;
        let mut path = start.to_vec();
        // The nearest stands first, and is what the next may be called `the newspaper` after.
        for via in &claim.via {
            if !self.is_outlet(via.span) {
                continue;
            }
            let name = self.outlet(text.slice(via.span));
            if path.last() != Some(&name) {
                path.push(name);
            }
        }
        let Some(source) = claim.source.as_ref() else { return };
        let Some(end) = self.end(at, claim, source, path) else { return };
        if claim.stance != Stance::Declines && !self.is_within(at, claim) {
            self.ends.push(end);
        }
    }

    /// `None` where the source is a word for somebody whom nobody can tell.
    fn end(&mut self, at: usize, claim: &Claim, source: &Source, path: Vec<String>) -> Option<End> {
        let (text, found) = (&self.report.article.text, self.report.annotations);
        let plain = |kind: OriginKind, name: String, key: String, path: Vec<String>| End {
            claim: Some(at),
            kind,
            name,
            key,
            count: source.count,
            heard_by: None,
            owner: None,
            path,
        };
        if source.kind == SourceKind::Outlet {
            let name = self.outlet(&source.name);
            return Some(outlet(Some(at), &name, path, self.ownership));
        }
        if let Some(speaker) = speaker(text, found, source) {
            return Some(match (speaker.kind, claim.via.is_empty()) {
                (SourceKind::Named, _) => plain(OriginKind::Named, speaker.name, speaker.key, path),
                (SourceKind::Document, _) => plain(OriginKind::Document, speaker.name, speaker.key, path),
                // What an outlet tells of a body without saying from whom is the outlet's.
                (_, false) => cited(at, path, self.ownership),
                (_, true) => plain(OriginKind::Organisation, speaker.name, speaker.key, path),
            });
        }
        let words = one_line(text.slice(source.span));
        let name = if source.name.len() > words.len() { source.name.clone() } else { words };
        let folded = key(&name);
        if folded.is_empty() || folded.split(' ').next().is_some_and(|first| POINTERS.contains(&first)) {
            return None;
        }
        Some(match (source.kind, claim.via.is_empty()) {
            (SourceKind::Unnamed | SourceKind::Named, _) => {
                let heard_by = self.heard_by(&folded, claim, &path);
                End { heard_by: Some(heard_by), ..plain(OriginKind::Unnamed, name, folded, path) }
            }
            (SourceKind::Document, _) => {
                let key = format!("{} {folded}", path.last().unwrap_or(self.publisher));
                plain(OriginKind::Document, name, key, path)
            }
            (_, false) => cited(at, path, self.ownership),
            (_, true) => plain(OriginKind::Organisation, name.clone(), keys(&name)[0].clone(), path),
        })
    }

    /// The outlet that those described as `folded` spoke to: the last that passed the claim on, or that passed on what they
    /// said elsewhere in the report.
    fn heard_by(&mut self, folded: &str, claim: &Claim, path: &[String]) -> String {
        let last = path.last().unwrap_or(self.publisher);
        if claim.via.is_empty() {
            return self.heard.get(folded).unwrap_or(last).clone();
        }
        self.heard.insert(folded.to_owned(), last.clone());
        last.clone()
    }

    /// True for what is said inside what somebody else says: that one stands behind both.
    fn is_within(&self, at: usize, claim: &Claim) -> bool {
        let Some(cue) = claim.cue else { return false };
        let holds = |other: &Claim| other.content.iter().any(|part| covers(*part, cue));
        let claims = &self.report.annotations.claims;
        // Claims stand in the order of their cues, so what holds this one is near.
        let near = at.saturating_sub(NEAR)..(at + NEAR).min(claims.len());
        near.filter(|&other| other != at).any(|other| holds(&claims[other]))
    }

    /// False for persons and places, and for sources that are no outlets, among those who passed a claim on.
    fn is_outlet(&self, via: Span) -> bool {
        let found = self.report.annotations;
        if self.ownership.find(self.report.article.text.slice(via)).is_some() {
            return true;
        }
        let first = found.mentions.partition_point(|mention| mention.span.end() <= via.start());
        let named = found.mentions.get(first).filter(|mention| mention.span.start() < via.end());
        let other = |source: &Source| source.kind != SourceKind::Outlet && source.span == via;
        named.is_none_or(|mention| mention.kind == EntityKind::Organisation)
            && !found.claims.iter().any(|claim| claim.source.as_ref().is_some_and(other))
    }

    /// The outlet that `words` name; what is only called a newspaper is the one named last.
    fn outlet(&mut self, words: &str) -> String {
        let name = match self.ownership.find(words) {
            Some(known) => known.name.clone(),
            None => {
                let folded = key(words);
                let last = folded.split(' ').next_back().unwrap_or_default();
                let named = words.chars().skip(1).any(char::is_uppercase);
                match &self.last {
                    Some(before) if NAMED_BEFORE.contains(&last) && !named => before.clone(),
                    _ => one_line(words),
                }
            }
        };
        self.last = Some(name.clone());
        name
    }
}

/// So many claims before and behind one are looked at for one that holds it.
const NEAR: usize = 6;

fn outlet(claim: Option<usize>, name: &str, path: Vec<String>, ownership: &Ownership) -> End {
    let known = ownership.find(name);
    let owner = known.map(|known| known.owner.clone());
    let name = known.map_or_else(|| name.to_owned(), |known| known.name.clone());
    End { claim, kind: OriginKind::Outlet, key: key(&name), name, count: None, heard_by: None, owner, path }
}

/// What ends at the last who passed it on.
fn cited(claim: usize, mut path: Vec<String>, ownership: &Ownership) -> End {
    let name = path.pop().unwrap_or_default();
    outlet(Some(claim), &name, path, ownership)
}

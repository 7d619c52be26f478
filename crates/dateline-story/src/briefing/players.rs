//! Who plays a part: persons and organisations over all reports, with the roles these give them.

use std::collections::{BTreeMap, BTreeSet};

use dateline_model::{Cited, EntityKind, Player, Span, keys};

use crate::TimelineReport;
use crate::words::{Words, normal_form};

/// So many are told, with so many roles.
const MOST: usize = 24;
const ROLES: usize = 3;

#[derive(Default)]
struct Seen {
    names: BTreeMap<String, usize>,
    reports: BTreeSet<usize>,
    claims: usize,
    /// By the folded words, where it stands first and in how many reports.
    roles: BTreeMap<String, (Cited, BTreeSet<usize>)>,
}

/// Persons with a name of two words or a role, and organisations that speak, those with most claims and reports first.
pub fn of(reports: &[TimelineReport<'_>]) -> Vec<Player> {
    let mut seen: BTreeMap<(EntityKind, String), Seen> = BTreeMap::new();
    for (number, report) in reports.iter().enumerate() {
        let entities = &report.annotations.entities;
        for (at, entity) in entities.iter().enumerate().filter(|(_, entity)| entity.kind != EntityKind::Place) {
            let [body, person] = keys(&entity.name);
            let key = if entity.kind == EntityKind::Person { person } else { body };
            let claims = report.annotations.claims.iter();
            let own = claims.filter(|claim| claim.source.as_ref().is_some_and(|source| source.entity == Some(at)));
            let player = seen.entry((entity.kind, key)).or_default();
            *player.names.entry(entity.name.clone()).or_insert(0) += 1;
            player.reports.insert(number);
            player.claims += own.count();
            for role in entity.roles.iter().filter(|role| !role.past) {
                let words = wording(report.article.text.slice(role.span));
                let place = Cited { report: number, span: role.span };
                player.roles.entry(words).or_insert_with(|| (place, BTreeSet::new())).1.insert(number);
            }
        }
    }
    join_last_names(&mut seen);
    let mut players: Vec<Player> = seen
        .into_iter()
        .filter(|((kind, key), seen)| match kind {
            EntityKind::Person => key.contains(' ') || !seen.roles.is_empty(),
            _ => seen.claims > 0,
        })
        .map(|((kind, _), seen)| player(kind, seen))
        .collect();
    let weight = |player: &Player| (player.kind == EntityKind::Person, player.claims + 2 * player.reports);
    players.sort_by(|a, b| weight(b).cmp(&weight(a)).then(a.name.cmp(&b.name)));
    players.truncate(MOST);
    players
}

/// `Nakatani` of one report is `Gen Nakatani` of another, where only one such name is there.
fn join_last_names(seen: &mut BTreeMap<(EntityKind, String), Seen>) {
    let names: Vec<String> =
        seen.keys().filter(|(kind, _)| *kind == EntityKind::Person).map(|(_, key)| key.clone()).collect();
    for short in names.iter().filter(|name| !name.contains(' ')) {
        let mut longer = names.iter().filter(|long| long.contains(' ') && long.split(' ').any(|word| word == short));
        let (Some(long), None) = (longer.next(), longer.next()) else { continue };
        let Some(from) = seen.remove(&(EntityKind::Person, short.clone())) else { continue };
        let Some(into) = seen.get_mut(&(EntityKind::Person, long.clone())) else { continue };
        into.reports.extend(from.reports);
        into.claims += from.claims;
        for (words, (place, reports)) in from.roles {
            into.roles.entry(words).or_insert_with(|| (place, BTreeSet::new())).1.extend(reports);
        }
    }
}

fn player(kind: EntityKind, seen: Seen) -> Player {
    let fullest = seen.names.iter().max_by_key(|(name, reports)| (name.split(' ').count(), **reports, name.len()));
    let mut roles: Vec<(Cited, usize)> =
        seen.roles.into_values().map(|(place, reports)| (place, reports.len())).collect();
    let length = |span: Span| span.end() - span.start();
    roles.sort_by(|a, b| b.1.cmp(&a.1).then(length(b.0.span).cmp(&length(a.0.span))).then(a.0.cmp(&b.0)));
    Player {
        name: fullest.map(|(name, _)| name.clone()).unwrap_or_default(),
        kind,
        roles: roles.into_iter().map(|(place, _)| place).take(ROLES).collect(),
        reports: seen.reports.len(),
        claims: seen.claims,
    }
}

/// The words of a role in one spelling: `Defence Minister` is `defense minister`.
fn wording(words: &str) -> String {
    let mut form = String::new();
    let forms = Words::new(words).map(|word| {
        normal_form(word.surface, &mut form);
        form.clone()
    });
    forms.collect::<Vec<_>>().join(" ")
}

//! Persons whom the labeller passed over: a last name of the article, a given name behind an office.

use std::collections::HashSet;

use super::super::gazetteer::{Class, Gazetteer};
use super::super::labels::Kind;
use super::super::{Article, Name};
use crate::grammar::tagger::is_capital;
use crate::lexemes::WordKey;

/// Adds persons to `names`, and keeps these in order.
pub(super) fn add(gazetteer: &Gazetteer, article: &Article, names: &mut Vec<Name>) {
    let mut taken = vec![false; article.words.len()];
    let mut last_names: HashSet<WordKey> = HashSet::new();
    for name in names.iter() {
        taken[name.first..name.end].fill(true);
        if name.kind == Kind::Person && name.end - name.first > 1 {
            last_names.insert(article.words[name.end - 1].key);
        }
    }
    let free = |at: usize| is_capital(&article.words[at]) && !taken[at];
    let known = names.len();
    for sentence in article.sentences() {
        let mut at = sentence.0;
        while at < sentence.1 {
            let key = article.words[at].key;
            let behind_office = at > sentence.0 && gazetteer.is(article.words[at - 1].key, Class::Office);
            let mut end = at + 1;
            if free(at) && behind_office && gazetteer.is(key, Class::Given) {
                end = (end..sentence.1.min(at + 4)).find(|&at| !free(at)).unwrap_or(sentence.1.min(at + 4));
            }
            let alone = article.words.get(end).is_none_or(|next| end >= sentence.1 || !is_capital(next));
            if free(at) && (end > at + 1 || (last_names.contains(&key) && alone)) {
                names.push(Name { first: at, end, kind: Kind::Person, sentence });
            }
            at = end;
        }
    }
    if names.len() > known {
        names.sort_by_key(|name| name.first);
    }
}

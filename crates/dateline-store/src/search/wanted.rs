//! Reads what a person typed and turns it into a query. Nothing typed is ever syntax of the index.

use std::ops::Bound;

use jiff::civil::Date;
use tantivy::Term;
use tantivy::query::{
    AllQuery, BooleanQuery, BoostQuery, ConstScoreQuery, Occur, PhraseQuery, Query, RangeQuery, TermQuery,
};
use tantivy::schema::{Field, IndexRecordOption};

use super::form::{Fields, day_key};
use super::stems::Stems;
use super::words::Words;
use crate::SearchQuery;
use crate::phrase::{floor, fold_tag};

/// Of what was typed, at most this many bytes and this many words are read.
const TYPED: usize = 4_000;
const WORDS: usize = 64;

/// A word in the headline weighs so many times one in the text.
const HEADLINE: f32 = 3.0;

/// What opens and what closes a phrase.
const OPENING: [char; 7] = ['"', '“', '„', '”', '«', '「', '『'];
const CLOSING: [char; 6] = ['"', '”', '“', '»', '」', '』'];

/// What is to be found: every group of stems, none of the excluded ones; a group of several stands in that order.
#[derive(Debug, Default)]
pub struct Wanted {
    /// Must be there.
    pub groups: Vec<Vec<String>>,
    excluded: Vec<Vec<String>>,
    outlet: Option<String>,
    topic: Option<String>,
    language: Option<String>,
    from: Option<Date>,
    to: Option<Date>,
}

impl Wanted {
    /// Reads a query. A quotation mark that is never closed closes at the end.
    pub fn of(query: &SearchQuery) -> Wanted {
        let filter = |filter: &Option<String>| filter.clone().filter(|value| !value.trim().is_empty());
        let mut wanted = Wanted {
            outlet: filter(&query.outlet),
            topic: filter(&query.topic).map(|topic| fold_tag(&topic)),
            language: filter(&query.language).map(|language| language.to_lowercase()),
            from: query.from,
            to: query.to,
            ..Wanted::default()
        };
        let mut stems = Stems::new();
        let mut room = WORDS;
        let mut rest = query.words[..floor(&query.words, TYPED)].trim_start();
        while !rest.is_empty() && room > 0 {
            let (excluded, from) = match rest.strip_prefix(['-', '−']) {
                Some(after) => (true, after),
                None => (false, rest),
            };
            let (piece, after) = piece(from);
            let group: Vec<String> = group(piece, &mut stems).into_iter().take(room).collect();
            room -= group.len();
            let groups = if excluded { &mut wanted.excluded } else { &mut wanted.groups };
            if !group.is_empty() && !groups.contains(&group) {
                groups.push(group);
            }
            rest = after.trim_start();
        }
        wanted
    }

    /// True where no word is looked for or left out.
    pub fn is_wordless(&self) -> bool {
        self.groups.is_empty() && self.excluded.is_empty()
    }

    /// True where a filter is set.
    pub fn is_filtered(&self) -> bool {
        self.outlet.is_some()
            || self.topic.is_some()
            || self.language.is_some()
            || self.from.is_some()
            || self.to.is_some()
    }

    /// The query for the index. Only words that are looked for weigh.
    pub fn query(&self, fields: Fields) -> Box<dyn Query> {
        let mut clauses: Vec<(Occur, Box<dyn Query>)> = Vec::new();
        for group in &self.groups {
            clauses.push((Occur::Must, anywhere(fields, group)));
        }
        for group in &self.excluded {
            clauses.push((Occur::MustNot, anywhere(fields, group)));
        }
        let exact = [(fields.outlet, &self.outlet), (fields.topic, &self.topic), (fields.language, &self.language)];
        for (field, value) in exact {
            if let Some(value) = value {
                clauses.push((Occur::Must, weightless(Box::new(term(field, value, IndexRecordOption::Basic)))));
            }
        }
        if self.from.is_some() || self.to.is_some() {
            let bound = |day: Option<Date>| {
                day.map_or(Bound::Unbounded, |day| Bound::Included(Term::from_field_i64(fields.day, day_key(day))))
            };
            clauses.push((Occur::Must, weightless(Box::new(RangeQuery::new(bound(self.from), bound(self.to))))));
        }
        if clauses.iter().all(|(occur, _)| *occur == Occur::MustNot) {
            clauses.push((Occur::Must, weightless(Box::new(AllQuery))));
        }
        Box::new(BooleanQuery::new(clauses))
    }
}

/// The first piece of `typed`, a phrase or a run without white space, and what follows it.
fn piece(typed: &str) -> (&str, &str) {
    if let Some(inside) = typed.strip_prefix(OPENING) {
        return inside.split_once(CLOSING).unwrap_or((inside, ""));
    }
    let end = typed.find(char::is_whitespace).unwrap_or(typed.len());
    // `harbour"sea wall"` is a word and a phrase.
    let quote = typed[..end]
        .find(OPENING)
        .filter(|&at| at > 0 && typed[at..].chars().nth(1).is_some_and(|next| !next.is_whitespace()));
    typed.split_at(quote.unwrap_or(end))
}

/// The stems of a piece. What was typed as one word and is cut into several is looked for in that order.
fn group(piece: &str, stems: &mut Stems) -> Vec<String> {
    let mut group = Vec::new();
    for word in Words::of(piece) {
        let mut stem = String::new();
        stems.stem(&piece[word], &mut stem);
        if !stem.is_empty() {
            group.push(stem);
        }
    }
    group
}

/// The stems of a group, in the headline or in the text.
fn anywhere(fields: Fields, group: &[String]) -> Box<dyn Query> {
    let within = |field: Field| -> Box<dyn Query> {
        match group {
            [stem] => Box::new(term(field, stem, IndexRecordOption::WithFreqs)),
            _ => Box::new(PhraseQuery::new(group.iter().map(|stem| Term::from_field_text(field, stem)).collect())),
        }
    };
    let headline = BoostQuery::new(within(fields.headline), HEADLINE);
    Box::new(BooleanQuery::union(vec![Box::new(headline), within(fields.text)]))
}

fn term(field: Field, value: &str, option: IndexRecordOption) -> TermQuery {
    TermQuery::new(Term::from_field_text(field, value), option)
}

fn weightless(query: Box<dyn Query>) -> Box<dyn Query> {
    Box::new(ConstScoreQuery::new(query, 0.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(words: &str) -> (Vec<String>, Vec<String>) {
        let wanted = Wanted::of(&SearchQuery { words: words.to_owned(), ..SearchQuery::default() });
        let join = |groups: &[Vec<String>]| groups.iter().map(|group| group.join("+")).collect();
        (join(&wanted.groups), join(&wanted.excluded))
    }

    #[test]
    fn words_phrases_and_exclusions_are_told_apart() {
        let list = |words: &[&str]| words.iter().map(|&word| word.to_owned()).collect::<Vec<String>>();
        assert_eq!(read("sea \"port wall\" -ship"), (list(&["sea", "port+wall"]), list(&["ship"])));
        assert_eq!(read("-“port wall” sea"), (list(&["sea"]), list(&["port+wall"])));
        assert_eq!(read("「港湾の会議」"), (list(&["港湾+の+会議"]), vec![]));
        assert_eq!(read("port port PORT"), (list(&["port"]), vec![]));
    }

    #[test]
    fn what_looks_like_syntax_is_words() {
        let list = |words: &[&str]| words.iter().map(|&word| word.to_owned()).collect::<Vec<String>>();
        assert_eq!(read("outlet:x"), (list(&["outlet+x"]), vec![]));
        assert_eq!(read("(sea OR wall*"), (list(&["sea", "or", "wall"]), vec![]));
        assert_eq!(read("2+2"), (list(&["2+2"]), vec![]));
        assert_eq!(read("\"port wall"), (list(&["port+wall"]), vec![]));
        assert_eq!(read("port\""), (list(&["port"]), vec![]));
        assert_eq!(read("port\"sea wall\""), (list(&["port", "sea+wall"]), vec![]));
        assert_eq!(read("- -- \"\" ***"), (vec![], vec![]));
    }

    #[test]
    fn a_query_without_end_is_read_in_part() {
        let words: String = (0..10_000).map(|number| format!("w{number} ")).collect();
        assert_eq!(read(&words).0.len(), WORDS);
        assert_eq!(read(&"-".repeat(100_000)), (vec![], vec![]));
    }
}

//! Figures with what they measure: what tells whether two of them are of the same thing.

use dateline_model::{Bound, Figure, Span, Stance, TimeRef};

use super::gauge::{self, Gauge};
use super::relation::Telling;
use super::values::Value;
use crate::TimelineReport;
use crate::lexicon::Mark;
use crate::thesaurus::Thesaurus;
use crate::told::{self, Terms, Token, Told, apart, common, weight};

/// Of tolls, the statements share words of so much weight, or so much of the words of the shorter.
const TOLL_WEIGHT: f32 = 6.0;
const TOLL_SHARE: f32 = 0.5;
/// The same, where both name one place.
const TOLL_SHARE_THERE: f32 = 0.3;
/// What the same share of the same thing asked for weighs.
const DEMANDED: f32 = 3.0;
/// Of other figures, the clauses share so much of the shorter and of the longer,
const CLAUSE_OF_SHORTER: f32 = 0.75;
const CLAUSE_OF_LONGER: f32 = 0.65;
/// words of so much weight beside what is counted,
const CLAUSE_WEIGHT: f32 = 2.5;
/// and the statements so much of the shorter.
const STATEMENT_SHARE: f32 = 0.5;
const STATEMENT_OF_LONGER: f32 = 0.42;

/// Where words say what a figure measures, the statements share so much of the shorter, in words of so much weight.
const MEASURED_SHARE: f32 = 0.3;
const MEASURED_WEIGHT: f32 = 2.0;
/// Less does for sums and measures of one who is named.
const OWNED_SHARE: f32 = 0.25;
/// Or words of so much weight.
const MEASURED_ENOUGH: f32 = 5.0;
/// Sums of money in currencies that are not known as such are no smaller than this.
const THOUSANDS: f64 = 1000.0;
/// What there is a number of follows within so many words.
const NUMBERED: usize = 3;
/// So many words behind a number tell what it is a part of.
const OF_WHOM: usize = 4;

/// What happened so many days before a report appeared is of the past.
const PAST: i32 = 12;

/// What is no toll is held against figures of so many seconds.
const TWO_DAYS: i64 = 2 * 24 * 3600;

/// Numbers that are called for help.
const EMERGENCY: &[f64] = &[911.0, 999.0, 112.0];

/// A figure with what it measures.
#[derive(Clone, Debug)]
pub struct Measured<'a> {
    /// The statement, by its number.
    pub told: usize,
    /// The figure, with what is counted where that stands beside it.
    pub span: Span,
    /// What it may be.
    pub value: Value,
    /// What the statement says it was told to be before, and where.
    pub replaced: Option<(Span, Value)>,
    /// What befell those counted: row and mark of the lexicon.
    pub toll: Option<(u32, Mark)>,
    noun: Option<u32>,
    people: bool,
    clause: Terms,
    /// What the statement is about beside what is counted.
    pub context: Terms,
    places: Vec<u32>,
    periods: Vec<&'a str>,
    /// Names between a demand and its figure: who is asked.
    asked: Vec<u32>,
    /// The month or year of what it tells, where that is long before the report.
    past: Option<String>,
    /// A forecast.
    reckoned: bool,
    /// The names in the statement, by their last words.
    names: Vec<u32>,
    /// The names among the words for what is counted: `Belgian soldiers`.
    qualifiers: Vec<u32>,
    /// The noun itself is the word that says what is counted.
    noun_counts: bool,
    /// What the statement is about but for names and the words that say what is measured.
    plain: Terms,
    manner: [bool; 7],
    /// The days it names.
    days: Vec<&'a str>,
    /// What it hangs on.
    gauge: Option<Gauge>,
    thesaurus: &'static Thesaurus,
    /// When its report appeared, in seconds.
    when: Option<i64>,
    /// How the count moves with time.
    pub moves: Option<Mark>,
}

/// The figures of a statement that can be held against others.
pub fn read<'a>(reports: &[TimelineReport<'a>], told: &[Told<'a>], at: usize) -> Vec<Measured<'a>> {
    let one = &told[at];
    if one.statement.stance != Stance::Asserts || one.negated {
        return Vec::new();
    }
    // `Hundreds` is no figure to differ by.
    let text = &reports[one.statement.report].article.text;
    let vague = |figure: &Figure| {
        let words = text.slice(figure.span);
        figure.bound == Bound::AtLeast
            && words.ends_with('s')
            && !words.contains(|letter: char| letter.is_ascii_digit())
    };
    let former = |span: Span| one.figures.iter().any(|other| other.from.is_some_and(|from| from.meets(span)));
    let figures = one.figures.iter().filter(|figure| !former(figure.span) && !vague(figure));
    // One counts what is at hand, not what is news.
    // A number right behind a day belongs to it.
    let dated = |span: Span| {
        one.times.iter().any(|time| {
            (1..=2).contains(&span.start().saturating_sub(time.span.end())) && time.span.end() < span.start()
        })
    };
    let counted = figures.filter(|figure| figure.unit != "count" || figure.value > 1.0 && !dated(figure.span));
    let terms = one.times.iter().filter_map(|time| term(time));
    let all = counted.map(|figure| (*figure).clone()).chain(terms);
    all.filter_map(|figure| measured(reports, told, at, &figure))
        .filter(|one| one.value.unit != YEAR || one.is_measured())
        .collect()
}

/// What terms of prison are counted in.
const YEAR: &str = "year";

/// A length of time in years or months, as a figure: `P14Y`.
fn term(time: &TimeRef) -> Option<Figure> {
    let digits = time.value.strip_prefix('P')?;
    let (digits, years) = digits
        .strip_suffix('Y')
        .map(|digits| (digits, 1.0))
        .or_else(|| digits.strip_suffix('M').map(|digits| (digits, 1.0 / 12.0)))?;
    let value = digits.parse::<f64>().ok()? * years;
    Some(Figure { span: time.span, value, to: None, unit: YEAR, bound: Bound::Exact, of: None, from: None })
}

fn measured<'a>(reports: &[TimelineReport<'a>], told: &[Told<'a>], at: usize, figure: &Figure) -> Option<Measured<'a>> {
    let one = &told[at];
    let text = &reports[one.statement.report].article.text;
    let here = one.token_at(figure.span.start());
    let clause = clause(&one.tokens, here, figure.unit != "count");
    let number = |token: &Token| figure.span.start() <= token.start && token.end <= figure.span.end();
    let words: Vec<Token> = clause.iter().copied().filter(|token| !number(token)).collect();
    let has = |mark: Mark| words.iter().any(|token| token.mark == Some(mark));
    let noun = noun(one, figure, &clause);
    let toll = match figure.unit {
        "count" => of_noun(noun).or_else(|| nearest_toll(&one.tokens, &clause, here)),
        _ => noun.and_then(|_| demanded(&one.tokens, here)),
    };
    let person = noun.is_none_or(|noun| matches!(noun.mark, Some(Mark::People | Mark::Toll)));
    let toll = toll.or_else(|| measure(figure, person, &clause, here, &one.tokens));
    let replaced = replaced(one, figure);
    let former = replaced.is_none() && has(Mark::Earlier);
    let opinion = toll.is_none() && has(Mark::Speaker);
    if former || opinion || is_name(one, figure, noun, here) || is_one_of_many(one, figure, toll.map(|_| &clause[..])) {
        return None;
    }
    let key = |token: &Token| {
        let key = Some(token.key);
        key == noun.map(|noun| noun.key) || key == toll.map(|toll| toll.0)
    };
    let beside: Vec<Token> = one.tokens.iter().copied().filter(|token| !number(token) && !key(token)).collect();
    let context = told::terms(&beside);
    let thesaurus = one.thesaurus(reports);
    let of = figure.of.and_then(|of| text.slice(of).split_whitespace().next_back());
    let gauge = gauge::read(thesaurus, one, figure, of);
    let measured_beside = toll.is_some_and(|toll| is_measure(toll.1));
    // With what is counted, where it stands right behind.
    let end = figure.of.filter(|of| of.start() == figure.span.end() + 1).map_or(figure.span.end(), Span::end);
    Some(Measured {
        told: at,
        span: text.span(figure.span.start()..end)?,
        value: Value::of(figure),
        replaced,
        toll,
        noun: noun.map(|noun| noun.key),
        people: person,
        clause: told::terms(&words),
        places: one.places(reports),
        periods: periods(one),
        asked: asked(&one.tokens, toll, here),
        manner: [
            has(Mark::Hedge),
            has(Mark::Wide),
            has(Mark::Part),
            beside.iter().any(|token| token.mark == Some(Mark::Doer)),
            near(&one.tokens, here, Mark::Rest) || toll.is_some() && near(&one.tokens, here, Mark::More),
            is_part(&one.tokens, figure),
            measured_beside && has(Mark::Demand),
        ],
        days: days(one),
        past: past(reports, one),
        reckoned: has(Mark::Reckoning),
        names: names(reports, one),
        qualifiers: qualifiers(one, figure),
        noun_counts: noun.is_some_and(|noun| noun.second.is_some_and(|second| second.1 == Mark::Counted)),
        plain: plain(one, toll, &context),
        moves: toll.map(|toll| toll.1).or_else(|| gauge.as_ref().and_then(|gauge| gauge.mark(thesaurus))),
        context,
        gauge,
        thesaurus,
        when: Telling::of(reports, one).when,
    })
}

/// What is counted; of a number alone, what it is a step of: `magnitude`.
fn noun(one: &Told<'_>, figure: &Figure, clause: &[Token]) -> Option<Token> {
    let within = |of: Span| {
        let mut tokens = one.tokens.iter().filter(move |token| of.start() <= token.start && token.end <= of.end());
        tokens.clone().rfind(|token| token.weight > 0.0).or(tokens.next_back())
    };
    let scale = clause.iter().filter(|token| token.mark == Some(Mark::Scale) && figure.unit == "count");
    let scale = scale.min_by_key(|token| token.start.abs_diff(figure.span.start()));
    // `The number of drones launched at 118`.
    let amount = clause.iter().position(|token| token.mark == Some(Mark::Amount)).filter(|_| figure.unit == "count");
    let numbered = amount.and_then(|at| clause[at + 1..].iter().take(NUMBERED).find(|token| token.weight > 0.0));
    figure.of.and_then(within).or(scale).or(numbered).copied()
}

/// True of a number that counts nothing: of `NBC 6`, `3 US Department`, and 911, which is called.
fn is_name(one: &Told<'_>, figure: &Figure, noun: Option<Token>, here: usize) -> bool {
    let name = |at: usize| one.tokens.get(at).is_some_and(|token| token.name);
    let alone = noun.is_none() && (name(here + 1) || here > 1 && name(here - 1) || EMERGENCY.contains(&figure.value));
    figure.unit == "count" && (alone || noun.is_some_and(|noun| noun.capital))
}

/// True of one of several figures of a unit in the same clause (where that is not given, in the same statement): which
/// is of what cannot be told.
fn is_one_of_many(one: &Told<'_>, figure: &Figure, clause: Option<&[Token]>) -> bool {
    let within = |span: Span| {
        let ends = clause.map(|clause| clause.first().zip(clause.last()));
        ends.is_none_or(|ends| ends.is_some_and(|(a, b)| a.start <= span.start() && span.end() <= b.end))
    };
    one.figures.iter().any(|other| {
        let from = figure.from.is_some_and(|from| other.span.meets(from));
        let like = other.unit == figure.unit && other.span != figure.span && other.value > 1.0;
        like && !from && within(other.span)
    })
}

/// The words around the one at `at` up to where clauses end; with `alone`, never that one without a word before it.
fn clause(tokens: &[Token], at: usize, alone: bool) -> Vec<Token> {
    let at = at.min(tokens.len());
    let opening = |to: usize| tokens[..to].iter().rposition(|token| token.opens).unwrap_or(0);
    let from = opening(at.saturating_add(1).min(tokens.len()));
    // `Restated its loss as 113 million euros`: nothing stands between the joint and the figure.
    let bare = alone && from > 0 && tokens[from].mark == Some(Mark::Joint) && at <= from + 1;
    let from = if bare { opening(from) } else { from };
    let behind = tokens.get(at + 1..).unwrap_or_default();
    let to = behind.iter().position(|token| token.opens).map_or(tokens.len(), |length| at + 1 + length);
    tokens[from..to].to_vec()
}

fn nearest_toll(tokens: &[Token], clause: &[Token], at: usize) -> Option<(u32, Mark)> {
    let start = clause.first().map_or(0, |first| tokens.partition_point(|token| token.start < first.start));
    let tolls = clause.iter().enumerate().filter_map(|(place, token)| {
        let mark = token.mark.filter(|mark| matches!(mark, Mark::Toll | Mark::Shrinking | Mark::Losing))?;
        Some(((start + place).abs_diff(at), token.key, mark))
    });
    tolls.min_by_key(|toll| toll.0).map(|(_, key, mark)| (key, mark))
}

/// What befell those counted, or what they are counted for, where the word for them says it: `fatalities`, `jobs`.
fn of_noun(noun: Option<Token>) -> Option<(u32, Mark)> {
    let noun = noun?;
    let toll = noun.mark.filter(|mark| matches!(mark, Mark::Toll | Mark::Shrinking)).map(|mark| (noun.key, mark));
    toll.or(noun.second.filter(|second| second.1 == Mark::Counted))
}

/// What the nearest word of the clause says that a figure measures.
fn measure(figure: &Figure, person: bool, clause: &[Token], at: usize, tokens: &[Token]) -> Option<(u32, Mark)> {
    let here = tokens.get(at).map_or(usize::MAX, |token| token.start);
    let kinds: &[Mark] = match figure.unit {
        "count" if person || figure.value < THOUSANDS => &[Mark::Counted],
        // Some currencies count as things.
        "count" => &[Mark::Counted, Mark::Paid],
        "percent" => &[Mark::Shared],
        unit if unit.len() == 3 && unit.chars().all(|letter| letter.is_ascii_uppercase()) => &[Mark::Paid],
        _ => &[Mark::Sized, Mark::Extent],
    };
    let of = |kind: &Mark| {
        let measures = clause.iter().filter_map(|token| Some((token.start.abs_diff(here), token.second?)));
        measures.filter(|(_, measure)| measure.1 == *kind).min_by_key(|measure| measure.0).map(|found| found.1)
    };
    kinds.iter().find_map(of)
}

fn is_measure(mark: Mark) -> bool {
    matches!(mark, Mark::Counted | Mark::Paid | Mark::Shared | Mark::Sized | Mark::Extent)
}

/// `Ten of the dead`, `two of those who drowned`: some of a number told elsewhere.
fn is_part(tokens: &[Token], figure: &Figure) -> bool {
    let behind = &tokens[tokens.partition_point(|token| token.start < figure.span.end())..];
    let part = behind.first().is_some_and(|token| token.mark == Some(Mark::PartOf));
    let counted = |token: &Token| {
        token.second.is_some_and(|second| is_measure(second.1))
            || matches!(token.mark, Some(Mark::Toll | Mark::People | Mark::Shrinking))
    };
    part && behind.iter().take(OF_WHOM).any(counted)
}

/// The names in a statement, by their last words; where it has none, the name of its source.
fn names(reports: &[TimelineReport<'_>], one: &Told<'_>) -> Vec<u32> {
    let names = one.last_names(reports);
    let source = one.statement.source.as_ref().filter(|source| names.is_empty() && source.entity.is_some());
    let last = source.and_then(|source| source.name.split_whitespace().next_back());
    names.into_iter().chain(last.map(told::name_key)).collect()
}

/// The terms of `context` that are no names and do not say what is measured.
fn plain(one: &Told<'_>, toll: Option<(u32, Mark)>, context: &Terms) -> Terms {
    let measures = |key: u32| one.tokens.iter().any(|token| token.key == key && token.second == toll);
    context.iter().filter(|term| !one.names.contains(&term.0) && !measures(term.0)).copied().collect()
}

/// The names among the words of what is counted.
fn qualifiers(one: &Told<'_>, figure: &Figure) -> Vec<u32> {
    let Some(of) = figure.of.filter(|of| of.start() >= figure.span.end()) else { return Vec::new() };
    let within = one.tokens.iter().filter(|token| figure.span.end() <= token.start && token.end <= of.end());
    within.filter(|token| token.capital && token.weight > 0.0).map(|token| token.key).collect()
}

/// The word for a demand that stands before a figure, so near.
const DEMAND: usize = 20;

fn demanded(tokens: &[Token], at: usize) -> Option<(u32, Mark)> {
    let before = &tokens[at.saturating_sub(DEMAND).min(tokens.len())..at.min(tokens.len())];
    before.iter().find(|token| token.mark == Some(Mark::Demand)).map(|token| (token.key, Mark::Demand))
}

/// True where a word that tells `mark` stands within two words of the one at `at`.
fn near(tokens: &[Token], at: usize, mark: Mark) -> bool {
    let from = at.saturating_sub(2).min(tokens.len());
    tokens[from..tokens.len().min(at + 3)].iter().any(|token| token.mark == Some(mark))
}

fn asked(tokens: &[Token], demand: Option<(u32, Mark)>, at: usize) -> Vec<u32> {
    let Some((key, Mark::Demand)) = demand else { return Vec::new() };
    let before = &tokens[at.saturating_sub(DEMAND).min(tokens.len())..at.min(tokens.len())];
    let from = before.iter().position(|token| token.key == key).unwrap_or_default();
    let names = before[from..].iter().filter(|token| token.capital && token.weight > 0.0 && token.mark.is_none());
    names.map(|token| token.key).collect()
}

/// `up from an earlier request of 3 per cent`: that figure was told before. `Up from 3 per cent` alone is a change of the
/// thing itself.
fn replaced(one: &Told<'_>, figure: &Figure) -> Option<(Span, Value)> {
    let from = figure.from.filter(|from| from.start() > figure.span.end())?;
    let earlier = one.figures.iter().find(|other| other.span.meets(from))?;
    let mut between = one.tokens.iter().filter(|token| figure.span.end() <= token.start && token.start < from.start());
    let marked = between.any(|token| token.mark == Some(Mark::Earlier));
    let reckoned = one.has(Mark::Reckoning);
    // `113 million euros, up from the 88 million`.
    let unit = if earlier.unit == "count" { figure.unit } else { earlier.unit };
    (marked || reckoned).then(|| (earlier.span, Value { unit, ..Value::of(earlier) }))
}

/// The years, quarters and months that a statement names.
fn periods<'a>(one: &Told<'a>) -> Vec<&'a str> {
    let dated = one.times.iter().filter(|time| time.value.starts_with(|first: char| first.is_ascii_digit()));
    dated.filter(|time| time.value.len() < "2025-06-21".len()).map(|time| time.value.as_str()).collect()
}

/// The days that it names, by whatever words.
fn days<'a>(one: &Told<'a>) -> Vec<&'a str> {
    one.times.iter().filter_map(|time| time.value.get(.."2025-06-21".len())).collect()
}

/// The month (where it is not told, the year) of the latest time that a statement names, where its report appeared more
/// than [`PAST`] days afterwards.
fn past(reports: &[TimelineReport<'_>], one: &Told<'_>) -> Option<String> {
    let published = reports[one.statement.report].article.published?.day();
    let ends = |value: &str| {
        let number = |range: std::ops::Range<usize>| value.get(range).and_then(|digits| digits.parse::<i8>().ok());
        let year = value.get(..4)?.parse::<i16>().ok()?;
        let month = number(5..7);
        let day = number(8..10).filter(|_| month.is_some());
        let date = jiff::civil::Date::new(year, month.unwrap_or(12), day.unwrap_or(28)).ok()?;
        Some((date, value.get(..7).filter(|_| month.is_some()).unwrap_or(&value[..4]).to_owned()))
    };
    let (latest, name) = one.times.iter().filter_map(|time| ends(&time.value)).max()?;
    (published.since(latest).is_ok_and(|span| span.get_days() > PAST)).then_some(name)
}

impl Measured<'_> {
    /// True where both are figures of the same thing, as far as the words show.
    pub fn same_thing(&self, other: &Measured<'_>) -> bool {
        if self.replaces(other) || other.replaces(self) || self.same_gauge(other) {
            return true;
        }
        let others = !self.asked.is_empty() && !other.asked.is_empty();
        let asked = !others || self.asked.iter().any(|name| other.asked.contains(name));
        let same =
            self.told != other.told && self.value.unit == other.value.unit && self.manner == other.manner && asked;
        let rate = |one: &Measured<'_>| one.toll.is_some_and(|toll| toll.1 == Mark::Shared);
        let forecast = |one: &Measured<'_>| one.reckoned && rate(one);
        let others = apart(&self.qualifiers, &other.qualifiers)
            || self.is_measured() && apart(&self.names, &other.names)
            || self.is_sum() && other.is_sum() && !self.one_owner(other);
        let one_past = self.past == other.past || self.is_sum() && other.is_sum() || rate(self) && rate(other);
        if let (Some(one), Some(another)) = (&self.gauge, &other.gauge)
            && one.apart(self.thesaurus, another)
        {
            return false;
        }
        let alike = self.same_count(other) && self.same_place(other) && one_past;
        let alike = alike && !others && !forecast(self) && !forecast(other);
        same && alike && self.same_period(other) && self.same_context(other)
    }

    /// True where both hang on words that mean the same, in statements of the same.
    fn same_gauge(&self, other: &Measured<'_>) -> bool {
        let (Some(one), Some(another)) = (&self.gauge, &other.gauge) else { return false };
        let plain = self.told != other.told && self.value.unit == other.value.unit && self.manner == other.manner;
        let toll = one.is_toll() && another.is_toll();
        let met = self.names.iter().any(|name| other.names.contains(name));
        let names = if toll {
            !met && !self.names.is_empty() && !other.names.is_empty()
        } else {
            apart(&self.names, &other.names)
        };
        let told = |one: &Measured<'_>, other: &Measured<'_>| {
            one.qualifiers
                .iter()
                .all(|name| other.context.iter().any(|term| term.0 == *name) || other.qualifiers.contains(name))
        };
        let soon = toll || self.when.zip(other.when).is_none_or(|(one, other)| (one - other).abs() <= TWO_DAYS);
        let owned = !self.is_money() || self.one_owner(other);
        let others = !told(self, other)
            || !told(other, self)
            || !soon
            || !owned
            || names
            || self.periods != other.periods
            || self.past != other.past
            || self.value.unit != "count" && self.reckoned != other.reckoned
            || !self.same_place(other)
            || !toll && apart(&self.days, &other.days);
        if !plain || others || !one.same(self.thesaurus, another) {
            return false;
        }
        let (shared, _) = common(&self.context, &other.context);
        let shorter = weight(&self.context).min(weight(&other.context));
        let share = if met && self.value.unit != "count" { OWNED_SHARE } else { MEASURED_SHARE };
        shared >= MEASURED_ENOUGH && shared >= share * shorter
    }

    /// True where this is told in place of `other`.
    fn replaces(&self, other: &Measured<'_>) -> bool {
        let replaced = self.replaced.is_some_and(|(_, value)| value.agrees(&other.value));
        let shorter = weight(&self.context).min(weight(&other.context));
        replaced && common(&self.context, &other.context).0 >= STATEMENT_SHARE * shorter
    }

    fn same_count(&self, other: &Measured<'_>) -> bool {
        match (self.toll, other.toll) {
            (Some(one), Some(another)) => {
                let losing = one.1 == Mark::Losing && another.1 == Mark::Toll
                    || one.1 == Mark::Toll && another.1 == Mark::Losing;
                if is_measure(one.1) && one.1 != Mark::Counted {
                    return one == another;
                }
                let one_noun = self.noun == other.noun
                    || self.counts_people() && other.counts_people() && one.1 != Mark::Demand
                    || one.1 == Mark::Counted && (self.counts_bare(other) || other.counts_bare(self));
                (one == another || losing) && one_noun
            }
            (Some(one), None) | (None, Some(one)) if is_measure(one.1) => {
                self.noun == other.noun && (self.noun.is_some() && !self.people || one.1 != Mark::Counted)
            }
            (None, None) if self.value.unit == "count" => self.noun.is_some() && self.noun == other.noun,
            (None, None) => self.noun.is_none() || other.noun.is_none() || self.noun == other.noun,
            _ => false,
        }
    }

    /// Of people, or of those whom the word for what they are counted for names: `marchers`.
    fn counts_people(&self) -> bool {
        self.people || self.noun_counts
    }

    /// Money of which words say what it is.
    fn is_sum(&self) -> bool {
        self.toll.is_some_and(|toll| toll.1 == Mark::Paid)
    }

    /// A sum in a currency that is known as such.
    fn is_money(&self) -> bool {
        self.value.unit.len() == 3 && self.value.unit.chars().all(|letter| letter.is_ascii_uppercase())
    }

    /// Sums are somebody's: both are of one who is named, or of nobody who is.
    fn one_owner(&self, other: &Measured<'_>) -> bool {
        let none = self.names.is_empty() && other.names.is_empty();
        none || self.names.iter().any(|name| other.names.contains(name))
    }

    /// A number alone, where the other names what the word of both counts: `the number of jobs to go at 1,480`.
    fn counts_bare(&self, other: &Measured<'_>) -> bool {
        self.noun.is_none() && (self.value.value >= THOUSANDS || other.noun_counts)
    }

    /// Words say what it measures.
    fn is_measured(&self) -> bool {
        self.toll.is_some_and(|toll| is_measure(toll.1))
    }

    fn same_place(&self, other: &Measured<'_>) -> bool {
        !apart(&self.places, &other.places)
    }

    fn same_period(&self, other: &Measured<'_>) -> bool {
        if self.is_measured() {
            return self.periods.is_empty() || other.periods.is_empty() || self.periods == other.periods;
        }
        if self.toll.is_some_and(|toll| toll.1 != Mark::Demand) {
            return self.periods.is_empty() && other.periods.is_empty();
        }
        let days = self.toll.is_some()
            || self.days.is_empty()
            || other.days.is_empty()
            || self.days.iter().any(|day| other.days.contains(day));
        self.periods == other.periods && days
    }

    fn same_context(&self, other: &Measured<'_>) -> bool {
        let (shared, _) = common(&self.context, &other.context);
        let shorter = weight(&self.context).min(weight(&other.context));
        let both = self.is_measured() && other.is_measured();
        if both || (self.is_measured() || other.is_measured()) && self.value.unit == "count" {
            // What has a length is told by a word, not by where it lies.
            if self.toll.is_some_and(|toll| toll.1 == Mark::Extent) && common(&self.plain, &other.context).1 == 0 {
                return false;
            }
            return shared >= MEASURED_ENOUGH || shared >= MEASURED_WEIGHT && shared >= MEASURED_SHARE * shorter;
        }
        if self.toll.is_some() {
            let counted = if self.noun.is_some() && self.toll.is_some_and(|toll| toll.1 == Mark::Demand) {
                DEMANDED
            } else {
                0.0
            };
            let shared = shared + counted;
            let placed = self.places.iter().any(|place| other.places.contains(place));
            let share = if placed { TOLL_SHARE_THERE } else { TOLL_SHARE };
            return shared >= TOLL_WEIGHT || shared >= share * shorter && shared >= TOLL_WEIGHT / 2.0;
        }
        let (in_clause, _) = common(&self.clause, &other.clause);
        let weights = (weight(&self.clause), weight(&other.clause));
        let counted = self.clause.iter().find(|term| Some(term.0) == self.noun).map_or(0.0, |term| term.1);
        in_clause >= CLAUSE_OF_SHORTER * weights.0.min(weights.1)
            && in_clause >= CLAUSE_OF_LONGER * weights.0.max(weights.1)
            && in_clause - counted >= CLAUSE_WEIGHT
            && shared >= STATEMENT_SHARE * shorter
            && shared >= STATEMENT_OF_LONGER * weight(&self.context).max(weight(&other.context))
    }
}

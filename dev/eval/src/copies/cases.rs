//! What arrives: originals, their edited copies, and reports that have words in common without being copies.

use std::collections::HashMap;

use dateline_model::{Article, ArticleId, Moment, Text};
use jiff::SignedDuration;
use jiff::tz::TimeZone;

use super::independent::Independent;
use crate::data::Labelled;
use crate::edits::{Draw, EDITS, Edited};

/// Articles are taken from places so far apart, and from this place on in each step those that give paragraphs.
const STEP: usize = 7;
const DONORS: usize = 6;
/// No two copies have paragraphs of the same: then they would have those in common.
const DONORS_EACH: usize = 2;
/// Strengths of an edit.
const STRENGTHS: [usize; 3] = [1, 2, 3];
/// Articles edited in each way at each strength.
const EACH: usize = 30;
/// Short articles with each of the closing words.
const CLOSED: usize = 20;
/// Pairs of articles that quote the same words.
const QUOTING: usize = 60;
/// Words of such a quotation.
const QUOTED: usize = 60;

/// Words of another headline.
const HEADLINE: usize = 9;

/// What outlets of one's imagination put under everything they publish.
const CLOSING: &[&str] = &[
    "This is a developing story and will be updated as we learn more. Did you see what happened, or do you know someone \
     who was there? Write to our desk at any hour, and tell us how we may reach you. Sign up for the morning letter to \
     have the day's reports before breakfast.",
    "The Fenwick Ledger is kept alive by its readers. If you find our reporting worth your while, please think about a \
     gift of any size, which goes to our newsroom alone. Corrections are printed on the second page and can be asked for \
     by post, by telephone or at the counter in Mill Street.",
    "Material from this service may not be published, broadcast, rewritten or passed on without leave in writing. The \
     service takes no part in the claims of third parties and gives no advice on investments. Figures are delayed by at \
     least fifteen minutes, and prices of the past say nothing of those to come.",
    "Follow Channel Nine Norden wherever you watch: our free application has live pictures, weather for your street and \
     every goal of the weekend. Subscribers can hear the evening programme again for thirty days. What you tell us is \
     used as our rules on privacy, last changed in spring, set out.",
    "Opinions are those of the writers and need not be shared by the editors. Letters of up to two hundred words, with \
     name and town, are welcome and may be shortened. To reprint this or other reports of the Harbour Courier, apply to \
     the syndication desk, which answers within three working days.",
    "Copyright of this page and all that stands on it belongs to Brightwater Media and its licensors. All rights are \
     kept. By reading on you agree to the terms of use, to cookies of ourselves and our partners, and to the rules for \
     comments, under which contributions that insult or mislead are taken down without notice.",
];

/// One edited copy.
pub struct Case {
    pub copy: ArticleId,
    pub original: Article,
    pub edited: Edited,
    pub kind: Kind,
}

/// How a copy was edited, and what tells that it is one.
pub struct Kind {
    pub edit: &'static str,
    signs: Signs,
}

impl Kind {
    /// True where a time or a credit tells which of the two came first.
    pub fn is_told(&self) -> bool {
        self.signs != Signs::None
    }

    /// True for the eight kinds; false where several come together.
    pub fn is_single(&self) -> bool {
        self.edit != "together"
    }
}

/// What an original and its copy say of when and from whom.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Signs {
    /// Neither states a time, and no agency is credited.
    None,
    /// Both state the minute.
    Minutes,
    /// Both state the day, which is another.
    Days,
    /// Both state the same day, and the copy credits its original's outlet.
    Credit,
    /// Likewise, and the copy's clock is wrong: it says that it was published before.
    CreditAndWrongTime,
}

const TOLD: [Signs; 4] = [Signs::Minutes, Signs::Days, Signs::Credit, Signs::CreditAndWrongTime];

/// Everything that arrives, and what is true of it.
pub struct Cases {
    /// In the order of arrival.
    pub arrivals: Vec<Article>,
    /// The number of the original that an article goes back to.
    pub families: HashMap<String, usize>,
    pub edited: Vec<Case>,
    /// Articles that have nothing but closing words in common.
    pub closing: Vec<ArticleId>,
    /// Pairs that have nothing but a quotation in common.
    pub quoting: Vec<[ArticleId; 2]>,
}

impl Cases {
    /// Makes the cases, the same every time.
    pub fn new(volume: &[Labelled], basil: &[Labelled]) -> Cases {
        let mut independent = Independent::default();
        let mut take = |articles: &mut dyn Iterator<Item = &Article>, wanted: usize| -> Vec<Article> {
            articles.filter(|article| independent.admit(article)).take(wanted).cloned().collect()
        };
        let look_alikes = take(&mut basil.iter().map(|labelled| &labelled.article), usize::MAX);
        let donors: Vec<&str> =
            volume.iter().skip(DONORS).step_by(STEP).map(|labelled| labelled.article.text.as_str()).collect();
        let long_enough = |article: &&Article| (1200..9000).contains(&article.text.len());
        let mut spread = (0..DONORS)
            .flat_map(|from| volume.iter().skip(from).step_by(STEP))
            .map(|labelled| &labelled.article)
            .filter(long_enough);
        let originals = take(&mut spread, EACH * EDITS.len() * STRENGTHS.len());
        let others = take(&mut spread, CLOSED * CLOSING.len() + 2 * QUOTING);
        let (closing, quoting) = others.split_at(CLOSED * CLOSING.len());
        let mut cases = Cases {
            arrivals: look_alikes,
            families: HashMap::new(),
            edited: Vec::new(),
            closing: Vec::new(),
            quoting: Vec::new(),
        };
        cases.add_edited(originals, &donors);
        cases.add_closing(closing);
        cases.add_quoting(quoting, &donors);
        let mut draw = Draw::new(2024);
        for at in (1..cases.arrivals.len()).rev() {
            cases.arrivals.swap(at, draw.below(at + 1));
        }
        cases
    }

    fn add_edited(&mut self, originals: Vec<Article>, donors: &[&str]) {
        let combinations = EDITS.iter().flat_map(|edit| STRENGTHS.map(|strength| (edit, strength)));
        for (number, (mut original, (edit, strength))) in originals.into_iter().zip(combinations.cycle()).enumerate() {
            let mut draw = Draw::new(number as u64);
            let donors = &donors[number * DONORS_EACH..][..DONORS_EACH];
            let edited = edit.of(original.text.as_str(), strength, donors, &mut draw);
            // Half of each combination are told.
            let turn = number / (EDITS.len() * STRENGTHS.len());
            let signs = if turn.is_multiple_of(2) { TOLD[turn / 2 % TOLD.len()] } else { Signs::None };
            let mut copy = Article {
                id: ArticleId::new(&format!("{}-{}-{strength}", original.id, edit.name)),
                url: None,
                title: if edit.name == "headline" { headline(&original) } else { original.title.clone() },
                outlet: Some("Another outlet".to_owned()),
                text: Text::from(edited.text.as_str()),
                ..original.clone()
            };
            signs.state(&mut original, &mut copy, &mut draw);
            self.families.extend([&original.id, &copy.id].map(|id| (id.to_string(), number)));
            self.arrivals.extend([original.clone(), copy.clone()]);
            self.edited.push(Case { copy: copy.id, original, edited, kind: Kind { edit: edit.name, signs } });
        }
    }

    /// Articles cut short, as feeds give them, each with one of six closing words: those of one outlet, or of a service
    /// whose words stand under reports of several.
    fn add_closing(&mut self, articles: &[Article]) {
        for (number, article) in articles.iter().enumerate() {
            let mut draw = Draw::new(number as u64 + 10_000);
            let closing = number % CLOSING.len();
            let length = 350 + draw.below(550);
            let head: String = article.text.as_str().chars().take(length).collect();
            let text =
                Text::from(format!("{}\n{}", head.rsplit_once(' ').map_or("", |(head, _)| head), CLOSING[closing]));
            let outlet = if closing.is_multiple_of(2) { closing } else { 100 + draw.below(7) };
            let outlet = Some(format!("Outlet {outlet}"));
            self.closing.push(article.id.clone());
            self.arrivals.push(Article { outlet, text, ..article.clone() });
        }
    }

    /// Pairs of articles with the same long quotation, from a third, in each.
    fn add_quoting(&mut self, articles: &[Article], donors: &[&str]) {
        for (number, pair) in articles.chunks_exact(2).enumerate() {
            let mut draw = Draw::new(number as u64 + 20_000);
            let plain: String = donors[number].chars().filter(|character| !"“”\"".contains(*character)).collect();
            let quotation = plain.split_whitespace().skip(20).take(QUOTED).collect::<Vec<_>>().join(" ");
            let said = [format!("“{quotation},” the office said."), format!("In a statement it wrote: “{quotation}.”")];
            for (article, said) in pair.iter().zip(said) {
                let mut lines: Vec<&str> = article.text.as_str().lines().collect();
                lines.insert(draw.below(lines.len() + 1), &said);
                self.arrivals.push(Article { text: Text::from(lines.join("\n")), ..article.clone() });
            }
            self.quoting.push([pair[0].id.clone(), pair[1].id.clone()]);
        }
    }
}

/// Another headline for a report: words from further down.
fn headline(article: &Article) -> Option<String> {
    let line = article.text.as_str().lines().filter(|line| line.len() > 40).nth(1)?;
    Some(line.split_whitespace().take(HEADLINE).collect::<Vec<_>>().join(" "))
}

impl Signs {
    /// Writes what is stated into both.
    fn state(self, original: &mut Article, copy: &mut Article, draw: &mut Draw) {
        let day = original.published.map(|moment| moment.day());
        let minute = |minutes: i64| {
            let start = day?.to_zoned(TimeZone::UTC).ok()?.timestamp();
            Some(Moment::utc(start.checked_add(SignedDuration::from_mins(minutes)).ok()?))
        };
        let first = 360 + draw.below(600) as i64;
        let later = 2 + draw.below(2400) as i64;
        let days = 1 + draw.below(3) as i64;
        let after = |days: i64| day.and_then(|day| day.checked_add(SignedDuration::from_hours(24 * days)).ok());
        (original.published, copy.published) = match self {
            Signs::None => (None, None),
            Signs::Minutes => (minute(first), minute(first + later)),
            Signs::Days => (day.map(Moment::Day), after(days).map(Moment::Day)),
            Signs::Credit => (day.map(Moment::Day), day.map(Moment::Day)),
            Signs::CreditAndWrongTime => (minute(first), minute(first - 1 - later / 20)),
        };
        if matches!(self, Signs::Credit | Signs::CreditAndWrongTime) {
            copy.agency.clone_from(&original.outlet);
        }
    }
}

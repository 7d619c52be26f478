//! What a person said of stories holds, whatever arrives later, and when all is grouped anew.

use dateline_model::{Annotations, Article, ArticleId, Label, Language, Reason, StoryEvent, StoryId, Text};
use dateline_story::{Correction, Features, Grouper, Refusal};
use proptest::prelude::*;

const WORDS: [&str; 3] = [
    "Harlow Bridge Norden cables engineers Falk council crossing tunnel Brandt letter",
    "Orvik cheese factory blaze dairy Lunde brigade smoker crowns grocers hall",
    "Valmora cup penalties Reyes goalkeeper Alba final coach ferry scouts island",
];

/// A report of one of three events, in an order of its own.
fn features(number: usize, event: usize) -> Features {
    let mut words: Vec<&str> = WORDS[event].split(' ').collect();
    let at = number * 7 % words.len();
    words.rotate_left(at);
    let text = format!("Then {} came in the {number}th place, with {} and {}.", words.join(" so "), words[1], words[3]);
    let mut article = Article::of(Text::new(&text));
    article.title = Some(format!("{} {} {}", words[0], words[1], words[2]));
    article.published = format!("2024-03-{:02}", 1 + number % 28).parse().ok();
    let sentences = article.text.lines().collect();
    Features::of(&article, &Annotations { language: Language::new("en"), sentences, ..Annotations::default() })
}

fn id(number: usize) -> ArticleId {
    ArticleId::new(&format!("r{number}"))
}

fn person() -> Reason {
    Reason::Person { note: Some("a check".to_owned()), at: "2026-01-02T03:04:05Z".parse().ok() }
}

/// A grouper with all that was put into it, to do so once more.
#[derive(Default)]
struct Log {
    grouper: Grouper,
    placed: Vec<(usize, usize)>,
    entries: Vec<Entry>,
}

enum Entry {
    Placed(usize, usize, Vec<StoryEvent>),
    Changed(Vec<StoryEvent>),
}

impl Log {
    fn of(reports: &[(usize, usize)]) -> Log {
        let mut log = Log::default();
        for &(number, event) in reports {
            log.place(number, event);
        }
        log
    }

    fn place(&mut self, number: usize, event: usize) -> StoryId {
        let placement = self.grouper.place(&id(number), features(number, event));
        self.placed.push((number, event));
        self.entries.push(Entry::Placed(number, event, placement.events));
        placement.story
    }

    fn correct(&mut self, correction: &Correction) -> Result<Vec<Label>, Refusal> {
        let corrected = self.grouper.correct(correction, &person())?;
        self.entries.push(Entry::Changed(corrected.events));
        Ok(corrected.labels)
    }

    fn recalled(&self) -> Grouper {
        let mut grouper = Grouper::new();
        for entry in &self.entries {
            match entry {
                Entry::Placed(number, event, events) => grouper.recall(&id(*number), features(*number, *event), events),
                Entry::Changed(events) => grouper.recall_events(events),
            }
        }
        grouper
    }

    fn regroup(&mut self) -> dateline_story::Regrouped {
        let mut regrouping = self.recalled().regroup();
        self.placed.iter().for_each(|&(number, event)| regrouping.place(&id(number), features(number, event)));
        let regrouped = regrouping.finish();
        self.grouper.recall_events(&regrouped.events);
        self.entries.push(Entry::Changed(regrouped.events.clone()));
        regrouped
    }

    fn story(&self, number: usize) -> StoryId {
        let stories = stories(&self.grouper);
        stories.iter().find(|(_, members)| members.contains(&id(number))).map(|(story, _)| *story).expect("a story")
    }
}

fn stories(grouper: &Grouper) -> Vec<(StoryId, Vec<ArticleId>)> {
    grouper.stories().map(|(story, members)| (story, members.into_iter().cloned().collect())).collect()
}

/// Two events told by three reports each, one after the other.
fn two_events() -> Log {
    let log = Log::of(&[(0, 0), (1, 1), (2, 0), (3, 1), (4, 0), (5, 1)]);
    assert_eq!(stories(&log.grouper).len(), 2);
    log
}

#[test]
fn what_a_person_joined_stays_joined_and_a_later_report_still_joins() {
    let mut log = two_events();
    log.correct(&Correction::Merge { story: StoryId(2), into: StoryId(1) }).expect("they are two");
    for number in 6..40 {
        assert_eq!(log.place(number, number % 2), StoryId(1));
    }
    assert_eq!(stories(&log.grouper).len(), 1);
    assert!(log.regroup().events.is_empty());
    let again = log.correct(&Correction::Merge { story: StoryId(2), into: StoryId(1) });
    assert_eq!(again, Err(Refusal::Unchanged("both are one story already")), "the old name leads on");
}

#[test]
fn what_a_person_parted_stays_apart() {
    let mut log = Log::of(&[(0, 0), (1, 0), (2, 0), (3, 0)]);
    let labels = log.correct(&Correction::Split { story: StoryId(1), articles: vec![id(1), id(3)] });
    let group = |numbers: &[usize]| numbers.iter().map(|number| format!("r{number}")).collect::<Vec<String>>();
    let (leave, rest) = (group(&[1, 3]), group(&[0, 2]));
    assert_eq!(labels, Ok(vec![Label::Same(vec![leave.clone()]), Label::Different(vec![leave, rest])]));
    for number in 4..60 {
        log.place(number, 0);
        assert_eq!(log.story(1), log.story(3));
        assert_ne!(log.story(0), log.story(1));
        assert_ne!(log.story(2), log.story(1));
    }
    log.regroup();
    assert_eq!((log.story(1), log.story(3)), (StoryId(2), StoryId(2)));
    assert_ne!(log.story(0), log.story(1));
    assert_ne!(log.story(2), log.story(1));
    assert!(log.regroup().events.is_empty(), "the second time there is nothing left to change");
}

#[test]
fn the_last_word_wins() {
    let mut log = two_events();
    log.correct(&Correction::Move { article: id(4), into: StoryId(2) }).expect("it was elsewhere");
    assert_eq!(log.story(4), StoryId(2));
    log.correct(&Correction::Move { article: id(4), into: StoryId(1) }).expect("it was elsewhere");
    log.correct(&Correction::Split { story: StoryId(1), articles: vec![id(0)] }).expect("three are there");
    log.correct(&Correction::Merge { story: StoryId(3), into: StoryId(1) }).expect("they are two");
    for number in 6..30 {
        log.place(number, number % 2);
    }
    assert_eq!([0, 2, 4].map(|number| log.story(number)), [StoryId(1); 3]);
    log.regroup();
    assert_eq!([0, 2, 4].map(|number| log.story(number)), [StoryId(1); 3]);
}

#[test]
fn a_report_can_be_pinned_kept_out_and_freed() {
    let mut log = two_events();
    assert!(log.correct(&Correction::Free { article: id(0) }).is_err());
    log.correct(&Correction::Pin { article: id(0) }).expect("it was free");
    assert!(matches!(log.correct(&Correction::Pin { article: id(2) }), Err(Refusal::Unchanged(_))));
    let keep_out = Correction::KeepOut { article: id(1), story: StoryId(1) };
    log.correct(&keep_out).expect("it is in story 2");
    assert!(matches!(log.correct(&keep_out), Err(Refusal::Unchanged(_))));
    log.correct(&Correction::Free { article: id(1) }).expect("it was kept out");
    assert!(matches!(log.correct(&Correction::Free { article: id(1) }), Err(Refusal::Unchanged(_))));
}

#[test]
fn what_cannot_be_is_refused_in_words() {
    let mut log = two_events();
    let mut refused = |correction: Correction| log.correct(&correction).expect_err("refused").to_string();
    assert_eq!(
        refused(Correction::Merge { story: StoryId(9), into: StoryId(1) }),
        "there is no story 9; `dateline stories` lists them"
    );
    assert_eq!(
        refused(Correction::Pin { article: ArticleId::new("x") }),
        "there is no report “x”; `dateline story NUMBER --ids` names those of a story"
    );
    assert_eq!(
        refused(Correction::Split { story: StoryId(1), articles: vec![id(1)] }),
        "the report “r1” is in story 2: name that story, or leave the report out"
    );
    assert_eq!(
        refused(Correction::Split { story: StoryId(1), articles: vec![id(0), id(2), id(4)] }),
        "nothing is changed: these are all reports of the story"
    );
    assert_eq!(
        refused(Correction::Split { story: StoryId(1), articles: Vec::new() }),
        "no report is named: name at least one"
    );
    assert_eq!(
        refused(Correction::KeepOut { article: id(0), story: StoryId(1) }),
        "the report “r0” is in story 1: `dateline correct split 1 r0` takes it out"
    );
}

fn any_step() -> impl Strategy<Value = (u8, usize, usize, usize)> {
    (0u8..12, 0usize..30, 0usize..30, 0usize..3)
}

/// Pairs that belong together and pairs that do not, as corrections say: later words replace earlier ones.
#[derive(Default)]
struct Said {
    pairs: std::collections::BTreeMap<(String, String), bool>,
}

impl Said {
    fn add(&mut self, labels: &[Label]) {
        for label in labels {
            match label {
                Label::Same(groups) => {
                    let all: Vec<&String> = groups.iter().flatten().collect();
                    all.iter().for_each(|one| all.iter().for_each(|other| self.pair(one, other, true)));
                }
                Label::Different(groups) => {
                    groups[0].iter().for_each(|one| groups[1].iter().for_each(|other| self.pair(one, other, false)));
                }
            }
        }
    }

    fn pair(&mut self, one: &str, other: &str, same: bool) {
        if one != other {
            self.pairs.insert((one.min(other).to_owned(), one.max(other).to_owned()), same);
        }
    }

    fn holds(&self, grouper: &Grouper) -> Result<(), TestCaseError> {
        let of: std::collections::BTreeMap<String, StoryId> = stories(grouper)
            .into_iter()
            .flat_map(|(story, members)| members.into_iter().map(move |member| (member.to_string(), story)))
            .collect();
        for ((one, other), same) in &self.pairs {
            prop_assert_eq!(of[one] == of[other], *same, "{} and {}: {}", one, other, same);
        }
        Ok(())
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn corrections_hold_and_the_log_gives_the_same_stories(steps in prop::collection::vec(any_step(), 1..70)) {
        let mut log = Log::default();
        let mut said = Said::default();
        let mut count = 0;
        for (what, one, other, event) in steps {
            if what < 7 || count == 0 {
                log.place(count, event);
                count += 1;
            } else if what == 11 {
                log.regroup();
            } else {
                let (article, second) = (id(one % count), id(other % count));
                let (story, into) = (log.story(one % count), log.story(other % count));
                let correction = match what {
                    7 => Correction::Merge { story, into },
                    8 => Correction::Split { story, articles: vec![article, second] },
                    9 => Correction::Move { article, into },
                    _ => Correction::KeepOut { article, story: into },
                };
                if let Ok(labels) = log.correct(&correction) {
                    said.add(&labels);
                }
            }
            said.holds(&log.grouper)?;
            prop_assert_eq!(stories(&log.recalled()), stories(&log.grouper));
        }
        for _ in 0..2 {
            log.regroup();
            said.holds(&log.grouper)?;
            prop_assert_eq!(stories(&log.recalled()), stories(&log.grouper));
        }
    }
}

//! What a person says of stories and their reports, as events.

use std::collections::BTreeSet;
use std::fmt;

use dateline_model::{ArticleId, Label, Reason, StoryEvent, StoryId};

use super::state::State;
use super::{Grouper, changed};

/// A person's word on where reports belong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Correction {
    /// Two stories are one.
    Merge {
        /// The one that ends.
        story: StoryId,
        /// The one that goes on.
        into: StoryId,
    },
    /// Some reports of a story are a story of their own.
    Split {
        /// The story that the others stay in.
        story: StoryId,
        /// Those that leave it.
        articles: Vec<ArticleId>,
    },
    /// A report belongs in another story.
    Move {
        /// The report.
        article: ArticleId,
        /// The story.
        into: StoryId,
    },
    /// A report belongs with those it is with.
    Pin {
        /// The report.
        article: ArticleId,
    },
    /// A report does not belong with those of a story.
    KeepOut {
        /// The report.
        article: ArticleId,
        /// The story.
        story: StoryId,
    },
    /// What was said of a report before holds no longer.
    Free {
        /// The report.
        article: ArticleId,
    },
}

/// What a correction comes to.
#[derive(Clone, Debug, PartialEq)]
pub struct Corrected {
    /// The events; at least one.
    pub events: Vec<StoryEvent>,
    /// The stories concerned that go on, each with the article whose headline stands best for it now.
    pub headlines: Vec<(StoryId, ArticleId)>,
    /// What it says of reports.
    pub labels: Vec<Label>,
}

/// Why a correction comes to nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// There is no such story, or no report is left in it.
    NoStory(StoryId),
    /// There is no such report.
    NoArticle(ArticleId),
    /// The report is in another story.
    Elsewhere {
        /// The report.
        article: ArticleId,
        /// Where it is.
        story: StoryId,
    },
    /// The report is in the story that it is to be kept out of.
    Inside {
        /// The report.
        article: ArticleId,
        /// The story.
        story: StoryId,
    },
    /// No report is named.
    Nothing,
    /// All is as the correction says.
    Unchanged(&'static str),
}

impl fmt::Display for Refusal {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Refusal::NoStory(story) => write!(formatter, "there is no story {story}; `dateline stories` lists them"),
            Refusal::NoArticle(article) => {
                write!(
                    formatter,
                    "there is no report “{article}”; `dateline story NUMBER --ids` names those of a story"
                )
            }
            Refusal::Elsewhere { article, story } => {
                write!(
                    formatter,
                    "the report “{article}” is in story {story}: name that story, or leave the report out"
                )
            }
            Refusal::Inside { article, story } => write!(
                formatter,
                "the report “{article}” is in story {story}: `dateline correct split {story} {article}` takes it out"
            ),
            Refusal::Nothing => formatter.write_str("no report is named: name at least one"),
            Refusal::Unchanged(why) => write!(formatter, "nothing is changed: {why}"),
        }
    }
}

impl std::error::Error for Refusal {}

impl Grouper {
    /// Takes in a correction, which holds from now on until the same is corrected again. `reason` says whose it is.
    pub fn correct(&mut self, correction: &Correction, reason: &Reason) -> Result<Corrected, Refusal> {
        let (event, labels) = event(&self.state, correction, reason.clone())?;
        let events = vec![event];
        self.state.apply(&events);
        let headlines = super::headlines(&self.state, changed(&events));
        Ok(Corrected { events, headlines, labels })
    }
}

/// The one event of a correction, and what it says of reports.
fn event(state: &State, correction: &Correction, reason: Reason) -> Result<(StoryEvent, Vec<Label>), Refusal> {
    Ok(match correction {
        Correction::Merge { story, into } => {
            let (from, into) = (known(state, *story)?, known(state, *into)?);
            if from == into {
                return Err(Refusal::Unchanged("both are one story already"));
            }
            let groups = [from, into].map(|story| names(state, state.members(story).iter().copied()));
            (StoryEvent::Merged { from, into, reason }, vec![Label::Same(groups.to_vec())])
        }
        Correction::Split { story, articles } => {
            let from = known(state, *story)?;
            let leaving = leaving(state, from, articles)?;
            let rest = state.members(from).iter().copied().filter(|member| !leaving.contains(member));
            let (rest, leave) = (names(state, rest), names(state, leaving.iter().copied()));
            if rest.is_empty() {
                return Err(Refusal::Unchanged("these are all reports of the story"));
            }
            let labels = vec![Label::Same(vec![leave.clone()]), Label::Different(vec![leave, rest])];
            let articles = leaving.iter().map(|&article| state.article(article).id.clone()).collect();
            (StoryEvent::Split { from, into: state.next_story(), articles, reason }, labels)
        }
        Correction::Move { article, into } => {
            let (number, from) = placed(state, article)?;
            let into = known(state, *into)?;
            if from == into {
                return event(state, &Correction::Pin { article: article.clone() }, reason);
            }
            let leave = vec![article.to_string()];
            let there = names(state, state.members(into).iter().copied());
            let rest = names(state, state.members(from).iter().copied().filter(|&member| member != number));
            let mut labels = vec![Label::Same(vec![leave.clone(), there])];
            if !rest.is_empty() {
                labels.push(Label::Different(vec![leave, rest]));
            }
            (StoryEvent::Moved { article: article.clone(), from, into, reason }, labels)
        }
        Correction::Pin { article } => {
            let (_, story) = placed(state, article)?;
            let members = state.members(story);
            if members.iter().all(|&member| state.holds.is_held(member)) {
                return Err(Refusal::Unchanged("it stays there already, with all reports of its story"));
            }
            let labels = vec![Label::Same(vec![names(state, members.iter().copied())])];
            (StoryEvent::Pinned { article: article.clone(), story, reason }, labels)
        }
        Correction::KeepOut { article, story } => {
            let (number, present) = placed(state, article)?;
            let story = known(state, *story)?;
            if present == story {
                return Err(Refusal::Inside { article: article.clone(), story });
            }
            if state.holds.keeps_out(number, story) {
                return Err(Refusal::Unchanged("it is kept out of that story already"));
            }
            let there = names(state, state.members(story).iter().copied());
            let labels = vec![Label::Different(vec![vec![article.to_string()], there])];
            (StoryEvent::KeptOut { article: article.clone(), story, reason }, labels)
        }
        Correction::Free { article } => {
            let (number, _) = placed(state, article)?;
            if !state.holds.concerns(number) {
                return Err(Refusal::Unchanged("no correction holds that report"));
            }
            (StoryEvent::Freed { article: article.clone(), reason }, Vec::new())
        }
    })
}

/// The present name of a story that has reports.
fn known(state: &State, story: StoryId) -> Result<StoryId, Refusal> {
    let present = state.resolve(story);
    if state.members(present).is_empty() { Err(Refusal::NoStory(story)) } else { Ok(present) }
}

/// The number and story of a report.
fn placed(state: &State, article: &ArticleId) -> Result<(u32, StoryId), Refusal> {
    let number = state.number(article);
    let placed = number.and_then(|number| Some((number, state.story_of(number)?)));
    placed.ok_or_else(|| Refusal::NoArticle(article.clone()))
}

/// The reports named, which must all be in the story.
fn leaving(state: &State, from: StoryId, articles: &[ArticleId]) -> Result<BTreeSet<u32>, Refusal> {
    let mut leaving = BTreeSet::new();
    for article in articles {
        let (number, story) = placed(state, article)?;
        if story != from {
            return Err(Refusal::Elsewhere { article: article.clone(), story });
        }
        leaving.insert(number);
    }
    if leaving.is_empty() { Err(Refusal::Nothing) } else { Ok(leaving) }
}

fn names(state: &State, articles: impl Iterator<Item = u32>) -> Vec<String> {
    articles.map(|article| state.article(article).id.to_string()).collect()
}

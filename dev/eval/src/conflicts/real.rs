//! Conflicts raised in real stories: nobody has said which are right, so they are counted, and written out to be read.

use std::collections::BTreeMap;
use std::fmt::Write;

use anyhow::Result;
use dateline_engine::{StoryReport, Studied, conflicts, propositions};

use super::tell;
use crate::data::{Labelled, read, studied};
use crate::differences;

/// Each set with its file.
const SETS: &[(&str, &str)] = &[
    ("wikinews", "stories/wikinews-medium.jsonl"),
    ("basil", "stories/basil.jsonl"),
    ("incidents", "stories/incidents-2013-2014.jsonl"),
    ("ecbplus", "stories/ecbplus-topics-1-35.jsonl"),
    ("t17", "timelines/t17/articles.jsonl"),
];

/// Prints how many conflicts are raised in each set, and writes them to `target/evals/conflicts-real.txt`.
pub fn count() -> Result<()> {
    let mut raised = String::new();
    for (name, file) in SETS {
        let Some(labelled) = read(file)? else { return Ok(()) };
        let mut stories: BTreeMap<String, Vec<Labelled>> = BTreeMap::new();
        for one in labelled {
            let topic = one.article.id.as_str().split('-').next().unwrap_or_default();
            let story = if *name == "t17" { topic.to_owned() } else { one.story.clone() };
            stories.entry(story).or_default().push(one);
        }
        let mut count = 0;
        for (story, members) in &stories {
            let reports = studied(members.iter().map(|one| &one.article));
            let found = of_story(&reports);
            count += found.len();
            for conflict in found {
                let _ = writeln!(raised, "{name} {story}: {conflict}\n");
            }
        }
        println!("  {name}: {count} raised in {} stories", stories.len());
    }
    differences::write("conflicts-real.txt", &raised)
}

fn of_story(reports: &[Studied]) -> Vec<String> {
    let views: Vec<StoryReport<'_>> = reports
        .iter()
        .map(|studied| StoryReport { article: &studied.article, annotations: &studied.annotations })
        .collect();
    let found = conflicts(&views, &propositions(&views));
    found.iter().map(|conflict| tell(reports, conflict)).collect()
}

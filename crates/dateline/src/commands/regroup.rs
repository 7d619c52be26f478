//! `dateline regroup`: all stored reports grouped anew, or the log held against the stories that are kept.

use anyhow::{Result, anyhow};
use dateline_engine::{Grouper, Regrouped};
use dateline_model::Problem;
use dateline_store::{Library, Rearrangement, Writer};

use crate::cli::Data;
use crate::folder::data_folder;
use crate::grouping::{each_placed, recall};
use crate::import::{again, progress};
use crate::tell::{Outcome, Problems};

pub fn run(data: Data, check: bool) -> Result<Outcome> {
    let folder = data_folder(data.folder)?;
    let library = Library::open(&folder)?;
    if check {
        let problems = Problems::plain();
        for difference in library.differences()? {
            problems.tell("stories", &Problem::new(&difference, "nothing was changed"));
        }
        if problems.count() == 0 {
            println!("the log gives the stories that are kept");
        }
        return Ok(problems.outcome());
    }
    let mut writer = Writer::open(&folder)?;
    let bar = progress();
    again::read_features_again(&mut writer, &bar)?;
    bar.finish_and_clear();
    let mut regrouping = recall(&writer)?.regroup();
    each_placed(&writer, &mut |article, features| regrouping.place(article, features))?;
    let regrouped = regrouping.finish();
    if !regrouped.events.is_empty() {
        let (events, headlines) = (&regrouped.events, &regrouped.headlines);
        writer.rearrange(&Rearrangement { events, headlines, labels: None })?;
    }
    writer.note_grouping(Grouper::METHOD)?;
    writer.commit().map_err(|error| anyhow!(error).context("stopped with the stories as they were"))?;
    println!("{}", summary(&regrouped));
    Ok(Outcome::Clean)
}

fn summary(regrouped: &Regrouped) -> String {
    let count = |number: usize, one: &str, many: &str| format!("{number} {}", if number == 1 { one } else { many });
    format!(
        "{} kept, {} merged into others, {} new by splits; {} moved",
        count(regrouped.kept, "story", "stories"),
        regrouped.merged,
        regrouped.split,
        count(regrouped.moved, "report", "reports"),
    )
}

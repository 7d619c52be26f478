//! `dateline follow` and `unfollow`: stories whose reports are fetched again.

use std::io::{Write, stdout};

use anyhow::Result;
use dateline_model::{Problem, StoryId};
use dateline_store::{Library, StoreError, Writer};

use crate::cli::Data;
use crate::folder::data_folder;
use crate::tell::{Outcome, Problems};

/// Follows stories, or lists those that are followed where none is named.
pub fn follow(data: Data, stories: &[StoryId]) -> Result<Outcome> {
    let folder = data_folder(data.folder)?;
    let library = Library::open(&folder)?;
    if stories.is_empty() {
        let mut out = stdout().lock();
        for story in library.followed_stories()? {
            writeln!(out, "{:>6}  {}", story.id, story.headline)?;
        }
        return Ok(Outcome::Clean);
    }
    let told = |new| if new { "followed from now on: its reports are fetched again" } else { "followed already" };
    change(Writer::open(&folder)?, stories, Writer::follow_story, told)
}

/// Follows stories no longer.
pub fn unfollow(data: Data, stories: &[StoryId]) -> Result<Outcome> {
    let folder = data_folder(data.folder)?;
    // A mistyped folder is not made, as opening it for writing would.
    drop(Library::open(&folder)?);
    let told = |was| if was { "followed no longer; what was kept stays" } else { "it was not followed" };
    change(Writer::open(&folder)?, stories, Writer::unfollow_story, told)
}

fn change(
    mut writer: Writer,
    stories: &[StoryId],
    change: fn(&mut Writer, StoryId) -> Result<Option<bool>, StoreError>,
    told: impl Fn(bool) -> &'static str,
) -> Result<Outcome> {
    let problems = Problems::plain();
    let mut lines = Vec::new();
    for &story in stories {
        match change(&mut writer, story)? {
            Some(changed) => lines.push(format!("story {story}: {}", told(changed))),
            None => {
                let problem = Problem::new("there is no such story", "`dateline stories` lists them");
                problems.tell(&format!("story {story}"), &problem);
            }
        }
    }
    writer.commit()?;
    for line in lines {
        println!("{line}");
    }
    Ok(problems.outcome())
}

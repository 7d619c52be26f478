//! `dateline remove`: follows sources no longer.

use anyhow::Result;
use dateline_model::Problem;
use dateline_store::{Library, Writer};

use crate::cli::Data;
use crate::folder::data_folder;
use crate::tell::{Outcome, Problems};

/// Takes the sources at `urls` off the list.
pub fn run(data: Data, urls: &[String]) -> Result<Outcome> {
    let folder = data_folder(data.folder)?;
    // A mistyped folder is not made, as opening it for writing would.
    drop(Library::open(&folder)?);
    let mut writer = Writer::open(&folder)?;
    let problems = Problems::plain();
    let mut removed = Vec::new();
    for url in urls {
        if writer.unfollow(url)? {
            removed.push(url);
        } else {
            let remedy = "nothing was changed; the page /sources has the addresses of all that are";
            problems.tell(url, &Problem::new("no source of this address is followed", remedy));
        }
    }
    writer.commit()?;
    for url in removed {
        println!("{url}: followed no longer; its reports stay");
    }
    Ok(problems.outcome())
}

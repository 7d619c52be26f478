//! `dateline import`: files and folders into the data folder.

use std::path::{Path, PathBuf};

use anyhow::Result;
use jiff::Timestamp;

use crate::cli::Data;
use crate::folder::data_folder;
use crate::import::{import, progress};
use crate::input::find;
use crate::outlets::named_or_in;
use crate::tell::{Outcome, Problems};

pub fn run(data: Data, captured: Option<Timestamp>, outlets: Option<&Path>, paths: &[PathBuf]) -> Result<Outcome> {
    let folder = data_folder(data.folder)?;
    let outlets = named_or_in(outlets, &folder)?;
    let bar = progress();
    let problems = Problems::above(bar.clone());
    let inputs = find(paths, &problems);
    let summary = import(&folder, &inputs, captured, &outlets, &problems, &bar)?;
    let left_out = match problems.count() {
        0 => String::new(),
        1 => "; 1 problem, see above".to_owned(),
        count => format!("; {count} problems, see above"),
    };
    println!("{summary}{left_out}");
    Ok(problems.outcome())
}

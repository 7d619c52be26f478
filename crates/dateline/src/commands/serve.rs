//! `dateline serve`: the pages, for browsers on this machine.

use anyhow::Result;

use crate::cli::{Data, Listen};
use crate::folder::data_folder;
use crate::tell::Outcome;

pub fn run(data: Data, listen: &Listen) -> Result<Outcome> {
    let folder = data_folder(data.folder)?;
    crate::serve::serve(&folder, listen)?;
    Ok(Outcome::Clean)
}

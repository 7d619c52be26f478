//! `dateline serve`: the pages, for browsers on this machine, kept up to date.

use anyhow::Result;

use crate::cli::{Data, Listen, Settings};
use crate::config;
use crate::folder::data_folder;
use crate::live::Live;
use crate::outlets::named_or_in;
use crate::tell::Outcome;

pub fn run(data: Data, settings: &Settings, no_fetch: bool, listen: &Listen) -> Result<Outcome> {
    let folder = data_folder(data.folder)?;
    let fetch = config::read(settings.config.as_deref(), &folder)?.fetch;
    let live = match fetch.enabled && !no_fetch {
        true => Some(Live::new(&folder, fetch, named_or_in(None, &folder)?)?),
        false => None,
    };
    crate::serve::serve(&folder, listen, live)?;
    Ok(Outcome::Clean)
}

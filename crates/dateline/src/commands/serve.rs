//! `dateline serve`: the pages, for browsers on this machine, kept up to date.

use anyhow::Result;

use crate::cli::{Data, Listen, Settings};
use crate::config::{self, ShowImages};
use crate::folder::data_folder;
use crate::images::Images;
use crate::live::Live;
use crate::outlets::named_or_in;
use crate::serve::Follow;
use crate::tell::Outcome;

pub fn run(data: Data, settings: &Settings, no_fetch: bool, listen: &Listen) -> Result<Outcome> {
    let folder = data_folder(data.folder)?;
    let config = config::read(settings.config.as_deref(), &folder)?;
    let following = config.fetch.enabled && !no_fetch;
    // A mistyped folder is not made; that it is not there is said by whoever reads it.
    let images = config.serve.images == ShowImages::Proxy && folder.exists();
    let live = Live::new(&folder, config.fetch, named_or_in(None, &folder)?, config.serve.public()?)?;
    let images = images.then(|| Images::new(&folder, live.client())).transpose()?;
    let follow = Follow { live, following, metrics: config.metrics.listen, images };
    crate::serve::serve(&folder, listen, &config.log, Some(follow))?;
    Ok(Outcome::Clean)
}

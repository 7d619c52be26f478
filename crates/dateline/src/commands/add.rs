//! `dateline add`: follows what stands at addresses, and says what was found there.

use anyhow::Result;

use crate::cli::{Data, Settings};
use crate::config;
use crate::folder::data_folder;
use crate::live::{Added, Live, add, runtime};
use crate::outlets::named_or_in;
use crate::tell::{Outcome, Problems};

pub fn run(data: Data, settings: &Settings, urls: &[String]) -> Result<Outcome> {
    let folder = data_folder(data.folder)?;
    let fetch = config::read(settings.config.as_deref(), &folder)?.fetch;
    let live = Live::new(&folder, fetch, named_or_in(None, &folder)?, None)?;
    let runtime = runtime()?;
    let problems = Problems::plain();
    let further = runtime.block_on(add(&live, urls, &mut |url, added| match added {
        Added::Found(words) => println!("{url}: {words}"),
        Added::Problem(problem) => problems.tell(url, &problem),
    }))?;
    runtime.shutdown_background();
    if let Some((totals, left)) = further {
        println!("{totals}{}", if left { "; `dateline fetch` or `dateline serve` asks for the rest" } else { "" });
    }
    Ok(problems.outcome())
}

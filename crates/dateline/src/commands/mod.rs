//! One file a command; this one finds the file for the words of the command line.

mod add;
mod brief;
mod browse;
mod changes;
mod correct;
mod demo;
mod doctor;
mod export;
mod fetch;
mod filters;
mod follow;
mod import;
mod regroup;
mod remove;
mod serve;

use anyhow::Result;

use crate::cli::{Arguments, Command};
use crate::tell::Outcome;

/// Runs one command.
pub fn run(arguments: Arguments) -> Result<Outcome> {
    match arguments.command {
        Command::Demo { data, listen, load_only } => demo::run(data, &listen, load_only),
        Command::Serve { data, settings, no_fetch, listen } => serve::run(data, &settings, no_fetch, &listen),
        Command::Add { data, settings, urls } => add::run(data, &settings, &urls),
        Command::Fetch { data, settings, all } => fetch::run(data, &settings, all),
        Command::Remove { data, urls } => remove::run(data, &urls),
        Command::Follow { data, stories } => follow::follow(data, &stories),
        Command::Unfollow { data, stories } => follow::unfollow(data, &stories),
        Command::Changes(changes) => changes::run(&changes),
        Command::Doctor { data, settings } => doctor::run(data, &settings),
        Command::Import { data, captured, outlets, paths } => import::run(data, captured, outlets.as_deref(), &paths),
        Command::Export { data, what } => export::run(data, &what),
        Command::Correct { what } => correct::run(what),
        Command::Regroup { data, check } => regroup::run(data, check),
        Command::Stories { data, limit, at_least } => browse::stories(data, limit, at_least),
        Command::Story { data, id, ids } => browse::story(data, id, ids),
        Command::Brief { data, id, format, since } => brief::run(data, id, format, since),
        Command::Search(search) => browse::search(*search),
        Command::Extract { files, url, captured, outlets } => {
            filters::extract(&files, url.as_deref(), captured, outlets.as_deref())
        }
        Command::Annotate(files) => filters::annotate(&files),
        Command::Group(files) => filters::group(&files),
        Command::Timeline { files, dates, sentences } => filters::timeline(&files, dates, sentences),
    }
}

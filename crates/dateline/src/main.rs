//! Dateline follows a news story across every outlet: the command line.

mod briefing;
mod cli;
mod commands;
mod config;
mod folder;
mod grouping;
mod images;
mod import;
mod input;
mod live;
mod outlets;
mod serve;
mod tell;

use std::process::ExitCode;

use clap::Parser;

fn main() -> ExitCode {
    let arguments = cli::Arguments::parse();
    match commands::run(arguments) {
        Ok(outcome) => outcome.into(),
        Err(error) if tell::reader_went_away(&error) => ExitCode::SUCCESS,
        Err(error) => {
            tell::failure(&error);
            ExitCode::FAILURE
        }
    }
}

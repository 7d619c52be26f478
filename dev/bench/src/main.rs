//! Prints performance figures: `cargo run --release -p dateline-bench -- BENCHMARK`.

mod annotation;
mod clients;
mod clock;
mod corpus;
mod extraction;
mod grouping;
mod live;
mod program;
mod python;
mod rounds;
mod run;

use std::process::ExitCode;

use anyhow::Result;

/// The name of a benchmark, as an argument, and what prints its figures.
type Benchmark = (&'static str, fn() -> Result<()>);

const BENCHMARKS: [Benchmark; 5] = [
    ("program", program::run),
    ("extraction", extraction::run),
    ("annotation", annotation::run),
    ("grouping", grouping::run),
    ("live", live::run),
];

fn main() -> ExitCode {
    let wanted = std::env::args().nth(1).unwrap_or_else(|| BENCHMARKS[0].0.to_owned());
    let Some((_, run)) = BENCHMARKS.iter().find(|(name, _)| *name == wanted) else {
        let names = BENCHMARKS.map(|(name, _)| format!("`{name}`"));
        eprintln!("there is no benchmark `{wanted}`; there are {}", names.join(", "));
        return ExitCode::FAILURE;
    };
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

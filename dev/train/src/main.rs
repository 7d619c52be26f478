//! Makes the models that `dateline-annotate` ships: `cargo run --release -p dateline-train -- COMMAND`; see README.md.

mod corpus;
mod names;
mod perceptron;
mod relations;
mod tags;

use std::path::Path;
use std::process::ExitCode;

use anyhow::{Result, bail};

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("train: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["words"] => corpus::write_words(&mut std::io::stdout().lock()),
        ["tags", labelled] => tags::train(&corpus::read(Path::new(labelled))?),
        ["parser", labelled] => relations::train(&corpus::read(Path::new(labelled))?),
        ["names", labelled, marked @ ..] => names::train(corpus::read(Path::new(labelled))?, marked),
        _ => {
            bail!("there are: words, tags LABELLED, parser LABELLED, names LABELLED [MARKED…]; see dev/train/README.md")
        }
    }
}

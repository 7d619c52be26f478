//! `dateline demo`: the bundled sample, loaded and served.

use anyhow::{Result, ensure};
use dateline_engine::Outlets;
use dateline_model::Digest;
use dateline_store::Writer;
use rust_embed::RustEmbed;

use crate::cli::{Data, Listen};
use crate::config::Log;
use crate::folder::demo_folder;
use crate::import::{import, progress};
use crate::input::Input;
use crate::serve::serve;
use crate::tell::{Outcome, Problems};

/// The sample's files.
#[derive(RustEmbed)]
#[folder = "../../demo/sample"]
struct Sample;

/// Stands on every page, so that nobody takes the sample for news.
const NOTICE: &str = "A sample: real events, paraphrased for this program under made-up outlet names. Not news.";

pub fn run(data: Data, listen: &Listen, load_only: bool) -> Result<Outcome> {
    let inputs = sample();
    let folder = demo_folder(data.folder, &edition(&inputs))?;
    let bar = progress();
    let problems = Problems::above(bar.clone());
    let summary = import(&folder, &inputs, None, &Outlets::default(), &problems, &bar)?;
    let mut writer = Writer::open(&folder)?;
    writer.set_notice(Some(NOTICE))?;
    writer.commit()?;
    drop(writer);
    ensure!(problems.count() == 0, "the bundled sample could not be read whole");
    println!("The sample is in {}: {summary}.", folder.display());
    if !load_only {
        serve(&folder, listen, &Log::default(), None)?;
    }
    Ok(Outcome::Clean)
}

/// The files of the sample in the order of their names, which is the order of publication.
fn sample() -> Vec<Input> {
    let mut names: Vec<_> = Sample::iter().collect();
    names.sort();
    let file = |name: std::borrow::Cow<'static, str>| {
        let bytes: &'static [u8] = match Sample::get(&name)?.data {
            std::borrow::Cow::Borrowed(bytes) => bytes,
            // Debug builds read the files from disk; the sample is small and lives as long as the program.
            std::borrow::Cow::Owned(bytes) => Vec::leak(bytes),
        };
        Some(Input::Bundled(format!("sample/{name}"), bytes))
    };
    names.into_iter().filter_map(file).collect()
}

/// Names this edition of the sample, so that a changed sample does not mix with an older one.
fn edition(inputs: &[Input]) -> String {
    let digests = inputs.iter().map(|input| match input {
        Input::Bundled(name, bytes) => format!("{name} {}", Digest::of(bytes)),
        other => other.name(),
    });
    let digests: Vec<String> = digests.collect();
    Digest::of_fields(digests.iter().map(String::as_str)).short()[..8].to_owned()
}

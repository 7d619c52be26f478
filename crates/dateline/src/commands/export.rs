//! `dateline export`: what reports were read from as a web archive, or corrections as labelled data.

use std::ffi::OsString;
use std::fs::File;
use std::io::{BufWriter, Write, stderr, stdout};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use dateline_engine::archive::write_record;
use dateline_model::Problem;
use dateline_store::Library;

use crate::cli::{Data, Export};
use crate::folder::data_folder;
use crate::tell::{Outcome, Problems};

pub fn run(data: Data, what: &Export) -> Result<Outcome> {
    let folder = data_folder(data.folder)?;
    let library = Library::open(&folder)?;
    let problems = Problems::plain();
    match (&what.warc, &what.corrections) {
        (Some(file), _) => into(file, ["capture", "captures"], |out| write(&library, &folder, out, &problems))?,
        (None, Some(file)) => into(file, ["correction", "corrections"], |out| corrections(&library, out))?,
        (None, None) => {}
    }
    Ok(problems.outcome())
}

/// Gives `write` the file or standard output to write to, and says how many of `nouns` there were.
fn into(file: &Path, nouns: [&str; 2], write: impl FnOnce(&mut dyn Write) -> Result<u64>) -> Result<()> {
    let summary = |count: u64| format!("{count} {} written", if count == 1 { nouns[0] } else { nouns[1] });
    if file == Path::new("-") {
        let count = write(&mut BufWriter::new(stdout().lock()))?;
        let _ = writeln!(stderr(), "{}", summary(count));
        return Ok(());
    }
    // A run that fails must not leave half a file, or take away the one that was there.
    let part = beside(file);
    let written = File::create(&part).map_err(anyhow::Error::from).and_then(|created| {
        let mut out = BufWriter::new(created);
        let count = write(&mut out)?;
        out.into_inner()?.sync_all()?;
        std::fs::rename(&part, file)?;
        Ok(count)
    });
    let count = written.inspect_err(|_| drop(std::fs::remove_file(&part)));
    let count = count.with_context(|| format!("{} cannot be written", file.display()))?;
    println!("{}", summary(count));
    Ok(())
}

/// Writes every correction as a line. Gives how many there were.
fn corrections(library: &Library, out: &mut dyn Write) -> Result<u64> {
    let corrections = library.corrections()?;
    for correction in &corrections {
        serde_json::to_writer(&mut *out, correction)?;
        out.write_all(b"\n")?;
    }
    out.flush()?;
    Ok(corrections.len() as u64)
}

/// Writes every capture. Gives how many there were.
fn write(library: &Library, folder: &Path, out: &mut dyn Write, problems: &Problems) -> Result<u64> {
    let mut count = 0;
    let mut outcome = Ok(());
    library.captures(&mut |capture| {
        match capture {
            Ok(capture) => {
                outcome = write_record(out, &capture);
                count += 1;
            }
            Err(digest) => {
                let what = format!("the capture {digest} cannot be read back");
                problems.tell(&folder.display().to_string(), &Problem::new(what, "left out; the rest is written"));
            }
        }
        outcome.is_ok()
    })?;
    outcome?;
    out.flush()?;
    Ok(count)
}

/// The name that the file has until it is whole.
fn beside(file: &Path) -> PathBuf {
    let mut name = OsString::from(file);
    name.push(".part");
    PathBuf::from(name)
}

//! `dateline export`: what reports were read from, as a web archive.

use std::ffi::OsString;
use std::fs::File;
use std::io::{BufWriter, Write, stderr, stdout};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use dateline_engine::archive::write_record;
use dateline_model::Problem;
use dateline_store::Library;

use crate::cli::Data;
use crate::folder::data_folder;
use crate::tell::{Outcome, Problems};

pub fn run(data: Data, warc: &Path) -> Result<Outcome> {
    let folder = data_folder(data.folder)?;
    let library = Library::open(&folder)?;
    let problems = Problems::plain();
    if warc == Path::new("-") {
        let count = write(&library, &folder, &mut BufWriter::new(stdout().lock()), &problems)?;
        let _ = writeln!(stderr(), "{}", summary(count));
        return Ok(problems.outcome());
    }
    // A run that fails must not leave half an archive, or take away the one that was there.
    let part = beside(warc);
    let written = File::create(&part).map_err(anyhow::Error::from).and_then(|file| {
        let mut out = BufWriter::new(file);
        let count = write(&library, &folder, &mut out, &problems)?;
        out.into_inner()?.sync_all()?;
        std::fs::rename(&part, warc)?;
        Ok(count)
    });
    let count = written.inspect_err(|_| drop(std::fs::remove_file(&part)));
    let count = count.with_context(|| format!("{} cannot be written", warc.display()))?;
    println!("{}", summary(count));
    Ok(problems.outcome())
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

fn summary(count: u64) -> String {
    format!("{count} {} written", if count == 1 { "capture" } else { "captures" })
}

/// The name that the archive has until it is whole.
fn beside(warc: &Path) -> PathBuf {
    let mut name = OsString::from(warc);
    name.push(".part");
    PathBuf::from(name)
}

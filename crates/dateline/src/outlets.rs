//! The file of outlet tables: the one named, or the one in the data folder.

use std::io::{ErrorKind, Read};
use std::path::Path;

use anyhow::{Context, Result, ensure};
use dateline_engine::Outlets;

use crate::input::reason;

/// Longest file of outlet tables, in bytes.
const LONGEST: u64 = 8 << 20;

/// The tables of the file that was named; none where none was.
pub fn named(path: Option<&Path>) -> Result<Outlets> {
    path.map_or_else(|| Ok(Outlets::default()), read)
}

/// The tables of the file that was named, else of `outlets.toml` in the data folder, where there is one.
pub fn named_or_in(path: Option<&Path>, folder: &Path) -> Result<Outlets> {
    let own = folder.join("outlets.toml");
    match std::fs::symlink_metadata(&own) {
        Err(error) if path.is_none() && matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => {
            Ok(Outlets::default())
        }
        _ => named(Some(path.unwrap_or(&own))),
    }
}

fn read(path: &Path) -> Result<Outlets> {
    let name = path.display().to_string();
    let mut bytes = Vec::new();
    std::fs::File::open(path)
        .and_then(|file| file.take(LONGEST + 1).read_to_end(&mut bytes))
        .map_err(|error| anyhow::anyhow!("{name}: {}", reason(&error)))?;
    ensure!(
        bytes.len() as u64 <= LONGEST,
        "{name}: longer than {} MB, which no file of outlet tables is",
        LONGEST >> 20
    );
    let text = String::from_utf8(bytes).with_context(|| format!("{name}: not UTF-8 text"))?;
    Ok(Outlets::parse(&text, &name)?)
}

//! What was wrong in a run, written where a person can read it.

use std::path::PathBuf;

use anyhow::{Context, Result};

use crate::data::root;

/// Writes `text` under the project's `target/evals` folder and says where.
pub fn write(name: &str, text: &str) -> Result<()> {
    let folder: PathBuf = root().join("target/evals");
    std::fs::create_dir_all(&folder).with_context(|| folder.display().to_string())?;
    std::fs::write(folder.join(name), text).with_context(|| name.to_owned())?;
    println!("  differences: target/evals/{name}");
    Ok(())
}

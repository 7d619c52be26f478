//! Where data is kept when nobody says where.

use std::path::PathBuf;

use anyhow::{Context, Result};

/// The data folder: the one named, or `dateline` in the user's data folder.
pub fn data_folder(named: Option<PathBuf>) -> Result<PathBuf> {
    match named {
        Some(folder) => Ok(folder),
        None => Ok(users_data_folder()?.join("dateline")),
    }
}

/// The folder of the bundled sample, apart for each edition of it.
pub fn demo_folder(named: Option<PathBuf>, edition: &str) -> Result<PathBuf> {
    match named {
        Some(folder) => Ok(folder),
        None => Ok(users_data_folder()?.join(format!("dateline-demo-{edition}"))),
    }
}

fn users_data_folder() -> Result<PathBuf> {
    dirs::data_dir().context("there is no home folder to keep data in: name a data folder with --data")
}

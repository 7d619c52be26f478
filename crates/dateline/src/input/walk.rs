//! Which files a list of paths names, in an order that does not depend on the file system.

use std::fs::File;
use std::io::{Cursor, Read};
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use dateline_model::Problem;
use walkdir::{DirEntry, WalkDir};

use super::wacz::ReadSeek;
use crate::tell::Problems;

/// Folders nested deeper than this are left out.
const MAX_DEPTH: usize = 64;

/// Something to read.
pub enum Input {
    /// A file on disk and its size in bytes.
    File(PathBuf, u64),
    /// A file inside the program, with a name.
    Bundled(String, &'static [u8]),
    /// A stream that can be read once, with a name.
    Stream(String, Mutex<Option<Box<dyn Read + Send>>>),
}

impl Input {
    /// What problems call it.
    pub fn name(&self) -> String {
        match self {
            Input::File(path, _) => path.display().to_string(),
            Input::Bundled(name, _) | Input::Stream(name, _) => name.clone(),
        }
    }

    /// Size in bytes, as stored.
    pub fn size(&self) -> u64 {
        match self {
            Input::File(_, size) => *size,
            Input::Bundled(_, bytes) => bytes.len() as u64,
            Input::Stream(..) => 0,
        }
    }

    /// Opens it.
    pub fn open(&self) -> std::io::Result<Box<dyn Read + Send>> {
        match self {
            Input::File(path, _) => Ok(Box::new(File::open(path)?)),
            Input::Bundled(_, bytes) => Ok(Box::new(Cursor::new(*bytes))),
            Input::Stream(_, stream) => {
                let stream = stream.lock().ok().and_then(|mut stream| stream.take());
                stream.ok_or_else(|| std::io::Error::other("it was read already"))
            }
        }
    }

    /// Opens it so that it can be read from any place; `None` for a stream, which cannot.
    pub fn open_seekable(&self) -> std::io::Result<Option<Box<dyn ReadSeek>>> {
        Ok(match self {
            Input::File(path, _) => Some(Box::new(File::open(path)?)),
            Input::Bundled(_, bytes) => Some(Box::new(Cursor::new(*bytes))),
            Input::Stream(..) => None,
        })
    }
}

/// The files under `paths`, in the order of the list and, inside a folder, of their names. Links are followed, and
/// hidden files inside folders left out.
pub fn find(paths: &[PathBuf], problems: &Problems) -> Vec<Input> {
    let mut inputs = Vec::new();
    for path in paths {
        let walk = WalkDir::new(path).follow_links(true).max_depth(MAX_DEPTH).sort_by_file_name().into_iter();
        for entry in walk.filter_entry(|entry| entry.depth() == 0 || !is_hidden(entry)) {
            match entry.map_err(|error| describe(path, &error)).map(into_input) {
                Ok(Some(input)) => inputs.push(input),
                Ok(None) => {}
                Err((place, problem)) => problems.tell(&place, &problem),
            }
        }
    }
    inputs
}

fn is_hidden(entry: &DirEntry) -> bool {
    entry.file_name().as_encoded_bytes().starts_with(b".")
}

fn into_input(entry: DirEntry) -> Option<Input> {
    // Pipes and devices never end; only files are read.
    let metadata = entry.metadata().ok().filter(std::fs::Metadata::is_file)?;
    Some(Input::File(entry.into_path(), metadata.len()))
}

fn describe(root: &Path, error: &walkdir::Error) -> (String, Problem) {
    let place = error.path().unwrap_or(root).display().to_string();
    let problem = match (error.loop_ancestor(), error.io_error()) {
        (Some(ancestor), _) => {
            Problem::new(format!("a link that leads back to {}", ancestor.display()), "not followed; the rest is read")
        }
        (None, Some(cause)) => Problem::new(reason(cause), "left out; the rest is read"),
        (None, None) => Problem::new(error.to_string(), "left out; the rest is read"),
    };
    (place, problem)
}

/// The operating system's reason, without its error number.
pub fn reason(error: &std::io::Error) -> String {
    match error.kind() {
        std::io::ErrorKind::NotFound => "there is no such file or folder".to_owned(),
        std::io::ErrorKind::PermissionDenied => "no permission to read it".to_owned(),
        _ => error.to_string(),
    }
}

//! Turns the errors of SQLite, Tantivy and the file system into those a person reads.

use std::error::Error;
use std::io::{self, Write};
use std::path::Path;

use rusqlite::ErrorCode;
use tantivy::TantivyError;

use crate::StoreError;

/// What SQLite's error codes mean for a data folder.
const MEANINGS: [(ErrorCode, &str); 6] = [
    (ErrorCode::DatabaseCorrupt, "it is damaged; restore it from a backup, or import again into another folder"),
    (ErrorCode::NotADatabase, "`record.sqlite` is not a record of Dateline, or is damaged from its first bytes on"),
    (ErrorCode::CannotOpen, "it cannot be opened: check that the folder is there and that you may write to it"),
    (ErrorCode::ReadOnly, "it cannot be written to: check the permissions of the folder and its files"),
    (ErrorCode::PermissionDenied, "you may not open it: check the permissions of the folder and its files"),
    (ErrorCode::TooBig, "one report or capture is larger than a record can hold (1 GB)"),
];

/// An error of SQLite in `folder`.
pub fn record(folder: &Path, error: rusqlite::Error) -> StoreError {
    let Some(code) = error.sqlite_error_code() else { return saying(folder, error.to_string()) };
    match code {
        ErrorCode::DiskFull => StoreError::Full,
        // Growing the shared memory file fails as an input/output error, without naming the full disk.
        ErrorCode::SystemIoFailure if is_full(folder) => StoreError::Full,
        ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => StoreError::Busy(folder.to_owned()),
        _ => match MEANINGS.iter().find(|(meant, _)| *meant == code) {
            Some((_, meaning)) => saying(folder, (*meaning).to_owned()),
            None => saying(folder, error.to_string()),
        },
    }
}

/// The record in `folder`, with a message of our own.
pub fn saying(folder: &Path, message: String) -> StoreError {
    StoreError::Record { folder: folder.to_owned(), message }
}

/// An error of the file system in `folder`.
pub fn files(folder: &Path, doing: &str, error: &io::Error) -> StoreError {
    match error.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => StoreError::Full,
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
            saying(folder, format!("{doing} is not permitted: check the permissions of the folder"))
        }
        io::ErrorKind::NotADirectory | io::ErrorKind::AlreadyExists => {
            saying(folder, format!("{doing} failed: something that is not a folder stands at that place"))
        }
        _ => saying(folder, format!("{doing} failed: {error}")),
    }
}

/// An error of Tantivy in `folder`.
pub fn index(folder: &Path, error: &TantivyError) -> StoreError {
    // A worker thread that met a full disk is reported as killed, without its reason: so the disk itself is asked.
    if names_full_disk(error) || is_full(folder) {
        return StoreError::Full;
    }
    let message = match error {
        TantivyError::InvalidArgument(message) => message.clone(),
        _ => error.to_string(),
    };
    StoreError::Index { folder: folder.to_owned(), message }
}

/// True where the chain of causes ends in a full disk. Tantivy shows some causes only in its debug form.
fn names_full_disk(error: &TantivyError) -> bool {
    let mut cause: Option<&dyn Error> = Some(error);
    while let Some(error) = cause {
        if error.downcast_ref::<io::Error>().is_some_and(|error| error.kind() == io::ErrorKind::StorageFull) {
            return true;
        }
        cause = error.source();
    }
    format!("{error:?}").contains("StorageFull")
}

/// True where a small file cannot be written to `folder` for lack of room.
fn is_full(folder: &Path) -> bool {
    let path = folder.join("room.probe");
    let probe = std::fs::File::create(&path).and_then(|mut file| {
        file.write_all(&[1; 1 << 18])?;
        file.sync_all()
    });
    // A probe that stays behind is overwritten by the next one.
    let _ = std::fs::remove_file(&path);
    probe.is_err_and(|error| matches!(error.kind(), io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded))
}

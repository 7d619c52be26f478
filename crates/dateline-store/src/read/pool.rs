//! Connections for reading, used again and again.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use rusqlite::{Connection, TransactionBehavior};

use crate::{StoreError, fault, record};

/// No more idle connections are kept than this.
const IDLE: usize = 16;

/// The connections to one record.
pub struct Pool {
    folder: PathBuf,
    idle: Mutex<Vec<Connection>>,
}

impl Pool {
    /// Opens the first connection.
    pub fn open(folder: &Path) -> Result<Pool, StoreError> {
        let first = record::open_for_reading(folder)?;
        Ok(Pool { folder: folder.to_owned(), idle: Mutex::new(vec![first]) })
    }

    /// Reads with one connection, all of it from the same state of the record.
    pub fn read<T>(&self, read: impl FnOnce(&Connection) -> rusqlite::Result<T>) -> Result<T, StoreError> {
        let idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner).pop();
        let mut connection = match idle {
            Some(connection) => connection,
            None => record::open_for_reading(&self.folder)?,
        };
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Deferred);
        let answer = transaction.and_then(|transaction| {
            let answer = read(&transaction)?;
            transaction.finish()?;
            Ok(answer)
        });
        let answer = answer.map_err(|error| fault::record(&self.folder, error))?;
        let mut idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner);
        if idle.len() < IDLE {
            idle.push(connection);
        }
        Ok(answer)
    }
}

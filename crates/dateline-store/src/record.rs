//! The SQLite file: opening it, and bringing its tables to this version.

use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};

use crate::{StoreError, fault};

/// Every change to the tables, in order; `user_version` counts how many were made.
const MIGRATIONS: &[&str] = &[
    include_str!("../migrations/001.sql"),
    include_str!("../migrations/002.sql"),
    include_str!("../migrations/003.sql"),
    include_str!("../migrations/004.sql"),
    include_str!("../migrations/005.sql"),
    include_str!("../migrations/006.sql"),
    include_str!("../migrations/007.sql"),
    include_str!("../migrations/008.sql"),
];

/// Marks the file as a record of Dateline (`DLNE`), in SQLite's `application_id`.
const APPLICATION: i64 = 0x444C_4E45;

/// How long a connection waits for another to finish.
const PATIENCE: Duration = Duration::from_secs(5);

/// Where the record of a data folder is.
pub fn path(folder: &Path) -> PathBuf {
    folder.join("record.sqlite")
}

/// Opens or makes the record for writing, with the tables of this version.
pub fn open_for_writing(folder: &Path) -> Result<Connection, StoreError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let mut connection =
        Connection::open_with_flags(path(folder), flags).map_err(|error| fault::record(folder, error))?;
    let version = version(folder, &connection)?;
    prepare(&mut connection, version).map_err(|error| fault::record(folder, error))?;
    Ok(connection)
}

/// Opens the record for reading.
pub fn open_for_reading(folder: &Path) -> Result<Connection, StoreError> {
    let path = path(folder);
    if !path.exists() {
        return Err(StoreError::Missing(folder.to_owned()));
    }
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags).map_err(|error| fault::record(folder, error))?;
    let version = version(folder, &connection)?;
    if version == 0 {
        return Err(StoreError::Missing(folder.to_owned()));
    }
    if version < MIGRATIONS.len() {
        let message = "it was made by an older Dateline; the next import brings it up to date".to_owned();
        return Err(fault::saying(folder, message));
    }
    let settings = |connection: &Connection| {
        plan_once(connection)?;
        connection.busy_timeout(PATIENCE)?;
        connection.set_prepared_statement_cache_capacity(64);
        connection
            .execute_batch("PRAGMA cache_size = -4096; PRAGMA temp_store = MEMORY; PRAGMA mmap_size = 1073741824;")
    };
    settings(&connection).map_err(|error| fault::record(folder, error))?;
    Ok(connection)
}

/// The tables of this version, empty and in memory.
pub fn in_memory() -> rusqlite::Result<Connection> {
    let connection = Connection::open_in_memory()?;
    plan_once(&connection)?;
    connection.set_prepared_statement_cache_capacity(64);
    MIGRATIONS.iter().try_for_each(|migration| connection.execute_batch(migration))?;
    Ok(connection)
}

/// How many migrations were made, or why this is no record that can be used.
fn version(folder: &Path, connection: &Connection) -> Result<usize, StoreError> {
    let read = |pragma: &str| connection.pragma_query_value(None, pragma, |row| row.get::<_, i64>(0));
    let numbers = || rusqlite::Result::Ok((read("application_id")?, read("user_version")?, read("schema_version")?));
    let (application, version, tables) = numbers().map_err(|error| fault::record(folder, error))?;
    let fresh = application == 0 && version == 0 && tables == 0;
    if application != APPLICATION && !fresh {
        let message = "`record.sqlite` belongs to another program: name another folder with --data".to_owned();
        return Err(fault::saying(folder, message));
    }
    let known = MIGRATIONS.len();
    match usize::try_from(version) {
        Ok(version) if version <= known => Ok(version),
        _ => {
            let message = format!(
                "it was made by a newer Dateline (its tables are version {version}, this program knows {known}): \
                 use that program"
            );
            Err(fault::saying(folder, message))
        }
    }
}

/// Statements are planned once, not again for each value bound to them (SQLite's query planner stability guarantee).
fn plan_once(connection: &Connection) -> rusqlite::Result<()> {
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true).map(drop)
}

fn prepare(connection: &mut Connection, version: usize) -> rusqlite::Result<()> {
    plan_once(connection)?;
    connection.busy_timeout(PATIENCE)?;
    connection.set_prepared_statement_cache_capacity(128);
    // FULL: a commit is on the disk when it returns. A larger log before each checkpoint saves writing pages twice.
    connection.execute_batch(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 4000;
         PRAGMA journal_size_limit = 67108864; PRAGMA cache_size = -32768; PRAGMA temp_store = MEMORY;",
    )?;
    if version == MIGRATIONS.len() {
        return Ok(());
    }
    let transaction = connection.transaction()?;
    transaction.pragma_update(None, "application_id", APPLICATION)?;
    for migration in &MIGRATIONS[version..] {
        transaction.execute_batch(migration)?;
    }
    transaction.pragma_update(None, "user_version", MIGRATIONS.len() as i64)?;
    transaction.commit()
}

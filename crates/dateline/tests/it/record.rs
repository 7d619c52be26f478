//! Everything in a data folder's record as text, to compare two folders with.

use std::path::Path;

use rusqlite::types::ValueRef;
use rusqlite::{Connection, OpenFlags};

/// All rows of all tables, sorted.
pub fn dump(folder: &Path) -> String {
    let record = Connection::open_with_flags(folder.join("record.sqlite"), OpenFlags::SQLITE_OPEN_READ_ONLY)
        .expect("the record opens");
    let names = strings(
        &record,
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
    );
    let mut dump = String::new();
    for name in names {
        let mut rows = rows(&record, &format!("SELECT * FROM \"{name}\""));
        rows.sort();
        dump.push_str(&format!("{name}\n  {}\n", rows.join("\n  ")));
    }
    dump
}

/// The first column of a query.
pub fn strings(record: &Connection, query: &str) -> Vec<String> {
    let mut statement = record.prepare(query).expect("a query");
    let rows = statement.query_map([], |row| row.get(0)).expect("rows");
    rows.map(|row| row.expect("a row")).collect()
}

fn rows(record: &Connection, query: &str) -> Vec<String> {
    let mut statement = record.prepare(query).expect("a query");
    let columns = statement.column_count();
    let rows = statement.query_map([], |row| {
        let cells = (0..columns).map(|column| {
            row.get_ref(column).map(|value| match value {
                ValueRef::Null => "-".to_owned(),
                ValueRef::Integer(number) => number.to_string(),
                ValueRef::Real(number) => number.to_string(),
                ValueRef::Text(text) => format!("{:?}", String::from_utf8_lossy(text)),
                ValueRef::Blob(bytes) => format!("{} bytes {:x}", bytes.len(), checksum(bytes)),
            })
        });
        Ok(cells.collect::<Result<Vec<String>, _>>()?.join(" | "))
    });
    rows.expect("rows").map(|row| row.expect("a row")).collect()
}

/// FNV-1a: enough to tell blobs apart in a comparison.
fn checksum(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |sum, byte| (sum ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}

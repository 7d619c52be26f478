//! Keeps each capture once, however many articles were read from it.

use dateline_model::{Capture, Digest};
use rusqlite::{Connection, OptionalExtension, params};

use crate::packed::Packer;

/// The capture of the entry before: a feed of a thousand reports is looked up once, not a thousand times.
#[derive(Default)]
pub struct Captures {
    last: Option<(Digest, i64)>,
}

impl Captures {
    /// The number of `capture`, whose digest is `digest`, in the record, where it is put if it is not there yet.
    pub fn keep(
        &mut self,
        connection: &Connection,
        packer: &mut Packer,
        capture: &Capture,
        digest: Digest,
    ) -> rusqlite::Result<i64> {
        if let Some((last, number)) = self.last
            && last == digest
        {
            return Ok(number);
        }
        let mut find = connection.prepare_cached("SELECT number FROM captures WHERE digest = ?1")?;
        let number = match find.query_row([digest.0], |row| row.get(0)).optional()? {
            Some(number) => number,
            None => insert(connection, packer, capture, digest)?,
        };
        self.last = Some((digest, number));
        Ok(number)
    }
}

fn insert(connection: &Connection, packer: &mut Packer, capture: &Capture, digest: Digest) -> rusqlite::Result<i64> {
    let captured = capture.captured.map(|instant| instant.to_string());
    let packed = packer.pack(&capture.bytes)?;
    let mut insert = connection.prepare_cached(
        "INSERT INTO captures (digest, url, captured, content_type, bytes) VALUES (?1, ?2, ?3, ?4, ?5)",
    )?;
    insert.insert(params![digest.0, capture.url, captured, capture.content_type, packed])
}

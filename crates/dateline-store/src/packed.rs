//! Bytes and articles as the record keeps them: compressed by zstd (RFC 8878), articles as JSON beside their text.

use std::cell::RefCell;
use std::io;

use dateline_model::Article;
use dateline_model::wire::ArticleLine;
use rusqlite::Row;
use rusqlite::types::Type;
use zstd::bulk::{Compressor, Decompressor};

/// No text is longer: a damaged size must not ask for all memory.
const LARGEST: usize = 1 << 30;

thread_local! {
    static UNPACKER: RefCell<Option<Decompressor<'static>>> = const { RefCell::new(None) };
}

/// Compresses many blobs with one working memory.
pub struct Packer(Compressor<'static>);

impl Packer {
    /// A packer at the fastest level.
    pub fn new() -> io::Result<Packer> {
        Compressor::new(1).map(Packer)
    }

    /// `bytes`, compressed.
    pub fn pack(&mut self, bytes: &[u8]) -> rusqlite::Result<Vec<u8>> {
        self.0.compress(bytes).map_err(|error| rusqlite::Error::ToSqlConversionFailure(Box::new(error)))
    }
}

/// The bytes that were packed.
pub fn unpack(packed: &[u8]) -> rusqlite::Result<Vec<u8>> {
    let size = Decompressor::upper_bound(packed).unwrap_or(0).min(LARGEST);
    UNPACKER.with_borrow_mut(|unpacker| {
        let unpacker = match unpacker {
            Some(unpacker) => unpacker,
            None => unpacker.insert(Decompressor::new().map_err(unreadable)?),
        };
        unpacker.decompress(packed, size).map_err(unreadable)
    })
}

/// The text that was packed.
pub fn unpack_text(packed: &[u8]) -> rusqlite::Result<String> {
    String::from_utf8(unpack(packed)?).map_err(unreadable)
}

/// The article as JSON, without its text.
pub fn article_record(article: &Article) -> rusqlite::Result<String> {
    let mut line = ArticleLine::from(article);
    line.text = None;
    serde_json::to_string(&line).map_err(|error| rusqlite::Error::ToSqlConversionFailure(Box::new(error)))
}

/// The article of a row whose first two columns are a record and its text.
pub fn article_of(row: &Row<'_>) -> rusqlite::Result<Article> {
    let mut line: ArticleLine = serde_json::from_str(row.get_ref(0)?.as_str()?).map_err(unreadable)?;
    line.text = Some(unpack_text(row.get_ref(1)?.as_blob()?)?);
    let read = line.into_article();
    read.map(|(article, _)| article).ok_or_else(|| unreadable(io::Error::other("a stored article has no text")))
}

/// A stored value that cannot be read back.
pub fn unreadable(error: impl std::error::Error + Send + Sync + 'static) -> rusqlite::Error {
    rusqlite::Error::FromSqlConversionFailure(0, Type::Blob, Box::new(error))
}

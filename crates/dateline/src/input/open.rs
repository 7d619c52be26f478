//! An opened input: decompressed by its first bytes, and its first bytes known.

use std::io::{BufRead, BufReader, Cursor, ErrorKind, Read};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use flate2::bufread::MultiGzDecoder;

use super::Input;

/// How much of the beginning a format is told by.
const PEEK: usize = 64 * 1024;

/// A stream with its first bytes seen but not consumed.
pub struct Opened {
    /// The first bytes, at most 64 KiB, decompressed.
    pub head: Vec<u8>,
    /// The error met while reading those, where there was one.
    pub broken: Option<std::io::Error>,
    rest: Box<dyn BufRead + Send>,
    /// Bytes read of the input as stored, for progress.
    pub consumed: Arc<AtomicU64>,
}

impl Opened {
    /// Opens `input`, looks through gzip or zstd (one layer), and reads the first bytes.
    pub fn new(input: &Input) -> std::io::Result<Opened> {
        let consumed = Arc::new(AtomicU64::new(0));
        let mut stream = BufReader::with_capacity(PEEK, Counting { inner: input.open()?, count: consumed.clone() });
        let magic = stream.fill_buf()?;
        let mut rest: Box<dyn BufRead + Send> = if magic.starts_with(&[0x1f, 0x8b]) {
            Box::new(BufReader::with_capacity(PEEK, MultiGzDecoder::new(stream)))
        } else if magic.starts_with(&[0x28, 0xb5, 0x2f, 0xfd]) {
            Box::new(BufReader::with_capacity(PEEK, zstd::Decoder::with_buffer(stream)?))
        } else {
            Box::new(stream)
        };
        let mut head = Vec::new();
        let broken = read_up_to(&mut *rest, &mut head, PEEK).err();
        Ok(Opened { head, broken, rest, consumed })
    }

    /// The whole stream, its first bytes included.
    pub fn into_stream(self) -> Box<dyn BufRead + Send> {
        let head = Cursor::new(self.head);
        match self.broken {
            Some(error) => Box::new(head.chain(BufReader::new(Failing(Some(error))))),
            None => Box::new(head.chain(self.rest)),
        }
    }
}

/// Reads until `limit` bytes are there or the stream ends; what came before an error is kept.
pub fn read_up_to(stream: &mut dyn BufRead, into: &mut Vec<u8>, limit: usize) -> std::io::Result<()> {
    while into.len() < limit {
        let taken = match stream.fill_buf() {
            Ok([]) => return Ok(()),
            Ok(bytes) => {
                let taken = bytes.len().min(limit - into.len());
                into.extend_from_slice(&bytes[..taken]);
                taken
            }
            Err(error) if error.kind() == ErrorKind::Interrupted => 0,
            Err(error) => return Err(error),
        };
        stream.consume(taken);
    }
    Ok(())
}

/// Counts what passes through.
struct Counting<R> {
    inner: R,
    count: Arc<AtomicU64>,
}

impl<R: Read> Read for Counting<R> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let read = self.inner.read(buffer)?;
        self.count.fetch_add(read as u64, Ordering::Relaxed);
        Ok(read)
    }
}

/// Gives an error that was met before, once; then ends.
struct Failing(Option<std::io::Error>);

impl Read for Failing {
    fn read(&mut self, _: &mut [u8]) -> std::io::Result<usize> {
        self.0.take().map_or(Ok(0), Err)
    }
}

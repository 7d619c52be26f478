//! An opened input: unpacked by its first bytes, and its first bytes known.

use std::io::{BufRead, BufReader, Cursor, ErrorKind, Read};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use dateline_engine::archive::Unpacked;

use super::Input;
use super::wacz::{ReadSeek, is_zip};

/// How much of the beginning a format is told by.
const PEEK: usize = 64 * 1024;
/// As much of the file as stored is read to unpack its beginning: one block of lz4 may be 4 MiB.
const STORED: usize = 8 << 20;

/// A stream with its first bytes seen but not consumed.
pub struct Opened {
    /// The first bytes, at most 64 KiB, unpacked.
    pub head: Vec<u8>,
    /// Why there are no first bytes, where they cannot be unpacked.
    pub broken: Option<std::io::Error>,
    /// The whole stream, unpacked, its first bytes included.
    pub stream: Unpacked<'static>,
    /// Bytes read of the input as stored, for progress.
    pub consumed: Arc<AtomicU64>,
    /// The input opened once more where it is a zip file, which is read from its end; `None` where that cannot be.
    pub zip: Option<Box<dyn ReadSeek>>,
}

impl Opened {
    /// Opens `input`, looks through gzip, zstd or lz4 (one layer), and reads the first bytes.
    pub fn new(input: &Input) -> std::io::Result<Opened> {
        let consumed = Arc::new(AtomicU64::new(0));
        let mut stored = BufReader::with_capacity(PEEK, Counting { inner: input.open()?, count: consumed.clone() });
        let mut first = Vec::new();
        let (mut head, mut broken) = (Vec::new(), None);
        let mut most = 4 * PEEK;
        while head.is_empty() && first.len() < STORED {
            read_up_to(&mut stored, &mut first, most)?;
            (head, broken) = beginning(&first);
            if first.len() < most {
                break;
            }
            most *= 2;
        }
        let zip = if is_zip(&first) { input.open_seekable()? } else { None };
        let stream = Unpacked::new(Box::new(Cursor::new(first).chain(stored)))?;
        Ok(Opened { head, broken, stream, consumed, zip })
    }
}

/// What the stored bytes `first` unpack to at their beginning, and why not to more.
fn beginning(first: &[u8]) -> (Vec<u8>, Option<std::io::Error>) {
    let mut head = Vec::new();
    let unpacked = Unpacked::new(Box::new(first));
    let broken = unpacked.and_then(|mut unpacked| read_up_to(&mut unpacked, &mut head, PEEK)).err();
    (head, broken)
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

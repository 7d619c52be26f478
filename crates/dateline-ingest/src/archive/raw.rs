//! The bytes of a file as stored: looked ahead into, counted, and kept from a mark on so that they can be read again.

use std::io::{self, BufRead, ErrorKind, Read};

/// How much is asked for at a time.
const CHUNK: usize = 64 * 1024;
/// As much is kept behind a mark at most.
const KEPT: usize = 4 << 20;

/// A counted stream with a mark.
pub(super) struct Raw<'a> {
    inner: Box<dyn BufRead + 'a>,
    buffer: Vec<u8>,
    at: usize,
    /// Offset in the file of the buffer's first byte.
    start: u64,
    mark: Option<usize>,
    rewound: u64,
    /// Where the stream broke, told once when all before it is consumed; then the stream ends.
    broken: Option<io::Error>,
    ended: bool,
}

impl<'a> Raw<'a> {
    pub(super) fn new(inner: Box<dyn BufRead + 'a>) -> Raw<'a> {
        Raw { inner, buffer: Vec::new(), at: 0, start: 0, mark: None, rewound: 0, broken: None, ended: false }
    }

    /// Offset in the file of the next byte.
    pub(super) fn position(&self) -> u64 {
        self.start + self.at as u64
    }

    /// The next `count` bytes, fewer only at the end; none is consumed.
    pub(super) fn look(&mut self, count: usize) -> io::Result<&[u8]> {
        while self.buffer.len() - self.at < count && self.more()? {}
        Ok(&self.buffer[self.at..])
    }

    /// Keeps what follows, so that [`Raw::rewind`] can come back to it.
    pub(super) fn mark(&mut self) {
        self.mark = Some(self.at);
    }

    /// Goes back to the byte after the mark, unless too much was read since, or too much was read again already: reading
    /// again must not make the work more than twice the file.
    pub(super) fn rewind(&mut self) -> bool {
        let Some(mark) = self.mark.take() else { return false };
        let back = self.at.saturating_sub(mark + 1) as u64;
        if self.rewound + back > self.position() + KEPT as u64 {
            return false;
        }
        self.rewound += back;
        self.at = self.at.min(mark + 1);
        true
    }

    fn more(&mut self) -> io::Result<bool> {
        if self.ended {
            let all_consumed = self.at == self.buffer.len();
            return self.broken.take_if(|_| all_consumed).map_or(Ok(false), Err);
        }
        self.mark = self.mark.filter(|mark| self.at - mark <= KEPT);
        let unneeded = self.mark.unwrap_or(self.at);
        if unneeded > 0 {
            self.buffer.drain(..unneeded);
            self.at -= unneeded;
            self.mark = self.mark.map(|_| 0);
            self.start += unneeded as u64;
        }
        loop {
            match self.inner.fill_buf() {
                Ok([]) => return Ok(false),
                Ok(bytes) => {
                    let taken = bytes.len().min(CHUNK);
                    self.buffer.extend_from_slice(&bytes[..taken]);
                    self.inner.consume(taken);
                    return Ok(true);
                }
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                Err(error) => {
                    (self.broken, self.ended) = (Some(error), true);
                    return if self.at == self.buffer.len() { self.more() } else { Ok(false) };
                }
            }
        }
    }
}

impl BufRead for Raw<'_> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        self.look(1)
    }

    fn consume(&mut self, count: usize) {
        self.at = (self.at + count).min(self.buffer.len());
    }
}

impl Read for Raw<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let bytes = self.look(1)?;
        let taken = bytes.len().min(into.len());
        into[..taken].copy_from_slice(&bytes[..taken]);
        self.consume(taken);
        Ok(taken)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_marked_can_be_read_again_and_is_counted_once() {
        let bytes: Vec<u8> = (0..200_000u32).map(|number| number as u8).collect();
        let mut raw = Raw::new(Box::new(&bytes[..]));
        assert_eq!(raw.look(3).unwrap()[..3], [0, 1, 2]);
        raw.consume(70_000 - 1);
        raw.consume(1);
        let at = raw.position();
        raw.mark();
        let mut read = Vec::new();
        raw.read_to_end(&mut read).unwrap();
        assert_eq!(raw.position(), 200_000);
        assert!(raw.rewind());
        assert_eq!(raw.position(), at + 1);
        let mut again = Vec::new();
        raw.read_to_end(&mut again).unwrap();
        assert_eq!(again, read[1..]);
    }
}

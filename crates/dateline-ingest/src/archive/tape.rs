//! An archive's unpacked bytes as records need them: looked into, put back, and stopped where a member opens a record.

use std::io;

use super::head::opens_record;
use super::unpacked::{Place, Unpacked};

/// Longest beginning of a record that is looked for: an ARC record begins with a line that holds an address.
const BEGINNING: usize = 4096;
/// Bytes may be put back this often, and beyond that as often as the archive is long: work stays linear.
const BACK: u64 = 64 << 20;

/// A stream that bytes can be put back into.
pub(super) struct Tape<'a> {
    unpacked: Unpacked<'a>,
    pushed: Vec<u8>,
    at: usize,
    /// Where the byte at `at` stands.
    pushed_place: Place,
    /// The next member opens with a record: nothing before it goes on there.
    fresh: bool,
    consumed: u64,
    put_back: u64,
}

impl<'a> Tape<'a> {
    pub(super) fn new(unpacked: Unpacked<'a>) -> Tape<'a> {
        let (pushed, pushed_place) = (Vec::new(), Place::default());
        Tape { unpacked, pushed, at: 0, pushed_place, fresh: false, consumed: 0, put_back: 0 }
    }

    /// Where the next byte stands.
    pub(super) fn place(&self) -> Place {
        if self.at < self.pushed.len() { self.pushed_place } else { self.unpacked.place() }
    }

    /// The next bytes; empty at the end and where a member begins that opens with a record.
    pub(super) fn fill(&mut self) -> io::Result<&[u8]> {
        if self.at < self.pushed.len() {
            return Ok(&self.pushed[self.at..]);
        }
        while !self.fresh && self.unpacked.fill()?.is_empty() && self.unpacked.next_member()? {
            self.fresh = opens_record(self.unpacked.fill()?.trim_ascii_start());
        }
        if self.fresh { Ok(&[]) } else { self.unpacked.fill() }
    }

    pub(super) fn consume(&mut self, count: usize) {
        self.consumed += count as u64;
        if self.at < self.pushed.len() {
            self.at = (self.at + count).min(self.pushed.len());
            self.pushed_place = self.pushed_place.ahead(count as u64);
        } else {
            self.unpacked.take(count);
        }
    }

    /// The next `count` bytes, where there are as many before the end or a fresh member.
    pub(super) fn look(&mut self, count: usize) -> io::Result<&[u8]> {
        if self.at == self.pushed.len() {
            if self.fill()?.len() >= count {
                return self.fill();
            }
            self.pushed.clear();
            self.at = 0;
            self.pushed_place = self.unpacked.place();
        }
        while self.pushed.len() - self.at < count {
            if !self.fresh {
                while self.unpacked.fill()?.is_empty() && self.unpacked.next_member()? {
                    if opens_record(self.unpacked.fill()?.trim_ascii_start()) {
                        self.fresh = true;
                        break;
                    }
                }
            }
            let more = if self.fresh { &[] } else { self.unpacked.fill()? };
            if more.is_empty() {
                break;
            }
            let taken = more.len().min(count);
            self.pushed.extend_from_slice(&more[..taken]);
            self.unpacked.take(taken);
        }
        Ok(&self.pushed[self.at..])
    }

    /// Passes over empty lines, and into the next member; false at the end of the archive.
    pub(super) fn begin(&mut self) -> io::Result<bool> {
        loop {
            let bytes = self.fill()?;
            let blank = bytes.iter().take_while(|byte| byte.is_ascii_whitespace()).count();
            if bytes.is_empty() {
                if !std::mem::take(&mut self.fresh) {
                    return Ok(false);
                }
            } else if blank == 0 {
                return Ok(true);
            }
            self.consume(blank);
        }
    }

    /// Passes over empty lines, not into the next member.
    pub(super) fn begin_within(&mut self) -> io::Result<()> {
        loop {
            let bytes = self.fill()?;
            match bytes.iter().take_while(|byte| byte.is_ascii_whitespace()).count() {
                0 => return Ok(()),
                blank => self.consume(blank),
            }
        }
    }

    /// True where a record begins here, or the archive ends.
    pub(super) fn at_record(&mut self) -> io::Result<bool> {
        Ok(match self.look(BEGINNING)? {
            [] => true,
            bytes => opens_record(bytes),
        })
    }

    /// Passes over everything up to the next line that begins a record; false where there is none.
    pub(super) fn seek_record(&mut self) -> io::Result<bool> {
        loop {
            loop {
                let bytes = self.fill()?;
                if bytes.is_empty() {
                    return self.begin();
                }
                let end = memchr::memchr(b'\n', bytes);
                let passed = end.map_or(bytes.len(), |end| end + 1);
                self.consume(passed);
                if end.is_some() {
                    break;
                }
            }
            if could_open(self.look(1)?) && opens_record(self.look(BEGINNING)?) {
                return Ok(true);
            }
        }
    }

    /// A line, without its end, of at most `limit` bytes; `None` where there is none, or a longer one.
    pub(super) fn line(&mut self, limit: usize) -> io::Result<Option<Vec<u8>>> {
        let mut line = Vec::new();
        loop {
            let bytes = self.fill()?;
            if bytes.is_empty() {
                return Ok((!line.is_empty()).then_some(line));
            }
            let end = memchr::memchr(b'\n', bytes);
            let part = &bytes[..end.unwrap_or(bytes.len())];
            if line.len() + part.len() > limit {
                return Ok(None);
            }
            line.extend_from_slice(part);
            let passed = part.len() + usize::from(end.is_some());
            self.consume(passed);
            if end.is_some() {
                line.truncate(line.trim_ascii_end().len());
                return Ok(Some(line));
            }
        }
    }

    /// Takes `length` bytes, of which the first `most` go into `block`. Gives how many there were.
    pub(super) fn block(&mut self, length: u64, most: usize, block: &mut Vec<u8>) -> io::Result<u64> {
        let mut taken = 0;
        while taken < length {
            let bytes = self.fill()?;
            if bytes.is_empty() {
                break;
            }
            let part = usize::try_from(length - taken).unwrap_or(usize::MAX).min(bytes.len());
            let kept = part.min(most.saturating_sub(block.len()));
            block.extend_from_slice(&bytes[..kept]);
            self.consume(part);
            taken += part as u64;
        }
        Ok(taken)
    }

    /// Puts bytes back that stood at `place`; false where that was done too often.
    pub(super) fn put_back(&mut self, bytes: &[u8], place: Place) -> bool {
        if self.put_back + bytes.len() as u64 > self.consumed.saturating_sub(self.put_back) + BACK {
            return false;
        }
        self.put_back += bytes.len() as u64;
        let mut pushed = bytes.to_vec();
        pushed.extend_from_slice(&self.pushed[self.at..]);
        (self.pushed, self.at, self.pushed_place) = (pushed, 0, place);
        true
    }

    /// Counts bytes unpacked from a payload; fails where the whole archive unpacks to too much.
    pub(super) fn charge(&mut self, count: u64) -> io::Result<()> {
        self.unpacked.charge(count)
    }

    /// After an error, goes to the next member that opens with a record; false where there is none.
    pub(super) fn recover(&mut self) -> io::Result<bool> {
        self.pushed.clear();
        self.at = 0;
        self.fresh = false;
        self.unpacked.recover(&|beginning| opens_record(beginning.trim_ascii_start()))
    }
}

/// Most lines do not begin as a record can: these need not be looked at further.
fn could_open(line: &[u8]) -> bool {
    line.first().is_some_and(u8::is_ascii_alphabetic)
}

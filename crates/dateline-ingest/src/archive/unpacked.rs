//! A file seen through its packing, member by member, so that damage in one member leaves the others readable.

use std::fmt;
use std::io::{self, BufRead, ErrorKind, Read};

use super::members::{Member, Packing, dictionary};
use super::raw::Raw;

/// How much is decoded at a time.
const CHUNK: usize = 64 * 1024;
/// A file may unpack to this many bytes, and beyond them to `RATIO` times its size: more is made to harm.
const ALLOWED: u64 = 1 << 30;
const RATIO: u64 = 200;
/// How far into a member its beginning is tried.
const TRIED: usize = 4096;

/// Where in a file something stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// Offset in the file: of the byte itself where the file is not compressed, else of the gzip member or frame.
    pub byte: u64,
    /// Offset in what the member unpacks to; `None` where the file is not compressed.
    pub inside: Option<u64>,
}

impl Place {
    /// The place `count` bytes further on.
    pub(super) fn ahead(self, count: u64) -> Place {
        match self.inside {
            None => Place { byte: self.byte + count, inside: None },
            Some(inside) => Place { byte: self.byte, inside: Some(inside + count) },
        }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.inside {
            None | Some(0) => write!(formatter, "byte {}", self.byte),
            Some(inside) => write!(formatter, "byte {} of what is unpacked from byte {} on", inside, self.byte),
        }
    }
}

/// A stream, unpacked from gzip, zstd or lz4 where its first bytes say so, else as it is.
pub struct Unpacked<'a> {
    packing: Packing,
    dictionary: Vec<u8>,
    /// `None` only after a decoder could not be made.
    member: Option<Member<'a>>,
    member_at: u64,
    inside: u64,
    total: u64,
    buffer: Vec<u8>,
    at: usize,
    tried: u64,
}

impl<'a> Unpacked<'a> {
    /// Looks at the first bytes of `stream`.
    pub fn new(stream: Box<dyn BufRead + 'a>) -> io::Result<Unpacked<'a>> {
        let mut raw = Raw::new(stream);
        let packing = Packing::of(raw.look(4)?);
        let dictionary = if packing == Packing::Zstd { dictionary(&mut raw)? } else { Vec::new() };
        let member = if packing == Packing::Plain { Member::Plain(raw) } else { Member::Between(raw) };
        let (buffer, member) = (Vec::new(), Some(member));
        Ok(Unpacked { packing, dictionary, member, member_at: 0, inside: 0, total: 0, buffer, at: 0, tried: 0 })
    }

    /// Where the next byte stands.
    #[must_use]
    pub fn place(&self) -> Place {
        match &self.member {
            Some(Member::Plain(raw)) => Place { byte: raw.position(), inside: None },
            _ => Place { byte: self.member_at, inside: Some(self.inside) },
        }
    }

    /// Counts `count` bytes that were unpacked from what this gave; fails where it all comes to too much.
    pub(super) fn charge(&mut self, count: u64) -> io::Result<()> {
        self.total += count;
        let stored = self.member.as_ref().map_or(0, |member| member.raw().position());
        if self.total > ALLOWED.saturating_add(stored.saturating_mul(RATIO)) {
            self.member = None;
            let message = format!("it unpacks to more than {RATIO} times its size");
            return Err(io::Error::new(ErrorKind::QuotaExceeded, message));
        }
        Ok(())
    }

    /// Bytes of the member that is being read; empty at its end.
    pub(super) fn fill(&mut self) -> io::Result<&[u8]> {
        if self.at == self.buffer.len() && !matches!(self.member, Some(Member::Plain(_))) {
            self.decode()?;
        }
        match &mut self.member {
            Some(Member::Plain(raw)) => raw.fill_buf(),
            _ => Ok(&self.buffer[self.at..]),
        }
    }

    fn decode(&mut self) -> io::Result<()> {
        self.at = 0;
        let Some(member) = &mut self.member else {
            self.buffer.clear();
            return Ok(());
        };
        self.buffer.resize(CHUNK, 0);
        let read = loop {
            match member.read(&mut self.buffer) {
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                read => break read,
            }
        };
        self.buffer.truncate(*read.as_ref().unwrap_or(&0));
        let read = read?;
        if read == 0 {
            self.member = self.member.take().map(|member| Member::Between(member.into_raw()));
            self.member_at = self.member.as_ref().map_or(0, |member| member.raw().position());
            self.inside = 0;
        }
        self.charge(read as u64)
    }

    /// Goes to the next member; false at the end of the file. Zeros after a member are filling.
    pub(super) fn next_member(&mut self) -> io::Result<bool> {
        let Some(member) = self.member.take() else { return Ok(false) };
        if let Member::Plain(_) = member {
            self.member = Some(member);
            return Ok(false);
        }
        let mut raw = member.into_raw();
        match begins(&mut raw) {
            Ok(Some(packing)) if packing == self.packing => {}
            end => {
                raw.mark();
                (self.member_at, self.inside) = (raw.position(), 0);
                self.member = Some(Member::Between(raw));
                let what = "what follows the compressed data is not compressed";
                return match end? {
                    None => Ok(false),
                    Some(_) => Err(io::Error::new(ErrorKind::InvalidData, what)),
                };
            }
        }
        self.open(raw)?;
        Ok(true)
    }

    fn open(&mut self, mut raw: Raw<'a>) -> io::Result<()> {
        self.member_at = raw.position();
        self.inside = 0;
        self.at = 0;
        self.buffer.clear();
        raw.mark();
        self.member = Some(Member::open(raw, self.packing, &self.dictionary)?);
        Ok(())
    }

    /// After an error, finds the next member whose content begins as `opens` says; false where there is none.
    pub(super) fn recover(&mut self, opens: &dyn Fn(&[u8]) -> bool) -> io::Result<bool> {
        let (Some(first), Some(member)) = (self.packing.first_byte(), self.member.take()) else { return Ok(false) };
        let mut raw = member.into_raw();
        self.buffer.clear();
        self.at = 0;
        raw.rewind();
        loop {
            let bytes = raw.look(1)?;
            if bytes.is_empty() {
                self.member = Some(Member::Between(raw));
                return Ok(false);
            }
            let Some(found) = memchr::memchr(first, bytes) else {
                let passed = bytes.len();
                raw.consume(passed);
                continue;
            };
            raw.consume(found);
            let position = raw.position();
            let bytes = raw.look(TRIED)?;
            let bytes = &bytes[..bytes.len().min(TRIED)];
            if Packing::of(bytes) == self.packing {
                // A file of nothing but false beginnings must not cost a decoder for each.
                self.tried += 1;
                if self.tried > 1000 + position / 512 {
                    return Ok(false);
                }
                if opens(&self.beginning(bytes)) {
                    self.open(raw)?;
                    return Ok(true);
                }
            }
            raw.consume(1);
        }
    }

    /// The first bytes that `packed` unpacks to, whatever comes after.
    fn beginning(&self, packed: &[u8]) -> Vec<u8> {
        let mut bytes = vec![0; 512];
        let mut length = 0;
        if let Ok(mut member) = Member::open(Raw::new(Box::new(packed)), self.packing, &self.dictionary) {
            while length < bytes.len() {
                match member.read(&mut bytes[length..]) {
                    Ok(read) if read > 0 => length += read,
                    _ => break,
                }
            }
        }
        bytes.truncate(length);
        bytes
    }

    /// Consumes bytes that [`Unpacked::fill`] showed.
    pub(super) fn take(&mut self, count: usize) {
        match &mut self.member {
            Some(Member::Plain(raw)) => raw.consume(count),
            _ => {
                self.at = (self.at + count).min(self.buffer.len());
                self.inside += count as u64;
            }
        }
    }
}

/// The packing of what follows, zeros passed over; `None` at the end.
fn begins(raw: &mut Raw<'_>) -> io::Result<Option<Packing>> {
    while raw.look(1)?.first() == Some(&0) {
        raw.consume(1);
    }
    let next = raw.look(4)?;
    Ok((!next.is_empty()).then(|| Packing::of(next)))
}

/// All members, one after the other.
impl BufRead for Unpacked<'_> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        while self.fill()?.is_empty() {
            if !self.next_member()? {
                return Ok(&[]);
            }
        }
        self.fill()
    }

    fn consume(&mut self, count: usize) {
        self.take(count);
    }
}

impl Read for Unpacked<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let bytes = self.fill_buf()?;
        let taken = bytes.len().min(into.len());
        into[..taken].copy_from_slice(&bytes[..taken]);
        self.take(taken);
        Ok(taken)
    }
}

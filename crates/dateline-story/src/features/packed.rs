//! Features as bytes: a version, then numbers as LEB128 variable-length integers, hashes as differences.

use super::{Features, SeriesMark, Term, When};
use crate::copies::Sketch;

/// Changes when the meaning of any feature changes: features of another version cannot be compared.
pub const VERSION: u8 = 3;

pub fn write(features: &Features) -> Vec<u8> {
    let mut out = vec![VERSION];
    match features.when {
        Some(when) => {
            out.push(1 + u8::from(when.day_only));
            out.extend(when.seconds.to_le_bytes());
        }
        None => out.push(0),
    }
    match &features.series {
        Some(series) => {
            out.push(1);
            out.extend(series.key.to_le_bytes());
            words(&mut out, &series.title);
        }
        None => out.push(0),
    }
    out.extend(features.outlet.to_le_bytes());
    out.extend(features.agency.to_le_bytes());
    out.push(u8::from(features.titled) | u8::from(features.teaser) << 1);
    out.extend(features.sketch.limit.to_le_bytes());
    ascending(&mut out, &features.sketch.hashes);
    ascending(&mut out, &features.quotations);
    number(&mut out, features.terms.len() as u64);
    for term in &features.terms {
        out.extend(term.hash.to_le_bytes());
        out.push(term.weight);
    }
    for terms in features.terms.chunks(8) {
        out.push(terms.iter().rev().fold(0, |bits, term| bits << 1 | u8::from(term.name)));
    }
    number(&mut out, features.surfaces.len() as u64);
    for surface in &features.surfaces {
        words(&mut out, surface);
    }
    out
}

fn number(out: &mut Vec<u8>, mut value: u64) {
    while value >= 0x80 {
        out.push(value as u8 | 0x80);
        value >>= 7;
    }
    out.push(value as u8);
}

fn ascending(out: &mut Vec<u8>, hashes: &[u32]) {
    number(out, hashes.len() as u64);
    let mut last = 0;
    for &hash in hashes {
        number(out, u64::from(hash - last));
        last = hash;
    }
}

fn words(out: &mut Vec<u8>, words: &str) {
    number(out, words.len() as u64);
    out.extend(words.as_bytes());
}

pub fn read(bytes: &[u8]) -> Option<Features> {
    let mut reader = Reader { rest: bytes };
    if reader.byte()? != VERSION {
        return None;
    }
    let when = match reader.byte()? {
        0 => None,
        kind @ (1 | 2) => Some(When { seconds: i64::from_le_bytes(reader.array()?), day_only: kind == 2 }),
        _ => return None,
    };
    let series = match reader.byte()? {
        0 => None,
        1 => Some(SeriesMark { key: u64::from_le_bytes(reader.array()?), title: reader.words()? }),
        _ => return None,
    };
    let outlet = u32::from_le_bytes(reader.array()?);
    let agency = u32::from_le_bytes(reader.array()?);
    let flags = reader.byte().filter(|&flags| flags < 4)?;
    let limit = u32::from_le_bytes(reader.array()?);
    let (hashes, quotations) = (reader.ascending()?, reader.ascending()?);
    let mut terms = Vec::new();
    for _ in 0..reader.count()? {
        terms.push(Term { hash: u32::from_le_bytes(reader.array()?), weight: reader.byte()?, name: false });
    }
    for terms in terms.chunks_mut(8) {
        let bits = reader.byte()?;
        terms.iter_mut().enumerate().for_each(|(at, term)| term.name = bits >> at & 1 == 1);
    }
    let mut surfaces = Vec::new();
    for _ in 0..reader.count()? {
        surfaces.push(reader.words()?);
    }
    let whole = reader.rest.is_empty() && surfaces.len() <= terms.len();
    whole.then_some(Features {
        when,
        series,
        outlet,
        agency,
        titled: flags & 1 != 0,
        teaser: flags & 2 != 0,
        sketch: Sketch { hashes, limit },
        quotations,
        terms,
        surfaces,
    })
}

struct Reader<'a> {
    rest: &'a [u8],
}

impl<'a> Reader<'a> {
    fn take(&mut self, count: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.rest.split_at_checked(count)?;
        self.rest = rest;
        Some(taken)
    }

    fn byte(&mut self) -> Option<u8> {
        self.take(1).map(|taken| taken[0])
    }

    fn array<const N: usize>(&mut self) -> Option<[u8; N]> {
        self.take(N)?.try_into().ok()
    }

    fn number(&mut self) -> Option<u64> {
        let mut value = 0u64;
        for shift in (0..63).step_by(7) {
            let byte = self.byte()?;
            value |= u64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Some(value);
            }
        }
        None
    }

    /// A count of things that take at least a byte each, so that damage cannot ask for endless memory.
    fn count(&mut self) -> Option<usize> {
        let count = usize::try_from(self.number()?).ok()?;
        (count <= self.rest.len()).then_some(count)
    }

    fn ascending(&mut self) -> Option<Vec<u32>> {
        let mut hashes = Vec::new();
        let mut last = 0u32;
        for at in 0..self.count()? {
            let step = u32::try_from(self.number()?).ok()?;
            if at > 0 && step == 0 {
                return None;
            }
            last = last.checked_add(step)?;
            hashes.push(last);
        }
        Some(hashes)
    }

    fn words(&mut self) -> Option<String> {
        let length = self.count()?;
        String::from_utf8(self.take(length)?.to_vec()).ok()
    }
}

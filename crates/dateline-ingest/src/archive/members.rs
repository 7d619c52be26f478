//! The packings that files come in: each a row with its first bytes and its decoder for one member or frame.

use std::io::{self, BufRead, Read};

use flate2::bufread::GzDecoder;
use lz4_flex::frame::FrameDecoder;

use super::raw::Raw;

/// How a file is packed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Packing {
    Plain,
    /// RFC 1952, one member or many.
    Gzip,
    /// RFC 8878, one frame or many.
    Zstd,
    /// The LZ4 frame format, one frame or many.
    Lz4,
}

/// Packings by their first bytes. A zstd file may open with a skippable frame that holds a dictionary.
const MAGICS: &[(&[u8], Packing)] = &[
    (&[0x1f, 0x8b, 0x08], Packing::Gzip),
    (&[0x28, 0xb5, 0x2f, 0xfd], Packing::Zstd),
    (DICTIONARY, Packing::Zstd),
    (&[0x04, 0x22, 0x4d, 0x18], Packing::Lz4),
];
const DICTIONARY: &[u8] = &[0x5d, 0x2a, 0x4d, 0x18];
/// A dictionary may be this long, packed or not.
const LONGEST_DICTIONARY: usize = 8 << 20;

impl Packing {
    /// The packing of bytes that begin with `prefix`.
    pub(super) fn of(prefix: &[u8]) -> Packing {
        MAGICS.iter().find(|(magic, _)| prefix.starts_with(magic)).map_or(Packing::Plain, |(_, packing)| *packing)
    }

    /// The byte that each member begins with.
    pub(super) fn first_byte(self) -> Option<u8> {
        MAGICS.iter().find(|(_, packing)| *packing == self).map(|(magic, _)| magic[0])
    }
}

/// A decoder in the middle of a member, or the bytes between members.
pub(super) enum Member<'a> {
    Plain(Raw<'a>),
    Between(Raw<'a>),
    Gzip(Box<GzDecoder<Raw<'a>>>),
    Zstd(zstd::Decoder<'static, Raw<'a>>),
    Lz4(Box<FrameDecoder<Raw<'a>>>),
}

impl<'a> Member<'a> {
    /// Opens the member that begins at the next byte.
    pub(super) fn open(raw: Raw<'a>, packing: Packing, dictionary: &[u8]) -> io::Result<Member<'a>> {
        Ok(match packing {
            Packing::Plain => Member::Plain(raw),
            Packing::Gzip => Member::Gzip(Box::new(GzDecoder::new(raw))),
            Packing::Zstd => Member::Zstd(zstd::Decoder::with_dictionary(raw, dictionary)?.single_frame()),
            Packing::Lz4 => Member::Lz4(Box::new(FrameDecoder::new(raw))),
        })
    }

    /// The bytes as stored, wherever the decoder stood.
    pub(super) fn into_raw(self) -> Raw<'a> {
        match self {
            Member::Plain(raw) | Member::Between(raw) => raw,
            Member::Gzip(decoder) => decoder.into_inner(),
            Member::Zstd(decoder) => decoder.finish(),
            Member::Lz4(decoder) => decoder.into_inner(),
        }
    }

    /// The bytes as stored.
    pub(super) fn raw(&self) -> &Raw<'a> {
        match self {
            Member::Plain(raw) | Member::Between(raw) => raw,
            Member::Gzip(decoder) => decoder.get_ref(),
            Member::Zstd(decoder) => decoder.get_ref(),
            Member::Lz4(decoder) => decoder.get_ref(),
        }
    }

    /// Decodes; 0 at the end of the member.
    pub(super) fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        match self {
            Member::Plain(_) | Member::Between(_) => Ok(0),
            Member::Gzip(decoder) => decoder.read(into),
            Member::Zstd(decoder) => decoder.read(into),
            Member::Lz4(decoder) => decoder.read(into),
        }
    }
}

/// The dictionary that a zstd file opens with, where it does (the .warc.zst convention): a skippable frame whose content
/// is the dictionary, itself packed or not.
pub(super) fn dictionary(raw: &mut Raw<'_>) -> io::Result<Vec<u8>> {
    let head = raw.look(8)?;
    if !head.starts_with(DICTIONARY) || head.len() < 8 {
        return Ok(Vec::new());
    }
    let length = u32::from_le_bytes([head[4], head[5], head[6], head[7]]) as usize;
    if length > LONGEST_DICTIONARY {
        return Err(io::Error::new(io::ErrorKind::InvalidData, "the dictionary of the file is too long"));
    }
    raw.consume(8);
    let mut content = Vec::new();
    raw.by_ref().take(length as u64).read_to_end(&mut content)?;
    if Packing::of(&content) != Packing::Zstd {
        return Ok(content);
    }
    let mut unpacked = Vec::new();
    zstd::Decoder::with_buffer(&content[..])?.take(LONGEST_DICTIONARY as u64).read_to_end(&mut unpacked)?;
    Ok(unpacked)
}

//! Transfer and content encodings of an HTTP answer undone, never to more than a limit.

use std::io::{BufReader, Read};

use flate2::bufread::{DeflateDecoder, MultiGzDecoder, ZlibDecoder};

/// More encodings on top of one another are not undone.
const MOST: usize = 4;
/// The largest window that zstd may ask for as content encoding: 8 MiB (RFC 9659).
const ZSTD_WINDOW: u32 = 23;

/// A body with its encodings undone.
pub(super) struct Plain {
    pub(super) bytes: Vec<u8>,
    /// The body was longer than the limit.
    pub(super) too_long: bool,
    /// The body broke off or was damaged; `bytes` came before.
    pub(super) damaged: bool,
}

/// Undoes `encodings`, named in the order they were applied, of `body`. What is not encoded as it says is taken as it is:
/// many crawlers store bodies decoded and leave the field as it was.
pub(super) fn undo(body: Vec<u8>, encodings: &[&str], limit: usize) -> Plain {
    let mut plain = Plain { too_long: body.len() > limit, bytes: body, damaged: false };
    for encoding in encodings.iter().rev().take(MOST) {
        let Some(decoder) = decoder(encoding, &plain.bytes) else { continue };
        let mut bytes = Vec::new();
        let failed = decoder.take(limit as u64 + 1).read_to_end(&mut bytes).is_err();
        if failed && bytes.is_empty() {
            continue;
        }
        plain = Plain { too_long: bytes.len() > limit, damaged: plain.damaged || failed, bytes };
        if plain.too_long {
            return plain;
        }
    }
    plain
}

fn decoder<'b>(encoding: &str, body: &'b [u8]) -> Option<Box<dyn Read + 'b>> {
    match encoding.trim().to_ascii_lowercase().as_str() {
        "gzip" | "x-gzip" if body.starts_with(&[0x1f, 0x8b]) => Some(Box::new(MultiGzDecoder::new(body))),
        "deflate" if is_zlib(body) => Some(Box::new(ZlibDecoder::new(body))),
        "deflate" if !looks_plain(body) => Some(Box::new(DeflateDecoder::new(body))),
        "br" if !looks_plain(body) => Some(Box::new(brotli_decompressor::Decompressor::new(body, 16 * 1024))),
        "zstd" if body.starts_with(&[0x28, 0xb5, 0x2f, 0xfd]) => {
            let mut decoder = zstd::Decoder::with_buffer(BufReader::new(body)).ok()?;
            decoder.window_log_max(ZSTD_WINDOW).ok()?;
            Some(Box::new(decoder))
        }
        _ => None,
    }
}

/// RFC 1950, section 2.2: method 8, and the first two bytes a multiple of 31.
fn is_zlib(body: &[u8]) -> bool {
    matches!(body, [first, second, ..]
        if first & 0x0f == 8 && (u16::from(*first) << 8 | u16::from(*second)).is_multiple_of(31))
}

/// Brotli and bare deflate have no first bytes to know them by; a page, feed or JSON text has.
fn looks_plain(body: &[u8]) -> bool {
    let body = body.strip_prefix(b"\xef\xbb\xbf").unwrap_or(body).trim_ascii_start();
    let head = &body[..body.len().min(64)];
    matches!(head.first(), None | Some(b'<' | b'{' | b'['))
        && head.iter().all(|byte| *byte >= b' ' || b"\t\r\n".contains(byte))
}

/// A body without the marks of `Transfer-Encoding: chunked` (RFC 9112, section 7.1), and whether it broke off. One that
/// has no such marks is taken as it is, and so is the rest of one whose marks end.
pub(super) fn without_chunks(body: &[u8]) -> (Vec<u8>, bool) {
    let mut plain = Vec::new();
    let mut rest = body;
    loop {
        let Some((size, chunk)) = chunk(rest) else {
            plain.extend_from_slice(rest);
            return (plain, false);
        };
        if size == 0 {
            return (plain, false);
        }
        let Some(data) = chunk.get(..size) else {
            plain.extend_from_slice(chunk);
            return (plain, true);
        };
        plain.extend_from_slice(data);
        let after = &chunk[size..];
        rest = after.strip_prefix(b"\r\n").or(after.strip_prefix(b"\n")).unwrap_or(after);
        if rest.is_empty() {
            return (plain, true);
        }
    }
}

/// The size that a chunk states, and what follows.
fn chunk(bytes: &[u8]) -> Option<(usize, &[u8])> {
    let end = memchr::memchr(b'\n', &bytes[..bytes.len().min(1024)])?;
    let line = std::str::from_utf8(&bytes[..end]).ok()?;
    let size = line.split(';').next().unwrap_or_default().trim();
    Some((usize::from_str_radix(size, 16).ok().filter(|_| !size.starts_with('+'))?, &bytes[end + 1..]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;

    const PAGE: &[u8] = b"<p>The pier at Hollin was opened again on Monday, the harbour office said.</p>";

    fn packed() -> Vec<(&'static str, Vec<u8>)> {
        let level = flate2::Compression::best();
        let mut gzip = flate2::write::GzEncoder::new(Vec::new(), level);
        let mut zlib = flate2::write::ZlibEncoder::new(Vec::new(), level);
        let mut deflate = flate2::write::DeflateEncoder::new(Vec::new(), level);
        for encoder in [&mut gzip as &mut dyn Write, &mut zlib, &mut deflate] {
            encoder.write_all(PAGE).unwrap();
        }
        // Brotli (RFC 7932): a window of 16 bits, one uncompressed block of the page's length, and the last, empty block.
        let length = PAGE.len() as u32 - 1;
        let bits = length << 4 | 1 << 20;
        let mut brotli = bits.to_le_bytes()[..3].to_vec();
        brotli.extend_from_slice(PAGE);
        brotli.push(3);
        vec![
            ("gzip", gzip.finish().unwrap()),
            ("deflate", zlib.finish().unwrap()),
            ("deflate", deflate.finish().unwrap()),
            ("zstd", zstd::encode_all(PAGE, 3).unwrap()),
            ("br", brotli),
        ]
    }

    #[test]
    fn encodings_are_undone_and_their_damage_is_told() {
        for (name, body) in packed() {
            let plain = undo(body.clone(), &[name], 1000);
            assert_eq!((plain.bytes.as_slice(), plain.too_long, plain.damaged), (PAGE, false, false), "{name}");
            assert!(undo(body.clone(), &[name], 10).too_long, "{name}");
            let cut = undo(body[..body.len() - 9].to_vec(), &[name], 1000);
            assert!(cut.damaged || cut.bytes != PAGE, "{name}");
            assert_eq!(undo(PAGE.to_vec(), &[name], 1000).bytes, PAGE, "{name}: what is not encoded is left");
        }
    }

    #[test]
    fn encodings_on_top_of_one_another() {
        let packed = packed();
        let twice = zstd::encode_all(&packed[0].1[..], 3).unwrap();
        assert_eq!(undo(twice, &["gzip", "zstd"], 1000).bytes, PAGE);
    }

    #[test]
    fn chunks_are_joined() {
        for (body, expected, broken) in [
            ("4\r\nWiki\r\n6;name=x\r\npedia \r\n0\r\nTrailer: x\r\n\r\n", "Wikipedia ", false),
            ("<p>no chunks</p>", "<p>no chunks</p>", false),
            ("4\r\nWiki\r\n<p>no more</p>", "Wiki<p>no more</p>", false),
            ("4\r\nWiki\r\n", "Wiki", true),
            ("ffffffffffffffff\r\nWiki", "Wiki", true),
            ("fffffffffffffffff\r\nWiki", "fffffffffffffffff\r\nWiki", false),
            ("", "", false),
        ] {
            let (plain, cut) = without_chunks(body.as_bytes());
            assert_eq!((String::from_utf8(plain).unwrap().as_str(), cut), (expected, broken), "{body:?}");
        }
    }
}

//! What a server sends, taken in and unpacked within bounds.

use std::io::{self, Read};

use flate2::read::{DeflateDecoder, MultiGzDecoder, ZlibDecoder};
use http_body_util::BodyExt;
use hyper::body::Incoming;

use crate::{Failure, FailureKind};

/// Packed bytes that become so many times more are a bomb, once there is more than [`HARMLESS`] of them.
const MOST_TIMES: usize = 200;
const HARMLESS: usize = 1 << 20;
/// No server packs more often than this.
const MOST_LAYERS: usize = 2;

/// Takes at most `most` bytes in.
pub(crate) async fn take_in(mut body: Incoming, most: usize) -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    while let Some(frame) = body.frame().await {
        let frame = frame.map_err(|_| Failure::new(FailureKind::Connection, "the answer breaks off"))?;
        let Ok(data) = frame.into_data() else { continue };
        if bytes.len() + data.len() > most {
            return Err(too_large(most));
        }
        bytes.extend_from_slice(&data);
    }
    Ok(bytes)
}

/// Unpacks `bytes` as `encodings` (the Content-Encoding header) says, to at most `most` bytes.
pub(crate) fn unpacked(bytes: Vec<u8>, encodings: &str, most: usize) -> Result<Vec<u8>, Failure> {
    let names = encodings.split(',').map(|name| name.trim().to_ascii_lowercase());
    let layers: Vec<String> = names.filter(|name| !name.is_empty() && name != "identity").collect();
    if layers.len() > MOST_LAYERS {
        return Err(Failure::new(FailureKind::Unreadable, "the answer is packed too many times over"));
    }
    layers.iter().rev().try_fold(bytes, |bytes, layer| unpack(&bytes, layer, most))
}

fn unpack(bytes: &[u8], encoding: &str, most: usize) -> Result<Vec<u8>, Failure> {
    // Some servers name a packing and send nothing at all.
    if bytes.is_empty() {
        return Ok(Vec::new());
    }
    let bound = most.min(bytes.len().saturating_mul(MOST_TIMES).max(HARMLESS));
    let read = match encoding {
        "gzip" | "x-gzip" => read_up_to(&mut MultiGzDecoder::new(bytes), bound),
        // `deflate` should be zlib; some servers send it bare.
        "deflate" => read_up_to(&mut ZlibDecoder::new(bytes), bound)
            .or_else(|_| read_up_to(&mut DeflateDecoder::new(bytes), bound)),
        "br" => read_up_to(&mut brotli_decompressor::Decompressor::new(bytes, 4096), bound),
        "zstd" => zstd::stream::read::Decoder::new(bytes).and_then(|mut decoder| {
            // 8 MB, as RFC 9659 has it for the web: more memory need not be given.
            decoder.window_log_max(23)?;
            read_up_to(&mut decoder, bound)
        }),
        other => {
            return Err(Failure::new(FailureKind::Unreadable, format!("the answer is packed as “{other}”, unasked")));
        }
    };
    match read {
        Ok(read) if read.len() > bound && bound < most => Err(Failure::new(
            FailureKind::Large,
            format!("the answer unpacks to more than {MOST_TIMES} times its size"),
        )),
        Ok(read) if read.len() > bound => Err(too_large(most)),
        Ok(read) => Ok(read),
        Err(_) => {
            Err(Failure::new(FailureKind::Unreadable, format!("the answer is not packed as it says ({encoding})")))
        }
    }
}

/// Reads to the end, or one byte more than `bound`.
fn read_up_to(reader: &mut dyn Read, bound: usize) -> io::Result<Vec<u8>> {
    let mut read = Vec::new();
    reader.take(bound as u64 + 1).read_to_end(&mut read)?;
    Ok(read)
}

fn too_large(most: usize) -> Failure {
    Failure::new(FailureKind::Large, format!("the answer is larger than {} MB", most >> 20))
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use flate2::Compression;
    use flate2::write::{DeflateEncoder, GzEncoder, ZlibEncoder};

    use super::*;

    const MOST: usize = 8 << 20;

    fn gzip(bytes: &[u8]) -> Vec<u8> {
        let mut packer = GzEncoder::new(Vec::new(), Compression::best());
        packer.write_all(bytes).unwrap();
        packer.finish().unwrap()
    }

    #[test]
    fn every_packing_that_is_asked_for_is_unpacked() {
        let words = b"a feed of many words ".repeat(50);
        let mut zlib = ZlibEncoder::new(Vec::new(), Compression::default());
        zlib.write_all(&words).unwrap();
        let mut bare = DeflateEncoder::new(Vec::new(), Compression::default());
        bare.write_all(&words).unwrap();
        let brotli = [0x0b, 0x02, 0x80, b'h', b'e', b'l', b'l', b'o', 0x03];
        assert_eq!(unpacked(brotli.to_vec(), "br", MOST).unwrap(), b"hello");
        let packed = [
            (gzip(&words), "gzip"),
            (zlib.finish().unwrap(), "deflate"),
            (bare.finish().unwrap(), "deflate"),
            (zstd::encode_all(words.as_slice(), 3).unwrap(), "zstd"),
            (gzip(&gzip(&words)), "gzip, gzip"),
            (words.clone(), "identity"),
        ];
        for (bytes, encoding) in packed {
            assert_eq!(unpacked(bytes, encoding, MOST).unwrap(), words, "{encoding}");
        }
    }

    #[test]
    fn bombs_and_false_packings_are_refused() {
        let bomb = gzip(&vec![0; 7 << 20]);
        assert_eq!(unpacked(bomb.clone(), "gzip", MOST).unwrap_err().kind, FailureKind::Large);
        assert_eq!(unpacked(gzip(&bomb), "gzip, gzip", MOST).unwrap_err().kind, FailureKind::Large);
        assert_eq!(unpacked(b"plain".to_vec(), "gzip", MOST).unwrap_err().kind, FailureKind::Unreadable);
        assert_eq!(unpacked(b"plain".to_vec(), "lzma", MOST).unwrap_err().kind, FailureKind::Unreadable);
        assert_eq!(unpacked(gzip(b"a"), "gzip, gzip, gzip", MOST).unwrap_err().kind, FailureKind::Unreadable);
    }
}

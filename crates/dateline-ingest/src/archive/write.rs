//! Captures as WARC 1.1 records (ISO 28500:2017), each a gzip member of its own, the same bytes for the same capture.

use std::io::{self, Write};

use dateline_model::{Capture, Digest};
use flate2::{Compression, GzBuilder};

/// Stands where the time of a capture is not known: the field is required, and before the web it says nothing.
const NO_TIME: &str = "1970-01-01T00:00:00Z";
/// "Unknown" as operating system (RFC 1952), so that the bytes do not depend on where they were made.
const NO_SYSTEM: u8 = 255;

/// Writes one capture as a `resource` record. Its address is that of the capture, else `urn:sha256:` with the digest.
pub fn write_record(out: &mut dyn Write, capture: &Capture) -> io::Result<()> {
    let digest = capture.digest();
    let address = capture.url.as_deref().map_or_else(|| format!("urn:sha256:{digest}"), one_line);
    let date = capture.captured.map_or_else(|| NO_TIME.to_owned(), |captured| captured.to_string());
    let kind = capture.content_type.as_deref().map(one_line);
    let id = identifier(&[&address, &date, kind.as_deref().unwrap_or_default(), &digest.to_string()]);
    let mut member = GzBuilder::new().operating_system(NO_SYSTEM).write(out, Compression::default());
    write!(
        member,
        "WARC/1.1\r\nWARC-Type: resource\r\nWARC-Record-ID: <urn:uuid:{id}>\r\nWARC-Date: {date}\r\n\
         WARC-Target-URI: {address}\r\nWARC-Block-Digest: sha256:{digest}\r\nWARC-Payload-Digest: sha256:{digest}\r\n"
    )?;
    if let Some(kind) = kind {
        write!(member, "Content-Type: {kind}\r\n")?;
    }
    write!(member, "Content-Length: {}\r\n\r\n", capture.bytes.len())?;
    member.write_all(&capture.bytes)?;
    member.write_all(b"\r\n\r\n")?;
    member.finish().map(drop)
}

/// A UUID of version 8 (RFC 9562), made from what the record says.
fn identifier(fields: &[&str]) -> String {
    let mut bytes = Digest::of_fields(fields.iter().copied()).0;
    bytes[6] = bytes[6] & 0x0f | 0x80;
    bytes[8] = bytes[8] & 0x3f | 0x80;
    let hex: String = bytes[..16].iter().map(|byte| format!("{byte:02x}")).collect();
    format!("{}-{}-{}-{}-{}", &hex[..8], &hex[8..12], &hex[12..16], &hex[16..20], &hex[20..])
}

/// A line end in a value would end its field.
fn one_line(words: &str) -> String {
    words.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::archive::{Found, Records, Unpacked};

    #[test]
    fn what_is_written_is_read_back_the_same() {
        let known = Capture {
            url: Some("https://news.example/a".to_owned()),
            captured: "2025-03-04T05:06:07.25Z".parse().ok(),
            content_type: Some("text/html; charset=iso-8859-1".to_owned()),
            bytes: b"<p>caf\xe9</p>\r\n\r\nWARC/1.0\r\nno record".to_vec(),
        };
        let captures = [known, Capture::of("{\"text\":\"Words.\"}"), Capture::of("")];
        let write = || {
            let mut archive = Vec::new();
            captures.iter().for_each(|capture| write_record(&mut archive, capture).unwrap());
            archive
        };
        let archive = write();
        assert_eq!(archive, write());
        let read = Records::new(Unpacked::new(Box::new(&archive[..])).unwrap()).map(|found| match found {
            Found::Record(record) => record.capture,
            Found::Problem(problem) => panic!("{problem}"),
        });
        assert_eq!(read.collect::<Vec<_>>(), captures);
    }
}

//! Lines of bounded length out of a stream of any length.

use std::io::{BufRead, ErrorKind};

/// What the next line of a stream is.
#[derive(Debug, PartialEq, Eq)]
pub enum Line {
    /// A line, without its end.
    Whole(Vec<u8>),
    /// A line longer than the limit: passed over, with its length in bytes.
    TooLong(u64),
    /// The stream broke off. `bytes` of an unfinished line were lost.
    Broken {
        /// Why.
        error: String,
    },
    /// The end.
    End,
}

/// Reads the next line, holding at most `limit` bytes of it.
pub fn next_line(stream: &mut dyn BufRead, limit: usize) -> Line {
    let mut line = Vec::new();
    let mut length = 0u64;
    loop {
        let bytes = match stream.fill_buf() {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == ErrorKind::Interrupted => continue,
            Err(error) => return Line::Broken { error: error.to_string() },
        };
        if bytes.is_empty() {
            return if length == 0 { Line::End } else { finish(line, length, limit) };
        }
        let end = memchr::memchr(b'\n', bytes);
        let part = &bytes[..end.unwrap_or(bytes.len())];
        length += part.len() as u64;
        if length <= limit as u64 {
            line.extend_from_slice(part);
        } else {
            line = Vec::new();
        }
        let taken = part.len() + usize::from(end.is_some());
        stream.consume(taken);
        if end.is_some() {
            return finish(line, length, limit);
        }
    }
}

fn finish(mut line: Vec<u8>, length: u64, limit: usize) -> Line {
    if length > limit as u64 {
        return Line::TooLong(length);
    }
    if line.last() == Some(&b'\r') {
        line.pop();
    }
    Line::Whole(line)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Cursor;

    fn lines(bytes: &[u8], limit: usize) -> Vec<Line> {
        let mut stream = Cursor::new(bytes);
        let mut lines = Vec::new();
        loop {
            match next_line(&mut stream, limit) {
                Line::End => return lines,
                line => lines.push(line),
            }
        }
    }

    #[test]
    fn a_line_past_the_limit_is_passed_over_and_the_next_is_read() {
        let whole = |words: &str| Line::Whole(words.into());
        assert_eq!(lines(b"one\r\n12345678\n\nlast", 5), [whole("one"), Line::TooLong(8), whole(""), whole("last")]);
    }
}

//! What a record's block holds: an HTTP answer taken apart, or the payload itself.

use super::counted::PassedOver;
use super::encodings::{Plain, undo, without_chunks};
use super::fields::Fields;
use super::head::Head;
use super::media::may_hold_reports;

/// A block seen as payload.
pub(super) struct Answer<'b> {
    /// The HTTP status, where the block is an HTTP answer.
    status: Option<u16>,
    fields: Fields,
    content_type: Option<String>,
    body: &'b [u8],
}

impl<'b> Answer<'b> {
    /// Takes `block` apart, which may be the beginning of a longer one.
    pub(super) fn of(head: &Head, block: &'b [u8]) -> Answer<'b> {
        if !block.starts_with(b"HTTP/") {
            let stated = head.content_type.clone().filter(|stated| !stated.starts_with("application/http"));
            return Answer { status: None, fields: Fields::default(), content_type: stated, body: block };
        }
        let end = memchr::memchr(b'\n', block).map_or(block.len(), |end| end + 1);
        let line = String::from_utf8_lossy(&block[..end]);
        let status = line.split_ascii_whitespace().nth(1).and_then(|status| status.parse().ok());
        let (fields, body) = Fields::split(&block[end..]);
        let content_type = fields.get("content-type").map(str::to_owned);
        Answer { status: Some(status.unwrap_or(0)), fields, content_type, body }
    }

    /// Why there is nothing to read in it, where that is so.
    pub(super) fn passed(&self) -> Option<PassedOver> {
        if self.status.is_some_and(|status| !(200..300).contains(&status)) {
            Some(PassedOver::Status)
        } else if !may_hold_reports(self.content_type.as_deref()) {
            Some(PassedOver::Media)
        } else {
            None
        }
    }

    /// The media type and charset that the server, or else the record, stated.
    pub(super) fn content_type(&self) -> Option<String> {
        self.content_type.clone()
    }

    /// The payload with its encodings undone, of at most `limit` bytes.
    pub(super) fn payload(&self, limit: usize) -> Plain {
        let names = |name: &str| -> Vec<&str> { self.fields.all(name).flat_map(|value| value.split(',')).collect() };
        let transfer = names("transfer-encoding");
        let chunked = transfer.iter().any(|name| name.trim().eq_ignore_ascii_case("chunked"));
        let (body, cut) = match chunked {
            true => without_chunks(self.body),
            false => (self.body.to_vec(), false),
        };
        let encodings: Vec<&str> = names("content-encoding").into_iter().chain(transfer).collect();
        let plain = undo(body, &encodings, limit);
        Plain { damaged: plain.damaged || cut, ..plain }
    }
}

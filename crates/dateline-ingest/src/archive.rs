//! Web archives (WARC, ARC): a stream of stored answers cut into captures, damage passed over, and captures written.

mod answer;
mod counted;
mod encodings;
mod fields;
mod head;
mod media;
mod members;
mod raw;
mod records;
mod tape;
mod unpacked;
mod write;

pub use counted::{Passed, PassedOver};
pub use records::{Found, Record, Records};
pub use unpacked::{Place, Unpacked};
pub use write::write_record;

/// True where unpacked bytes begin as a web archive does.
#[must_use]
pub fn is_archive(prefix: &[u8]) -> bool {
    head::opens_record(prefix.trim_ascii_start())
}

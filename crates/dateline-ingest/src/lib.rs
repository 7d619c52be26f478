//! Bytes of any news source in, articles out. Pure: nothing here opens a file or asks the time.

mod source;
mod sources;

pub use source::{Framing, Reading, Source, Subscription};
pub use sources::{SOURCES, read, sniff};

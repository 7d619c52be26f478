//! Files and folders become captures: found, opened, decompressed, cut into lines where their format has lines.

mod bounded;
mod captures;
mod open;
mod walk;

pub use captures::{Item, each_capture};
pub use open::Opened;
pub use walk::{Input, find, reason};

//! Files and folders become captures: found, opened, unpacked, cut into lines or records where their format has them.

mod archives;
mod bounded;
mod captures;
mod item;
mod open;
mod wacz;
mod walk;

pub use captures::each_capture;
pub use item::{Item, Met, Spot};
pub use open::Opened;
pub use walk::{Input, find, reason};

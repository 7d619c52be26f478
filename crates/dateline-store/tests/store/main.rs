//! The data folder as the other crates use it: writing, reading, searching, and what happens when things go wrong.

mod durability;
mod earlier;
mod edits;
mod followed;
mod index;
mod put;
mod refusals;
mod related;
mod search;
mod speakers;
mod stories;
mod support;
mod topics;

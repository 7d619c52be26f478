//! What pages are put together from: plain values, made from the store's views and shown by templates.

pub mod body;
pub mod card;
pub mod changes;
pub mod copy;
pub mod foreign;
pub mod found;
pub mod frame;
pub mod paging;
pub mod strip;
pub mod timeline;
pub mod why;

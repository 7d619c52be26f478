//! What pages are put together from: plain values, made from the store's views and shown by templates.

pub mod body;
pub mod card;
pub mod changes;
pub mod cited;
pub mod copy;
pub mod foreign;
pub mod found;
pub mod frame;
pub mod marks;
pub mod nest;
pub mod paging;
pub mod passages;
pub mod paths;
pub mod related;
pub mod said;
pub mod strip;
pub mod switches;
pub mod timeline;
pub mod underway;
pub mod value;
pub mod why;

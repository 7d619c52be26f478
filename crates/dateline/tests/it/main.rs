//! The program as a user runs it: its binary, its files, its pages. One test binary.

mod archives;
mod bad_input;
mod brief;
mod corrections;
mod demo;
mod disk;
mod documents;
mod filling;
mod filters;
mod formats;
mod hub;
mod images;
mod killed;
mod large_archive;
mod live;
mod nginx;
mod pages;
mod program;
mod record;
mod reports;
mod revisions;
mod seeds;
mod speakers;
mod web;

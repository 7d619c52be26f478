//! Outlet tables and the page they correct, parted by the first NUL.
#![no_main]

use dateline_fuzz::{capture, check, source};
use dateline_ingest::{Outlets, read_with};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let at = bytes.iter().position(|&byte| byte == 0).unwrap_or(bytes.len());
    let (table, page) = (String::from_utf8_lossy(&bytes[..at]), bytes.get(at + 1..).unwrap_or_default());
    match Outlets::parse(&table, "outlets.toml") {
        Ok(outlets) => {
            check(&capture(page), |capture| read_with(source("html"), capture, &outlets));
        }
        Err(error) => {
            let lines = table.split('\n').count();
            assert!((1..=lines).contains(&error.line), "line {} of {lines}: {}", error.line, error.what);
            assert!(!error.what.is_empty() && !error.what.contains('\n'), "{:?}", error.what);
        }
    }
});

//! House rules as tests: `cargo tidy`. See `tests/`.

//! A clock for one thread.

use std::fs;
use std::time::Instant;

use anyhow::Result;

/// Time of this thread on a processor: others that run meanwhile are not counted.
pub struct Clock {
    began: Instant,
    spent: Option<u64>,
}

impl Clock {
    /// Begins to count.
    pub fn start() -> Result<Clock> {
        Ok(Clock { began: Instant::now(), spent: spent() })
    }

    /// Seconds since it began.
    pub fn seconds(&self) -> Result<f64> {
        Ok(match (self.spent, spent()) {
            (Some(before), Some(after)) => (after - before) as f64 / 1e9,
            _ => self.began.elapsed().as_secs_f64(),
        })
    }
}

/// Nanoseconds of this thread on a processor so far, where the kernel counts them.
fn spent() -> Option<u64> {
    fs::read_to_string("/proc/thread-self/schedstat").ok()?.split(' ').next()?.parse().ok()
}

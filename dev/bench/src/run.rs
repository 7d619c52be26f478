//! Runs the binary that stands beside this one and watches its time and memory.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};

/// What an import took.
pub struct Import {
    pub seconds: f64,
    pub peak_megabytes: u64,
}

fn binary() -> Result<PathBuf> {
    let path = std::env::current_exe()?.with_file_name("dateline");
    ensure!(path.is_file(), "{} is not there: run `cargo build --release` first", path.display());
    Ok(path)
}

/// Imports a file into a data folder.
pub fn import(file: &Path, data: &Path) -> Result<Import> {
    let begun = Instant::now();
    let mut command = Command::new(binary()?);
    command.arg("import").arg("--data").args([data, file]).stdout(Stdio::null()).stderr(Stdio::null());
    let mut child = command.spawn()?;
    let mut peak_megabytes = 0;
    // Problems of single articles (a date that is none) end with status 1; the rest is in.
    while child.try_wait()?.is_none() {
        peak_megabytes = peak_megabytes.max(peak(&child));
        sleep(Duration::from_millis(10));
    }
    Ok(Import { seconds: begun.elapsed().as_secs_f64(), peak_megabytes })
}

/// The most memory a process has held, in megabytes, as the kernel counts it.
fn peak(child: &Child) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{}/status", child.id())).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kilobytes = line.and_then(|line| line.split_whitespace().next()?.parse::<u64>().ok());
    kilobytes.unwrap_or_default() / 1024
}

/// A running server.
pub struct Server {
    child: Child,
    /// `127.0.0.1:PORT`.
    pub address: String,
}

impl Server {
    /// Starts serving a data folder on a free port.
    pub fn start(data: &Path) -> Result<Server> {
        let mut command = Command::new(binary()?);
        command.args(["serve", "--listen", "127.0.0.1:0", "--data"]).arg(data).stdout(Stdio::piped());
        let mut child = command.spawn()?;
        let stdout = BufReader::new(child.stdout.take().context("standard output")?);
        let said = stdout.lines().map_while(Result::ok).find(|line| line.contains("http://")).context("an address")?;
        let address = said.split(['/', ' ']).find(|part| part.starts_with("127.")).context("an address")?.to_owned();
        Ok(Server { child, address })
    }

    /// The most memory it has held.
    pub fn peak_megabytes(&self) -> u64 {
        peak(&self.child)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

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

/// What a round over the followed sources took.
pub struct Fetch {
    pub seconds: f64,
    pub processor_seconds: f64,
    pub peak_megabytes: u64,
}

/// Sources on this machine, asked as fast as can be.
const WITHOUT_MANNERS: [(&str, &str); 3] =
    [("DATELINE_ALLOW_NETWORKS", "127.0.0.0/8"), ("DATELINE_FETCH_PAUSE", "0"), ("DATELINE_FETCH_AT_ONCE", "64")];

/// Asks the sources of a data folder on loopback without manners: those that are due, or all.
pub fn fetch(data: &Path, all: bool) -> Result<Fetch> {
    let begun = Instant::now();
    let mut command = Command::new(binary()?);
    command.args(["fetch", "--data"]).arg(data).args(all.then_some("--all"));
    let mut child = command.envs(WITHOUT_MANNERS).stdout(Stdio::null()).spawn()?;
    let (mut peak_megabytes, mut processor_seconds) = (0, 0.0);
    let status = loop {
        if let Some(status) = child.try_wait()? {
            break status;
        }
        peak_megabytes = peak_megabytes.max(peak(&child));
        processor_seconds = processor(&child).max(processor_seconds);
        sleep(Duration::from_millis(5));
    };
    ensure!(status.success(), "some sources failed");
    Ok(Fetch { seconds: begun.elapsed().as_secs_f64(), processor_seconds, peak_megabytes })
}

/// Seconds of processor time, as the kernel counts them in ticks of 10 ms.
fn processor(child: &Child) -> f64 {
    let line = std::fs::read_to_string(format!("/proc/{}/stat", child.id())).unwrap_or_default();
    let numbers = line.rsplit(')').next().unwrap_or_default().split_whitespace().skip(11).take(2);
    numbers.filter_map(|ticks| ticks.parse::<f64>().ok()).sum::<f64>() / 100.0
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
        Server::run(data, &[("DATELINE_FETCH", "off")])
    }

    /// Starts serving a data folder that keeps up with its sources on loopback, without manners.
    pub fn following(data: &Path) -> Result<Server> {
        Server::run(data, &WITHOUT_MANNERS)
    }

    fn run(data: &Path, environment: &[(&str, &str)]) -> Result<Server> {
        let mut command = Command::new(binary()?);
        command.args(["serve", "--listen", "127.0.0.1:0", "--data"]).arg(data).stdout(Stdio::piped());
        command.envs(environment.iter().copied());
        let mut child = command.spawn()?;
        let stdout = BufReader::new(child.stdout.take().context("standard output")?);
        let said = stdout.lines().map_while(Result::ok).find(|line| line.contains("http://")).context("an address")?;
        let address = said.split(['/', ' ']).find(|part| part.starts_with("127.")).context("an address")?.to_owned();
        Ok(Server { child, address })
    }

    /// Seconds of processor time so far.
    pub fn processor_seconds(&self) -> f64 {
        processor(&self.child)
    }

    /// Tells it to end, and waits until it has written what it found.
    pub fn stop(mut self) -> Result<()> {
        ensure!(Command::new("kill").arg(self.child.id().to_string()).status()?.success(), "kill failed");
        ensure!(self.child.wait()?.success(), "the server did not end well");
        Ok(())
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

//! Python trafilatura in an environment of its own, as a process that answers a request for each round.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use anyhow::{Context, Result, bail};

/// The version that is measured.
const VERSION: &str = "2.3.1";
/// What a library of its own needs and does not ask for: without it trafilatura cannot be imported.
const BESIDE: &str = "lxml_html_clean==0.4.6";
/// How it is asked to read: with its fall-backs, and without.
pub const MODES: [&str; 2] = ["default", "fast"];

const SCRIPT: &str = include_str!("rounds.py");

/// What it takes to run this benchmark, for messages.
const NEEDED: &str =
    "this benchmark needs Python 3 with its `venv` module and, the first time, a network that reaches PyPI";

/// A running interpreter with all pages in memory.
pub struct Trafilatura {
    child: Child,
    requests: ChildStdin,
    answers: BufReader<ChildStdout>,
    /// How many pages it holds.
    pub pages: usize,
    /// What it runs on, in words.
    pub versions: String,
}

impl Trafilatura {
    /// Starts it, installed first where it is not yet, and waits until it has read the pages of `folder`.
    pub fn start(folder: &Path) -> Result<Trafilatura> {
        let python = installed()?;
        let mut command = Command::new(python);
        command.args(["-c", SCRIPT]).arg(folder).stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut child = command.spawn().context(NEEDED)?;
        let requests = child.stdin.take().context("standard input")?;
        let answers = BufReader::new(child.stdout.take().context("standard output")?);
        let mut started = Trafilatura { child, requests, answers, pages: 0, versions: String::new() };
        let answer = started.answer()?;
        let (pages, versions) = answer.split_once(' ').context("trafilatura's side has not said what it runs on")?;
        started.pages = pages.parse().context(answer.clone())?;
        versions.clone_into(&mut started.versions);
        Ok(started)
    }

    /// Reads all pages once: how long it took in seconds, and in how many pages a text was found.
    pub fn round(&mut self, mode: &str) -> Result<(f64, usize)> {
        writeln!(self.requests, "{mode}").context("trafilatura's side has ended")?;
        let answer = self.answer()?;
        let (seconds, found) = answer.split_once(' ').context("trafilatura's side gave no time")?;
        Ok((seconds.parse()?, found.parse()?))
    }

    fn answer(&mut self) -> Result<String> {
        let mut line = String::new();
        self.answers.read_line(&mut line)?;
        if line.is_empty() {
            bail!("trafilatura's side has ended; what it said stands above");
        }
        Ok(line.trim_end().to_owned())
    }
}

impl Drop for Trafilatura {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The interpreter of the environment that holds trafilatura; makes it where it is not there.
fn installed() -> Result<PathBuf> {
    let cache = dirs::cache_dir().context("the folder for caches is not known: set XDG_CACHE_HOME or HOME")?;
    let folder = cache.join("dateline/bench-extraction").join(format!("trafilatura-{VERSION}"));
    let python = folder.join("bin/python");
    if works(&python) {
        return Ok(python);
    }
    println!("installing trafilatura {VERSION} from PyPI into {}", folder.display());
    fs::create_dir_all(&folder).with_context(|| folder.display().to_string())?;
    let environment = Command::new("python3").args(["-m", "venv", "--clear"]).arg(&folder).status();
    if !environment.as_ref().is_ok_and(std::process::ExitStatus::success) {
        bail!("`python3 -m venv {}` failed; {NEEDED}", folder.display());
    }
    let package = format!("trafilatura=={VERSION}");
    let install = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", &package, BESIDE];
    let install = Command::new(&python).args(install).status();
    if !install.is_ok_and(|status| status.success()) || !works(&python) {
        bail!("`pip install {package} {BESIDE}` in {} failed; {NEEDED}", folder.display());
    }
    Ok(python)
}

fn works(python: &Path) -> bool {
    let wanted = format!("import trafilatura; assert trafilatura.__version__ == '{VERSION}'");
    let tried = Command::new(python).args(["-c", &wanted]).stderr(Stdio::null()).status();
    tried.is_ok_and(|status| status.success())
}

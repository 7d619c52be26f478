//! A Python library in an environment of its own, as a process that answers a request for each round.

use std::ffi::OsStr;
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use anyhow::{Context, Result, bail};

/// What it takes to run a benchmark against Python, for messages.
const NEEDED: &str =
    "this benchmark needs Python 3 with its `venv` module and, the first time, a network that reaches PyPI";

/// A library that is measured against, and the script that runs it.
pub struct Library {
    /// The folder of its environment, in that of the benchmarks' caches.
    pub folder: &'static str,
    /// What pip installs.
    pub packages: &'static [&'static str],
    /// Python that fails where these are not installed, or are other versions.
    pub check: &'static str,
    /// What it runs: writes a line once it has read what its argument names, then a line for each line that it reads.
    pub script: &'static str,
}

/// A running interpreter.
pub struct Python {
    child: Child,
    requests: ChildStdin,
    answers: BufReader<ChildStdout>,
}

impl Python {
    /// Starts `library`, installed first where it is not yet; answers its first line too.
    pub fn start(library: &Library, argument: &OsStr) -> Result<(Python, String)> {
        let python = installed(library)?;
        let mut command = Command::new(python);
        command.args(["-c", library.script]).arg(argument).stdin(Stdio::piped()).stdout(Stdio::piped());
        // One thread for both, whatever the libraries underneath would take.
        for variable in ["OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS"] {
            command.env(variable, "1");
        }
        let mut child = command.spawn().context(NEEDED)?;
        let requests = child.stdin.take().context("standard input")?;
        let answers = BufReader::new(child.stdout.take().context("standard output")?);
        let mut started = Python { child, requests, answers };
        let first = started.answer()?;
        Ok((started, first))
    }

    /// What it answers to `request`: seconds, and what else it counts.
    pub fn ask(&mut self, request: &str) -> Result<(f64, usize)> {
        writeln!(self.requests, "{request}").context("Python's side has ended")?;
        let answer = self.answer()?;
        let (seconds, found) = answer.split_once(' ').context("Python's side gave no time")?;
        Ok((seconds.parse()?, found.parse()?))
    }

    fn answer(&mut self) -> Result<String> {
        let mut line = String::new();
        self.answers.read_line(&mut line)?;
        if line.is_empty() {
            bail!("Python's side has ended; what it said stands above");
        }
        Ok(line.trim_end().to_owned())
    }
}

impl Drop for Python {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The interpreter of the environment that holds `library`; makes it where it is not there.
fn installed(library: &Library) -> Result<PathBuf> {
    let cache = dirs::cache_dir().context("the folder for caches is not known: set XDG_CACHE_HOME or HOME")?;
    let folder = cache.join("dateline").join(library.folder);
    let python = folder.join("bin/python");
    if works(&python, library) {
        return Ok(python);
    }
    let packages = library.packages.join(" ");
    println!("installing {packages} from PyPI into {}", folder.display());
    fs::create_dir_all(&folder).with_context(|| folder.display().to_string())?;
    let environment = Command::new("python3").args(["-m", "venv", "--clear"]).arg(&folder).status();
    if !environment.as_ref().is_ok_and(std::process::ExitStatus::success) {
        bail!("`python3 -m venv {}` failed; {NEEDED}", folder.display());
    }
    let install = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check"];
    let install = Command::new(&python).args(install).args(library.packages).status();
    if !install.is_ok_and(|status| status.success()) || !works(&python, library) {
        bail!("`pip install {packages}` in {} failed; {NEEDED}", folder.display());
    }
    Ok(python)
}

fn works(python: &Path, library: &Library) -> bool {
    let tried = Command::new(python).args(["-c", library.check]).stderr(Stdio::null()).status();
    tried.is_ok_and(|status| status.success())
}

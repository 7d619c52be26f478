//! Runs the binary in a folder of its own and reads what it says.

use std::ffi::OsStr;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use tempfile::TempDir;

/// A place to run in: a data folder and a folder of inputs, gone at the end.
pub struct Place {
    folder: TempDir,
}

/// What a run came to.
#[derive(Debug)]
pub struct Ran {
    /// Exit status; `None` where it was killed.
    pub status: Option<i32>,
    pub stdout: String,
    pub stderr: String,
}

impl Place {
    pub fn new() -> Place {
        let place = Place { folder: tempfile::tempdir().expect("a temporary folder") };
        std::fs::create_dir(place.inputs()).expect("a folder for inputs");
        place
    }

    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    /// The data folder; not there before the first import.
    pub fn data(&self) -> PathBuf {
        self.path().join("data")
    }

    /// The folder of inputs.
    pub fn inputs(&self) -> PathBuf {
        self.path().join("in")
    }

    /// Writes an input.
    pub fn write(&self, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
        let path = self.inputs().join(name);
        std::fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
        std::fs::write(&path, content).expect("an input");
        path
    }

    /// The binary, in this place, with arguments.
    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_dateline"));
        command.args(arguments).current_dir(self.path()).env("DATELINE_FOLDER", self.data());
        command.env("RUST_BACKTRACE", "0").stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        command
    }

    pub fn run(&self, arguments: &[&str]) -> Ran {
        finish(self.command(arguments).spawn().expect("the binary runs"))
    }

    /// Runs with `input` on standard input.
    pub fn pipe(&self, arguments: &[&str], input: impl AsRef<[u8]>) -> Ran {
        let mut child = self.command(arguments).stdin(Stdio::piped()).spawn().expect("the binary runs");
        let mut stdin = child.stdin.take().expect("standard input");
        let input = input.as_ref().to_vec();
        let writer = std::thread::spawn(move || {
            // A run that stops reading early closes the pipe; its answer is what counts.
            let _ = stdin.write_all(&input);
        });
        let ran = finish(child);
        writer.join().expect("the writer ends");
        ran
    }

    /// Imports paths (the folder of inputs where none is named).
    pub fn import(&self, paths: &[&dyn AsRef<OsStr>]) -> Ran {
        let inputs = self.inputs();
        let mut command = self.command(&["import"]);
        match paths {
            [] => command.arg(inputs),
            paths => command.args(paths.iter().map(|path| (*path).as_ref())),
        };
        finish(command.spawn().expect("the binary runs"))
    }

    /// Serves the data folder on a free port.
    pub fn serve(&self) -> Server {
        Server::start(self.command(&["serve", "--listen", "127.0.0.1:0"]))
    }
}

fn finish(child: Child) -> Ran {
    let output = child.wait_with_output().expect("the binary ends");
    let words = |bytes: Vec<u8>| String::from_utf8(bytes).expect("the program writes UTF-8");
    Ran { status: output.status.code(), stdout: words(output.stdout), stderr: words(output.stderr) }
}

impl Ran {
    /// Standard output, where all went well and nothing was said.
    #[track_caller]
    pub fn clean(self) -> String {
        assert_eq!((self.status, self.stderr.as_str()), (Some(0), ""), "{}", self.stdout);
        self.stdout
    }

    /// Standard error, where the exit status is 1.
    #[track_caller]
    pub fn complaint(&self) -> &str {
        assert_eq!(self.status, Some(1), "{self:?}");
        &self.stderr
    }
}

/// A running server, stopped at the end.
pub struct Server {
    child: Child,
    /// `http://127.0.0.1:PORT`.
    pub address: String,
}

/// An answer to a request.
pub struct Answer {
    pub status: u16,
    pub body: String,
    headers: ureq::http::HeaderMap,
}

impl Server {
    pub fn start(mut command: Command) -> Server {
        let mut child = command.stderr(Stdio::inherit()).spawn().expect("the server starts");
        let stdout = BufReader::new(child.stdout.take().expect("standard output"));
        let said = stdout.lines().map_while(Result::ok).find(|line| line.starts_with("Read it at"));
        let said = said.expect("the server says where it is");
        let address = said.split_whitespace().find(|word| word.starts_with("http://")).expect("an address");
        Server { child, address: address.trim_end_matches('/').to_owned() }
    }

    /// Tells it to end, as a system does that shuts down; its exit status.
    pub fn terminate(&mut self) -> Option<i32> {
        let told = Command::new("kill").arg(self.child.id().to_string()).status().expect("kill runs");
        assert!(told.success());
        self.child.wait().expect("it ends").code()
    }

    pub fn get(&self, path: &str) -> Answer {
        self.get_as(path, None)
    }

    /// Asks under another host name.
    pub fn get_as(&self, path: &str, host: Option<&str>) -> Answer {
        let agent: ureq::Agent =
            ureq::Agent::config_builder().http_status_as_error(false).max_redirects(0).build().into();
        let mut request = agent.get(format!("{}{path}", self.address));
        if let Some(host) = host {
            request = request.header("Host", host);
        }
        let mut response = request.call().expect("the server answers");
        let body = response.body_mut().read_to_string().expect("a text");
        Answer { status: response.status().as_u16(), body, headers: response.headers().clone() }
    }

    /// The page at `path`, which must be there.
    #[track_caller]
    pub fn page(&self, path: &str) -> String {
        let answer = self.get(path);
        assert_eq!(answer.status, 200, "{path}: {}", answer.body);
        answer.body
    }
}

impl Answer {
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

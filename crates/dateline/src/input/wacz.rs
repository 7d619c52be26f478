//! WACZ 1.1: a zip file with web archives under `archive/`.

use std::io::{BufReader, Read, Seek};

use dateline_engine::archive::Unpacked;
use dateline_model::Problem;
use zip::ZipArchive;
use zip::result::ZipError;

/// Where the archives are, by the format.
const FOLDER: &str = "archive/";
/// A compressed archive inside may unpack to this many bytes, and beyond them to `RATIO` times its size. The format wants
/// them stored as they are.
const ALLOWED: u64 = 1 << 30;
const RATIO: u64 = 20;

/// Something that can be read from any place.
pub trait ReadSeek: Read + Seek + Send {}

impl<T: Read + Seek + Send> ReadSeek for T {}

/// The name of an archive and its stream, or why it cannot be read.
type Part<'p> = (Option<&'p str>, Result<Unpacked<'p>, Problem>);

/// True where stored bytes begin as a zip file does.
pub fn is_zip(first: &[u8]) -> bool {
    first.starts_with(b"PK\x03\x04") || first.starts_with(b"PK\x05\x06")
}

/// Hands the name and stream of every archive in `zip` to `each`, in the order of the file, until that answers false.
/// One that cannot be opened is a problem in its place.
pub fn each_archive(zip: Box<dyn ReadSeek>, each: &mut dyn FnMut(Part<'_>) -> bool) {
    let mut zip = match ZipArchive::new(BufReader::new(zip)) {
        Ok(zip) => zip,
        Err(error) => {
            let what = format!("a zip file whose list of contents cannot be read ({})", reason(&error));
            each((None, Err(Problem::new(what, "left out; fetch the file again, or unzip what can be saved"))));
            return;
        }
    };
    let mut any = false;
    for number in 0..zip.len() {
        let Some(Ok(name)) = zip.name_for_index(number).map(|name| name.map(std::borrow::Cow::into_owned)) else {
            continue;
        };
        if !name.starts_with(FOLDER) || name.ends_with('/') {
            continue;
        }
        any = true;
        let stream = zip.by_index(number).map_err(|error| {
            Problem::new(format!("it cannot be read ({})", reason(&error)), "left out; the rest is read")
        });
        let unpacked = stream.and_then(|file| {
            let limit = ALLOWED.saturating_add(file.compressed_size().saturating_mul(RATIO));
            Unpacked::new(Box::new(BufReader::new(file.take(limit))))
                .map_err(|error| Problem::new(format!("it cannot be read ({error})"), "left out; the rest is read"))
        });
        if !each((Some(&name), unpacked)) {
            return;
        }
    }
    if !any {
        let what = "a zip file without web archives (WACZ has them in its folder `archive`)";
        each((None, Err(Problem::new(what, "left out"))));
    }
}

fn reason(error: &ZipError) -> String {
    match error {
        ZipError::Io(error) => super::reason(error),
        other => other.to_string(),
    }
}

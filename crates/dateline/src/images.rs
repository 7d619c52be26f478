//! Lead images, asked for by this program in place of the reader's browser, so that no outlet learns who reads.

use std::collections::HashMap;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant, SystemTime};

use anyhow::{Context, Result};
use axum::Router;
use axum::extract::{Path as Named, RawQuery, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use dateline_fetch::{Ask, Client, Seal, unguessable};
use jiff::Timestamp;
use tokio::sync::Semaphore;
use url::form_urlencoded;

/// Most bytes of one image.
const MOST: usize = 4 << 20;
/// Most bytes of all images that are kept; the ones shown longest ago go first.
const ROOM: u64 = 256 << 20;
/// So many images are asked for at once.
const AT_ONCE: usize = 8;
/// An image that could not be had is not asked for again within this time.
const AGAIN: Duration = Duration::from_secs(600);
/// So many of those are remembered.
const MOST_MISSED: usize = 1000;
/// What is asked for.
const ACCEPT: &str = "image/avif, image/webp, image/png, image/jpeg, image/gif;q=0.8";
/// A browser may show it again for a day without asking.
const CACHED: &str = "private, max-age=86400, immutable";
/// An image is nothing but an image, whatever its bytes say.
const POLICY: &str = "default-src 'none'; sandbox";

/// The kinds of images that are shown, by their first bytes; `None` stands for any byte. A kind that can hold scripts is
/// not among them.
const KINDS: &[(&str, &[&[u8]], usize)] = &[
    ("image/png", &[b"\x89PNG\r\n\x1a\n"], 0),
    ("image/jpeg", &[b"\xff\xd8\xff"], 0),
    ("image/gif", &[b"GIF87a", b"GIF89a"], 0),
    ("image/webp", &[b"WEBPVP8"], 8),
    ("image/avif", &[b"ftypavif", b"ftypavis"], 4),
];

/// What kind of image it is, whatever its server calls it.
fn kind(bytes: &[u8]) -> Option<&'static str> {
    let begins = |(_, marks, at): &&(&str, &[&[u8]], usize)| {
        marks.iter().any(|mark| bytes.get(*at..).is_some_and(|rest| rest.starts_with(mark)))
    };
    KINDS.iter().find(begins).map(|(kind, ..)| *kind)
}

/// The images of a data folder. Cheap to clone.
#[derive(Clone)]
pub struct Images(Arc<Parts>);

struct Parts {
    client: Client,
    seal: Seal,
    folder: PathBuf,
    places: Semaphore,
    /// When those were asked for that could not be had, by their seal.
    missed: Mutex<HashMap<String, Instant>>,
}

impl Images {
    /// Keeps images, and the secret that their addresses are sealed with, in `folder`.
    pub fn new(folder: &Path, client: Client) -> Result<Images> {
        let folder = folder.join("images");
        std::fs::create_dir_all(&folder).with_context(|| format!("{} cannot be made", folder.display()))?;
        let seal = Seal::of(&secret(&folder.join("secret"))?);
        let places = Semaphore::new(AT_ONCE);
        Ok(Images(Arc::new(Parts { client, seal, folder, places, missed: Mutex::default() })))
    }

    /// Where the image at `url` is served; nobody else can make such an address.
    pub fn address(&self, url: &str) -> String {
        let of = form_urlencoded::Serializer::new(String::new()).append_pair("of", url).finish();
        format!("/image/{}?{of}", self.0.seal.under(url))
    }

    /// What answers there.
    pub fn router(&self) -> Router {
        Router::new().route("/image/{seal}", get(answer)).with_state(self.clone())
    }

    /// The image at `url`: the one that is kept, or the one that its server sends.
    async fn image(&self, seal: &str, url: &str) -> Option<Vec<u8>> {
        let (parts, path) = (&self.0, self.0.folder.join(seal));
        let there = path.clone();
        if let Ok(Some(bytes)) = tokio::task::spawn_blocking(move || kept(&there)).await {
            return Some(bytes);
        }
        let missed = |images: &Parts| {
            let mut missed = images.missed.lock().unwrap_or_else(PoisonError::into_inner);
            missed.retain(|_, since| since.elapsed() < AGAIN);
            missed.contains_key(seal)
        };
        if missed(parts) {
            return None;
        }
        let _place = parts.places.acquire().await.ok()?;
        let ask = Ask { url: url.to_owned(), accept: Some(ACCEPT), most: Some(MOST), ..Ask::default() };
        let asked = parts.client.ask(&ask, Timestamp::now()).await;
        let bytes = asked.ok().filter(|answer| answer.status == 200).map(|answer| answer.body);
        let Some(bytes) = bytes.filter(|bytes| kind(bytes).is_some()) else {
            let mut missed = parts.missed.lock().unwrap_or_else(PoisonError::into_inner);
            if missed.len() < MOST_MISSED {
                missed.insert(seal.to_owned(), Instant::now());
            }
            return None;
        };
        let (kept, images) = (bytes.clone(), self.clone());
        // Without room on the disk it is shown all the same.
        let _ = tokio::task::spawn_blocking(move || keep(&images.0.folder, &path, &kept)).await;
        Some(bytes)
    }
}

/// The image that is kept in `path`, which is noted as shown now.
fn kept(path: &Path) -> Option<Vec<u8>> {
    let bytes = std::fs::read(path).ok()?;
    // Only the order in which images go depends on it.
    let _ = std::fs::File::options().write(true).open(path).and_then(|file| file.set_modified(SystemTime::now()));
    Some(bytes)
}

/// Writes an image whole or not at all, and lets go of the oldest where there are too many.
fn keep(folder: &Path, path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let fresh = path.with_extension("new");
    std::fs::write(&fresh, bytes)?;
    std::fs::rename(&fresh, path)?;
    let mut kept: Vec<(SystemTime, u64, PathBuf)> = Vec::new();
    for entry in std::fs::read_dir(folder)?.filter_map(Result::ok) {
        let image = entry.file_name().to_str().is_some_and(|name| name.len() == 64);
        if let Ok(about) = entry.metadata()
            && image
        {
            kept.push((about.modified()?, about.len(), entry.path()));
        }
    }
    let mut size: u64 = kept.iter().map(|(_, size, _)| size).sum();
    kept.sort();
    for (_, bytes, path) in kept {
        if size <= ROOM {
            break;
        }
        std::fs::remove_file(path)?;
        size -= bytes;
    }
    Ok(())
}

/// The secret in `path`, made where there is none yet; for its owner's eyes alone.
fn secret(path: &Path) -> Result<String> {
    use std::os::unix::fs::OpenOptionsExt;

    let fault = || format!("{} cannot be used", path.display());
    match std::fs::read_to_string(path) {
        Ok(secret) if secret.len() >= 64 => return Ok(secret),
        Err(error) if error.kind() != ErrorKind::NotFound => return Err(error).with_context(fault),
        _ => {}
    }
    let secret = unguessable().context("the system has no randomness to give")?;
    let fresh = path.with_extension("new");
    let file = std::fs::File::options().create(true).truncate(true).write(true).mode(0o600).open(&fresh);
    file.and_then(|mut file| file.write_all(secret.as_bytes()))
        .and_then(|()| std::fs::rename(&fresh, path))
        .with_context(fault)?;
    Ok(secret)
}

async fn answer(State(images): State<Images>, Named(seal): Named<String>, RawQuery(query): RawQuery) -> Response {
    let query = query.unwrap_or_default();
    let url = form_urlencoded::parse(query.as_bytes()).find(|(name, _)| name == "of").map(|(_, url)| url.into_owned());
    let url = url.filter(|url| images.0.seal.is_under(url, &seal));
    let image = match &url {
        // The seal is the name of a file: as it was made, not as it was written.
        Some(url) => images.image(&images.0.seal.under(url), url).await,
        None => None,
    };
    let known = image.and_then(|bytes| kind(&bytes).map(|kind| (kind, bytes)));
    let mut response = match known {
        Some((kind, bytes)) => ([(header::CONTENT_TYPE, kind), (header::CACHE_CONTROL, CACHED)], bytes).into_response(),
        None => (StatusCode::NOT_FOUND, [(header::CACHE_CONTROL, "no-store")]).into_response(),
    };
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY));
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(header::REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    headers.insert("cross-origin-resource-policy", HeaderValue::from_static("same-origin"));
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_images_without_scripts_are_images() {
        let avif = b"\0\0\0\x1cftypavif\0\0\0\0";
        for (bytes, wanted) in [
            (&b"\x89PNG\r\n\x1a\n\0"[..], Some("image/png")),
            (b"\xff\xd8\xff\xe0", Some("image/jpeg")),
            (b"GIF89a..", Some("image/gif")),
            (b"RIFF\x10\0\0\0WEBPVP8L", Some("image/webp")),
            (avif, Some("image/avif")),
            (b"<svg xmlns='http://www.w3.org/2000/svg'>", None),
            (b"<?xml version='1.0'?><svg>", None),
            (b"<!doctype html>", None),
            (b"", None),
        ] {
            assert_eq!(kind(bytes), wanted, "{bytes:?}");
        }
    }

    #[test]
    fn the_oldest_images_go_first_and_the_secret_stays() {
        let folder = tempfile::tempdir().unwrap();
        let secret_path = folder.path().join("secret");
        let first = secret(&secret_path).unwrap();
        assert_eq!(secret(&secret_path).unwrap(), first, "it is made once");
        let mode = std::os::unix::fs::PermissionsExt::mode(&std::fs::metadata(&secret_path).unwrap().permissions());
        assert_eq!(mode & 0o077, 0, "nobody else reads it");
        let name = |at: usize| folder.path().join(format!("{at:064}"));
        for at in 0..3 {
            // Large files without content cost no room on the disk.
            let file = std::fs::File::create(name(at)).unwrap();
            file.set_len(ROOM / 2 - 10).unwrap();
            file.set_modified(SystemTime::UNIX_EPOCH + Duration::from_secs(at as u64)).unwrap();
        }
        keep(folder.path(), &name(9), b"fresh").unwrap();
        let there: Vec<bool> = [0, 1, 2, 9].iter().map(|at| name(*at).exists()).collect();
        assert_eq!(there, [false, true, true, true]);
        assert!(secret_path.exists());
    }
}

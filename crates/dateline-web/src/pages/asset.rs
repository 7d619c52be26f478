//! Styles, icons and the manifest, with caching.

use axum::extract::Path;
use axum::extract::rejection::PathRejection;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};

use crate::assets;
use crate::parameters::Parameters;

/// A file by its name. Asked for with its version, it may be kept for a year; else it is asked after each time.
pub async fn handle(name: Result<Path<String>, PathRejection>, asked: Parameters, headers: HeaderMap) -> Response {
    match name {
        Ok(Path(name)) => file(&name, asked.get("v"), &headers),
        Err(_) => StatusCode::NOT_FOUND.into_response(),
    }
}

/// The web app manifest.
pub async fn manifest(headers: HeaderMap) -> Response {
    file("manifest.webmanifest", "", &headers)
}

/// The icon where old browsers look for it.
pub async fn favicon(headers: HeaderMap) -> Response {
    file("icon-32.png", "", &headers)
}

fn file(name: &str, version: &str, headers: &HeaderMap) -> Response {
    let Some(asset) = assets::asset(name) else { return StatusCode::NOT_FOUND.into_response() };
    let tag = format!("\"{}\"", asset.version);
    let keep = if version == asset.version { "public, max-age=31536000, immutable" } else { "no-cache" };
    let caching = [(header::ETAG, tag.clone()), (header::CACHE_CONTROL, keep.to_owned())];
    let known = headers.get(header::IF_NONE_MATCH).and_then(|known| known.to_str().ok());
    // A compressing proxy marks the tag as weak; the content is the same.
    if known.is_some_and(|known| known.split(',').any(|known| known.trim().trim_start_matches("W/") == tag)) {
        return (StatusCode::NOT_MODIFIED, caching).into_response();
    }
    let media_type = [(header::CONTENT_TYPE, asset.media_type.as_str())];
    (caching, media_type, asset.bytes.clone()).into_response()
}

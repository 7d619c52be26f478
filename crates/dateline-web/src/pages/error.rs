//! The page for failures: a sentence for the reader, the particulars for the log.

use std::any::Any;

use askama::Template;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use dateline_store::{Overview, StoreError};
use jiff::Timestamp;

use crate::parts::frame::{Frame, Room};
use crate::shared::Failure;

#[derive(Template)]
#[template(path = "error.html")]
struct Page<'a> {
    frame: &'a Frame,
    sentence: &'a str,
}

/// The page that says `sentence`.
///
/// # Errors
/// Where the template cannot be filled.
pub fn render(frame: &Frame, sentence: &str) -> askama::Result<String> {
    Page { frame, sentence }.render()
}

/// The answer to a failure. Folders and inner words go to the log only.
pub(crate) fn answer(failure: &Failure, now: Timestamp) -> Response {
    let (status, sentence) = match failure {
        Failure::Store(error) => {
            tracing::error!(%error, "a page could not be read");
            told(error)
        }
        Failure::Template(error) => {
            tracing::error!(%error, "a page could not be made");
            (StatusCode::INTERNAL_SERVER_ERROR, GENERAL)
        }
    };
    page(status, sentence, now)
}

/// The answer where nothing came in time.
pub(crate) fn too_slow() -> Response {
    let sentence = "This page took too long. Try again in a moment, or ask for less of it.";
    page(StatusCode::SERVICE_UNAVAILABLE, sentence, Timestamp::UNIX_EPOCH)
}

/// The answer where our own code failed.
pub(crate) fn after_panic(panic: Box<dyn Any + Send + 'static>) -> Response {
    let words = panic.downcast_ref::<String>().map(String::as_str).or_else(|| panic.downcast_ref::<&str>().copied());
    tracing::error!(panic = words.unwrap_or("without words"), "a page failed");
    page(StatusCode::INTERNAL_SERVER_ERROR, GENERAL, Timestamp::UNIX_EPOCH)
}

const GENERAL: &str = "This page could not be made. What went wrong stands in the server's log; \
     other pages may still work, and nothing that was imported is lost.";

fn told(error: &StoreError) -> (StatusCode, &'static str) {
    match error {
        StoreError::Busy(_) => (
            StatusCode::SERVICE_UNAVAILABLE,
            "The store is being written to and could not be read. Try again in a moment.",
        ),
        StoreError::Full => (StatusCode::INSUFFICIENT_STORAGE, "The disk is full: free some space, then try again."),
        StoreError::Missing(_) => (
            StatusCode::SERVICE_UNAVAILABLE,
            "The data folder is not there any more. Put it back, or start the server with another.",
        ),
        StoreError::Index { .. } => (
            StatusCode::INTERNAL_SERVER_ERROR,
            "The search index could not be read. What went wrong stands in the server's log; starting the server again \
             rebuilds the index from the record.",
        ),
        StoreError::Record { .. } | StoreError::Query(_) => (StatusCode::INTERNAL_SERVER_ERROR, GENERAL),
    }
}

fn page(status: StatusCode, sentence: &str, now: Timestamp) -> Response {
    let frame = Frame::new(Overview::default(), now, Room::Elsewhere);
    match render(&frame, sentence) {
        Ok(html) => (status, Html(html)).into_response(),
        Err(_) => (status, sentence.to_owned()).into_response(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::body::to_bytes;
    use std::path::PathBuf;

    async fn told(failure: StoreError) -> (StatusCode, String) {
        let (head, body) = answer(&Failure::Store(failure), Timestamp::UNIX_EPOCH).into_parts();
        let body = to_bytes(body, 100_000).await.unwrap();
        (head.status, String::from_utf8(body.to_vec()).unwrap())
    }

    #[tokio::test]
    async fn neither_folders_nor_inner_words_are_shown() {
        let folder = || PathBuf::from("/home/reader/secret");
        let message = || "no such table: articles".to_owned();
        let failures = [
            StoreError::Missing(folder()),
            StoreError::Busy(folder()),
            StoreError::Full,
            StoreError::Record { folder: folder(), message: message() },
            StoreError::Index { folder: folder(), message: message() },
        ];
        for failure in failures {
            let words = failure.to_string();
            let (status, page) = told(failure).await;
            assert!(status.is_server_error(), "{words}: {status}");
            assert!(page.contains("class=\"standfirst\"") && page.contains("Something went wrong"), "{words}");
            assert!(!page.contains("secret") && !page.contains("no such table"), "{words}");
        }
    }
}

//! What every page of one story does first: finds the story, leads on where it stands elsewhere now, makes its briefing.

use axum::extract::Path;
use axum::extract::rejection::PathRejection;
use axum::response::Response;
use dateline_model::{Document, StoryId};
use dateline_store::StoryPage;

use super::not_found::Missing;
use crate::shared::{Answer, Failure, Reader, Shared};

/// A briefing is made of at most this many reports, the newest.
const MOST_REPORTS: u64 = 200;

/// Answers with what `show` makes of the story of that name and its briefing since `since`. Where the story has another
/// name now, the page stands at what `address` says.
pub(crate) async fn of_story(
    shared: &Shared,
    name: Result<Path<String>, PathRejection>,
    since: String,
    address: impl FnOnce(StoryId) -> String + Send + 'static,
    show: impl FnOnce(&Reader<'_>, &StoryPage, &Document) -> Result<String, Failure> + Send + 'static,
) -> Response {
    let name = name.map(|Path(name)| name).unwrap_or_default();
    shared
        .answer(move |reader| {
            let Ok(id) = name.parse::<StoryId>() else { return Ok(Answer::Missing(Missing::Story(name))) };
            let Some(page) = reader.library.story(id)? else { return Ok(Answer::Missing(Missing::Story(name))) };
            let id = page.story.id;
            if id.to_string() != name {
                return Ok(Answer::Moved(address(id)));
            }
            let reports = reader.library.reports(id, MOST_REPORTS)?;
            let briefing = (reader.brief)(&page.story.headline, reports, &since);
            Ok(Answer::Page(show(reader, &page, &briefing)?))
        })
        .await
}

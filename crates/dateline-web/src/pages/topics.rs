//! All topics, by letter or by number of reports.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use dateline_store::Counted;

use crate::parts::frame::{Frame, Room};
use crate::shared::{Answer, Shared};
use crate::{addresses, words};

/// No more are listed.
const MOST: u64 = 2_000;

struct Topic {
    href: String,
    name: String,
    reports: String,
    /// 1 to 4: how large it is written.
    weight: u32,
}

#[derive(Template)]
#[template(path = "topics.html")]
struct Page<'a> {
    frame: &'a Frame,
    topics: Vec<Topic>,
    /// How many are listed, where there may be more.
    cut: Option<String>,
}

/// The page; `topics` come with most reports first.
///
/// # Errors
/// Where the template cannot be filled.
pub fn render(frame: &Frame, topics: &[Counted]) -> askama::Result<String> {
    let highest = topics.iter().map(|topic| topic.reports).max().unwrap_or(1).max(2);
    let topic = |topic: &Counted| Topic {
        href: addresses::topic(&topic.name),
        name: topic.name.clone(),
        reports: words::number(topic.reports),
        weight: weight(topic.reports, highest),
    };
    let cut = (topics.len() as u64 >= MOST).then(|| words::number(MOST));
    Page { frame, topics: topics.iter().map(topic).collect(), cut }.render()
}

/// 1 to 4 on a logarithmic scale: a few topics have most of the reports.
fn weight(reports: u64, highest: u64) -> u32 {
    let share = (reports.max(1) as f64).ln() / (highest as f64).ln();
    1 + (share * 3.0).round().clamp(0.0, 3.0) as u32
}

pub(crate) async fn handle(State(shared): State<Shared>) -> Response {
    shared
        .answer(|reader| {
            let topics = reader.library.topics(MOST)?;
            Ok(Answer::Page(render(&reader.frame(Room::Topics).at_top(), &topics)?))
        })
        .await
}

#[cfg(test)]
mod tests {
    use super::weight;

    #[test]
    fn weights_lie_between_one_and_four() {
        assert_eq!([1, 10, 100].map(|reports| weight(reports, 100)), [1, 3, 4]);
        assert_eq!(weight(0, 2), 1);
    }
}

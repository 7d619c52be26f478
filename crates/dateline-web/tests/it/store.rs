//! All pages together, read from a small store.

use std::sync::Arc;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Method, Request, Response, StatusCode, header};
use dateline_model::{
    Article, ArticleId, Capture, Copy, Direction, Language, Reason, Revisiting, StoryEvent, StoryId, Text,
};
use dateline_store::{Entry, Library, Writer};
use dateline_web::{Images, Site, app};
use tempfile::TempDir;
use tower::ServiceExt;

use crate::sample;

/// A site on a store of its own, which is gone with the folder.
pub struct Town {
    pub pages: Router,
    _folder: TempDir,
}

/// An answer, read to its end.
pub struct Answer {
    pub status: StatusCode,
    pub head: axum::http::HeaderMap,
    pub body: String,
}

impl Town {
    pub async fn ask(&self, request: Request<Body>) -> Answer {
        let response: Response<Body> = self.pages.clone().oneshot(request).await.expect("an answer");
        let (head, body) = response.into_parts();
        let body = to_bytes(body, 10_000_000).await.expect("a body");
        Answer { status: head.status, head: head.headers, body: String::from_utf8_lossy(&body).into_owned() }
    }

    pub async fn get(&self, path: &str) -> Answer {
        self.ask(Request::get(path).body(Body::empty()).expect("a request")).await
    }

    pub async fn method(&self, method: Method, path: &str) -> Answer {
        self.ask(Request::builder().method(method).uri(path).body(Body::empty()).expect("a request")).await
    }
}

impl Answer {
    pub fn header(&self, name: header::HeaderName) -> &str {
        self.head.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }
}

fn site(folder: TempDir) -> Town {
    let library = Library::open(folder.path()).expect("a library");
    Town {
        pages: app(Site {
            library,
            following: false,
            images: Images::default(),
            now: sample::now,
            brief: Arc::new(sample::brief),
            align: sample::align,
            compare: sample::compare,
        }),
        _folder: folder,
    }
}

/// A store without a report.
pub fn empty_town() -> Town {
    let folder = tempfile::tempdir().expect("a folder");
    let mut writer = Writer::open(folder.path()).expect("a writer");
    writer.commit().expect("a commit");
    writer.index(&mut |_, _| {}).expect("an index");
    drop(writer);
    site(folder)
}

/// Story 1 with an original, a copy of it and a Japanese report; story 2, merged into it; story 3 with one report.
pub fn town() -> Town {
    let opened = |story: u64, id: &str| StoryEvent::Opened { story: StoryId(story), article: ArticleId::new(id) };
    let joined =
        |id: &str, reason: Reason| StoryEvent::Joined { story: StoryId(1), article: ArticleId::new(id), reason };
    let terms = || Reason::Terms { similarity: 0.5, shared: vec!["ferries".to_owned()] };
    let copied = || Reason::Copy { of: "a/1 ü".to_owned(), share: 0.93 };
    let merged = StoryEvent::Merged { from: StoryId(2), into: StoryId(1), reason: terms() };
    let folder = tempfile::tempdir().expect("a folder");
    let mut writer = Writer::open(folder.path()).expect("a writer");
    let mut put = |article: &Article, events: &[StoryEvent], copies: &[Copy], headline: &str| {
        let captured = "2025-03-05T09:30:00Z".parse().ok();
        let capture = Capture { captured, ..Capture::of(article.text.as_str()) };
        let entry = Entry {
            article,
            capture: &capture,
            capture_digest: capture.digest(),
            lead: article.text.lines().next(),
            features: b"",
            annotations: &sample::annotations(&article.text),
            method: 1,
            events,
            copies,
            copied_by: &[],
            quotations: &[],
            near: &[],
            headline: &ArticleId::new(headline),
        };
        writer.put(&entry).expect("a report is kept");
    };
    let mut first = report("a/1 ü", "Harbour Courier", "Night ferries stay in port", "2025-03-03T05:10:00Z");
    put(&first, &[opened(1, "a/1 ü")], &[], "a/1 ü");
    let copy = Copy { of: ArticleId::new("a/1 ü"), share: 0.93, direction: Direction::Arrived, passages: Vec::new() };
    let second = report("c1", "Coastline <b>Radio</b>", "Ferries stay in port", "2025-03-03T06:00:00Z");
    put(&second, &[joined("c1", copied())], &[copy], "a/1 ü");
    let mut third = report("w1", "湾岸日報", "夜間フェリー、三日目も欠航", "2025-03-06T18:30:00+09:00");
    third.language = Language::new("ja");
    put(&third, &[opened(2, "w1"), merged], &[], "a/1 ü");
    put(&report("z1", "Harbour Courier", "A cow on the line", "2025-03-05"), &[opened(3, "z1")], &[], "z1");
    first.text = Text::new("Crews of 14 night ferries stayed ashore on Monday.\nThe company said talks would go on.");
    put(&first, &[], &[], "a/1 ü");
    for version in writer.unjudged(1, 9).expect("versions") {
        writer.judge(version.change, &sample::edit(), 1).expect("a judgement");
    }
    writer.follow_story(StoryId(1)).expect("a story");
    let missing = "2025-03-06T08:00:00Z".parse().ok();
    let gone = Revisiting { missing, ended: Some("it was withdrawn".to_owned()), ..Revisiting::default() };
    writer.set_revisiting(1, None, &gone).expect("a state");
    writer.set_notice(Some("A <sample>.")).expect("a notice");
    writer.commit().expect("a commit");
    writer.index(&mut |_, _| {}).expect("an index");
    drop(writer);
    site(folder)
}

fn report(id: &str, outlet: &str, title: &str, published: &str) -> Article {
    let text = format!("Crews of 12 night ferries stayed ashore, says {outlet}.\nThe company said talks would go on.");
    let mut article = Article::of(Text::new(&text));
    article.id = ArticleId::new(id);
    article.outlet = Some(outlet.to_owned());
    article.title = Some(title.to_owned());
    article.published = published.parse().ok();
    article.language = Language::new("en");
    article.tags = vec!["2+2/ferries".to_owned()];
    article
}

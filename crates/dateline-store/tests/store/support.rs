//! Reports made up for the tests, and short ways to put and read them.

use std::path::Path;

use dateline_model::{
    Annotations, Article, ArticleId, Capture, Claim, CopiedBy, Copy, Direction, Form, Near, Reason, Record, Series,
    Source, SourceKind, Stance, StoryEvent, StoryId, Text,
};
use dateline_store::{Entry, Library, SearchQuery, Writer};
use tempfile::TempDir;

/// One report of a test, with what a grouper would say of it.
#[derive(Clone)]
pub struct Report {
    pub article: Article,
    pub capture: Capture,
    pub events: Vec<StoryEvent>,
    pub copies: Vec<Copy>,
    pub copied_by: Vec<CopiedBy>,
    pub quotations: Vec<ArticleId>,
    pub near: Vec<Near>,
    pub headline: ArticleId,
    pub annotations: Annotations,
    pub method: u32,
}

/// A report named `id` in a story of its own, numbered by its length so that it is always the same.
pub fn report(id: &str, outlet: &str, published: &str, title: &str, text: &str) -> Report {
    let mut article = Article::of(Text::new(text));
    article.id = ArticleId::new(id);
    article.outlet = Some(outlet.to_owned());
    article.published = published.parse().ok();
    article.title = Some(title.to_owned());
    let capture = Capture::of(format!("<h1>{title}</h1><p>{text}"));
    Report {
        headline: article.id.clone(),
        article,
        capture,
        events: Vec::new(),
        copies: Vec::new(),
        copied_by: Vec::new(),
        quotations: Vec::new(),
        near: Vec::new(),
        annotations: Annotations::default(),
        method: 1,
    }
}

impl Report {
    pub fn opens(mut self, story: u64) -> Report {
        self.events.push(StoryEvent::Opened { story: StoryId(story), article: self.article.id.clone() });
        self
    }

    pub fn joins(mut self, story: u64, headline: &str) -> Report {
        let reason = Reason::Terms { similarity: 0.5, shared: vec!["harbour".to_owned()] };
        self.events.push(StoryEvent::Joined { story: StoryId(story), article: self.article.id.clone(), reason });
        self.headline = ArticleId::new(headline);
        self
    }

    pub fn merges(mut self, from: u64, into: u64) -> Report {
        let reason = Reason::Copy { of: self.article.id.to_string(), share: 0.9 };
        self.events.push(StoryEvent::Merged { from: StoryId(from), into: StoryId(into), reason });
        self
    }

    pub fn copies(mut self, of: &str, share: f32) -> Report {
        self.copies.push(Copy { of: ArticleId::new(of), share, direction: Direction::Arrived, passages: Vec::new() });
        self
    }

    /// The stored report `by` copies it.
    pub fn copied_by(mut self, by: &str, share: f32) -> Report {
        self.copied_by.push(CopiedBy { by: ArticleId::new(by), share, direction: Direction::Credited });
        self
    }

    pub fn quoting_like(mut self, other: &str) -> Report {
        self.quotations.push(ArticleId::new(other));
        self
    }

    pub fn near(mut self, other: &str, closeness: f32, shared: &str) -> Report {
        let (article, other) = (self.article.id.clone(), ArticleId::new(other));
        self.near.push(Near { article, other, closeness, shared: vec![shared.to_owned()] });
        self
    }

    pub fn tagged(mut self, tags: &[&str]) -> Report {
        self.article.tags = tags.iter().map(|&tag| tag.to_owned()).collect();
        self
    }

    pub fn in_language(mut self, language: &str) -> Report {
        self.article.language = dateline_model::Language::new(language);
        self
    }

    pub fn in_series(mut self, title: &str) -> Report {
        self.article.series = Some(Series { title: title.to_owned(), key: title.to_owned() });
        self
    }

    /// Its text says that `name` said `words`; the first of each is meant.
    pub fn quotes(mut self, name: &str, kind: SourceKind, words: &str) -> Report {
        let text = &self.article.text;
        let at = |words: &str| {
            let start = text.as_str().find(words).expect("the words stand in the text");
            text.span(start..start + words.len()).expect("a span")
        };
        self.annotations.sentences = text.lines().collect();
        self.annotations.claims.push(Claim {
            span: text.lines().find(|line| line.end() >= at(words).end()).expect("a line"),
            form: Form::Indirect,
            stance: Stance::Asserts,
            record: Record::Unstated,
            cue: None,
            content: vec![at(words)],
            source: Some(Source { span: at(name), name: name.to_owned(), kind, count: None, entity: None }),
            via: Vec::new(),
        });
        self
    }

    pub fn untitled(mut self) -> Report {
        self.article.title = None;
        self
    }
}

/// Puts reports, without a commit.
pub fn put(writer: &mut Writer, reports: &[Report]) {
    for report in reports {
        let entry = Entry {
            article: &report.article,
            capture: &report.capture,
            capture_digest: report.capture.digest(),
            lead: report.article.text.lines().next(),
            annotations: &report.annotations,
            method: report.method,
            features: report.article.id.as_str().as_bytes(),
            events: &report.events,
            copies: &report.copies,
            copied_by: &report.copied_by,
            quotations: &report.quotations,
            near: &report.near,
            headline: &report.headline,
        };
        writer.put(&entry).expect("a report is put");
    }
}

/// A folder that holds these reports, indexed.
pub fn folder_of(reports: &[Report]) -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let mut writer = Writer::open(folder.path()).expect("a writer");
    put(&mut writer, reports);
    writer.commit().expect("a commit");
    writer.index(&mut |_, _| {}).expect("an index");
    folder
}

/// The library of a folder.
pub fn library(folder: &TempDir) -> Library {
    Library::open(folder.path()).expect("a library")
}

/// The names of what a search finds, in order.
pub fn found(library: &Library, query: &SearchQuery) -> Vec<String> {
    let page = library.search(query).expect("a page");
    assert!(page.total as usize >= page.hits.len());
    page.hits.iter().map(|hit| hit.article.id.to_string()).collect()
}

/// A search for words.
pub fn words(words: &str) -> SearchQuery {
    SearchQuery { words: words.to_owned(), limit: 10, ..SearchQuery::default() }
}

/// Every table of a record with every row, in the order of their keys.
pub fn dump(folder: &Path) -> String {
    let connection = rusqlite::Connection::open(folder.join("record.sqlite")).expect("the record");
    let mut dump = String::new();
    let names = "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name";
    let mut names = connection.prepare(names).expect("a query");
    let names: Vec<String> = names.query_map([], |row| row.get(0)).expect("names").map(Result::unwrap).collect();
    assert!(names.len() > 8, "all tables are there: {names:?}");
    for name in names {
        let mut rows = connection.prepare(&format!("SELECT * FROM {name}")).expect("a query");
        let columns = rows.column_count();
        let mut rows = rows.query([]).expect("rows");
        while let Some(row) = rows.next().expect("a row") {
            let row: Vec<rusqlite::types::Value> = (0..columns).map(|column| row.get(column).unwrap()).collect();
            dump.push_str(&format!("{name} {row:?}\n"));
        }
    }
    dump
}

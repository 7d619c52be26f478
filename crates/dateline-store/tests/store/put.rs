//! Putting reports, finding them known, and keeping their versions.

use dateline_model::{ArticleId, Capture};
use dateline_store::{Known, Library, Mark, Recalled, Subscription, Writer};

use crate::support::{folder_of, library, put, report};

#[test]
fn what_is_put_is_read_back_whole() {
    let mut given =
        report("a", "Harbour Post", "2025-06-21T13:05:00+09:00", "Sea wall to be raised", "The wall grows.");
    given.article.bylines = vec!["Ada Quay".to_owned()];
    given.article.section = Some("Ports".to_owned());
    given.article.url = Some("https://harbour.example/a".to_owned());
    let given = given.tagged(&["SeaWall"]).in_language("en").opens(1);
    let library = library(&folder_of(std::slice::from_ref(&given)));
    let page = library.article(&ArticleId::new("a")).unwrap().unwrap();
    assert_eq!(page.article, given.article);
    assert_eq!(page.summary.headline, "Sea wall to be raised");
    assert_eq!(page.summary.lead, "The wall grows.");
    assert_eq!(page.capture, Some(given.capture.digest().to_string()));
    assert_eq!(library.article(&ArticleId::new("b")).unwrap(), None);
}

#[test]
fn a_report_is_new_then_the_same_then_revised() {
    let folder = tempfile::tempdir().unwrap();
    let mut writer = Writer::open(folder.path()).unwrap();
    let first = report("a", "Harbour Post", "2025-06-21", "Wall", "Five metres.").opens(1).tagged(&["Wall", "Sea"]);
    let mut second = report("a", "Harbour Mail", "2025-06-22", "Wall", "Six metres.").tagged(&["wall"]);
    second.capture.captured = "2025-06-23T10:00:00Z".parse().ok();
    assert_eq!(writer.known(&first.article).unwrap(), Known::New);
    put(&mut writer, std::slice::from_ref(&first));
    assert_eq!(writer.known(&first.article).unwrap(), Known::Same);
    assert_eq!(writer.known(&second.article).unwrap(), Known::Revised);
    put(&mut writer, &[second.clone(), first.clone()]);
    // The older version is known as well, and putting it again changed nothing.
    assert_eq!(writer.known(&first.article).unwrap(), Known::Same);
    writer.commit().unwrap();

    let library = Library::open(folder.path()).unwrap();
    let page = library.article(&ArticleId::new("a")).unwrap().unwrap();
    assert_eq!(page.article, second.article);
    assert_eq!(page.summary.revisions, 2);
    let versions = library.versions(&ArticleId::new("a"), 9).unwrap().unwrap().versions;
    let texts: Vec<(u64, &str)> =
        versions.iter().map(|version| (version.number, version.article.text.as_str())).collect();
    assert_eq!(texts, [(1, "Five metres."), (2, "Six metres.")]);
    assert_eq!(versions[1].captured, second.capture.captured);
    // Counters follow the newest version: one report, its new outlet, its new tags.
    let names = |counted: Vec<dateline_store::Counted>| {
        counted.into_iter().map(|counted| (counted.name, counted.reports)).collect::<Vec<_>>()
    };
    assert_eq!(names(library.outlets().unwrap()), [("Harbour Mail".to_owned(), 1)]);
    assert_eq!(names(library.topics(9).unwrap()), [("wall".to_owned(), 1)]);
    let story = page.story.unwrap();
    assert_eq!((story.reports, names(story.outlets)), (1, vec![("Harbour Mail".to_owned(), 1)]));
    assert_eq!(story.newest, second.article.published);
}

#[test]
fn articles_of_one_capture_share_it() {
    let capture = Capture::of("<rss>two reports</rss>");
    let share = |id: &str| {
        let mut report = report(id, "Post", "2025-06-21", id, id).opens(1);
        report.capture = capture.clone();
        report
    };
    let other = report("c", "Post", "2025-06-21", "c", "c").opens(2);
    let folder = folder_of(&[share("a"), other, share("b")]);
    let connection = rusqlite::Connection::open(folder.path().join("record.sqlite")).unwrap();
    let captures: i64 = connection.query_row("SELECT count(*) FROM captures", [], |row| row.get(0)).unwrap();
    assert_eq!(captures, 2);
    let bytes: Vec<u8> =
        connection.query_row("SELECT bytes FROM captures WHERE number = 1", [], |row| row.get(0)).unwrap();
    assert_eq!(zstd::decode_all(bytes.as_slice()).unwrap(), capture.bytes);
}

#[test]
fn placements_are_recalled_in_the_order_they_were_made() {
    let reports = [
        report("b", "Post", "2025-06-21", "b", "b").opens(1),
        report("a", "Post", "2025-06-20", "a", "a").joins(1, "b"),
        report("c", "Post", "2025-06-20", "c", "c").opens(2).merges(2, 1),
    ];
    let folder = folder_of(&reports);
    let mut recalled = Vec::new();
    let mut keep = |entry| {
        if let Recalled::Placed { article, features, events } = entry {
            recalled.push((article, features, events));
        }
    };
    Writer::open(folder.path()).unwrap().recall(Mark::default(), &mut keep).unwrap();
    let expected = reports.iter().map(|report| (report.article.id.clone(), report.events.clone()));
    assert!(recalled.iter().map(|(article, _, events)| (article.clone(), events.clone())).eq(expected));
    assert_eq!(recalled[1].1, b"a");
}

#[test]
fn a_report_without_title_date_outlet_or_text_is_kept() {
    let mut bare = report("a", "", "", "", "").untitled().opens(1);
    bare.article.outlet = None;
    let library = library(&folder_of(std::slice::from_ref(&bare)));
    let page = library.article(&ArticleId::new("a")).unwrap().unwrap();
    assert_eq!(page.article, bare.article);
    assert_eq!(page.summary.headline, "a");
    let overview = library.overview().unwrap();
    assert_eq!((overview.reports, overview.outlets, overview.stories, overview.newest), (1, 0, 1, None));
}

#[test]
fn subscriptions_and_the_notice_are_kept() {
    let folder = folder_of(&[]);
    let mut writer = Writer::open(folder.path()).unwrap();
    let feed = Subscription {
        url: "https://harbour.example/feed".to_owned(),
        title: Some("Harbour".to_owned()),
        folders: vec!["News".to_owned(), "Ports".to_owned()],
    };
    assert!(writer.subscribe(&feed).unwrap());
    assert!(!writer.subscribe(&feed).unwrap());
    writer.set_notice(Some("A sample.")).unwrap();
    writer.commit().unwrap();
    let library = library(&folder);
    assert_eq!(library.subscriptions().unwrap(), [feed]);
    assert_eq!(library.overview().unwrap().notice.as_deref(), Some("A sample."));
    writer.set_notice(None).unwrap();
    writer.commit().unwrap();
    assert_eq!(library.overview().unwrap().notice, None);
}

//! The five seed pages, read as what they are. Skipped with a message where they are not at hand.

use std::path::PathBuf;

use dateline_ingest::{Reading, read, sniff};
use dateline_model::{Article, BlockKind, Capture};

/// The seed page whose name begins with `number`, as a capture.
#[allow(clippy::disallowed_methods)]
fn seed(number: &str) -> Option<Capture> {
    let folder = std::env::var_os("DATELINE_SEEDS")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared/seeds"), PathBuf::from);
    let files = std::fs::read_dir(&folder).ok().into_iter().flatten().flatten();
    let file = files
        .map(|file| file.path())
        .find(|path| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(&format!("{number}_"))));
    let Some(bytes) = file.and_then(|path| std::fs::read(path).ok()) else {
        println!("skipped: no seed {number} in {} (DATELINE_SEEDS names the folder)", folder.display());
        return None;
    };
    Some(Capture::of(bytes))
}

fn read_as(capture: &Capture, source: &str) -> Reading {
    assert_eq!(sniff(&capture.bytes).map(|found| found.name), Some(source));
    let reading = read(capture);
    assert_eq!(reading.problems, []);
    reading
}

fn facts(article: &Article) -> (Option<&str>, Option<&str>, Option<String>, Option<&str>) {
    let published = article.published.map(|moment| moment.to_string());
    (article.outlet.as_deref(), article.section.as_deref(), published, article.agency.as_deref())
}

fn starts_and_ends(article: &Article, start: &str, end: &str) {
    let text = article.text.as_str();
    assert!(text.starts_with(start) && text.ends_with(end), "{text}");
}

#[test]
fn the_first_topic_page_has_five_reports() {
    let Some(capture) = seed("000") else { return };
    let reading = read_as(&capture, "topic-page");
    let found: Vec<_> = reading.articles.iter().map(facts).collect();
    let day = |day: &str| Some(day.to_owned());
    let expected = [
        (Some("Reuters"), Some("Politics"), day("2025-06-27"), Some("Reuters")),
        (Some("South China Morning Post"), Some("Business"), day("2025-06-25"), None),
        (Some("Arab News"), Some("Business"), day("2025-06-21"), None),
        (Some("Japan Times"), Some("Politics"), day("2025-06-05"), None),
        (Some("Malay Mail"), Some("Business"), day("2025-06-05"), Some("Reuters")),
    ];
    assert_eq!(found, expected);
    assert!(reading.articles.iter().all(|article| article.tags == ["USJapanRelations"]));
    let places: Vec<_> = reading
        .articles
        .iter()
        .map(|article| article.dateline.as_ref().map(|dateline| dateline.place.as_str()))
        .collect();
    assert_eq!(places, [Some("TOKYO"), None, Some("WASHINGTON"), None, Some("TOKYO")]);
    assert_eq!(reading.articles[2].title.as_deref().map(|title| title.split(' ').next()), Some(Some("Japan")));
    starts_and_ends(&reading.articles[0], "TOKYO, June 27 (Reuters) - ", "as saying.");
    assert!(!reading.articles[1].text.as_str().contains("Advertisement"));
    assert!(reading.articles[4].text.as_str().contains("biggest industry."));
    assert!(!reading.articles[4].text.as_str().contains("DOWNLOAD"));
}

#[test]
fn a_known_time_of_capture_wins_over_what_the_page_shows() {
    let Some(mut capture) = seed("000") else { return };
    capture.captured = "2025-06-30T09:00:00Z".parse().ok();
    let published: Vec<_> =
        read(&capture).articles.iter().map(|article| article.published.map(|moment| moment.to_string())).collect();
    assert_eq!(published[0].as_deref(), Some("2025-06-29"));
    assert_eq!(published[2].as_deref(), Some("2025-06-21"));
}

#[test]
fn the_second_topic_page_has_four_reports() {
    let Some(capture) = seed("002") else { return };
    let reading = read_as(&capture, "topic-page");
    let found: Vec<_> =
        reading.articles.iter().map(|article| (facts(article).0, facts(article).1, facts(article).2)).collect();
    let day = |day: &str| Some(day.to_owned());
    let expected = [
        (Some("Wall Street Journal"), Some("Business"), day("2025-06-11")),
        (Some("Japan Times"), Some("Business"), day("2025-06-05")),
        (Some("NHK"), Some("General"), day("2025-05-31")),
        (Some("Japan Times"), Some("Politics"), day("2025-05-16")),
    ];
    assert_eq!(found, expected);
    assert!(reading.articles.iter().all(|article| article.tags == ["JapanUSAlliance"]));
    starts_and_ends(&reading.articles[3], "The Self-Defense Forces have", "more important.\"");
}

#[test]
fn the_explainer_keeps_its_headings_and_loses_its_furniture() {
    let Some(capture) = seed("001") else { return };
    let reading = read_as(&capture, "plain-text");
    let [article] = reading.articles.as_slice() else { panic!("{} articles", reading.articles.len()) };
    assert!(article.title.as_deref().is_some_and(|title| title.starts_with("Japan Cancels")));
    assert_eq!(article.dateline.as_ref().map(|dateline| dateline.place.as_str()), Some("WASHINGTON"));
    let of = |kind| {
        article
            .blocks
            .iter()
            .filter(|block| block.kind == kind)
            .map(|block| article.text.slice(block.span))
            .collect::<Vec<_>>()
    };
    let headings = of(BlockKind::Heading2);
    assert_eq!(headings.len(), 7, "{headings:?}");
    assert!(headings.contains(&"The Role of Elbridge Colby"));
    assert_eq!(of(BlockKind::TableRow).len(), 7);
    assert_eq!(of(BlockKind::ListItem).len(), 10);
    for furniture in ["Table of Contents", "Share your thoughts", "Pro Tip", "Subscribe", "|---"] {
        assert!(!article.text.as_str().contains(furniture), "{furniture}");
    }
    starts_and_ends(article, "WASHINGTON-A scheduled", "bases.");
}

#[test]
fn the_followed_story_has_its_dated_updates() {
    let Some(capture) = seed("003") else { return };
    let reading = read_as(&capture, "followed-story");
    let days: Vec<_> = reading.articles.iter().filter_map(|article| Some(article.published?.to_string())).collect();
    let expected = [
        "2023-06-01",
        "2023-03-28",
        "2023-03-28",
        "2023-01-13",
        "2023-01-13",
        "2023-01-04",
        "2021-11-13",
        "2019-06-03",
        "2019-05-27",
    ];
    assert_eq!(days, expected);
    for article in &reading.articles {
        assert_eq!(article.outlet.as_deref(), Some("Philstar"));
        assert_eq!(article.series.as_ref().map(|series| series.title.as_str()), Some("United States and Japan"));
        assert_eq!(article.title, None);
        for furniture in ["Facebook", "Latest", "log out", "— AFP", "Photo from", "FORGOT"] {
            assert!(!article.text.as_str().contains(furniture), "{furniture}: {}", article.text.as_str());
        }
    }
    let agencies: Vec<_> = reading.articles.iter().map(|article| article.agency.as_deref()).collect();
    assert_eq!(agencies[..7], [Some("AFP"); 7]);
    assert_eq!(agencies[7..], [None; 2]);
    let ids: std::collections::HashSet<_> = reading.articles.iter().map(|article| &article.id).collect();
    assert_eq!(ids.len(), 9);
    let captions = |article: &Article| article.blocks.iter().filter(|block| block.kind == BlockKind::Caption).count();
    assert_eq!((captions(&reading.articles[7]), captions(&reading.articles[8])), (1, 1));
}

#[test]
fn the_repeated_report_is_kept_once() {
    let Some(capture) = seed("004") else { return };
    let reading = read_as(&capture, "plain-text");
    let [article] = reading.articles.as_slice() else { panic!("{} articles", reading.articles.len()) };
    assert_eq!(article.title, None);
    assert_eq!(article.text.lines().count(), 10);
    assert!(!article.text.as_str().contains("You may also like") && !article.text.as_str().contains("Southgate"));
    starts_and_ends(article, "Japan has cancelled", "outside pressure.");
    assert_eq!(article.blocks, []);
}

//! Subscription lists written and read again.

use dateline_ingest::{Subscription, read, sniff, write_opml};
use dateline_model::{Capture, Language};
use proptest::prelude::*;

/// Words as a list can hold them: any characters, space collapsed.
fn words() -> impl Strategy<Value = String> {
    "[\\PC]{1,12}( [\\PC&&[^ ]]{1,8}){0,2}"
        .prop_map(|words| words.split_whitespace().collect::<Vec<_>>().join(" "))
        .prop_filter("a name has a letter and no invisible characters", |words| {
            words.chars().any(char::is_alphanumeric) && !words.contains(['\u{ad}', '\u{200b}', '\u{2060}', '\u{feff}'])
        })
}

fn subscription() -> impl Strategy<Value = Subscription> {
    let address = "https://[a-z]{1,8}\\.example/[a-z0-9&=?%;'+-]{0,16}";
    let category =
        words().prop_map(|words| words.replace(',', "").trim().to_owned()).prop_filter("not empty", |words| {
            words.split_whitespace().collect::<Vec<_>>().join(" ") == *words && words.chars().any(char::is_alphanumeric)
        });
    (
        address.prop_filter_map("an address", |written| canonical(&written)),
        proptest::option::of(words()),
        proptest::collection::vec("[a-c<>&\"']{1,2}", 0..5),
        proptest::option::of(address.prop_filter_map("an address", |written| canonical(&written))),
        proptest::collection::vec(category, 0..3),
        proptest::option::of("[a-z]{2}"),
    )
        .prop_map(|(url, title, folders, page, categories, language)| Subscription {
            url,
            title,
            folders,
            page,
            categories,
            language: language.as_deref().and_then(Language::new),
        })
}

/// An address as a list gives it back: without what names a campaign, escaped as addresses are.
fn canonical(written: &str) -> Option<String> {
    let list = format!("<opml><outline xmlUrl=\"{}\"/></opml>", written.replace('&', "&amp;"));
    read(&Capture::of(list)).subscriptions.pop().map(|subscription| subscription.url)
}

/// Feeds of one folder follow one another in a list.
fn by_folder(subscriptions: &[Subscription]) -> Vec<&Subscription> {
    let mut sorted: Vec<&Subscription> = subscriptions.iter().collect();
    sorted.sort_by(|one, other| (&one.folders, &one.url, &one.title).cmp(&(&other.folders, &other.url, &other.title)));
    sorted
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, ..ProptestConfig::default() })]

    #[test]
    fn what_is_written_is_read_again(title in words(), subscriptions in proptest::collection::vec(subscription(), 1..12)) {
        let written = write_opml(&title, &subscriptions);
        prop_assert_eq!(sniff(written.as_bytes()).map(|source| source.name), Some("opml"));
        let reading = read(&Capture::of(written.clone()));
        prop_assert_eq!(&reading.problems, &[]);
        prop_assert_eq!(by_folder(&reading.subscriptions), by_folder(&subscriptions), "{}", written);
        prop_assert_eq!(write_opml(&title, &reading.subscriptions), written);
    }
}

#[test]
fn a_list_is_written_in_folders() {
    let feed = |url: &str, title: Option<&str>, folders: &[&str]| Subscription {
        url: url.to_owned(),
        title: title.map(str::to_owned),
        folders: folders.iter().map(|&name| name.to_owned()).collect(),
        ..Subscription::default()
    };
    let mut list = [
        feed("https://post.example/feed?a=1&b=2", Some("Harbour \"Post\" & Mail"), &["Ports", "North <1>"]),
        feed("https://alone.example/rss", None, &[]),
        feed("https://quay.example/atom", Some("Quay"), &["Ports"]),
    ];
    list[2].page = Some("https://quay.example/".to_owned());
    list[2].categories = vec!["/Ports/Quays".to_owned(), "local".to_owned()];
    list[2].language = Language::new("en");
    insta::assert_snapshot!(write_opml("Feeds", &list));
    let folders = vec!["deep".to_owned(); 100_000];
    let deep = Subscription { folders, ..feed("https://deep.example/rss", None, &[]) };
    let reading = read(&Capture::of(write_opml("Deep", &[deep])));
    assert_eq!(reading.subscriptions[0].folders.len(), 32);
}

//! Sources that are followed, and pages whose text is wanted.

use dateline_model::{ArticleId, Digest, FollowedKind, Following, Hub, Push, PushStanding};
use dateline_store::{Library, Subscription, Writer};
use jiff::Timestamp;

use crate::support::{folder_of, library, report};

fn at(second: i64) -> Timestamp {
    Timestamp::from_second(second).unwrap()
}

#[test]
fn a_source_keeps_its_number_when_it_moves_and_is_gone_when_it_is_removed() {
    let folder = folder_of(&[report("a", "Post", "2025-06-20", "Wall planned", "A wall.").opens(1)]);
    let mut writer = Writer::open(folder.path()).unwrap();
    for url in ["https://one.example/feed", "https://two.example/feed"] {
        let source = Subscription { url: url.to_owned(), title: None, folders: Vec::new() };
        assert!(writer.subscribe(&source).unwrap());
    }
    let number = writer.followed_as("https://one.example/feed").unwrap().unwrap();
    let state = Following::new(FollowedKind::Feed, at(60), 3600);
    writer.set_following(number, &state).unwrap();
    writer.set_following(99, &state).unwrap();
    writer.name_source(number, "One").unwrap();
    writer.name_source(number, "Another name").unwrap();
    assert!(!writer.move_source(number, "https://two.example/feed").unwrap(), "that is followed already");
    assert!(writer.move_source(number, "https://one.example/new").unwrap());
    writer.commit().unwrap();
    let followed = library(&folder).followed().unwrap();
    assert_eq!(followed.len(), 2);
    assert_eq!((followed[0].url.as_str(), followed[0].title.as_deref()), ("https://one.example/new", Some("One")));
    assert_eq!((followed[0].state.as_ref(), followed[1].state.as_ref()), (Some(&state), None));
    assert!(
        writer.unfollow("https://one.example/new").unwrap() && !writer.unfollow("https://one.example/new").unwrap()
    );
    writer.commit().unwrap();
    assert_eq!(Library::open(folder.path()).unwrap().followed().unwrap().len(), 1);
}

#[test]
fn a_page_is_wanted_until_it_was_asked_for_and_again_when_its_teaser_changes() {
    let folder = folder_of(&[report("a", "Post", "2025-06-20", "Wall planned", "A wall.").opens(1)]);
    let mut writer = Writer::open(folder.path()).unwrap();
    let (url, id) = ("https://one.example/a", ArticleId::new("a"));
    let (first, second) = (Digest([1; 32]), Digest([2; 32]));
    writer.want_page(url, Some(&id), Some(first), Some(at(100))).unwrap();
    writer.want_page("https://one.example/old", None, None, None).unwrap();
    assert!(writer.is_named(url, first).unwrap() && !writer.is_named(url, second).unwrap());
    assert!(writer.has_full_text(&id).unwrap() && !writer.has_full_text(&ArticleId::new("b")).unwrap());
    writer.commit().unwrap();
    let library = library(&folder);
    assert!(library.wanted_pages(at(99), 9).unwrap().is_empty());
    let wanted = library.wanted_pages(at(100), 9).unwrap();
    assert_eq!((wanted.len(), wanted[0].url.as_str(), wanted[0].article.as_ref()), (1, url, Some(&id)));
    let named = [url, "https://one.example/old", "https://one.example/new"].map(str::to_owned);
    assert_eq!(library.pages_not_named(&named).unwrap(), ["https://one.example/new"]);

    writer.page_asked(wanted[0].number, Some(at(500))).unwrap();
    writer.commit().unwrap();
    assert_eq!(library.wanted_pages(at(500), 9).unwrap()[0].tries, 1);
    writer.page_asked(wanted[0].number, None).unwrap();
    writer.commit().unwrap();
    assert_eq!(library.count_wanted_pages().unwrap(), 0);
    writer.want_page(url, None, Some(second), Some(at(900))).unwrap();
    writer.commit().unwrap();
    let again = library.wanted_pages(at(900), 9).unwrap();
    assert_eq!((again[0].tries, again[0].article.as_ref()), (0, Some(&id)), "it still knows whose text it is");
}

#[test]
fn a_subscription_at_a_hub_is_kept_until_it_is_forgotten() {
    let folder = folder_of(&[]);
    let mut writer = Writer::open(folder.path()).unwrap();
    let mut push = Push {
        key: "key".to_owned(),
        source: 1,
        hub: Hub { url: "https://hub.example/".to_owned(), topic: "https://one.example/feed".to_owned() },
        callback: "https://desk.example/hub/key".to_owned(),
        secret: "secret".to_owned(),
        standing: PushStanding::Asked,
        due: at(60),
        tries: 1,
        lease: None,
        pushed: None,
        missed: 0,
        refusal: None,
    };
    writer.keep_push(&push).unwrap();
    (push.standing, push.lease) = (PushStanding::Active, Some(at(600)));
    writer.keep_push(&push).unwrap();
    writer.commit().unwrap();
    assert_eq!(library(&folder).pushes().unwrap(), std::slice::from_ref(&push));
    assert!(push.is_active(at(599)) && !push.is_active(at(600)));
    writer.forget_push("key").unwrap();
    writer.commit().unwrap();
    assert_eq!(library(&folder).pushes().unwrap(), []);
}

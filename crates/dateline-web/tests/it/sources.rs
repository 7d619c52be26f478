//! The followed sources: broken is not empty, and both say what to do.

use dateline_model::{FollowedKind, Following, Hub, LastAnswer, Push, PushStanding};
use dateline_store::Followed;
use dateline_web::pages::sources::{Asked, render};
use dateline_web::parts::frame::Room;
use jiff::{SignedDuration, Timestamp};

use crate::sample::frame;
use crate::words;

fn source(number: i64, title: &str, change: impl Fn(&mut Following, Timestamp)) -> Followed {
    let now = frame(Room::Sources).now;
    let mut state = Following::new(FollowedKind::Feed, now + SignedDuration::from_mins(25), 3600);
    (state.visits, state.answered, state.reports) = (9, Some(now - SignedDuration::from_hours(3)), Some(12));
    change(&mut state, now);
    let url = format!("https://news.example/{number}.xml");
    Followed { number, url, title: Some(title.to_owned()), state: Some(state) }
}

fn answer(at: Timestamp, status: Option<u16>, said: &str, failed: bool) -> LastAnswer {
    LastAnswer { at, status, words: said.to_owned(), failed, new: 0 }
}

fn sources() -> Vec<Followed> {
    vec![
        source(1, "Harbour Courier", |state, now| {
            state.note(answer(
                now - SignedDuration::from_hours(3),
                Some(304),
                "nothing new: the same as before",
                false,
            ));
        }),
        source(2, "Quiet <b>Gazette</b>", |state, now| {
            state.reports = Some(0);
            state.note(answer(now - SignedDuration::from_mins(5), Some(200), "0 reports: 0 new, 0 revised", false));
        }),
        source(3, "Tide Weekly", |state, now| {
            state.failures = 4;
            state.note(answer(
                now - SignedDuration::from_mins(9),
                Some(503),
                "the server has a fault (503). Wait.",
                true,
            ));
        }),
        source(4, "Old Mail", |state, _| {
            state.stopped = Some("the server says that it is gone for good (410)".to_owned())
        }),
        Followed { number: 5, url: "https://new.example/feed".to_owned(), title: None, state: None },
    ]
}

#[test]
fn broken_is_told_apart_from_empty_and_says_what_to_do() {
    let page = render(&frame(Room::Sources), Asked::default(), &sources(), &[], 3).unwrap();
    let words = words(&page);
    assert!(words.contains("5 sources: 1 broken, 1 stopped, 1 empty, 1 not asked yet, 1 answering"), "{words}");
    assert!(words.contains("3 pages wait to be fetched in full"), "{words}");
    let broken = "Tide Weekly Broken Feed https://news.example/3.xml The server has a fault (503). Wait. 12 reports \
                  last good answer 3 hours ago 4 failures in a row asked 9 minutes ago next in 25 minutes Last answers";
    assert!(words.contains(broken), "{words}");
    let empty = "Gazette&#60;/b&#62; Empty Feed https://news.example/2.xml It answers as it should and has no report.";
    assert!(words.contains(empty), "{words}");
    assert!(words.contains("It is not asked any more: the server says that it is gone for good (410). Add it again"));
    assert!(words.contains("new.example/feed Not asked yet"), "{words}");
    let at = |name: &str| words.find(name).unwrap_or_default();
    assert!(at("Tide Weekly") < at("Old Mail") && at("Old Mail") < at("Harbour Courier"));
}

#[test]
fn a_list_is_cut_down_to_those_that_stand_so_and_into_pages() {
    let broken = Asked { health: Some(dateline_model::Health::Broken), page: 1 };
    let words_of = |asked| words(&render(&frame(Room::Sources), asked, &sources(), &[], 0).unwrap());
    assert!(words_of(broken).contains("Tide Weekly") && !words_of(broken).contains("Harbour Courier"));
    let failing = Asked { health: Some(dateline_model::Health::Failing), page: 1 };
    assert!(words_of(failing).contains("None stands so"));
    assert!(words_of(Asked { health: None, page: 7 }).contains("That is all"));
    let many: Vec<Followed> = (0..120).map(|number| source(number, "Post", |_, _| {})).collect();
    let second = render(&frame(Room::Sources), Asked { health: None, page: 2 }, &many, &[], 0).unwrap();
    assert!(words(&second).contains("Page 2 of 3") && second.contains("/sources?page=3"), "{second}");
    assert!(words(&render(&frame(Room::Sources), Asked::default(), &[], &[], 0).unwrap()).contains("No sources yet"));
}

#[test]
fn it_is_said_whether_a_hub_sends_what_a_source_publishes() {
    let now = frame(Room::Sources).now;
    let sources = [source(1, "Harbour Courier", |state, now| {
        state.note(answer(now, None, "sent by its hub: 1 report: 1 new, 0 revised", false));
    })];
    let hub = Hub { url: "https://www.hub.example/push".to_owned(), topic: sources[0].url.clone() };
    let mut push = Push {
        key: "key".to_owned(),
        source: 1,
        hub,
        callback: "https://desk.example/hub/key".to_owned(),
        secret: "a secret".to_owned(),
        standing: PushStanding::Asked,
        due: now,
        tries: 0,
        lease: None,
        pushed: None,
        missed: 0,
        refusal: None,
    };
    let shown = |push: &Push| {
        let page = render(&frame(Room::Sources), Asked::default(), &sources, std::slice::from_ref(push), 0).unwrap();
        assert!(!page.contains("a secret") && !page.contains("/hub/key"), "{page}");
        words(&page)
    };
    assert!(shown(&push).contains("hub.example was asked to push it"), "{}", shown(&push));
    (push.standing, push.lease) = (PushStanding::Active, Some(now + SignedDuration::from_hours(9 * 24)));
    assert!(shown(&push).contains("pushed by hub.example for 9 days more nothing pushed yet"));
    (push.pushed, push.missed) = (Some(now - SignedDuration::from_mins(5)), 2);
    let active = shown(&push);
    assert!(active.contains("last pushed 5 minutes ago it left out news"), "{active}");
    assert!(active.contains("pushed Sent by its hub: 1 report"), "{active}");
    (push.standing, push.lease) = (PushStanding::Refused, None);
    push.refusal = Some("the topic is <private>.".to_owned());
    assert!(
        shown(&push).contains("not pushed; hub.example refuses: the topic is &#60;private&#62;"),
        "{}",
        shown(&push)
    );
}

//! The subscriber of W3C WebSub: what to ask a hub and when, what its answers change, and whether what it sends is its own.

use dateline_model::{Hub, Push, PushStanding};
use jiff::Timestamp;
use ring::hmac;
use ring::rand::{SecureRandom, SystemRandom};
use url::form_urlencoded::Serializer;

use crate::hexadecimal;
use crate::schedule::later;

/// Seconds for which a subscription is asked; the hub has the last word.
const LEASE: u32 = 10 * 24 * 3600;
/// A hub that names no end is taken to mean this many seconds.
const LEASE_UNSTATED: u32 = 24 * 3600;
/// No end is taken to lie further off than this many seconds.
const LONGEST_LEASE: u32 = 90 * 24 * 3600;
/// A subscription is renewed when this share of it has passed.
const RENEWED: f64 = 0.8;
/// It is renewed no sooner than after this many seconds, whatever the hub says.
const SOONEST_RENEWAL: i64 = 60;
/// A hub that does not confirm is asked again after so many minutes, then twice as many, up to a day.
const AGAIN: i64 = 10;
/// A hub that refuses is asked again after so many days.
const REFUSED: i64 = 7;
/// A hub is asked so often to end a subscription; then it runs out by itself.
const MOST_ENDINGS: u32 = 3;
/// Longest reason of a hub that is kept, in characters.
const LONGEST_REASON: usize = 200;

/// What a hub is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// To send from now on, or to go on sending.
    Subscribe,
    /// To send no longer.
    Unsubscribe,
}

impl Mode {
    /// As `hub.mode` has it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Mode::Subscribe => "subscribe",
            Mode::Unsubscribe => "unsubscribe",
        }
    }
}

/// What is next to be done about a subscription.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// The hub is to be asked.
    Ask(Mode),
    /// It ended, and can be forgotten.
    Forget,
}

/// What is to be done about `push` at `now`, if anything is.
#[must_use]
pub fn step(push: &Push, now: Timestamp) -> Option<Step> {
    if push.due > now {
        return None;
    }
    Some(match push.standing {
        PushStanding::Ending if push.lease.is_none_or(|lease| lease <= now) || push.tries >= MOST_ENDINGS => {
            Step::Forget
        }
        PushStanding::Ending => Step::Ask(Mode::Unsubscribe),
        _ => Step::Ask(Mode::Subscribe),
    })
}

/// The address that a hub sends to. `base` is the public address of this site.
#[must_use]
pub fn callback(base: &str, key: &str) -> String {
    format!("{}/hub/{key}", base.trim_end_matches('/'))
}

/// A new subscription of the source `source`, to be asked for at once. `base` is the public address of this site; `key`
/// and `secret` are such as [`unguessable`] makes.
#[must_use]
pub fn request(source: i64, hub: Hub, base: &str, (key, secret): (String, String), now: Timestamp) -> Push {
    Push {
        callback: callback(base, &key),
        key,
        source,
        hub,
        secret,
        standing: PushStanding::Asked,
        due: now,
        tries: 0,
        lease: None,
        pushed: None,
        missed: 0,
        refusal: None,
    }
}

/// The form that asks its hub (WebSub, 5.1).
#[must_use]
pub fn form(push: &Push, mode: Mode) -> String {
    let mut form = Serializer::new(String::new());
    form.append_pair("hub.mode", mode.name());
    form.append_pair("hub.topic", &push.hub.topic).append_pair("hub.callback", &push.callback);
    if mode == Mode::Subscribe {
        form.append_pair("hub.secret", &push.secret).append_pair("hub.lease_seconds", &LEASE.to_string());
    }
    form.finish()
}

/// The hub is asked now; an answer that does not come is waited for ever longer.
pub fn asked(push: &mut Push, now: Timestamp) {
    if push.standing != PushStanding::Ending {
        push.standing = PushStanding::Asked;
    }
    let minutes = (AGAIN << push.tries.min(8)).min(24 * 60);
    push.due = later(now, minutes * 60);
    push.tries = push.tries.saturating_add(1);
}

/// True where the hub wants confirmed what was asked (WebSub, 5.3), so that its challenge is to be given back.
#[must_use]
pub fn confirms(push: &Push, mode: &str, topic: &str) -> bool {
    let expected = match push.standing {
        PushStanding::Asked => Mode::Subscribe,
        PushStanding::Ending => Mode::Unsubscribe,
        PushStanding::Active | PushStanding::Refused => return false,
    };
    mode == expected.name() && topic == push.hub.topic
}

/// The hub began or renewed it for `lease` seconds.
pub fn confirmed(push: &mut Push, lease: Option<u32>, now: Timestamp) {
    let lease = lease.unwrap_or(LEASE_UNSTATED).min(LONGEST_LEASE);
    (push.standing, push.tries, push.refusal) = (PushStanding::Active, 0, None);
    push.lease = Some(later(now, lease.into()));
    push.due = later(now, ((f64::from(lease) * RENEWED) as i64).max(SOONEST_RENEWAL));
}

/// The hub will not (WebSub, 5.2).
pub fn denied(push: &mut Push, reason: &str, now: Timestamp) {
    if push.standing == PushStanding::Ending {
        return;
    }
    let reason: String = reason.chars().filter(|letter| !letter.is_control()).take(LONGEST_REASON).collect();
    (push.standing, push.lease) = (PushStanding::Refused, None);
    push.refusal = Some(if reason.is_empty() { "it gives no reason".to_owned() } else { reason });
    push.due = later(now, REFUSED * 24 * 3600);
}

/// The hub could not be asked: why.
pub fn failed(push: &mut Push, why: &str) {
    // It may have confirmed while it was asked.
    if push.standing == PushStanding::Asked {
        (push.standing, push.refusal) = (PushStanding::Refused, Some(why.to_owned()));
    }
}

/// It is not wanted any more.
pub fn end(push: &mut Push, now: Timestamp) {
    (push.standing, push.tries, push.due) = (PushStanding::Ending, 0, now);
}

/// 32 bytes that nobody can guess, in hexadecimal; `None` where the system has none to give.
#[must_use]
pub fn unguessable() -> Option<String> {
    let mut bytes = [0; 32];
    SystemRandom::new().fill(&mut bytes).ok()?;
    Some(hexadecimal::digits(&bytes))
}

/// The methods that a hub may sign by (WebSub, 7.1).
const METHODS: &[(&str, hmac::Algorithm)] = &[
    ("sha1", hmac::HMAC_SHA1_FOR_LEGACY_USE_ONLY),
    ("sha256", hmac::HMAC_SHA256),
    ("sha384", hmac::HMAC_SHA384),
    ("sha512", hmac::HMAC_SHA512),
];

/// True where `signature`, the value of X-Hub-Signature, is that of `body` by `secret`. Takes the same time wherever a
/// wrong one differs.
#[must_use]
pub fn is_signed(body: &[u8], secret: &str, signature: &str) -> bool {
    let Some((method, digits)) = signature.trim().split_once('=') else { return false };
    let method = METHODS.iter().find(|(name, _)| name.eq_ignore_ascii_case(method));
    match (method, hexadecimal::bytes(digits)) {
        (Some((_, method)), Some(mac)) => hmac::verify(&hmac::Key::new(*method, secret.as_bytes()), body, &mac).is_ok(),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: i64) -> Timestamp {
        Timestamp::from_second(seconds).unwrap()
    }

    fn begun() -> Push {
        let hub = Hub { url: "https://hub.example/".to_owned(), topic: "https://quay.example/feed?a&b".to_owned() };
        let mut push = request(1, hub, "https://desk.example/", ("key".to_owned(), "secret".to_owned()), at(0));
        assert_eq!(step(&push, at(0)), Some(Step::Ask(Mode::Subscribe)));
        asked(&mut push, at(0));
        push
    }

    #[test]
    fn signatures_are_those_of_the_standards() {
        // RFC 2202 (SHA-1) and RFC 4231 (the others), their second case.
        let signed = |signature: &str| is_signed(b"what do ya want for nothing?", "Jefe", signature);
        assert!(signed("sha1=effcdf6ae5eb2fa2d27416d5f184df9c259a7c79"));
        assert!(signed("sha256=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"));
        assert!(signed("SHA256=5BDCC146BF60754E6A042426089575C75A003F089D2739839DEC58B964EC3843"));
        assert!(signed(concat!(
            "sha384=af45d2e376484031617f78d2b58a6b1b9c7ef464f5a01b47",
            "e42ec3736322445e8e2240ca5e69e2c78b3239ecfab21649"
        )));
        assert!(signed(concat!(
            "sha512=164b7a7bfcf819e2e395fbe73b56e0a387bd64222e831fd610270cd7ea250554",
            "9758bf75c05a994a6d034f65f8f0e6fdcaeab1a34d4a6b4b636e070a38bce737"
        )));
        for wrong in ["", "sha1", "sha1=", "sha1=effc", "md5=00", "sha256=zz", "sha1=\u{e9}\u{e9}"] {
            assert!(!signed(wrong), "{wrong}");
        }
        assert!(!signed("sha1=effcdf6ae5eb2fa2d27416d5f184df9c259a7c78"));
        assert!(!signed("sha256=effcdf6ae5eb2fa2d27416d5f184df9c259a7c79"), "by another method");
    }

    #[test]
    fn only_what_was_asked_is_confirmed() {
        let mut push = begun();
        assert!(form(&push, Mode::Subscribe).contains("hub.topic=https%3A%2F%2Fquay.example%2Ffeed%3Fa%26b&"));
        assert!(confirms(&push, "subscribe", &push.hub.topic));
        assert!(
            !confirms(&push, "unsubscribe", &push.hub.topic) && !confirms(&push, "subscribe", "https://other.example/")
        );
        confirmed(&mut push, Some(1000), at(0));
        assert!(!confirms(&push, "subscribe", &push.hub.topic), "nobody asked again");
        assert!(push.is_active(at(999)) && !push.is_active(at(1000)));
        end(&mut push, at(10));
        assert!(confirms(&push, "unsubscribe", &push.hub.topic) && !push.is_active(at(10)));
        assert_eq!(step(&push, at(10)), Some(Step::Ask(Mode::Unsubscribe)));
        assert_eq!(step(&push, at(1000)), Some(Step::Forget), "it ran out by itself");
        assert!(!form(&push, Mode::Unsubscribe).contains("secret"));
    }

    #[test]
    fn it_is_renewed_before_it_runs_out_and_asked_for_again_ever_more_seldom() {
        let mut push = begun();
        confirmed(&mut push, Some(1000), at(0));
        assert_eq!((step(&push, at(799)), step(&push, at(800))), (None, Some(Step::Ask(Mode::Subscribe))));
        asked(&mut push, at(800));
        assert!(push.is_active(at(999)), "while it is renewed the hub sends on");
        failed(&mut push, "nobody answers there");
        assert!(push.is_active(at(999)) && push.standing == PushStanding::Refused);
        assert_eq!((step(&push, at(1399)), step(&push, at(1400))), (None, Some(Step::Ask(Mode::Subscribe))));
        asked(&mut push, at(1400));
        assert_eq!(push.due, at(1400 + 20 * 60));
        confirmed(&mut push, Some(1), at(1500));
        assert_eq!(push.due, at(1560), "a hub that names too short a time is not asked all the time");
        confirmed(&mut push, Some(u32::MAX), at(0));
        assert_eq!(push.lease, Some(at(LONGEST_LEASE.into())));
        denied(&mut push, "the\u{7} topic is private", at(0));
        assert_eq!((push.is_active(at(1)), push.refusal.as_deref()), (false, Some("the topic is private")));
        assert_eq!(step(&push, at(7 * 24 * 3600)), Some(Step::Ask(Mode::Subscribe)));
    }

    #[test]
    fn keys_differ() {
        let (one, other) = (unguessable().unwrap(), unguessable().unwrap());
        assert!(one != other && one.len() == 64);
    }
}

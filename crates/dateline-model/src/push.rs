//! A subscription at a hub, which sends what a source publishes at once (W3C WebSub).

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// Where a feed says that it is pushed from.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Hub {
    /// Address of the hub.
    pub url: String,
    /// The feed's own name for itself, by which the hub knows it.
    pub topic: String,
}

/// How a subscription stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum PushStanding {
    /// The hub was asked for it, or is about to be; it has not confirmed.
    Asked,
    /// The hub confirmed it.
    Active,
    /// The hub will not, or cannot be reached; it is asked again later.
    Refused,
    /// It is not wanted any more; the hub is asked to end it.
    Ending,
}

/// A subscription at a hub.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Push {
    /// The last part of the callback's address, which nobody can guess.
    pub key: String,
    /// The number of the source.
    pub source: i64,
    /// The hub, and what is subscribed to.
    #[serde(flatten)]
    pub hub: Hub,
    /// The address that the hub sends to.
    pub callback: String,
    /// What the hub signs with.
    pub secret: String,
    /// How it stands.
    pub standing: PushStanding,
    /// When something is next to be done about it.
    pub due: Timestamp,
    /// Requests in a row that came to nothing.
    #[serde(default)]
    pub tries: u32,
    /// Until when the hub sends, as it last confirmed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lease: Option<Timestamp>,
    /// When it last sent something that was taken.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pushed: Option<Timestamp>,
    /// How often news came by a visit that the hub had not sent, in a row.
    #[serde(default)]
    pub missed: u32,
    /// Why the hub will not, for a person.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub refusal: Option<String>,
}

/// A hub that left out news so often is not relied on.
const RELIED_ON: u32 = 2;

impl Push {
    /// True where the hub may send at `now`: what it confirmed has not run out, whatever is asked of it meanwhile.
    #[must_use]
    pub fn is_active(&self, now: Timestamp) -> bool {
        self.standing != PushStanding::Ending && self.lease.is_some_and(|lease| lease > now)
    }

    /// True where visits may be seldom, since the hub sends what is new.
    #[must_use]
    pub fn is_relied_on(&self, now: Timestamp) -> bool {
        self.is_active(now) && self.missed < RELIED_ON
    }
}

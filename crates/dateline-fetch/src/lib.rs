//! What follows the web: a guarded client, a schedule, and manners. The only crate that speaks HTTP outwards.
//!
//! `schedule`, `revisits`, `queue`, `networks`, `target` and `robots` are plain functions of their arguments, the time and the seed
//! among them; only `client` and what it is made of open connections.

mod body;
mod client;
mod connect;
mod failure;
mod hexadecimal;
mod host;
mod links;
mod networks;
mod queue;
mod revisits;
mod robots;
mod schedule;
mod seal;
mod target;
pub mod websub;

pub use client::{Answer, Ask, Client, Limits, Settings};
pub use connect::{Proxy, Resolve, Resolving, SystemResolver};
pub use failure::{Failure, FailureKind};
pub use host::site_of;
pub use links::Links;
pub use networks::{Allowed, Network, refusal};
pub use queue::{Manners, Next, Queue};
pub use revisits::{Revisited, SOONEST, after_revisit, first_revisit};
pub use robots::{Robots, RobotsAnswer};
pub use schedule::{DAY, FIRST_INTERVAL, HOUR, LONGEST, LONGEST_PUSHED, Outcome, SHORTEST, Wishes, after, after_push};
pub use seal::Seal;
pub use target::{Target, target};
pub use websub::unguessable;

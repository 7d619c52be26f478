//! Counts of what following the web came to, for Prometheus.

use std::fmt::Write;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use dateline_model::{Following, Health, PushStanding};
use dateline_store::{Library, StoreError};

/// The upper ends of the ranges in which the time of visits is counted, in seconds.
const BUCKETS: [f64; 7] = [0.1, 0.3, 1.0, 3.0, 10.0, 30.0, 60.0];

/// What visits came to, in the order of `visits`.
const OUTCOMES: [&str; 3] = ["news", "same", "failed"];

/// What asking for pages came to, in the order of `pages`.
const PAGE_OUTCOMES: [&str; 2] = ["kept", "nothing"];

/// What became of what hubs sent, in the order of [`Delivered`].
const DELIVERIES: [&str; 5] = ["kept", "unsigned", "too_large", "late", "unexpected"];

/// What became of something that a hub sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Delivered {
    /// It was kept.
    Kept,
    /// It was dropped: its signature is missing or wrong.
    Unsigned,
    /// It was refused: there is too much of it.
    TooLarge,
    /// It did not come, or was not kept, in time; the hub is to send it again.
    Late,
    /// It was refused: nobody subscribed to it.
    Unexpected,
}

const STANDINGS: [(Health, &str); 6] = [
    (Health::Fine, "fine"),
    (Health::Empty, "empty"),
    (Health::Waiting, "waiting"),
    (Health::Failing, "failing"),
    (Health::Broken, "broken"),
    (Health::Stopped, "stopped"),
];

const PUSHES: [(PushStanding, &str); 4] = [
    (PushStanding::Asked, "asked"),
    (PushStanding::Active, "active"),
    (PushStanding::Refused, "refused"),
    (PushStanding::Ending, "ending"),
];

/// The counts.
#[derive(Default)]
pub struct Metrics {
    visits: [AtomicU64; 3],
    pages: [AtomicU64; 2],
    deliveries: [AtomicU64; 5],
    /// Visits by how long they took; the last is of those that took longer than all ranges.
    took: [AtomicU64; BUCKETS.len() + 1],
    milliseconds: AtomicU64,
}

impl Metrics {
    /// A visit to a source was kept.
    pub fn visited(&self, state: &Following) {
        let outcome = match state.answers.first() {
            Some(answer) if answer.failed => 2,
            Some(answer) if answer.new > 0 => 0,
            _ => 1,
        };
        self.visits[outcome].fetch_add(1, Ordering::Relaxed);
    }

    /// What came of a page was kept.
    pub fn asked_for_page(&self, kept: bool) {
        self.pages[usize::from(!kept)].fetch_add(1, Ordering::Relaxed);
    }

    /// A hub sent something.
    pub fn delivered(&self, outcome: Delivered) {
        self.deliveries[outcome as usize].fetch_add(1, Ordering::Relaxed);
    }

    /// A visit took so long.
    pub fn took(&self, time: Duration) {
        let at = BUCKETS.iter().position(|most| time.as_secs_f64() <= *most).unwrap_or(BUCKETS.len());
        self.took[at].fetch_add(1, Ordering::Relaxed);
        self.milliseconds.fetch_add(u64::try_from(time.as_millis()).unwrap_or(u64::MAX), Ordering::Relaxed);
    }

    /// All counts, and what the record has now, in the text format of Prometheus.
    pub fn text(&self, library: &Library) -> Result<String, StoreError> {
        let mut text = String::new();
        let mut family = |name: &str, kind: &str, help: &str, lines: &[(String, u64)]| {
            // Writing to a string does not fail.
            let _ = writeln!(text, "# HELP {name} {help}\n# TYPE {name} {kind}");
            for (labels, value) in lines {
                let _ = writeln!(text, "{name}{labels} {value}");
            }
        };
        let labelled = |label: &str, names: &[&str], counts: &[AtomicU64]| -> Vec<(String, u64)> {
            let line = |(name, count): (&&str, &AtomicU64)| (format!("{{{label}=\"{name}\"}}"), read(count));
            names.iter().zip(counts).map(line).collect()
        };
        let visits = labelled("outcome", &OUTCOMES, &self.visits);
        family("dateline_visits_total", "counter", "Visits to sources.", &visits);
        let pages = labelled("outcome", &PAGE_OUTCOMES, &self.pages);
        family("dateline_pages_total", "counter", "Pages asked for their full text.", &pages);
        let deliveries = labelled("outcome", &DELIVERIES, &self.deliveries);
        family("dateline_deliveries_total", "counter", "What hubs sent.", &deliveries);
        let pushes = library.pushes()?;
        let pushed = |wanted| pushes.iter().filter(|push| push.standing == wanted).count() as u64;
        let pushes: Vec<(String, u64)> =
            PUSHES.iter().map(|(wanted, name)| (format!("{{standing=\"{name}\"}}"), pushed(*wanted))).collect();
        family("dateline_subscriptions", "gauge", "Subscriptions at hubs by how they stand.", &pushes);
        let followed = library.followed()?;
        let standing = |wanted: Health| {
            let health = |state: &Option<Following>| state.as_ref().map_or(Health::Waiting, Following::health);
            followed.iter().filter(|source| health(&source.state) == wanted).count() as u64
        };
        let sources: Vec<(String, u64)> =
            STANDINGS.iter().map(|(health, name)| (format!("{{standing=\"{name}\"}}"), standing(*health))).collect();
        family("dateline_sources", "gauge", "Followed sources by how they stand.", &sources);
        let overview = library.overview()?;
        let plain = |value: u64| [(String::new(), value)];
        family(
            "dateline_pages_wanted",
            "gauge",
            "Pages that wait to be fetched.",
            &plain(library.count_wanted_pages()?),
        );
        family("dateline_reports", "gauge", "Reports in the record.", &plain(overview.reports));
        family("dateline_stories", "gauge", "Stories in the record.", &plain(overview.stories));
        text.push_str(&self.histogram());
        Ok(text)
    }

    fn histogram(&self) -> String {
        let name = "dateline_visit_seconds";
        let mut text = format!("# HELP {name} How long visits and pages took.\n# TYPE {name} histogram\n");
        let mut sum = 0;
        for (at, count) in self.took.iter().enumerate() {
            sum += read(count);
            let most = BUCKETS.get(at).map_or_else(|| "+Inf".to_owned(), f64::to_string);
            text.push_str(&format!("{name}_bucket{{le=\"{most}\"}} {sum}\n"));
        }
        let seconds = read(&self.milliseconds) as f64 / 1000.0;
        text + &format!("{name}_sum {seconds}\n{name}_count {sum}\n")
    }
}

fn read(count: &AtomicU64) -> u64 {
    count.load(Ordering::Relaxed)
}

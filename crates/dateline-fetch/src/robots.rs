//! What robots.txt says of pages. Feeds are made to be fetched by programs, and are not asked about.

use std::time::Duration;

use texting_robots::Robot;

/// Longest robots.txt that is read, as RFC 9309 has it at least.
const LONGEST: usize = 500 * 1024;
/// No site makes us wait longer between two of its pages.
const LONGEST_DELAY: f32 = 60.0;

/// How a site answered for its robots.txt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RobotsAnswer<'a> {
    /// It has one.
    Found(&'a [u8]),
    /// It has none (RFC 9309, 2.3.1.3): everything is allowed.
    None,
    /// It could not be asked (2.3.1.4): nothing is.
    Unreachable,
}

impl<'a> RobotsAnswer<'a> {
    /// What an answer of HTTP means.
    #[must_use]
    pub fn of(status: u16, body: &'a [u8]) -> RobotsAnswer<'a> {
        match status {
            200..=299 => RobotsAnswer::Found(body),
            400..=499 if status != 429 => RobotsAnswer::None,
            _ => RobotsAnswer::Unreachable,
        }
    }
}

/// The rules of one site for us.
pub struct Robots(Rules);

enum Rules {
    All,
    Nothing,
    Of(Box<Robot>),
}

impl Robots {
    /// Reads an answer, for the product name of our User-Agent.
    #[must_use]
    pub fn read(product: &str, answer: RobotsAnswer<'_>) -> Robots {
        Robots(match answer {
            RobotsAnswer::None => Rules::All,
            RobotsAnswer::Unreachable => Rules::Nothing,
            RobotsAnswer::Found(bytes) => {
                let bytes = &bytes[..bytes.len().min(LONGEST)];
                Robot::new(product, bytes).map_or(Rules::All, |robot| Rules::Of(Box::new(robot)))
            }
        })
    }

    /// False where the site could not be asked for its rules.
    #[must_use]
    pub fn is_known(&self) -> bool {
        !matches!(self.0, Rules::Nothing)
    }

    /// True where the page at `url` may be fetched.
    #[must_use]
    pub fn allows(&self, url: &str) -> bool {
        match &self.0 {
            Rules::All => true,
            Rules::Nothing => false,
            Rules::Of(robot) => robot.allowed(url),
        }
    }

    /// How long to wait between two pages, within reason.
    #[must_use]
    pub fn delay(&self) -> Option<Duration> {
        let Rules::Of(robot) = &self.0 else { return None };
        let seconds = robot.delay.filter(|seconds| *seconds > 0.0)?;
        Some(Duration::from_secs_f32(seconds.min(LONGEST_DELAY)))
    }

    /// The sitemaps that it names, at most eight.
    #[must_use]
    pub fn sitemaps(&self) -> Vec<String> {
        match &self.0 {
            Rules::Of(robot) => robot.sitemaps.iter().take(8).cloned().collect(),
            _ => Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const RULES: &[u8] = b"User-agent: *\nDisallow: /private/\nCrawl-delay: 900\n\nUser-agent: dateline\nDisallow: /no\nSitemap: https://news.example/news.xml\n";

    #[test]
    fn our_own_rules_go_before_those_for_all() {
        let robots = Robots::read("dateline", RobotsAnswer::of(200, RULES));
        assert!(robots.allows("https://news.example/private/page") && !robots.allows("https://news.example/no/page"));
        assert_eq!(robots.sitemaps(), ["https://news.example/news.xml"]);
        let other = Robots::read("other", RobotsAnswer::of(200, RULES));
        assert!(!other.allows("https://news.example/private/page"));
        assert_eq!(other.delay(), Some(Duration::from_secs(60)));
    }

    #[test]
    fn a_site_without_rules_allows_and_one_that_is_down_does_not() {
        assert!(Robots::read("dateline", RobotsAnswer::None).is_known());
        assert!(!Robots::read("dateline", RobotsAnswer::Unreachable).is_known());
        assert!(Robots::read("dateline", RobotsAnswer::of(404, b"")).allows("https://news.example/"));
        for status in [429, 500, 503, 302] {
            assert!(!Robots::read("dateline", RobotsAnswer::of(status, b"")).allows("https://news.example/"));
        }
        let hostile = Robots::read("dateline", RobotsAnswer::of(200, &[0xff; 2_000_000]));
        assert!(hostile.allows("https://news.example/"));
    }
}

//! The configuration: one TOML file, and environment variables that go before it.

use std::collections::BTreeMap;
use std::io::ErrorKind;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::{Context, Result, anyhow, ensure};
use dateline_fetch::{Allowed, Limits, Manners, Network, Proxy, Settings};
use serde::Deserialize;
use url::Url;

/// What the file and the environment say.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Config {
    /// How the web is asked.
    pub fetch: Fetch,
    /// How pages are served.
    pub serve: Serve,
    /// Counts for Prometheus.
    pub metrics: Metrics,
    /// What is logged.
    pub log: Log,
}

/// The table `[serve]`.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Serve {
    /// The address at which this site is reached from outside, for hubs to send to.
    pub public: Option<String>,
    /// Whether pages show lead images.
    pub images: ShowImages,
}

/// Whether pages show lead images.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ShowImages {
    /// They show none.
    #[default]
    None,
    /// They show them; this program asks for them in place of the reader's browser.
    Proxy,
}

impl Serve {
    /// The public address, checked.
    pub fn public(&self) -> Result<Option<String>> {
        let Some(public) = &self.public else { return Ok(None) };
        let plain = |url: &Url| {
            let web = matches!(url.scheme(), "http" | "https") && url.host().is_some();
            web && url.query().is_none() && url.fragment().is_none() && url.username().is_empty()
        };
        let url = Url::parse(public).ok().filter(plain);
        let url =
            url.with_context(|| format!("serve.public: “{public}” is no address such as https://news.example"))?;
        Ok(Some(url.as_str().trim_end_matches('/').to_owned()))
    }
}

/// The table `[metrics]`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Metrics {
    /// Where `dateline serve` answers for `/metrics`; nowhere without it.
    pub listen: Option<SocketAddr>,
}

/// The table `[log]`.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Log {
    /// What is logged: `warn`, `info`, `debug`, or a filter such as `dateline=debug`.
    pub level: String,
    /// How a line is written.
    pub format: LogFormat,
}

impl Default for Log {
    fn default() -> Log {
        Log { level: "warn".to_owned(), format: LogFormat::Text }
    }
}

/// How a line of the log is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LogFormat {
    /// For people.
    Text,
    /// One JSON object.
    Json,
}

/// The table `[fetch]`.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Fetch {
    /// False where `dateline serve` asks nobody.
    pub enabled: bool,
    /// Where the operator can be reached: an address of the web or of mail, sent with each request.
    pub contact: Option<String>,
    /// Networks that may be asked beyond the public web.
    pub allow_networks: Vec<String>,
    /// Hosts that may be asked wherever their names lead.
    pub allow_hosts: Vec<String>,
    /// The proxy that requests go through.
    pub proxy: Option<String>,
    /// True where the page is fetched of which a feed has the beginning.
    pub full_text: bool,
    /// Most requests at once.
    pub at_once: usize,
    /// Seconds between the beginnings of two requests to one site.
    pub pause_seconds: f64,
    /// Most requests to one site at once.
    pub at_once_per_site: usize,
}

impl Default for Fetch {
    fn default() -> Fetch {
        Fetch {
            enabled: true,
            contact: None,
            allow_networks: Vec::new(),
            allow_hosts: Vec::new(),
            proxy: None,
            full_text: true,
            at_once: 32,
            pause_seconds: 2.0,
            at_once_per_site: 1,
        }
    }
}

/// The product name in our User-Agent, which robots.txt speaks to.
pub const PRODUCT: &str = "dateline";

/// Sets one value from the words of an environment variable.
type Set = fn(&mut Config, &str) -> Result<(), String>;

/// The environment variables. Lists are parted by commas.
const VARIABLES: &[(&str, Set)] = &[
    ("DATELINE_FETCH", |config, words| switch(words, &mut config.fetch.enabled)),
    ("DATELINE_FULL_TEXT", |config, words| switch(words, &mut config.fetch.full_text)),
    ("DATELINE_CONTACT", |config, words| {
        config.fetch.contact = Some(words.to_owned());
        Ok(())
    }),
    ("DATELINE_ALLOW_NETWORKS", |config, words| {
        config.fetch.allow_networks = list(words);
        Ok(())
    }),
    ("DATELINE_ALLOW_HOSTS", |config, words| {
        config.fetch.allow_hosts = list(words);
        Ok(())
    }),
    ("DATELINE_PROXY", |config, words| {
        config.fetch.proxy = Some(words.to_owned());
        Ok(())
    }),
    ("DATELINE_FETCH_AT_ONCE", |config, words| number(words, &mut config.fetch.at_once)),
    ("DATELINE_FETCH_PAUSE", |config, words| number(words, &mut config.fetch.pause_seconds)),
    ("DATELINE_FETCH_AT_ONCE_PER_SITE", |config, words| number(words, &mut config.fetch.at_once_per_site)),
    ("DATELINE_PUBLIC", |config, words| {
        config.serve.public = Some(words.to_owned());
        Ok(())
    }),
    ("DATELINE_IMAGES", |config, words| {
        config.serve.images = match words {
            "none" => ShowImages::None,
            "proxy" => ShowImages::Proxy,
            _ => return Err("write `none` or `proxy`".to_owned()),
        };
        Ok(())
    }),
    ("DATELINE_METRICS", |config, words| {
        config.metrics.listen = Some(words.parse().map_err(|_| "write an address such as 127.0.0.1:9464".to_owned())?);
        Ok(())
    }),
    ("DATELINE_LOG", |config, words| {
        config.log.level = words.to_owned();
        Ok(())
    }),
    ("DATELINE_LOG_FORMAT", |config, words| {
        config.log.format = match words {
            "text" => LogFormat::Text,
            "json" => LogFormat::Json,
            _ => return Err("write `text` or `json`".to_owned()),
        };
        Ok(())
    }),
];

fn list(words: &str) -> Vec<String> {
    words.split(',').map(str::trim).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

fn switch(words: &str, value: &mut bool) -> Result<(), String> {
    *value = match words {
        "on" => true,
        "off" => false,
        _ => return Err("write `on` or `off`".to_owned()),
    };
    Ok(())
}

fn number<T: std::str::FromStr>(words: &str, value: &mut T) -> Result<(), String> {
    *value = words.parse().map_err(|_| "write a number".to_owned())?;
    Ok(())
}

/// The file that is read: the one named, or `dateline.toml` in the data folder.
pub fn file(named: Option<&Path>, folder: &Path) -> PathBuf {
    named.map_or_else(|| folder.join("dateline.toml"), Path::to_owned)
}

/// Reads the configuration of a data folder. A file that was named must be there.
pub fn read(named: Option<&Path>, folder: &Path) -> Result<Config> {
    let path = file(named, folder);
    let text = match std::fs::read_to_string(&path) {
        Ok(text) => text,
        Err(error) if named.is_none() && matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => {
            String::new()
        }
        Err(error) => return Err(anyhow!("{}: {}", path.display(), crate::input::reason(&error))),
    };
    let config = parse(&text, &std::env::vars().collect()).with_context(|| path.display().to_string())?;
    config.fetch.settings()?;
    config.serve.public()?;
    Ok(config)
}

fn parse(text: &str, environment: &BTreeMap<String, String>) -> Result<Config> {
    let mut config: Config = toml::from_str(text).map_err(|error| anyhow!("{}", error.to_string().trim_end()))?;
    for (name, set) in VARIABLES {
        if let Some(words) = environment.get(*name) {
            set(&mut config, words.trim()).map_err(|wrong| anyhow!("{name}: {wrong}"))?;
        }
    }
    Ok(config)
}

impl Fetch {
    /// How the client goes about.
    pub fn settings(&self) -> Result<Settings> {
        let networks: Result<Vec<Network>, String> = self.allow_networks.iter().map(|words| words.parse()).collect();
        let networks = networks.map_err(|wrong| anyhow!("fetch.allow_networks: {wrong}"))?;
        let hosts = self.allow_hosts.iter().map(|host| host.to_ascii_lowercase()).collect();
        let proxy = self.proxy.as_deref().map(Proxy::read).transpose();
        let proxy = proxy.map_err(|wrong| anyhow!("fetch.proxy: {wrong}"))?;
        ensure!((1..=512).contains(&self.at_once), "fetch.at_once: write a number from 1 to 512");
        ensure!((1..=512).contains(&self.at_once_per_site), "fetch.at_once_per_site: write a number from 1 to 512");
        ensure!((0.0..=3600.0).contains(&self.pause_seconds), "fetch.pause_seconds: write seconds from 0 to 3600");
        let allowed = Allowed { networks, hosts };
        Ok(Settings { user_agent: self.user_agent()?, allowed, proxy, limits: Limits::default() })
    }

    /// How a site is treated.
    pub fn manners(&self) -> Manners {
        let pause = Duration::try_from_secs_f64(self.pause_seconds).unwrap_or_default();
        Manners { pause, at_once: self.at_once_per_site }
    }

    fn user_agent(&self) -> Result<String> {
        let contact = self.contact.as_deref().unwrap_or("no contact given");
        let plain = contact.len() <= 200 && contact.chars().all(|letter| (' '..='~').contains(&letter));
        ensure!(plain, "fetch.contact: write an address of the web or of mail");
        Ok(format!("{PRODUCT}/{} (news reader; {contact})", env!("CARGO_PKG_VERSION")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn environment(pairs: &[(&str, &str)]) -> BTreeMap<String, String> {
        pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
    }

    #[test]
    fn the_environment_goes_before_the_file() {
        let text = "[fetch]\ncontact = \"https://desk.example/\"\nat_once = 8\nallow_hosts = [\"Wiki.example\"]\n";
        let config = parse(text, &environment(&[("DATELINE_FETCH_AT_ONCE", "9"), ("DATELINE_FETCH", "off")])).unwrap();
        assert_eq!((config.fetch.at_once, config.fetch.enabled), (9, false));
        let settings = config.fetch.settings().unwrap();
        assert!(settings.user_agent.starts_with("dateline/") && settings.user_agent.contains("https://desk.example/"));
        assert!(settings.allowed.names("wiki.example"));
    }

    #[test]
    fn every_variable_is_described() {
        let document = include_str!("../../../docs/following.md");
        for (name, _) in VARIABLES {
            assert!(document.contains(&format!("| `{name}` |")), "docs/following.md lacks {name}");
        }
        let example = document.split("```toml\n").nth(1).and_then(|rest| rest.split("```").next()).unwrap();
        let config = parse(example, &environment(&[])).unwrap();
        config.fetch.settings().unwrap();
        let plain = Fetch { contact: None, allow_networks: vec![], allow_hosts: vec![], proxy: None, ..config.fetch };
        assert_eq!(plain, Fetch::default(), "the values of the example are the defaults");
    }

    #[test]
    fn mistakes_are_named() {
        let wrong = |text: &str| parse(text, &environment(&[])).map(|config| config.fetch.settings());
        let words = |text: &str| match wrong(text) {
            Err(error) => format!("{error:#}"),
            Ok(settings) => settings.unwrap_err().to_string(),
        };
        assert!(words("[fetch]\nallow_network = []").contains("unknown field `allow_network`"));
        assert!(words("[fetch]\nallow_networks = [\"10/8\"]").contains("“10/8” is no network"));
        assert!(words("[fetch]\nproxy = \"socks5://a\"").contains("is no proxy"));
        assert!(words("[fetch]\nat_once = 0").contains("from 1 to 512"));
        let public = |words: &str| Serve { public: Some(words.to_owned()), ..Serve::default() }.public();
        assert_eq!(public("https://desk.example/news/").unwrap().as_deref(), Some("https://desk.example/news"));
        for wrong in ["desk.example", "ftp://desk.example", "https://desk.example/?a", "https://a@desk.example/"] {
            assert!(public(wrong).unwrap_err().to_string().contains("is no address such as"), "{wrong}");
        }
        assert!(words("[fetch]\ncontact = \"a\\r\\nX: b\"").contains("fetch.contact"));
        let error = parse("", &environment(&[("DATELINE_FETCH", "perhaps")])).unwrap_err();
        assert_eq!(error.to_string(), "DATELINE_FETCH: write `on` or `off`");
    }
}

//! An address to ask, checked before anything is looked up: scheme, port, host; passwords taken off.

use std::net::IpAddr;

use url::{Host, Url};

use crate::networks::{Allowed, refusal};
use crate::{Failure, FailureKind};

/// Ports of other services, which no web server uses: the Fetch standard's list, that browsers hold to as well.
const OTHER_SERVICES: &[u16] = &[
    0, 1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95, 101, 102, 103, 104, 109,
    110, 111, 113, 115, 117, 119, 123, 135, 137, 139, 143, 161, 179, 389, 427, 465, 512, 513, 514, 515, 526, 530, 531,
    532, 540, 548, 554, 556, 563, 587, 601, 636, 989, 990, 993, 995, 1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060,
    5061, 6000, 6379, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080, 11211,
];

/// Longest address that is asked.
const LONGEST: usize = 2048;

/// An address that may be asked, as far as can be told without looking it up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// The address, without password and fragment.
    pub url: Url,
    /// The host without brackets.
    pub host: String,
    /// Where the host is an address already.
    pub address: Option<IpAddr>,
    /// The port.
    pub port: u16,
    /// True for `https`.
    pub secure: bool,
}

/// Checks `words`, taken from `base` where it is relative (as a redirect may be).
///
/// Odd spellings of an address (`http://2130706433/`, `0x7f.1`, `0177.0.0.1`, `127.0.0.1.`) are read as browsers read
/// them, and so judged as what they mean.
///
/// # Errors
/// Where it is no address of the web, or one that is not asked.
pub fn target(words: &str, base: Option<&Url>, allowed: &Allowed) -> Result<Target, Failure> {
    let refused = |words: String| Failure::new(FailureKind::Refused, words);
    if words.len() > LONGEST {
        return Err(refused(format!("the address is longer than {LONGEST} characters")));
    }
    let parsed = match base {
        Some(base) => base.join(words.trim()),
        None => Url::parse(words.trim()),
    };
    let mut url = parsed.map_err(|_| refused("this is not an address of the web".to_owned()))?;
    let secure = match url.scheme() {
        "http" => false,
        "https" => true,
        other => return Err(refused(format!("addresses that begin with {other}: are not asked, only http and https"))),
    };
    // Both fail for addresses without a host alone, and those are refused below.
    let _ = url.set_username("");
    let _ = url.set_password(None);
    url.set_fragment(None);
    let (host, address) = match url.host() {
        Some(Host::Domain(name)) => (name.to_owned(), None),
        Some(Host::Ipv4(address)) => (address.to_string(), Some(IpAddr::V4(address))),
        Some(Host::Ipv6(address)) => (address.to_string(), Some(IpAddr::V6(address))),
        None => return Err(refused("the address names no host".to_owned())),
    };
    let port = url.port_or_known_default().unwrap_or(80);
    if OTHER_SERVICES.contains(&port) {
        return Err(refused(format!("port {port} is that of another service than the web")));
    }
    if let Some(address) = address
        && let Some(reason) = refusal(address, allowed).filter(|_| !allowed.names(&host))
    {
        return Err(refused(format!("{host} is {reason}, not one of the public web")));
    }
    Ok(Target { url, host, address, port, secure })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(words: &str) -> bool {
        target(words, None, &Allowed::default()).is_err()
    }

    #[test]
    fn passwords_and_fragments_are_not_sent() {
        let target = target("https://name:secret@news.example/feed?a=b#top", None, &Allowed::default()).unwrap();
        assert_eq!(target.url.as_str(), "https://news.example/feed?a=b");
        assert_eq!((target.host.as_str(), target.port, target.secure), ("news.example", 443, true));
    }

    #[test]
    fn other_schemes_ports_and_spellings_of_this_machine_are_refused() {
        let schemes =
            ["file:///etc/passwd", "ftp://news.example/", "gopher://news.example/", "javascript:1", "data:,a"];
        let ports = ["http://news.example:22/", "http://news.example:6379/", "https://news.example:25/"];
        let spellings = ["http://127.1/", "http://0x7f000001/", "http://2130706433/", "http://017700000001/"];
        let more = ["http://127.0.0.1./", "http://[::1]/", "http://0/", "http://①②⑦.⓪.⓪.①/", "http://", "news", ""];
        for words in schemes.iter().chain(&ports).chain(&spellings).chain(&more) {
            assert!(refused(words), "{words}");
        }
        assert!(!refused("http://news.example:8080/feed"));
    }
}

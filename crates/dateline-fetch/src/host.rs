//! Which hosts are one site: those under the same registrable domain, so that the blogs of one platform count together.

use std::net::IpAddr;

/// What `host` counts as: its registrable domain, or itself where it has none. The public suffix list names
/// platforms (`tumblr.com`) as suffixes of their own; for manners those count as one, since one company serves them all.
#[must_use]
pub fn site_of(host: &str) -> String {
    let host = host.trim_end_matches('.').to_ascii_lowercase();
    if host.parse::<IpAddr>().is_ok() {
        return host;
    }
    let Some(suffix) = psl::suffix(host.as_bytes()) else { return host };
    let platform = suffix.typ() == Some(psl::Type::Private);
    let site = if platform { registrable_of_suffix(suffix.as_bytes()) } else { registrable(&host) };
    site.unwrap_or(host)
}

fn registrable(host: &str) -> Option<String> {
    psl::domain_str(host).map(str::to_owned)
}

/// `blogspot.co.uk` out of `blogspot.co.uk`, `tumblr.com` out of `tumblr.com`: the suffix of a platform is a domain under
/// a suffix of the registry.
fn registrable_of_suffix(suffix: &[u8]) -> Option<String> {
    let suffix = std::str::from_utf8(suffix).ok()?;
    let mut rest = suffix;
    // The last domain under a registry's suffix: walk up while the parent is still a platform's.
    while let Some((_, parent)) = rest.split_once('.') {
        let private = psl::suffix(parent.as_bytes()).is_some_and(|suffix| suffix.typ() == Some(psl::Type::Private));
        if !private {
            return Some(rest.to_owned());
        }
        rest = parent;
    }
    Some(suffix.to_owned())
}

#[cfg(test)]
mod tests {
    use super::site_of;

    #[test]
    fn hosts_of_one_platform_count_together() {
        let cases = [
            ("one.tumblr.com", "tumblr.com"),
            ("Two.Tumblr.com.", "tumblr.com"),
            ("tumblr.com", "tumblr.com"),
            ("feeds.bbci.co.uk", "bbci.co.uk"),
            ("www.bbci.co.uk", "bbci.co.uk"),
            ("a.blogspot.com", "blogspot.com"),
            ("name.github.io", "github.io"),
            ("a.b.news.example", "news.example"),
            ("localhost", "localhost"),
            ("127.0.0.1", "127.0.0.1"),
            ("2001:db8::1", "2001:db8::1"),
            ("", ""),
        ];
        for (host, site) in cases {
            assert_eq!(site_of(host), site, "{host}");
        }
    }
}

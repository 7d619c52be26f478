//! Which addresses may be connected to: public ones alone, and those that the configuration allows.

use std::fmt;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::str::FromStr;

/// A range of addresses: those that begin with the same bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Network {
    address: IpAddr,
    bits: u8,
}

impl Network {
    const fn v4(address: [u8; 4], bits: u8) -> Network {
        Network { address: IpAddr::V4(Ipv4Addr::new(address[0], address[1], address[2], address[3])), bits }
    }

    const fn v6(first: u16, second: u16, third: u16, bits: u8) -> Network {
        Network { address: IpAddr::V6(Ipv6Addr::new(first, second, third, 0, 0, 0, 0, 0)), bits }
    }

    /// True where `address` lies in it. An address of one family never lies in a range of the other.
    #[must_use]
    pub fn contains(&self, address: IpAddr) -> bool {
        match (self.address, address) {
            (IpAddr::V4(own), IpAddr::V4(other)) => {
                let differ = own.to_bits() ^ other.to_bits();
                u32::from(self.bits) <= differ.leading_zeros()
            }
            (IpAddr::V6(own), IpAddr::V6(other)) => {
                let differ = own.to_bits() ^ other.to_bits();
                u32::from(self.bits) <= differ.leading_zeros()
            }
            _ => false,
        }
    }
}

impl FromStr for Network {
    type Err = String;

    /// `10.0.0.0/8`, `fd00::/8`, or one address.
    fn from_str(words: &str) -> Result<Network, String> {
        let wrong = || format!("“{words}” is no network: write it as 192.168.1.0/24, fd00::/8 or 127.0.0.1");
        let (address, bits) = words.trim().split_once('/').map_or((words.trim(), None), |(at, bits)| (at, Some(bits)));
        let address: IpAddr = address.parse().map_err(|_| wrong())?;
        let most = if address.is_ipv4() { 32 } else { 128 };
        let bits = bits.map_or(Ok(most), str::parse).map_err(|_| wrong())?;
        if bits > most { Err(wrong()) } else { Ok(Network { address, bits }) }
    }
}

impl fmt::Display for Network {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}/{}", self.address, self.bits)
    }
}

/// What the configuration allows beyond the public internet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Allowed {
    /// Ranges of addresses.
    pub networks: Vec<Network>,
    /// Host names, in lower case, whatever address they lead to.
    pub hosts: Vec<String>,
}

impl Allowed {
    /// True where `host` is named.
    #[must_use]
    pub fn names(&self, host: &str) -> bool {
        let host = host.trim_end_matches('.');
        self.hosts.iter().any(|name| name.trim_end_matches('.').eq_ignore_ascii_case(host))
    }
}

/// IPv4 ranges that are not the public internet (IANA's special-purpose registry), and one public address that is the
/// inside of a cloud.
const REFUSED_V4: &[(Network, &str)] = &[
    (Network::v4([0, 0, 0, 0], 8), "an unspecified address"),
    (Network::v4([10, 0, 0, 0], 8), "a private address"),
    (Network::v4([100, 64, 0, 0], 10), "an address shared behind a provider"),
    (Network::v4([127, 0, 0, 0], 8), "an address of this machine"),
    (Network::v4([169, 254, 0, 0], 16), "a link-local address"),
    (Network::v4([172, 16, 0, 0], 12), "a private address"),
    (Network::v4([192, 0, 0, 0], 24), "a reserved address"),
    (Network::v4([192, 0, 2, 0], 24), "an address for documentation"),
    (Network::v4([192, 88, 99, 0], 24), "a 6to4 relay"),
    (Network::v4([192, 168, 0, 0], 16), "a private address"),
    (Network::v4([198, 18, 0, 0], 15), "an address for benchmarks"),
    (Network::v4([198, 51, 100, 0], 24), "an address for documentation"),
    (Network::v4([203, 0, 113, 0], 24), "an address for documentation"),
    (Network::v4([224, 0, 0, 0], 4), "a multicast address"),
    (Network::v4([240, 0, 0, 0], 4), "a reserved address"),
    (Network::v4([168, 63, 129, 16], 32), "the inside of a cloud"),
];

/// All of IPv6 that is handed out as public.
const PUBLIC_V6: Network = Network::v6(0x2000, 0, 0, 3);
/// IPv4 hosts as seen through a NAT64: they are what the IPv4 address in them is.
const NAT64: Network = Network::v6(0x64, 0xff9b, 0, 96);

/// Parts of the public range that are not public, and names for those outside of it.
const REFUSED_V6: &[(Network, &str)] = &[
    (Network::v6(0x2001, 0, 0, 23), "a Teredo or other special address"),
    (Network::v6(0x2001, 0xdb8, 0, 32), "an address for documentation"),
    (Network::v6(0x2002, 0, 0, 16), "a 6to4 address"),
    (Network::v6(0x3fff, 0, 0, 20), "an address for documentation"),
    (Network::v6(0xfc00, 0, 0, 7), "a private address"),
    (Network::v6(0xfe80, 0, 0, 10), "a link-local address"),
    (Network::v6(0xfec0, 0, 0, 10), "a private address"),
    (Network::v6(0xff00, 0, 0, 8), "a multicast address"),
    (Network::v6(0x64, 0xff9b, 1, 48), "an address translated within a network"),
];

/// Why `address` is not connected to; `None` where it is public or allowed.
#[must_use]
pub fn refusal(address: IpAddr, allowed: &Allowed) -> Option<&'static str> {
    if allowed.networks.iter().any(|network| network.contains(address)) {
        return None;
    }
    match address {
        IpAddr::V4(_) => named(REFUSED_V4, address),
        IpAddr::V6(address) => refusal_v6(address),
    }
}

fn refusal_v6(address: Ipv6Addr) -> Option<&'static str> {
    if address.is_loopback() {
        return Some("an address of this machine");
    }
    if address.is_unspecified() {
        return Some("an unspecified address");
    }
    let last = Ipv4Addr::from_bits(address.to_bits() as u32);
    if NAT64.contains(address.into()) {
        return named(REFUSED_V4, last.into());
    }
    if let Some(reason) = named(REFUSED_V6, address.into()) {
        return Some(reason);
    }
    if !PUBLIC_V6.contains(address.into()) {
        // IPv4 written as IPv6 (mapped or compatible) is among these.
        return Some("not a public address");
    }
    // ISATAP: an IPv4 address behind an identifier of its own.
    let isatap = matches!(address.segments()[4..6], [0 | 0x200, 0x5efe]);
    if isatap { named(REFUSED_V4, last.into()) } else { None }
}

fn named(table: &[(Network, &'static str)], address: IpAddr) -> Option<&'static str> {
    table.iter().find(|(network, _)| network.contains(address)).map(|(_, reason)| *reason)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(address: &str) -> bool {
        refusal(address.parse().unwrap(), &Allowed::default()).is_some()
    }

    #[test]
    fn public_addresses_pass_and_their_neighbours_do_not() {
        let public = ["1.1.1.1", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "172.15.255.255"];
        let more =
            ["172.32.0.0", "192.167.255.255", "198.17.255.255", "198.20.0.0", "223.255.255.255", "168.63.129.17"];
        let v6 = ["2606:4700::1111", "2001:200::1", "64:ff9b::101:101", "2a00:1450:4001::200e"];
        for address in public.iter().chain(&more).chain(&v6) {
            assert!(!refused(address), "{address}");
        }
        let ends = ["0.255.255.255", "10.255.255.255", "100.127.255.255", "172.31.255.255", "198.19.255.255"];
        let v6 = ["fdff::1", "febf::1", "2001:1ff::1", "3fff:fff::1", "2002:101:101::", "64:ff9b::7f00:1", "4000::1"];
        for address in ends.iter().chain(&v6) {
            assert!(refused(address), "{address}");
        }
    }

    #[test]
    fn what_is_allowed_passes_and_nothing_beside_it() {
        let networks = vec!["192.168.7.0/24".parse().unwrap(), "fd00:1::/32".parse().unwrap()];
        let allowed = Allowed { networks, hosts: vec!["wiki.example".to_owned()] };
        let passes = |address: &str| refusal(address.parse().unwrap(), &allowed).is_none();
        assert!(passes("192.168.7.200") && passes("fd00:1::5"));
        assert!(!passes("192.168.8.1") && !passes("fd00:2::5") && !passes("::ffff:192.168.7.1"));
        assert!(allowed.names("Wiki.Example.") && !allowed.names("a.wiki.example"));
    }

    #[test]
    fn networks_are_read_from_words() {
        assert_eq!("10.0.0.0/8".parse::<Network>().unwrap().to_string(), "10.0.0.0/8");
        assert_eq!("::1".parse::<Network>().unwrap().to_string(), "::1/128");
        assert!("0.0.0.0/0".parse::<Network>().unwrap().contains("9.9.9.9".parse().unwrap()));
        for words in ["10.0.0.0/33", "10/8", "", "fd00::/129", "host"] {
            assert!(words.parse::<Network>().is_err(), "{words}");
        }
    }
}

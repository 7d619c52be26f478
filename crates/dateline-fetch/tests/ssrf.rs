//! Attempts to make Dateline ask inside the operator's network: none connects. Among them those of the advisories of
//! stringer (GHSA-496x-437q-h35q), Miniflux (GHSA-xwh2-742g-w3wp), CommaFeed (GHSA-hgrr-mjfp-gmr6, GHSA-q5qw-345w-55xg)
//! and RSSHub (GHSA-64wp-jh9p-5cg2).

mod support;

use std::sync::Arc;
use std::time::Duration;

use dateline_fetch::{Allowed, FailureKind};
use support::{Names, Server, ask, client, http};

/// What is tried, and the address. `{port}` is that of a server on this machine that must not be reached.
const ATTEMPTS: &[(&str, &str)] = &[
    ("stringer: a feed on this machine", "http://127.0.0.1:{port}/feed"),
    ("stringer: the metadata of a cloud", "http://169.254.169.254/latest/meta-data/"),
    ("stringer: a private network", "http://10.0.0.5/feed"),
    ("stringer: a file by another scheme", "file:///etc/passwd"),
    ("Miniflux: an image on localhost", "http://localhost:{port}/image.png"),
    ("Miniflux: an image in a private network", "http://192.168.1.1/image.png"),
    ("Miniflux: an image at a link-local address", "http://169.254.170.2/v2/credentials"),
    ("CommaFeed: a feed at a name that leads inside", "http://inside.attacker.example:{port}/feed"),
    ("CommaFeed: an icon in a private network", "http://172.16.0.1/favicon.ico"),
    ("CommaFeed: the loopback of IPv6", "http://[::1]:{port}/feed"),
    ("RSSHub: a host made of a user's words", "http://anything.attacker.example:{port}@127.0.0.1:{port}/"),
    ("RSSHub: a name that is an address written in it", "http://127.0.0.1.rebind.example:{port}/"),
    ("all of this machine's range", "http://127.200.3.4:{port}/"),
    ("the unspecified address", "http://0.0.0.0:{port}/"),
    ("the unspecified address, short", "http://0:{port}/"),
    ("a decimal number", "http://2130706433:{port}/"),
    ("an octal number", "http://0177.0.0.1:{port}/"),
    ("a hexadecimal number", "http://0x7f000001:{port}/"),
    ("mixed and short forms", "http://0x7f.1:{port}/"),
    ("a dot behind the address", "http://127.0.0.1.:{port}/"),
    ("a dot behind the name", "http://localhost.:{port}/"),
    ("full-width digits", "http://１２７.０.０.１:{port}/"),
    ("a dot of another script", "http://127。0。0。1:{port}/"),
    ("percent signs", "http://%31%32%37.0.0.1:{port}/"),
    ("a backslash before the host", "http:\\\\127.0.0.1:{port}\\feed"),
    ("tabs and line ends inside the host", "http://127.0\t.0.1:{port}/"),
    ("IPv4 mapped into IPv6", "http://[::ffff:127.0.0.1]:{port}/"),
    ("IPv4 mapped, in hexadecimal", "http://[::ffff:7f00:1]:{port}/"),
    ("IPv4 compatible with IPv6", "http://[::127.0.0.1]:{port}/"),
    ("the unspecified address of IPv6", "http://[::]:{port}/"),
    ("NAT64 to this machine", "http://[64:ff9b::7f00:1]:{port}/"),
    ("NAT64 to the metadata of a cloud", "http://[64:ff9b::a9fe:a9fe]/"),
    ("NAT64 inside a network", "http://[64:ff9b:1::7f00:1]/"),
    ("6to4 to a private address", "http://[2002:a00:1::1]/"),
    ("Teredo", "http://[2001:0:7f00:1::]/"),
    ("ISATAP to a private address", "http://[2606:4700::5efe:a00:1]/"),
    ("a unique local address", "http://[fd00:ec2::254]/latest/meta-data/"),
    ("a link-local address of IPv6", "http://[fe80::1]/"),
    ("a site-local address of IPv6", "http://[fec0::1]/"),
    ("a multicast address", "http://224.0.0.251/"),
    ("a multicast address of IPv6", "http://[ff02::1]/"),
    ("a provider's shared addresses", "http://100.100.100.200/latest/meta-data/"),
    ("the inside of a cloud at a public address", "http://168.63.129.16/metadata"),
    ("a reserved address", "http://240.0.0.1/"),
    ("the broadcast address", "http://255.255.255.255/"),
    ("a benchmark address", "http://198.18.0.1/"),
    ("an address for documentation", "http://203.0.113.1/"),
    ("protocol assignments", "http://192.0.0.192/opc/v2/"),
    ("a name with a private and a shared address", "http://both.attacker.example:{port}/"),
    ("a name that leads to a mapped address", "http://mapped.attacker.example:{port}/"),
    ("the port of a mail server", "http://news.example:25/"),
    ("the port of a database", "http://news.example:6379/"),
    ("gopher, which can speak any protocol", "gopher://127.0.0.1:{port}/_x"),
    ("a feed that is its own address", "feed:http://127.0.0.1:{port}/"),
    ("data in the address", "data:text/xml,<rss/>"),
    ("an address without a host", "http://:{port}/"),
];

fn names() -> Names {
    Names::default()
        .with("localhost", &[&["127.0.0.1", "::1"]])
        .with("localhost.", &[&["127.0.0.1"]])
        .with("inside.attacker.example", &[&["127.0.0.1"]])
        .with("127.0.0.1.rebind.example", &[&["127.0.0.1"]])
        .with("both.attacker.example", &[&["10.0.0.1", "100.64.0.1", "127.0.0.1"]])
        .with("mapped.attacker.example", &[&["::ffff:127.0.0.1"]])
        .with("news.example", &[&["127.0.0.1"]])
}

#[tokio::test]
async fn none_of_the_attempts_connects() {
    let inside = Server::at("127.0.0.1", |_| http("200 OK", "", b"secret")).await;
    let client = client(Allowed::default(), Arc::new(names()));
    assert!(ATTEMPTS.len() >= 40);
    for (what, address) in ATTEMPTS {
        let address = address.replace("{port}", &inside.address.port().to_string());
        let failure = ask(&client, &address).await.expect_err(what);
        assert_eq!(failure.kind, FailureKind::Refused, "{what}: {failure}");
    }
    assert_eq!(inside.hits(), 0);
}

#[tokio::test]
async fn none_of_the_attempts_connects_by_a_redirect() {
    let inside = Server::at("127.0.0.1", |_| http("200 OK", "", b"secret")).await;
    let port = inside.address.port().to_string();
    let places: Vec<String> = ATTEMPTS.iter().map(|(_, address)| address.replace("{port}", &port)).collect();
    let places = places.into_iter().filter(|place| place.is_ascii() && !place.contains('\t')).collect::<Vec<_>>();
    let count = places.len();
    let outside = Server::at("127.0.0.1", move |path| {
        let place = path[1..].parse::<usize>().map(|at| places[at].clone()).unwrap_or_default();
        http("302 Found", &format!("Location: {place}\r\n"), b"")
    });
    let outside = outside.await;
    // The first server plays a public one: it is reached by its name, which the configuration allows.
    let allowed = Allowed { hosts: vec!["public.example".to_owned()], networks: Vec::new() };
    let client = client(allowed, Arc::new(names().with("public.example", &[&["127.0.0.1"]])));
    for at in 0..count {
        let url = format!("http://public.example:{}/{at}", outside.address.port());
        let failure = ask(&client, &url).await.expect_err("a redirect inside");
        // What is no absolute address is taken from the page that leads there, and ends in a circle.
        let stopped = matches!(failure.kind, FailureKind::Refused | FailureKind::Redirects);
        assert!(stopped, "{at}: {failure}");
    }
    assert_eq!((inside.hits(), outside.hits() >= count), (0, true));
}

#[tokio::test]
async fn a_name_that_changes_between_look_up_and_connection_gains_nothing() {
    let inside = Server::at("127.0.0.1", |_| http("200 OK", "", b"secret")).await;
    // Public at first, this machine from then on.
    let names = Arc::new(Names::default().with("rebind.example", &[&["240.0.0.9"], &["127.0.0.1"]]));
    let networks = vec!["240.0.0.9".parse().unwrap()];
    let client = client(Allowed { networks, hosts: Vec::new() }, names.clone());
    let url = format!("http://rebind.example:{}/", inside.address.port());
    let failure = ask(&client, &url).await.expect_err("nobody is at the first address");
    assert!(matches!(failure.kind, FailureKind::Slow | FailureKind::Connection), "{failure}");
    assert_eq!(names.asked("rebind.example"), 1, "what was checked is what is connected to");
    let failure = ask(&client, &url).await.expect_err("the second look-up leads inside");
    assert_eq!((failure.kind, names.asked("rebind.example")), (FailureKind::Refused, 2));
    assert_eq!(inside.hits(), 0);
}

#[tokio::test]
async fn of_a_mixed_answer_only_what_is_allowed_is_connected_to() {
    let inside = Server::at("127.0.0.1", |_| http("200 OK", "", b"secret")).await;
    let port = inside.address.port();
    let names = Arc::new(Names::default().with("mixed.example", &[&["127.0.0.1", "127.0.0.77"]]));
    let allowed = Allowed { networks: vec!["127.0.0.77".parse().unwrap()], hosts: Vec::new() };
    let failure =
        ask(&client(allowed, names), &format!("http://mixed.example:{port}/")).await.expect_err("nobody there");
    assert_eq!((failure.kind, inside.hits()), (FailureKind::Connection, 0));
}

#[tokio::test]
async fn a_chain_that_ends_inside_stops_at_the_last_step() {
    let inside = Server::at("127.0.0.2", |_| http("200 OK", "", b"secret")).await;
    let to = inside.address;
    let outside = Server::at("127.0.0.1", move |path| match path {
        "/one" => http("301 Moved", "Location: /two\r\n", b""),
        "/two" => http("307 Moved", "Location: //public.example:80/three\r\n", b""),
        _ => http("302 Found", &format!("Location: http://{to}/\r\n"), b""),
    });
    let outside = outside.await;
    let allowed = Allowed { networks: vec!["127.0.0.1".parse().unwrap()], hosts: Vec::new() };
    let client = client(allowed, Arc::new(Names::default().with("public.example", &[&["127.0.0.1"]])));
    for path in ["/one", "/three"] {
        let _ = ask(&client, &format!("http://{}{path}", outside.address)).await.expect_err("inside");
    }
    tokio::time::sleep(Duration::from_millis(50)).await;
    assert_eq!(inside.hits(), 0);
}

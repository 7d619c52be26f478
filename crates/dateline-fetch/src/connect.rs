//! Opens connections: a name is looked up once, what it leads to is checked, and that very address is connected to.

use std::future::Future;
use std::io;
use std::net::{IpAddr, SocketAddr};
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use percent_encoding::percent_decode_str;
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::time::timeout;
use tokio_rustls::TlsConnector;
use tokio_rustls::rustls::pki_types::ServerName;
use tokio_rustls::rustls::{ClientConfig, RootCertStore, crypto};
use url::Url;

use crate::networks::{Allowed, refusal};
use crate::target::Target;
use crate::{Failure, FailureKind};

/// A name being looked up.
pub type Resolving<'a> = Pin<Box<dyn Future<Output = io::Result<Vec<IpAddr>>> + Send + 'a>>;

/// Looks names up. What it gives is checked and then connected to; it is not asked twice for one connection.
pub trait Resolve: Send + Sync {
    /// The addresses that `host` leads to.
    fn resolve<'a>(&'a self, host: &'a str) -> Resolving<'a>;
}

/// Looks names up as every program of the machine does.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemResolver;

impl Resolve for SystemResolver {
    fn resolve<'a>(&'a self, host: &'a str) -> Resolving<'a> {
        Box::pin(async move { Ok(tokio::net::lookup_host((host, 0)).await?.map(|address| address.ip()).collect()) })
    }
}

/// A proxy that requests go through. It looks names up itself, so it must keep requests out of its own network. Addresses
/// written as such, and names that this machine knows to lead to what is not public, are refused here all the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proxy {
    /// Its host.
    pub host: String,
    /// Its port.
    pub port: u16,
    /// What it is told so that it lets us through: the value of Proxy-Authorization (RFC 7617).
    pub authorization: Option<String>,
}

impl Proxy {
    /// Reads `http://proxy.example:3128` or `http://name:password@proxy.example:3128`.
    ///
    /// # Errors
    /// Where it is written otherwise.
    pub fn read(words: &str) -> Result<Proxy, String> {
        let wrong = || format!("“{words}” is no proxy: write it as http://proxy.example:3128");
        let url = Url::parse(words).map_err(|_| wrong())?;
        let plain = url.scheme() == "http" && url.path() == "/" && url.query().is_none();
        let host = url.host_str().filter(|_| plain).ok_or_else(wrong)?;
        let host = host.trim_matches(['[', ']']).to_owned();
        let decoded = |words: &str| percent_decode_str(words).collect::<Vec<u8>>();
        let authorization = (!url.username().is_empty()).then(|| {
            let password = url.password().unwrap_or_default();
            let pair = [decoded(url.username()), b":".to_vec(), decoded(password)].concat();
            format!("Basic {}", STANDARD.encode(pair))
        });
        Ok(Proxy { host, port: url.port_or_known_default().unwrap_or(3128), authorization })
    }
}

/// A connection, encrypted or not.
pub(crate) trait Wire: AsyncRead + AsyncWrite + Send + Unpin {}
impl<T: AsyncRead + AsyncWrite + Send + Unpin> Wire for T {}

/// Opens connections.
pub(crate) struct Connector {
    pub(crate) resolver: Arc<dyn Resolve>,
    pub(crate) allowed: Allowed,
    pub(crate) proxy: Option<Proxy>,
    /// For one attempt to connect.
    pub(crate) patience: Duration,
    tls: TlsConnector,
}

/// Behind a proxy a name is looked up here for no longer than this: it may be one that the proxy alone knows.
const GLANCE: Duration = Duration::from_secs(2);
/// Longest head of a proxy's answer.
const PROXY_HEAD: usize = 8 * 1024;
/// So many addresses of one name are tried.
const TRIED: usize = 4;

impl Connector {
    pub(crate) fn new(
        resolver: Arc<dyn Resolve>,
        allowed: Allowed,
        proxy: Option<Proxy>,
        patience: Duration,
    ) -> Connector {
        let roots = RootCertStore { roots: webpki_roots::TLS_SERVER_ROOTS.to_vec() };
        let provider = Arc::new(crypto::ring::default_provider());
        let config = ClientConfig::builder_with_provider(provider).with_safe_default_protocol_versions();
        // The provider has all versions that are asked for; were it otherwise no connection could be made at all.
        let config = config.expect("ring offers TLS 1.2 and 1.3").with_root_certificates(roots).with_no_client_auth();
        Connector { resolver, allowed, proxy, patience, tls: TlsConnector::from(Arc::new(config)) }
    }

    /// A connection to `target`, through the proxy where there is one.
    pub(crate) async fn open(&self, target: &Target) -> Result<Box<dyn Wire>, Failure> {
        let wire: Box<dyn Wire> = match &self.proxy {
            Some(proxy) => Box::new(self.through(proxy, target).await?),
            None => Box::new(self.connect(&self.addresses(target).await?, target.port, &target.host).await?),
        };
        if !target.secure {
            return Ok(wire);
        }
        let name = ServerName::try_from(target.host.clone());
        let name = name.map_err(|_| Failure::new(FailureKind::Certificate, "no certificate can be for that name"))?;
        match timeout(self.patience, self.tls.connect(name, wire)).await {
            Ok(Ok(wire)) => Ok(Box::new(wire)),
            Ok(Err(error)) => Err(Failure::new(FailureKind::Certificate, format!("no secure connection: {error}"))),
            Err(_) => Err(slow(&target.host)),
        }
    }

    /// The addresses of `target` that may be connected to.
    async fn addresses(&self, target: &Target) -> Result<Vec<IpAddr>, Failure> {
        let host = target.host.as_str();
        let looked_up = match target.address {
            Some(address) => vec![address],
            None => match timeout(self.patience, self.resolver.resolve(host)).await {
                Ok(Ok(addresses)) => addresses,
                Ok(Err(_)) => Vec::new(),
                Err(_) => return Err(Failure::new(FailureKind::Name, format!("looking up {host} takes too long"))),
            },
        };
        if looked_up.is_empty() {
            return Err(Failure::new(FailureKind::Name, format!("there is no host of the name {host}")));
        }
        if self.allowed.names(host) {
            return Ok(looked_up);
        }
        let reason = looked_up.iter().find_map(|address| refusal(*address, &self.allowed));
        let public = looked_up.into_iter().filter(|address| refusal(*address, &self.allowed).is_none());
        let public: Vec<IpAddr> = public.take(TRIED).collect();
        match reason {
            Some(reason) if public.is_empty() => {
                let words = format!("{host} leads to {reason}, not to one of the public web");
                Err(Failure::new(FailureKind::Refused, words))
            }
            _ => Ok(public),
        }
    }

    async fn connect(&self, addresses: &[IpAddr], port: u16, host: &str) -> Result<TcpStream, Failure> {
        let mut failure = slow(host);
        for address in addresses {
            match timeout(self.patience, TcpStream::connect(SocketAddr::new(*address, port))).await {
                Ok(Ok(stream)) => {
                    // Only a matter of speed.
                    let _ = stream.set_nodelay(true);
                    return Ok(stream);
                }
                Ok(Err(error)) => {
                    let words = format!("no connection to {host}: {}", reason(&error));
                    failure = Failure::new(FailureKind::Connection, words);
                }
                Err(_) => failure = slow(host),
            }
        }
        Err(failure)
    }

    /// A tunnel through the proxy, for `http` and `https` alike: so the proxy reads no page and no address.
    async fn through(&self, proxy: &Proxy, target: &Target) -> Result<TcpStream, Failure> {
        // The proxy is the configuration's own choice, wherever it stands.
        let looked_up = self.resolver.resolve(&proxy.host);
        let addresses = match proxy.host.parse::<IpAddr>() {
            Ok(address) => vec![address],
            Err(_) => timeout(self.patience, looked_up).await.ok().and_then(Result::ok).unwrap_or_default(),
        };
        let of_this_machine = target.host.trim_end_matches('.').rsplit('.').next() == Some("localhost");
        if of_this_machine && !self.allowed.names(&target.host) {
            return Err(Failure::new(FailureKind::Refused, format!("{} is this machine", target.host)));
        }
        if let Ok(Err(refused)) = timeout(GLANCE, self.addresses(target)).await
            && refused.kind == FailureKind::Refused
        {
            return Err(refused);
        }
        let mut stream = self.connect(&addresses, proxy.port, &proxy.host).await?;
        let host = if target.host.contains(':') { format!("[{}]", target.host) } else { target.host.clone() };
        let to = format!("{host}:{}", target.port);
        let known = proxy.authorization.as_ref().map(|words| format!("Proxy-Authorization: {words}\r\n"));
        let request = format!("CONNECT {to} HTTP/1.1\r\nHost: {to}\r\n{}\r\n", known.unwrap_or_default());
        let asking = async {
            stream.write_all(request.as_bytes()).await?;
            let mut head = Vec::new();
            while !head.ends_with(b"\r\n\r\n") && head.len() < PROXY_HEAD {
                head.push(stream.read_u8().await?);
            }
            io::Result::Ok(head)
        };
        let head = timeout(self.patience, asking).await.map_err(|_| slow(&proxy.host))?;
        let head = head.map_err(|error| {
            Failure::new(FailureKind::Connection, format!("the proxy breaks off: {}", reason(&error)))
        })?;
        let line = String::from_utf8_lossy(head.split(|byte| *byte == b'\r').next().unwrap_or_default()).into_owned();
        if line.starts_with("HTTP/1.") && line.split(' ').nth(1).is_some_and(|status| status.starts_with('2')) {
            return Ok(stream);
        }
        Err(Failure::new(FailureKind::Connection, format!("the proxy refuses {to}: {line}")))
    }
}

fn slow(host: &str) -> Failure {
    Failure::new(FailureKind::Slow, format!("{host} does not take a connection in time"))
}

/// Why a connection failed, without the system's numbers.
pub(crate) fn reason(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::ConnectionRefused => "nobody answers there".to_owned(),
        io::ErrorKind::ConnectionReset => "the connection was cut".to_owned(),
        io::ErrorKind::HostUnreachable | io::ErrorKind::NetworkUnreachable => "no way leads there".to_owned(),
        io::ErrorKind::UnexpectedEof => "the connection ended early".to_owned(),
        _ => error.to_string(),
    }
}

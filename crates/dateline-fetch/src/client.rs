//! One request and what it leads to: redirects by hand, each address checked anew, everything within bounds.

use std::sync::Arc;
use std::time::Duration;

use http_body_util::Full;
use hyper::body::Bytes;
use hyper::client::conn::http1;
use hyper::header::{self, HeaderMap, HeaderName};
use hyper::{Method, Request, Response, body::Incoming};
use hyper_util::rt::TokioIo;
use jiff::Timestamp;
use tokio::time::timeout;
use url::Url;

use crate::body::{take_in, unpacked};
use crate::connect::{Connector, Proxy, Resolve, reason};
use crate::links::Links;
use crate::networks::Allowed;
use crate::target::{Target, target};
use crate::{Failure, FailureKind};

/// How far a request may go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of an answer, packed and unpacked.
    pub body: usize,
    /// Bytes of the head of an answer.
    pub head: usize,
    /// Addresses one after the other.
    pub redirects: usize,
    /// For one connection.
    pub connect: Duration,
    /// For all of it, redirects included.
    pub total: Duration,
}

impl Default for Limits {
    fn default() -> Limits {
        let (connect, total) = (Duration::from_secs(10), Duration::from_secs(45));
        Limits { body: 16 << 20, head: 64 << 10, redirects: 6, connect, total }
    }
}

/// How the client goes about.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Who asks, and where its operator can be reached.
    pub user_agent: String,
    /// What may be asked beyond the public web.
    pub allowed: Allowed,
    /// The proxy that requests go through.
    pub proxy: Option<Proxy>,
    /// How far a request may go.
    pub limits: Limits,
}

/// What to ask.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ask {
    /// The address.
    pub url: String,
    /// The ETag of what is known.
    pub etag: Option<String>,
    /// The Last-Modified of what is known.
    pub last_modified: Option<String>,
    /// A form that is sent (POST, `application/x-www-form-urlencoded`) in place of asking for what is there.
    pub form: Option<String>,
    /// The media types that are asked for, where it is not a feed or a page.
    pub accept: Option<&'static str>,
    /// Most bytes of the answer, where that is less than the client takes.
    pub most: Option<usize>,
}

/// What a server answered, whatever the status.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answer {
    /// The status of the last address.
    pub status: u16,
    /// The address that answered.
    pub url: String,
    /// The address to ask from now on, where all that led there is permanent.
    pub moved: Option<String>,
    /// Its ETag.
    pub etag: Option<String>,
    /// Its Last-Modified.
    pub last_modified: Option<String>,
    /// Its Content-Type.
    pub content_type: Option<String>,
    /// The hubs and the name of its own that its Link headers give.
    pub links: Links,
    /// Seconds for which it stays fresh.
    pub fresh: Option<u32>,
    /// Seconds after which to come again.
    pub retry: Option<u32>,
    /// What it sent, unpacked. Empty but for a status of 200 to 299.
    pub body: Vec<u8>,
}

/// Asks servers of the public web. Cheap to clone.
#[derive(Clone)]
pub struct Client(Arc<Parts>);

struct Parts {
    connector: Connector,
    user_agent: String,
    limits: Limits,
}

/// What is asked for before all else.
const ACCEPT: &str = "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, \
                      text/html;q=0.8, */*;q=0.5";
/// Most lines in the head of an answer.
const MOST_HEADERS: usize = 200;
/// Longest ETag or date that is kept and sent back.
const LONGEST_VALIDATOR: usize = 512;

impl Client {
    /// A client that looks names up with `resolver`.
    #[must_use]
    pub fn new(settings: Settings, resolver: Arc<dyn Resolve>) -> Client {
        let Settings { user_agent, allowed, proxy, limits } = settings;
        let connector = Connector::new(resolver, allowed, proxy, limits.connect);
        Client(Arc::new(Parts { connector, user_agent, limits }))
    }

    /// Asks, and follows where the answer leads; a form only where the answer says to send it again (307, 308). `now` is what an Expires header is held against.
    ///
    /// # Errors
    /// Where no answer came, or none that is taken.
    pub async fn ask(&self, ask: &Ask, now: Timestamp) -> Result<Answer, Failure> {
        let total = self.0.limits.total;
        let late = |_| Failure::new(FailureKind::Slow, format!("no whole answer within {} seconds", total.as_secs()));
        timeout(total, self.follow(ask, now)).await.map_err(late)?
    }

    async fn follow(&self, ask: &Ask, now: Timestamp) -> Result<Answer, Failure> {
        let allowed = &self.0.connector.allowed;
        let mut at = target(&ask.url, None, allowed)?;
        let mut permanent = true;
        for hop in 0..=self.0.limits.redirects {
            let response = self.once(&at, ask).await?;
            let status = response.status().as_u16();
            // A form is sent again only where that is said (RFC 9110, 15.4.8 and 15.4.9).
            let leads = matches!(status, 307 | 308) || (ask.form.is_none() && matches!(status, 301..=303));
            let Some(location) = text(response.headers(), &header::LOCATION).filter(|_| leads) else {
                let moved = (hop > 0 && permanent).then(|| at.url.to_string());
                return self.answer(response, &at.url, moved, (ask, now)).await;
            };
            let next = target(&location, Some(&at.url), allowed)?;
            // From a secure address to an open one nobody moves for good.
            permanent &= matches!(status, 301 | 308) && (next.secure || !at.secure);
            at = next;
        }
        Err(Failure::new(FailureKind::Redirects, "it leads from one address to the next without end"))
    }

    /// One request to one address on a connection of its own.
    async fn once(&self, target: &Target, ask: &Ask) -> Result<Response<Incoming>, Failure> {
        let wire = self.0.connector.open(target).await?;
        let mut builder = http1::Builder::new();
        builder.max_buf_size(self.0.limits.head.max(8192)).max_headers(MOST_HEADERS);
        let shaken = builder.handshake::<_, Full<Bytes>>(TokioIo::new(wire)).await;
        let (mut sender, connection) = shaken.map_err(|error| broken(&error))?;
        let request = self.request(target, ask)?;
        // It ends with the answer: either is dropped where time is up.
        tokio::spawn(connection);
        sender.send_request(request).await.map_err(|error| broken(&error))
    }

    fn request(&self, target: &Target, ask: &Ask) -> Result<Request<Full<Bytes>>, Failure> {
        let path = &target.url[url::Position::BeforePath..];
        let host = &target.url[url::Position::BeforeHost..url::Position::AfterPort];
        let form = ask.form.clone().map(Bytes::from);
        let method = if form.is_some() { Method::POST } else { Method::GET };
        let mut request = Request::builder()
            .method(method)
            .uri(path)
            .header(header::HOST, host)
            .header(header::USER_AGENT, &self.0.user_agent)
            .header(header::ACCEPT, ask.accept.unwrap_or(ACCEPT))
            .header(header::ACCEPT_ENCODING, "gzip, br, zstd, deflate")
            .header(header::CONNECTION, "close");
        if let Some(etag) = &ask.etag {
            request = request.header(header::IF_NONE_MATCH, etag);
        }
        if let Some(date) = &ask.last_modified {
            request = request.header(header::IF_MODIFIED_SINCE, date);
        }
        if form.is_some() {
            request = request.header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        }
        let unsent = |_| Failure::new(FailureKind::Refused, "the address cannot be sent to a server");
        request.body(Full::new(form.unwrap_or_default())).map_err(unsent)
    }

    async fn answer(
        &self,
        response: Response<Incoming>,
        url: &Url,
        moved: Option<String>,
        (ask, now): (&Ask, Timestamp),
    ) -> Result<Answer, Failure> {
        let (head, body) = response.into_parts();
        let headers = &head.headers;
        let validator = |name| text(headers, name).filter(|value| value.len() <= LONGEST_VALIDATOR);
        let mut answer = Answer {
            status: head.status.as_u16(),
            url: url.to_string(),
            moved,
            etag: validator(&header::ETAG),
            last_modified: validator(&header::LAST_MODIFIED),
            content_type: text(headers, &header::CONTENT_TYPE),
            links: Links::read(headers.get_all(header::LINK).iter().filter_map(|value| value.to_str().ok()), url),
            fresh: fresh(headers, now),
            retry: text(headers, &header::RETRY_AFTER).and_then(|value| seconds_or_date(&value, now)),
            body: Vec::new(),
        };
        if head.status.is_success() {
            let most = ask.most.map_or(self.0.limits.body, |most| most.min(self.0.limits.body));
            let bytes = take_in(body, most).await?;
            let encodings = text(headers, &header::CONTENT_ENCODING).unwrap_or_default();
            answer.body = unpacked(bytes, &encodings, most)?;
        }
        Ok(answer)
    }
}

fn broken(error: &hyper::Error) -> Failure {
    if error.is_parse() {
        return Failure::new(FailureKind::Unreadable, "the answer is no HTTP, or its head is too long");
    }
    let cause = std::error::Error::source(error).and_then(|cause| cause.downcast_ref::<std::io::Error>());
    let words = cause.map_or_else(|| "the connection ended early".to_owned(), reason);
    Failure::new(FailureKind::Connection, format!("no answer: {words}"))
}

fn text(headers: &HeaderMap, name: &HeaderName) -> Option<String> {
    let value = headers.get(name)?;
    value.to_str().ok().map(str::to_owned).filter(|value| !value.is_empty())
}

/// Seconds for which an answer stays fresh: of Cache-Control, else of Expires.
fn fresh(headers: &HeaderMap, now: Timestamp) -> Option<u32> {
    let control = text(headers, &header::CACHE_CONTROL).unwrap_or_default().to_ascii_lowercase();
    let mut parts = control.split(',').map(str::trim);
    if let Some(age) = parts.find_map(|part| part.strip_prefix("max-age=")) {
        let age = age.trim_matches('"').parse::<u32>().ok()?;
        let already = text(headers, &header::AGE).and_then(|value| value.parse().ok()).unwrap_or(0);
        return Some(age.saturating_sub(already));
    }
    if control.contains("no-cache") || control.contains("no-store") {
        return None;
    }
    text(headers, &header::EXPIRES).and_then(|value| until(&value, now))
}

fn seconds_or_date(value: &str, now: Timestamp) -> Option<u32> {
    value.trim().parse().ok().or_else(|| until(value, now))
}

fn until(date: &str, now: Timestamp) -> Option<u32> {
    let date = httpdate::parse_http_date(date.trim()).ok()?;
    let date = Timestamp::try_from(date).ok()?;
    u32::try_from(date.as_second() - now.as_second()).ok().filter(|seconds| *seconds > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn freshness_and_retry_are_read_in_every_form() {
        let now: Timestamp = "2026-11-28T12:00:00Z".parse().unwrap();
        let of = |pairs: &[(HeaderName, &str)]| {
            let mut headers = HeaderMap::new();
            for (name, value) in pairs {
                headers.insert(name, value.parse().unwrap());
            }
            fresh(&headers, now)
        };
        assert_eq!(of(&[(header::CACHE_CONTROL, "public, max-age=900")]), Some(900));
        assert_eq!(of(&[(header::CACHE_CONTROL, "max-age=900"), (header::AGE, "1000")]), Some(0));
        assert_eq!(of(&[(header::EXPIRES, "Sat, 28 Nov 2026 12:30:00 GMT")]), Some(1800));
        assert_eq!(of(&[(header::EXPIRES, "0")]), None);
        let stale = [(header::CACHE_CONTROL, "no-cache"), (header::EXPIRES, "Sat, 28 Nov 2026 12:30:00 GMT")];
        assert_eq!(of(&stale), None);
        assert_eq!(seconds_or_date("120", now), Some(120));
        assert_eq!(seconds_or_date("Sat, 28 Nov 2026 13:00:00 GMT", now), Some(3600));
        assert_eq!(seconds_or_date("soon", now), None);
    }
}

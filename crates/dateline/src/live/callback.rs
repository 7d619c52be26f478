//! Where hubs send to: the one address of the site that others than its readers may ask.

use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::{Path, RawQuery, Request, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::middleware::map_response;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use dateline_fetch::websub;
use dateline_model::{Capture, Push, PushStanding};
use jiff::Timestamp;
use tokio::sync::{Semaphore, oneshot};
use tokio::time::timeout;
use url::form_urlencoded;

use super::Live;
use super::hubs::{Delivery, FromHub, Pushed};
use super::metrics::Delivered;

/// Most bytes of one delivery.
const MOST: usize = 4 << 20;
/// So many deliveries are received at once.
const AT_ONCE: usize = 16;
/// A delivery must have come within this time.
const COMING: Duration = Duration::from_secs(20);
/// A hub waits so long for what it sent to be kept; then it is told to send it again.
const KEEPING: Duration = Duration::from_secs(15);
/// Longest challenge that is given back.
const LONGEST_CHALLENGE: usize = 4096;

#[derive(Clone)]
struct Callback {
    live: Live,
    places: Arc<Semaphore>,
}

/// The callback, for hubs.
pub fn callback(live: Live) -> Router {
    let state = Callback { live, places: Arc::new(Semaphore::new(AT_ONCE)) };
    Router::new().route("/hub/{key}", get(confirm).post(receive)).with_state(state).layer(map_response(protected))
}

/// What a hub had us say is text and nothing else.
async fn protected(mut response: Response) -> Response {
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/plain; charset=utf-8"));
    headers.insert(
        header::CONTENT_SECURITY_POLICY,
        HeaderValue::from_static("default-src 'none'; frame-ancestors 'none'"),
    );
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

/// A hub asks whether it was asked (WebSub, 5.3), or says that it will not (5.2).
async fn confirm(State(to): State<Callback>, Path(key): Path<String>, RawQuery(query): RawQuery) -> Response {
    let query = query.unwrap_or_default();
    let value = |name: &str| {
        let mut pairs = form_urlencoded::parse(query.as_bytes());
        pairs.find(|(given, _)| given == name).map(|(_, value)| value.into_owned()).unwrap_or_default()
    };
    let (mode, topic, challenge) = (value("hub.mode"), value("hub.topic"), value("hub.challenge"));
    let (hubs, now) = (&to.live.0.hubs, Timestamp::now());
    if !hubs.are_known() {
        return StatusCode::SERVICE_UNAVAILABLE.into_response();
    }
    if mode == "denied" {
        let refused = hubs.change(&key, |push| {
            let meant = push.hub.topic == topic;
            if meant {
                websub::denied(push, &value("hub.reason"), now);
            }
            meant
        });
        return match refused {
            Some(push) => {
                tracing::warn!(hub = push.hub.url, topic, reason = push.refusal, "a hub refuses to send");
                tell(&to.live, FromHub::Changed(push));
                StatusCode::OK.into_response()
            }
            None => StatusCode::NOT_FOUND.into_response(),
        };
    }
    let challenged = (1..=LONGEST_CHALLENGE).contains(&challenge.len());
    let lease = value("hub.lease_seconds").parse().ok();
    let confirmed = hubs.change(&key, |push| {
        let expected = challenged && websub::confirms(push, &mode, &topic);
        if expected && push.standing == PushStanding::Asked {
            websub::confirmed(push, lease, now);
        }
        expected
    });
    let Some(push) = confirmed else { return StatusCode::NOT_FOUND.into_response() };
    tracing::info!(hub = push.hub.url, topic, mode, "a hub confirms");
    if push.standing == PushStanding::Ending {
        hubs.forget(&key);
        tell(&to.live, FromHub::Ended(push));
    } else {
        tell(&to.live, FromHub::Changed(push));
    }
    challenge.into_response()
}

/// The round keeps what changed; where there is none just now, the hub is asked anew after the next start.
fn tell(live: &Live, what: FromHub) {
    if let Some(round) = live.0.hubs.round() {
        tokio::spawn(async move { round.send(what).await });
    }
}

/// A hub sends what a source published (WebSub, 7). It is told that this went well only once it is kept.
async fn receive(State(to): State<Callback>, Path(key): Path<String>, request: Request) -> Response {
    let (live, now) = (&to.live, Timestamp::now());
    let refuse = |outcome: Delivered, status: StatusCode| {
        live.0.metrics.delivered(outcome);
        status.into_response()
    };
    if !live.0.hubs.are_known() {
        return refuse(Delivered::Late, StatusCode::SERVICE_UNAVAILABLE);
    }
    let push = match live.0.hubs.get(&key) {
        Some(push) if push.is_active(now) => push,
        // A hub may forget whom it sends to in vain (WebSub, 7).
        Some(_) => return refuse(Delivered::Unexpected, StatusCode::GONE),
        None => return refuse(Delivered::Unexpected, StatusCode::NOT_FOUND),
    };
    let Ok(place) = to.places.clone().try_acquire_owned() else {
        return refuse(Delivered::Late, StatusCode::SERVICE_UNAVAILABLE);
    };
    let (head, body) = request.into_parts();
    let bytes = match timeout(COMING, whole(&head.headers, body)).await {
        Ok(Some(bytes)) => bytes,
        Ok(None) => return refuse(Delivered::TooLarge, StatusCode::PAYLOAD_TOO_LARGE),
        Err(_) => return refuse(Delivered::Late, StatusCode::REQUEST_TIMEOUT),
    };
    if !signed(&head.headers, &push, &bytes) {
        // As the specification has it, whoever guesses learns nothing from the answer.
        tracing::warn!(
            hub = push.hub.url,
            topic = push.hub.topic,
            "a delivery without the right signature was dropped"
        );
        return refuse(Delivered::Unsigned, StatusCode::ACCEPTED);
    }
    let content_type = head.headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).map(str::to_owned);
    let (done, kept) = oneshot::channel();
    let delivery = Delivery {
        source: push.source,
        capture: Capture { url: None, captured: Some(now), content_type, bytes },
        by: Pushed { key, done, _place: place },
    };
    let again = || refuse(Delivered::Late, StatusCode::SERVICE_UNAVAILABLE);
    let Some(round) = live.0.hubs.round() else { return again() };
    if round.try_send(FromHub::Content(Box::new(delivery))).is_err() {
        return again();
    }
    match timeout(KEEPING, kept).await {
        Ok(Ok(())) => refuse(Delivered::Kept, StatusCode::OK),
        _ => again(),
    }
}

/// The whole body; `None` where it is too large or breaks off.
async fn whole(headers: &HeaderMap, body: Body) -> Option<Vec<u8>> {
    let stated = headers.get(header::CONTENT_LENGTH).and_then(|value| value.to_str().ok()?.parse::<usize>().ok());
    if stated.is_some_and(|stated| stated > MOST) {
        return None;
    }
    to_bytes(body, MOST).await.ok().map(|bytes| bytes.to_vec())
}

fn signed(headers: &HeaderMap, push: &Push, body: &[u8]) -> bool {
    let signature = headers.get("x-hub-signature").and_then(|value| value.to_str().ok());
    signature.is_some_and(|signature| websub::is_signed(body, &push.secret, signature))
}

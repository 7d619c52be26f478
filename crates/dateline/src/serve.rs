//! Answers browsers: loopback only, known host names only, until told to stop.

use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use axum::Router;
use axum::extract::{Request, State};
use axum::http::{StatusCode, header};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use dateline_engine::brief::{BriefReport, brief, lay_out};
use dateline_engine::{align, compare};
use dateline_store::{Library, StoreError, StoredReport, Writer};
use dateline_web::{Site, app};
use tokio::sync::watch;
use tracing_subscriber::EnvFilter;

use crate::briefing::{ownership, report};
use crate::cli::Listen;
use crate::config::{Log, LogFormat};
use crate::images::Images;
use crate::import::{index, judge, progress};
use crate::live::{Live, Until, keep_up, runtime};
use crate::tell::Problems;

/// What is followed while pages are served.
pub struct Follow {
    /// What visits need.
    pub live: Live,
    /// False where no source is asked.
    pub following: bool,
    /// Where counts are told.
    pub metrics: Option<SocketAddr>,
    /// The images that pages show, where they show any.
    pub images: Option<Images>,
}

/// Serves the data folder until interrupted, and keeps up with its sources where that is wanted.
pub fn serve(folder: &Path, listen: &Listen, log: &Log, follow: Option<Follow>) -> Result<()> {
    ensure!(
        listen.listen.ip().is_loopback(),
        "{} is not a loopback address: there are no accounts, so only this machine may read; \
         to share the pages, put a proxy that asks for a password before 127.0.0.1 and name its host with --host",
        listen.listen.ip()
    );
    start_log(log)?;
    bring_up_to_date(folder)?;
    let ownership = ownership(folder, &Problems::plain())?;
    let brief = move |title: &str, stored: Vec<StoredReport>, since: &str| {
        let mut reports: Vec<BriefReport> = stored.into_iter().map(report).collect();
        lay_out(title, &brief(&mut reports, &ownership, since.parse().ok()), &reports)
    };
    let images = follow.as_ref().and_then(|follow| follow.images.clone());
    let shown = images.clone().map(|images| dateline_web::Images::from(move |url| images.address(url)));
    let site = Site {
        library: Library::open(folder)?,
        following: follow.as_ref().is_some_and(|follow| follow.following),
        images: shown.unwrap_or_default(),
        now: jiff::Timestamp::now,
        brief: Arc::new(brief),
        align: |here, there| align(here, there).passages,
        compare,
    };
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    let (stopper, stop) = watch::channel(false);
    let metrics = follow.as_ref().and_then(|follow| Some((follow.live.clone(), follow.metrics?)));
    // Where nobody follows, nobody hears what a hub sends.
    let callback = follow.as_ref().filter(|follow| follow.following).and_then(|follow| follow.live.callback());
    let live = follow.and_then(|follow| follow.following.then_some(follow.live));
    let following = live.map(|live| thread::spawn(move || keep_following(&live, &stop)));
    let answered = runtime.block_on(async {
        if let Some((live, address)) = metrics {
            tell_counts(live, address).await?;
        }
        answer(site, images, callback, listen).await
    });
    let _ = stopper.send(true);
    if let Some(following) = following {
        // What was found is written before the program ends.
        let _ = following.join();
    }
    answered
}

/// Keeps up with the sources until told to stop. The pages are served whatever comes in the way of that: it is told, and
/// tried again.
fn keep_following(live: &Live, stop: &watch::Receiver<bool>) {
    while !*stop.borrow() {
        let kept = runtime().and_then(|runtime| {
            let kept = runtime.block_on(keep_up(live, Until::Stopped, stop.clone(), |source, kept| {
                if let Some(answer) = kept.state.answers.first() {
                    let (url, words) = (source.url.as_str(), answer.words.as_str());
                    tracing::info!(url, status = answer.status, failed = answer.failed, new = answer.new, words);
                }
            }));
            runtime.shutdown_timeout(Duration::from_secs(1));
            kept
        });
        if let Err(error) = kept {
            tracing::error!("keeping up with the sources: {error:#}; tried again in a minute");
            let since = Instant::now();
            while since.elapsed() < Duration::from_secs(60) && !*stop.borrow() {
                thread::sleep(Duration::from_millis(100));
            }
        }
    }
}

fn start_log(log: &Log) -> Result<()> {
    let filter = EnvFilter::try_new(&log.level).with_context(|| format!("“{}” is no level of logging", log.level))?;
    let log_to = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    // A second log in one process is none; there is one.
    let _ = match log.format {
        LogFormat::Text => log_to.try_init(),
        LogFormat::Json => log_to.json().flatten_event(true).try_init(),
    };
    Ok(())
}

/// Answers for `/metrics` on a port of their own, in the background.
async fn tell_counts(live: Live, address: SocketAddr) -> Result<()> {
    let listener = tokio::net::TcpListener::bind(address)
        .await
        .with_context(|| format!("metrics: {address} is taken or not allowed"))?;
    println!("Counts for Prometheus are at http://{}/metrics", listener.local_addr()?);
    let tell = move || async move {
        let text = tokio::task::spawn_blocking(move || live.metrics()).await;
        match text {
            Ok(Ok(text)) => ([(header::CONTENT_TYPE, "text/plain; version=0.0.4")], text).into_response(),
            _ => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
        }
    };
    let counts = Router::new().route("/metrics", get(tell));
    tokio::spawn(async move { axum::serve(listener, counts).await });
    Ok(())
}

/// Brings record and index to this version. An import that was killed leaves the index behind the record. While another process writes, it will see to it.
pub fn bring_up_to_date(folder: &Path) -> Result<()> {
    // A missing folder is the reader's to report, not ours to make.
    if !folder.exists() {
        return Ok(());
    }
    match Writer::open(folder) {
        Ok(mut writer) => {
            judge(&mut writer)?;
            index(&mut writer, &progress())
        }
        Err(StoreError::Busy(_)) => Ok(()),
        Err(error) => Err(error.into()),
    }
}

async fn answer(site: Site, images: Option<Images>, callback: Option<Router>, listen: &Listen) -> Result<()> {
    let listener = tokio::net::TcpListener::bind(listen.listen)
        .await
        .with_context(|| format!("{} is taken or not allowed; choose another with --listen", listen.listen))?;
    let address = listener.local_addr()?;
    let hosts = Arc::new(Hosts::new(address, &listen.hosts));
    let images = images.map(|images| images.router()).unwrap_or_default();
    let pages = app(site).merge(images).layer(from_fn_with_state(hosts, known_hosts_only));
    // Hubs come by the public name, whatever that is; only they are answered there.
    let pages = pages.merge(callback.unwrap_or_default());
    println!("Read it at http://{address}/ (Ctrl-C ends it)");
    axum::serve(listener, pages).with_graceful_shutdown(told_to_stop()).await?;
    Ok(())
}

/// Waits until the program is interrupted or told to end.
pub async fn told_to_stop() {
    let interrupt = tokio::signal::ctrl_c();
    match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
        Ok(mut terminate) => tokio::select! {
            _ = interrupt => {}
            _ = terminate.recv() => {}
        },
        Err(_) => {
            let _ = interrupt.await;
        }
    }
}

/// The names this server answers to. A page elsewhere that points a name of its own at 127.0.0.1 (DNS rebinding)
/// could otherwise read every report through the reader's browser.
struct Hosts(Vec<String>);

impl Hosts {
    fn new(address: SocketAddr, further: &[String]) -> Hosts {
        let port = address.port();
        let own = ["localhost".to_owned(), "127.0.0.1".to_owned(), "[::1]".to_owned(), address.ip().to_string()];
        let own = own.into_iter().flat_map(|name| [format!("{name}:{port}"), name]);
        Hosts(own.chain(further.iter().map(|name| name.to_ascii_lowercase())).collect())
    }

    fn knows(&self, host: &str) -> bool {
        self.0.iter().any(|name| name.eq_ignore_ascii_case(host))
    }
}

async fn known_hosts_only(State(hosts): State<Arc<Hosts>>, request: Request, next: Next) -> Response {
    let host = request.headers().get(header::HOST).and_then(|host| host.to_str().ok());
    if host.is_some_and(|host| hosts.knows(host)) {
        return next.run(request).await;
    }
    let words = "This server does not answer to that name. If it should, start it with --host NAME.\n";
    (StatusCode::MISDIRECTED_REQUEST, words).into_response()
}

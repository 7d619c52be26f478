//! Sources behind a real web server: nginx, where it is installed (`apt-get install nginx-light`).

use std::net::TcpListener;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::live::{allow, count, page_of, sentences};
use crate::program::Place;

/// A running nginx, stopped at the end.
struct Nginx {
    child: Child,
    address: String,
}

impl Nginx {
    /// Serves `folder`/www; `None` where nginx is not installed.
    fn start(folder: &Path) -> Option<Nginx> {
        let port = TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr()).expect("a port").port();
        let place = folder.display();
        let configuration = format!(
            "daemon off; pid {place}/pid; error_log {place}/errors; worker_processes 1;
             events {{ worker_connections 256; }}
             http {{
               log_format short '$status $sent_http_content_encoding $request_uri'; access_log {place}/log short;
               types {{ text/html html; application/rss+xml xml; text/plain txt; }}
               gzip on; gzip_types application/rss+xml; gzip_min_length 100; gzip_http_version 1.0;
               client_body_temp_path {place}/1; proxy_temp_path {place}/2; fastcgi_temp_path {place}/3;
               uwsgi_temp_path {place}/4; scgi_temp_path {place}/5;
               server {{
                 listen 127.0.0.1:{port}; root {place}/www;
                 location = /moved.xml {{ return 301 /feed.xml; }}
                 location = /passing.xml {{ return 302 /feed.xml; }}
                 location = /gone.xml {{ return 410; }}
                 location = /busy.xml {{ add_header Retry-After 7200 always; return 503; }}
                 location = /cut.xml {{ return 444; }}
               }}
             }}"
        );
        std::fs::write(folder.join("nginx.conf"), configuration).expect("a configuration");
        let mut command = Command::new("nginx");
        command.arg("-c").arg(folder.join("nginx.conf")).stdout(Stdio::null()).stderr(Stdio::null());
        let child = command.spawn().ok()?;
        let since = Instant::now();
        while std::net::TcpStream::connect(("127.0.0.1", port)).is_err() {
            assert!(since.elapsed() < Duration::from_secs(20), "nginx does not start");
            std::thread::sleep(Duration::from_millis(20));
        }
        Some(Nginx { child, address: format!("http://127.0.0.1:{port}") })
    }
}

impl Drop for Nginx {
    fn drop(&mut self) {
        // Its worker ends with it.
        let _ = Command::new("kill").arg(self.child.id().to_string()).status();
        let _ = self.child.wait();
    }
}

#[test]
fn feeds_behind_nginx_are_packed_conditional_moved_gone_busy_and_cut() {
    let place = Place::new();
    let www = place.path().join("www");
    std::fs::create_dir(&www).expect("a folder");
    let item = format!(
        "<item><title>East pier closes</title><link>/a/1</link><description><![CDATA[{}]]></description></item>",
        sentences()
    );
    let feed = format!("<rss version='2.0'><channel><title>Courier</title>{item}</channel></rss>");
    std::fs::write(www.join("feed.xml"), &feed).expect("a feed");
    std::fs::write(www.join("broken.xml"), &feed[..40]).expect("a broken feed");
    std::fs::write(www.join("report.html"), page_of("A report", &sentences())).expect("a page");
    let Some(nginx) = Nginx::start(place.path()) else {
        eprintln!("nginx is not installed: nothing was tried");
        return;
    };
    let list: String = ["feed", "moved", "passing", "gone", "busy", "cut", "broken"]
        .map(|name| format!("<outline type='rss' xmlUrl='{}/{name}.xml'/>", nginx.address))
        .concat();
    place.import(&[&place.write("list.opml", format!("<opml version='2.0'><body>{list}</body></opml>"))]).clean();
    let run = |arguments: &[&str]| {
        let mut command = place.command(arguments);
        allow(&mut command);
        String::from_utf8(command.output().expect("it runs").stdout).expect("UTF-8")
    };
    assert!(run(&["fetch"]).contains("7 sources asked: 1 with news"), "the feed alone has news");
    run(&["fetch", "--all"]);
    let log = std::fs::read_to_string(place.path().join("log")).expect("a log");
    let times = |line: &str| log.lines().filter(|logged| logged.starts_with(line)).count();
    assert!(times("200 gzip /feed.xml") >= 1, "{log}");
    assert!(times("304 - /feed.xml") >= 2, "{log}");
    assert_eq!((times("301 - /moved.xml"), times("410 - /gone.xml"), times("503 - /busy.xml")), (1, 1, 2), "{log}");
    assert_eq!(count(&place, "SELECT count(*) FROM articles"), 1);
    let failing = "SELECT count(*) FROM followed WHERE json_extract(state, '$.failures') >= 1";
    assert_eq!(count(&place, failing), 3, "gone, busy and cut; a feed without items is empty, not broken");
    let busy = "SELECT min(due) - unixepoch() FROM followed JOIN subscriptions ON number = subscription
                WHERE url LIKE '%/busy.xml'";
    assert!(count(&place, busy) >= 7100, "Retry-After is respected");
    let added = run(&["add", &format!("{}/report.html", nginx.address)]);
    assert!(added.contains("a single report, kept"), "{added}");
}

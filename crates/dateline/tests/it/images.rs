//! Lead images through the program: shown from addresses that only it can make, or not at all.

use std::process::Command;

use crate::live::{allow, page_of, sentences};
use crate::program::{Place, Server};
use crate::web::{Page, Web};

const PNG: &[u8] = b"\x89PNG\r\n\x1a\n and the rest of it \xff\xfe";

/// Status, media type and bytes.
fn get(url: &str) -> (u16, String, Vec<u8>) {
    let agent: ureq::Agent = ureq::Agent::config_builder().http_status_as_error(false).build().into();
    let mut answer = agent.get(url).call().expect("an answer");
    let header =
        |name: &str| answer.headers().get(name).and_then(|value| value.to_str().ok()).unwrap_or_default().to_owned();
    assert_eq!(
        (header("content-security-policy").as_str(), header("x-content-type-options").as_str()),
        ("default-src 'none'; sandbox", "nosniff")
    );
    (answer.status().as_u16(), header("content-type"), answer.body_mut().read_to_vec().expect("bytes"))
}

fn serve(place: &Place, images: &str) -> Server {
    let mut command: Command = place.command(&["serve", "--no-fetch", "--listen", "127.0.0.1:0"]);
    allow(&mut command);
    command.env("DATELINE_IMAGES", images);
    Server::start(command)
}

/// The address of the image on the page of the report at `path` of `web`.
fn shown(server: &Server, title: &str) -> Option<String> {
    let front = server.page("/?show=all");
    let report = front.split("href=\"/story/").skip(1).find_map(|rest| {
        let story = server.page(&format!("/story/{}", rest.split('"').next()?));
        let link = story.split("<a href=\"/article/").skip(1).find(|link| link.contains(title))?;
        Some(link.split('"').next()?.to_owned())
    });
    let page = server.page(&format!("/article/{}", report.expect("a report of that title")));
    let image = page.split("class=\"lead-image\" src=\"").nth(1)?.split('"').next()?;
    Some(image.replace("&#38;", "&").replace("&amp;", "&"))
}

#[test]
fn lead_images_come_through_the_program_or_not_at_all() {
    let (place, web) = (Place::new(), Web::new());
    for (path, title, image) in [("/a/1", "Pier closes", "/pier.png?a=1&b=2"), ("/a/2", "Crane sold", "/crane.png")] {
        let meta = format!("<meta property='og:image' content='{}'></head>", web.at(image).replace('&', "&amp;"));
        web.put(path, Page::of(page_of(title, &sentences()).replace("</head>", &meta)));
        let mut command = place.command(&["add", &web.at(path)]);
        allow(&mut command);
        assert!(command.output().expect("it runs").status.success());
    }
    web.put("/pier.png?a=1&b=2", Page::of(PNG).header("Content-Type: text/html"));
    web.put(
        "/crane.png",
        Page::of("<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>").header("Content-Type: image/png"),
    );
    let without = serve(&place, "none");
    assert_eq!(shown(&without, "Pier closes"), None);
    drop(without);

    let server = serve(&place, "proxy");
    let image = shown(&server, "Pier closes").expect("an image");
    let address = format!("{}{image}", server.address);
    assert_eq!(get(&address), (200, "image/png".to_owned(), PNG.to_vec()), "told by its bytes");
    assert_eq!(get(&address).0, 200);
    assert_eq!(web.asked("/pier.png?a=1&b=2").len(), 1, "it is kept");
    let svg = format!("{}{}", server.address, shown(&server, "Crane sold").expect("an address"));
    assert_eq!((get(&svg).0, get(&svg).0), (404, 404), "it may hold scripts");
    assert_eq!(web.asked("/crane.png").len(), 1, "nor is it asked for again at once");
    // Nobody else can have the program ask for anything.
    let (path, _) = image.split_once('?').expect("an address");
    let other = format!("{}{path}?of={}", server.address, web.at("/private"));
    assert_eq!((get(&other).0, get(&format!("{}/image/0?of=x", server.address)).0), (404, 404));
    assert_eq!(web.asked("/private").len(), 0);
    assert_eq!(server.get_as(path, Some("desk.example")).status, 421);
    drop(server);

    // The addresses are the same after the next start, and the image is still there.
    let again = serve(&place, "proxy");
    assert_eq!(shown(&again, "Pier closes"), Some(image.clone()));
    assert_eq!(get(&format!("{}{image}", again.address)).0, 200);
    assert_eq!(web.asked("/pier.png?a=1&b=2").len(), 1);
}

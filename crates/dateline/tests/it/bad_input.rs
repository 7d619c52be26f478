//! Bad input: one clear line for each, the rest goes in, exit status 1.

use std::io::Write;
use std::os::unix::fs::PermissionsExt;
use std::os::unix::process::CommandExt;

use flate2::Compression;
use flate2::write::GzEncoder;

use crate::program::{Place, Ran};
use crate::reports::{article_line, article_lines};

/// One sound report beside the bad input: it must always go in.
fn place_with_a_sound_report() -> Place {
    let place = Place::new();
    place.write("z-sound.jsonl", article_line(999));
    place
}

/// The only complaint, with the folder's path taken out.
#[track_caller]
fn only_complaint(place: &Place, ran: &Ran, kept: usize) -> String {
    let said = ran.complaint().replace(&format!("{}/", place.inputs().display()), "");
    assert_eq!(said.lines().count(), 1, "one line for one problem: {said}");
    let summary = format!("{kept} new, 0 revised, 0 known already; 1 problem, see above");
    assert!(ran.stdout.contains(&summary), "{}", ran.stdout);
    said.trim_end().to_owned()
}

#[track_caller]
fn complaint_of(name: &str, content: impl AsRef<[u8]>, kept: usize) -> String {
    let place = place_with_a_sound_report();
    place.write(name, content);
    let ran = place.import(&[]);
    only_complaint(&place, &ran, kept)
}

#[test]
fn an_empty_file() {
    insta::assert_snapshot!(complaint_of("a.html", "", 1), @"a.html: the file is empty; nothing to keep");
}

#[test]
fn truncated_gzip() {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::none());
    encoder.write_all(article_lines(40).as_bytes()).expect("gzip");
    let whole = encoder.finish().expect("gzip");
    let said = complaint_of("a.jsonl.gz", &whole[..whole.len() / 2], 21);
    insta::assert_snapshot!(said, @"a.jsonl.gz:21: the file ends in the middle of its compressed data; the lines before were read");
}

#[test]
fn wrong_encoding() {
    // Latin-1 that calls itself UTF-8.
    let page = "<html><head><meta charset=\"utf-8\"><title>Caf\u{e9} burns</title></head><body><article><p>The caf\u{e9} at the \
        station burned down on Sunday night, the fire service of the town said the next morning.</p><p>Nobody was \
        inside the caf\u{e9} when the fire began in its kitchen, and the trains ran again by noon.</p></article></body></html>";
    let latin: Vec<u8> = page.chars().map(|letter| letter as u8).collect();
    let place = place_with_a_sound_report();
    place.write("a.html", latin);
    let ran = place.import(&[]);
    let said = only_complaint(&place, &ran, 2);
    assert!(said.starts_with("a.html: "), "{said}");
    assert!(place.run(&["search", "café", "kitchen"]).clean().starts_with("1 report found"));
}

#[test]
fn nul_bytes() {
    let text = "Town hall clock stops\n\nThe clock of the town hall stopped at noon\0 on Tuesday, and the council \
        said that it would be mended before the fair.\n";
    let said = complaint_of("a.txt", text, 2);
    assert!(said.starts_with("a.txt: ") && said.contains("NUL"), "{said}");
}

#[test]
fn binary_data() {
    let bytes: Vec<u8> = (0..5000u32).map(|number| (number.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
    let said = complaint_of("a.bin", bytes, 1);
    assert!(said.starts_with("a.bin: none of the formats Dateline reads ("), "{said}");
}

#[test]
fn a_line_of_200_megabytes() {
    let place = place_with_a_sound_report();
    let mut long = b"{\"id\":\"long\",\"text\":\"".to_vec();
    long.resize(200 << 20, b'a');
    long.extend_from_slice(b"\"}\n");
    long.extend_from_slice(article_line(1).as_bytes());
    place.write("a.jsonl", long);
    let ran = place.import(&[]);
    insta::assert_snapshot!(only_complaint(&place, &ran, 2), @"a.jsonl:1: the line is 200 MB long, the limit is 16 MB; the line was left out, the rest is read");
}

#[test]
fn json_that_is_no_article() {
    let lines = format!("{}\n{{\"id\":\"x\",\"headline\":\"no text\"}}\n{}\n", article_line(1), article_line(2));
    let said = complaint_of("a.jsonl", lines, 3);
    assert!(said.starts_with("a.jsonl:2: ") && said.contains("text"), "{said}");
}

#[test]
fn broken_json_in_the_middle() {
    let lines = format!("{}\n{{\"id\":\"x\",\"text\":\n{}\n", article_line(1), article_line(2));
    let said = complaint_of("a.jsonl", lines, 3);
    assert!(said.starts_with("a.jsonl:2: "), "{said}");
}

#[test]
fn html_nested_100000_deep() {
    let depth = 100_000;
    let body = "The tower of boxes in the market square fell on Friday, and nobody was under it, the guild said.";
    let page = format!("<html><body>{}<p>{body}</p>{}</body></html>", "<div>".repeat(depth), "</div>".repeat(depth));
    let said = complaint_of("a.html", page, 2);
    assert!(said.starts_with("a.html: ") && said.contains("nested"), "{said}");
}

#[test]
fn a_path_that_is_not_there() {
    let place = place_with_a_sound_report();
    let sound = place.inputs().join("z-sound.jsonl");
    let ran = place.import(&[&"nowhere", &sound]);
    insta::assert_snapshot!(only_complaint(&place, &ran, 1), @"nowhere: there is no such file or folder; left out; the rest is read");
}

#[test]
fn a_loop_of_links() {
    let place = place_with_a_sound_report();
    std::fs::create_dir(place.inputs().join("a")).expect("a folder");
    std::os::unix::fs::symlink(place.inputs(), place.inputs().join("a/loop")).expect("a link");
    let ran = place.import(&[]);
    let said = only_complaint(&place, &ran, 1);
    assert!(said.starts_with("a/loop: a link that leads back to "), "{said}");
}

#[test]
fn a_folder_without_permission() {
    let place = place_with_a_sound_report();
    let locked = place.inputs().join("locked");
    std::fs::create_dir(&locked).expect("a folder");
    std::fs::write(locked.join("inside.txt"), "unseen").expect("a file");
    let set = |path: &std::path::Path, mode| std::fs::set_permissions(path, PermissionsExt::from_mode(mode));
    set(&locked, 0o000).expect("permissions");
    let inputs = place.inputs();
    let mut command = place.command(&["import", inputs.to_str().expect("a plain path")]);
    if std::fs::read_dir(&locked).is_ok() {
        // The administrator may read everything: run as nobody, who may not reach the build folder.
        let copy = place.path().join("dateline");
        std::fs::copy(env!("CARGO_BIN_EXE_dateline"), &copy).expect("a copy of the binary");
        set(place.path(), 0o777).expect("permissions");
        command = std::process::Command::new(copy);
        command.arg("import").arg(&inputs).env("DATELINE_FOLDER", place.data()).uid(65534).gid(65534);
    }
    let output = command.output().expect("the binary runs");
    let words = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
    let ran = Ran { status: output.status.code(), stdout: words(output.stdout), stderr: words(output.stderr) };
    let said = only_complaint(&place, &ran, 1);
    set(&locked, 0o755).expect("permissions");
    insta::assert_snapshot!(said, @"locked: no permission to read it; left out; the rest is read");
}

#[test]
fn the_data_folder_is_taken() {
    let place = place_with_a_sound_report();
    place.write("data-in-the-way", "");
    let ran = place.run(&["import", "--data", "in/data-in-the-way", "in/z-sound.jsonl"]);
    assert_eq!(ran.complaint().lines().count(), 1, "{}", ran.stderr);
    assert!(ran.stderr.contains("data-in-the-way"), "{}", ran.stderr);
}

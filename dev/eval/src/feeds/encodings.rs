//! Cases that state an encoding: the feed must read as it does when handed over in UTF-8, the encoding taken as stated.

use dateline_engine::read_feed;
use dateline_model::Capture;
use encoding_rs::Encoding;

use super::expression::{Expression, Step};
use super::judge::Verdict;

/// The encoding that is expected, where the case expects one.
pub fn stated(expected: &Expression) -> Option<String> {
    match expected {
        Expression::And(parts) => parts.iter().find_map(stated),
        Expression::Equal(sides) => match sides.as_slice() {
            [Expression::Path(path), Expression::Words(label)] if *path == [Step::Key("encoding".to_owned())] => {
                Some(label.clone())
            }
            _ => None,
        },
        _ => None,
    }
}

/// Reads the capture as it is and as UTF-8.
pub fn judge(capture: &Capture, label: &str) -> Verdict {
    let Some(text) = decoded(&capture.bytes, label) else {
        return Verdict::Outside("an encoding that the web has given up");
    };
    // What the file and its server say of the encoding is no longer true.
    let text = text.replacen("encoding=", "was=", 1);
    let again = Capture { bytes: text.into_bytes(), content_type: None, ..capture.clone() };
    let (found, expected) = (read_feed(capture).0, read_feed(&again).0);
    if found.is_some() && found == expected { Verdict::Met } else { Verdict::NotMet }
}

/// The comment of a case can be read whatever the encoding: all that matters in it is ASCII.
pub fn seen(bytes: &[u8]) -> String {
    if let Ok(text) = std::str::from_utf8(bytes)
        && !text.contains('\0')
    {
        return text.to_owned();
    }
    let kept: Vec<u8> = bytes.iter().copied().filter(|&byte| byte != 0).collect();
    String::from_utf8_lossy(&kept).into_owned()
}

fn decoded(bytes: &[u8], label: &str) -> Option<String> {
    let wide = |read: fn([u8; 4]) -> u32| {
        let units = bytes.as_chunks::<4>().0.iter().map(|&unit| char::from_u32(read(unit)));
        units.collect::<Option<String>>().map(|text| text.trim_start_matches('\u{feff}').to_owned())
    };
    match label.to_lowercase().as_str() {
        "utf-32be" => wide(u32::from_be_bytes),
        "utf-32le" => wide(u32::from_le_bytes),
        label => Some(Encoding::for_label(label.as_bytes())?.decode(bytes).0.into_owned()),
    }
}

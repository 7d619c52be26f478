//! Credits of pictures: lines that say who took a picture or sold it, alone or at the end of its caption.

use crate::{agency, words};

/// Words for a picture, and for naming its maker, that a credit begins with.
const OPENINGS: &[&str] = &[
    "photo",
    "photos",
    "photograph",
    "photographs",
    "photography",
    "image",
    "images",
    "picture",
    "pictures",
    "illustration",
    "screenshot",
    "credit",
    "credits",
    "foto",
    "fotos",
    "bild",
    "bilder",
    "imagen",
    "imágenes",
    "crédit",
    "crédits",
    "immagine",
    "beeld",
];
/// Who sells pictures and is no agency of reports.
const LIBRARIES: &[&str] = &[
    "getty images",
    "getty",
    "shutterstock",
    "istock",
    "alamy",
    "alamy stock photo",
    "unsplash",
    "pixabay",
    "pexels",
    "imago",
    "adobe stock",
    "depositphotos",
    "rex features",
    "thinkstock",
];
/// Words that stand beside those.
const BESIDE: &[&str] = &["main", "lead", "featured", "cover", "file", "source"];
/// Words of a credit that stands alone.
const WORDS: std::ops::RangeInclusive<usize> = 2..=14;

/// True where the line is the credit of a picture, or the caption of one that ends with its credit in brackets.
pub(super) fn is_credit(line: &str) -> bool {
    if let Some(open) = line.trim_end_matches('.').strip_suffix([')', ']']) {
        return open.rfind(['(', '[']).is_some_and(|at| in_brackets(&open[at + 1..]));
    }
    WORDS.contains(&words::count(line)) && !words::ends_sentence(line) && (opens(line) || is_makers(line))
}

fn in_brackets(credit: &str) -> bool {
    // `(Harbour News/Reuters)` may end a report.
    let words = credit.strip_suffix(", File").unwrap_or(credit);
    opens(credit) || sold(words, " via ") || is_makers(words) && agency::credit(words).is_none()
}

/// True where the words before a colon or before `by` are for a picture.
fn opens(line: &str) -> bool {
    let lower = line.to_lowercase();
    let end = [":", " by ", " courtesy "].iter().filter_map(|mark| lower.find(mark)).min();
    let opening = lower[..end.unwrap_or_default()].split_whitespace();
    let mut plain = opening.filter(|word| !BESIDE.contains(word)).peekable();
    let named = plain.peek().is_some() && plain.all(|word| OPENINGS.contains(&word));
    // `© 2024 Harbour Post` is the notice of an outlet.
    let maker = |rest: &str| !rest.trim_start().starts_with(|first: char| first.is_ascii_digit());
    named || lower.strip_prefix('©').is_some_and(maker) || lower.starts_with("ap photo/")
}

/// True for `Ann Lee/Reuters` and `Ann Lee | Getty Images`.
fn is_makers(line: &str) -> bool {
    !line.contains(':') && (sold(line, "/") || sold(line, " | "))
}

/// True where what follows the last `mark` sells pictures.
fn sold(line: &str, mark: &str) -> bool {
    line.rsplit_once(mark).is_some_and(|(_, seller)| {
        LIBRARIES.contains(&seller.trim().to_lowercase().as_str()) || agency::known(seller).is_some()
    })
}

#[cfg(test)]
mod tests {
    use super::is_credit;

    #[test]
    fn credits_are_known_and_sentences_are_not() {
        let credits = [
            "The old pier in March. (Harbour Post via AP, File)",
            "The old pier in March. (AP Photo/Ann Lee)",
            "The pier (Photo by Ann Lee/Getty Images for The Harbour)",
            "Photo: Ann Lee",
            "Main image credit: Getty",
            "Ann Lee | Harbour Post | Getty Images",
            "Ann Lee/Reuters",
            "Foto: dpa",
            "(Image: © Ann Lee)",
        ];
        for line in credits {
            assert!(is_credit(line), "{line}");
        }
        let sentences = [
            "The pier opens on Monday, the council said. (Reuters)",
            "The image: a pier in the rain, and no one on it to see the last boat leave the old harbour town.",
            "The mail was seen by Reuters",
            "They took photos by the pier.",
            "The council (photo agencies were not let in) said so.",
            "AP",
            "© 2024 Harbour Post",
            "Photos:",
            "(Quelle: AFP/dpa)",
            "Source: ntv, ino/dpa",
            "Fares rise.",
        ];
        for line in sentences {
            assert!(!is_credit(line), "{line}");
        }
    }
}

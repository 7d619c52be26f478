//! The pages as a browser gets them: each from hand-made values, then all of them from a small store.

mod article;
mod claims;
mod front;
mod lists;
mod routes;
mod sample;
mod search;
mod sources;
mod speakers;
mod store;
mod story;
mod topic;

/// How often `piece` stands in `page`.
fn times(page: &str, piece: &str) -> usize {
    page.matches(piece).count()
}

/// The words of `page` without its tags, spaces joined.
fn words(page: &str) -> String {
    let mut words = String::with_capacity(page.len());
    let mut inside = false;
    for letter in page.chars() {
        match letter {
            '<' => inside = true,
            '>' => {
                inside = false;
                words.push(' ');
            }
            letter if !inside => words.push(if letter == '\u{202f}' { ' ' } else { letter }),
            _ => {}
        }
    }
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

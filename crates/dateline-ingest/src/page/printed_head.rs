//! The byline and date that stand under the headline of a page as words only, for pages that state them nowhere else.

use dateline_model::{Article, Moment};

use crate::body::Body;
use crate::{bylines, dates, words};

/// How many lines under the headline are looked at.
const LINES: usize = 12;

/// Fills in who wrote the article and when it was published from the visible lines of its page.
pub(crate) fn fill(article: &mut Article, page: &Body) {
    let Some(title) = article.title.as_deref().map(words::fold) else { return };
    let Some(at) = page.lines.iter().position(|line| words::fold(&line.words) == title) else { return };
    let head = page.lines.iter().skip(at + 1).take(LINES).map(|line| line.words.as_str());
    for line in head.take_while(|line| words::count(line) <= 30) {
        if article.published.is_none() {
            article.published = date(line).filter(dates::plausible);
        }
        let by = bylines::is_opened(line) && words::is_label(line, 14);
        if by && article.bylines.is_empty() {
            let names: Vec<&str> =
                line.split(['|', '•', '·', ',']).filter(|part| !part.contains(|c: char| c.is_ascii_digit())).collect();
            let authors = bylines::read(names, article.outlet.as_deref());
            article.bylines = authors.names;
            article.agency = article.agency.take().or(authors.agency);
        }
    }
}

/// A date alone, or a date in a part of a line such as `By Ann Lee | June 20, 2025 | 3 min read`.
fn date(line: &str) -> Option<Moment> {
    dates::read_line(line).or_else(|| line.split(['|', '•', '·', '/']).find_map(dates::read_line))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn byline_and_date_under_the_headline_are_read() {
        let mut page = Body::default();
        for line in
            ["Home", "Fares rise", "By Ann Lee • June 20, 2025 • 3 min read", "Ferry fares will rise on Monday."]
        {
            page.push(line, None);
        }
        let mut article = page.clone().into_article();
        article.title = Some("Fares rise".to_owned());
        fill(&mut article, &page);
        assert_eq!(
            (article.bylines.as_slice(), article.published.unwrap().to_string()),
            (["Ann Lee".to_owned()].as_slice(), "2025-06-20".to_owned())
        );
    }
}

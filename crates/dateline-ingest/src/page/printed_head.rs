//! The byline and date that stand under the headline of a page as words only, for pages that state them nowhere else.

use dateline_model::{Article, BlockKind, Field, Moment};

use crate::body::{Body, BodyLine};
use crate::{bylines, dates, words};

/// What parts a line in the head of a page.
const PARTS: [char; 6] = ['|', '•', '·', '・', '●', '⋅'];
/// How many lines under the headline are looked at, and how many above it.
const UNDER: usize = 12;
const ABOVE: usize = 6;
/// Most words of a line that is no paragraph.
const SHORT: usize = 30;

/// Fills in who wrote the article and when it was published from the visible lines of its page.
pub(crate) fn fill(article: &mut Article, page: &Body) {
    let title = article.title.as_deref().map(words::fold).unwrap_or_default();
    let heading = || page.lines.iter().position(|line| matches!(line.kind, Some(BlockKind::Heading2)));
    let Some(at) = page.lines.iter().position(|line| words::fold(&line.words) == title).or_else(heading) else {
        return;
    };
    let under = under_headline(&page.lines[at + 1..]);
    if let Some(first) = first_published(article.published, under) {
        article.published = Some(first);
        note(article, Field::Published, true);
    }
    let above = page.lines[at.saturating_sub(ABOVE)..at].iter().rev();
    for line in under.iter().chain(above).map(|line| &line.words) {
        if article.published.is_none() {
            article.published = date(line).filter(dates::plausible);
            note(article, Field::Published, article.published.is_some());
        }
        let by = bylines::is_opened(line) && words::is_label(line, 14);
        let dated = || words::is_label(line, 14) && line.split(PARTS).any(|part| dates::read_line(part).is_some());
        if (by || dated()) && article.bylines.is_empty() {
            let parts = line.split(PARTS).flat_map(|part| part.split(',').take(if by { usize::MAX } else { 1 }));
            let undated = parts.filter(|part| !part.contains(|c: char| c.is_ascii_digit()));
            let names: Vec<&str> = undated.filter(|part| by || bylines::is_person(part)).collect();
            let authors = bylines::read(names, article.outlet.as_deref());
            article.bylines = authors.names;
            note(article, Field::Bylines, !article.bylines.is_empty());
            note(article, Field::Agency, article.agency.is_none() && authors.agency.is_some());
            article.agency = article.agency.take().or(authors.agency);
        }
    }
}

/// The lines before the paragraphs: a byline stands above or below the standfirst.
fn under_headline(lines: &[BodyLine]) -> &[BodyLine] {
    let long = |(_, line): &(usize, &BodyLine)| words::count(&line.words) > SHORT;
    let second = lines.iter().enumerate().take(UNDER).filter(long).nth(1);
    &lines[..second.map_or(UNDER.min(lines.len()), |(at, _)| at)]
}

fn note(article: &mut Article, field: Field, found: bool) {
    if found {
        article.provenance.note(field, "printed");
    }
}

/// The only date under the headline, where it is older than the stated one: a page that moved to another address states
/// when it moved.
fn first_published(stated: Option<Moment>, under: &[BodyLine]) -> Option<Moment> {
    let stated = stated?.day();
    let unchanged = under.iter().map(|line| line.words.as_str()).filter(|line| !says_changed(line));
    let mut printed = unchanged.filter_map(|line| {
        let first = line.split(PARTS).next().unwrap_or_default();
        dates::read_line(first).filter(dates::plausible)
    });
    let only = printed.next().filter(|first| printed.all(|other| other.day() == first.day()))?;
    only.day().tomorrow().is_ok_and(|next| next < stated).then_some(only)
}

fn says_changed(line: &str) -> bool {
    const CHANGED: &[&str] = &["updat", "modif", "review", "edit", "aktualisiert", "mis à jour", "actualizado", "更新"];
    let lower = line.to_lowercase();
    CHANGED.iter().any(|word| lower.contains(word))
}

/// A date alone, a date in a part of a line such as `By Ann Lee | June 20, 2025 | 3 min read`, or one in a line too short
/// to say anything else.
fn date(line: &str) -> Option<Moment> {
    let parts = || line.split(PARTS).chain(line.split('/'));
    let within = |part: &str| words::is_label(part, MOST_AROUND).then(|| dates::read(part)).flatten();
    dates::read_line(line).or_else(|| parts().find_map(dates::read_line)).or_else(|| line.split(PARTS).find_map(within))
}

/// Most words of a line, or of a part of one, that holds a date and little else.
const MOST_AROUND: usize = 10;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_only_older_date_under_the_headline_stands_for_the_stated_one() {
        let check = |lines: &[&str], expected: &str| {
            let mut page = Body::default();
            ["Fares rise"].iter().chain(lines).for_each(|line| page.push(line, None));
            let mut article = page.clone().into_article();
            article.title = Some("Fares rise".to_owned());
            article.published = dates::read("2025-06-20");
            fill(&mut article, &page);
            assert_eq!(article.published.unwrap().to_string(), expected, "{lines:?}");
        };
        check(&["Published May 3, 2021", "Fares rise on Monday."], "2021-05-03");
        check(&["May 3, 2021 • 3 min read"], "2021-05-03");
        check(&["Updated May 3, 2021"], "2025-06-20");
        check(&["June 21, 2025"], "2025-06-20");
        check(&["June 19, 2025"], "2025-06-20");
        check(&["May 3, 2021", "April 2, 2021"], "2025-06-20");
    }

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

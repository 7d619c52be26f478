//! Takes out of a body what is no part of the report: furniture, and passages that stand twice.

use std::collections::HashMap;

use dateline_model::BlockKind;

use crate::body::{Body, BodyLine};
use crate::furniture::{self, Furniture};
use crate::words;

/// Fewest words in a passage that is taken out for standing twice.
const REPEATED_WORDS: usize = 20;
/// Most words of a headline in a list of other reports.
const HEADLINE_WORDS: usize = 25;

/// The body without furniture and repetitions. `title` is the headline, which a list of contents may name too.
pub(crate) fn clean(body: Body, title: Option<&str>) -> Body {
    without_repeats(without_furniture(body, title))
}

/// The body without lines of furniture and the lists that they open.
pub(crate) fn without_furniture(body: Body, title: Option<&str>) -> Body {
    let mut kept: Vec<BodyLine> = Vec::new();
    let mut at = 0;
    while let Some(line) = body.lines.get(at) {
        match furniture::kind(&line.words) {
            None => {
                let words = furniture::without_advertisement(&line.words);
                kept.push(BodyLine { words, kind: line.kind });
                at += 1;
            }
            Some(Furniture::Line) => at += 1,
            Some(Furniture::End) if ends(&body.lines[at + 1..]) => break,
            Some(Furniture::End) => at += 1,
            Some(Furniture::ListOfReports) => {
                at += 1;
                at += body.lines[at..].iter().take_while(|line| is_headline(line)).count();
            }
            Some(Furniture::ListOfHeadings) => at = after_headings(&body.lines, at + 1, title),
        }
    }
    Body { lines: kept }
}

/// Where the page's own list of its headings ends, of which the first would stand at `from`.
fn after_headings(lines: &[BodyLine], from: usize, title: Option<&str>) -> usize {
    let title = title.map(words::fold).unwrap_or_default();
    let folded: Vec<String> = lines[from..].iter().map(|line| words::fold(&line.words)).collect();
    let mut last: HashMap<&str, usize> = HashMap::new();
    for (at, line) in folded.iter().enumerate() {
        last.insert(line, at);
    }
    let is_listed = |at: usize| {
        let line = &lines[from + at];
        let again = last.get(folded[at].as_str()).is_some_and(|&later| later > at) || folded[at] == title;
        again || line.kind == Some(BlockKind::ListItem) && words::is_label(&line.words, HEADLINE_WORDS)
    };
    // The last line of a body is no heading.
    from + (0..folded.len().saturating_sub(1)).take_while(|&at| is_listed(at)).count()
}

/// True where hardly anything that reads like a report follows.
fn ends(rest: &[BodyLine]) -> bool {
    let sentences = rest.iter().filter(|line| words::ends_sentence(&line.words) && words::count(&line.words) > 12);
    sentences.count() <= 2
}

fn is_headline(line: &BodyLine) -> bool {
    let question = words::asks(&line.words) && words::count(&line.words) <= 14;
    (question || words::is_label(&line.words, HEADLINE_WORDS))
        && !matches!(line.kind, Some(BlockKind::TableRow | BlockKind::Quotation))
}

/// The body without runs of lines that repeat an earlier run word for word. Each line is met once.
pub(crate) fn without_repeats(body: Body) -> Body {
    let lines = &body.lines;
    let mut first: HashMap<&str, usize> = HashMap::new();
    let mut repeated = vec![false; lines.len()];
    let mut at = 0;
    while at < lines.len() {
        let run = first.get(lines[at].words.as_str()).map_or(0, |&earlier| {
            let pairs = lines[earlier..at].iter().zip(&lines[at..]);
            pairs.take_while(|(old, new)| old.words == new.words).count()
        });
        let word_count: usize = lines[at..at + run].iter().map(|line| words::count(&line.words)).sum();
        if run > 0 && word_count >= REPEATED_WORDS {
            repeated[at..at + run].fill(true);
            at += run;
        } else {
            first.entry(lines[at].words.as_str()).or_insert(at);
            at += 1;
        }
    }
    if !repeated.contains(&true) {
        return body;
    }
    let kept = body.lines.into_iter().zip(repeated).filter(|(_, repeated)| !repeated);
    Body { lines: kept.map(|(line, _)| line).collect() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(lines: &[&str], expected: &[&str]) {
        let mut body = Body::default();
        for line in lines {
            match line.strip_prefix("- ") {
                Some(item) => body.push(item, Some(BlockKind::ListItem)),
                None => body.push(line, None),
            }
        }
        let cleaned = clean(body, Some("Ferry fares rise"));
        let shown: Vec<&str> = cleaned.lines.iter().map(|line| line.words.as_str()).collect();
        assert_eq!(shown, expected);
    }

    const LONG: &str =
        "The harbour board voted on Tuesday to raise fares on all four routes from the first day of next month.";
    const OTHER: &str =
        "A spokeswoman said the money would pay for two new boats and for repairs to the northern pier.";

    #[test]
    fn a_body_that_stands_twice_is_kept_once() {
        check(&["Lead.", LONG, OTHER, LONG, OTHER, "End."], &["Lead.", LONG, OTHER, "End."]);
        check(&["Yes.", "No.", "Yes.", "No."], &["Yes.", "No.", "Yes.", "No."]);
    }

    #[test]
    fn lists_of_other_reports_go_and_the_report_goes_on() {
        check(&[LONG, "You may also like", "Bridge closed for repairs", "Mayor to stand again"], &[LONG]);
        check(&[LONG, "Read also", "Bridge closed for repairs", OTHER], &[LONG, OTHER]);
    }

    #[test]
    fn a_list_of_contents_goes() {
        check(
            &["Table of Contents", "- Ferry fares rise", "- Why now", LONG, "Why now", OTHER],
            &[LONG, "Why now", OTHER],
        );
        check(&["Contents", "Why now", LONG, "Why now", OTHER], &[LONG, "Why now", OTHER]);
    }

    #[test]
    fn the_end_of_the_page_goes_with_all_that_follows() {
        check(&[LONG, "DOWNLOAD THE APP", "Get Started Now", "Ready to read more news than ever before?"], &[LONG]);
        check(
            &[
                LONG,
                "Sign in",
                OTHER,
                LONG.replace("fares", "tolls").as_str(),
                OTHER.replace("boats", "quays").as_str(),
            ],
            &[LONG, OTHER, LONG.replace("fares", "tolls").as_str(), OTHER.replace("boats", "quays").as_str()],
        );
    }
}

//! Who said what, on the page of a report.

use dateline_model::{Annotations, Article, Text};
use dateline_store::ArticlePage;
use dateline_web::pages::article::render;
use dateline_web::parts::body::{Piece, pieces};
use dateline_web::parts::card::Credits;
use dateline_web::parts::frame::Room;
use dateline_web::parts::marks::{Marks, Part, Shown};
use dateline_web::parts::said;
use proptest::prelude::*;

use crate::sample::{article_page, frame, told};
use crate::{times, words};

const ALL: Shown = Shown { names: true, figures: true, dates: true };

fn shown(found: Option<Annotations>, article: Article, shown: Shown) -> String {
    let page = ArticlePage { annotations: found, article, ..article_page() };
    render(&frame(Room::Elsewhere), &page, shown, &Credits::new(), &[]).unwrap()
}

#[test]
fn claims_are_marked_one_in_the_other() {
    let (article, found) = told();
    let page = shown(Some(found), article, Shown::default());
    let first = page.find("<span class=\"claim\" id=\"claim-1\">").expect("the outer claim");
    let second = page.find("<span class=\"claim denies\" id=\"claim-2\">").expect("the inner claim");
    assert!(first < second);
    assert!(page.contains("<span class=\"content denies\">&#60;ever&#62; asking for 3 million euros</span>"), "{page}");
    assert!(page.contains("<span class=\"cue\">denied</span>"));
    for number in 1..=3 {
        assert_eq!(times(&page, &format!("id=\"claim-{number}\"")), 1, "{number}");
        assert_eq!(times(&page, &format!("id=\"who-{number}\"")), 1, "{number}");
        assert_eq!(times(&page, &format!("href=\"#who-{number}\"")), 1, "{number}");
        assert_eq!(times(&page, &format!("href=\"#claim-{number}\"")), 1, "{number}");
    }
}

#[test]
fn the_list_says_who_on_what_footing_and_through_whom() {
    let (article, found) = told();
    let page = shown(Some(found), article, Shown::default());
    let list = words(&page[page.find("<section class=\"said\"").expect("the list")..]);
    assert!(list.starts_with("Who said what 3 claims Mail"), "{list}");
    assert!(list.contains("Ann Lee the pilot Denies &#60;ever&#62; asking for 3 million euros Named person, in the report’s words Harbour Courier, citing Mail, citing Ann Lee"), "{list}");
    assert!(
        list.contains("three officials Declines to answer No, Unnamed, 3 people, on background, word for word"),
        "{list}"
    );
    assert!(page.contains("<a href=\"/speaker/Ann%20Lee\" dir=\"auto\">Ann Lee</a>"));
    assert!(page.contains("<span class=\"nobody\" dir=\"auto\">three officials</span>"), "no page for the unnamed");
}

#[test]
fn names_figures_and_dates_are_shown_on_demand() {
    let (article, found) = told();
    let quiet = shown(Some(found.clone()), article.clone(), Shown::default());
    assert!(!quiet.contains("data-means"));
    assert!(
        quiet.contains("<a class=\"found-name\" href=\"/article/odd%2Fid%3F%221%22?show=names#text\">Names"),
        "{quiet}"
    );
    let all = shown(Some(found), article, ALL);
    for piece in [
        "<span class=\"found-name person\" title=\"Ann Lee: person, the pilot\" data-means=\"person, the pilot\">Ann Lee</span>",
        "<span class=\"found-figure\" title=\"3,000,000 EUR\" data-means=\"3,000,000 EUR\">3 million euros</span>",
        "<span class=\"found-date\" title=\"3 March 2025\" data-means=\"3 March 2025\">Monday</span>",
        "?show=names,figures#text\" aria-current=\"true\">Dates",
    ] {
        assert_eq!(times(&all, piece), 1, "{piece}\n{all}");
    }
}

#[test]
fn a_report_without_annotations_is_shown_without() {
    let page = shown(None, told().0, ALL);
    for absent in ["class=\"marks\"", "class=\"said\"", "class=\"claim", "data-means"] {
        assert!(!page.contains(absent), "{absent}");
    }
    let page = shown(Some(Annotations::default()), told().0, ALL);
    assert!(!page.contains("class=\"said\"") && !page.contains("class=\"marks\""));
}

#[test]
fn no_more_claims_are_shown_than_a_page_holds() {
    let (article, mut found) = told();
    found.claims = (0..1_203).map(|_| found.claims[1].clone()).collect();
    let page = shown(Some(found), article, Shown::default());
    assert!(words(&page).contains("The first 500 of 1,203 are marked and listed."));
    assert!(page.len() < 1_000_000, "{} bytes", page.len());
}

/// The words of pieces, lines apart by line breaks, cells by bars, as a text has them.
fn printed(pieces: &[Piece]) -> Vec<String> {
    let line = |parts: &Vec<Part>| -> String {
        parts
            .iter()
            .filter_map(|part| if let Part::Words(words) = part { Some(words.as_str()) } else { None })
            .collect()
    };
    let mut lines = Vec::new();
    for piece in pieces {
        match piece {
            Piece::Paragraph(parts) | Piece::Heading(_, parts) | Piece::Caption(parts) => lines.push(line(parts)),
            Piece::List(all) | Piece::Quotation(all) => lines.extend(all.iter().map(line)),
            Piece::Table(rows) => {
                lines.extend(rows.iter().map(|row| row.iter().map(line).collect::<Vec<_>>().join(" | ")))
            }
        }
    }
    lines
}

/// The annotations of a text with every span somewhere else.
fn scattered(text: &Text, places: &[(usize, usize)]) -> Annotations {
    let points = text.as_str().chars().count();
    let code_points = text.code_points();
    let mut next = places.iter().cycle();
    let mut span = || {
        let (start, length) = next.next().expect("a cycle");
        let start = start.min(&points);
        code_points.span(*start, (start + length).min(points)).expect("inside")
    };
    let (_, mut found) = told();
    let kept = found.claims.clone();
    found.claims = places.iter().flat_map(|_| kept.clone()).collect();
    for claim in &mut found.claims {
        claim.span = span();
        claim.cue = Some(span());
        claim.content = vec![span(), span()];
        claim.source.iter_mut().for_each(|source| source.span = span());
    }
    found.mentions.iter_mut().for_each(|mention| mention.span = span());
    found.mentions.iter_mut().for_each(|mention| mention.role.iter_mut().for_each(|role| role.span = span()));
    found.entities.iter_mut().for_each(|entity| entity.roles.iter_mut().for_each(|role| role.span = span()));
    found.figures.iter_mut().for_each(|figure| figure.span = span());
    found.times.iter_mut().for_each(|time| time.span = span());
    found.sentences = vec![span()];
    found
}

proptest! {
    #[test]
    fn the_text_is_printed_whatever_is_found_in_it(
        lines in proptest::collection::vec("[a-z<>&\"' שלוםقال👩‍🚒é\u{200b}\u{200f}日本|.]{0,20}", 1..8),
        places in proptest::collection::vec((0usize..120, 0usize..120), 1..12),
    ) {
        let (mut article, _) = told();
        article.text = Text::new(&lines.join("\n"));
        let found = scattered(&article.text, &places);
        let said = said::all(&article, &found);
        let pieces = pieces(&article, 1, &mut Marks::new(&article, Some(&found), &said, ALL));
        let expected: Vec<&str> = article.text.lines().map(|line| article.text.slice(line)).collect();
        prop_assert_eq!(printed(&pieces), expected);
        let page = shown(Some(found), article, ALL);
        prop_assert!(!page.contains("<script") && page.matches("<span").count() == page.matches("</span>").count());
    }
}

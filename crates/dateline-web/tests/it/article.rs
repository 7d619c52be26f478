//! The article page.

use dateline_model::{Language, Text};
use dateline_store::{ArticlePage, EditLine};
use dateline_web::pages::article::render;
use dateline_web::parts::card::Credits;
use dateline_web::parts::frame::Room;
use dateline_web::parts::marks::Shown;

use crate::sample::{article_page, edit, frame};
use crate::{times, words};

fn shown(page: &ArticlePage) -> String {
    let line = |page: &ArticlePage| {
        let noticed = "2025-03-03T08:00:00Z".parse().ok();
        EditLine { report: page.summary.clone(), version: 2, noticed, edit: edit() }
    };
    let edits: Vec<EditLine> = (page.summary.revisions > 1).then(|| line(page)).into_iter().collect();
    render(&frame(Room::Elsewhere), page, Shown::default(), &Credits::new(), &edits).unwrap()
}

#[test]
fn a_report_is_shown_with_its_credits() {
    let page = shown(&article_page());
    let words = words(&page);
    assert!(
        words.contains("Harbour Courier Transport with text of CW Night ferries stay in port By Ann Lee and Bo Ray"),
        "{words}"
    );
    assert!(
        words.contains("Published 3 March 2025, 05:10 UTC written as 3 March 2025, 06:10 (UTC+1) 3 days ago"),
        "{words}"
    );
    assert!(words.contains("Changed by its outlet 4 March 2025, 06:10 UTC"), "{words}");
}

#[test]
fn blocks_are_what_they_were() {
    let page = shown(&article_page());
    for piece in [
        "<p><span class=\"dateline\">HULL, March 3 (CW)</span> - Crews of the night",
        "<h2>What the crews want</h2>",
        "<ul><li>Longer rest between crossings</li><li>Pay for waiting</li></ul>",
        "<blockquote><p>We sleep four hours.</p></blockquote>",
        "<tr><td>Hull</td><td>0 of 3</td></tr>",
        "<figcaption>A ferry at the quay</figcaption>",
        "said &#60;talks&#62; &#38; &#34;mediation&#34; would",
    ] {
        assert_eq!(times(&page, piece), 1, "{piece}");
    }
}

#[test]
fn copies_are_told_in_both_directions() {
    let words = words(&shown(&article_page()));
    assert!(words.contains("Copied from Shares 92 % of its words with Meridian From Meridian"), "{words}");
    assert!(words.contains("Copied by Coastline Radio shares 96 % of its words with this report"), "{words}");
    assert!(words.contains("It shares 92 % of its words with the report of Meridian ."), "{words}");
}

#[test]
fn other_reports_are_offered() {
    let words = words(&shown(&article_page()));
    assert!(
        words.contains("You may also like Island &#60;i&#62;Radio&#60;/i&#62; 4 March 2025 Talks &#38; ferries"),
        "{words}"
    );
}

#[test]
fn what_was_changed_is_told_and_led_to() {
    let mut page = article_page();
    page.summary.revisions = 2;
    page.withdrawn = "2025-03-05T08:00:00Z".parse().ok();
    let html = shown(&page);
    assert!(html.contains("/changes\">2 versions: what was changed</a>"), "{html}");
    let words = words(&html);
    assert!(
        words.contains("What was changed Silent edit 3 March 2025, 08:00 Figure changed: 12 → 14 Word by word"),
        "{words}"
    );
    assert!(words.contains("Withdrawn. Nothing has stood at its address since 5 March 2025, 08:00"), "{words}");
}

#[test]
fn the_original_is_linked_without_a_trace_of_the_reader() {
    let mut page = article_page();
    let html = shown(&page);
    assert!(
        html.contains("<a href=\"https://courier.example/ferries?a=1&#38;b=2\" rel=\"noreferrer noopener external\">")
    );
    page.article.url = Some("javascript:alert(1)".to_owned());
    assert!(!shown(&page).contains("javascript:"));
}

#[test]
fn languages_from_the_right_are_set_from_the_right() {
    let mut page = article_page();
    for code in ["ar", "he", "fa", "ur"] {
        page.article.language = Language::new(code);
        assert!(shown(&page).contains(&format!("<article class=\"report\" lang=\"{code}\" dir=\"rtl\">")), "{code}");
    }
    page.article.language = Language::new("ja");
    assert!(shown(&page).contains("<article class=\"report\" lang=\"ja\" dir=\"ltr\">"));
}

#[test]
fn markup_in_a_text_stays_words() {
    let mut page = article_page();
    page.article.text = Text::new("<script>alert(1)</script>\n<b onclick=x>bold</b>");
    page.article.blocks = Vec::new();
    page.article.dateline = None;
    page.summary.headline = "</title><script>alert(2)</script>".to_owned();
    page.article.bylines = vec!["<i>Ann</i>".to_owned()];
    page.capture = Some("<u>".to_owned());
    let html = shown(&page);
    for markup in ["<script", "<b onclick", "<i>", "<u>"] {
        assert!(!html.contains(markup), "{markup}");
    }
}

#[test]
fn what_is_not_known_is_not_claimed() {
    let mut page = article_page();
    page.article = dateline_model::Article::of(Text::new(""));
    (page.story, page.reason, page.capture) = (None, None, None);
    (page.copies, page.copied_by, page.summary.revisions) = (vec![], vec![], 1);
    let words = words(&shown(&page));
    assert!(words.contains("Outlet not named Night ferries stay in port Without a time of publication"), "{words}");
    assert!(words.contains("Only the headline of this report was found."));
    for absent in ["Copied", "Its story", "What was changed", "Original at"] {
        assert!(!words.contains(absent), "{absent}");
    }
}

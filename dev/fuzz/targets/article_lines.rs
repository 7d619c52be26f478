//! JSON Lines, and that an article that is written as a line again is the same article.
#![no_main]

use dateline_fuzz::{capture, check, source};
use dateline_model::wire::ArticleLine;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let reading = check(&capture(bytes), source("article-lines").read);
    assert!(reading.articles.len() <= 1, "a line is one article");
    for article in reading.articles {
        let line = ArticleLine::from(&article);
        assert_eq!(line.into_article(), Some((article, vec![])), "the line that an article is written as, read again");
    }
});

//! The last step of every source: what the words themselves tell, values that cannot be true, and the identifier.

use std::collections::HashSet;

use dateline_model::{Article, ArticleId, Field, Moment, Problem};

use crate::{Reading, address, agency, dateline, dates, words};

/// Fewest words that are an article.
pub(crate) const FEWEST_WORDS: usize = 5;

/// Completes an article and adds it to the reading; `place` is where values were found that nothing else is noted for.
pub(crate) fn finish(mut article: Article, place: &str, reading: &mut Reading) {
    // The credit at the end of the text is the agency's own word.
    if let Some(credit) = last_line(&article).and_then(agency::credit) {
        article.agency = Some(credit.agency);
        article.provenance.note(Field::Agency, CREDIT);
    }
    note_rest(&mut article, place);
    complete(&mut article, &mut reading.problems);
    article.id = ArticleId::derive(&article);
    reading.articles.push(article);
}

/// Notes `place` for every value of which nothing is noted.
fn note_rest(article: &mut Article, place: &str) {
    let there = [
        (Field::Url, article.url.is_some()),
        (Field::Outlet, article.outlet.is_some()),
        (Field::Title, article.title.is_some()),
        (Field::Subtitle, article.subtitle.is_some()),
        (Field::Bylines, !article.bylines.is_empty()),
        (Field::Agency, article.agency.is_some()),
        (Field::Published, article.published.is_some()),
        (Field::Modified, article.modified.is_some()),
        (Field::Language, article.language.is_some()),
        (Field::Section, article.section.is_some()),
        (Field::Tags, !article.tags.is_empty()),
        (Field::Image, article.image.is_some()),
        (Field::Text, true),
    ];
    for (field, there) in there {
        if there && article.provenance.of(field).is_none() {
            article.provenance.note(field, place);
        }
    }
}

/// Where an agency was named.
const CREDIT: &str = "credit line";
const DATELINE: &str = "dateline";

/// Completes an article without changing its text or identifier.
pub(crate) fn complete(article: &mut Article, problems: &mut Vec<Problem>) {
    drop_implausible("published", &mut article.published, problems);
    drop_implausible("modified", &mut article.modified, problems);
    for (address, kept) in [(&mut article.url, "an address"), (&mut article.image, "an image")] {
        let Some(written) = address.take() else { continue };
        *address = address::canonical(&written);
        if address.is_none() {
            let what = format!("“{}” is not an address of the web", shortened(&written));
            problems.push(Problem::new(what, format!("the report was kept without {kept}")));
        }
    }
    let mut seen = HashSet::from([String::new()]);
    article.tags.retain(|tag| seen.insert(words::fold(tag)));
    if article.dateline.is_none() {
        let opening = dateline::of_article(article);
        article.dateline = opening.dateline;
        name_agency(article, opening.agency, DATELINE);
    }
    let named = article.dateline.as_ref().and_then(|dateline| dateline.agency.clone());
    name_agency(article, named, DATELINE);
    if article.agency.is_none() {
        let credit = last_line(article).and_then(agency::credit);
        name_agency(article, credit.map(|credit| credit.agency), CREDIT);
    }
}

/// The agency of an article that has none.
fn name_agency(article: &mut Article, agency: Option<String>, place: &str) {
    if article.agency.is_none() && agency.is_some() {
        article.agency = agency;
        article.provenance.note(Field::Agency, place);
    }
}

/// The last line with words, looked for from the end.
fn last_line(article: &Article) -> Option<&str> {
    article.text.as_str().trim_end().rsplit('\n').next()
}

fn drop_implausible(field: &str, moment: &mut Option<Moment>, problems: &mut Vec<Problem>) {
    if let Some(written) = moment.take_if(|moment| !dates::plausible(moment)) {
        let what = format!("`{field}` {written} is outside the years 1600 to 2200");
        problems.push(Problem::new(what, "the report was kept without it"));
    }
}

/// Words short enough to be shown in a message.
pub(crate) fn shortened(words: &str) -> String {
    words::cut(words, 60).chars().filter(|character| !character.is_control()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use dateline_model::Text;

    #[test]
    fn what_cannot_be_true_is_dropped_and_said() {
        let mut article = Article::of(Text::new("OSLO (AP) — Ferries stopped running on Monday."));
        article.url = Some("javascript:alert(1)".to_owned());
        article.image = Some("data:image/png;base64,AA==".to_owned());
        article.published = "1066-10-14".parse().ok();
        article.tags = ["Ferries", "ferries", "#"].map(str::to_owned).to_vec();
        let mut problems = Vec::new();
        complete(&mut article, &mut problems);
        assert_eq!((article.url, article.image, article.published, article.tags.len()), (None, None, None, 1));
        assert_eq!((article.agency.as_deref(), article.dateline.unwrap().place.as_str()), (Some("AP"), "OSLO"));
        let problems: Vec<String> = problems.iter().map(ToString::to_string).collect();
        assert_eq!(
            problems,
            [
                "`published` 1066-10-14 is outside the years 1600 to 2200; the report was kept without it",
                "“javascript:alert(1)” is not an address of the web; the report was kept without an address",
                "“data:image/png;base64,AA==” is not an address of the web; the report was kept without an image",
            ]
        );
    }
}

//! The row of an article, as lists show it, and the row of each of its versions.

use dateline_model::{Article, Digest, Moment, Span};
use rusqlite::{Connection, named_params, params};

use super::counts::{Kind, count};
use crate::packed::{Packer, article_record};
use crate::phrase::clip;

/// Headlines and leads are kept to this many characters in lists.
const LONGEST: usize = 300;

/// Headline and lead as lists show them.
pub struct Heading {
    /// The title, or the first sentence, or the first line, or the address.
    pub headline: String,
    /// The first sentence, where it is not the headline.
    pub lead: String,
}

impl Heading {
    /// Chooses both.
    pub fn of(article: &Article, lead: Option<Span>) -> Heading {
        let text = &article.text;
        let sentence = lead.map(|span| clip(text.slice(span), LONGEST)).filter(|sentence| !sentence.is_empty());
        let title = article.title.as_deref().map(|title| clip(title, LONGEST)).filter(|title| !title.is_empty());
        if let Some(headline) = title {
            return Heading { headline, lead: sentence.unwrap_or_default() };
        }
        let line = || text.lines().next().map(|line| clip(text.slice(line), LONGEST));
        let name = || article.url.clone().unwrap_or_else(|| article.id.to_string());
        Heading { headline: sentence.or_else(line).unwrap_or_else(name), lead: String::new() }
    }
}

/// A published time as lists are sorted by: microseconds since 1970.
pub fn sort_key(moment: Moment) -> i64 {
    moment.instant().as_microsecond()
}

/// Writes the row of an article: a new one, or over the old one of a revision. The story stays as it is.
pub fn write_row(
    connection: &Connection,
    seq: i64,
    change: i64,
    article: &Article,
    heading: &Heading,
) -> rusqlite::Result<()> {
    let mut write = connection.prepare_cached(
        "INSERT INTO articles (seq, id, change, revisions, headline, lead, series, series_key, outlet, agency, section,
             published, moment, language, url)
         VALUES (:seq, :id, :change, 1, :headline, :lead, :series, :series_key, :outlet, :agency, :section,
             :published, :moment, :language, :url)
         ON CONFLICT (seq) DO UPDATE SET change = excluded.change, revisions = revisions + 1,
             headline = excluded.headline, lead = excluded.lead, series = excluded.series,
             series_key = excluded.series_key, outlet = excluded.outlet, agency = excluded.agency,
             section = excluded.section, published = excluded.published, moment = excluded.moment,
             language = excluded.language, url = excluded.url",
    )?;
    write.execute(named_params! {
        ":seq": seq,
        ":id": article.id.as_str(),
        ":change": change,
        ":headline": heading.headline,
        ":lead": heading.lead,
        ":series": article.series.as_ref().map(|series| &series.title),
        ":series_key": article.series.as_ref().map(|series| &series.key),
        ":outlet": article.outlet,
        ":agency": article.agency,
        ":section": article.section,
        ":published": article.published.map(|moment| moment.to_string()),
        ":moment": article.published.map(sort_key),
        ":language": article.language.as_ref().map(|language| language.as_str()),
        ":url": article.url,
    })?;
    Ok(())
}

/// Counts the outlet and language of a stored article once more, or once less.
pub fn count_row(connection: &Connection, seq: i64, by: i64) -> rusqlite::Result<()> {
    let mut find = connection.prepare_cached("SELECT outlet, language FROM articles WHERE seq = ?1")?;
    let (outlet, language): (Option<String>, Option<String>) =
        find.query_row([seq], |row| Ok((row.get(0)?, row.get(1)?)))?;
    for (kind, name) in [(Kind::Outlet, outlet), (Kind::Language, language)] {
        if let Some(name) = name {
            count(connection, kind, &name, by)?;
        }
    }
    Ok(())
}

/// Where a version came from.
pub struct Origin {
    /// Number of the capture.
    pub capture: i64,
    /// When it was taken.
    pub captured: Option<String>,
    /// Digest of the article's content.
    pub content: Digest,
}

/// Writes one version.
pub fn write_revision(
    connection: &Connection,
    packer: &mut Packer,
    (seq, change): (i64, i64),
    article: &Article,
    origin: &Origin,
) -> rusqlite::Result<()> {
    let mut write = connection.prepare_cached(
        "INSERT INTO revisions (change, article, content, capture, captured, record, text)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    )?;
    let text = packer.pack(article.text.as_str().as_bytes())?;
    let record = article_record(article)?;
    write.execute(params![change, seq, origin.content.0, origin.capture, origin.captured, record, text])?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use dateline_model::Text;

    fn heading(title: Option<&str>, text: &str, lead: Option<std::ops::Range<usize>>) -> (String, String) {
        let mut article = Article::of(Text::new(text));
        article.title = title.map(str::to_owned);
        let lead = lead.and_then(|range| article.text.span(range));
        let heading = Heading::of(&article, lead);
        (heading.headline, heading.lead)
    }

    #[test]
    fn a_report_without_a_title_is_headed_by_its_first_sentence() {
        let text = "Harbour\nThe ferry left. It was late.";
        let pair = |headline: &str, lead: &str| (headline.to_owned(), lead.to_owned());
        assert_eq!(heading(Some("Ferry leaves"), text, Some(8..23)), pair("Ferry leaves", "The ferry left."));
        assert_eq!(heading(None, text, Some(8..23)), pair("The ferry left.", ""));
        assert_eq!(heading(Some("  "), text, None), pair("Harbour", ""));
    }
}

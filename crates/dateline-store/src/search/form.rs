//! The form of the index: its fields, its tokenizer, and the mark that says how far it goes.

use std::path::{Path, PathBuf};

use dateline_model::Digest;
use jiff::civil::Date;
use tantivy::schema::{FAST, Field, INDEXED, IndexRecordOption, STRING, Schema, TextFieldIndexing, TextOptions};
use tantivy::tokenizer::{TextAnalyzer, TokenizerManager};
use tantivy::{Index, TantivyError};

use super::stems::StemTokenizer;

/// Counts the changes to what is below and to how words are cut, folded and stemmed. An index of another form is made
/// anew.
const FORM: u32 = 1;

const TOKENIZER: &str = "words";

/// The fields of the index. None is stored: what is found is shown from the record.
#[derive(Clone, Copy)]
pub struct Fields {
    /// The number of the article in the record.
    pub article: Field,
    /// Title.
    pub headline: Field,
    /// Text.
    pub text: Field,
    /// Outlet, exact.
    pub outlet: Field,
    /// Folded tags.
    pub topic: Field,
    /// Language.
    pub language: Field,
    /// The day of publication as [`day_key`] gives it.
    pub day: Field,
    /// When it was published, in microseconds since 1970; the least of all numbers where that is unknown.
    pub moment: Field,
}

/// Where the index of a data folder is.
pub fn path(folder: &Path) -> PathBuf {
    folder.join("index")
}

/// The fields, and the schema they are of.
pub fn fields() -> (Schema, Fields) {
    let mut schema = Schema::builder();
    let words = TextFieldIndexing::default()
        .set_tokenizer(TOKENIZER)
        .set_index_option(IndexRecordOption::WithFreqsAndPositions);
    let words = TextOptions::default().set_indexing_options(words);
    let fields = Fields {
        article: schema.add_u64_field("article", INDEXED | FAST),
        headline: schema.add_text_field("headline", words.clone()),
        text: schema.add_text_field("text", words),
        outlet: schema.add_text_field("outlet", STRING),
        topic: schema.add_text_field("topic", STRING),
        language: schema.add_text_field("language", STRING),
        day: schema.add_i64_field("day", FAST),
        moment: schema.add_i64_field("moment", FAST),
    };
    (schema.build(), fields)
}

/// The tokenizers that the schema names.
pub fn tokenizers() -> TokenizerManager {
    let tokenizers = TokenizerManager::default();
    tokenizers.register(TOKENIZER, TextAnalyzer::from(StemTokenizer::new()));
    tokenizers
}

/// A day as a number that sorts as days do.
pub fn day_key(day: Date) -> i64 {
    i64::from(day.year()) * 10_000 + i64::from(day.month()) * 100 + i64::from(day.day())
}

/// How far an index goes: kept with each commit, so that index and mark cannot part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The last change indexed; 0 for none.
    pub change: i64,
    /// The content of that change, which tells one record from another.
    pub content: Digest,
}

impl Mark {
    /// The mark of an index that holds nothing.
    pub const NOTHING: Mark = Mark { change: 0, content: Digest([0; 32]) };

    /// As it is kept.
    pub fn payload(self) -> String {
        format!("{FORM} {} {}", self.change, self.content)
    }

    /// As it was kept; `None` for an index of another form.
    fn read(payload: &str) -> Option<Mark> {
        let [form, change, content] = payload.split(' ').collect::<Vec<_>>().try_into().ok()?;
        let mut digest = [0; 32];
        hex::decode_to_slice(content, &mut digest).ok()?;
        (form == FORM.to_string()).then_some(())?;
        Some(Mark { change: change.parse().ok()?, content: Digest(digest) })
    }
}

/// Opens the index of a data folder as it stands; an error where there is none that can be used.
pub fn open(folder: &Path) -> tantivy::Result<(Index, Fields, Mark)> {
    let mut index = Index::open_in_dir(path(folder))?;
    let (schema, fields) = fields();
    let unusable = |why: &str| Err(TantivyError::InvalidArgument(why.to_owned()));
    let Some(payload) = index.load_metas()?.payload else { return unusable("it was begun and not finished") };
    let Some(mark) = Mark::read(&payload).filter(|_| index.schema() == schema) else {
        return unusable("it was made by another version of Dateline");
    };
    index.set_tokenizers(tokenizers());
    Ok((index, fields, mark))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn days_sort_as_numbers() {
        let days = [date(-2, 12, 31), date(-1, 1, 1), date(1999, 12, 31), date(2000, 1, 1), date(2000, 2, 1)];
        assert!(days.map(day_key).is_sorted());
    }

    #[test]
    fn a_mark_is_read_back_and_another_form_is_not() {
        let mark = Mark { change: 7, content: Digest::of(b"seven") };
        assert_eq!(Mark::read(&mark.payload()), Some(mark));
        assert_eq!(Mark::read(&format!("999{}", mark.payload())), None);
        assert_eq!(Mark::read(""), None);
        assert_eq!(Mark::read("1 7 zz"), None);
    }
}

//! Reads the cases: two versions of a report, and what should be told of the change.

use anyhow::{Context, Result, bail};
use dateline_model::{AlterationKind, Article, ArticleId, EditClass, Language, Text};

/// The classes as cases name them.
pub const CLASSES: [(&str, EditClass); 4] = [
    ("cosmetic", EditClass::Cosmetic),
    ("update", EditClass::Update),
    ("correction", EditClass::Correction),
    ("silent edit", EditClass::SilentEdit),
];

/// The kinds of alteration that cases name.
const KINDS: &[(&str, AlterationKind)] = &[
    ("figure", AlterationKind::Figure),
    ("name", AlterationKind::Name),
    ("time", AlterationKind::Time),
    ("quotation", AlterationKind::Quotation),
    ("headline", AlterationKind::Headline),
];

/// Something that should be told of a change.
#[derive(Debug)]
pub enum Shows {
    /// What was altered, with the words before and after; empty where there are none.
    Alteration { kind: AlterationKind, before: String, after: String },
    /// The words in which the outlet says so.
    Notice(String),
}

/// One pair of versions.
pub struct Case {
    pub title: String,
    pub class: EditClass,
    pub shows: Vec<Shows>,
    pub before: Article,
    pub after: Article,
}

/// The cases of a file.
pub fn read(file: &str) -> Result<Vec<Case>> {
    file.split("\n## ").map(|case| read_case(case).with_context(|| case.to_owned())).collect()
}

fn read_case(case: &str) -> Result<Case> {
    let (head, versions) = case.split_once("\n# ").context("no headline")?;
    let (before, after) = versions.split_once("\n---\n# ").context("no second version")?;
    let mut lines = head.lines();
    let title = lines.next().unwrap_or_default().trim_start_matches("## ").to_owned();
    let (mut class, mut shows, mut language) = (None, Vec::new(), "en");
    for line in lines.filter(|line| !line.trim().is_empty()) {
        if let Some(name) = line.strip_prefix("class: ") {
            class = CLASSES.iter().find(|(known, _)| *known == name).map(|(_, class)| *class);
        } else if let Some(words) = line.strip_prefix("notice: ") {
            shows.push(Shows::Notice(words.trim_matches('"').to_owned()));
        } else if let Some(code) = line.strip_prefix("language: ") {
            language = code;
        } else if let Some((kind, words)) = line.strip_prefix("shows ").and_then(|line| line.split_once(": ")) {
            let kind = KINDS.iter().find(|(known, _)| *known == kind).context("no such kind")?.1;
            let (before, after) = words.split_once(" → ").context("no arrow")?;
            let bare = |words: &str| words.trim_matches('"').to_owned();
            shows.push(Shows::Alteration { kind, before: bare(before), after: bare(after) });
        } else {
            bail!("“{line}” is not understood");
        }
    }
    let class = class.context("no class")?;
    Ok(Case { title, class, shows, before: version(before, language)?, after: version(after, language)? })
}

fn version(words: &str, language: &str) -> Result<Article> {
    let (title, rest) = words.split_once('\n').context("no text")?;
    let (modified, text) = match rest.strip_prefix("modified: ") {
        Some(rest) => {
            let (time, text) = rest.split_once('\n').context("no text")?;
            (Some(time.parse().ok().context("no time")?), text)
        }
        None => (None, rest),
    };
    Ok(Article {
        id: ArticleId::new("case"),
        title: Some(title.to_owned()),
        published: Some("2025-03-04T08:00:00Z".parse().ok().context("no time")?),
        modified,
        language: Language::new(language),
        ..Article::of(Text::new(text.trim_end()))
    })
}

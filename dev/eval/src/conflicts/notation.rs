//! Reads the cases: stories of a few reports, and what should be found in them.

use anyhow::{Context, Result, bail};
use dateline_engine::{Studied, study};
use dateline_model::{Article, ArticleId, ConflictKind, Language, Relation, Span, Text};

/// Words of one report.
#[derive(Clone, Copy, Debug)]
pub struct Place {
    /// The report, by its place in the case.
    pub report: usize,
    /// The words.
    pub span: Span,
}

/// A conflict that should be found.
#[derive(Debug)]
pub struct Expected {
    pub kind: ConflictKind,
    pub relation: Relation,
    /// Words of its two sides.
    pub sides: [Place; 2],
}

/// One story.
pub struct Case {
    pub title: String,
    pub reports: Vec<Studied>,
    pub conflicts: Vec<Expected>,
    /// What says the same.
    pub same: Vec<[Place; 2]>,
}

/// The names of the kinds of conflict.
pub const KINDS: &[(&str, ConflictKind)] = &[
    ("status", ConflictKind::Status),
    ("figures", ConflictKind::Figures),
    ("denial", ConflictKind::Denial),
    ("responsibility", ConflictKind::Responsibility),
    ("date", ConflictKind::Date),
    ("place", ConflictKind::Place),
];

/// The cases of a file.
pub fn read(file: &str) -> Result<Vec<Case>> {
    file.split("\n## ").map(|case| read_case(case).with_context(|| case.to_owned())).collect()
}

fn read_case(case: &str) -> Result<Case> {
    let mut lines = case.lines();
    let title = lines.next().unwrap_or_default().trim_start_matches("## ").to_owned();
    let mut heads: Vec<(&str, String)> = Vec::new();
    let mut expectations: Vec<&str> = Vec::new();
    for line in lines.filter(|line| !line.trim().is_empty()) {
        if let Some(head) = line.strip_prefix("# ") {
            heads.push((head, String::new()));
        } else if ["conflict ", "superseded ", "same: ", "no conflict"].iter().any(|start| line.starts_with(start)) {
            expectations.push(line);
        } else {
            let (_, text) = heads.last_mut().context("words before the first report")?;
            text.push_str(line);
            text.push('\n');
        }
    }
    let reports = heads.iter().enumerate().map(|(at, (head, text))| report(at, head, text));
    let mut case = Case { title, reports: reports.collect::<Result<_>>()?, conflicts: Vec::new(), same: Vec::new() };
    for line in &expectations {
        expect(line, &mut case).with_context(|| (*line).to_owned())?;
    }
    if case.conflicts.is_empty() != expectations.contains(&"no conflict") {
        bail!("a case has conflicts or says “no conflict”");
    }
    Ok(case)
}

fn report(at: usize, head: &str, text: &str) -> Result<Studied> {
    let (outlet, published) = head.rsplit_once(", ").context("no time in the head of a report")?;
    let article = Article {
        id: ArticleId::new(&at.to_string()),
        outlet: Some(outlet.to_owned()),
        published: Some(published.parse().ok().context("no time")?),
        language: Language::new("en"),
        ..Article::of(Text::new(text))
    };
    Ok(study(article))
}

fn expect(line: &str, case: &mut Case) -> Result<()> {
    let places = |words: &str| -> Result<[Place; 2]> {
        let mut quoted = words.split('"').skip(1);
        let mut next = || -> Result<Place> {
            let (words, behind) = (quoted.next().context("no words")?, quoted.next().context("no report")?);
            let number = behind.split(['(', ')']).nth(1).context("no number of a report")?;
            let report = number.parse::<usize>()? - 1;
            let text = &case.reports.get(report).context("no such report")?.article.text;
            let start = text.as_str().find(words).context("words that do not stand there")?;
            Ok(Place { report, span: text.span(start..start + words.len()).context("no span")? })
        };
        Ok([next()?, next()?])
    };
    if line == "no conflict" {
        return Ok(());
    }
    if let Some(words) = line.strip_prefix("same: ") {
        let pair = places(words)?;
        case.same.push(pair);
        return Ok(());
    }
    let (relation, rest) = line.split_once(' ').context("no kind")?;
    let (kind, words) = rest.split_once(": ").context("no kind")?;
    let kind = KINDS.iter().find(|(name, _)| *name == kind).context("no such kind")?.1;
    let relation = if relation == "conflict" { Relation::Contradicts } else { Relation::Superseded };
    let sides = places(words)?;
    case.conflicts.push(Expected { kind, relation, sides });
    Ok(())
}

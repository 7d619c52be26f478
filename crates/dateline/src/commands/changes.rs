//! `dateline changes`: what outlets changed in their reports.

use std::io::{Write, stdout};

use anyhow::{Context, Result, bail};
use dateline_engine::compare;
use dateline_model::{
    Alteration, Article, ArticleId, CodePoints, EditClass, Mark, NoticeKind, Piece, Span, Standing, StoryId,
};
use dateline_store::{ArticleSummary, EditLine, EditQuery, Library, Version, Versions};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde_json::{Value, json};

use crate::cli::{ChangeClass, Changes};
use crate::folder::data_folder;
use crate::tell::{Outcome, one_line};

/// Words of an alteration are shown up to this many characters.
const LONGEST: usize = 120;

/// Shows changes, of all reports, of one story or of one report.
pub fn run(changes: &Changes) -> Result<Outcome> {
    let library = Library::open(&data_folder(changes.data.folder.clone())?)?;
    let since = changes.since.map(|day| day.to_zoned(TimeZone::UTC)).transpose()?.map(|start| start.timestamp());
    let class = changes.class.map(|class| match class {
        ChangeClass::Update => EditClass::Update,
        ChangeClass::Correction => EditClass::Correction,
        ChangeClass::SilentEdit => EditClass::SilentEdit,
    });
    let mut query = EditQuery { class, all: changes.all, since, limit: changes.limit, ..EditQuery::default() };
    match changes.of.as_deref() {
        None => query.weighty = true,
        Some(of) => match of.parse::<StoryId>() {
            Ok(story) => {
                let page = library.story(story)?;
                page.with_context(|| format!("there is no story {story}; `dateline stories` lists them"))?;
                query.story = Some(story);
            }
            Err(_) => query.article = Some(report(&library, of)?),
        },
    }
    let lines = library.edits(&query)?;
    let mut out = stdout().lock();
    match &query.article {
        Some(article) => of_report(&library, article, &lines, changes.json, &mut out)?,
        None if changes.json => lines.iter().try_for_each(|line| writeln!(out, "{}", object(line)))?,
        None => lines.iter().try_for_each(|line| tell(line, &mut out))?,
    }
    Ok(Outcome::Clean)
}

/// The report of an identifier or an address.
fn report(library: &Library, of: &str) -> Result<ArticleId> {
    let id = ArticleId::new(of);
    if library.newest(&id)?.is_some() {
        return Ok(id);
    }
    match library.report_at(of)? {
        Some(id) => Ok(id),
        None => bail!("there is no report “{of}”; `dateline story ID --ids` prints identifiers"),
    }
}

/// The changes of one report, with the words that changed.
fn of_report(
    library: &Library,
    article: &ArticleId,
    lines: &[EditLine],
    json: bool,
    out: &mut impl Write,
) -> Result<()> {
    let Some(Versions { versions, withdrawn, .. }) = library.versions(article, u64::MAX)? else { return Ok(()) };
    for line in lines {
        let at = versions.iter().position(|version| version.number == line.version);
        let pair = at.and_then(|at| Some((versions.get(at.checked_sub(1)?)?, versions.get(at)?)));
        let Some((before, after)) = pair else { continue };
        let pieces = compare(&before.article, &after.article).pieces;
        if json {
            let mut object = object(line);
            object["pieces"] = in_points(&pieces, before, after);
            writeln!(out, "{object}")?;
        } else {
            tell(line, out)?;
            for piece in pieces.iter().filter(|piece| !piece.is_same() || piece.standing == Standing::Moved) {
                writeln!(out, "    {}", in_words(piece, &before.article, &after.article))?;
            }
        }
    }
    if let Some(since) = withdrawn.filter(|_| !json) {
        writeln!(out, "{}  withdrawn: nothing stands at its address any more", minute(since))?;
    }
    Ok(())
}

/// One change in a few lines.
fn tell(line: &EditLine, out: &mut impl Write) -> Result<()> {
    let EditLine { report, version, noticed, edit } = line;
    let when = noticed.map_or_else(|| "undated         ".to_owned(), minute);
    writeln!(out, "{when}  {}  {}", edit.class.name(), named(report))?;
    for notice in &edit.notices {
        let words = notice.words.as_ref().map(|words| format!(": {}", short(&words.text)));
        let kind = match notice.kind {
            NoticeKind::Correction => "the outlet says what was wrong",
            NoticeKind::Updated => "the outlet says that it was updated",
            NoticeKind::Modified => "its stated time of change moved",
        };
        writeln!(out, "    {kind}{}", words.unwrap_or_default())?;
    }
    for alteration in &edit.alterations {
        writeln!(out, "    {}", altered(alteration))?;
    }
    if edit.added > 0 {
        let noun = if edit.added == 1 { "passage" } else { "passages" };
        writeln!(out, "    {} {noun} added", edit.added)?;
    }
    writeln!(out, "    version {version} of {}", report.id)?;
    Ok(())
}

fn altered(alteration: &Alteration) -> String {
    let words = |excerpt: &Option<dateline_model::Excerpt>| excerpt.as_ref().map(|excerpt| short(&excerpt.text));
    let told = match (words(&alteration.before), words(&alteration.after)) {
        (Some(before), Some(after)) => format!("{before} → {after}"),
        (Some(words), None) | (None, Some(words)) => words,
        (None, None) => String::new(),
    };
    format!("{} {}: {told}", alteration.kind.name(), alteration.deed())
}

fn named(report: &ArticleSummary) -> String {
    let outlet = report.outlet.as_deref().map(|outlet| format!("{}: ", one_line(outlet))).unwrap_or_default();
    format!("{outlet}{}", one_line(&report.headline))
}

fn short(words: &str) -> String {
    let line = one_line(words);
    match line.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", line[..end].trim_end()),
        None => line,
    }
}

fn minute(at: Timestamp) -> String {
    at.strftime("%Y-%m-%d %H:%M").to_string()
}

/// A sentence as `wdiff` writes it.
fn in_words(piece: &Piece, before: &Article, after: &Article) -> String {
    let runs = piece.runs.iter().map(|run| match run.mark {
        Mark::Same => one_line(after.text.slice(run.after)),
        Mark::Gone => format!("[-{}-]", one_line(before.text.slice(run.before))),
        Mark::New => format!("{{+{}+}}", one_line(after.text.slice(run.after))),
    });
    let words = runs.collect::<Vec<_>>().join(" ");
    if piece.standing == Standing::Moved { format!("(moved) {words}") } else { words }
}

fn object(line: &EditLine) -> Value {
    let EditLine { report, version, noticed, edit } = line;
    json!({
        "id": report.id.as_str(), "url": report.url, "outlet": report.outlet, "title": report.headline,
        "story": report.story, "version": version, "noticed": noticed, "class": edit.class, "weight": edit.weight,
        "notices": edit.notices, "alterations": edit.alterations, "added": edit.added, "removed": edit.removed,
    })
}

/// Pieces with their places in code points, as everything that is written out.
fn in_points(pieces: &[Piece], before: &Version, after: &Version) -> Value {
    let (old, new) = (before.article.text.code_points(), after.article.text.code_points());
    let place = |points: &CodePoints<'_>, span: Span| {
        let (start, end) = points.of(span);
        json!([start, end])
    };
    let piece = |piece: &Piece| {
        let runs = piece
            .runs
            .iter()
            .map(|run| json!({"mark": run.mark, "before": place(&old, run.before), "after": place(&new, run.after)}));
        json!({
            "standing": piece.standing, "before": place(&old, piece.before), "after": place(&new, piece.after),
            "runs": runs.collect::<Vec<_>>(),
        })
    };
    pieces.iter().map(piece).collect()
}

//! A reading as a person can read it, for snapshots.

use std::fmt::Write;

use dateline_ingest::Reading;
use dateline_model::Article;

/// Articles with what is known of them, subscriptions, problems.
pub fn reading(reading: &Reading) -> String {
    let mut out = String::new();
    for article in &reading.articles {
        write_article(&mut out, article);
    }
    for subscription in &reading.subscriptions {
        let folders = subscription.folders.join(" / ");
        let title = subscription.title.as_deref().unwrap_or("-");
        let _ = writeln!(out, "{folders}: {title} <{}>", subscription.url);
    }
    for problem in &reading.problems {
        let _ = writeln!(out, "! {problem}");
    }
    out
}

fn write_article(out: &mut String, article: &Article) {
    let _ = writeln!(out, "== {}", article.title.as_deref().unwrap_or("(no headline)"));
    let moment = |moment: Option<dateline_model::Moment>| moment.map(|moment| moment.to_string());
    let dateline = article.dateline.as_ref().map(|dateline| {
        let date = dateline.date.map(|date| date.to_string()).unwrap_or_default();
        format!(
            "{} [{}] {date} {}",
            article.text.slice(dateline.span),
            dateline.place,
            dateline.agency.as_deref().unwrap_or("")
        )
    });
    let fields = [
        ("id", Some(article.id.to_string())),
        ("url", article.url.clone()),
        ("outlet", article.outlet.clone()),
        ("bylines", Some(article.bylines.join(", "))),
        ("agency", article.agency.clone()),
        ("dateline", dateline),
        ("published", moment(article.published)),
        ("modified", moment(article.modified)),
        ("language", article.language.as_ref().map(ToString::to_string)),
        ("section", article.section.clone()),
        ("tags", Some(article.tags.join(", "))),
        ("series", article.series.as_ref().map(|series| format!("{} ({})", series.title, series.key))),
    ];
    for (name, value) in fields {
        if let Some(value) = value.filter(|value| !value.is_empty()) {
            let _ = writeln!(out, "{name}: {}", value.trim());
        }
    }
    for line in article.text.lines() {
        let kind = article.block(line).map(|kind| format!("{kind:?}| ")).unwrap_or_default();
        let _ = writeln!(out, "  {kind}{}", article.text.slice(line));
    }
}

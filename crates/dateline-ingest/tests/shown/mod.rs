//! A reading as a person can read it, for snapshots.

use std::fmt::Write;

use dateline_ingest::{Channel, Listed, Reading};
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
        let of = [subscription.page.clone().unwrap_or_default(), subscription.categories.join(", ")];
        let language = subscription.language.as_ref().map(ToString::to_string);
        let of = of.into_iter().chain(language).filter(|value| !value.is_empty()).collect::<Vec<_>>();
        if !of.is_empty() {
            let _ = writeln!(out, "  {}", of.join(" | "));
        }
    }
    for listed in &reading.listed {
        write_listed(&mut out, listed);
    }
    if let Some(channel) = &reading.channel {
        write_channel(&mut out, channel);
    }
    for problem in &reading.problems {
        let _ = writeln!(out, "! {problem}");
    }
    out
}

fn write_listed(out: &mut String, listed: &Listed) {
    let _ = writeln!(out, "-> {:?} {}", listed.kind, listed.url);
    let moments = [listed.published, listed.modified].map(|moment| moment.map(|moment| moment.to_string()));
    let words = [listed.title.clone(), listed.outlet.clone(), listed.language.as_ref().map(ToString::to_string)];
    let [published, modified] = moments;
    let values = words.into_iter().flatten().chain(published.map(|moment| format!("published {moment}")));
    let values = values.chain(modified.map(|moment| format!("modified {moment}"))).chain(listed.tags.iter().cloned());
    let values = values.collect::<Vec<_>>().join(" | ");
    if !values.is_empty() {
        let _ = writeln!(out, "  {values}");
    }
}

fn write_channel(out: &mut String, channel: &Channel) {
    let moment = |moment: Option<dateline_model::Moment>| moment.map(|moment| moment.to_string());
    let fields = [
        ("title", channel.title.clone()),
        ("description", channel.description.clone()),
        ("id", channel.id.clone()),
        ("link", channel.link.clone()),
        ("itself", channel.itself.clone()),
        ("hubs", Some(channel.hubs.join(", "))),
        ("language", channel.language.as_ref().map(ToString::to_string)),
        ("authors", Some(channel.authors.join(", "))),
        ("publisher", channel.publisher.clone()),
        ("tags", Some(channel.tags.join(", "))),
        ("published", moment(channel.published)),
        ("updated", moment(channel.updated)),
    ];
    let _ = writeln!(out, "-- the feed");
    for (name, value) in fields {
        if let Some(value) = value.filter(|value| !value.is_empty()) {
            let _ = writeln!(out, "{name}: {value}");
        }
    }
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
    let provenance = article.provenance.iter().map(|(field, place)| format!("{} {place}", field.name()));
    let provenance: Vec<String> = provenance.collect();
    let fields = [
        ("id", Some(article.id.to_string())),
        ("url", article.url.clone()),
        ("outlet", article.outlet.clone()),
        ("subtitle", article.subtitle.clone()),
        ("bylines", Some(article.bylines.join(", "))),
        ("agency", article.agency.clone()),
        ("dateline", dateline),
        ("published", moment(article.published)),
        ("modified", moment(article.modified)),
        ("language", article.language.as_ref().map(ToString::to_string)),
        ("section", article.section.clone()),
        ("tags", Some(article.tags.join(", "))),
        ("image", article.image.clone()),
        ("for subscribers", article.paywall.then(|| "yes".to_owned())),
        ("opening only", article.teaser.then(|| "yes".to_owned())),
        ("found in", Some(provenance.join(", "))),
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

//! JSON-LD in a page: what schema.org's `NewsArticle` and its kin state about the report.

use serde_json::{Map, Value};

/// What linked data states of the report, strings as written.
#[derive(Debug, Default)]
pub(super) struct LinkedData {
    pub(super) headline: Option<String>,
    pub(super) authors: Vec<String>,
    pub(super) publisher: Option<String>,
    pub(super) published: Option<String>,
    pub(super) modified: Option<String>,
    pub(super) section: Option<String>,
    pub(super) keywords: Vec<String>,
    pub(super) language: Option<String>,
    pub(super) url: Option<String>,
    pub(super) description: Option<String>,
    pub(super) image: Option<String>,
    /// Whether the whole report may be read without paying.
    pub(super) free: Option<bool>,
    pub(super) body: Option<String>,
    /// The entries of a live blog.
    pub(super) updates: Vec<Update>,
}

/// One entry of a live blog, strings as written.
#[derive(Debug)]
pub(super) struct Update {
    pub(super) headline: Option<String>,
    pub(super) authors: Vec<String>,
    pub(super) published: Option<String>,
    pub(super) modified: Option<String>,
    pub(super) body: Option<String>,
}

/// Most objects of a page that are looked at.
const MOST_OBJECTS: usize = 2000;
/// Most entries of a live blog that are read.
const MOST_UPDATES: usize = 5000;

/// Reads all JSON-LD scripts of a page and takes the first report among them.
pub(super) fn read<'s>(scripts: impl IntoIterator<Item = &'s str>) -> LinkedData {
    let values: Vec<Value> = scripts.into_iter().filter_map(parse).collect();
    let mut objects = Vec::new();
    for value in &values {
        collect(value, &mut objects);
    }
    let is = |kinds: fn(&str) -> bool| move |object: &&&Map<String, Value>| types(object).any(kinds);
    let report = objects.iter().find(is(is_report)).or_else(|| objects.iter().find(is(|kind| kind == "WebPage")));
    let mut data = report.map(|report| describe(report, &objects)).unwrap_or_default();
    if data.publisher.is_none() {
        let outlet = objects.iter().find(is(|kind| matches!(kind, "NewsMediaOrganization" | "WebSite")));
        data.publisher = outlet.and_then(|outlet| string(outlet.get("name")?));
    }
    data
}

/// Scripts often hold raw line ends inside strings, or stand in a comment or CDATA section.
fn parse(script: &str) -> Option<Value> {
    let script =
        script.trim().trim_start_matches("<!--").trim_start_matches("//<![CDATA[").trim_start_matches("<![CDATA[");
    let script =
        script.trim_end_matches("-->").trim_end_matches("]]>").trim_end_matches("//").trim_end_matches(';').trim();
    let mended = || script.replace(|character: char| character.is_control(), " ");
    serde_json::from_str(script).or_else(|_| serde_json::from_str(&mended())).ok()
}

/// All objects in reading order; JSON nests at most 128 deep here, since the parser stops there.
fn collect<'v>(value: &'v Value, objects: &mut Vec<&'v Map<String, Value>>) {
    if objects.len() >= MOST_OBJECTS {
        return;
    }
    match value {
        Value::Array(values) => values.iter().for_each(|value| collect(value, objects)),
        Value::Object(fields) => {
            objects.push(fields);
            fields
                .values()
                .filter(|value| value.is_object() || value.is_array())
                .for_each(|value| collect(value, objects));
        }
        _ => {}
    }
}

fn types(object: &Map<String, Value>) -> impl Iterator<Item = &str> {
    let (one, many) = match object.get("@type") {
        Some(Value::String(kind)) => (Some(kind.as_str()), None),
        Some(Value::Array(kinds)) => (None, Some(kinds)),
        _ => (None, None),
    };
    let many = many.into_iter().flatten().filter_map(Value::as_str);
    one.into_iter().chain(many).map(|kind| kind.rsplit(['/', ':']).next().unwrap_or(kind))
}

fn is_report(kind: &str) -> bool {
    kind.ends_with("Article") || kind.ends_with("BlogPosting") || kind == "Report"
}

fn describe(report: &Map<String, Value>, objects: &[&Map<String, Value>]) -> LinkedData {
    let field = |name: &str| report.get(name).and_then(string);
    let named = |name: &str| report.get(name).map(|value| names(value, objects)).unwrap_or_default();
    let keywords = match report.get("keywords") {
        Some(Value::String(words)) => words.split([',', ';']).map(|word| word.trim().to_owned()).collect(),
        Some(value) => names(value, objects),
        None => Vec::new(),
    };
    LinkedData {
        headline: field("headline").or_else(|| field("name")),
        authors: [named("author"), named("creator")].into_iter().find(|names| !names.is_empty()).unwrap_or_default(),
        publisher: named("publisher").into_iter().next(),
        published: field("datePublished").or_else(|| field("dateCreated")),
        modified: field("dateModified"),
        section: field("articleSection"),
        keywords,
        language: field("inLanguage"),
        url: field("url").or_else(|| report.get("mainEntityOfPage").and_then(string)),
        description: field("description"),
        image: report.get("image").or_else(|| report.get("thumbnailUrl")).and_then(address),
        free: report.get("isAccessibleForFree").and_then(truth),
        body: field("articleBody"),
        updates: updates(report, objects),
    }
}

/// The entries of a `LiveBlogPosting`.
fn updates(report: &Map<String, Value>, objects: &[&Map<String, Value>]) -> Vec<Update> {
    let entries = match report.get("liveBlogUpdate") {
        Some(Value::Array(entries)) => entries.as_slice(),
        Some(entry) => std::slice::from_ref(entry),
        None => &[],
    };
    let update = |entry: &Map<String, Value>| Update {
        headline: entry.get("headline").or_else(|| entry.get("name")).and_then(string),
        authors: entry.get("author").map(|value| names(value, objects)).unwrap_or_default(),
        published: entry.get("datePublished").and_then(string),
        modified: entry.get("dateModified").and_then(string),
        body: entry.get("articleBody").or_else(|| entry.get("text")).and_then(string),
    };
    entries.iter().take(MOST_UPDATES).filter_map(Value::as_object).map(update).collect()
}

/// A string, the first of a list, or the name or address of an object.
fn string(value: &Value) -> Option<String> {
    let found = match value {
        Value::String(words) => words.clone(),
        Value::Array(values) => return values.iter().find_map(string),
        Value::Object(fields) => ["name", "@id", "url"].iter().find_map(|name| fields.get(*name)?.as_str())?.to_owned(),
        _ => return None,
    };
    (!found.trim().is_empty()).then_some(found)
}

/// The address of an image, given as such, in a list, or as an object.
fn address(value: &Value) -> Option<String> {
    match value {
        Value::Object(fields) => fields.get("url").or_else(|| fields.get("contentUrl")).and_then(string),
        Value::Array(values) => values.iter().find_map(address),
        other => string(other),
    }
}

/// A truth value, which many write as a word.
fn truth(value: &Value) -> Option<bool> {
    value.as_bool().or_else(|| value.as_str()?.to_ascii_lowercase().parse().ok())
}

/// Names of people or organisations; an object with only `@id` is looked up among the others.
fn names(value: &Value, objects: &[&Map<String, Value>]) -> Vec<String> {
    match value {
        Value::String(name) => vec![name.clone()],
        Value::Array(values) => values.iter().take(20).flat_map(|value| names(value, objects)).collect(),
        Value::Object(fields) => {
            let direct = fields.get("name").and_then(string);
            let found = direct.or_else(|| {
                let id = fields.get("@id")?;
                objects
                    .iter()
                    .find(|object| object.get("@id") == Some(id) && object.contains_key("name"))?
                    .get("name")
                    .and_then(string)
            });
            found.into_iter().collect()
        }
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_is_found_in_a_graph() {
        let script = r##"{"@graph":[{"@type":"Organization","@id":"#post","name":"Harbour Post"},
            {"@type":["NewsArticle"],"headline":"Fares
            rise","author":[{"@type":"Person","name":"Ann Lee"},"Bo Ek"],"publisher":{"@id":"#post"},
            "datePublished":"2025-06-20","keywords":"ferries, fares","articleSection":["Transport","City"]}]}"##;
        let data = read([script]);
        assert_eq!(data.authors, ["Ann Lee", "Bo Ek"]);
        assert_eq!(data.publisher.as_deref(), Some("Harbour Post"));
        assert_eq!(data.keywords, ["ferries", "fares"]);
        assert_eq!(data.section.as_deref(), Some("Transport"));
        assert!(data.headline.unwrap().starts_with("Fares"));
    }

    #[test]
    fn nonsense_states_nothing() {
        let deep = "[".repeat(100_000);
        let data = read(["{", "[]", "3", deep.as_str(), r#"{"@type":3,"author":{"@id":5}}"#]);
        assert!(data.headline.is_none() && data.authors.is_empty());
    }
}

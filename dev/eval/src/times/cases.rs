//! The cases of one file of Recognizers-Text.

use std::path::Path;

use anyhow::Result;
use dateline_model::Moment;
use serde_json::Value;

use super::Sort;
use crate::data::json;

/// A sentence and what should be found in it.
pub struct Case {
    pub input: String,
    pub reference: Option<Moment>,
    pub expected: Vec<Expected>,
}

/// An expression, by the characters it begins and ends with, and what it may resolve to; nothing where the file
/// states no values.
pub struct Expected {
    pub start: usize,
    pub end: usize,
    pub values: Vec<Resolution>,
}

/// One value that an expression may have.
pub struct Resolution {
    /// As the data writes it: `XXXX-10-02`, `(2016-11-04,2016-11-22,P18D)`.
    pub timex: String,
    /// The day, or the first day and the one behind the last.
    pub days: Vec<String>,
}

/// How the data writes that there is no such day.
const NO_DAY: &str = "0001-01-01";

impl Expected {
    /// True where the data says that there is no such day.
    pub fn no_such_day(&self) -> bool {
        !self.values.is_empty()
            && self.values.iter().all(|value| value.days.iter().all(|day| day == NO_DAY))
            && self.values.iter().any(|value| !value.days.is_empty())
    }
}

/// The cases that are about kinds of expression in `about`, and how many were left out.
pub fn read(path: &Path, about: &[Sort]) -> Result<(Vec<Case>, usize)> {
    let text = std::fs::read_to_string(path)?;
    let all: Vec<Value> = match serde_json::from_str(text.trim_start_matches('\u{feff}')) {
        Ok(all) => all,
        Err(_) => json(path)?,
    };
    let cases: Vec<Case> = all.iter().filter_map(|case| read_case(case, about)).collect();
    let skipped = all.len() - cases.len();
    Ok((cases, skipped))
}

/// `None` for a case that no platform supports, or that expects another kind.
fn read_case(case: &Value, about: &[Sort]) -> Option<Case> {
    let unsupported = case["NotSupported"].as_str().unwrap_or_default();
    if ["dotnet", "java", "javascript", "python"].iter().all(|name| unsupported.split(',').any(|it| it.trim() == *name))
    {
        return None;
    }
    let results = case["Results"].as_array()?;
    let sorts = results.iter().map(|result| {
        let name = result["TypeName"].as_str().or(result["Type"].as_str()).unwrap_or_default();
        sort(name.rsplit('.').next().unwrap_or(name))
    });
    if !sorts.into_iter().all(|sort| sort.is_some_and(|sort| about.contains(&sort))) {
        return None;
    }
    let input = case["Input"].as_str()?.to_owned();
    let reference = case["Context"]["ReferenceDateTime"].as_str().and_then(|time| time.parse().ok());
    let expected = results.iter().map(|result| expected(result, &input)).collect::<Option<Vec<_>>>()?;
    Some(Case { input, reference, expected })
}

fn sort(name: &str) -> Option<Sort> {
    Some(match name {
        "date" => Sort::Day,
        "daterange" => Sort::Period,
        "time" | "datetime" => Sort::Time,
        "duration" => Sort::Duration,
        "set" => Sort::Repeated,
        _ => return None,
    })
}

fn expected(result: &Value, input: &str) -> Option<Expected> {
    let start = usize::try_from(result["Start"].as_u64()?).ok()?;
    let length = result["Text"].as_str()?.chars().count();
    let end = (start + length).min(input.chars().count());
    let values = match result["Resolution"]["values"].as_array() {
        Some(values) => values.iter().filter_map(model_value).collect(),
        None => parser_values(&result["Value"]),
    };
    Some(Expected { start, end, values })
}

/// `{"timex", "value"}` or `{"timex", "start", "end"}`.
fn model_value(value: &Value) -> Option<Resolution> {
    let timex = value["timex"].as_str()?.to_owned();
    let days = ["value", "start", "end"].iter().filter_map(|name| value[*name].as_str()).map(str::to_owned);
    Some(Resolution { timex, days: days.collect() })
}

/// `{"Timex", "FutureResolution": {…}, "PastResolution": {…}}`.
fn parser_values(value: &Value) -> Vec<Resolution> {
    let Some(timex) = value["Timex"].as_str() else { return Vec::new() };
    let days = |resolution: &Value| {
        let names = ["date", "time", "dateTime", "startDate", "endDate"];
        let days = names.iter().filter_map(|name| resolution[*name].as_str()).map(|day| day.replace(' ', "T"));
        days.collect::<Vec<String>>()
    };
    ["FutureResolution", "PastResolution"]
        .iter()
        .map(|name| Resolution { timex: timex.to_owned(), days: days(&value[*name]) })
        .collect()
}

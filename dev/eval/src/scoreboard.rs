//! The scoreboard: a table of scores, and the floors that refuse to sink.

use std::collections::BTreeMap;
use std::fmt::Write;

use anyhow::{Context, Result};

use crate::data::root;

/// The scores of one set of an evaluation.
pub struct Scores {
    /// The set.
    pub set: String,
    /// Each measure with its value, 0 to 1.
    pub values: Vec<(&'static str, f64)>,
}

impl Scores {
    /// Scores of `set`.
    pub fn new(set: &str, values: impl IntoIterator<Item = (&'static str, f64)>) -> Scores {
        Scores { set: set.to_owned(), values: values.into_iter().collect() }
    }
}

/// One line of the scoreboard.
pub struct Row {
    /// `evaluation/set`.
    pub name: String,
    /// Each measure, its value, and its floor where it has one.
    pub values: Vec<(&'static str, f64, Option<f64>)>,
    /// The measures below their floor, in words.
    pub sunk: Vec<String>,
}

/// The floors: evaluation, set, measure.
pub struct Floors(BTreeMap<String, BTreeMap<String, BTreeMap<String, f64>>>);

impl Floors {
    /// Reads `evals/floors.toml`.
    pub fn read() -> Result<Floors> {
        let path = root().join("evals/floors.toml");
        let text = std::fs::read_to_string(&path).with_context(|| path.display().to_string())?;
        Ok(Floors(toml::from_str(&text).with_context(|| path.display().to_string())?))
    }

    /// Holds scores against their floors.
    pub fn judge(&self, evaluation: &str, scores: Scores) -> Row {
        let floors = self.0.get(evaluation).and_then(|sets| sets.get(&scores.set));
        let floor = |measure: &str| floors.and_then(|floors| floors.get(measure)).copied();
        let values: Vec<_> = scores.values.iter().map(|&(measure, value)| (measure, value, floor(measure))).collect();
        // A score is compared as it is shown.
        let below = |value: f64, floor: f64| (value * 1000.0).round() < (floor * 1000.0).round();
        let sunk = values.iter().filter_map(|&(measure, value, floor)| {
            let floor = floor.filter(|&floor| below(value, floor))?;
            Some(format!("{measure} {value:.3} (floor {floor:.3})"))
        });
        Row { name: format!("{evaluation}/{}", scores.set), sunk: sunk.collect(), values }
    }
}

/// The scoreboard as a Markdown table.
pub fn table(rows: &[Row]) -> String {
    let mut table = String::from("| evaluation | scores (floor) |\n| --- | --- |\n");
    for row in rows {
        let values = row.values.iter().map(|(measure, value, floor)| match floor {
            Some(floor) => format!("{measure} {value:.3} ({floor:.3})"),
            None => format!("{measure} {value:.3}"),
        });
        let _ = writeln!(table, "| {} | {} |", row.name, values.collect::<Vec<_>>().join(", "));
    }
    table
}

/// Writes `evals/SCOREBOARD.md`.
pub fn write(rows: &[Row]) -> Result<()> {
    let text =
        format!("# Scoreboard\n\nWritten by `cargo eval --write`. Floors are in `floors.toml`.\n\n{}", table(rows));
    std::fs::write(root().join("evals/SCOREBOARD.md"), text)?;
    Ok(())
}

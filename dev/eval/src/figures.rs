//! Numbers, percentages, amounts of money and measures, held against cases that others wrote.

use std::path::Path;

use anyhow::Result;
use dateline_engine::{Quantity, quantities};
use dateline_model::{Language, Text};
use serde::Deserialize;
use serde_json::Value;

use crate::data;
use crate::scoreboard::Scores;

/// A text and what is to be found in it.
#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Case {
    input: String,
    results: Vec<Expected>,
    not_supported: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Expected {
    start: usize,
    /// The last code point.
    end: usize,
    resolution: Option<Value>,
}

/// What a file asks for: which quantities count, and whether their units belong to them.
struct Set {
    file: &'static str,
    name: &'static str,
    kind: Kind,
    /// One of the four that have floors.
    judged: bool,
}

#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Number,
    Percent,
    Currency,
    Dimension,
    Temperature,
}

const SETS: &[Set] = &[
    Set { file: "Number/NumberModel.json", name: "numbers", kind: Kind::Number, judged: true },
    Set { file: "Number/PercentModel.json", name: "percentages", kind: Kind::Percent, judged: true },
    Set { file: "NumberWithUnit/CurrencyModel.json", name: "money", kind: Kind::Currency, judged: true },
    Set { file: "NumberWithUnit/DimensionModel.json", name: "measures", kind: Kind::Dimension, judged: true },
    Set { file: "NumberWithUnit/TemperatureModel.json", name: "temperatures", kind: Kind::Temperature, judged: false },
    Set {
        file: "Number/NumberModelExperimentalMode.json",
        name: "numbers, other mode",
        kind: Kind::Number,
        judged: false,
    },
    Set {
        file: "Number/PercentModelPercentMode.json",
        name: "percentages, other mode",
        kind: Kind::Percent,
        judged: false,
    },
];

/// One text, one span, one value and one unit.
#[derive(Debug, PartialEq)]
struct Found {
    start: usize,
    end: usize,
    value: Option<f64>,
    unit: String,
}

pub fn run() -> Result<Option<Vec<Scores>>> {
    let Some(folder) = data::folder("figures/recognizers-english") else { return Ok(None) };
    let show = std::env::var_os("DATELINE_SHOW").is_some();
    let (mut scores, mut all, mut met) = (Vec::new(), 0, 0);
    for set in SETS {
        let tally = measure(&folder, set, show)?;
        println!(
            "  {}: {} of {} cases; marked as not supported: {} of {}",
            set.name, tally.met, tally.cases, tally.marked_met, tally.marked
        );
        let share = |met: usize, of: usize| if of == 0 { 1.0 } else { met as f64 / of as f64 };
        let mut values = Vec::new();
        if tally.cases > 0 {
            values.push(("met", share(tally.met, tally.cases)));
        }
        if tally.marked > 0 {
            values.push(("met_of_marked", share(tally.marked_met, tally.marked)));
        }
        scores.push(Scores::new(set.name, values));
        if set.judged {
            all += tally.cases;
            met += tally.met;
        }
    }
    println!("  the first four together: {met} of {all}");
    scores.insert(0, Scores::new("all", [("met", met as f64 / all as f64)]));
    Ok(Some(scores))
}

#[derive(Default)]
struct Tally {
    cases: usize,
    met: usize,
    marked: usize,
    marked_met: usize,
}

fn measure(folder: &Path, set: &Set, show: bool) -> Result<Tally> {
    let cases: Vec<Case> = data::json(&folder.join(set.file))?;
    let mut tally = Tally::default();
    for case in &cases {
        let expected: Vec<Found> = case.results.iter().map(expected).collect();
        let found = found(&case.input, set.kind);
        let met =
            found.len() == expected.len() && found.iter().zip(&expected).all(|(found, expected)| same(found, expected));
        if case.not_supported.is_some() {
            tally.marked += 1;
            tally.marked_met += usize::from(met);
        } else {
            tally.cases += 1;
            tally.met += usize::from(met);
            if show && !met {
                println!("    {:?}\n      expected {expected:?}\n      found {found:?}", case.input);
            }
        }
    }
    Ok(tally)
}

fn same(found: &Found, expected: &Found) -> bool {
    let value = match (found.value, expected.value) {
        (Some(found), Some(expected)) => (found - expected).abs() <= 1e-12 + expected.abs() * 1e-12,
        (found, expected) => found == expected,
    };
    let unit = found.unit == expected.unit || expected.unit == "Pound" && matches!(&*found.unit, "GBP" | "lb");
    let unit = unit || UNITS.iter().any(|(name, unit)| *name == expected.unit && *unit == found.unit);
    value && unit && found.start == expected.start && found.end == expected.end
}

fn expected(result: &Expected) -> Found {
    let resolution = result.resolution.clone().unwrap_or_default();
    let written = resolution["value"].as_str().unwrap_or_default();
    let percent = written.ends_with('%');
    let unit = if percent { "percent" } else { resolution["unit"].as_str().unwrap_or_default() };
    Found {
        start: result.start,
        end: result.end + 1,
        value: written.trim_end_matches('%').parse().ok(),
        unit: unit.to_owned(),
    }
}

/// What the raw layer finds in `input`, as far as a file of `kind` asks for it.
fn found(input: &str, kind: Kind) -> Vec<Found> {
    let text = Text::new(input);
    let points = text.code_points();
    let found = quantities(&text, Language::new("en").as_ref());
    let asked = found.into_iter().filter(|quantity| asked_for(&text, quantity, kind));
    asked
        .map(|quantity| {
            let alone = kind == Kind::Number;
            let (start, end) = points.of(if alone { quantity.number } else { quantity.span });
            let unit = if alone { "" } else { quantity.unit.unwrap_or_default() };
            Found { start, end, value: Some(quantity.value), unit: unit.to_owned() }
        })
        .collect()
}

/// Files of numbers ask for every number that no letter is joined to; the others for their kind of unit.
fn asked_for(text: &Text, quantity: &Quantity, kind: Kind) -> bool {
    let money = |unit: &str| {
        unit.len() == 3 && unit.bytes().all(|byte| byte.is_ascii_uppercase())
            || ["cent", "penny", "pence", "sen", "franc", "peso", "krone", "lira", "bitcoin"].contains(&unit)
    };
    let degrees = |unit: &str| matches!(unit, "°" | "°C" | "°F" | "K");
    match (kind, quantity.unit) {
        (Kind::Number, _) => {
            let next = text.as_str()[quantity.number.end()..].chars().next();
            !next.is_some_and(char::is_alphabetic)
        }
        (_, None) => false,
        (Kind::Percent, Some(unit)) => unit == "percent",
        (Kind::Currency, Some(unit)) => {
            money(unit) || unit == "lb" && !text.as_str()[quantity.span.range()].contains("lb")
        }
        (Kind::Dimension, Some(unit)) => {
            let pound = text.as_str()[quantity.span.range()].contains("pound");
            unit != "percent" && (!money(unit) || unit == "GBP" && pound) && !degrees(unit) && !unit.ends_with("point")
        }
        (Kind::Temperature, Some(unit)) => degrees(unit),
    }
}

/// The names of units in the files and ours.
#[rustfmt::skip]
const UNITS: &[(&str, &str)] = &[
    ("Dollar", "USD"), ("United States dollar", "USD"), ("Canadian dollar", "CAD"), ("Hong Kong dollar", "HKD"),
    ("Australian dollar", "AUD"), ("New Zealand dollar", "NZD"), ("Mexican peso", "MXN"), ("Euro", "EUR"),
    ("British pound", "GBP"), ("Japanese yen", "JPY"), ("Chinese yuan", "CNY"), ("Swiss franc", "CHF"),
    ("Franc", "franc"), ("Finnish markka", "FIM"), ("Peseta", "ESP"), ("Netherlands guilder", "NLG"),
    ("Turkish lira", "TRY"), ("Rupee", "INR"), ("Cent", "cent"), ("Pence", "pence"), ("Penny", "penny"),
    ("Sen", "sen"), ("Bitcoin", "bitcoin"), ("Costa Rican colón", "CRC"), ("Georgian lari", "GEL"),
    ("Lao kip", "LAK"), ("Sri Lankan rupee", "LKR"),
    ("Inch", "in"), ("Mile", "mi"), ("Foot", "ft"), ("Yard", "yd"), ("Meter", "m"), ("Kilometer", "km"),
    ("Decimeter", "dm"), ("Centimeter", "cm"), ("Millimeter", "mm"), ("Picometer", "pm"), ("Acre", "ac"),
    ("Square meter", "m²"), ("Square kilometer", "km²"), ("Cubic foot", "ft³"), ("Milliliter", "mL"),
    ("Liter", "L"), ("Barrel", "bbl"), ("Gallon", "gal"), ("Ounce", "oz"), ("Pound", "lb"), ("Ton", "t"),
    ("Metric ton", "t"), ("Kilogram", "kg"), ("Microgram", "µg"), ("Mile per hour", "mph"),
    ("Kilometer per hour", "km/h"), ("Bit", "bit"), ("Megabit", "Mbit"), ("Megabyte", "MB"), ("Cup", "cup"),
    ("Tablespoon", "tbsp"), ("Teaspoon", "tsp"), ("C", "°C"), ("F", "°F"), ("Degree", "°"), ("K", "K"),
];

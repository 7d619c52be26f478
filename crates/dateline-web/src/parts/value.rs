//! What figures and expressions of time come to, in words.

use dateline_model::{Bound, Figure, Text};
use jiff::civil::Date;

use crate::{times, words};

/// `at least 3,500,000 EUR: defence spending`. What it measures is left out where `of` is false.
#[must_use]
pub fn figure(text: &Text, figure: &Figure, of: bool) -> String {
    let bound = match figure.bound {
        Bound::Exact => "",
        Bound::About => "about ",
        Bound::AtLeast => "at least ",
        Bound::AtMost => "at most ",
    };
    let to = figure.to.map(|to| format!(" to {}", number(to))).unwrap_or_default();
    let unit = match figure.unit {
        "count" => String::new(),
        "percent" => "\u{202f}%".to_owned(),
        unit => format!(" {unit}"),
    };
    let slice = |span| words::beginning(text.slice(span).trim(), 80);
    let of = figure.of.filter(|_| of).map(|span| format!(": {}", slice(span))).unwrap_or_default();
    let from = figure.from.map(|span| format!(", before: {}", slice(span))).unwrap_or_default();
    format!("{bound}{}{to}{unit}{of}{from}", number(figure.value))
}

fn number(value: f64) -> String {
    let whole = value.abs() < 1e15 && value.fract() == 0.0;
    match whole {
        true if value < 0.0 => format!("−{}", words::number(value.abs() as u64)),
        true => words::number(value as u64),
        false if value.abs() >= 1e15 => format!("{value:e}"),
        false => format!("{:.4}", value).trim_end_matches('0').trim_end_matches('.').to_owned(),
    }
}

const UNITS: &[(char, &str)] = &[('Y', "year"), ('M', "month"), ('W', "week"), ('D', "day")];
const CLOCK_UNITS: &[(char, &str)] = &[('H', "hour"), ('M', "minute"), ('S', "second")];
const PARTS: &[(&str, &str)] =
    &[("MO", "morning"), ("AF", "afternoon"), ("EV", "evening"), ("NI", "night"), ("DT", "daytime"), ("MI", "midday")];
const QUARTERS: [&str; 4] = ["first", "second", "third", "fourth"];

/// A TIMEX3 value in words; as it is where it has a form that is not known here.
#[must_use]
pub fn time(value: &str) -> String {
    length(value).or_else(|| point(value)).unwrap_or_else(|| value.to_owned())
}

fn length(value: &str) -> Option<String> {
    let rest = value.strip_prefix('P')?;
    let (rest, units) = rest.strip_prefix('T').map_or((rest, UNITS), |rest| (rest, CLOCK_UNITS));
    let (_, name) = units.iter().find(|(letter, _)| rest.ends_with(*letter))?;
    let many = &rest[..rest.len() - 1];
    match many.parse::<f64>() {
        Ok(1.0) => Some(format!("1 {name}")),
        Ok(many) if many.is_finite() => Some(format!("{} {name}s", number(many))),
        _ if many == "X" => Some(format!("some {name}s")),
        _ => None,
    }
}

fn point(value: &str) -> Option<String> {
    let (day, clock) = value.split_once('T').unwrap_or((value, ""));
    let day = match day.split('-').collect::<Vec<_>>()[..] {
        [_, _, _] => times::date(day.parse::<Date>().ok()?),
        [year, quarter] if quarter.starts_with('Q') => {
            let which = quarter[1..].parse::<usize>().ok()?.checked_sub(1)?;
            format!("{} quarter of {year}", QUARTERS.get(which)?)
        }
        [year, week] if week.starts_with('W') => format!("week {} of {year}", week[1..].trim_start_matches('0')),
        [year, month] => {
            let first: Date = format!("{year}-{month}-01").parse().ok()?;
            times::date(first).split_once(' ').map(|(_, month)| month.to_owned())?
        }
        [year] if year.len() == 4 && year.bytes().all(|digit| digit.is_ascii_digit()) => year.to_owned(),
        _ => return None,
    };
    let part = PARTS.iter().find(|(name, _)| *name == clock).map(|(_, part)| *part);
    Some(match (clock, part) {
        ("", _) => day,
        (_, Some(part)) => format!("{day}, {part}"),
        (clock, None) => format!("{day}, {clock}"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_told_in_words() {
        for (value, told) in [
            ("2025-07-01", "1 July 2025"),
            ("2025-07", "July 2025"),
            ("2025", "2025"),
            ("2025-Q3", "third quarter of 2025"),
            ("2025-W09", "week 9 of 2025"),
            ("2025-06-21T13:05", "21 June 2025, 13:05"),
            ("2025-06-21TMO", "21 June 2025, morning"),
            ("P3Y", "3 years"),
            ("PT1H", "1 hour"),
            ("PXD", "some days"),
            ("XXXX-WXX-1", "XXXX-WXX-1"),
            ("2025-99", "2025-99"),
            ("P", "P"),
            ("日本", "日本"),
        ] {
            assert_eq!(time(value), told);
        }
    }

    #[test]
    fn figures_are_told_with_what_they_measure() {
        let text = Text::new("about 3,5 % of the harbour budget");
        let made = |value: f64, to, unit| Figure {
            span: text.whole(),
            value,
            to,
            unit,
            bound: Bound::About,
            of: text.span(19..33),
            from: None,
        };
        assert_eq!(figure(&text, &made(3.5, None, "percent"), true), "about 3.5\u{202f}%: harbour budget");
        assert!(
            figure(&text, &made(3_500_000.0, Some(4e6), "EUR"), true).starts_with("about 3,500,000 to 4,000,000 EUR: ")
        );
        assert!(figure(&text, &made(f64::NAN, None, "count"), true).contains("NaN"));
        assert!(figure(&text, &made(1e300, None, "count"), true).contains("1e300"));
    }
}

//! What a figure may be, as exactly as its words say.

use dateline_model::{Bound, Figure};

/// Units measured alike: the unit, the one it is turned into, and how many of these it is.
const ALIKE: &[(&str, &str, f64)] = &[
    ("mi", "m", 1609.344),
    ("km", "m", 1000.0),
    ("cm", "m", 0.01),
    ("mm", "m", 0.001),
    ("ft", "m", 0.3048),
    ("in", "m", 0.0254),
    ("yd", "m", 0.9144),
    ("nmi", "m", 1852.0),
    ("km/h", "m/s", 0.277_778),
    ("mi/h", "m/s", 0.447_04),
    ("mph", "m/s", 0.447_04),
    ("kn", "m/s", 0.514_444),
    ("t", "kg", 1000.0),
    ("g", "kg", 0.001),
    ("lb", "kg", 0.453_592),
    ("oz", "kg", 0.028_349_5),
    ("acre", "m2", 4046.86),
    ("ha", "m2", 10_000.0),
    ("km2", "m2", 1_000_000.0),
    ("mi2", "m2", 2_589_988.0),
];

/// How far `about` reaches.
const ABOUT: f64 = 0.12;
/// How far above itself `at least` is still no other figure.
const AT_LEAST: f64 = 1.5;
/// How far a figure turned from another unit may be from it.
const TURNED: f64 = 0.04;

/// The values that a figure leaves open.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Value {
    /// What it is counted in.
    pub unit: &'static str,
    /// As it stands, in that unit.
    pub value: f64,
    /// The lowest and the highest it may be.
    pub low: f64,
    /// See `low`.
    pub high: f64,
    /// How exact its words say it is.
    pub bound: Bound,
}

impl Value {
    /// What `figure` may be.
    pub fn of(figure: &Figure) -> Value {
        let (unit, times) = ALIKE
            .iter()
            .find(|(unit, ..)| *unit == figure.unit)
            .map_or((figure.unit, 1.0), |&(_, into, times)| (into, times));
        let step = step(figure.value, figure.unit);
        let top = figure.to.unwrap_or(figure.value);
        let (low, high) = match figure.bound {
            Bound::Exact => (figure.value - step, top + step),
            Bound::About => {
                let reach = (figure.value * ABOUT).abs().max(step);
                (figure.value - reach, top + reach)
            }
            Bound::AtLeast => (figure.value - step, (top * AT_LEAST).max(top + step)),
            Bound::AtMost => (0f64.min(figure.value), top + step),
        };
        let slack = if times == 1.0 { 0.0 } else { TURNED * figure.value.abs() };
        let (low, high) = ((low - slack) * times, (high + slack) * times);
        Value { unit, value: figure.value * times, low, high, bound: figure.bound }
    }

    /// True where both give the same figure, more or less exactly; `at least 5` and 7 agree, yet are not the same.
    pub fn same(&self, other: &Value) -> bool {
        let (least, most) = (self.value.min(other.value).abs(), self.value.max(other.value).abs());
        self.agrees(other) && most - least <= ABOUT * most.max(least)
    }

    /// True where one figure may stand for both.
    pub fn agrees(&self, other: &Value) -> bool {
        self.unit == other.unit && self.low <= other.high && other.low <= self.high
    }
}

/// Just under half of the last place that a figure gives: `17,000` may be 16,980, and 5 per cent 4.8; counts of less
/// than a hundred are exact.
fn step(value: f64, unit: &str) -> f64 {
    let whole = value.fract() == 0.0;
    if unit == "count" && (!whole || value < 100.0) {
        return 0.0;
    }
    if whole && value.abs() < 100.0 {
        return 0.49;
    }
    // No more than two places are taken for rounded away than are kept.
    let (mut place, largest) = (1.0, value.abs() / 100.0);
    while whole && place < largest && value % (place * 10.0) == 0.0 {
        place *= 10.0;
    }
    if place == 1.0 { 0.0 } else { place * 0.49 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use dateline_model::Text;

    fn value(value: f64, unit: &'static str, bound: Bound) -> Value {
        Value::of(&Figure { span: Text::new("").whole(), value, to: None, unit, bound, of: None, from: None })
    }

    #[test]
    fn figures_that_may_be_one_agree() {
        use Bound::{About, AtLeast, AtMost, Exact};
        let agree = |one: (f64, &'static str, Bound), other: (f64, &'static str, Bound)| {
            value(one.0, one.1, one.2).agrees(&value(other.0, other.1, other.2))
        };
        for (one, other) in [
            ((5.0, "count", AtLeast), (7.0, "count", Exact)),
            ((3000.0, "count", About), (3012.0, "count", Exact)),
            ((17_000.0, "count", Exact), (16_980.0, "count", Exact)),
            ((20.0, "count", AtMost), (8.0, "count", Exact)),
            ((4.8, "percent", Exact), (5.0, "percent", Exact)),
            ((3.0, "m", Exact), (10.0, "ft", Exact)),
            ((200.0, "mi", About), (320.0, "km", Exact)),
        ] {
            assert!(agree(one, other), "{one:?} {other:?}");
        }
        for (one, other) in [
            ((12.0, "count", Exact), (15.0, "count", Exact)),
            ((3.0, "percent", Exact), (3.5, "percent", Exact)),
            ((7.5, "magnitude", Exact), (7.6, "magnitude", Exact)),
            ((4.1e9, "USD", Exact), (4.6e9, "USD", Exact)),
            ((14.9e9, "USD", Exact), (14.1e9, "USD", Exact)),
            ((140.0, "count", Exact), (104.0, "count", Exact)),
            ((9.0, "count", AtLeast), (40.0, "count", Exact)),
            ((3.0, "USD", Exact), (3.0, "EUR", Exact)),
        ] {
            assert!(!agree(one, other), "{one:?} {other:?}");
        }
    }
}

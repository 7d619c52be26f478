//! Reports over time as a small drawing: own texts solid, copies light.

use dateline_model::Moment;
use std::fmt::Write;

/// A story in a list shows at most so many ticks.
const TICKS: u64 = 48;
/// Distance of ticks.
const STEP: u64 = 5;

/// One tick a report: first those with their own words, then the copies.
#[derive(Debug, PartialEq, Eq)]
pub struct Ticks {
    /// Width of the drawing.
    pub width: u64,
    /// SVG path of the own texts.
    pub own: String,
    /// SVG path of the copies.
    pub copies: String,
}

impl Ticks {
    /// For `reports` of which `copies` are copies; in proportion where there are more than fit.
    #[must_use]
    pub fn new(reports: u64, copies: u64) -> Ticks {
        let copies = copies.min(reports);
        let all = reports.min(TICKS);
        let light =
            if reports > TICKS { (copies as f64 * TICKS as f64 / reports as f64).round() as u64 } else { copies };
        let path = |range: std::ops::Range<u64>| {
            range.fold(String::new(), |mut path, at| {
                let _ = write!(path, "M{} 0v10", at * STEP + 1);
                path
            })
        };
        Ticks { width: (all * STEP).max(1), own: path(0..all - light), copies: path(all - light..all) }
    }
}

/// The drawing's width and height in its own units.
pub const WIDTH: usize = 960;
/// Its height.
pub const HEIGHT: usize = 48;
const BINS: usize = 80;

/// How many reports came when, from the first to the newest.
#[derive(Debug, PartialEq, Eq)]
pub struct Histogram {
    /// SVG path of the own texts.
    pub own: String,
    /// SVG path of the copies, standing on the own texts.
    pub copies: String,
}

impl Histogram {
    /// Of reports with their time, each a copy or not. `None` where there is nothing to see: fewer than three, or all
    /// at one time.
    #[must_use]
    pub fn new(reports: &[(Moment, bool)]) -> Option<Histogram> {
        let seconds = |moment: &Moment| moment.instant().as_second();
        let first = reports.iter().map(|(moment, _)| seconds(moment)).min()?;
        let last = reports.iter().map(|(moment, _)| seconds(moment)).max()?;
        if reports.len() < 3 || last <= first {
            return None;
        }
        let mut bins = [(0usize, 0usize); BINS];
        for (moment, copy) in reports {
            let at = (seconds(moment) - first) as f64 / (last - first) as f64;
            let bin = &mut bins[((at * (BINS - 1) as f64).round() as usize).min(BINS - 1)];
            if *copy { bin.1 += 1 } else { bin.0 += 1 }
        }
        let highest = bins.iter().map(|(own, copies)| own + copies).max()?;
        let (mut own, mut copies) = (String::new(), String::new());
        for (at, (solid, light)) in bins.iter().enumerate() {
            let (x, scale) = (at * WIDTH / BINS, |many: usize| many * HEIGHT / highest);
            bar(&mut own, x, HEIGHT, scale(*solid));
            bar(&mut copies, x, HEIGHT - scale(*solid), scale(*light));
        }
        Some(Histogram { own, copies })
    }
}

fn bar(path: &mut String, x: usize, foot: usize, height: usize) {
    if height > 0 {
        let width = WIDTH / BINS - 3;
        let _ = write!(path, "M{x} {foot}v-{height}h{width}v{height}z");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tick_a_report() {
        let ticks = Ticks::new(3, 1);
        assert_eq!((ticks.own.as_str(), ticks.copies.as_str(), ticks.width), ("M1 0v10M6 0v10", "M11 0v10", 15));
        let many = Ticks::new(4_800, 2_400);
        assert_eq!((many.own.matches('M').count(), many.copies.matches('M').count()), (24, 24));
        assert_eq!(Ticks::new(1, 9).own, "", "more copies than reports is no reason to panic");
    }

    #[test]
    fn bars_need_a_span() {
        let at = |words: &str| words.parse::<Moment>().unwrap();
        let same = [(at("2025-06-20"), false); 5];
        assert_eq!(Histogram::new(&same), None);
        let spread = [(at("2025-06-20"), false), (at("2025-06-20"), true), (at("2025-06-28"), false)];
        let histogram = Histogram::new(&spread).unwrap();
        assert_eq!(histogram.own, "M0 48v-24h9v24zM948 48v-24h9v24z");
        assert_eq!(histogram.copies, "M0 24v-24h9v24z");
    }
}

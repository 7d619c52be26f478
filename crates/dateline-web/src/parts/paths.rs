//! The ways of claims as a drawing: outlets on the left, those who passed a claim on between, its end on the right.

use dateline_model::Paths;

use crate::words;

/// A stop as it is drawn.
#[derive(Debug)]
pub struct Stop {
    /// Left edge, upper edge, width.
    pub x: usize,
    /// Upper edge.
    pub y: usize,
    /// Width.
    pub width: usize,
    /// The beginning of its name.
    pub name: String,
    /// All of its name, with how many claims pass it.
    pub title: String,
    /// `end` or `stop`.
    pub class: &'static str,
}

/// A step as it is drawn.
#[derive(Debug)]
pub struct Step {
    /// The curve.
    pub path: String,
    /// How wide.
    pub width: String,
}

/// A heading over a column.
#[derive(Debug)]
pub struct Head {
    /// Left edge.
    pub x: usize,
    /// The words.
    pub words: &'static str,
}

/// The drawing.
#[derive(Debug)]
pub struct Drawing {
    /// Of the whole.
    pub width: usize,
    /// Of the whole.
    pub height: usize,
    /// What stands over the columns.
    pub heads: Vec<Head>,
    /// The stops.
    pub stops: Vec<Stop>,
    /// The steps.
    pub steps: Vec<Step>,
}

const WIDTH: usize = 960;
const ROW: usize = 34;
const HIGH: usize = 26;
const TOP: usize = 30;
/// Between two columns lies this part of a column, for the curves.
const GAP: usize = 90;
/// A name is cut to what fits: a letter is about so wide.
const LETTER: usize = 7;

impl Drawing {
    /// The drawing; `None` where there is nothing to draw.
    #[must_use]
    pub fn new(paths: &Paths) -> Option<Drawing> {
        let columns: Vec<_> = paths.columns.iter().enumerate().filter(|(_, stops)| !stops.is_empty()).collect();
        let many = columns.len();
        let tallest = columns.iter().map(|(_, stops)| stops.len()).max()?;
        let wide = (WIDTH - GAP * many.saturating_sub(1)) / many;
        let height = TOP + tallest * ROW;
        let left = |column: usize| {
            let place = columns.iter().position(|(number, _)| *number == column).unwrap_or(0);
            place * (wide + GAP)
        };
        let top = |column: usize, row: usize| {
            let rows = paths.columns.get(column).map_or(1, Vec::len).max(1);
            TOP + (height - TOP) * (2 * row + 1) / (2 * rows) - HIGH / 2
        };
        let stop = |column: usize, row: usize, stop: &dateline_model::Stop| Stop {
            x: left(column),
            y: top(column, row),
            width: wide,
            name: words::beginning(&stop.name, (wide / LETTER).saturating_sub(2)),
            title: format!("{}: {}", stop.name, words::count(stop.claims as u64, "claim", "claims")),
            class: if stop.kind.is_some() { "end" } else { "stop" },
        };
        let most = paths.steps.iter().map(|step| step.claims).max().unwrap_or(1) as f64;
        let step = |step: &dateline_model::Step| {
            let middle = |(column, row): (usize, usize)| top(column, row) + HIGH / 2;
            let (from, to) = (middle(step.from), middle(step.to));
            let (start, end) = (left(step.from.0) + wide, left(step.to.0));
            let bend = start.midpoint(end);
            Step {
                path: format!("M{start} {from}C{bend} {from} {bend} {to} {end} {to}"),
                width: format!("{:.1}", 1.0 + 7.0 * step.claims as f64 / most),
            }
        };
        let last = columns.last().map(|(number, _)| *number);
        let head = |(place, (number, _)): (usize, &(usize, _))| Head {
            x: left(*number),
            words: match place {
                _ if Some(*number) == last => "Where it ends",
                0 => "Reported by",
                _ => "Passed on by",
            },
        };
        Some(Drawing {
            width: WIDTH,
            height,
            heads: columns.iter().enumerate().map(head).collect(),
            stops: columns
                .iter()
                .flat_map(|(column, stops)| stops.iter().enumerate().map(|(row, one)| stop(*column, row, one)))
                .collect(),
            steps: paths.steps.iter().map(step).collect(),
        })
    }
}

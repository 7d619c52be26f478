//! What several measured in turn took, round by round, as a table.

/// One of those that are measured.
pub struct Column {
    name: String,
    /// Seconds of each round.
    pub rounds: Vec<f64>,
    /// What it found in each.
    pub found: usize,
}

impl Column {
    /// One without a round yet.
    pub fn new(name: String) -> Column {
        Column { name, rounds: Vec::new(), found: 0 }
    }
}

/// Prints how much of `amount` each does a second, and how many times as fast the first, which is Dateline, is.
pub fn print(unit: &str, amount: f64, found: &str, columns: &[Column]) {
    println!("{:28} {unit:>14} {:>20} {found:>12} {:>12}", "", "slowest to fastest", "Dateline");
    let first = columns.first().map_or(0.0, |column| median(&column.rounds));
    for column in columns {
        let mut rounds = column.rounds.clone();
        rounds.sort_by(f64::total_cmp);
        let rate = |seconds: f64| figure(amount / seconds);
        let range = match (rounds.last(), rounds.first()) {
            (Some(slowest), Some(fastest)) => format!("{} to {}", rate(*slowest), rate(*fastest)),
            _ => String::new(),
        };
        let middle = median(&rounds);
        let times = format!("{:.1} times", middle / first);
        println!("{:28} {:>14} {range:>20} {:>12} {times:>12}", column.name, rate(middle), column.found);
    }
}

/// A rate with as many digits as say something.
pub fn figure(rate: f64) -> String {
    let digits = if rate >= 20.0 { 0 } else { 2 };
    let digits = if rate < 0.1 { 4 } else { digits };
    format!("{rate:.digits$}")
}

/// The middle one.
pub fn median(rounds: &[f64]) -> f64 {
    let mut sorted = rounds.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted.get(sorted.len() / 2).copied().unwrap_or(f64::NAN)
}

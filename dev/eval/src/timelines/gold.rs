//! Reference timelines: a day in a line, its sentences a line each, dashes behind the last.

use std::path::Path;

use anyhow::{Context, Result};
use jiff::civil::Date;

use super::align::Days;
use crate::data::files;

/// The one timeline in a folder.
pub fn read(folder: &Path) -> Result<Days> {
    let path = files(folder, "txt")?.pop().with_context(|| folder.display().to_string())?;
    let text = std::fs::read_to_string(&path).with_context(|| path.display().to_string())?;
    Ok(days(&text))
}

fn days(text: &str) -> Days {
    let mut days = Days::new();
    let mut day: Option<Date> = None;
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        if line.len() == 10
            && let Ok(date) = line.parse()
        {
            day = Some(date);
        } else if let Some(date) = day.filter(|_| !line.starts_with("-----")) {
            days.entry(date).or_default().push(line.to_owned());
        }
    }
    days
}

#[cfg(test)]
mod tests {
    use super::days;

    #[test]
    fn a_day_holds_the_lines_behind_it() {
        let read = days("2024-05-01\nOne .\nTwo - - .\n-------\n2024-06-10\nThree .\n-------\n");
        let lines: Vec<(String, usize)> = read.iter().map(|(day, told)| (day.to_string(), told.len())).collect();
        assert_eq!(lines, [("2024-05-01".to_owned(), 2), ("2024-06-10".to_owned(), 1)]);
    }
}

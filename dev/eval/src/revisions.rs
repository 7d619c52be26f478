//! Revisions: pairs of versions written for this project, each with the kind of change it is and what was altered.

mod made;
mod notation;

use std::fmt::Write;

use anyhow::{Context, Result};
use dateline_engine::revise;
use dateline_model::{Alteration, Edit, EditClass, Excerpt};

use crate::data::root;
use crate::differences;
use crate::scoreboard::Scores;
use notation::{CLASSES, Case, Shows};

/// The files of cases, and whether what is wrong in them is written out: the second and third are not worked on.
const FILES: &[(&str, bool)] = &[("first", true), ("second", false), ("third", false)];

/// Measures; see `evals/revisions/README.md`.
pub fn run() -> Result<Option<Vec<Scores>>> {
    let (mut scores, mut differences, mut all) = (Vec::new(), String::new(), Tally::default());
    for &(name, shown) in FILES {
        let mut tally = Tally::default();
        for case in cases(name)? {
            let wrong = tally.hold(&case);
            if shown && !wrong.is_empty() {
                let _ = writeln!(differences, "{name}: {}\n{wrong}", case.title);
            }
        }
        println!("  {name}: {tally}");
        scores.push(tally.scores(name));
        all.add(&tally);
    }
    scores.insert(0, all.scores("all"));
    scores.extend(made::run()?.into_iter().flatten());
    differences::write("revisions.txt", &differences)?;
    Ok(Some(scores))
}

fn cases(name: &str) -> Result<Vec<Case>> {
    let path = root().join("evals/revisions/cases").join(name).with_extension("txt");
    notation::read(&std::fs::read_to_string(&path).with_context(|| path.display().to_string())?)
}

/// Counts over some cases.
#[derive(Default)]
struct Tally {
    cases: usize,
    right: usize,
    /// Of each class: expected, told, rightly told.
    classes: [[usize; 3]; 4],
    shows: usize,
    shown: usize,
}

impl std::fmt::Display for Tally {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            formatter,
            "{} of {} classes right; {} of {} facts told",
            self.right, self.cases, self.shown, self.shows
        )?;
        for (&(name, _), [expected, told, right]) in CLASSES.iter().zip(self.classes) {
            write!(formatter, "; {name}: {right} of {expected}, {told} told")?;
        }
        Ok(())
    }
}

impl Tally {
    fn add(&mut self, other: &Tally) {
        self.cases += other.cases;
        self.right += other.right;
        self.shows += other.shows;
        self.shown += other.shown;
        for (mine, theirs) in self.classes.iter_mut().zip(other.classes) {
            mine.iter_mut().zip(theirs).for_each(|(mine, theirs)| *mine += theirs);
        }
    }

    fn scores(&self, set: &str) -> Scores {
        let share = |part: usize, of: usize| part as f64 / of.max(1) as f64;
        let f1 = |[expected, told, right]: [usize; 3]| share(2 * right, expected + told);
        let silent = CLASSES.iter().position(|(_, class)| *class == EditClass::SilentEdit).unwrap_or_default();
        let classes = share(self.right, self.cases);
        let mean = self.classes.iter().map(|counts| f1(*counts)).sum::<f64>() / self.classes.len() as f64;
        let facts = share(self.shown, self.shows);
        Scores::new(
            set,
            [("class", classes), ("class f1", mean), ("silent f1", f1(self.classes[silent])), ("facts", facts)],
        )
    }

    /// Counts one case and tells what was wrong in it.
    fn hold(&mut self, case: &Case) -> String {
        let edit = revise(&case.before, &case.after).edit;
        let mut wrong = String::new();
        let place = |class: EditClass| CLASSES.iter().position(|(_, known)| *known == class).unwrap_or_default();
        let right = edit.class == case.class;
        self.cases += 1;
        self.right += usize::from(right);
        self.classes[place(case.class)][0] += 1;
        self.classes[place(edit.class)][1] += 1;
        self.classes[place(edit.class)][2] += usize::from(right);
        if !right {
            let _ = writeln!(wrong, "  expected {}, told {edit:?}", CLASSES[place(case.class)].0);
        }
        for shows in &case.shows {
            let told = tells(&edit, shows);
            self.shows += 1;
            self.shown += usize::from(told);
            if !told {
                let _ = writeln!(wrong, "  not told: {shows:?}; told {edit:?}");
            }
        }
        wrong
    }
}

fn tells(edit: &Edit, shows: &Shows) -> bool {
    let words = |excerpt: Option<&Excerpt>| excerpt.map(|excerpt| excerpt.text.to_lowercase()).unwrap_or_default();
    // The words may be told with a few around them.
    let same = |told: Option<&Excerpt>, expected: &str| {
        let (told, expected) = (words(told), expected.to_lowercase());
        if expected.is_empty() {
            told.is_empty()
        } else {
            told.contains(&expected) || (!told.is_empty() && expected.contains(&told))
        }
    };
    let alters = |alteration: &Alteration, kind, before: &str, after: &str| {
        alteration.kind == kind && same(alteration.before.as_ref(), before) && same(alteration.after.as_ref(), after)
    };
    match shows {
        Shows::Alteration { kind, before, after } => {
            edit.alterations.iter().any(|alteration| alters(alteration, *kind, before, after))
        }
        Shows::Notice(expected) => {
            let told = edit.notices.iter().filter_map(|notice| notice.words.as_ref());
            told.into_iter().any(|told| same(Some(told), expected))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cases_can_be_read_and_there_are_enough_of_each_class() {
        for (name, _) in FILES {
            let cases = cases(name).unwrap();
            assert!(cases.len() >= 20, "{name}");
            for (class, known) in CLASSES {
                assert!(cases.iter().filter(|case| case.class == known).count() >= 2, "{name}: {class}");
            }
        }
    }
}

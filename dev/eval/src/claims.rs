//! Claims: sentences written for this project, with every attribution in them marked, against what is found in them.

mod marked;
mod notation;

use std::fmt::Write;

use anyhow::{Context, Result};
use dateline_engine::study;
use dateline_model::{Article, Language, Text};

use crate::data::{files, root};
use crate::scoreboard::Scores;
use crate::spans::pairs;
use crate::{claims::marked::ASPECTS, differences};
use marked::Marked;
use notation::Case;

/// The folders of the cases, the tag of their language, and what their total is called. Only English is read by a parser.
const LANGUAGES: &[(&str, &str, &str)] = &[
    ("", "en", "all"),
    ("long", "en", "long"),
    ("german", "de", "german"),
    ("french", "fr", "french"),
    ("spanish", "es", "spanish"),
    ("japanese", "ja", "japanese"),
];

/// Measures; see `evals/claims/README.md`.
pub fn run() -> Result<Option<Vec<Scores>>> {
    let (mut scores, mut differences) = (Vec::new(), String::new());
    for (folder, tag, total) in LANGUAGES {
        let (measured, tally) = measure(folder, tag, total)?;
        println!("  {total} ({tag}): {} of {} cases are wholly right", tally.right, tally.cases);
        scores.extend(measured);
        differences.push_str(&tally.differences);
    }
    differences::write("claims.txt", &differences)?;
    Ok(Some(scores))
}

/// The scores of the cases of one language, its total first.
fn measure(folder: &str, tag: &str, total: &str) -> Result<(Vec<Scores>, Tally)> {
    let mut all = Tally::default();
    let mut each = Vec::new();
    for path in files(&root().join("evals/claims/cases").join(folder), "txt")? {
        let file = std::fs::read_to_string(&path).with_context(|| path.display().to_string())?;
        let cases = notation::read(&file).with_context(|| path.display().to_string())?;
        let mut tally = Tally::default();
        for case in &cases {
            tally.hold(case, &found(&case.text, tag));
        }
        let name = path.file_stem().unwrap_or_default().to_string_lossy().replace('-', " ");
        let name = format!("{folder} {name}").trim_start().to_owned();
        each.push(Scores::new(&name, [("cases", tally.share())]));
        all.add(tally, &name);
    }
    let aspects = ASPECTS.iter().zip(&all.aspects).map(|(aspect, same)| (aspect.name, same.share()));
    let first = Scores::new(total, std::iter::once(("cases", all.share())).chain(aspects));
    Ok((std::iter::once(first).chain(each).collect(), all))
}

/// The claims that the engine finds in `text`, read as an article in the language of `tag`.
fn found(text: &str, tag: &str) -> Vec<Marked> {
    let article = Article { language: Language::new(tag), ..Article::of(Text::new(text)) };
    study(article).annotations.claims.iter().map(|claim| Marked::of(claim, text)).collect()
}

/// How often an aspect was the same, of the times that it was stated.
#[derive(Clone, Copy, Default)]
struct Same {
    same: usize,
    of: usize,
}

impl Same {
    fn share(self) -> f64 {
        self.same as f64 / self.of.max(1) as f64
    }
}

/// What was right so far.
struct Tally {
    cases: usize,
    right: usize,
    aspects: Vec<Same>,
    /// Wrong cases in the notation.
    differences: String,
}

impl Default for Tally {
    fn default() -> Tally {
        Tally { cases: 0, right: 0, aspects: vec![Same::default(); ASPECTS.len()], differences: String::new() }
    }
}

impl Tally {
    fn share(&self) -> f64 {
        self.right as f64 / self.cases.max(1) as f64
    }

    /// Holds what was found in a case against it. A claim too many or too few counts as wrong in all that it states.
    fn hold(&mut self, case: &Case, found: &[Marked]) {
        let paired = pairs(&case.claims, found, |expected, found| worth(&case.text, expected, found));
        let mut right = paired.len() == case.claims.len() && paired.len() == found.len();
        for (aspect, tally) in ASPECTS.iter().zip(&mut self.aspects) {
            let mut compared = 0;
            for &(at, to) in &paired {
                let (expected, found) = (&case.claims[at], &found[to]);
                let same = (aspect.same)(&case.text, expected, found);
                right &= same || !aspect.needed;
                let stated = (aspect.stated)(expected) || (aspect.needed && (aspect.stated)(found));
                compared += usize::from(stated);
                tally.same += usize::from(stated && same);
            }
            let alone = |claims: &[Marked], paired: &dyn Fn(usize) -> bool| {
                claims.iter().enumerate().filter(|(at, claim)| !paired(*at) && (aspect.stated)(claim)).count()
            };
            let missing = alone(&case.claims, &|at| paired.iter().any(|pair| pair.0 == at));
            let extra = alone(found, &|to| paired.iter().any(|pair| pair.1 == to));
            tally.of += compared + missing + if aspect.needed { extra } else { 0 };
        }
        self.cases += 1;
        self.right += usize::from(right);
        if !right {
            let (text, claims) = (&case.text, &case.claims);
            let (expected, found) = (notation::write(text, claims), notation::write(text, found));
            let _ = writeln!(self.differences, "expected\n{expected}found\n{found}");
        }
    }

    fn add(&mut self, other: Tally, name: &str) {
        self.cases += other.cases;
        self.right += other.right;
        for (own, same) in self.aspects.iter_mut().zip(other.aspects) {
            own.same += same.same;
            own.of += same.of;
        }
        let _ = write!(self.differences, "== {name}\n\n{}", other.differences);
    }
}

/// How much two claims agree; 0 where neither source, cue nor content is the same.
fn worth(text: &str, expected: &Marked, found: &Marked) -> f64 {
    let same = |name: &str| {
        let aspect = ASPECTS.iter().find(|aspect| aspect.name == name);
        aspect.is_some_and(|aspect| (aspect.stated)(expected) && (aspect.same)(text, expected, found))
    };
    // A cue names a claim best: one source may have several, and contents are the hardest to bound.
    [("cue", 3.0), ("content", 2.0), ("source", 1.0)]
        .iter()
        .filter(|(name, _)| same(name))
        .map(|(_, worth)| worth)
        .sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cases() -> Vec<(String, Vec<Case>)> {
        let folder =
            |(folder, ..): &(&str, &str, &str)| files(&root().join("evals/claims/cases").join(folder), "txt").unwrap();
        let paths: Vec<std::path::PathBuf> = LANGUAGES.iter().flat_map(folder).collect();
        let read = |path: &std::path::PathBuf| std::fs::read_to_string(path).unwrap();
        paths.iter().map(read).map(|file| (file.clone(), notation::read(&file).unwrap())).collect()
    }

    #[test]
    fn the_cases_are_written_as_differences_are() {
        for (file, cases) in cases() {
            let written: Vec<String> = cases.iter().map(|case| notation::write(&case.text, &case.claims)).collect();
            assert_eq!(written.join("\n"), file);
        }
    }

    #[test]
    fn a_case_is_right_with_its_own_claims_and_wrong_without_or_with_one_changed() {
        let mut tally = Tally::default();
        for case in cases().iter().flat_map(|(_, cases)| cases) {
            tally.hold(case, &case.claims);
            assert_eq!(tally.right, tally.cases, "{}", tally.differences);
        }
        assert!(tally.aspects.iter().all(|aspect| aspect.same == aspect.of && aspect.of > 0));
        let mut wrong = Tally::default();
        for case in cases().iter().flat_map(|(_, cases)| cases).filter(|case| !case.claims.is_empty()) {
            wrong.hold(case, &case.claims[1..]);
            let mut turned = case.claims.clone();
            let denied = turned[0].stance == dateline_model::Stance::Denies;
            turned[0].stance = if denied { dateline_model::Stance::Asserts } else { dateline_model::Stance::Denies };
            wrong.hold(case, &turned);
        }
        assert!(wrong.cases > 0 && wrong.right == 0, "{} of {}", wrong.right, wrong.cases);
    }
}

//! Outlets under all their names, and who owns them: a list that a user extends.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use dateline_model::{Problem, keys};

/// The outlets that are known without asking anybody.
const BUILT_IN: &str = include_str!("owners.txt");

static KNOWN: LazyLock<Ownership> = LazyLock::new(|| {
    let mut known = Ownership { outlets: BTreeMap::new() };
    known.extend(BUILT_IN);
    known
});

/// No name of an outlet is looked for in more words than these.
const MOST_WORDS: usize = 12;
/// What describes an outlet beside its name.
const DESCRIPTIONS: &[&str] = &[
    "agency",
    "broadcaster",
    "business",
    "daily",
    "japans",
    "magazine",
    "news",
    "newspaper",
    "paper",
    "public",
    "site",
    "state",
    "television",
    "website",
    "wire",
];

/// An outlet as the list has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    /// Its name.
    pub name: String,
    /// Who owns it.
    pub owner: String,
}

/// Who owns which outlets.
#[derive(Clone, Debug)]
pub struct Ownership {
    /// By key: the name folded.
    outlets: BTreeMap<String, Known>,
}

impl Default for Ownership {
    fn default() -> Ownership {
        KNOWN.clone()
    }
}

impl Ownership {
    /// Takes in lines such as `Nikkei: Nikkei Asia, Nikkei Asian Review; Financial Times, FT`: an owner, and its outlets with
    /// the ways to write them. What is said last of an outlet holds. Lines without a colon are told and left out.
    pub fn extend(&mut self, lines: &str) -> Vec<Problem> {
        let mut problems = Vec::new();
        for (number, line) in lines.lines().enumerate() {
            let line = line.trim();
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            let Some((owner, outlets)) = line.split_once(':') else {
                let problem =
                    Problem::new("no colon stands between an owner and its outlets", "the other lines are used");
                problems.push(problem.at_line(number as u64 + 1));
                continue;
            };
            for outlet in outlets.split(';') {
                let mut names = outlet.split(',').map(str::trim).filter(|name| !name.is_empty());
                let Some(first) = names.next() else { continue };
                let known = Known { name: first.to_owned(), owner: owner.trim().to_owned() };
                for name in std::iter::once(first).chain(names) {
                    self.outlets.insert(key(name), known.clone());
                }
            }
        }
        problems
    }

    /// The outlet that `words` name, also where they say more (`Japan's Nikkei newspaper`).
    #[must_use]
    pub fn find(&self, words: &str) -> Option<&Known> {
        let key = key(words);
        if let Some(known) = self.outlets.get(&key) {
            return Some(known);
        }
        let words: Vec<&str> = key.split(' ').take(MOST_WORDS).collect();
        let runs = (1..words.len()).rev().flat_map(|length| words.windows(length));
        // What stands around the name must only describe it: `Kyodo news agency`, not `the mayor of Metro`.
        let described = |run: &[&str]| {
            let rest = words.iter().filter(|word| !run.contains(*word));
            rest.clone().any(|word| DESCRIPTIONS.contains(word)) && rest.count() <= run.len() + 2
        };
        runs.filter(|run| described(run)).find_map(|run| self.outlets.get(&run.join(" ")))
    }
}

/// The name of an outlet without what does not tell it from another.
pub fn key(name: &str) -> String {
    let [key, _] = keys(name);
    key
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_outlet_is_known_under_all_its_names() {
        let ownership = Ownership::default();
        let owner = |words: &str| ownership.find(words).map(|known| (known.name.as_str(), known.owner.as_str()));
        assert_eq!(owner("The FT"), Some(("Financial Times", "Nikkei")));
        assert_eq!(owner("the Financial Times"), owner("FT"));
        assert_eq!(owner("Japan's Nikkei newspaper"), Some(("Nikkei", "Nikkei")));
        assert_eq!(owner("Kyodo news agency").map(|(name, _)| name), Some("Kyodo News"));
        assert_eq!(owner("the newspaper"), None);
        assert_eq!(owner("Metro council leader Ann Roe"), None);
    }

    #[test]
    fn a_user_adds_outlets_and_corrects_them() {
        let mut ownership = Ownership::default();
        let problems =
            ownership.extend("# ours\nHarbour Group: Harbour Courier, Courier; Tide\nno colon here\nTide Trust: Tide");
        assert_eq!(problems[0].line, Some(3));
        assert_eq!(ownership.find("the Courier").map(|known| known.owner.as_str()), Some("Harbour Group"));
        assert_eq!(ownership.find("Tide").map(|known| known.owner.as_str()), Some("Tide Trust"));
    }
}

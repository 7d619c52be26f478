//! The ways of claims from the outlets that carry them to where they end, in columns.

use std::collections::BTreeMap;

use dateline_model::{Origin, Paths, Step, Stop};

/// Paths with more stops than this are hostile; what lies behind is left out.
const LONGEST: usize = 6;

/// The ways to `origins`. A stop stands in the column of its furthest place from the outlets' end, so that nearly all
/// steps lead to the right. Each column is in the order that lets few steps cross: by where those before it stand
/// (barycentres: Sugiyama, Tagawa and Toda, 1981, one sweep).
#[must_use]
pub fn paths(origins: &[Origin]) -> Paths {
    let mut columns: BTreeMap<&str, usize> = BTreeMap::new();
    for name_and_place in origins.iter().flat_map(|origin| &origin.traces).flat_map(|trace| way(&trace.path)) {
        let (place, name) = name_and_place;
        let column = columns.entry(name).or_default();
        *column = (*column).max(place);
    }
    let ends = columns.values().max().map_or(0, |last| last + 1);
    let mut claims: BTreeMap<Key<'_>, usize> = BTreeMap::new();
    let mut steps: BTreeMap<(Key<'_>, Key<'_>), usize> = BTreeMap::new();
    for (number, origin) in origins.iter().enumerate() {
        for trace in &origin.traces {
            let stops = way(&trace.path).map(|(_, name)| (columns[name], Name::Way(name)));
            let stops: Vec<Key<'_>> = stops.chain([(ends, Name::End(number))]).collect();
            stops.iter().for_each(|stop| *claims.entry(*stop).or_default() += 1);
            for step in stops.windows(2).filter(|step| step[0] != step[1]) {
                *steps.entry((step[0], step[1])).or_default() += 1;
            }
        }
    }
    arrange(origins, &claims, &steps)
}

/// A stop, by its column and its name.
type Key<'a> = (usize, Name<'a>);

/// Who it is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Name<'a> {
    /// One on the way.
    Way(&'a str),
    /// An origin, by its number.
    End(usize),
}

fn way(path: &[String]) -> impl Iterator<Item = (usize, &str)> {
    path.iter().take(LONGEST).map(String::as_str).enumerate()
}

fn arrange(
    origins: &[Origin],
    claims: &BTreeMap<Key<'_>, usize>,
    steps: &BTreeMap<(Key<'_>, Key<'_>), usize>,
) -> Paths {
    let mut before: BTreeMap<Key<'_>, Vec<Key<'_>>> = BTreeMap::new();
    for (from, to) in steps.keys() {
        before.entry(*to).or_default().push(*from);
    }
    let many = claims.keys().map(|(column, _)| column + 1).max().unwrap_or(0);
    let mut places: BTreeMap<Key<'_>, (usize, usize)> = BTreeMap::new();
    let mut columns = Vec::with_capacity(many);
    for column in 0..many {
        let stops = claims.iter().filter(|((of, _), _)| *of == column);
        let centre = |stop: &Key<'_>| {
            let rows = before.get(stop).into_iter().flatten().filter_map(|from| places.get(from));
            let (sum, count) = rows.fold((0, 0), |(sum, count), (_, row)| (sum + row, count + 1));
            if count == 0 { f64::INFINITY } else { sum as f64 / f64::from(count) }
        };
        let mut stops: Vec<(f64, usize, Key<'_>)> =
            stops.map(|(stop, &claims)| (if column == 0 { 0.0 } else { centre(stop) }, claims, *stop)).collect();
        stops.sort_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(&a.1)).then(a.2.cmp(&b.2)));
        places.extend(stops.iter().enumerate().map(|(row, (_, _, stop))| (*stop, (column, row))));
        let stop = |(_, claims, (_, name)): (f64, usize, Key<'_>)| match name {
            Name::Way(name) => Stop { name: name.to_owned(), kind: None, claims },
            Name::End(number) => Stop { name: origins[number].name.clone(), kind: Some(origins[number].kind), claims },
        };
        columns.push(stops.into_iter().map(stop).collect());
    }
    let step =
        |((from, to), &claims): (&(Key<'_>, Key<'_>), &usize)| Step { from: places[from], to: places[to], claims };
    Paths { columns, steps: steps.iter().map(step).collect() }
}

#[cfg(test)]
mod tests {
    use dateline_model::{OriginKind, Trace};

    use super::*;

    fn origin(name: &str, paths: &[&[&str]]) -> Origin {
        let trace = |(report, path): (usize, &&[&str])| {
            let path = path.iter().map(|&name| name.to_owned()).collect();
            Trace { report, claim: None, path }
        };
        Origin {
            kind: OriginKind::Named,
            name: name.to_owned(),
            count: None,
            heard_by: None,
            owner: None,
            traces: paths.iter().enumerate().map(trace).collect(),
            reports: paths.len(),
        }
    }

    #[test]
    fn stops_stand_in_columns_and_steps_lead_to_the_end() {
        let origins =
            [origin("Speaker", &[&["Post", "Wire"], &["Mail", "Wire"], &["Wire"]]), origin("Minister", &[&["Post"]])];
        let paths = paths(&origins);
        let names: Vec<Vec<&str>> =
            paths.columns.iter().map(|column| column.iter().map(|stop| stop.name.as_str()).collect()).collect();
        assert_eq!(names, [vec!["Post", "Mail"], vec!["Wire"], vec!["Speaker", "Minister"]]);
        let wire = paths.steps.iter().find(|step| step.from == (1, 0)).unwrap();
        assert_eq!((wire.to, wire.claims), ((2, 0), 3), "all that passed the agency");
        assert!(paths.steps.iter().all(|step| step.from.0 < step.to.0));
    }

    #[test]
    fn two_that_cite_each_other_do_no_harm() {
        let origins = [origin("One", &[&["A", "B"]]), origin("Two", &[&["B", "A"]])];
        let paths = paths(&origins);
        assert_eq!(paths.columns.iter().map(Vec::len).collect::<Vec<_>>(), [0, 2, 2]);
        assert_eq!(super::paths(&[]), Paths::default());
    }
}

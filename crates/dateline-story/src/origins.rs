//! Where what the reports of a story say comes from: copies, credits and citations followed back to where they end.

mod ends;
mod outlets;
mod ownership;
mod unnamed;

use std::collections::{BTreeMap, BTreeSet};

use dateline_model::{Origin, OriginKind, Origins, Statement, Trace};

use crate::TimelineReport;
use ends::End;
use outlets::Outlets;
pub use ownership::{Known, Ownership};

/// Follows the claims of the reports of one story to their origins.
#[derive(Debug)]
pub struct Tracer {
    origins: Vec<Origin>,
    /// The origin of a claim, by report and place of its source.
    by_source: BTreeMap<(usize, usize), usize>,
    /// Who stands behind what each report says itself.
    publishers: Vec<String>,
    outlets: usize,
}

impl Tracer {
    /// Follows every claim. `copy_of` has for each report the report it copies, by its place in the list.
    ///
    /// A claim ends at its source. People without a name are told apart by the outlet that heard them and by how they are
    /// described; a claim inside another's content ends where that one does; what an outlet cites of a body, without saying
    /// how it knows, ends at the outlet. A report that attributes nothing ends at whoever published it first: the report it
    /// copies, the agency it credits, else its own outlet. Takes time near to linear in the number of claims.
    #[must_use]
    pub fn new(reports: &[TimelineReport<'_>], copy_of: &[Option<usize>], ownership: &Ownership) -> Tracer {
        let outlets = Outlets::of(reports, copy_of, ownership);
        let mut tracer = Tracer {
            origins: Vec::new(),
            by_source: BTreeMap::new(),
            publishers: outlets.publishers.clone(),
            outlets: outlets.carriers,
        };
        let mut numbers: BTreeMap<(OriginKind, String), usize> = BTreeMap::new();
        let mut unnamed = unnamed::People::default();
        for (number, report) in reports.iter().enumerate() {
            let ends = ends::of(report, number, &outlets, ownership);
            for End { claim, kind, name, key, count, heard_by, owner, path } in ends {
                let key = match (&heard_by, kind) {
                    (Some(outlet), OriginKind::Unnamed) => unnamed.key(outlet, &name),
                    _ => key,
                };
                let at = *numbers.entry((kind, key)).or_insert_with(|| {
                    let name = name.clone();
                    tracer.origins.push(Origin { kind, name, count, heard_by, owner, traces: Vec::new(), reports: 0 });
                    tracer.origins.len() - 1
                });
                let origin = &mut tracer.origins[at];
                if name.chars().count() > origin.name.chars().count() {
                    origin.name = name;
                }
                origin.count = origin.count.max(count);
                origin.traces.push(Trace { report: number, claim, path });
                if let Some(source) = claim.and_then(|claim| report.annotations.claims[claim].source.as_ref()) {
                    tracer.by_source.insert((number, source.span.start()), at);
                }
            }
        }
        for origin in &mut tracer.origins {
            origin.reports = origin.traces.chunk_by(|a, b| a.report == b.report).count();
        }
        tracer
    }

    /// How many independent origins stand behind the statements, at most.
    #[must_use]
    pub fn at_most(&self, statements: &[Statement]) -> usize {
        let mut ends: BTreeSet<(bool, String)> = BTreeSet::new();
        for statement in statements {
            let source = statement.source.as_ref();
            let origin = source.and_then(|source| self.by_source.get(&(statement.report, source.span.start())));
            ends.insert(match origin {
                Some(&origin) => (true, self.independent(origin)),
                None => (false, self.publishers.get(statement.report).cloned().unwrap_or_default()),
            });
        }
        ends.len()
    }

    /// What an origin is counted under: outlets of one owner are one.
    fn independent(&self, origin: usize) -> String {
        match &self.origins[origin] {
            Origin { kind: OriginKind::Outlet, owner: Some(owner), .. } => format!("owner {owner}"),
            _ => format!("origin {origin}"),
        }
    }

    /// All origins of the story.
    #[must_use]
    pub fn finish(self) -> Origins {
        let at_most = (0..self.origins.len()).map(|origin| self.independent(origin)).collect::<BTreeSet<_>>().len();
        let (reports, outlets) = (self.publishers.len(), self.outlets);
        let mut origins = self.origins;
        origins.sort_by(|a, b| b.reports.cmp(&a.reports).then(b.traces.len().cmp(&a.traces.len())));
        Origins { reports, outlets, origins, at_most }
    }
}

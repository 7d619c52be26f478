//! The kinds of speakers as the record names them.

use dateline_model::SourceKind;

const KINDS: [(SourceKind, &str); 5] = [
    (SourceKind::Named, "person"),
    (SourceKind::Organisation, "organisation"),
    (SourceKind::Outlet, "outlet"),
    (SourceKind::Document, "document"),
    (SourceKind::Unnamed, "unnamed"),
];

/// The name of a kind.
pub fn name(kind: SourceKind) -> &'static str {
    KINDS.iter().find(|(known, _)| *known == kind).map_or("unnamed", |(_, name)| name)
}

/// The kind of a name.
pub fn of(name: &str) -> SourceKind {
    KINDS.iter().find(|(_, known)| *known == name).map_or(SourceKind::Unnamed, |(kind, _)| *kind)
}

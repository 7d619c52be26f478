//! The lines of JSON that the filters `annotate`, `group` and `timeline` write. Positions count code points.

mod annotation;
mod claim;
mod grouping;

pub use annotation::{AnnotationLine, FigureLine, MentionLine, SpanLine, TimeLine, WordsLine};
pub use claim::{ClaimLine, ContentLine, SourceLine, ViaLine};
pub use grouping::{CopyLine, GroupLine, PassageLine, TimelineLine, TimelineSentenceLine};

//! The structure of a text: which lines are headings, list items, quotations, table rows.

use serde::{Deserialize, Serialize};

use crate::Span;

/// What a line of the text is, where it is not a plain paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum BlockKind {
    /// A heading inside the body, of level 2 to 6.
    Heading2,
    /// Level 3.
    Heading3,
    /// Level 4 and deeper.
    Heading4,
    /// An item of a list.
    ListItem,
    /// A quotation set off from the text.
    Quotation,
    /// A row of a table, cells parted by ` | `.
    TableRow,
    /// The words under a picture.
    Caption,
}

/// One line of the text with its kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    /// The line, as [`crate::Text::lines`] gives it.
    pub span: Span,
    /// What the line is.
    pub kind: BlockKind,
}

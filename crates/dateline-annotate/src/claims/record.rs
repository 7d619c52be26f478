//! How words were given to the outlet: on the record, on background, off the record.

use std::ops::Range;

use dateline_model::{Record, Span, Text};

/// What a sentence says of how it was told something.
const SAYINGS: &[(Record, &[&str])] = &[
    (Record::OffTheRecord, &["off the record"]),
    (
        Record::OnBackground,
        &[
            "anonymity",
            "anonymously",
            "on background",
            "not to be named",
            "not to be identified",
            "not be named",
            "not be identified",
            "be quoted by name",
            "to be identified",
            "to be named",
            "not authorised to",
            "not authorized to",
            "n’t authorized to",
            "n't authorized to",
            "n’t authorised to",
            "n't authorised to",
            "without authorization to",
            "not be further identified",
            "withheld",
            "not wanting to be",
            "gave only",
            "would only give",
        ],
    ),
    (Record::OnTheRecord, &["on the record", "speaking publicly for the first time"]),
];

/// True where a cue and its content only say how somebody would speak: `asked not to be named`.
pub fn is_told(text: &Text, cue: &Range<usize>, content: &[Range<usize>]) -> bool {
    const LONGEST: usize = 90;
    let end = content.iter().map(|part| part.end).max().unwrap_or(0).max(cue.end);
    let words = text.as_str().get(cue.start..end).filter(|words| words.len() < LONGEST).unwrap_or_default();
    SAYINGS.iter().any(|(_, sayings)| sayings.iter().any(|saying| words.contains(saying)))
}

/// How the words were given, where the sentences of the cue and the source say so.
pub fn of(text: &Text, sentences: &[Span], cue: Span, source: Option<Span>) -> Record {
    let holding = |at: usize| sentences.get(sentences.partition_point(|sentence| sentence.end() <= at)).copied();
    let places = [source.map(Span::start), Some(cue.start())].into_iter().flatten().filter_map(holding);
    // No saying stands further from the cue than this; a longer sentence is not searched as a whole for each of its claims.
    const REACH: usize = 600;
    for sentence in places {
        let (start, end) =
            (sentence.start().max(cue.start().saturating_sub(REACH)), sentence.end().min(cue.end() + REACH));
        let words = text.as_str();
        let (start, end) = (words.floor_char_boundary(start), words.ceil_char_boundary(end.max(start)));
        let found = SAYINGS.iter().find(|(_, sayings)| sayings.iter().any(|saying| words[start..end].contains(saying)));
        if let Some((record, _)) = found {
            return *record;
        }
    }
    Record::Unstated
}

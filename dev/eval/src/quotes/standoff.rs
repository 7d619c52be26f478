//! PolNeAR's annotations: brat standoff, where a span may have several parts and an event ties spans together.

use std::collections::HashMap;

use dateline_model::Text;

use super::Attribution;
use crate::spans::Parts;

/// What one annotator marked in a text.
#[derive(Default)]
pub struct Marks {
    pub attributions: Vec<Attribution>,
    /// What annotators said is no part of the report.
    pub discarded: Parts,
}

/// Reads an annotation file of `text`. Lines that point outside the text or at nothing are left out.
pub fn read(file: &str, text: &Text) -> Marks {
    let points = text.code_points();
    let mut marks = Marks::default();
    let mut spans: HashMap<&str, Parts> = HashMap::new();
    let mut events = Vec::new();
    for line in file.lines() {
        let mut fields = line.split('\t');
        let (Some(id), Some(what)) = (fields.next(), fields.next()) else { continue };
        match id.chars().next() {
            Some('T') => {
                let Some((kind, places)) = what.split_once(' ') else { continue };
                let part = |place: &str| {
                    let (start, end) = place.split_once(' ')?;
                    Some(points.span(start.parse().ok()?, end.parse().ok()?)?.range())
                };
                let Some(parts) = places.split(';').map(part).collect::<Option<Parts>>() else { continue };
                if kind == "Discard" {
                    marks.discarded.extend(parts);
                } else {
                    spans.insert(id, parts);
                }
            }
            Some('E') => events.push(what),
            _ => {}
        }
    }
    for event in events {
        let mut attribution = Attribution::default();
        for (role, id) in event.split(' ').filter_map(|tie| tie.split_once(':')) {
            let Some(parts) = spans.get(id) else { continue };
            // A second source of one event is `Source2`.
            match role.trim_end_matches(|last: char| last.is_ascii_digit()) {
                "Source" => attribution.sources.push(parts.clone()),
                "Cue" => attribution.cues.push(parts.clone()),
                "Content" => attribution.contents.push(parts.clone()),
                _ => {}
            }
        }
        marks.attributions.push(attribution);
    }
    marks
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_and_events_are_read() {
        let text = Text::new("“We go,” he said, “now.”");
        let file = "T1\tSource 9 11\the\nT2\tCue 12 16\tsaid\nT3\tContent 0 8;18 24\t…\nT4\tAttribution 12 16\tsaid\n\
                    E1\tAttribution:T4 Cue:T2 Source:T1 Content:T3\nT5\tDiscard 0 2\t…\nT6\tCue 90 99\t…\nE2\tCue:T6 Source2:T1";
        let marks = read(file, &text);
        assert_eq!(marks.attributions.len(), 2);
        assert_eq!(&text.as_str()[marks.attributions[0].contents[0][1].clone()], "“now.”");
        assert_eq!(&text.as_str()[marks.attributions[1].sources[0][0].clone()], "he");
        assert!(marks.attributions[1].cues.is_empty());
        assert_eq!(marks.discarded.len(), 1);
    }
}

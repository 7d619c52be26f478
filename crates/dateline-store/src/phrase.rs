//! Small pieces of text: tags folded for comparison, sentences cut to fit a list.

use unicode_normalization::UnicodeNormalization;

/// A tag without what does not tell it from another: `#`, letter case, outer and doubled white space, width forms.
pub fn fold_tag(written: &str) -> String {
    let folded: String = tidy_tag(written).nfkc().flat_map(char::to_lowercase).collect();
    one_spaced(&folded)
}

/// A tag as it is shown: without `#` and doubled white space.
pub fn tidy_tag(written: &str) -> String {
    one_spaced(written.trim_start_matches(|letter: char| letter.is_whitespace() || matches!(letter, '#' | '＃')))
}

/// At most `limit` characters of `text` on one line, cut between words where there is a gap to cut at.
pub fn clip(text: &str, limit: usize) -> String {
    let line = one_spaced(text.get(..floor(text, limit.saturating_mul(8))).unwrap_or(text));
    let Some((end, _)) = line.char_indices().nth(limit) else { return line };
    let cut = &line[..end];
    let gap = cut.rfind(' ').filter(|&gap| gap > end * 3 / 4).unwrap_or(end);
    format!("{}…", cut[..gap].trim_end_matches([' ', ',', ';', ':', '–', '-']))
}

/// The largest character boundary of `text` not above `at`.
pub fn floor(text: &str, at: usize) -> usize {
    text.floor_char_boundary(at)
}

fn one_spaced(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_that_differ_in_dress_are_one() {
        assert_eq!(fold_tag("#HarborBridge"), fold_tag(" harborbridge "));
        assert_eq!(fold_tag("Sea  Ports"), "sea ports");
        assert_eq!(fold_tag("＃港湾"), "港湾");
        assert_ne!(fold_tag("Sea Ports"), fold_tag("Seaports"));
        assert_eq!(tidy_tag("##Sea Ports"), "Sea Ports");
    }

    #[test]
    fn long_sentences_are_cut_between_words() {
        assert_eq!(clip("The ferry left at dawn.", 100), "The ferry left at dawn.");
        assert_eq!(clip("The ferry left at dawn, they said.", 24), "The ferry left at dawn…");
        assert_eq!(clip("渡船は夜明けに出た。", 4), "渡船は夜…");
        assert_eq!(clip("two\n lines", 40), "two lines");
    }
}

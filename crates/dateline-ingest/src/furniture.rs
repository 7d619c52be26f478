//! Words of pages that are no words of reports: invitations, advertisements, lists of other reports. Data, in lower case.

use crate::words;

/// What a line of furniture does to the lines after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Furniture {
    /// Only the line itself is furniture.
    Line,
    /// Headlines of other reports may follow.
    ListOfReports,
    /// The page's own list of its headings may follow.
    ListOfHeadings,
    /// Nothing of the report follows.
    End,
}

/// Lines that are these words and nothing else.
const WHOLE: &[(&str, Furniture)] = &[
    ("advertisement", Furniture::Line),
    ("advertisement - continue reading below", Furniture::Line),
    ("scroll to continue", Furniture::Line),
    ("story continues below", Furniture::Line),
    ("story continues below advertisement", Furniture::Line),
    ("article continues below", Furniture::Line),
    ("sponsored", Furniture::Line),
    ("share", Furniture::Line),
    ("share this", Furniture::Line),
    ("share this article", Furniture::Line),
    ("share this story", Furniture::Line),
    ("print", Furniture::Line),
    ("email", Furniture::Line),
    ("facebook", Furniture::Line),
    ("twitter", Furniture::Line),
    ("whatsapp", Furniture::Line),
    ("copy link", Furniture::Line),
    ("save", Furniture::Line),
    ("listen", Furniture::Line),
    ("listen to this article", Furniture::Line),
    ("loading...", Furniture::Line),
    ("loading…", Furniture::Line),
    ("skip to content", Furniture::Line),
    ("skip to main content", Furniture::Line),
    ("read more", Furniture::Line),
    ("read more...", Furniture::Line),
    ("read more…", Furniture::Line),
    ("read the full story", Furniture::Line),
    ("continue reading", Furniture::Line),
    ("continue reading...", Furniture::Line),
    ("continue reading…", Furniture::Line),
    ("show more", Furniture::Line),
    ("load more", Furniture::Line),
    ("you may also like", Furniture::ListOfReports),
    ("you might also like", Furniture::ListOfReports),
    ("you may like", Furniture::ListOfReports),
    ("also read", Furniture::ListOfReports),
    ("read also", Furniture::ListOfReports),
    ("read next", Furniture::ListOfReports),
    ("see also", Furniture::ListOfReports),
    ("more on this story", Furniture::ListOfReports),
    ("more stories", Furniture::ListOfReports),
    ("more news", Furniture::ListOfReports),
    ("more like this", Furniture::ListOfReports),
    ("other stories", Furniture::ListOfReports),
    ("related", Furniture::ListOfReports),
    ("related articles", Furniture::ListOfReports),
    ("related content", Furniture::ListOfReports),
    ("related coverage", Furniture::ListOfReports),
    ("related news", Furniture::ListOfReports),
    ("related posts", Furniture::ListOfReports),
    ("related reading", Furniture::ListOfReports),
    ("related stories", Furniture::ListOfReports),
    ("related topics", Furniture::ListOfReports),
    ("recommended", Furniture::ListOfReports),
    ("recommended for you", Furniture::ListOfReports),
    ("recommended stories", Furniture::ListOfReports),
    ("editor's picks", Furniture::ListOfReports),
    ("editors' picks", Furniture::ListOfReports),
    ("latest news", Furniture::ListOfReports),
    ("latest stories", Furniture::ListOfReports),
    ("most popular", Furniture::ListOfReports),
    ("most read", Furniture::ListOfReports),
    ("most viewed", Furniture::ListOfReports),
    ("popular stories", Furniture::ListOfReports),
    ("top stories", Furniture::ListOfReports),
    ("trending", Furniture::ListOfReports),
    ("trending now", Furniture::ListOfReports),
    ("trending stories", Furniture::ListOfReports),
    ("up next", Furniture::ListOfReports),
    ("what to read next", Furniture::ListOfReports),
    ("contents", Furniture::ListOfHeadings),
    ("in this article", Furniture::ListOfHeadings),
    ("on this page", Furniture::ListOfHeadings),
    ("table of contents", Furniture::ListOfHeadings),
    ("download the app", Furniture::End),
    ("download our app", Furniture::End),
    ("get the app", Furniture::End),
    ("get our app", Furniture::End),
    ("all rights reserved", Furniture::End),
    ("read more on your phone", Furniture::End),
    ("forgot password?", Furniture::End),
    ("sign in", Furniture::End),
    ("log in", Furniture::End),
    ("login", Furniture::End),
    ("privacy policy", Furniture::End),
    ("terms of use", Furniture::End),
    ("terms and conditions", Furniture::End),
    ("cookie policy", Furniture::End),
    ("leave a comment", Furniture::End),
    ("leave a reply", Furniture::End),
    ("post a comment", Furniture::End),
    ("add a comment", Furniture::End),
];

/// Lines that begin with these words, up to [`LONGEST_OPENING`] words long.
const OPENINGS: &[(&str, Furniture)] = &[
    ("we and our partners ", Furniture::Line),
    ("we use cookies", Furniture::Line),
    ("this site uses cookies", Furniture::Line),
    ("this website uses cookies", Furniture::Line),
    ("app-store", Furniture::Line),
    ("pro tip:", Furniture::Line),
    ("share your thoughts", Furniture::Line),
    ("share your views", Furniture::Line),
    ("what do you think? ", Furniture::Line),
    ("let us know in the comments", Furniture::Line),
    ("tell us in the comments", Furniture::Line),
    ("subscribe to ", Furniture::Line),
    ("subscribe for ", Furniture::Line),
    ("subscribe now", Furniture::Line),
    ("sign up for ", Furniture::Line),
    ("sign up to ", Furniture::Line),
    ("signup for ", Furniture::Line),
    ("join our newsletter", Furniture::Line),
    ("follow us on ", Furniture::Line),
    ("like us on ", Furniture::Line),
    ("find us on ", Furniture::Line),
    ("click here to ", Furniture::Line),
    ("also read:", Furniture::Line),
    ("also read |", Furniture::Line),
    ("read also:", Furniture::Line),
    ("read more:", Furniture::Line),
    ("read more |", Furniture::Line),
    ("read next:", Furniture::Line),
    ("see also:", Furniture::Line),
    ("share: ", Furniture::Line),
    ("related:", Furniture::Line),
    ("related story:", Furniture::Line),
    ("more from ", Furniture::ListOfReports),
    ("more on: ", Furniture::ListOfReports),
    ("get started now: download", Furniture::End),
    ("download the app ", Furniture::End),
    ("are you sure you want to log out", Furniture::End),
    ("or sign in with", Furniture::End),
    ("copyright ©", Furniture::End),
    ("© ", Furniture::End),
    ("©2", Furniture::End),
];

/// A sentence of a report may begin like an invitation, but not one that is longer than this.
const LONGEST_OPENING: usize = 40;

/// What kind of furniture the line is, or `None` for a line of the report.
pub(crate) fn kind(line: &str) -> Option<Furniture> {
    let bare = line.trim().trim_start_matches('#').trim().trim_end_matches([':', '»', '>', '→']).trim().to_lowercase();
    let bare = bare.replace('’', "'");
    if let Some(&(_, kind)) = WHOLE.iter().find(|(words, _)| *words == bare) {
        return Some(kind);
    }
    let lower = line.trim().to_lowercase();
    let &(opening, kind) = OPENINGS.iter().find(|(opening, _)| lower.starts_with(opening))?;
    let most = match kind {
        // `More from the minister's speech …` is a sentence.
        Furniture::ListOfReports => 8,
        _ => LONGEST_OPENING,
    };
    let label = kind != Furniture::ListOfReports || !words::ends_sentence(line);
    (words::count(&lower[opening.len().min(lower.len())..]) <= most && label).then_some(kind)
}

/// Removes the word `Advertisement` that a page left standing between two sentences.
pub(crate) fn without_advertisement(line: &str) -> String {
    const WORD: &str = "Advertisement";
    if !line.contains(WORD) {
        return line.to_owned();
    }
    let mut out = String::with_capacity(line.len());
    let mut rest = line;
    while let Some(at) = rest.find(WORD) {
        let (before, from) = rest.split_at(at);
        let after = &from[WORD.len()..];
        out.push_str(before);
        let first = after.strip_prefix(' ').and_then(|after| after.chars().next());
        let opens = first.is_none_or(|first| first.is_uppercase() || "‘“'\"".contains(first));
        let bounded = after.is_empty() || after.starts_with(' ');
        if bounded && opens && (out.is_empty() || out.ends_with(' ') && words::ends_sentence(&out)) {
            rest = after.trim_start();
        } else {
            out.push_str(WORD);
            rest = after;
        }
    }
    out.push_str(rest);
    out.truncate(out.trim_end().len());
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn furniture_is_known_and_sentences_are_not() {
        assert_eq!(kind("You May Also Like:"), Some(Furniture::ListOfReports));
        assert_eq!(kind("## Table of Contents"), Some(Furniture::ListOfHeadings));
        assert_eq!(kind("Editor’s Picks"), Some(Furniture::ListOfReports));
        assert_eq!(kind("More from The Harbour Post"), Some(Furniture::ListOfReports));
        assert_eq!(kind("More from the talks is expected on Monday."), None);
        assert_eq!(kind("Sign up for our morning letter"), Some(Furniture::Line));
        assert_eq!(kind("Related parties were told on Monday."), None);
        assert_eq!(kind("DOWNLOAD THE APP"), Some(Furniture::End));
        assert_eq!(kind(""), None);
    }

    #[test]
    fn a_stray_advertisement_goes_and_the_subject_of_a_sentence_stays() {
        assert_eq!(without_advertisement("They left. Advertisement The pier closed."), "They left. The pier closed.");
        assert_eq!(
            without_advertisement("They left. Advertisement revenue fell."),
            "They left. Advertisement revenue fell."
        );
        assert_eq!(without_advertisement("An Advertisement Standards body"), "An Advertisement Standards body");
        assert_eq!(without_advertisement("They left. Advertisement"), "They left.");
    }
}

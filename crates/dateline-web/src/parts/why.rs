//! Why a report is in its story, as a sentence.

use dateline_model::{ArticleId, Reason};

use crate::{addresses, words};

/// A sentence with at most one link in it.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Why {
    /// Before the link; all of it where there is none.
    pub before: String,
    /// Where the link leads; empty where there is none.
    pub href: String,
    /// The words of the link.
    pub words: String,
    /// After the link.
    pub after: String,
}

impl Why {
    /// The sentence for `reason`. `name` gives the outlet of a report by its name, where it is known.
    #[must_use]
    pub fn new(reason: &Reason, name: impl Fn(&ArticleId) -> Option<String>) -> Why {
        match reason {
            Reason::New => plain("It opened a story: no report stored before it was close enough."),
            Reason::Copy { of, share } => {
                let of = ArticleId::new(of);
                Why {
                    before: format!("It shares {} of its words with ", words::percent(*share)),
                    href: addresses::article(&of),
                    words: name(&of)
                        .map_or_else(|| "another report".to_owned(), |outlet| format!("the report of {outlet}")),
                    after: ".".to_owned(),
                }
            }
            Reason::Person { note, at } => {
                let when = at.map_or_else(String::new, |at| format!(" on {}", at.strftime("%-d %B %Y")));
                let note = note.as_ref().map_or_else(String::new, |note| format!(": “{note}”"));
                plain(&format!("A person placed it here{when}{note}."))
            }
            Reason::Moved { from, reason } => {
                let because = match reason.as_ref() {
                    Reason::New => plain("It is no longer close enough to the reports it was with."),
                    Reason::Moved { .. } => Why::default(),
                    reason => Why::new(reason, name),
                };
                if !because.href.is_empty() {
                    return because;
                }
                Why {
                    before: format!("{} Before, it was in ", because.before).trim_start().to_owned(),
                    href: addresses::story(*from),
                    words: format!("story {from}"),
                    after: ".".to_owned(),
                }
            }
            Reason::Series { title } => plain(&format!("Its outlet keeps it as an update of “{title}”.")),
            Reason::Terms { similarity, shared } if shared.is_empty() => {
                plain(&format!("Its words are close to those of the story (similarity {similarity:.2})."))
            }
            Reason::Terms { similarity, shared } => {
                let shared: Vec<&str> = shared.iter().map(String::as_str).collect();
                plain(&format!(
                    "Its words are close to those of the story (similarity {similarity:.2}), most of all {}.",
                    words::list(&shared, 8)
                ))
            }
        }
    }
}

fn plain(sentence: &str) -> Why {
    Why { before: sentence.to_owned(), ..Why::default() }
}

#[cfg(test)]
mod tests {
    use dateline_model::StoryId;

    use super::*;

    fn said(reason: &Reason) -> String {
        let why = Why::new(reason, |id| (id.as_str() == "m/1").then(|| "Meridian".to_owned()));
        format!("{}{}{}", why.before, why.words, why.after)
    }

    #[test]
    fn each_reason_is_a_sentence() {
        let shared = ["ferry".to_owned(), "strike".to_owned()].to_vec();
        assert_eq!(said(&Reason::New), "It opened a story: no report stored before it was close enough.");
        assert_eq!(
            said(&Reason::Copy { of: "m/1".to_owned(), share: 0.92 }).replace('\u{202f}', " "),
            "It shares 92 % of its words with the report of Meridian."
        );
        assert_eq!(
            said(&Reason::Terms { similarity: 0.417, shared }),
            "Its words are close to those of the story (similarity 0.42), most of all ferry and strike."
        );
        assert_eq!(
            said(&Reason::Series { title: "Ferry strike".to_owned() }),
            "Its outlet keeps it as an update of “Ferry strike”."
        );
    }

    #[test]
    fn a_person_and_another_story_before_are_named() {
        let person = Reason::Person { note: Some("same strike".to_owned()), at: "2026-03-09T10:00:00Z".parse().ok() };
        let moved = |reason: &Reason| Reason::Moved { from: StoryId(7), reason: Box::new(reason.clone()) };
        assert_eq!(said(&person), "A person placed it here on 9 March 2026: “same strike”.");
        assert_eq!(said(&Reason::Person { note: None, at: None }), "A person placed it here.");
        assert_eq!(
            said(&moved(&person)),
            "A person placed it here on 9 March 2026: “same strike”. Before, it was in story 7."
        );
        assert_eq!(
            said(&moved(&Reason::New)),
            "It is no longer close enough to the reports it was with. Before, it was in story 7."
        );
        assert_eq!(Why::new(&moved(&person), |_| None).href, "/story/7");
    }

    #[test]
    fn a_copy_links_to_what_it_copies() {
        let why = Why::new(&Reason::Copy { of: "m/1".to_owned(), share: 0.5 }, |_| None);
        assert_eq!((why.href.as_str(), why.words.as_str()), ("/article/m%2F1", "another report"));
    }
}

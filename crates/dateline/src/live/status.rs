//! What a status of HTTP that gives nothing means, and what to do.

/// In words, and what the person who follows the source can do.
type Meaning = (u16, &'static str, &'static str);

const MEANINGS: &[Meaning] = &[
    (401, "it asks for a password", "Dateline sends none; look for an open feed of the site."),
    (402, "it asks for money", "Look for an open feed of the site."),
    (403, "it turns Dateline away", "Give a contact in the configuration; some sites turn away programs without one."),
    (404, "there is nothing at this address", "The site may have moved its feed; add its front page to find it."),
    (406, "it has no form that Dateline asks for", "Look for another feed of the site."),
    (410, "it is gone for good", "It is not asked any more."),
    (429, "it is asked too often", "It is asked more seldom."),
    (451, "it may not answer for legal reasons", "It is asked again, ever more seldom."),
];

/// What `status` means.
pub fn meaning(status: u16) -> (String, &'static str) {
    if let Some((_, words, advice)) = MEANINGS.iter().find(|(known, _, _)| *known == status) {
        return ((*words).to_owned(), advice);
    }
    match status {
        300..=399 => ("it leads nowhere".to_owned(), "Open the address in a browser and add the one it ends at."),
        500..=599 => ("the server has a fault".to_owned(), "It is asked again, ever more seldom."),
        _ => (format!("it answers with the status {status}"), "It is asked again, ever more seldom."),
    }
}

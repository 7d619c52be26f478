//! What the Link headers of an answer say of hubs (RFC 8288; W3C WebSub, 4).

use url::Url;

/// Most hubs that are kept of one answer.
const MOST_HUBS: usize = 8;

/// The hubs of a resource, and its own name for itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Links {
    /// Addresses of hubs, in their order.
    pub hubs: Vec<String>,
    /// Its own address.
    pub itself: Option<String>,
}

impl Links {
    /// Reads the values of Link headers. Addresses are taken from `base` where they are relative.
    pub(crate) fn read<'a>(values: impl Iterator<Item = &'a str>, base: &Url) -> Links {
        let mut links = Links::default();
        for link in values.flat_map(cut) {
            let Some((address, parameters)) = parts(link) else { continue };
            let Ok(address) = base.join(address.trim()) else { continue };
            let address = String::from(address);
            let relations = relations(parameters).to_ascii_lowercase();
            for relation in relations.split_ascii_whitespace() {
                match relation {
                    "hub" if links.hubs.len() < MOST_HUBS => links.hubs.push(address.clone()),
                    "self" if links.itself.is_none() => links.itself = Some(address.clone()),
                    _ => {}
                }
            }
        }
        links
    }
}

/// Cuts a value at the commas that stand in neither an address nor a quotation.
fn cut(value: &str) -> Vec<&str> {
    let (mut found, mut from) = (Vec::new(), 0);
    let (mut address, mut quoted, mut escaped) = (false, false, false);
    for (at, letter) in value.char_indices() {
        match letter {
            _ if escaped => escaped = false,
            '\\' if quoted => escaped = true,
            '"' if !address => quoted = !quoted,
            '<' if !quoted => address = true,
            '>' if !quoted => address = false,
            ',' if !quoted && !address => {
                found.push(&value[from..at]);
                from = at + 1;
            }
            _ => {}
        }
    }
    found.push(&value[from..]);
    found
}

/// The address of a link, and its parameters.
fn parts(link: &str) -> Option<(&str, &str)> {
    link.trim().strip_prefix('<')?.split_once('>')
}

/// The words of the first `rel`; those that follow it do not count (RFC 8288, 3.3).
fn relations(parameters: &str) -> &str {
    let relation = parameters.split(';').find_map(|parameter| {
        let (name, value) = parameter.split_once('=')?;
        name.trim().eq_ignore_ascii_case("rel").then_some(value)
    });
    relation.unwrap_or_default().trim().trim_matches('"')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hubs_and_the_own_name_are_read_in_every_form() {
        let base = Url::parse("https://quay.example/feed/").unwrap();
        let read = |values: &[&str]| {
            let links = Links::read(values.iter().copied(), &base);
            (links.hubs.join(" "), links.itself.unwrap_or_default())
        };
        let both = ("https://hub.example/".to_owned(), "https://quay.example/feed?a,b".to_owned());
        assert_eq!(read(&["<https://hub.example/>; rel=\"hub\", </feed?a,b>; rel=self"]), both);
        assert_eq!(
            read(&["<https://hub.example/>; title=\"a, \\\"b\"; REL=hub", "</feed?a,b>;rel=\"next self\""]),
            both
        );
        assert_eq!(read(&["<a>; rel=next; rel=hub", "hub; rel=hub", "<", "", ",,", "<b>"]), Default::default());
        let many = "<https://hub.example/>; rel=hub,".repeat(50);
        assert_eq!(Links::read([many.as_str()].into_iter(), &base).hubs.len(), MOST_HUBS);
    }
}

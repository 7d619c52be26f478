//! Pages of a list: which one is asked for, and the links to its neighbours.

/// No list is shown further than this page: what lies behind is found by search or filter.
pub const LAST: u64 = 500;

/// The page that `asked` names: 1 where it is empty or none, [`LAST`] where it is further.
#[must_use]
pub fn page(asked: &str) -> u64 {
    asked.trim().parse().unwrap_or(1).clamp(1, LAST)
}

/// Links to the pages before and after.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Paging {
    /// `Page 2`, or `Page 2 of 9`.
    pub here: String,
    /// The page before.
    pub before: Option<String>,
    /// The page after.
    pub after: Option<String>,
}

impl Paging {
    /// For page `page`, with more behind it or not; `address` makes the address of a page from its number (empty for
    /// the first).
    #[must_use]
    pub fn new(page: u64, more: bool, address: impl Fn(&str) -> String) -> Paging {
        let of = |page: u64| address(&if page == 1 { String::new() } else { page.to_string() });
        Paging {
            here: format!("Page {page}"),
            before: (page > 1).then(|| of(page - 1)),
            after: (more && page < LAST).then(|| of(page + 1)),
        }
    }

    /// For page `page` of a list of `total`, `size` a page.
    #[must_use]
    pub fn counted(page: u64, size: u64, total: u64, address: impl Fn(&str) -> String) -> Paging {
        let pages = total.div_ceil(size.max(1)).min(LAST);
        let paging = Paging::new(page, page < pages, address);
        Paging { here: format!("Page {page} of {}", pages.max(1)), ..paging }
    }

    /// True where all of the list is on this page.
    #[must_use]
    pub fn is_single(&self) -> bool {
        self.before.is_none() && self.after.is_none()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn odd_page_numbers_are_the_first_or_last() {
        assert_eq!(["", "0", "-3", "x", "7", "99999999"].map(page), [1, 1, 1, 1, 7, LAST]);
        assert_eq!(page("99999999999999999999999999"), 1);
    }

    #[test]
    fn neighbours() {
        let address = |page: &str| format!("/?page={page}");
        let first = Paging::counted(1, 20, 41, address);
        assert_eq!(
            (first.here.as_str(), first.before, first.after.as_deref()),
            ("Page 1 of 3", None, Some("/?page=2"))
        );
        let last = Paging::counted(3, 20, 41, address);
        assert_eq!((last.before.as_deref(), last.after), (Some("/?page=2"), None));
        assert!(Paging::counted(1, 20, 20, address).is_single());
        assert!(Paging::counted(1, 20, 0, address).is_single());
        assert_eq!(Paging::new(2, false, address).before.as_deref(), Some("/?page="));
    }
}

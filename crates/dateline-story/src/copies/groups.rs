//! Copies put together: reports of one text, with the report or agency it comes from.

use std::collections::{BTreeMap, HashMap};

use dateline_model::{Article, ArticleId, Copy};

use super::credit_hash;

/// Where the text of a group comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Original {
    /// One of the articles.
    Seen(ArticleId),
    /// An agency whose own report is not among them; all members are copies.
    NotSeen {
        /// As it is credited.
        agency: String,
    },
}

/// A report that is a copy.
#[derive(Clone, Debug, PartialEq)]
pub struct CopyMember {
    /// The report.
    pub article: ArticleId,
    /// The report that it has most of its text in common with; none for the one nearest to an original not seen.
    pub nearest: Option<ArticleId>,
    /// The share of its words that stand in that one, 0 to 1; 1 where there is none.
    pub share: f32,
}

/// Reports of one text.
#[derive(Clone, Debug, PartialEq)]
pub struct CopyGroup {
    /// Where it comes from.
    pub original: Original,
    /// The copies, in the order of the articles.
    pub members: Vec<CopyMember>,
}

/// The groups among `articles`, each given with the copies that were found of it, in the order of their first article.
///
/// Every copy belongs to the text it has most of, whose original is followed back over copies of copies. Where that
/// ends at a report that credits an agency, the original is the agency's report, which was not seen. Reports that go
/// back to one agency's unseen text by several ways are one group. A report that neither is nor has a copy, and
/// credits no agency, is in none.
#[must_use]
pub fn copy_groups(articles: &[(&Article, &[Copy])]) -> Vec<CopyGroup> {
    let places: HashMap<&ArticleId, usize> =
        articles.iter().enumerate().map(|(at, (article, _))| (&article.id, at)).collect();
    let nearest: Vec<Option<(usize, f32)>> =
        articles.iter().enumerate().map(|(at, (_, copies))| nearest(at, copies, &places)).collect();
    let mut roots = roots(&nearest);
    join(articles, &places, &mut roots);
    let mut groups: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (at, &root) in roots.iter().enumerate() {
        groups.entry(root).or_default().push(at);
    }
    let mut groups: Vec<Vec<usize>> = groups.into_values().collect();
    groups.sort_unstable_by_key(|members| members[0]);
    groups.iter().filter_map(|members| group(articles, &nearest, &roots, members)).collect()
}

/// The place of the article that most of the text of the one at `at` stands in.
fn nearest(at: usize, copies: &[Copy], places: &HashMap<&ArticleId, usize>) -> Option<(usize, f32)> {
    let known = copies.iter().filter_map(|copy| Some((*places.get(&copy.of)?, copy.share)));
    known.filter(|&(of, _)| of != at).max_by(|one, other| one.1.total_cmp(&other.1).then(other.0.cmp(&one.0)))
}

/// Where the copies that lead on from each article end. Copies that lead in a ring end at the first article in it.
fn roots(nearest: &[Option<(usize, f32)>]) -> Vec<usize> {
    let mut roots: Vec<Option<usize>> = vec![None; nearest.len()];
    // Which walk has passed an article.
    let mut passed = vec![usize::MAX; nearest.len()];
    for start in 0..nearest.len() {
        let (mut path, mut at) = (Vec::new(), start);
        let root = loop {
            if let Some(root) = roots[at] {
                break root;
            }
            if passed[at] == start {
                let ring = path.iter().position(|&met| met == at).unwrap_or(0);
                break path[ring..].iter().copied().min().unwrap_or(at);
            }
            passed[at] = start;
            path.push(at);
            match nearest[at] {
                Some((next, _)) => at = next,
                None => break at,
            }
        };
        path.into_iter().for_each(|at| roots[at] = Some(root));
    }
    roots.into_iter().enumerate().map(|(at, root)| root.unwrap_or(at)).collect()
}

/// Makes one group of those that go back to one agency's unseen text and have a copy in common.
fn join(articles: &[(&Article, &[Copy])], places: &HashMap<&ArticleId, usize>, roots: &mut [usize]) {
    for at in 0..articles.len() {
        for copy in articles[at].1 {
            let Some(&of) = places.get(&copy.of) else { continue };
            let (one, other) = (roots[at].min(roots[of]), roots[at].max(roots[of]));
            let unseen = |root: usize| unseen_agency(articles[root].0).map(credit_hash);
            if one != other && unseen(one).is_some() && unseen(one) == unseen(other) {
                roots.iter_mut().filter(|root| **root == other).for_each(|root| *root = one);
            }
        }
    }
}

/// The agency that an article credits, where it is not the agency's own report.
fn unseen_agency(article: &Article) -> Option<&str> {
    let agency = article.agency.as_deref();
    let agency = agency.or_else(|| article.dateline.as_ref()?.agency.as_deref())?;
    let own = article.outlet.as_deref().is_some_and(|outlet| credit_hash(outlet) == credit_hash(agency));
    (!own).then_some(agency)
}

fn group(
    articles: &[(&Article, &[Copy])],
    nearest: &[Option<(usize, f32)>],
    roots: &[usize],
    members: &[usize],
) -> Option<CopyGroup> {
    let root = roots[*members.first()?];
    let agency = unseen_agency(articles[root].0);
    if members.len() < 2 && agency.is_none() {
        return None;
    }
    let original = match agency {
        Some(agency) => Original::NotSeen { agency: agency.to_owned() },
        None => Original::Seen(articles[root].0.id.clone()),
    };
    let copies = members.iter().filter(|&&at| agency.is_some() || at != root);
    let member = |&at: &usize| {
        let nearest = nearest[at].filter(|_| at != root);
        CopyMember {
            article: articles[at].0.id.clone(),
            nearest: nearest.map(|(of, _)| articles[of].0.id.clone()),
            share: nearest.map_or(1.0, |(_, share)| share),
        }
    };
    Some(CopyGroup { original, members: copies.map(member).collect() })
}

#[cfg(test)]
mod tests {
    use dateline_model::{Direction, Text};

    use super::*;

    /// Name, outlet, agency, and what it copies with the shares.
    type Row = (&'static str, &'static str, &'static str, &'static [(&'static str, f32)]);

    /// Groups of articles, in short: `original: copy<nearest…`.
    fn groups(rows: &[Row]) -> Vec<String> {
        let named = |name: &str| (!name.is_empty()).then(|| name.to_owned());
        let article = |&(id, outlet, agency, _): &Row| {
            let id = ArticleId::new(id);
            Article { id, outlet: named(outlet), agency: named(agency), ..Article::of(Text::from("")) }
        };
        let articles: Vec<Article> = rows.iter().map(article).collect();
        let copy = |&(of, share): &(&str, f32)| Copy {
            of: ArticleId::new(of),
            share,
            direction: Direction::Arrived,
            passages: Vec::new(),
        };
        let copies: Vec<Vec<Copy>> = rows.iter().map(|row| row.3.iter().map(copy).collect()).collect();
        let pairs: Vec<(&Article, &[Copy])> = articles.iter().zip(copies.iter().map(Vec::as_slice)).collect();
        let member = |member: &CopyMember| match &member.nearest {
            Some(nearest) => format!(" {}<{nearest}", member.article),
            None => format!(" {}", member.article),
        };
        let shown = |group: CopyGroup| {
            let original = match group.original {
                Original::Seen(article) => article.to_string(),
                Original::NotSeen { agency } => format!("not seen {agency}"),
            };
            format!("{original}:{}", group.members.iter().map(member).collect::<String>())
        };
        copy_groups(&pairs).into_iter().map(shown).collect()
    }

    #[test]
    fn a_copy_of_a_copy_goes_back_to_the_original() {
        let rows: &[Row] = &[
            ("a", "Wire", "", &[]),
            ("b", "Post", "", &[("a", 0.9)]),
            ("c", "Mail", "", &[("b", 1.0), ("a", 0.9)]),
            ("d", "Echo", "", &[]),
        ];
        assert_eq!(groups(rows), ["a: b<a c<b"]);
    }

    #[test]
    fn an_agency_whose_report_is_missing_is_named() {
        let rows: &[Row] = &[
            ("a", "Post", "Reuters", &[]),
            ("b", "Mail", "Reuters", &[("a", 0.9)]),
            ("c", "Echo", "AP", &[]),
            ("d", "The Associated Press", "AP", &[]),
        ];
        assert_eq!(groups(rows), ["not seen Reuters: a b<a", "not seen AP: c"]);
    }

    #[test]
    fn two_that_were_not_compared_are_one_group_through_a_third() {
        let rows: &[Row] =
            &[("a", "Post", "AFP", &[]), ("b", "Mail", "AFP", &[]), ("c", "Echo", "", &[("a", 0.8), ("b", 0.7)])];
        assert_eq!(groups(rows), ["not seen AFP: a b c<a"]);
    }

    #[test]
    fn a_report_made_from_two_belongs_to_the_one_it_has_most_of() {
        let rows: &[Row] =
            &[("a", "Post", "", &[]), ("b", "Mail", "", &[]), ("c", "Echo", "", &[("a", 0.4), ("b", 0.5)])];
        assert_eq!(groups(rows), ["b: c<b"]);
    }

    #[test]
    fn a_ring_has_an_end() {
        let rows: &[Row] =
            &[("a", "Post", "", &[("b", 0.5)]), ("b", "Mail", "", &[("a", 0.5), ("b", 1.0), ("unknown", 1.0)])];
        assert_eq!(groups(rows), ["a: b<a"]);
    }
}

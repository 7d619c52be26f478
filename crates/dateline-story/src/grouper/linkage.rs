//! Agglomerative grouping by average linkage (Sokal and Michener 1958), over a small table of similarities.

/// How alike the members of a small set are, each to each.
#[derive(Clone, Debug)]
pub struct Similarities {
    count: usize,
    values: Vec<f32>,
}

impl Similarities {
    /// The table of `count` members, asked of `similarity` once a pair.
    pub fn new(count: usize, mut similarity: impl FnMut(usize, usize) -> f32) -> Similarities {
        let mut values = vec![0.0; count * count];
        for one in 1..count {
            for other in 0..one {
                let value = similarity(one, other);
                values[one * count + other] = value;
                values[other * count + one] = value;
            }
        }
        Similarities { count, values }
    }

    /// How alike two members are.
    pub fn between(&self, one: usize, other: usize) -> f32 {
        self.values[one * self.count + other]
    }

    /// The similarities of one member to all, itself (0) included.
    pub fn of(&self, member: usize) -> &[f32] {
        &self.values[member * self.count..(member + 1) * self.count]
    }

    /// The group of each member, told by its first member. Two groups become one as long as the mean similarity of the
    /// most alike is `bar` or more. Members with the same label in `together` begin as one group. Takes the cube of the
    /// number of members at most.
    pub fn groups(&self, bar: f32, together: &[Option<u64>]) -> Vec<usize> {
        let mut groups = Groups::of(self);
        for member in 0..self.count {
            let first = |label: &u64| together.iter().position(|other| other.as_ref() == Some(label));
            if let Some(first) = together[member].as_ref().and_then(first).filter(|&first| first != member) {
                groups.join(first, member);
            }
        }
        while let Some((one, other)) = groups.closest(bar) {
            groups.join(one, other);
        }
        groups.of_each
    }
}

/// The groups so far: similarities are those of whole groups, at the place of their first members.
struct Groups {
    means: Similarities,
    sizes: Vec<f32>,
    of_each: Vec<usize>,
}

impl Groups {
    fn of(similarities: &Similarities) -> Groups {
        let count = similarities.count;
        Groups { means: similarities.clone(), sizes: vec![1.0; count], of_each: (0..count).collect() }
    }

    fn is_first(&self, member: usize) -> bool {
        self.of_each[member] == member
    }

    /// The two groups most alike, where they are so by `bar` or more; the first of several pairs as much alike.
    fn closest(&self, bar: f32) -> Option<(usize, usize)> {
        let mut best: Option<(usize, usize, f32)> = None;
        for one in (0..self.means.count).filter(|&one| self.is_first(one)) {
            for other in (one + 1..self.means.count).filter(|&other| self.is_first(other)) {
                let similarity = self.means.between(one, other);
                if similarity >= bar && best.is_none_or(|(_, _, most)| similarity > most) {
                    best = Some((one, other, similarity));
                }
            }
        }
        best.map(|(one, other, _)| (one, other))
    }

    /// Makes the group that begins with `other` part of the one that begins with `one`, which stands before it.
    fn join(&mut self, one: usize, other: usize) {
        let (count, sizes) = (self.means.count, (self.sizes[one], self.sizes[other]));
        for third in 0..count {
            let (first, second) = (self.means.between(third, one), self.means.between(third, other));
            let mean = (sizes.0 * first + sizes.1 * second) / (sizes.0 + sizes.1);
            self.means.values[third * count + one] = mean;
            self.means.values[one * count + third] = mean;
        }
        self.sizes[one] += self.sizes[other];
        self.of_each.iter_mut().filter(|group| **group == other).for_each(|group| *group = one);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two pairs, alike by .8, and .3 from each other.
    fn pairs() -> Similarities {
        Similarities::new(4, |one, other| if one / 2 == other / 2 { 0.8 } else { 0.3 })
    }

    #[test]
    fn groups_join_down_to_the_bar() {
        let free = [None; 4];
        assert_eq!(pairs().groups(0.9, &free), [0, 1, 2, 3]);
        assert_eq!(pairs().groups(0.5, &free), [0, 0, 2, 2]);
        assert_eq!(pairs().groups(0.3, &free), [0, 0, 0, 0]);
    }

    #[test]
    fn what_belongs_together_is_never_parted() {
        let together = [Some(7), None, None, Some(7)];
        assert_eq!(pairs().groups(0.9, &together), [0, 1, 2, 0]);
        assert_eq!(pairs().groups(0.5, &together), [0, 0, 2, 0]);
    }

    #[test]
    fn a_chain_of_neighbours_is_not_one_group() {
        // Each is alike to the next only.
        let chain = Similarities::new(5, |one, other| if one == other + 1 { 0.6 } else { 0.0 });
        let groups = chain.groups(0.4, &[None; 5]);
        assert_eq!(groups, [0, 0, 2, 2, 4]);
    }
}

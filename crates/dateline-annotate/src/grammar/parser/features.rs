//! What the parser looks at.

use super::{NONE, State};
use crate::grammar::tags::Tag;
use crate::grammar::weights::feature;
use crate::grammar::words::Word;

/// Features of one move.
pub const MOVE_FEATURES: usize = 58;
/// Features of one relation.
pub const RELATION_FEATURES: usize = 26;

/// A word that is not there.
const MISSING: (u64, u64) = (0, 63);

/// The features of the move to be made. After the templates of Zhang and Nivre (2011).
#[must_use]
#[expect(clippy::too_many_lines, reason = "a table of templates")]
pub fn move_features(words: &[Word], tags: &[Tag], state: &State) -> [u64; MOVE_FEATURES] {
    let look = |at: Option<usize>| {
        at.filter(|&at| at < words.len()).map_or(MISSING, |at| (words[at].key.bits(), tags[at] as u64))
    };
    let stacked = |depth: usize| {
        let at = state.stack.len().checked_sub(depth + 1)?;
        Some(usize::from(state.stack[at]))
    };
    let child = |list: &[[u16; 2]], at: Option<usize>, which: usize| {
        let child = list.get(at?)?[which];
        (child != NONE).then_some(usize::from(child))
    };
    let count = |at: Option<usize>, side: usize| {
        at.and_then(|at| state.counts.get(at)).map_or(0, |counts| u64::from(counts[side].min(5)))
    };
    let kinds = |at: Option<usize>, side: usize| {
        at.and_then(|at| state.kinds.get(at)).map_or(u64::MAX, |kinds| u64::from(kinds[side]))
    };
    let last_right = |at: Option<usize>| child(&state.right, at, 0).map_or(99, |child| state.relations[child] as u64);
    let (s0, s1, n0) = (stacked(0), stacked(1), Some(state.next));
    let ((s0w, s0t), (s1w, s1t), (_, s2t)) = (look(s0), look(s1), look(stacked(2)));
    let ((n0w, n0t), (n1w, n1t), (n2w, n2t)) = (look(n0), look(Some(state.next + 1)), look(Some(state.next + 2)));
    let (_, n3t) = look(Some(state.next + 3));
    let (s0l, s0l2) = (look(child(&state.left, s0, 0)), look(child(&state.left, s0, 1)));
    let (s0r, s0r2) = (look(child(&state.right, s0, 0)), look(child(&state.right, s0, 1)));
    let (s1r, s1l) = (look(child(&state.right, s1, 0)), look(child(&state.left, s1, 0)));
    let (n0l, n0l2) = (look(child(&state.left, n0, 0)), look(child(&state.left, n0, 1)));
    let far = s0.map_or(0, |s0| bucket(state.next.saturating_sub(s0)));
    let (s0lc, s0rc, n0lc) = (count(s0, 0), count(s0, 1), count(n0, 0));
    let s0_last = s0.map_or(0, |at| u64::from(state.next == at + 1));
    [
        feature(0, &[]),
        feature(1, &[s0w, s0t]),
        feature(2, &[s0w]),
        feature(3, &[s0t]),
        feature(4, &[n0w, n0t]),
        feature(5, &[n0w]),
        feature(6, &[n0t]),
        feature(7, &[n1w, n1t]),
        feature(8, &[n1t]),
        feature(9, &[n2w]),
        feature(10, &[n2t]),
        feature(11, &[s1w, s1t]),
        feature(12, &[s0w, n0w]),
        feature(13, &[s0w, n0t]),
        feature(14, &[s0t, n0w]),
        feature(15, &[s0t, n0t]),
        feature(16, &[n0t, n1t]),
        feature(17, &[s0t, n0t, n1t]),
        feature(18, &[n0t, n1t, n2t]),
        feature(19, &[s1t, s0t, n0t]),
        feature(20, &[s0t, s0l.1, n0t]),
        feature(21, &[s0t, s0r.1, n0t]),
        feature(22, &[s0t, n0t, n0l.1]),
        feature(23, &[s0w, far]),
        feature(24, &[s0t, far, n0t]),
        feature(25, &[n0w, far]),
        feature(26, &[s0w, s0rc]),
        feature(27, &[s0t, s0rc, n0t]),
        feature(28, &[s0w, s0lc]),
        feature(29, &[n0w, n0lc]),
        feature(30, &[s0r.0, s0w]),
        feature(31, &[s0l.0, s0w]),
        feature(32, &[n0l.0, n0w]),
        feature(33, &[s0t, s0r.1, s0r2.1]),
        feature(34, &[s0t, s0l.1, s0l2.1]),
        feature(35, &[n0t, n0l.1, n0l2.1]),
        feature(36, &[s1t, s0t]),
        feature(37, &[s1w, s0w]),
        feature(38, &[s1t, s0w]),
        feature(39, &[s1w, s0t, n0t]),
        feature(40, &[s2t, s1t, s0t]),
        feature(41, &[s1t, s1r.1, s0t]),
        feature(42, &[s1w, n0w]),
        feature(43, &[s0t, n0t, n1t, n2t, n3t]),
        feature(44, &[s1t, s1l.1, s0t, s0_last]),
        feature(45, &[s0t, s0rc, s0r.0, n0w]),
        feature(46, &[s0t, kinds(s0, 0), n0t]),
        feature(47, &[s0t, kinds(s0, 1), n0t]),
        feature(48, &[n0t, kinds(n0, 0), s0t]),
        feature(49, &[s1t, kinds(s1, 1), s0t, n0t]),
        feature(50, &[s1t, kinds(s1, 0), s0t, kinds(s0, 0)]),
        feature(51, &[s0t, kinds(s0, 0), kinds(s0, 1), n0t]),
        feature(52, &[s0w, kinds(s0, 1), n0t]),
        feature(53, &[s1w, kinds(s1, 1), s0t]),
        feature(54, &[s0w, kinds(s0, 0)]),
        feature(55, &[n0t, kinds(n0, 0), s0t, s1t, kinds(s1, 0)]),
        feature(56, &[s0t, last_right(s0), n0t, n1t]),
        feature(57, &[s1t, last_right(s1), s0t, n0w]),
    ]
}

/// The features of the relation of an arc, from the head to what hangs on it, that is to be made.
#[must_use]
pub fn relation_features(
    words: &[Word],
    tags: &[Tag],
    state: &State,
    (head, at): (usize, usize),
) -> [u64; RELATION_FEATURES] {
    let look = |at: usize| if at < words.len() { (words[at].key.bits(), tags[at] as u64) } else { MISSING };
    let ((w, t), (hw, ht)) = (look(at), look(head));
    let back = |at: usize| at.checked_sub(1).map_or(MISSING, look);
    let side = usize::from(at > head);
    let far = bucket(at.abs_diff(head)) + 16 * side as u64;
    let child = |list: &[[u16; 2]], at: usize| list.get(at).map_or(MISSING, |found| look(usize::from(found[0])));
    let (left, right) = (child(&state.left, at), child(&state.right, at));
    let (head_left, head_right) = (child(&state.left, head), child(&state.right, head));
    let [own_before, own_behind] = state.kinds[at].map(u64::from);
    let [head_before, head_behind] = state.kinds[head].map(u64::from);
    let beside = if side == 1 { head_behind } else { head_before };
    [
        feature(100, &[]),
        feature(101, &[w, ht]),
        feature(102, &[t, ht, far]),
        feature(103, &[hw, t]),
        feature(104, &[w, hw]),
        feature(105, &[w]),
        feature(106, &[hw, far]),
        feature(107, &[t, ht, left.1]),
        feature(108, &[t, ht, right.1]),
        feature(109, &[t, ht, left.0]),
        feature(110, &[t, ht, right.0]),
        feature(111, &[t, ht, own_before]),
        feature(112, &[t, ht, own_behind]),
        feature(113, &[t, ht, head_left.1, side as u64]),
        feature(114, &[t, ht, head_right.1, side as u64]),
        feature(115, &[t, ht, beside, side as u64]),
        feature(116, &[back(at).1, t, look(at + 1).1, ht]),
        feature(117, &[back(at).0, t, ht]),
        feature(118, &[look(at + 1).0, t, ht]),
        feature(119, &[back(head).1, ht, look(head + 1).1, t]),
        feature(120, &[t, ht, own_before, beside, far]),
        feature(121, &[hw, beside, t]),
        feature(122, &[hw, head_right.0, t]),
        feature(123, &[words[at].shape as u64, t, ht]),
        feature(124, &[hw, t, own_before, side as u64]),
        feature(125, &[t, head_before, head_behind, ht]),
    ]
}

fn bucket(distance: usize) -> u64 {
    match distance {
        0..=4 => distance as u64,
        5..=6 => 5,
        7..=10 => 6,
        _ => 7,
    }
}

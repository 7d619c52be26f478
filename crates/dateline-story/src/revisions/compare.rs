//! Two texts compared: by sentences first, then by words.

use dateline_model::{Comparison, Mark, Piece, Span, Standing, Text};

use super::pairing::{Pair, pair};
use super::runs::Texts;
use super::tokens::{Cut, Forms};

/// Compares two versions of a text, each with its sentences. Spaces, line breaks, kinds of quotation marks and dashes and
/// what nobody sees make no difference. Time is near linear in the texts.
#[must_use]
pub fn compare(before: (&Text, &[Span]), after: (&Text, &[Span])) -> Comparison {
    let mut forms = Forms::new();
    let (old, new) = (Cut::new(before.0, before.1, &mut forms), Cut::new(after.0, after.1, &mut forms));
    let pairs = pair(&old, &new);
    let texts = Texts { texts: [before.0, after.0], cuts: [&old, &new] };
    let mut moved_away = vec![false; old.units.len()];
    for moved in pairs.iter().filter(|pair| pair.moved) {
        moved_away[moved.before.clone()].fill(true);
    }
    let mut walk = Walk { texts, moved_away, pieces: Vec::new(), old: 0, new: 0 };
    for pair in &pairs {
        walk.to(if pair.moved { walk.old } else { pair.before.start }, pair.after.start);
        walk.pair(pair);
    }
    walk.to(old.units.len(), new.units.len());
    Comparison { pieces: walk.pieces }
}

struct Walk<'t> {
    texts: Texts<'t>,
    /// The sentences of the earlier text that stand elsewhere in the later.
    moved_away: Vec<bool>,
    pieces: Vec<Piece>,
    /// The next sentence of each text.
    old: usize,
    new: usize,
}

impl Walk<'_> {
    /// Tells of the sentences without a partner before those of the numbers given.
    fn to(&mut self, old: usize, new: usize) {
        while self.old < old {
            if !self.moved_away[self.old] {
                let unit = self.texts.cuts[0].units[self.old].tokens.clone();
                let here = self.place(1, self.new);
                self.piece(Standing::Removed, Mark::Gone, unit, here..here);
            }
            self.old += 1;
        }
        while self.new < new {
            let unit = self.texts.cuts[1].units[self.new].tokens.clone();
            let here = self.place(0, self.old);
            self.piece(Standing::Added, Mark::New, here..here, unit);
            self.new += 1;
        }
    }

    fn pair(&mut self, pair: &Pair) {
        let tokens = |which: usize, units: &std::ops::Range<usize>| {
            let all = &self.texts.cuts[which].units;
            all[units.start].tokens.start..all[units.end - 1].tokens.end
        };
        let (before, after) = (tokens(0, &pair.before), tokens(1, &pair.after));
        let whole = self.texts.run(Mark::Same, before.clone(), after.clone());
        let runs = self.texts.runs(before, after);
        let standing = if pair.moved { Standing::Moved } else { Standing::Kept };
        self.pieces.push(Piece { standing, before: whole.before, after: whole.after, runs });
        self.new = pair.after.end;
        if !pair.moved {
            self.old = pair.before.end;
        }
    }

    fn piece(&mut self, standing: Standing, mark: Mark, old: std::ops::Range<usize>, new: std::ops::Range<usize>) {
        let run = self.texts.run(mark, old, new);
        self.pieces.push(Piece { standing, before: run.before, after: run.after, runs: vec![run] });
    }

    /// The token that a sentence begins with.
    fn place(&self, which: usize, unit: usize) -> usize {
        let cut = self.texts.cuts[which];
        cut.units.get(unit).map_or(cut.tokens.len(), |unit| unit.tokens.start)
    }
}

#[cfg(test)]
mod tests;

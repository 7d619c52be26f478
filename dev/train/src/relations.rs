//! Learns which word hangs on which.

use anyhow::Result;
use dateline_annotate::grammar::parser::{
    LEFT, MOVES, NONE, Parser, RELATIONS, RIGHT, SHIFT, State, move_features, relation_features,
};
use dateline_annotate::grammar::tags::{Relation, Tag};
use dateline_annotate::grammar::weights::{Weights, best};

use crate::corpus::{Sentence, write_model};
use crate::perceptron::Perceptron;
use crate::tags::crossed;

/// The relation that the labeller's `name` is put under.
pub fn relation(name: &str) -> Relation {
    let name = match name {
        "auxpass" => "aux",
        "acomp" | "oprd" => "attr",
        "csubj" => "nsubj",
        "csubjpass" => "nsubjpass",
        "pcomp" => "pobj",
        "dative" => "dobj",
        "npadvmod" | "quantmod" => "advmod",
        "predet" | "preconj" => "det",
        "nmod" => "compound",
        other => other,
    };
    Relation::ALL.iter().copied().find(|relation| relation.label() == name).unwrap_or(Relation::Unclear)
}

/// A sentence with the heads that are to be found.
struct Tree<'a> {
    sentence: &'a Sentence,
    tags: Vec<Tag>,
    heads: Vec<u16>,
    /// For each word, those that hang on it.
    children: Vec<Vec<u16>>,
}

impl<'a> Tree<'a> {
    fn of(sentence: &'a Sentence, tags: Vec<Tag>) -> Tree<'a> {
        let head = |(at, &head): (usize, &usize)| if at == head { NONE } else { head as u16 };
        let heads: Vec<u16> = sentence.heads.iter().enumerate().map(head).collect();
        let mut children = vec![Vec::new(); heads.len()];
        for (at, &head) in heads.iter().enumerate().filter(|(_, head)| **head != NONE) {
            children[usize::from(head)].push(at as u16);
        }
        Tree { sentence, tags, heads, children }
    }

    /// How the word `at` hangs on its head in the tree.
    fn relation(&self, at: usize) -> Relation {
        relation(&self.sentence.relations[at])
    }

    /// How many arcs of the tree can no longer be made after a move. After Goldberg and Nivre (2013), section 4.
    fn cost(&self, state: &State, what: usize) -> usize {
        let next = state.next as u16;
        let Some((&top, below)) = state.stack.split_last() else { return 0 };
        let waits = |word: &&u16| **word >= next;
        match what {
            SHIFT => {
                let head = self.heads[state.next];
                let lost_head = head != NONE && below.contains(&head);
                let lost = self.children[state.next].iter().filter(|child| state.stack.contains(child));
                usize::from(lost_head) + lost.count()
            }
            RIGHT => {
                let head = self.heads[usize::from(top)];
                let lost = self.children[usize::from(top)].iter().filter(waits);
                usize::from(head != NONE && head >= next) + lost.count()
            }
            _ => {
                let head = self.heads[usize::from(top)];
                let lost_head = head != NONE && (Some(&head) == below.last() || head > next);
                let lost = self.children[usize::from(top)].iter().filter(waits);
                usize::from(lost_head) + lost.count()
            }
        }
    }
}

/// Learns from nine articles of ten, prints how much of the tenth is right, and writes the models.
pub fn train(sentences: &[Sentence]) -> Result<()> {
    let trees = sentences.iter().zip(crossed(sentences)).map(|(sentence, tags)| Tree::of(sentence, tags));
    let short = |tree: &Tree<'_>| (2..150).contains(&tree.heads.len());
    let (learnt, held): (Vec<Tree<'_>>, Vec<Tree<'_>>) =
        trees.filter(short).partition(|tree| tree.sentence.article % 10 != 9);
    let relations: &'static [u8] = Box::leak(learn_relations(&learnt).into_boxed_slice());
    write_model("english.relations", relations)?;
    let labels = Weights::<RELATIONS>::new(relations);
    let moves: &'static [u8] = Box::leak(learn_moves(&learnt, &labels).into_boxed_slice());
    write_model("english.moves", moves)?;
    let parser = Parser::new(moves, relations);
    let (mut all, mut headed, mut labelled) = (0usize, 0usize, 0usize);
    let mut state = State::default();
    for tree in held {
        parser.parse(&tree.sentence.words, &tree.tags, &mut state);
        for at in (0..tree.heads.len()).filter(|&at| !matches!(tree.tags[at], Tag::Comma | Tag::Mark)) {
            let same = state.heads[at] == tree.heads[at];
            all += 1;
            headed += usize::from(same);
            labelled += usize::from(same && state.relations[at] == tree.relation(at));
        }
    }
    println!(
        "held out: heads {:.4}, with relations {:.4} of {all}",
        headed as f64 / all as f64,
        labelled as f64 / all as f64
    );
    Ok(())
}

/// Walks each tree by moves that lose no arc, and shows what is done at each.
fn walk(trees: &[Tree<'_>], mut show: impl FnMut(&Tree<'_>, &State, usize)) {
    let mut state = State::default();
    for tree in trees {
        state.begin(tree.heads.len());
        while !state.done() {
            let moves = [LEFT, RIGHT, SHIFT].into_iter().filter(|&what| state.can(what));
            let Some(what) = moves.min_by_key(|&what| tree.cost(&state, what)) else { break };
            show(tree, &state, what);
            let relation = state.arc(what).map_or(Relation::Root, |(_, child)| tree.relation(child));
            state.go(what, relation);
        }
    }
}

fn learn_moves(trees: &[Tree<'_>], labels: &Weights<RELATIONS>) -> Vec<u8> {
    let mut model = Perceptron::<MOVES>::new(21);
    let mut state = State::default();
    for round in 0..8 {
        let (mut right, mut all) = (0usize, 0usize);
        for tree in trees {
            state.begin(tree.heads.len());
            while !state.done() {
                let features = move_features(&tree.sentence.words, &tree.tags, &state);
                let scores = model.score(&features);
                let guess = Perceptron::best(&scores, |what| state.can(what));
                let cost = |what: usize| if state.can(what) { tree.cost(&state, what) } else { usize::MAX };
                let least = [SHIFT, RIGHT, LEFT].into_iter().map(cost).min().unwrap_or(0);
                let truth = Perceptron::best(&scores, |what| what <= LEFT && cost(what) == least);
                let good = cost(guess) == least;
                model.learn(&features, truth, if good { truth } else { guess });
                right += usize::from(good);
                all += 1;
                // The first round follows the truth; later ones learn from the parser's own mistakes.
                let what = if round == 0 { truth } else { guess };
                let relation = state.arc(what).map_or(Relation::Root, |arc| {
                    let scores = labels.score(&relation_features(&tree.sentence.words, &tree.tags, &state, arc));
                    Relation::ALL[best(&scores, |class| class > 0 && class < Relation::ALL.len())]
                });
                state.go(what, relation);
            }
        }
        println!("moves, round {round}: {:.4} of {all}", right as f64 / all as f64);
    }
    model.bytes()
}

fn learn_relations(trees: &[Tree<'_>]) -> Vec<u8> {
    let mut model = Perceptron::<RELATIONS>::new(17);
    let arc = |tree: &Tree<'_>, state: &State, what: usize| {
        state.arc(what).filter(|&(head, child)| usize::from(tree.heads[child]) == head)
    };
    for round in 0..6 {
        let (mut right, mut all) = (0usize, 0usize);
        walk(trees, |tree, state, what| {
            let Some(arc) = arc(tree, state, what) else { return };
            let features = relation_features(&tree.sentence.words, &tree.tags, state, arc);
            let scores = model.score(&features);
            let guess = Perceptron::best(&scores, |class| class > 0 && class < Relation::ALL.len());
            let truth = tree.relation(arc.1) as usize;
            model.learn(&features, truth, guess);
            right += usize::from(truth == guess);
            all += 1;
        });
        println!("relations, round {round}: {:.4} of {all}", right as f64 / all as f64);
    }
    model.bytes()
}

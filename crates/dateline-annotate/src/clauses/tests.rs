//! What hangs on what in sentences of news.

use dateline_model::{Article, Clause, Function, Language, Mode, Span};

use crate::annotate;

/// The clause whose head is `head`.
#[track_caller]
fn with(text: &str, head: &str, check: impl FnOnce(&Clause, &dyn Fn(Function) -> Vec<String>)) {
    let article = Article { language: Language::new("en"), ..Article::of(text.into()) };
    let found = annotate(&article);
    let slice = |span: Span| article.text.slice(span).to_owned();
    let clause = found.clauses.iter().find(|clause| slice(clause.head) == head).expect(head);
    let heads = |function: Function| {
        clause.slots.iter().filter(|slot| slot.function == function).map(|slot| slice(slot.head)).collect()
    };
    check(clause, &heads);
}

#[test]
fn an_active_and_a_passive_verb_have_the_same_things_in_them() {
    with("Coast guard boats seized the tanker near Ormel on Monday.", "seized", |clause, heads| {
        assert_eq!((heads(Function::Subject), heads(Function::Object)), (vec!["boats".into()], vec!["tanker".into()]));
        assert!(!clause.passive && !clause.negated && clause.mode == Mode::Fact);
    });
    with("The tanker was seized by coast guard boats on Monday.", "seized", |clause, heads| {
        assert_eq!((heads(Function::Subject), heads(Function::Object)), (vec!["boats".into()], vec!["tanker".into()]));
        assert!(clause.passive);
    });
}

#[test]
fn what_is_not_so_is_told_by_verbs_and_by_things_of_which_there_are_none() {
    for text in ["The minister did not resign on Monday.", "The minister never resigned over the affair."] {
        let head = if text.contains("did") { "resign" } else { "resigned" };
        with(text, head, |clause, _| assert!(clause.negated, "{text}"));
    }
    with("No ransom was paid for the hostages.", "paid", |clause, _| assert!(clause.negated));
    with("None of our vessels has entered the strait.", "entered", |clause, heads| {
        assert!(clause.negated);
        assert_eq!(heads(Function::Subject), ["vessels"]);
    });
}

#[test]
fn modals_and_conditions_leave_open_what_futures_do_not() {
    with("The bank may close forty branches.", "close", |clause, _| assert_eq!(clause.mode, Mode::Open));
    with("The bank will close forty branches.", "close", |clause, _| assert_eq!(clause.mode, Mode::Future));
    with("The game ends if the rain stops.", "stops", |clause, _| assert_eq!(clause.mode, Mode::Open));
}

#[test]
fn a_complement_leads_to_the_verb_above_and_shares_its_subject() {
    let text = "The striker agreed to join the club.";
    with(text, "join", |clause, heads| {
        assert_eq!(heads(Function::Subject), ["striker"]);
        assert!(clause.under.is_some());
    });
}

#[test]
fn a_noun_has_an_owner_and_what_stands_behind_prepositions() {
    with("The militia's attack on a convoy near Tirsa was condemned.", "attack", |clause, heads| {
        assert!(clause.nominal);
        assert_eq!(heads(Function::Subject), ["militia"]);
        assert!(heads(Function::Oblique).contains(&"convoy".to_owned()));
    });
}

#[test]
fn clauses_of_a_quotation_stand_in_order_with_those_around_it() {
    let text = "“We will not close the plant this year,” the owner told workers who had gathered at the gate.";
    let article = Article { language: Language::new("en"), ..Article::of(text.into()) };
    let found = annotate(&article);
    assert!(found.clauses.is_sorted_by_key(|clause| clause.head) && found.clauses.len() > 2);
    assert!(found.clauses.iter().all(|clause| clause.under.is_none_or(|under| under < found.clauses.len())));
}

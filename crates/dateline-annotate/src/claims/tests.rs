//! Claims in sentences of this project: source, cue and content of each.

use dateline_model::{Article, Language, Text};

use crate::annotate;

/// A text, and its claims as `source | cue | content`, parts of a content apart by ` … `.
const CASES: &[(&str, &[&str])] = &[
    (
        "She answered by saying, “The bridge is safe and it will stay open.”",
        &["She | saying | “The bridge is safe and it will stay open.”"],
    ),
    ("Many don’t believe it will happen.", &["Many | don’t believe | it will happen"]),
    ("As the mayor noted, the bridge was never finished.", &["the mayor | noted | the bridge was never finished"]),
    (
        "John Doe called the plan for the harbour \"far too dear,\" but said it would go on.",
        &["John Doe | called | the plan for the harbour \"far too dear,\"", "John Doe | said | it would go on"],
    ),
    (
        "He said closing the mine could cost thousands of jobs.",
        &["He | said | closing the mine could cost thousands of jobs"],
    ),
    (
        "Asked whether the mine would close, Jane Roe said she was not sure yet.",
        &[" | Asked | whether the mine would close", "Jane Roe | said | she was not sure yet"],
    ),
    (
        "The minister went on to say that nothing would change.",
        &["The minister | went on to say | that nothing would change"],
    ),
    ("She came to the harbour to thank the crew.", &[]),
    ("The bishop was critical of the plan.", &["The bishop | was critical of | the plan"]),
    ("She would support the bill.", &["She | would support | the bill"]),
    ("They left with a man accused of theft.", &[" | accused | a man … of theft"]),
    (
        "Jane Roe, who runs the harbour, told the Daily Post that it would close.",
        &["Jane Roe, who runs the harbour | told | that it would close"],
    ),
    (
        "ROE: I do not think the dam will hold.\nDOE: It has held for years.\nROE: It was never full.\nDOE: It was last year.",
        &[
            "ROE | : | I do not think the dam will hold.",
            "DOE | : | It has held for years.",
            "ROE | : | It was never full.",
            "DOE | : | It was last year.",
        ],
    ),
];

#[test]
fn claims_of_sentences() {
    for (words, expected) in CASES {
        let text = Text::new(words);
        let article = Article { language: Language::new("en"), ..Article::of(text.clone()) };
        let found: Vec<String> = annotate(&article)
            .claims
            .iter()
            .map(|claim| {
                let source = claim.source.as_ref().map_or("", |source| text.slice(source.span));
                let cue = claim.cue.map_or("", |cue| text.slice(cue));
                let content: Vec<&str> = claim.content.iter().map(|part| text.slice(*part)).collect();
                format!("{source} | {cue} | {}", content.join(" … "))
            })
            .collect();
        assert_eq!(found, *expected, "{words}");
    }
}

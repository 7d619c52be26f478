//! How claims stand in Japanese sentences.

use std::sync::OnceLock;

use dateline_model::Record;
use dateline_model::Stance::{Asserts, Declines, Denies};

use super::sources::SOURCES;
use crate::claims::by_marks::{Attribution, PhraseWords};

pub static ATTRIBUTION: Attribution = Attribution {
    spaced: false,
    capital_nouns: false,
    clitics: "",
    classes: CLASSES,
    shapes: &[
        (Some(Declines), "source ^topic * DECLINE"),
        (Some(Denies), "source ^topic _ content と DENY"),
        (Some(Denies), "source ^topic _ content を DENY"),
        (Some(Asserts), "source ^topic _ content と SAY"),
        (Some(Asserts), "source ^topic _ content を TELL"),
        (Some(Asserts), "content と source topic SAY"),
        (Some(Asserts), "content と SAY"),
        (Some(Asserts), "source BY , content"),
        (Some(Asserts), "source BY content"),
    ],
    phrases: &PHRASES,
    sources: &SOURCES,
    records: &[(Record::OffTheRecord, &["オフレコ"]), (Record::OnBackground, &["匿名", "名前を明かさ"])],
    table: OnceLock::new(),
};

static CLASSES: &[(&str, &str)] = &[
    (
        "say",
        "述べた 述べている 述べ、 述べました 語った 語っている 語り、 語りました 話した 話している 話し、 話しました 説明した 説明している 説明し、 \
         説明しました 発表した 発表しました 明らかにした 強調した 強調し、 指摘した 指摘している 指摘し、 主張した 主張している 主張し、 伝えた \
         伝えている 報じた 報じている 報じました コメントした コメントしている 答えた 語る 話す 述べる 訴えた 訴えている 警告した 表明した \
         言った 言っている 批判した 批判している 呼びかけた 書いた 説明する 投稿した 反論した 予測した 振り返った 明かした 否定的な考えを示した",
    ),
    ("tell", "発表した 発表しました 明らかにした 表明した 報じた 伝えた 認めた"),
    ("deny", "否定した 否定している 否定しました 否定し、 反論した"),
    (
        "decline",
        "コメントを控えた コメントを拒否した コメントを避けた コメントしなかった コメントしていない コメントに応じなかった 回答しなかった 回答を控えた \
         回答していない 取材に応じなかった 応じていない 明言を避けた ノーコメントとした 言及を避けた 回答を拒否した コメントを差し控えた",
    ),
    ("topic", "は が も"),
    ("と", "と"),
    ("を", "を"),
    ("by", "によると によれば"),
];

static PHRASES: PhraseWords = PhraseWords {
    determiners: "",
    links: "の",
    stops: "では には とは ではない はず ながら など ため して した する だが しかし また",
    joins: "で に",
    subordinators: "",
    pronouns: "彼 彼女 同氏",
    ones: "",
};

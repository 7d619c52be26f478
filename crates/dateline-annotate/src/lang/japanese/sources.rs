//! Japanese words for those who say something.

use crate::claims::by_marks::SourceWords;

pub static SOURCES: SourceWords = SourceWords {
    person: "-報道官 -広報担当者 -担当者 -男性 -女性 -専門家 -高官 -幹部 -住民",
    persons: "複数 一部 多く -関係者 -関係筋 -筋 -専門家ら -住民ら -幹部ら -人々 -当局者 -消息筋 -情報筋 -政府関係者 -目撃者",
    bodies: "-省 -庁 -政府 -警察 -委員会 -会社 -社 -党 -銀行 -大学 -裁判所 -検察 -組合 -協会 -連盟 -市 -県 -当局 -軍 -大使館 -局 -機構 -研究所 -病院 \
             -消防 -会 -署 -事務所 -団体 -側",
    documents: "-報告書 -声明 -調査 -資料 -文書 -統計 -発表 -報告 -メモ -判決 -白書 -手紙",
    outlets: "-新聞 -通信 -放送 -テレビ -紙 -メディア -誌 -報道 -通信社",
    titles: "-氏 -さん -首相 -大臣 -外相 -財務相 -知事 -市長 -大統領 -社長 -会長 -議員 -長官 -監督 -教授 -弁護士 -選手 -被告 -容疑者 -相",
};

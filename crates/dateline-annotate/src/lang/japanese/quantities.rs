//! Japanese: units, bounds and the words around quantities.

use crate::lang::QuantityWord::*;
use crate::lang::QuantityWords;
use dateline_model::Bound::*;

pub(super) static WORDS: QuantityWords = QuantityWords {
    decimal: '.',
    units: &[
        ("パーセント", "percent"),
        ("ポイント", "percentage point"),
        ("円", "JPY"),
        ("ドル", "USD"),
        ("ユーロ", "EUR"),
        ("ポンド", "GBP"),
        ("元", "CNY"),
        ("ウォン", "KRW"),
        ("メートル", "m"),
        ("キロ", "km"),
        ("キロメートル", "km"),
        ("トン", "t"),
        ("平方メートル", "m²"),
        ("ヘクタール", "ha"),
        ("バレル", "bbl"),
        ("キログラム", "kg"),
        ("度", "°"),
        ("人", "count"),
        ("名", "count"),
        ("件", "count"),
        ("社", "count"),
        ("台", "count"),
        ("隻", "count"),
        ("機", "count"),
    ],
    bounds: &[("約", About), ("およそ", About), ("最大", AtMost), ("少なくとも", AtLeast)],
    roles: &[
        ("年", Time),
        ("月", Time),
        ("日", Time),
        ("時", Time),
        ("分", Time),
        ("秒", Time),
        ("から", To),
        ("の", Of),
    ],
};

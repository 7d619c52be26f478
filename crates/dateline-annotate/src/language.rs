//! Which language a text is in: the one it is said to be in, unless its first words are plainly of another.

use dateline_model::{Article, Language};
use whatlang::Lang;

/// How many bytes of the text are looked at.
const SAMPLE: usize = 1_200;
/// Texts of fewer letters are left without a language, unless their script leaves no doubt.
const LEAST_LETTERS: usize = 24;

/// Texts of fewer letters are in the language that is stated.
const LEAST_AGAINST: usize = 300;

/// Languages that are taken for each other, and tags of one language.
const ALIKE: &[&[&str]] = &[
    &["no", "nb", "nn", "da", "sv"],
    &["hr", "sr", "bs", "sl", "sh", "me"],
    &["cs", "sk"],
    &["id", "ms", "jv", "su"],
    &["bg", "mk", "ru", "uk", "be"],
    &["es", "pt", "ca", "gl", "it", "oc"],
    &["hi", "mr", "ne", "sa"],
    &["nl", "af", "fy", "lb", "de"],
    &["zh", "yue", "wuu"],
    &["fa", "ur", "ps", "ckb"],
    &["tr", "az", "tk", "uz"],
    &["he", "yi"],
    &["tl", "fil", "ceb"],
    &["fi", "et"],
    &["zu", "xh", "sn", "st", "ss"],
];

/// The language of the text: the one that is stated, unless a long text is told from its words to be in another that is not
/// like it; many pages state the language of the program that made them. `None` where nothing is stated and the text is too
/// short or mixed to tell.
pub fn of(article: &Article) -> Option<Language> {
    let Some(stated) = &article.language else { return identify(article) };
    let text = sample(article);
    let told = if letters(text, LEAST_AGAINST) == LEAST_AGAINST && is_told(stated) { tell(text) } else { None };
    told.filter(|told| !alike(stated, told)).or_else(|| Some(stated.clone()))
}

fn alike(one: &Language, other: &Language) -> bool {
    let both = |group: &&[&str]| group.contains(&one.as_str()) && group.contains(&other.as_str());
    one == other || ALIKE.iter().any(both)
}

/// True for a language that can be told from words; a text in another would be taken for one of these.
fn is_told(language: &Language) -> bool {
    SHORTER.iter().any(|(_, short)| *short == language.as_str())
}

/// The language that the words of the text are in, or `None` where it is too short or mixed to tell. Method: trigrams, by
/// whatlang.
fn identify(article: &Article) -> Option<Language> {
    let body = sample(article);
    let told = tell(body);
    match (told, &article.title) {
        (None, Some(title)) if body.len() < SAMPLE / 2 => {
            tell(&format!("{}\n{body}", &title[..title.floor_char_boundary(SAMPLE)]))
        }
        (told, _) => told,
    }
}

fn sample(article: &Article) -> &str {
    let text = article.text.as_str().trim_start();
    &text[..text.floor_char_boundary(SAMPLE)]
}

/// How many letters there are, `most` at most.
fn letters(text: &str, most: usize) -> usize {
    text.chars().filter(|character| character.is_alphabetic()).take(most).count()
}

fn tell(sample: &str) -> Option<Language> {
    let found = whatlang::detect(sample)?;
    let letters = letters(sample, LEAST_LETTERS);
    let certain_script = matches!(found.lang(), Lang::Jpn | Lang::Tha | Lang::Kor | Lang::Ell | Lang::Heb | Lang::Kat);
    let enough = letters >= LEAST_LETTERS || (certain_script && letters >= 4);
    (enough && found.is_reliable()).then(|| Language::new(subtag(found.lang()))).flatten()
}

/// BCP 47 asks for the two-letter code where there is one.
fn subtag(lang: Lang) -> &'static str {
    let three = lang.code();
    SHORTER.iter().find(|(long, _)| *long == three).map_or(three, |(_, short)| short)
}

/// ISO 639-3 codes of whatlang with their ISO 639-1 codes.
const SHORTER: &[(&str, &str)] = &[
    ("afr", "af"),
    ("aka", "ak"),
    ("amh", "am"),
    ("ara", "ar"),
    ("aze", "az"),
    ("bel", "be"),
    ("ben", "bn"),
    ("bul", "bg"),
    ("cat", "ca"),
    ("ces", "cs"),
    ("cmn", "zh"),
    ("cym", "cy"),
    ("dan", "da"),
    ("deu", "de"),
    ("ell", "el"),
    ("eng", "en"),
    ("epo", "eo"),
    ("est", "et"),
    ("fin", "fi"),
    ("fra", "fr"),
    ("guj", "gu"),
    ("heb", "he"),
    ("hin", "hi"),
    ("hrv", "hr"),
    ("hun", "hu"),
    ("hye", "hy"),
    ("ind", "id"),
    ("ita", "it"),
    ("jav", "jv"),
    ("jpn", "ja"),
    ("kan", "kn"),
    ("kat", "ka"),
    ("khm", "km"),
    ("kor", "ko"),
    ("lat", "la"),
    ("lav", "lv"),
    ("lit", "lt"),
    ("mal", "ml"),
    ("mar", "mr"),
    ("mkd", "mk"),
    ("mya", "my"),
    ("nep", "ne"),
    ("nld", "nl"),
    ("nob", "nb"),
    ("ori", "or"),
    ("pan", "pa"),
    ("pes", "fa"),
    ("pol", "pl"),
    ("por", "pt"),
    ("ron", "ro"),
    ("rus", "ru"),
    ("sin", "si"),
    ("slk", "sk"),
    ("slv", "sl"),
    ("sna", "sn"),
    ("spa", "es"),
    ("srp", "sr"),
    ("swe", "sv"),
    ("tam", "ta"),
    ("tel", "te"),
    ("tgl", "tl"),
    ("tha", "th"),
    ("tuk", "tk"),
    ("tur", "tr"),
    ("ukr", "uk"),
    ("urd", "ur"),
    ("uzb", "uz"),
    ("vie", "vi"),
    ("yid", "yi"),
    ("zul", "zu"),
];

#[cfg(test)]
mod tests {
    use dateline_model::Text;

    use super::*;

    fn told(text: &str) -> Option<String> {
        identify(&Article::of(Text::new(text))).map(|language| language.to_string())
    }

    #[test]
    fn news_in_many_languages() {
        for (tag, text) in [
            ("en", "The harbour authority said on Monday that the bridge would stay closed until the end of the week."),
            (
                "de",
                "Die Hafenbehörde teilte am Montag mit, dass die Brücke bis zum Ende der Woche gesperrt bleiben werde.",
            ),
            ("ja", "港湾局は月曜日、橋が週末まで閉鎖されると発表した。"),
            ("ar", "قالت هيئة الميناء يوم الاثنين إن الجسر سيبقى مغلقا حتى نهاية الأسبوع بسبب أعمال الصيانة."),
            ("hi", "बंदरगाह प्राधिकरण ने सोमवार को कहा कि पुल सप्ताह के अंत तक बंद रहेगा और लोगों से दूसरा रास्ता लेने को कहा है।"),
            ("th", "การท่าเรือแถลงเมื่อวันจันทร์ว่าสะพานจะปิดจนถึงสิ้นสัปดาห์"),
            ("fr", "L'autorité portuaire a déclaré lundi que le pont resterait fermé jusqu'à la fin de la semaine."),
        ] {
            assert_eq!(told(text).as_deref(), Some(tag), "{text}");
        }
    }

    #[test]
    fn too_little_is_not_guessed_at() {
        for text in ["", "Oslo", "12,500 – 3.4 %", "OK, ja"] {
            assert_eq!(told(text), None, "{text}");
        }
    }

    #[test]
    fn a_stated_language_stands_unless_the_words_are_plainly_of_another() {
        let english =
            "The harbour authority said on Monday that the bridge would stay closed until the end of the week. ";
        let of = |stated: &str, text: &str| {
            let article = Article { language: Language::new(stated), ..Article::of(Text::new(text)) };
            super::of(&article).map(|language| language.to_string())
        };
        assert_eq!(of("zh-TW", &english.repeat(5)).as_deref(), Some("en"));
        // Too short to contradict; told by nobody; taken for what is like it.
        assert_eq!(of("fr", english).as_deref(), Some("fr"));
        assert_eq!(of("eu", &english.repeat(5)).as_deref(), Some("eu"));
        let danish = "Havnemyndigheden oplyste mandag, at broen forbliver lukket indtil slutningen af ugen. ";
        assert_eq!(of("nb", &danish.repeat(5)).as_deref(), Some("nb"));
        assert_eq!(of("und", &english.repeat(5)).as_deref(), Some("en"));
        let japanese = "港湾局は月曜日、橋が週末まで閉鎖されると発表した。".repeat(14);
        assert_eq!(of("en", &japanese).as_deref(), Some("ja"));
    }
}

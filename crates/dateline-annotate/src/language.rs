//! Which language a text is in, from its first words.

use dateline_model::{Article, Language};
use whatlang::Lang;

/// How many bytes of the text are looked at.
const SAMPLE: usize = 1_200;
/// Texts of fewer letters are left without a language, unless their script leaves no doubt.
const LEAST_LETTERS: usize = 24;

/// The language of the text, or `None` where it is too short or mixed to tell. Method: trigrams, by whatlang.
pub fn identify(article: &Article) -> Option<Language> {
    let text = article.text.as_str().trim_start();
    let body = &text[..text.floor_char_boundary(SAMPLE)];
    let told = tell(body);
    match (told, &article.title) {
        (None, Some(title)) if body.len() < SAMPLE / 2 => {
            tell(&format!("{}\n{body}", &title[..title.floor_char_boundary(SAMPLE)]))
        }
        (told, _) => told,
    }
}

fn tell(sample: &str) -> Option<Language> {
    let found = whatlang::detect(sample)?;
    let letters = sample.chars().filter(|character| character.is_alphabetic()).take(LEAST_LETTERS).count();
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
}

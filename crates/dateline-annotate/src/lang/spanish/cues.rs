//! How claims stand in Spanish sentences.

use std::sync::OnceLock;

use dateline_model::Record;
use dateline_model::Stance::{Asserts, Declines, Denies};

use super::sources::SOURCES;
use crate::claims::by_marks::{Attribution, PhraseWords};

pub static ATTRIBUTION: Attribution = Attribution {
    spaced: true,
    capital_nouns: false,
    clitics: "",
    classes: CLASSES,
    shapes: &[
        (None, "if source SAY"),
        (Some(Denies), "source aux? DENY content"),
        (Some(Denies), "_ DENY source content"),
        (Some(Declines), "source aux? DECLINE"),
        (Some(Asserts), "content , según aux? SAY source"),
        (Some(Asserts), "según aux? SAY source , content"),
        (Some(Asserts), "content , aux? SAY source"),
        (Some(Asserts), "source aux? SAY * : content"),
        (Some(Asserts), "source aux? SAY * &that content"),
        (Some(Asserts), "* SAY source : content"),
        (Some(Asserts), "content , BY source citado via"),
        (Some(Asserts), "content , BY source"),
        (Some(Asserts), "BY source citado via , content"),
        (Some(Asserts), "BY source , content"),
        (Some(Asserts), "content BY source"),
    ],
    phrases: &PHRASES,
    sources: &SOURCES,
    records: &[
        (Record::OffTheRecord, &["off the record"]),
        (Record::OnBackground, &["anonimato", "no ser identificad", "no ser nombrad", "anónim"]),
    ],
    table: OnceLock::new(),
};

static CLASSES: &[(&str, &str)] = &[
    (
        "say",
        "dijo dice dijeron dicen dicho afirmó afirma afirmaron afirmado declaró declara declararon declarado indicó indica indicaron \
         indicado señaló señala señalaron señalado aseguró asegura aseguraron asegurado explicó explica explicaron explicado informó \
         informa informaron informado anunció anuncia anunciaron anunciado añadió añade añadieron añadido agregó agrega agregaron \
         advirtió advierte advirtieron advertido confirmó confirma confirmaron confirmado sostuvo sostiene sostuvieron subrayó subraya \
         destacó destaca destacaron manifestó manifiesta expresó expresa comentó comenta contó cuenta relató respondió responde \
         respondieron reconoció reconoce admitió admite insistió insiste recalcó precisó precisa precisaron apuntó apunta reveló \
         revela escribió escribe lamentó lamenta denunció denuncia denunciaron prometió promete alertó alerta reiteró concluyó opinó \
         preguntó zanjó exclamó estimó publicó",
    ),
    ("aux", "ha han había habían"),
    ("that", "que si"),
    (
        "deny",
        "negó niega negaron negado desmintió desmiente desmintieron desmentido rechazó rechaza rechazaron rechazado",
    ),
    (
        "decline",
        "rehusó_comentar rehusó_hacer_comentarios rehusó_hacer_declaraciones rehusaron_comentar declinó_comentar \
         declinó_hacer_comentarios declinó_hacer_declaraciones declinaron_comentar no_quiso_comentar no_quiso_hacer_comentarios \
         no_quiso_hacer_declaraciones no_quisieron_comentar no_quisieron_hacer_declaraciones se_negó_a_comentar se_negó_a_hacer_comentarios \
         se_negó_a_hacer_declaraciones se_negaron_a_comentar no_respondió no_respondió_de_inmediato no_respondieron \
         no_respondió_a_una_solicitud_de_comentarios no_respondió_a_las_preguntas no_respondió_a_las_llamadas guardó_silencio \
         guardaron_silencio no_hizo_comentarios no_hicieron_comentarios no_pudo_ser_contactado no_pudo_ser_contactada \
         no_estaba_disponible_para_hacer_comentarios no_ha_respondido no_ha_querido_comentar no_quiso_pronunciarse \
         evitó_pronunciarse evitó_hacer_comentarios no_quiso_responder se_negó_a_responder",
    ),
    ("según", "según como tal_como tal_y_como"),
    ("by", "según de_acuerdo_con de_acuerdo_a en_palabras_de a_juicio_de"),
    ("citado", "citado_por citada_por citados_por citadas_por"),
    ("if", "si"),
];

static PHRASES: PhraseWords = PhraseWords {
    determiners: "el la los las un una unos unas este esta estos estas ese esa su sus nuestro nuestra varios varias algunos algunas \
                  ningún ninguna todos todas lo",
    links: "de del para y e en a al por de_la",
    stops: "ayer hoy mañana tras ante durante sobre bajo con sin desde hasta hacia contra entre lunes martes miércoles jueves \
            viernes sábado domingo este_lunes este_martes el_lunes el_martes el_miércoles el_jueves el_viernes el_sábado el_domingo \
            este_miércoles este_jueves este_viernes pero porque pues cuando donde mientras luego entonces además también todavía ya \
            es son era eran será serán sería fue fueron ha han había habían haber ser estar está están estaba no ni se me te nos \
            puede debe va van aquí allí eso esto nada nadie que quien cuyo si como según en_un en_una en_la en_el a_la a_los yo \
            nosotros usted así",
    joins: "y e pero o sino",
    subordinators: "tras después_de_que mientras porque cuando aunque antes para sin donde quien",
    pronouns: "él ella ellos ellas este esta",
    ones: "un una",
};

//! How claims stand in French sentences.

use std::sync::OnceLock;

use dateline_model::Record;
use dateline_model::Stance::{Asserts, Declines, Denies};

use super::sources::SOURCES;
use crate::claims::by_marks::{Attribution, PhraseWords};

pub static ATTRIBUTION: Attribution = Attribution {
    spaced: true,
    capital_nouns: false,
    clitics: "-t-il -t-elle -t-on -t-ils -t-elles -il -elle -on -ils -elles",
    classes: CLASSES,
    shapes: &[
        (None, "if source SAY"),
        (None, "if source aux SAY"),
        (Some(Denies), "source aux? DENY , &that content"),
        (Some(Denies), "source aux? DENY content"),
        (Some(Declines), "source DECLINE"),
        (Some(Declines), "source aux? REFUSE"),
        (Some(Asserts), "content , aux SAID source"),
        (Some(Asserts), "content , aux source SAID"),
        (Some(Asserts), "content , SAY source"),
        (Some(Asserts), "source aux citing source SAID"),
        (Some(Asserts), "source aux SAID * : content"),
        (Some(Asserts), "source aux SAID * &that content"),
        (Some(Asserts), "source SAY * : content"),
        (Some(Asserts), "source SAY * &that content"),
        (Some(Asserts), "_ , source aux SAID * &that content"),
        (Some(Asserts), "content , comme aux SAID source"),
        (Some(Asserts), "content , comme l aux SAID source"),
        (Some(Asserts), "content , BY source cited via"),
        (Some(Asserts), "content , BY source"),
        (Some(Asserts), "BY source cited via , content"),
        (Some(Asserts), "BY source , content"),
        (Some(Asserts), "content BY source"),
    ],
    phrases: &PHRASES,
    sources: &SOURCES,
    records: &[
        (Record::OffTheRecord, &["en off"]),
        (Record::OnBackground, &["anonymat", "anonyme", "requis l’", "préféré ne pas être nommé"]),
    ],
    table: OnceLock::new(),
};

static CLASSES: &[(&str, &str)] = &[
    (
        "say",
        "dit affirme déclare indique précise explique souligne estime assure annonce ajoute raconte rappelle prévient regrette \
         confie écrit résume conclut répond lance martèle insiste témoigne confirme soutient révèle rapporte reconnaît promet \
         affirmait expliquait estimait disait assurait indiquait affirment expliquent estiment indiquent assurent dénonce critique \
         affirma déclara expliqua répondit ajouta écrivait rapportait prétend plaide avertit réagit",
    ),
    (
        "said",
        "dit affirmé déclaré indiqué précisé expliqué souligné estimé assuré annoncé ajouté raconté rappelé prévenu regretté \
         confié écrit résumé conclu répondu lancé martelé insisté témoigné confirmé soutenu révélé rapporté reconnu promis \
         dénoncé critiqué prétendu plaidé averti réagi fait_savoir fait_valoir commenté",
    ),
    ("aux", "a ont avait avaient aurait"),
    ("that", "que qu"),
    ("deny", "nie dément nié démenti nient démentent conteste contesté rejette rejeté rejettent réfute réfuté niait"),
    (
        "decline",
        "n_a_pas_souhaité_commenter n_a_pas_souhaité_s_exprimer n_a_pas_voulu_commenter n_a_pas_répondu \
         n_a_pas_répondu_aux_sollicitations n_a_pas_répondu_à_une_demande_de_commentaire n_a_pas_pu_être_joint \
         n_a_pas_pu_être_jointe n_était_pas_joignable n_ont_pas_souhaité_commenter n_ont_pas_répondu n_a_pas_souhaité_réagir \
         n_a_pas_donné_suite n_ont_pas_souhaité_s_exprimer n_a_pas_souhaité_faire_de_commentaire s_est_refusé_à_tout_commentaire \
         s_est_refusée_à_tout_commentaire n_a_fait_aucun_commentaire n_a_pas_fait_de_commentaire",
    ),
    (
        "refuse",
        "refusé_de_commenter refuse_de_commenter refusé_de_s_exprimer refusé_de_répondre refusé_tout_commentaire \
         décliné_tout_commentaire refusé_de_réagir gardé_le_silence refusé_de_dire refuse_de_s_exprimer",
    ),
    ("comme", "comme ainsi_que"),
    ("l", "l"),
    ("by", "selon d_après aux_yeux_de au_dire_de"),
    ("cited", "cité_par citée_par cités_par citées_par"),
    ("citing", "citant"),
    ("if", "si"),
];

static PHRASES: PhraseWords = PhraseWords {
    determiners: "le la les l un une des ce cette ces son sa ses leur leurs notre nos plusieurs certains aucun aucune tous toutes",
    links: "de du des d de_la de_l pour et en à au aux",
    stops: "lundi mardi mercredi jeudi vendredi samedi dimanche hier aujourd'hui demain lors dans sur sous devant avec sans après \
            avant pendant depuis vers contre chez jeudi_soir mais car donc or ni que qui dont où quand lorsque puis ensuite enfin \
            alors aussi encore toujours déjà notamment auprès face est sont était étaient sera seront serait seraient fut a ont avait \
            avaient aurait auraient avoir être ne n pas plus se s peut doit va vont il_y_a ici là cela ça ceci rien personne \
            matin soir y selon comme si je nous vous tu ainsi",
    joins: "et mais ou car or",
    subordinators: "après_que alors_que tandis_que parce_que puisque lorsque quand avant pour sans dont où qui avec",
    pronouns: "il elle ils elles celui-ci celle-ci",
    ones: "un une",
};

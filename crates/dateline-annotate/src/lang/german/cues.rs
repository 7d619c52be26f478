//! How claims stand in German sentences.

use std::sync::OnceLock;

use dateline_model::Record;
use dateline_model::Stance::{Asserts, Declines, Denies};

use super::sources::SOURCES;
use crate::claims::by_marks::{Attribution, PhraseWords};

pub static ATTRIBUTION: Attribution = Attribution {
    spaced: true,
    capital_nouns: true,
    clitics: "",
    classes: CLASSES,
    shapes: &[
        // Die Firma sagte den Termin ab.
        (None, "SAY * off"),
        (None, "if source SAY"),
        (Some(Asserts), "wie via * citing source SAY aux? , content"),
        (Some(Asserts), "content , wie via * citing source SAY"),
        (Some(Asserts), "wie via citing source SAY aux? , content"),
        (Some(Asserts), "wie via SAY citing source , content"),
        (Some(Asserts), "wie source _ SAY aux? , content"),
        (Some(Asserts), "content , wie source _ SAY"),
        (Some(Asserts), "wie es in source HEISST , content"),
        (Some(Asserts), "content , wie es in source HEISST"),
        (Some(Asserts), "content , HEISST ES in source"),
        (Some(Asserts), "in source HEISST ES , content"),
        (Some(Asserts), "in source HEISST ES : content"),
        (Some(Asserts), "in source HEISST ES _ , content"),
        (Some(Denies), "source DENY , &that content"),
        (Some(Denies), "source aux _ DENY , &that content"),
        (Some(Denies), "source aux content DENY"),
        (Some(Denies), "source REJECT content BACK"),
        (Some(Denies), "_ REJECT source content BACK"),
        (Some(Denies), "content REJECT source BACK"),
        (Some(Denies), "source aux content REJECTED"),
        (Some(Denies), "source DENY content"),
        (Some(Denies), "_ DENY source content"),
        (Some(Declines), "source DECLINE"),
        (Some(Declines), "source WANT * SPEAK"),
        (Some(Declines), "* WANT source SPEAK"),
        (Some(Declines), "* WANT source * SPEAK"),
        (Some(Declines), "source REFUSE * comment off"),
        (Some(Declines), "for source WAS * REACHED"),
        (Some(Declines), "source WAS * REACHED"),
        (Some(Declines), "* WAS source * REACHED"),
        (Some(Declines), "source REACT * NOT"),
        (Some(Declines), "source LEAVE * UNANSWERED"),
        (Some(Asserts), "source SAY via? _ : content"),
        (Some(Asserts), "source aux via? _ SAY : content"),
        (Some(Asserts), "… SAY source via? _ : content"),
        (Some(Asserts), "content , SAY source via?"),
        (Some(Asserts), "content , JUDGE source"),
        (Some(Asserts), "source JUDGE _ : content"),
        (Some(Asserts), "source JUDGE , content"),
        (Some(Asserts), "content , SHARE source _ WITH"),
        (Some(Asserts), "content , SO source"),
        (Some(Asserts), "source SAY via? _ , content"),
        (Some(Asserts), "source SAY * , &that content"),
        (Some(Asserts), "source SHARE * WITH , content"),
        (Some(Asserts), "source SHARE * WITH : content"),
        (Some(Asserts), "source aux * SAY , &that content"),
        (Some(Asserts), "source aux _ SAY , content"),
        (Some(Asserts), "_ SAY source via? _ , content"),
        (Some(Asserts), "_ SHARE source _ WITH , content"),
        (Some(Asserts), "_ aux source _ SAY , content"),
        (Some(Asserts), "content BY source content"),
        (Some(Asserts), "BY source content"),
        (Some(Asserts), "content , BY source"),
        (Some(Asserts), "content BY source"),
        (Some(Asserts), "content source ZUFOLGE content"),
        (Some(Asserts), "source ZUFOLGE content"),
        (Some(Asserts), "content , source ZUFOLGE"),
    ],
    phrases: &PHRASES,
    sources: &SOURCES,
    records: &[
        (Record::OffTheRecord, &["nicht zur Veröffentlichung"]),
        (
            Record::OnBackground,
            &[
                "anonym",
                "Anonym",
                "nicht namentlich",
                "nicht genannt werden",
                "ungenannt bleiben",
                "ihren Namen nicht",
                "seinen Namen nicht",
            ],
        ),
    ],
    table: OnceLock::new(),
};

static CLASSES: &[(&str, &str)] = &[
    (
        "say",
        "sagte sagt sagten sagen gesagt erklärte erklärt erklärten erklären betonte betont betonten berichtete berichtet \
         berichteten berichten mitgeteilt schrieb schreibt schrieben geschrieben meinte meint meinten gemeint behauptete \
         behauptet behaupteten behaupten versicherte versichert versicherten warnte warnt warnten gewarnt ergänzte ergänzt \
         ergänzten fügte_hinzu erläuterte erläutert erläuterten bestätigte bestätigt bestätigten bestätigen meldete meldet \
         meldeten gemeldet äußerte verkündete verkündet verkündeten \
         gefordert argumentierte argumentiert argumentierten antwortete antwortet antworteten geantwortet entgegnete entgegnet \
         fragte fragt fragten gefragt räumte_ein räumt_ein eingeräumt klagte klagt klagten versprach \
         verspricht versprachen versprochen unterstrich unterstreicht betonen begründete mitteilte mitteilten \
         ankündigte ankündigten bekanntgab hinzufügte einräumte angab angaben ausführte klarstellte \
         erzählte erzählt erzählten twitterte prognostizierte prognostiziert vermutete vermutet stellte_klar",
    ),
    (
        "share",
        "teilte teilt teilten teilen gab gibt gaben kündigte kündigt kündigten fügte fügt fügten räumte räumt räumten \
         stellte stellt stellten wies weist wiesen führte führt führten deutete deutet deuteten",
    ),
    ("with", "mit bekannt an hinzu ein klar fest aus darauf_hin darauf"),
    (
        "judge",
        "kritisierte kritisiert kritisierten lobte lobt lobten zitierte beklagte beklagt forderte fordert forderten rief ruft \
         verurteilte verurteilt begrüßte begrüßt urteilte urteilt resümierte bilanzierte",
    ),
    ("off", "ab"),
    ("if", "wenn falls"),
    ("wie", "wie"),
    ("es", "es"),
    ("in", "in im aus vom von"),
    ("heisst", "heißt hieß"),
    ("citing", "unter_berufung_auf mit_bezug_auf unter_verweis_auf"),
    ("aux", "hat haben hatte hatten habe hätten"),
    (
        "deny",
        "bestritt bestreitet bestritten bestreiten dementierte dementiert dementierten dementieren verneinte verneint leugnete leugnet leugneten",
    ),
    ("reject", "wies weist wiesen weisen"),
    ("rejected", "zurückgewiesen"),
    ("back", "zurück als_falsch_zurück als_unbegründet_zurück als_haltlos_zurück entschieden_zurück"),
    ("that", "dass ob wie warum wann wo wer was"),
    (
        "decline",
        "lehnte_eine_stellungnahme_ab lehnte_einen_kommentar_ab lehnte_jede_stellungnahme_ab lehnten_eine_stellungnahme_ab \
         lehnten_einen_kommentar_ab lehnte_eine_stellungnahme_zunächst_ab gab_keine_stellungnahme_ab gab_keinen_kommentar_ab \
         gaben_keine_stellungnahme_ab gab_zunächst_keine_stellungnahme_ab äußerte_sich_nicht äußerte_sich_zunächst_nicht \
         äußerten_sich_nicht äußerten_sich_zunächst_nicht schwieg schwieg_zunächst schwiegen schweigt wollte_keine_stellungnahme_abgeben \
         wollten_keine_stellungnahme_abgeben verweigerte_die_aussage verweigerten_die_aussage verweigerte_eine_stellungnahme \
         wollte_keinen_kommentar_abgeben wollte_das_nicht_kommentieren wollte_dies_nicht_kommentieren",
    ),
    ("want", "wollte_sich wollten_sich will_sich wollte wollten will mochte möchte_sich äußerte_sich äußerten_sich"),
    (
        "speak",
        "nicht_äußern nicht_dazu_äußern nicht_kommentieren nicht_sagen zunächst_nicht_äußern nicht_näher_äußern \
         keine_stellung_nehmen nicht_stellung_nehmen keine_angaben_machen nicht_bestätigen keinen_kommentar_abgeben \
         keine_stellungnahme_abgeben",
    ),
    ("refuse", "lehnte lehnten lehnt"),
    ("comment", "stellungnahme kommentar äußerung interview"),
    ("for", "für"),
    ("was", "war waren"),
    ("reached", "nicht_zu_erreichen nicht_erreichbar nicht_zu_sprechen nicht_für_eine_stellungnahme_zu_erreichen"),
    ("react", "reagierte reagierten antwortete antworteten reagiert"),
    (
        "not",
        "nicht_auf_eine_anfrage nicht_auf_anfragen nicht_auf_bitten_um_stellungnahme zunächst_nicht_auf_eine_anfrage nicht",
    ),
    ("leave", "ließ ließen"),
    ("unanswered", "unbeantwortet unkommentiert"),
    ("so", "so"),
    (
        "by",
        "laut nach_angaben_von nach_angaben nach_aussage_von nach_aussage nach_aussagen_von nach_den_worten_von nach_worten_von \
         nach_worten nach_darstellung_von nach_darstellung nach_auskunft_von nach_auskunft nach_einschätzung_von nach_einschätzung \
         nach_informationen_von nach_informationen nach_ansicht_von nach_ansicht nach_meinung_von nach_meinung nach_überzeugung_von \
         nach_überzeugung",
    ),
    ("zufolge", "zufolge"),
];

static PHRASES: PhraseWords = PhraseWords {
    determiners: "mit_der_sache_vertraute mit_der_sache_vertrauten mit_den_plänen_vertraute mit_den_plänen_vertrauten \
                  mit_dem_vorgang_vertraute mit_dem_vorgang_vertrauten mit_der_angelegenheit_vertraute der die das den dem des ein eine einer eines einem einen dieser diese dieses sein seine seiner ihr ihre ihrer \
                  mehrere zwei drei alle einige viele jeder unser unsere kein keine beide beiden",
    links: "der des von vom für und aus zu zur beim bei einer eines seiner ihrer mehrerer dem",
    stops: "in im zum zur am gestern heute morgen zuletzt dann dort hier zugleich außerdem zudem auch doch damit dabei dazu darauf nun \
            jetzt gegenüber vor nach auf während über mit unter ohne durch gegen um seit bis wegen trotz man niemand wer was \
            es dies nichts später zuvor zunächst danach dennoch trotzdem deshalb daher zwar jedoch allerdings schließlich \
            bereits erneut weiter weiterhin nur noch schon nicht montag dienstag mittwoch donnerstag freitag samstag sonntag \
            montagabend abend mittag nachmittag ist sind war waren sei seien wird werden würde würden wurde wurden hat haben hatte \
            hatten habe kann können könne soll sollen solle muss müssen müsse darf will wollen wolle an ich wir ihr du",
    joins: "und aber doch denn sondern oder jedoch",
    subordinators: "nachdem als weil bevor obwohl ohne um damit während sodass falls indem statt anstatt",
    pronouns: "er sie diese dieser",
    ones: "ein eine einer eines einem einen",
};

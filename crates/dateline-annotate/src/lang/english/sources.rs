//! English words for those who say something.

use crate::claims::speakers::SpeakerWords;
use crate::claims::who::Reference;

/// The words of English for sources.
pub static SPEAKERS: SpeakerWords = SpeakerWords {
    people: PEOPLE,
    bodies: BODIES,
    documents: DOCUMENTS,
    outlet_nouns: OUTLET_NOUNS,
    outlets: OUTLETS,
    outlet_endings: OUTLET_ENDINGS,
    titles: TITLES,
};

/// The words of English that refer back to a source.
pub static REFERENCES: Reference = Reference {
    she: "she her herself",
    he: "he him himself his",
    it: "it its",
    they: "they them their",
    female: "mrs ms miss spokeswoman sister mother daughter wife widow girlfriend grandmother aunt niece queen princess duchess \
        actress chairwoman congresswoman businesswoman policewoman woman girl lady dame madam",
    male: "mr sir spokesman brother father son husband widower boyfriend grandfather uncle nephew king prince duke actor \
        congressman businessman policeman man boy lord",
    definite: "the",
    outlets: "newspaper paper daily weekly magazine broadcaster agency tabloid outlet network channel station",
    companies: "company firm group carmaker automaker manufacturer airline retailer bank operator developer utility insurer \
        brewer startup start-up chipmaker drugmaker publisher",
};

static PEOPLE: &str = "official officials spokesman spokesmen spokeswoman spokeswomen spokesperson spokespeople spokespersons \
    source sources person people man men woman women aide aides diplomat diplomats analyst analysts expert experts witness \
    witnesses resident residents minister ministers lawyer lawyers attorney attorneys investigator investigators prosecutor \
    prosecutors officer officers executive executives adviser advisers advisor advisors economist economists strategist \
    strategists critic critics supporter supporters opponent opponents activist activists campaigner campaigners voter voters \
    lawmaker lawmakers senator senators leader leaders member members scientist scientists researcher researchers doctor \
    doctors nurse nurses teacher teachers student students worker workers employee employees trader traders investor investors \
    observer observers historian historians scholar scholars professor professors author authors journalist journalists \
    reporter reporters editor editors neighbor neighbors neighbour neighbours friend friends colleague colleagues relative \
    relatives mother father brother sister son daughter wife husband parent parents family families victim victims suspect \
    suspects defendant defendants judge judges president chairman chairwoman chief director manager governor mayor secretary \
    ambassador general colonel commander captain soldier soldiers fighter fighters rebel rebels protester protesters demonstrator \
    demonstrators farmer farmers fisherman fishermen driver drivers pilot pilots passenger passengers tourist tourists customer \
    customers insider insiders envoy envoys negotiator negotiators delegate delegates candidate candidates politician politicians \
    republicans democrats conservatives liberals americans others many some those everyone someone anyone nobody figure figures \
    veteran veterans operative operatives consultant consultants pollster pollsters donor donors backer backers ally allies rival \
    rivals detractor detractors skeptic skeptics sceptic sceptics owner owners boss bosses coach coaches player players fan fans \
    bystander bystanders onlooker onlookers survivor survivors villager villagers trade-unionist engineer engineers banker bankers \
    premier king queen prince princess pope bishop priest imam cleric clerics whistleblower informant envoy guard guards";

static BODIES: &str = "ministry ministries government governments company companies firm firms party parties army navy force \
    forces military embassy embassies court courts police hospital hospitals committee committees commission union unions \
    council office department agency agencies authority authorities administration bank banks group groups organisation \
    organisations organization organizations association federation coalition campaign parliament congress senate house cabinet \
    palace kremlin pentagon team teams club clubs league board boards university school schools institute foundation charity \
    charities body regulator regulators watchdog airline airlines manufacturer carmaker automaker maker retailer operator utility \
    brigade guard guards regime junta opposition militia nation country city state states county district bureau fund exchange alliance \
    bloc union mission secretariat presidency chancellery directorate service corporation inc corp ltd plc co llc tribunal \
    prosecution defence defense jury panel delegation side sides movement church network chamber society centre center laboratory observatory ";

static DOCUMENTS: &str = "statement statements report reports poll polls survey surveys study studies filing filings letter \
    letters memo memos memorandum document documents record records paper papers data indictment lawsuit complaint transcript \
    transcripts email emails e-mail e-mails review account accounts book books analysis research affidavit ruling order bill law \
    constitution treaty agreement text note notice release communique communiqué dossier file files warrant petition tweet tweets \
    post posts message messages sign signs banner invoice contract log logs cable cables assessment audit census index minutes \
    declaration resolution submission testimony video footage draft proposal plan website page editorial column estimate estimates \
    forecast projection projections statistics article articles essay diary memoir biography";

static OUTLET_NOUNS: &str = "news newspaper newspapers paper daily weekly magazine broadcaster broadcasters agency wire tabloid \
    outlet outlets media television tv radio website channel station newswire network press";

static OUTLETS: &[&str] = &[
    "Reuters",
    "Kyodo",
    "Kyodo News",
    "Nikkei",
    "Jiji",
    "Jiji Press",
    "AP",
    "Associated Press",
    "AFP",
    "Agence France-Presse",
    "Bloomberg",
    "Bloomberg News",
    "Financial Times",
    "FT",
    "BBC",
    "CNN",
    "NBC",
    "CBS",
    "ABC",
    "Fox News",
    "MSNBC",
    "CNBC",
    "NPR",
    "PBS",
    "C-SPAN",
    "Politico",
    "Axios",
    "Guardian",
    "Economist",
    "Atlantic",
    "New Yorker",
    "Newsweek",
    "Time",
    "Vox",
    "Breitbart",
    "Breitbart News",
    "BuzzFeed",
    "BuzzFeed News",
    "Huffington Post",
    "Al Jazeera",
    "Al Arabiya",
    "Al-Masry Al-Youm",
    "Xinhua",
    "TASS",
    "Tass",
    "RIA",
    "RIA Novosti",
    "Interfax",
    "Yonhap",
    "IRNA",
    "Fars",
    "Tasnim",
    "SANA",
    "Anadolu",
    "Antara",
    "Bernama",
    "PTI",
    "ANI",
    "dpa",
    "DPA",
    "EFE",
    "ANSA",
    "Belga",
    "NHK",
    "NRK",
    "SVT",
    "DR",
    "ARD",
    "ZDF",
    "RTL",
    "Sky News",
    "ITV",
    "Le Monde",
    "Le Figaro",
    "Libération",
    "El País",
    "El Mundo",
    "La Repubblica",
    "Der Spiegel",
    "Die Zeit",
    "Bild",
    "Die Welt",
    "Handelsblatt",
    "Asahi",
    "Asahi Shimbun",
    "Yomiuri",
    "Yomiuri Shimbun",
    "Mainichi",
    "Mainichi Shimbun",
    "Sankei",
    "Global Times",
    "People's Daily",
    "South China Morning Post",
    "Caixin",
    "Haaretz",
    "Ha'aretz",
    "Jerusalem Post",
    "Arab News",
    "Washington Post",
    "New York Times",
    "Wall Street Journal",
    "Los Angeles Times",
    "USA Today",
    "Chicago Tribune",
    "UPI",
    "Telegraph",
    "Independent",
    "Sun",
    "Mirror",
    "Daily Mail",
    "Times",
    "Globe",
    "Globe and Mail",
    "Star",
    "Hill",
    "Intercept",
];

static OUTLET_ENDINGS: &str = "Times Post News Journal Herald Tribune Gazette Daily Chronicle Observer Telegraph Mail Shimbun \
    Press Radio TV Television Broadcasting Magazine Newspaper Examiner Inquirer Dispatch Courier Newswire Zeitung Sentinel";

static TITLES: &str = "mr mrs ms mr. mrs. ms. dr dr. prof prof. professor sir dame lord lady president vice premier minister \
    chancellor king queen prince princess sen sen. rep rep. gov gov. senator representative congressman congresswoman governor \
    mayor judge justice general gen gen. col col. colonel maj. major capt. captain lt. lieutenant sgt. sergeant adm. admiral \
    secretary ambassador pope cardinal archbishop bishop father rev. reverend imam sheikh ayatollah chief director chairman \
    chairwoman spokesman spokeswoman spokesperson officer deputy former speaker coach commissioner inspector superintendent";

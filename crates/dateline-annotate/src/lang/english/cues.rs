//! English words that show that something is said, asked, wanted or believed.

use crate::claims::cues::{
    ABOUT, ADDRESSEE, CLAUSE, CueWords, DENIES, DOCUMENT, FEELS, GERUND, NOUN, PARTICLE, PLAIN, QUOTE, SAID_OF, SPEECH,
    SUBJUNCTIVE, TO, VerbGroup,
};

/// The cue words of English.
pub static CUES: CueWords = CueWords {
    verbs: VERBS,
    irregular: IRREGULAR,
    forms,
    plain_verbs: PLAIN_VERBS,
    nouns: NOUNS,
    adjectives: ADJECTIVES,
    adjective_prepositions: "of about with at over by in to",
};

const SAY: u16 = CLAUSE | QUOTE | SPEECH;

static VERBS: &[VerbGroup] = &[
    (
        SAY,
        "",
        "say add reply respond remark quip joke retort counter opine concur gripe muse gush exclaim shout yell scream whisper \
         mutter murmur chant interject testify recall recount conclude grumble scoff fume rant chime thunder tweet \
         retweet blog post write maintain charge bark bellow blare boom cackle chuckle deadpan demur drawl \
         effuse enthuse exhort expostulate growl grouse guffaw harrumph hiss holler howl intone moan pontificate roar sneer \
         snap snarl sniff sob stammer vouch wail elaborate summarize summarise rejoin sigh reminisce",
    ),
    (
        SAY | NOUN,
        "",
        "note state announce claim argue explain acknowledge admit confirm assert declare report reveal stress concede predict \
         observe allege emphasize emphasise reiterate affirm reaffirm proclaim profess mention specify clarify disclose divulge \
         underline underscore highlight repeat relate confess posit contend caution lament decry bemoan boast insist \
         suggest propose describe outline detail promise vow pledge question ask answer cite quote hint imply intimate signal \
         rule brag swear complain warn agree disagree reason surmise theorize speculate estimate calculate \
         forecast conjecture attest certify echo recommend communicate convey express voice articulate signify tout trumpet \
         herald volunteer demand advocate notify",
    ),
    (SAY | PLAIN, "", "say add ask tell"),
    (QUOTE | SPEECH, "", "continue"),
    (SAY | NOUN | PARTICLE, "", "point spell lay blurt"),
    (CLAUSE | QUOTE | ADDRESSEE | SPEECH, "", "tell inform remind assure reassure advise brief"),
    (CLAUSE | ADDRESSEE, "", "convince persuade teach caution warn promise show notify alert"),
    (
        CLAUSE | NOUN,
        "",
        "believe fear doubt regret anticipate foresee envision recognize recognise deem view regard consider appreciate",
    ),
    (
        CLAUSE,
        "",
        "know think feel understand realize realise assume suspect imagine guess reckon figure presume suppose remember forget \
         accept find discover determine learn notice see hear perceive conclude decide demonstrate indicate show \
         bet judge gather infer deduce expect care dream pretend",
    ),
    (CLAUSE | TO, "", "hope wish pray prefer wonder worry expect decide claim intend agree"),
    (CLAUSE | QUOTE, "", "wonder worry think hope inquire enquire believe"),
    (TO | NOUN, "", "want vow promise pledge propose desire demand prefer refuse"),
    (
        TO,
        "",
        "plan intend seek threaten offer decline aim volunteer swear opt aspire consent resolve undertake love hate \
         like",
    ),
    (TO | ADDRESSEE | QUOTE | CLAUSE, "", "urge ask beg implore request advise instruct order direct command counsel"),
    (
        TO | ADDRESSEE,
        "",
        "encourage invite press pressure push persuade tell warn want expect remind forbid exhort \
         believe consider",
    ),
    (
        NOUN,
        "",
        "criticize criticise praise condemn denounce blast slam accuse blame defend endorse oppose support reject mock \
         ridicule deride lambaste lambast attack assail berate rebuke chide scold admonish applaud commend laud hail salute \
         thank congratulate welcome discuss address reference invoke call dub label brand characterize characterise \
         portray depict compare liken term credit fault bash rip excoriate castigate disparage denigrate malign insult \
         smear vilify trash pan skewer savage hammer pillory chastise reprimand censure protest admire respect favor favour \
         contemplate weigh explain interpret compliment extol champion espouse request discredit downplay minimize \
         emphasize reproach resent detest loathe abhor despise flag float promote paint rank rate mull hype plug tease \
         identify list nominate embrace ignore pronounce utter recite enumerate attribute ascribe belittle contrast frame \
         publicize publicise recap retract document eulogize glorify idolize lionize mourn revere relish misrepresent parrot \
         boo resent shame satirize scrutinize stereotype trivialize vindicate resist applaud authorize authorise \
         disapprove broach bemoan decry mention quash rebuff spurn envy pity thank treasure underplay \
         taunt jeer heckle cheer distrust dislike shun snub spurn dodge sidestep assess love hate like",
    ),
    (CLAUSE | QUOTE | NOUN | DENIES | SPEECH, "", "deny dispute rebut refute disavow disown rebuff"),
    (NOUN | DENIES, "", "dismiss reject contradict contest debunk discount repudiate"),
    (NOUN | PARTICLE, "", "rule lay call sum shrug brush play talk single"),
    (TO, "", "look"),
    (
        ABOUT,
        "for on of about against to as with over at",
        "call warn complain boast brag push press argue plead appeal lobby advocate apologize apologise \
         comment elaborate reflect dwell refer allude object agree disagree insist rail inveigh vent joke \
         speculate inquire opine expound remark approve disapprove dream think worry care testify preach protest hint \
         conceive fret debate",
    ),
    (SUBJUNCTIVE, "", "demand insist recommend propose request suggest ask order require"),
    (NOUN | DOCUMENT, "", "show find"),
    (NOUN, "", "expect feel remember"),
    (
        FEELS,
        "",
        "support oppose endorse prefer favor favour want like love hate believe think know accept reject welcome consider \
         understand feel see expect hope wish appreciate regret remember agree disagree trust doubt fear",
    ),
    (
        SAID_OF,
        "as",
        "describe see view regard portray depict perceive brand label characterize characterise hail denounce condemn \
         dismiss cast",
    ),
    (SAID_OF, "of", "accuse suspect"),
    (SAID_OF, "for", "criticize criticise blame praise credit fault condemn"),
    (CLAUSE | QUOTE | SPEECH | DOCUMENT, "", "read"),
    (ABOUT, "of about", "know learn hear"),
    (ABOUT, "about for", "ask"),
    (ABOUT, "with", "side agree disagree"),
    (ABOUT, "for", "vouch clamor clamour"),
    (ABOUT, "at against", "lash scoff balk bristle bridle sneer snipe"),
    (ABOUT, "in", "believe delight exult revel"),
    (ABOUT, "to", "confess admit point"),
    (ABOUT, "of about against", "speak talk"),
    (ABOUT, "of about", "write tell"),
    (
        GERUND,
        "",
        "suggest recommend propose consider contemplate advocate mention regret recall deny admit oppose support favor favour \
         describe report remember state",
    ),
];

static IRREGULAR: &[&str] = &[
    "say says said saying",
    "tell tells told telling",
    "think thinks thought thinking",
    "know knows knew known knowing",
    "feel feels felt feeling",
    "find finds found finding",
    "hear hears heard hearing",
    "see sees saw seen seeing",
    // `Regarding` is a preposition.
    "regard regards regarded",
    "foresee foresees foresaw foreseen foreseeing",
    "write writes wrote written writing",
    "swear swears swore sworn swearing",
    "read reads reading",
    "mean means meant meaning",
    "hold holds held holding",
    "understand understands understood understanding",
    "forget forgets forgot forgotten forgetting",
    "choose chooses chose chosen choosing",
    "seek seeks sought seeking",
    "speak speaks spoke spoken speaking",
    "teach teaches taught teaching",
    "show shows showed shown showing",
    "forbid forbids forbade forbidden forbidding",
    "forecast forecasts forecasting forecasted",
    "bet bets betting",
    "cast casts casting",
    "dream dreams dreamed dreamt dreaming",
    "undertake undertakes undertook undertaken undertaking",
    "refer refers referred referring",
    "prefer prefers preferred preferring",
    "infer infers inferred inferring",
    "admit admits admitted admitting",
    "rebut rebuts rebutted rebutting",
    "opt opts opted opting",
    "rip rips ripped ripping",
    "slam slams slammed slamming",
    "quip quips quipped quipping",
    "dub dubs dubbed dubbing",
    "brag brags bragged bragging",
    "blog blogs blogged blogging",
    "flag flags flagged flagging",
    "plan plans planned planning",
    "pan pans panned panning",
    "beg begs begged begging",
    "pity pities pitied pitying",
    "compel compels compelled compelling",
    "extol extols extolled extolling",
    "regret regrets regretted regretting",
    "label labels labeled labelled labeling labelling",
    "signal signals signaled signalled signaling signalling",
    "counsel counsels counseled counselled counseling counselling",
];

static PLAIN_VERBS: &str = "say tell deny allege insist argue believe think know assert declare announce confirm reveal concede \
    emphasize emphasise reiterate affirm reaffirm proclaim profess specify clarify disclose divulge confess posit contend maintain \
    decry bemoan suggest propose describe explain acknowledge admit agree disagree imply predict observe warn accuse criticize \
    criticise condemn denounce inform remind assure advise hear understand realize realise assume conclude decide intend seek \
    threaten recommend encourage persuade forbid oppose endorse applaud congratulate downplay refute rebut respond exclaim \
    respond write foresee lambaste berate";

static NOUNS: &str = "claim claims statement statements allegation allegations assertion assertions accusation accusations \
    argument arguments contention warning warnings announcement promise promises pledge pledges vow vows belief beliefs view \
    views opinion suggestion suggestions admission acknowledgement acknowledgment prediction predictions insistence fear fears \
    hope hopes concern concerns suspicion suspicions assurance assurances reminder declaration conclusion assumption denial \
    refusal desire intention intentions threat threats request doubt doubts complaint complaints revelation reports \
    report rumors rumours speculation criticism condemnation praise endorsement rejection comment comments \
    remark remarks description descriptions account attack attacks call calls insult insults mention question questions \
    interpretation assessment denunciation defence defense dismissal depiction portrayal understanding knowledge theory expectation expectations demand demands";

static ADJECTIVES: &str = "confident sure certain hopeful optimistic pessimistic worried concerned afraid fearful convinced \
    aware unaware skeptical sceptical adamant proud glad happy pleased sorry surprised disappointed grateful thankful doubtful \
    mindful insistent critical supportive dismissive wary angry furious upset frustrated nervous outraged alarmed disgusted \
    horrified shocked stunned thrilled excited delighted enthusiastic ambivalent weary distrustful suspicious apprehensive \
    indignant livid ashamed envious jealous uneasy uncomfortable comfortable impressed baffled puzzled troubled appalled \
    dismayed incensed irritated annoyed embarrassed saddened heartened encouraged bullish bearish sympathetic scornful \
    contemptuous appreciative respectful tolerant noncommittal unapologetic clear unsure uncertain eager willing unwilling reluctant determined keen anxious";

/// `warn`: `warns`, `warned`, `warning`; `deny`: `denies`, `denied`, `denying`; `urge`: `urges`, `urged`, `urging`.
fn forms(verb: &str) -> Vec<String> {
    let stem = |cut: usize, ending: &str| format!("{}{ending}", &verb[..verb.len() - cut]);
    let before_y = verb.as_bytes().get(verb.len().wrapping_sub(2)).is_some_and(|byte| !b"aeou".contains(byte));
    let hissing = ["s", "x", "z", "ch", "sh"].iter().any(|ending| verb.ends_with(ending));
    let (present, past) = match () {
        () if verb.ends_with('y') && before_y => (stem(1, "ies"), stem(1, "ied")),
        () if verb.ends_with('e') => (stem(0, "s"), stem(0, "d")),
        () if hissing => (stem(0, "es"), stem(0, "ed")),
        () => (stem(0, "s"), stem(0, "ed")),
    };
    let progress = if verb.ends_with('e') && !verb.ends_with("ee") { stem(1, "ing") } else { stem(0, "ing") };
    vec![verb.to_owned(), present, past, progress]
}

//! General English: verbs with the nouns made of them, in fields of one meaning; what excludes each other stands in one field.

use super::Effect;
use super::Row;
use super::Trait::{Cause, Deed, Fate, Light, Plain, State, Toll};

/// What may become of one thing, each value apart from the others. Any form of a word stands for all its forms; words of
/// several parts are found where these stand beside each other.
pub(super) const FIELDS: &[Row] = &[
    // What becomes of events.
    (
        Fate,
        &[
            "cancel, cancellation, call off, scrap, abandon, axe, ditch, drop, scrub, shelve, abort, pull out of, break off, fall through",
            "postpone, postponement, put off, put back, delay, defer, push back, reschedule, adjourn, put on hold, hold over, suspend",
            "go ahead, take place, proceed, press ahead, get under way, kick off, go off as planned, push ahead, be held",
        ],
    ),
    (
        Fate,
        &["close, shut, shut down, close down, seal, seal off, closure, shutdown", "open, reopen, open up, reopening"],
    ),
    (
        Fate,
        &[
            "halt, suspend, pause, freeze, ground, interrupt, cut off, stop, cease, knock out",
            "resume, restart, restore, run normally, continue, carry on, keep running, run as normal, operate normally",
        ],
    ),
    // What is decided of something, and what it is.
    (
        State,
        &[
            "approve, approval, pass, adopt, adoption, ratify, ratification, endorse, vote for, vote through, greenlight, authorise, authorize",
            "reject, rejection, turn down, vote down, throw out, veto, block, rebuff",
        ],
    ),
    (State, &["alive, out of danger", "die, dead, death, perish, succumb, pass away, killed, kill"]),
    (State, &["convict, conviction, guilty, find guilty", "acquit, acquittal, exonerate, not guilty, innocent"]),
    (
        State,
        &[
            "resign, resignation, step down, quit, stand down, leave office, bow out, step aside",
            "stay on, remain in office, stay in office, remain in post, keep his job, keep her job, cling to power",
        ],
    ),
    (State, &["sober", "drunk, intoxicated"]),
    (State, &["armed", "unarmed"]),
    (State, &["legal, lawful, constitutional", "illegal, unlawful, unconstitutional"]),
    (State, &["safe, harmless", "unsafe, dangerous, contaminated, toxic"]),
    (State, &["accidental, accident", "deliberate, intentional, on purpose, arson"]),
    (State, &["conscious", "unconscious, in a coma, comatose"]),
    // Tolls.
    (
        Toll,
        &[
            "kill, killing, die, dead, death, deadly, death toll, fatality, perish, claim the life, lose life, lose their life, body, corpse, slay, massacre, drown, toll, lifeless",
        ],
    ),
    (Toll, &["injure, injury, wound, hurt, casualty, in hospital, hospitalise, hospitalize, treat, maim"]),
    (Toll, &["missing, unaccounted, unaccounted for, lost, disappear, vanish, trapped, trap"]),
    (Toll, &["rescue, save, pull from, survive, survivor, pull alive, pluck, winch"]),
    (Toll, &["arrest, detain, round up, custody, detention, take in"]),
    (Toll, &["abduct, kidnap, seize, take, snatch, hostage, take hostage, captive, hold hostage, carry off"]),
    (
        Toll,
        &[
            "evacuate, evacuation, move out of, displace, flee, homeless, uproot, leave home, leave their home, move out, move to safety, drive from",
        ],
    ),
    (
        Toll,
        &["destroy, destruction, demolish, flatten, raze, level, wreck, gut, ruin, burn down, wash away, reduce to"],
    ),
    (Toll, &["damage"]),
    (Toll, &["infect, infection, case, test positive, sicken, fall ill, ill, sick, contract"]),
    (Toll, &["strand, stick, stuck, maroon"]),
    // Deeds of which one doer excludes the other.
    (
        Deed,
        &[
            "attack, assault, raid, ambush, bomb, bombing, blast, explosion, blow up, detonate, car bomb, shell, shelling, fire on, bombard, bombardment, barrage, shoot, shooting, gun down, open fire, strike, air strike, airstrike, missile, rocket, drone strike",
        ],
    ),
    (Deed, &["shoot down, down, bring down, take down, intercept"]),
    (Deed, &["assassinate, assassination, murder, kill, slay, behead, stab, poison, poisoning, execute"]),
    (Deed, &["abduct, abduction, kidnap, kidnapping, snatch, take hostage, hijack"]),
    (Deed, &["hack, hacking, cyberattack, cyber attack, breach, intrusion, break into"]),
    (Deed, &["steal, theft, rob, robbery, loot, burgle, burglary, heist, raid, make off with"]),
    (Deed, &["sabotage, sever, vandalise, vandalize"]),
    (Deed, &["torch, arson, set fire, set alight, set ablaze, burn down"]),
    (Deed, &["ram"]),
    (Deed, &["sink, sinking, torpedo"]),
    // Words for what brings something about: subject the cause, object the effect.
    (
        Cause,
        &[
            "cause, trigger, spark, set off, bring about, provoke, lead to, prompt, ignite, start, result in, bring down, precipitate, be behind, responsible for, explain",
        ],
    ),
    // Words that say no more than that something is so much.
    (
        Light,
        &[
            "be, stand, come, amount, total, reach, hit, put, give, number, count, estimate, rise, climb, fall, drop, have, total, exceed, top, pass, set, fix, go, grow, increase, swell, jump, increase, rise, report, record, say, make, take, see, leave, cost, bring, get, do, keep, become, include, involve, show",
        ],
    ),
    // What is meant by one is meant by the other.
    (
        Plain,
        &[
            "buy, purchase, acquire, acquisition, takeover, take over, snap up, sell, sale, deal, price tag, price, pay, merger, worth, value",
        ],
    ),
    (Plain, &["earn, profit, net profit, net income, earnings, make a profit"]),
    (Plain, &["lose, loss, deficit"]),
    (Plain, &["revenue, sales, turnover, takings"]),
    (Plain, &["fine, penalty, penalise, penalize, forfeit"]),
    (Plain, &["award, damages, compensation, compensate, payout, pay out"]),
    (Plain, &["invest, investment, spend, put in, pour, pump, funding, plough"]),
    (Plain, &["cost, price tag, bill, budget, outlay, price"]),
    (Plain, &["borrow, loan, lend, credit, bailout"]),
    (Plain, &["raise, collect, fundraise, bring in"]),
    (
        Plain,
        &[
            "meet, meeting, talks, summit, negotiate, negotiation, dialogue, confer, conference, hold talks, sit down, encounter",
        ],
    ),
    (Plain, &["visit, trip, tour, journey, travel, fly, arrive, arrival, come, come to"]),
    (Plain, &["marry, wedding, wed, tie the knot"]),
    (Plain, &["bear, birth, give birth, born"]),
    (Plain, &["elect, election, choose, vote, poll, ballot, go to the polls, referendum"]),
    (Plain, &["appoint, appointment, name, nominate, pick, install"]),
    (Plain, &["dismiss, dismissal, fire, sack, oust, remove, depose"]),
    (
        Plain,
        &[
            "march, rally, demonstration, demonstrate, protest, take to the streets, turn out, gather, gathering, join, attend, take part, crowd, draw, assemble, attract",
        ],
    ),
    (Plain, &["strike, walk out, walkout, down tools, stop work, industrial action"]),
    (Plain, &["launch, lift off, liftoff, blast off, take off"]),
    (Plain, &["crash, come down, go down, plunge, accident"]),
    (
        Plain,
        &[
            "derail, derailment, leave the rails, leave the tracks, jump the tracks, come off the rails, leave the track, jump the rails",
        ],
    ),
    (Plain, &["collapse, cave in, give way, fall down, fall in, come down"]),
    (Plain, &["erupt, eruption"]),
    (Plain, &["open, begin, start, opening, beginning, commence, get under way, kick off"]),
    (Plain, &["end, close, finish, conclude, conclusion, wind up, expire"]),
    (Plain, &["sentence, jail, prison, imprison, imprisonment, behind bars, term, serve, hand down"]),
    (Plain, &["charge, indict, indictment, accuse, prosecute"]),
    (Plain, &["sign, seal, conclude"]),
    (Plain, &["release, free, let go, liberate, swap, exchange"]),
    (Plain, &["recall, call back, withdraw"]),
    (Plain, &["lay off, job, redundancy, redundant, layoff, cut, shed, let go, go, axe"]),
    (Plain, &["hire, recruit, create, take on"]),
    (Plain, &["deploy, deployment, send, dispatch, mobilise, mobilize"]),
    (Plain, &["expel, expulsion, throw out, send home, deport, deportation"]),
    (Plain, &["cut, lower, reduce, slash, trim, reduction"]),
    (Plain, &["raise, lift, increase, hike, put up"]),
    (Plain, &["build, construct, construction, erect, put up"]),
    (Plain, &["join, sign for, move to, transfer"]),
    (Plain, &["enter, cross, intrude, incursion, violate, stray"]),
    (Plain, &["bribe, bribery, take money, take cash, kickback, accept, take, receive"]),
    (Plain, &["know, aware, warn, warning, tell, inform, told"]),
    (Plain, &["ask, request, demand, seek, call for"]),
    (Plain, &["supply, deliver, ship, provide, arm, hand over"]),
    (Plain, &["use, deploy, employ"]),
    (Plain, &["test, try out, trial, trial run"]),
    (Plain, &["import, bring in, smuggle"]),
    (Plain, &["ban, prohibit, outlaw, bar, forbid"]),
    (Plain, &["spend, allocate, earmark, set aside"]),
    (Plain, &["land, touch down, splash down, make landfall, come ashore"]),
    (Plain, &["bury, funeral, lay to rest, burial, cremate"]),
    (Plain, &["play, perform, appear, give a concert, concert"]),
    (Plain, &["vaccinate, inoculate, jab, vaccination"]),
    (Plain, &["weigh, weight"]),
    (Plain, &["carry, aboard, on board, transport, hold"]),
];

/// Nouns that may stand for one another.
pub(super) const NOUNS: &[&str] = &[
    "people, person, youth, teenager, thief, doctor, victim, civilian, resident, passenger, inhabitant, villager, demonstrator, protester, marcher, participant, visitor, guest, worshipper, casualty, human, citizen, supporter, spectator, fan",
    "police, policeman, officer, policemen, constable, cop, force",
    "soldier, troop, serviceman, servicemen, trooper, conscript, fighter",
    "rebel, militant, insurgent, fighter, guerrilla, gunman, gunmen, militia, militiamen, extremist",
    "company, firm, group, business, maker, manufacturer, producer, operator, chain, retailer",
    "worker, employee, staff, job, post, position, redundancy",
    "plane, aircraft, airliner, jet, aeroplane, airplane, flight, airbus, boeing",
    "helicopter, chopper",
    "ship, vessel, boat, ferry, freighter, tanker, trawler, yacht, cargo ship",
    "car, vehicle, van",
    "lorry, truck, pickup",
    "bus, coach, minibus",
    "train, express, locomotive",
    "pupil, student, child, schoolchild, schoolgirl, schoolboy, children, schoolchildren, kid, girl, boy",
    "baby, newborn, infant, son, daughter",
    "government, cabinet, ministry, administration",
    "parliament, assembly, lawmaker, mp, deputy, house, senate, chamber, legislature, congress",
    "court, judge, jury, tribunal",
    "lawyer, attorney, counsel, barrister",
    "deal, agreement, accord, pact, treaty",
    "bill, law, act, legislation, measure, reform",
    "talks, negotiation, meeting, summit, conference, dialogue",
    "fire, blaze, inferno, wildfire, flame",
    "earthquake, quake, temblor, tremor",
    "storm, hurricane, cyclone, typhoon, tornado",
    "money, cash, bribe, payment, fund, ransom, sum",
    "home, house, building, dwelling, property",
    "bomb, explosive, device, charge, grenade",
    "missile, rocket, projectile",
    "drone, uav",
    "ceasefire, truce, armistice",
    "blackout, power cut, outage, power failure",
    "hospital, clinic",
    "prison, jail, gaol",
    "plant, factory, works, mill",
    "mine, pit, colliery",
    "border, frontier",
    "airport, airfield, terminal, runway",
    "port, harbour, harbor, dock",
    "road, motorway, highway, street",
    "school, college, academy",
    "market, bazaar",
    "match, game, fixture, derby, final",
    "concert, gig, show, performance",
    "festival, fair, carnival",
    "strike, walkout, stoppage",
    "election, vote, poll, ballot, run-off, referendum",
    "march, rally, demonstration, protest",
    "trial, hearing",
    "report, study, inquiry, investigation, probe",
    "crash, accident, collision, wreck",
    "attack, assault, raid, bombing, strike",
    "explosion, blast",
    "epidemic, outbreak, disease, virus",
    "painting, picture, artwork, canvas",
    "minister, secretary",
    "president, leader, head of state",
    "chief, head, boss, director, chief executive, ceo",
    "suspect, attacker, gunman, assailant, perpetrator",
    "hostage, captive, abductee",
    "refugee, migrant, asylum seeker",
    "body, corpse, remains",
    "seat, mandate",
    "tree, wood",
    "dam, barrage",
    "ferry, boat",
    "spill, slick",
    "site, location, place",
    "climber, mountaineer, hiker",
    "miner, worker",
    "sailor, seafarer, crew, crewman",
    "tax, levy, duty, tariff",
];

/// Forms of verbs that no rule makes: the base, then the others.
pub(super) const IRREGULAR: &str = "be is are was were been being am;have has had;do does did done;go goes went gone;\
say said;make made;get got gotten;take took taken;come came;see saw seen;give gave given;find found;think thought;\
tell told;become became;leave left;feel felt;bring brought;begin began begun;keep kept;hold held;write wrote written;\
stand stood;hear heard;let;mean meant;set;meet met;run ran;pay paid;sit sat;speak spoke spoken;lie lay lain;lead led;\
read;grow grew grown;lose lost;fall fell fallen;send sent;build built;understand understood;draw drew drawn;\
break broke broken;spend spent;cut;rise rose risen;drive drove driven;buy bought;wear wore worn;choose chose chosen;\
seek sought;throw threw thrown;catch caught;deal dealt;win won;forget forgot forgotten;lay laid;sell sold;fight fought;\
teach taught;eat ate eaten;sing sang sung;strike struck stricken;hang hung;shake shook shaken;ride rode ridden;feed fed;\
shoot shot;drink drank drunken;hit;arise arose arisen;fly flew flown;spread;sleep slept;cost;beat beaten;light lit;bind bound;\
cast;hide hid hidden;swing swung;steal stole stolen;freeze froze frozen;withdraw withdrew withdrawn;shut;sink sank sunk;\
swear swore sworn;flee fled;bear bore borne;tear tore torn;shrink shrank shrunk;overthrow overthrew overthrown;\
undergo underwent undergone;overturn;foresee foresaw foreseen;forbid forbade forbidden;blow blew blown;burn burnt;\
spill spilt;learn learnt;split;quit;bid;burst;hurt;put;sweep swept;swim swam swum;drown;dig dug;slay slew slain;\
retake retook retaken;rebuild rebuilt;undertake undertook undertaken;overcome overcame;mistake mistook mistaken;\
stick stuck;sling slung;fling flung;cling clung;sting stung;wake woke woken;weave wove woven;bend bent;lend lent;\
kneel knelt;leap leapt;dream dreamt;spoil spoilt;upset;spit spat;string strung;breed bred;bleed bled;speed sped;creep crept;\
die dies died dying;tie ties tied tying;lie lies lied lying;wed;man men;woman women;child children;foot feet;life lives;\
body bodies;resume resumed resumption;ship ships;kidnap kidnapped kidnapping;job jobs";

/// What verbs make of the verb in their complement; of others it is open whether it is so.
pub(super) const GOVERNORS: &[(Effect, &str)] = &[
    (
        Effect::None,
        "begin, start, continue, manage, go, resume, help, proceed, force, cause, let, make, see, show, say, announce, confirm, know, \
         find, admit, reveal, report, add, state, tell, be, have, get, come, keep, succeed, hear, watch, leave, use, disclose, insist, \
         happen, declare, learn, note, explain, return, stop over, turn out, put",
    ),
    (
        Effect::Future,
        "agree, decide, vow, pledge, promise, expect, set, schedule, plan, intend, will, prepare, commit, offer, order",
    ),
    (
        Effect::Denied,
        "fail, refuse, decline, avoid, neglect, forget, prevent, bar, forbid, stop, cease, balk, deny, dismiss",
    ),
];

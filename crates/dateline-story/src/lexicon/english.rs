//! English. Where house styles differ in `ll` or `ame`, forms of a word fall apart: then each stands here.

use super::{Mark, Row};

/// How words end that name a deed without saying that it was done: `cancelling`.
pub(super) const GERUND: &str = "ing";

/// Any form of a word stands for all its forms.
pub(super) const ROWS: &[Row] = &[
    (Mark::CalledOff, "cancel, cancellation, scrap, call off, called off, calling off, abort, scrub"),
    (Mark::PutOff, "postpone, postponement, put off, delay, defer, push back, reschedule, put on hold"),
    (
        Mark::WentAhead,
        "go ahead, goes ahead, going ahead, went ahead, gone ahead, took place, taken place, was held, were held, been held",
    ),
    (Mark::Event, "meeting, talks, summit, conference, negotiations, dialogue"),
    (Mark::Event, "visit, trip, tour, journey"),
    (Mark::Event, "match, game, fixture, race, fight, bout"),
    (Mark::Event, "concert, gig, performance"),
    (Mark::Event, "festival, fair, carnival, parade"),
    (Mark::Event, "strike, walkout, stoppage"),
    (Mark::Event, "launch, lift-off, liftoff"),
    (Mark::Event, "election, ballot, poll, referendum"),
    (Mark::Event, "hearing, trial"),
    (Mark::Event, "execution"),
    (Mark::Event, "wedding, ceremony, inauguration"),
    (Mark::Event, "rally, march, protest, demonstration"),
    (Mark::Event, "debate"),
    (Mark::Event, "exercise, drill, manoeuvre"),
    (Mark::Event, "dinner, gala, banquet, reception"),
    (Mark::Event, "deal, merger, takeover, acquisition"),
    (
        Mark::Toll,
        "kill, killed, killing, dead, death, die, died, toll, fatality, claim the lives, lose their lives, lost their lives, perish",
    ),
    (Mark::Toll, "injure, injury, wound, wounded, hurt"),
    (Mark::Shrinking, "missing, unaccounted, trap, trapped"),
    (Mark::Toll, "rescue, save, survivor, survive"),
    (Mark::Toll, "arrest, detain, custody"),
    (Mark::Toll, "evacuate, displace, homeless, flee, fled"),
    (
        Mark::Toll,
        "march, rally, protest, demonstrate, turn out, attend, take to the streets, took to the streets, gather",
    ),
    (Mark::Toll, "destroy, destruction, flatten, sink, sank, sunk"),
    (Mark::Losing, "lose, lost, losing, loss"),
    (Mark::Same, "buy, bought, acquire, purchase"),
    (Mark::Same, "begin, start, open, began, begun"),
    (Mark::Same, "dismiss, fire, sack, oust"),
    (Mark::Same, "resign, step down, quit, stand down"),
    (
        Mark::Demand,
        "demand, ask, request, call for, called for, calling for, pressure, want, urge, insist, press, seek, sought, require",
    ),
    (Mark::Scale, "magnitude, category"),
    (Mark::Amount, "percentage, figure, number, target, level, amount, sum"),
    (Mark::Frame, "discuss, discussion, mention, come up, issue, question, matter, specific, nation, side"),
    (
        Mark::Falsehood,
        "never, at no point, at no time, no such, no truth, not true, untrue, nothing of the sort, not so, no basis",
    ),
    (Mark::Same, "gdp, gross domestic product"),
    (Mark::Same, "make landfall, come ashore, came ashore, made landfall"),
    (Mark::Same, "raise, lift, increase, hike"),
    (Mark::Same, "cut, lower, reduce, slash"),
    (Mark::Same, "leave, withdraw, pull out, left"),
    (Mark::Same, "succeed, take over, took over, replace"),
    (Mark::Same, "lay off, job, redundancy"),
    (Mark::Same, "defence, defense, military"),
    (Mark::Same, "free, release, liberate"),
    (Mark::Same, "hit, struck, air strike, airstrike"),
    (Mark::Same, "attack, assault, raid, bombing, bomb, shelling, blast, explosion"),
    (Mark::Same, "company, firm"),
    (Mark::Same, "quake, earthquake, temblor"),
    (Mark::Same, "unknown, not known"),
    (Mark::People, "people, person, persons, victim, body, bodies, casualty"),
    (
        Mark::Provisional,
        "early result, early results, preliminary, provisional, partial, exit poll, of the ballots counted, of votes counted, of ballots counted, ballots counted, votes counted",
    ),
    (Mark::Rest, "other, others, another, remaining, rest"),
    (Mark::More, "more, additional, further"),
    (Mark::Around, "more than, or more, one another, each other"),
    (Mark::PartOf, "of the, of them, of those, of whom, of which"),
    (
        Mark::Doer,
        "himself, herself, themselves, including the gunman, including the shooter, including the suspect, including the suspected, including the attacker, including the bomber, including a gunman, including the alleged",
    ),
    (
        Mark::Hedge,
        "may, might, could, if, unless, whether, would have, threaten, consider, plan, refuse, likely, possible, possibly, fear, should, propose, hope, warn, risk, potential, speculation, rumour, ultimatum, presume, assume, provided, expect",
    ),
    (Mark::Negation, "not, no, nor, neither, isn, wasn, didn, doesn, don, hasn, haven, won, wouldn,  fail"),
    (
        Mark::Revision,
        "revise, correct, now, rise, rose, risen, climb, jump, update, upgrade, downgrade, move, bring forward, brought forward, amend, still, so far, to date, already, final count, final result, final results",
    ),
    (Mark::Reckoning, "forecast, estimate, outlook, prediction, guidance"),
    (Mark::Earlier, "earlier, initial, initially, previous, previously, originally, original, at first, former"),
    (
        Mark::Wide,
        "nationwide, across the country, countrywide, worldwide, in total, in all, altogether, overall, combined, so far this year",
    ),
    (
        Mark::Part,
        "average, each, half, third, quarter of, share of, per person, per capita, annual, monthly, daily, a share, per share, per hour, an hour, per day, a day, per week, a week, per month, a month, per year, a year",
    ),
    (
        Mark::Saying,
        "say, said, tell, told, report, accord, according, state, announce, add, confirm, show, write, wrote, note, quote, explain, indicate, claim, reveal, disclose, declare, assert",
    ),
    (
        Mark::Blaming,
        "blame, blamed, blaming, accuse, attribute, carried out by, perpetrated by, fired by, launched by, planted by, pin on, point finger",
    ),
    (
        Mark::Claiming,
        "claim responsibility, claimed responsibility, carry out, carried out, admit, be behind, was behind, were behind, take responsibility, took responsibility",
    ),
    (
        Mark::Request,
        "offer, proposal, appeal, bid, call, plea, idea, application, motion, invitation, advance, notion, criticism, suggestion that should",
    ),
    (Mark::Speaker, "we, i, you"),
    (Mark::Pronoun, "it, he, she, they"),
    (Mark::Joint, "and, but, while, whereas, who, which, although, though, as, after, before, when, because"),
];

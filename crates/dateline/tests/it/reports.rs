//! Made-up reports for tests: as many as asked for, four about each event, the same every time.

const PLACES: &[&str] = &["Aldgate", "Brenhaven", "Corvale", "Dunmere", "Eastwick", "Farnholt", "Gellport", "Hollin"];
const THINGS: &[&str] =
    &["ferry", "viaduct", "reservoir", "tramway", "granary", "lighthouse", "cannery", "observatory"];
const EVENTS: &[&str] =
    &["flooded", "reopened", "caught fire", "was sold", "lost power", "was evacuated", "was repaired"];
const COMMON: &[&str] = &["the", "of", "and", "in", "with", "for", "by", "near", "after", "under", "from", "a"];
const SYLLABLES: &[&str] =
    &["bar", "den", "fol", "gim", "hult", "jor", "kes", "lum", "mir", "nov", "pel", "quin", "ras", "sted"];

/// Article lines, one a line: `count` reports, four about each event, on several days.
pub fn article_lines(count: usize) -> String {
    (0..count).map(|number| article_line(number) + "\n").collect()
}

/// One article line.
pub fn article_line(number: usize) -> String {
    let event = number / 4;
    let place = PLACES[event % PLACES.len()];
    let thing = THINGS[event / PLACES.len() % THINGS.len()];
    let verb = EVENTS[event % EVENTS.len()];
    let outlet = ["Morning Ledger", "Evening Post", "Radio Nine", "The Weekly"][number % 4];
    let day = 1 + event % 28;
    let speaker = ["Ann Lee", "Bo Ray", "Ann Lee"][event % 3];
    let text = format!(
        "The {thing} at {place} {verb} on {day} March 2025, officials of the district said. {}\n\n{} The council of {place} meets. {}\n\n\
         {speaker} said that the {thing} at {place} had been looked after well until the end of February.",
        sentence(number, 0),
        sentence(number, 1),
        sentence(number, 2),
    );
    serde_json::json!({
        "id": format!("report-{number}"),
        "url": format!("https://{}.example/{number}", outlet.replace(' ', "-").to_lowercase()),
        "outlet": outlet,
        "title": format!("{place} {thing} {verb}, {}", name(event, 0)),
        "published": format!("2025-03-{day:02}T{:02}:00:00Z", 6 + number % 4),
        "tags": [place, thing],
        "text": text,
    })
    .to_string()
}

/// A sentence in the event's own words and in an order of the report's own: reports of one event share words, not text.
fn sentence(number: usize, turn: usize) -> String {
    let words = (0..24).map(|at| {
        let draw = mix(number * 131 + turn * 31 + at);
        if draw.is_multiple_of(2) {
            COMMON[draw / 2 % COMMON.len()].to_owned()
        } else {
            name(number / 4, draw / 2 % 12)
        }
    });
    let words: Vec<String> = words.collect();
    format!("Then {}.", words.join(" "))
}

/// One of the names that only this event has.
fn name(event: usize, which: usize) -> String {
    let draw = mix(event * 16 + which);
    let syllable = |at: u32| SYLLABLES[draw / SYLLABLES.len().pow(at) % SYLLABLES.len()];
    let name = format!("{}{}{}{}", syllable(0), syllable(1), syllable(2), syllable(3));
    name[..1].to_uppercase() + &name[1..]
}

/// Spreads small numbers (the finaliser of SplitMix64).
fn mix(number: usize) -> usize {
    let mut mixed = (number as u64).wrapping_add(0x9e37_79b9_7f4a_7c15);
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    (mixed ^ (mixed >> 31)) as usize
}

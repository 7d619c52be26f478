//! Made-up reports for tests: as many as asked for, about as many events, the same every time.

/// Places and things that made-up events happen to.
const PLACES: &[&str] = &["Aldgate", "Brenhaven", "Corvale", "Dunmere", "Eastwick", "Farnholt", "Gellport", "Hollin"];
const THINGS: &[&str] = &["ferry", "viaduct", "reservoir", "tramway", "granary", "lighthouse", "cannery", "observatory"];
const EVENTS: &[&str] = &["flooded", "reopened", "caught fire", "was sold", "lost power", "was evacuated", "was repaired"];

/// Article lines, one a line: `count` reports, several about each event, on several days.
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
    let count = 11 + event * 7;
    let text = format!(
        "The {thing} at {place} {verb} on the morning of {day} March 2025, officials of the district said. \
         Some {count} people were on the site when engineers of {outlet} arrived there.\n\n\
         The {place} district council will hear about the {thing} in session {event}, and report number {number} \
         of this paper follows the {count} people who were named in its minutes."
    );
    serde_json::json!({
        "id": format!("report-{number}"),
        "url": format!("https://{}.example/{number}", outlet.replace(' ', "-").to_lowercase()),
        "outlet": outlet,
        "title": format!("{place} {thing} {verb}"),
        "published": format!("2025-03-{day:02}T{:02}:00:00Z", 6 + number % 4),
        "tags": [place, thing],
        "text": text,
    })
    .to_string()
}

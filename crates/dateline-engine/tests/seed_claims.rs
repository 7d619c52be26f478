//! Every attribution in the reports of the seed pages, held against the claims found. Skipped where they are not at hand.

use std::path::PathBuf;

use dateline_engine::{read, study};
use dateline_model::{Article, Capture, Claim, Form, Record, Source, SourceKind, Stance, Text, Via};

/// Page | headline, or first words where there is none | source | cue | first three words of the content … last two |
/// stance | kind and count | vias, nearest first. An empty cue or end may be anything: careful readers differ there.
const REPORTED: &str = "
000 | Japan, US planning | a Japanese government official | reported | Japan and the … early July | asserts | unnamed 1 | Kyodo news agency
000 | Japan, US planning | the government official | quoted | Rubio is also … in July | asserts | unnamed 1 | Kyodo
000 | why Japan pulled plug | analysts | say | Japan 's abrupt … defence obligations | asserts | unnamed |
000 | why Japan pulled plug | observers | according to | Tokyo is also … domestic strength | asserts | unnamed |
000 | why Japan pulled plug | The Financial Times | reported | that Japan had … defence spending | asserts | outlet |
000 | why Japan pulled plug | unnamed sources | according to | Tokyo cancelled the … per cent | asserts | unnamed | the report
000 | why Japan pulled plug | Japan's Nikkei newspaper | reported | that Washington was … of GDP | asserts | outlet |
000 | Japan scraps US meeting | the Financial Times | reported | Japan has canceled … on defense | asserts | outlet |
000 | Japan scraps US meeting | unnamed sources familiar with the matter | said | Tokyo scrapped the … 3 percent | asserts | unnamed | the newspaper
000 | Japan scraps US meeting | Japan's Nikkei newspaper | reported | that President Donald … on defense | asserts | outlet |
000 | Japan scraps US meeting | A US official who asked not | told | that Japan had … weeks ago | asserts | unnamed 1 | Reuters
000 | Japan scraps US meeting | The official | did not cite | a reason … a reason | declines | unnamed 1 |
000 | Japan scraps US meeting | A non-government source familiar with | said | he had also … doing so | asserts | unnamed 1 |
000 | Japan scraps US meeting | State Department spokesperson Tammy Bruce | said | she had no … FT report | declines | named |
000 | Japan scraps US meeting | The Pentagon | had no immediate comment | | declines | organisation |
000 | Japan scraps US meeting | Japan's embassy in Washington | did not respond to a request for comment | | declines | organisation |
000 | Japan scraps US meeting | The nation's foreign and defense ministries | did not answer phone calls seeking comment | | declines | organisation |
000 | Japan scraps US meeting | The FT | said | the higher spending … nuclear-powered submarines | asserts | outlet |
000 | Japan scraps US meeting | Prime Minister Shigeru Ishiba | said | that other nations … defense budget | asserts | named |
000 | Japan scraps US meeting | Colby | called for | Tokyo to spend … counter China | asserts | named |
000 | Japan scraps US meeting | The FT | said | the decision to … coalition government | asserts | outlet |
000 | Japan eyes rare earths | the Nikkei business daily | reported | Japan is planning … in mind | asserts | outlet |
000 | Japan eyes rare earths | Japan's Jiji Press | reported | that the US … on Japan | asserts | outlet |
000 | Japan eyes rare earths | Jiji | reported | The US has … per cent | asserts | outlet |
001 | Japan Cancels US Security | the Financial times | according to | Though Tokyo decided … of 3% | asserts | outlet |
001 | Japan Cancels US Security | Japan's Nikkei newspaper | reported | that the U.S … to defense | asserts | outlet |
001 | Japan Cancels US Security | A Japanese Foreign Ministry official | refuted | claims that specific … two nations | denies | unnamed 1 | Reuters
001 | Japan Cancels US Security | The official | stated | having no knowledge … Times report | asserts | unnamed 1 |
001 | Japan Cancels US Security | a U.S. official | confirmed | the postponement … the postponement | asserts | unnamed 1 |
001 | Japan Cancels US Security | a U.S. official | did not provide | a reason … a reason | declines | unnamed 1 |
001 | Japan Cancels US Security | a U.S. official | stating | the decision was … weeks prior | asserts | unnamed 1 |
001 | Japan Cancels US Security | State Department spokeswoman Tammy Bruce | declined to comment | | declines | named |
001 | Japan Cancels US Security | the Pentagon | offered no immediate response | | declines | organisation |
001 | Japan Cancels US Security | Japan's embassy in Washington | did not respond to requests for comment | | declines | organisation |
001 | Japan Cancels US Security | The Financial Times | indicated | that the increased … pentagon official | asserts | outlet |
001 | Japan Cancels US Security | Japanese Prime Minister Shigeru Ishiba | asserted | that Japan's defense … sovereign decision | asserts | named |
001 | Japan Cancels US Security | it | accused | Japan of seeking … China's rise | asserts | organisation |
001 | Japan Cancels US Security | Japan | argues | that its defense … with China | asserts | organisation |
002 | Big Opportunity in Japan | Japanese Prime Minister Shigeru Ishiba | | The Japan-U.S alliance … and security | asserts | named |
002 | Big Opportunity in Japan | Defense Secretary Pete Hegseth | agreed | Our alliance has … the Indo-Pacific | asserts | named |
002 | Big Opportunity in Japan | a 2024 poll | found | that 83% of … Japan favorably | asserts | document |
002 | Big Opportunity in Japan | The president | suggested | collaboration on the … defense system | asserts | named |
002 | plans for shelters | sources | said | The government says … fiscal 2025 | asserts | unnamed |
002 | plans for shelters | an early draft of the guidelines | according to | The security-related section … a plan | asserts | document |
002 | plans for shelters | The draft | says | the government will … | asserts | document |
002 | plans for shelters | the draft | states | The government will … protect citizens | asserts | document |
002 | plans for shelters | the draft | adding | that the government … Nansei region | asserts | document |
002 | plans for shelters | the draft | read | We will strengthen … like-minded countries | asserts | document |
002 | plans for shelters | the draft | states | that further consideration … defense capabilities | asserts | document |
002 | plans for shelters | the draft | points to | the need to … and defense | asserts | document |
002 | plans for shelters | the draft | states | that the government … to zero | asserts | document |
002 | plans for shelters | It | calls for | making the system … | asserts | document |
002 | cooperation in cyberspace | Nakatani | explained | that Japan has … possible cyberattacks | asserts | named |
002 | cooperation in cyberspace | The two officials | pledged | to work together … Japan-US alliance | asserts | named |
002 | cooperation in cyberspace | reporters | asked | whether the US … defense spending | asserts | unnamed |
002 | cooperation in cyberspace | The minister | declined to comment | | declines | named |
002 | cooperation in cyberspace | Nakatani | said | that he told … and responsibilities | asserts | named |
002 | SDF activities expand | Chief Cabinet Secretary Yoshimasa Hayashi | said | The steady implementation … and security | asserts | named |
002 | SDF activities expand | then Prime Minister Shinzo Abe | emphasized | Conveying to the … increase deterrence | asserts | named |
002 | SDF activities expand | a senior SDF official | said | The legislation increased … other countries | asserts | unnamed 1 |
002 | SDF activities expand | a Ground SDF official | said | Joint exercises with … years ago | asserts | unnamed 1 |
002 | SDF activities expand | the government | clarified | the country's intention … | asserts | organisation |
002 | SDF activities expand | a senior SDF official | said | Laws merely decide … more important | asserts | unnamed 1 |
003 | The United States and Japan are | US Defence Secretary Lloyd Austin | says | The United States … and Russia | asserts | named |
003 | The United States and Japan are | Austin | said | the alliance faced … in Ukraine | asserts | named |
003 | The United States and Japan are | he | adds | But we are … our deterrence | asserts | named |
003 | The United States and Japan have | US trade officials | say | The United States … | asserts | unnamed |
003 | The United States and Japan have | statement released by the US | said | The latest US-Japan … other country | asserts | document |
003 | The United States and Japan have | a statement released by the US | says | The latest US-Japan … other country | asserts | document |
003 | The United States and Japan have | the USTR | adds | The United States … economic coercion | asserts | organisation |
003 | The United States and Japan have | Ambassador Katherine Tai | says | the agreement marks … | asserts | named |
003 | US Secretary of Defense Lloyd Austin | Washington | announced | it would deploy … ally's soil | asserts | organisation |
003 | US Secretary of Defense Lloyd Austin | Brigadier General Pat Ryder | says | Secretary Austin underscored … nuclear capabilities | asserts | named |
003 | US Secretary of Defense Lloyd Austin | the statement | adds | The ministers affirmed … international order | asserts | document |
003 | Japanese Prime Minister Fumio Kishida | Japanese Prime Minister Fumio Kishida | says | he would hold … this month | asserts | named |
003 | Japanese Prime Minister Fumio Kishida | Kishida | said | he also planned … this month | asserts | named |
003 | The United States says it had | The United States | says | it had opened … | asserts | organisation |
003 | The United States says it had | US Trade Representative Katherine Tai | say | the United States … this area | asserts | named |
003 | The United States says it had | Tai and Raimondo | say | The United States … and respect | asserts | named |
003 | In a joint statement | defense chiefs of the United States | express | strong opposition to … China Sea | asserts | unnamed |
003 | In a joint statement | Acting Secretary of Defense Patrick Shanahan | say | they are committed … such actions | asserts | named |
003 | US President Donald Trump became | Japanese and US officials | hail | as unprecedented the … | asserts | unnamed |
004 | Japan has cancelled a high-level meeting | The Financial Times | reported | Japan has cancelled … on defence | asserts | outlet |
004 | Japan has cancelled a high-level meeting | three sources familiar with the discussions | according to | Tokyo called off … per cent | asserts | unnamed 3 | the newspaper
004 | Japan has cancelled a high-level meeting | A senior Japanese official | stated | that the decision … lose seats | asserts | unnamed 1 |
004 | Japan has cancelled a high-level meeting | a US government official | | Japan had postponed … | asserts | unnamed 1 | Reuters
004 | Japan has cancelled a high-level meeting | a non-government source familiar with | confirmed | hearing about Japan's … the talks | asserts | unnamed 1 |
004 | Japan has cancelled a high-level meeting | The Financial Times | said | the new increased … with Australia | asserts | outlet |
004 | Japan has cancelled a high-level meeting | Hegseth | urged | Asia-Pacific allies to … defence spending | asserts | named |
004 | Japan has cancelled a high-level meeting | one defence official | quoted | The US is … the Asia-Pacific | asserts | unnamed 1 |
004 | Japan has cancelled a high-level meeting | who | asserted | that Japan's defence … outside pressure | asserts | named |
";

/// As above: what is demanded, feared or said inside what somebody else says.
const WITHIN: &str = "
000 | why Japan pulled plug | the Trump administration | demanded | Tokyo increase its … defence spending | asserts | organisation | The Financial Times
000 | Japan scraps US meeting | the Trump administration | demanded | it spend more … on defense | asserts | organisation | the Financial Times
000 | Japan scraps US meeting | President Donald Trump's government | demanding | that its Asian … on defense | asserts | organisation | Japan's Nikkei newspaper
000 | Japan eyes rare earths | Japan | urging | the US to … Japan-made vehicles | asserts | organisation |
002 | plans for shelters | The government | says | it will work … fiscal 2025 | asserts | organisation | sources
002 | cooperation in cyberspace | he | told | it is important … and responsibilities | asserts | named | Nakatani
002 | SDF activities expand | Japanese opposition parties | worry | this move may … U.S military | asserts | organisation |
003 | US Secretary of Defense Lloyd Austin | Secretary Austin | underscored | the unwavering US … nuclear capabilities | asserts | named | Pentagon Press Secretary Brigadier General Pat Ryder
004 | Japan has cancelled a high-level meeting | the Trump administration | demanded | Tokyo to spend … on defence | asserts | organisation | The Financial Times
";

/// One attribution of the table.
struct Row {
    line: &'static str,
    page: &'static str,
    article: &'static str,
    source: Vec<String>,
    cue: Vec<String>,
    first: Vec<String>,
    last: Vec<String>,
    stance: &'static str,
    kind: &'static str,
    via: Vec<Vec<String>>,
}

fn rows(table: &'static str) -> Vec<Row> {
    let row = |line: &'static str| {
        let fields: Vec<&'static str> = line.split('|').map(str::trim).collect();
        let [page, article, source, cue, content, stance, kind, via] = fields[..] else { panic!("not a row: {line}") };
        let (first, last) = content.split_once('…').unwrap_or((content, ""));
        let via = via.split(';').map(words).filter(|via| !via.is_empty()).collect();
        let (source, cue, first, last) = (words(source), words(cue), words(first), words(last));
        Row { line, page, article, source, cue, first, last, stance, kind, via }
    };
    table.trim().lines().map(row).collect()
}

/// The words of `text` without the punctuation around them. A comma parts words too, since pages lose the space after it.
fn words(text: &str) -> Vec<String> {
    let bare = |word: &str| word.trim_matches(|letter: char| !letter.is_alphanumeric()).replace('’', "'");
    text.split(|letter: char| letter.is_whitespace() || letter == ',')
        .map(bare)
        .filter(|word| !word.is_empty())
        .collect()
}

/// The articles of the seed page whose name begins with `number`; `None` where it is not there.
#[allow(clippy::disallowed_methods)]
fn articles(number: &str) -> Option<Vec<Article>> {
    let folder = std::env::var_os("DATELINE_SEEDS")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared/seeds"), PathBuf::from);
    let files = std::fs::read_dir(&folder).ok().into_iter().flatten().flatten().map(|file| file.path());
    let is_page = |path: &PathBuf| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(number));
    let Some(bytes) = files.filter(is_page).find_map(|path| std::fs::read(path).ok()) else {
        println!("skipped: no seed {number} in {} (DATELINE_SEEDS names the folder)", folder.display());
        return None;
    };
    Some(read(&Capture::of(bytes)).articles)
}

/// The articles that a row means.
fn meant<'a>(row: &Row, articles: &'a [Article]) -> impl Iterator<Item = &'a Article> {
    let name = row.article;
    articles.iter().filter(move |article| match &article.title {
        Some(title) => title.contains(name),
        None => article.text.as_str().starts_with(name),
    })
}

/// What a claim has in place of each field of the row, for those that differ.
fn differences(row: &Row, text: &Text, claim: &Claim) -> Vec<String> {
    let said = |span| words(text.slice(span));
    let source = claim.source.as_ref().map(|source| said(source.span)).unwrap_or_default();
    let cue = claim.cue.map(said).unwrap_or_default();
    let content: Vec<String> = claim.content.iter().flat_map(|part| said(*part)).collect();
    let via: Vec<Vec<String>> = claim.via.iter().map(|via| said(via.span)).collect();
    let stance = match claim.stance {
        Stance::Asserts => "asserts",
        Stance::Denies => "denies",
        Stance::Declines => "declines",
    };
    let kind = claim.source.as_ref().map_or("", |source| match source.kind {
        SourceKind::Named => "named",
        SourceKind::Unnamed => "unnamed",
        SourceKind::Organisation => "organisation",
        SourceKind::Outlet => "outlet",
        SourceKind::Document => "document",
    });
    let count = claim.source.as_ref().and_then(|source| source.count).map(|count| format!(" {count}"));
    let kind = format!("{kind}{}", count.unwrap_or_default());
    let vias: Vec<String> = via.iter().map(|via| via.join(" ")).collect();
    let checks = [
        (source.windows(row.source.len()).any(|part| part == row.source), "source", source.join(" ")),
        // A cue may take its auxiliaries and adverbs along: `has also said`.
        (cue.ends_with(&row.cue), "cue", cue.join(" ")),
        (content.starts_with(&row.first) && content.is_empty() == row.first.is_empty(), "content", content.join(" ")),
        (content.ends_with(&row.last), "end", content.join(" ")),
        (stance == row.stance, "stance", stance.to_owned()),
        (kind == row.kind, "kind", kind),
        (via == row.via, "via", vias.join("; ")),
    ];
    checks.into_iter().filter(|(same, ..)| !same).map(|(_, field, found)| format!("{field}: {found}")).collect()
}

/// Holds every row of a table against what is found; lists the missing ones, each with what came nearest.
fn hold(table: &'static str) {
    let rows = rows(table);
    let (mut missing, mut held) = (Vec::new(), 0);
    for page in ["000", "001", "002", "003", "004"] {
        let Some(articles) = articles(page) else { continue };
        let studied: Vec<_> = articles.iter().map(|article| study(article.clone()).annotations.claims).collect();
        for row in rows.iter().filter(|row| row.page == page) {
            held += 1;
            let claims =
                articles.iter().zip(&studied).filter(|(article, _)| meant(row, &articles).any(|one| one == *article));
            let differences =
                claims.flat_map(|(article, claims)| claims.iter().map(|claim| differences(row, &article.text, claim)));
            match differences.min_by_key(Vec::len) {
                Some(nearest) if nearest.is_empty() => {}
                Some(nearest) => missing.push(format!("{}\n    nearest has {}", row.line, nearest.join(" | "))),
                None => missing.push(format!("{}\n    nothing is found in the article", row.line)),
            }
        }
    }
    assert!(missing.is_empty(), "{} of {held} are not found:\n{}", missing.len(), missing.join("\n"));
}

#[test]
fn what_the_pages_report_is_found() {
    hold(REPORTED);
}

#[test]
fn what_is_said_within_what_others_say_is_found() {
    hold(WITHIN);
}

/// The tables themselves are right: their words stand in the articles they name.
#[test]
fn the_rows_stand_in_the_pages() {
    for table in [REPORTED, WITHIN] {
        for row in rows(table) {
            let Some(articles) = articles(row.page) else { return };
            let stands = |article: &Article| {
                let text = words(article.text.as_str());
                let parts = [&row.source, &row.cue, &row.first, &row.last].into_iter().chain(&row.via);
                parts.filter(|part| !part.is_empty()).all(|part| text.windows(part.len()).any(|words| words == part))
            };
            assert!(meant(&row, &articles).any(stands), "{}", row.line);
        }
    }
}

#[test]
fn a_claim_is_held_against_its_row_field_by_field() {
    let text = Text::new("Two aides told Reuters that “the rain, at last, had stopped”.");
    let find = |words: &str| {
        let start = text.as_str().find(words).unwrap();
        text.span(start..start + words.len()).unwrap()
    };
    let source = Source {
        span: find("Two aides"),
        name: "Two aides".to_owned(),
        kind: SourceKind::Unnamed,
        count: Some(2),
        entity: None,
    };
    let claim = Claim {
        span: text.whole(),
        form: Form::Mixed,
        stance: Stance::Asserts,
        record: Record::Unstated,
        cue: Some(find("told")),
        content: vec![find("that “the rain, at last, had stopped”")],
        source: Some(source),
        via: vec![Via { span: find("Reuters"), name: "Reuters".to_owned() }],
    };
    let table = "
000 | rain | aides | told | that the rain … had stopped | asserts | unnamed 2 | Reuters
000 | rain | aides | | that the rain … | asserts | unnamed 2 | Reuters
000 | rain | an aide | said | that the sun … | denies | unnamed 1 | Kyodo; Reuters";
    let found: Vec<Vec<String>> = rows(table).iter().map(|row| differences(row, &text, &claim)).collect();
    assert!(found[0].is_empty() && found[1].is_empty(), "{found:?}");
    let fields: Vec<&str> = found[2].iter().filter_map(|found| found.split(':').next()).collect();
    assert_eq!(fields, ["source", "cue", "content", "stance", "kind", "via"]);
}

//! Articles placed one by one: stories, copies, revisions, and the same state however a run is cut up.

use dateline_model::{Annotations, Article, ArticleId, Direction, Language, Reason, Series, StoryEvent, StoryId, Text};
use dateline_story::{Features, Grouper, Placement};
use proptest::prelude::*;

/// Sentences of three unlike events.
const EVENTS: [[&str; 6]; 3] = [
    [
        "The Harlow Bridge in Norden was closed on Tuesday after engineers found cracks in two of its cables.",
        "Mayor Ingrid Falk said the Harlow Bridge would stay closed until every cable had been tested.",
        "About 40,000 drivers use the crossing each day, and queues at the Norden tunnel reached seven miles.",
        "Engineers from Brandt Consulting had warned the council about the cables in a letter two years before.",
        "Falk denied that the letter had been ignored and promised an inquiry into the state of the bridge.",
        "Ferries across the Norden sound will run every ten minutes while the cables are replaced.",
    ],
    [
        "A blaze at the Orvik cheese factory destroyed half of the country's stock of brown cheese overnight.",
        "Firefighters in Orvik fought the flames for nine hours; nobody was hurt, the brigade said.",
        "The dairy's owner, Pia Lunde, put the loss at 12 million crowns and thanked the volunteers.",
        "Police are looking into a faulty smoker as the cause of the blaze at the cheese factory.",
        "Shops have begun to limit brown cheese to one block a customer, the grocers' union said.",
        "Lunde hopes to make cheese again before winter in a hall that a rival dairy has offered.",
    ],
    [
        "Goalkeeper Tomas Reyes saved three penalties as Valmora won the island cup for the first time.",
        "Valmora beat Port Alba four to two on penalties after a goalless final in driving rain.",
        "Reyes, 19, had been third choice until both other goalkeepers fell ill on the eve of the final.",
        "Port Alba's coach called the penalties a lottery and left without shaking hands.",
        "Thousands met the Valmora players at the ferry, and the school declared a holiday.",
        "Scouts from the mainland have asked about Reyes, the club's president said.",
    ],
];

fn article(id: &str, published: &str, title: &str, text: &str) -> Article {
    let mut article = Article::of(Text::new(text));
    article.id = ArticleId::new(id);
    article.title = Some(title.to_owned());
    article.published = published.parse().ok();
    article
}

fn features(article: &Article) -> Features {
    let sentences = article.text.lines().collect();
    Features::of(article, &Annotations { language: Language::new("en"), sentences, ..Annotations::default() })
}

fn place(grouper: &mut Grouper, article: &Article) -> Placement {
    grouper.place(&article.id, features(article))
}

fn lines(event: usize, which: &[usize]) -> String {
    which.iter().map(|&line| EVENTS[event][line]).collect::<Vec<_>>().join("\n")
}

#[test]
fn one_event_is_one_story_and_another_is_not() {
    let mut grouper = Grouper::new();
    let first =
        place(&mut grouper, &article("a", "2024-03-05", "Harlow Bridge closed over cracks", &lines(0, &[0, 1, 2])));
    let other = place(&mut grouper, &article("b", "2024-03-05", "Fire at Orvik dairy", &lines(1, &[0, 1, 2])));
    let second =
        place(&mut grouper, &article("c", "2024-03-06", "Norden was warned about bridge", &lines(0, &[3, 4, 5])));
    assert_eq!(first.events, [StoryEvent::Opened { story: StoryId(1), article: ArticleId::new("a") }]);
    assert_eq!(other.story, StoryId(2));
    assert_eq!(second.story, StoryId(1));
    let [StoryEvent::Joined { reason: Reason::Terms { similarity, shared }, .. }] = second.events.as_slice() else {
        panic!("{:?}", second.events)
    };
    assert!((0.2..=1.0).contains(similarity));
    assert!(!shared.is_empty() && shared.len() <= 5, "{shared:?}");
    assert!(shared.iter().any(|term| term.contains("Norden") || term.contains("Falk")), "{shared:?}");
    assert!(second.copies.is_empty());
}

#[test]
fn all_at_once_gives_the_same_groups() {
    let articles = [0, 1, 0, 1, 2].map(|event| (event, lines(event, &[0, 1, 2, 3])));
    let articles = articles
        .iter()
        .enumerate()
        .map(|(number, (event, text))| article(&number.to_string(), "2024-03-05", EVENTS[*event][4], text));
    let articles: Vec<(ArticleId, Features)> =
        articles.map(|article| (article.id.clone(), features(&article))).collect();
    let groups = Grouper::at_once(articles.iter().map(|(id, features)| (id, features)));
    assert_eq!(groups, [0, 1, 0, 1, 4]);
}

#[test]
fn a_copy_cut_in_half_in_another_house_style_is_found() {
    let mut grouper = Grouper::new();
    let whole = article("wire", "2024-03-05T08:00:00Z", "Bridge closed", &lines(0, &[0, 1, 2, 3, 4, 5]));
    place(&mut grouper, &whole);
    let cut = lines(0, &[0, 1, 2]).replace("two years", "2 years").replace("40,000", "40000").to_uppercase();
    let copy = place(&mut grouper, &article("paper", "2024-03-05T10:00:00Z", "Traffic chaos", &cut));
    assert_eq!(copy.copies.len(), 1);
    assert_eq!(copy.copies[0].of, ArticleId::new("wire"));
    assert!(copy.copies[0].share > 0.9, "{:?}", copy.copies);
    assert!(matches!(&copy.events[0], StoryEvent::Joined { reason: Reason::Copy { of, .. }, .. } if of == "wire"));
}

#[test]
fn what_was_published_first_is_the_original_whenever_it_arrives() {
    let mut grouper = Grouper::new();
    place(&mut grouper, &article("paper", "2024-03-05T10:00:00Z", "Bridge", &lines(0, &[0, 1, 2, 3])));
    let late = place(&mut grouper, &article("wire", "2024-03-05T08:00:00Z", "Bridge", &lines(0, &[0, 1, 2, 3])));
    assert!(late.copies.is_empty());
    assert_eq!(late.copied_by.len(), 1);
    assert_eq!(late.copied_by[0].by, ArticleId::new("paper"));
    assert_eq!(late.story, StoryId(1));
}

#[test]
fn the_agency_whose_credit_a_copy_carries_is_the_original() {
    let mut grouper = Grouper::new();
    let mut paper = article("paper", "2024-03-05", "Bridge", &lines(0, &[0, 1, 2, 3]));
    (paper.outlet, paper.agency) = (Some("Norden Post".into()), Some("Nordic Wire".into()));
    let mut wire = article("wire", "2024-03-06", "Bridge", &lines(0, &[0, 1, 2, 3]));
    (wire.outlet, wire.agency) = (Some("NORDIC WIRE".into()), Some("Nordic Wire".into()));
    place(&mut grouper, &paper);
    let placed = place(&mut grouper, &wire);
    assert!(placed.copies.is_empty() && placed.copied_by.len() == 1, "{placed:?}");
    assert_eq!(placed.copied_by[0].direction, Direction::Credited);
}

#[test]
fn an_agency_is_the_original_under_any_of_its_names() {
    let mut grouper = Grouper::new();
    let mut paper = article("paper", "2024-03-05T08:00:00Z", "Bridge", &lines(0, &[0, 1, 2, 3]));
    (paper.outlet, paper.agency) = (Some("Norden Post".into()), Some("AP".into()));
    let mut wire = article("wire", "2024-03-05T09:00:00Z", "Bridge", &lines(0, &[0, 1, 2, 3]));
    wire.outlet = Some("The Associated Press".into());
    place(&mut grouper, &wire);
    assert_eq!(place(&mut grouper, &paper).copies[0].direction, Direction::Credited);
}

#[test]
fn a_teaser_is_not_the_original_though_it_came_first() {
    let mut grouper = Grouper::new();
    let opening = format!("{}…", lines(0, &[0, 1]));
    place(&mut grouper, &article("feed", "2024-03-05T08:00:00Z", "Bridge", &opening));
    let whole = article("page", "2024-03-05T09:00:00Z", "Bridge", &lines(0, &[0, 1, 2, 3, 4, 5]));
    let placed = place(&mut grouper, &whole);
    assert!(placed.copies.is_empty(), "{placed:?}");
    assert_eq!(placed.copied_by[0].direction, Direction::Opening);
}

#[test]
fn a_quotation_in_common_is_no_copy() {
    let mut grouper = Grouper::new();
    let quote = "“We will not rest until every last cable of this bridge has been tested,” she said.";
    place(&mut grouper, &article("a", "2024-03-05", "A", &format!("{}\n{quote}", lines(0, &[0, 1, 2]))));
    let second = place(&mut grouper, &article("b", "2024-03-05", "B", &format!("{quote}\n{}", lines(0, &[3, 4, 5]))));
    assert!(second.copies.is_empty() && second.copied_by.is_empty(), "{second:?}");
}

#[test]
fn a_statement_that_two_print_in_full_is_a_shared_quotation() {
    let mut grouper = Grouper::new();
    let statement = format!("“{}”", lines(0, &[1, 2, 3, 4]).replace('\n', " "));
    place(&mut grouper, &article("a", "2024-03-05", "A", &format!("{}\n{statement}", lines(1, &[0, 1]))));
    let second = place(&mut grouper, &article("b", "2024-03-05", "B", &format!("{}\n{statement}", lines(2, &[2, 3]))));
    assert!(second.copies.is_empty() && second.copied_by.is_empty(), "{second:?}");
    assert_eq!(second.quotations, [ArticleId::new("a")]);
    let copy = article("c", "2024-03-06", "C", &format!("{}\n{statement}", lines(2, &[2, 3])));
    let third = place(&mut grouper, &copy);
    assert_eq!((third.copies.len(), third.copies[0].of.as_str()), (1, "b"), "what surrounds the statement is the same");
    assert_eq!(third.quotations, [ArticleId::new("a")]);
}

#[test]
fn what_stands_under_every_report_is_no_copy() {
    let mut grouper = Grouper::new();
    let under = lines(0, &[3, 4]);
    // The first few cannot be told from copies where the outlets are unlike; they lie years apart.
    for year in 10..16 {
        let own = format!(
            "{} {}",
            EVENTS[1][year % 6],
            format!("In {year} it was so again, and {year} times more. ").repeat(5)
        );
        place(
            &mut grouper,
            &article(&year.to_string(), &format!("20{year}-03-05"), "Yearly", &format!("{own}\n{under}")),
        );
    }
    let last = place(&mut grouper, &article("last", "2024-03-05", "Cup", &format!("{}\n{under}", lines(2, &[0, 1]))));
    assert!(last.copies.is_empty() && last.copied_by.is_empty(), "{last:?}");
}

#[test]
fn updates_of_one_series_are_one_story_whatever_they_tell() {
    let mut grouper = Grouper::new();
    let series = Some(Series { title: "Norden today".into(), key: "post/norden".into() });
    let mut stories = Vec::new();
    for (id, event) in [("1", 0), ("2", 1), ("3", 2)] {
        let mut update = article(id, &format!("20{}0-01-01", id), "Update", &lines(event, &[0, 1]));
        update.series.clone_from(&series);
        stories.push(place(&mut grouper, &update));
    }
    assert!(stories.iter().all(|placed| placed.story == StoryId(1)));
    assert!(
        matches!(&stories[2].events[..], [StoryEvent::Joined { reason: Reason::Series { title }, .. }] if title == "Norden today")
    );
}

#[test]
fn a_revision_stays_where_it_is() {
    let mut grouper = Grouper::new();
    place(&mut grouper, &article("a", "2024-03-05", "A", &lines(0, &[0, 1, 2])));
    place(&mut grouper, &article("b", "2024-03-05", "B", &lines(1, &[0, 1, 2])));
    let revised = place(&mut grouper, &article("a", "2024-03-05", "A", &lines(2, &[0, 1, 2])));
    assert_eq!((revised.story, revised.events.len()), (StoryId(1), 0));
    let next = place(&mut grouper, &article("c", "2024-03-05", "C", &lines(2, &[1, 2, 3])));
    assert_eq!(next.story, StoryId(1), "it is found by what it says now");
}

#[test]
fn articles_without_words_stand_alone() {
    let mut grouper = Grouper::new();
    for id in ["a", "b"] {
        let placed =
            grouper.place(&ArticleId::new(id), Features::of(&Article::of(Text::new("")), &Annotations::default()));
        assert_eq!(placed.headline, ArticleId::new(id));
        assert!(placed.copies.is_empty());
    }
}

#[test]
fn japanese_reports_are_grouped() {
    let mut grouper = Grouper::new();
    let place = |grouper: &mut Grouper, id: &str, text: &str| {
        let mut article = Article::of(Text::new(text));
        article.id = ArticleId::new(id);
        let sentences = article.text.lines().collect();
        let annotations = Annotations { language: Language::new("ja"), sentences, ..Annotations::default() };
        grouper.place(&article.id, Features::of(&article, &annotations)).story
    };
    let one = place(
        &mut grouper,
        "a",
        "北浜橋の主塔で亀裂が見つかり、市は火曜日に通行止めにした。市長の大森氏は検査が終わるまで再開しないと述べた。",
    );
    let other = place(
        &mut grouper,
        "b",
        "青波高校が決勝で延長の末に勝ち、初めて優勝した。三年生の投手は百五十球を投げ抜いた。",
    );
    let same =
        place(&mut grouper, "c", "通行止めの北浜橋について、大森市長は主塔の亀裂を二年前から知っていたことを認めた。");
    assert_eq!(one, same);
    assert_ne!(one, other);
}

/// Any article: some lines of some events, some of them in a series, some revised.
fn any_article() -> impl Strategy<Value = Article> {
    let line = (0usize..3, 0usize..6);
    (0u8..14, prop::collection::vec(line, 1..7), prop::option::of(1u8..28), prop::option::weighted(0.1, 0u8..2))
        .prop_map(|(id, chosen, day, series)| {
            let words: Vec<&str> = chosen.iter().map(|&(event, line)| EVENTS[event][line]).collect();
            let day = day.map(|day| format!("2024-03-{day:02}")).unwrap_or_default();
            let mut article = article(&id.to_string(), &day, words[0], &words.join("\n"));
            article.series = series.map(|series| Series { title: series.to_string(), key: series.to_string() });
            article
        })
}

proptest! {
    #[test]
    fn a_run_cut_anywhere_goes_on_as_if_it_had_not_been(
        articles in prop::collection::vec(any_article(), 1..30), cut in 0usize..30,
    ) {
        let mut whole = Grouper::new();
        let placed: Vec<Placement> = articles.iter().map(|article| place(&mut whole, article)).collect();
        let cut = cut.min(articles.len());
        let mut second = Grouper::new();
        for (article, placement) in articles[..cut].iter().zip(&placed) {
            let stored = Features::from_bytes(&features(article).to_bytes()).expect("written by to_bytes");
            second.recall(&article.id, stored, &placement.events);
        }
        for (article, placement) in articles[cut..].iter().zip(&placed[cut..]) {
            prop_assert_eq!(&place(&mut second, article), placement);
        }
    }

    #[test]
    fn shares_are_shares_and_every_article_has_a_story(articles in prop::collection::vec(any_article(), 1..30)) {
        let mut grouper = Grouper::new();
        for article in &articles {
            let placed = place(&mut grouper, article);
            prop_assert!(placed.story.0 > 0);
            prop_assert!(placed.copies.iter().all(|copy| (0.0..=1.0).contains(&copy.share) && copy.of != article.id));
            prop_assert!(placed.copies.windows(2).all(|pair| pair[0].share >= pair[1].share));
        }
    }

    #[test]
    fn damaged_features_are_refused_or_read_without_a_panic(article in any_article(), at in 0usize..4000, byte in any::<u8>()) {
        let mut bytes = features(&article).to_bytes();
        prop_assert_eq!(Features::from_bytes(&bytes), Some(features(&article)));
        prop_assert_eq!(Features::from_bytes(&bytes[..bytes.len() - 1]), None);
        let at = at % bytes.len();
        bytes[at] = byte;
        let _ = Features::from_bytes(&bytes);
        bytes[0] = 250;
        prop_assert_eq!(Features::from_bytes(&bytes), None);
    }
}

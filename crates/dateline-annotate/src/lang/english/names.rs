//! English words that tell of names: titles, parts of the names of bodies and places, countries and their adjectives.

use crate::names::gazetteer::{Class, WordList};

/// What single words tell.
pub static WORDS: &[WordList] = &[
    (
        Class::Title,
        "mr mrs ms miss mx dr prof professor sir dame lord lady baron baroness madam president vice-president premier chancellor \
         senator sen sens congressman congresswoman representative rep reps governor gov governors mayor judge justice \
         attorney general gen colonel col major maj captain capt lieutenant lt commander cmdr admiral adm sergeant sgt \
         corporal private officer detective det sheriff constable inspector superintendent marshal chief secretary minister \
         ministers ambassador amb envoy pope cardinal archbishop bishop father fr rev reverend rabbi imam ayatollah sheikh \
         king queen prince princess emperor empress duke duchess count sultan emir shah tsar czar coach chairman chairwoman \
         chairperson speaker spokesman spokeswoman leader director ceo commissioner councillor councilman councilwoman \
         deputy mp economist analyst author historian actor actress singer director striker midfielder",
    ),
    (
        Class::Office,
        "president premier chancellor senator governor mayor judge secretary minister ministry ambassador envoy chief chairman \
         chairwoman chair chairperson speaker spokesman spokeswoman spokesperson leader director commissioner councillor deputy \
         head executive founder co-founder owner officer official adviser advisor aide candidate nominee lawmaker legislator \
         analyst economist professor lecturer researcher scientist lawyer attorney prosecutor coach captain manager editor \
         reporter journalist correspondent author writer actor actress singer general colonel commander admiral king queen \
         prince princess bishop archbishop pope member congressman congresswoman representative undersecretary \
         strategist diplomat negotiator activist expert fellow scholar teacher principal engineer doctor physician \
         prime vice treasurer pastor rabbi imam widow wife husband son daughter father mother brother sister",
    ),
    (
        Class::BodyEnd,
        "party parties inc inc. corp corp. co co. ltd ltd. llc plc ag sa nv gmbh company companies corporation group holdings \
         university college school institute institution academy committee council commission bank board bureau agency \
         administration authority association federation union league alliance coalition front movement congress parliament \
         assembly senate court tribunal ministry department office service services police army navy force forces guard guards \
         command corps fund foundation trust society club team fc cf united rovers athletic network news times post herald \
         tribune journal gazette guardian telegraph press media broadcasting radio television airlines airways motors energy \
         oil gas electric systems technologies industries partners capital securities insurance hospital church ministries \
         center centre project organization organisation brotherhood democrats republicans conservatives greens workers \
         organisers caucus conference convention secretariat directorate chamber exchange laboratories labs laboratory studios pictures records \
         entertainment brigade battalion militia legislature bundestag duma knesset cabinet government",
    ),
    (
        Class::BodyStart,
        "ministry department university institute bank bureau house office board council committee court association federation \
         organization organisation party union league alliance movement front national international royal federal central \
         supreme democratic republican liberal conservative labour labor socialist social communist progressive people's \
         workers green christian american british european united fédération parti partido partito",
    ),
    (
        Class::PlaceWord,
        "river lake sea ocean bay gulf strait straits channel island islands isle mount mountain mountains valley desert \
         peninsula coast cape county city town village district province state region territory street avenue road boulevard \
         square park airport bridge tower building palace castle stadium hall north south east west northern southern eastern \
         western central upper lower new saint st st. san santa los las el al port fort republic kingdom",
    ),
    (
        Class::Event,
        "war wars battle revolution election elections referendum championship championships olympics olympic cup games summit \
         festival treaty accord accords agreement act bill amendment constitution award awards prize day week tournament \
         series open grand prix campaign conference convention crisis massacre uprising revolt operation",
    ),
    (
        Class::Outlet,
        "times post herald tribune journal gazette guardian telegraph press news reuters agence bloomberg kyodo nikkei xinhua \
         bbc cnn nbc cbs abc npr daily weekly magazine broadcasting observer independent mail mirror express star sun \
         chronicle globe examiner inquirer",
    ),
    (
        Class::Adjective,
        "afghan albanian algerian american andorran angolan argentine argentinian armenian australian austrian azerbaijani \
         bahamian bahraini bangladeshi belarusian belgian bhutanese bolivian bosnian brazilian british bulgarian burmese \
         burundian cambodian cameroonian canadian chadian chilean chinese colombian congolese croatian cuban cypriot czech \
         danish dominican dutch ecuadorean ecuadorian egyptian emirati english eritrean estonian ethiopian european fijian \
         filipino finnish french gabonese gambian georgian german ghanaian greek guatemalan guinean haitian honduran \
         hungarian icelandic indian indonesian iranian iraqi irish israeli israelis italian ivorian jamaican japanese \
         jordanian kazakh kenyan kosovar kuwaiti kyrgyz lao latvian lebanese liberian libyan lithuanian luxembourgish \
         macedonian malagasy malawian malaysian maldivian malian maltese mauritanian mauritian mexican moldovan mongolian \
         montenegrin moroccan mozambican namibian nepalese nepali nicaraguan nigerian nigerien norwegian omani pakistani \
         palestinian palestinians panamanian paraguayan persian peruvian polish portuguese qatari romanian russian russians \
         rwandan salvadoran saudi scottish senegalese serb serbian singaporean slovak slovenian somali spanish sri-lankan \
         sudanese surinamese swedish swiss syrian taiwanese tajik tanzanian thai tibetan togolese tunisian turkish turkmen \
         ugandan ukrainian ukrainians uruguayan uzbek venezuelan vietnamese welsh yemeni zambian zimbabwean soviet ottoman \
         arab arabs arabic asian african latin muslim muslims christian christians jewish jews catholic catholics protestant \
         sunni shia shiite hindu hindus buddhist kurdish kurds americans germans chechen catalan basque flemish bavarian \
         republicans democrats tories conservatives liberals socialists communists democrat marxist nazi nazis",
    ),
    (
        Class::Calendar,
        "january february march april may june july august september october november december jan feb mar apr jun jul aug sep \
         sept oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri sat sun \
         christmas easter ramadan",
    ),
    (
        Class::Connector,
        "of the and for de del della di da du des la le les van von der den bin ibn al el y e in on to und et des & - ' ’ .",
    ),
    // Given names that the census of the United States has few of.
    (
        Class::Given,
        "abdel abdelaziz abdelfattah abdoulaye abdul abdullah abiy aecio agnieszka ahmad ahmed aisha akbar akira \
         akufo alain alan alassane alberto albin alejandro aleksandar aleksei alessandro alexander alexei alexey \
         alexis alfonso ali alvaro alyaksandr amadou amina aminata aminatou amit anand anastasia anatoly anders \
         andrea andrei andrej andres andrey andrius andriy andrzej andrés angel angela anh anies anil anjali anke \
         annalena antonio antónio anwar ariel armin arun arvind ashok asif atal atiku augusto aung aurelie avigdor \
         awa ayse barbara barham bashar basuki beata benazir benigno benjamin benny beppe bezalel bidzina bilal \
         bilawal birgit bjorn bob bohuslav boris borut bounnhang boyko brian brigitte bruno camille carl carlo carlos \
         carmen chiara chinua chloe christian christine chrystia claude claudia consuelo corazon cristiano cristina \
         cyril daisuke dalia daniel deepak desmond diego dieter dilma dimitar dimitris dmitri dmitry dmytro dolores \
         dominique donald ebrahim edi edouard ehud ekaterina elena elisabeth emil emmanuel emmerson emre enrico \
         enrique erdem erik erika erna etienne evgeny evo ewa faisal fatima fatma fatou federica felipe felix \
         ferdinand ferenc fernando francesca francesco franco francois francoise frank-walter françois fredrik \
         friedrich fumio félix gabor gabriel galina gamal geeta gen gennady georgi georgios gerard gerhard geun-hye \
         gilles giorgia giorgos giovanni gitanas giulia giulio giuseppe goh golda goodluck goran gotabaya gough gro \
         gudni guillaume gunter gurbanguly gustaf gustavo gyorgy gérard günter hafez haider haile hamid hamza hanako \
         hanan hans haruto hashim hasina hassan heike heiko heinz helle helmut henrik herzi heydar hiroshi horst \
         hosni hsien htet hugo hun huong husayn hussein ibrahim ibrahima ichiro igor ildiko ilham ilya imran inacio \
         indira ingrid inácio ion irina isaac isabelle isaias ismail istvan itamar ivan iveta ivica iván jacinda \
         jacob jacques jae-in jagdish jagmeet jair jan janez janos janusz jaroslaw javad javier jean jean-claude \
         jean-luc jean-marc jean-yves jens jerry jerzy jesus ji-hoon jian jinping jiri joachim joanna joao john joko \
         jomo jonas jong-il jong-un jorge jorgen jose josef joseph josé joão juan juana juha julia julie julien jun \
         junichiro jurgen justin jyrki jörg jürgen kagame kaja kareem kari karim karl karl-heinz kassym katalin \
         katarzyna kateryna katrin katsunobu kazuo keiko kenji kenta keqiang kersti kevin khadija khaled khaleda \
         khalid khin kiran kizza kjell klaus kofi kolinda konstantin konstantinos kostas krisjanis krzysztof ksenia \
         kwame kyi kyriakos lakshmi lars laszlo laurent lawrence layla lea lech leila leni leopold loong lopez \
         lorenzo luca luigi luis luiz lula lyudmila macky magdalena magnus mahathir mahinda mahmoud majid makoto \
         malcolm malgorzata mamadou manmohan manon manuel marcin marco maria mariam mariano marie marina marine mario \
         markus marwan maría masato masoud mateusz mathieu matteo matthias mauricio maurizio max maxim megawati \
         mehmet meles mette michal michel michelle michiko miguel mikhail mikheil milorad milos min-jun ming minh \
         mircea mohamed mohammad mohammed moise mona monique morgan moshe moussa moïse muammar muhammad muhammadu \
         muhyiddin museveni mustafa mwai mykola myung-bak nabih nadezhda naftali najib nana naoto narendra naser \
         nasser natalia natalya nathalie nawaz neha nelson nestor ngozi nguyen nicolae nicolas nicolás nikita nikol \
         nikolai nikos nils noboru nour nouri nursultan néstor ola olaf oleg oleksandr oleksiy olga olivier ollanta \
         olof olusegun omar orban ousmane paavo pablo panagiotis paolo paul pauline paulo pavel pawel pedro penny \
         pepe per pervez peter petr petra petro philippe phuong pier pierre pilar piotr pooja prabowo prayuth priya \
         priyanka qasem qassem radovan rafael rafik rahul raila rajesh rajiv ramesh ramon ramush ramzan rania ranil \
         rashid ratko ravi recep reuven riek riyad robert roberto rodrigo rohit romano rumen ryo saad sabine sachin \
         saddam saeb saeed sakura sali salman salome salva salvador samir samira sandrine sanjay sanna santiago \
         satoshi saud sauli sebastian sebastián segolene seiji seo-yeon sergei sergey sergio serhiy serzh shahbaz \
         shigeru shimon shinji shinzo sigmar sigrid sihanouk silke silvio slobodan soledad somchai sonia sota \
         stanislav stanislaw stefan stefano stephen suharto sukarno sunil sunita suresh susilo suu sven svetlana \
         sviatlana sylvie ségolène tabare tadashi takashi takeshi taku tarek tariq tarja taro tatiana tayyip tedros \
         teresa thabo thaksin tharman thein thi thierry thomas timo timur tobias tomas tomasz tomoko tony toomas \
         toshimitsu traian tuan tzipi uhuru ulf umar umberto ursula uwe vaclav valdis valentina valerie valery \
         valérie van-thuan vasily vijay viktor viktoriya violeta virat vitaly vladimir volodymyr walid wei william \
         winnie winston wojciech wole wolfgang xiaoping xin yahya yair yanis yasmin yasser yasuo yelena yemi yevgeny \
         ying yingluck yitzhak yoav yoko yoon-suk yoshihide yoshihiro yoshiko youssef yoweri yui yuki yulia yumi yuri \
         yury yusuf yuto yves zbigniew zdenek zelimkhan zeynep ziad zoltan zoran zuzana álvaro édouard élisabeth",
    ),
    (Class::Particle, "al el de del della di da du la le van von der den bin ibn abu ben ter ten dos das"),
];

/// What names of several words, or of capitals, are.
pub static PHRASES: &[(Class, &[&str])] = &[
    (
        Class::Place,
        &[
            "U.S.",
            "US",
            "U.S.A.",
            "USA",
            "U.K.",
            "UK",
            "United States of America",
            "Great Britain",
            "Britain",
            "England",
            "Scotland",
            "Wales",
            "Northern Ireland",
            "Holland",
            "Soviet Union",
            "USSR",
            "Yugoslavia",
            "Czechoslovakia",
            "East Germany",
            "West Germany",
            "Palestine",
            "Gaza",
            "Gaza Strip",
            "West Bank",
            "Golan Heights",
            "Crimea",
            "Donbas",
            "Kashmir",
            "Tibet",
            "Xinjiang",
            "Chechnya",
            "Catalonia",
            "Bavaria",
            "Siberia",
            "Kurdistan",
            "Middle East",
            "Southeast Asia",
            "East Asia",
            "Central Asia",
            "Latin America",
            "North Korea",
            "South Korea",
            "Korea",
            "Balkans",
            "Caribbean",
            "Scandinavia",
            "Sahel",
            "Mediterranean",
            "Pacific",
            "Atlantic",
            "Arctic",
            "Indo-Pacific",
            "Asia-Pacific",
            "Persian Gulf",
            "Red Sea",
            "Black Sea",
            "South China Sea",
            "East China Sea",
            "Taiwan Strait",
            "Korean Peninsula",
            "Strait of Hormuz",
            "Suez Canal",
            "Panama Canal",
            "Silicon Valley",
            "Wall Street",
            "Capitol Hill",
            "Washington",
            "Washington D.C.",
            "D.C.",
            "New South Wales",
            "Queensland",
            "Tasmania",
            "Western Australia",
            "South Australia",
            "Ontario",
            "Quebec",
            "Alberta",
            "Manitoba",
            "Saskatchewan",
            "Nova Scotia",
            "New Brunswick",
            "Newfoundland",
            "British Columbia",
            "Okinawa",
            "Hokkaido",
            "Czech Republic",
            "Ivory Coast",
            "Burma",
            "Zaire",
            "Macedonia",
            "Vatican",
            "DR Congo",
            "UAE",
            "Hong Kong",
            "Macau",
            "Long Island",
            "Manhattan",
            "Brooklyn",
            "Bronx",
            "Queens",
            "Hawaii",
            "Puerto Rico",
            "Guam",
            "Normandy",
            "Sicily",
            "Tuscany",
            "Saxony",
            "Prussia",
            "Galicia",
            "Punjab",
            "Bengal",
            "Kerala",
            "Gujarat",
            "Uttar Pradesh",
            "Tamil Nadu",
            "Maharashtra",
            "Sindh",
            "Balochistan",
            "Guantanamo Bay",
            "Pearl Harbor",
        ],
    ),
    (
        Class::Body,
        &[
            "White House",
            "Pentagon",
            "Kremlin",
            "Downing Street",
            "Capitol",
            "State Department",
            "Foreign Office",
            "Treasury",
            "Supreme Court",
            "Congress",
            "Senate",
            "House of Representatives",
            "House of Commons",
            "House of Lords",
            "Parliament",
            "European Parliament",
            "European Union",
            "EU",
            "European Commission",
            "European Council",
            "European Central Bank",
            "ECB",
            "United Nations",
            "U.N.",
            "UN",
            "UNICEF",
            "UNESCO",
            "UNHCR",
            "Security Council",
            "General Assembly",
            "World Health Organization",
            "WHO",
            "World Bank",
            "International Monetary Fund",
            "IMF",
            "World Trade Organization",
            "WTO",
            "NATO",
            "OPEC",
            "OECD",
            "ASEAN",
            "African Union",
            "Arab League",
            "Red Cross",
            "Amnesty International",
            "Human Rights Watch",
            "Greenpeace",
            "Federal Reserve",
            "Fed",
            "FBI",
            "CIA",
            "NSA",
            "DEA",
            "IRS",
            "FDA",
            "EPA",
            "NASA",
            "FEMA",
            "SEC",
            "FTC",
            "FCC",
            "Justice Department",
            "Defense Department",
            "Bundestag",
            "Bundesrat",
            "Knesset",
            "Duma",
            "Diet",
            "Hamas",
            "Hezbollah",
            "Taliban",
            "Islamic State",
            "ISIS",
            "al-Qaeda",
            "al Qaeda",
            "Al-Shabaab",
            "Boko Haram",
            "Fatah",
            "PLO",
            "IRA",
            "KGB",
            "FSB",
            "MI5",
            "MI6",
            "Mossad",
            "GOP",
            "Democratic Party",
            "Republican Party",
            "Labour Party",
            "Conservative Party",
            "Liberal Democrats",
            "Labour",
            "Tory Party",
            "SNP",
            "UKIP",
            "CDU",
            "CSU",
            "SPD",
            "FDP",
            "AfD",
            "LDP",
            "Fidesz",
            "Likud",
            "Kuomintang",
            "Sinn Féin",
            "Fianna Fáil",
            "Fine Gael",
            "Plaid Cymru",
            "Associated Press",
            "AP",
            "Reuters",
            "Agence France-Presse",
            "AFP",
            "Bloomberg",
            "Kyodo",
            "Kyodo News",
            "Nikkei",
            "Xinhua",
            "BBC",
            "CNN",
            "NBC",
            "CBS",
            "ABC",
            "NPR",
            "Fox News",
            "Al Jazeera",
            "New York Times",
            "Washington Post",
            "Wall Street Journal",
            "Financial Times",
            "Guardian",
            "Daily Telegraph",
            "Daily Mail",
            "Der Spiegel",
            "Le Monde",
            "Le Figaro",
            "Yomiuri",
            "Asahi Shimbun",
            "Google",
            "Apple",
            "Microsoft",
            "Amazon",
            "Facebook",
            "Meta",
            "Twitter",
            "YouTube",
            "Netflix",
            "Tesla",
            "Intel",
            "IBM",
            "Samsung",
            "Sony",
            "Toyota",
            "Honda",
            "Nissan",
            "Boeing",
            "Airbus",
            "Ford",
            "General Motors",
            "Volkswagen",
            "BMW",
            "Siemens",
            "Exxon Mobil",
            "Shell",
            "BP",
            "Gazprom",
            "Goldman Sachs",
            "JPMorgan Chase",
            "Morgan Stanley",
            "Citigroup",
            "HSBC",
            "Barclays",
            "Deutsche Bank",
            "NBA",
            "NFL",
            "MLB",
            "NHL",
            "FIFA",
            "UEFA",
            "IOC",
            "NCAA",
            "Manchester United",
            "Real Madrid",
            "Harvard",
            "Yale",
            "Oxford",
            "Cambridge",
            "Stanford",
            "MIT",
        ],
    ),
];

/// Other names of what is often named, in small letters without stops.
pub static ALIASES: &[(&str, &str)] = &[
    ("us", "united states"),
    ("usa", "united states"),
    ("america", "united states"),
    ("united states of america", "united states"),
    ("uk", "united kingdom"),
    ("britain", "united kingdom"),
    ("great britain", "united kingdom"),
    ("un", "united nations"),
    ("eu", "european union"),
    ("ec", "european commission"),
    ("uae", "united arab emirates"),
    ("drc", "democratic republic of the congo"),
    ("ussr", "soviet union"),
    ("holland", "netherlands"),
    ("burma", "myanmar"),
    ("nyc", "new york city"),
    ("la", "los angeles"),
    ("ap", "associated press"),
    ("afp", "agence france-presse"),
    ("ft", "financial times"),
    ("nyt", "new york times"),
    ("wsj", "wall street journal"),
    ("imf", "international monetary fund"),
    ("who", "world health organization"),
    ("world health organisation", "world health organization"),
    ("wto", "world trade organization"),
    ("nato", "north atlantic treaty organization"),
    ("fbi", "federal bureau of investigation"),
    ("cia", "central intelligence agency"),
    ("fed", "federal reserve"),
    ("ecb", "european central bank"),
    ("tories", "conservative party"),
    ("gop", "republican party"),
    ("dc", "washington"),
    ("washington dc", "washington"),
    ("washington, dc", "washington"),
];

//! The command line: every command and flag, with the words that `--help` prints.

use std::net::SocketAddr;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};
use dateline_engine::brief::Since;
use dateline_model::StoryId;
use jiff::Timestamp;
use jiff::civil::Date;

/// Follows a news story across every outlet.
#[derive(Debug, Parser)]
#[command(name = "dateline", version, about, max_term_width = 100)]
pub struct Arguments {
    #[command(subcommand)]
    pub command: Command,
}

/// Where the data is.
#[derive(Args, Clone, Debug)]
pub struct Data {
    /// The data folder [default: `dateline` in your data folder, such as ~/.local/share/dateline]
    #[arg(long = "data", value_name = "FOLDER", env = "DATELINE_FOLDER")]
    pub folder: Option<PathBuf>,
}

/// Where the configuration is.
#[derive(Args, Clone, Debug)]
pub struct Settings {
    /// The configuration (TOML) [default: `dateline.toml` in the data folder, where there is one]
    #[arg(long, value_name = "FILE", env = "DATELINE_CONFIG")]
    pub config: Option<PathBuf>,
}

/// Where to answer browsers.
#[derive(Args, Clone, Debug)]
pub struct Listen {
    /// Address and port to answer on; loopback only, there are no accounts
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1:8080")]
    pub listen: SocketAddr,
    /// A further name that browsers may use for this server, as behind a reverse proxy; can be given several times
    #[arg(long = "host", value_name = "NAME")]
    pub hosts: Vec<String>,
}

/// What the filters read.
#[derive(Args, Clone, Debug)]
pub struct Files {
    /// Files to read; standard input where none is named
    #[arg(value_name = "FILE")]
    pub files: Vec<PathBuf>,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Load the bundled sample and serve it
    Demo {
        #[command(flatten)]
        data: Data,
        #[command(flatten)]
        listen: Listen,
        /// Load the sample and end, without serving it
        #[arg(long)]
        load_only: bool,
    },
    /// Serve the stories to browsers, and keep up with the followed sources
    Serve {
        #[command(flatten)]
        data: Data,
        #[command(flatten)]
        settings: Settings,
        /// Ask no source: serve what is there
        #[arg(long)]
        no_fetch: bool,
        #[command(flatten)]
        listen: Listen,
    },
    /// Read files and folders of reports into the data folder
    ///
    /// HTML pages, plain text, article JSON Lines, RSS, Atom and JSON feeds and OPML lists, and web archives of these
    /// (WARC, ARC, WACZ), plain or compressed with gzip, zstd or lz4, told apart by their content. Importing the same
    /// thing again changes nothing.
    Import {
        #[command(flatten)]
        data: Data,
        /// When the files were captured (RFC 3339), for words such as "3 days ago" [default: newest date in each page]
        #[arg(long, value_name = "TIME")]
        captured: Option<Timestamp>,
        /// Selectors that correct how pages of single outlets are read (TOML) [default: `outlets.toml` in the data
        /// folder, where there is one]
        #[arg(long, value_name = "FILE")]
        outlets: Option<PathBuf>,
        /// Files and folders
        #[arg(value_name = "PATH", required = true)]
        paths: Vec<PathBuf>,
    },
    /// Follow feeds and sites, or fetch single reports
    ///
    /// An address may be a feed, a site (its feed is looked for: named by the page, at the usual places, else its
    /// sitemap), a single report, or a list of subscriptions (OPML), also as a file. What is found is fetched at once.
    Add {
        #[command(flatten)]
        data: Data,
        #[command(flatten)]
        settings: Settings,
        /// Addresses, such as `https://news.example/`, and files of subscriptions
        #[arg(value_name = "URL", required = true)]
        urls: Vec<String>,
    },
    /// Ask every followed source that is due, once
    Fetch {
        #[command(flatten)]
        data: Data,
        #[command(flatten)]
        settings: Settings,
        /// Ask also those that are not due yet
        #[arg(long)]
        all: bool,
    },
    /// Follow sources no longer; their reports stay
    Remove {
        #[command(flatten)]
        data: Data,
        /// Addresses, as the page of sources has them
        #[arg(value_name = "URL", required = true)]
        urls: Vec<String>,
    },
    /// Follow stories: their reports are fetched again, ever more seldom, and what outlets change in them is kept
    ///
    /// Without a number, lists the stories that are followed. A story that another is merged into, or that is split off from
    /// one, is followed with it.
    Follow {
        #[command(flatten)]
        data: Data,
        /// Their numbers, as `dateline stories` prints them
        #[arg(value_name = "STORY")]
        stories: Vec<StoryId>,
    },
    /// Follow stories no longer; what was kept stays
    Unfollow {
        #[command(flatten)]
        data: Data,
        /// Their numbers
        #[arg(value_name = "STORY", required = true)]
        stories: Vec<StoryId>,
    },
    /// Show what outlets changed in their reports: silent edits, corrections, updates
    ///
    /// Of a report the words that changed are shown: `[-gone-]` and `{+new+}`.
    Changes(Changes),
    /// Look at configuration, data folder and sources, and say what is wrong and what to do
    Doctor {
        #[command(flatten)]
        data: Data,
        #[command(flatten)]
        settings: Settings,
    },
    /// Write what reports were read from as a web archive, or your corrections as labelled data
    ///
    /// The same data gives the same bytes. A file of that name is replaced; `-` is standard output.
    Export {
        #[command(flatten)]
        data: Data,
        #[command(flatten)]
        what: Export,
    },
    /// Say where reports belong: what you say holds against all later grouping, until you say otherwise
    Correct {
        #[command(subcommand)]
        what: Correct,
    },
    /// Group all stored reports anew, by the newest way; corrections hold and stories keep their numbers
    ///
    /// A story goes on as the group that most of its reports are in. Stopped midway, nothing is changed.
    Regroup {
        #[command(flatten)]
        data: Data,
        /// Change nothing; only check that the log gives the stories that are kept
        #[arg(long)]
        check: bool,
    },
    /// List stories, newest first
    Stories {
        #[command(flatten)]
        data: Data,
        /// At most this many
        #[arg(long, default_value_t = 20)]
        limit: u64,
        /// Only stories with at least this many reports
        #[arg(long, default_value_t = 1)]
        at_least: u64,
    },
    /// Show a story and its reports
    Story {
        #[command(flatten)]
        data: Data,
        /// Its number, as `dateline stories` prints it
        id: StoryId,
        /// Name each report by its identifier, as `dateline correct` takes it
        #[arg(long)]
        ids: bool,
    },
    /// Write the briefing of a story: what is reported, contested and not known, who is who, figures, timeline, origins
    ///
    /// Every sentence is taken from a report and cited; none is written by the program.
    Brief {
        #[command(flatten)]
        data: Data,
        /// Its number, as `dateline stories` prints it
        id: StoryId,
        /// How it is written
        #[arg(long, value_enum, default_value_t = BriefFormat::Markdown)]
        format: BriefFormat,
        /// Only what was first said after this moment (a day, or RFC 3339), or after this change of the data folder: the
        /// number that a briefing ends with
        #[arg(long, value_name = "TIME|CHANGE")]
        since: Option<Since>,
    },
    /// Search the reports
    Search(Box<Search>),
    /// Files to article lines: read HTML, text, feeds, article lines or web archives, write one JSON object a report
    Extract {
        #[command(flatten)]
        files: Files,
        /// The address the bytes came from
        #[arg(long)]
        url: Option<String>,
        /// When they were captured (RFC 3339), for words such as "3 days ago"
        #[arg(long, value_name = "TIME")]
        captured: Option<Timestamp>,
        /// Selectors that correct how pages of single outlets are read (TOML)
        #[arg(long, value_name = "FILE")]
        outlets: Option<PathBuf>,
    },
    /// Article lines to annotation lines: language, sentences, times
    Annotate(Files),
    /// Article lines to group lines: the story and the copies of each
    Group(Files),
    /// Article lines of one story to timeline lines: days, each with the sentences that tell it best
    Timeline {
        #[command(flatten)]
        files: Files,
        /// At most this many days, those most reported [default: all]
        #[arg(long, value_name = "N")]
        dates: Option<usize>,
        /// At most this many sentences a day
        #[arg(long, value_name = "M", default_value_t = 2)]
        sentences: usize,
    },
}

/// Which changes to show.
#[derive(Args, Debug)]
pub struct Changes {
    #[command(flatten)]
    pub data: Data,
    /// A story by its number, or a report by its identifier or address [default: all]
    #[arg(value_name = "STORY|REPORT")]
    pub of: Option<String>,
    /// Only changes of this kind
    #[arg(long, value_enum)]
    pub class: Option<ChangeClass>,
    /// Show typing errors, typography and the like too
    #[arg(long)]
    pub all: bool,
    /// Only those noticed on this day or later
    #[arg(long, value_name = "DATE")]
    pub since: Option<Date>,
    /// At most this many, the weightiest; of a story or report the newest
    #[arg(long, default_value_t = 50)]
    pub limit: u64,
    /// Write a JSON object a line
    #[arg(long)]
    pub json: bool,
}

/// Kinds of change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum ChangeClass {
    /// The outlet says that it changed the report, or only told more
    Update,
    /// The outlet says what was wrong
    Correction,
    /// Something else is told than before, and nothing says so
    SilentEdit,
}

/// What is written out.
#[derive(Args, Debug)]
#[group(id = "written", required = true, multiple = false)]
pub struct Export {
    /// Every capture as a record of WARC 1.1, gzip compressed: a file such as `news.warc.gz`
    #[arg(long, value_name = "FILE")]
    pub warc: Option<PathBuf>,
    /// Every correction as a line of JSON: which reports tell of one event and which do not
    #[arg(long, value_name = "FILE")]
    pub corrections: Option<PathBuf>,
}

/// Whose correction it is.
#[derive(Args, Debug)]
pub struct By {
    #[command(flatten)]
    pub data: Data,
    /// Why, or who says so; shown with the reports
    #[arg(long, value_name = "TEXT")]
    pub note: Option<String>,
    /// When it was said (RFC 3339) [default: now]
    #[arg(long, value_name = "TIME")]
    pub at: Option<Timestamp>,
}

/// A person's corrections. A report is named by its identifier or its address, a story by its number.
#[derive(Debug, Subcommand)]
pub enum Correct {
    /// Make two stories one; the number of the first leads to the second from then on
    Merge {
        #[command(flatten)]
        by: By,
        /// The story that ends
        story: StoryId,
        /// The story that goes on
        into: StoryId,
    },
    /// Take reports out of a story, into a new one
    Split {
        #[command(flatten)]
        by: By,
        /// The story that the others stay in
        story: StoryId,
        /// The reports that leave it
        #[arg(value_name = "REPORT", required = true)]
        reports: Vec<String>,
    },
    /// Put a report into another story
    Move {
        #[command(flatten)]
        by: By,
        /// The report
        report: String,
        /// The story it belongs in
        story: StoryId,
    },
    /// Keep a report with those of its story, or out of another
    Pin {
        #[command(flatten)]
        by: By,
        /// The report
        report: String,
        /// Keep it out of this story instead
        #[arg(long, value_name = "STORY")]
        out_of: Option<StoryId>,
    },
    /// Let a report move by itself again
    Unpin {
        #[command(flatten)]
        by: By,
        /// The report
        report: String,
    },
}

/// What a briefing is written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum BriefFormat {
    /// Text with Markdown
    Markdown,
    /// One page that stands by itself
    Html,
    /// One JSON object, every sentence with its report and place
    Json,
}

/// What to search for.
#[derive(Args, Debug)]
pub struct Search {
    #[command(flatten)]
    pub data: Data,
    /// Words, "quoted phrases", -words to leave out
    pub words: Vec<String>,
    /// Only reports of this outlet
    #[arg(long)]
    pub outlet: Option<String>,
    /// Only reports with this tag
    #[arg(long)]
    pub topic: Option<String>,
    /// Only reports in this language, such as `en`
    #[arg(long)]
    pub language: Option<String>,
    /// Published on this day or later
    #[arg(long, value_name = "DATE")]
    pub from: Option<Date>,
    /// Published on this day or earlier
    #[arg(long, value_name = "DATE")]
    pub to: Option<Date>,
    /// At most this many
    #[arg(long, default_value_t = 20)]
    pub limit: usize,
}

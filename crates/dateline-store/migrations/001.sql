-- The record. Everything here follows from what was put in and in which order: no clock, no chance.

-- Bytes as fetched or imported, each once. `bytes` is zstd; `digest` is SHA-256 of the bytes before it.
CREATE TABLE captures (
    number INTEGER PRIMARY KEY,
    digest BLOB NOT NULL UNIQUE,
    url TEXT,
    captured TEXT,
    content_type TEXT,
    bytes BLOB NOT NULL
) STRICT;

-- One row a report, as lists show its newest revision. `moment` is `published` in microseconds since 1970.
CREATE TABLE articles (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    change INTEGER NOT NULL,
    revisions INTEGER NOT NULL,
    headline TEXT NOT NULL,
    lead TEXT NOT NULL,
    series TEXT,
    series_key TEXT,
    outlet TEXT,
    agency TEXT,
    section TEXT,
    published TEXT,
    moment INTEGER,
    language TEXT,
    url TEXT,
    story INTEGER,
    reason TEXT,
    copies_here INTEGER NOT NULL DEFAULT 0,
    copy_of INTEGER,
    copy_share REAL
) STRICT;
CREATE INDEX articles_of_story ON articles (story, moment, seq);
CREATE INDEX articles_by_moment ON articles (moment);
CREATE INDEX articles_of_series ON articles (series_key, story);

-- Every version of every report. `change` counts all puts; `record` is the article line without its text, which is
-- in `text` as zstd.
CREATE TABLE revisions (
    change INTEGER PRIMARY KEY,
    article INTEGER NOT NULL,
    content BLOB NOT NULL,
    capture INTEGER NOT NULL,
    captured TEXT,
    record TEXT NOT NULL,
    text BLOB NOT NULL
) STRICT;
CREATE UNIQUE INDEX revisions_of_article ON revisions (article, content);

-- What a grouper needs to come back to where it was: by change.
CREATE TABLE placements (
    change INTEGER PRIMARY KEY,
    article INTEGER NOT NULL,
    features BLOB NOT NULL,
    events TEXT NOT NULL
) STRICT;

CREATE TABLE article_tags (
    tag TEXT NOT NULL,
    moment INTEGER,
    article INTEGER NOT NULL,
    written TEXT NOT NULL
) STRICT;
CREATE INDEX articles_of_tag ON article_tags (tag, moment, article);
CREATE INDEX tags_of_article ON article_tags (article);

-- How tags are written; how many reports have each outlet, language and tag.
CREATE TABLE spellings (
    tag TEXT NOT NULL,
    written TEXT NOT NULL,
    reports INTEGER NOT NULL,
    PRIMARY KEY (tag, written)
) STRICT, WITHOUT ROWID;
CREATE TABLE counts (
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    reports INTEGER NOT NULL,
    PRIMARY KEY (kind, name)
) STRICT, WITHOUT ROWID;
CREATE INDEX counts_by_reports ON counts (kind, reports);

-- The fold of all events. A story without reports ended; `redirect` is the story its name leads to.
CREATE TABLE stories (
    id INTEGER PRIMARY KEY,
    headline INTEGER,
    reports INTEGER NOT NULL DEFAULT 0,
    copies INTEGER NOT NULL DEFAULT 0,
    first TEXT,
    newest TEXT,
    moment INTEGER,
    redirect INTEGER
) STRICT;
CREATE INDEX stories_by_moment ON stories (moment, id, reports);
CREATE INDEX stories_led_to ON stories (redirect);

CREATE TABLE story_outlets (
    story INTEGER NOT NULL,
    outlet TEXT NOT NULL,
    reports INTEGER NOT NULL,
    PRIMARY KEY (story, outlet)
) STRICT, WITHOUT ROWID;
CREATE INDEX stories_of_outlet ON story_outlets (outlet, story);

CREATE TABLE copies (
    article INTEGER NOT NULL,
    original INTEGER NOT NULL,
    share REAL NOT NULL,
    PRIMARY KEY (article, original)
) STRICT, WITHOUT ROWID;
CREATE INDEX copies_of_original ON copies (original);

CREATE TABLE subscriptions (
    number INTEGER PRIMARY KEY,
    url TEXT NOT NULL UNIQUE,
    title TEXT,
    folders TEXT NOT NULL
) STRICT;

CREATE TABLE settings (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Who said what. All of it follows from the newest version of each report and from `method`, the number of the way in
-- which it was found: a report without a row, or with another number, is looked at again by the next import.
CREATE TABLE annotations (
    article INTEGER PRIMARY KEY,
    method INTEGER NOT NULL,
    found BLOB NOT NULL
) STRICT;

-- Those who are quoted by name. `key` is the name without what does not tell it from another; `name` and `kind` are
-- as most reports have them; `reports` counts the reports that quote them.
CREATE TABLE speakers (
    number INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    reports INTEGER NOT NULL
) STRICT;
CREATE INDEX speakers_by_reports ON speakers (reports DESC, name);
CREATE INDEX speakers_of_kind ON speakers (kind, reports DESC, name);

CREATE TABLE speaker_names (
    number INTEGER PRIMARY KEY,
    speaker INTEGER NOT NULL,
    kind TEXT NOT NULL,
    written TEXT NOT NULL,
    reports INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX names_of_speaker ON speaker_names (speaker, written, kind);

-- Which report quotes whom, and under which of the names.
CREATE TABLE quoted (
    article INTEGER NOT NULL,
    speaker INTEGER NOT NULL,
    name INTEGER NOT NULL,
    PRIMARY KEY (article, speaker)
) STRICT, WITHOUT ROWID;

-- One row a claim with a named speaker. `moment` is that of the report, the lowest number where it has none; `claim` is
-- its place in the report, from 1; `words` is the same for the same words in other reports.
CREATE TABLE statements (
    speaker INTEGER NOT NULL,
    moment INTEGER NOT NULL,
    article INTEGER NOT NULL,
    claim INTEGER NOT NULL,
    words INTEGER NOT NULL,
    PRIMARY KEY (speaker, moment, article, claim)
) STRICT, WITHOUT ROWID;
CREATE INDEX statements_of_words ON statements (speaker, words);

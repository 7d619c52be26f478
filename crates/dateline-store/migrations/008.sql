-- Stories that somebody follows: their reports are fetched again.
CREATE TABLE followed_stories (
    story INTEGER PRIMARY KEY
) STRICT;

-- Reports that were fetched again: when next, in seconds since 1970, missing where not any more; how that stands, as JSON;
-- since when the report is withdrawn, where that was confirmed. Like `followed`, this depends on when things were fetched.
CREATE TABLE revisits (
    article INTEGER PRIMARY KEY,
    due INTEGER,
    state TEXT NOT NULL,
    withdrawn INTEGER
) STRICT;
CREATE INDEX revisits_withdrawn ON revisits (withdrawn) WHERE withdrawn IS NOT NULL;

-- What kind of change a version is from the one before it. All of it follows from the two and from `method`, the number of
-- the way in which it was judged. `noticed` is when the version was captured, in seconds since 1970; `record` is the
-- whole judgement as JSON.
CREATE TABLE edits (
    change INTEGER PRIMARY KEY,
    article INTEGER NOT NULL,
    class TEXT NOT NULL,
    weight INTEGER NOT NULL,
    headline INTEGER NOT NULL,
    noticed INTEGER,
    method INTEGER NOT NULL,
    record TEXT NOT NULL
) STRICT;
CREATE INDEX edits_of_article ON edits (article, change);
CREATE INDEX edits_by_time ON edits (noticed, weight) WHERE weight > 0;

-- A report that is fetched again may have the words of an older version again, which makes a version of its own.
DROP INDEX revisions_of_article;
CREATE INDEX revisions_of_article ON revisions (article, content);

-- How each followed source stands, as JSON, and when it is due, in seconds since 1970. This and `pages` alone of the record
-- depend on when things were fetched.
CREATE TABLE followed (
    subscription INTEGER PRIMARY KEY,
    due INTEGER NOT NULL,
    state TEXT NOT NULL
) STRICT;

-- Pages that feeds and sitemaps name without their text. `due` is missing where a page is not asked for any more; `article`
-- is the report that the text belongs to, and `teaser` the digest of what the feed last had in place of it.
CREATE TABLE pages (
    number INTEGER PRIMARY KEY,
    url TEXT NOT NULL UNIQUE,
    due INTEGER,
    tries INTEGER NOT NULL DEFAULT 0,
    article TEXT,
    teaser BLOB
) STRICT;
CREATE INDEX pages_due ON pages (due) WHERE due IS NOT NULL;

-- How each followed source stands, as JSON, and when it is due, in seconds since 1970. This alone of the record depends on
-- when things were fetched.
CREATE TABLE followed (
    subscription INTEGER PRIMARY KEY,
    due INTEGER NOT NULL,
    state TEXT NOT NULL
) STRICT;

-- Pages that were fetched because a sitemap names them: each is fetched once.
CREATE TABLE fetched_pages (
    url TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;

-- Which reports of different stories are near to each other, so that their stories are related wherever the two reports
-- go. `article` arrived later; `shared` is a JSON array of what both tell of.
CREATE TABLE near (
    article INTEGER NOT NULL,
    other INTEGER NOT NULL,
    closeness REAL NOT NULL,
    shared TEXT NOT NULL,
    PRIMARY KEY (article, other)
) STRICT, WITHOUT ROWID;
CREATE INDEX near_of_other ON near (other);

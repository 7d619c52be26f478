-- Why one of two reports is the copy; nothing where an older Dateline kept it.
ALTER TABLE copies ADD COLUMN direction TEXT;

-- Reports that quote the same words at length, where neither is a copy of the other: the one that arrived later first.
CREATE TABLE quotations (
    article INTEGER NOT NULL,
    other INTEGER NOT NULL,
    PRIMARY KEY (article, other)
) STRICT, WITHOUT ROWID;
CREATE INDEX quotations_of_other ON quotations (other);

-- Changes to stories that no arriving report made: a person's corrections, and those of grouping all anew. Each stands in
-- the log behind the placement of the change `after`. `headlines` are the reports that stand for stories from then on;
-- `labels` is what a correction says of reports, and missing where no person made the change.
CREATE TABLE changes (
    number INTEGER PRIMARY KEY,
    after INTEGER NOT NULL,
    events TEXT NOT NULL,
    headlines TEXT NOT NULL,
    labels TEXT
) STRICT;

-- The report that stood for its story after a placement, so that the log alone gives the stories. Where it was not kept,
-- the newest placement of each story is as good a place.
ALTER TABLE placements ADD COLUMN headline TEXT;
UPDATE placements SET headline = (
    SELECT headed.id FROM articles JOIN stories ON stories.id = articles.story
    JOIN articles headed ON headed.seq = stories.headline WHERE articles.seq = placements.article);

-- Subscriptions at hubs (WebSub), as JSON. The key is the last part of the address that a hub sends to.
CREATE TABLE pushes (
    key TEXT PRIMARY KEY,
    state TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The keys, wrapped under the root key, in a database of their own (docs/adr/0008): backed up by itself, never beside the data.

-- The one row that says which root key all others are wrapped under. `check_value` opens under the right root only. `changes`
-- counts destructions, so that other nodes know when to let go of the keys they have opened.
CREATE TABLE root_key (
    one         INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
    root_id     BLOB NOT NULL CHECK (length(root_id) = 16),
    check_value BLOB NOT NULL,
    changes     INTEGER NOT NULL DEFAULT 0
) STRICT;

-- One data key for each group of records that is disposed of together.
CREATE TABLE retention_key (
    unit         BLOB NOT NULL PRIMARY KEY CHECK (length(unit) = 16),
    municipality BLOB NOT NULL CHECK (length(municipality) = 16),
    wrapped      BLOB NOT NULL,
    root_id      BLOB NOT NULL CHECK (length(root_id) = 16),
    made_at      INTEGER NOT NULL
) STRICT;

-- The key of each municipality's keyed index.
CREATE TABLE index_key (
    municipality BLOB NOT NULL PRIMARY KEY CHECK (length(municipality) = 16),
    wrapped      BLOB NOT NULL,
    root_id      BLOB NOT NULL CHECK (length(root_id) = 16)
) STRICT;

-- The log (docs/adr/0009): a Merkle tree of entries with signed checkpoints. Nothing here is ever changed or removed, but for
-- the pending table, which the one sequencer empties into the tree in the same transaction.

-- Entries that have no place in the tree yet.
CREATE TABLE log_pending (
--! only sqlite
    id           INTEGER PRIMARY KEY,
--! end
--! only postgresql
    id           INTEGER GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
--! end
    municipality BLOB NOT NULL CHECK (length(municipality) = 16),
    month        TEXT NOT NULL,
    unit         BLOB NOT NULL CHECK (length(unit) = 16),
    leaf         BLOB NOT NULL
) STRICT;

-- Entry number `seq`, from 0: the leaf's bytes as they were hashed, and their hash (level 0 of the tree).
CREATE TABLE log_entry (
    seq  INTEGER NOT NULL PRIMARY KEY CHECK (seq >= 0),
    leaf BLOB NOT NULL,
    hash BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;
--! append_only log_entry

-- Complete subtrees of the RFC 6962 tree, level 1 and above, in the order in which they became whole: `position` follows from
-- level and index (Node::position), and every insert goes to the end of the table. Ordered by level each commit would touch a
-- page per level: measured, that halves the rate.
CREATE TABLE log_node (
    position INTEGER NOT NULL PRIMARY KEY CHECK (position >= 0),
    hash     BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;
--! append_only log_node

-- Signed checkpoints. That `size` is unique is what keeps two sequencers from ever signing two histories.
CREATE TABLE log_checkpoint (
    size INTEGER NOT NULL PRIMARY KEY CHECK (size > 0),
    root BLOB NOT NULL CHECK (length(root) = 32),
    note TEXT NOT NULL
) STRICT;
--! append_only log_checkpoint

-- Under which retention units a month's text lies. There may be several: nodes do not wait for each other.
CREATE TABLE log_month_key (
    municipality BLOB NOT NULL,
    month        TEXT NOT NULL,
    unit         BLOB NOT NULL,
    PRIMARY KEY (municipality, month, unit)
) STRICT;
--! append_only log_month_key

-- Which node is the sequencer, until when by the database's clock (milliseconds), and the fencing number of its turn.
--! only postgresql
CREATE TABLE log_lease (
    one    INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
    holder TEXT NOT NULL,
    turn   INTEGER NOT NULL,
    until  INTEGER NOT NULL
);
INSERT INTO log_lease (one, holder, turn, until) VALUES (1, '', 0, 0);
--! end

-- Method profiles after the one that a municipality began with: each change of a setting is the whole profile anew, with the decision that it
-- rests on. The newest version counts; without one the profile of the municipality itself does.

CREATE TABLE profile_version (
    municipality BLOB NOT NULL,
    version INTEGER NOT NULL,                  -- 1, 2 …
    setting TEXT NOT NULL,                     -- what was changed
    profile TEXT NOT NULL,                     -- all of it, JSON
    decision TEXT NOT NULL,                    -- who decided, when and under which number, in their words
    made_at INTEGER NOT NULL,
    made_by BLOB NOT NULL,
    PRIMARY KEY (municipality, version),
    FOREIGN KEY (municipality) REFERENCES municipality (municipality),
    FOREIGN KEY (municipality, made_by) REFERENCES person (municipality, id)
) STRICT;
--! append_only profile_version

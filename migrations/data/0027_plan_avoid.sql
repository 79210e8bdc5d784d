-- Persons and places to avoid (settled 24): police, social services and the young person write and read them, and nobody else.

CREATE TABLE plan_avoid (
    municipality BLOB NOT NULL,
    id BLOB NOT NULL,
    case_id BLOB NOT NULL,
    number INTEGER NOT NULL,                   -- in the case
    kind TEXT NOT NULL CHECK (kind IN ('person', 'place')),
    text_sealed BLOB NOT NULL,
    made_at INTEGER NOT NULL,
    made_by BLOB NOT NULL,
    PRIMARY KEY (municipality, id),
    UNIQUE (municipality, case_id, number),
    FOREIGN KEY (municipality, case_id) REFERENCES sig_case (municipality, id)
) STRICT;
--! append_only plan_avoid

CREATE TABLE plan_avoid_end (                  -- it no longer holds
    municipality BLOB NOT NULL,
    avoid BLOB NOT NULL,
    made_at INTEGER NOT NULL,
    made_by BLOB NOT NULL,
    PRIMARY KEY (municipality, avoid),
    FOREIGN KEY (municipality, avoid) REFERENCES plan_avoid (municipality, id)
) STRICT;
--! append_only plan_avoid_end

-- Nödåtkomst (settled 26, edge case 4.34): somebody in social services says why, and reads a case for some hours.

CREATE TABLE emergency_access (
    municipality BLOB NOT NULL,
    id BLOB NOT NULL,
    case_id BLOB NOT NULL,
    number INTEGER NOT NULL,                   -- in the case
    person BLOB NOT NULL,
    unit BLOB NOT NULL,                        -- acted in: the tie holds there alone
    from_at INTEGER NOT NULL,
    until_at INTEGER NOT NULL,                 -- not included
    reason_sealed BLOB NOT NULL,
    PRIMARY KEY (municipality, id),
    UNIQUE (municipality, case_id, number),
    FOREIGN KEY (municipality, case_id) REFERENCES sig_case (municipality, id),
    FOREIGN KEY (municipality, person) REFERENCES person (municipality, id),
    CHECK (from_at < until_at)
) STRICT;
--! append_only emergency_access

CREATE TABLE emergency_access_told (           -- the manager has read of it
    municipality BLOB NOT NULL,
    emergency BLOB NOT NULL,
    told_at INTEGER NOT NULL,
    made_by BLOB NOT NULL,
    PRIMARY KEY (municipality, emergency),
    FOREIGN KEY (municipality, emergency) REFERENCES emergency_access (municipality, id)
) STRICT;
--! append_only emergency_access_told

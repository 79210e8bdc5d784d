-- Who takes part: one row a person and agency, with the reason, from a day until it ends.

CREATE TABLE membership (
    municipality BLOB NOT NULL,
    id BLOB NOT NULL,
    case_id BLOB NOT NULL,
    number INTEGER NOT NULL,
    agency BLOB NOT NULL,
    unit BLOB NOT NULL,
    person BLOB NOT NULL,
    function TEXT NOT NULL CHECK (function IN ('case_officer', 'coordinator', 'police_officer', 'teacher', 'principal', 'counsellor',
        'leisure_leader', 'health_contact', 'institution_staff', 'other')),
    knows_youth INTEGER NOT NULL CHECK (knows_youth IN (0, 1)),
    reason_sealed BLOB NOT NULL,               -- why this person (S0-39, S1-32)
    from_day TEXT NOT NULL,
    made_at INTEGER NOT NULL,
    made_by BLOB NOT NULL,
    PRIMARY KEY (municipality, id),
    UNIQUE (municipality, case_id, number),
    FOREIGN KEY (municipality, case_id) REFERENCES sig_case (municipality, id),
    FOREIGN KEY (municipality, agency) REFERENCES agency (municipality, id),
    FOREIGN KEY (municipality, person) REFERENCES person (municipality, id)
) STRICT;
CREATE INDEX membership_of_person ON membership (municipality, person);
--! append_only membership

CREATE TABLE membership_end (
    municipality BLOB NOT NULL,
    membership BLOB NOT NULL,
    ended_at INTEGER NOT NULL,                 -- access ends at once
    hand_over_sealed BLOB NOT NULL,
    youth_told_on TEXT,
    made_by BLOB NOT NULL,
    PRIMARY KEY (municipality, membership),
    FOREIGN KEY (municipality, membership) REFERENCES membership (municipality, id)
) STRICT;
--! append_only membership_end

CREATE TABLE planning_start (                  -- T9; why it began without an agency that is concerned (S0-24), when it did
    municipality BLOB NOT NULL,
    case_id BLOB NOT NULL,
    missing_reason_sealed BLOB,
    made_at INTEGER NOT NULL,
    made_by BLOB NOT NULL,
    PRIMARY KEY (municipality, case_id),
    FOREIGN KEY (municipality, case_id) REFERENCES sig_case (municipality, id)
) STRICT;
--! append_only planning_start

-- The individual action plan: goals, commitments and their wordings, acceptances, and decided versions.

CREATE TABLE goal (
    municipality BLOB NOT NULL,
    id BLOB NOT NULL,
    case_id BLOB NOT NULL,
    number INTEGER NOT NULL,
    made_at INTEGER NOT NULL,
    PRIMARY KEY (municipality, id),
    UNIQUE (municipality, case_id, number),
    FOREIGN KEY (municipality, case_id) REFERENCES sig_case (municipality, id)
) STRICT;
--! append_only goal

CREATE TABLE goal_wording (                    -- the newest seq counts
    municipality BLOB NOT NULL,
    goal BLOB NOT NULL,
    seq INTEGER NOT NULL,
    area TEXT NOT NULL CHECK (area IN ('school', 'occupation', 'housing', 'family', 'leisure', 'company', 'substances_health', 'crime',
        'economy')),
    text_sealed BLOB NOT NULL,
    reached_how_sealed BLOB NOT NULL,
    responsible_agency BLOB NOT NULL,          -- S4-16: one responsible actor a goal
    dropped INTEGER NOT NULL CHECK (dropped IN (0, 1)),   -- taken out of the plan
    made_at INTEGER NOT NULL,
    made_by BLOB NOT NULL,
    PRIMARY KEY (municipality, goal, seq),
    FOREIGN KEY (municipality, goal) REFERENCES goal (municipality, id),
    FOREIGN KEY (municipality, responsible_agency) REFERENCES agency (municipality, id)
) STRICT;
--! append_only goal_wording

CREATE TABLE commitment (
    municipality BLOB NOT NULL,
    id BLOB NOT NULL,
    case_id BLOB NOT NULL,
    goal BLOB NOT NULL,
    number INTEGER NOT NULL,                   -- 1, 2 … in the case
    made_at INTEGER NOT NULL,
    PRIMARY KEY (municipality, id),
    UNIQUE (municipality, case_id, number),
    FOREIGN KEY (municipality, goal) REFERENCES goal (municipality, id)
) STRICT;
--! append_only commitment

CREATE TABLE commitment_wording (              -- the newest seq counts; a decided version points at one
    municipality BLOB NOT NULL,
    commitment BLOB NOT NULL,
    seq INTEGER NOT NULL,
    owner TEXT NOT NULL CHECK (owner IN ('youth', 'guardian', 'agency')),
    membership BLOB,                           -- the named person, when the owner is an agency
    agency BLOB,
    signatory BLOB,                            -- the young person or guardian, when it is theirs
    measure_sealed BLOB NOT NULL,              -- vad
    documented_how_sealed BLOB NOT NULL,       -- hur det dokumenteras (S1-52)
    plain_words_sealed BLOB NOT NULL,          -- as the young person reads it (S1-49)
    start_on TEXT,
    last_day TEXT NOT NULL,                    -- när (S0-79), included
    order_number INTEGER NOT NULL,             -- S1-53
    after_commitment INTEGER,                  -- number of the one it waits for
    dropped INTEGER NOT NULL CHECK (dropped IN (0, 1)),   -- taken out of the draft
    made_at INTEGER NOT NULL,
    made_by BLOB NOT NULL,
    PRIMARY KEY (municipality, commitment, seq),
    FOREIGN KEY (municipality, commitment) REFERENCES commitment (municipality, id),
    FOREIGN KEY (municipality, membership) REFERENCES membership (municipality, id),
    FOREIGN KEY (municipality, signatory) REFERENCES signatory (municipality, id),
    FOREIGN KEY (municipality, agency) REFERENCES agency (municipality, id),
    CHECK ((owner = 'agency') = (membership IS NOT NULL AND agency IS NOT NULL)),
    CHECK ((owner <> 'agency') = (signatory IS NOT NULL))
) STRICT;
--! append_only commitment_wording

CREATE TABLE commitment_acceptance (           -- by the one who promised; of one wording
    municipality BLOB NOT NULL,
    commitment BLOB NOT NULL,
    seq INTEGER NOT NULL,
    accepted_at INTEGER NOT NULL,
    made_by BLOB NOT NULL,
    on_behalf_of TEXT NOT NULL CHECK (on_behalf_of IN ('self', 'youth', 'guardian', 'agency')),   -- settled 15
    said_on TEXT NOT NULL,                     -- the day it was said, when somebody else writes it down
    way TEXT NOT NULL CHECK (way IN ('own_page', 'meeting', 'in_person', 'phone', 'letter')),
    PRIMARY KEY (municipality, commitment, seq),
    FOREIGN KEY (municipality, commitment, seq) REFERENCES commitment_wording (municipality, commitment, seq)
) STRICT;
--! append_only commitment_acceptance

CREATE TABLE plan_words (                      -- the young person's and guardians' part in shaping it (S4-17); newest seq counts
    municipality BLOB NOT NULL,
    case_id BLOB NOT NULL,
    seq INTEGER NOT NULL,
    youth_words_sealed BLOB NOT NULL,
    guardian_words_sealed BLOB,
    crisis_contact_sealed BLOB NOT NULL,
    took_part_on TEXT NOT NULL,
    made_at INTEGER NOT NULL,
    made_by BLOB NOT NULL,
    PRIMARY KEY (municipality, case_id, seq),
    FOREIGN KEY (municipality, case_id) REFERENCES sig_case (municipality, id)
) STRICT;
--! append_only plan_words

CREATE TABLE plan_version (                    -- decided by social services (T10, T12); old ones are kept (S2-15)
    municipality BLOB NOT NULL,
    id BLOB NOT NULL,
    case_id BLOB NOT NULL,
    version INTEGER NOT NULL,
    valid_from TEXT NOT NULL,
    decision_note BLOB NOT NULL,
    PRIMARY KEY (municipality, id),
    UNIQUE (municipality, case_id, version),
    FOREIGN KEY (municipality, decision_note) REFERENCES decision_note (municipality, id)
) STRICT;
--! append_only plan_version

CREATE TABLE plan_version_line (
    municipality BLOB NOT NULL,
    plan BLOB NOT NULL,
    commitment BLOB NOT NULL,
    seq INTEGER NOT NULL,                      -- the wording that was decided
    PRIMARY KEY (municipality, plan, commitment),
    FOREIGN KEY (municipality, plan) REFERENCES plan_version (municipality, id),
    FOREIGN KEY (municipality, commitment, seq) REFERENCES commitment_wording (municipality, commitment, seq)
) STRICT;
--! append_only plan_version_line

CREATE TABLE commitment_status (               -- the newest seq counts; none = inte påbörjad
    municipality BLOB NOT NULL,
    commitment BLOB NOT NULL,
    seq INTEGER NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('not_started', 'ongoing', 'done', 'not_done', 'cancelled')),
    needs_help INTEGER NOT NULL CHECK (needs_help IN (0, 1)),
    note_sealed BLOB,
    new_last_day TEXT,
    meeting BLOB,                              -- said at this meeting; none: between meetings
    made_at INTEGER NOT NULL,
    made_by BLOB NOT NULL,
    on_behalf_of TEXT NOT NULL CHECK (on_behalf_of IN ('self', 'youth', 'guardian', 'agency')),
    PRIMARY KEY (municipality, commitment, seq),
    FOREIGN KEY (municipality, commitment) REFERENCES commitment (municipality, id)
) STRICT;
--! append_only commitment_status

-- The case: who it is about, its numbers, its states, who has it, and what everybody decided about it.

CREATE TABLE youth (
    municipality BLOB NOT NULL REFERENCES municipality (municipality),
    id BLOB NOT NULL,
    unit BLOB NOT NULL,                        -- retention unit of the identity
    made_at INTEGER NOT NULL,
    PRIMARY KEY (municipality, id)
) STRICT;
--! append_only youth

CREATE TABLE youth_identity (                  -- the newest row counts; a correction is a new row
    municipality BLOB NOT NULL,
    id BLOB NOT NULL,
    youth BLOB NOT NULL,
    given_name_sealed BLOB NOT NULL,
    family_name_sealed BLOB NOT NULL,
    personal_number_sealed BLOB,
    personal_number_index BLOB,                -- keyed
    birth_date_sealed BLOB NOT NULL,           -- its own field: age never comes from the number alone
    recorded_at INTEGER NOT NULL,
    recorded_by BLOB NOT NULL,
    PRIMARY KEY (municipality, id),
    FOREIGN KEY (municipality, youth) REFERENCES youth (municipality, id)
) STRICT;
CREATE INDEX youth_identity_of ON youth_identity (municipality, youth, recorded_at);
CREATE INDEX youth_by_number ON youth_identity (municipality, personal_number_index);
--! append_only youth_identity

CREATE TABLE sig_case (
    municipality BLOB NOT NULL,
    id BLOB NOT NULL,
    youth BLOB NOT NULL,
    nomination_number INTEGER NOT NULL,        -- F-31
    former_episode BLOB,
    social_unit BLOB NOT NULL,                 -- retention unit: social services' compartment
    room_unit BLOB NOT NULL,                   -- retention unit: the shared room
    made_at INTEGER NOT NULL,
    PRIMARY KEY (municipality, id),
    UNIQUE (municipality, nomination_number),
    FOREIGN KEY (municipality, youth) REFERENCES youth (municipality, id)
) STRICT;
CREATE INDEX case_of_youth ON sig_case (municipality, youth);
--! append_only sig_case

CREATE TABLE case_number (                     -- given with the decision to offer
    municipality BLOB NOT NULL,
    case_id BLOB NOT NULL,
    number TEXT NOT NULL,                      -- SIG-2026-014
    given_at INTEGER NOT NULL,
    PRIMARY KEY (municipality, case_id),
    UNIQUE (municipality, number),
    FOREIGN KEY (municipality, case_id) REFERENCES sig_case (municipality, id)
) STRICT;
--! append_only case_number

CREATE TABLE decision_note (                   -- varför, hur, vem, vad of every decision (S1-71)
    municipality BLOB NOT NULL,
    id BLOB NOT NULL,
    case_id BLOB NOT NULL,
    decided_on TEXT NOT NULL,
    made_at INTEGER NOT NULL,
    made_by BLOB NOT NULL,
    role TEXT NOT NULL,
    legal_reference TEXT NOT NULL,             -- the dated reference valid on decided_on
    delegation_sealed BLOB NOT NULL,           -- the point of the delegation order, as typed
    why_sealed BLOB NOT NULL,
    how_sealed BLOB NOT NULL,
    who_sealed BLOB NOT NULL,
    what_sealed BLOB NOT NULL,
    childs_view_sealed BLOB,                   -- under 18
    best_interests_sealed BLOB,                -- under 18
    PRIMARY KEY (municipality, id),
    FOREIGN KEY (municipality, case_id) REFERENCES sig_case (municipality, id)
) STRICT;
CREATE INDEX decision_note_of ON decision_note (municipality, case_id);
--! append_only decision_note

CREATE TABLE case_transition (                 -- a state is a record with who, when, why
    municipality BLOB NOT NULL,
    case_id BLOB NOT NULL,
    seq INTEGER NOT NULL,                      -- 1, 2, 3 … in the case
    from_state TEXT NOT NULL,                  -- '' for the first
    to_state TEXT NOT NULL,
    transition TEXT NOT NULL,                  -- T1 … T19
    at INTEGER NOT NULL,
    made_by BLOB,                              -- none: the system
    role TEXT NOT NULL,
    decision_note BLOB,
    PRIMARY KEY (municipality, case_id, seq),
    FOREIGN KEY (municipality, case_id) REFERENCES sig_case (municipality, id),
    FOREIGN KEY (municipality, decision_note) REFERENCES decision_note (municipality, id)
) STRICT;
--! append_only case_transition

CREATE TABLE case_assignment (                 -- who has which function in this case, dated
    municipality BLOB NOT NULL,
    id BLOB NOT NULL,
    case_id BLOB NOT NULL,
    person BLOB NOT NULL,
    unit BLOB NOT NULL,
    duty TEXT NOT NULL CHECK (duty IN ('officer', 'coordinator', 'collector', 'named_reader')),
    from_day TEXT NOT NULL,
    made_at INTEGER NOT NULL,
    made_by BLOB NOT NULL,
    PRIMARY KEY (municipality, id),
    FOREIGN KEY (municipality, case_id) REFERENCES sig_case (municipality, id),
    FOREIGN KEY (municipality, person) REFERENCES person (municipality, id)
) STRICT;
CREATE INDEX case_assignment_of_case ON case_assignment (municipality, case_id);
CREATE INDEX case_assignment_of_person ON case_assignment (municipality, person);
--! append_only case_assignment

CREATE TABLE case_assignment_end (
    municipality BLOB NOT NULL,
    case_assignment BLOB NOT NULL,
    ended_at INTEGER NOT NULL,                 -- access ends at once, not at midnight
    made_by BLOB NOT NULL,
    PRIMARY KEY (municipality, case_assignment),
    FOREIGN KEY (municipality, case_assignment) REFERENCES case_assignment (municipality, id)
) STRICT;
--! append_only case_assignment_end

CREATE TABLE conflict_declaration (            -- jäv: yes or no, when the case is taken up (FL 16-18 §§)
    municipality BLOB NOT NULL,
    id BLOB NOT NULL,
    case_id BLOB NOT NULL,
    person BLOB NOT NULL,
    conflicted INTEGER NOT NULL CHECK (conflicted IN (0, 1)),
    note_sealed BLOB,
    made_at INTEGER NOT NULL,
    PRIMARY KEY (municipality, id),
    FOREIGN KEY (municipality, case_id) REFERENCES sig_case (municipality, id)
) STRICT;
CREATE INDEX conflict_of_case ON conflict_declaration (municipality, case_id, person);
--! append_only conflict_declaration

CREATE TABLE attachment (
    municipality BLOB NOT NULL,
    id BLOB NOT NULL,
    case_id BLOB NOT NULL,
    compartment TEXT NOT NULL CHECK (compartment IN ('social_services', 'room')),
    number INTEGER NOT NULL,                   -- 1, 2 … in the case, for its address
    unit BLOB NOT NULL,                        -- a retention unit of its own
    media_type TEXT NOT NULL,
    size INTEGER NOT NULL,
    name_sealed BLOB NOT NULL,
    fingerprint BLOB NOT NULL,                 -- keyed hash of the content
    added_at INTEGER NOT NULL,
    added_by BLOB NOT NULL,
    PRIMARY KEY (municipality, id),
    UNIQUE (municipality, case_id, number),
    FOREIGN KEY (municipality, case_id) REFERENCES sig_case (municipality, id)
) STRICT;
--! append_only attachment

CREATE TABLE attachment_chunk (
    municipality BLOB NOT NULL,
    attachment BLOB NOT NULL,
    part INTEGER NOT NULL,
    sealed BLOB NOT NULL,
    PRIMARY KEY (municipality, attachment, part),
    FOREIGN KEY (municipality, attachment) REFERENCES attachment (municipality, id)
) STRICT;
--! append_only attachment_chunk

-- Heads and projections: mutable. Everything in them but `version` follows from the facts above and below.

CREATE TABLE case_head (
    municipality BLOB NOT NULL,
    case_id BLOB NOT NULL,
    version INTEGER NOT NULL,                  -- every command compares and sets it
    state TEXT NOT NULL,                       -- of the last transition
    next_change_on TEXT,                       -- day on which the consent ends by itself, or the 18th birthday
    owner_unit BLOB,                           -- the social services unit that has it
    reckoned_at INTEGER,                       -- for which moment next_change_on and the duties were last reckoned from the facts
    PRIMARY KEY (municipality, case_id),
    FOREIGN KEY (municipality, case_id) REFERENCES sig_case (municipality, id)
) STRICT;
CREATE INDEX case_head_by_state ON case_head (municipality, state);

CREATE TABLE open_case (                       -- one open case per person
    municipality BLOB NOT NULL,
    youth BLOB NOT NULL,
    case_id BLOB NOT NULL,
    PRIMARY KEY (municipality, youth)
) STRICT;

CREATE TABLE duty (
    municipality BLOB NOT NULL,
    case_id BLOB NOT NULL,
    line INTEGER NOT NULL,
    requirement TEXT NOT NULL,
    actor TEXT NOT NULL,
    person BLOB,
    agency BLOB,
    what TEXT NOT NULL,                        -- message key
    subject_number INTEGER,                    -- number of the commitment or meeting it is about
    last_day TEXT NOT NULL,
    path TEXT NOT NULL,
    PRIMARY KEY (municipality, case_id, line)
) STRICT;
CREATE INDEX duty_of_person ON duty (municipality, person, last_day);
CREATE INDEX duty_of_agency ON duty (municipality, agency, last_day);

-- The rest of the consent: who may collect it and until when, a guardian who is hindered, what each agency gives and receives, the
-- wording that was signed, talks by other agencies, and the end of the consent to research alone.

ALTER TABLE conversation ADD COLUMN about_renewal INTEGER NOT NULL DEFAULT 0 CHECK (about_renewal IN (0, 1));      -- S0-23, S1-42
ALTER TABLE conversation ADD COLUMN about_adulthood INTEGER NOT NULL DEFAULT 0 CHECK (about_adulthood IN (0, 1));  -- edge 4.1
ALTER TABLE conversation ADD COLUMN interpreter_way TEXT CHECK (interpreter_way IN ('phone', 'on_site'));          -- edge 4.10
ALTER TABLE conversation ADD COLUMN interpreter_language_sealed BLOB;
ALTER TABLE conversation ADD COLUMN easy_read INTEGER NOT NULL DEFAULT 0 CHECK (easy_read IN (0, 1));

ALTER TABLE consent_answer ADD COLUMN interpreter_way TEXT CHECK (interpreter_way IN ('phone', 'on_site'));
ALTER TABLE consent_answer ADD COLUMN interpreter_language_sealed BLOB;
ALTER TABLE consent_answer ADD COLUMN easy_read INTEGER NOT NULL DEFAULT 0 CHECK (easy_read IN (0, 1));
ALTER TABLE consent_answer ADD COLUMN text_language TEXT NOT NULL DEFAULT 'sv';    -- of the form that was signed (settled 7)
ALTER TABLE consent_answer ADD COLUMN as_adult INTEGER NOT NULL DEFAULT 0 CHECK (as_adult IN (0, 1));   -- settled 3

ALTER TABLE consent_withdrawal ADD COLUMN came_on TEXT;   -- the day it came; sharing stops in the second of withdrawn_at

CREATE TABLE collector_approval (              -- S0-18: who approved whom, for which case, until when
    municipality BLOB NOT NULL,
    id BLOB NOT NULL,
    case_id BLOB NOT NULL,
    person BLOB NOT NULL,
    last_day TEXT NOT NULL,                    -- included
    approved_at INTEGER NOT NULL,
    approved_by BLOB NOT NULL,
    PRIMARY KEY (municipality, id),
    FOREIGN KEY (municipality, case_id) REFERENCES sig_case (municipality, id),
    FOREIGN KEY (municipality, person) REFERENCES person (municipality, id)
) STRICT;
CREATE INDEX collector_approval_of ON collector_approval (municipality, case_id);
--! append_only collector_approval

CREATE TABLE signatory_hindrance (             -- edge 4.3: the others sign without this guardian for a while
    municipality BLOB NOT NULL,
    id BLOB NOT NULL,
    case_id BLOB NOT NULL,
    signatory BLOB NOT NULL,
    reason TEXT NOT NULL CHECK (reason IN ('abroad', 'ill', 'missing_person', 'other')),
    from_day TEXT NOT NULL,
    recheck_on TEXT NOT NULL,                  -- included; from the day after the person must sign again
    evidence_sealed BLOB NOT NULL,
    reviewed_by_sealed BLOB NOT NULL,          -- the manager who looked at it
    setting TEXT NOT NULL,                     -- the jurist's decision that the profile named that day
    made_at INTEGER NOT NULL,
    made_by BLOB NOT NULL,
    PRIMARY KEY (municipality, id),
    FOREIGN KEY (municipality, case_id) REFERENCES sig_case (municipality, id),
    FOREIGN KEY (municipality, signatory) REFERENCES signatory (municipality, id)
) STRICT;
CREATE INDEX signatory_hindrance_of ON signatory_hindrance (municipality, case_id);
--! append_only signatory_hindrance

CREATE TABLE circumstances_check (             -- settled 6: custody, protected identity and residence looked up
    municipality BLOB NOT NULL,
    id BLOB NOT NULL,
    case_id BLOB NOT NULL,
    source TEXT NOT NULL CHECK (source IN ('population_register', 'court_decision', 'own_statement')),
    checked_on TEXT NOT NULL,
    list_complete INTEGER NOT NULL CHECK (list_complete IN (0, 1)),   -- all guardians stand in the list
    lives_here INTEGER NOT NULL CHECK (lives_here IN (0, 1)),         -- S0-09
    note_sealed BLOB,
    made_at INTEGER NOT NULL,
    made_by BLOB NOT NULL,
    PRIMARY KEY (municipality, id),
    FOREIGN KEY (municipality, case_id) REFERENCES sig_case (municipality, id)
) STRICT;
CREATE INDEX circumstances_check_of ON circumstances_check (municipality, case_id);
--! append_only circumstances_check

CREATE TABLE agency_part (                     -- fields 3.1: one row an agency; the newest before a form was made belongs to it
    municipality BLOB NOT NULL,
    id BLOB NOT NULL,
    case_id BLOB NOT NULL,
    agency BLOB NOT NULL,
    unit_sealed BLOB NOT NULL,
    role_sealed BLOB NOT NULL,
    contact_sealed BLOB NOT NULL,
    gives TEXT NOT NULL,                       -- kinds of information, coded, with a comma between
    receives TEXT NOT NULL,
    made_at INTEGER NOT NULL,
    made_by BLOB NOT NULL,
    PRIMARY KEY (municipality, id),
    FOREIGN KEY (municipality, case_id) REFERENCES sig_case (municipality, id),
    FOREIGN KEY (municipality, agency) REFERENCES agency (municipality, id)
) STRICT;
CREATE INDEX agency_part_of ON agency_part (municipality, case_id);
--! append_only agency_part

CREATE TABLE consent_wording (                 -- S1-65: the whole text of the form, kept with the signatures
    municipality BLOB NOT NULL,
    consent BLOB NOT NULL,
    text_sealed BLOB NOT NULL,
    made_at INTEGER NOT NULL,
    PRIMARY KEY (municipality, consent),
    FOREIGN KEY (municipality, consent) REFERENCES consent (municipality, id)
) STRICT;
--! append_only consent_wording

CREATE TABLE motivation_contact (              -- S4-10: talks about going on, by any main actor, in the room
    municipality BLOB NOT NULL,
    id BLOB NOT NULL,
    case_id BLOB NOT NULL,
    signatory BLOB NOT NULL,
    agency BLOB NOT NULL,
    held_on TEXT NOT NULL,
    way TEXT NOT NULL CHECK (way IN ('meeting', 'phone', 'home_visit', 'attempt')),
    note_sealed BLOB NOT NULL,
    made_at INTEGER NOT NULL,
    made_by BLOB NOT NULL,
    PRIMARY KEY (municipality, id),
    FOREIGN KEY (municipality, case_id) REFERENCES sig_case (municipality, id),
    FOREIGN KEY (municipality, signatory) REFERENCES signatory (municipality, id),
    FOREIGN KEY (municipality, agency) REFERENCES agency (municipality, id)
) STRICT;
CREATE INDEX motivation_contact_of ON motivation_contact (municipality, case_id);
--! append_only motivation_contact

CREATE TABLE follow_up_withdrawal (            -- S1-67, S1-69: the yes to research taken back, and nothing else
    municipality BLOB NOT NULL,
    id BLOB NOT NULL,
    case_id BLOB NOT NULL,
    signatory BLOB NOT NULL,
    came_on TEXT NOT NULL,
    withdrawn_at INTEGER NOT NULL,
    way TEXT NOT NULL CHECK (way IN ('in_person', 'phone', 'letter')),
    note_sealed BLOB,
    received_by BLOB NOT NULL,
    PRIMARY KEY (municipality, id),
    FOREIGN KEY (municipality, case_id) REFERENCES sig_case (municipality, id),
    FOREIGN KEY (municipality, signatory) REFERENCES signatory (municipality, id)
) STRICT;
CREATE INDEX follow_up_withdrawal_of ON follow_up_withdrawal (municipality, case_id);
--! append_only follow_up_withdrawal

-- The ladder (S1-37), who had a group (S1-64), the police's own reminder (S0-60 to S0-68), and what a file that is kept right needs.

CREATE INDEX case_head_by_change ON case_head (municipality, next_change_on);

CREATE TABLE escalation (                      -- somebody lifted what an agency has not done to the next level (T13)
    municipality BLOB NOT NULL,
    id BLOB NOT NULL,
    case_id BLOB NOT NULL,
    number INTEGER NOT NULL,                   -- 1, 2 … in the municipality: "L-7"; it tells no case
    what TEXT NOT NULL CHECK (what IN ('late', 'not_accepted', 'absent')),
    commitment BLOB,                           -- none: the agency stays away from meetings
    agency BLOB NOT NULL,
    level INTEGER NOT NULL CHECK (level IN (1, 2, 3)),   -- own manager, working group, steering group
    due_on TEXT NOT NULL,                      -- the last day that passed
    reason_sealed BLOB NOT NULL,
    raised_at INTEGER NOT NULL,
    raised_by BLOB NOT NULL,
    PRIMARY KEY (municipality, id),
    UNIQUE (municipality, number),
    FOREIGN KEY (municipality, case_id) REFERENCES sig_case (municipality, id),
    FOREIGN KEY (municipality, commitment) REFERENCES commitment (municipality, id),
    FOREIGN KEY (municipality, agency) REFERENCES agency (municipality, id)
) STRICT;
CREATE INDEX escalation_of_case ON escalation (municipality, case_id);
CREATE INDEX escalation_of_level ON escalation (municipality, level, agency);
--! append_only escalation

CREATE TABLE escalation_answer (               -- one answer a step
    municipality BLOB NOT NULL,
    escalation BLOB NOT NULL,
    text_sealed BLOB NOT NULL,
    done_by TEXT,                              -- the day that the level promises; included
    answered_at INTEGER NOT NULL,
    answered_by BLOB NOT NULL,
    PRIMARY KEY (municipality, escalation),
    FOREIGN KEY (municipality, escalation) REFERENCES escalation (municipality, id)
) STRICT;
--! append_only escalation_answer

CREATE TABLE register_entry (                  -- everybody who got a group can be identified afterwards (S1-64)
    municipality BLOB NOT NULL,
    case_id BLOB NOT NULL,
    youth BLOB NOT NULL,
    unit BLOB,                                 -- of social services
    from_day TEXT NOT NULL,                    -- the day the consent was complete (T7)
    made_at INTEGER NOT NULL,
    PRIMARY KEY (municipality, case_id),
    FOREIGN KEY (municipality, case_id) REFERENCES sig_case (municipality, id),
    FOREIGN KEY (municipality, youth) REFERENCES youth (municipality, id)
) STRICT;
--! append_only register_entry
INSERT INTO register_entry (municipality, case_id, youth, unit, from_day, made_at)
    SELECT t.municipality, t.case_id, c.youth, h.owner_unit, k.valid_from, t.at FROM case_transition t
    JOIN sig_case c ON c.municipality = t.municipality AND c.id = t.case_id
    JOIN case_head h ON h.municipality = t.municipality AND h.case_id = t.case_id
    JOIN consent k ON k.municipality = t.municipality AND k.case_id = t.case_id AND k.number = 1
    WHERE t.transition = 'T7';

CREATE TABLE asp_reminder (                    -- the police's own checklist, never what their register says (S0-60); newest seq counts
    municipality BLOB NOT NULL,
    case_id BLOB NOT NULL,
    seq INTEGER NOT NULL,
    conditions TEXT NOT NULL CHECK (conditions IN ('met', 'not_met')),   -- the register's own general conditions (S0-61)
    assessed_on TEXT NOT NULL,                 -- S0-62
    noted_on TEXT,                             -- none: no note was made
    contact BLOB,                              -- the officer of the group whom the note names (S0-64)
    contact_way_sealed BLOB,                   -- the "xx" of the note
    block_code INTEGER CHECK (block_code IN (1, 2, 3, 4)),               -- S0-65, S0-66
    made_at INTEGER NOT NULL,
    made_by BLOB NOT NULL,
    PRIMARY KEY (municipality, case_id, seq),
    FOREIGN KEY (municipality, case_id) REFERENCES sig_case (municipality, id),
    FOREIGN KEY (municipality, contact) REFERENCES membership (municipality, id)
) STRICT;
--! append_only asp_reminder

CREATE TABLE asp_removal (                     -- confirmed: the marking is gone (S0-68)
    municipality BLOB NOT NULL,
    case_id BLOB NOT NULL,
    removed_on TEXT NOT NULL,
    early_reason_sealed BLOB,                  -- why it went before the twelve months had passed (S0-67)
    made_at INTEGER NOT NULL,
    made_by BLOB NOT NULL,
    PRIMARY KEY (municipality, case_id),
    FOREIGN KEY (municipality, case_id) REFERENCES sig_case (municipality, id)
) STRICT;
--! append_only asp_removal

-- The agency that goes on has said so, and when (S1-62). None in rows that are older than this.
ALTER TABLE hand_over ADD COLUMN accepted_on TEXT;

-- Why an identity was corrected: never silently (edge cases 4.11, 4.33).
ALTER TABLE youth_identity ADD COLUMN reason_sealed BLOB;

-- A conflict of interest may be told at any time, also by somebody who has the room and not the file (edge case 4.14).
ALTER TABLE conflict_declaration ADD COLUMN room_note_sealed BLOB;

CREATE TABLE officer_change (                  -- the case got another officer, and why
    municipality BLOB NOT NULL,
    id BLOB NOT NULL,
    case_id BLOB NOT NULL,
    person BLOB NOT NULL,
    reason_sealed BLOB NOT NULL,
    youth_told_on TEXT,
    made_at INTEGER NOT NULL,
    made_by BLOB NOT NULL,
    PRIMARY KEY (municipality, id),
    FOREIGN KEY (municipality, case_id) REFERENCES sig_case (municipality, id),
    FOREIGN KEY (municipality, person) REFERENCES person (municipality, id)
) STRICT;
CREATE INDEX officer_change_of ON officer_change (municipality, case_id);
--! append_only officer_change

CREATE TABLE deputy (                          -- does what the absent officer may, within these days (settled 17-28)
    municipality BLOB NOT NULL,
    id BLOB NOT NULL,
    case_id BLOB NOT NULL,
    person BLOB NOT NULL,
    unit BLOB NOT NULL,
    from_day TEXT NOT NULL,
    last_day TEXT NOT NULL,                    -- included
    made_at INTEGER NOT NULL,
    made_by BLOB NOT NULL,
    PRIMARY KEY (municipality, id),
    FOREIGN KEY (municipality, case_id) REFERENCES sig_case (municipality, id),
    FOREIGN KEY (municipality, person) REFERENCES person (municipality, id)
) STRICT;
CREATE INDEX deputy_of_case ON deputy (municipality, case_id);
CREATE INDEX deputy_of_person ON deputy (municipality, person);
--! append_only deputy

CREATE TABLE outcome_survey (                  -- what somebody said of how it is, when asked; voluntary, and apart from research
    municipality BLOB NOT NULL,
    id BLOB NOT NULL,
    case_id BLOB NOT NULL,
    occasion TEXT NOT NULL CHECK (occasion IN ('start', 'half_year', 'end')),
    respondent TEXT NOT NULL CHECK (respondent IN ('youth', 'guardian', 'agency')),
    answers_sealed BLOB NOT NULL,              -- "heard=4" and so on, a line for each question that was answered
    answered_on TEXT NOT NULL,
    made_at INTEGER NOT NULL,
    made_by BLOB NOT NULL,
    PRIMARY KEY (municipality, id),
    FOREIGN KEY (municipality, case_id) REFERENCES sig_case (municipality, id)
) STRICT;
CREATE INDEX outcome_survey_of ON outcome_survey (municipality, case_id);
--! append_only outcome_survey

-- The end: the question whether to close, social services' decision, the result of every goal and what is handed over.

CREATE TABLE closure_question (                -- any member may raise it (T16)
    municipality BLOB NOT NULL,
    id BLOB NOT NULL,
    case_id BLOB NOT NULL,
    ground TEXT NOT NULL CHECK (ground IN ('need_gone', 'goals_reached', 'behaviour_unchanged', 'continued_crime', 'withdrawn',
        'agency_refused', 'other')),
    facts_sealed BLOB NOT NULL,
    raised_at INTEGER NOT NULL,
    raised_by BLOB NOT NULL,
    PRIMARY KEY (municipality, id),
    FOREIGN KEY (municipality, case_id) REFERENCES sig_case (municipality, id)
) STRICT;
CREATE INDEX closure_question_of ON closure_question (municipality, case_id);
--! append_only closure_question

CREATE TABLE closure (
    municipality BLOB NOT NULL,
    id BLOB NOT NULL,
    case_id BLOB NOT NULL,
    reason TEXT NOT NULL CHECK (reason IN ('need_gone', 'goals_reached', 'behaviour_unchanged', 'continued_crime', 'consent_withdrawn',
        'consent_expired', 'moved', 'placed_or_detained', 'deceased', 'other')),
    closed_on TEXT NOT NULL,
    closed_at INTEGER NOT NULL,
    decision_note BLOB NOT NULL,
    ground_sealed BLOB NOT NULL,
    informed_sealed BLOB NOT NULL,             -- who was informed, when
    appeal_information_sealed BLOB,
    police_reminded INTEGER NOT NULL CHECK (police_reminded IN (0, 1)),   -- that the own register marking stays 12 months (S0-67)
    monitoring_last_day TEXT NOT NULL,         -- closed_on + 12 months (S0-68)
    PRIMARY KEY (municipality, id),
    UNIQUE (municipality, case_id),
    FOREIGN KEY (municipality, case_id) REFERENCES sig_case (municipality, id),
    FOREIGN KEY (municipality, decision_note) REFERENCES decision_note (municipality, id)
) STRICT;
--! append_only closure

CREATE TABLE goal_result (
    municipality BLOB NOT NULL,
    goal BLOB NOT NULL,
    seq INTEGER NOT NULL,
    result TEXT NOT NULL CHECK (result IN ('reached', 'partly', 'not_reached')),
    text_sealed BLOB NOT NULL,
    made_at INTEGER NOT NULL,
    made_by BLOB NOT NULL,
    PRIMARY KEY (municipality, goal, seq),
    FOREIGN KEY (municipality, goal) REFERENCES goal (municipality, id)
) STRICT;
--! append_only goal_result

CREATE TABLE hand_over (                       -- open commitments at the end: who goes on with them (S1-62)
    municipality BLOB NOT NULL,
    commitment BLOB NOT NULL,
    seq INTEGER NOT NULL,
    agency BLOB NOT NULL,
    note_sealed BLOB NOT NULL,                 -- responsible person and what was agreed
    made_at INTEGER NOT NULL,
    made_by BLOB NOT NULL,
    PRIMARY KEY (municipality, commitment, seq),
    FOREIGN KEY (municipality, commitment) REFERENCES commitment (municipality, id),
    FOREIGN KEY (municipality, agency) REFERENCES agency (municipality, id)
) STRICT;
--! append_only hand_over

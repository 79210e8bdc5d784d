-- The proposal, and what social services did with it until the offer.

CREATE TABLE nomination (
    municipality BLOB NOT NULL,
    id BLOB NOT NULL,
    case_id BLOB NOT NULL,
    proposer BLOB NOT NULL,                    -- person
    proposer_unit BLOB NOT NULL,
    agency BLOB NOT NULL,
    legal_ground TEXT NOT NULL CHECK (legal_ground IN ('concern_notice', 'lul6_notification', 'adult_consent', 'own_knowledge')),
    legal_reference TEXT NOT NULL,             -- dated reference valid on noticed_on
    noticed_on TEXT NOT NULL,                  -- day of the notice
    registry_number_sealed BLOB,               -- diarienummer
    police_matter_code_sealed BLOB,            -- 604 (S0-70), as typed
    reporter_unit_sealed BLOB,
    considered_for_sig INTEGER NOT NULL CHECK (considered_for_sig IN (0, 1)),
    reasons TEXT NOT NULL,                     -- codes, separated by a space
    debut_age INTEGER,                         -- none: not known
    strategic_crimes TEXT NOT NULL,            -- codes of the dated list, separated by a space
    origin TEXT NOT NULL,                      -- none, placement, prison_service
    discharge_date TEXT,
    known_before TEXT NOT NULL CHECK (known_before IN ('yes', 'no', 'unknown')),
    reason_sealed BLOB NOT NULL,               -- what the proposer has seen
    why_sig_sealed BLOB NOT NULL,              -- why SIG and not something else (S0-45)
    weighing_sealed BLOB NOT NULL,             -- the weighed local assessment (S0-44)
    feedback_asked INTEGER NOT NULL CHECK (feedback_asked IN (0, 1)),
    received_at INTEGER NOT NULL,
    PRIMARY KEY (municipality, id),
    UNIQUE (municipality, case_id),
    FOREIGN KEY (municipality, case_id) REFERENCES sig_case (municipality, id),
    FOREIGN KEY (municipality, agency) REFERENCES agency (municipality, id)
) STRICT;
CREATE INDEX nomination_of_proposer ON nomination (municipality, proposer);
--! append_only nomination

CREATE TABLE nomination_feedback (             -- SoL 19:6: to the one who made the notice
    municipality BLOB NOT NULL,
    nomination BLOB NOT NULL,
    given_on TEXT NOT NULL,
    made_by BLOB NOT NULL,
    PRIMARY KEY (municipality, nomination),
    FOREIGN KEY (municipality, nomination) REFERENCES nomination (municipality, id)
) STRICT;
--! append_only nomination_feedback

CREATE TABLE review (                          -- social services take the proposal up
    municipality BLOB NOT NULL,
    case_id BLOB NOT NULL,
    lives_here INTEGER NOT NULL CHECK (lives_here IN (0, 1)),
    residence_checked_on TEXT NOT NULL,
    residence_source TEXT NOT NULL,
    danger_if_seen TEXT NOT NULL CHECK (danger_if_seen IN ('yes', 'no', 'not_asked')),
    taken_up_at INTEGER NOT NULL,
    made_by BLOB NOT NULL,
    PRIMARY KEY (municipality, case_id),
    FOREIGN KEY (municipality, case_id) REFERENCES sig_case (municipality, id)
) STRICT;
--! append_only review

CREATE TABLE offer_decision (                  -- erbjud, erbjud inte, väntelista
    municipality BLOB NOT NULL,
    id BLOB NOT NULL,
    case_id BLOB NOT NULL,
    outcome TEXT NOT NULL CHECK (outcome IN ('offer', 'no_offer', 'waitlist')),
    category TEXT NOT NULL CHECK (category IN ('at_risk', 'exit_seeker')),
    mode TEXT NOT NULL CHECK (mode IN ('assessed_intervention', 'open_intervention', 'cooperation_form')),
    ground TEXT NOT NULL CHECK (ground IN ('sol', 'lvu', 'sanction', 'none')),
    intervention_last_day TEXT,
    commits_crimes INTEGER NOT NULL CHECK (commits_crimes IN (0, 1)),
    sources_sealed BLOB NOT NULL,              -- own information and that of others (S0-19)
    recommendation_sealed BLOB,
    outside_age_band_reason_sealed BLOB,
    appeal_information_sealed BLOB,
    room_for_more INTEGER NOT NULL CHECK (room_for_more IN (0, 1)),
    decision_note BLOB NOT NULL,
    PRIMARY KEY (municipality, id),
    FOREIGN KEY (municipality, case_id) REFERENCES sig_case (municipality, id),
    FOREIGN KEY (municipality, decision_note) REFERENCES decision_note (municipality, id)
) STRICT;
CREATE INDEX offer_decision_of ON offer_decision (municipality, case_id);
--! append_only offer_decision

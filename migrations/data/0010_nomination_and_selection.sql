-- The proposal and the selection with all that the method asks of them. The table of proposals is made anew with one more ground and
-- the answers that were missing: a CHECK cannot be widened on SQLite. Nobody could write feedback before, so its table is new.

DROP TABLE nomination_feedback;

CREATE TABLE nomination_whole (
    municipality BLOB NOT NULL,
    id BLOB NOT NULL,
    case_id BLOB NOT NULL,
    proposer BLOB NOT NULL,                    -- person
    proposer_unit BLOB NOT NULL,
    agency BLOB NOT NULL,                      -- whose proposal it is; written down by social services when on_behalf_way is there
    legal_ground TEXT NOT NULL CHECK (legal_ground IN ('concern_notice', 'lul6_notification', 'adult_consent', 'osl_10_15a', 'own_knowledge')),
    legal_reference TEXT NOT NULL,             -- dated reference valid on noticed_on
    noticed_on TEXT NOT NULL,                  -- day of the notice or notification
    registry_number_sealed BLOB,               -- diarienummer
    police_matter_code_sealed BLOB,            -- 604 (S0-70), as typed
    reporter_unit_sealed BLOB,
    considered_for_sig INTEGER NOT NULL CHECK (considered_for_sig IN (0, 1)),
    flag_note_sealed BLOB,                     -- what stands beside the mark on the notice (S0-41)
    lul_reference_sealed BLOB,                 -- the police's own reference of a notification under LUL 6 § (S0-21)
    ground_motive_sealed BLOB,                 -- the balancing that OSL 10:15 a asks for (S0-50)
    ground_manager_sealed BLOB,                -- who decided to tell on that ground
    on_behalf_name_sealed BLOB,                -- who at the agency said it (settled 15)
    on_behalf_way TEXT,                        -- phone, letter, meeting
    reasons TEXT NOT NULL,                     -- codes, separated by a space
    debut_known TEXT NOT NULL DEFAULT 'not_asked' CHECK (debut_known IN ('yes', 'no', 'not_asked')),
    debut_age INTEGER,
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
INSERT INTO nomination_whole (municipality, id, case_id, proposer, proposer_unit, agency, legal_ground, legal_reference, noticed_on,
                              registry_number_sealed, police_matter_code_sealed, reporter_unit_sealed, considered_for_sig, reasons,
                              debut_age, strategic_crimes, origin, discharge_date, known_before, reason_sealed, why_sig_sealed,
                              weighing_sealed, feedback_asked, received_at)
    SELECT municipality, id, case_id, proposer, proposer_unit, agency, legal_ground, legal_reference, noticed_on,
           registry_number_sealed, police_matter_code_sealed, reporter_unit_sealed, considered_for_sig, reasons,
           debut_age, strategic_crimes, origin, discharge_date, known_before, reason_sealed, why_sig_sealed,
           weighing_sealed, feedback_asked, received_at FROM nomination;
DROP TABLE nomination;
ALTER TABLE nomination_whole RENAME TO nomination;
CREATE INDEX nomination_of_proposer ON nomination (municipality, proposer);
--! append_only nomination

CREATE TABLE police_referral_consent (         -- the person's own, to being told of by name: read at T1 and for nothing else (S0-48)
    municipality BLOB NOT NULL,
    id BLOB NOT NULL,
    case_id BLOB NOT NULL,
    officer BLOB NOT NULL,                     -- who took it
    agency BLOB NOT NULL,                      -- who may speak
    recipient TEXT NOT NULL CHECK (recipient IN ('social_services')),
    text_version TEXT NOT NULL,                -- of the fixed text
    given_on TEXT NOT NULL,
    last_day TEXT NOT NULL,                    -- included
    way TEXT NOT NULL CHECK (way IN ('paper', 'oral')),
    kept_at_sealed BLOB,                       -- where the signed paper lies
    made_at INTEGER NOT NULL,
    PRIMARY KEY (municipality, id),
    UNIQUE (municipality, case_id),
    FOREIGN KEY (municipality, case_id) REFERENCES sig_case (municipality, id)
) STRICT;
--! append_only police_referral_consent

CREATE TABLE referral (                        -- an adult was told whom to phone: a number, of nobody (S0-49)
    municipality BLOB NOT NULL,
    id BLOB NOT NULL,
    agency BLOB NOT NULL,
    way TEXT NOT NULL CHECK (way IN ('slip', 'phone_number', 'went_along')),
    referred_on TEXT NOT NULL,
    PRIMARY KEY (municipality, id),
    FOREIGN KEY (municipality, agency) REFERENCES agency (municipality, id)
) STRICT;
CREATE INDEX referral_of ON referral (municipality, agency, referred_on);
--! append_only referral

CREATE TABLE nomination_feedback (             -- SoL 19:6: to the one who made the notice
    municipality BLOB NOT NULL,
    id BLOB NOT NULL,
    case_id BLOB NOT NULL,
    decided_on TEXT NOT NULL,                  -- whether an investigation is opened
    told TEXT NOT NULL CHECK (told IN ('opened', 'not_opened', 'already_open', 'not_told')),
    way TEXT NOT NULL CHECK (way IN ('phone', 'letter', 'meeting', 'none')),
    given_on TEXT NOT NULL,
    reason_sealed BLOB,                        -- why nothing is told
    made_at INTEGER NOT NULL,
    made_by BLOB NOT NULL,
    PRIMARY KEY (municipality, id),
    UNIQUE (municipality, case_id),
    FOREIGN KEY (municipality, case_id) REFERENCES sig_case (municipality, id)
) STRICT;
--! append_only nomination_feedback

CREATE TABLE nomination_taken_back (           -- the proposer does not hold to it any more (settled 35)
    municipality BLOB NOT NULL,
    id BLOB NOT NULL,
    case_id BLOB NOT NULL,
    taken_back_on TEXT NOT NULL,
    reason_sealed BLOB,
    made_at INTEGER NOT NULL,
    made_by BLOB NOT NULL,
    PRIMARY KEY (municipality, id),
    UNIQUE (municipality, case_id),
    FOREIGN KEY (municipality, case_id) REFERENCES sig_case (municipality, id)
) STRICT;
--! append_only nomination_taken_back

CREATE TABLE proposal_retention (              -- who is not in a group is not kept as if they were (S0-76, settled 32)
    municipality BLOB NOT NULL,
    case_id BLOB NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('declined', 'refused', 'waiting')),
    from_day TEXT NOT NULL,
    last_day TEXT NOT NULL,                    -- included: disposal the day after
    months INTEGER NOT NULL,                   -- the setting of that day
    made_at INTEGER NOT NULL,
    PRIMARY KEY (municipality, case_id, kind),
    FOREIGN KEY (municipality, case_id) REFERENCES sig_case (municipality, id)
) STRICT;
--! append_only proposal_retention

ALTER TABLE review ADD COLUMN notice_number_sealed BLOB;  -- the municipality's own diary number of the notice (S0-20)
ALTER TABLE review ADD COLUMN known_before TEXT;          -- yes, no: social services' own answer (S4-39)

CREATE TABLE offer_source (                    -- what the selection rests on, a line for each (S0-19)
    municipality BLOB NOT NULL,
    id BLOB NOT NULL,
    case_id BLOB NOT NULL,
    number INTEGER NOT NULL,                   -- 1, 2 … in the case
    own INTEGER NOT NULL CHECK (own IN (0, 1)),
    kind TEXT NOT NULL CHECK (kind IN ('notice', 'conversation', 'file', 'register', 'observation', 'other')),
    from_whom_sealed BLOB NOT NULL,
    learned_on TEXT NOT NULL,
    about_sealed BLOB NOT NULL,
    made_at INTEGER NOT NULL,
    made_by BLOB NOT NULL,
    PRIMARY KEY (municipality, id),
    UNIQUE (municipality, case_id, number),
    FOREIGN KEY (municipality, case_id) REFERENCES sig_case (municipality, id)
) STRICT;
--! append_only offer_source

CREATE TABLE structured_assessment (           -- its result and never its items (S1-11)
    municipality BLOB NOT NULL,
    id BLOB NOT NULL,
    case_id BLOB NOT NULL,
    number INTEGER NOT NULL,
    instrument TEXT NOT NULL CHECK (instrument IN ('savry', 'ester', 'other')),
    instrument_name_sealed BLOB,               -- when it is another
    version_sealed BLOB NOT NULL,
    assessed_on TEXT NOT NULL,
    assessor_sealed BLOB NOT NULL,
    summary_sealed BLOB NOT NULL,
    made_at INTEGER NOT NULL,
    made_by BLOB NOT NULL,
    PRIMARY KEY (municipality, id),
    UNIQUE (municipality, case_id, number),
    FOREIGN KEY (municipality, case_id) REFERENCES sig_case (municipality, id)
) STRICT;
--! append_only structured_assessment

ALTER TABLE offer_decision ADD COLUMN crime_ground TEXT;             -- suspected, convicted, under_15, risk_only (S1-02)
ALTER TABLE offer_decision ADD COLUMN no_crimes_reason_sealed BLOB;  -- why the method fits all the same
ALTER TABLE offer_decision ADD COLUMN outside_age_band_code TEXT;    -- siblings, leaves_network, returns_home, other (S4-01)
ALTER TABLE offer_decision ADD COLUMN agreed_by TEXT;                -- guardians, youth: to an intervention without assessment (S4-07)
ALTER TABLE offer_decision ADD COLUMN agreed_reason_sealed BLOB;     -- why the young person's own word is enough

CREATE TABLE decision_told (                   -- the family knows what was decided and until when (S4-14)
    municipality BLOB NOT NULL,
    id BLOB NOT NULL,
    case_id BLOB NOT NULL,
    offer_decision BLOB NOT NULL,
    told_on TEXT NOT NULL,
    told_whom TEXT NOT NULL,                   -- youth, guardians; separated by a space
    way TEXT NOT NULL CHECK (way IN ('meeting', 'phone', 'letter')),
    made_at INTEGER NOT NULL,
    made_by BLOB NOT NULL,
    PRIMARY KEY (municipality, id),
    FOREIGN KEY (municipality, case_id) REFERENCES sig_case (municipality, id),
    FOREIGN KEY (municipality, offer_decision) REFERENCES offer_decision (municipality, id)
) STRICT;
CREATE INDEX decision_told_of ON decision_told (municipality, case_id);
--! append_only decision_told

CREATE TABLE other_support (                   -- the other parts of what the family gets, beside the group (S4-08)
    municipality BLOB NOT NULL,
    id BLOB NOT NULL,
    case_id BLOB NOT NULL,
    number INTEGER NOT NULL,
    what_sealed BLOB NOT NULL,
    by_whom_sealed BLOB NOT NULL,
    from_day TEXT NOT NULL,
    last_day TEXT,                             -- none: until further notice
    made_at INTEGER NOT NULL,
    made_by BLOB NOT NULL,
    PRIMARY KEY (municipality, id),
    UNIQUE (municipality, case_id, number),
    FOREIGN KEY (municipality, case_id) REFERENCES sig_case (municipality, id)
) STRICT;
--! append_only other_support

CREATE TABLE waiting_place (                   -- with each decision that somebody waits (S1-45)
    municipality BLOB NOT NULL,
    offer_decision BLOB NOT NULL,
    case_id BLOB NOT NULL,
    since TEXT NOT NULL,                       -- the first of them: the order of the queue
    review_on TEXT NOT NULL,                   -- is it still wanted, and needed?
    PRIMARY KEY (municipality, offer_decision),
    FOREIGN KEY (municipality, case_id) REFERENCES sig_case (municipality, id),
    FOREIGN KEY (municipality, offer_decision) REFERENCES offer_decision (municipality, id)
) STRICT;
CREATE INDEX waiting_place_of ON waiting_place (municipality, case_id);
--! append_only waiting_place

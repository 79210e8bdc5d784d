-- The written consent to information exchange (OSL 10:1): who must sign, what was asked, what was answered, and its end.

CREATE TABLE signatory (                       -- the young person and all guardians: data, never a constant number
    municipality BLOB NOT NULL,
    id BLOB NOT NULL,
    case_id BLOB NOT NULL,
    number INTEGER NOT NULL,                   -- 1, 2 … in the case
    role TEXT NOT NULL CHECK (role IN ('youth', 'guardian', 'appointed_guardian', 'trustee')),
    person BLOB,                               -- the account, where there is one
    name_sealed BLOB NOT NULL,
    personal_number_sealed BLOB,
    contact_sealed BLOB,
    protected_identity TEXT NOT NULL CHECK (protected_identity IN ('none', 'confidentiality_mark', 'protected_registration',
        'assumed_identity')),
    custody_source TEXT NOT NULL,              -- folkbokföring, court decision …; coded
    custody_checked_on TEXT NOT NULL,
    language_sealed BLOB NOT NULL,             -- language of the conversation, as typed
    added_at INTEGER NOT NULL,
    added_by BLOB NOT NULL,
    PRIMARY KEY (municipality, id),
    UNIQUE (municipality, case_id, number),
    FOREIGN KEY (municipality, case_id) REFERENCES sig_case (municipality, id)
) STRICT;
--! append_only signatory

CREATE TABLE signatory_end (                   -- custody changed, the person died; never because somebody refuses
    municipality BLOB NOT NULL,
    signatory BLOB NOT NULL,
    reason TEXT NOT NULL CHECK (reason IN ('custody_changed', 'deceased', 'registered_wrong')),
    evidence_sealed BLOB NOT NULL,
    ended_on TEXT NOT NULL,                    -- first day that the person is no longer asked
    made_at INTEGER NOT NULL,
    made_by BLOB NOT NULL,
    PRIMARY KEY (municipality, signatory),
    FOREIGN KEY (municipality, signatory) REFERENCES signatory (municipality, id)
) STRICT;
--! append_only signatory_end

CREATE TABLE consent (                         -- one form: what is asked for
    municipality BLOB NOT NULL,
    id BLOB NOT NULL,
    case_id BLOB NOT NULL,
    number INTEGER NOT NULL,                   -- 1, 2 … in the case; a renewal is a new one
    form_version TEXT NOT NULL,
    category TEXT NOT NULL CHECK (category IN ('at_risk', 'exit_seeker')),
    purpose_sealed BLOB NOT NULL,
    information_kinds_sealed BLOB NOT NULL,    -- which information each may give and receive
    not_shared_sealed BLOB NOT NULL,
    valid_from TEXT NOT NULL,
    last_day TEXT NOT NULL,                    -- included (S4-15)
    circumstances_source TEXT NOT NULL,        -- custody, protected identity and residence checked anew (settled 6); coded
    circumstances_checked_on TEXT NOT NULL,
    collector BLOB,                            -- person, when not social services
    collector_approved_by BLOB,
    made_at INTEGER NOT NULL,
    made_by BLOB NOT NULL,
    PRIMARY KEY (municipality, id),
    UNIQUE (municipality, case_id, number),
    FOREIGN KEY (municipality, case_id) REFERENCES sig_case (municipality, id)
) STRICT;
--! append_only consent

CREATE TABLE concerned_agency (                -- whom social services judge concerned for this young person (S0-15, S0-54)
    municipality BLOB NOT NULL,
    id BLOB NOT NULL,
    case_id BLOB NOT NULL,
    agency BLOB NOT NULL,
    concerned INTEGER NOT NULL CHECK (concerned IN (0, 1)),   -- the newest row of an agency counts
    reason_sealed BLOB,
    made_at INTEGER NOT NULL,
    made_by BLOB NOT NULL,
    PRIMARY KEY (municipality, id),
    FOREIGN KEY (municipality, case_id) REFERENCES sig_case (municipality, id),
    FOREIGN KEY (municipality, agency) REFERENCES agency (municipality, id)
) STRICT;
CREATE INDEX concerned_agency_of ON concerned_agency (municipality, case_id);
--! append_only concerned_agency

CREATE TABLE consent_agency (
    municipality BLOB NOT NULL,
    consent BLOB NOT NULL,
    agency BLOB NOT NULL,
    PRIMARY KEY (municipality, consent, agency),
    FOREIGN KEY (municipality, consent) REFERENCES consent (municipality, id),
    FOREIGN KEY (municipality, agency) REFERENCES agency (municipality, id)
) STRICT;
--! append_only consent_agency

CREATE TABLE conversation (                    -- before anybody is asked (S1-13); also contact attempts
    municipality BLOB NOT NULL,
    id BLOB NOT NULL,
    case_id BLOB NOT NULL,
    signatory BLOB NOT NULL,
    held_on TEXT NOT NULL,
    way TEXT NOT NULL CHECK (way IN ('meeting', 'phone', 'home_visit', 'attempt')),
    told_purpose INTEGER NOT NULL CHECK (told_purpose IN (0, 1)),
    told_withdrawal INTEGER NOT NULL CHECK (told_withdrawal IN (0, 1)),
    told_police_duty INTEGER NOT NULL CHECK (told_police_duty IN (0, 1)),      -- S0-12, S0-55
    interpreter_sealed BLOB,
    note_sealed BLOB NOT NULL,
    made_at INTEGER NOT NULL,
    made_by BLOB NOT NULL,
    PRIMARY KEY (municipality, id),
    FOREIGN KEY (municipality, case_id) REFERENCES sig_case (municipality, id),
    FOREIGN KEY (municipality, signatory) REFERENCES signatory (municipality, id)
) STRICT;
CREATE INDEX conversation_of ON conversation (municipality, case_id);
--! append_only conversation

CREATE TABLE consent_answer (
    municipality BLOB NOT NULL,
    id BLOB NOT NULL,
    consent BLOB NOT NULL,
    signatory BLOB NOT NULL,
    answer TEXT NOT NULL CHECK (answer IN ('yes', 'no', 'excludes_agency')),
    signed_on TEXT NOT NULL,
    method TEXT NOT NULL CHECK (method IN ('paper')),
    attachment BLOB,                           -- the scanned form; always for a yes
    signature_seen INTEGER NOT NULL CHECK (signature_seen IN (0, 1)),
    verified_by BLOB NOT NULL,
    place_sealed BLOB,
    interpreter_sealed BLOB,
    original_kept_at_sealed BLOB,
    reason_sealed BLOB,                        -- of a no, if given
    follow_up_answer TEXT NOT NULL CHECK (follow_up_answer IN ('yes', 'no', 'not_asked')),   -- research, apart (S1-66 to 70)
    made_at INTEGER NOT NULL,
    PRIMARY KEY (municipality, id),
    FOREIGN KEY (municipality, consent) REFERENCES consent (municipality, id),
    FOREIGN KEY (municipality, signatory) REFERENCES signatory (municipality, id),
    FOREIGN KEY (municipality, attachment) REFERENCES attachment (municipality, id),
    CHECK (answer <> 'yes' OR (attachment IS NOT NULL AND signature_seen = 1))
) STRICT;
CREATE INDEX consent_answer_of ON consent_answer (municipality, consent);
--! append_only consent_answer

CREATE TABLE consent_withdrawal (
    municipality BLOB NOT NULL,
    id BLOB NOT NULL,
    consent BLOB NOT NULL,
    signatory BLOB NOT NULL,
    withdrawn_at INTEGER NOT NULL,             -- sharing stops in this second
    way TEXT NOT NULL CHECK (way IN ('in_person', 'phone', 'letter', 'own_page')),
    note_sealed BLOB,
    received_by BLOB NOT NULL,
    PRIMARY KEY (municipality, id),
    FOREIGN KEY (municipality, consent) REFERENCES consent (municipality, id),
    FOREIGN KEY (municipality, signatory) REFERENCES signatory (municipality, id)
) STRICT;
CREATE INDEX consent_withdrawal_of ON consent_withdrawal (municipality, consent);
--! append_only consent_withdrawal

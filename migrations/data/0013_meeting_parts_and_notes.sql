-- Meetings: agenda, substitutes, what an agency tells for itself, new suspicion, who has read; and what is written down between meetings.

-- An intervention breaks a meeting off (edge case 4.25). The table is made anew: a CHECK cannot be widened on SQLite.
CREATE TABLE meeting_cancellation_with_intervention (
    municipality BLOB NOT NULL,
    meeting BLOB NOT NULL,
    reason TEXT NOT NULL CHECK (reason IN ('moved', 'youth_absent', 'agency_absent', 'consent_ended', 'other', 'case_suspended', 'case_closed',
        'intervention')),
    note_sealed BLOB,                          -- the intervention (S0-56)
    cancelled_at INTEGER NOT NULL,
    made_by BLOB NOT NULL,
    PRIMARY KEY (municipality, meeting),
    FOREIGN KEY (municipality, meeting) REFERENCES meeting (municipality, id)
) STRICT;
INSERT INTO meeting_cancellation_with_intervention (municipality, meeting, reason, note_sealed, cancelled_at, made_by)
    SELECT municipality, meeting, reason, NULL, cancelled_at, made_by FROM meeting_cancellation;
DROP TABLE meeting_cancellation;
ALTER TABLE meeting_cancellation_with_intervention RENAME TO meeting_cancellation;
--! append_only meeting_cancellation

ALTER TABLE meeting ADD COLUMN agency_not_called_reason_sealed BLOB;      -- S1-16, S0-24, S0-54
ALTER TABLE attendance ADD COLUMN substitute_name_sealed BLOB;            -- S1-20
ALTER TABLE attendance ADD COLUMN substitute_function TEXT;
ALTER TABLE minutes ADD COLUMN police_role_told_by BLOB;                  -- membership (S0-55)
ALTER TABLE minutes ADD COLUMN police_role_told_on TEXT;

CREATE TABLE guardian_not_invited (            -- why, for each of them (S0-53)
    municipality BLOB NOT NULL,
    meeting BLOB NOT NULL,
    signatory BLOB NOT NULL,
    reason_sealed BLOB NOT NULL,
    PRIMARY KEY (municipality, meeting, signatory),
    FOREIGN KEY (municipality, meeting) REFERENCES meeting (municipality, id),
    FOREIGN KEY (municipality, signatory) REFERENCES signatory (municipality, id)
) STRICT;
--! append_only guardian_not_invited

CREATE TABLE agenda_item (                     -- what was sent with the call, in order (S1-15)
    municipality BLOB NOT NULL,
    meeting BLOB NOT NULL,
    position INTEGER NOT NULL,
    point TEXT NOT NULL,                       -- a standing point, or own
    text_sealed BLOB,                          -- of an own point
    PRIMARY KEY (municipality, meeting, position),
    FOREIGN KEY (municipality, meeting) REFERENCES meeting (municipality, id)
) STRICT;
--! append_only agenda_item

CREATE TABLE agency_picture_numbered (         -- S0-26, S1-21
    municipality BLOB NOT NULL,
    id BLOB NOT NULL,
    meeting BLOB NOT NULL,
    number INTEGER NOT NULL,
    agency BLOB NOT NULL,
    kinds TEXT NOT NULL,                       -- coded: behaviour, company, school, leisure, other
    text_sealed BLOB NOT NULL,
    said_by_sealed BLOB,                       -- told on behalf of the agency, by whom (settled 15)
    way TEXT CHECK (way IN ('meeting', 'phone', 'letter')),
    made_at INTEGER NOT NULL,
    made_by BLOB NOT NULL,
    PRIMARY KEY (municipality, id),
    UNIQUE (municipality, meeting, number),
    FOREIGN KEY (municipality, meeting) REFERENCES meeting (municipality, id),
    FOREIGN KEY (municipality, agency) REFERENCES agency (municipality, id)
) STRICT;
INSERT INTO agency_picture_numbered (municipality, id, meeting, number, agency, kinds, text_sealed, said_by_sealed, way, made_at, made_by)
    SELECT p.municipality, p.id, p.meeting,
        (SELECT count(*) FROM agency_picture o WHERE o.municipality = p.municipality AND o.meeting = p.meeting
            AND (o.made_at < p.made_at OR (o.made_at = p.made_at AND o.id <= p.id))),
        p.agency, '', p.text_sealed, NULL, NULL, p.made_at, p.made_by FROM agency_picture p;
DROP TABLE agency_picture;
ALTER TABLE agency_picture_numbered RENAME TO agency_picture;
--! append_only agency_picture

CREATE TABLE new_suspicion (                   -- what the police can tell, and nothing of what they cannot (S0-27, edge case 4.18)
    municipality BLOB NOT NULL,
    id BLOB NOT NULL,
    case_id BLOB NOT NULL,
    number INTEGER NOT NULL,
    told_on TEXT NOT NULL,
    meeting BLOB,                              -- told at this one; none: between meetings
    text_sealed BLOB NOT NULL,
    told_by BLOB NOT NULL,                     -- membership of the officer
    made_at INTEGER NOT NULL,
    made_by BLOB NOT NULL,
    PRIMARY KEY (municipality, id),
    UNIQUE (municipality, case_id, number),
    FOREIGN KEY (municipality, case_id) REFERENCES sig_case (municipality, id),
    FOREIGN KEY (municipality, meeting) REFERENCES meeting (municipality, id),
    FOREIGN KEY (municipality, told_by) REFERENCES membership (municipality, id)
) STRICT;
--! append_only new_suspicion

CREATE TABLE item_release (                    -- to a guardian, item by item, with a reason (settled 21; OSL 12:3)
    municipality BLOB NOT NULL,
    id BLOB NOT NULL,
    case_id BLOB NOT NULL,
    picture BLOB,
    suspicion BLOB,
    signatory BLOB NOT NULL,
    reason_sealed BLOB NOT NULL,
    made_at INTEGER NOT NULL,
    made_by BLOB NOT NULL,
    PRIMARY KEY (municipality, id),
    FOREIGN KEY (municipality, case_id) REFERENCES sig_case (municipality, id),
    FOREIGN KEY (municipality, picture) REFERENCES agency_picture (municipality, id),
    FOREIGN KEY (municipality, suspicion) REFERENCES new_suspicion (municipality, id),
    FOREIGN KEY (municipality, signatory) REFERENCES signatory (municipality, id),
    CHECK ((picture IS NULL) <> (suspicion IS NULL))
) STRICT;
CREATE INDEX item_release_of ON item_release (municipality, case_id);
--! append_only item_release

CREATE TABLE minutes_receipt (                 -- somebody has read the locked minutes (S0-73)
    municipality BLOB NOT NULL,
    meeting BLOB NOT NULL,
    person BLOB NOT NULL,
    read_at INTEGER NOT NULL,
    PRIMARY KEY (municipality, meeting, person),
    FOREIGN KEY (municipality, meeting) REFERENCES meeting (municipality, id)
) STRICT;
--! append_only minutes_receipt

CREATE TABLE minutes_given (                   -- to the young person (fields 3.5)
    municipality BLOB NOT NULL,
    id BLOB NOT NULL,
    meeting BLOB NOT NULL,
    given_on TEXT NOT NULL,
    way TEXT NOT NULL CHECK (way IN ('in_lots', 'paper', 'read_aloud')),
    made_at INTEGER NOT NULL,
    made_by BLOB NOT NULL,
    PRIMARY KEY (municipality, id),
    FOREIGN KEY (municipality, meeting) REFERENCES meeting (municipality, id)
) STRICT;
CREATE INDEX minutes_given_of ON minutes_given (municipality, meeting);
--! append_only minutes_given

CREATE TABLE note (                            -- between meetings (settled 33, S0-30)
    municipality BLOB NOT NULL,
    id BLOB NOT NULL,
    case_id BLOB NOT NULL,
    number INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('observation', 'report', 'information')),
    seen_on TEXT NOT NULL,
    part_of_day TEXT CHECK (part_of_day IN ('day', 'evening', 'night', 'weekend')),   -- S4-21
    basis TEXT NOT NULL CHECK (basis IN ('commitment', 'new_concern')),
    commitment BLOB,                           -- the plan's, when that is the basis
    third_party INTEGER NOT NULL CHECK (third_party IN (0, 1)),
    text_sealed BLOB NOT NULL,
    district_sealed BLOB,                      -- where an outcome came from (S4-22)
    agency BLOB NOT NULL,
    made_at INTEGER NOT NULL,
    made_by BLOB NOT NULL,
    PRIMARY KEY (municipality, id),
    UNIQUE (municipality, case_id, number),
    FOREIGN KEY (municipality, case_id) REFERENCES sig_case (municipality, id),
    FOREIGN KEY (municipality, commitment) REFERENCES commitment (municipality, id),
    FOREIGN KEY (municipality, agency) REFERENCES agency (municipality, id),
    CHECK ((basis = 'commitment') = (commitment IS NOT NULL))
) STRICT;
--! append_only note

CREATE TABLE note_reader (                     -- one of membership and signatory; who leads the case reads all
    municipality BLOB NOT NULL,
    note BLOB NOT NULL,
    line INTEGER NOT NULL,
    membership BLOB,
    signatory BLOB,
    PRIMARY KEY (municipality, note, line),
    FOREIGN KEY (municipality, note) REFERENCES note (municipality, id),
    FOREIGN KEY (municipality, membership) REFERENCES membership (municipality, id),
    FOREIGN KEY (municipality, signatory) REFERENCES signatory (municipality, id),
    CHECK ((membership IS NULL) <> (signatory IS NULL))
) STRICT;
--! append_only note_reader

CREATE TABLE outside_contact (                 -- with an authority that is not in the group: a prosecutor, a court (S4-23)
    municipality BLOB NOT NULL,
    id BLOB NOT NULL,
    case_id BLOB NOT NULL,
    number INTEGER NOT NULL,
    authority TEXT NOT NULL CHECK (authority IN ('prosecutor', 'court', 'migration', 'insurance', 'other')),
    whom_sealed BLOB NOT NULL,
    contact_on TEXT NOT NULL,
    what_sealed BLOB NOT NULL,
    outcome_sealed BLOB,
    basis TEXT NOT NULL,                       -- nothing_secret, consent, or a paragraph: osl_10_18a
    decider_sealed BLOB NOT NULL,
    made_at INTEGER NOT NULL,
    made_by BLOB NOT NULL,
    PRIMARY KEY (municipality, id),
    UNIQUE (municipality, case_id, number),
    FOREIGN KEY (municipality, case_id) REFERENCES sig_case (municipality, id)
) STRICT;
--! append_only outside_contact

CREATE TABLE disclosure (                      -- outside the room, by law (S1-07, fields 3.11)
    municipality BLOB NOT NULL,
    id BLOB NOT NULL,
    case_id BLOB NOT NULL,
    number INTEGER NOT NULL,
    from_agency BLOB NOT NULL,
    to_whom_sealed BLOB NOT NULL,
    disclosed_on TEXT NOT NULL,
    what_sealed BLOB NOT NULL,
    basis TEXT NOT NULL,                       -- consent, or a paragraph: osl_10_18a
    consent INTEGER,                           -- number of the consent, when that is the basis
    balancing_sealed BLOB,
    decider_sealed BLOB NOT NULL,
    made_at INTEGER NOT NULL,
    made_by BLOB NOT NULL,
    PRIMARY KEY (municipality, id),
    UNIQUE (municipality, case_id, number),
    FOREIGN KEY (municipality, case_id) REFERENCES sig_case (municipality, id),
    FOREIGN KEY (municipality, from_agency) REFERENCES agency (municipality, id)
) STRICT;
--! append_only disclosure

CREATE TABLE protection_work (                 -- that it goes on, or has ended; never content (S1-58)
    municipality BLOB NOT NULL,
    case_id BLOB NOT NULL,
    seq INTEGER NOT NULL,
    goes_on INTEGER NOT NULL CHECK (goes_on IN (0, 1)),
    made_at INTEGER NOT NULL,
    made_by BLOB NOT NULL,
    PRIMARY KEY (municipality, case_id, seq),
    FOREIGN KEY (municipality, case_id) REFERENCES sig_case (municipality, id)
) STRICT;
--! append_only protection_work

CREATE TABLE youth_words (                     -- before a meeting (settled 22); the newest counts
    municipality BLOB NOT NULL,
    case_id BLOB NOT NULL,
    seq INTEGER NOT NULL,
    text_sealed BLOB NOT NULL,
    social_services_read INTEGER NOT NULL CHECK (social_services_read IN (0, 1)),
    made_at INTEGER NOT NULL,
    made_by BLOB NOT NULL,
    PRIMARY KEY (municipality, case_id, seq),
    FOREIGN KEY (municipality, case_id) REFERENCES sig_case (municipality, id)
) STRICT;
--! append_only youth_words

CREATE TABLE youth_words_reader (              -- whom the young person ticked, beside the coordinator
    municipality BLOB NOT NULL,
    case_id BLOB NOT NULL,
    seq INTEGER NOT NULL,
    membership BLOB NOT NULL,
    PRIMARY KEY (municipality, case_id, seq, membership),
    FOREIGN KEY (municipality, case_id, seq) REFERENCES youth_words (municipality, case_id, seq),
    FOREIGN KEY (municipality, membership) REFERENCES membership (municipality, id)
) STRICT;
--! append_only youth_words_reader

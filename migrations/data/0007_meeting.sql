-- Meetings: the call, who came, what every commitment's follow-up said, the minutes and their lock.

CREATE TABLE meeting (
    municipality BLOB NOT NULL,
    id BLOB NOT NULL,
    case_id BLOB NOT NULL,
    number INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('individual', 'network')),   -- as called; whether it counted is a rule
    starts_at INTEGER NOT NULL,
    length_minutes INTEGER NOT NULL,
    form TEXT NOT NULL CHECK (form IN ('in_person', 'digital', 'phone')),
    place_sealed BLOB NOT NULL,
    called_at INTEGER NOT NULL,
    called_by BLOB NOT NULL,
    call_how TEXT NOT NULL,                    -- coded ways: in_lots, letter, phone, in_person
    guardian_not_invited_reason_sealed BLOB,   -- S0-53
    PRIMARY KEY (municipality, id),
    UNIQUE (municipality, case_id, number),
    FOREIGN KEY (municipality, case_id) REFERENCES sig_case (municipality, id)
) STRICT;
--! append_only meeting

CREATE TABLE meeting_cancellation (
    municipality BLOB NOT NULL,
    meeting BLOB NOT NULL,
    reason TEXT NOT NULL CHECK (reason IN ('moved', 'youth_absent', 'agency_absent', 'consent_ended', 'other')),
    cancelled_at INTEGER NOT NULL,
    made_by BLOB NOT NULL,
    PRIMARY KEY (municipality, meeting),
    FOREIGN KEY (municipality, meeting) REFERENCES meeting (municipality, id)
) STRICT;
--! append_only meeting_cancellation

CREATE TABLE invitation (                      -- one of membership and signatory
    municipality BLOB NOT NULL,
    meeting BLOB NOT NULL,
    line INTEGER NOT NULL,
    membership BLOB,
    signatory BLOB,
    PRIMARY KEY (municipality, meeting, line),
    FOREIGN KEY (municipality, meeting) REFERENCES meeting (municipality, id),
    FOREIGN KEY (municipality, membership) REFERENCES membership (municipality, id),
    FOREIGN KEY (municipality, signatory) REFERENCES signatory (municipality, id),
    CHECK ((membership IS NULL) <> (signatory IS NULL))
) STRICT;
--! append_only invitation

CREATE TABLE attendance (                      -- the newest seq of a line counts until the lock
    municipality BLOB NOT NULL,
    meeting BLOB NOT NULL,
    line INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    presence TEXT NOT NULL CHECK (presence IN ('present', 'digital', 'substitute', 'absent')),
    reason_sealed BLOB,
    made_at INTEGER NOT NULL,
    made_by BLOB NOT NULL,
    PRIMARY KEY (municipality, meeting, line, seq),
    FOREIGN KEY (municipality, meeting, line) REFERENCES invitation (municipality, meeting, line)
) STRICT;
--! append_only attendance

CREATE TABLE minutes (                         -- the newest seq counts; none may follow the lock
    municipality BLOB NOT NULL,
    meeting BLOB NOT NULL,
    seq INTEGER NOT NULL,
    who_may_hear_sealed BLOB NOT NULL,         -- opening: who may hear what
    consent_checked INTEGER NOT NULL CHECK (consent_checked IN (0, 1)),
    police_role_told INTEGER NOT NULL CHECK (police_role_told IN (0, 1)),   -- S0-55
    text_sealed BLOB NOT NULL,
    decisions_sealed BLOB,
    disagreements_sealed BLOB,
    youth_opinion_sealed BLOB NOT NULL,
    guardian_opinion_sealed BLOB,
    closure_question TEXT NOT NULL CHECK (closure_question IN ('continue', 'consider_closure', 'not_asked')),
    intervention_sealed BLOB,                  -- S0-56
    made_at INTEGER NOT NULL,
    made_by BLOB NOT NULL,
    PRIMARY KEY (municipality, meeting, seq),
    FOREIGN KEY (municipality, meeting) REFERENCES meeting (municipality, id)
) STRICT;
--! append_only minutes

CREATE TABLE agency_picture (                  -- S0-26, S1-21
    municipality BLOB NOT NULL,
    id BLOB NOT NULL,
    meeting BLOB NOT NULL,
    agency BLOB NOT NULL,
    text_sealed BLOB NOT NULL,
    made_at INTEGER NOT NULL,
    made_by BLOB NOT NULL,
    PRIMARY KEY (municipality, id),
    FOREIGN KEY (municipality, meeting) REFERENCES meeting (municipality, id),
    FOREIGN KEY (municipality, agency) REFERENCES agency (municipality, id)
) STRICT;
--! append_only agency_picture

CREATE TABLE follow_up_line (                  -- one for each open commitment at every meeting (S0-32)
    municipality BLOB NOT NULL,
    meeting BLOB NOT NULL,
    commitment BLOB NOT NULL,
    seq INTEGER NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('not_started', 'ongoing', 'done', 'not_done', 'cancelled')),
    text_sealed BLOB NOT NULL,
    new_last_day TEXT,
    made_at INTEGER NOT NULL,
    made_by BLOB NOT NULL,
    PRIMARY KEY (municipality, meeting, commitment, seq),
    FOREIGN KEY (municipality, meeting) REFERENCES meeting (municipality, id),
    FOREIGN KEY (municipality, commitment) REFERENCES commitment (municipality, id)
) STRICT;
--! append_only follow_up_line

CREATE TABLE minutes_lock (
    municipality BLOB NOT NULL,
    meeting BLOB NOT NULL,
    minutes_seq INTEGER NOT NULL,
    counts_as_individual INTEGER NOT NULL CHECK (counts_as_individual IN (0, 1)),   -- S0-08, S0-52, decided by the rule that day
    locked_at INTEGER NOT NULL,
    made_by BLOB NOT NULL,
    PRIMARY KEY (municipality, meeting),
    FOREIGN KEY (municipality, meeting, minutes_seq) REFERENCES minutes (municipality, meeting, seq)
) STRICT;
--! append_only minutes_lock

CREATE TABLE minutes_adjustment (              -- after the lock: an addition, never a change
    municipality BLOB NOT NULL,
    id BLOB NOT NULL,
    meeting BLOB NOT NULL,
    text_sealed BLOB NOT NULL,
    made_at INTEGER NOT NULL,
    made_by BLOB NOT NULL,
    PRIMARY KEY (municipality, id),
    FOREIGN KEY (municipality, meeting) REFERENCES meeting (municipality, id)
) STRICT;
--! append_only minutes_adjustment

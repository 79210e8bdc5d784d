-- A private helper is called to a meeting as everybody else who takes part (S1-34). The tables are made anew: a CHECK cannot be widened on
-- SQLite, and attendance belongs to a line of the call.

CREATE TABLE invitation_with_helpers (         -- one of membership, signatory and helper
    municipality BLOB NOT NULL,
    meeting BLOB NOT NULL,
    line INTEGER NOT NULL,
    membership BLOB,
    signatory BLOB,
    helper BLOB,
    PRIMARY KEY (municipality, meeting, line),
    FOREIGN KEY (municipality, meeting) REFERENCES meeting (municipality, id),
    FOREIGN KEY (municipality, membership) REFERENCES membership (municipality, id),
    FOREIGN KEY (municipality, signatory) REFERENCES signatory (municipality, id),
    FOREIGN KEY (municipality, helper) REFERENCES helper (municipality, id),
    CHECK ((membership IS NOT NULL AND signatory IS NULL AND helper IS NULL) OR
           (membership IS NULL AND signatory IS NOT NULL AND helper IS NULL) OR
           (membership IS NULL AND signatory IS NULL AND helper IS NOT NULL))
) STRICT;
INSERT INTO invitation_with_helpers (municipality, meeting, line, membership, signatory, helper)
    SELECT municipality, meeting, line, membership, signatory, NULL FROM invitation;

CREATE TABLE attendance_with_helpers (         -- the newest seq of a line counts until the lock
    municipality BLOB NOT NULL,
    meeting BLOB NOT NULL,
    line INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    presence TEXT NOT NULL CHECK (presence IN ('present', 'digital', 'substitute', 'absent')),
    reason_sealed BLOB,
    made_at INTEGER NOT NULL,
    made_by BLOB NOT NULL,
    substitute_name_sealed BLOB,               -- S1-20
    substitute_function TEXT,
    PRIMARY KEY (municipality, meeting, line, seq),
    FOREIGN KEY (municipality, meeting, line) REFERENCES invitation_with_helpers (municipality, meeting, line)
) STRICT;
INSERT INTO attendance_with_helpers (municipality, meeting, line, seq, presence, reason_sealed, made_at, made_by, substitute_name_sealed,
        substitute_function)
    SELECT municipality, meeting, line, seq, presence, reason_sealed, made_at, made_by, substitute_name_sealed, substitute_function
    FROM attendance;

DROP TABLE attendance;
DROP TABLE invitation;
ALTER TABLE invitation_with_helpers RENAME TO invitation;
--! append_only invitation
ALTER TABLE attendance_with_helpers RENAME TO attendance;
--! append_only attendance

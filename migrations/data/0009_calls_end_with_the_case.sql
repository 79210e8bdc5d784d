-- Two more reasons why a called meeting is not held: the case came to rest, or ended (settled 11). The table is made anew with them:
-- a CHECK cannot be widened on SQLite.

CREATE TABLE meeting_cancellation_with_case (
    municipality BLOB NOT NULL,
    meeting BLOB NOT NULL,
    reason TEXT NOT NULL CHECK (reason IN ('moved', 'youth_absent', 'agency_absent', 'consent_ended', 'other', 'case_suspended', 'case_closed')),
    cancelled_at INTEGER NOT NULL,
    made_by BLOB NOT NULL,
    PRIMARY KEY (municipality, meeting),
    FOREIGN KEY (municipality, meeting) REFERENCES meeting (municipality, id)
) STRICT;
INSERT INTO meeting_cancellation_with_case (municipality, meeting, reason, cancelled_at, made_by)
    SELECT municipality, meeting, reason, cancelled_at, made_by FROM meeting_cancellation;
DROP TABLE meeting_cancellation;
ALTER TABLE meeting_cancellation_with_case RENAME TO meeting_cancellation;
--! append_only meeting_cancellation

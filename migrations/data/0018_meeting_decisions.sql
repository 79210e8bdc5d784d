-- What is decided at a meeting says why, how, who and what like every other decision (S1-71). It lies in the room, with the minutes, and
-- has the columns of decision_note.

CREATE TABLE meeting_decision (
    municipality BLOB NOT NULL,
    meeting BLOB NOT NULL,
    seq INTEGER NOT NULL,                      -- 1, 2 … at the meeting
    decided_on TEXT NOT NULL,                  -- the meeting's day
    made_at INTEGER NOT NULL,
    made_by BLOB NOT NULL,
    role TEXT NOT NULL,
    legal_reference TEXT NOT NULL,             -- the dated reference valid on decided_on
    delegation_sealed BLOB,
    why_sealed BLOB NOT NULL,
    how_sealed BLOB NOT NULL,
    who_sealed BLOB NOT NULL,
    what_sealed BLOB NOT NULL,
    childs_view_sealed BLOB,                   -- under 18
    best_interests_sealed BLOB,                -- under 18
    PRIMARY KEY (municipality, meeting, seq),
    FOREIGN KEY (municipality, meeting) REFERENCES meeting (municipality, id)
) STRICT;
--! append_only meeting_decision

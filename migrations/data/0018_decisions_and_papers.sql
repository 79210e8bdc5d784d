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

CREATE TABLE paper_retention (                 -- before which day no signed form and no plan may be destroyed (S1-65)
    municipality BLOB NOT NULL,
    case_id BLOB NOT NULL,
    paper TEXT NOT NULL CHECK (paper IN ('consent', 'plan')),
    number INTEGER NOT NULL,                   -- of the form, or version of the plan
    earliest_day TEXT NOT NULL,                -- that day at the earliest
    legal_reference TEXT NOT NULL,             -- the dated reference valid when the case ended
    made_at INTEGER NOT NULL,
    PRIMARY KEY (municipality, case_id, paper, number),
    FOREIGN KEY (municipality, case_id) REFERENCES sig_case (municipality, id)
) STRICT;
--! append_only paper_retention

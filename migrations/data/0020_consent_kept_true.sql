-- A no is never silenced by a hindrance, and an answer that excludes an agency says which one.

CREATE TABLE signatory_hindrance_end (         -- edge 4.3: the guardian can be asked again before the last day
    municipality BLOB NOT NULL,
    id BLOB NOT NULL,
    hindrance BLOB NOT NULL,
    way TEXT NOT NULL CHECK (way IN ('answered', 'withdrew', 'ended')),
    ended_on TEXT NOT NULL,                    -- first day on which the person must sign again
    made_at INTEGER NOT NULL,
    made_by BLOB NOT NULL,
    PRIMARY KEY (municipality, id),
    FOREIGN KEY (municipality, hindrance) REFERENCES signatory_hindrance (municipality, id)
) STRICT;
CREATE INDEX signatory_hindrance_end_of ON signatory_hindrance_end (municipality, hindrance);
--! append_only signatory_hindrance_end

-- FB 6:13 second paragraph: somebody has judged that it cannot wait until the guardian can be asked.
ALTER TABLE signatory_hindrance ADD COLUMN cannot_wait INTEGER NOT NULL DEFAULT 0 CHECK (cannot_wait IN (0, 1));

ALTER TABLE consent_answer ADD COLUMN excluded_agency BLOB;   -- S0-16, edge 4.7: which one an answer leaves out

CREATE TABLE danger_answer (                   -- settled 23: "Är det farligt om någon ser det här?" asked after the review, or anew
    municipality BLOB NOT NULL,
    id BLOB NOT NULL,
    case_id BLOB NOT NULL,
    danger_if_seen TEXT NOT NULL CHECK (danger_if_seen IN ('yes', 'no')),
    made_at INTEGER NOT NULL,
    made_by BLOB NOT NULL,
    PRIMARY KEY (municipality, id),
    FOREIGN KEY (municipality, case_id) REFERENCES sig_case (municipality, id)
) STRICT;
CREATE INDEX danger_answer_of ON danger_answer (municipality, case_id);
--! append_only danger_answer

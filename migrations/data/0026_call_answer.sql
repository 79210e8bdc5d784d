-- What somebody who was called answers: yes, on the screen, no. It may change until the meeting begins; the newest seq of a line counts.

CREATE TABLE call_answer (
    municipality BLOB NOT NULL,
    meeting BLOB NOT NULL,
    line INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    answer TEXT NOT NULL CHECK (answer IN ('yes', 'digital', 'no')),
    reason_sealed BLOB,                        -- of a no
    way TEXT CHECK (way IN ('phone', 'letter', 'in_person')),   -- written down for somebody else (settled 15); NULL: the person's own
    said_on TEXT,                              -- the same
    made_at INTEGER NOT NULL,
    made_by BLOB NOT NULL,
    PRIMARY KEY (municipality, meeting, line, seq),
    FOREIGN KEY (municipality, meeting, line) REFERENCES invitation (municipality, meeting, line),
    CHECK ((way IS NULL) = (said_on IS NULL))
) STRICT;
--! append_only call_answer

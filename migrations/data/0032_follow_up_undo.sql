-- A line of the follow-up that was taken back at once ("Ångra"): it is kept, and the one before it counts again.

CREATE TABLE follow_up_taken_back (
    municipality BLOB NOT NULL,
    meeting BLOB NOT NULL,
    commitment BLOB NOT NULL,
    seq INTEGER NOT NULL,
    made_at INTEGER NOT NULL,
    made_by BLOB NOT NULL,
    PRIMARY KEY (municipality, meeting, commitment, seq),
    FOREIGN KEY (municipality, meeting, commitment, seq) REFERENCES follow_up_line (municipality, meeting, commitment, seq)
) STRICT;
--! append_only follow_up_taken_back

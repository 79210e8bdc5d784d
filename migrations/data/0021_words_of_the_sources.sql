-- What the forms ask for since every rule was read beside its source.

ALTER TABLE nomination ADD COLUMN matter_code_reason_sealed BLOB;   -- S0-70: why a notice of the police has no 604 or no number
ALTER TABLE disclosure ADD COLUMN necessity_sealed BLOB;            -- edge 4.19: why it is needed, where the ground is the law

-- S0-30: the guideline gives examples and no must, so a note may rest on neither. `basis` then says new_concern, and this says that
-- it is none.
ALTER TABLE note ADD COLUMN no_basis INTEGER NOT NULL DEFAULT 0 CHECK (no_basis IN (0, 1));

CREATE TABLE helper_own_secrecy (              -- edge 4.28: a duty of secrecy of one's own, instead of a reservation
    municipality BLOB NOT NULL,
    helper BLOB NOT NULL,
    told_on TEXT NOT NULL,                     -- the day on which it was told and looked at
    duty_sealed BLOB NOT NULL,                 -- by what law
    made_at INTEGER NOT NULL,
    made_by BLOB NOT NULL,
    PRIMARY KEY (municipality, helper),
    FOREIGN KEY (municipality, helper) REFERENCES helper (municipality, id)
) STRICT;
--! append_only helper_own_secrecy

-- A wording may change where a commitment stands in the plan, or take it out or back, and nothing of what is promised. The answer to the words
-- before it then still counts, and so does a day that was agreed for them.

ALTER TABLE commitment_wording ADD COLUMN same_words INTEGER NOT NULL DEFAULT 0 CHECK (same_words IN (0, 1));

-- That the information sheet was given, the plan in other languages, and what of the plan rests on an assessment.

CREATE TABLE information_given (               -- S0-59: to whom, which day, by whom
    municipality BLOB NOT NULL,
    id BLOB NOT NULL,
    case_id BLOB NOT NULL,
    signatory BLOB NOT NULL,
    edition TEXT NOT NULL,                     -- of the sheet's text
    given_on TEXT NOT NULL,
    given_by BLOB NOT NULL,                    -- who gave it, perhaps an approved collector
    way TEXT NOT NULL CHECK (way IN ('on_paper', 'read_aloud')),
    made_at INTEGER NOT NULL,
    made_by BLOB NOT NULL,
    PRIMARY KEY (municipality, id),
    FOREIGN KEY (municipality, case_id) REFERENCES sig_case (municipality, id),
    FOREIGN KEY (municipality, signatory) REFERENCES signatory (municipality, id),
    FOREIGN KEY (municipality, given_by) REFERENCES person (municipality, id)
) STRICT;
CREATE INDEX information_given_of ON information_given (municipality, case_id);
--! append_only information_given

CREATE TABLE plan_translation (                -- S1-49: the plain words of a decided plan in another language; the Swedish text counts
    municipality BLOB NOT NULL,
    id BLOB NOT NULL,
    case_id BLOB NOT NULL,
    plan BLOB NOT NULL,
    language TEXT NOT NULL,                    -- a code of plan::translation_languages
    translated_on TEXT NOT NULL,
    text_sealed BLOB NOT NULL,
    translator_sealed BLOB NOT NULL,
    made_at INTEGER NOT NULL,
    made_by BLOB NOT NULL,
    PRIMARY KEY (municipality, id),
    FOREIGN KEY (municipality, case_id) REFERENCES sig_case (municipality, id),
    FOREIGN KEY (municipality, plan) REFERENCES plan_version (municipality, id)
) STRICT;
CREATE INDEX plan_translation_of ON plan_translation (municipality, case_id);
--! append_only plan_translation

-- S1-12: a goal or a measure may rest on the assessment. Its conclusion only where the consent lets social services tell it.
ALTER TABLE goal_wording ADD COLUMN from_assessment INTEGER NOT NULL DEFAULT 0 CHECK (from_assessment IN (0, 1));
ALTER TABLE goal_wording ADD COLUMN assessment_conclusion_sealed BLOB;
ALTER TABLE commitment_wording ADD COLUMN from_assessment INTEGER NOT NULL DEFAULT 0 CHECK (from_assessment IN (0, 1));

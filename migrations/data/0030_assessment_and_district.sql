-- What a structured assessment means for the plan (S1-12): social services' own words, beside its result.

ALTER TABLE structured_assessment ADD COLUMN for_plan_sealed BLOB;

CREATE TABLE case_district (                   -- where the young person lives, when the unit works in several districts
    municipality BLOB NOT NULL,
    case_id BLOB NOT NULL,
    district BLOB NOT NULL,
    made_at INTEGER NOT NULL,
    made_by BLOB NOT NULL,
    PRIMARY KEY (municipality, case_id),
    FOREIGN KEY (municipality, case_id) REFERENCES sig_case (municipality, id),
    FOREIGN KEY (municipality, district) REFERENCES district (municipality, id)
) STRICT;
--! append_only case_district

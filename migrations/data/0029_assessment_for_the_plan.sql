-- What a structured assessment means for the plan (S1-12): social services' own words, beside its result.

ALTER TABLE structured_assessment ADD COLUMN for_plan_sealed BLOB;

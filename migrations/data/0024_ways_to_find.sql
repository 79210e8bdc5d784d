-- Ways to what would otherwise be looked for among everything that a municipality has.
CREATE INDEX minutes_adjustment_of ON minutes_adjustment (municipality, meeting);
CREATE INDEX open_case_of_case ON open_case (municipality, case_id);
CREATE INDEX signatory_of_person ON signatory (municipality, person);
CREATE INDEX assignment_of_unit ON assignment (municipality, unit);
CREATE INDEX case_head_of_unit ON case_head (municipality, owner_unit);
CREATE INDEX case_after_case ON sig_case (municipality, former_episode);

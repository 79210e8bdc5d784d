-- Who had left before the program asked whether they still work there kept their duties in lists that were written then. Every case that can
-- still have duties is reckoned anew at the next midnight or start: a day before any case is due at once.
UPDATE case_head SET next_change_on = '1970-01-01' WHERE state NOT IN ('retained', 'disposed');

-- A manager of the police is found by way of their agency's units.
CREATE INDEX unit_of_agency ON unit (municipality, agency);

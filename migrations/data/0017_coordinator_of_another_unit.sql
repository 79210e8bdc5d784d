-- Why a coordinator comes from another unit than those that the municipality takes its coordinators from (S4-19).

CREATE TABLE coordinator_other_unit (
    municipality BLOB NOT NULL,
    id BLOB NOT NULL,
    case_id BLOB NOT NULL,
    person BLOB NOT NULL,
    unit BLOB NOT NULL,
    reason_sealed BLOB NOT NULL,
    made_at INTEGER NOT NULL,                  -- with the appointment
    made_by BLOB NOT NULL,
    PRIMARY KEY (municipality, id),
    FOREIGN KEY (municipality, case_id) REFERENCES sig_case (municipality, id),
    FOREIGN KEY (municipality, person) REFERENCES person (municipality, id)
) STRICT;
CREATE INDEX coordinator_other_unit_of ON coordinator_other_unit (municipality, case_id);
--! append_only coordinator_other_unit

-- What came in with a file: who brought it in, when, which file it was, and which case a line of it became.

CREATE TABLE import_batch (
    municipality BLOB NOT NULL REFERENCES municipality (municipality),
    id BLOB NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('nominations', 'cases')),
    file_hash BLOB NOT NULL,                   -- SHA-256 of the file as it was read
    made_at INTEGER NOT NULL,
    made_by BLOB NOT NULL,
    role TEXT NOT NULL,
    unit BLOB NOT NULL,
    PRIMARY KEY (municipality, id),
    FOREIGN KEY (municipality, made_by) REFERENCES person (municipality, id)
) STRICT;
--! append_only import_batch

CREATE TABLE import_case (
    municipality BLOB NOT NULL,
    id BLOB NOT NULL,
    batch BLOB NOT NULL,
    case_id BLOB NOT NULL,
    reference_index BLOB NOT NULL,             -- keyed: the same reference never becomes two cases
    reference_sealed BLOB NOT NULL,            -- the municipality's own
    content_index BLOB NOT NULL,               -- keyed: whether the file says the same when it comes again
    offer_decided_on TEXT,                     -- on paper
    consent_from TEXT,                         -- on paper; here it begins on the day that it came in
    plan_worded_on TEXT,                       -- the paper plan reads so from this day; what was promised in it was answered then
    plan_decided_on TEXT,                      -- on paper
    PRIMARY KEY (municipality, id),
    UNIQUE (municipality, reference_index),
    UNIQUE (municipality, case_id),
    FOREIGN KEY (municipality, batch) REFERENCES import_batch (municipality, id),
    FOREIGN KEY (municipality, case_id) REFERENCES sig_case (municipality, id)
) STRICT;
--! append_only import_case

-- A note says once on what it rests (S0-30): a commitment, a new concern, or nothing at all, and then `basis` is NULL. Until now a note that
-- rested on nothing said new_concern beside no_basis. A duty of secrecy of the own can be written anew when it was wrong: the newest counts,
-- as with a helper's answers and judgements. The tables are made anew: neither a CHECK nor a key can be changed on SQLite.

CREATE TABLE note_with_one_basis (             -- between meetings (settled 33, S0-30)
    municipality BLOB NOT NULL,
    id BLOB NOT NULL,
    case_id BLOB NOT NULL,
    number INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('observation', 'report', 'information')),
    seen_on TEXT NOT NULL,
    part_of_day TEXT CHECK (part_of_day IN ('day', 'evening', 'night', 'weekend')),   -- S4-21
    basis TEXT CHECK (basis IN ('commitment', 'new_concern')),   -- NULL: neither, for the guideline gives examples and no must
    commitment BLOB,                           -- the plan's, when that is the basis
    third_party INTEGER NOT NULL CHECK (third_party IN (0, 1)),
    text_sealed BLOB NOT NULL,
    district_sealed BLOB,                      -- where an outcome came from (S4-22)
    agency BLOB NOT NULL,
    made_at INTEGER NOT NULL,
    made_by BLOB NOT NULL,
    PRIMARY KEY (municipality, id),
    UNIQUE (municipality, case_id, number),
    FOREIGN KEY (municipality, case_id) REFERENCES sig_case (municipality, id),
    FOREIGN KEY (municipality, commitment) REFERENCES commitment (municipality, id),
    FOREIGN KEY (municipality, agency) REFERENCES agency (municipality, id),
    CHECK (CASE WHEN basis = 'commitment' THEN commitment IS NOT NULL ELSE commitment IS NULL END)   -- holds for NULL too
) STRICT;
INSERT INTO note_with_one_basis (municipality, id, case_id, number, kind, seen_on, part_of_day, basis, commitment, third_party, text_sealed,
        district_sealed, agency, made_at, made_by)
    SELECT municipality, id, case_id, number, kind, seen_on, part_of_day,
        CASE WHEN no_basis = 1 AND basis = 'new_concern' THEN NULL ELSE basis END, commitment, third_party, text_sealed, district_sealed,
        agency, made_at, made_by
    FROM note;

CREATE TABLE note_reader_with_one_basis (      -- one of membership and signatory; who leads the case reads all
    municipality BLOB NOT NULL,
    note BLOB NOT NULL,
    line INTEGER NOT NULL,
    membership BLOB,
    signatory BLOB,
    PRIMARY KEY (municipality, note, line),
    FOREIGN KEY (municipality, note) REFERENCES note_with_one_basis (municipality, id),
    FOREIGN KEY (municipality, membership) REFERENCES membership (municipality, id),
    FOREIGN KEY (municipality, signatory) REFERENCES signatory (municipality, id),
    CHECK ((membership IS NULL) <> (signatory IS NULL))
) STRICT;
INSERT INTO note_reader_with_one_basis (municipality, note, line, membership, signatory)
    SELECT municipality, note, line, membership, signatory FROM note_reader;

DROP TABLE note_reader;
DROP TABLE note;
ALTER TABLE note_with_one_basis RENAME TO note;
--! append_only note
ALTER TABLE note_reader_with_one_basis RENAME TO note_reader;
--! append_only note_reader

CREATE TABLE helper_own_secrecy_anew (         -- edge 4.28: a duty of secrecy of one's own, instead of a reservation; the newest seq counts
    municipality BLOB NOT NULL,
    helper BLOB NOT NULL,
    seq INTEGER NOT NULL,                      -- 0: from before it could be written anew, and sealed as such
    told_on TEXT NOT NULL,                     -- the day on which it was told and looked at
    duty_sealed BLOB,                          -- by what law; NULL: there is none, what was written was wrong
    made_at INTEGER NOT NULL,
    made_by BLOB NOT NULL,
    PRIMARY KEY (municipality, helper, seq),
    FOREIGN KEY (municipality, helper) REFERENCES helper (municipality, id)
) STRICT;
INSERT INTO helper_own_secrecy_anew (municipality, helper, seq, told_on, duty_sealed, made_at, made_by)
    SELECT municipality, helper, 0, told_on, duty_sealed, made_at, made_by FROM helper_own_secrecy;
DROP TABLE helper_own_secrecy;
ALTER TABLE helper_own_secrecy_anew RENAME TO helper_own_secrecy;
--! append_only helper_own_secrecy

CREATE TABLE unit_district (                   -- which districts a unit works for; none: the whole municipality (S2-04, S4-38a)
    municipality BLOB NOT NULL,
    unit BLOB NOT NULL,
    district BLOB NOT NULL,
    made_at INTEGER NOT NULL,
    PRIMARY KEY (municipality, unit, district),
    FOREIGN KEY (municipality, unit) REFERENCES unit (municipality, id),
    FOREIGN KEY (municipality, district) REFERENCES district (municipality, id)
) STRICT;
-- Until now a district board and its district had the same code and nothing else that joined them.
INSERT INTO unit_district (municipality, unit, district, made_at)
    SELECT u.municipality, u.id, d.id, u.made_at FROM unit u
    JOIN agency a ON a.municipality = u.municipality AND a.id = u.agency AND a.kind = 'social_services'
    JOIN district d ON d.municipality = u.municipality AND d.code = a.code;
--! append_only unit_district

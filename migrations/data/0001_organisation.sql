-- Municipalities, their agencies and units, the people who work there, and how they sign in.
-- Every key begins with the municipality. Columns that end in _sealed are opened by the vault only.

CREATE TABLE municipality (
    municipality BLOB NOT NULL PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,                 -- 'ekvik'
    name TEXT NOT NULL,
    official_code TEXT NOT NULL,               -- kommunkod, four digits
    kind TEXT NOT NULL CHECK (kind IN ('demo', 'test', 'real')),
    profile TEXT NOT NULL,                     -- the method profile, JSON
    staff_unit BLOB NOT NULL,                  -- retention unit of names of staff
    made_at INTEGER NOT NULL
) STRICT;
--! append_only municipality

CREATE TABLE agency (
    municipality BLOB NOT NULL REFERENCES municipality (municipality),
    id BLOB NOT NULL,
    code TEXT NOT NULL,                        -- 'polisen'; what forms, API and addresses use
    kind TEXT NOT NULL CHECK (kind IN ('social_services', 'police', 'school', 'health', 'sis', 'prison_service',
        'employment_service', 'leisure', 'association', 'other')),
    name TEXT NOT NULL,
    made_at INTEGER NOT NULL,
    PRIMARY KEY (municipality, id),
    UNIQUE (municipality, code)
) STRICT;
--! append_only agency

CREATE TABLE unit (
    municipality BLOB NOT NULL,
    id BLOB NOT NULL,
    agency BLOB NOT NULL,
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    made_at INTEGER NOT NULL,
    PRIMARY KEY (municipality, id),
    UNIQUE (municipality, code),
    FOREIGN KEY (municipality, agency) REFERENCES agency (municipality, id)
) STRICT;
--! append_only unit

CREATE TABLE person (
    municipality BLOB NOT NULL REFERENCES municipality (municipality),
    id BLOB NOT NULL,
    handle TEXT NOT NULL,                      -- sign-in name, never a personal number
    name_sealed BLOB NOT NULL,
    phone_sealed BLOB,
    email_sealed BLOB,
    language TEXT NOT NULL CHECK (language IN ('sv', 'en')),
    made_at INTEGER NOT NULL,
    PRIMARY KEY (municipality, id),
    UNIQUE (municipality, handle)
) STRICT;
--! append_only person

CREATE TABLE assignment (                      -- a person's dated role in a unit
    municipality BLOB NOT NULL,
    id BLOB NOT NULL,
    person BLOB NOT NULL,
    unit BLOB NOT NULL,
    role TEXT NOT NULL,                        -- access/words.h
    from_day TEXT NOT NULL,
    made_at INTEGER NOT NULL,
    made_by BLOB,
    PRIMARY KEY (municipality, id),
    FOREIGN KEY (municipality, person) REFERENCES person (municipality, id),
    FOREIGN KEY (municipality, unit) REFERENCES unit (municipality, id)
) STRICT;
CREATE INDEX assignment_of_person ON assignment (municipality, person);
--! append_only assignment

CREATE TABLE assignment_end (
    municipality BLOB NOT NULL,
    assignment BLOB NOT NULL,
    last_day TEXT NOT NULL,                    -- included
    made_at INTEGER NOT NULL,
    made_by BLOB,
    PRIMARY KEY (municipality, assignment),
    FOREIGN KEY (municipality, assignment) REFERENCES assignment (municipality, id)
) STRICT;
--! append_only assignment_end

CREATE TABLE password (                        -- the newest row of a person counts
    municipality BLOB NOT NULL,
    id BLOB NOT NULL,
    person BLOB NOT NULL,
    hash TEXT NOT NULL,                        -- argon2id
    set_at INTEGER NOT NULL,
    PRIMARY KEY (municipality, id),
    FOREIGN KEY (municipality, person) REFERENCES person (municipality, id)
) STRICT;
CREATE INDEX password_of_person ON password (municipality, person, set_at);
--! append_only password

-- From here on mutable: sessions, limits and what makes a repeated command harmless.

CREATE TABLE sign_in_session (
    token_hash BLOB NOT NULL PRIMARY KEY,      -- SHA-256 of the cookie; the cookie itself is nowhere
    municipality BLOB NOT NULL,
    person BLOB NOT NULL,
    assignment BLOB NOT NULL,                  -- the role acted in
    csrf BLOB NOT NULL,
    made_at INTEGER NOT NULL,
    seen_at INTEGER NOT NULL,
    ends_at INTEGER NOT NULL,
    FOREIGN KEY (municipality, assignment) REFERENCES assignment (municipality, id)
) STRICT;
CREATE INDEX sign_in_session_of_person ON sign_in_session (municipality, person);

CREATE TABLE sign_in_limit (
    subject BLOB NOT NULL PRIMARY KEY,         -- keyed hash of account or address
    tries INTEGER NOT NULL,
    window_from INTEGER NOT NULL
) STRICT;

CREATE TABLE idempotency (
    municipality BLOB NOT NULL,
    person BLOB NOT NULL,
    route TEXT NOT NULL,
    idempotency_key TEXT NOT NULL,
    body_hash BLOB NOT NULL,
    landing TEXT NOT NULL,                     -- where the command led: an address without names, never a body
    made_at INTEGER NOT NULL,
    PRIMARY KEY (municipality, person, route, idempotency_key)
) STRICT;

CREATE TABLE counter (                         -- the next number of a kind: nominations, cases of a year
    municipality BLOB NOT NULL,
    name TEXT NOT NULL,
    next INTEGER NOT NULL,
    PRIMARY KEY (municipality, name)
) STRICT;

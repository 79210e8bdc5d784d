-- Working, steering and development groups with their seats, districts and police areas, and what the working group does at its
-- meetings. Nothing here is a case's but the items, whose text is kept in social services' own file.

CREATE TABLE police_area (
    municipality BLOB NOT NULL REFERENCES municipality (municipality),
    id BLOB NOT NULL,
    code TEXT NOT NULL,                        -- 'sodra-jarva'
    name TEXT NOT NULL,
    made_at INTEGER NOT NULL,
    PRIMARY KEY (municipality, id),
    UNIQUE (municipality, code)
) STRICT;
--! append_only police_area

CREATE TABLE district (                        -- stadsdel; a municipality without districts has none
    municipality BLOB NOT NULL REFERENCES municipality (municipality),
    id BLOB NOT NULL,
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    made_at INTEGER NOT NULL,
    PRIMARY KEY (municipality, id),
    UNIQUE (municipality, code)
) STRICT;
--! append_only district

CREATE TABLE district_police_area (            -- one district may lie in several police areas, and the other way round (S4-33, S4-49)
    municipality BLOB NOT NULL,
    id BLOB NOT NULL,
    number INTEGER NOT NULL,                   -- 1, 2 … in the municipality, for its address
    district BLOB NOT NULL,
    police_area BLOB NOT NULL,
    from_day TEXT NOT NULL,
    made_at INTEGER NOT NULL,
    made_by BLOB,                              -- none: the profile
    PRIMARY KEY (municipality, id),
    UNIQUE (municipality, number),
    FOREIGN KEY (municipality, district) REFERENCES district (municipality, id),
    FOREIGN KEY (municipality, police_area) REFERENCES police_area (municipality, id)
) STRICT;
--! append_only district_police_area

CREATE TABLE district_police_area_end (
    municipality BLOB NOT NULL,
    link BLOB NOT NULL,
    last_day TEXT NOT NULL,                    -- included
    made_at INTEGER NOT NULL,
    made_by BLOB,
    PRIMARY KEY (municipality, link),
    FOREIGN KEY (municipality, link) REFERENCES district_police_area (municipality, id)
) STRICT;
--! append_only district_police_area_end

CREATE TABLE agency_board (                    -- which nämnd answers for the agency: each is a secrecy area of its own (S2-04)
    municipality BLOB NOT NULL,
    agency BLOB NOT NULL,
    name TEXT NOT NULL,
    made_at INTEGER NOT NULL,
    PRIMARY KEY (municipality, agency),
    FOREIGN KEY (municipality, agency) REFERENCES agency (municipality, id)
) STRICT;
--! append_only agency_board

CREATE TABLE unit_part (                       -- units that propose, decide and carry out are not the same (S4-31, S4-34)
    municipality BLOB NOT NULL,
    unit BLOB NOT NULL,
    part TEXT NOT NULL CHECK (part IN ('proposes', 'decides', 'carries_out')),
    made_at INTEGER NOT NULL,
    PRIMARY KEY (municipality, unit, part),
    FOREIGN KEY (municipality, unit) REFERENCES unit (municipality, id)
) STRICT;
--! append_only unit_part

CREATE TABLE standing_group (                  -- working, steering or development group
    municipality BLOB NOT NULL REFERENCES municipality (municipality),
    id BLOB NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('working_group', 'steering_group', 'development_group')),
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    tier TEXT NOT NULL CHECK (tier IN ('municipality', 'district')),
    made_at INTEGER NOT NULL,
    made_by BLOB,
    PRIMARY KEY (municipality, id),
    UNIQUE (municipality, code)
) STRICT;
--! append_only standing_group

CREATE TABLE standing_group_district (         -- which districts it is for; none: all (S4-38a)
    municipality BLOB NOT NULL,
    standing_group BLOB NOT NULL,
    district BLOB NOT NULL,
    PRIMARY KEY (municipality, standing_group, district),
    FOREIGN KEY (municipality, standing_group) REFERENCES standing_group (municipality, id),
    FOREIGN KEY (municipality, district) REFERENCES district (municipality, id)
) STRICT;
--! append_only standing_group_district

CREATE TABLE seat (                            -- a person's dated place in a group, for an agency
    municipality BLOB NOT NULL,
    id BLOB NOT NULL,
    standing_group BLOB NOT NULL,
    number INTEGER NOT NULL,                   -- 1, 2 … in the group
    person BLOB NOT NULL,
    agency BLOB NOT NULL,
    position TEXT NOT NULL,                    -- code: unit_head, police_manager …
    may_decide INTEGER NOT NULL CHECK (may_decide IN (0, 1)),          -- mandate to decide on resources at the table
    answers_for_strategy INTEGER NOT NULL CHECK (answers_for_strategy IN (0, 1)),
    from_day TEXT NOT NULL,
    made_at INTEGER NOT NULL,
    made_by BLOB,
    PRIMARY KEY (municipality, id),
    UNIQUE (municipality, standing_group, number),
    FOREIGN KEY (municipality, standing_group) REFERENCES standing_group (municipality, id),
    FOREIGN KEY (municipality, person) REFERENCES person (municipality, id),
    FOREIGN KEY (municipality, agency) REFERENCES agency (municipality, id)
) STRICT;
CREATE INDEX seat_of_person ON seat (municipality, person);
--! append_only seat

CREATE TABLE seat_end (
    municipality BLOB NOT NULL,
    seat BLOB NOT NULL,
    last_day TEXT NOT NULL,                    -- included
    made_at INTEGER NOT NULL,
    made_by BLOB,
    PRIMARY KEY (municipality, seat),
    FOREIGN KEY (municipality, seat) REFERENCES seat (municipality, id)
) STRICT;
--! append_only seat_end

CREATE TABLE working_group_meeting (
    municipality BLOB NOT NULL,
    id BLOB NOT NULL,
    standing_group BLOB NOT NULL,
    number INTEGER NOT NULL,                   -- 1, 2 … in the municipality, for its address
    starts_at INTEGER NOT NULL,
    place_sealed BLOB NOT NULL,
    made_at INTEGER NOT NULL,
    made_by BLOB NOT NULL,
    PRIMARY KEY (municipality, id),
    UNIQUE (municipality, number),
    FOREIGN KEY (municipality, standing_group) REFERENCES standing_group (municipality, id)
) STRICT;
--! append_only working_group_meeting

CREATE TABLE working_group_meeting_end (       -- held, or called off; either way its items are shown no more (settled 32)
    municipality BLOB NOT NULL,
    meeting BLOB NOT NULL,
    outcome TEXT NOT NULL CHECK (outcome IN ('held', 'called_off')),
    situation_sealed BLOB,                     -- how things are now (S2-10)
    measures_sealed BLOB,                      -- what is done together
    ended_at INTEGER NOT NULL,
    made_by BLOB NOT NULL,
    PRIMARY KEY (municipality, meeting),
    FOREIGN KEY (municipality, meeting) REFERENCES working_group_meeting (municipality, id)
) STRICT;
--! append_only working_group_meeting_end

CREATE TABLE working_group_attendance (        -- who was there: the seat, so that agency and mandate of the day are known
    municipality BLOB NOT NULL,
    meeting BLOB NOT NULL,
    seat BLOB NOT NULL,
    PRIMARY KEY (municipality, meeting, seat),
    FOREIGN KEY (municipality, meeting) REFERENCES working_group_meeting (municipality, id),
    FOREIGN KEY (municipality, seat) REFERENCES seat (municipality, id)
) STRICT;
--! append_only working_group_attendance

CREATE TABLE area_item (                       -- a question about an area; no persons (S2-10)
    municipality BLOB NOT NULL,
    id BLOB NOT NULL,
    meeting BLOB NOT NULL,
    number INTEGER NOT NULL,                   -- 1, 2 … at the meeting
    text_sealed BLOB NOT NULL,
    made_at INTEGER NOT NULL,
    made_by BLOB NOT NULL,
    PRIMARY KEY (municipality, id),
    UNIQUE (municipality, meeting, number),
    FOREIGN KEY (municipality, meeting) REFERENCES working_group_meeting (municipality, id)
) STRICT;
--! append_only area_item

CREATE TABLE deidentified_item (               -- exactly what the working group was shown (S0-37, T3)
    municipality BLOB NOT NULL,
    id BLOB NOT NULL,
    meeting BLOB NOT NULL,
    number INTEGER NOT NULL,                   -- 1, 2 … at the meeting: all that the group knows it by
    case_id BLOB NOT NULL,                     -- social services' knowledge alone
    form TEXT NOT NULL CHECK (form IN ('deidentified', 'named')),
    text_sealed BLOB NOT NULL,
    age_band TEXT NOT NULL,                    -- '15-17'
    could_be_about INTEGER NOT NULL,           -- how many in the area the text could be about
    warnings TEXT NOT NULL,                    -- codes of what the text was warned for and kept all the same, separated by a space
    reason_sealed BLOB,                        -- why it does not point at somebody all the same
    consent_signed_on TEXT,                    -- of the narrow consent to a named preparation (settled 9)
    consent_last_day TEXT,
    consent_kept_at_sealed BLOB,
    approved_at INTEGER NOT NULL,
    approved_by BLOB NOT NULL,
    PRIMARY KEY (municipality, id),
    UNIQUE (municipality, meeting, number),
    FOREIGN KEY (municipality, meeting) REFERENCES working_group_meeting (municipality, id),
    FOREIGN KEY (municipality, case_id) REFERENCES sig_case (municipality, id)
) STRICT;
CREATE INDEX deidentified_item_of_case ON deidentified_item (municipality, case_id);
--! append_only deidentified_item

CREATE TABLE group_recommendation (            -- the working group's own; social services decide (S2-11, settled 10)
    municipality BLOB NOT NULL,
    deidentified_item BLOB NOT NULL,
    advice TEXT NOT NULL CHECK (advice IN ('offer', 'no_offer', 'know_more')),
    text_sealed BLOB NOT NULL,
    contact_agency BLOB,                       -- which agency the group thinks should contact the person (S2-12) …
    contact_position_sealed BLOB,              -- … or which role; social services appoint
    made_on TEXT NOT NULL,
    made_at INTEGER NOT NULL,
    made_by BLOB NOT NULL,
    PRIMARY KEY (municipality, deidentified_item),
    FOREIGN KEY (municipality, deidentified_item) REFERENCES deidentified_item (municipality, id),
    FOREIGN KEY (municipality, contact_agency) REFERENCES agency (municipality, id)
) STRICT;
--! append_only group_recommendation

CREATE TABLE recommendation_answer (
    municipality BLOB NOT NULL,
    deidentified_item BLOB NOT NULL,
    follows INTEGER NOT NULL CHECK (follows IN (0, 1)),
    reason_sealed BLOB,
    made_at INTEGER NOT NULL,
    made_by BLOB NOT NULL,
    PRIMARY KEY (municipality, deidentified_item),
    FOREIGN KEY (municipality, deidentified_item) REFERENCES group_recommendation (municipality, deidentified_item)
) STRICT;
--! append_only recommendation_answer

CREATE TABLE youth_school (                    -- which school the young person goes to; the newest row counts (S4-25)
    municipality BLOB NOT NULL,
    id BLOB NOT NULL,
    case_id BLOB NOT NULL,
    agency BLOB,                               -- when it is one of the agencies here; another municipality's is not
    name_sealed BLOB NOT NULL,                 -- school and unit, as typed
    organiser TEXT NOT NULL CHECK (organiser IN ('municipal', 'other_municipality', 'independent', 'none')),
    principal_contacted_on TEXT,
    made_at INTEGER NOT NULL,
    made_by BLOB NOT NULL,
    PRIMARY KEY (municipality, id),
    FOREIGN KEY (municipality, case_id) REFERENCES sig_case (municipality, id),
    FOREIGN KEY (municipality, agency) REFERENCES agency (municipality, id)
) STRICT;
CREATE INDEX youth_school_of_case ON youth_school (municipality, case_id, made_at);
--! append_only youth_school

-- Who is in the group besides the people of agencies, deputies, and what a goal, a commitment and a version say more.

CREATE TABLE member_function (                 -- a function that the membership's own list does not have
    municipality BLOB NOT NULL,
    membership BLOB NOT NULL,
    function TEXT NOT NULL CHECK (function IN ('outpatient_worker', 'area_police', 'youth_police', 'mentor', 'coach', 'field_worker',
        'youth_therapist', 'treatment_staff', 'child_psychiatry_contact', 'probation_officer', 'qualified_contact_person')),
    ground TEXT CHECK (ground IN ('sol', 'lvu', 'sanction')),   -- of a qualified contact person (S4-44)
    PRIMARY KEY (municipality, membership),
    FOREIGN KEY (municipality, membership) REFERENCES membership (municipality, id),
    CHECK ((function = 'qualified_contact_person') = (ground IS NOT NULL))
) STRICT;
--! append_only member_function

CREATE TABLE coordinator_deputy (              -- acts for the coordinator from a day to a day, both included
    municipality BLOB NOT NULL,
    id BLOB NOT NULL,
    case_id BLOB NOT NULL,
    number INTEGER NOT NULL,                   -- 1, 2 … in the case
    person BLOB NOT NULL,
    unit BLOB NOT NULL,
    from_day TEXT NOT NULL,
    last_day TEXT NOT NULL,
    reason_sealed BLOB NOT NULL,
    made_at INTEGER NOT NULL,
    made_by BLOB NOT NULL,
    PRIMARY KEY (municipality, id),
    UNIQUE (municipality, case_id, number),
    FOREIGN KEY (municipality, case_id) REFERENCES sig_case (municipality, id),
    FOREIGN KEY (municipality, person) REFERENCES person (municipality, id),
    CHECK (from_day <= last_day)
) STRICT;
CREATE INDEX coordinator_deputy_of_person ON coordinator_deputy (municipality, person);
--! append_only coordinator_deputy

CREATE TABLE coordinator_deputy_end (          -- before the last day
    municipality BLOB NOT NULL,
    deputy BLOB NOT NULL,
    ended_at INTEGER NOT NULL,                 -- access ends at once
    made_by BLOB NOT NULL,
    PRIMARY KEY (municipality, deputy),
    FOREIGN KEY (municipality, deputy) REFERENCES coordinator_deputy (municipality, id)
) STRICT;
--! append_only coordinator_deputy_end

CREATE TABLE youth_told (                      -- the young person was told who left, came or stands in (edge 4.26): all of it until then
    municipality BLOB NOT NULL,
    case_id BLOB NOT NULL,
    seq INTEGER NOT NULL,
    told_on TEXT NOT NULL,
    made_at INTEGER NOT NULL,
    made_by BLOB NOT NULL,
    PRIMARY KEY (municipality, case_id, seq),
    FOREIGN KEY (municipality, case_id) REFERENCES sig_case (municipality, id)
) STRICT;
--! append_only youth_told

CREATE TABLE helper (                          -- a private person whom the young person wishes to have along (S1-34)
    municipality BLOB NOT NULL,
    id BLOB NOT NULL,
    case_id BLOB NOT NULL,
    number INTEGER NOT NULL,                   -- 1, 2 … in the case
    name_sealed BLOB NOT NULL,
    contact_sealed BLOB,
    relation TEXT NOT NULL CHECK (relation IN ('coach', 'relative', 'friend', 'association', 'other')),
    task_sealed BLOB NOT NULL,                 -- what the person would do
    wish_sealed BLOB NOT NULL,                 -- in the young person's own words
    wished_on TEXT NOT NULL,
    made_at INTEGER NOT NULL,
    made_by BLOB NOT NULL,
    PRIMARY KEY (municipality, id),
    UNIQUE (municipality, case_id, number),
    FOREIGN KEY (municipality, case_id) REFERENCES sig_case (municipality, id)
) STRICT;
--! append_only helper

CREATE TABLE helper_answer (                   -- each who signs says yes or no to this person alone (settled 2); the newest seq counts
    municipality BLOB NOT NULL,
    helper BLOB NOT NULL,
    seq INTEGER NOT NULL,
    signatory BLOB NOT NULL,
    answer TEXT NOT NULL CHECK (answer IN ('yes', 'no')),
    said_on TEXT NOT NULL,
    way TEXT NOT NULL CHECK (way IN ('meeting', 'in_person', 'phone', 'letter')),
    made_at INTEGER NOT NULL,
    made_by BLOB NOT NULL,
    PRIMARY KEY (municipality, helper, seq),
    FOREIGN KEY (municipality, helper) REFERENCES helper (municipality, id),
    FOREIGN KEY (municipality, signatory) REFERENCES signatory (municipality, id)
) STRICT;
--! append_only helper_answer

CREATE TABLE helper_judgement (                -- social services' decision about the person (S1-35); the newest seq counts
    municipality BLOB NOT NULL,
    helper BLOB NOT NULL,
    seq INTEGER NOT NULL,
    suitable INTEGER NOT NULL CHECK (suitable IN (0, 1)),
    person BLOB,                               -- the account, when the helper signs in
    from_day TEXT,
    last_day TEXT,                             -- both included
    decision_note BLOB NOT NULL,
    PRIMARY KEY (municipality, helper, seq),
    FOREIGN KEY (municipality, helper) REFERENCES helper (municipality, id),
    FOREIGN KEY (municipality, decision_note) REFERENCES decision_note (municipality, id),
    CHECK ((suitable = 1) = (from_day IS NOT NULL AND last_day IS NOT NULL))
) STRICT;
CREATE INDEX helper_judgement_of_person ON helper_judgement (municipality, person);
--! append_only helper_judgement

CREATE TABLE helper_reservation (              -- the förbehåll that the helper signed (edge 4.28)
    municipality BLOB NOT NULL,
    helper BLOB NOT NULL,
    text_version TEXT NOT NULL,
    signed_on TEXT NOT NULL,
    original_kept_at_sealed BLOB NOT NULL,
    made_at INTEGER NOT NULL,
    made_by BLOB NOT NULL,
    PRIMARY KEY (municipality, helper),
    FOREIGN KEY (municipality, helper) REFERENCES helper (municipality, id)
) STRICT;
--! append_only helper_reservation

CREATE TABLE helper_end (
    municipality BLOB NOT NULL,
    helper BLOB NOT NULL,
    ended_at INTEGER NOT NULL,                 -- access ends at once
    reason TEXT NOT NULL CHECK (reason IN ('youth_changed_mind', 'task_done', 'not_suitable', 'own_wish', 'other')),
    note_sealed BLOB,
    made_by BLOB NOT NULL,
    PRIMARY KEY (municipality, helper),
    FOREIGN KEY (municipality, helper) REFERENCES helper (municipality, id)
) STRICT;
--! append_only helper_end

ALTER TABLE goal_wording ADD COLUMN membership BLOB;                -- the named person who answers for the goal (S4-16)
ALTER TABLE goal_wording ADD COLUMN needs_agency BLOB;              -- an agency to bring in for this goal (S0-86)
ALTER TABLE goal_wording ADD COLUMN attendance_percent INTEGER;     -- S4-26: attendance at school as a number …
ALTER TABLE goal_wording ADD COLUMN attendance_source_sealed BLOB;  -- … and where it is read

ALTER TABLE commitment_wording ADD COLUMN kind TEXT NOT NULL DEFAULT 'support' CHECK (kind IN ('support', 'talk', 'report',
    'observation', 'company', 'evenings', 'other'));               -- S3-05, S4-21
ALTER TABLE commitment_wording ADD COLUMN activity_sealed BLOB;     -- a group or place that others go to as well (S3-09)
ALTER TABLE commitment_wording ADD COLUMN helper BLOB;              -- who does it together with the one who answers for it

-- Settled 15: who said it for somebody who does not sign in, when and how it came.
ALTER TABLE commitment_acceptance ADD COLUMN said_by_sealed BLOB;
ALTER TABLE commitment_status ADD COLUMN said_by_sealed BLOB;
ALTER TABLE commitment_status ADD COLUMN said_on TEXT;
ALTER TABLE commitment_status ADD COLUMN way TEXT CHECK (way IN ('meeting', 'in_person', 'phone', 'letter'));

CREATE TABLE plan_took_part (                  -- one row for each guardian who took part in what was said of the plan (S4-17)
    municipality BLOB NOT NULL,
    case_id BLOB NOT NULL,
    seq INTEGER NOT NULL,                      -- of plan_words
    signatory BLOB NOT NULL,
    PRIMARY KEY (municipality, case_id, seq, signatory),
    FOREIGN KEY (municipality, case_id, seq) REFERENCES plan_words (municipality, case_id, seq),
    FOREIGN KEY (municipality, signatory) REFERENCES signatory (municipality, id)
) STRICT;
--! append_only plan_took_part
ALTER TABLE plan_words ADD COLUMN guardian_missing_reason_sealed BLOB;   -- why a guardian did not (edge 4.21)

CREATE TABLE plan_area (                       -- looked at and not needed now, with why (S2-02); the newest seq of an area counts
    municipality BLOB NOT NULL,
    case_id BLOB NOT NULL,
    seq INTEGER NOT NULL,
    area TEXT NOT NULL CHECK (area IN ('school', 'occupation', 'leisure', 'social')),
    reason_sealed BLOB,                        -- none: it was taken back
    made_at INTEGER NOT NULL,
    made_by BLOB NOT NULL,
    PRIMARY KEY (municipality, case_id, seq),
    FOREIGN KEY (municipality, case_id) REFERENCES sig_case (municipality, id)
) STRICT;
--! append_only plan_area

ALTER TABLE plan_version ADD COLUMN change_reason_sealed BLOB;      -- S2-15: what changed and why, for all who read the plan

-- How a person wants the pages: theme, size of text, language. Kept here and not in the browser; the newest choice counts.

CREATE TABLE person_setting (
    municipality BLOB NOT NULL,
    person BLOB NOT NULL,
    seq INTEGER NOT NULL,
    theme TEXT NOT NULL CHECK (theme IN ('device', 'light', 'dark')),
    text_size TEXT NOT NULL CHECK (text_size IN ('normal', 'larger')),
    language TEXT NOT NULL CHECK (language IN ('sv', 'en')),
    made_at INTEGER NOT NULL,
    PRIMARY KEY (municipality, person, seq),
    FOREIGN KEY (municipality, person) REFERENCES person (municipality, id)
) STRICT;
--! append_only person_setting

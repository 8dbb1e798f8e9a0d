-- +goose Up

CREATE TABLE case_imports (
    contract_id text        NOT NULL REFERENCES contracts,
    import_id   uuid        NOT NULL,
    requirement text        NOT NULL,
    begun       timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (contract_id, import_id)
);

COMMENT ON TABLE case_imports IS 'Imports of cases whose rows have been written; one counts only when its fact is in the log';
COMMENT ON COLUMN case_imports.contract_id IS 'The contract';
COMMENT ON COLUMN case_imports.import_id IS 'The import''s id, which is that of its case.import fact';
COMMENT ON COLUMN case_imports.requirement IS 'The requirement whose cases they are';
COMMENT ON COLUMN case_imports.begun IS 'When its rows were written; without a fact it is swept away some time later';

CREATE TABLE case_rows (
    contract_id text    NOT NULL,
    import_id   uuid    NOT NULL,
    position    bigint  NOT NULL CHECK (position >= 0),
    requirement text    NOT NULL,
    number      int     NOT NULL CHECK (number > 0),
    reference   text    NOT NULL CHECK (reference <> ''),
    received    date,
    concluded   date,
    due         date,
    kind        text    NOT NULL,
    outcome     text    NOT NULL,
    removed     boolean NOT NULL,
    body        text    NOT NULL,
    PRIMARY KEY (contract_id, import_id, position)
);

CREATE INDEX case_rows_by_reference ON case_rows (contract_id, requirement, reference COLLATE "C", number);
CREATE INDEX case_rows_by_receipt ON case_rows (contract_id, requirement, received, reference COLLATE "C");
CREATE INDEX case_rows_by_conclusion ON case_rows (contract_id, requirement, concluded, reference COLLATE "C");
CREATE INDEX case_rows_open ON case_rows (contract_id, requirement, due, reference COLLATE "C") WHERE concluded IS NULL;

COMMENT ON TABLE case_rows IS 'Cases as imports brought them in: of each reference the row of the latest import counts';
COMMENT ON COLUMN case_rows.contract_id IS 'The contract';
COMMENT ON COLUMN case_rows.import_id IS 'The import that the row came with';
COMMENT ON COLUMN case_rows.position IS 'The row''s number in the import, from 0: its leaf under the root that the fact carries';
COMMENT ON COLUMN case_rows.requirement IS 'The requirement whose case it is';
COMMENT ON COLUMN case_rows.number IS 'The import''s number among those of the requirement, from 1: a greater one supersedes';
COMMENT ON COLUMN case_rows.reference IS 'The case''s reference in the case system; never a person number';
COMMENT ON COLUMN case_rows.received IS 'The day of receipt; none of a removed case';
COMMENT ON COLUMN case_rows.concluded IS 'The day of conclusion; none while the case is open';
COMMENT ON COLUMN case_rows.due IS 'The last timely day; none while a stop that counts runs, or where there is no limit';
COMMENT ON COLUMN case_rows.kind IS 'The kind of case, empty where none is given';
COMMENT ON COLUMN case_rows.outcome IS 'The outcome, empty where none is given';
COMMENT ON COLUMN case_rows.removed IS 'The case is no longer in the case system';
COMMENT ON COLUMN case_rows.body IS 'The row in canonical form (RFC 8785), as it was hashed';

CREATE TABLE case_tallies (
    contract_id text   NOT NULL,
    import_id   uuid   NOT NULL,
    what        text   NOT NULL CHECK (what IN ('received', 'concluded', 'duration')),
    month       date   NOT NULL,
    kind        text   NOT NULL,
    outcome     text   NOT NULL,
    days        int    NOT NULL,
    cases       bigint NOT NULL,
    timely      bigint NOT NULL,
    PRIMARY KEY (contract_id, import_id, what, month, kind, outcome, days)
);

COMMENT ON TABLE case_tallies IS 'By how much an import changed the counts of cases; their sum over the imports is what stands';
COMMENT ON COLUMN case_tallies.contract_id IS 'The contract';
COMMENT ON COLUMN case_tallies.import_id IS 'The import';
COMMENT ON COLUMN case_tallies.what IS 'What is counted: cases received, cases concluded, cases concluded by how many days they took';
COMMENT ON COLUMN case_tallies.month IS 'First day of the month of receipt, or of conclusion';
COMMENT ON COLUMN case_tallies.kind IS 'The kind of case; empty for durations';
COMMENT ON COLUMN case_tallies.outcome IS 'The outcome; empty but for cases concluded';
COMMENT ON COLUMN case_tallies.days IS 'Days from receipt to conclusion; 0 but for durations';
COMMENT ON COLUMN case_tallies.cases IS 'So many cases more, or fewer';
COMMENT ON COLUMN case_tallies.timely IS 'So many of them in time, more or fewer';

-- +goose StatementBegin
CREATE FUNCTION refuse_counted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM gone g JOIN facts f ON f.contract_id = g.contract_id AND f.id = g.import_id) THEN
        RAISE EXCEPTION 'rows of % are written once: those of a recorded import stay', TG_TABLE_NAME
            USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NULL;
END
$$;
-- +goose StatementEnd

COMMENT ON FUNCTION refuse_counted() IS 'Refuses to delete rows of an import whose fact is in the log; what was never counted may be swept away';

CREATE TRIGGER case_imports_never_change BEFORE UPDATE OR TRUNCATE ON case_imports
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER case_imports_stay AFTER DELETE ON case_imports REFERENCING OLD TABLE AS gone
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_counted();
ALTER TABLE case_imports ENABLE ALWAYS TRIGGER case_imports_never_change;
ALTER TABLE case_imports ENABLE ALWAYS TRIGGER case_imports_stay;

CREATE TRIGGER case_rows_never_change BEFORE UPDATE OR TRUNCATE ON case_rows
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER case_rows_stay AFTER DELETE ON case_rows REFERENCING OLD TABLE AS gone
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_counted();
ALTER TABLE case_rows ENABLE ALWAYS TRIGGER case_rows_never_change;
ALTER TABLE case_rows ENABLE ALWAYS TRIGGER case_rows_stay;

CREATE TRIGGER case_tallies_never_change BEFORE UPDATE OR TRUNCATE ON case_tallies
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER case_tallies_stay AFTER DELETE ON case_tallies REFERENCING OLD TABLE AS gone
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_counted();
ALTER TABLE case_tallies ENABLE ALWAYS TRIGGER case_tallies_never_change;
ALTER TABLE case_tallies ENABLE ALWAYS TRIGGER case_tallies_stay;

-- +goose Up

CREATE TABLE spotcheck_imports (
    contract_id text        NOT NULL REFERENCES contracts,
    import_id   uuid        NOT NULL,
    written     timestamptz NOT NULL,
    PRIMARY KEY (contract_id, import_id)
);

COMMENT ON TABLE spotcheck_imports IS 'When the rows of a version of a list were written; only those that waited for their fact for an hour are swept away';
COMMENT ON COLUMN spotcheck_imports.contract_id IS 'The contract';
COMMENT ON COLUMN spotcheck_imports.import_id IS 'The spotcheck.population fact that the rows belong to, or are to belong to';
COMMENT ON COLUMN spotcheck_imports.written IS 'When the last row was written';

INSERT INTO spotcheck_imports (contract_id, import_id, written)
SELECT DISTINCT contract_id, import_id, now() FROM spotcheck_rows;

CREATE TRIGGER spotcheck_imports_never_change BEFORE UPDATE OR TRUNCATE ON spotcheck_imports
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE spotcheck_imports ENABLE ALWAYS TRIGGER spotcheck_imports_never_change;

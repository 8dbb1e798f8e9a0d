-- +goose Up

CREATE TABLE survey_imports (
    contract_id text        NOT NULL,
    import      uuid        NOT NULL,
    rows        text[]      NOT NULL,
    written     timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (contract_id, import)
);

COMMENT ON TABLE survey_imports IS 'The answers behind a survey''s result, one text each; those whose fact is not in the log count for nothing and are swept away';
COMMENT ON COLUMN survey_imports.contract_id IS 'The contract';
COMMENT ON COLUMN survey_imports.import IS 'Id of the survey.result fact that the answers belong to';
COMMENT ON COLUMN survey_imports.rows IS 'Each answer as canonical JSON (RFC 8785); the fact holds the Merkle root over them';
COMMENT ON COLUMN survey_imports.written IS 'When they were written';

-- +goose StatementBegin
CREATE FUNCTION refuse_deleting_proved_answers() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM facts WHERE contract_id = OLD.contract_id AND id = OLD.import) THEN
        RAISE EXCEPTION 'the answers of % stand behind a fact: DELETE is refused', OLD.import
            USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN OLD;
END
$$;
-- +goose StatementEnd

COMMENT ON FUNCTION refuse_deleting_proved_answers() IS 'Refuses to delete answers whose fact is in the log';

CREATE TRIGGER survey_imports_never_change BEFORE UPDATE OR TRUNCATE ON survey_imports
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE survey_imports ENABLE ALWAYS TRIGGER survey_imports_never_change;
CREATE TRIGGER survey_imports_stay BEFORE DELETE ON survey_imports
    FOR EACH ROW EXECUTE FUNCTION refuse_deleting_proved_answers();
ALTER TABLE survey_imports ENABLE ALWAYS TRIGGER survey_imports_stay;

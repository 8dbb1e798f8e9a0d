-- +goose Up

CREATE TABLE budget_imports (
    contract_id text        NOT NULL,
    import      uuid        NOT NULL,
    rows        text[]      NOT NULL,
    written     timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (contract_id, import)
);

COMMENT ON TABLE budget_imports IS 'The postings behind a deviation, one text each; those whose fact is not in the log count for nothing and are swept away';
COMMENT ON COLUMN budget_imports.contract_id IS 'The contract';
COMMENT ON COLUMN budget_imports.import IS 'Id of the budget.postings fact that the postings belong to';
COMMENT ON COLUMN budget_imports.rows IS 'Each posting as canonical JSON (RFC 8785); the fact holds the Merkle root over them';
COMMENT ON COLUMN budget_imports.written IS 'When they were written';

-- +goose StatementBegin
CREATE FUNCTION refuse_deleting_proved_postings() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM facts WHERE contract_id = OLD.contract_id AND id = OLD.import) THEN
        RAISE EXCEPTION 'the postings of % stand behind a fact: DELETE is refused', OLD.import
            USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN OLD;
END
$$;
-- +goose StatementEnd

COMMENT ON FUNCTION refuse_deleting_proved_postings() IS 'Refuses to delete postings whose fact is in the log';

CREATE TRIGGER budget_imports_never_change BEFORE UPDATE OR TRUNCATE ON budget_imports
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE budget_imports ENABLE ALWAYS TRIGGER budget_imports_never_change;
CREATE TRIGGER budget_imports_stay BEFORE DELETE ON budget_imports
    FOR EACH ROW EXECUTE FUNCTION refuse_deleting_proved_postings();
ALTER TABLE budget_imports ENABLE ALWAYS TRIGGER budget_imports_stay;

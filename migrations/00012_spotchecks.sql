-- +goose Up

CREATE TABLE spotcheck_rows (
    contract_id text  NOT NULL REFERENCES contracts,
    import_id   uuid  NOT NULL,
    position    int   NOT NULL CHECK (position >= 0),
    ref         text  NOT NULL CHECK (ref <> ''),
    cells       jsonb NOT NULL,
    personal    text  NOT NULL CHECK (length(personal) = 64),
    PRIMARY KEY (contract_id, import_id, position),
    CONSTRAINT spotcheck_rows_ref_once UNIQUE (contract_id, import_id, ref)
);

COMMENT ON TABLE spotcheck_rows IS 'The customers of each version of a list that spot checks are drawn from; a version counts when its fact is in the log';
COMMENT ON COLUMN spotcheck_rows.contract_id IS 'The contract';
COMMENT ON COLUMN spotcheck_rows.import_id IS 'The spotcheck.population fact that the rows belong to';
COMMENT ON COLUMN spotcheck_rows.position IS 'The row''s place in the file, from 0';
COMMENT ON COLUMN spotcheck_rows.ref IS 'The customer''s id, by which it is drawn';
COMMENT ON COLUMN spotcheck_rows.cells IS 'The other columns that name nobody, by their names';
COMMENT ON COLUMN spotcheck_rows.personal IS 'SHA-256 over salt, name and contact, which stand in spotcheck_people while they may';

CREATE TRIGGER spotcheck_rows_never_change BEFORE UPDATE OR TRUNCATE ON spotcheck_rows
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE spotcheck_rows ENABLE ALWAYS TRIGGER spotcheck_rows_never_change;

-- +goose StatementBegin
CREATE FUNCTION refuse_recorded_import() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM facts f JOIN gone g ON f.contract_id = g.contract_id AND f.id = g.import_id) THEN
        RAISE EXCEPTION 'rows of % are written once: % is refused', TG_TABLE_NAME, TG_OP
            USING ERRCODE = 'insufficient_privilege', HINT = 'Only rows of an import that no fact names can go.';
    END IF;
    RETURN NULL;
END
$$;
-- +goose StatementEnd

COMMENT ON FUNCTION refuse_recorded_import() IS 'Refuses to delete rows of an import whose fact is in a log';

CREATE TRIGGER spotcheck_rows_kept AFTER DELETE ON spotcheck_rows
    REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION refuse_recorded_import();
ALTER TABLE spotcheck_rows ENABLE ALWAYS TRIGGER spotcheck_rows_kept;

CREATE TABLE spotcheck_people (
    contract_id text  NOT NULL REFERENCES contracts,
    import_id   uuid  NOT NULL,
    ref         text  NOT NULL CHECK (ref <> ''),
    name        text  NOT NULL,
    contact     text  NOT NULL,
    salt        bytea NOT NULL CHECK (length(salt) = 16),
    PRIMARY KEY (contract_id, import_id, ref)
);

COMMENT ON TABLE spotcheck_people IS 'Names and contacts of customers, apart from the rows that bind them by a salted hash, so that they can be erased';
COMMENT ON COLUMN spotcheck_people.contract_id IS 'The contract';
COMMENT ON COLUMN spotcheck_people.import_id IS 'The spotcheck.population fact that they came with';
COMMENT ON COLUMN spotcheck_people.ref IS 'The customer''s id';
COMMENT ON COLUMN spotcheck_people.name IS 'What the customer is called';
COMMENT ON COLUMN spotcheck_people.contact IS 'Where the customer is reached; may be empty';
COMMENT ON COLUMN spotcheck_people.salt IS 'What makes the hash of the row tell nothing once the name is erased';

CREATE TRIGGER spotcheck_people_never_change BEFORE UPDATE OR TRUNCATE ON spotcheck_people
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE spotcheck_people ENABLE ALWAYS TRIGGER spotcheck_people_never_change;

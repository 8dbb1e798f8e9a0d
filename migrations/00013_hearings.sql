-- +goose Up

CREATE TABLE spotcheck_links (
    contract_id text  NOT NULL REFERENCES contracts,
    token       bytea NOT NULL CHECK (length(token) = 32),
    hearing     uuid  NOT NULL,
    PRIMARY KEY (contract_id, token)
);

COMMENT ON TABLE spotcheck_links IS 'The one-time links by which customers answer a hearing; whether one still leads somewhere is what the hearing''s facts say';
COMMENT ON COLUMN spotcheck_links.contract_id IS 'The contract';
COMMENT ON COLUMN spotcheck_links.token IS 'SHA-256 of the link''s secret, which the mail or who passes it on alone holds';
COMMENT ON COLUMN spotcheck_links.hearing IS 'The spotcheck.hearing fact that the link was made with';

CREATE TRIGGER spotcheck_links_never_change BEFORE UPDATE OR DELETE OR TRUNCATE ON spotcheck_links
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE spotcheck_links ENABLE ALWAYS TRIGGER spotcheck_links_never_change;

CREATE TABLE spotcheck_words (
    contract_id text  NOT NULL REFERENCES contracts,
    fact        uuid  NOT NULL,
    salt        bytea NOT NULL CHECK (length(salt) = 16),
    words       text  NOT NULL CHECK (words <> ''),
    PRIMARY KEY (contract_id, fact)
);

COMMENT ON TABLE spotcheck_words IS 'What customers answered in hearings, apart from the facts that bind it by a salted hash, so that it can be erased';
COMMENT ON COLUMN spotcheck_words.contract_id IS 'The contract';
COMMENT ON COLUMN spotcheck_words.fact IS 'The spotcheck.hearing-answer fact';
COMMENT ON COLUMN spotcheck_words.salt IS 'What makes the hash tell nothing once the words are erased';
COMMENT ON COLUMN spotcheck_words.words IS 'What was answered';

CREATE TRIGGER spotcheck_words_never_change BEFORE UPDATE OR TRUNCATE ON spotcheck_words
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE spotcheck_words ENABLE ALWAYS TRIGGER spotcheck_words_never_change;

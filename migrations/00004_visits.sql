-- +goose Up

CREATE TABLE contract_visits (
    contract_id text        NOT NULL CHECK (contract_id <> ''),
    person      text        NOT NULL CHECK (person <> ''),
    since       timestamptz NOT NULL,
    since_size  bigint      NOT NULL CHECK (since_size >= 0),
    looked      timestamptz NOT NULL,
    looked_size bigint      NOT NULL CHECK (looked_size >= since_size),
    visits      bigint      NOT NULL CHECK (visits > 0),
    PRIMARY KEY (contract_id, person)
);

COMMENT ON TABLE contract_visits IS 'When a person last looked at a contract, so that its page can say what changed since; no facts, and gone without loss';
COMMENT ON COLUMN contract_visits.contract_id IS 'The contract';
COMMENT ON COLUMN contract_visits.person IS 'The provider''s stable id of the person';
COMMENT ON COLUMN contract_visits.since IS 'The last look of the visit before the one under way; its first look where it is the first';
COMMENT ON COLUMN contract_visits.since_size IS 'How many facts the contract''s log had then: those from this leaf on are news';
COMMENT ON COLUMN contract_visits.looked IS 'The newest look of the visit under way';
COMMENT ON COLUMN contract_visits.looked_size IS 'How many facts the log had then';
COMMENT ON COLUMN contract_visits.visits IS 'Which visit is under way; the first one has no news';

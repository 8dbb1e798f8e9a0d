-- +goose Up

CREATE TABLE contract_proposals (
    contract_id text  NOT NULL REFERENCES contracts,
    proposal    int   NOT NULL CHECK (proposal > 0),
    base        int   NOT NULL CHECK (base > 0),
    source      text  NOT NULL,
    sha256      bytea NOT NULL CHECK (length(sha256) = 32),
    fact_id     uuid  NOT NULL,
    PRIMARY KEY (contract_id, proposal),
    CONSTRAINT contract_proposals_fact_once UNIQUE (contract_id, fact_id),
    FOREIGN KEY (contract_id, fact_id) REFERENCES facts (contract_id, id)
);

COMMENT ON TABLE contract_proposals IS 'What somebody proposed to agree: the contract''s file as an amendment would leave it';
COMMENT ON COLUMN contract_proposals.contract_id IS 'The contract';
COMMENT ON COLUMN contract_proposals.proposal IS 'The proposal''s number within the contract, from 1 without holes';
COMMENT ON COLUMN contract_proposals.base IS 'The version that it changes';
COMMENT ON COLUMN contract_proposals.source IS 'The file as proposed, byte for byte, without the amendment''s own entry';
COMMENT ON COLUMN contract_proposals.sha256 IS 'SHA-256 of source, which the fact states too';
COMMENT ON COLUMN contract_proposals.fact_id IS 'The contract.proposal fact that it came with';

CREATE TRIGGER contract_proposals_never_change BEFORE UPDATE OR DELETE OR TRUNCATE ON contract_proposals
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE contract_proposals ENABLE ALWAYS TRIGGER contract_proposals_never_change;

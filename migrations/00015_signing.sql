-- +goose Up

ALTER TABLE contract_proposals DROP CONSTRAINT contract_proposals_base_check;
ALTER TABLE contract_proposals ADD CONSTRAINT contract_proposals_base_check CHECK (base >= 0);

COMMENT ON COLUMN contract_proposals.base IS 'The version that it changes; 0 where it is the contract itself, to be signed by both parties';

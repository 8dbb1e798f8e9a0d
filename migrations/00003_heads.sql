-- +goose Up

-- A head ends where the facts end: its last leaf is a fact. With what a head may
-- not do (shrink, or change at the same size) nobody can push a log's end
-- beyond its facts.
ALTER TABLE ledger_heads ADD COLUMN last_leaf bigint GENERATED ALWAYS AS (nullif(size, 0) - 1) STORED;
COMMENT ON COLUMN ledger_heads.last_leaf IS 'The last leaf''s number, which is a fact''s; null while there is none';
ALTER TABLE ledger_heads ADD CONSTRAINT ledger_heads_end_at_a_fact
    FOREIGN KEY (contract_id, last_leaf) REFERENCES facts (contract_id, leaf);

DROP TRIGGER ledger_heads_only_grow ON ledger_heads;
CREATE TRIGGER ledger_heads_only_grow BEFORE UPDATE ON ledger_heads
    FOR EACH ROW
    WHEN (NEW.size <= OLD.size OR NEW.recorded < OLD.recorded OR NEW.contract_id <> OLD.contract_id)
    EXECUTE FUNCTION refuse_shrinking();
ALTER TABLE ledger_heads ENABLE ALWAYS TRIGGER ledger_heads_only_grow;

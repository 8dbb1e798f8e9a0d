-- +goose Up

-- +goose StatementBegin
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'rows of % are written once: % is refused', TG_TABLE_NAME, TG_OP
        USING ERRCODE = 'insufficient_privilege',
              HINT = 'Correct a fact by recording a new one that supersedes it.';
END
$$;
-- +goose StatementEnd

COMMENT ON FUNCTION refuse_change() IS 'Refuses the statement; the trigger on every table that is only added to';

COMMENT ON TABLE goose_db_version IS 'Which migrations have been applied; kept by the migrations'' runner';
COMMENT ON COLUMN goose_db_version.id IS 'Running number of the entry';
COMMENT ON COLUMN goose_db_version.version_id IS 'Number of the migration';
COMMENT ON COLUMN goose_db_version.is_applied IS 'Whether the migration was applied';
COMMENT ON COLUMN goose_db_version.tstamp IS 'When it was applied';

CREATE TABLE contracts (
    contract_id text PRIMARY KEY CHECK (contract_id <> '')
);

COMMENT ON TABLE contracts IS 'The contracts that are tracked; what each says stands in contract_versions';
COMMENT ON COLUMN contracts.contract_id IS 'Id of the contract, which never changes: cpr-2014';

CREATE TRIGGER contracts_never_change BEFORE UPDATE OR DELETE OR TRUNCATE ON contracts
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE contracts ENABLE ALWAYS TRIGGER contracts_never_change;

CREATE TABLE facts (
    contract_id   text        NOT NULL,
    leaf          bigint      NOT NULL CHECK (leaf >= 0),
    id            uuid        NOT NULL,
    kind          text        NOT NULL,
    subject       text        NOT NULL,
    goal          text        NOT NULL,
    day           date        NOT NULL,
    recorded      timestamptz NOT NULL,
    actor_subject text        NOT NULL CHECK (actor_subject <> ''),
    actor_name    text        NOT NULL,
    actor_role    text        NOT NULL,
    supersedes    uuid,
    body          text        NOT NULL,
    request       bytea       NOT NULL CHECK (length(request) = 32),
    CONSTRAINT facts_leaf_once UNIQUE (contract_id, leaf),
    CONSTRAINT facts_recorded_once UNIQUE (contract_id, recorded) INCLUDE (leaf)
);

-- Without a reference to contracts: every writer moves the log's head, which has
-- one, and checking it again for each fact would lock the contract's row.

-- By -leaf, an order that no other index has: asked for a subject's newest fact
-- by leaf, the planner may walk the whole log backwards instead.
CREATE INDEX facts_newest ON facts (contract_id, kind, subject, (-leaf));
-- Last, because on a table that is still empty every index seems equally good
-- and the planner takes the youngest: the look-up of an id keeps its plan.
ALTER TABLE facts ADD CONSTRAINT facts_id_once PRIMARY KEY (contract_id, id);

COMMENT ON TABLE facts IS 'What people reported: written once, corrected by a newer fact, each a leaf of its contract''s log';
COMMENT ON COLUMN facts.contract_id IS 'The contract that the fact belongs to';
COMMENT ON COLUMN facts.leaf IS 'The fact''s number in the contract''s log, from 0 without holes';
COMMENT ON COLUMN facts.id IS 'UUIDv7 made by the client, so that a repeated request writes once';
COMMENT ON COLUMN facts.kind IS 'The kind of fact: milestone.update';
COMMENT ON COLUMN facts.subject IS 'What the fact is about, within its kind: a step''s id';
COMMENT ON COLUMN facts.goal IS 'Id of the goal that it belongs to; empty for the contract as a whole';
COMMENT ON COLUMN facts.day IS 'The day that the fact speaks of, in Copenhagen';
COMMENT ON COLUMN facts.recorded IS 'The instant it was recorded; rises with each leaf, asOf reads by it';
COMMENT ON COLUMN facts.actor_subject IS 'The login provider''s stable id of who recorded it';
COMMENT ON COLUMN facts.actor_name IS 'The name as it was shown then';
COMMENT ON COLUMN facts.actor_role IS 'The role that allowed it';
COMMENT ON COLUMN facts.supersedes IS 'Id of the fact that was the subject''s newest before; null for its first';
COMMENT ON COLUMN facts.body IS 'What the fact says, as canonical JSON (RFC 8785) byte for byte';
COMMENT ON COLUMN facts.request IS 'SHA-256 of what the client sent, by which the same request again is known';

CREATE TRIGGER facts_never_change BEFORE UPDATE OR DELETE OR TRUNCATE ON facts
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE facts ENABLE ALWAYS TRIGGER facts_never_change;

CREATE TABLE contract_versions (
    contract_id text  NOT NULL REFERENCES contracts,
    version     int   NOT NULL CHECK (version > 0),
    from_day    date  NOT NULL,
    source      text  NOT NULL,
    sha256      bytea NOT NULL CHECK (length(sha256) = 32),
    fact_id     uuid  NOT NULL,
    PRIMARY KEY (contract_id, version),
    CONSTRAINT contract_versions_fact_once UNIQUE (contract_id, fact_id),
    FOREIGN KEY (contract_id, fact_id) REFERENCES facts (contract_id, id)
);

COMMENT ON TABLE contract_versions IS 'What was agreed: the contract''s file at signature and after each amendment';
COMMENT ON COLUMN contract_versions.contract_id IS 'The contract';
COMMENT ON COLUMN contract_versions.version IS '1 at signature, one more for each amendment';
COMMENT ON COLUMN contract_versions.from_day IS 'The first day on which the version is in force';
COMMENT ON COLUMN contract_versions.source IS 'The contract''s file, byte for byte';
COMMENT ON COLUMN contract_versions.sha256 IS 'SHA-256 of source, which the fact states too';
COMMENT ON COLUMN contract_versions.fact_id IS 'The contract.version fact that brought the version in';

CREATE TRIGGER contract_versions_never_change BEFORE UPDATE OR DELETE OR TRUNCATE ON contract_versions
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE contract_versions ENABLE ALWAYS TRIGGER contract_versions_never_change;

CREATE TABLE ledger_hashes (
    contract_id text   NOT NULL,
    position    bigint NOT NULL CHECK (position >= 0),
    hash        bytea  NOT NULL CHECK (length(hash) = 32),
    PRIMARY KEY (contract_id, position)
);

COMMENT ON TABLE ledger_hashes IS 'The hashes of each contract''s Merkle log (RFC 6962): leaves and full subtrees';
COMMENT ON COLUMN ledger_hashes.contract_id IS 'The contract whose log it is';
COMMENT ON COLUMN ledger_hashes.position IS 'The hash''s index in the order of golang.org/x/mod/sumdb/tlog';
COMMENT ON COLUMN ledger_hashes.hash IS 'SHA-256 of the leaf or the subtree';

CREATE TRIGGER ledger_hashes_never_change BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_hashes
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE ledger_hashes ENABLE ALWAYS TRIGGER ledger_hashes_never_change;

CREATE TABLE ledger_heads (
    contract_id text        PRIMARY KEY REFERENCES contracts,
    size        bigint      NOT NULL CHECK (size >= 0),
    root        bytea       NOT NULL CHECK (length(root) = 32),
    recorded    timestamptz NOT NULL
);

COMMENT ON TABLE ledger_heads IS 'Each log''s present end, derived from facts and hashes; its row lock puts writers in order';
COMMENT ON COLUMN ledger_heads.contract_id IS 'The contract whose log it is';
COMMENT ON COLUMN ledger_heads.size IS 'How many leaves the log has';
COMMENT ON COLUMN ledger_heads.root IS 'Merkle root over all leaves';
COMMENT ON COLUMN ledger_heads.recorded IS 'When the last leaf was recorded; the next one comes later';

-- +goose StatementBegin
CREATE FUNCTION refuse_shrinking() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the log of % has % leaves: it only grows', OLD.contract_id, OLD.size
        USING ERRCODE = 'insufficient_privilege';
END
$$;
-- +goose StatementEnd

COMMENT ON FUNCTION refuse_shrinking() IS 'Refuses to take leaves off a log''s end';

-- The condition stands here, not in the function, so that a head that grows
-- costs no call.
CREATE TRIGGER ledger_heads_only_grow BEFORE UPDATE ON ledger_heads
    FOR EACH ROW
    WHEN (NEW.size < OLD.size OR NEW.recorded < OLD.recorded OR NEW.contract_id <> OLD.contract_id)
    EXECUTE FUNCTION refuse_shrinking();
ALTER TABLE ledger_heads ENABLE ALWAYS TRIGGER ledger_heads_only_grow;
CREATE TRIGGER ledger_heads_stay BEFORE DELETE OR TRUNCATE ON ledger_heads
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE ledger_heads ENABLE ALWAYS TRIGGER ledger_heads_stay;

CREATE TABLE ledger_checkpoints (
    contract_id text        NOT NULL REFERENCES contracts,
    size        bigint      NOT NULL CHECK (size > 0),
    key         text        NOT NULL,
    note        text        NOT NULL,
    signed      timestamptz NOT NULL,
    PRIMARY KEY (contract_id, size, key)
);

COMMENT ON TABLE ledger_checkpoints IS 'Signed statements of what a log''s root was at a size';
COMMENT ON COLUMN ledger_checkpoints.contract_id IS 'The contract whose log it is';
COMMENT ON COLUMN ledger_checkpoints.size IS 'How many leaves the checkpoint covers';
COMMENT ON COLUMN ledger_checkpoints.key IS 'Name and hash of the signing key, which tell it from the keys before and after';
COMMENT ON COLUMN ledger_checkpoints.note IS 'The signed note (c2sp.org/tlog-checkpoint), byte for byte';
COMMENT ON COLUMN ledger_checkpoints.signed IS 'When it was signed';

CREATE TRIGGER ledger_checkpoints_never_change BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_checkpoints
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE ledger_checkpoints ENABLE ALWAYS TRIGGER ledger_checkpoints_never_change;

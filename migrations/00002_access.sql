-- +goose Up

CREATE TABLE sessions (
    token   text        PRIMARY KEY CHECK (token <> ''),
    data    jsonb       NOT NULL,
    subject text        GENERATED ALWAYS AS (data ->> 'subject') STORED,
    sid     text        GENERATED ALWAYS AS (data ->> 'sid') STORED,
    began   timestamptz NOT NULL,
    seen    timestamptz NOT NULL
);

CREATE INDEX sessions_of_subject ON sessions (subject);
CREATE INDEX sessions_of_sid ON sessions (sid);
CREATE INDEX sessions_seen ON sessions (seen);

COMMENT ON TABLE sessions IS 'Logins under way and logins that hold; a row ends with its login';
COMMENT ON COLUMN sessions.token IS 'Hash of the session id in the browser''s cookie; the id itself is kept nowhere';
COMMENT ON COLUMN sessions.data IS 'What the session holds: who the provider says it is, its id token for logging out, logins begun';
COMMENT ON COLUMN sessions.subject IS 'The provider''s stable id of the person; null until the login is done';
COMMENT ON COLUMN sessions.sid IS 'The provider''s id of its own session, by which it ends ours';
COMMENT ON COLUMN sessions.began IS 'When it began: the absolute limit counts from here';
COMMENT ON COLUMN sessions.seen IS 'When a request last came, coarsely: the idle limit counts from here';

CREATE TABLE logout_tokens (
    jti   text        PRIMARY KEY,
    until timestamptz NOT NULL
);

COMMENT ON TABLE logout_tokens IS 'Logout tokens of the provider that were obeyed, so that none is sent twice';
COMMENT ON COLUMN logout_tokens.jti IS 'SHA-256 of the token''s id';
COMMENT ON COLUMN logout_tokens.until IS 'When the token is too old anyway and the row may go';

CREATE TABLE access_people (
    subject    text        PRIMARY KEY CHECK (subject <> ''),
    name       text        NOT NULL,
    identity   jsonb       NOT NULL,
    first_seen timestamptz NOT NULL,
    last_seen  timestamptz NOT NULL
);

COMMENT ON TABLE access_people IS 'Who has logged in, or tried without a role, so that an administrator can grant';
COMMENT ON COLUMN access_people.subject IS 'The provider''s stable id of the person';
COMMENT ON COLUMN access_people.name IS 'The name as the provider last gave it';
COMMENT ON COLUMN access_people.identity IS 'Roles, goals and contracts as the provider last gave them';
COMMENT ON COLUMN access_people.first_seen IS 'The first login';
COMMENT ON COLUMN access_people.last_seen IS 'The latest login';

CREATE TABLE access_grants (
    position   bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id         uuid        NOT NULL UNIQUE,
    at         timestamptz NOT NULL,
    by_subject text        NOT NULL CHECK (by_subject <> ''),
    by_name    text        NOT NULL,
    subject    text        NOT NULL CHECK (subject <> ''),
    kind       text        NOT NULL CHECK (kind IN ('role', 'goal', 'contract')),
    value      text        NOT NULL CHECK (value <> ''),
    granted    boolean     NOT NULL
);

CREATE INDEX access_grants_of_subject ON access_grants (subject, position);

COMMENT ON TABLE access_grants IS 'What administrators gave and took back; the newest row for a subject, kind and value holds';
COMMENT ON COLUMN access_grants.position IS 'The order of the rows';
COMMENT ON COLUMN access_grants.id IS 'UUIDv7 made by the client, so that a repeated request writes once';
COMMENT ON COLUMN access_grants.at IS 'When it was recorded';
COMMENT ON COLUMN access_grants.by_subject IS 'The administrator''s id at the provider';
COMMENT ON COLUMN access_grants.by_name IS 'The administrator''s name as it was shown then';
COMMENT ON COLUMN access_grants.subject IS 'Whom it is about: the provider''s id of the person';
COMMENT ON COLUMN access_grants.kind IS 'What sort of thing: role, goal, contract';
COMMENT ON COLUMN access_grants.value IS 'The role, the goal''s or the contract''s id, or * for all';
COMMENT ON COLUMN access_grants.granted IS 'Given, or taken back';

CREATE TRIGGER access_grants_never_change BEFORE UPDATE OR DELETE OR TRUNCATE ON access_grants
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE access_grants ENABLE ALWAYS TRIGGER access_grants_never_change;

CREATE TABLE access_tokens (
    id         uuid        PRIMARY KEY,
    hash       bytea       NOT NULL UNIQUE CHECK (length(hash) = 32),
    name       text        NOT NULL CHECK (name <> ''),
    subject    text        NOT NULL CHECK (subject <> ''),
    owner      jsonb       NOT NULL,
    operations text[]      NOT NULL,
    contracts  text[]      NOT NULL,
    goals      text[]      NOT NULL,
    created    timestamptz NOT NULL,
    expires    timestamptz NOT NULL CHECK (expires > created)
);

CREATE INDEX access_tokens_of_subject ON access_tokens (subject, created);

COMMENT ON TABLE access_tokens IS 'API tokens for machines; the secret was shown once and is kept nowhere';
COMMENT ON COLUMN access_tokens.id IS 'Names the token without giving it away';
COMMENT ON COLUMN access_tokens.hash IS 'SHA-256 of the secret''s 32 random bytes';
COMMENT ON COLUMN access_tokens.name IS 'What its creator calls it';
COMMENT ON COLUMN access_tokens.subject IS 'The creator''s id at the provider: the token acts as them';
COMMENT ON COLUMN access_tokens.owner IS 'The creator''s name, roles, goals and contracts when they made it: its outer bound';
COMMENT ON COLUMN access_tokens.operations IS 'The operations of the permission table that it is for';
COMMENT ON COLUMN access_tokens.contracts IS 'The contracts that it is for; * for all of its creator''s';
COMMENT ON COLUMN access_tokens.goals IS 'The goals that it is for; * for all of its creator''s';
COMMENT ON COLUMN access_tokens.created IS 'When it was made';
COMMENT ON COLUMN access_tokens.expires IS 'From when on it is refused';

CREATE TRIGGER access_tokens_never_change BEFORE UPDATE OR DELETE OR TRUNCATE ON access_tokens
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE access_tokens ENABLE ALWAYS TRIGGER access_tokens_never_change;

CREATE TABLE access_token_revocations (
    token_id   uuid        PRIMARY KEY REFERENCES access_tokens,
    at         timestamptz NOT NULL,
    by_subject text        NOT NULL CHECK (by_subject <> ''),
    by_name    text        NOT NULL
);

COMMENT ON TABLE access_token_revocations IS 'API tokens that were taken back';
COMMENT ON COLUMN access_token_revocations.token_id IS 'The token';
COMMENT ON COLUMN access_token_revocations.at IS 'When: from here on it is refused';
COMMENT ON COLUMN access_token_revocations.by_subject IS 'Who did it: its creator or an administrator';
COMMENT ON COLUMN access_token_revocations.by_name IS 'Their name as it was shown then';

CREATE TRIGGER access_token_revocations_never_change BEFORE UPDATE OR DELETE OR TRUNCATE ON access_token_revocations
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE access_token_revocations ENABLE ALWAYS TRIGGER access_token_revocations_never_change;

CREATE TABLE access_token_uses (
    token_id uuid        NOT NULL REFERENCES access_tokens,
    minute   timestamptz NOT NULL,
    PRIMARY KEY (token_id, minute)
);

COMMENT ON TABLE access_token_uses IS 'In which minutes an API token was used';
COMMENT ON COLUMN access_token_uses.token_id IS 'The token';
COMMENT ON COLUMN access_token_uses.minute IS 'The minute, cut down to its beginning';

CREATE TRIGGER access_token_uses_never_change BEFORE UPDATE OR DELETE OR TRUNCATE ON access_token_uses
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE access_token_uses ENABLE ALWAYS TRIGGER access_token_uses_never_change;

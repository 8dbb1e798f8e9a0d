-- +goose Up

CREATE TABLE survey_invitees (
    contract_id text        NOT NULL,
    plan        uuid        NOT NULL,
    number      int         NOT NULL CHECK (number > 0),
    recipient   text        NOT NULL,
    sector      text        NOT NULL,
    language    text        NOT NULL,
    answered    boolean     NOT NULL DEFAULT false,
    written     timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (contract_id, plan, number)
);

COMMENT ON TABLE survey_invitees IS 'Who was drawn to be asked; deleted when the survey closes';
COMMENT ON COLUMN survey_invitees.contract_id IS 'The contract';
COMMENT ON COLUMN survey_invitees.plan IS 'Id of the survey.plan fact; those of a plan that is not in the log are swept away';
COMMENT ON COLUMN survey_invitees.number IS 'The place in the draw, from 1';
COMMENT ON COLUMN survey_invitees.recipient IS 'Mail address';
COMMENT ON COLUMN survey_invitees.sector IS 'The sector that the customer list names; empty for none';
COMMENT ON COLUMN survey_invitees.language IS 'Language of the mail: da or en';
COMMENT ON COLUMN survey_invitees.answered IS 'Whether an answer has come by one of the links; which one is not kept';
COMMENT ON COLUMN survey_invitees.written IS 'When they were written';

CREATE TABLE survey_links (
    contract_id text  NOT NULL,
    token       bytea NOT NULL CHECK (length(token) = 32),
    plan        uuid  NOT NULL,
    number      int   NOT NULL,
    PRIMARY KEY (contract_id, token)
);

CREATE INDEX survey_links_of_plan ON survey_links (contract_id, plan);

COMMENT ON TABLE survey_links IS 'The one-time links that were mailed; deleted when the survey closes';
COMMENT ON COLUMN survey_links.contract_id IS 'The contract';
COMMENT ON COLUMN survey_links.token IS 'SHA-256 of the link''s secret, which the mail alone holds';
COMMENT ON COLUMN survey_links.plan IS 'The survey''s plan';
COMMENT ON COLUMN survey_links.number IS 'Who it was mailed to';

CREATE TABLE survey_replies (
    contract_id text NOT NULL,
    plan        uuid NOT NULL,
    reply       uuid NOT NULL,
    body        text NOT NULL,
    PRIMARY KEY (contract_id, plan, reply)
);

COMMENT ON TABLE survey_replies IS 'Answers while a survey is open; they become the rows behind its result when it closes, in the order of their ids';
COMMENT ON COLUMN survey_replies.contract_id IS 'The contract';
COMMENT ON COLUMN survey_replies.plan IS 'The survey''s plan';
COMMENT ON COLUMN survey_replies.reply IS 'A random id, which says neither when nor by whom';
COMMENT ON COLUMN survey_replies.body IS 'The answer as canonical JSON: the sector, the answers, what was written';

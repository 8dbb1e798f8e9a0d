-- +goose Up

CREATE TABLE mails (
    contract_id text        NOT NULL,
    mail        uuid        NOT NULL,
    fact        uuid        NOT NULL,
    recipient   text        NOT NULL,
    subject     text        NOT NULL,
    body        text        NOT NULL,
    state       text        NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'sent', 'failed')),
    tried       int         NOT NULL DEFAULT 0,
    queued      timestamptz NOT NULL DEFAULT now(),
    due         timestamptz NOT NULL DEFAULT now(),
    said        text        NOT NULL DEFAULT '',
    PRIMARY KEY (contract_id, mail)
);

CREATE INDEX mails_due ON mails (due) WHERE state = 'waiting';

COMMENT ON TABLE mails IS 'Mails on their way out, written in the transaction of the fact that causes them';
COMMENT ON COLUMN mails.contract_id IS 'The contract that the mail is about';
COMMENT ON COLUMN mails.mail IS 'Id of the mail, from which its Message-ID is made';
COMMENT ON COLUMN mails.fact IS 'Id of the fact that causes it';
COMMENT ON COLUMN mails.recipient IS 'Who gets it';
COMMENT ON COLUMN mails.subject IS 'Its subject';
COMMENT ON COLUMN mails.body IS 'Its text; emptied once it is sent';
COMMENT ON COLUMN mails.state IS 'waiting until the server has taken it, sent then; failed where it will never be taken';
COMMENT ON COLUMN mails.tried IS 'How often it was tried';
COMMENT ON COLUMN mails.queued IS 'When it was written';
COMMENT ON COLUMN mails.due IS 'When it is tried next';
COMMENT ON COLUMN mails.said IS 'What the server said when it did not take it';

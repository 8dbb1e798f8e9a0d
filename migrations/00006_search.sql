-- +goose Up

CREATE TABLE search_documents (
    contract_id text        NOT NULL,
    leaf        bigint      NOT NULL,
    part        int         NOT NULL,
    kind        text        NOT NULL,
    key         text        NOT NULL,
    goal        text        NOT NULL,
    version     int         NOT NULL,
    title       text        NOT NULL,
    body        text        NOT NULL,
    url         text        NOT NULL,
    day         date        NOT NULL,
    recorded    timestamptz NOT NULL,
    fact        uuid        NOT NULL,
    fact_kind   text        NOT NULL,
    words       tsvector    NOT NULL,
    PRIMARY KEY (contract_id, leaf, part)
);

CREATE INDEX search_documents_words ON search_documents USING gin (words);
CREATE INDEX search_documents_of_key ON search_documents (contract_id, kind, key, leaf);

COMMENT ON TABLE search_documents IS 'What can be searched for, made of facts after they are written; may be thrown away and made again';
COMMENT ON COLUMN search_documents.contract_id IS 'The contract';
COMMENT ON COLUMN search_documents.leaf IS 'The leaf of the fact that the document comes from';
COMMENT ON COLUMN search_documents.part IS 'Tells the documents of one fact apart';
COMMENT ON COLUMN search_documents.kind IS 'What sort of thing: goal, step, fact, link, person';
COMMENT ON COLUMN search_documents.key IS 'Names it within its kind; the newest document of a key holds';
COMMENT ON COLUMN search_documents.goal IS 'The goal that it belongs to; empty for the contract as a whole';
COMMENT ON COLUMN search_documents.version IS 'The version of the contract that it holds in; 0 for all';
COMMENT ON COLUMN search_documents.title IS 'What it is called';
COMMENT ON COLUMN search_documents.body IS 'What else it says';
COMMENT ON COLUMN search_documents.url IS 'Of a link; empty for others';
COMMENT ON COLUMN search_documents.day IS 'The day that its fact speaks of';
COMMENT ON COLUMN search_documents.recorded IS 'When its fact was recorded; asOf reads by it';
COMMENT ON COLUMN search_documents.fact IS 'Id of its fact';
COMMENT ON COLUMN search_documents.fact_kind IS 'The kind of its fact';
COMMENT ON COLUMN search_documents.words IS 'Its words: Danish word forms cut down, and as written; the title''s weigh more';

CREATE TABLE search_progress (
    contract_id text   PRIMARY KEY,
    size        bigint NOT NULL CHECK (size >= 0),
    format      int    NOT NULL
);

COMMENT ON TABLE search_progress IS 'How far search has read each contract''s log';
COMMENT ON COLUMN search_progress.contract_id IS 'The contract';
COMMENT ON COLUMN search_progress.size IS 'How many leaves have been read';
COMMENT ON COLUMN search_progress.format IS 'Which form of documents was made; another one is made anew';

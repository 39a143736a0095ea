"""The tables of the index.

`FORMAT` counts changes of the tables or of what rows mean; an index of another format is made anew.
Words are cut into runs of three letters, so that what is typed is found wherever it stands in a
word: after the Arabic "and", "to" and "the", the Hebrew prefixes, before Turkish endings.
Source: SQLite documentation, FTS5 ("The Trigram Tokenizer") and "Write-Ahead Logging".
"""

FORMAT = 10

TABLES = """
CREATE TABLE state (name TEXT PRIMARY KEY, value BLOB) WITHOUT ROWID;
CREATE TABLE terms (id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE);
CREATE TABLE articles (
  iri TEXT PRIMARY KEY, title TEXT NOT NULL, published INTEGER, stamp TEXT NOT NULL,
  place INTEGER NOT NULL, claims INTEGER NOT NULL, value TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX articles_place ON articles (place, iri);
CREATE TABLE claims (
  iri TEXT PRIMARY KEY, article TEXT NOT NULL, place INTEGER NOT NULL, value TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX claims_article ON claims (article, place);
CREATE INDEX claims_recorded ON claims (json_extract(value, '$.recorded') DESC, article, place);
CREATE TABLE mentioned (entity TEXT, article TEXT, PRIMARY KEY (entity, article)) WITHOUT ROWID;
CREATE INDEX mentioned_article ON mentioned (article);
CREATE TABLE pairs (
  one TEXT, other TEXT, rank INTEGER NOT NULL, value TEXT NOT NULL, PRIMARY KEY (one, other)
) WITHOUT ROWID;
CREATE INDEX pairs_other ON pairs (other);
CREATE TABLE copies (article TEXT PRIMARY KEY, first TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE entities (
  iri TEXT PRIMARY KEY, kind TEXT NOT NULL, linked INTEGER NOT NULL, within TEXT,
  value TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX entities_within ON entities (within);
CREATE INDEX entities_sides ON entities (iri) WHERE linked AND within IS NULL;
CREATE TABLE names (name TEXT, iri TEXT, PRIMARY KEY (name, iri)) WITHOUT ROWID;
CREATE INDEX names_iri ON names (iri);
CREATE TABLE events (
  slot INTEGER PRIMARY KEY, iri TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, width INTEGER NOT NULL,
  heard INTEGER, absolute INTEGER NOT NULL, relative INTEGER NOT NULL,
  absolute_first INTEGER, absolute_last INTEGER, relative_first INTEGER, relative_last INTEGER,
  claims TEXT NOT NULL, who TEXT, articles INTEGER NOT NULL, spoken INTEGER
);
CREATE INDEX events_absolute ON events (absolute, iri);
CREATE INDEX events_relative ON events (relative, iri);
CREATE INDEX events_heard ON events (kind, heard);
CREATE INDEX events_spoken ON events (kind, spoken);
CREATE TABLE event_names (iri TEXT PRIMARY KEY, name TEXT NOT NULL, event TEXT NOT NULL)
  WITHOUT ROWID;
CREATE INDEX event_names_name ON event_names (name);
CREATE INDEX event_names_merged ON event_names (iri, event) WHERE iri <> event;
CREATE INDEX event_names_event ON event_names (event);
CREATE TABLE tellings (
  slot INTEGER PRIMARY KEY, claim TEXT NOT NULL, record TEXT NOT NULL, article TEXT NOT NULL,
  event INTEGER NOT NULL, label TEXT NOT NULL, passage TEXT NOT NULL,
  language TEXT NOT NULL, keys BLOB NOT NULL
);
CREATE INDEX tellings_article ON tellings (article);
CREATE INDEX tellings_event ON tellings (event);
CREATE TABLE reaches (article TEXT, event TEXT, PRIMARY KEY (article, event)) WITHOUT ROWID;
CREATE INDEX reaches_event ON reaches (event);
CREATE TABLE keys (
  id INTEGER PRIMARY KEY, dimension TEXT NOT NULL, value TEXT NOT NULL, name TEXT NOT NULL,
  total INTEGER NOT NULL, UNIQUE (dimension, value)
);
CREATE INDEX keys_name ON keys (dimension, name);
CREATE INDEX keys_total ON keys (dimension, total DESC);
CREATE TABLE postings (
  key INTEGER, segment INTEGER, start INTEGER NOT NULL, bits BLOB NOT NULL,
  PRIMARY KEY (key, segment)
) WITHOUT ROWID;
CREATE TABLE columns (
  name TEXT, segment INTEGER, code TEXT NOT NULL, data BLOB NOT NULL, PRIMARY KEY (name, segment)
) WITHOUT ROWID;
CREATE VIRTUAL TABLE words USING fts5(
  said, names, around, tokenize='trigram case_sensitive 1'
);
"""

BEGIN TRANSACTION;
CREATE TABLE action (
	due_text VARCHAR NOT NULL, 
	due_edtf VARCHAR NOT NULL, 
	due_first VARCHAR, 
	due_last VARCHAR, 
	due_basis VARCHAR NOT NULL, 
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	ref VARCHAR NOT NULL, 
	visit_id INTEGER, 
	meeting_id INTEGER, 
	text VARCHAR NOT NULL, 
	verb VARCHAR NOT NULL, 
	rung INTEGER NOT NULL, 
	status VARCHAR NOT NULL, 
	instrument VARCHAR, 
	owner_country VARCHAR, 
	owner_organisation_id INTEGER, 
	owner_post_id INTEGER, 
	owner_official_id INTEGER, 
	deliverable VARCHAR NOT NULL, 
	parent_id INTEGER, 
	supersedes_id INTEGER, 
	promoted_from_id INTEGER, 
	closed_on VARCHAR NOT NULL, 
	close_reason VARCHAR NOT NULL, 
	note VARCHAR NOT NULL, 
	handling VARCHAR NOT NULL, 
	CONSTRAINT ck_action_status_from_agreed_on CHECK ((rung >= 4 AND status <> '') OR (rung < 4 AND status = '')), 
	CONSTRAINT ck_action_due_basis_known CHECK (due_basis IN ('stated', 'relative', 'inferred', 'corroborated')), 
	CONSTRAINT ck_action_status_known CHECK (status = '' OR status IN ('open', 'in progress', 'waiting', 'done', 'dropped', 'superseded')), 
	CONSTRAINT ck_action_one_owner_at_most CHECK ((CASE WHEN owner_country IS NULL THEN 0 ELSE 1 END + CASE WHEN owner_organisation_id IS NULL THEN 0 ELSE 1 END + CASE WHEN owner_post_id IS NULL THEN 0 ELSE 1 END + CASE WHEN owner_official_id IS NULL THEN 0 ELSE 1 END) <= 1), 
	CONSTRAINT ck_action_due_in_order CHECK (due_first IS NULL OR due_last IS NULL OR due_first <= due_last), 
	CONSTRAINT ck_action_not_its_own_parent CHECK (parent_id IS NULL OR parent_id <> id), 
	CONSTRAINT ck_action_rung_known CHECK (rung BETWEEN 0 AND 5), 
	CONSTRAINT fk_action_instrument FOREIGN KEY(instrument) REFERENCES instrument (code), 
	CONSTRAINT fk_action_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id), 
	CONSTRAINT fk_action_owner_country FOREIGN KEY(owner_country) REFERENCES country (code), 
	CONSTRAINT fk_action_owner_official_id FOREIGN KEY(owner_official_id) REFERENCES official (id), 
	CONSTRAINT fk_action_owner_organisation_id FOREIGN KEY(owner_organisation_id) REFERENCES organisation (id), 
	CONSTRAINT fk_action_owner_post_id FOREIGN KEY(owner_post_id) REFERENCES post (id), 
	CONSTRAINT fk_action_parent_id FOREIGN KEY(parent_id) REFERENCES action (id), 
	CONSTRAINT fk_action_promoted_from_id FOREIGN KEY(promoted_from_id) REFERENCES action (id), 
	CONSTRAINT fk_action_supersedes_id FOREIGN KEY(supersedes_id) REFERENCES action (id), 
	CONSTRAINT fk_action_visit_id FOREIGN KEY(visit_id) REFERENCES visit (id), 
	CONSTRAINT uq_action_ref UNIQUE (ref)
);
INSERT INTO "action" VALUES('','',NULL,NULL,'stated',1,'A-2025-001',1,1,'Exchange liaison officers','',4,'open',NULL,NULL,NULL,NULL,NULL,'',NULL,NULL,NULL,'','','','');
CREATE TABLE action_party (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	action_id INTEGER NOT NULL, 
	country VARCHAR NOT NULL, 
	role VARCHAR NOT NULL, 
	score INTEGER, 
	evidence VARCHAR NOT NULL, 
	CONSTRAINT ck_action_party_score_known CHECK (score IS NULL OR score BETWEEN -1 AND 1), 
	CONSTRAINT fk_action_party_action_id FOREIGN KEY(action_id) REFERENCES action (id), 
	CONSTRAINT fk_action_party_country FOREIGN KEY(country) REFERENCES country (code), 
	CONSTRAINT uq_action_party_action_id_country UNIQUE (action_id, country)
);
INSERT INTO "action_party" VALUES(1,1,'ES','',NULL,'');
INSERT INTO "action_party" VALUES(2,1,'MA','',NULL,'');
CREATE TABLE action_topic (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	action_id INTEGER NOT NULL, 
	topic VARCHAR NOT NULL, 
	CONSTRAINT fk_action_topic_action_id FOREIGN KEY(action_id) REFERENCES action (id), 
	CONSTRAINT fk_action_topic_topic FOREIGN KEY(topic) REFERENCES topic (code), 
	CONSTRAINT uq_action_topic_action_id_topic UNIQUE (action_id, topic)
);
CREATE TABLE agenda_item (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	meeting_id INTEGER NOT NULL, 
	action_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	disposition VARCHAR NOT NULL, 
	note VARCHAR NOT NULL, 
	CONSTRAINT ck_agenda_item_disposition_known CHECK (disposition IN ('carried in', 'raised', 'discussed', 'advanced', 'closed', 'deferred')), 
	CONSTRAINT fk_agenda_item_action_id FOREIGN KEY(action_id) REFERENCES action (id), 
	CONSTRAINT fk_agenda_item_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id), 
	CONSTRAINT uq_agenda_item_meeting_id_action_id UNIQUE (meeting_id, action_id)
);
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0005');
CREATE TABLE brief (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	record_kind VARCHAR NOT NULL, 
	record_id VARCHAR NOT NULL, 
	at VARCHAR NOT NULL, 
	"by" VARCHAR NOT NULL, 
	last_change INTEGER NOT NULL, 
	body VARCHAR NOT NULL, 
	CONSTRAINT ck_brief_record_kind_known CHECK (record_kind IN ('pair', 'official', 'visit', 'meeting'))
);
CREATE TABLE cadence (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	first VARCHAR NOT NULL, 
	second VARCHAR NOT NULL, 
	months INTEGER NOT NULL, 
	CONSTRAINT ck_cadence_in_order CHECK (first < second), 
	CONSTRAINT ck_cadence_months_positive CHECK (months > 0), 
	CONSTRAINT fk_cadence_first FOREIGN KEY(first) REFERENCES country (code), 
	CONSTRAINT fk_cadence_second FOREIGN KEY(second) REFERENCES country (code), 
	CONSTRAINT uq_cadence_first_second UNIQUE (first, second)
);
INSERT INTO "cadence" VALUES(1,'ES','MA',6);
CREATE TABLE change (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	step_id INTEGER NOT NULL, 
	table_name VARCHAR NOT NULL, 
	row_id VARCHAR NOT NULL, 
	record_kind VARCHAR NOT NULL, 
	record_id VARCHAR NOT NULL, 
	"before" JSON, 
	"after" JSON, 
	CONSTRAINT fk_change_step_id FOREIGN KEY(step_id) REFERENCES step (id)
);
INSERT INTO "change" VALUES(1,1,'country','DE','country','DE','null','{"code": "DE", "name": "Germany", "kind": "country", "valid_from": "", "valid_to": "", "successor": "", "language": ""}');
INSERT INTO "change" VALUES(2,1,'country','ES','country','ES','null','{"code": "ES", "name": "Spain", "kind": "country", "valid_from": "", "valid_to": "", "successor": "", "language": ""}');
INSERT INTO "change" VALUES(3,1,'country_name','1','country_name','1','null','{"id": 1, "country": "DE", "name": "Germany", "lang": "en", "kind": "short", "valid_from": "", "valid_to": "", "folded": "germany"}');
INSERT INTO "change" VALUES(4,1,'country','MA','country','MA','null','{"code": "MA", "name": "Morocco", "kind": "country", "valid_from": "", "valid_to": "", "successor": "", "language": ""}');
INSERT INTO "change" VALUES(5,1,'country_name','2','country_name','2','null','{"id": 2, "country": "ES", "name": "Spain", "lang": "en", "kind": "short", "valid_from": "", "valid_to": "", "folded": "spain"}');
INSERT INTO "change" VALUES(6,1,'country_name','3','country_name','3','null','{"id": 3, "country": "MA", "name": "Morocco", "lang": "en", "kind": "short", "valid_from": "", "valid_to": "", "folded": "morocco"}');
INSERT INTO "change" VALUES(7,2,'visit','1','visit','1','null','{"date_text": "", "date_edtf": "2025-01-28/2025-01-29", "date_first": "2025-01-28", "date_last": "2025-01-29", "date_basis": "stated", "id": 1, "ref": "V-2025-001", "sending": "MA", "host": "ES", "title": "", "purpose": "", "kind": "unknown", "status": "held", "initiated_by": "unknown", "place": "Madrid", "series_id": null, "note": "", "handling": "", "merged_into": null}');
INSERT INTO "change" VALUES(8,2,'meeting','1','meeting','1','null','{"date_text": "", "date_edtf": "2025-01-28", "date_first": "2025-01-28", "date_last": "2025-01-28", "date_basis": "stated", "id": 1, "ref": "M-2025-001", "visit_id": 1, "position": 1, "title": "", "format": "unspecified", "mode": "unknown", "status": "held", "place": "", "series_id": null, "complete": false, "note": "", "handling": ""}');
INSERT INTO "change" VALUES(9,2,'meeting_party','1','meeting','1','null','{"id": 1, "meeting_id": 1, "country": "ES", "role": "guest"}');
INSERT INTO "change" VALUES(10,2,'meeting_party','2','meeting','1','null','{"id": 2, "meeting_id": 1, "country": "MA", "role": "guest"}');
INSERT INTO "change" VALUES(11,2,'action','1','action','1','null','{"due_text": "", "due_edtf": "", "due_first": null, "due_last": null, "due_basis": "stated", "id": 1, "ref": "A-2025-001", "visit_id": 1, "meeting_id": 1, "text": "Exchange liaison officers", "verb": "", "rung": 4, "status": "open", "instrument": null, "owner_country": null, "owner_organisation_id": null, "owner_post_id": null, "owner_official_id": null, "deliverable": "", "parent_id": null, "supersedes_id": null, "promoted_from_id": null, "closed_on": "", "close_reason": "", "note": "", "handling": ""}');
INSERT INTO "change" VALUES(12,2,'action_party','1','action','1','null','{"id": 1, "action_id": 1, "country": "ES", "role": "", "score": null, "evidence": ""}');
INSERT INTO "change" VALUES(13,2,'action_party','2','action','1','null','{"id": 2, "action_id": 1, "country": "MA", "role": "", "score": null, "evidence": ""}');
INSERT INTO "change" VALUES(14,3,'followup','1','followup','1','null','{"due_text": "", "due_edtf": "2025-03-01", "due_first": "2025-03-01", "due_last": "2025-03-01", "due_basis": "stated", "id": 1, "ref": "F-2026-001", "action_id": null, "meeting_id": null, "visit_id": null, "official_id": null, "text": "Ask for the names", "assignee": "", "ball": "us", "status": "open", "remind_on": "", "hidden_until": "", "recurrence": "", "anchor_kind": "", "anchor_id": null, "anchor_offset": "", "closed_on": "", "close_reason": "", "note": "", "handling": ""}');
INSERT INTO "change" VALUES(15,4,'source','1','source','1','null','{"date_text": "", "date_edtf": "2025-01-30", "date_first": "2025-01-30", "date_last": "2025-01-30", "date_basis": "stated", "id": 1, "key": "call note:Own desk:Notes of a call:2025-01-30", "kind": "call note", "title": "Notes of a call", "publisher": "Own desk", "author": "", "cites": "", "url": "", "language": "", "retrieved": "", "body": "", "body_sha256": "", "reliability": "F", "handling": "", "note": "", "background": "", "duplicate_of": null, "merged_into": null}');
INSERT INTO "change" VALUES(16,4,'official','1','official','1','null','{"id": 1, "name": "Abdellatif Hammouchi", "sort_name": "Hammouchi, Abdellatif", "country": "MA", "native_name": "", "note": "", "protocol_note": "", "handling": "", "merged_into": null}');
INSERT INTO "change" VALUES(17,4,'official_name','1','official','1','null','{"id": 1, "official_id": 1, "name": "Abdellatif Hammouchi", "script": "Latn", "kind": "preferred", "folded": "abdellatif hammouchi", "skeleton": "abdltf hmx", "source_id": 1}');
INSERT INTO "change" VALUES(18,4,'official_name','2','official','1','null','{"id": 2, "official_id": 1, "name": "\u0639\u0628\u062f \u0627\u0644\u0644\u0637\u064a\u0641 \u0627\u0644\u062d\u0645\u0648\u0634\u064a", "script": "Arab", "kind": "native", "folded": "abd alltyf alhmwshy", "skeleton": "abdltf hmx", "source_id": 1}');
INSERT INTO "change" VALUES(19,4,'organisation','1','organisation','1','null','{"id": 1, "name": "DGSN", "acronym": "", "country": "MA", "kind": "other", "parent_id": null, "note": "", "merged_into": null}');
INSERT INTO "change" VALUES(20,4,'post','1','post','1','null','{"id": 1, "organisation_id": 1, "title": "Director General", "country": "MA", "grade": "", "single_seat": true, "note": "", "merged_into": null}');
INSERT INTO "change" VALUES(21,4,'tenure','1','official','1','null','{"date_text": "", "date_edtf": "2015-05/..", "date_first": "2015-05-01", "date_last": null, "date_basis": "stated", "id": 1, "official_id": 1, "post_id": 1, "acting": false, "basis": "stated", "source_id": 1}');
INSERT INTO "change" VALUES(22,4,'citation','1','official','1','null','{"id": 1, "source_id": 1, "record_kind": "official", "record_id": 1, "field": "", "value": "", "quote": "", "span_start": null, "span_end": null, "locator": "", "stance": "states", "voice": "reported", "credibility": 6, "accepted": false}');
INSERT INTO "change" VALUES(23,5,'cadence','1','pair','ES-MA','null','{"id": 1, "first": "ES", "second": "MA", "months": 6}');
CREATE TABLE citation (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	source_id INTEGER NOT NULL, 
	record_kind VARCHAR NOT NULL, 
	record_id INTEGER NOT NULL, 
	field VARCHAR NOT NULL, 
	value VARCHAR NOT NULL, 
	quote VARCHAR NOT NULL, 
	span_start INTEGER, 
	span_end INTEGER, 
	locator VARCHAR NOT NULL, 
	stance VARCHAR NOT NULL, 
	voice VARCHAR NOT NULL, 
	credibility INTEGER NOT NULL, 
	accepted BOOLEAN NOT NULL, 
	CONSTRAINT ck_citation_editorial_fills_nothing CHECK (NOT accepted OR voice <> 'editorial'), 
	CONSTRAINT ck_citation_record_kind_known CHECK (record_kind IN ('visit', 'meeting', 'action', 'followup', 'official', 'post', 'organisation', 'source')), 
	CONSTRAINT ck_citation_stance_known CHECK (stance IN ('states', 'implies', 'contradicts', 'garbled')), 
	CONSTRAINT ck_citation_voice_known CHECK (voice IN ('official', 'agency', 'reported', 'anonymous', 'editorial')), 
	CONSTRAINT ck_citation_span_in_order CHECK ((span_start IS NULL) = (span_end IS NULL) AND (span_start IS NULL OR span_start <= span_end)), 
	CONSTRAINT ck_citation_credibility_known CHECK (credibility BETWEEN 1 AND 6), 
	CONSTRAINT fk_citation_source_id FOREIGN KEY(source_id) REFERENCES source (id)
);
INSERT INTO "citation" VALUES(1,1,'official',1,'','','',NULL,NULL,'','states','reported',6,0);
CREATE TABLE country (
	code VARCHAR(12) NOT NULL, 
	name VARCHAR NOT NULL, 
	kind VARCHAR NOT NULL, 
	valid_from VARCHAR NOT NULL, 
	valid_to VARCHAR NOT NULL, 
	successor VARCHAR NOT NULL, 
	language VARCHAR NOT NULL, 
	CONSTRAINT pk_country PRIMARY KEY (code), 
	CONSTRAINT ck_country_kind_known CHECK (kind IN ('country', 'organisation'))
);
INSERT INTO "country" VALUES('DE','Germany','country','','','','');
INSERT INTO "country" VALUES('ES','Spain','country','','','','');
INSERT INTO "country" VALUES('MA','Morocco','country','','','','');
CREATE TABLE country_name (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	country VARCHAR NOT NULL, 
	name VARCHAR NOT NULL, 
	lang VARCHAR NOT NULL, 
	kind VARCHAR NOT NULL, 
	valid_from VARCHAR NOT NULL, 
	valid_to VARCHAR NOT NULL, 
	folded VARCHAR NOT NULL, 
	CONSTRAINT ck_country_name_kind_known CHECK (kind IN ('official', 'short', 'former', 'demonym', 'alias', 'garbled')), 
	CONSTRAINT fk_country_name_country FOREIGN KEY(country) REFERENCES country (code), 
	CONSTRAINT uq_country_name_country_lang_kind_name UNIQUE (country, lang, kind, name)
);
INSERT INTO "country_name" VALUES(1,'DE','Germany','en','short','','','germany');
INSERT INTO "country_name" VALUES(2,'ES','Spain','en','short','','','spain');
INSERT INTO "country_name" VALUES(3,'MA','Morocco','en','short','','','morocco');
CREATE TABLE delegation (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	visit_id INTEGER NOT NULL, 
	country VARCHAR NOT NULL, 
	organisation_id INTEGER, 
	level VARCHAR NOT NULL, 
	size INTEGER, 
	complete BOOLEAN NOT NULL, 
	CONSTRAINT ck_delegation_has_people CHECK (size IS NULL OR size > 0), 
	CONSTRAINT fk_delegation_country FOREIGN KEY(country) REFERENCES country (code), 
	CONSTRAINT fk_delegation_organisation_id FOREIGN KEY(organisation_id) REFERENCES organisation (id), 
	CONSTRAINT fk_delegation_visit_id FOREIGN KEY(visit_id) REFERENCES visit (id)
);
CREATE TABLE event (
	id INTEGER NOT NULL, 
	kind TEXT DEFAULT '' NOT NULL, 
	record_id INTEGER NOT NULL, 
	ref TEXT DEFAULT '' NOT NULL, 
	sort_day TEXT DEFAULT '' NOT NULL, 
	group_id INTEGER NOT NULL, 
	rank INTEGER DEFAULT 0 NOT NULL, 
	undated BOOLEAN DEFAULT (false) NOT NULL, 
	position INTEGER DEFAULT 0 NOT NULL, 
	date_edtf TEXT DEFAULT '' NOT NULL, 
	date_text TEXT DEFAULT '' NOT NULL, 
	date_basis TEXT DEFAULT '' NOT NULL, 
	sending TEXT DEFAULT '' NOT NULL, 
	host TEXT DEFAULT '' NOT NULL, 
	parties TEXT DEFAULT '' NOT NULL, 
	names_then TEXT DEFAULT '' NOT NULL, 
	title TEXT DEFAULT '' NOT NULL, 
	people TEXT DEFAULT '' NOT NULL, 
	format TEXT DEFAULT '' NOT NULL, 
	place TEXT DEFAULT '' NOT NULL, 
	status TEXT DEFAULT '' NOT NULL, 
	agreed INTEGER DEFAULT 0 NOT NULL, 
	watch INTEGER DEFAULT 0 NOT NULL, 
	outcomes INTEGER DEFAULT 0 NOT NULL, 
	dots TEXT DEFAULT '' NOT NULL, 
	CONSTRAINT pk_event PRIMARY KEY (id)
);
INSERT INTO "event" VALUES(2,'visit',1,'V-2025-001','2025-01-28',2,0,0,0,'2025-01-28/2025-01-29','','stated','MA','ES','MA ES','','','','unknown','Madrid','held',1,0,1,'01000');
INSERT INTO "event" VALUES(3,'meeting',1,'M-2025-001','2025-01-28',2,-1,0,1,'2025-01-28','','stated','','','ES MA','','','','unspecified','','held',1,0,1,'00000');
CREATE TABLE event_scope (
	event_id INTEGER NOT NULL, 
	scope_kind TEXT NOT NULL, 
	scope_id TEXT NOT NULL, 
	sort_day TEXT DEFAULT '' NOT NULL, 
	group_id INTEGER NOT NULL, 
	rank INTEGER DEFAULT 0 NOT NULL, 
	undated BOOLEAN DEFAULT (false) NOT NULL, 
	position INTEGER DEFAULT 0 NOT NULL, 
	nested BOOLEAN DEFAULT (false) NOT NULL, 
	last_nested BOOLEAN DEFAULT (false) NOT NULL, 
	status TEXT DEFAULT '' NOT NULL, 
	forth INTEGER DEFAULT 0 NOT NULL, 
	back INTEGER DEFAULT 0 NOT NULL, 
	meetings INTEGER DEFAULT 0 NOT NULL, 
	open INTEGER DEFAULT 0 NOT NULL, 
	watch INTEGER DEFAULT 0 NOT NULL, 
	CONSTRAINT pk_event_scope PRIMARY KEY (event_id, scope_kind, scope_id)
)
 WITHOUT ROWID

;
INSERT INTO "event_scope" VALUES(2,'pair','ES-MA','2025-01-28',2,0,0,0,0,0,'held',0,1,0,0,0);
INSERT INTO "event_scope" VALUES(3,'pair','ES-MA','2025-01-28',2,-1,0,1,1,1,'held',0,0,1,1,0);
CREATE TABLE followup (
	due_text VARCHAR NOT NULL, 
	due_edtf VARCHAR NOT NULL, 
	due_first VARCHAR, 
	due_last VARCHAR, 
	due_basis VARCHAR NOT NULL, 
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	ref VARCHAR NOT NULL, 
	action_id INTEGER, 
	meeting_id INTEGER, 
	visit_id INTEGER, 
	official_id INTEGER, 
	text VARCHAR NOT NULL, 
	assignee VARCHAR NOT NULL, 
	ball VARCHAR NOT NULL, 
	status VARCHAR NOT NULL, 
	remind_on VARCHAR NOT NULL, 
	hidden_until VARCHAR NOT NULL, 
	recurrence VARCHAR NOT NULL, 
	anchor_kind VARCHAR NOT NULL, 
	anchor_id INTEGER, 
	anchor_offset VARCHAR NOT NULL, 
	closed_on VARCHAR NOT NULL, 
	close_reason VARCHAR NOT NULL, 
	note VARCHAR NOT NULL, 
	handling VARCHAR NOT NULL, 
	CONSTRAINT ck_followup_ball_known CHECK (ball IN ('us', 'them', 'third')), 
	CONSTRAINT ck_followup_due_basis_known CHECK (due_basis IN ('stated', 'relative', 'inferred', 'corroborated')), 
	CONSTRAINT ck_followup_status_known CHECK (status IN ('open', 'waiting', 'done', 'dropped')), 
	CONSTRAINT ck_followup_on_one_thing_at_most CHECK ((CASE WHEN action_id IS NULL THEN 0 ELSE 1 END + CASE WHEN meeting_id IS NULL THEN 0 ELSE 1 END + CASE WHEN visit_id IS NULL THEN 0 ELSE 1 END + CASE WHEN official_id IS NULL THEN 0 ELSE 1 END) <= 1), 
	CONSTRAINT ck_followup_due_in_order CHECK (due_first IS NULL OR due_last IS NULL OR due_first <= due_last), 
	CONSTRAINT fk_followup_action_id FOREIGN KEY(action_id) REFERENCES action (id), 
	CONSTRAINT fk_followup_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id), 
	CONSTRAINT fk_followup_official_id FOREIGN KEY(official_id) REFERENCES official (id), 
	CONSTRAINT fk_followup_visit_id FOREIGN KEY(visit_id) REFERENCES visit (id), 
	CONSTRAINT uq_followup_ref UNIQUE (ref)
);
INSERT INTO "followup" VALUES('','2025-03-01','2025-03-01','2025-03-01','stated',1,'F-2026-001',NULL,NULL,NULL,NULL,'Ask for the names','','us','open','','','','',NULL,'','','','','');
CREATE TABLE instrument (
	code VARCHAR(40) NOT NULL, 
	label VARCHAR NOT NULL, 
	retired BOOLEAN NOT NULL, 
	CONSTRAINT pk_instrument PRIMARY KEY (code)
);
CREATE TABLE instrument_alias (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	instrument VARCHAR NOT NULL, 
	alias VARCHAR NOT NULL, 
	lang VARCHAR NOT NULL, 
	folded VARCHAR NOT NULL, 
	CONSTRAINT fk_instrument_alias_instrument FOREIGN KEY(instrument) REFERENCES instrument (code), 
	CONSTRAINT uq_instrument_alias_instrument_alias_lang UNIQUE (instrument, alias, lang)
);
CREATE TABLE log_entry (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	followup_id INTEGER, 
	action_id INTEGER, 
	at VARCHAR NOT NULL, 
	"by" VARCHAR NOT NULL, 
	kind VARCHAR NOT NULL, 
	text VARCHAR NOT NULL, 
	next_check VARCHAR NOT NULL, 
	CONSTRAINT ck_log_entry_kind_known CHECK (kind IN ('chased', 'replied', 'met', 'noted', 'status', 'snoozed', 'rescheduled')), 
	CONSTRAINT ck_log_entry_on_one_thing CHECK ((followup_id IS NULL) <> (action_id IS NULL)), 
	CONSTRAINT fk_log_entry_action_id FOREIGN KEY(action_id) REFERENCES action (id), 
	CONSTRAINT fk_log_entry_followup_id FOREIGN KEY(followup_id) REFERENCES followup (id)
);
CREATE TABLE meeting (
	date_text VARCHAR NOT NULL, 
	date_edtf VARCHAR NOT NULL, 
	date_first VARCHAR, 
	date_last VARCHAR, 
	date_basis VARCHAR NOT NULL, 
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	ref VARCHAR NOT NULL, 
	visit_id INTEGER, 
	position INTEGER NOT NULL, 
	title VARCHAR NOT NULL, 
	format VARCHAR NOT NULL, 
	mode VARCHAR NOT NULL, 
	status VARCHAR NOT NULL, 
	place VARCHAR NOT NULL, 
	series_id INTEGER, 
	complete BOOLEAN NOT NULL, 
	note VARCHAR NOT NULL, 
	handling VARCHAR NOT NULL, 
	CONSTRAINT ck_meeting_date_basis_known CHECK (date_basis IN ('stated', 'relative', 'inferred', 'corroborated')), 
	CONSTRAINT ck_meeting_format_known CHECK (format IN ('plenary', 'working session', 'expert', 'one to one', 'reception', 'signing', 'site visit', 'courtesy call', 'unspecified')), 
	CONSTRAINT ck_meeting_mode_known CHECK (mode IN ('in person', 'phone', 'video', 'written', 'unknown')), 
	CONSTRAINT ck_meeting_status_known CHECK (status IN ('idea', 'planned', 'confirmed', 'under way', 'held', 'postponed', 'cancelled', 'implied')), 
	CONSTRAINT ck_meeting_date_in_order CHECK (date_first IS NULL OR date_last IS NULL OR date_first <= date_last), 
	CONSTRAINT fk_meeting_series_id FOREIGN KEY(series_id) REFERENCES series (id), 
	CONSTRAINT fk_meeting_visit_id FOREIGN KEY(visit_id) REFERENCES visit (id), 
	CONSTRAINT uq_meeting_ref UNIQUE (ref)
);
INSERT INTO "meeting" VALUES('','2025-01-28','2025-01-28','2025-01-28','stated',1,'M-2025-001',1,1,'','unspecified','unknown','held','',NULL,0,'','');
CREATE TABLE meeting_party (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	meeting_id INTEGER NOT NULL, 
	country VARCHAR NOT NULL, 
	role VARCHAR NOT NULL, 
	CONSTRAINT ck_meeting_party_role_known CHECK (role IN ('host', 'guest', 'third', 'observer')), 
	CONSTRAINT fk_meeting_party_country FOREIGN KEY(country) REFERENCES country (code), 
	CONSTRAINT fk_meeting_party_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id), 
	CONSTRAINT uq_meeting_party_meeting_id_country UNIQUE (meeting_id, country)
);
INSERT INTO "meeting_party" VALUES(1,1,'ES','guest');
INSERT INTO "meeting_party" VALUES(2,1,'MA','guest');
CREATE TABLE meeting_topic (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	meeting_id INTEGER NOT NULL, 
	topic VARCHAR NOT NULL, 
	CONSTRAINT fk_meeting_topic_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id), 
	CONSTRAINT fk_meeting_topic_topic FOREIGN KEY(topic) REFERENCES topic (code), 
	CONSTRAINT uq_meeting_topic_meeting_id_topic UNIQUE (meeting_id, topic)
);
CREATE TABLE name_key (
	kind TEXT NOT NULL, 
	"key" TEXT NOT NULL, 
	record_id INTEGER NOT NULL, 
	CONSTRAINT pk_name_key PRIMARY KEY (kind, "key", record_id)
)
 WITHOUT ROWID

;
INSERT INTO "name_key" VALUES('official','abdltf',1);
INSERT INTO "name_key" VALUES('official','alhmx',1);
INSERT INTO "name_key" VALUES('official','hmh',1);
INSERT INTO "name_key" VALUES('official','hmx',1);
INSERT INTO "name_key" VALUES('official','kmx',1);
INSERT INTO "name_key" VALUES('organisation','dgsn',1);
INSERT INTO "name_key" VALUES('post','director general',1);
CREATE TABLE name_part (
	country TEXT NOT NULL, 
	folded TEXT NOT NULL, 
	official_id INTEGER NOT NULL, 
	whole BOOLEAN DEFAULT (false) NOT NULL, 
	CONSTRAINT pk_name_part PRIMARY KEY (country, folded, official_id)
)
 WITHOUT ROWID

;
INSERT INTO "name_part" VALUES('MA','abd alltyf alhmwshy',1,1);
INSERT INTO "name_part" VALUES('MA','abdellatif hammouchi',1,1);
INSERT INTO "name_part" VALUES('MA','alhmwshy',1,0);
INSERT INTO "name_part" VALUES('MA','alltyf alhmwshy',1,0);
INSERT INTO "name_part" VALUES('MA','hammouchi',1,0);
INSERT INTO "name_part" VALUES('MA','hammouchi abdellatif',1,1);
CREATE TABLE not_same (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	kind VARCHAR NOT NULL, 
	first_id INTEGER NOT NULL, 
	second_id INTEGER NOT NULL, 
	CONSTRAINT ck_not_same_kind_known CHECK (kind IN ('visit', 'meeting', 'action', 'followup', 'official', 'post', 'organisation', 'source')), 
	CONSTRAINT ck_not_same_in_order CHECK (first_id < second_id), 
	CONSTRAINT uq_not_same_kind_first_id_second_id UNIQUE (kind, first_id, second_id)
);
CREATE TABLE official (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	name VARCHAR NOT NULL, 
	sort_name VARCHAR NOT NULL, 
	country VARCHAR, 
	native_name VARCHAR NOT NULL, 
	note VARCHAR NOT NULL, 
	protocol_note VARCHAR NOT NULL, 
	handling VARCHAR NOT NULL, 
	merged_into INTEGER, 
	CONSTRAINT fk_official_country FOREIGN KEY(country) REFERENCES country (code), 
	CONSTRAINT fk_official_merged_into FOREIGN KEY(merged_into) REFERENCES official (id)
);
INSERT INTO "official" VALUES(1,'Abdellatif Hammouchi','Hammouchi, Abdellatif','MA','','','','',NULL);
CREATE TABLE official_name (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	official_id INTEGER NOT NULL, 
	name VARCHAR NOT NULL, 
	script VARCHAR NOT NULL, 
	kind VARCHAR NOT NULL, 
	folded VARCHAR NOT NULL, 
	skeleton VARCHAR NOT NULL, 
	source_id INTEGER, 
	CONSTRAINT ck_official_name_kind_known CHECK (kind IN ('preferred', 'spelling', 'native', 'short', 'former', 'weak')), 
	CONSTRAINT fk_official_name_official_id FOREIGN KEY(official_id) REFERENCES official (id), 
	CONSTRAINT fk_official_name_source_id FOREIGN KEY(source_id) REFERENCES source (id), 
	CONSTRAINT uq_official_name_official_id_name UNIQUE (official_id, name)
);
INSERT INTO "official_name" VALUES(1,1,'Abdellatif Hammouchi','Latn','preferred','abdellatif hammouchi','abdltf hmx',1);
INSERT INTO "official_name" VALUES(2,1,'عبد اللطيف الحموشي','Arab','native','abd alltyf alhmwshy','abdltf hmx',1);
CREATE TABLE official_summary (
	official_id INTEGER NOT NULL, 
	sort_key TEXT DEFAULT '' NOT NULL, 
	name TEXT DEFAULT '' NOT NULL, 
	country TEXT DEFAULT '' NOT NULL, 
	post TEXT DEFAULT '' NOT NULL, 
	events INTEGER DEFAULT 0 NOT NULL, 
	last_day TEXT DEFAULT '' NOT NULL, 
	last_edtf TEXT DEFAULT '' NOT NULL, 
	last_text TEXT DEFAULT '' NOT NULL, 
	last_basis TEXT DEFAULT '' NOT NULL, 
	CONSTRAINT pk_official_summary PRIMARY KEY (official_id)
);
INSERT INTO "official_summary" VALUES(1,'hammouchi abdellatif','Hammouchi, Abdellatif','MA','Director General, DGSN',0,'','','','stated');
CREATE TABLE organisation (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	name VARCHAR NOT NULL, 
	acronym VARCHAR NOT NULL, 
	country VARCHAR, 
	kind VARCHAR NOT NULL, 
	parent_id INTEGER, 
	note VARCHAR NOT NULL, 
	merged_into INTEGER, 
	CONSTRAINT ck_organisation_kind_known CHECK (kind IN ('police', 'intelligence', 'ministry', 'gendarmerie', 'border', 'customs', 'prosecution', 'embassy', 'international', 'other')), 
	CONSTRAINT ck_organisation_not_its_own_parent CHECK (parent_id IS NULL OR parent_id <> id), 
	CONSTRAINT fk_organisation_country FOREIGN KEY(country) REFERENCES country (code), 
	CONSTRAINT fk_organisation_merged_into FOREIGN KEY(merged_into) REFERENCES organisation (id), 
	CONSTRAINT fk_organisation_parent_id FOREIGN KEY(parent_id) REFERENCES organisation (id)
);
INSERT INTO "organisation" VALUES(1,'DGSN','','MA','other',NULL,'',NULL);
CREATE TABLE organisation_name (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	organisation_id INTEGER NOT NULL, 
	name VARCHAR NOT NULL, 
	acronym VARCHAR NOT NULL, 
	lang VARCHAR NOT NULL, 
	valid_from VARCHAR NOT NULL, 
	valid_to VARCHAR NOT NULL, 
	CONSTRAINT fk_organisation_name_organisation_id FOREIGN KEY(organisation_id) REFERENCES organisation (id), 
	CONSTRAINT uq_organisation_name_organisation_id_name_lang UNIQUE (organisation_id, name, lang)
);
CREATE TABLE pair_summary (
	a TEXT NOT NULL, 
	b TEXT NOT NULL, 
	forth INTEGER DEFAULT 0 NOT NULL, 
	back INTEGER DEFAULT 0 NOT NULL, 
	meetings INTEGER DEFAULT 0 NOT NULL, 
	open INTEGER DEFAULT 0 NOT NULL, 
	watch INTEGER DEFAULT 0 NOT NULL, 
	events INTEGER DEFAULT 0 NOT NULL, 
	last_day TEXT DEFAULT '' NOT NULL, 
	last_edtf TEXT DEFAULT '' NOT NULL, 
	last_text TEXT DEFAULT '' NOT NULL, 
	last_basis TEXT DEFAULT '' NOT NULL, 
	next_day TEXT DEFAULT '' NOT NULL, 
	next_edtf TEXT DEFAULT '' NOT NULL, 
	next_text TEXT DEFAULT '' NOT NULL, 
	next_basis TEXT DEFAULT '' NOT NULL, 
	folded TEXT DEFAULT '' NOT NULL, 
	CONSTRAINT pk_pair_summary PRIMARY KEY (a, b)
);
INSERT INTO "pair_summary" VALUES('ES','MA',0,1,1,1,0,2,'2025-01-28','2025-01-28','','stated','','','','stated','es ma spain morocco');
CREATE TABLE participant (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	delegation_id INTEGER, 
	meeting_id INTEGER, 
	country VARCHAR, 
	official_id INTEGER, 
	post_id INTEGER, 
	organisation_id INTEGER, 
	group_name VARCHAR NOT NULL, 
	as_printed VARCHAR NOT NULL, 
	role VARCHAR NOT NULL, 
	rank INTEGER, 
	on_behalf_of VARCHAR NOT NULL, 
	attendance VARCHAR NOT NULL, 
	count INTEGER, 
	inferred BOOLEAN NOT NULL, 
	CONSTRAINT ck_participant_attendance_known CHECK (attendance IN ('expected', 'attended', 'absent', 'unknown')), 
	CONSTRAINT ck_participant_is_somebody CHECK (official_id IS NOT NULL OR post_id IS NOT NULL OR organisation_id IS NOT NULL OR group_name <> ''), 
	CONSTRAINT ck_participant_role_known CHECK (role IN ('head', 'alternate', 'member', 'expert', 'interpreter', 'chair', 'observer', 'group')), 
	CONSTRAINT ck_participant_in_one_place CHECK ((delegation_id IS NULL) <> (meeting_id IS NULL)), 
	CONSTRAINT ck_participant_counts_people CHECK (count IS NULL OR count > 0), 
	CONSTRAINT fk_participant_country FOREIGN KEY(country) REFERENCES country (code), 
	CONSTRAINT fk_participant_delegation_id FOREIGN KEY(delegation_id) REFERENCES delegation (id), 
	CONSTRAINT fk_participant_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id), 
	CONSTRAINT fk_participant_official_id FOREIGN KEY(official_id) REFERENCES official (id), 
	CONSTRAINT fk_participant_organisation_id FOREIGN KEY(organisation_id) REFERENCES organisation (id), 
	CONSTRAINT fk_participant_post_id FOREIGN KEY(post_id) REFERENCES post (id)
);
CREATE TABLE post (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	organisation_id INTEGER, 
	title VARCHAR NOT NULL, 
	country VARCHAR, 
	grade VARCHAR NOT NULL, 
	single_seat BOOLEAN NOT NULL, 
	note VARCHAR NOT NULL, 
	merged_into INTEGER, 
	CONSTRAINT fk_post_country FOREIGN KEY(country) REFERENCES country (code), 
	CONSTRAINT fk_post_merged_into FOREIGN KEY(merged_into) REFERENCES post (id), 
	CONSTRAINT fk_post_organisation_id FOREIGN KEY(organisation_id) REFERENCES organisation (id)
);
INSERT INTO "post" VALUES(1,1,'Director General','MA','',1,'',NULL);
CREATE TABLE post_counterpart (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	post_id INTEGER NOT NULL, 
	counterpart_id INTEGER NOT NULL, 
	CONSTRAINT ck_post_counterpart_two_posts CHECK (post_id <> counterpart_id), 
	CONSTRAINT fk_post_counterpart_counterpart_id FOREIGN KEY(counterpart_id) REFERENCES post (id), 
	CONSTRAINT fk_post_counterpart_post_id FOREIGN KEY(post_id) REFERENCES post (id), 
	CONSTRAINT uq_post_counterpart_post_id_counterpart_id UNIQUE (post_id, counterpart_id)
);
CREATE TABLE post_title (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	post_id INTEGER NOT NULL, 
	title VARCHAR NOT NULL, 
	lang VARCHAR NOT NULL, 
	folded VARCHAR NOT NULL, valid_from VARCHAR DEFAULT '' NOT NULL, valid_to VARCHAR DEFAULT '' NOT NULL, 
	CONSTRAINT fk_post_title_post_id FOREIGN KEY(post_id) REFERENCES post (id), 
	CONSTRAINT uq_post_title_post_id_title_lang UNIQUE (post_id, title, lang)
);
CREATE TABLE rung_change (
	date_text VARCHAR NOT NULL, 
	date_edtf VARCHAR NOT NULL, 
	date_first VARCHAR, 
	date_last VARCHAR, 
	date_basis VARCHAR NOT NULL, 
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	action_id INTEGER NOT NULL, 
	was INTEGER NOT NULL, 
	now INTEGER NOT NULL, 
	source_id INTEGER, 
	visit_id INTEGER, 
	meeting_id INTEGER, 
	note VARCHAR NOT NULL, 
	CONSTRAINT ck_rung_change_date_basis_known CHECK (date_basis IN ('stated', 'relative', 'inferred', 'corroborated')), 
	CONSTRAINT ck_rung_change_date_in_order CHECK (date_first IS NULL OR date_last IS NULL OR date_first <= date_last), 
	CONSTRAINT ck_rung_change_at_one_event_at_most CHECK (visit_id IS NULL OR meeting_id IS NULL), 
	CONSTRAINT ck_rung_change_moves CHECK (was BETWEEN 0 AND 5 AND now BETWEEN 0 AND 5 AND was <> now), 
	CONSTRAINT fk_rung_change_action_id FOREIGN KEY(action_id) REFERENCES action (id), 
	CONSTRAINT fk_rung_change_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id), 
	CONSTRAINT fk_rung_change_source_id FOREIGN KEY(source_id) REFERENCES source (id), 
	CONSTRAINT fk_rung_change_visit_id FOREIGN KEY(visit_id) REFERENCES visit (id)
);
CREATE TABLE search_entry (
	id INTEGER NOT NULL, 
	kind TEXT DEFAULT '' NOT NULL, 
	record_id INTEGER NOT NULL, 
	label TEXT DEFAULT '' NOT NULL, 
	detail TEXT DEFAULT '' NOT NULL, 
	folded TEXT DEFAULT '' NOT NULL, 
	CONSTRAINT pk_search_entry PRIMARY KEY (id)
);
INSERT INTO "search_entry" VALUES(281474976710657,'official',1,'Abdellatif Hammouchi','MA Director General, DGSN','abdellatif hammouchi abd alltyf alhmwshy .ma | director general dgsn director general dgsn');
INSERT INTO "search_entry" VALUES(613507020095489,'visit',1,'MA→ES','V-2025-001','v 2025 001 madrid .ma .es');
INSERT INTO "search_entry" VALUES(894981996806145,'meeting',1,'ES·MA','M-2025-001','m 2025 001 .es .ma');
INSERT INTO "search_entry" VALUES(1125899906842625,'action',1,'Exchange liaison officers','A-2025-001','a 2025 001 exchange liaison officers .es .ma');
INSERT INTO "search_entry" VALUES(1457934299037697,'followup',1,'Ask for the names','F-2026-001','f 2026 001 ask for the names');
INSERT INTO "search_entry" VALUES(1688849860263937,'post',1,'Director General, DGSN','MA','director general dgsn .ma');
INSERT INTO "search_entry" VALUES(1970324836974593,'organisation',1,'DGSN','MA','dgsn .ma');
INSERT INTO "search_entry" VALUES(2302357014577153,'source',1,'Notes of a call','call note','notes of a call own desk call note own desk notes of a call 2025 01 30');
CREATE TABLE series (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	name VARCHAR NOT NULL, 
	cadence VARCHAR NOT NULL, 
	CONSTRAINT uq_series_name UNIQUE (name)
);
CREATE TABLE setting (
	name VARCHAR NOT NULL, 
	value VARCHAR NOT NULL, 
	CONSTRAINT pk_setting PRIMARY KEY (name)
);
INSERT INTO "setting" VALUES('last ref V-2025','1');
INSERT INTO "setting" VALUES('last ref M-2025','1');
INSERT INTO "setting" VALUES('last ref A-2025','1');
INSERT INTO "setting" VALUES('last ref F-2026','1');
CREATE TABLE source (
	date_text VARCHAR NOT NULL, 
	date_edtf VARCHAR NOT NULL, 
	date_first VARCHAR, 
	date_last VARCHAR, 
	date_basis VARCHAR NOT NULL, 
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	"key" VARCHAR NOT NULL, 
	kind VARCHAR NOT NULL, 
	title VARCHAR NOT NULL, 
	publisher VARCHAR NOT NULL, 
	author VARCHAR NOT NULL, 
	cites VARCHAR NOT NULL, 
	url VARCHAR NOT NULL, 
	language VARCHAR NOT NULL, 
	retrieved VARCHAR NOT NULL, 
	body VARCHAR NOT NULL, 
	body_sha256 VARCHAR NOT NULL, 
	reliability VARCHAR NOT NULL, 
	handling VARCHAR NOT NULL, 
	note VARCHAR NOT NULL, 
	background VARCHAR NOT NULL, 
	duplicate_of INTEGER, 
	merged_into INTEGER, 
	CONSTRAINT ck_source_date_basis_known CHECK (date_basis IN ('stated', 'relative', 'inferred', 'corroborated')), 
	CONSTRAINT ck_source_kind_known CHECK (kind IN ('article', 'communique', 'cable', 'minutes', 'letter', 'call note', 'web', 'own knowledge')), 
	CONSTRAINT ck_source_reliability_known CHECK (reliability IN ('A', 'B', 'C', 'D', 'E', 'F')), 
	CONSTRAINT ck_source_date_in_order CHECK (date_first IS NULL OR date_last IS NULL OR date_first <= date_last), 
	CONSTRAINT fk_source_duplicate_of FOREIGN KEY(duplicate_of) REFERENCES source (id), 
	CONSTRAINT fk_source_merged_into FOREIGN KEY(merged_into) REFERENCES source (id), 
	CONSTRAINT uq_source_key UNIQUE ("key")
);
INSERT INTO "source" VALUES('','2025-01-30','2025-01-30','2025-01-30','stated',1,'call note:Own desk:Notes of a call:2025-01-30','call note','Notes of a call','Own desk','','','','','','','','F','','','',NULL,NULL);
CREATE TABLE step (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	at DATETIME NOT NULL, 
	"by" VARCHAR NOT NULL, 
	label VARCHAR NOT NULL, 
	kind VARCHAR NOT NULL, 
	undone BOOLEAN NOT NULL, 
	reverts_id INTEGER, 
	CONSTRAINT ck_step_kind_known CHECK (kind IN ('do', 'undo', 'redo')), 
	CONSTRAINT fk_step_reverts_id FOREIGN KEY(reverts_id) REFERENCES step (id)
);
INSERT INTO "step" VALUES(1,'2026-11-21 09:00:00.000000','lead','countries','do',0,NULL);
INSERT INTO "step" VALUES(2,'2026-11-21 09:00:00.000000','lead','enter V-2025-001','do',0,NULL);
INSERT INTO "step" VALUES(3,'2026-11-21 09:00:00.000000','lead','enter follow-up','do',0,NULL);
INSERT INTO "step" VALUES(4,'2026-11-21 10:00:00.000000','lead','enter official','do',0,NULL);
INSERT INTO "step" VALUES(5,'2026-11-21 10:00:00.000000','lead','cadence of ES-MA: should meet every 6 months','do',0,NULL);
CREATE TABLE tenure (
	date_text VARCHAR NOT NULL, 
	date_edtf VARCHAR NOT NULL, 
	date_first VARCHAR, 
	date_last VARCHAR, 
	date_basis VARCHAR NOT NULL, 
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	official_id INTEGER NOT NULL, 
	post_id INTEGER NOT NULL, 
	acting BOOLEAN NOT NULL, 
	basis VARCHAR NOT NULL, 
	source_id INTEGER, 
	CONSTRAINT ck_tenure_basis_known CHECK (basis IN ('stated', 'attested', 'inferred')), 
	CONSTRAINT ck_tenure_date_basis_known CHECK (date_basis IN ('stated', 'relative', 'inferred', 'corroborated')), 
	CONSTRAINT ck_tenure_date_in_order CHECK (date_first IS NULL OR date_last IS NULL OR date_first <= date_last), 
	CONSTRAINT fk_tenure_official_id FOREIGN KEY(official_id) REFERENCES official (id), 
	CONSTRAINT fk_tenure_post_id FOREIGN KEY(post_id) REFERENCES post (id), 
	CONSTRAINT fk_tenure_source_id FOREIGN KEY(source_id) REFERENCES source (id), 
	CONSTRAINT uq_tenure_official_id_post_id_date_edtf UNIQUE (official_id, post_id, date_edtf)
);
INSERT INTO "tenure" VALUES('','2015-05/..','2015-05-01',NULL,'stated',1,1,1,0,'stated',1);
CREATE TABLE topic (
	code VARCHAR(40) NOT NULL, 
	label VARCHAR NOT NULL, 
	parent VARCHAR, 
	retired BOOLEAN NOT NULL, 
	CONSTRAINT pk_topic PRIMARY KEY (code), 
	CONSTRAINT ck_topic_not_its_own_parent CHECK (parent IS NULL OR parent <> code), 
	CONSTRAINT fk_topic_parent FOREIGN KEY(parent) REFERENCES topic (code)
);
CREATE TABLE topic_alias (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	topic VARCHAR NOT NULL, 
	alias VARCHAR NOT NULL, 
	lang VARCHAR NOT NULL, 
	folded VARCHAR NOT NULL, 
	CONSTRAINT fk_topic_alias_topic FOREIGN KEY(topic) REFERENCES topic (code), 
	CONSTRAINT uq_topic_alias_topic_alias_lang UNIQUE (topic, alias, lang)
);
CREATE TABLE visit (
	date_text VARCHAR NOT NULL, 
	date_edtf VARCHAR NOT NULL, 
	date_first VARCHAR, 
	date_last VARCHAR, 
	date_basis VARCHAR NOT NULL, 
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	ref VARCHAR NOT NULL, 
	sending VARCHAR NOT NULL, 
	host VARCHAR NOT NULL, 
	title VARCHAR NOT NULL, 
	purpose VARCHAR NOT NULL, 
	kind VARCHAR NOT NULL, 
	status VARCHAR NOT NULL, 
	initiated_by VARCHAR NOT NULL, 
	place VARCHAR NOT NULL, 
	series_id INTEGER, 
	note VARCHAR NOT NULL, 
	handling VARCHAR NOT NULL, 
	merged_into INTEGER, 
	CONSTRAINT ck_visit_date_basis_known CHECK (date_basis IN ('stated', 'relative', 'inferred', 'corroborated')), 
	CONSTRAINT ck_visit_initiated_by_known CHECK (initiated_by IN ('host', 'sender', 'mutual', 'third', 'unknown')), 
	CONSTRAINT ck_visit_kind_known CHECK (kind IN ('state', 'official', 'working', 'courtesy', 'technical', 'conference', 'private', 'transit', 'unknown')), 
	CONSTRAINT ck_visit_status_known CHECK (status IN ('idea', 'planned', 'confirmed', 'under way', 'held', 'postponed', 'cancelled', 'implied')), 
	CONSTRAINT ck_visit_date_in_order CHECK (date_first IS NULL OR date_last IS NULL OR date_first <= date_last), 
	CONSTRAINT ck_visit_two_countries CHECK (sending <> host), 
	CONSTRAINT fk_visit_host FOREIGN KEY(host) REFERENCES country (code), 
	CONSTRAINT fk_visit_merged_into FOREIGN KEY(merged_into) REFERENCES visit (id), 
	CONSTRAINT fk_visit_sending FOREIGN KEY(sending) REFERENCES country (code), 
	CONSTRAINT fk_visit_series_id FOREIGN KEY(series_id) REFERENCES series (id), 
	CONSTRAINT uq_visit_ref UNIQUE (ref)
);
INSERT INTO "visit" VALUES('','2025-01-28/2025-01-29','2025-01-28','2025-01-29','stated',1,'V-2025-001','MA','ES','','','unknown','held','unknown','Madrid',NULL,'','',NULL);
CREATE TABLE visit_link (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	from_id INTEGER NOT NULL, 
	to_id INTEGER NOT NULL, 
	kind VARCHAR NOT NULL, 
	CONSTRAINT ck_visit_link_kind_known CHECK (kind IN ('follows', 'complements', 'returns', 'part of the same trip', 'not a duplicate')), 
	CONSTRAINT ck_visit_link_two_visits CHECK (from_id <> to_id), 
	CONSTRAINT fk_visit_link_from_id FOREIGN KEY(from_id) REFERENCES visit (id), 
	CONSTRAINT fk_visit_link_to_id FOREIGN KEY(to_id) REFERENCES visit (id), 
	CONSTRAINT uq_visit_link_from_id_to_id_kind UNIQUE (from_id, to_id, kind)
);
CREATE TABLE visit_topic (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	visit_id INTEGER NOT NULL, 
	topic VARCHAR NOT NULL, 
	CONSTRAINT fk_visit_topic_topic FOREIGN KEY(topic) REFERENCES topic (code), 
	CONSTRAINT fk_visit_topic_visit_id FOREIGN KEY(visit_id) REFERENCES visit (id), 
	CONSTRAINT uq_visit_topic_visit_id_topic UNIQUE (visit_id, topic)
);
CREATE INDEX ix_pair_summary_last ON pair_summary (last_day, a, b);
CREATE INDEX ix_pair_summary_open ON pair_summary (open, a, b);
CREATE INDEX ix_pair_summary_watch ON pair_summary (watch, a, b);
CREATE INDEX ix_source_body_sha256 ON source (body_sha256);
CREATE INDEX ix_source_duplicate_of ON source (duplicate_of);
CREATE INDEX ix_source_merged_into ON source (merged_into) WHERE merged_into IS NOT NULL;
CREATE INDEX ix_source_title ON source (title);
CREATE INDEX ix_source_url ON source (url);
CREATE INDEX ix_step_at ON step (at);
CREATE INDEX ix_step_mine ON step ("by", kind, undone, id);
CREATE INDEX ix_step_reverts_id ON step (reverts_id);
CREATE INDEX ix_topic_parent ON topic (parent);
CREATE INDEX ix_change_record ON change (record_kind, record_id);
CREATE INDEX ix_change_row ON change (table_name, row_id);
CREATE INDEX ix_change_step_id ON change (step_id);
CREATE INDEX ix_citation_record ON citation (record_kind, record_id, field);
CREATE INDEX ix_citation_source_id ON citation (source_id);
CREATE UNIQUE INDEX uq_citation_accepted ON citation (record_kind, record_id, field) WHERE accepted;
CREATE INDEX ix_country_name_country ON country_name (country);
CREATE INDEX ix_country_name_folded ON country_name (folded);
CREATE INDEX ix_instrument_alias_folded ON instrument_alias (folded);
CREATE INDEX ix_official_country ON official (country);
CREATE INDEX ix_official_merged_into ON official (merged_into) WHERE merged_into IS NOT NULL;
CREATE INDEX ix_official_sort_name ON official (sort_name);
CREATE INDEX ix_organisation_acronym ON organisation (acronym);
CREATE INDEX ix_organisation_country ON organisation (country);
CREATE INDEX ix_organisation_merged_into ON organisation (merged_into) WHERE merged_into IS NOT NULL;
CREATE INDEX ix_organisation_name ON organisation (name);
CREATE INDEX ix_organisation_parent_id ON organisation (parent_id);
CREATE INDEX ix_topic_alias_folded ON topic_alias (folded);
CREATE INDEX ix_visit_host ON visit (host);
CREATE INDEX ix_visit_merged_into ON visit (merged_into) WHERE merged_into IS NOT NULL;
CREATE INDEX ix_visit_sending_host_date ON visit (sending, host, date_first);
CREATE INDEX ix_visit_series_id ON visit (series_id);
CREATE INDEX ix_delegation_country ON delegation (country);
CREATE INDEX ix_delegation_organisation_id ON delegation (organisation_id);
CREATE INDEX ix_delegation_visit_id ON delegation (visit_id);
CREATE INDEX ix_meeting_series_id ON meeting (series_id);
CREATE INDEX ix_meeting_visit_id ON meeting (visit_id);
CREATE INDEX ix_official_name_folded ON official_name (folded);
CREATE INDEX ix_official_name_skeleton ON official_name (skeleton);
CREATE INDEX ix_official_name_source_id ON official_name (source_id);
CREATE INDEX ix_post_country ON post (country);
CREATE INDEX ix_post_merged_into ON post (merged_into) WHERE merged_into IS NOT NULL;
CREATE INDEX ix_post_organisation_id ON post (organisation_id);
CREATE INDEX ix_post_title ON post (title);
CREATE UNIQUE INDEX uq_post_title ON post (organisation_id, title) WHERE merged_into IS NULL;
CREATE INDEX ix_visit_link_to_id ON visit_link (to_id);
CREATE INDEX ix_visit_topic_topic ON visit_topic (topic);
CREATE INDEX ix_action_instrument ON action (instrument);
CREATE INDEX ix_action_meeting_id ON action (meeting_id);
CREATE INDEX ix_action_owner_official_id ON action (owner_official_id);
CREATE INDEX ix_action_owner_organisation_id ON action (owner_organisation_id);
CREATE INDEX ix_action_owner_post_id ON action (owner_post_id);
CREATE INDEX ix_action_parent_id ON action (parent_id);
CREATE INDEX ix_action_promoted_from_id ON action (promoted_from_id);
CREATE INDEX ix_action_rung_status ON action (rung, status);
CREATE INDEX ix_action_supersedes_id ON action (supersedes_id);
CREATE INDEX ix_action_visit_id ON action (visit_id);
CREATE INDEX ix_meeting_party_country ON meeting_party (country);
CREATE INDEX ix_meeting_topic_topic ON meeting_topic (topic);
CREATE INDEX ix_post_counterpart_counterpart_id ON post_counterpart (counterpart_id);
CREATE INDEX ix_post_title_folded ON post_title (folded);
CREATE INDEX ix_tenure_post_id ON tenure (post_id);
CREATE INDEX ix_tenure_source_id ON tenure (source_id);
CREATE INDEX ix_action_party_country ON action_party (country);
CREATE INDEX ix_action_topic_topic ON action_topic (topic);
CREATE INDEX ix_agenda_item_action_id ON agenda_item (action_id);
CREATE INDEX ix_followup_action_id ON followup (action_id);
CREATE INDEX ix_followup_meeting_id ON followup (meeting_id);
CREATE INDEX ix_followup_official_id ON followup (official_id);
CREATE INDEX ix_followup_visit_id ON followup (visit_id);
CREATE INDEX ix_rung_change_action_id ON rung_change (action_id);
CREATE INDEX ix_rung_change_meeting_id ON rung_change (meeting_id);
CREATE INDEX ix_rung_change_source_id ON rung_change (source_id);
CREATE INDEX ix_rung_change_visit_id ON rung_change (visit_id);
CREATE INDEX ix_log_entry_action_id ON log_entry (action_id);
CREATE INDEX ix_brief_record ON brief (record_kind, record_id);
CREATE INDEX ix_cadence_second ON cadence (second);
CREATE INDEX ix_followup_hidden ON followup (hidden_until, id) WHERE hidden_until <> '';
CREATE INDEX ix_followup_anchor ON followup (anchor_id, anchor_kind) WHERE anchor_id IS NOT NULL;
CREATE INDEX ix_log_entry_followup ON log_entry (followup_id, at, id);
CREATE INDEX ix_action_party_scored ON action_party (country, score, action_id) WHERE score IS NOT NULL;
CREATE INDEX ix_official_summary_name ON official_summary (sort_key, official_id);
CREATE INDEX ix_official_summary_last ON official_summary (last_day, official_id);
CREATE INDEX ix_official_summary_country ON official_summary (country, sort_key, official_id);
CREATE INDEX ix_official_summary_met ON official_summary (country, last_day, official_id);
CREATE INDEX ix_name_key_record ON name_key (kind, record_id);
CREATE INDEX ix_name_part_official ON name_part (official_id);
CREATE UNIQUE INDEX ix_search_entry_record ON search_entry (record_id, kind);
CREATE INDEX ix_event_group ON event (group_id, rank);
CREATE INDEX ix_event_oldest ON event (undated, sort_day, group_id, position);
CREATE INDEX ix_event_scope_oldest ON event_scope (scope_kind, scope_id, undated, sort_day, group_id, position);
CREATE INDEX ix_event_status ON event (status, sort_day);
CREATE INDEX ix_event_time ON event (sort_day, group_id, rank);
CREATE VIRTUAL TABLE search_word USING fts5(folded, content='search_entry', content_rowid='id', detail=none, columnsize=0, prefix='1 2 3', tokenize="ascii tokenchars '.'");
CREATE VIRTUAL TABLE search_vocabulary USING fts5vocab(search_word, row);
INSERT INTO search_word(search_word) VALUES('rebuild');
CREATE TRIGGER search_word_new AFTER INSERT ON search_entry BEGIN INSERT INTO search_word(rowid, folded) VALUES (new.id, new.folded); END;
CREATE TRIGGER search_word_gone AFTER DELETE ON search_entry BEGIN INSERT INTO search_word(search_word, rowid, folded) VALUES ('delete', old.id, old.folded); END;
CREATE TRIGGER search_word_other AFTER UPDATE OF id, folded ON search_entry BEGIN INSERT INTO search_word(search_word, rowid, folded) VALUES ('delete', old.id, old.folded); INSERT INTO search_word(rowid, folded) VALUES (new.id, new.folded); END;
CREATE INDEX ix_participant_delegation_id ON participant (delegation_id) WHERE delegation_id IS NOT NULL;
CREATE INDEX ix_participant_meeting_id ON participant (meeting_id) WHERE meeting_id IS NOT NULL;
CREATE INDEX ix_participant_official_id ON participant (official_id) WHERE official_id IS NOT NULL;
CREATE INDEX ix_participant_post_id ON participant (post_id) WHERE post_id IS NOT NULL;
CREATE INDEX ix_participant_organisation_id ON participant (organisation_id) WHERE organisation_id IS NOT NULL;
CREATE INDEX ix_event_scope_time ON event_scope (scope_kind, scope_id, sort_day, group_id, rank, status);
CREATE INDEX ix_event_scope_status ON event_scope (scope_kind, scope_id, status, sort_day) WHERE status <> 'held';
CREATE INDEX ix_event_scope_open ON event_scope (scope_kind, scope_id, sort_day) WHERE open > 0;
CREATE INDEX ix_event_scope_watch ON event_scope (scope_kind, scope_id, sort_day) WHERE watch > 0;
CREATE INDEX ix_action_open ON action (due_last) WHERE status IN ('open', 'in progress', 'waiting');
CREATE INDEX ix_event_unplaced ON event (date_edtf, rank) WHERE undated;
CREATE INDEX ix_event_across ON event (sort_day, date_edtf, group_id) WHERE rank = 0 AND LENGTH(date_edtf) > 11 AND SUBSTR(date_edtf, 1, 7) <> SUBSTR(date_edtf, 12, 7);
CREATE INDEX ix_followup_due ON followup (due_last, id, remind_on, hidden_until, status) WHERE status IN ('open', 'waiting');
CREATE INDEX ix_followup_asks ON followup (CASE WHEN remind_on <> '' THEN remind_on ELSE COALESCE(due_last, '9999-12-31') END, id, due_last, remind_on, hidden_until, status) WHERE status IN ('open', 'waiting');
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('step',5);
INSERT INTO "sqlite_sequence" VALUES('change',23);
INSERT INTO "sqlite_sequence" VALUES('country_name',3);
INSERT INTO "sqlite_sequence" VALUES('visit',1);
INSERT INTO "sqlite_sequence" VALUES('meeting',1);
INSERT INTO "sqlite_sequence" VALUES('meeting_party',2);
INSERT INTO "sqlite_sequence" VALUES('action',1);
INSERT INTO "sqlite_sequence" VALUES('action_party',2);
INSERT INTO "sqlite_sequence" VALUES('followup',1);
INSERT INTO "sqlite_sequence" VALUES('source',1);
INSERT INTO "sqlite_sequence" VALUES('official',1);
INSERT INTO "sqlite_sequence" VALUES('official_name',2);
INSERT INTO "sqlite_sequence" VALUES('organisation',1);
INSERT INTO "sqlite_sequence" VALUES('post',1);
INSERT INTO "sqlite_sequence" VALUES('tenure',1);
INSERT INTO "sqlite_sequence" VALUES('citation',1);
INSERT INTO "sqlite_sequence" VALUES('cadence',1);
COMMIT;

-- The heart: notes, corrections, handover, reminders, drafts, search.

create extension if not exists btree_gin;
create schema journal;
comment on schema journal is 'Notes and handover.';
grant usage on schema journal to rt_app, rt_search;

create table journal.note (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  external_id text,
  unit_id uuid not null,
  citizen_id uuid,
  kind text not null constraint note_kind_known check (kind in ('diary', 'health', 'cooperation', 'visit', 'conversation', 'unit')),
  happened_at timestamptz not null,
  written_at timestamptz not null,
  author_id uuid not null,
  author_name text not null,
  text text not null,
  important boolean not null default false,
  theme text,
  event_id uuid,
  amended boolean not null default false,
  era smallint not null default kernel.current_era(),
  tx xid8 not null default pg_current_xact_id(),
  tsv tsvector not null generated always as (to_tsvector('danish', text)) stored,
  constraint note_pk primary key (tenant_id, id),
  constraint note_external_unique unique (tenant_id, external_id),
  constraint note_unit_fk foreign key (tenant_id, unit_id) references org.unit (tenant_id, id),
  constraint note_citizen_fk foreign key (tenant_id, citizen_id) references citizens.citizen (tenant_id, id),
  constraint note_author_fk foreign key (tenant_id, author_id) references org.employee (tenant_id, id),
  constraint note_about_someone_unless_unit check ((citizen_id is null) = (kind = 'unit'))
);
create index note_citizen_time on journal.note (tenant_id, citizen_id, happened_at desc);
create index note_unit_order on journal.note (tenant_id, unit_id, era, tx);
create index note_unit_time on journal.note (tenant_id, unit_id, happened_at desc);
create index note_unit_written on journal.note (tenant_id, unit_id, written_at desc);
create index note_unit_waiting on journal.note (tenant_id, unit_id, written_at desc) where important or amended;
create index note_citizen_amended on journal.note (tenant_id, citizen_id) where amended;
create index note_author on journal.note (tenant_id, author_id);
create index note_words on journal.note using gin (unit_id, tsv) with (fastupdate = off);
comment on table journal.note is 'A note as it was first written. Rows are only added; a change is a correction, a mistake is a withdrawal.';
comment on column journal.note.external_id is 'The note''s id in the system it was imported from.';
comment on column journal.note.author_name is 'The author''s name as it was when it was written.';
comment on column journal.note.theme is 'FFB theme, as a key of features/journal/themes.ts.';
comment on column journal.note.event_id is 'Ties together the notes of one event with several citizens. Never shown across citizens.';
comment on column journal.note.amended is 'A correction or withdrawal exists. The only column that may change.';
comment on column journal.note.era is 'See kernel.era: transaction numbers are comparable within it.';
comment on column journal.note.tx is 'Transaction that wrote the note. Handover compares it with a stored snapshot, so that no note is missed when transactions commit out of order.';
comment on column journal.note.tsv is 'Danish words of the text, for search.';
call kernel.wall('journal.note');
grant select, insert on journal.note to rt_app;
grant update (amended) on journal.note to rt_app;

create table journal.correction (
  tenant_id uuid not null default kernel.here(),
  note_id uuid not null,
  version int not null constraint correction_version_after_first check (version > 1),
  happened_at timestamptz not null,
  text text not null,
  important boolean not null,
  theme text,
  reason text not null,
  author_id uuid not null,
  author_name text not null,
  written_at timestamptz not null,
  unit_id uuid not null,
  era smallint not null default kernel.current_era(),
  tx xid8 not null default pg_current_xact_id(),
  tsv tsvector not null generated always as (to_tsvector('danish', text)) stored,
  constraint correction_pk primary key (tenant_id, note_id, version),
  constraint correction_note_fk foreign key (tenant_id, note_id) references journal.note (tenant_id, id),
  constraint correction_author_fk foreign key (tenant_id, author_id) references org.employee (tenant_id, id),
  constraint correction_unit_fk foreign key (tenant_id, unit_id) references org.unit (tenant_id, id)
);
create index correction_author on journal.correction (tenant_id, author_id);
create index correction_unit on journal.correction (tenant_id, unit_id, era, tx);
create index correction_unit_written on journal.correction (tenant_id, unit_id, written_at desc);
create index correction_unit_time on journal.correction (tenant_id, unit_id, happened_at);
create index correction_words on journal.correction using gin (unit_id, tsv) with (fastupdate = off);
comment on table journal.correction is 'A later version of a note, whole. The highest version is what is read; the others stay readable.';
comment on column journal.correction.version is 'The note itself is version 1.';
comment on column journal.correction.author_name is 'The author''s name as it was when it was written.';
comment on column journal.correction.theme is 'FFB theme, as a key of features/journal/themes.ts.';
comment on column journal.correction.era is 'See kernel.era.';
comment on column journal.correction.tx is 'As on the note.';
comment on column journal.correction.tsv is 'Danish words of the text, for search.';
call kernel.wall('journal.correction');
grant select, insert on journal.correction to rt_app;

create table journal.withdrawal (
  tenant_id uuid not null default kernel.here(),
  note_id uuid not null,
  reason text not null,
  withdrawn_by uuid not null,
  withdrawn_by_name text not null,
  withdrawn_at timestamptz not null,
  unit_id uuid not null,
  era smallint not null default kernel.current_era(),
  tx xid8 not null default pg_current_xact_id(),
  constraint withdrawal_pk primary key (tenant_id, note_id),
  constraint withdrawal_note_fk foreign key (tenant_id, note_id) references journal.note (tenant_id, id),
  constraint withdrawal_by_fk foreign key (tenant_id, withdrawn_by) references org.employee (tenant_id, id),
  constraint withdrawal_unit_fk foreign key (tenant_id, unit_id) references org.unit (tenant_id, id)
);
create index withdrawal_by on journal.withdrawal (tenant_id, withdrawn_by);
create index withdrawal_unit on journal.withdrawal (tenant_id, unit_id, era, tx);
create index withdrawal_unit_time on journal.withdrawal (tenant_id, unit_id, withdrawn_at desc);
comment on table journal.withdrawal is 'A note taken back, as one written on the wrong citizen. Its text is then shown only to those who may read withdrawn notes.';
comment on column journal.withdrawal.withdrawn_by_name is 'The name as it was then.';
comment on column journal.withdrawal.era is 'See kernel.era.';
comment on column journal.withdrawal.tx is 'As on the note.';
call kernel.wall('journal.withdrawal');
grant select, insert on journal.withdrawal to rt_app;

create table journal.reading (
  tenant_id uuid not null default kernel.here(),
  note_id uuid not null,
  employee_id uuid not null,
  version int not null default 1,
  read_at timestamptz not null,
  constraint reading_pk primary key (tenant_id, note_id, employee_id, version),
  constraint reading_note_fk foreign key (tenant_id, note_id) references journal.note (tenant_id, id),
  constraint reading_employee_fk foreign key (tenant_id, employee_id) references org.employee (tenant_id, id)
);
create index reading_employee on journal.reading (tenant_id, employee_id, read_at);
comment on table journal.reading is 'Who has read which note, for the reader''s own overview. Leaders see only shares of five people or more.';
comment on column journal.reading.version is 'The version of the note that was read: a corrected note is unread until it is read again.';
call kernel.wall('journal.reading');
grant select, insert on journal.reading to rt_app;

create table journal.takeover (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  unit_id uuid not null,
  employee_id uuid not null,
  taken_at timestamptz not null,
  era smallint not null,
  seen pg_snapshot not null,
  constraint takeover_pk primary key (tenant_id, id),
  constraint takeover_unit_fk foreign key (tenant_id, unit_id) references org.unit (tenant_id, id),
  constraint takeover_employee_fk foreign key (tenant_id, employee_id) references org.employee (tenant_id, id)
);
create index takeover_employee on journal.takeover (tenant_id, employee_id, unit_id, taken_at desc);
create index takeover_unit on journal.takeover (tenant_id, unit_id, taken_at desc);
comment on table journal.takeover is 'Each time somebody took over a shift. The last one of a person at a unit is where "since last" begins.';
comment on column journal.takeover.era is 'Era of the snapshot.';
comment on column journal.takeover.seen is 'Snapshot of the statement that showed the handover: what it could see is old, everything else is new, however late it commits.';
call kernel.wall('journal.takeover');
grant select, insert on journal.takeover to rt_app;

create table journal.reminder (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  unit_id uuid not null,
  citizen_id uuid,
  text text not null,
  author_id uuid not null,
  author_name text not null,
  written_at timestamptz not null,
  expires_at timestamptz not null,
  done_at timestamptz,
  done_by uuid,
  version int not null default 1,
  constraint reminder_pk primary key (tenant_id, id),
  constraint reminder_unit_fk foreign key (tenant_id, unit_id) references org.unit (tenant_id, id),
  constraint reminder_citizen_fk foreign key (tenant_id, citizen_id) references citizens.citizen (tenant_id, id),
  constraint reminder_author_fk foreign key (tenant_id, author_id) references org.employee (tenant_id, id)
);
create index reminder_unit on journal.reminder (tenant_id, unit_id, expires_at);
create index reminder_citizen on journal.reminder (tenant_id, citizen_id);
create index reminder_author on journal.reminder (tenant_id, author_id);
comment on table journal.reminder is 'A line to those who come next (huskelinje); goes away by itself.';
comment on column journal.reminder.author_name is 'The author''s name as it was when it was written.';
comment on column journal.reminder.version is 'Counts up with each change.';
call kernel.wall('journal.reminder');
grant select, insert on journal.reminder to rt_app;
grant update (done_at, done_by, version) on journal.reminder to rt_app;

create table journal.draft (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  author_id uuid not null,
  unit_id uuid,
  citizen_id uuid,
  content jsonb not null,
  revision int not null,
  started_at timestamptz not null,
  saved_at timestamptz not null,
  ended_at timestamptz,
  constraint draft_pk primary key (tenant_id, id),
  constraint draft_author_fk foreign key (tenant_id, author_id) references org.employee (tenant_id, id),
  constraint draft_unit_fk foreign key (tenant_id, unit_id) references org.unit (tenant_id, id),
  constraint draft_citizen_fk foreign key (tenant_id, citizen_id) references citizens.citizen (tenant_id, id)
);
create index draft_author on journal.draft (tenant_id, author_id);
create index draft_ended on journal.draft (tenant_id, ended_at) where ended_at is not null;
create index draft_unit on journal.draft (tenant_id, unit_id);
create index draft_citizen on journal.draft (tenant_id, citizen_id);
comment on table journal.draft is 'What somebody is writing. Seen by its author only; emptied when the note is saved or the draft discarded.';
comment on column journal.draft.content is 'The composer''s fields as they stand.';
comment on column journal.draft.revision is 'Counts up with each save; an older one arriving late changes nothing.';
comment on column journal.draft.ended_at is 'Saved as a note, or discarded. The row stays empty for a while, so that an autosave arriving late cannot bring the words back.';
call kernel.wall('journal.draft');
grant select, insert, update, delete on journal.draft to rt_app;

-- Text search cannot stand behind row security (the match operator is not leak-proof, the index would not be used).
-- It goes through this one function. It takes no tenant: that is read from the login role. It takes no units: it works them out.
create policy search_reads on journal.note for select to rt_search using (true);
create policy search_reads on journal.correction for select to rt_search using (true);
create policy search_reads on journal.withdrawal for select to rt_search using (true);
grant select on journal.note, journal.correction, journal.withdrawal to rt_search;

create function journal.search(actor uuid, on_day date, roles text[], words text, most int, about uuid default null)
returns table (note_id uuid, rank real) language sql stable rows 50 security definer set search_path = pg_catalog, pg_temp
begin atomic
  with allowed as materialized (select array(select org.reach(actor, on_day, roles)) as units),
  asked as materialized (select websearch_to_tsquery('danish'::regconfig, words) as query)
  select found.id, max(found.rank)
  from (
    (select note.id, ts_rank(note.tsv, asked.query) as rank, note.happened_at
    from asked, journal.note
    where note.unit_id = any ((select units from allowed)::uuid[]) and note.tsv @@ asked.query
      and note.tenant_id = kernel.here() and not note.amended and (about is null or note.citizen_id = about)
    order by note.happened_at desc limit most)
    union all
    (select correction.note_id, ts_rank(correction.tsv, asked.query), correction.happened_at
    from asked, journal.correction
    where correction.unit_id = any ((select units from allowed)::uuid[]) and correction.tsv @@ asked.query
      and correction.tenant_id = kernel.here()
      and not exists (select from journal.correction later where later.tenant_id = correction.tenant_id
        and later.note_id = correction.note_id and later.version > correction.version)
      and not exists (select from journal.withdrawal where withdrawal.tenant_id = correction.tenant_id and withdrawal.note_id = correction.note_id)
      and (about is null or exists (select from journal.note where note.tenant_id = correction.tenant_id
        and note.id = correction.note_id and note.citizen_id = about))
    order by correction.happened_at desc limit most)
  ) found
  group by found.id
  order by max(found.happened_at) desc
  limit most;
end;
comment on function journal.search(uuid, date, text[], text, int, uuid) is 'Notes whose present words match, newest first, within the actor''s reach in the tenant of the login role; with `about`, of one citizen only.';
revoke execute on function journal.search(uuid, date, text[], text, int, uuid) from public;
grant execute on function journal.search(uuid, date, text[], text, int, uuid) to rt_app;
grant create on schema journal to rt_search;
alter function journal.search(uuid, date, text[], text, int, uuid) owner to rt_search;
revoke create on schema journal from rt_search;

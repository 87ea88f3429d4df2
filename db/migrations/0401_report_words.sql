-- What is being changed in a report is kept as it is typed; and a reading belongs to the words that were read, not to who had the report since.

alter table reports.report add column worded_version int not null default 1;
-- A report of before this: what the citizen has read last are its words, when it is on its way; a draft is read as it stands now.
update reports.report set worded_version = case when report.state = 'draft' then report.version
  else coalesce((select max(reading.report_version) from reports.reading where reading.tenant_id = report.tenant_id and reading.report_id = report.id), report.version) end;
comment on column reports.report.worded_version is 'The version with which the words last changed; a reading from then on is of the words as they stand.';
grant update (worded_version) on reports.report to rt_app;

create table reports.editing (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  report_id uuid not null,
  author_id uuid not null,
  edited jsonb not null,
  revision int not null,
  started_at timestamptz not null,
  saved_at timestamptz not null,
  ended_at timestamptz,
  constraint editing_pk primary key (tenant_id, id),
  constraint editing_report_fk foreign key (tenant_id, report_id) references reports.report (tenant_id, id),
  constraint editing_author_fk foreign key (tenant_id, author_id) references org.employee (tenant_id, id),
  constraint editing_ended_is_empty check (ended_at is null or edited = '{}')
);
create index editing_report on reports.editing (tenant_id, report_id, author_id);
create index editing_author on reports.editing (tenant_id, author_id);
create index editing_ended on reports.editing (tenant_id, ended_at) where ended_at is not null;
comment on table reports.editing is 'What somebody has changed in a report and not saved in it yet; its author''s alone. Emptied when it is saved or thrown away.';
comment on column reports.editing.edited is 'The version it began from, the words as they stood then, the words now, and the sentence that is open.';
comment on column reports.editing.revision is 'Counts the saves; an older one that arrives late changes nothing.';
comment on column reports.editing.started_at is 'When the first letter was kept.';
comment on column reports.editing.ended_at is 'Saved in the report, or thrown away; a late save is not a new one.';
call kernel.wall('reports.editing');
grant select, insert, update, delete on reports.editing to rt_app;
call db.erase_from('reports.editing', 'working-paper', 'social-record', 'exists (select from reports.report o where o.tenant_id = t.tenant_id and o.id = t.report_id and o.citizen_id = $1)',
  't.saved_at < $1 and not exists (select from reports.report o where o.tenant_id = t.tenant_id and o.id = t.report_id and privacy.is_held(o.citizen_id))',
  '(t.saved_at at time zone ''Europe/Copenhagen'')::date', 10);

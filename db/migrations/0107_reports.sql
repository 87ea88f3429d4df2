-- The status report: a draft whose every sentence names its sources, read by the citizen, approved by the leader, sent once.

create schema reports;
comment on schema reports is 'Status reports to the authority.';
grant usage on schema reports to rt_app;

create table reports.report (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  citizen_id uuid not null,
  unit_id uuid not null,
  from_on date not null,
  to_on date not null,
  to_name text not null,
  follow_up_on date,
  content jsonb not null,
  state text not null default 'draft' constraint report_state_known check (state in ('draft', 'submitted', 'approved', 'sent', 'dropped')),
  begun_at timestamptz not null,
  written_by uuid not null,
  written_by_name text not null,
  written_at timestamptz not null,
  writers uuid[] not null,
  returned_because text,
  approved_by uuid,
  approved_by_name text,
  approved_at timestamptz,
  version int not null default 1,
  constraint report_pk primary key (tenant_id, id),
  constraint report_of_citizen unique (tenant_id, citizen_id, id),
  constraint report_citizen_fk foreign key (tenant_id, citizen_id) references citizens.citizen (tenant_id, id),
  constraint report_unit_fk foreign key (tenant_id, unit_id) references org.unit (tenant_id, id),
  constraint report_written_by_fk foreign key (tenant_id, written_by) references org.employee (tenant_id, id),
  constraint report_approved_by_fk foreign key (tenant_id, approved_by) references org.employee (tenant_id, id),
  constraint report_period check (to_on >= from_on),
  constraint report_never_own_approval check (not approved_by = any (writers)),
  constraint report_approved_whole check (num_nonnulls(approved_by, approved_by_name, approved_at) in (0, 3)),
  constraint report_sent_is_approved check (state not in ('approved', 'sent') or approved_by is not null)
);
create index report_citizen on reports.report (tenant_id, citizen_id, to_on desc);
create index report_unit on reports.report (tenant_id, unit_id, state);
create index report_written_by on reports.report (tenant_id, written_by);
create index report_approved_by on reports.report (tenant_id, approved_by);
comment on table reports.report is 'A status report on its way. What was sent stands in reports.copy.';
comment on column reports.report.from_on is 'First day it tells of.';
comment on column reports.report.to_on is 'Last day it tells of.';
comment on column reports.report.to_name is 'The authority it is for.';
comment on column reports.report.follow_up_on is 'Day of the follow-up it is written for.';
comment on column reports.report.content is 'Sections of sentences; each sentence with the sources it rests on, by kind, id and version.';
comment on column reports.report.state is 'draft, submitted to the leader, approved, sent, dropped.';
comment on column reports.report.written_by_name is 'Who wrote last; the name as it was then.';
comment on column reports.report.writers is 'Everybody who has written in it: none of them approves it.';
comment on column reports.report.returned_because is 'Why the leader gave it back.';
comment on column reports.report.approved_by_name is 'The name as it was then.';
comment on column reports.report.version is 'Counts up with each change.';
call kernel.wall('reports.report');
grant select, insert on reports.report to rt_app;
grant update (to_name, follow_up_on, content, state, written_by, written_by_name, written_at, writers, returned_because, approved_by, approved_by_name, approved_at, version) on reports.report to rt_app;

create table reports.reading (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  report_id uuid not null,
  citizen_id uuid not null,
  report_version int not null,
  how text not null constraint reading_how_known check (how in ('read', 'read-aloud', 'declined', 'not-possible')),
  agrees text constraint reading_agrees_known check (agrees in ('yes', 'partly', 'no')),
  text text,
  read_on date not null,
  written_by uuid not null,
  written_by_name text not null,
  written_at timestamptz not null,
  constraint reading_pk primary key (tenant_id, id),
  constraint reading_report_fk foreign key (tenant_id, citizen_id, report_id) references reports.report (tenant_id, citizen_id, id),
  constraint reading_written_by_fk foreign key (tenant_id, written_by) references org.employee (tenant_id, id),
  constraint reading_unread_says_why check (how in ('read', 'read-aloud') or text is not null)
);
create index reading_report on reports.reading (tenant_id, citizen_id, report_id);
create index reading_written_by on reports.reading (tenant_id, written_by);
comment on table reports.reading is 'The citizen has read the report, or not, and says. Rows are only added.';
comment on column reports.reading.report_version is 'Version of the report that was read.';
comment on column reports.reading.how is 'read, read aloud to them, declined, not possible.';
comment on column reports.reading.agrees is 'Whether the citizen agrees; null when it was not read.';
comment on column reports.reading.text is 'The citizen''s own words; or why it was not read.';
comment on column reports.reading.read_on is 'Day it was read.';
comment on column reports.reading.written_by_name is 'The name as it was then.';
call kernel.wall('reports.reading');
grant select, insert on reports.reading to rt_app;

create table reports.copy (
  tenant_id uuid not null default kernel.here(),
  report_id uuid not null,
  citizen_id uuid not null,
  sent_at timestamptz not null,
  sent_by uuid not null,
  sent_by_name text not null,
  sent_to text not null,
  how text not null constraint copy_how_known check (how in ('digital-post', 'message', 'by-hand', 'letter')),
  told jsonb not null,
  pdf bytea not null,
  docx bytea not null,
  pdf_sha256 bytea not null,
  constraint copy_pk primary key (tenant_id, report_id),
  constraint copy_report_fk foreign key (tenant_id, citizen_id, report_id) references reports.report (tenant_id, citizen_id, id),
  constraint copy_sent_by_fk foreign key (tenant_id, sent_by) references org.employee (tenant_id, id)
);
alter table reports.copy alter column pdf set storage external;
alter table reports.copy alter column docx set storage external;
create index copy_report on reports.copy (tenant_id, citizen_id, report_id);
create index copy_sent_by on reports.copy (tenant_id, sent_by);
comment on table reports.copy is 'The report as it was sent. Rows are only added: nobody can change or delete one.';
comment on column reports.copy.sent_by_name is 'The name as it was then.';
comment on column reports.copy.sent_to is 'To whom, as it was then.';
comment on column reports.copy.how is 'By which way it left the house, as whoever sent it says.';
comment on column reports.copy.told is 'Sections, sentences, and each source with its words as they stood.';
comment on column reports.copy.pdf is 'The octets of the PDF.';
comment on column reports.copy.docx is 'The octets of the Word file.';
comment on column reports.copy.pdf_sha256 is 'Of the PDF, so that a copy elsewhere can be held against it.';
call kernel.wall('reports.copy');
grant select, insert on reports.copy to rt_app;

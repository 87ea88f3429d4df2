-- The monthly newsletter: drafted from what happened, with its sources, editions of units, and what is on its way by e-mail.

create schema newsletter;
comment on schema newsletter is 'The project''s newsletter (nyhedsbrev), on screen, by e-mail and on paper.';
grant usage on schema newsletter to rt_app;

create table newsletter.issue (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  external_id text,
  place_id uuid not null,
  month_on date not null constraint issue_month_begins check (extract(day from month_on) = 1),
  number int not null,
  title text not null,
  state text not null constraint issue_state_known check (state in ('collecting', 'draft', 'edited', 'approved', 'sent', 'archived')),
  salt uuid not null default gen_random_uuid(),
  approved_at timestamptz,
  approved_by uuid,
  sent_at timestamptz,
  sent_by uuid,
  version int not null default 1,
  changed_at timestamptz not null,
  changed_by uuid not null,
  constraint issue_pk primary key (tenant_id, id),
  constraint issue_month_once unique (tenant_id, place_id, month_on),
  constraint issue_number_unique unique (tenant_id, place_id, number),
  constraint issue_external_unique unique (tenant_id, external_id),
  constraint issue_place_fk foreign key (tenant_id, place_id) references org.unit (tenant_id, id),
  constraint issue_approved_by_fk foreign key (tenant_id, approved_by) references org.employee (tenant_id, id),
  constraint issue_sent_by_fk foreign key (tenant_id, sent_by) references org.employee (tenant_id, id),
  constraint issue_changed_by_fk foreign key (tenant_id, changed_by) references org.employee (tenant_id, id),
  constraint issue_sent_says_when check ((state in ('sent', 'archived')) = (sent_at is not null))
);
create index issue_approved_by on newsletter.issue (tenant_id, approved_by);
create index issue_sent_by on newsletter.issue (tenant_id, sent_by);
create index issue_changed_by on newsletter.issue (tenant_id, changed_by);
comment on table newsletter.issue is 'One month''s newsletter of one project. Sent, its words never change; what was wrong is noted in the next.';
comment on column newsletter.issue.external_id is 'Its id in the file it was imported from.';
comment on column newsletter.issue.place_id is 'The municipality or area whose project it is.';
comment on column newsletter.issue.month_on is 'First day of the month it is about.';
comment on column newsletter.issue.number is 'Shown as NB-1.';
comment on column newsletter.issue.title is 'What stands in the subject of the e-mail: never about a person.';
comment on column newsletter.issue.state is 'collecting, draft (made from the month''s events), edited, approved, sent, archived.';
comment on column newsletter.issue.salt is 'Makes marks of readers that name nobody.';
comment on column newsletter.issue.version is 'Counts up with each change.';
call kernel.wall('newsletter.issue');
grant select, insert, update on newsletter.issue to rt_app;

create table newsletter.section (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  issue_id uuid not null,
  position smallint not null constraint section_at_most_seven check (position between 1 and 7),
  slot text not null constraint section_slot_known check (slot in ('correction', 'live', 'decided', 'told', 'went-wrong', 'solved', 'measured', 'answered', 'coming', 'story', 'own')),
  heading text not null,
  text text not null,
  constraint section_pk primary key (tenant_id, id),
  constraint section_position_unique unique (tenant_id, issue_id, position),
  constraint section_issue_fk foreign key (tenant_id, issue_id) references newsletter.issue (tenant_id, id)
);
comment on table newsletter.section is 'A part of an issue; at most seven.';
comment on column newsletter.section.position is 'Order in the issue, from 1.';
comment on column newsletter.section.slot is 'What kind of news it holds. told: messages for information. went-wrong: what did not go well, a fixed place. story: one person''s own, to be written.';
comment on column newsletter.section.heading is 'Its heading.';
call kernel.wall('newsletter.section');
grant select, insert, delete on newsletter.section to rt_app;

create table newsletter.source (
  tenant_id uuid not null default kernel.here(),
  section_id uuid not null,
  kind text not null,
  source_id uuid not null,
  label text,
  title text not null,
  fingerprint text not null,
  noted_in_id uuid,
  constraint source_pk primary key (tenant_id, section_id, kind, source_id),
  constraint source_section_fk foreign key (tenant_id, section_id) references newsletter.section (tenant_id, id) on delete cascade,
  constraint source_noted_in_fk foreign key (tenant_id, noted_in_id) references newsletter.issue (tenant_id, id)
);
create index source_noted_in on newsletter.source (tenant_id, noted_in_id);
create index source_record on newsletter.source (tenant_id, source_id);
comment on table newsletter.source is 'What a section says it from: a record on the red thread.';
comment on column newsletter.source.label is 'Its short name then: D-005.';
comment on column newsletter.source.title is 'What it was called then.';
comment on column newsletter.source.fingerprint is 'What it said when the issue was written; when that moves, the next issue says so.';
comment on column newsletter.source.noted_in_id is 'The issue that told of the correction.';
call kernel.wall('newsletter.source');
grant select, insert, delete on newsletter.source to rt_app;
grant update (noted_in_id) on newsletter.source to rt_app;

create function newsletter.keep_sent() returns trigger language plpgsql as $$
begin
  if exists (select from newsletter.issue where tenant_id = kernel.here() and id = coalesce(new.issue_id, old.issue_id) and sent_at is not null)
  then raise exception 'an issue that was sent keeps its words' using errcode = 'integrity_constraint_violation';
  end if;
  return coalesce(new, old);
end $$;
comment on function newsletter.keep_sent() is 'What was sent stands.';
create trigger section_kept before insert or update or delete on newsletter.section for each row execute function newsletter.keep_sent();

create table newsletter.edition (
  tenant_id uuid not null default kernel.here(),
  issue_id uuid not null,
  unit_id uuid not null,
  text text not null,
  written_at timestamptz not null,
  written_by uuid not null,
  approved_at timestamptz,
  approved_by uuid,
  version int not null default 1,
  constraint edition_pk primary key (tenant_id, issue_id, unit_id),
  constraint edition_issue_fk foreign key (tenant_id, issue_id) references newsletter.issue (tenant_id, id),
  constraint edition_unit_fk foreign key (tenant_id, unit_id) references org.unit (tenant_id, id),
  constraint edition_written_by_fk foreign key (tenant_id, written_by) references org.employee (tenant_id, id),
  constraint edition_approved_by_fk foreign key (tenant_id, approved_by) references org.employee (tenant_id, id),
  constraint edition_approved_says_by check ((approved_at is null) = (approved_by is null))
);
create index edition_unit on newsletter.edition (tenant_id, unit_id);
create index edition_written_by on newsletter.edition (tenant_id, written_by);
create index edition_approved_by on newsletter.edition (tenant_id, approved_by);
comment on table newsletter.edition is 'A unit''s own paragraph in an issue. Written by its contact, approved by its leader; unapproved it does not go out.';
comment on column newsletter.edition.version is 'Counts up with each change; a change takes the approval away.';
call kernel.wall('newsletter.edition');
grant select, insert, update on newsletter.edition to rt_app;

create table newsletter.recipient (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  place_id uuid not null,
  unit_id uuid,
  address text not null constraint recipient_address_plain check (address ~ '^[^@\s<>"]+@[^@\s<>"]+$'),
  added_at timestamptz not null,
  added_by uuid not null,
  ended_at timestamptz,
  ended_by uuid,
  constraint recipient_pk primary key (tenant_id, id),
  constraint recipient_place_fk foreign key (tenant_id, place_id) references org.unit (tenant_id, id),
  constraint recipient_unit_fk foreign key (tenant_id, unit_id) references org.unit (tenant_id, id),
  constraint recipient_added_by_fk foreign key (tenant_id, added_by) references org.employee (tenant_id, id),
  constraint recipient_ended_by_fk foreign key (tenant_id, ended_by) references org.employee (tenant_id, id),
  constraint recipient_ended_says_by check ((ended_at is null) = (ended_by is null))
);
create unique index recipient_once on newsletter.recipient (tenant_id, place_id, lower(address)) where ended_at is null;
create index recipient_unit on newsletter.recipient (tenant_id, unit_id);
create index recipient_added_by on newsletter.recipient (tenant_id, added_by);
create index recipient_ended_by on newsletter.recipient (tenant_id, ended_by);
comment on table newsletter.recipient is 'An address the newsletter goes to: mostly a unit''s distribution list.';
comment on column newsletter.recipient.place_id is 'Whose newsletter.';
comment on column newsletter.recipient.unit_id is 'The unit whose edition it gets; null: the edition for all.';
call kernel.wall('newsletter.recipient');
grant select, insert on newsletter.recipient to rt_app;
grant update (ended_at, ended_by) on newsletter.recipient to rt_app;

create table newsletter.outgoing (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  issue_id uuid not null,
  unit_id uuid,
  address text not null,
  state text not null default 'waiting' constraint outgoing_state_known check (state in ('waiting', 'sent', 'refused')),
  attempts int not null default 0,
  next_at timestamptz,
  last_error text,
  made_at timestamptz not null,
  sent_at timestamptz,
  constraint outgoing_pk primary key (tenant_id, id),
  constraint outgoing_once unique (tenant_id, issue_id, address),
  constraint outgoing_issue_fk foreign key (tenant_id, issue_id) references newsletter.issue (tenant_id, id),
  constraint outgoing_unit_fk foreign key (tenant_id, unit_id) references org.unit (tenant_id, id),
  constraint outgoing_sent_says_when check ((state = 'sent') = (sent_at is not null))
);
create index outgoing_waiting on newsletter.outgoing (tenant_id, next_at) where state = 'waiting';
create index outgoing_unit on newsletter.outgoing (tenant_id, unit_id);
comment on table newsletter.outgoing is 'The outbox: one row for each address of an issue. A sent one is never sent again; its id is the message''s own.';
comment on column newsletter.outgoing.unit_id is 'Whose edition it is; null: the one for all.';
comment on column newsletter.outgoing.address is 'In small letters: the same address gets one.';
comment on column newsletter.outgoing.state is 'waiting: to be tried. sent: taken by the mail server. refused: the mail server said no for good.';
comment on column newsletter.outgoing.attempts is 'How often it was tried.';
comment on column newsletter.outgoing.next_at is 'When it is tried next; null when it is not.';
comment on column newsletter.outgoing.last_error is 'What the mail server or the network last said: a code, never words.';
call kernel.wall('newsletter.outgoing');
grant select, insert on newsletter.outgoing to rt_app;
grant update (state, attempts, next_at, last_error, sent_at) on newsletter.outgoing to rt_app;

create table newsletter.opening (
  tenant_id uuid not null default kernel.here(),
  issue_id uuid not null,
  mark bytea not null,
  unit_id uuid not null,
  constraint opening_pk primary key (tenant_id, issue_id, mark),
  constraint opening_issue_fk foreign key (tenant_id, issue_id) references newsletter.issue (tenant_id, id),
  constraint opening_unit_fk foreign key (tenant_id, unit_id) references org.unit (tenant_id, id)
);
create index opening_unit on newsletter.opening (tenant_id, unit_id);
comment on table newsletter.opening is 'Somebody in a unit has opened an issue. Nobody can tell who.';
comment on column newsletter.opening.mark is 'SHA-256 of the issue''s salt and the person''s id: shows only that it is the same person.';
call kernel.wall('newsletter.opening');
grant select, insert on newsletter.opening to rt_app;

create table newsletter.coverage (
  tenant_id uuid not null default kernel.here(),
  issue_id uuid not null,
  unit_id uuid not null,
  staff int not null constraint coverage_staff_some check (staff between 1 and 5000),
  reached int not null,
  constraint coverage_pk primary key (tenant_id, issue_id, unit_id),
  constraint coverage_issue_fk foreign key (tenant_id, issue_id) references newsletter.issue (tenant_id, id),
  constraint coverage_unit_fk foreign key (tenant_id, unit_id) references org.unit (tenant_id, id),
  constraint coverage_within check (reached between 0 and staff)
);
create index coverage_unit on newsletter.coverage (tenant_id, unit_id);
comment on table newsletter.coverage is 'How many read an issue, as somebody counted them: at a meeting, or in an older system.';
comment on column newsletter.coverage.staff is 'How many it was for.';
comment on column newsletter.coverage.reached is 'How many read it.';
call kernel.wall('newsletter.coverage');
grant select, insert, update on newsletter.coverage to rt_app;

create table newsletter.paper (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  issue_id uuid not null,
  unit_id uuid,
  name text not null,
  size_bytes int not null,
  content bytea not null,
  made_at timestamptz not null,
  made_by uuid not null,
  constraint paper_pk primary key (tenant_id, id),
  constraint paper_issue_fk foreign key (tenant_id, issue_id) references newsletter.issue (tenant_id, id),
  constraint paper_unit_fk foreign key (tenant_id, unit_id) references org.unit (tenant_id, id),
  constraint paper_made_by_fk foreign key (tenant_id, made_by) references org.employee (tenant_id, id)
);
create index paper_issue on newsletter.paper (tenant_id, issue_id);
create index paper_unit on newsletter.paper (tenant_id, unit_id);
create index paper_made_by on newsletter.paper (tenant_id, made_by);
comment on table newsletter.paper is 'An issue made into PDF, for the wall.';
comment on column newsletter.paper.unit_id is 'Whose edition it is; null: the one for all.';
comment on column newsletter.paper.size_bytes is 'Octets of the file.';
comment on column newsletter.paper.content is 'The file.';
call kernel.wall('newsletter.paper');
grant select, insert on newsletter.paper to rt_app;

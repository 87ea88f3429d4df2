-- The citizen's right to see: requests, what was found about others, and the packages that were made.

create schema privacy;
comment on schema privacy is 'The citizen''s right to see what is recorded, and how long it is kept.';
grant usage on schema privacy to rt_app;

create table privacy.request (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  citizen_id uuid not null,
  kind text not null constraint request_kind_known check (kind in ('gdpr-access', 'file-access', 'health-record-access')),
  requester text not null constraint request_requester_known check (requester in ('citizen', 'guardian', 'representative', 'authority')),
  requester_note text,
  from_on date not null,
  to_on date not null,
  received_on date not null,
  due_on date,
  task_id uuid,
  state text not null default 'looking' constraint request_state_known check (state in ('looking', 'review', 'closed')),
  asked_by uuid not null,
  asked_at timestamptz not null,
  looked_at timestamptz,
  outcome text constraint request_outcome_known check (outcome in ('handed-over', 'partly', 'refused', 'taken-back')),
  close_note text,
  closed_by uuid,
  closed_at timestamptz,
  version int not null default 1,
  constraint request_pk primary key (tenant_id, id),
  constraint request_citizen_fk foreign key (tenant_id, citizen_id) references citizens.citizen (tenant_id, id),
  constraint request_task_fk foreign key (tenant_id, task_id) references tasks.task (tenant_id, id),
  constraint request_asked_by_fk foreign key (tenant_id, asked_by) references org.employee (tenant_id, id),
  constraint request_closed_by_fk foreign key (tenant_id, closed_by) references org.employee (tenant_id, id),
  constraint request_period check (to_on >= from_on),
  constraint request_closed_says_how check ((state = 'closed') = (closed_at is not null) and (closed_at is null) = (outcome is null))
);
create index request_citizen on privacy.request (tenant_id, citizen_id);
create index request_open on privacy.request (tenant_id, due_on) where state <> 'closed';
create index request_task on privacy.request (tenant_id, task_id);
create index request_asked_by on privacy.request (tenant_id, asked_by);
create index request_closed_by on privacy.request (tenant_id, closed_by);
comment on table privacy.request is 'Somebody asked to see what is recorded about a citizen in a period.';
comment on column privacy.request.kind is 'Which right was asked for; features/privacy/deadlines.ts has its deadline, source and doubt.';
comment on column privacy.request.requester is 'Who asked. authority: another authority or a court.';
comment on column privacy.request.requester_note is 'By what right they ask for somebody else: power of attorney, guardianship.';
comment on column privacy.request.from_on is 'First day of the period asked for.';
comment on column privacy.request.to_on is 'Last day of it.';
comment on column privacy.request.received_on is 'Day on which the request came in; the deadline counts from it.';
comment on column privacy.request.due_on is 'Last day on which the answer is in time, as the rule of that day said; null where no rule is known.';
comment on column privacy.request.state is 'looking: being searched for others'' names. review: somebody looks at what was found; a package can be made. closed: answered.';
comment on column privacy.request.looked_at is 'When the search for others'' names was last done.';
comment on column privacy.request.outcome is 'What came of it.';
comment on column privacy.request.close_note is 'What was held back and why, or why it was refused; told to the citizen.';
comment on column privacy.request.version is 'Counts up with each change.';
call kernel.wall('privacy.request');
grant select, insert on privacy.request to rt_app;
grant update (task_id, state, looked_at, outcome, close_note, closed_by, closed_at, version) on privacy.request to rt_app;

create table privacy.finding (
  tenant_id uuid not null default kernel.here(),
  request_id uuid not null,
  key text not null,
  kind text not null constraint finding_kind_known check (kind in ('citizen', 'relative', 'number', 'withheld', 'file', 'contact', 'employee')),
  label text not null,
  places int not null,
  decision text not null constraint finding_decision_known check (decision in ('mask', 'keep')),
  decided_by uuid,
  decided_at timestamptz,
  constraint finding_pk primary key (tenant_id, request_id, key),
  constraint finding_request_fk foreign key (tenant_id, request_id) references privacy.request (tenant_id, id),
  constraint finding_decided_by_fk foreign key (tenant_id, decided_by) references org.employee (tenant_id, id),
  constraint finding_decided_says_by check ((decided_at is null) = (decided_by is null))
);
create index finding_decided_by on privacy.finding (tenant_id, decided_by);
comment on table privacy.finding is 'Somebody else, or a number, that the records of a citizen name; and whether it is masked in what is handed over. The records themselves are never changed.';
comment on column privacy.finding.kind is 'citizen, relative (of another citizen), number (like a CPR number), withheld (rows that may be about another altogether), file: masked unless somebody decides otherwise. contact (of the citizen), employee: shown unless.';
comment on column privacy.finding.label is 'What the person who looks it through is shown.';
comment on column privacy.finding.places is 'How many places.';
comment on column privacy.finding.decision is 'Holds for every place of which privacy.place does not say otherwise.';
comment on column privacy.finding.decided_at is 'When somebody looked at it; null while the decision is the one it began with.';
call kernel.wall('privacy.finding');
grant select, insert, delete on privacy.finding to rt_app;
grant update (places, label, decision, decided_by, decided_at) on privacy.finding to rt_app;

create table privacy.place (
  tenant_id uuid not null default kernel.here(),
  request_id uuid not null,
  finding_key text not null,
  section text not null,
  record_id text not null,
  field text not null,
  nth int not null,
  before text not null,
  found text not null,
  after text not null,
  decision text constraint place_decision_known check (decision in ('mask', 'keep')),
  constraint place_pk primary key (tenant_id, request_id, finding_key, section, record_id, field, nth),
  constraint place_finding_fk foreign key (tenant_id, request_id, finding_key) references privacy.finding (tenant_id, request_id, key) on delete cascade
);
comment on table privacy.place is 'One place where it stands, with the words around it; at most 300 of each finding. Emptied when the request is closed.';
comment on column privacy.place.finding_key is 'The finding it is a place of.';
comment on column privacy.place.section is 'Name of the telling: journal.notes.';
comment on column privacy.place.field is 'Key of the field.';
comment on column privacy.place.nth is 'Which of them in that field, from 0.';
comment on column privacy.place.before is 'The words before it.';
comment on column privacy.place.found is 'The words themselves.';
comment on column privacy.place.after is 'The words after it.';
comment on column privacy.place.decision is 'Other than the finding''s own; null: as the finding.';
call kernel.wall('privacy.place');
grant select, insert, delete on privacy.place to rt_app;
grant update (decision) on privacy.place to rt_app;

create table privacy.package (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  request_id uuid not null,
  state text not null default 'waiting' constraint package_state_known check (state in ('waiting', 'making', 'made', 'failed', 'forgotten')),
  language text not null constraint package_language_known check (language in ('da', 'en')),
  with_names boolean not null,
  asked_by uuid not null,
  asked_session uuid not null,
  asked_at timestamptz not null,
  done_rows int not null default 0,
  total_rows int,
  made_at timestamptz,
  size_bytes int,
  parts int,
  sha256 bytea,
  counts jsonb,
  masked int,
  constraint package_pk primary key (tenant_id, id),
  constraint package_request_fk foreign key (tenant_id, request_id) references privacy.request (tenant_id, id),
  constraint package_asked_by_fk foreign key (tenant_id, asked_by) references org.employee (tenant_id, id),
  constraint package_made_is_whole check (state not in ('made', 'forgotten') or num_nulls(made_at, size_bytes, parts, sha256, counts, masked) = 0)
);
create index package_request on privacy.package (tenant_id, request_id);
create index package_asked_by on privacy.package (tenant_id, asked_by);
comment on table privacy.package is 'What was made to be handed over. Its octets are forgotten after some weeks; what it was, and its hash, stay.';
comment on column privacy.package.state is 'forgotten: the octets are gone.';
comment on column privacy.package.language is 'Of the headings; what people wrote stands as they wrote it.';
comment on column privacy.package.with_names is 'Whether the look-ups say which employee; by default they do not.';
comment on column privacy.package.asked_session is 'The session that asked, for the trail of the job that makes it.';
comment on column privacy.package.done_rows is 'How far it has come.';
comment on column privacy.package.total_rows is 'Of how many; null until counted.';
comment on column privacy.package.size_bytes is 'Of the whole.';
comment on column privacy.package.parts is 'In how many parts it lies in privacy.package_part.';
comment on column privacy.package.sha256 is 'Of the whole: proves later what was handed over.';
comment on column privacy.package.counts is 'Rows of each section.';
comment on column privacy.package.masked is 'Places that were masked.';
call kernel.wall('privacy.package');
grant select, insert on privacy.package to rt_app;
grant update (state, done_rows, total_rows, made_at, size_bytes, parts, sha256, counts, masked) on privacy.package to rt_app;

create table privacy.package_part (
  tenant_id uuid not null default kernel.here(),
  package_id uuid not null,
  number int not null,
  content bytea not null,
  constraint package_part_pk primary key (tenant_id, package_id, number),
  constraint package_part_package_fk foreign key (tenant_id, package_id) references privacy.package (tenant_id, id)
);
alter table privacy.package_part alter column content set storage external;
comment on table privacy.package_part is 'The octets of a package, which are a copy: they are deleted when nobody needs to fetch them any more.';
comment on column privacy.package_part.number is 'From 0.';
comment on column privacy.package_part.content is 'The octets of the part.';
call kernel.wall('privacy.package_part');
grant select, insert, delete on privacy.package_part to rt_app;

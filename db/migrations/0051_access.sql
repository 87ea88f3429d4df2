-- Emergency access (nødadgang): who sought whom, why it was opened, who looked at it afterwards.

create schema access;
comment on schema access is 'Ways in that are out of the ordinary: emergencies and temps. Each is somebody''s to answer for, ends by itself, and is looked at afterwards.';
grant usage on schema access to rt_app;

create table access.seeking (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  employee_id uuid not null,
  by_number boolean not null,
  found uuid[] not null,
  sought_at timestamptz not null,
  constraint seeking_pk primary key (tenant_id, id),
  constraint seeking_employee_fk foreign key (tenant_id, employee_id) references org.employee (tenant_id, id)
);
create index seeking_employee on access.seeking (tenant_id, employee_id, sought_at);
comment on table access.seeking is 'Somebody looked for a citizen outside their reach, by the exact name or number. Only whom they found just now can be opened. Rows are only ever added.';
comment on column access.seeking.by_number is 'By the whole number; otherwise by the whole name. The words themselves stand in the trail, a number never does.';
comment on column access.seeking.found is 'Citizens shown to them, who were outside their reach.';
call kernel.wall('access.seeking');
grant select, insert on access.seeking to rt_app;

create table access.emergency (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  seeking_id uuid not null,
  citizen_id uuid not null,
  employee_id uuid not null,
  unit_ids uuid[] not null,
  reason text not null,
  opened_at timestamptz not null,
  until_at timestamptz not null,
  constraint emergency_pk primary key (tenant_id, id),
  constraint emergency_seeking_fk foreign key (tenant_id, seeking_id) references access.seeking (tenant_id, id),
  constraint emergency_citizen_fk foreign key (tenant_id, citizen_id) references citizens.citizen (tenant_id, id),
  constraint emergency_employee_fk foreign key (tenant_id, employee_id) references org.employee (tenant_id, id),
  constraint emergency_somewhere check (cardinality(unit_ids) > 0),
  constraint emergency_ends check (until_at > opened_at)
);
create index emergency_seeking on access.emergency (tenant_id, seeking_id);
create index emergency_citizen on access.emergency (tenant_id, citizen_id);
create index emergency_employee on access.emergency (tenant_id, employee_id, opened_at);
create index emergency_units on access.emergency using gin (unit_ids);
create index emergency_time on access.emergency (tenant_id, opened_at);
comment on table access.emergency is 'Reach to one citizen that somebody took in an emergency. The reach itself is a row of citizens.personal_access; this is why. Rows are only ever added.';
comment on column access.emergency.unit_ids is 'Units the citizen used when it was opened: their leaders are told and review it. The topmost unit where there was none.';
comment on column access.emergency.until_at is 'Exclusive; when it ended before its time stands with the reach.';
call kernel.wall('access.emergency');
grant select, insert on access.emergency to rt_app;

create table access.review (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  emergency_id uuid not null,
  reviewed_by uuid not null,
  reviewed_at timestamptz not null,
  outcome text not null constraint review_outcome_known check (outcome in ('needed', 'understandable', 'not-needed')),
  note text,
  constraint review_pk primary key (tenant_id, id),
  constraint review_once unique (tenant_id, emergency_id),
  constraint review_emergency_fk foreign key (tenant_id, emergency_id) references access.emergency (tenant_id, id),
  constraint review_reviewed_by_fk foreign key (tenant_id, reviewed_by) references org.employee (tenant_id, id),
  constraint review_says_why check (outcome = 'needed' or note is not null)
);
create index review_reviewed_by on access.review (tenant_id, reviewed_by);
comment on table access.review is 'A leader has looked at an emergency access that was not their own, and said what it was. Once; rows are only ever added.';
comment on column access.review.outcome is 'needed: there was an emergency. understandable: there was none, and one could think so. not-needed: is followed up.';
comment on column access.review.note is 'What was done about it.';
call kernel.wall('access.review');
grant select, insert on access.review to rt_app;

create table access.policy (
  tenant_id uuid not null default kernel.here() constraint policy_tenant_fk references kernel.tenant (id),
  id uuid not null,
  from_on date not null,
  emergency_minutes smallint not null constraint policy_minutes check (emergency_minutes between 5 and 720),
  decided_by uuid not null,
  decided_at timestamptz not null,
  constraint policy_pk primary key (tenant_id, id),
  constraint policy_decided_by_fk foreign key (tenant_id, decided_by) references org.employee (tenant_id, id)
);
create index policy_from on access.policy (tenant_id, from_on);
create index policy_decided_by on access.policy (tenant_id, decided_by);
comment on table access.policy is 'How long an emergency access lasts, from a day on. The latest row that has begun is in force; of two for the same day the one decided last. Without a row: access/rules.ts.';
comment on column access.policy.emergency_minutes is 'Minutes from opening to its end.';
call kernel.wall('access.policy');
grant select, insert on access.policy to rt_app;

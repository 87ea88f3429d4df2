-- Who lives, attends or gets support where, from when to when.

create extension if not exists btree_gist;
create schema stays;
comment on schema stays is 'Stays and attendance.';
grant usage on schema stays to rt_app;

create table stays.stay (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  external_id text,
  citizen_id uuid not null,
  unit_id uuid not null,
  kind text not null constraint stay_kind_known check (kind in ('home', 'day', 'support', 'treatment', 'respite')),
  legal_ground text,
  starts_on date not null,
  ends_on date,
  end_reason text constraint stay_end_reason_known check (end_reason in ('moved-home', 'moved-on', 'died', 'ended')),
  version int not null default 1,
  changed_at timestamptz not null,
  changed_by uuid,
  constraint stay_pk primary key (tenant_id, id),
  constraint stay_external_unique unique (tenant_id, external_id),
  constraint stay_citizen_fk foreign key (tenant_id, citizen_id) references citizens.citizen (tenant_id, id),
  constraint stay_unit_fk foreign key (tenant_id, unit_id) references org.unit (tenant_id, id),
  constraint stay_period check (ends_on >= starts_on),
  constraint stay_end_says_why check ((ends_on is null) = (end_reason is null)),
  constraint stay_one_of_a_kind_at_a_time exclude using gist
    (tenant_id with =, citizen_id with =, kind with =, daterange(starts_on, ends_on, '[)') with &&)
);
create index stay_citizen on stays.stay (tenant_id, citizen_id);
create index stay_unit on stays.stay (tenant_id, unit_id, starts_on);
comment on table stays.stay is 'A citizen at a unit for a period. Several at once are possible when they are of different kinds.';
comment on column stays.stay.external_id is 'The stay''s id in the system it was imported from.';
comment on column stays.stay.kind is 'home: lives there. day: attends by day. support: is visited. treatment: comes for treatment. respite: relief stay.';
comment on column stays.stay.legal_ground is 'Key of features/org/legal-grounds.ts.';
comment on column stays.stay.ends_on is 'Day the citizen left; the next stay may start on it. Null while open.';
comment on column stays.stay.version is 'Counts up with each change.';
call kernel.wall('stays.stay');
grant select, insert, update on stays.stay to rt_app;

create table stays.attendance (
  tenant_id uuid not null default kernel.here(),
  citizen_id uuid not null,
  unit_id uuid not null,
  day date not null,
  here boolean not null,
  marked_by uuid not null,
  marked_at timestamptz not null,
  constraint attendance_pk primary key (tenant_id, unit_id, day, citizen_id),
  constraint attendance_citizen_fk foreign key (tenant_id, citizen_id) references citizens.citizen (tenant_id, id),
  constraint attendance_unit_fk foreign key (tenant_id, unit_id) references org.unit (tenant_id, id)
);
create index attendance_citizen on stays.attendance (tenant_id, citizen_id);
comment on table stays.attendance is 'Who came today, where people do not live.';
comment on column stays.attendance.here is 'true: came. false: did not come.';
comment on column stays.attendance.day is 'The day of attendance, local.';
call kernel.wall('stays.attendance');
grant select, insert, update on stays.attendance to rt_app;

-- Temps (vikarer): one identity however often they come, the code for a shift, and what was delegated to whom.

create table access.temp (
  tenant_id uuid not null default kernel.here(),
  employee_id uuid not null,
  agency text,
  agency_number text,
  born_on date,
  phone_end text constraint temp_phone_end_digits check (phone_end ~ '^\d{4}$'),
  first_by uuid not null,
  first_at timestamptz not null,
  constraint temp_pk primary key (tenant_id, employee_id),
  constraint temp_employee_fk foreign key (tenant_id, employee_id) references org.employee (tenant_id, id),
  constraint temp_first_by_fk foreign key (tenant_id, first_by) references org.employee (tenant_id, id),
  constraint temp_told_apart check (num_nonnulls(agency_number, born_on, phone_end) > 0)
);
create index temp_first_by on access.temp (tenant_id, first_by);
comment on table access.temp is 'Somebody who comes for a shift. An employee like others, with employment only for the days of their duties: no password, no role, no reach outside a duty.';
comment on column access.temp.agency is 'Temp agency; null for one who comes by themselves.';
comment on column access.temp.agency_number is 'The person''s number at the agency.';
comment on column access.temp.phone_end is 'Last four digits of the phone: enough to tell two of a name apart, too little to ring.';
comment on column access.temp.first_by is 'The colleague who let them in the first time.';
call kernel.wall('access.temp');
grant select, insert on access.temp to rt_app;
grant update (agency, agency_number, born_on, phone_end) on access.temp to rt_app;

create table access.code (
  tenant_id uuid not null default kernel.here(),
  duty_id uuid not null,
  code_hash bytea not null,
  wrong smallint not null default 0,
  made_by uuid not null,
  made_at timestamptz not null,
  constraint code_pk primary key (tenant_id, duty_id),
  constraint code_duty_fk foreign key (tenant_id, duty_id) references org.duty (tenant_id, id),
  constraint code_made_by_fk foreign key (tenant_id, made_by) references org.employee (tenant_id, id)
);
create index code_made_by on access.code (tenant_id, made_by);
comment on table access.code is 'Six digits with which a temp works on the unit''s own tablet while the duty lasts. Good nowhere else and no longer.';
comment on column access.code.code_hash is 'SHA-256 of the duty''s id and the code.';
comment on column access.code.wrong is 'Wrong tries; at five the code is dead, and a colleague makes another.';
call kernel.wall('access.code');
grant select, insert on access.code to rt_app;
grant update (code_hash, wrong, made_by, made_at) on access.code to rt_app;

create table access.delegation (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  employee_id uuid not null,
  unit_id uuid not null,
  what text not null constraint delegation_what_known check (what in ('medicine')),
  note text,
  from_on date not null,
  to_on date not null,
  delegated_by uuid not null,
  delegated_at timestamptz not null,
  ended_by uuid,
  constraint delegation_pk primary key (tenant_id, id),
  constraint delegation_employee_fk foreign key (tenant_id, employee_id) references org.employee (tenant_id, id),
  constraint delegation_unit_fk foreign key (tenant_id, unit_id) references org.unit (tenant_id, id),
  constraint delegation_by_fk foreign key (tenant_id, delegated_by) references org.employee (tenant_id, id),
  constraint delegation_ended_by_fk foreign key (tenant_id, ended_by) references org.employee (tenant_id, id),
  constraint delegation_period check (to_on >= from_on - 1)
);
create index delegation_employee on access.delegation (tenant_id, employee_id, unit_id);
create index delegation_unit on access.delegation (tenant_id, unit_id, to_on);
create index delegation_by on access.delegation (tenant_id, delegated_by);
create index delegation_ended_by on access.delegation (tenant_id, ended_by);
comment on table access.delegation is 'Who was trusted with what, by whom, at which unit, from when to when. A temp has no right to medicine; what comes to give one asks here.';
comment on column access.delegation.what is 'medicine: to give what is dispensed.';
comment on column access.delegation.note is 'What it covers, and how it was made sure that the person can.';
comment on column access.delegation.to_on is 'Last day; always given. The day before from_on: it never came to hold.';
call kernel.wall('access.delegation');
grant select, insert on access.delegation to rt_app;
grant update (to_on, ended_by) on access.delegation to rt_app;

-- Units, employees, roles and how people sign in.

create schema org;
comment on schema org is 'The municipality''s own organisation: units, employees, who has which role where.';
grant usage on schema org to rt_app, rt_search;

create table org.unit (
  tenant_id uuid not null default kernel.here() constraint unit_tenant_fk references kernel.tenant (id),
  id uuid not null,
  external_id text,
  parent_id uuid,
  name text not null,
  kind text not null constraint unit_kind_known check (kind in ('municipality', 'area', 'offer')),
  offer_type text,
  legal_grounds text[] not null default '{}',
  round_the_clock boolean not null default false,
  note_kinds text[] not null default '{diary,health,cooperation}',
  shift_starts time[] not null default '{07:00,15:00,23:00}',
  closed_on date,
  version int not null default 1,
  changed_at timestamptz not null,
  changed_by uuid,
  constraint unit_pk primary key (tenant_id, id),
  constraint unit_external_unique unique (tenant_id, external_id),
  constraint unit_parent_fk foreign key (tenant_id, parent_id) references org.unit (tenant_id, id),
  constraint unit_offer_has_parent check (kind = 'municipality' or parent_id is not null)
);
create index unit_parent on org.unit (tenant_id, parent_id);
comment on table org.unit is 'The tree of units: municipality, areas, offers (tilbud).';
comment on column org.unit.external_id is 'The unit''s id in the system it was imported from.';
comment on column org.unit.offer_type is 'Tilbudsportalen''s offer type, as a key of features/org/offer-kinds.ts; null where the portal has none.';
comment on column org.unit.legal_grounds is 'Keys of the legal grounds under which the unit gives support (features/org/legal-grounds.ts).';
comment on column org.unit.round_the_clock is 'People live or sleep here, so handover follows the house. Otherwise it follows the worker''s own citizens.';
comment on column org.unit.note_kinds is 'Kinds of note the unit uses, in the order shown.';
comment on column org.unit.shift_starts is 'When each shift starts, local time, in order of the day.';
comment on column org.unit.closed_on is 'First day the unit no longer exists.';
comment on column org.unit.version is 'Counts up with each change; an edit must name the version it was made from.';
call kernel.wall('org.unit');
grant select, insert, update on org.unit to rt_app;
grant select on org.unit to rt_search;

create table org.branch (
  tenant_id uuid not null default kernel.here(),
  above_id uuid not null,
  unit_id uuid not null,
  constraint branch_pk primary key (tenant_id, above_id, unit_id),
  constraint branch_above_fk foreign key (tenant_id, above_id) references org.unit (tenant_id, id),
  constraint branch_unit_fk foreign key (tenant_id, unit_id) references org.unit (tenant_id, id)
);
create index branch_unit on org.branch (tenant_id, unit_id);
comment on table org.branch is 'Every unit with every unit above it, itself included: a role at a unit reaches the units below.';
call kernel.wall('org.branch');
grant select, insert, delete on org.branch to rt_app;
grant select on org.branch to rt_search;

create table org.employee (
  tenant_id uuid not null default kernel.here() constraint employee_tenant_fk references kernel.tenant (id),
  id uuid not null,
  external_id text,
  name text not null,
  user_name text,
  profession text,
  password_hash text,
  demo_line text,
  employed_from date not null,
  employed_to date,
  version int not null default 1,
  changed_at timestamptz not null,
  changed_by uuid,
  constraint employee_pk primary key (tenant_id, id),
  constraint employee_external_unique unique (tenant_id, external_id),
  constraint employee_user_name_unique unique (tenant_id, user_name),
  constraint employee_user_name_lower check (user_name = lower(user_name)),
  constraint employee_period check (employed_to >= employed_from)
);
comment on table org.employee is 'People who work here. Never deleted: their names stand under what they wrote.';
comment on column org.employee.external_id is 'The person''s id in the system they were imported from.';
comment on column org.employee.user_name is 'What is typed at sign-in, lower case; null: cannot sign in by password.';
comment on column org.employee.password_hash is 'Argon2id in PHC form.';
comment on column org.employee.demo_line is 'Demo data only: why one would pick this person at the demo sign-in.';
comment on column org.employee.employed_to is 'Last day of employment; null while employed. Every right ends with it.';
comment on column org.employee.version is 'Counts up with each change.';
call kernel.wall('org.employee');
grant select, insert, update on org.employee to rt_app;
grant select (tenant_id, id, employed_from, employed_to) on org.employee to rt_search;

create table org.role_grant (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  employee_id uuid not null,
  role text not null,
  unit_id uuid not null,
  starts_on date not null,
  ends_on date,
  granted_at timestamptz not null,
  granted_by uuid,
  constraint role_grant_pk primary key (tenant_id, id),
  constraint role_grant_employee_fk foreign key (tenant_id, employee_id) references org.employee (tenant_id, id),
  constraint role_grant_unit_fk foreign key (tenant_id, unit_id) references org.unit (tenant_id, id),
  constraint role_grant_period check (ends_on >= starts_on)
);
create index role_grant_employee on org.role_grant (tenant_id, employee_id);
create index role_grant_unit on org.role_grant (tenant_id, unit_id);
comment on table org.role_grant is 'Who has which role at which unit (and the units below it), from when to when.';
comment on column org.role_grant.role is 'A role of features/org/roles.ts.';
comment on column org.role_grant.ends_on is 'Last day the role is held; null: until further notice.';
call kernel.wall('org.role_grant');
grant select, insert on org.role_grant to rt_app;
grant update (ends_on) on org.role_grant to rt_app;
grant select on org.role_grant to rt_search;

create function org.reach(actor uuid, on_day date, roles text[]) returns setof uuid language sql stable
begin atomic
  select distinct branch.unit_id
  from org.employee
  join org.role_grant on role_grant.tenant_id = employee.tenant_id and role_grant.employee_id = employee.id
  join org.branch on branch.tenant_id = role_grant.tenant_id and branch.above_id = role_grant.unit_id
  where employee.tenant_id = kernel.here()
    and employee.id = actor
    and employee.employed_from <= on_day
    and (employee.employed_to is null or employee.employed_to >= on_day)
    and role_grant.role = any (roles)
    and role_grant.starts_on <= on_day
    and (role_grant.ends_on is null or role_grant.ends_on >= on_day);
end;
comment on function org.reach(uuid, date, text[]) is 'The units where a person holds one of the roles on a day. The one place where a right is worked out; gates, filters and offers all ask it.';
grant execute on function org.reach(uuid, date, text[]) to rt_app, rt_search;

-- Wrong passwords are counted by the name typed (a keyed hash of it) and the time.
create index audit_wrong_password on kernel.audit (tenant_id, (about ->> 'name'), at) where code = 'org.wrong-password';

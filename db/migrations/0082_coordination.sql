-- What the project coordinator's time goes to, against what was set aside for it.

create schema coordination;
comment on schema coordination is 'The project coordinator''s own desk: hours against budget.';
grant usage on schema coordination to rt_app;

create table coordination.purpose (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  place_id uuid not null,
  name text not null,
  budget_minutes int not null constraint purpose_budget_some check (budget_minutes between 0 and 6000000),
  position smallint not null,
  version int not null default 1,
  changed_at timestamptz not null,
  changed_by uuid not null,
  constraint purpose_pk primary key (tenant_id, id),
  constraint purpose_name_unique unique (tenant_id, place_id, name),
  constraint purpose_place_fk foreign key (tenant_id, place_id) references org.unit (tenant_id, id),
  constraint purpose_changed_by_fk foreign key (tenant_id, changed_by) references org.employee (tenant_id, id)
);
create index purpose_changed_by on coordination.purpose (tenant_id, changed_by);
comment on table coordination.purpose is 'What hours are set aside for: requirements, clarification, courses.';
comment on column coordination.purpose.place_id is 'The municipality or area whose project it is.';
comment on column coordination.purpose.name is 'As the steering group calls it.';
comment on column coordination.purpose.budget_minutes is 'Minutes set aside for the whole project.';
comment on column coordination.purpose.position is 'Order on the page.';
comment on column coordination.purpose.version is 'Counts up with each change.';
call kernel.wall('coordination.purpose');
grant select, insert, update on coordination.purpose to rt_app;

create table coordination.work (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  purpose_id uuid not null,
  employee_id uuid not null,
  worked_on date not null,
  minutes int not null constraint work_minutes_some check (minutes between 0 and 45000),
  note text not null,
  version int not null default 1,
  changed_at timestamptz not null,
  constraint work_pk primary key (tenant_id, id),
  constraint work_purpose_fk foreign key (tenant_id, purpose_id) references coordination.purpose (tenant_id, id),
  constraint work_employee_fk foreign key (tenant_id, employee_id) references org.employee (tenant_id, id)
);
create index work_purpose on coordination.work (tenant_id, purpose_id, worked_on);
create index work_employee on coordination.work (tenant_id, employee_id, worked_on);
comment on table coordination.work is 'Time a project coordinator gave to a purpose. Their own words; others see the sums.';
comment on column coordination.work.worked_on is 'The day, or the last day of the month when a whole month is written as one.';
comment on column coordination.work.minutes is 'Minutes; 0 when it was written by mistake and taken out.';
comment on column coordination.work.note is 'What it went to; may be empty.';
comment on column coordination.work.version is 'Counts up with each change.';
call kernel.wall('coordination.work');
grant select, insert, update on coordination.work to rt_app;

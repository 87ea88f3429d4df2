-- Leaders say at a set rhythm whether everybody's rights are still right; rights that nobody vouches for lapse.

create schema certification;
comment on schema certification is 'Certification of access rights: rounds, what was asked, what was answered, what lapsed.';
grant usage on schema certification to rt_app;

create table certification.rhythm (
  tenant_id uuid not null default kernel.here() constraint rhythm_tenant_fk references kernel.tenant (id),
  id uuid not null,
  from_on date not null,
  every_months smallint not null constraint rhythm_months check (every_months between 1 and 24),
  days_to_answer smallint not null constraint rhythm_days check (days_to_answer between 7 and 90),
  decided_by uuid not null,
  decided_at timestamptz not null,
  constraint rhythm_pk primary key (tenant_id, id),
  constraint rhythm_decided_by_fk foreign key (tenant_id, decided_by) references org.employee (tenant_id, id)
);
create index rhythm_from on certification.rhythm (tenant_id, from_on);
create index rhythm_decided_by on certification.rhythm (tenant_id, decided_by);
comment on table certification.rhythm is 'How often, from a day on. The latest row that has begun is in force; of two for the same day the one decided last. Without a row: certification/rules.ts.';
comment on column certification.rhythm.every_months is 'Months from the beginning of one round of a unit to the next.';
comment on column certification.rhythm.days_to_answer is 'Days before the first reminder.';
call kernel.wall('certification.rhythm');
grant select, insert on certification.rhythm to rt_app;

create table certification.round (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  unit_id uuid not null,
  began_on date not null,
  due_on date not null,
  begun_by uuid,
  closed_at timestamptz,
  constraint round_pk primary key (tenant_id, id),
  constraint round_unit_fk foreign key (tenant_id, unit_id) references org.unit (tenant_id, id),
  constraint round_begun_by_fk foreign key (tenant_id, begun_by) references org.employee (tenant_id, id)
);
create unique index round_one_open on certification.round (tenant_id, unit_id) where closed_at is null;
create index round_unit on certification.round (tenant_id, unit_id, began_on);
create index round_begun_by on certification.round (tenant_id, begun_by);
comment on table certification.round is 'A unit''s rights are gone through: those given at that very unit, as they stood on the first day.';
comment on column certification.round.began_on is 'Day whose rights are asked about.';
comment on column certification.round.due_on is 'Last day before the first reminder.';
comment on column certification.round.begun_by is 'Begun by hand by somebody; null: by the rhythm.';
comment on column certification.round.closed_at is 'Everything was answered, or what was not answered has lapsed or stays.';
call kernel.wall('certification.round');
grant select, insert on certification.round to rt_app;
grant update (closed_at) on certification.round to rt_app;

create table certification.item (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  round_id uuid not null,
  role_grant_id uuid not null,
  employee_id uuid not null,
  role text not null,
  is_extra boolean not null,
  constraint item_pk primary key (tenant_id, id),
  constraint item_once unique (tenant_id, round_id, role_grant_id),
  constraint item_round_fk foreign key (tenant_id, round_id) references certification.round (tenant_id, id),
  constraint item_role_grant_fk foreign key (tenant_id, role_grant_id) references org.role_grant (tenant_id, id),
  constraint item_employee_fk foreign key (tenant_id, employee_id) references org.employee (tenant_id, id)
);
create index item_role_grant on certification.item (tenant_id, role_grant_id);
create index item_employee on certification.item (tenant_id, employee_id);
comment on table certification.item is 'One right that is asked about.';
comment on column certification.item.is_extra is 'Beyond the access to one''s own unit, on the day it was asked: another unit, units below, leading or looking after rights. Only such a right lapses.';
call kernel.wall('certification.item');
grant select, insert on certification.item to rt_app;

create table certification.answer (
  tenant_id uuid not null default kernel.here(),
  item_id uuid not null,
  answer text not null constraint answer_known check (answer in ('keep', 'end', 'change', 'lapsed')),
  new_grant_id uuid,
  answered_by uuid,
  answered_at timestamptz not null,
  constraint answer_pk primary key (tenant_id, item_id),
  constraint answer_item_fk foreign key (tenant_id, item_id) references certification.item (tenant_id, id),
  constraint answer_new_grant_fk foreign key (tenant_id, new_grant_id) references org.role_grant (tenant_id, id),
  constraint answer_by_fk foreign key (tenant_id, answered_by) references org.employee (tenant_id, id),
  constraint answer_by_somebody check ((answered_by is null) = (answer = 'lapsed')),
  constraint answer_change_says_what check ((new_grant_id is not null) = (answer = 'change'))
);
create index answer_new_grant on certification.answer (tenant_id, new_grant_id);
create index answer_by on certification.answer (tenant_id, answered_by);
comment on table certification.answer is 'What somebody answered, once and for good. Rows are only ever added.';
comment on column certification.answer.answer is 'keep; end: the role ended with the day; change: it ended and another took its place; lapsed: nobody answered, and it was an extra right.';
call kernel.wall('certification.answer');
grant select, insert on certification.answer to rt_app;

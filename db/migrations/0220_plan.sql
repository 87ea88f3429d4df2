-- The plan of a rollout: what is to be done, project and unit by unit, dated from each go-live; who has it; what waits for what.

create schema plan;
comment on schema plan is 'The plan of a rollout: waves, tasks dated from go-live, what waits for what, and who has it.';
grant usage on schema plan to rt_app;

create table plan.plan (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  place_id uuid not null,
  title text not null,
  version int not null default 1,
  changed_at timestamptz not null,
  changed_by uuid not null,
  constraint plan_pk primary key (tenant_id, id),
  constraint plan_place_unique unique (tenant_id, place_id),
  constraint plan_place_fk foreign key (tenant_id, place_id) references org.unit (tenant_id, id),
  constraint plan_changed_by_fk foreign key (tenant_id, changed_by) references org.employee (tenant_id, id)
);
create index plan_changed_by on plan.plan (tenant_id, changed_by);
comment on table plan.plan is 'One rollout of one municipality or area.';
comment on column plan.plan.place_id is 'The municipality or area whose rollout it is.';
comment on column plan.plan.title is 'As the project calls itself.';
call kernel.wall('plan.plan');
grant select, insert, update on plan.plan to rt_app;

create table plan.phase (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  plan_id uuid not null,
  code text not null,
  name text not null,
  done_when text not null,
  starts_on date not null,
  ends_on date not null,
  constraint phase_pk primary key (tenant_id, id),
  constraint phase_code_unique unique (tenant_id, plan_id, code),
  constraint phase_plan_fk foreign key (tenant_id, plan_id) references plan.plan (tenant_id, id),
  constraint phase_period check (ends_on >= starts_on)
);
comment on table plan.phase is 'A stretch of the project as such: needs, requirements, tender, clarification, courses, go-live, daily use.';
comment on column plan.phase.code is 'Short name, F4.';
comment on column plan.phase.done_when is 'What must be true for it to be over.';
comment on column plan.phase.ends_on is 'Last day.';
call kernel.wall('plan.phase');
grant select, insert, update on plan.phase to rt_app;

create table plan.role (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  plan_id uuid not null,
  code text not null,
  name text not null,
  org_role text,
  per_unit boolean not null,
  position smallint not null,
  constraint role_pk primary key (tenant_id, id),
  constraint role_code_unique unique (tenant_id, plan_id, code),
  constraint role_plan_fk foreign key (tenant_id, plan_id) references plan.plan (tenant_id, id)
);
comment on table plan.role is 'A part people have in the project: leader, contact, IT, vendor. A task may belong to one instead of to a person.';
comment on column plan.role.code is 'Short name within the plan.';
comment on column plan.role.org_role is 'The role of features/org/roles.ts it follows where nobody is named; null: only those named.';
comment on column plan.role.per_unit is 'Each unit has its own.';
comment on column plan.role.position is 'Order, from 1.';
call kernel.wall('plan.role');
grant select, insert, update on plan.role to rt_app;

create table plan.holder (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  role_id uuid not null,
  unit_id uuid,
  employee_id uuid,
  who text not null,
  from_on date not null,
  ended_at timestamptz,
  named_at timestamptz not null,
  named_by uuid not null,
  constraint holder_pk primary key (tenant_id, id),
  constraint holder_role_fk foreign key (tenant_id, role_id) references plan.role (tenant_id, id),
  constraint holder_unit_fk foreign key (tenant_id, unit_id) references org.unit (tenant_id, id),
  constraint holder_employee_fk foreign key (tenant_id, employee_id) references org.employee (tenant_id, id),
  constraint holder_named_by_fk foreign key (tenant_id, named_by) references org.employee (tenant_id, id)
);
create unique index holder_one on plan.holder (tenant_id, role_id, unit_id) nulls not distinct where ended_at is null;
create index holder_role on plan.holder (tenant_id, role_id);
create index holder_unit on plan.holder (tenant_id, unit_id);
create index holder_employee on plan.holder (tenant_id, employee_id);
create index holder_named_by on plan.holder (tenant_id, named_by);
comment on table plan.holder is 'The one person who has a role of the project, in a unit or for the whole; a new one ends the former.';
comment on column plan.holder.unit_id is 'Null: for the whole project.';
comment on column plan.holder.employee_id is 'The person, when it is one who works here; the vendor''s people do not.';
comment on column plan.holder.who is 'The name as it is shown.';
comment on column plan.holder.ended_at is 'When somebody else took over, or nobody.';
call kernel.wall('plan.holder');
grant select, insert, update on plan.holder to rt_app;

create table plan.template (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  plan_id uuid not null,
  code text not null,
  title text not null,
  why text not null,
  offset_days int not null constraint template_offset_some check (offset_days between -400 and 400),
  role_id uuid not null,
  earliest_phase_id uuid,
  position smallint not null,
  version int not null default 1,
  changed_at timestamptz not null,
  changed_by uuid not null,
  constraint template_pk primary key (tenant_id, id),
  constraint template_code_unique unique (tenant_id, plan_id, code),
  constraint template_plan_fk foreign key (tenant_id, plan_id) references plan.plan (tenant_id, id),
  constraint template_role_fk foreign key (tenant_id, role_id) references plan.role (tenant_id, id),
  constraint template_phase_fk foreign key (tenant_id, earliest_phase_id) references plan.phase (tenant_id, id),
  constraint template_changed_by_fk foreign key (tenant_id, changed_by) references org.employee (tenant_id, id)
);
create index template_role on plan.template (tenant_id, role_id);
create index template_phase on plan.template (tenant_id, earliest_phase_id);
create index template_changed_by on plan.template (tenant_id, changed_by);
comment on table plan.template is 'What every unit does on its way, as days from its go-live.';
comment on column plan.template.code is 'Short name, UT08.';
comment on column plan.template.title is 'What is to be done.';
comment on column plan.template.why is 'What it is good for; may be empty.';
comment on column plan.template.offset_days is 'Calendar days from go-live, negative before it; then moved back to a working day.';
comment on column plan.template.role_id is 'Who has it in each unit.';
comment on column plan.template.earliest_phase_id is 'Never due before this phase of the project begins.';
comment on column plan.template.position is 'Order, from 1.';
call kernel.wall('plan.template');
grant select, insert, update on plan.template to rt_app;

create table plan.template_need (
  tenant_id uuid not null default kernel.here(),
  template_id uuid not null,
  needs_id uuid not null,
  constraint template_need_pk primary key (tenant_id, template_id, needs_id),
  constraint template_need_template_fk foreign key (tenant_id, template_id) references plan.template (tenant_id, id),
  constraint template_need_needs_fk foreign key (tenant_id, needs_id) references plan.template (tenant_id, id)
);
create index template_need_needs on plan.template_need (tenant_id, needs_id);
comment on table plan.template_need is 'What must be done first, among templates.';
call kernel.wall('plan.template_need');
grant select, insert, delete on plan.template_need to rt_app;

create table plan.stage (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  plan_id uuid not null,
  code text not null,
  name text not null,
  after_go_live boolean not null,
  position smallint not null,
  constraint stage_pk primary key (tenant_id, id),
  constraint stage_code_unique unique (tenant_id, plan_id, code),
  constraint stage_plan_fk foreign key (tenant_id, plan_id) references plan.plan (tenant_id, id)
);
comment on table plan.stage is 'A column of the board: how far a unit is. Nobody moves a unit; what is done does.';
comment on column plan.stage.code is 'Short name within the plan.';
comment on column plan.stage.after_go_live is 'Not before the day the unit goes live.';
comment on column plan.stage.position is 'Order, from 1.';
call kernel.wall('plan.stage');
grant select, insert, update on plan.stage to rt_app;

create table plan.stage_need (
  tenant_id uuid not null default kernel.here(),
  stage_id uuid not null,
  template_id uuid not null,
  constraint stage_need_pk primary key (tenant_id, stage_id, template_id),
  constraint stage_need_stage_fk foreign key (tenant_id, stage_id) references plan.stage (tenant_id, id),
  constraint stage_need_template_fk foreign key (tenant_id, template_id) references plan.template (tenant_id, id)
);
create index stage_need_template on plan.stage_need (tenant_id, template_id);
comment on table plan.stage_need is 'What a unit must have done to stand in a column.';
call kernel.wall('plan.stage_need');
grant select, insert, delete on plan.stage_need to rt_app;

create table plan.wave (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  plan_id uuid not null,
  code text not null,
  name text not null,
  go_live_on date not null,
  version int not null default 1,
  changed_at timestamptz not null,
  changed_by uuid not null,
  constraint wave_pk primary key (tenant_id, id),
  constraint wave_code_unique unique (tenant_id, plan_id, code),
  constraint wave_plan_fk foreign key (tenant_id, plan_id) references plan.plan (tenant_id, id),
  constraint wave_changed_by_fk foreign key (tenant_id, changed_by) references org.employee (tenant_id, id)
);
create index wave_changed_by on plan.wave (tenant_id, changed_by);
comment on table plan.wave is 'Units that go live on the same day.';
comment on column plan.wave.code is 'Short name, B2.';
comment on column plan.wave.go_live_on is 'First day the units work in the new system.';
call kernel.wall('plan.wave');
grant select, insert, update on plan.wave to rt_app;

create table plan.wave_move (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  wave_id uuid not null,
  was_on date not null,
  becomes_on date not null,
  because text not null,
  moved_at timestamptz not null,
  moved_by uuid not null,
  constraint wave_move_pk primary key (tenant_id, id),
  constraint wave_move_wave_fk foreign key (tenant_id, wave_id) references plan.wave (tenant_id, id),
  constraint wave_move_moved_by_fk foreign key (tenant_id, moved_by) references org.employee (tenant_id, id)
);
create index wave_move_wave on plan.wave_move (tenant_id, wave_id);
create index wave_move_moved_by on plan.wave_move (tenant_id, moved_by);
comment on table plan.wave_move is 'Each time a go-live was moved. Rows are only ever added.';
comment on column plan.wave_move.was_on is 'The day it was.';
comment on column plan.wave_move.becomes_on is 'The day it became.';
call kernel.wall('plan.wave_move');
grant select, insert on plan.wave_move to rt_app;

create table plan.unit (
  tenant_id uuid not null default kernel.here(),
  unit_id uuid not null,
  wave_id uuid not null,
  joined_at timestamptz not null,
  joined_by uuid not null,
  constraint unit_pk primary key (tenant_id, unit_id),
  constraint unit_unit_fk foreign key (tenant_id, unit_id) references org.unit (tenant_id, id),
  constraint unit_wave_fk foreign key (tenant_id, wave_id) references plan.wave (tenant_id, id),
  constraint unit_joined_by_fk foreign key (tenant_id, joined_by) references org.employee (tenant_id, id)
);
create index unit_wave on plan.unit (tenant_id, wave_id);
create index unit_joined_by on plan.unit (tenant_id, joined_by);
comment on table plan.unit is 'A unit on its way, and with which wave.';
call kernel.wall('plan.unit');
grant select, insert, update on plan.unit to rt_app;

create table plan.task (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  plan_id uuid not null,
  unit_id uuid,
  wave_id uuid,
  template_id uuid,
  phase_id uuid,
  code text,
  title text not null,
  why text not null,
  role_id uuid,
  employee_id uuid,
  starts_on date,
  due_on date,
  by_hand boolean not null,
  state text not null constraint task_state_known check (state in ('open', 'doing', 'done', 'dropped')),
  because text,
  done_on date,
  version int not null default 1,
  changed_at timestamptz not null,
  changed_by uuid not null,
  constraint task_pk primary key (tenant_id, id),
  constraint task_code_unique unique (tenant_id, plan_id, code),
  constraint task_template_unique unique (tenant_id, unit_id, template_id),
  constraint task_plan_fk foreign key (tenant_id, plan_id) references plan.plan (tenant_id, id),
  constraint task_unit_fk foreign key (tenant_id, unit_id) references plan.unit (tenant_id, unit_id),
  constraint task_wave_fk foreign key (tenant_id, wave_id) references plan.wave (tenant_id, id),
  constraint task_template_fk foreign key (tenant_id, template_id) references plan.template (tenant_id, id),
  constraint task_phase_fk foreign key (tenant_id, phase_id) references plan.phase (tenant_id, id),
  constraint task_role_fk foreign key (tenant_id, role_id) references plan.role (tenant_id, id),
  constraint task_employee_fk foreign key (tenant_id, employee_id) references org.employee (tenant_id, id),
  constraint task_changed_by_fk foreign key (tenant_id, changed_by) references org.employee (tenant_id, id),
  constraint task_dropped_says_why check ((state = 'dropped') = (because is not null)),
  constraint task_done_has_a_day check ((state = 'done') = (done_on is not null)),
  constraint task_period check (due_on >= starts_on)
);
create index task_plan_due on plan.task (tenant_id, plan_id, due_on);
create index task_wave on plan.task (tenant_id, wave_id);
create index task_template on plan.task (tenant_id, template_id);
create index task_phase on plan.task (tenant_id, phase_id);
create index task_role on plan.task (tenant_id, role_id);
create index task_employee on plan.task (tenant_id, employee_id);
create index task_changed_by on plan.task (tenant_id, changed_by);
comment on table plan.task is 'Something to be done on the way, for the project or in one unit. What waits, is planned or is late is worked out, never stored.';
comment on column plan.task.unit_id is 'Null: the project''s own.';
comment on column plan.task.wave_id is 'A task of the project that follows a wave, as its go/no-go; moved with it.';
comment on column plan.task.template_id is 'The template it came from; then it is dated from go-live.';
comment on column plan.task.phase_id is 'The phase of the project it belongs to.';
comment on column plan.task.code is 'Short name of a project task, P-33; unit tasks have their template''s.';
comment on column plan.task.title is 'What is to be done.';
comment on column plan.task.why is 'What it is good for; may be empty.';
comment on column plan.task.role_id is 'Who has it, as a role with one person; a person named on the task goes before it.';
comment on column plan.task.employee_id is 'The person who has it.';
comment on column plan.task.due_on is 'The day it is to be done.';
comment on column plan.task.by_hand is 'Somebody has set another day than the template gives; it then follows a moved go-live day for day.';
comment on column plan.task.state is 'open, doing, done, dropped.';
comment on column plan.task.because is 'Why it was dropped.';
comment on column plan.task.done_on is 'The day it was done.';
call kernel.wall('plan.task');
grant select, insert, update on plan.task to rt_app;

create table plan.task_need (
  tenant_id uuid not null default kernel.here(),
  task_id uuid not null,
  needs_id uuid not null,
  constraint task_need_pk primary key (tenant_id, task_id, needs_id),
  constraint task_need_task_fk foreign key (tenant_id, task_id) references plan.task (tenant_id, id),
  constraint task_need_needs_fk foreign key (tenant_id, needs_id) references plan.task (tenant_id, id),
  constraint task_need_not_itself check (task_id <> needs_id)
);
create index task_need_needs on plan.task_need (tenant_id, needs_id);
comment on table plan.task_need is 'What must be done first. Circles are refused before they get here.';
call kernel.wall('plan.task_need');
grant select, insert, delete on plan.task_need to rt_app;

create table plan.absence (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  plan_id uuid not null,
  employee_id uuid not null,
  deputy_id uuid,
  from_on date not null,
  to_on date not null,
  cancelled_at timestamptz,
  version int not null default 1,
  changed_at timestamptz not null,
  changed_by uuid not null,
  constraint absence_pk primary key (tenant_id, id),
  constraint absence_plan_fk foreign key (tenant_id, plan_id) references plan.plan (tenant_id, id),
  constraint absence_employee_fk foreign key (tenant_id, employee_id) references org.employee (tenant_id, id),
  constraint absence_deputy_fk foreign key (tenant_id, deputy_id) references org.employee (tenant_id, id),
  constraint absence_changed_by_fk foreign key (tenant_id, changed_by) references org.employee (tenant_id, id),
  constraint absence_period check (to_on >= from_on)
);
create index absence_plan on plan.absence (tenant_id, plan_id);
create index absence_employee on plan.absence (tenant_id, employee_id);
create index absence_deputy on plan.absence (tenant_id, deputy_id);
create index absence_changed_by on plan.absence (tenant_id, changed_by);
comment on table plan.absence is 'Somebody of the project is away, and who stands in. Never why.';
comment on column plan.absence.deputy_id is 'Has their tasks meanwhile.';
comment on column plan.absence.to_on is 'Last day away.';
comment on column plan.absence.cancelled_at is 'It did not come to that.';
call kernel.wall('plan.absence');
grant select, insert, update on plan.absence to rt_app;

create table plan.engagement (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  plan_id uuid not null,
  unit_id uuid,
  title text not null,
  who text not null,
  employee_id uuid,
  room text,
  from_at timestamptz not null,
  until_at timestamptz not null,
  cancelled_at timestamptz,
  version int not null default 1,
  changed_at timestamptz not null,
  changed_by uuid not null,
  constraint engagement_pk primary key (tenant_id, id),
  constraint engagement_plan_fk foreign key (tenant_id, plan_id) references plan.plan (tenant_id, id),
  constraint engagement_unit_fk foreign key (tenant_id, unit_id) references org.unit (tenant_id, id),
  constraint engagement_employee_fk foreign key (tenant_id, employee_id) references org.employee (tenant_id, id),
  constraint engagement_changed_by_fk foreign key (tenant_id, changed_by) references org.employee (tenant_id, id),
  constraint engagement_period check (until_at > from_at)
);
create index engagement_plan on plan.engagement (tenant_id, plan_id, from_at);
create index engagement_unit on plan.engagement (tenant_id, unit_id);
create index engagement_employee on plan.engagement (tenant_id, employee_id);
create index engagement_changed_by on plan.engagement (tenant_id, changed_by);
comment on table plan.engagement is 'Somebody and a room are taken for a while: a course, a meeting, support on the spot.';
comment on column plan.engagement.title is 'What it is.';
comment on column plan.engagement.who is 'Whom it takes, by name: a trainer, a consultant of the vendor. Empty: only the room.';
comment on column plan.engagement.employee_id is 'The same person, when it is one who works here.';
comment on column plan.engagement.room is 'The room it takes; null: none that others want.';
comment on column plan.engagement.cancelled_at is 'It was called off.';
call kernel.wall('plan.engagement');
grant select, insert, update on plan.engagement to rt_app;

create table plan.calendar (
  tenant_id uuid not null default kernel.here(),
  employee_id uuid not null,
  secret_hash bytea not null,
  made_at timestamptz not null,
  read_at timestamptz,
  constraint calendar_pk primary key (tenant_id, employee_id),
  constraint calendar_secret_unique unique (tenant_id, secret_hash),
  constraint calendar_employee_fk foreign key (tenant_id, employee_id) references org.employee (tenant_id, id)
);
comment on table plan.calendar is 'The secret address at which a person''s own calendar fetches their tasks. A new one ends the former; ended, it is gone.';
comment on column plan.calendar.secret_hash is 'SHA-256 of the secret of the address; the secret itself is kept nowhere.';
comment on column plan.calendar.read_at is 'When a calendar last fetched it.';
call kernel.wall('plan.calendar');
grant select, insert, delete on plan.calendar to rt_app;
grant update (secret_hash, made_at, read_at) on plan.calendar to rt_app;

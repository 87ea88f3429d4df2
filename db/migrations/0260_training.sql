-- Courses, who takes part, and what each can do when they have.

create schema training;
comment on schema training is 'Courses (kurser), sessions, attendance, exercises and competence.';
grant usage on schema training to rt_app;

create table training.course (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  external_id text,
  place_id uuid not null,
  code text not null,
  title text not null,
  sort text not null constraint course_sort_known check (sort in ('start', 'super-user', 'leader', 'brief', 'topic', 'self-study', 'refresher')),
  minutes int not null constraint course_minutes_some check (minutes between 5 and 6000),
  competences text[] not null,
  covers text not null,
  offer_groups text[] not null,
  staff text not null constraint course_staff_known check (staff in ('all', 'permanent', 'temps-and-nights', 'super-users', 'leaders')),
  setting_key text,
  version int not null default 1,
  changed_at timestamptz not null,
  changed_by uuid not null,
  constraint course_pk primary key (tenant_id, id),
  constraint course_code_unique unique (tenant_id, place_id, code),
  constraint course_external_unique unique (tenant_id, external_id),
  constraint course_place_fk foreign key (tenant_id, place_id) references org.unit (tenant_id, id),
  constraint course_changed_by_fk foreign key (tenant_id, changed_by) references org.employee (tenant_id, id)
);
create index course_changed_by on training.course (tenant_id, changed_by);
comment on table training.course is 'A course: for whom, how long, what one can do afterwards.';
comment on column training.course.external_id is 'Its id in the plan it was imported from.';
comment on column training.course.place_id is 'The municipality or area whose course it is.';
comment on column training.course.title is 'As it stands in the invitation.';
comment on column training.course.sort is 'start (opstartskursus), super-user, leader, brief (45 minutes for nights and temps): whoever attended one of these four is trained. topic, self-study and refresher come beside.';
comment on column training.course.minutes is 'How long it takes.';
comment on column training.course.competences is 'Keys of what is learnt, as notat, overlevering.';
comment on column training.course.covers is 'What it covers, in plain words; may be empty.';
comment on column training.course.offer_groups is 'Groups of offers it is for: keys of features/org/offer-groups.ts; none: all.';
comment on column training.course.staff is 'Who of the staff: all, permanent, temps-and-nights, super-users, leaders.';
comment on column training.course.setting_key is 'Needed only where this setting of the unit''s set-up is on, as modules.medicine; null: whatever the set-up says.';
comment on column training.course.version is 'Counts up with each change.';
call kernel.wall('training.course');
grant select, insert, update on training.course to rt_app;

create table training.exercise (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  course_id uuid not null,
  requirement_id uuid not null,
  title text not null,
  made_up_name text not null,
  steps text[] not null,
  pass_rule text not null,
  version int not null default 1,
  changed_at timestamptz not null,
  changed_by uuid not null,
  constraint exercise_pk primary key (tenant_id, id),
  constraint exercise_once unique (tenant_id, course_id, requirement_id),
  constraint exercise_course_fk foreign key (tenant_id, course_id) references training.course (tenant_id, id),
  constraint exercise_requirement_fk foreign key (tenant_id, requirement_id) references requirements.requirement (tenant_id, id),
  constraint exercise_changed_by_fk foreign key (tenant_id, changed_by) references org.employee (tenant_id, id)
);
create index exercise_requirement on training.exercise (tenant_id, requirement_id);
create index exercise_changed_by on training.exercise (tenant_id, changed_by);
comment on table training.exercise is 'An exercise: the steps of a requirement, done in the unit''s own set-up about somebody who does not exist.';
comment on column training.exercise.title is 'The task, as the requirement calls it.';
comment on column training.exercise.made_up_name is 'The citizen of the exercise. Nobody real.';
comment on column training.exercise.steps is 'What is done, one after another: the requirement''s steps as they stood when the exercise was made or refreshed.';
comment on column training.exercise.pass_rule is 'When it is passed.';
comment on column training.exercise.version is 'Counts up with each change.';
call kernel.wall('training.exercise');
grant select, insert, update on training.exercise to rt_app;

create table training.session (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  external_id text,
  course_id uuid not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  place text not null,
  trainer text not null,
  capacity smallint not null constraint session_capacity_some check (capacity between 1 and 500),
  door_code text not null,
  opened_by_decision_id uuid,
  cancelled_because text,
  version int not null default 1,
  changed_at timestamptz not null,
  changed_by uuid not null,
  constraint session_pk primary key (tenant_id, id),
  constraint session_external_unique unique (tenant_id, external_id),
  constraint session_course_fk foreign key (tenant_id, course_id) references training.course (tenant_id, id),
  constraint session_decision_fk foreign key (tenant_id, opened_by_decision_id) references decisions.decision (tenant_id, id),
  constraint session_changed_by_fk foreign key (tenant_id, changed_by) references org.employee (tenant_id, id),
  constraint session_lasts check (ends_at > starts_at)
);
create index session_course on training.session (tenant_id, course_id, starts_at);
create index session_decision on training.session (tenant_id, opened_by_decision_id);
create index session_changed_by on training.session (tenant_id, changed_by);
comment on table training.session is 'One time a course is held (hold).';
comment on column training.session.external_id is 'Its id in the plan it was imported from.';
comment on column training.session.place is 'Where people meet.';
comment on column training.session.trainer is 'Who teaches: a name or a post. Empty when they fell ill and nobody has been found.';
comment on column training.session.capacity is 'How many seats.';
comment on column training.session.door_code is 'Hangs on the door; typing it says one was there.';
comment on column training.session.opened_by_decision_id is 'The decision that opened it before the set-up was applied.';
comment on column training.session.cancelled_because is 'Why it was called off; null while it stands.';
comment on column training.session.version is 'Counts up with each change.';
call kernel.wall('training.session');
grant select, insert, update on training.session to rt_app;

create table training.session_unit (
  tenant_id uuid not null default kernel.here(),
  session_id uuid not null,
  unit_id uuid not null,
  constraint session_unit_pk primary key (tenant_id, session_id, unit_id),
  constraint session_unit_session_fk foreign key (tenant_id, session_id) references training.session (tenant_id, id),
  constraint session_unit_unit_fk foreign key (tenant_id, unit_id) references org.unit (tenant_id, id)
);
create index session_unit_unit on training.session_unit (tenant_id, unit_id);
comment on table training.session_unit is 'Units a session is for.';
call kernel.wall('training.session_unit');
grant select, insert, delete on training.session_unit to rt_app;

create table training.enrolment (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  session_id uuid not null,
  employee_id uuid not null,
  unit_id uuid not null,
  state text not null constraint enrolment_state_known check (state in ('invited', 'enrolled', 'waiting', 'attended', 'absent', 'left')),
  absent_reason text constraint enrolment_absent_reason_known check (absent_reason in ('sick', 'no-cover', 'no-show', 'other')),
  seen_by text constraint enrolment_seen_by_known check (seen_by in ('code', 'list')),
  state_at timestamptz not null,
  made_at timestamptz not null,
  made_by uuid not null,
  version int not null default 1,
  changed_by uuid not null,
  constraint enrolment_pk primary key (tenant_id, id),
  constraint enrolment_session_fk foreign key (tenant_id, session_id) references training.session (tenant_id, id),
  constraint enrolment_employee_fk foreign key (tenant_id, employee_id) references org.employee (tenant_id, id),
  constraint enrolment_unit_fk foreign key (tenant_id, unit_id) references org.unit (tenant_id, id),
  constraint enrolment_made_by_fk foreign key (tenant_id, made_by) references org.employee (tenant_id, id),
  constraint enrolment_changed_by_fk foreign key (tenant_id, changed_by) references org.employee (tenant_id, id),
  constraint enrolment_absent_says_why check ((state = 'absent') = (absent_reason is not null)),
  constraint enrolment_attended_was_seen check ((state = 'attended') = (seen_by is not null))
);
create unique index enrolment_once on training.enrolment (tenant_id, session_id, employee_id) where state <> 'left';
create index enrolment_session on training.enrolment (tenant_id, session_id);
create index enrolment_employee on training.enrolment (tenant_id, employee_id);
create index enrolment_unit on training.enrolment (tenant_id, unit_id);
create index enrolment_made_by on training.enrolment (tenant_id, made_by);
create index enrolment_changed_by on training.enrolment (tenant_id, changed_by);
comment on table training.enrolment is 'Somebody''s place in a session.';
comment on column training.enrolment.unit_id is 'The unit they come from.';
comment on column training.enrolment.state is 'invited (not yet said yes, or the course is still closed), enrolled, waiting (the course is full), attended, absent, left (taken off the list).';
comment on column training.enrolment.absent_reason is 'sick, no-cover (nobody could take the shift), no-show, other.';
comment on column training.enrolment.seen_by is 'How it was known that they were there: the code on the door, or the list.';
comment on column training.enrolment.state_at is 'When the state began; those who wait are taken in this order.';
comment on column training.enrolment.version is 'Counts up with each change.';
call kernel.wall('training.enrolment');
grant select, insert, update on training.enrolment to rt_app;

create table training.swap (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  mine_id uuid not null,
  theirs_id uuid not null,
  asked_at timestamptz not null,
  answered_at timestamptz,
  accepted boolean,
  constraint swap_pk primary key (tenant_id, id),
  constraint swap_mine_fk foreign key (tenant_id, mine_id) references training.enrolment (tenant_id, id),
  constraint swap_theirs_fk foreign key (tenant_id, theirs_id) references training.enrolment (tenant_id, id),
  constraint swap_answer_is_whole check ((answered_at is null) = (accepted is null))
);
create index swap_mine on training.swap (tenant_id, mine_id);
create index swap_theirs on training.swap (tenant_id, theirs_id);
comment on table training.swap is 'Two colleagues in the same role change places between two sessions of a course: one asks, the other answers.';
comment on column training.swap.mine_id is 'The place of the one who asks.';
comment on column training.swap.theirs_id is 'The place of the one who is asked.';
comment on column training.swap.accepted is 'What the other answered; null until then.';
call kernel.wall('training.swap');
grant select, insert, update on training.swap to rt_app;

create table training.practice (
  tenant_id uuid not null default kernel.here(),
  exercise_id uuid not null,
  employee_id uuid not null,
  unit_id uuid not null,
  passed_at timestamptz not null,
  marked_by uuid not null,
  constraint practice_pk primary key (tenant_id, exercise_id, employee_id),
  constraint practice_exercise_fk foreign key (tenant_id, exercise_id) references training.exercise (tenant_id, id),
  constraint practice_employee_fk foreign key (tenant_id, employee_id) references org.employee (tenant_id, id),
  constraint practice_unit_fk foreign key (tenant_id, unit_id) references org.unit (tenant_id, id),
  constraint practice_marked_by_fk foreign key (tenant_id, marked_by) references org.employee (tenant_id, id)
);
create index practice_employee on training.practice (tenant_id, employee_id);
create index practice_unit on training.practice (tenant_id, unit_id);
create index practice_marked_by on training.practice (tenant_id, marked_by);
comment on table training.practice is 'An exercise that somebody has passed, as a super-user saw it. Rows are only ever added.';
comment on column training.practice.unit_id is 'The unit in whose set-up it was done.';
call kernel.wall('training.practice');
grant select, insert on training.practice to rt_app;

create table training.competence (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  employee_id uuid not null,
  unit_id uuid not null,
  key text not null,
  level text not null constraint competence_level_known check (level in ('seen', 'can', 'teaches')),
  evidence text not null,
  since_on date not null,
  expires_on date,
  made_at timestamptz not null,
  made_by uuid not null,
  constraint competence_pk primary key (tenant_id, id),
  constraint competence_employee_fk foreign key (tenant_id, employee_id) references org.employee (tenant_id, id),
  constraint competence_unit_fk foreign key (tenant_id, unit_id) references org.unit (tenant_id, id),
  constraint competence_made_by_fk foreign key (tenant_id, made_by) references org.employee (tenant_id, id),
  constraint competence_period check (expires_on >= since_on)
);
create index competence_employee on training.competence (tenant_id, employee_id, key, made_at);
create index competence_unit on training.competence (tenant_id, unit_id);
create index competence_made_by on training.competence (tenant_id, made_by);
comment on table training.competence is 'What somebody can do, and how it is known. The latest row of a key holds; rows are only ever added.';
comment on column training.competence.key is 'As the courses name it: notat, overlevering, medicin.';
comment on column training.competence.level is 'seen (has been shown it), can, teaches (can show others).';
comment on column training.competence.evidence is 'How it is known: the exercises passed, the course attended, or the leader''s word.';
comment on column training.competence.since_on is 'First day it holds.';
comment on column training.competence.expires_on is 'Last day it holds; null: until another row.';
call kernel.wall('training.competence');
grant select, insert on training.competence to rt_app;

create table training.briefing (
  tenant_id uuid not null default kernel.here(),
  unit_id uuid not null,
  employee_id uuid not null,
  briefed_at timestamptz not null,
  constraint briefing_pk primary key (tenant_id, unit_id, employee_id, briefed_at),
  constraint briefing_unit_fk foreign key (tenant_id, unit_id) references org.unit (tenant_id, id),
  constraint briefing_employee_fk foreign key (tenant_id, employee_id) references org.employee (tenant_id, id)
);
create index briefing_employee on training.briefing (tenant_id, employee_id);
comment on table training.briefing is 'The five minutes that tell of a set-up changed after the course, taken. Rows are only ever added.';
call kernel.wall('training.briefing');
grant select, insert on training.briefing to rt_app;

-- From the citizen's own words to what is done, and what each says of it.

create schema goals;
comment on schema goals is 'The citizen''s own objectives, the unit''s goals, activities, evaluations and follow-up.';
grant usage on schema goals to rt_app;

create table goals.objective (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  citizen_id uuid not null,
  unit_id uuid not null,
  text text not null,
  said_on date not null,
  written_by uuid not null,
  written_by_name text not null,
  written_at timestamptz not null,
  ended_on date,
  end_reason text,
  version int not null default 1,
  constraint objective_pk primary key (tenant_id, id),
  constraint objective_of_citizen unique (tenant_id, citizen_id, id),
  constraint objective_citizen_fk foreign key (tenant_id, citizen_id) references citizens.citizen (tenant_id, id),
  constraint objective_unit_fk foreign key (tenant_id, unit_id) references org.unit (tenant_id, id),
  constraint objective_written_by_fk foreign key (tenant_id, written_by) references org.employee (tenant_id, id),
  constraint objective_ended_says_why check ((ended_on is null) = (end_reason is null))
);
create index objective_unit on goals.objective (tenant_id, unit_id);
create index objective_written_by on goals.objective (tenant_id, written_by);
comment on table goals.objective is 'What the citizen wants, in the citizen''s own words. Never rewritten: it ends, and another is written.';
comment on column goals.objective.said_on is 'Day the citizen said it.';
comment on column goals.objective.written_by_name is 'The name as it was then.';
comment on column goals.objective.ended_on is 'From then on it is no longer what the citizen wants.';
comment on column goals.objective.version is 'Counts up with each change.';
call kernel.wall('goals.objective');
grant select, insert on goals.objective to rt_app;
grant update (ended_on, end_reason, version) on goals.objective to rt_app;

create table goals.goal (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  citizen_id uuid not null,
  unit_id uuid not null,
  objective_id uuid,
  order_goal_id uuid,
  title text not null,
  concrete text not null,
  method text not null,
  signs text not null,
  starts_on date not null,
  ends_on date not null,
  responsible_id uuid not null,
  made_with text not null constraint goal_made_with_known check (made_with in ('citizen', 'partly', 'without')),
  why_without text,
  every_weeks smallint not null constraint goal_every_weeks_sensible check (every_weeks between 1 and 26),
  level_start smallint constraint goal_level_start_known check (level_start between 0 and 4),
  level_wanted smallint constraint goal_level_wanted_known check (level_wanted between 0 and 4),
  state text not null default 'proposed' constraint goal_state_known check (state in ('proposed', 'active', 'on-hold', 'completed', 'dropped')),
  attainment text constraint goal_attainment_known check (attainment in ('attained', 'partly', 'not')),
  reason text,
  worded_by uuid not null,
  worded_by_name text not null,
  worded_at timestamptz not null,
  approved_by uuid,
  approved_by_name text,
  approved_at timestamptz,
  evaluate_on date,
  version int not null default 1,
  constraint goal_pk primary key (tenant_id, id),
  constraint goal_of_citizen unique (tenant_id, citizen_id, id),
  constraint goal_citizen_fk foreign key (tenant_id, citizen_id) references citizens.citizen (tenant_id, id),
  constraint goal_unit_fk foreign key (tenant_id, unit_id) references org.unit (tenant_id, id),
  constraint goal_objective_fk foreign key (tenant_id, citizen_id, objective_id) references goals.objective (tenant_id, citizen_id, id),
  constraint goal_responsible_fk foreign key (tenant_id, responsible_id) references org.employee (tenant_id, id),
  constraint goal_worded_by_fk foreign key (tenant_id, worded_by) references org.employee (tenant_id, id),
  constraint goal_approved_by_fk foreign key (tenant_id, approved_by) references org.employee (tenant_id, id),
  constraint goal_period check (ends_on >= starts_on),
  constraint goal_without_says_why check (made_with = 'citizen' or why_without is not null),
  constraint goal_completed_says_how check ((state = 'completed') = (attainment is not null)),
  constraint goal_held_or_dropped_says_why check (state not in ('on-hold', 'dropped') or reason is not null),
  constraint goal_never_own_approval check (approved_by <> worded_by),
  constraint goal_approved_whole check (num_nonnulls(approved_by, approved_by_name, approved_at) in (0, 3))
);
create index goal_unit on goals.goal (tenant_id, unit_id, state);
create index goal_objective on goals.goal (tenant_id, citizen_id, objective_id);
create index goal_responsible on goals.goal (tenant_id, responsible_id);
create index goal_worded_by on goals.goal (tenant_id, worded_by);
create index goal_approved_by on goals.goal (tenant_id, approved_by);
create index goal_evaluate on goals.goal (tenant_id, evaluate_on) where state = 'active';
comment on table goals.goal is 'A unit''s goal (delmål): one concrete thing, its period, who, how, and by what it shows. As it is now; what it was stands in its steps.';
comment on column goals.goal.objective_id is 'The citizen''s own objective it serves.';
comment on column goals.goal.order_goal_id is 'The authority''s goal (indsatsmål) it follows from; null where there is no order, which is normal in a shelter.';
comment on column goals.goal.title is 'Short; what the composer calls it.';
comment on column goals.goal.concrete is 'What exactly is to be different.';
comment on column goals.goal.method is 'How it is worked with.';
comment on column goals.goal.ends_on is 'Last day of the period.';
comment on column goals.goal.made_with is 'Whether the citizen was in it.';
comment on column goals.goal.state is 'proposed, active, on hold, completed, dropped.';
comment on column goals.goal.attainment is 'How far it came, once completed.';
comment on column goals.goal.signs is 'By what it shows that it is attained.';
comment on column goals.goal.why_without is 'Why the citizen was not, or only partly, in it.';
comment on column goals.goal.every_weeks is 'How often it is evaluated.';
comment on column goals.goal.level_start is 'Functioning at the start, 0 (no limitation) to 4 (complete); of the order where there is one.';
comment on column goals.goal.level_wanted is 'Functioning wanted, as level_start.';
comment on column goals.goal.reason is 'Why it is on hold or was dropped.';
comment on column goals.goal.worded_by is 'Who wrote the present wording; never who approves it.';
comment on column goals.goal.worded_by_name is 'The name as it was then.';
comment on column goals.goal.approved_by_name is 'The name as it was then.';
comment on column goals.goal.approved_at is 'When the present wording was approved; null while it waits.';
comment on column goals.goal.evaluate_on is 'Last day of the next evaluation; null unless it is active.';
comment on column goals.goal.version is 'Counts up with each change.';
call kernel.wall('goals.goal');
grant select, insert, update on goals.goal to rt_app;

create table goals.step (
  tenant_id uuid not null default kernel.here(),
  goal_id uuid not null,
  number int not null,
  citizen_id uuid not null,
  act text not null constraint step_act_known check (act in ('propose', 'change', 'approve', 'hold', 'resume', 'complete', 'drop')),
  by_id uuid not null,
  by_name text not null,
  at timestamptz not null,
  reason text,
  attainment text,
  wording jsonb not null,
  constraint step_pk primary key (tenant_id, goal_id, number),
  constraint step_goal_fk foreign key (tenant_id, citizen_id, goal_id) references goals.goal (tenant_id, citizen_id, id),
  constraint step_by_fk foreign key (tenant_id, by_id) references org.employee (tenant_id, id)
);
create index step_goal on goals.step (tenant_id, citizen_id, goal_id);
create index step_by on goals.step (tenant_id, by_id);
comment on table goals.step is 'What was done with a goal, in order. Rows are only added.';
comment on column goals.step.act is 'What was done.';
comment on column goals.step.attainment is 'How far it came, at completion.';
comment on column goals.step.number is 'The goal''s version after it.';
comment on column goals.step.by_name is 'The name as it was then.';
comment on column goals.step.at is 'When it was done.';
comment on column goals.step.wording is 'The goal''s words as they stood after it.';
call kernel.wall('goals.step');
grant select, insert on goals.step to rt_app;

create table goals.activity (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  goal_id uuid not null,
  citizen_id uuid not null,
  text text not null,
  rhythm text not null constraint activity_rhythm_known check (rhythm in ('once', 'daily', 'weekly', 'fortnightly', 'monthly', 'when-needed')),
  who text not null,
  written_by uuid not null,
  written_at timestamptz not null,
  ended_at timestamptz,
  ended_by uuid,
  constraint activity_pk primary key (tenant_id, id),
  constraint activity_goal_fk foreign key (tenant_id, citizen_id, goal_id) references goals.goal (tenant_id, citizen_id, id),
  constraint activity_written_by_fk foreign key (tenant_id, written_by) references org.employee (tenant_id, id),
  constraint activity_ended_by_fk foreign key (tenant_id, ended_by) references org.employee (tenant_id, id),
  constraint activity_ended_says_by check ((ended_at is null) = (ended_by is null))
);
create index activity_goal on goals.activity (tenant_id, citizen_id, goal_id);
create index activity_written_by on goals.activity (tenant_id, written_by);
create index activity_ended_by on goals.activity (tenant_id, ended_by);
comment on table goals.activity is 'What is done for a goal: what, how often, who.';
comment on column goals.activity.rhythm is 'How often.';
comment on column goals.activity.who is 'In words: the citizen, the contact person, whoever is on duty.';
call kernel.wall('goals.activity');
grant select, insert on goals.activity to rt_app;
grant update (ended_at, ended_by) on goals.activity to rt_app;

create table goals.evaluation (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  goal_id uuid not null,
  citizen_id uuid not null,
  view text not null constraint evaluation_view_known check (view in ('worker', 'citizen', 'relative')),
  view_of text,
  movement text not null constraint evaluation_movement_known check (movement in ('away', 'none', 'little', 'much', 'there')),
  level smallint constraint evaluation_level_known check (level between 0 and 4),
  text text not null,
  evaluated_on date not null,
  written_by uuid not null,
  written_by_name text not null,
  written_at timestamptz not null,
  struck_at timestamptz,
  struck_by uuid,
  strike_reason text,
  version int not null default 1,
  constraint evaluation_pk primary key (tenant_id, id),
  constraint evaluation_of_citizen unique (tenant_id, citizen_id, id),
  constraint evaluation_goal_fk foreign key (tenant_id, citizen_id, goal_id) references goals.goal (tenant_id, citizen_id, id),
  constraint evaluation_written_by_fk foreign key (tenant_id, written_by) references org.employee (tenant_id, id),
  constraint evaluation_struck_by_fk foreign key (tenant_id, struck_by) references org.employee (tenant_id, id),
  constraint evaluation_level_is_the_workers check (level is null or view = 'worker'),
  constraint evaluation_struck_says_by_and_why check (num_nonnulls(struck_at, struck_by, strike_reason) in (0, 3))
);
create index evaluation_goal on goals.evaluation (tenant_id, goal_id, evaluated_on desc);
create index evaluation_citizen on goals.evaluation (tenant_id, citizen_id, goal_id);
create index evaluation_written_by on goals.evaluation (tenant_id, written_by);
create index evaluation_struck_by on goals.evaluation (tenant_id, struck_by);
comment on table goals.evaluation is 'How far a goal has come, and whose view that is. Never rewritten; a mistake is struck out and stays.';
comment on column goals.evaluation.view is 'Whose view it is, whoever wrote it down.';
comment on column goals.evaluation.view_of is 'The relative, in words: her sister.';
comment on column goals.evaluation.evaluated_on is 'Day of the view.';
comment on column goals.evaluation.strike_reason is 'Why it was a mistake.';
comment on column goals.evaluation.movement is 'Farther away, no change, a little closer, much closer, there.';
comment on column goals.evaluation.level is 'Functioning as the unit sees it, 0 to 4. The authority sets levels: shown as the provider''s view only.';
comment on column goals.evaluation.written_by_name is 'The name as it was then.';
comment on column goals.evaluation.version is 'Counts up with each change.';
call kernel.wall('goals.evaluation');
grant select, insert on goals.evaluation to rt_app;
grant update (struck_at, struck_by, strike_reason, version) on goals.evaluation to rt_app;

create table goals.evidence (
  tenant_id uuid not null default kernel.here(),
  evaluation_id uuid not null,
  note_id uuid not null,
  citizen_id uuid not null,
  constraint evidence_pk primary key (tenant_id, evaluation_id, note_id),
  constraint evidence_evaluation_fk foreign key (tenant_id, citizen_id, evaluation_id) references goals.evaluation (tenant_id, citizen_id, id),
  constraint evidence_note_fk foreign key (tenant_id, note_id) references journal.note (tenant_id, id)
);
create index evidence_evaluation on goals.evidence (tenant_id, citizen_id, evaluation_id);
create index evidence_note on goals.evidence (tenant_id, note_id);
comment on table goals.evidence is 'A note that an evaluation rests on.';
call kernel.wall('goals.evidence');
grant select, insert on goals.evidence to rt_app;

create table goals.follow_up (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  citizen_id uuid not null,
  unit_id uuid not null,
  due_on date not null,
  planned_by uuid not null,
  planned_at timestamptz not null,
  held_on date,
  result text constraint follow_up_result_known check (result in ('continue', 'end', 'end-and-reassess')),
  text text,
  cancelled_at timestamptz,
  version int not null default 1,
  constraint follow_up_pk primary key (tenant_id, id),
  constraint follow_up_citizen_fk foreign key (tenant_id, citizen_id) references citizens.citizen (tenant_id, id),
  constraint follow_up_unit_fk foreign key (tenant_id, unit_id) references org.unit (tenant_id, id),
  constraint follow_up_planned_by_fk foreign key (tenant_id, planned_by) references org.employee (tenant_id, id),
  constraint follow_up_held_says_result check ((held_on is null) = (result is null))
);
create index follow_up_citizen on goals.follow_up (tenant_id, citizen_id, due_on);
create index follow_up_unit on goals.follow_up (tenant_id, unit_id);
create index follow_up_planned_by on goals.follow_up (tenant_id, planned_by);
create unique index follow_up_one_ahead on goals.follow_up (tenant_id, citizen_id, unit_id) where held_on is null and cancelled_at is null;
create index follow_up_open on goals.follow_up (tenant_id, due_on) where held_on is null and cancelled_at is null;
comment on table goals.follow_up is 'The day on which the authority follows up, and what came of it. One ahead at a time.';
comment on column goals.follow_up.due_on is 'Day the authority has named; the status report is to be with them before it.';
comment on column goals.follow_up.planned_at is 'When it was written down here.';
comment on column goals.follow_up.held_on is 'Day it was held; null while it is ahead.';
comment on column goals.follow_up.result is 'The authority''s: goes on, ends, ends and is assessed anew.';
comment on column goals.follow_up.cancelled_at is 'Another day came in its place.';
comment on column goals.follow_up.version is 'Counts up with each change.';
call kernel.wall('goals.follow_up');
grant select, insert on goals.follow_up to rt_app;
grant update (held_on, result, text, cancelled_at, version) on goals.follow_up to rt_app;

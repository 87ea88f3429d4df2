-- Whether a unit is ready, who said go, what happened in the first weeks, and how people feel about it.

create schema golive;
comment on schema golive is 'Going live: checks and their evidence, gates, verdicts, support in the first week, early-life cases, the monthly pulse.';
grant usage on schema golive to rt_app;

create table golive.item (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  place_id uuid not null,
  unit_id uuid,
  code text not null,
  title text not null,
  mode text not null constraint item_mode_known check (mode in ('auto', 'manual')),
  weight text not null constraint item_weight_known check (weight in ('blocking', 'acceptable')),
  measure text,
  setting_key text,
  reset_by text not null constraint item_reset_known check (reset_by in ('nothing', 'set-up', 'screens')),
  expires_days int,
  owner text not null,
  position smallint not null,
  changed_at timestamptz not null,
  changed_by uuid not null,
  constraint item_pk primary key (tenant_id, id),
  constraint item_code_unique unique nulls not distinct (tenant_id, place_id, unit_id, code),
  constraint item_place_fk foreign key (tenant_id, place_id) references org.unit (tenant_id, id),
  constraint item_unit_fk foreign key (tenant_id, unit_id) references org.unit (tenant_id, id),
  constraint item_changed_by_fk foreign key (tenant_id, changed_by) references org.employee (tenant_id, id),
  constraint item_expires_some check (expires_days between 1 and 400)
);
create index item_unit on golive.item (tenant_id, unit_id);
create index item_changed_by on golive.item (tenant_id, changed_by);
comment on table golive.item is 'Something that must hold before a unit goes live; for every unit of the place, or for one.';
comment on column golive.item.unit_id is 'A check of this unit alone, as a trial that its clarification asked for; null: of every unit.';
comment on column golive.item.code is 'Short name, R07.';
comment on column golive.item.title is 'What holds when it is in order.';
comment on column golive.item.mode is 'auto: worked out from what the house knows, where it does; manual: somebody has seen it.';
comment on column golive.item.weight is 'blocking: no go without it; acceptable: may be missing.';
comment on column golive.item.measure is 'What it is worked out from (features/golive/server/measures.ts); null: only evidence.';
comment on column golive.item.setting_key is 'The setting it is about; where the product does not run it, the check waits and is never in order.';
comment on column golive.item.reset_by is 'What makes earlier evidence worthless: nothing, another set-up, a set-up that changes screens.';
comment on column golive.item.expires_days is 'Days that evidence holds; null: until it is reset.';
comment on column golive.item.owner is 'Who sees to it, as a part of the project: leader, contact, IT.';
comment on column golive.item.position is 'Order, from 1.';
call kernel.wall('golive.item');
grant select, insert, update on golive.item to rt_app;

create table golive.evidence (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  item_id uuid not null,
  unit_id uuid not null,
  outcome text not null constraint evidence_outcome_known check (outcome in ('not-reached', 'partly', 'missing', 'ok')),
  note text not null,
  seen_on date not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  constraint evidence_pk primary key (tenant_id, id),
  constraint evidence_item_fk foreign key (tenant_id, item_id) references golive.item (tenant_id, id),
  constraint evidence_unit_fk foreign key (tenant_id, unit_id) references org.unit (tenant_id, id),
  constraint evidence_recorded_by_fk foreign key (tenant_id, recorded_by) references org.employee (tenant_id, id)
);
create index evidence_item on golive.evidence (tenant_id, item_id, unit_id, recorded_at desc);
create index evidence_unit on golive.evidence (tenant_id, unit_id);
create index evidence_recorded_by on golive.evidence (tenant_id, recorded_by);
comment on table golive.evidence is 'What somebody saw of a check in a unit, on a day. Rows are only ever added; the latest counts.';
comment on column golive.evidence.outcome is 'not-reached, partly, missing, ok.';
comment on column golive.evidence.note is 'What was seen; may be empty.';
comment on column golive.evidence.seen_on is 'The day it was seen.';
call kernel.wall('golive.evidence');
grant select, insert on golive.evidence to rt_app;

create table golive.acceptance (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  item_id uuid not null,
  unit_id uuid not null,
  decision_id uuid,
  until_on date,
  note text not null,
  accepted_at timestamptz not null,
  accepted_by uuid not null,
  constraint acceptance_pk primary key (tenant_id, id),
  constraint acceptance_item_fk foreign key (tenant_id, item_id) references golive.item (tenant_id, id),
  constraint acceptance_unit_fk foreign key (tenant_id, unit_id) references org.unit (tenant_id, id),
  constraint acceptance_decision_fk foreign key (tenant_id, decision_id) references decisions.decision (tenant_id, id),
  constraint acceptance_accepted_by_fk foreign key (tenant_id, accepted_by) references org.employee (tenant_id, id)
);
create index acceptance_item on golive.acceptance (tenant_id, item_id, unit_id, accepted_at desc);
create index acceptance_unit on golive.acceptance (tenant_id, unit_id);
create index acceptance_decision on golive.acceptance (tenant_id, decision_id);
create index acceptance_accepted_by on golive.acceptance (tenant_id, accepted_by);
comment on table golive.acceptance is 'A check that is not in order, and with which the unit may go live all the same. Rows are only ever added; the latest counts.';
comment on column golive.acceptance.decision_id is 'The decision it rests on; a blocking check is accepted by no other way.';
comment on column golive.acceptance.until_on is 'The last day it is accepted; a blocking check always has one.';
comment on column golive.acceptance.note is 'What is done meanwhile.';
call kernel.wall('golive.acceptance');
grant select, insert on golive.acceptance to rt_app;

create table golive.gate (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  place_id uuid not null,
  code text not null,
  title text not null,
  why text not null,
  per_wave boolean not null,
  position smallint not null,
  constraint gate_pk primary key (tenant_id, id),
  constraint gate_code_unique unique (tenant_id, place_id, code),
  constraint gate_place_fk foreign key (tenant_id, place_id) references org.unit (tenant_id, id)
);
comment on table golive.gate is 'What the municipality itself must have passed before any unit goes live.';
comment on column golive.gate.code is 'Short name, M1.';
comment on column golive.gate.title is 'What has been passed.';
comment on column golive.gate.why is 'What it rests on.';
comment on column golive.gate.per_wave is 'Passed anew for each wave, as that its old data are accounted for.';
comment on column golive.gate.position is 'Order, from 1.';
call kernel.wall('golive.gate');
grant select, insert on golive.gate to rt_app;

create table golive.gate_pass (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  gate_id uuid not null,
  wave_id uuid,
  passed_on date not null,
  note text not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  constraint gate_pass_pk primary key (tenant_id, id),
  constraint gate_pass_once unique nulls not distinct (tenant_id, gate_id, wave_id),
  constraint gate_pass_gate_fk foreign key (tenant_id, gate_id) references golive.gate (tenant_id, id),
  constraint gate_pass_wave_fk foreign key (tenant_id, wave_id) references plan.wave (tenant_id, id),
  constraint gate_pass_recorded_by_fk foreign key (tenant_id, recorded_by) references org.employee (tenant_id, id)
);
create index gate_pass_wave on golive.gate_pass (tenant_id, wave_id);
create index gate_pass_recorded_by on golive.gate_pass (tenant_id, recorded_by);
comment on table golive.gate_pass is 'A gate that was passed: where its paper is, and on which day.';
comment on column golive.gate_pass.wave_id is 'The wave, of a gate that each passes; else null.';
comment on column golive.gate_pass.passed_on is 'The day of the paper.';
comment on column golive.gate_pass.note is 'Where it is kept, and what it says in short.';
call kernel.wall('golive.gate_pass');
grant select, insert on golive.gate_pass to rt_app;

create table golive.fallback (
  tenant_id uuid not null default kernel.here(),
  unit_id uuid not null,
  plan text not null,
  who text not null,
  until_on date not null,
  version int not null default 1,
  changed_at timestamptz not null,
  changed_by uuid not null,
  constraint fallback_pk primary key (tenant_id, unit_id),
  constraint fallback_unit_fk foreign key (tenant_id, unit_id) references org.unit (tenant_id, id),
  constraint fallback_changed_by_fk foreign key (tenant_id, changed_by) references org.employee (tenant_id, id)
);
create index fallback_changed_by on golive.fallback (tenant_id, changed_by);
comment on table golive.fallback is 'What a unit does when it does not go: the way back.';
comment on column golive.fallback.plan is 'What is done, in the order it is done.';
comment on column golive.fallback.who is 'Who may say that it is used.';
comment on column golive.fallback.until_on is 'The last day there is a way back.';
call kernel.wall('golive.fallback');
grant select, insert, update on golive.fallback to rt_app;

create table golive.presence (
  tenant_id uuid not null default kernel.here(),
  unit_id uuid not null,
  day date not null,
  shift_start time not null,
  employee_id uuid,
  who text not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  constraint presence_pk primary key (tenant_id, unit_id, day, shift_start),
  constraint presence_unit_fk foreign key (tenant_id, unit_id) references org.unit (tenant_id, id),
  constraint presence_employee_fk foreign key (tenant_id, employee_id) references org.employee (tenant_id, id),
  constraint presence_recorded_by_fk foreign key (tenant_id, recorded_by) references org.employee (tenant_id, id)
);
create index presence_employee on golive.presence (tenant_id, employee_id);
create index presence_recorded_by on golive.presence (tenant_id, recorded_by);
comment on table golive.presence is 'The super-user who is there on a shift of a unit''s first week.';
comment on column golive.presence.shift_start is 'The shift, by its local start.';
comment on column golive.presence.who is 'The name as it is shown.';
call kernel.wall('golive.presence');
grant select, insert, update, delete on golive.presence to rt_app;

create table golive.verdict (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  unit_id uuid not null,
  wave_id uuid not null,
  verdict text not null constraint verdict_known check (verdict in ('go', 'conditions', 'no-go')),
  conditions text[] not null,
  because text not null,
  lacking text[] not null,
  decided_on date not null,
  decided_at timestamptz not null,
  decided_by uuid not null,
  constraint verdict_pk primary key (tenant_id, id),
  constraint verdict_unit_fk foreign key (tenant_id, unit_id) references org.unit (tenant_id, id),
  constraint verdict_wave_fk foreign key (tenant_id, wave_id) references plan.wave (tenant_id, id),
  constraint verdict_decided_by_fk foreign key (tenant_id, decided_by) references org.employee (tenant_id, id),
  constraint verdict_conditions_said check ((verdict = 'conditions') = (cardinality(conditions) > 0)),
  constraint verdict_no_go_says_why check (verdict <> 'no-go' or because <> '')
);
create index verdict_unit on golive.verdict (tenant_id, unit_id, decided_at desc);
create index verdict_wave on golive.verdict (tenant_id, wave_id);
create index verdict_decided_by on golive.verdict (tenant_id, decided_by);
comment on table golive.verdict is 'Go, no-go, or go with conditions, of one unit. Rows are only ever added; the latest counts.';
comment on column golive.verdict.verdict is 'go, conditions, no-go.';
comment on column golive.verdict.conditions is 'What must be done, by whom and by when, each in one sentence.';
comment on column golive.verdict.lacking is 'Codes of the checks that were not in order when it was decided.';
comment on column golive.verdict.decided_on is 'The day it was decided.';
call kernel.wall('golive.verdict');
grant select, insert on golive.verdict to rt_app;

create table golive.early_case (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  place_id uuid not null,
  unit_id uuid not null,
  number int not null,
  severity text not null constraint early_case_severity_known check (severity in ('high', 'middle', 'low')),
  title text not null,
  what text not null,
  screen text not null,
  setup_at timestamptz,
  reporter_id uuid not null,
  reported_at timestamptz not null,
  answer_by_at timestamptz not null,
  state text not null constraint early_case_state_known check (state in ('new', 'taken', 'with-vendor', 'solved', 'next-version', 'confirmed')),
  cause text constraint early_case_cause_known check (cause in ('set-up', 'fault', 'training', 'data', 'access', 'way-of-working', 'wish')),
  resolution text not null,
  vendor_text text,
  workaround text,
  workaround_review_on date,
  taken_at timestamptz,
  taken_by uuid,
  solved_on date,
  confirmed_at timestamptz,
  version int not null default 1,
  changed_at timestamptz not null,
  changed_by uuid not null,
  constraint early_case_pk primary key (tenant_id, id),
  constraint early_case_number_unique unique (tenant_id, place_id, number),
  constraint early_case_place_fk foreign key (tenant_id, place_id) references org.unit (tenant_id, id),
  constraint early_case_unit_fk foreign key (tenant_id, unit_id) references org.unit (tenant_id, id),
  constraint early_case_reporter_fk foreign key (tenant_id, reporter_id) references org.employee (tenant_id, id),
  constraint early_case_taken_by_fk foreign key (tenant_id, taken_by) references org.employee (tenant_id, id),
  constraint early_case_changed_by_fk foreign key (tenant_id, changed_by) references org.employee (tenant_id, id),
  constraint early_case_closed_has_cause check (state not in ('solved', 'next-version', 'confirmed') or cause is not null),
  constraint early_case_vendor_is_told check (state <> 'with-vendor' or vendor_text is not null)
);
create index early_case_unit on golive.early_case (tenant_id, unit_id, reported_at desc);
create index early_case_reporter on golive.early_case (tenant_id, reporter_id);
create index early_case_taken_by on golive.early_case (tenant_id, taken_by);
create index early_case_changed_by on golive.early_case (tenant_id, changed_by);
comment on table golive.early_case is 'Something that went wrong in the first weeks, as it was told from the screen it happened on.';
comment on column golive.early_case.place_id is 'The municipality or area whose rollout it belongs to.';
comment on column golive.early_case.number is 'Shown as H-001.';
comment on column golive.early_case.severity is 'high, middle, low.';
comment on column golive.early_case.title is 'What happened, in one line.';
comment on column golive.early_case.what is 'What happened, in the reporter''s words; never leaves the municipality.';
comment on column golive.early_case.screen is 'The kind of page it happened on, without whom it was about.';
comment on column golive.early_case.setup_at is 'When the set-up it happened in was applied; null: none was.';
comment on column golive.early_case.answer_by_at is 'When the first answer is due.';
comment on column golive.early_case.state is 'new, taken, with-vendor, solved, next-version, confirmed.';
comment on column golive.early_case.cause is 'Chosen when it is closed: it says what is done about it.';
comment on column golive.early_case.resolution is 'What was done; may be empty until then.';
comment on column golive.early_case.vendor_text is 'What the vendor is told: written for them, and the only words of it that they see.';
comment on column golive.early_case.workaround is 'What one does meanwhile.';
comment on column golive.early_case.workaround_review_on is 'When somebody asks whether the way round has become a habit.';
comment on column golive.early_case.solved_on is 'The day it was solved, or put off to a next version.';
call kernel.wall('golive.early_case');
grant select, insert, update on golive.early_case to rt_app;

create table golive.voice (
  tenant_id uuid not null default kernel.here(),
  case_id uuid not null,
  unit_id uuid not null,
  employee_id uuid not null,
  added_at timestamptz not null,
  constraint voice_pk primary key (tenant_id, case_id, unit_id, employee_id),
  constraint voice_case_fk foreign key (tenant_id, case_id) references golive.early_case (tenant_id, id),
  constraint voice_unit_fk foreign key (tenant_id, unit_id) references org.unit (tenant_id, id),
  constraint voice_employee_fk foreign key (tenant_id, employee_id) references org.employee (tenant_id, id)
);
create index voice_unit on golive.voice (tenant_id, unit_id);
create index voice_employee on golive.voice (tenant_id, employee_id);
comment on table golive.voice is 'Somebody else to whom the same happened: one case, several voices.';
call kernel.wall('golive.voice');
grant select, insert on golive.voice to rt_app;

create table golive.line_stop (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  case_id uuid not null,
  place_id uuid not null,
  because text not null,
  stopped_at timestamptz not null,
  stopped_by uuid not null,
  lifted_at timestamptz,
  lifted_by uuid,
  lifted_because text,
  constraint line_stop_pk primary key (tenant_id, id),
  constraint line_stop_case_fk foreign key (tenant_id, case_id) references golive.early_case (tenant_id, id),
  constraint line_stop_place_fk foreign key (tenant_id, place_id) references org.unit (tenant_id, id),
  constraint line_stop_stopped_by_fk foreign key (tenant_id, stopped_by) references org.employee (tenant_id, id),
  constraint line_stop_lifted_by_fk foreign key (tenant_id, lifted_by) references org.employee (tenant_id, id),
  constraint line_stop_lifted_whole check (num_nonnulls(lifted_at, lifted_by, lifted_because) in (0, 3))
);
create index line_stop_case on golive.line_stop (tenant_id, case_id);
create index line_stop_place on golive.line_stop (tenant_id, place_id);
create index line_stop_stopped_by on golive.line_stop (tenant_id, stopped_by);
create index line_stop_lifted_by on golive.line_stop (tenant_id, lifted_by);
comment on table golive.line_stop is 'Somebody stopped the line: no unit goes live while it stands.';
comment on column golive.line_stop.place_id is 'Whose rollout is stopped.';
comment on column golive.line_stop.lifted_because is 'Why it is safe again.';
call kernel.wall('golive.line_stop');
grant select, insert, update on golive.line_stop to rt_app;

create table golive.suggestion (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  case_id uuid not null,
  setting_key text,
  text text not null,
  state text not null constraint suggestion_state_known check (state in ('proposed', 'taken', 'declined')),
  answer text,
  made_at timestamptz not null,
  made_by uuid not null,
  answered_at timestamptz,
  answered_by uuid,
  constraint suggestion_pk primary key (tenant_id, id),
  constraint suggestion_case_fk foreign key (tenant_id, case_id) references golive.early_case (tenant_id, id),
  constraint suggestion_made_by_fk foreign key (tenant_id, made_by) references org.employee (tenant_id, id),
  constraint suggestion_answered_by_fk foreign key (tenant_id, answered_by) references org.employee (tenant_id, id),
  constraint suggestion_answered_whole check ((state = 'proposed') = (answered_at is null))
);
create index suggestion_case on golive.suggestion (tenant_id, case_id);
create index suggestion_made_by on golive.suggestion (tenant_id, made_by);
create index suggestion_answered_by on golive.suggestion (tenant_id, answered_by);
comment on table golive.suggestion is 'What a case about set-up taught, proposed for the template of the waves to come.';
comment on column golive.suggestion.setting_key is 'The setting it is about, where it is about one.';
comment on column golive.suggestion.state is 'proposed, taken, declined.';
comment on column golive.suggestion.answer is 'What was answered, and why.';
call kernel.wall('golive.suggestion');
grant select, insert, update on golive.suggestion to rt_app;

create table golive.pulse (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  place_id uuid not null,
  opens_on date not null,
  closes_on date not null,
  opened_at timestamptz not null,
  opened_by uuid not null,
  constraint pulse_pk primary key (tenant_id, id),
  constraint pulse_place_fk foreign key (tenant_id, place_id) references org.unit (tenant_id, id),
  constraint pulse_opened_by_fk foreign key (tenant_id, opened_by) references org.employee (tenant_id, id),
  constraint pulse_period check (closes_on >= opens_on),
  constraint pulse_one_at_a_time exclude using gist (tenant_id with =, place_id with =, daterange(opens_on, closes_on, '[]') with &&)
);
create index pulse_place on golive.pulse (tenant_id, place_id);
create index pulse_opened_by on golive.pulse (tenant_id, opened_by);
comment on table golive.pulse is 'Five statements asked once a month: I know why, I want to, I know how, I can, it lasts.';
comment on column golive.pulse.opens_on is 'First day one may answer.';
comment on column golive.pulse.closes_on is 'Last day one may answer.';
call kernel.wall('golive.pulse');
grant select, insert on golive.pulse to rt_app;

create table golive.pulse_answer (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  pulse_id uuid not null,
  unit_id uuid not null,
  knows_why smallint not null constraint pulse_answer_why check (knows_why between 1 and 4),
  wants_to smallint not null constraint pulse_answer_wants check (wants_to between 1 and 4),
  knows_how smallint not null constraint pulse_answer_how check (knows_how between 1 and 4),
  is_able smallint not null constraint pulse_answer_able check (is_able between 1 and 4),
  it_lasts smallint not null constraint pulse_answer_lasts check (it_lasts between 1 and 4),
  constraint pulse_answer_pk primary key (tenant_id, id),
  constraint pulse_answer_pulse_fk foreign key (tenant_id, pulse_id) references golive.pulse (tenant_id, id),
  constraint pulse_answer_unit_fk foreign key (tenant_id, unit_id) references org.unit (tenant_id, id)
);
create index pulse_answer_pulse on golive.pulse_answer (tenant_id, pulse_id, unit_id);
create index pulse_answer_unit on golive.pulse_answer (tenant_id, unit_id);
comment on table golive.pulse_answer is 'One answer, by nobody: no person, no moment, and an id that tells nothing of either.';
comment on column golive.pulse_answer.knows_why is 'Jeg ved hvorfor, 1 no to 4 yes.';
comment on column golive.pulse_answer.wants_to is 'Jeg vil gerne.';
comment on column golive.pulse_answer.knows_how is 'Jeg ved hvordan.';
comment on column golive.pulse_answer.is_able is 'Jeg kan.';
comment on column golive.pulse_answer.it_lasts is 'Det bliver ved.';
call kernel.wall('golive.pulse_answer');
grant select, insert on golive.pulse_answer to rt_app;

create table golive.pulse_taken (
  tenant_id uuid not null default kernel.here(),
  pulse_id uuid not null,
  employee_id uuid not null,
  constraint pulse_taken_pk primary key (tenant_id, pulse_id, employee_id),
  constraint pulse_taken_pulse_fk foreign key (tenant_id, pulse_id) references golive.pulse (tenant_id, id),
  constraint pulse_taken_employee_fk foreign key (tenant_id, employee_id) references org.employee (tenant_id, id)
);
create index pulse_taken_employee on golive.pulse_taken (tenant_id, employee_id);
comment on table golive.pulse_taken is 'That somebody has answered, so that they are not asked twice; nothing leads from here to the answer.';
call kernel.wall('golive.pulse_taken');
grant select, insert on golive.pulse_taken to rt_app;

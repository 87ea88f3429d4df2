-- From the vendor to the person on duty: the chain, messages on their way, receipts that name nobody, what stalled, questions and their answers.

create schema relay;
comment on schema relay is 'Communication chain (kommunikationsvej): vendor, project coordinator, implementation contact or leader, employees; and back again.';
grant usage on schema relay to rt_app;

create table relay.chain (
  tenant_id uuid not null default kernel.here(),
  place_id uuid not null,
  vendor text not null,
  duty_phone text not null,
  med_on date,
  locked_at timestamptz,
  locked_by uuid,
  version int not null default 1,
  changed_at timestamptz not null,
  changed_by uuid not null,
  constraint chain_pk primary key (tenant_id, place_id),
  constraint chain_place_fk foreign key (tenant_id, place_id) references org.unit (tenant_id, id),
  constraint chain_locked_by_fk foreign key (tenant_id, locked_by) references org.employee (tenant_id, id),
  constraint chain_changed_by_fk foreign key (tenant_id, changed_by) references org.employee (tenant_id, id),
  constraint chain_locked_says_by check ((locked_at is null) = (locked_by is null))
);
create index chain_locked_by on relay.chain (tenant_id, locked_by);
create index chain_changed_by on relay.chain (tenant_id, changed_by);
comment on table relay.chain is 'Who tells whom. Locked before the first message: nothing goes to a unit before it is.';
comment on column relay.chain.place_id is 'The municipality or area whose project it is.';
comment on column relay.chain.vendor is 'The supplier, first link of the chain.';
comment on column relay.chain.duty_phone is 'Where a critical message goes at night, when no coordinator is at work; may be empty.';
comment on column relay.chain.med_on is 'Day on which the co-determination committee (MED) was told how receipts are used; null: not yet.';
comment on column relay.chain.version is 'Counts up with each change.';
call kernel.wall('relay.chain');
grant select, insert, update on relay.chain to rt_app;

create table relay.message (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  external_id text,
  place_id uuid not null,
  number int not null,
  origin text not null constraint message_origin_known check (origin in ('vendor', 'coordinator')),
  severity text not null constraint message_severity_known check (severity in ('critical', 'action', 'info')),
  title text not null,
  body text not null,
  own_title text,
  own_body text,
  state text not null constraint message_state_known check (state in ('with-coordinator', 'released', 'recalled', 'closed')),
  named_receipts boolean not null default false,
  purpose text,
  by_pass boolean not null default false,
  salt uuid default gen_random_uuid(),
  expires_on date,
  corrects_id uuid,
  recalled_because text,
  received_at timestamptz not null,
  received_by uuid not null,
  release_due_at timestamptz,
  released_at timestamptz,
  released_by uuid,
  closed_at timestamptz,
  version int not null default 1,
  changed_at timestamptz not null,
  changed_by uuid not null,
  constraint message_pk primary key (tenant_id, id),
  constraint message_number_unique unique (tenant_id, place_id, number),
  constraint message_external_unique unique (tenant_id, external_id),
  constraint message_named_unique unique (tenant_id, id, named_receipts),
  constraint message_chain_fk foreign key (tenant_id, place_id) references relay.chain (tenant_id, place_id),
  constraint message_corrects_fk foreign key (tenant_id, corrects_id) references relay.message (tenant_id, id),
  constraint message_received_by_fk foreign key (tenant_id, received_by) references org.employee (tenant_id, id),
  constraint message_released_by_fk foreign key (tenant_id, released_by) references org.employee (tenant_id, id),
  constraint message_changed_by_fk foreign key (tenant_id, changed_by) references org.employee (tenant_id, id),
  constraint message_named_is_critical check (not named_receipts or (severity = 'critical' and purpose is not null)),
  constraint message_released_has_own_words check (released_at is null or (own_title is not null and own_body is not null)),
  constraint message_recalled_says_why check ((state = 'recalled') = (recalled_because is not null))
);
create index message_place on relay.message (tenant_id, place_id, received_at);
create index message_corrects on relay.message (tenant_id, corrects_id);
create index message_received_by on relay.message (tenant_id, received_by);
create index message_released_by on relay.message (tenant_id, released_by);
create index message_changed_by on relay.message (tenant_id, changed_by);
comment on table relay.message is 'Something the vendor or the project coordinator wants employees to know. What the vendor wrote stands beside the coordinator''s own words.';
comment on column relay.message.external_id is 'Its id in the file it was imported from.';
comment on column relay.message.place_id is 'Whose project it is.';
comment on column relay.message.number is 'Shown as M-01.';
comment on column relay.message.origin is 'vendor or coordinator.';
comment on column relay.message.severity is 'critical, action or info; each has its own clocks.';
comment on column relay.message.title is 'As it was received.';
comment on column relay.message.body is 'As it was received.';
comment on column relay.message.own_title is 'The coordinator''s own words; null until it is released.';
comment on column relay.message.own_body is 'The coordinator''s own words; null until it is released.';
comment on column relay.message.state is 'with-coordinator, released (on its way through the units), recalled, closed.';
comment on column relay.message.named_receipts is 'Receipts are kept by name. Only critical messages, and said to readers before it was sent.';
comment on column relay.message.purpose is 'Why receipts are kept by name, shown on the message; null where they are not.';
comment on column relay.message.by_pass is 'A breakdown at night that went straight to the units: the only way round the coordinator.';
comment on column relay.message.salt is 'Makes marks of receipts that name nobody. Wiped when the message is closed: from then on nobody can tell whose mark is whose.';
comment on column relay.message.expires_on is 'Last day it is of interest; null: until it is closed.';
comment on column relay.message.corrects_id is 'The recalled message it sets right.';
comment on column relay.message.recalled_because is 'Why it was taken back.';
comment on column relay.message.release_due_at is 'When the coordinator''s time is up; null where there is no clock.';
comment on column relay.message.closed_at is 'When nothing more is expected of anybody.';
comment on column relay.message.version is 'Counts up with each change.';
call kernel.wall('relay.message');
grant select, insert, update on relay.message to rt_app;

create function relay.keep_words() returns trigger language plpgsql as $$
begin
  if (old.title, old.body, old.origin, old.severity) is distinct from (new.title, new.body, new.origin, new.severity)
    or (old.released_at is not null and (old.own_title, old.own_body, old.named_receipts, old.purpose, old.released_at)
      is distinct from (new.own_title, new.own_body, new.named_receipts, new.purpose, new.released_at))
  then raise exception 'a message keeps its words; another corrects it' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
comment on function relay.keep_words() is 'What was received stands; what was sent stands, and so does what readers were told about receipts.';
create trigger message_keeps_words before update on relay.message for each row execute function relay.keep_words();

create table relay.leg (
  tenant_id uuid not null default kernel.here(),
  message_id uuid not null,
  unit_id uuid not null,
  contact_due_at timestamptz,
  contact_read_at timestamptz,
  read_by uuid,
  words text,
  channels text[] not null default '{}',
  relayed_at timestamptz,
  relayed_by uuid,
  reach_due_at timestamptz,
  reached_at timestamptz,
  counted_staff int constraint leg_counted_staff_some check (counted_staff between 1 and 5000),
  counted_reached int,
  constraint leg_pk primary key (tenant_id, message_id, unit_id),
  constraint leg_message_fk foreign key (tenant_id, message_id) references relay.message (tenant_id, id),
  constraint leg_unit_fk foreign key (tenant_id, unit_id) references org.unit (tenant_id, id),
  constraint leg_read_by_fk foreign key (tenant_id, read_by) references org.employee (tenant_id, id),
  constraint leg_relayed_by_fk foreign key (tenant_id, relayed_by) references org.employee (tenant_id, id),
  constraint leg_relayed_says_by check ((relayed_at is null) = (relayed_by is null)),
  constraint leg_counted_within check (counted_reached between 0 and counted_staff),
  constraint leg_counted_whole check ((counted_reached is null) = (counted_staff is null))
);
create index leg_unit on relay.leg (tenant_id, unit_id, relayed_at);
create index leg_read_by on relay.leg (tenant_id, read_by);
create index leg_relayed_by on relay.leg (tenant_id, relayed_by);
comment on table relay.leg is 'A message on its way through one unit: read by its contact, passed on, reached.';
comment on column relay.leg.contact_due_at is 'When the contact''s time is up; null where there is no clock.';
comment on column relay.leg.contact_read_at is 'When the contact or leader opened it; null until then.';
comment on column relay.leg.words is 'The contact''s own words to the unit; null: as the coordinator wrote it.';
comment on column relay.leg.channels is 'How it was passed on: product, board, meeting, sms.';
comment on column relay.leg.reach_due_at is 'When enough employees should have it; null where no receipt is asked for.';
comment on column relay.leg.reached_at is 'When enough employees had it.';
comment on column relay.leg.counted_staff is 'How many it was for, as the contact counted them; null when nobody counted.';
comment on column relay.leg.counted_reached is 'How many had it, as the contact counted them, for instance at a meeting.';
call kernel.wall('relay.leg');
grant select, insert, update on relay.leg to rt_app;

create table relay.receipt (
  tenant_id uuid not null default kernel.here(),
  message_id uuid not null,
  mark bytea not null,
  unit_id uuid not null,
  in_group boolean not null,
  named boolean not null,
  employee_id uuid,
  received_at timestamptz not null,
  constraint receipt_pk primary key (tenant_id, message_id, mark),
  constraint receipt_message_fk foreign key (tenant_id, message_id, named) references relay.message (tenant_id, id, named_receipts),
  constraint receipt_leg_fk foreign key (tenant_id, message_id, unit_id) references relay.leg (tenant_id, message_id, unit_id),
  constraint receipt_employee_fk foreign key (tenant_id, employee_id) references org.employee (tenant_id, id),
  constraint receipt_names_where_announced check (employee_id is null or named)
);
create index receipt_message on relay.receipt (tenant_id, message_id, named);
create index receipt_leg on relay.receipt (tenant_id, message_id, unit_id);
create index receipt_employee on relay.receipt (tenant_id, employee_id);
comment on table relay.receipt is 'One person has read one message. Who, is kept only where readers were told before it was sent; otherwise a mark that shows no more than that it is the same person.';
comment on column relay.receipt.mark is 'SHA-256 of the message''s salt and the person''s id.';
comment on column relay.receipt.unit_id is 'The one unit in which the person is counted.';
comment on column relay.receipt.in_group is 'Belongs to the unit''s own staff: a temp on a single shift is told, and not counted in the share.';
comment on column relay.receipt.named is 'As the message says of its receipts.';
comment on column relay.receipt.employee_id is 'Only of messages whose receipts are by name; gone after 90 days.';
call kernel.wall('relay.receipt');
grant select, insert on relay.receipt to rt_app;
grant update (employee_id) on relay.receipt to rt_app;

create table relay.question (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  place_id uuid not null,
  unit_id uuid not null,
  message_id uuid,
  text text not null,
  asked_by uuid not null,
  asked_at timestamptz not null,
  stands_with text not null constraint question_stands_with_known check (stands_with in ('contact', 'coordinator', 'owner', 'contact-again', 'home')),
  owner_kind text constraint question_owner_known check (owner_kind in ('contact', 'coordinator', 'vendor', 'organisation')),
  owner_name text,
  owned_at timestamptz,
  own_due_at timestamptz not null,
  answer_on date,
  answer text,
  answered_at timestamptz,
  unit_answer text,
  home_at timestamptz,
  version int not null default 1,
  changed_at timestamptz not null,
  changed_by uuid not null,
  constraint question_pk primary key (tenant_id, id),
  constraint question_chain_fk foreign key (tenant_id, place_id) references relay.chain (tenant_id, place_id),
  constraint question_unit_fk foreign key (tenant_id, unit_id) references org.unit (tenant_id, id),
  constraint question_message_fk foreign key (tenant_id, message_id) references relay.message (tenant_id, id),
  constraint question_asked_by_fk foreign key (tenant_id, asked_by) references org.employee (tenant_id, id),
  constraint question_changed_by_fk foreign key (tenant_id, changed_by) references org.employee (tenant_id, id),
  constraint question_owned_says_when check ((owner_kind is null) = (owned_at is null)),
  constraint question_home_is_answered check ((stands_with = 'home') = (home_at is not null) and (home_at is null or coalesce(unit_answer, answer) is not null))
);
create index question_place on relay.question (tenant_id, place_id, stands_with);
create index question_unit on relay.question (tenant_id, unit_id, stands_with);
create index question_message on relay.question (tenant_id, message_id);
create index question_asked_by on relay.question (tenant_id, asked_by);
create index question_changed_by on relay.question (tenant_id, changed_by);
comment on table relay.question is 'An employee''s question, on its way up the chain and back again.';
comment on column relay.question.place_id is 'Whose project it is.';
comment on column relay.question.asked_by is 'Who gets the answer; shown to nobody on the way.';
comment on column relay.question.stands_with is 'contact, coordinator, owner; with the answer contact-again, then home.';
comment on column relay.question.owner_kind is 'Whose it is to answer: contact, coordinator, vendor or organisation; null until it has an owner.';
comment on column relay.question.owner_name is 'The owner''s name or post, where it is the vendor or the organisation.';
comment on column relay.question.own_due_at is 'When it should have an owner: a working day after it was asked.';
comment on column relay.question.answer_on is 'The day an answer is promised for.';
comment on column relay.question.answer is 'As the owner answered, in the coordinator''s words.';
comment on column relay.question.unit_answer is 'As the contact passed it on; null: as the coordinator wrote it.';
comment on column relay.question.version is 'Counts up with each change.';
call kernel.wall('relay.question');
grant select, insert, update on relay.question to rt_app;

create table relay.escalation (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  message_id uuid,
  question_id uuid,
  unit_id uuid,
  step text not null constraint escalation_step_known check (step in ('release', 'pass-on', 'reach', 'own')),
  to_role text not null constraint escalation_role_known check (to_role in ('contact', 'deputy', 'leader', 'above', 'coordinator', 'steering')),
  due_at timestamptz not null,
  task_id uuid,
  made_at timestamptz not null,
  settled_at timestamptz,
  constraint escalation_pk primary key (tenant_id, id),
  constraint escalation_once unique nulls not distinct (tenant_id, message_id, question_id, unit_id, step, to_role),
  constraint escalation_message_fk foreign key (tenant_id, message_id) references relay.message (tenant_id, id),
  constraint escalation_question_fk foreign key (tenant_id, question_id) references relay.question (tenant_id, id),
  constraint escalation_unit_fk foreign key (tenant_id, unit_id) references org.unit (tenant_id, id),
  constraint escalation_task_fk foreign key (tenant_id, task_id) references tasks.task (tenant_id, id),
  constraint escalation_about_one check (num_nonnulls(message_id, question_id) = 1)
);
create index escalation_question on relay.escalation (tenant_id, question_id);
create index escalation_unit on relay.escalation (tenant_id, unit_id);
create index escalation_task on relay.escalation (tenant_id, task_id);
comment on table relay.escalation is 'A step that stalled was told to the next role. Says what stalled and which role was told; never who did not read.';
comment on column relay.escalation.step is 'release: with the coordinator. pass-on: with the contact. reach: too few have it. own: a question without an owner.';
comment on column relay.escalation.to_role is 'contact, deputy, leader, above (who leads the units above), coordinator, steering.';
comment on column relay.escalation.due_at is 'When the step''s time was up.';
comment on column relay.escalation.task_id is 'The task the role was given; null where nobody holds the role.';
comment on column relay.escalation.settled_at is 'When the step was done after all.';
call kernel.wall('relay.escalation');
grant select, insert on relay.escalation to rt_app;
grant update (settled_at) on relay.escalation to rt_app;

create table relay.stakeholder (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  place_id uuid not null,
  name text not null,
  role text not null,
  affected text not null constraint stakeholder_affected_known check (affected in ('high', 'middle', 'low')),
  influence text not null constraint stakeholder_influence_known check (influence in ('high', 'middle', 'low')),
  hard_to_reach boolean not null,
  how text not null,
  version int not null default 1,
  changed_at timestamptz not null,
  changed_by uuid not null,
  constraint stakeholder_pk primary key (tenant_id, id),
  constraint stakeholder_name_unique unique (tenant_id, place_id, name),
  constraint stakeholder_place_fk foreign key (tenant_id, place_id) references org.unit (tenant_id, id),
  constraint stakeholder_changed_by_fk foreign key (tenant_id, changed_by) references org.employee (tenant_id, id)
);
create index stakeholder_changed_by on relay.stakeholder (tenant_id, changed_by);
comment on table relay.stakeholder is 'Whom the project touches (interessent): a group or a post, never one private person.';
comment on column relay.stakeholder.place_id is 'Whose project it is.';
comment on column relay.stakeholder.role is 'What they are to the project.';
comment on column relay.stakeholder.affected is 'How much it changes for them: high, middle, low.';
comment on column relay.stakeholder.influence is 'How much they decide: high, middle, low.';
comment on column relay.stakeholder.hard_to_reach is 'Night staff, temps: those whom a chain easily misses.';
comment on column relay.stakeholder.how is 'How they are kept informed.';
comment on column relay.stakeholder.version is 'Counts up with each change.';
call kernel.wall('relay.stakeholder');
grant select, insert, update on relay.stakeholder to rt_app;

create table relay.meeting (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  external_id text,
  place_id uuid not null,
  title text not null,
  venue text not null,
  audience text not null,
  salt uuid default gen_random_uuid(),
  version int not null default 1,
  changed_at timestamptz not null,
  changed_by uuid not null,
  constraint meeting_pk primary key (tenant_id, id),
  constraint meeting_external_unique unique (tenant_id, external_id),
  constraint meeting_place_fk foreign key (tenant_id, place_id) references org.unit (tenant_id, id),
  constraint meeting_changed_by_fk foreign key (tenant_id, changed_by) references org.employee (tenant_id, id)
);
create index meeting_place on relay.meeting (tenant_id, place_id);
create index meeting_changed_by on relay.meeting (tenant_id, changed_by);
comment on table relay.meeting is 'An information meeting (informationsmøde), held once or in several slots for those who work shifts.';
comment on column relay.meeting.external_id is 'Its id in the file it was imported from.';
comment on column relay.meeting.place_id is 'Whose project it is.';
comment on column relay.meeting.title is 'What it is about.';
comment on column relay.meeting.venue is 'Where, or by video.';
comment on column relay.meeting.audience is 'For whom, in words.';
comment on column relay.meeting.salt is 'Makes marks of votes that name nobody.';
comment on column relay.meeting.version is 'Counts up with each change.';
call kernel.wall('relay.meeting');
grant select, insert, update on relay.meeting to rt_app;

create table relay.slot (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  meeting_id uuid not null,
  starts_at timestamptz not null,
  constraint slot_pk primary key (tenant_id, id),
  constraint slot_meeting_fk foreign key (tenant_id, meeting_id) references relay.meeting (tenant_id, id)
);
create index slot_meeting on relay.slot (tenant_id, meeting_id, starts_at);
comment on table relay.slot is 'One time at which the meeting is held: morning and evening are counted together.';
call kernel.wall('relay.slot');
grant select, insert, update, delete on relay.slot to rt_app;

create table relay.attendance (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  meeting_id uuid not null,
  unit_id uuid,
  people int not null constraint attendance_people_some check (people between 1 and 2000),
  constraint attendance_pk primary key (tenant_id, id),
  constraint attendance_unit_once unique nulls not distinct (tenant_id, meeting_id, unit_id),
  constraint attendance_meeting_fk foreign key (tenant_id, meeting_id) references relay.meeting (tenant_id, id),
  constraint attendance_unit_fk foreign key (tenant_id, unit_id) references org.unit (tenant_id, id)
);
create index attendance_unit on relay.attendance (tenant_id, unit_id);
comment on table relay.attendance is 'How many came, as counted at the door; never who.';
comment on column relay.attendance.unit_id is 'Where they work; null when it was not asked.';
comment on column relay.attendance.people is 'Heads counted.';
call kernel.wall('relay.attendance');
grant select, insert, delete on relay.attendance to rt_app;

create table relay.meeting_question (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  meeting_id uuid not null,
  text text not null,
  asked_at timestamptz not null,
  answer_due_on date not null,
  parked_with text,
  answer text,
  answered_at timestamptz,
  answered_by uuid,
  version int not null default 1,
  constraint meeting_question_pk primary key (tenant_id, id),
  constraint meeting_question_meeting_fk foreign key (tenant_id, meeting_id) references relay.meeting (tenant_id, id),
  constraint meeting_question_answered_by_fk foreign key (tenant_id, answered_by) references org.employee (tenant_id, id),
  constraint meeting_question_answered_whole check (num_nulls(answer, answered_at, answered_by) in (0, 3))
);
create index meeting_question_meeting on relay.meeting_question (tenant_id, meeting_id);
create index meeting_question_answered_by on relay.meeting_question (tenant_id, answered_by);
comment on table relay.meeting_question is 'A question at a meeting. Who asked is not kept.';
comment on column relay.meeting_question.answer_due_on is 'Ten working days after it was asked, or after the meeting when that is later; then it is a loose thread.';
comment on column relay.meeting_question.parked_with is 'Who answers it in writing afterwards: a name or a post.';
comment on column relay.meeting_question.answer is 'What all who were there may read.';
call kernel.wall('relay.meeting_question');
grant select, insert, update on relay.meeting_question to rt_app;

create table relay.vote (
  tenant_id uuid not null default kernel.here(),
  question_id uuid not null,
  mark bytea not null,
  constraint vote_pk primary key (tenant_id, question_id, mark),
  constraint vote_question_fk foreign key (tenant_id, question_id) references relay.meeting_question (tenant_id, id)
);
comment on table relay.vote is 'One person would like an answer to it too.';
comment on column relay.vote.mark is 'SHA-256 of the meeting''s salt and the person''s id: shows only that it is the same person.';
call kernel.wall('relay.vote');
grant select, insert, delete on relay.vote to rt_app;

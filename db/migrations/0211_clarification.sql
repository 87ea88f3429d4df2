-- What each unit is, what it is asked, what it answers, and what those answers set up.

create table clarification.question_set (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  place_id uuid not null,
  number int not null,
  title text not null,
  note text not null,
  content jsonb not null,
  published_at timestamptz not null,
  published_by uuid not null,
  constraint question_set_pk primary key (tenant_id, id),
  constraint question_set_number_unique unique (tenant_id, place_id, number),
  constraint question_set_place_fk foreign key (tenant_id, place_id) references org.unit (tenant_id, id),
  constraint question_set_published_by_fk foreign key (tenant_id, published_by) references org.employee (tenant_id, id)
);
create index question_set_published_by on clarification.question_set (tenant_id, published_by);
comment on table clarification.question_set is 'A version of the questions that units are asked, with what each answer sets up. Never changed; a later version takes its place.';
comment on column clarification.question_set.place_id is 'The municipality or area whose units are asked.';
comment on column clarification.question_set.number is 'Version, from 1.';
comment on column clarification.question_set.title is 'What it is called.';
comment on column clarification.question_set.note is 'What is new in it.';
comment on column clarification.question_set.content is 'Questions in order, and for each kind of offer what it is likely to answer (question-set.ts).';
call kernel.wall('clarification.question_set');
grant select, insert on clarification.question_set to rt_app;

create table clarification.question (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  place_id uuid not null,
  key text not null,
  text text not null,
  print text not null,
  since_number int not null,
  gone_number int,
  position smallint not null,
  changed_at timestamptz not null,
  constraint question_pk primary key (tenant_id, id),
  constraint question_key_unique unique (tenant_id, place_id, key),
  constraint question_place_fk foreign key (tenant_id, place_id) references org.unit (tenant_id, id)
);
comment on table clarification.question is 'A question through all versions of a set: what answers, requirements and the thread hold on to.';
comment on column clarification.question.key is 'Its short name in the set, Q01.';
comment on column clarification.question.text is 'As the latest version asks it.';
comment on column clarification.question.print is 'Of all that the question says, so that the thread sees when it is changed.';
comment on column clarification.question.since_number is 'The version it came with.';
comment on column clarification.question.gone_number is 'The version that no longer asks it; null while it is asked.';
comment on column clarification.question.position is 'Order in the latest version, from 1.';
call kernel.wall('clarification.question');
grant select, insert, update on clarification.question to rt_app;

create table clarification.round (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  unit_id uuid not null,
  number int not null,
  state text not null constraint round_state_known check (state in ('in-progress', 'submitted', 'met', 'approved', 'previewed')),
  template text not null,
  begun_number int not null,
  because text,
  sent_back text,
  submitted_at timestamptz,
  submitted_by uuid,
  met_on date,
  met_note text not null default '',
  approved_at timestamptz,
  approved_by uuid,
  vouched_by uuid,
  approved jsonb,
  proposal_id uuid,
  version int not null default 1,
  changed_at timestamptz not null,
  changed_by uuid not null,
  constraint round_pk primary key (tenant_id, id),
  constraint round_number_unique unique (tenant_id, unit_id, number),
  constraint round_unit_fk foreign key (tenant_id, unit_id) references org.unit (tenant_id, id),
  constraint round_submitted_by_fk foreign key (tenant_id, submitted_by) references org.employee (tenant_id, id),
  constraint round_approved_by_fk foreign key (tenant_id, approved_by) references org.employee (tenant_id, id),
  constraint round_vouched_by_fk foreign key (tenant_id, vouched_by) references org.employee (tenant_id, id),
  constraint round_proposal_fk foreign key (tenant_id, proposal_id) references profiles.proposal (tenant_id, id),
  constraint round_changed_by_fk foreign key (tenant_id, changed_by) references org.employee (tenant_id, id),
  constraint round_approved_whole check ((approved_at is null) = (approved_by is null) and (approved_at is null) = (approved is null)),
  constraint round_reopened_says_why check ((number = 1) = (because is null))
);
create index round_submitted_by on clarification.round (tenant_id, submitted_by);
create index round_approved_by on clarification.round (tenant_id, approved_by);
create index round_vouched_by on clarification.round (tenant_id, vouched_by);
create index round_proposal on clarification.round (tenant_id, proposal_id);
create index round_changed_by on clarification.round (tenant_id, changed_by);
comment on table clarification.round is 'A unit''s way through the questions, from the first answer to the set-up. Opened again after approval, it is a new one.';
comment on column clarification.round.number is 'From 1; each time an approved answer is changed there is one more.';
comment on column clarification.round.state is 'in-progress, submitted, met (afklaringsmøde holdt), approved, previewed. Whether the set-up is applied is known by profiles.';
comment on column clarification.round.template is 'The kind of offer whose likely answers are suggested.';
comment on column clarification.round.begun_number is 'Version of the questions when it began; what came later is marked as new.';
comment on column clarification.round.because is 'Why it was opened again; the first one needs no reason.';
comment on column clarification.round.sent_back is 'What the leader asked about instead of approving.';
comment on column clarification.round.met_on is 'Day of the clarification meeting.';
comment on column clarification.round.met_note is 'What was agreed there.';
comment on column clarification.round.vouched_by is 'The leader who stands by the answers about access and use of force (magtanvendelse); asked again of a new leader.';
comment on column clarification.round.approved is 'What was approved: answers, what they set, and the sentences that were read.';
comment on column clarification.round.proposal_id is 'The change proposed to the unit''s profile.';
comment on column clarification.round.version is 'Counts up with each change of state; answers have versions of their own.';
call kernel.wall('clarification.round');
grant select, insert, update on clarification.round to rt_app;

create table clarification.answer (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  unit_id uuid not null,
  question_id uuid not null,
  value jsonb,
  unsure boolean not null,
  outside text,
  told text not null default '',
  comment text not null default '',
  reason text not null default '',
  source text not null constraint answer_source_known check (source in ('template', 'unit')),
  mark text constraint answer_mark_known check (mark in ('agreed', 'unsure', 'needs-decision')),
  said_by text,
  answered_at timestamptz not null,
  answered_by uuid not null,
  version int not null default 1,
  constraint answer_pk primary key (tenant_id, id),
  constraint answer_once unique (tenant_id, unit_id, question_id),
  constraint answer_unit_fk foreign key (tenant_id, unit_id) references org.unit (tenant_id, id),
  constraint answer_question_fk foreign key (tenant_id, question_id) references clarification.question (tenant_id, id),
  constraint answer_answered_by_fk foreign key (tenant_id, answered_by) references org.employee (tenant_id, id),
  constraint answer_says_one_thing check ((value is not null)::int + unsure::int + (outside is not null)::int <= 1)
);
create index answer_question on clarification.answer (tenant_id, question_id);
create index answer_answered_by on clarification.answer (tenant_id, answered_by);
comment on table clarification.answer is 'A unit''s answer to a question as it stands; each one is edited by itself, so that two may answer at once.';
comment on column clarification.answer.value is 'Option, options, number, people or words, as the question asks; null when unsure, outside, or taken back.';
comment on column clarification.answer.unsure is 'The unit says »ved ikke«.';
comment on column clarification.answer.outside is 'What the unit needs where no option fits; it becomes a gap.';
comment on column clarification.answer.told is 'The answer in words, as the options were called then; for the thread.';
comment on column clarification.answer.comment is 'What the unit wants to add.';
comment on column clarification.answer.reason is 'Why it stands although it conflicts with something else that is known of the unit.';
comment on column clarification.answer.source is 'template: the suggestion was taken; unit: the unit''s own, never overwritten by a template.';
comment on column clarification.answer.mark is 'What the clarification meeting said of it.';
comment on column clarification.answer.said_by is 'Who said it, where somebody else wrote it down.';
comment on column clarification.answer.version is 'Counts up with each change.';
call kernel.wall('clarification.answer');
grant select, insert, update on clarification.answer to rt_app;

create table clarification.answer_was (
  tenant_id uuid not null default kernel.here(),
  answer_id uuid not null,
  version int not null,
  value jsonb,
  unsure boolean not null,
  outside text,
  comment text not null,
  source text not null,
  answered_at timestamptz not null,
  answered_by uuid not null,
  constraint answer_was_pk primary key (tenant_id, answer_id, version),
  constraint answer_was_answer_fk foreign key (tenant_id, answer_id) references clarification.answer (tenant_id, id),
  constraint answer_was_answered_by_fk foreign key (tenant_id, answered_by) references org.employee (tenant_id, id)
);
create index answer_was_answered_by on clarification.answer_was (tenant_id, answered_by);
comment on table clarification.answer_was is 'Every answer as it was given. Rows are only ever added.';
comment on column clarification.answer_was.version is 'Of the answer.';
comment on column clarification.answer_was.value is 'As answered then.';
comment on column clarification.answer_was.unsure is 'As answered then.';
comment on column clarification.answer_was.outside is 'As answered then.';
comment on column clarification.answer_was.comment is 'As answered then.';
comment on column clarification.answer_was.source is 'As answered then.';
call kernel.wall('clarification.answer_was');
grant select, insert on clarification.answer_was to rt_app;

create table clarification.consequence (
  tenant_id uuid not null default kernel.here(),
  round_id uuid not null,
  kind text not null constraint consequence_kind_known check (kind in ('task', 'course', 'ready')),
  key text not null,
  text text not null,
  question_id uuid not null,
  constraint consequence_pk primary key (tenant_id, round_id, kind, key),
  constraint consequence_round_fk foreign key (tenant_id, round_id) references clarification.round (tenant_id, id),
  constraint consequence_question_fk foreign key (tenant_id, question_id) references clarification.question (tenant_id, id)
);
create index consequence_question on clarification.consequence (tenant_id, question_id);
comment on table clarification.consequence is 'What an approved round asks for beside values: tasks, courses, things that must be ready. Plan, training and go-live read it.';
comment on column clarification.consequence.kind is 'task, course, ready.';
comment on column clarification.consequence.key is 'Its name in the set of questions: T-FMK, KU-05, R-MED.';
comment on column clarification.consequence.question_id is 'The first question whose answer asks for it.';
call kernel.wall('clarification.consequence');
grant select, insert on clarification.consequence to rt_app;

create table clarification.gap (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  unit_id uuid not null,
  number int not null,
  question_id uuid,
  text text not null,
  state text not null constraint gap_state_known check (state in ('open', 'set-up', 'changed-way', 'with-vendor', 'adaptation', 'closed')),
  owner_id uuid,
  next_step text not null default '',
  next_on date,
  decision_id uuid,
  sets jsonb not null default '[]',
  agreed_by uuid,
  merged_into_id uuid,
  opened_at timestamptz not null,
  version int not null default 1,
  changed_at timestamptz not null,
  changed_by uuid not null,
  constraint gap_pk primary key (tenant_id, id),
  constraint gap_unit_fk foreign key (tenant_id, unit_id) references org.unit (tenant_id, id),
  constraint gap_question_fk foreign key (tenant_id, question_id) references clarification.question (tenant_id, id),
  constraint gap_owner_fk foreign key (tenant_id, owner_id) references org.employee (tenant_id, id),
  constraint gap_decision_fk foreign key (tenant_id, decision_id) references decisions.decision (tenant_id, id),
  constraint gap_agreed_by_fk foreign key (tenant_id, agreed_by) references org.employee (tenant_id, id),
  constraint gap_merged_into_fk foreign key (tenant_id, merged_into_id) references clarification.gap (tenant_id, id),
  constraint gap_changed_by_fk foreign key (tenant_id, changed_by) references org.employee (tenant_id, id),
  constraint gap_number_unique unique (tenant_id, number),
  constraint gap_sets_by_decision check (sets = '[]'::jsonb or decision_id is not null)
);
create index gap_unit on clarification.gap (tenant_id, unit_id);
create index gap_question on clarification.gap (tenant_id, question_id);
create index gap_owner on clarification.gap (tenant_id, owner_id);
create index gap_decision on clarification.gap (tenant_id, decision_id);
create index gap_agreed_by on clarification.gap (tenant_id, agreed_by);
create index gap_merged_into on clarification.gap (tenant_id, merged_into_id);
create index gap_changed_by on clarification.gap (tenant_id, changed_by);
comment on table clarification.gap is 'What a unit needs and no option of a question gives (gab), found while it was clarified.';
comment on column clarification.gap.number is 'Shown as AG-1; the fit and gap of a tender has its own list.';
comment on column clarification.gap.question_id is 'The question it came out of; null when it was noted by itself.';
comment on column clarification.gap.state is 'open, set-up (løst ved opsætning), changed-way (ændret arbejdsgang), with-vendor, adaptation, closed.';
comment on column clarification.gap.owner_id is 'Who sees to the next step.';
comment on column clarification.gap.next_step is 'What is done next.';
comment on column clarification.gap.next_on is 'When; within five days of its being found.';
comment on column clarification.gap.decision_id is 'The decision that solves it.';
comment on column clarification.gap.sets is 'Values that this unit has by that decision and no answer gives: [{"key", "value"}], local exceptions of its set-up.';
comment on column clarification.gap.agreed_by is 'The unit''s leader who said yes to working otherwise.';
comment on column clarification.gap.merged_into_id is 'The gap of another unit that is the same; unit and owner stay its own.';
comment on column clarification.gap.version is 'Counts up with each change.';
call kernel.wall('clarification.gap');
grant select, insert, update on clarification.gap to rt_app;

create table clarification.block (
  tenant_id uuid not null default kernel.here(),
  unit_id uuid not null,
  key text not null,
  content text not null,
  filled_at timestamptz not null,
  filled_by uuid not null,
  fits boolean,
  remark text not null default '',
  judged_at timestamptz,
  judged_by uuid,
  version int not null default 1,
  constraint block_pk primary key (tenant_id, unit_id, key),
  constraint block_unit_fk foreign key (tenant_id, unit_id) references org.unit (tenant_id, id),
  constraint block_filled_by_fk foreign key (tenant_id, filled_by) references org.employee (tenant_id, id),
  constraint block_judged_by_fk foreign key (tenant_id, judged_by) references org.employee (tenant_id, id),
  constraint block_judged_whole check ((fits is null) = (judged_at is null) and (fits is null) = (judged_by is null))
);
create index block_filled_by on clarification.block (tenant_id, filled_by);
create index block_judged_by on clarification.block (tenant_id, judged_by);
comment on table clarification.block is 'One part of »Sådan er vi«: filled by the coordinator, judged by the unit.';
comment on column clarification.block.key is 'Which part: target-group, staff, words, worry.';
comment on column clarification.block.content is 'In plain words.';
comment on column clarification.block.fits is 'What the unit says of it; null until it has been asked about these words.';
comment on column clarification.block.remark is 'What does not fit.';
comment on column clarification.block.version is 'Counts up with each change.';
call kernel.wall('clarification.block');
grant select, insert, update on clarification.block to rt_app;

create table clarification.file (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  unit_id uuid not null,
  kind text not null constraint file_kind_known check (kind in ('portrait', 'meeting-sheet', 'summary', 'config')),
  name text not null,
  media_type text not null,
  size_bytes int not null,
  content bytea not null,
  made_at timestamptz not null,
  made_by uuid not null,
  constraint file_pk primary key (tenant_id, id),
  constraint file_unit_fk foreign key (tenant_id, unit_id) references org.unit (tenant_id, id),
  constraint file_made_by_fk foreign key (tenant_id, made_by) references org.employee (tenant_id, id)
);
create index file_unit on clarification.file (tenant_id, unit_id);
create index file_made_by on clarification.file (tenant_id, made_by);
comment on table clarification.file is 'Papers about a unit as they were made: the portrait for the vendor, the sheet for the meeting, the summary, the neutral set-up.';
comment on column clarification.file.kind is 'portrait, meeting-sheet, summary, config.';
comment on column clarification.file.media_type is 'As on the wire.';
comment on column clarification.file.size_bytes is 'Of the content.';
comment on column clarification.file.content is 'The file. Says nothing of any citizen.';
call kernel.wall('clarification.file');
grant select, insert on clarification.file to rt_app;

create function clarification.set_of(unit uuid) returns uuid language sql stable as $$
  select question_set.id from clarification.question_set
  join org.branch on branch.tenant_id = question_set.tenant_id and branch.above_id = question_set.place_id and branch.unit_id = unit
  join org.unit place on place.tenant_id = question_set.tenant_id and place.id = question_set.place_id
  where question_set.tenant_id = kernel.here()
  order by place.kind = 'municipality', question_set.number desc limit 1
$$;
comment on function clarification.set_of(uuid) is 'The version of the questions that holds for a unit: the latest of its area, or else of its municipality.';
grant execute on function clarification.set_of(uuid) to rt_app;

-- The tender: what is sent to bidders, what they answer, how it is weighed, who won and why; and what is adapted afterwards.

create schema tender;
comment on schema tender is 'Tender (udbud): material, bids, points, award, adaptations.';
grant usage on schema tender to rt_app;

create table tender.tender (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  place_id uuid not null,
  spec_id uuid not null,
  baseline_id uuid,
  title text not null,
  procedure text not null constraint tender_procedure_known check (procedure in ('mini-tender', 'open', 'restricted', 'negotiated', 'below-threshold')),
  state text not null constraint tender_state_known check (state in ('preparing', 'published', 'opened', 'notified', 'concluded', 'cancelled')),
  questions_close_at timestamptz not null,
  bids_due_at timestamptz not null,
  notice_planned_on date not null,
  data_protection_note text not null default '',
  published_at timestamptz,
  opened_at timestamptz,
  notified_at timestamptz,
  standstill_ends_on date,
  standstill_said text,
  concluded_at timestamptz,
  cancelled_because text,
  version int not null default 1,
  changed_at timestamptz not null,
  changed_by uuid not null,
  constraint tender_pk primary key (tenant_id, id),
  constraint tender_place_fk foreign key (tenant_id, place_id) references org.unit (tenant_id, id),
  constraint tender_spec_fk foreign key (tenant_id, spec_id) references requirements.spec (tenant_id, id),
  constraint tender_baseline_fk foreign key (tenant_id, baseline_id) references requirements.baseline (tenant_id, id),
  constraint tender_changed_by_fk foreign key (tenant_id, changed_by) references org.employee (tenant_id, id),
  constraint tender_questions_before_bids check (questions_close_at <= bids_due_at),
  constraint tender_published_has_version check (published_at is null or baseline_id is not null),
  constraint tender_cancelled_says_why check ((state = 'cancelled') = (cancelled_because is not null))
);
create index tender_place on tender.tender (tenant_id, place_id);
create index tender_spec on tender.tender (tenant_id, spec_id);
create index tender_baseline on tender.tender (tenant_id, baseline_id);
create index tender_changed_by on tender.tender (tenant_id, changed_by);
comment on table tender.tender is 'One purchase put out to bidders (udbud). The bids themselves are received in the municipality''s e-tendering system.';
comment on column tender.tender.place_id is 'The municipality or area that buys.';
comment on column tender.tender.spec_id is 'The set of requirements it is about.';
comment on column tender.tender.baseline_id is 'The published version that bidders answer; a correction sheet may name a later one.';
comment on column tender.tender.title is 'What is bought, as bidders read it.';
comment on column tender.tender.procedure is 'Form of tender; decides which rows of dated law hold.';
comment on column tender.tender.state is 'preparing, published, opened, notified, concluded, cancelled.';
comment on column tender.tender.questions_close_at is 'Until when bidders may ask; nothing is answered to all later than this.';
comment on column tender.tender.bids_due_at is 'Until when bids are received. No answer file is taken in before it.';
comment on column tender.tender.notice_planned_on is 'When bidders are to be told; until then the thread says that bids are sealed.';
comment on column tender.tender.data_protection_note is 'What the data protection adviser said of the purchase.';
comment on column tender.tender.opened_at is 'When the bids were opened.';
comment on column tender.tender.notified_at is 'When bidders were told who won.';
comment on column tender.tender.standstill_ends_on is 'Last day of the standstill, inclusive.';
comment on column tender.tender.standstill_said is 'Days, source and doubt as they stood when the letters went out.';
comment on column tender.tender.concluded_at is 'When the contract was made.';
comment on column tender.tender.cancelled_because is 'Why it was given up.';
comment on column tender.tender.version is 'Counts up with each change.';
call kernel.wall('tender.tender');
grant select, insert, update on tender.tender to rt_app;

create table tender.text (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  tender_id uuid not null,
  annex text not null,
  title text not null,
  body text not null,
  position int not null,
  version int not null default 1,
  changed_at timestamptz not null,
  changed_by uuid not null,
  constraint text_pk primary key (tenant_id, id),
  constraint text_annex_once unique (tenant_id, tender_id, annex),
  constraint text_tender_fk foreign key (tenant_id, tender_id) references tender.tender (tenant_id, id),
  constraint text_changed_by_fk foreign key (tenant_id, changed_by) references org.employee (tenant_id, id)
);
create index text_changed_by on tender.text (tenant_id, changed_by);
comment on table tender.text is 'A text of the tender set: conditions, trial script, plan, the customer''s duties. Begun from an annex template.';
comment on column tender.text.annex is 'Key of the template in annexes.ts.';
comment on column tender.text.title is 'Heading of the annex.';
comment on column tender.text.body is 'The text; an empty line begins a paragraph.';
comment on column tender.text.position is 'Order within the set, from 1.';
comment on column tender.text.version is 'Counts up with each change.';
call kernel.wall('tender.text');
grant select, insert, update on tender.text to rt_app;

create table tender.correction (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  tender_id uuid not null,
  number smallint not null,
  note text not null,
  changes jsonb not null,
  made_at timestamptz not null,
  made_by uuid not null,
  constraint correction_pk primary key (tenant_id, id),
  constraint correction_number_unique unique (tenant_id, tender_id, number),
  constraint correction_tender_fk foreign key (tenant_id, tender_id) references tender.tender (tenant_id, id),
  constraint correction_made_by_fk foreign key (tenant_id, made_by) references org.employee (tenant_id, id)
);
create index correction_made_by on tender.correction (tenant_id, made_by);
comment on table tender.correction is 'A correction sheet (rettelsesblad): what was changed after publishing, and exactly how. Only ever added to.';
comment on column tender.correction.number is 'Rettelsesblad 1, 2, 3.';
comment on column tender.correction.note is 'What it is about, to bidders.';
comment on column tender.correction.changes is 'List of {what, before, after}.';
call kernel.wall('tender.correction');
grant select, insert on tender.correction to rt_app;

create table tender.model (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  tender_id uuid not null,
  revision smallint not null,
  content jsonb not null,
  content_hash text not null,
  test jsonb,
  tested_at timestamptz,
  locked_at timestamptz,
  locked_by uuid,
  published_at timestamptz,
  correction_id uuid,
  version int not null default 1,
  changed_at timestamptz not null,
  changed_by uuid not null,
  constraint model_pk primary key (tenant_id, id),
  constraint model_revision_unique unique (tenant_id, tender_id, revision),
  constraint model_tender_fk foreign key (tenant_id, tender_id) references tender.tender (tenant_id, id),
  constraint model_correction_fk foreign key (tenant_id, correction_id) references tender.correction (tenant_id, id) deferrable initially deferred,
  constraint model_locked_by_fk foreign key (tenant_id, locked_by) references org.employee (tenant_id, id),
  constraint model_changed_by_fk foreign key (tenant_id, changed_by) references org.employee (tenant_id, id),
  constraint model_locked_was_tested check (locked_at is null or tested_at is not null),
  constraint model_published_was_locked check (published_at is null or locked_at is not null)
);
create index model_correction on tender.model (tenant_id, correction_id);
create index model_locked_by on tender.model (tenant_id, locked_by);
create index model_changed_by on tender.model (tenant_id, changed_by);
comment on table tender.model is 'How bids are weighed (evalueringsmodel). A locked one never changes: what corrects it is a new revision.';
comment on column tender.model.revision is 'From 1; the latest published one counts.';
comment on column tender.model.content is 'Weights, formulas, scale, rules: model.ts.';
comment on column tender.model.content_hash is 'SHA-256 of the content in its canonical form, as published.';
comment on column tender.model.test is 'What it made of made-up bids when it was tried.';
comment on column tender.model.tested_at is 'Null again when the content was changed after the test.';
comment on column tender.model.correction_id is 'The correction sheet that brought it.';
comment on column tender.model.version is 'Counts up with each change.';
call kernel.wall('tender.model');
grant select, insert, update on tender.model to rt_app;

create function tender.keep_model() returns trigger language plpgsql as $$
begin
  if old.locked_at is not null and (old.content, old.content_hash, old.test, old.tested_at, old.locked_at, old.locked_by, old.revision, old.tender_id)
    is distinct from (new.content, new.content_hash, new.test, new.tested_at, new.locked_at, new.locked_by, new.revision, new.tender_id)
  then raise exception 'a locked evaluation model never changes' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
comment on function tender.keep_model() is 'What was locked stands; only that it was published is added.';
create trigger model_kept before update on tender.model for each row execute function tender.keep_model();

create table tender.question (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  external_id text,
  tender_id uuid not null,
  number int not null,
  text text not null,
  asked_on date not null,
  answer text,
  answered_at timestamptz,
  answered_by uuid,
  version int not null default 1,
  changed_at timestamptz not null,
  changed_by uuid not null,
  constraint question_pk primary key (tenant_id, id),
  constraint question_number_unique unique (tenant_id, tender_id, number),
  constraint question_external_unique unique (tenant_id, external_id),
  constraint question_tender_fk foreign key (tenant_id, tender_id) references tender.tender (tenant_id, id),
  constraint question_answered_by_fk foreign key (tenant_id, answered_by) references org.employee (tenant_id, id),
  constraint question_changed_by_fk foreign key (tenant_id, changed_by) references org.employee (tenant_id, id),
  constraint question_answered_whole check ((answer is null) = (answered_at is null) and (answer is null) = (answered_by is null))
);
create index question_answered_by on tender.question (tenant_id, answered_by);
create index question_changed_by on tender.question (tenant_id, changed_by);
comment on table tender.question is 'A bidder''s question, written so that nobody can tell who asked, and its answer to all of them. Who asked is stored nowhere.';
comment on column tender.question.external_id is 'Its id in the list it was imported from.';
comment on column tender.question.number is 'Shown as SS-01.';
comment on column tender.question.text is 'The question, made anonymous.';
comment on column tender.question.asked_on is 'Day it came.';
comment on column tender.question.answer is 'Told to all at once; null until then.';
comment on column tender.question.version is 'Counts up with each change.';
call kernel.wall('tender.question');
grant select, insert, update on tender.question to rt_app;

create table tender.seat (
  tenant_id uuid not null default kernel.here(),
  tender_id uuid not null,
  number smallint not null,
  employee_id uuid not null,
  excused_at timestamptz,
  excused_because text,
  constraint seat_pk primary key (tenant_id, tender_id, number),
  constraint seat_employee_once unique (tenant_id, tender_id, employee_id),
  constraint seat_tender_fk foreign key (tenant_id, tender_id) references tender.tender (tenant_id, id),
  constraint seat_employee_fk foreign key (tenant_id, employee_id) references org.employee (tenant_id, id),
  constraint seat_excused_says_why check ((excused_at is null) = (excused_because is null))
);
create index seat_employee on tender.seat (tenant_id, employee_id);
comment on table tender.seat is 'Who gives points (evalueringsgruppe).';
comment on column tender.seat.number is 'From 1; the order of the panel.';
comment on column tender.seat.excused_at is 'From then on this evaluator''s points do not count.';
comment on column tender.seat.excused_because is 'Ill, or an interest that came up.';
call kernel.wall('tender.seat');
grant select, insert, update, delete on tender.seat to rt_app;

create table tender.declaration (
  tenant_id uuid not null default kernel.here(),
  tender_id uuid not null,
  employee_id uuid not null,
  is_conflicted boolean not null,
  said text not null,
  given_at timestamptz not null,
  constraint declaration_pk primary key (tenant_id, tender_id, employee_id),
  constraint declaration_tender_fk foreign key (tenant_id, tender_id) references tender.tender (tenant_id, id),
  constraint declaration_employee_fk foreign key (tenant_id, employee_id) references org.employee (tenant_id, id)
);
create index declaration_employee on tender.declaration (tenant_id, employee_id);
comment on table tender.declaration is 'What somebody says of own interests (habilitetserklæring) before seeing a bid. Only ever added to.';
comment on column tender.declaration.is_conflicted is 'Has an interest: sees no bid.';
comment on column tender.declaration.said is 'In own words; empty when there is nothing to say.';
call kernel.wall('tender.declaration');
grant select, insert on tender.declaration to rt_app;

create table tender.file (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  tender_id uuid not null,
  what text not null,
  name text not null,
  media_type text not null,
  size_bytes int not null,
  sha256 bytea not null,
  content bytea not null,
  is_sealed boolean not null,
  made_at timestamptz not null,
  made_by uuid not null,
  constraint file_pk primary key (tenant_id, id),
  constraint file_tender_fk foreign key (tenant_id, tender_id) references tender.tender (tenant_id, id),
  constraint file_made_by_fk foreign key (tenant_id, made_by) references org.employee (tenant_id, id),
  constraint file_size check (size_bytes between 1 and 20971520)
);
alter table tender.file alter column content set storage external;
create index file_tender on tender.file (tenant_id, tender_id, made_at desc);
create index file_made_by on tender.file (tenant_id, made_by);
comment on table tender.file is 'A file made of the tender, or the answer file of a bidder as it was loaded. Only ever added to.';
comment on column tender.file.what is 'Key of the annex, or bid.';
comment on column tender.file.name is 'What it is called when it is fetched.';
comment on column tender.file.media_type is 'What its octets are.';
comment on column tender.file.size_bytes is 'At most 20 MB.';
comment on column tender.file.sha256 is 'Of its octets.';
comment on column tender.file.content is 'The octets, handed out a part at a time.';
comment on column tender.file.is_sealed is 'Only for those who may see bids.';
call kernel.wall('tender.file');
grant select, insert on tender.file to rt_app;

create table tender.bid (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  tender_id uuid not null,
  letter text not null constraint bid_letter_form check (letter ~ '^[A-Z]$'),
  vendor text not null,
  receipt text not null,
  received_at timestamptz not null,
  price_oere bigint not null constraint bid_price_positive check (price_oere > 0),
  price_lines jsonb not null,
  file_id uuid not null,
  loaded_at timestamptz not null,
  loaded_by uuid not null,
  constraint bid_pk primary key (tenant_id, id),
  constraint bid_letter_unique unique (tenant_id, tender_id, letter),
  constraint bid_receipt_unique unique (tenant_id, tender_id, receipt),
  constraint bid_tender_fk foreign key (tenant_id, tender_id) references tender.tender (tenant_id, id),
  constraint bid_file_fk foreign key (tenant_id, file_id) references tender.file (tenant_id, id),
  constraint bid_loaded_by_fk foreign key (tenant_id, loaded_by) references org.employee (tenant_id, id)
);
create index bid_file on tender.bid (tenant_id, file_id);
create index bid_loaded_by on tender.bid (tenant_id, loaded_by);
comment on table tender.bid is 'A bid (leverandørtilbud) as it was loaded after opening. Never changed; rows are only ever added.';
comment on column tender.bid.letter is 'A, B, C in the order of loading.';
comment on column tender.bid.vendor is 'Who bids.';
comment on column tender.bid.receipt is 'Number of the e-tendering system''s receipt.';
comment on column tender.bid.received_at is 'When that system received it.';
comment on column tender.bid.price_oere is 'What the model''s price lines come to, in øre.';
comment on column tender.bid.price_lines is 'Amount of each price line, in øre, by its key.';
call kernel.wall('tender.bid');
grant select, insert on tender.bid to rt_app;

create table tender.answer (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  bid_id uuid not null,
  requirement_id uuid not null,
  level text not null constraint answer_level_known check (level in ('standard', 'set-up', 'adaptation', 'other-way', 'not-offered', 'unanswered')),
  text text not null,
  hours numeric(7,1),
  price_oere bigint,
  reservation text not null,
  evidence text not null,
  constraint answer_pk primary key (tenant_id, id),
  constraint answer_once unique (tenant_id, bid_id, requirement_id),
  constraint answer_bid_fk foreign key (tenant_id, bid_id) references tender.bid (tenant_id, id),
  constraint answer_requirement_fk foreign key (tenant_id, requirement_id) references requirements.requirement (tenant_id, id)
);
create index answer_requirement on tender.answer (tenant_id, requirement_id);
comment on table tender.answer is 'What a bid answers to a requirement. Never changed; rows are only ever added.';
comment on column tender.answer.level is 'standard, set-up (opsætning), adaptation (tilretning), other-way (anden arbejdsgang), not-offered, unanswered (the cell was empty, which is not the same).';
comment on column tender.answer.text is 'How, in the bidder''s words.';
comment on column tender.answer.hours is 'Estimated hours of an adaptation.';
comment on column tender.answer.price_oere is 'Price of an adaptation, in øre, where it is not in the bid''s price.';
comment on column tender.answer.reservation is 'A reservation (forbehold); empty where there is none.';
comment on column tender.answer.evidence is 'Where it can be seen: video second, page, trial step.';
call kernel.wall('tender.answer');
grant select, insert on tender.answer to rt_app;

create table tender.trial (
  tenant_id uuid not null default kernel.here(),
  bid_id uuid not null,
  solved smallint not null constraint trial_solved_positive check (solved >= 0),
  note text not null,
  version int not null default 1,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  constraint trial_pk primary key (tenant_id, bid_id),
  constraint trial_bid_fk foreign key (tenant_id, bid_id) references tender.bid (tenant_id, id),
  constraint trial_recorded_by_fk foreign key (tenant_id, recorded_by) references org.employee (tenant_id, id)
);
create index trial_recorded_by on tender.trial (tenant_id, recorded_by);
comment on table tender.trial is 'What came of users trying a bid.';
comment on column tender.trial.solved is 'How many of the participants solved all tasks within the time.';
comment on column tender.trial.note is 'What was seen: roles and tasks, no names.';
comment on column tender.trial.version is 'Counts up with each change.';
call kernel.wall('tender.trial');
grant select, insert, update on tender.trial to rt_app;

create table tender.submission (
  tenant_id uuid not null default kernel.here(),
  tender_id uuid not null,
  employee_id uuid not null,
  submitted_at timestamptz not null,
  constraint submission_pk primary key (tenant_id, tender_id, employee_id),
  constraint submission_tender_fk foreign key (tenant_id, tender_id) references tender.tender (tenant_id, id),
  constraint submission_employee_fk foreign key (tenant_id, employee_id) references org.employee (tenant_id, id)
);
create index submission_employee on tender.submission (tenant_id, employee_id);
comment on table tender.submission is 'An evaluator has handed in all points; from then on they stand. Only ever added to.';
call kernel.wall('tender.submission');
grant select, insert on tender.submission to rt_app;

create table tender.score (
  tenant_id uuid not null default kernel.here(),
  bid_id uuid not null,
  requirement_id uuid not null,
  employee_id uuid not null,
  points numeric(5,2) not null constraint score_points_positive check (points >= 0),
  reason text not null constraint score_has_reason check (btrim(reason) <> ''),
  given_at timestamptz not null,
  constraint score_pk primary key (tenant_id, bid_id, requirement_id, employee_id),
  constraint score_bid_fk foreign key (tenant_id, bid_id) references tender.bid (tenant_id, id),
  constraint score_requirement_fk foreign key (tenant_id, requirement_id) references requirements.requirement (tenant_id, id),
  constraint score_employee_fk foreign key (tenant_id, employee_id) references org.employee (tenant_id, id)
);
create index score_requirement on tender.score (tenant_id, requirement_id);
create index score_employee on tender.score (tenant_id, employee_id);
comment on table tender.score is 'Points of one evaluator to one bid on one requirement, and why. Seen by the evaluator alone until all have handed in.';
comment on column tender.score.points is 'On the model''s scale.';
comment on column tender.score.reason is 'At least a sentence; never empty.';
call kernel.wall('tender.score');
grant select, insert, update on tender.score to rt_app;

create function tender.keep_score() returns trigger language plpgsql as $$
begin
  if exists (select from tender.submission join tender.bid on bid.tenant_id = submission.tenant_id and bid.tender_id = submission.tender_id
    where submission.tenant_id = kernel.here() and bid.id = new.bid_id and submission.employee_id = new.employee_id)
  then raise exception 'points that were handed in stand' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
comment on function tender.keep_score() is 'Nothing is added to or changed in what an evaluator has handed in.';
create trigger score_kept before insert or update on tender.score for each row execute function tender.keep_score();

create table tender.consensus (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  bid_id uuid not null,
  requirement_id uuid not null,
  points numeric(7,4) not null,
  reason text not null constraint consensus_has_reason check (btrim(reason) <> ''),
  dissent text not null default '',
  version int not null default 1,
  settled_at timestamptz not null,
  settled_by uuid not null,
  constraint consensus_pk primary key (tenant_id, id),
  constraint consensus_once unique (tenant_id, bid_id, requirement_id),
  constraint consensus_bid_fk foreign key (tenant_id, bid_id) references tender.bid (tenant_id, id),
  constraint consensus_requirement_fk foreign key (tenant_id, requirement_id) references requirements.requirement (tenant_id, id),
  constraint consensus_settled_by_fk foreign key (tenant_id, settled_by) references org.employee (tenant_id, id)
);
create index consensus_requirement on tender.consensus (tenant_id, requirement_id);
create index consensus_settled_by on tender.consensus (tenant_id, settled_by);
comment on table tender.consensus is 'The panel''s points to one bid on one requirement, by the model''s own rule, and the reason the bidder is told.';
comment on column tender.consensus.points is 'Worked out by the rule; only where the model says agreed is it what the panel agreed on.';
comment on column tender.consensus.reason is 'As the letter tells it.';
comment on column tender.consensus.dissent is 'What somebody of the panel wanted written down; empty where nobody did.';
comment on column tender.consensus.version is 'Counts up with each change.';
call kernel.wall('tender.consensus');
grant select, insert, update on tender.consensus to rt_app;

create table tender.award (
  tenant_id uuid not null default kernel.here(),
  tender_id uuid not null,
  winner_id uuid not null,
  input jsonb not null,
  input_hash text not null,
  result jsonb not null,
  why text not null,
  minimum_note text,
  drafted_at timestamptz not null,
  drafted_by uuid not null,
  approved_at timestamptz,
  approved_by uuid,
  constraint award_pk primary key (tenant_id, tender_id),
  constraint award_tender_fk foreign key (tenant_id, tender_id) references tender.tender (tenant_id, id),
  constraint award_winner_fk foreign key (tenant_id, winner_id) references tender.bid (tenant_id, id),
  constraint award_drafted_by_fk foreign key (tenant_id, drafted_by) references org.employee (tenant_id, id),
  constraint award_approved_by_fk foreign key (tenant_id, approved_by) references org.employee (tenant_id, id),
  constraint award_two_keys check (approved_by is null or approved_by <> drafted_by)
);
create index award_winner on tender.award (tenant_id, winner_id);
create index award_drafted_by on tender.award (tenant_id, drafted_by);
create index award_approved_by on tender.award (tenant_id, approved_by);
comment on table tender.award is 'The award (tildeling) with everything it was worked out from. What was written down stands; only the second key is added.';
comment on column tender.award.input is 'Published model, prices, points: model.ts, EvaluationInput.';
comment on column tender.award.input_hash is 'SHA-256 of the input in its canonical form.';
comment on column tender.award.result is 'Subscores, totals and order as worked out.';
comment on column tender.award.why is 'Why this bid, in plain words.';
comment on column tender.award.minimum_note is 'What was found about a minimum requirement that the winner left open.';
comment on column tender.award.approved_by is 'The second key: never the same person.';
call kernel.wall('tender.award');
grant select, insert, delete on tender.award to rt_app;
grant update (approved_at, approved_by) on tender.award to rt_app;

create function tender.keep_award() returns trigger language plpgsql as $$
begin
  if old.approved_at is not null then raise exception 'an approved award stands' using errcode = 'integrity_constraint_violation'; end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
comment on function tender.keep_award() is 'A draft may be torn up until the second key; then it stands.';
create trigger award_kept before update or delete on tender.award for each row execute function tender.keep_award();

create table tender.letter (
  tenant_id uuid not null default kernel.here(),
  bid_id uuid not null,
  has_won boolean not null,
  content jsonb not null,
  made_at timestamptz not null,
  constraint letter_pk primary key (tenant_id, bid_id),
  constraint letter_bid_fk foreign key (tenant_id, bid_id) references tender.bid (tenant_id, id)
);
comment on table tender.letter is 'What a bidder was told of the award, and why. Only ever added to.';
comment on column tender.letter.has_won is 'The winner''s letter, or a reasoned refusal.';
comment on column tender.letter.content is 'The document as it was made.';
call kernel.wall('tender.letter');
grant select, insert on tender.letter to rt_app;

create table tender.adaptation (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  external_id text,
  tender_id uuid not null,
  number int not null,
  requirement_id uuid not null,
  bid_id uuid,
  source text not null constraint adaptation_source_known check (source in ('bid', 'clarification', 'case')),
  title text not null,
  hours numeric(7,1),
  price_oere bigint,
  cost_of_not text not null,
  state text not null constraint adaptation_state_known check (state in ('proposed', 'ordered', 'declined', 'postponed', 'changed-way', 'delivered', 'accepted')),
  decision_id uuid,
  agreed_by text,
  outcome text not null default '',
  due_on date,
  version int not null default 1,
  changed_at timestamptz not null,
  changed_by uuid not null,
  constraint adaptation_pk primary key (tenant_id, id),
  constraint adaptation_number_unique unique (tenant_id, tender_id, number),
  constraint adaptation_external_unique unique (tenant_id, external_id),
  constraint adaptation_tender_fk foreign key (tenant_id, tender_id) references tender.tender (tenant_id, id),
  constraint adaptation_requirement_fk foreign key (tenant_id, requirement_id) references requirements.requirement (tenant_id, id),
  constraint adaptation_bid_fk foreign key (tenant_id, bid_id) references tender.bid (tenant_id, id),
  constraint adaptation_decision_fk foreign key (tenant_id, decision_id) references decisions.decision (tenant_id, id),
  constraint adaptation_changed_by_fk foreign key (tenant_id, changed_by) references org.employee (tenant_id, id),
  constraint adaptation_settled_by_decision check ((state = 'proposed') = (decision_id is null))
);
create index adaptation_requirement on tender.adaptation (tenant_id, requirement_id);
create index adaptation_bid on tender.adaptation (tenant_id, bid_id);
create index adaptation_decision on tender.adaptation (tenant_id, decision_id);
create index adaptation_changed_by on tender.adaptation (tenant_id, changed_by);
comment on table tender.adaptation is 'A change to the product that is proposed, ordered, declined or done without (tilretning). None is settled without a decision.';
comment on column tender.adaptation.external_id is 'Its id in the list it was imported from.';
comment on column tender.adaptation.number is 'Shown as T-01.';
comment on column tender.adaptation.source is 'bid, clarification, case.';
comment on column tender.adaptation.title is 'What would be changed.';
comment on column tender.adaptation.hours is 'Estimated hours.';
comment on column tender.adaptation.price_oere is 'Price in øre.';
comment on column tender.adaptation.cost_of_not is 'What it costs not to do it.';
comment on column tender.adaptation.state is 'proposed, ordered, declined, postponed, changed-way (another way of working), delivered, accepted.';
comment on column tender.adaptation.agreed_by is 'The leader who said yes to another way of working.';
comment on column tender.adaptation.outcome is 'What came of it.';
comment on column tender.adaptation.due_on is 'When it is to be delivered.';
comment on column tender.adaptation.version is 'Counts up with each change.';
call kernel.wall('tender.adaptation');
grant select, insert, update on tender.adaptation to rt_app;

create table tender.gap (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  external_id text,
  tender_id uuid not null,
  unit_id uuid not null,
  number int not null,
  text text not null,
  state text not null constraint gap_state_known check (state in ('open', 'set-up', 'changed-way', 'with-vendor', 'adaptation', 'closed')),
  decision_id uuid,
  next_step text not null default '',
  next_on date,
  version int not null default 1,
  changed_at timestamptz not null,
  changed_by uuid not null,
  constraint gap_pk primary key (tenant_id, id),
  constraint gap_number_unique unique (tenant_id, tender_id, number),
  constraint gap_external_unique unique (tenant_id, external_id),
  constraint gap_tender_fk foreign key (tenant_id, tender_id) references tender.tender (tenant_id, id),
  constraint gap_unit_fk foreign key (tenant_id, unit_id) references org.unit (tenant_id, id),
  constraint gap_decision_fk foreign key (tenant_id, decision_id) references decisions.decision (tenant_id, id),
  constraint gap_changed_by_fk foreign key (tenant_id, changed_by) references org.employee (tenant_id, id)
);
create index gap_unit on tender.gap (tenant_id, unit_id);
create index gap_decision on tender.gap (tenant_id, decision_id);
create index gap_changed_by on tender.gap (tenant_id, changed_by);
comment on table tender.gap is 'Something a unit needs that the chosen system does not do as it stands (gab).';
comment on column tender.gap.external_id is 'Its id in the list it was imported from.';
comment on column tender.gap.number is 'Shown as GAP-1.';
comment on column tender.gap.state is 'open, set-up, changed-way, with-vendor, adaptation, closed.';
comment on column tender.gap.next_step is 'What is done next.';
comment on column tender.gap.next_on is 'When.';
comment on column tender.gap.version is 'Counts up with each change.';
call kernel.wall('tender.gap');
grant select, insert, update on tender.gap to rt_app;

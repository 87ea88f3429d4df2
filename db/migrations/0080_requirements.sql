-- What a municipality asks of a system: requirements written as tasks, their hearing in the units, and versions that never change.

create schema requirements;
comment on schema requirements is 'Requirements (krav): written, heard, approved and published.';
grant usage on schema requirements to rt_app;

create table requirements.spec (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  place_id uuid not null,
  title text not null,
  most_minimum smallint not null default 6,
  minimum_reason text,
  version int not null default 1,
  changed_at timestamptz not null,
  changed_by uuid not null,
  constraint spec_pk primary key (tenant_id, id),
  constraint spec_place_fk foreign key (tenant_id, place_id) references org.unit (tenant_id, id),
  constraint spec_changed_by_fk foreign key (tenant_id, changed_by) references org.employee (tenant_id, id)
);
create index spec_place on requirements.spec (tenant_id, place_id);
create index spec_changed_by on requirements.spec (tenant_id, changed_by);
comment on table requirements.spec is 'One set of requirements for one purchase (kravspecifikation).';
comment on column requirements.spec.place_id is 'The municipality or area that buys: roles there keep it, people in the units below are heard.';
comment on column requirements.spec.title is 'What is bought, in plain words.';
comment on column requirements.spec.most_minimum is 'How many minimum requirements there may be without a written reason.';
comment on column requirements.spec.minimum_reason is 'Why there are more minimum requirements than that.';
call kernel.wall('requirements.spec');
grant select, insert, update on requirements.spec to rt_app;

create table requirements.area (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  spec_id uuid not null,
  section text not null constraint area_section_known check (section in ('C', 'D', 'E', 'F', 'G', 'H', 'I', 'J', 'K', 'L')),
  name text not null,
  position int not null,
  version int not null default 1,
  changed_at timestamptz not null,
  changed_by uuid not null,
  constraint area_pk primary key (tenant_id, id),
  constraint area_spec_fk foreign key (tenant_id, spec_id) references requirements.spec (tenant_id, id),
  constraint area_changed_by_fk foreign key (tenant_id, changed_by) references org.employee (tenant_id, id)
);
create index area_spec on requirements.area (tenant_id, spec_id, position);
create index area_changed_by on requirements.area (tenant_id, changed_by);
comment on table requirements.area is 'A work area (arbejdsområde) within a section of SL-07.';
comment on column requirements.area.section is 'Letter of the section in SL-07: C tasks, D data, E other functions, F integration, G technical, H security, I usability, J deliveries, K the customer''s duties, L operation.';
comment on column requirements.area.position is 'Order within the set, from 1.';
call kernel.wall('requirements.area');
grant select, insert, update on requirements.area to rt_app;

create table requirements.requirement (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  external_id text,
  spec_id uuid not null,
  area_id uuid not null,
  number int not null constraint requirement_number_positive check (number > 0),
  code text not null,
  position int not null,
  title text not null,
  starts_when text not null default '',
  ends_when text not null default '',
  frequency text not null default '',
  users text not null default '',
  difficult text not null default '',
  example text not null default '',
  level text not null default 'evaluated' constraint requirement_level_known check (level in ('minimum', 'evaluated', 'option')),
  weight smallint not null default 2 constraint requirement_weight_known check (weight between 1 and 3),
  offer_groups text[] not null default '{}',
  verification text constraint requirement_verification_known check (verification in ('demo', 'trial', 'document', 'test')),
  state text not null constraint requirement_state_known check (state in ('proposed', 'draft', 'hearing', 'approved', 'published', 'contract', 'verified', 'dropped')),
  dropped_because text,
  fingerprint text not null,
  made_by uuid not null,
  version int not null default 1,
  changed_at timestamptz not null,
  changed_by uuid not null,
  constraint requirement_pk primary key (tenant_id, id),
  constraint requirement_number_unique unique (tenant_id, spec_id, number),
  constraint requirement_external_unique unique (tenant_id, external_id),
  constraint requirement_spec_fk foreign key (tenant_id, spec_id) references requirements.spec (tenant_id, id),
  constraint requirement_area_fk foreign key (tenant_id, area_id) references requirements.area (tenant_id, id),
  constraint requirement_made_by_fk foreign key (tenant_id, made_by) references org.employee (tenant_id, id),
  constraint requirement_changed_by_fk foreign key (tenant_id, changed_by) references org.employee (tenant_id, id),
  constraint requirement_dropped_says_why check ((state = 'dropped') = (dropped_because is not null))
);
create index requirement_spec on requirements.requirement (tenant_id, spec_id, position);
create index requirement_area on requirements.requirement (tenant_id, area_id);
create index requirement_made_by on requirements.requirement (tenant_id, made_by);
create index requirement_changed_by on requirements.requirement (tenant_id, changed_by);
comment on table requirements.requirement is 'A requirement as it is being worked on. What was sent out stands in the baselines, and never changes.';
comment on column requirements.requirement.external_id is 'Its id in the spreadsheet it was imported from.';
comment on column requirements.requirement.number is 'Its number in the set; shown as K-001. Never given to another.';
comment on column requirements.requirement.code is 'Its place in the document, as C1.1.';
comment on column requirements.requirement.position is 'Order within its area, from 1.';
comment on column requirements.requirement.title is 'The task, begun with a verb.';
comment on column requirements.requirement.starts_when is 'What sets the task going.';
comment on column requirements.requirement.ends_when is 'When the task is done.';
comment on column requirements.requirement.frequency is 'How often.';
comment on column requirements.requirement.users is 'Who does it.';
comment on column requirements.requirement.difficult is 'When it is hard.';
comment on column requirements.requirement.example is 'A solution one could imagine; never a demand, and marked so wherever it is written out.';
comment on column requirements.requirement.level is 'minimum (mindstekrav, MK), evaluated (K), option (O).';
comment on column requirements.requirement.weight is '1 to 3, 3 weighs most.';
comment on column requirements.requirement.offer_groups is 'Groups of offers it is for: keys of features/org/offer-groups.ts.';
comment on column requirements.requirement.verification is 'How a bid is tried: demo, trial (users try), document, test. Null until chosen.';
comment on column requirements.requirement.state is 'proposed by a super-user, draft, hearing, approved, published, contract, verified, dropped.';
comment on column requirements.requirement.dropped_because is 'Why it was dropped; the decision behind it is a link.';
comment on column requirements.requirement.fingerprint is 'SHA-256 of what it says, in hex; another where it differs from a baseline.';
comment on column requirements.requirement.version is 'Counts up with each change of its own fields or of the order of its lines.';
call kernel.wall('requirements.requirement');
grant select, insert, update on requirements.requirement to rt_app;

create table requirements.line (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  requirement_id uuid not null,
  no text not null constraint line_no_form check (no ~ '^([1-9][0-9]?[a-z]?|p[1-9][0-9]?)$'),
  kind text not null constraint line_kind_known check (kind in ('step', 'variant', 'problem')),
  text text not null,
  position int not null,
  removed_at timestamptz,
  version int not null default 1,
  changed_at timestamptz not null,
  changed_by uuid not null,
  constraint line_pk primary key (tenant_id, id),
  constraint line_requirement_fk foreign key (tenant_id, requirement_id) references requirements.requirement (tenant_id, id),
  constraint line_changed_by_fk foreign key (tenant_id, changed_by) references org.employee (tenant_id, id),
  -- Deferrable, so that it is asked at the end of a statement: rows swap numbers in one.
  constraint line_no_once exclude using btree (tenant_id with =, requirement_id with =, no with =) where (removed_at is null) deferrable initially immediate
);
create index line_requirement on requirements.line (tenant_id, requirement_id, position);
create index line_changed_by on requirements.line (tenant_id, changed_by);
comment on table requirements.line is 'A row of a requirement: a step, a variant of a step, or a problem of today. Bidders answer line by line.';
comment on column requirements.line.no is 'Its number within the requirement: 1, 2, 2a for a variant of 2, p1 for a problem.';
comment on column requirements.line.position is 'Order within the requirement, from 1.';
comment on column requirements.line.removed_at is 'Taken out of the requirement; it stays in the baselines it was in.';
call kernel.wall('requirements.line');
grant select, insert, update on requirements.line to rt_app;

create table requirements.change (
  tenant_id uuid not null default kernel.here(),
  seq bigint generated always as identity,
  requirement_id uuid not null,
  line_id uuid,
  field text not null,
  before text,
  after text,
  reason text,
  changed_at timestamptz not null,
  changed_by uuid not null,
  constraint change_pk primary key (tenant_id, seq),
  constraint change_requirement_fk foreign key (tenant_id, requirement_id) references requirements.requirement (tenant_id, id),
  constraint change_line_fk foreign key (tenant_id, line_id) references requirements.line (tenant_id, id),
  constraint change_changed_by_fk foreign key (tenant_id, changed_by) references org.employee (tenant_id, id)
);
create index change_requirement on requirements.change (tenant_id, requirement_id, seq);
create index change_line on requirements.change (tenant_id, line_id);
create index change_changed_by on requirements.change (tenant_id, changed_by);
comment on table requirements.change is 'What was changed in a requirement, by whom: the words before and after. Only ever added to.';
comment on column requirements.change.seq is 'Order of writing.';
comment on column requirements.change.field is 'Name of the field, or line, line-removed, order, state.';
comment on column requirements.change.before is 'As it stood; null for what was not there.';
comment on column requirements.change.after is 'As it stands; null for what is not there any more.';
call kernel.wall('requirements.change');
grant select, insert on requirements.change to rt_app;

create table requirements.draft (
  tenant_id uuid not null default kernel.here(),
  author_id uuid not null,
  record_id uuid not null,
  requirement_id uuid not null,
  content jsonb not null,
  revision int not null,
  base_version int not null,
  saved_at timestamptz not null,
  constraint requirement_draft_pk primary key (tenant_id, author_id, record_id),
  constraint requirement_draft_author_fk foreign key (tenant_id, author_id) references org.employee (tenant_id, id),
  constraint requirement_draft_requirement_fk foreign key (tenant_id, requirement_id) references requirements.requirement (tenant_id, id)
);
create index requirement_draft_requirement on requirements.draft (tenant_id, requirement_id);
comment on table requirements.draft is 'A row somebody is writing in. Seen by its author only; gone when the row is saved or the writing is given up.';
comment on column requirements.draft.content is 'The fields as they stand.';
comment on column requirements.draft.revision is 'Counts up with each save; an older one arriving late changes nothing.';
comment on column requirements.draft.base_version is 'Version of the row when the writing began; 0 for a new row.';
call kernel.wall('requirements.draft');
grant select, insert, update, delete on requirements.draft to rt_app;

create table requirements.benefit (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  spec_id uuid not null,
  number int not null,
  title text not null,
  owner text not null,
  due_on date,
  version int not null default 1,
  changed_at timestamptz not null,
  changed_by uuid not null,
  constraint benefit_pk primary key (tenant_id, id),
  constraint benefit_number_unique unique (tenant_id, spec_id, number),
  constraint benefit_spec_fk foreign key (tenant_id, spec_id) references requirements.spec (tenant_id, id),
  constraint benefit_changed_by_fk foreign key (tenant_id, changed_by) references org.employee (tenant_id, id)
);
create index benefit_spec on requirements.benefit (tenant_id, spec_id);
create index benefit_changed_by on requirements.benefit (tenant_id, changed_by);
comment on table requirements.benefit is 'A benefit (gevinst) that requirements are meant to give, in its smallest form; measuring comes with benefits of their own.';
comment on column requirements.benefit.number is 'Shown as G1.';
comment on column requirements.benefit.title is 'What gets better, in plain words.';
comment on column requirements.benefit.owner is 'Who in the line answers for it: a name or a post.';
comment on column requirements.benefit.due_on is 'When it is to be seen; null until set.';
call kernel.wall('requirements.benefit');
grant select, insert, update on requirements.benefit to rt_app;

create table requirements.baseline (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  spec_id uuid not null,
  label text not null constraint baseline_label_form check (label ~ '^[0-9]{1,2}[.][0-9]{1,2}$'),
  purpose text not null constraint baseline_purpose_known check (purpose in ('hearing', 'version')),
  note text not null,
  corrects_id uuid,
  sheet_no smallint,
  content_hash text not null,
  made_at timestamptz not null,
  made_by uuid not null,
  constraint baseline_pk primary key (tenant_id, id),
  constraint baseline_label_unique unique (tenant_id, spec_id, label),
  constraint baseline_spec_fk foreign key (tenant_id, spec_id) references requirements.spec (tenant_id, id),
  constraint baseline_corrects_fk foreign key (tenant_id, corrects_id) references requirements.baseline (tenant_id, id),
  constraint baseline_made_by_fk foreign key (tenant_id, made_by) references org.employee (tenant_id, id),
  constraint baseline_correction_has_sheet check ((corrects_id is null) = (sheet_no is null))
);
create index baseline_corrects on requirements.baseline (tenant_id, corrects_id);
create index baseline_made_by on requirements.baseline (tenant_id, made_by);
comment on table requirements.baseline is 'The whole set as it stood at one moment (udgave). Rows are only ever added: a correction is a new baseline.';
comment on column requirements.baseline.label is 'As 0.7, 1.0, 1.1.';
comment on column requirements.baseline.purpose is 'hearing: what the units are asked about; version: to be approved and published.';
comment on column requirements.baseline.corrects_id is 'The published version it corrects; what differs is its correction sheet (rettelsesblad).';
comment on column requirements.baseline.sheet_no is 'Number of the correction sheet, from 1.';
comment on column requirements.baseline.content_hash is 'SHA-256 in hex over label and the fingerprints of its requirements in order.';
call kernel.wall('requirements.baseline');
grant select, insert on requirements.baseline to rt_app;

create table requirements.baseline_requirement (
  tenant_id uuid not null default kernel.here(),
  baseline_id uuid not null,
  requirement_id uuid not null,
  position int not null,
  content jsonb not null,
  fingerprint text not null,
  constraint baseline_requirement_pk primary key (tenant_id, baseline_id, requirement_id),
  constraint baseline_requirement_baseline_fk foreign key (tenant_id, baseline_id) references requirements.baseline (tenant_id, id),
  constraint baseline_requirement_requirement_fk foreign key (tenant_id, requirement_id) references requirements.requirement (tenant_id, id)
);
create index baseline_requirement_requirement on requirements.baseline_requirement (tenant_id, requirement_id);
comment on table requirements.baseline_requirement is 'A requirement as a baseline holds it. Rows are only ever added.';
comment on column requirements.baseline_requirement.position is 'Order within the baseline, from 1.';
comment on column requirements.baseline_requirement.content is 'Everything it says, its lines included: Content of features/requirements/contract.ts.';
comment on column requirements.baseline_requirement.fingerprint is 'SHA-256 of the content in its canonical form, in hex.';
call kernel.wall('requirements.baseline_requirement');
grant select, insert on requirements.baseline_requirement to rt_app;

create table requirements.verdict (
  tenant_id uuid not null default kernel.here(),
  baseline_id uuid not null,
  approved boolean not null,
  reason text,
  given_at timestamptz not null,
  given_by uuid not null,
  constraint verdict_pk primary key (tenant_id, baseline_id),
  constraint verdict_baseline_fk foreign key (tenant_id, baseline_id) references requirements.baseline (tenant_id, id),
  constraint verdict_given_by_fk foreign key (tenant_id, given_by) references org.employee (tenant_id, id),
  constraint verdict_return_says_why check (approved or reason is not null)
);
create index verdict_given_by on requirements.verdict (tenant_id, given_by);
comment on table requirements.verdict is 'What the steering group said of a version: approved, or sent back and why. Only ever added to.';
comment on column requirements.verdict.approved is 'False: sent back.';
call kernel.wall('requirements.verdict');
grant select, insert on requirements.verdict to rt_app;

create table requirements.publication (
  tenant_id uuid not null default kernel.here(),
  baseline_id uuid not null,
  published_at timestamptz not null,
  published_by uuid not null,
  contracted_at timestamptz,
  constraint publication_pk primary key (tenant_id, baseline_id),
  constraint publication_baseline_fk foreign key (tenant_id, baseline_id) references requirements.baseline (tenant_id, id),
  constraint publication_published_by_fk foreign key (tenant_id, published_by) references org.employee (tenant_id, id)
);
create index publication_published_by on requirements.publication (tenant_id, published_by);
comment on table requirements.publication is 'That a version was sent out, and became part of the contract.';
comment on column requirements.publication.contracted_at is 'When the version became part of a contract; null before.';
call kernel.wall('requirements.publication');
grant select, insert on requirements.publication to rt_app;
grant update (contracted_at) on requirements.publication to rt_app;

create table requirements.hearing (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  baseline_id uuid not null,
  note text not null,
  closes_on date not null,
  opened_at timestamptz not null,
  opened_by uuid not null,
  closed_at timestamptz,
  constraint hearing_pk primary key (tenant_id, id),
  constraint hearing_baseline_unique unique (tenant_id, baseline_id),
  constraint hearing_baseline_fk foreign key (tenant_id, baseline_id) references requirements.baseline (tenant_id, id),
  constraint hearing_opened_by_fk foreign key (tenant_id, opened_by) references org.employee (tenant_id, id)
);
create index hearing_opened_by on requirements.hearing (tenant_id, opened_by);
comment on table requirements.hearing is 'The units are asked about a baseline.';
comment on column requirements.hearing.closes_on is 'Last day one can answer.';
comment on column requirements.hearing.closed_at is 'Closed by hand; null while open or run out.';
call kernel.wall('requirements.hearing');
grant select, insert on requirements.hearing to rt_app;
grant update (closes_on, closed_at) on requirements.hearing to rt_app;

create table requirements.hearing_unit (
  tenant_id uuid not null default kernel.here(),
  hearing_id uuid not null,
  unit_id uuid not null,
  offer_groups text[] not null,
  constraint hearing_unit_pk primary key (tenant_id, hearing_id, unit_id),
  constraint hearing_unit_hearing_fk foreign key (tenant_id, hearing_id) references requirements.hearing (tenant_id, id),
  constraint hearing_unit_unit_fk foreign key (tenant_id, unit_id) references org.unit (tenant_id, id)
);
create index hearing_unit_unit on requirements.hearing_unit (tenant_id, unit_id);
comment on table requirements.hearing_unit is 'Who is heard, and about which groups of offers.';
comment on column requirements.hearing_unit.offer_groups is 'The unit is asked about requirements for any of these.';
call kernel.wall('requirements.hearing_unit');
grant select, insert on requirements.hearing_unit to rt_app;

create table requirements.hearing_answer (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  hearing_id uuid not null,
  unit_id uuid not null,
  requirement_id uuid not null,
  answer text not null constraint hearing_answer_known check (answer in ('agree', 'trouble', 'comment')),
  text text,
  answered_at timestamptz not null,
  answered_by uuid not null,
  constraint hearing_answer_pk primary key (tenant_id, id),
  constraint hearing_answer_unit_fk foreign key (tenant_id, hearing_id, unit_id) references requirements.hearing_unit (tenant_id, hearing_id, unit_id),
  constraint hearing_answer_requirement_fk foreign key (tenant_id, requirement_id) references requirements.requirement (tenant_id, id),
  constraint hearing_answer_by_fk foreign key (tenant_id, answered_by) references org.employee (tenant_id, id),
  constraint hearing_answer_says_what check (answer = 'agree' or text is not null)
);
create index hearing_answer_unit on requirements.hearing_answer (tenant_id, hearing_id, unit_id, requirement_id, answered_at desc);
create index hearing_answer_requirement on requirements.hearing_answer (tenant_id, requirement_id);
create index hearing_answer_by on requirements.hearing_answer (tenant_id, answered_by);
comment on table requirements.hearing_answer is 'What a unit said of a requirement. Rows are only ever added; the latest counts.';
comment on column requirements.hearing_answer.answer is 'agree (enig), trouble (det giver problemer), comment (bemærkning).';
call kernel.wall('requirements.hearing_answer');
grant select, insert on requirements.hearing_answer to rt_app;

create table requirements.hearing_reply (
  tenant_id uuid not null default kernel.here(),
  answer_id uuid not null,
  outcome text not null constraint hearing_reply_known check (outcome in ('changed', 'kept')),
  text text not null,
  replied_at timestamptz not null,
  replied_by uuid not null,
  constraint hearing_reply_pk primary key (tenant_id, answer_id),
  constraint hearing_reply_answer_fk foreign key (tenant_id, answer_id) references requirements.hearing_answer (tenant_id, id),
  constraint hearing_reply_by_fk foreign key (tenant_id, replied_by) references org.employee (tenant_id, id)
);
create index hearing_reply_by on requirements.hearing_reply (tenant_id, replied_by);
comment on table requirements.hearing_reply is 'What came of a unit''s trouble or comment. Only ever added to.';
comment on column requirements.hearing_reply.outcome is 'changed: the requirement was changed for it; kept: it stands, and the text says why.';
call kernel.wall('requirements.hearing_reply');
grant select, insert on requirements.hearing_reply to rt_app;

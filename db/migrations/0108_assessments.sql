-- Forms as versioned data, and what was answered.

create schema assessments;
comment on schema assessments is 'Forms that are answered about a citizen, their scores and how often they are due.';
grant usage on schema assessments to rt_app;

create table assessments.form (
  tenant_id uuid not null default kernel.here() constraint form_tenant_fk references kernel.tenant (id),
  key text not null constraint form_key_shape check (key ~ '^[a-z][a-z0-9-]{1,40}$'),
  version int not null,
  title text not null,
  definition jsonb not null,
  is_health boolean not null,
  is_shipped boolean not null,
  made_by uuid not null,
  made_at timestamptz not null,
  constraint form_pk primary key (tenant_id, key, version),
  constraint form_made_by_fk foreign key (tenant_id, made_by) references org.employee (tenant_id, id)
);
create index form_made_by on assessments.form (tenant_id, made_by);
comment on table assessments.form is 'A version of a form that was made here, or of one that came with the product and has been answered here. Rows are only added.';
comment on column assessments.form.key is 'Its name for machines; the versions of a form share it.';
comment on column assessments.form.version is 'Counts up; an answer points at the version it was given to.';
comment on column assessments.form.title is 'What it is called on the screen.';
comment on column assessments.form.definition is 'Fields, conditions, score bands, as the contract says.';
comment on column assessments.form.is_health is 'Its answers are of the health class.';
comment on column assessments.form.is_shipped is 'Came with the product.';
call kernel.wall('assessments.form');
grant select, insert on assessments.form to rt_app;

create table assessments.used (
  tenant_id uuid not null default kernel.here(),
  unit_id uuid not null,
  form_key text not null,
  move_in_days int constraint used_move_in_days_sensible check (move_in_days between 0 and 365),
  every_months int constraint used_every_months_sensible check (every_months between 1 and 60),
  is_health boolean not null,
  decided_by uuid not null,
  decided_at timestamptz not null,
  ended_at timestamptz,
  constraint used_pk primary key (tenant_id, unit_id, form_key),
  constraint used_unit_fk foreign key (tenant_id, unit_id) references org.unit (tenant_id, id),
  constraint used_decided_by_fk foreign key (tenant_id, decided_by) references org.employee (tenant_id, id)
);
create index used_decided_by on assessments.used (tenant_id, decided_by);
comment on table assessments.used is 'A form that a unit answers about everybody there, and how often.';
comment on column assessments.used.form_key is 'The form''s key; always its latest version.';
comment on column assessments.used.move_in_days is 'Due so many days after somebody came; null: not because of that.';
comment on column assessments.used.every_months is 'Due again after so many months; null: not again.';
comment on column assessments.used.is_health is 'Its answers are of the health class.';
comment on column assessments.used.ended_at is 'No longer from then on.';
call kernel.wall('assessments.used');
grant select, insert on assessments.used to rt_app;
grant update (move_in_days, every_months, decided_by, decided_at, ended_at) on assessments.used to rt_app;

create table assessments.answer (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  citizen_id uuid not null,
  unit_id uuid not null,
  form_key text not null,
  form_version int not null,
  is_health boolean not null,
  given jsonb not null,
  score int,
  band text,
  answered_on date not null,
  written_by uuid not null,
  written_by_name text not null,
  written_at timestamptz not null,
  signed_at timestamptz,
  struck_at timestamptz,
  struck_by uuid,
  strike_reason text,
  version int not null default 1,
  constraint answer_pk primary key (tenant_id, id),
  constraint answer_citizen_fk foreign key (tenant_id, citizen_id) references citizens.citizen (tenant_id, id),
  constraint answer_unit_fk foreign key (tenant_id, unit_id) references org.unit (tenant_id, id),
  constraint answer_form_fk foreign key (tenant_id, form_key, form_version) references assessments.form (tenant_id, key, version),
  constraint answer_written_by_fk foreign key (tenant_id, written_by) references org.employee (tenant_id, id),
  constraint answer_struck_by_fk foreign key (tenant_id, struck_by) references org.employee (tenant_id, id),
  constraint answer_struck_says_by_and_why check (num_nonnulls(struck_at, struck_by, strike_reason) in (0, 3))
);
create index answer_citizen on assessments.answer (tenant_id, citizen_id, answered_on desc);
create index answer_unit on assessments.answer (tenant_id, unit_id);
create index answer_form on assessments.answer (tenant_id, form_key, form_version);
create index answer_written_by on assessments.answer (tenant_id, written_by);
create index answer_struck_by on assessments.answer (tenant_id, struck_by);
comment on table assessments.answer is 'A form answered about a citizen. Once signed it stands; a mistake is struck out.';
comment on column assessments.answer.form_key is 'The form that was answered.';
comment on column assessments.answer.form_version is 'The version it was answered under, for good.';
comment on column assessments.answer.is_health is 'Of the health class.';
comment on column assessments.answer.given is 'By field key; fields that were not shown are not in it.';
comment on column assessments.answer.score is 'Sum of points, where the form has any.';
comment on column assessments.answer.band is 'Key of the band the score fell in.';
comment on column assessments.answer.answered_on is 'Day it tells of.';
comment on column assessments.answer.written_by_name is 'The name as it was then.';
comment on column assessments.answer.signed_at is 'Null while it is still being filled in.';
comment on column assessments.answer.strike_reason is 'Why it was a mistake.';
comment on column assessments.answer.version is 'Counts up with each change.';
call kernel.wall('assessments.answer');
grant select, insert on assessments.answer to rt_app;
grant update (given, score, band, answered_on, written_at, signed_at, struck_at, struck_by, strike_reason, version) on assessments.answer to rt_app;

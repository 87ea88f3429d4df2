-- Made by bin/db dump from db/migrations. Not to be edited; read its diff.

-- Six digits with which a temp works on the unit's own tablet while the duty lasts. Good nowhere else and no longer.
table access.code walled (
  tenant_id uuid not null default kernel.here(),
  duty_id uuid not null,
  code_hash bytea not null,
  wrong smallint not null default 0,
  made_by uuid not null,
  made_at timestamp with time zone not null,
  constraint code_duty_fk FOREIGN KEY (tenant_id, duty_id) REFERENCES org.duty(tenant_id, id),
  constraint code_made_by_fk FOREIGN KEY (tenant_id, made_by) REFERENCES org.employee(tenant_id, id),
  constraint code_pk PRIMARY KEY (tenant_id, duty_id)
)
CREATE INDEX code_made_by ON access.code USING btree (tenant_id, made_by)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app
grant update (code_hash) to rt_app
grant update (made_at) to rt_app
grant update (made_by) to rt_app
grant update (wrong) to rt_app

-- Who was trusted with what, by whom, at which unit, from when to when. A temp has no right to medicine; what comes to give one asks here.
table access.delegation walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  employee_id uuid not null,
  unit_id uuid not null,
  what text not null,
  note text,
  from_on date not null,
  to_on date not null,
  delegated_by uuid not null,
  delegated_at timestamp with time zone not null,
  ended_by uuid,
  constraint delegation_by_fk FOREIGN KEY (tenant_id, delegated_by) REFERENCES org.employee(tenant_id, id),
  constraint delegation_employee_fk FOREIGN KEY (tenant_id, employee_id) REFERENCES org.employee(tenant_id, id),
  constraint delegation_ended_by_fk FOREIGN KEY (tenant_id, ended_by) REFERENCES org.employee(tenant_id, id),
  constraint delegation_period CHECK ((to_on >= (from_on - 1))),
  constraint delegation_pk PRIMARY KEY (tenant_id, id),
  constraint delegation_unit_fk FOREIGN KEY (tenant_id, unit_id) REFERENCES org.unit(tenant_id, id),
  constraint delegation_what_known CHECK ((what = 'medicine'::text))
)
CREATE INDEX delegation_by ON access.delegation USING btree (tenant_id, delegated_by)
CREATE INDEX delegation_employee ON access.delegation USING btree (tenant_id, employee_id, unit_id)
CREATE INDEX delegation_ended_by ON access.delegation USING btree (tenant_id, ended_by)
CREATE INDEX delegation_unit ON access.delegation USING btree (tenant_id, unit_id, to_on)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app
grant update (ended_by) to rt_app
grant update (to_on) to rt_app

-- Reach to one citizen that somebody took in an emergency. The reach itself is a row of citizens.personal_access; this is why. Rows are only ever added.
table access.emergency walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  seeking_id uuid not null,
  citizen_id uuid not null,
  employee_id uuid not null,
  unit_ids uuid[] not null,
  reason text not null,
  opened_at timestamp with time zone not null,
  until_at timestamp with time zone not null,
  constraint emergency_citizen_fk FOREIGN KEY (tenant_id, citizen_id) REFERENCES citizens.citizen(tenant_id, id),
  constraint emergency_employee_fk FOREIGN KEY (tenant_id, employee_id) REFERENCES org.employee(tenant_id, id),
  constraint emergency_ends CHECK ((until_at > opened_at)),
  constraint emergency_pk PRIMARY KEY (tenant_id, id),
  constraint emergency_seeking_fk FOREIGN KEY (tenant_id, seeking_id) REFERENCES access.seeking(tenant_id, id),
  constraint emergency_somewhere CHECK ((cardinality(unit_ids) > 0))
)
CREATE INDEX emergency_citizen ON access.emergency USING btree (tenant_id, citizen_id)
CREATE INDEX emergency_employee ON access.emergency USING btree (tenant_id, employee_id, opened_at)
CREATE INDEX emergency_seeking ON access.emergency USING btree (tenant_id, seeking_id)
CREATE INDEX emergency_time ON access.emergency USING btree (tenant_id, opened_at)
CREATE INDEX emergency_units ON access.emergency USING gin (unit_ids)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app

-- How long an emergency access lasts, from a day on. The latest row that has begun is in force; of two for the same day the one decided last. Without a row: access/rules.ts.
table access.policy walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  from_on date not null,
  emergency_minutes smallint not null,
  decided_by uuid not null,
  decided_at timestamp with time zone not null,
  constraint policy_decided_by_fk FOREIGN KEY (tenant_id, decided_by) REFERENCES org.employee(tenant_id, id),
  constraint policy_minutes CHECK (((emergency_minutes >= 5) AND (emergency_minutes <= 720))),
  constraint policy_pk PRIMARY KEY (tenant_id, id),
  constraint policy_tenant_fk FOREIGN KEY (tenant_id) REFERENCES kernel.tenant(id)
)
CREATE INDEX policy_decided_by ON access.policy USING btree (tenant_id, decided_by)
CREATE INDEX policy_from ON access.policy USING btree (tenant_id, from_on)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app

-- A leader has looked at an emergency access that was not their own, and said what it was. Once; rows are only ever added.
table access.review walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  emergency_id uuid not null,
  reviewed_by uuid not null,
  reviewed_at timestamp with time zone not null,
  outcome text not null,
  note text,
  constraint review_emergency_fk FOREIGN KEY (tenant_id, emergency_id) REFERENCES access.emergency(tenant_id, id),
  constraint review_once UNIQUE (tenant_id, emergency_id),
  constraint review_outcome_known CHECK ((outcome = ANY (ARRAY['needed'::text, 'understandable'::text, 'not-needed'::text]))),
  constraint review_pk PRIMARY KEY (tenant_id, id),
  constraint review_reviewed_by_fk FOREIGN KEY (tenant_id, reviewed_by) REFERENCES org.employee(tenant_id, id),
  constraint review_says_why CHECK (((outcome = 'needed'::text) OR (note IS NOT NULL)))
)
CREATE INDEX review_reviewed_by ON access.review USING btree (tenant_id, reviewed_by)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app

-- Somebody looked for a citizen outside their reach, by the exact name or number. Only whom they found just now can be opened. Rows are only ever added.
table access.seeking walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  employee_id uuid not null,
  by_number boolean not null,
  found uuid[] not null,
  sought_at timestamp with time zone not null,
  constraint seeking_employee_fk FOREIGN KEY (tenant_id, employee_id) REFERENCES org.employee(tenant_id, id),
  constraint seeking_pk PRIMARY KEY (tenant_id, id)
)
CREATE INDEX seeking_employee ON access.seeking USING btree (tenant_id, employee_id, sought_at)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app

-- Somebody who comes for a shift. An employee like others, with employment only for the days of their duties: no password, no role, no reach outside a duty.
table access.temp walled (
  tenant_id uuid not null default kernel.here(),
  employee_id uuid not null,
  agency text,
  agency_number text,
  born_on date,
  phone_end text,
  first_by uuid not null,
  first_at timestamp with time zone not null,
  constraint temp_employee_fk FOREIGN KEY (tenant_id, employee_id) REFERENCES org.employee(tenant_id, id),
  constraint temp_first_by_fk FOREIGN KEY (tenant_id, first_by) REFERENCES org.employee(tenant_id, id),
  constraint temp_phone_end_digits CHECK ((phone_end ~ '^\d{4}$'::text)),
  constraint temp_pk PRIMARY KEY (tenant_id, employee_id),
  constraint temp_told_apart CHECK ((num_nonnulls(agency_number, born_on, phone_end) > 0))
)
CREATE INDEX temp_first_by ON access.temp USING btree (tenant_id, first_by)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app
grant update (agency) to rt_app
grant update (agency_number) to rt_app
grant update (born_on) to rt_app
grant update (phone_end) to rt_app

-- A form answered about a citizen. Once signed it stands; a mistake is struck out.
table assessments.answer walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  citizen_id uuid not null,
  unit_id uuid not null,
  form_key text not null,
  form_version integer not null,
  is_health boolean not null,
  given jsonb not null,
  score integer,
  band text,
  answered_on date not null,
  written_by uuid not null,
  written_by_name text not null,
  written_at timestamp with time zone not null,
  signed_at timestamp with time zone,
  struck_at timestamp with time zone,
  struck_by uuid,
  strike_reason text,
  version integer not null default 1,
  revision integer not null default 0,
  constraint answer_citizen_fk FOREIGN KEY (tenant_id, citizen_id) REFERENCES citizens.citizen(tenant_id, id),
  constraint answer_form_fk FOREIGN KEY (tenant_id, form_key, form_version) REFERENCES assessments.form(tenant_id, key, version),
  constraint answer_pk PRIMARY KEY (tenant_id, id),
  constraint answer_struck_by_fk FOREIGN KEY (tenant_id, struck_by) REFERENCES org.employee(tenant_id, id),
  constraint answer_struck_says_by_and_why CHECK ((num_nonnulls(struck_at, struck_by, strike_reason) = ANY (ARRAY[0, 3]))),
  constraint answer_unit_fk FOREIGN KEY (tenant_id, unit_id) REFERENCES org.unit(tenant_id, id),
  constraint answer_written_by_fk FOREIGN KEY (tenant_id, written_by) REFERENCES org.employee(tenant_id, id)
)
CREATE INDEX answer_citizen ON assessments.answer USING btree (tenant_id, citizen_id, answered_on DESC)
CREATE INDEX answer_form ON assessments.answer USING btree (tenant_id, form_key, form_version)
CREATE INDEX answer_struck_by ON assessments.answer USING btree (tenant_id, struck_by)
CREATE INDEX answer_unit ON assessments.answer USING btree (tenant_id, unit_id)
CREATE INDEX answer_written_by ON assessments.answer USING btree (tenant_id, written_by)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app
grant update (answered_on) to rt_app
grant update (band) to rt_app
grant update (given) to rt_app
grant update (revision) to rt_app
grant update (score) to rt_app
grant update (signed_at) to rt_app
grant update (strike_reason) to rt_app
grant update (struck_at) to rt_app
grant update (struck_by) to rt_app
grant update (version) to rt_app
grant update (written_at) to rt_app

-- A version of a form that was made here, or of one that came with the product and has been answered here. Rows are only added.
table assessments.form walled (
  tenant_id uuid not null default kernel.here(),
  key text not null,
  version integer not null,
  title text not null,
  definition jsonb not null,
  is_health boolean not null,
  is_shipped boolean not null,
  made_by uuid not null,
  made_at timestamp with time zone not null,
  constraint form_key_shape CHECK ((key ~ '^[a-z][a-z0-9-]{1,40}$'::text)),
  constraint form_made_by_fk FOREIGN KEY (tenant_id, made_by) REFERENCES org.employee(tenant_id, id),
  constraint form_pk PRIMARY KEY (tenant_id, key, version),
  constraint form_tenant_fk FOREIGN KEY (tenant_id) REFERENCES kernel.tenant(id)
)
CREATE INDEX form_made_by ON assessments.form USING btree (tenant_id, made_by)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app

-- A form somebody is making; its author's alone until it is published as a version.
table assessments.sketch walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  author_id uuid not null,
  content jsonb not null,
  revision integer not null,
  saved_at timestamp with time zone not null,
  constraint sketch_author_fk FOREIGN KEY (tenant_id, author_id) REFERENCES org.employee(tenant_id, id),
  constraint sketch_pk PRIMARY KEY (tenant_id, id),
  constraint sketch_revision_counts CHECK ((revision > 0))
)
CREATE INDEX sketch_author ON assessments.sketch USING btree (tenant_id, author_id, saved_at DESC)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant DELETE to rt_app
grant INSERT to rt_app
grant SELECT to rt_app
grant UPDATE to rt_app

-- A form that a unit answers about everybody there, and how often.
table assessments.used walled (
  tenant_id uuid not null default kernel.here(),
  unit_id uuid not null,
  form_key text not null,
  move_in_days integer,
  every_months integer,
  is_health boolean not null,
  decided_by uuid not null,
  decided_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  since_on date not null,
  constraint used_decided_by_fk FOREIGN KEY (tenant_id, decided_by) REFERENCES org.employee(tenant_id, id),
  constraint used_every_months_sensible CHECK (((every_months >= 1) AND (every_months <= 60))),
  constraint used_move_in_days_sensible CHECK (((move_in_days >= 0) AND (move_in_days <= 365))),
  constraint used_pk PRIMARY KEY (tenant_id, unit_id, form_key),
  constraint used_unit_fk FOREIGN KEY (tenant_id, unit_id) REFERENCES org.unit(tenant_id, id)
)
CREATE INDEX used_decided_by ON assessments.used USING btree (tenant_id, decided_by)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app
grant update (decided_at) to rt_app
grant update (decided_by) to rt_app
grant update (ended_at) to rt_app
grant update (every_months) to rt_app
grant update (move_in_days) to rt_app
grant update (since_on) to rt_app

-- How a benefit of the requirements is measured.
table benefits.measure walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  place_id uuid not null,
  benefit_id uuid not null,
  what text not null,
  counted_in text not null,
  direction text not null,
  baseline numeric(12,2),
  baseline_on date,
  target numeric(12,2) not null,
  owner text not null,
  smallest_sample integer not null,
  about_money boolean not null,
  unit_id uuid,
  next_on date,
  version integer not null default 1,
  changed_at timestamp with time zone not null,
  changed_by uuid not null,
  constraint measure_baseline_has_a_day CHECK (((baseline IS NULL) = (baseline_on IS NULL))),
  constraint measure_benefit_fk FOREIGN KEY (tenant_id, benefit_id) REFERENCES requirements.benefit(tenant_id, id),
  constraint measure_benefit_once UNIQUE (tenant_id, benefit_id),
  constraint measure_changed_by_fk FOREIGN KEY (tenant_id, changed_by) REFERENCES org.employee(tenant_id, id),
  constraint measure_direction_known CHECK ((direction = ANY (ARRAY['down'::text, 'up'::text]))),
  constraint measure_pk PRIMARY KEY (tenant_id, id),
  constraint measure_place_fk FOREIGN KEY (tenant_id, place_id) REFERENCES org.unit(tenant_id, id),
  constraint measure_sample_some CHECK (((smallest_sample >= 1) AND (smallest_sample <= 100000))),
  constraint measure_unit_fk FOREIGN KEY (tenant_id, unit_id) REFERENCES org.unit(tenant_id, id)
)
CREATE INDEX measure_changed_by ON benefits.measure USING btree (tenant_id, changed_by)
CREATE INDEX measure_place ON benefits.measure USING btree (tenant_id, place_id)
CREATE INDEX measure_unit ON benefits.measure USING btree (tenant_id, unit_id)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app
grant UPDATE to rt_app

-- How it is measured, from a day on. Another method begins a new line: numbers made otherwise are not compared. Rows are only ever added.
table benefits.method walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  measure_id uuid not null,
  text text not null,
  since_on date not null,
  made_at timestamp with time zone not null,
  made_by uuid not null,
  constraint method_made_by_fk FOREIGN KEY (tenant_id, made_by) REFERENCES org.employee(tenant_id, id),
  constraint method_measure_fk FOREIGN KEY (tenant_id, measure_id) REFERENCES benefits.measure(tenant_id, id),
  constraint method_pk PRIMARY KEY (tenant_id, id),
  constraint method_since_once UNIQUE (tenant_id, measure_id, since_on)
)
CREATE INDEX method_made_by ON benefits.method USING btree (tenant_id, made_by)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app

-- The leadership's page as it stood when it was kept. Rows are only ever added.
table benefits.page walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  place_id uuid not null,
  content jsonb not null,
  pdf bytea not null,
  made_at timestamp with time zone not null,
  made_by uuid not null,
  constraint page_made_by_fk FOREIGN KEY (tenant_id, made_by) REFERENCES org.employee(tenant_id, id),
  constraint page_pk PRIMARY KEY (tenant_id, id),
  constraint page_place_fk FOREIGN KEY (tenant_id, place_id) REFERENCES org.unit(tenant_id, id)
)
CREATE INDEX page_made_by ON benefits.page USING btree (tenant_id, made_by)
CREATE INDEX page_place ON benefits.page USING btree (tenant_id, place_id, made_at DESC)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app

-- A measurement, good or bad. Rows are only ever added; a slip of the pen is corrected by another.
table benefits.point walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  measure_id uuid not null,
  taken_on date not null,
  value numeric(12,2) not null,
  sample integer,
  note text not null,
  corrects_id uuid,
  made_at timestamp with time zone not null,
  made_by uuid not null,
  constraint point_corrects_fk FOREIGN KEY (tenant_id, corrects_id) REFERENCES benefits.point(tenant_id, id),
  constraint point_corrects_once UNIQUE (tenant_id, corrects_id),
  constraint point_made_by_fk FOREIGN KEY (tenant_id, made_by) REFERENCES org.employee(tenant_id, id),
  constraint point_measure_fk FOREIGN KEY (tenant_id, measure_id) REFERENCES benefits.measure(tenant_id, id),
  constraint point_pk PRIMARY KEY (tenant_id, id),
  constraint point_sample_some CHECK (((sample >= 0) AND (sample <= 1000000)))
)
CREATE INDEX point_made_by ON benefits.point USING btree (tenant_id, made_by)
CREATE INDEX point_measure ON benefits.point USING btree (tenant_id, measure_id, taken_on)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app

-- Hours that others gave and that no other part of the house knows of, with where the number comes from.
table benefits.spent walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  place_id uuid not null,
  what text not null,
  minutes integer not null,
  source text not null,
  before_contract boolean not null,
  made_at timestamp with time zone not null,
  made_by uuid not null,
  constraint spent_made_by_fk FOREIGN KEY (tenant_id, made_by) REFERENCES org.employee(tenant_id, id),
  constraint spent_minutes_some CHECK (((minutes >= 1) AND (minutes <= 6000000))),
  constraint spent_once UNIQUE (tenant_id, place_id, what),
  constraint spent_pk PRIMARY KEY (tenant_id, id),
  constraint spent_place_fk FOREIGN KEY (tenant_id, place_id) REFERENCES org.unit(tenant_id, id)
)
CREATE INDEX spent_made_by ON benefits.spent USING btree (tenant_id, made_by)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app

-- Working hours given to a day: how many people of a unit, for how long. No names.
table capture.attendance walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  event_id uuid not null,
  unit_id uuid,
  role text,
  people integer not null,
  minutes integer not null,
  counted_at timestamp with time zone not null,
  counted_by uuid not null,
  constraint attendance_counted_by_fk FOREIGN KEY (tenant_id, counted_by) REFERENCES org.employee(tenant_id, id),
  constraint attendance_event_fk FOREIGN KEY (tenant_id, event_id) REFERENCES capture.event(tenant_id, id),
  constraint attendance_minutes_some CHECK (((minutes >= 1) AND (minutes <= 1440))),
  constraint attendance_people_some CHECK (((people >= 1) AND (people <= 2000))),
  constraint attendance_pk PRIMARY KEY (tenant_id, id),
  constraint attendance_unit_fk FOREIGN KEY (tenant_id, unit_id) REFERENCES org.unit(tenant_id, id)
)
CREATE INDEX attendance_counted_by ON capture.attendance USING btree (tenant_id, counted_by)
CREATE INDEX attendance_event ON capture.attendance USING btree (tenant_id, event_id)
CREATE INDEX attendance_unit ON capture.attendance USING btree (tenant_id, unit_id)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant DELETE to rt_app
grant INSERT to rt_app
grant SELECT to rt_app

-- A slip (seddel): one note from one person, from a phone, on paper or spoken; all count alike. Never deleted.
table capture.contribution walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  event_id uuid not null,
  label text not null,
  guest_id uuid,
  unit_id uuid,
  author_role text,
  author_name text,
  kind text not null,
  text text,
  photo_id uuid,
  source text not null,
  receipt_code text not null,
  state text not null default 'new'::text,
  reason text,
  hidden_at timestamp with time zone,
  hidden_because text,
  withdrawn_at timestamp with time zone,
  duplicate_of_id uuid,
  theme_id uuid,
  written_at timestamp with time zone not null,
  received_at timestamp with time zone not null,
  received_by uuid,
  version integer not null default 1,
  changed_at timestamp with time zone not null,
  changed_by uuid,
  constraint contribution_changed_by_fk FOREIGN KEY (tenant_id, changed_by) REFERENCES org.employee(tenant_id, id),
  constraint contribution_duplicate_fk FOREIGN KEY (tenant_id, duplicate_of_id) REFERENCES capture.contribution(tenant_id, id),
  constraint contribution_event_fk FOREIGN KEY (tenant_id, event_id) REFERENCES capture.event(tenant_id, id),
  constraint contribution_guest_fk FOREIGN KEY (tenant_id, guest_id) REFERENCES capture.guest(tenant_id, id),
  constraint contribution_hidden_with_reason CHECK (((hidden_at IS NULL) = (hidden_because IS NULL))),
  constraint contribution_kind_known CHECK ((kind = ANY (ARRAY['need'::text, 'problem'::text, 'idea'::text, 'praise'::text, 'step'::text, 'variant'::text, 'difficult'::text]))),
  constraint contribution_label_unique UNIQUE (tenant_id, label),
  constraint contribution_not_its_own_duplicate CHECK ((duplicate_of_id <> id)),
  constraint contribution_photo_fk FOREIGN KEY (tenant_id, photo_id) REFERENCES capture.photo(tenant_id, id),
  constraint contribution_pk PRIMARY KEY (tenant_id, id),
  constraint contribution_put_aside_with_reason CHECK (((state = ANY (ARRAY['new'::text, 'read'::text])) OR (reason IS NOT NULL))),
  constraint contribution_receipt_unique UNIQUE (tenant_id, receipt_code),
  constraint contribution_received_by_fk FOREIGN KEY (tenant_id, received_by) REFERENCES org.employee(tenant_id, id),
  constraint contribution_says_something CHECK (((text IS NOT NULL) OR (photo_id IS NOT NULL) OR (withdrawn_at IS NOT NULL))),
  constraint contribution_source_known CHECK ((source = ANY (ARRAY['phone'::text, 'tablet'::text, 'paper'::text, 'spoken'::text]))),
  constraint contribution_state_known CHECK ((state = ANY (ARRAY['new'::text, 'read'::text, 'parked'::text, 'out-of-scope'::text, 'rejected'::text]))),
  constraint contribution_text_short CHECK ((length(text) <= 280)),
  constraint contribution_theme_fk FOREIGN KEY (tenant_id, theme_id) REFERENCES capture.theme(tenant_id, id),
  constraint contribution_unit_fk FOREIGN KEY (tenant_id, unit_id) REFERENCES org.unit(tenant_id, id)
)
CREATE INDEX contribution_changed_by ON capture.contribution USING btree (tenant_id, changed_by) WHERE (changed_by IS NOT NULL)
CREATE INDEX contribution_duplicate ON capture.contribution USING btree (tenant_id, duplicate_of_id) WHERE (duplicate_of_id IS NOT NULL)
CREATE INDEX contribution_event ON capture.contribution USING btree (tenant_id, event_id, id)
CREATE INDEX contribution_guest ON capture.contribution USING btree (tenant_id, guest_id, received_at) WHERE (guest_id IS NOT NULL)
CREATE INDEX contribution_photo ON capture.contribution USING btree (tenant_id, photo_id) WHERE (photo_id IS NOT NULL)
CREATE INDEX contribution_received_by ON capture.contribution USING btree (tenant_id, received_by) WHERE (received_by IS NOT NULL)
CREATE INDEX contribution_theme ON capture.contribution USING btree (tenant_id, theme_id) WHERE (theme_id IS NOT NULL)
CREATE INDEX contribution_unit ON capture.contribution USING btree (tenant_id, unit_id)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app
grant UPDATE to rt_app

-- The last number given to days (E), slips (B) and needs (N).
table capture.counter walled (
  tenant_id uuid not null default kernel.here(),
  letter text not null,
  last integer not null,
  constraint counter_pk PRIMARY KEY (tenant_id, letter)
)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app
grant update (last) to rt_app

-- A day on which people say what they need: café day (open notes) or use-case day (one task walked through).
table capture.event walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  place_id uuid not null,
  label text not null,
  format text not null,
  title text not null,
  venue text not null,
  opens_at timestamp with time zone not null,
  closes_at timestamp with time zone not null,
  task text,
  prompts text[] not null,
  notice text not null,
  join_code text not null,
  state text not null default 'planned'::text,
  voting text not null default 'none'::text,
  version integer not null default 1,
  changed_at timestamp with time zone not null,
  changed_by uuid not null,
  constraint event_changed_by_fk FOREIGN KEY (tenant_id, changed_by) REFERENCES org.employee(tenant_id, id),
  constraint event_format_known CHECK ((format = ANY (ARRAY['cafe'::text, 'use-case'::text, 'hearing'::text, 'visit'::text]))),
  constraint event_join_code_plain CHECK ((join_code ~ '^[A-Z0-9]{4,8}$'::text)),
  constraint event_label_unique UNIQUE (tenant_id, label),
  constraint event_pk PRIMARY KEY (tenant_id, id),
  constraint event_place_fk FOREIGN KEY (tenant_id, place_id) REFERENCES org.unit(tenant_id, id),
  constraint event_state_known CHECK ((state = ANY (ARRAY['planned'::text, 'open'::text, 'closed'::text, 'processed'::text, 'answered'::text]))),
  constraint event_task_of_use_case CHECK (((format <> 'use-case'::text) OR (task IS NOT NULL))),
  constraint event_times CHECK ((closes_at > opens_at)),
  constraint event_voting_known CHECK ((voting = ANY (ARRAY['none'::text, 'open'::text, 'closed'::text])))
)
CREATE INDEX event_changed_by ON capture.event USING btree (tenant_id, changed_by)
CREATE UNIQUE INDEX event_join_code ON capture.event USING btree (tenant_id, join_code) WHERE (state = ANY (ARRAY['planned'::text, 'open'::text]))
CREATE INDEX event_place ON capture.event USING btree (tenant_id, place_id)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app
grant UPDATE to rt_app

-- Units invited to a day.
table capture.event_unit walled (
  tenant_id uuid not null default kernel.here(),
  event_id uuid not null,
  unit_id uuid not null,
  offer_group text not null,
  constraint event_unit_event_fk FOREIGN KEY (tenant_id, event_id) REFERENCES capture.event(tenant_id, id),
  constraint event_unit_pk PRIMARY KEY (tenant_id, event_id, unit_id),
  constraint event_unit_unit_fk FOREIGN KEY (tenant_id, unit_id) REFERENCES org.unit(tenant_id, id)
)
CREATE INDEX event_unit_unit ON capture.event_unit USING btree (tenant_id, unit_id)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant DELETE to rt_app
grant INSERT to rt_app
grant SELECT to rt_app
grant UPDATE to rt_app

-- A slip in a need. It is in one need at most, and may be quoted in others; only the one it is in counts it.
table capture.gathering walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  need_id uuid not null,
  contribution_id uuid not null,
  quoted boolean not null,
  gathered_at timestamp with time zone not null,
  gathered_by uuid not null,
  ended_at timestamp with time zone,
  ended_by uuid,
  constraint gathering_by_fk FOREIGN KEY (tenant_id, gathered_by) REFERENCES org.employee(tenant_id, id),
  constraint gathering_contribution_fk FOREIGN KEY (tenant_id, contribution_id) REFERENCES capture.contribution(tenant_id, id),
  constraint gathering_ended_by_fk FOREIGN KEY (tenant_id, ended_by) REFERENCES org.employee(tenant_id, id),
  constraint gathering_ended_says_by CHECK (((ended_at IS NULL) = (ended_by IS NULL))),
  constraint gathering_need_fk FOREIGN KEY (tenant_id, need_id) REFERENCES capture.need(tenant_id, id),
  constraint gathering_pk PRIMARY KEY (tenant_id, id)
)
CREATE INDEX gathering_by ON capture.gathering USING btree (tenant_id, gathered_by)
CREATE INDEX gathering_contribution ON capture.gathering USING btree (tenant_id, contribution_id)
CREATE INDEX gathering_ended_by ON capture.gathering USING btree (tenant_id, ended_by) WHERE (ended_by IS NOT NULL)
CREATE UNIQUE INDEX gathering_in_one_need ON capture.gathering USING btree (tenant_id, contribution_id) WHERE ((ended_at IS NULL) AND (NOT quoted))
CREATE INDEX gathering_need ON capture.gathering USING btree (tenant_id, need_id)
CREATE UNIQUE INDEX gathering_quoted_once ON capture.gathering USING btree (tenant_id, need_id, contribution_id) WHERE ((ended_at IS NULL) AND quoted)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app
grant update (ended_at) to rt_app
grant update (ended_by) to rt_app

-- A telephone that took part in one day, without account and without name.
table capture.guest walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  event_id uuid not null,
  token_hash bytea not null,
  unit_id uuid,
  role text,
  joined_at timestamp with time zone not null,
  constraint guest_event_fk FOREIGN KEY (tenant_id, event_id) REFERENCES capture.event(tenant_id, id),
  constraint guest_pk PRIMARY KEY (tenant_id, id),
  constraint guest_token_unique UNIQUE (tenant_id, token_hash),
  constraint guest_unit_fk FOREIGN KEY (tenant_id, unit_id) REFERENCES org.unit(tenant_id, id)
)
CREATE INDEX guest_event ON capture.guest USING btree (tenant_id, event_id)
CREATE INDEX guest_unit ON capture.guest USING btree (tenant_id, unit_id)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app
grant update (role) to rt_app
grant update (unit_id) to rt_app

-- A need (behov) in plain words, gathered from slips. Merging points one need at another and moves nothing, so that taking it back restores exactly what was.
table capture.need walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  place_id uuid not null,
  label text not null,
  title text not null,
  text text not null,
  state text not null default 'draft'::text,
  reason text,
  owner_id uuid,
  merged_into_id uuid,
  protest_until_at timestamp with time zone,
  version integer not null default 1,
  created_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  changed_by uuid not null,
  constraint need_changed_by_fk FOREIGN KEY (tenant_id, changed_by) REFERENCES org.employee(tenant_id, id),
  constraint need_label_unique UNIQUE (tenant_id, label),
  constraint need_merged_into_fk FOREIGN KEY (tenant_id, merged_into_id) REFERENCES capture.need(tenant_id, id),
  constraint need_not_into_itself CHECK ((merged_into_id <> id)),
  constraint need_out_of_scope_with_reason CHECK (((state <> 'out-of-scope'::text) OR (reason IS NOT NULL))),
  constraint need_owner_fk FOREIGN KEY (tenant_id, owner_id) REFERENCES org.employee(tenant_id, id),
  constraint need_pk PRIMARY KEY (tenant_id, id),
  constraint need_place_fk FOREIGN KEY (tenant_id, place_id) REFERENCES org.unit(tenant_id, id),
  constraint need_state_known CHECK ((state = ANY (ARRAY['draft'::text, 'out-for-comment'::text, 'settled'::text, 'out-of-scope'::text])))
)
CREATE INDEX need_changed_by ON capture.need USING btree (tenant_id, changed_by)
CREATE INDEX need_merged_into ON capture.need USING btree (tenant_id, merged_into_id) WHERE (merged_into_id IS NOT NULL)
CREATE INDEX need_owner ON capture.need USING btree (tenant_id, owner_id)
CREATE INDEX need_place ON capture.need USING btree (tenant_id, place_id)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app
grant UPDATE to rt_app

-- Who merged which needs, when and why, and who took it back. Rows are only ever added, and closed once.
table capture.need_merge walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  from_id uuid not null,
  into_id uuid not null,
  why text not null,
  merged_at timestamp with time zone not null,
  merged_by uuid not null,
  undone_at timestamp with time zone,
  undone_by uuid,
  undone_because text,
  constraint need_merge_by_fk FOREIGN KEY (tenant_id, merged_by) REFERENCES org.employee(tenant_id, id),
  constraint need_merge_from_fk FOREIGN KEY (tenant_id, from_id) REFERENCES capture.need(tenant_id, id),
  constraint need_merge_into_fk FOREIGN KEY (tenant_id, into_id) REFERENCES capture.need(tenant_id, id),
  constraint need_merge_pk PRIMARY KEY (tenant_id, id),
  constraint need_merge_undone_by_fk FOREIGN KEY (tenant_id, undone_by) REFERENCES org.employee(tenant_id, id),
  constraint need_merge_undone_says_why CHECK ((((undone_at IS NULL) = (undone_by IS NULL)) AND ((undone_at IS NULL) = (undone_because IS NULL))))
)
CREATE INDEX need_merge_by ON capture.need_merge USING btree (tenant_id, merged_by)
CREATE INDEX need_merge_from ON capture.need_merge USING btree (tenant_id, from_id)
CREATE INDEX need_merge_into ON capture.need_merge USING btree (tenant_id, into_id)
CREATE UNIQUE INDEX need_merge_standing ON capture.need_merge USING btree (tenant_id, from_id) WHERE (undone_at IS NULL)
CREATE INDEX need_merge_undone_by ON capture.need_merge USING btree (tenant_id, undone_by) WHERE (undone_by IS NOT NULL)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app
grant update (undone_at) to rt_app
grant update (undone_because) to rt_app
grant update (undone_by) to rt_app

-- A paper slip as it was photographed. Made small on the device, without where and when it was taken.
table capture.photo walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  picture bytea not null,
  picture_type text not null,
  taken_at timestamp with time zone not null,
  constraint photo_pk PRIMARY KEY (tenant_id, id),
  constraint photo_type_known CHECK ((picture_type = ANY (ARRAY['image/jpeg'::text, 'image/png'::text, 'image/webp'::text])))
)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant DELETE to rt_app
grant INSERT to rt_app
grant SELECT to rt_app

-- A unit's contact says that a merge or a settling is wrong; the need is open again.
table capture.protest walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  need_id uuid not null,
  unit_id uuid not null,
  words text not null,
  raised_at timestamp with time zone not null,
  raised_by uuid not null,
  answer text,
  answered_at timestamp with time zone,
  answered_by uuid,
  constraint protest_answered_by_fk FOREIGN KEY (tenant_id, answered_by) REFERENCES org.employee(tenant_id, id),
  constraint protest_answered_says_by CHECK ((((answered_at IS NULL) = (answer IS NULL)) AND ((answered_at IS NULL) = (answered_by IS NULL)))),
  constraint protest_need_fk FOREIGN KEY (tenant_id, need_id) REFERENCES capture.need(tenant_id, id),
  constraint protest_pk PRIMARY KEY (tenant_id, id),
  constraint protest_raised_by_fk FOREIGN KEY (tenant_id, raised_by) REFERENCES org.employee(tenant_id, id),
  constraint protest_unit_fk FOREIGN KEY (tenant_id, unit_id) REFERENCES org.unit(tenant_id, id)
)
CREATE INDEX protest_answered_by ON capture.protest USING btree (tenant_id, answered_by) WHERE (answered_by IS NOT NULL)
CREATE INDEX protest_need ON capture.protest USING btree (tenant_id, need_id)
CREATE INDEX protest_raised_by ON capture.protest USING btree (tenant_id, raised_by)
CREATE INDEX protest_unit ON capture.protest USING btree (tenant_id, unit_id)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app
grant update (answer) to rt_app
grant update (answered_at) to rt_app
grant update (answered_by) to rt_app

-- Paper dots counted on the wall, by kind of offer. Who put them there is not known: they are counted as they hang.
table capture.tally walled (
  tenant_id uuid not null default kernel.here(),
  need_id uuid not null,
  offer_group text not null,
  dots integer not null,
  counted_at timestamp with time zone not null,
  counted_by uuid not null,
  constraint tally_counted_by_fk FOREIGN KEY (tenant_id, counted_by) REFERENCES org.employee(tenant_id, id),
  constraint tally_dots_some CHECK (((dots >= 0) AND (dots <= 10000))),
  constraint tally_need_fk FOREIGN KEY (tenant_id, need_id) REFERENCES capture.need(tenant_id, id),
  constraint tally_pk PRIMARY KEY (tenant_id, need_id, offer_group)
)
CREATE INDEX tally_counted_by ON capture.tally USING btree (tenant_id, counted_by)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app
grant update (counted_at) to rt_app
grant update (counted_by) to rt_app
grant update (dots) to rt_app

-- A heap on the table: notes that are about the same, on one day.
table capture.theme walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  event_id uuid not null,
  name text not null,
  sort integer not null,
  removed_at timestamp with time zone,
  constraint theme_event_fk FOREIGN KEY (tenant_id, event_id) REFERENCES capture.event(tenant_id, id),
  constraint theme_pk PRIMARY KEY (tenant_id, id)
)
CREATE INDEX theme_event ON capture.theme USING btree (tenant_id, event_id)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app
grant UPDATE to rt_app

-- A guest's dots on a slip: three to spend in each theme. Kept by voter, so that merging never counts anybody twice.
table capture.vote walled (
  tenant_id uuid not null default kernel.here(),
  guest_id uuid not null,
  contribution_id uuid not null,
  dots integer not null,
  voted_at timestamp with time zone not null,
  constraint vote_contribution_fk FOREIGN KEY (tenant_id, contribution_id) REFERENCES capture.contribution(tenant_id, id),
  constraint vote_dots_few CHECK (((dots >= 1) AND (dots <= 3))),
  constraint vote_guest_fk FOREIGN KEY (tenant_id, guest_id) REFERENCES capture.guest(tenant_id, id),
  constraint vote_pk PRIMARY KEY (tenant_id, guest_id, contribution_id)
)
CREATE INDEX vote_contribution ON capture.vote USING btree (tenant_id, contribution_id)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant DELETE to rt_app
grant INSERT to rt_app
grant SELECT to rt_app
grant update (dots) to rt_app
grant update (voted_at) to rt_app

-- What somebody answered, once and for good. Rows are only ever added.
table certification.answer walled (
  tenant_id uuid not null default kernel.here(),
  item_id uuid not null,
  answer text not null,
  new_grant_id uuid,
  answered_by uuid,
  answered_at timestamp with time zone not null,
  constraint answer_by_fk FOREIGN KEY (tenant_id, answered_by) REFERENCES org.employee(tenant_id, id),
  constraint answer_by_somebody CHECK (((answered_by IS NULL) = (answer = 'lapsed'::text))),
  constraint answer_change_says_what CHECK (((new_grant_id IS NOT NULL) = (answer = 'change'::text))),
  constraint answer_item_fk FOREIGN KEY (tenant_id, item_id) REFERENCES certification.item(tenant_id, id),
  constraint answer_known CHECK ((answer = ANY (ARRAY['keep'::text, 'end'::text, 'change'::text, 'lapsed'::text]))),
  constraint answer_new_grant_fk FOREIGN KEY (tenant_id, new_grant_id) REFERENCES org.role_grant(tenant_id, id),
  constraint answer_pk PRIMARY KEY (tenant_id, item_id)
)
CREATE INDEX answer_by ON certification.answer USING btree (tenant_id, answered_by)
CREATE INDEX answer_new_grant ON certification.answer USING btree (tenant_id, new_grant_id)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app

-- One right that is asked about.
table certification.item walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  round_id uuid not null,
  role_grant_id uuid not null,
  employee_id uuid not null,
  role text not null,
  is_extra boolean not null,
  constraint item_employee_fk FOREIGN KEY (tenant_id, employee_id) REFERENCES org.employee(tenant_id, id),
  constraint item_once UNIQUE (tenant_id, round_id, role_grant_id),
  constraint item_pk PRIMARY KEY (tenant_id, id),
  constraint item_role_grant_fk FOREIGN KEY (tenant_id, role_grant_id) REFERENCES org.role_grant(tenant_id, id),
  constraint item_round_fk FOREIGN KEY (tenant_id, round_id) REFERENCES certification.round(tenant_id, id)
)
CREATE INDEX item_employee ON certification.item USING btree (tenant_id, employee_id)
CREATE INDEX item_role_grant ON certification.item USING btree (tenant_id, role_grant_id)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app

-- How often, from a day on. The latest row that has begun is in force; of two for the same day the one decided last. Without a row: certification/rules.ts.
table certification.rhythm walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  from_on date not null,
  every_months smallint not null,
  days_to_answer smallint not null,
  decided_by uuid not null,
  decided_at timestamp with time zone not null,
  constraint rhythm_days CHECK (((days_to_answer >= 7) AND (days_to_answer <= 90))),
  constraint rhythm_decided_by_fk FOREIGN KEY (tenant_id, decided_by) REFERENCES org.employee(tenant_id, id),
  constraint rhythm_months CHECK (((every_months >= 1) AND (every_months <= 24))),
  constraint rhythm_pk PRIMARY KEY (tenant_id, id),
  constraint rhythm_tenant_fk FOREIGN KEY (tenant_id) REFERENCES kernel.tenant(id)
)
CREATE INDEX rhythm_decided_by ON certification.rhythm USING btree (tenant_id, decided_by)
CREATE INDEX rhythm_from ON certification.rhythm USING btree (tenant_id, from_on)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app

-- A unit's rights are gone through: those given at that very unit, as they stood on the first day.
table certification.round walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  unit_id uuid not null,
  began_on date not null,
  due_on date not null,
  begun_by uuid,
  closed_at timestamp with time zone,
  constraint round_begun_by_fk FOREIGN KEY (tenant_id, begun_by) REFERENCES org.employee(tenant_id, id),
  constraint round_pk PRIMARY KEY (tenant_id, id),
  constraint round_unit_fk FOREIGN KEY (tenant_id, unit_id) REFERENCES org.unit(tenant_id, id)
)
CREATE INDEX round_begun_by ON certification.round USING btree (tenant_id, begun_by)
CREATE UNIQUE INDEX round_one_open ON certification.round USING btree (tenant_id, unit_id) WHERE (closed_at IS NULL)
CREATE INDEX round_unit ON certification.round USING btree (tenant_id, unit_id, began_on)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app
grant update (closed_at) to rt_app

-- An employee kept apart from a citizen on every path: family, neighbour, once a couple. Wins over every right.
table citizens.bar walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  employee_id uuid not null,
  citizen_id uuid not null,
  reason text not null,
  from_on date not null,
  to_on date,
  set_by uuid not null,
  set_at timestamp with time zone not null,
  version integer not null default 1,
  constraint bar_citizen_fk FOREIGN KEY (tenant_id, citizen_id) REFERENCES citizens.citizen(tenant_id, id),
  constraint bar_employee_fk FOREIGN KEY (tenant_id, employee_id) REFERENCES org.employee(tenant_id, id),
  constraint bar_period CHECK ((to_on >= (from_on - 1))),
  constraint bar_pk PRIMARY KEY (tenant_id, id),
  constraint bar_set_by_fk FOREIGN KEY (tenant_id, set_by) REFERENCES org.employee(tenant_id, id)
)
CREATE INDEX bar_citizen ON citizens.bar USING btree (tenant_id, citizen_id)
CREATE INDEX bar_employee ON citizens.bar USING btree (tenant_id, employee_id, citizen_id)
CREATE INDEX bar_set_by ON citizens.bar USING btree (tenant_id, set_by)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app
grant SELECT to rt_search
grant update (to_on) to rt_app
grant update (version) to rt_app

-- The card. A citizen may have no number and no surname we know.
table citizens.citizen walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  external_id text,
  given_name text not null,
  family_name text not null,
  preferred_name text,
  pronoun text,
  number text,
  number_kind text,
  born_on date,
  address text,
  room text,
  phone text,
  identity_protected boolean not null default false,
  protected_until date,
  hidden_stay boolean not null default false,
  about text,
  photo bytea,
  photo_type text,
  died_on date,
  version integer not null default 1,
  changed_at timestamp with time zone not null,
  changed_by uuid,
  constraint citizen_external_unique UNIQUE (tenant_id, external_id),
  constraint citizen_number_kind_known CHECK ((number_kind = ANY (ARRAY['cpr'::text, 'replacement'::text, 'ecpr'::text]))),
  constraint citizen_number_says_kind CHECK (((number IS NULL) = (number_kind IS NULL))),
  constraint citizen_number_unique UNIQUE (tenant_id, number),
  constraint citizen_photo_says_type CHECK (((photo IS NULL) = (photo_type IS NULL))),
  constraint citizen_photo_small CHECK ((octet_length(photo) <= 60000)),
  constraint citizen_pk PRIMARY KEY (tenant_id, id),
  constraint citizen_tenant_fk FOREIGN KEY (tenant_id) REFERENCES kernel.tenant(id)
)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app
grant UPDATE to rt_app

-- What a unit shares about a citizen, with whom, from when to when, and why it may: the citizen's consent, or a law that is named.
table citizens.consent walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  citizen_id uuid not null,
  unit_id uuid not null,
  what text not null,
  to_unit_id uuid,
  to_whom text,
  basis text not null,
  law_reference text,
  from_on date not null,
  to_on date,
  withdrawn_at timestamp with time zone,
  withdrawn_by uuid,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null,
  note text,
  version integer not null default 1,
  constraint consent_basis_known CHECK ((basis = ANY (ARRAY['consent'::text, 'law'::text]))),
  constraint consent_citizen_fk FOREIGN KEY (tenant_id, citizen_id) REFERENCES citizens.citizen(tenant_id, id),
  constraint consent_law_says_which CHECK (((basis = 'law'::text) = (law_reference IS NOT NULL))),
  constraint consent_period CHECK ((to_on >= from_on)),
  constraint consent_pk PRIMARY KEY (tenant_id, id),
  constraint consent_recorded_by_fk FOREIGN KEY (tenant_id, recorded_by) REFERENCES org.employee(tenant_id, id),
  constraint consent_to_one CHECK (((to_unit_id IS NULL) <> (to_whom IS NULL))),
  constraint consent_to_unit_fk FOREIGN KEY (tenant_id, to_unit_id) REFERENCES org.unit(tenant_id, id),
  constraint consent_unit_fk FOREIGN KEY (tenant_id, unit_id) REFERENCES org.unit(tenant_id, id),
  constraint consent_what_known CHECK ((what = ANY (ARRAY['stay'::text, 'warnings'::text, 'notes'::text, 'other'::text]))),
  constraint consent_withdrawn_says_by CHECK (((withdrawn_at IS NULL) = (withdrawn_by IS NULL)))
)
CREATE INDEX consent_citizen ON citizens.consent USING btree (tenant_id, citizen_id)
CREATE INDEX consent_recorded_by ON citizens.consent USING btree (tenant_id, recorded_by)
CREATE INDEX consent_to_unit ON citizens.consent USING btree (tenant_id, to_unit_id)
CREATE INDEX consent_unit ON citizens.consent USING btree (tenant_id, unit_id)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app
grant SELECT to rt_search
grant update (to_on) to rt_app
grant update (version) to rt_app
grant update (withdrawn_at) to rt_app
grant update (withdrawn_by) to rt_app

-- People around the citizen: relatives, guardian (værge), doctor, caseworker, lay assistant (bisidder).
table citizens.contact walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  citizen_id uuid not null,
  kind text not null,
  name text not null,
  relation text,
  phone text,
  note text,
  ended_at timestamp with time zone,
  version integer not null default 1,
  changed_at timestamp with time zone not null,
  changed_by uuid,
  constraint contact_citizen_fk FOREIGN KEY (tenant_id, citizen_id) REFERENCES citizens.citizen(tenant_id, id),
  constraint contact_kind_known CHECK ((kind = ANY (ARRAY['relative'::text, 'guardian'::text, 'doctor'::text, 'caseworker'::text, 'lay-assistant'::text, 'other'::text]))),
  constraint contact_pk PRIMARY KEY (tenant_id, id)
)
CREATE INDEX contact_citizen ON citizens.contact USING btree (tenant_id, citizen_id)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app
grant UPDATE to rt_app

-- Which employee of a unit is the citizen's own (kontaktperson).
table citizens.contact_person walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  citizen_id uuid not null,
  unit_id uuid not null,
  employee_id uuid not null,
  from_on date not null,
  to_on date,
  constraint contact_person_citizen_fk FOREIGN KEY (tenant_id, citizen_id) REFERENCES citizens.citizen(tenant_id, id),
  constraint contact_person_employee_fk FOREIGN KEY (tenant_id, employee_id) REFERENCES org.employee(tenant_id, id),
  constraint contact_person_pk PRIMARY KEY (tenant_id, id),
  constraint contact_person_unit_fk FOREIGN KEY (tenant_id, unit_id) REFERENCES org.unit(tenant_id, id)
)
CREATE INDEX contact_person_citizen ON citizens.contact_person USING btree (tenant_id, citizen_id)
CREATE INDEX contact_person_employee ON citizens.contact_person USING btree (tenant_id, employee_id)
CREATE INDEX contact_person_unit ON citizens.contact_person USING btree (tenant_id, unit_id)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app
grant SELECT to rt_search
grant update (to_on) to rt_app

-- Reach of one person to one citizen for a limited time, to read. Kept by the feature that knows the reason.
table citizens.personal_access walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  employee_id uuid not null,
  citizen_id uuid not null,
  because text not null,
  because_id uuid not null,
  from_at timestamp with time zone not null,
  until_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  constraint personal_access_because_known CHECK ((because = 'emergency'::text)),
  constraint personal_access_citizen_fk FOREIGN KEY (tenant_id, citizen_id) REFERENCES citizens.citizen(tenant_id, id),
  constraint personal_access_employee_fk FOREIGN KEY (tenant_id, employee_id) REFERENCES org.employee(tenant_id, id),
  constraint personal_access_pk PRIMARY KEY (tenant_id, id),
  constraint personal_access_within_a_day CHECK (((until_at > from_at) AND (until_at <= (from_at + '24:00:00'::interval))))
)
CREATE INDEX personal_access_citizen ON citizens.personal_access USING btree (tenant_id, citizen_id)
CREATE INDEX personal_access_employee ON citizens.personal_access USING btree (tenant_id, employee_id, until_at)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app
grant SELECT to rt_search
grant update (ended_at) to rt_app

-- Why a unit may see a citizen, from when to when. Kept by the features that know the reason; read by every permission about a citizen.
table citizens.tie walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  citizen_id uuid not null,
  unit_id uuid not null,
  because text not null,
  because_id uuid,
  from_on date not null,
  to_on date,
  present_on date,
  constraint tie_because_known CHECK ((because = ANY (ARRAY['stay'::text, 'registration'::text]))),
  constraint tie_citizen_fk FOREIGN KEY (tenant_id, citizen_id) REFERENCES citizens.citizen(tenant_id, id),
  constraint tie_period CHECK ((to_on >= (from_on - 1))),
  constraint tie_pk PRIMARY KEY (tenant_id, id),
  constraint tie_unit_fk FOREIGN KEY (tenant_id, unit_id) REFERENCES org.unit(tenant_id, id)
)
CREATE INDEX tie_citizen ON citizens.tie USING btree (tenant_id, citizen_id, unit_id)
CREATE UNIQUE INDEX tie_of_stay ON citizens.tie USING btree (tenant_id, because_id) WHERE (because_id IS NOT NULL)
CREATE INDEX tie_unit ON citizens.tie USING btree (tenant_id, unit_id, citizen_id)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app
grant UPDATE to rt_app
grant SELECT to rt_search

-- What everyone around the citizen must know (obs), with a day to look at it again.
table citizens.warning walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  citizen_id uuid not null,
  unit_id uuid not null,
  kind text not null,
  text text not null,
  author_id uuid not null,
  author_name text not null,
  written_at timestamp with time zone not null,
  review_on date not null,
  ended_at timestamp with time zone,
  ended_by uuid,
  version integer not null default 1,
  constraint warning_author_fk FOREIGN KEY (tenant_id, author_id) REFERENCES org.employee(tenant_id, id),
  constraint warning_citizen_fk FOREIGN KEY (tenant_id, citizen_id) REFERENCES citizens.citizen(tenant_id, id),
  constraint warning_kind_known CHECK ((kind = ANY (ARRAY['allergy'::text, 'epilepsy'::text, 'violence'::text, 'infection'::text, 'alone-time'::text, 'fall'::text, 'other'::text]))),
  constraint warning_pk PRIMARY KEY (tenant_id, id),
  constraint warning_unit_fk FOREIGN KEY (tenant_id, unit_id) REFERENCES org.unit(tenant_id, id)
)
CREATE INDEX warning_author ON citizens.warning USING btree (tenant_id, author_id)
CREATE INDEX warning_citizen ON citizens.warning USING btree (tenant_id, citizen_id)
CREATE INDEX warning_unit ON citizens.warning USING btree (tenant_id, unit_id)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app
grant update (ended_at) to rt_app
grant update (ended_by) to rt_app
grant update (review_on) to rt_app
grant update (version) to rt_app

-- A unit's answer to a question as it stands; each one is edited by itself, so that two may answer at once.
table clarification.answer walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  unit_id uuid not null,
  question_id uuid not null,
  value jsonb,
  unsure boolean not null,
  outside text,
  told text not null default ''::text,
  comment text not null default ''::text,
  reason text not null default ''::text,
  source text not null,
  mark text,
  said_by text,
  answered_at timestamp with time zone not null,
  answered_by uuid not null,
  version integer not null default 1,
  constraint answer_answered_by_fk FOREIGN KEY (tenant_id, answered_by) REFERENCES org.employee(tenant_id, id),
  constraint answer_mark_known CHECK ((mark = ANY (ARRAY['agreed'::text, 'unsure'::text, 'needs-decision'::text]))),
  constraint answer_once UNIQUE (tenant_id, unit_id, question_id),
  constraint answer_pk PRIMARY KEY (tenant_id, id),
  constraint answer_question_fk FOREIGN KEY (tenant_id, question_id) REFERENCES clarification.question(tenant_id, id),
  constraint answer_says_one_thing CHECK ((((((value IS NOT NULL))::integer + (unsure)::integer) + ((outside IS NOT NULL))::integer) <= 1)),
  constraint answer_source_known CHECK ((source = ANY (ARRAY['template'::text, 'unit'::text]))),
  constraint answer_unit_fk FOREIGN KEY (tenant_id, unit_id) REFERENCES org.unit(tenant_id, id)
)
CREATE INDEX answer_answered_by ON clarification.answer USING btree (tenant_id, answered_by)
CREATE INDEX answer_question ON clarification.answer USING btree (tenant_id, question_id)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app
grant UPDATE to rt_app

-- Every answer as it was given. Rows are only ever added.
table clarification.answer_was walled (
  tenant_id uuid not null default kernel.here(),
  answer_id uuid not null,
  version integer not null,
  value jsonb,
  unsure boolean not null,
  outside text,
  comment text not null,
  source text not null,
  answered_at timestamp with time zone not null,
  answered_by uuid not null,
  constraint answer_was_answer_fk FOREIGN KEY (tenant_id, answer_id) REFERENCES clarification.answer(tenant_id, id),
  constraint answer_was_answered_by_fk FOREIGN KEY (tenant_id, answered_by) REFERENCES org.employee(tenant_id, id),
  constraint answer_was_pk PRIMARY KEY (tenant_id, answer_id, version)
)
CREATE INDEX answer_was_answered_by ON clarification.answer_was USING btree (tenant_id, answered_by)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app

-- One part of »Sådan er vi«: filled by the coordinator, judged by the unit.
table clarification.block walled (
  tenant_id uuid not null default kernel.here(),
  unit_id uuid not null,
  key text not null,
  content text not null,
  filled_at timestamp with time zone not null,
  filled_by uuid not null,
  fits boolean,
  remark text not null default ''::text,
  judged_at timestamp with time zone,
  judged_by uuid,
  version integer not null default 1,
  constraint block_filled_by_fk FOREIGN KEY (tenant_id, filled_by) REFERENCES org.employee(tenant_id, id),
  constraint block_judged_by_fk FOREIGN KEY (tenant_id, judged_by) REFERENCES org.employee(tenant_id, id),
  constraint block_judged_whole CHECK ((((fits IS NULL) = (judged_at IS NULL)) AND ((fits IS NULL) = (judged_by IS NULL)))),
  constraint block_pk PRIMARY KEY (tenant_id, unit_id, key),
  constraint block_unit_fk FOREIGN KEY (tenant_id, unit_id) REFERENCES org.unit(tenant_id, id)
)
CREATE INDEX block_filled_by ON clarification.block USING btree (tenant_id, filled_by)
CREATE INDEX block_judged_by ON clarification.block USING btree (tenant_id, judged_by)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app
grant UPDATE to rt_app

-- What an approved round asks for beside values: tasks, courses, things that must be ready. Plan, training and go-live read it.
table clarification.consequence walled (
  tenant_id uuid not null default kernel.here(),
  round_id uuid not null,
  kind text not null,
  key text not null,
  text text not null,
  question_id uuid not null,
  constraint consequence_kind_known CHECK ((kind = ANY (ARRAY['task'::text, 'course'::text, 'ready'::text]))),
  constraint consequence_pk PRIMARY KEY (tenant_id, round_id, kind, key),
  constraint consequence_question_fk FOREIGN KEY (tenant_id, question_id) REFERENCES clarification.question(tenant_id, id),
  constraint consequence_round_fk FOREIGN KEY (tenant_id, round_id) REFERENCES clarification.round(tenant_id, id)
)
CREATE INDEX consequence_question ON clarification.consequence USING btree (tenant_id, question_id)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app

-- A unit's implementation contact (implementeringskontakt) for a time, and who stands in for them. One at a time.
table clarification.contact walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  unit_id uuid not null,
  employee_id uuid not null,
  deputy_id uuid,
  from_on date not null,
  to_on date,
  version integer not null default 1,
  changed_at timestamp with time zone not null,
  changed_by uuid not null,
  constraint contact_changed_by_fk FOREIGN KEY (tenant_id, changed_by) REFERENCES org.employee(tenant_id, id),
  constraint contact_deputy_fk FOREIGN KEY (tenant_id, deputy_id) REFERENCES org.employee(tenant_id, id),
  constraint contact_deputy_is_another CHECK (((deputy_id IS NULL) OR (deputy_id <> employee_id))),
  constraint contact_employee_fk FOREIGN KEY (tenant_id, employee_id) REFERENCES org.employee(tenant_id, id),
  constraint contact_one_at_a_time EXCLUDE USING gist (tenant_id WITH =, unit_id WITH =, daterange(from_on, to_on, '[]'::text) WITH &&) WHERE (((to_on IS NULL) OR (to_on >= from_on))),
  constraint contact_period CHECK (((to_on IS NULL) OR (to_on >= (from_on - 1)))),
  constraint contact_pk PRIMARY KEY (tenant_id, id),
  constraint contact_unit_fk FOREIGN KEY (tenant_id, unit_id) REFERENCES org.unit(tenant_id, id)
)
CREATE INDEX contact_changed_by ON clarification.contact USING btree (tenant_id, changed_by)
CREATE INDEX contact_deputy ON clarification.contact USING btree (tenant_id, deputy_id)
CREATE INDEX contact_employee ON clarification.contact USING btree (tenant_id, employee_id)
CREATE INDEX contact_unit ON clarification.contact USING btree (tenant_id, unit_id)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app
grant UPDATE to rt_app

-- Papers about a unit as they were made: the portrait for the vendor, the sheet for the meeting, the summary, the neutral set-up.
table clarification.file walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  unit_id uuid not null,
  kind text not null,
  name text not null,
  media_type text not null,
  size_bytes integer not null,
  content bytea not null,
  made_at timestamp with time zone not null,
  made_by uuid not null,
  constraint file_kind_known CHECK ((kind = ANY (ARRAY['portrait'::text, 'meeting-sheet'::text, 'summary'::text, 'config'::text]))),
  constraint file_made_by_fk FOREIGN KEY (tenant_id, made_by) REFERENCES org.employee(tenant_id, id),
  constraint file_pk PRIMARY KEY (tenant_id, id),
  constraint file_unit_fk FOREIGN KEY (tenant_id, unit_id) REFERENCES org.unit(tenant_id, id)
)
CREATE INDEX file_made_by ON clarification.file USING btree (tenant_id, made_by)
CREATE INDEX file_unit ON clarification.file USING btree (tenant_id, unit_id)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app

-- What a unit needs and no option of a question gives (gab), found while it was clarified.
table clarification.gap walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  unit_id uuid not null,
  number integer not null,
  question_id uuid,
  text text not null,
  state text not null,
  owner_id uuid,
  next_step text not null default ''::text,
  next_on date,
  decision_id uuid,
  sets jsonb not null default '[]'::jsonb,
  agreed_by uuid,
  merged_into_id uuid,
  opened_at timestamp with time zone not null,
  version integer not null default 1,
  changed_at timestamp with time zone not null,
  changed_by uuid not null,
  constraint gap_agreed_by_fk FOREIGN KEY (tenant_id, agreed_by) REFERENCES org.employee(tenant_id, id),
  constraint gap_changed_by_fk FOREIGN KEY (tenant_id, changed_by) REFERENCES org.employee(tenant_id, id),
  constraint gap_decision_fk FOREIGN KEY (tenant_id, decision_id) REFERENCES decisions.decision(tenant_id, id),
  constraint gap_merged_into_fk FOREIGN KEY (tenant_id, merged_into_id) REFERENCES clarification.gap(tenant_id, id),
  constraint gap_number_unique UNIQUE (tenant_id, number),
  constraint gap_owner_fk FOREIGN KEY (tenant_id, owner_id) REFERENCES org.employee(tenant_id, id),
  constraint gap_pk PRIMARY KEY (tenant_id, id),
  constraint gap_question_fk FOREIGN KEY (tenant_id, question_id) REFERENCES clarification.question(tenant_id, id),
  constraint gap_sets_by_decision CHECK (((sets = '[]'::jsonb) OR (decision_id IS NOT NULL))),
  constraint gap_state_known CHECK ((state = ANY (ARRAY['open'::text, 'set-up'::text, 'changed-way'::text, 'with-vendor'::text, 'adaptation'::text, 'closed'::text]))),
  constraint gap_unit_fk FOREIGN KEY (tenant_id, unit_id) REFERENCES org.unit(tenant_id, id)
)
CREATE INDEX gap_agreed_by ON clarification.gap USING btree (tenant_id, agreed_by)
CREATE INDEX gap_changed_by ON clarification.gap USING btree (tenant_id, changed_by)
CREATE INDEX gap_decision ON clarification.gap USING btree (tenant_id, decision_id)
CREATE INDEX gap_merged_into ON clarification.gap USING btree (tenant_id, merged_into_id)
CREATE INDEX gap_owner ON clarification.gap USING btree (tenant_id, owner_id)
CREATE INDEX gap_question ON clarification.gap USING btree (tenant_id, question_id)
CREATE INDEX gap_unit ON clarification.gap USING btree (tenant_id, unit_id)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app
grant UPDATE to rt_app

-- Days on which a contact or deputy is away from this work in a unit. Says nothing of why.
table clarification.leave walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  unit_id uuid not null,
  employee_id uuid not null,
  from_on date not null,
  to_on date not null,
  version integer not null default 1,
  changed_at timestamp with time zone not null,
  changed_by uuid not null,
  constraint leave_changed_by_fk FOREIGN KEY (tenant_id, changed_by) REFERENCES org.employee(tenant_id, id),
  constraint leave_employee_fk FOREIGN KEY (tenant_id, employee_id) REFERENCES org.employee(tenant_id, id),
  constraint leave_period CHECK ((to_on >= (from_on - 1))),
  constraint leave_pk PRIMARY KEY (tenant_id, id),
  constraint leave_unit_fk FOREIGN KEY (tenant_id, unit_id) REFERENCES org.unit(tenant_id, id)
)
CREATE INDEX leave_changed_by ON clarification.leave USING btree (tenant_id, changed_by)
CREATE INDEX leave_employee ON clarification.leave USING btree (tenant_id, employee_id)
CREATE INDEX leave_unit ON clarification.leave USING btree (tenant_id, unit_id)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app
grant UPDATE to rt_app

-- A question through all versions of a set: what answers, requirements and the thread hold on to.
table clarification.question walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  place_id uuid not null,
  key text not null,
  text text not null,
  print text not null,
  since_number integer not null,
  gone_number integer,
  position smallint not null,
  changed_at timestamp with time zone not null,
  constraint question_key_unique UNIQUE (tenant_id, place_id, key),
  constraint question_pk PRIMARY KEY (tenant_id, id),
  constraint question_place_fk FOREIGN KEY (tenant_id, place_id) REFERENCES org.unit(tenant_id, id)
)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app
grant UPDATE to rt_app

-- A version of the questions that units are asked, with what each answer sets up. Never changed; a later version takes its place.
table clarification.question_set walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  place_id uuid not null,
  number integer not null,
  title text not null,
  note text not null,
  content jsonb not null,
  published_at timestamp with time zone not null,
  published_by uuid not null,
  constraint question_set_number_unique UNIQUE (tenant_id, place_id, number),
  constraint question_set_pk PRIMARY KEY (tenant_id, id),
  constraint question_set_place_fk FOREIGN KEY (tenant_id, place_id) REFERENCES org.unit(tenant_id, id),
  constraint question_set_published_by_fk FOREIGN KEY (tenant_id, published_by) REFERENCES org.employee(tenant_id, id)
)
CREATE INDEX question_set_published_by ON clarification.question_set USING btree (tenant_id, published_by)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app

-- A unit's way through the questions, from the first answer to the set-up. Opened again after approval, it is a new one.
table clarification.round walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  unit_id uuid not null,
  number integer not null,
  state text not null,
  template text not null,
  begun_number integer not null,
  because text,
  sent_back text,
  submitted_at timestamp with time zone,
  submitted_by uuid,
  met_on date,
  met_note text not null default ''::text,
  approved_at timestamp with time zone,
  approved_by uuid,
  vouched_by uuid,
  approved jsonb,
  proposal_id uuid,
  version integer not null default 1,
  changed_at timestamp with time zone not null,
  changed_by uuid not null,
  constraint round_approved_by_fk FOREIGN KEY (tenant_id, approved_by) REFERENCES org.employee(tenant_id, id),
  constraint round_approved_whole CHECK ((((approved_at IS NULL) = (approved_by IS NULL)) AND ((approved_at IS NULL) = (approved IS NULL)))),
  constraint round_changed_by_fk FOREIGN KEY (tenant_id, changed_by) REFERENCES org.employee(tenant_id, id),
  constraint round_number_unique UNIQUE (tenant_id, unit_id, number),
  constraint round_pk PRIMARY KEY (tenant_id, id),
  constraint round_proposal_fk FOREIGN KEY (tenant_id, proposal_id) REFERENCES profiles.proposal(tenant_id, id),
  constraint round_reopened_says_why CHECK (((number = 1) = (because IS NULL))),
  constraint round_state_known CHECK ((state = ANY (ARRAY['in-progress'::text, 'submitted'::text, 'met'::text, 'approved'::text, 'previewed'::text]))),
  constraint round_submitted_by_fk FOREIGN KEY (tenant_id, submitted_by) REFERENCES org.employee(tenant_id, id),
  constraint round_unit_fk FOREIGN KEY (tenant_id, unit_id) REFERENCES org.unit(tenant_id, id),
  constraint round_vouched_by_fk FOREIGN KEY (tenant_id, vouched_by) REFERENCES org.employee(tenant_id, id)
)
CREATE INDEX round_approved_by ON clarification.round USING btree (tenant_id, approved_by)
CREATE INDEX round_changed_by ON clarification.round USING btree (tenant_id, changed_by)
CREATE INDEX round_proposal ON clarification.round USING btree (tenant_id, proposal_id)
CREATE INDEX round_submitted_by ON clarification.round USING btree (tenant_id, submitted_by)
CREATE INDEX round_vouched_by ON clarification.round USING btree (tenant_id, vouched_by)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app
grant UPDATE to rt_app

-- A tablet that keeps an encrypted pack of one unit. The key to open it is on the tablet only, locked with a code the server never hears.
table continuity.tablet walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  unit_id uuid not null,
  name text not null,
  paired_by uuid not null,
  paired_at timestamp with time zone not null,
  refreshed_at timestamp with time zone,
  ended_at timestamp with time zone,
  ended_by uuid,
  version integer not null default 1,
  constraint tablet_ended_by_fk FOREIGN KEY (tenant_id, ended_by) REFERENCES org.employee(tenant_id, id),
  constraint tablet_ended_says_by CHECK (((ended_at IS NULL) = (ended_by IS NULL))),
  constraint tablet_paired_by_fk FOREIGN KEY (tenant_id, paired_by) REFERENCES org.employee(tenant_id, id),
  constraint tablet_pk PRIMARY KEY (tenant_id, id),
  constraint tablet_unit_fk FOREIGN KEY (tenant_id, unit_id) REFERENCES org.unit(tenant_id, id)
)
CREATE INDEX tablet_ended_by ON continuity.tablet USING btree (tenant_id, ended_by)
CREATE INDEX tablet_paired_by ON continuity.tablet USING btree (tenant_id, paired_by)
CREATE INDEX tablet_unit ON continuity.tablet USING btree (tenant_id, unit_id)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app
grant update (ended_at) to rt_app
grant update (ended_by) to rt_app
grant update (refreshed_at) to rt_app
grant update (version) to rt_app

-- What hours are set aside for: requirements, clarification, courses.
table coordination.purpose walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  place_id uuid not null,
  name text not null,
  budget_minutes integer not null,
  position smallint not null,
  version integer not null default 1,
  changed_at timestamp with time zone not null,
  changed_by uuid not null,
  constraint purpose_budget_some CHECK (((budget_minutes >= 0) AND (budget_minutes <= 6000000))),
  constraint purpose_changed_by_fk FOREIGN KEY (tenant_id, changed_by) REFERENCES org.employee(tenant_id, id),
  constraint purpose_name_unique UNIQUE (tenant_id, place_id, name),
  constraint purpose_pk PRIMARY KEY (tenant_id, id),
  constraint purpose_place_fk FOREIGN KEY (tenant_id, place_id) REFERENCES org.unit(tenant_id, id)
)
CREATE INDEX purpose_changed_by ON coordination.purpose USING btree (tenant_id, changed_by)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app
grant UPDATE to rt_app

-- Time a project coordinator gave to a purpose. Their own words; others see the sums.
table coordination.work walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  purpose_id uuid not null,
  employee_id uuid not null,
  worked_on date not null,
  minutes integer not null,
  note text not null,
  version integer not null default 1,
  changed_at timestamp with time zone not null,
  constraint work_employee_fk FOREIGN KEY (tenant_id, employee_id) REFERENCES org.employee(tenant_id, id),
  constraint work_minutes_some CHECK (((minutes >= 0) AND (minutes <= 45000))),
  constraint work_pk PRIMARY KEY (tenant_id, id),
  constraint work_purpose_fk FOREIGN KEY (tenant_id, purpose_id) REFERENCES coordination.purpose(tenant_id, id)
)
CREATE INDEX work_employee ON coordination.work USING btree (tenant_id, employee_id, worked_on)
CREATE INDEX work_purpose ON coordination.work USING btree (tenant_id, purpose_id, worked_on)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app
grant UPDATE to rt_app

-- The tables that can be deleted from, and which of their rows belong to a citizen or are old enough. The trail and its chains are not among them. The same classes as app/life-of-data.ts; a house test compares.
table db.erasable (
  name text not null,
  class text not null,
  goes_with text,
  belongs text,
  aged text,
  day text not null,
  position integer not null,
  constraint erasable_by_case_or_age CHECK ((num_nonnulls(belongs, aged) > 0)),
  constraint erasable_pk PRIMARY KEY (name)
)

-- Which migration files have run.
table db.migration (
  name text not null,
  checksum text not null,
  ran_at timestamp with time zone not null default now(),
  constraint migration_pk PRIMARY KEY (name)
)

-- Units that a decision is about; none: all of the place.
table decisions.affected walled (
  tenant_id uuid not null default kernel.here(),
  decision_id uuid not null,
  unit_id uuid not null,
  constraint affected_decision_fk FOREIGN KEY (tenant_id, decision_id) REFERENCES decisions.decision(tenant_id, id),
  constraint affected_pk PRIMARY KEY (tenant_id, decision_id, unit_id),
  constraint affected_unit_fk FOREIGN KEY (tenant_id, unit_id) REFERENCES org.unit(tenant_id, id)
)
CREATE INDEX affected_unit ON decisions.affected USING btree (tenant_id, unit_id)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant DELETE to rt_app
grant INSERT to rt_app
grant SELECT to rt_app

-- A decision and how it was reached. Once decided its words never change; another decision takes its place.
table decisions.decision walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  external_id text,
  place_id uuid not null,
  number integer not null,
  title text not null,
  question text not null,
  why text not null,
  consequences text not null,
  no_option_reason text,
  coordinator_exception text,
  secret boolean not null,
  state text not null,
  decided_on date,
  review_on date,
  supersedes_id uuid,
  withdrawn_because text,
  reviewed_at timestamp with time zone,
  review_note text,
  proposed_at timestamp with time zone not null,
  proposed_by uuid not null,
  version integer not null default 1,
  changed_at timestamp with time zone not null,
  changed_by uuid not null,
  constraint decision_changed_by_fk FOREIGN KEY (tenant_id, changed_by) REFERENCES org.employee(tenant_id, id),
  constraint decision_external_unique UNIQUE (tenant_id, external_id),
  constraint decision_has_a_day CHECK (((state = ANY (ARRAY['proposed'::text, 'withdrawn'::text])) = (decided_on IS NULL))),
  constraint decision_number_unique UNIQUE (tenant_id, place_id, number),
  constraint decision_pk PRIMARY KEY (tenant_id, id),
  constraint decision_place_fk FOREIGN KEY (tenant_id, place_id) REFERENCES org.unit(tenant_id, id),
  constraint decision_proposed_by_fk FOREIGN KEY (tenant_id, proposed_by) REFERENCES org.employee(tenant_id, id),
  constraint decision_state_known CHECK ((state = ANY (ARRAY['proposed'::text, 'withdrawn'::text, 'decided'::text, 'in-force'::text, 'under-review'::text, 'superseded'::text]))),
  constraint decision_supersedes_fk FOREIGN KEY (tenant_id, supersedes_id) REFERENCES decisions.decision(tenant_id, id),
  constraint decision_withdrawn_says_why CHECK (((state = 'withdrawn'::text) = (withdrawn_because IS NOT NULL)))
)
CREATE INDEX decision_changed_by ON decisions.decision USING btree (tenant_id, changed_by)
CREATE INDEX decision_proposed_by ON decisions.decision USING btree (tenant_id, proposed_by)
CREATE INDEX decision_supersedes ON decisions.decision USING btree (tenant_id, supersedes_id)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app
grant UPDATE to rt_app

-- What could be chosen.
table decisions.option walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  decision_id uuid not null,
  text text not null,
  chosen boolean not null,
  why_not text,
  position smallint not null,
  constraint option_decision_fk FOREIGN KEY (tenant_id, decision_id) REFERENCES decisions.decision(tenant_id, id),
  constraint option_pk PRIMARY KEY (tenant_id, id)
)
CREATE INDEX option_decision ON decisions.option USING btree (tenant_id, decision_id)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant DELETE to rt_app
grant INSERT to rt_app
grant SELECT to rt_app

-- Who took which part in a decision.
table decisions.part walled (
  tenant_id uuid not null default kernel.here(),
  decision_id uuid not null,
  position smallint not null,
  role text not null,
  who text not null,
  employee_id uuid,
  constraint part_decision_fk FOREIGN KEY (tenant_id, decision_id) REFERENCES decisions.decision(tenant_id, id),
  constraint part_employee_fk FOREIGN KEY (tenant_id, employee_id) REFERENCES org.employee(tenant_id, id),
  constraint part_pk PRIMARY KEY (tenant_id, decision_id, "position"),
  constraint part_role_known CHECK ((role = ANY (ARRAY['proposed'::text, 'consulted'::text, 'decided'::text, 'informed'::text])))
)
CREATE INDEX part_employee ON decisions.part USING btree (tenant_id, employee_id)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant DELETE to rt_app
grant INSERT to rt_app
grant SELECT to rt_app

-- What may go wrong, and what is done about it.
table decisions.risk walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  external_id text,
  place_id uuid not null,
  number integer not null,
  title text not null,
  probability smallint not null,
  impact smallint not null,
  measure text not null,
  owner text not null,
  state text not null,
  version integer not null default 1,
  moved_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  changed_by uuid not null,
  constraint risk_changed_by_fk FOREIGN KEY (tenant_id, changed_by) REFERENCES org.employee(tenant_id, id),
  constraint risk_external_unique UNIQUE (tenant_id, external_id),
  constraint risk_impact_known CHECK (((impact >= 1) AND (impact <= 5))),
  constraint risk_number_unique UNIQUE (tenant_id, place_id, number),
  constraint risk_pk PRIMARY KEY (tenant_id, id),
  constraint risk_place_fk FOREIGN KEY (tenant_id, place_id) REFERENCES org.unit(tenant_id, id),
  constraint risk_probability_known CHECK (((probability >= 1) AND (probability <= 5))),
  constraint risk_state_known CHECK ((state = ANY (ARRAY['active'::text, 'damped'::text, 'closed'::text, 'happened'::text])))
)
CREATE INDEX risk_changed_by ON decisions.risk USING btree (tenant_id, changed_by)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app
grant UPDATE to rt_app

-- How a risk was judged, each time it was. Rows are only ever added.
table decisions.risk_move walled (
  tenant_id uuid not null default kernel.here(),
  risk_id uuid not null,
  version integer not null,
  probability smallint not null,
  impact smallint not null,
  state text not null,
  moved_at timestamp with time zone not null,
  moved_by uuid not null,
  constraint risk_move_moved_by_fk FOREIGN KEY (tenant_id, moved_by) REFERENCES org.employee(tenant_id, id),
  constraint risk_move_pk PRIMARY KEY (tenant_id, risk_id, version),
  constraint risk_move_risk_fk FOREIGN KEY (tenant_id, risk_id) REFERENCES decisions.risk(tenant_id, id)
)
CREATE INDEX risk_move_moved_by ON decisions.risk_move USING btree (tenant_id, moved_by)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app

-- A file that was sent in. It belongs to its unit, as a note does. Its octets never change; taking it away leaves it standing, ended.
table documents.file walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  unit_id uuid not null,
  citizen_id uuid,
  name text not null,
  media_type text not null,
  size_bytes integer not null,
  sha256 bytea not null,
  uploaded_by uuid not null,
  uploaded_by_name text not null,
  uploaded_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  ended_by uuid,
  end_reason text,
  version integer not null default 1,
  constraint file_ended_by_fk FOREIGN KEY (tenant_id, ended_by) REFERENCES org.employee(tenant_id, id),
  constraint file_ended_says_by_and_why CHECK ((((ended_at IS NULL) = (ended_by IS NULL)) AND ((ended_at IS NULL) = (end_reason IS NULL)))),
  constraint file_pk PRIMARY KEY (tenant_id, id),
  constraint file_size CHECK (((size_bytes >= 1) AND (size_bytes <= 20971520))),
  constraint file_unit_fk FOREIGN KEY (tenant_id, unit_id) REFERENCES org.unit(tenant_id, id),
  constraint file_uploaded_by_fk FOREIGN KEY (tenant_id, uploaded_by) REFERENCES org.employee(tenant_id, id)
)
CREATE INDEX file_citizen ON documents.file USING btree (tenant_id, citizen_id, uploaded_at DESC) WHERE (citizen_id IS NOT NULL)
CREATE INDEX file_ended_by ON documents.file USING btree (tenant_id, ended_by)
CREATE INDEX file_unit ON documents.file USING btree (tenant_id, unit_id, uploaded_at DESC)
CREATE INDEX file_uploaded_by ON documents.file USING btree (tenant_id, uploaded_by)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app
grant update (end_reason) to rt_app
grant update (ended_at) to rt_app
grant update (ended_by) to rt_app
grant update (version) to rt_app

-- The octets of a file in parts of 512 kB, so that nobody holds a whole file to pass it on.
table documents.part walled (
  tenant_id uuid not null default kernel.here(),
  file_id uuid not null,
  number integer not null,
  content bytea not null,
  constraint part_file_fk FOREIGN KEY (tenant_id, file_id) REFERENCES documents.file(tenant_id, id),
  constraint part_pk PRIMARY KEY (tenant_id, file_id, number),
  constraint part_small CHECK ((octet_length(content) <= 524288))
)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app

-- One thing of a citizen's case as the municipality reports it (uddatasæt). Its id is what the gateway knows it by: the same id later is a change.
table exchange.item walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  citizen_id uuid not null,
  kind text not null,
  content jsonb not null,
  withdrawn boolean not null default false,
  version integer not null default 1,
  reported_version integer not null default 0,
  changed_at timestamp with time zone not null,
  changed_by uuid not null,
  constraint item_changed_by_fk FOREIGN KEY (tenant_id, changed_by) REFERENCES org.employee(tenant_id, id),
  constraint item_citizen_fk FOREIGN KEY (tenant_id, citizen_id) REFERENCES citizens.citizen(tenant_id, id),
  constraint item_kind_known CHECK ((kind = ANY (ARRAY['request'::text, 'condition'::text, 'gathering'::text, 'need'::text, 'goal'::text, 'target-group'::text, 'performer'::text, 'follow-up-day'::text, 'plan'::text, 'intervention'::text, 'follow-up'::text]))),
  constraint item_pk PRIMARY KEY (tenant_id, id),
  constraint item_tenant_fk FOREIGN KEY (tenant_id) REFERENCES kernel.tenant(id)
)
CREATE INDEX item_changed_by ON exchange.item USING btree (tenant_id, changed_by)
CREATE INDEX item_citizen ON exchange.item USING btree (tenant_id, citizen_id, kind)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app
grant UPDATE to rt_app

-- The outbox: what is to be sent, was sent, or was refused by whoever was to have it. Sent once: its id goes along, and a sent one is never sent again.
table exchange.outgoing walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  kind text not null,
  citizen_id uuid not null,
  content jsonb not null,
  state text not null default 'waiting'::text,
  attempts integer not null default 0,
  next_at timestamp with time zone,
  last_error text,
  made_at timestamp with time zone not null,
  made_by uuid not null,
  sent_at timestamp with time zone,
  constraint outgoing_citizen_fk FOREIGN KEY (tenant_id, citizen_id) REFERENCES citizens.citizen(tenant_id, id),
  constraint outgoing_kind_known CHECK ((kind = ANY (ARRAY['status'::text, 'report'::text, 'order'::text]))),
  constraint outgoing_made_by_fk FOREIGN KEY (tenant_id, made_by) REFERENCES org.employee(tenant_id, id),
  constraint outgoing_pk PRIMARY KEY (tenant_id, id),
  constraint outgoing_sent_says_when CHECK (((state = 'sent'::text) = (sent_at IS NOT NULL))),
  constraint outgoing_state_known CHECK ((state = ANY (ARRAY['waiting'::text, 'sent'::text, 'refused'::text]))),
  constraint outgoing_tenant_fk FOREIGN KEY (tenant_id) REFERENCES kernel.tenant(id)
)
CREATE INDEX outgoing_citizen ON exchange.outgoing USING btree (tenant_id, citizen_id)
CREATE INDEX outgoing_lately ON exchange.outgoing USING btree (tenant_id, made_at DESC, id)
CREATE INDEX outgoing_made_by ON exchange.outgoing USING btree (tenant_id, made_by)
CREATE INDEX outgoing_waiting ON exchange.outgoing USING btree (tenant_id, next_at) WHERE (state = 'waiting'::text)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app
grant update (attempts) to rt_app
grant update (last_error) to rt_app
grant update (next_at) to rt_app
grant update (sent_at) to rt_app
grant update (state) to rt_app

-- A message, report or single resource as it came. The same once more is not stored again.
table exchange.received walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  kind text not null,
  foreign_key text not null,
  sha256 bytea not null,
  content jsonb not null,
  file_name text not null,
  citizen_id uuid,
  order_id uuid,
  revision_id uuid,
  notes jsonb not null default '[]'::jsonb,
  received_at timestamp with time zone not null,
  received_by uuid not null,
  constraint received_by_fk FOREIGN KEY (tenant_id, received_by) REFERENCES org.employee(tenant_id, id),
  constraint received_citizen_fk FOREIGN KEY (tenant_id, citizen_id) REFERENCES citizens.citizen(tenant_id, id),
  constraint received_kind_known CHECK ((kind = ANY (ARRAY['order'::text, 'report'::text, 'status'::text, 'single'::text]))),
  constraint received_once UNIQUE (tenant_id, foreign_key, sha256),
  constraint received_order_fk FOREIGN KEY (tenant_id, order_id) REFERENCES orders."order"(tenant_id, id),
  constraint received_pk PRIMARY KEY (tenant_id, id),
  constraint received_revision_fk FOREIGN KEY (tenant_id, revision_id) REFERENCES orders.revision(tenant_id, id),
  constraint received_tenant_fk FOREIGN KEY (tenant_id) REFERENCES kernel.tenant(id)
)
CREATE INDEX received_by ON exchange.received USING btree (tenant_id, received_by)
CREATE INDEX received_citizen ON exchange.received USING btree (tenant_id, citizen_id) WHERE (citizen_id IS NOT NULL)
CREATE INDEX received_lately ON exchange.received USING btree (tenant_id, received_at DESC, id)
CREATE INDEX received_order ON exchange.received USING btree (tenant_id, order_id) WHERE (order_id IS NOT NULL)
CREATE INDEX received_revision ON exchange.received USING btree (tenant_id, revision_id) WHERE (revision_id IS NOT NULL)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app

-- Who the municipality is to others.
table exchange.setting walled (
  tenant_id uuid not null default kernel.here(),
  organisation_id uuid not null,
  changed_at timestamp with time zone not null,
  changed_by uuid not null,
  constraint setting_changed_by_fk FOREIGN KEY (tenant_id, changed_by) REFERENCES org.employee(tenant_id, id),
  constraint setting_pk PRIMARY KEY (tenant_id),
  constraint setting_tenant_fk FOREIGN KEY (tenant_id) REFERENCES kernel.tenant(id)
)
CREATE INDEX setting_changed_by ON exchange.setting USING btree (tenant_id, changed_by)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app
grant UPDATE to rt_app

-- What is done for a goal: what, how often, who.
table goals.activity walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  goal_id uuid not null,
  citizen_id uuid not null,
  text text not null,
  rhythm text not null,
  who text not null,
  written_by uuid not null,
  written_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  ended_by uuid,
  constraint activity_ended_by_fk FOREIGN KEY (tenant_id, ended_by) REFERENCES org.employee(tenant_id, id),
  constraint activity_ended_says_by CHECK (((ended_at IS NULL) = (ended_by IS NULL))),
  constraint activity_goal_fk FOREIGN KEY (tenant_id, citizen_id, goal_id) REFERENCES goals.goal(tenant_id, citizen_id, id),
  constraint activity_pk PRIMARY KEY (tenant_id, id),
  constraint activity_rhythm_known CHECK ((rhythm = ANY (ARRAY['once'::text, 'daily'::text, 'weekly'::text, 'fortnightly'::text, 'monthly'::text, 'when-needed'::text]))),
  constraint activity_written_by_fk FOREIGN KEY (tenant_id, written_by) REFERENCES org.employee(tenant_id, id)
)
CREATE INDEX activity_ended_by ON goals.activity USING btree (tenant_id, ended_by)
CREATE INDEX activity_goal ON goals.activity USING btree (tenant_id, citizen_id, goal_id)
CREATE INDEX activity_written_by ON goals.activity USING btree (tenant_id, written_by)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app
grant update (ended_at) to rt_app
grant update (ended_by) to rt_app

-- How far a goal has come, and whose view that is. Never rewritten; a mistake is struck out and stays.
table goals.evaluation walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  goal_id uuid not null,
  citizen_id uuid not null,
  view text not null,
  view_of text,
  movement text not null,
  level smallint,
  text text not null,
  evaluated_on date not null,
  written_by uuid not null,
  written_by_name text not null,
  written_at timestamp with time zone not null,
  struck_at timestamp with time zone,
  struck_by uuid,
  strike_reason text,
  version integer not null default 1,
  constraint evaluation_goal_fk FOREIGN KEY (tenant_id, citizen_id, goal_id) REFERENCES goals.goal(tenant_id, citizen_id, id),
  constraint evaluation_level_is_the_workers CHECK (((level IS NULL) OR (view = 'worker'::text))),
  constraint evaluation_level_known CHECK (((level >= 0) AND (level <= 4))),
  constraint evaluation_movement_known CHECK ((movement = ANY (ARRAY['away'::text, 'none'::text, 'little'::text, 'much'::text, 'there'::text]))),
  constraint evaluation_of_citizen UNIQUE (tenant_id, citizen_id, id),
  constraint evaluation_pk PRIMARY KEY (tenant_id, id),
  constraint evaluation_struck_by_fk FOREIGN KEY (tenant_id, struck_by) REFERENCES org.employee(tenant_id, id),
  constraint evaluation_struck_says_by_and_why CHECK ((num_nonnulls(struck_at, struck_by, strike_reason) = ANY (ARRAY[0, 3]))),
  constraint evaluation_view_known CHECK ((view = ANY (ARRAY['worker'::text, 'citizen'::text, 'relative'::text]))),
  constraint evaluation_written_by_fk FOREIGN KEY (tenant_id, written_by) REFERENCES org.employee(tenant_id, id)
)
CREATE INDEX evaluation_citizen ON goals.evaluation USING btree (tenant_id, citizen_id, goal_id)
CREATE INDEX evaluation_goal ON goals.evaluation USING btree (tenant_id, goal_id, evaluated_on DESC)
CREATE INDEX evaluation_struck_by ON goals.evaluation USING btree (tenant_id, struck_by)
CREATE INDEX evaluation_written_by ON goals.evaluation USING btree (tenant_id, written_by)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app
grant update (strike_reason) to rt_app
grant update (struck_at) to rt_app
grant update (struck_by) to rt_app
grant update (version) to rt_app

-- A note that an evaluation rests on.
table goals.evidence walled (
  tenant_id uuid not null default kernel.here(),
  evaluation_id uuid not null,
  note_id uuid not null,
  citizen_id uuid not null,
  constraint evidence_evaluation_fk FOREIGN KEY (tenant_id, citizen_id, evaluation_id) REFERENCES goals.evaluation(tenant_id, citizen_id, id),
  constraint evidence_note_fk FOREIGN KEY (tenant_id, note_id) REFERENCES journal.note(tenant_id, id),
  constraint evidence_pk PRIMARY KEY (tenant_id, evaluation_id, note_id)
)
CREATE INDEX evidence_evaluation ON goals.evidence USING btree (tenant_id, citizen_id, evaluation_id)
CREATE INDEX evidence_note ON goals.evidence USING btree (tenant_id, note_id)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app

-- The day on which the authority follows up, and what came of it. One ahead at a time.
table goals.follow_up walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  citizen_id uuid not null,
  unit_id uuid not null,
  due_on date not null,
  planned_by uuid not null,
  planned_at timestamp with time zone not null,
  held_on date,
  result text,
  text text,
  cancelled_at timestamp with time zone,
  version integer not null default 1,
  constraint follow_up_citizen_fk FOREIGN KEY (tenant_id, citizen_id) REFERENCES citizens.citizen(tenant_id, id),
  constraint follow_up_held_says_result CHECK (((held_on IS NULL) = (result IS NULL))),
  constraint follow_up_pk PRIMARY KEY (tenant_id, id),
  constraint follow_up_planned_by_fk FOREIGN KEY (tenant_id, planned_by) REFERENCES org.employee(tenant_id, id),
  constraint follow_up_result_known CHECK ((result = ANY (ARRAY['continue'::text, 'end'::text, 'end-and-reassess'::text]))),
  constraint follow_up_unit_fk FOREIGN KEY (tenant_id, unit_id) REFERENCES org.unit(tenant_id, id)
)
CREATE INDEX follow_up_citizen ON goals.follow_up USING btree (tenant_id, citizen_id, due_on)
CREATE UNIQUE INDEX follow_up_one_ahead ON goals.follow_up USING btree (tenant_id, citizen_id, unit_id) WHERE ((held_on IS NULL) AND (cancelled_at IS NULL))
CREATE INDEX follow_up_open ON goals.follow_up USING btree (tenant_id, due_on) WHERE ((held_on IS NULL) AND (cancelled_at IS NULL))
CREATE INDEX follow_up_planned_by ON goals.follow_up USING btree (tenant_id, planned_by)
CREATE INDEX follow_up_unit ON goals.follow_up USING btree (tenant_id, unit_id)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app
grant update (cancelled_at) to rt_app
grant update (held_on) to rt_app
grant update (result) to rt_app
grant update (text) to rt_app
grant update (version) to rt_app

-- A unit's goal (delmål): one concrete thing, its period, who, how, and by what it shows. As it is now; what it was stands in its steps.
table goals.goal walled (
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
  made_with text not null,
  why_without text,
  every_weeks smallint not null,
  level_start smallint,
  level_wanted smallint,
  state text not null default 'proposed'::text,
  attainment text,
  reason text,
  worded_by uuid not null,
  worded_by_name text not null,
  worded_at timestamp with time zone not null,
  approved_by uuid,
  approved_by_name text,
  approved_at timestamp with time zone,
  evaluate_on date,
  version integer not null default 1,
  constraint goal_approved_by_fk FOREIGN KEY (tenant_id, approved_by) REFERENCES org.employee(tenant_id, id),
  constraint goal_approved_whole CHECK ((num_nonnulls(approved_by, approved_by_name, approved_at) = ANY (ARRAY[0, 3]))),
  constraint goal_attainment_known CHECK ((attainment = ANY (ARRAY['attained'::text, 'partly'::text, 'not'::text]))),
  constraint goal_citizen_fk FOREIGN KEY (tenant_id, citizen_id) REFERENCES citizens.citizen(tenant_id, id),
  constraint goal_completed_says_how CHECK (((state = 'completed'::text) = (attainment IS NOT NULL))),
  constraint goal_every_weeks_sensible CHECK (((every_weeks >= 1) AND (every_weeks <= 26))),
  constraint goal_held_or_dropped_says_why CHECK (((state <> ALL (ARRAY['on-hold'::text, 'dropped'::text])) OR (reason IS NOT NULL))),
  constraint goal_level_start_known CHECK (((level_start >= 0) AND (level_start <= 4))),
  constraint goal_level_wanted_known CHECK (((level_wanted >= 0) AND (level_wanted <= 4))),
  constraint goal_made_with_known CHECK ((made_with = ANY (ARRAY['citizen'::text, 'partly'::text, 'without'::text]))),
  constraint goal_never_own_approval CHECK ((approved_by <> worded_by)),
  constraint goal_objective_fk FOREIGN KEY (tenant_id, citizen_id, objective_id) REFERENCES goals.objective(tenant_id, citizen_id, id),
  constraint goal_of_citizen UNIQUE (tenant_id, citizen_id, id),
  constraint goal_order_goal_fk FOREIGN KEY (tenant_id, order_goal_id) REFERENCES orders.order_goal(tenant_id, id),
  constraint goal_period CHECK ((ends_on >= starts_on)),
  constraint goal_pk PRIMARY KEY (tenant_id, id),
  constraint goal_responsible_fk FOREIGN KEY (tenant_id, responsible_id) REFERENCES org.employee(tenant_id, id),
  constraint goal_state_known CHECK ((state = ANY (ARRAY['proposed'::text, 'active'::text, 'on-hold'::text, 'completed'::text, 'dropped'::text]))),
  constraint goal_unit_fk FOREIGN KEY (tenant_id, unit_id) REFERENCES org.unit(tenant_id, id),
  constraint goal_without_says_why CHECK (((made_with = 'citizen'::text) OR (why_without IS NOT NULL))),
  constraint goal_worded_by_fk FOREIGN KEY (tenant_id, worded_by) REFERENCES org.employee(tenant_id, id)
)
CREATE INDEX goal_approved_by ON goals.goal USING btree (tenant_id, approved_by)
CREATE INDEX goal_evaluate ON goals.goal USING btree (tenant_id, evaluate_on) WHERE (state = 'active'::text)
CREATE INDEX goal_objective ON goals.goal USING btree (tenant_id, citizen_id, objective_id)
CREATE INDEX goal_order_goal ON goals.goal USING btree (tenant_id, order_goal_id) WHERE (order_goal_id IS NOT NULL)
CREATE INDEX goal_responsible ON goals.goal USING btree (tenant_id, responsible_id)
CREATE INDEX goal_unit ON goals.goal USING btree (tenant_id, unit_id, state)
CREATE INDEX goal_worded_by ON goals.goal USING btree (tenant_id, worded_by)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app
grant UPDATE to rt_app

-- What the citizen wants, in the citizen's own words. Never rewritten: it ends, and another is written.
table goals.objective walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  citizen_id uuid not null,
  unit_id uuid not null,
  text text not null,
  said_on date not null,
  written_by uuid not null,
  written_by_name text not null,
  written_at timestamp with time zone not null,
  ended_on date,
  end_reason text,
  version integer not null default 1,
  constraint objective_citizen_fk FOREIGN KEY (tenant_id, citizen_id) REFERENCES citizens.citizen(tenant_id, id),
  constraint objective_ended_says_why CHECK (((ended_on IS NULL) = (end_reason IS NULL))),
  constraint objective_of_citizen UNIQUE (tenant_id, citizen_id, id),
  constraint objective_pk PRIMARY KEY (tenant_id, id),
  constraint objective_unit_fk FOREIGN KEY (tenant_id, unit_id) REFERENCES org.unit(tenant_id, id),
  constraint objective_written_by_fk FOREIGN KEY (tenant_id, written_by) REFERENCES org.employee(tenant_id, id)
)
CREATE INDEX objective_unit ON goals.objective USING btree (tenant_id, unit_id)
CREATE INDEX objective_written_by ON goals.objective USING btree (tenant_id, written_by)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app
grant update (end_reason) to rt_app
grant update (ended_on) to rt_app
grant update (version) to rt_app

-- What was done with a goal, in order. Rows are only added.
table goals.step walled (
  tenant_id uuid not null default kernel.here(),
  goal_id uuid not null,
  number integer not null,
  citizen_id uuid not null,
  act text not null,
  by_id uuid not null,
  by_name text not null,
  at timestamp with time zone not null,
  reason text,
  attainment text,
  wording jsonb not null,
  constraint step_act_known CHECK ((act = ANY (ARRAY['propose'::text, 'change'::text, 'approve'::text, 'hold'::text, 'resume'::text, 'complete'::text, 'drop'::text]))),
  constraint step_by_fk FOREIGN KEY (tenant_id, by_id) REFERENCES org.employee(tenant_id, id),
  constraint step_goal_fk FOREIGN KEY (tenant_id, citizen_id, goal_id) REFERENCES goals.goal(tenant_id, citizen_id, id),
  constraint step_pk PRIMARY KEY (tenant_id, goal_id, number)
)
CREATE INDEX step_by ON goals.step USING btree (tenant_id, by_id)
CREATE INDEX step_goal ON goals.step USING btree (tenant_id, citizen_id, goal_id)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app

-- A check that is not in order, and with which the unit may go live all the same. Rows are only ever added; the latest counts.
table golive.acceptance walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  item_id uuid not null,
  unit_id uuid not null,
  decision_id uuid,
  until_on date,
  note text not null,
  accepted_at timestamp with time zone not null,
  accepted_by uuid not null,
  constraint acceptance_accepted_by_fk FOREIGN KEY (tenant_id, accepted_by) REFERENCES org.employee(tenant_id, id),
  constraint acceptance_decision_fk FOREIGN KEY (tenant_id, decision_id) REFERENCES decisions.decision(tenant_id, id),
  constraint acceptance_item_fk FOREIGN KEY (tenant_id, item_id) REFERENCES golive.item(tenant_id, id),
  constraint acceptance_pk PRIMARY KEY (tenant_id, id),
  constraint acceptance_unit_fk FOREIGN KEY (tenant_id, unit_id) REFERENCES org.unit(tenant_id, id)
)
CREATE INDEX acceptance_accepted_by ON golive.acceptance USING btree (tenant_id, accepted_by)
CREATE INDEX acceptance_decision ON golive.acceptance USING btree (tenant_id, decision_id)
CREATE INDEX acceptance_item ON golive.acceptance USING btree (tenant_id, item_id, unit_id, accepted_at DESC)
CREATE INDEX acceptance_unit ON golive.acceptance USING btree (tenant_id, unit_id)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app

-- Something that went wrong in the first weeks, as it was told from the screen it happened on.
table golive.early_case walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  place_id uuid not null,
  unit_id uuid not null,
  number integer not null,
  severity text not null,
  title text not null,
  what text not null,
  screen text not null,
  setup_at timestamp with time zone,
  reporter_id uuid not null,
  reported_at timestamp with time zone not null,
  answer_by_at timestamp with time zone not null,
  state text not null,
  cause text,
  resolution text not null,
  vendor_text text,
  workaround text,
  workaround_review_on date,
  taken_at timestamp with time zone,
  taken_by uuid,
  solved_on date,
  confirmed_at timestamp with time zone,
  version integer not null default 1,
  changed_at timestamp with time zone not null,
  changed_by uuid not null,
  constraint early_case_cause_known CHECK ((cause = ANY (ARRAY['set-up'::text, 'fault'::text, 'training'::text, 'data'::text, 'access'::text, 'way-of-working'::text, 'wish'::text]))),
  constraint early_case_changed_by_fk FOREIGN KEY (tenant_id, changed_by) REFERENCES org.employee(tenant_id, id),
  constraint early_case_closed_has_cause CHECK (((state <> ALL (ARRAY['solved'::text, 'next-version'::text, 'confirmed'::text])) OR (cause IS NOT NULL))),
  constraint early_case_number_unique UNIQUE (tenant_id, place_id, number),
  constraint early_case_pk PRIMARY KEY (tenant_id, id),
  constraint early_case_place_fk FOREIGN KEY (tenant_id, place_id) REFERENCES org.unit(tenant_id, id),
  constraint early_case_reporter_fk FOREIGN KEY (tenant_id, reporter_id) REFERENCES org.employee(tenant_id, id),
  constraint early_case_severity_known CHECK ((severity = ANY (ARRAY['high'::text, 'middle'::text, 'low'::text]))),
  constraint early_case_state_known CHECK ((state = ANY (ARRAY['new'::text, 'taken'::text, 'with-vendor'::text, 'solved'::text, 'next-version'::text, 'confirmed'::text]))),
  constraint early_case_taken_by_fk FOREIGN KEY (tenant_id, taken_by) REFERENCES org.employee(tenant_id, id),
  constraint early_case_unit_fk FOREIGN KEY (tenant_id, unit_id) REFERENCES org.unit(tenant_id, id),
  constraint early_case_vendor_is_told CHECK (((state <> 'with-vendor'::text) OR (vendor_text IS NOT NULL)))
)
CREATE INDEX early_case_changed_by ON golive.early_case USING btree (tenant_id, changed_by)
CREATE INDEX early_case_reporter ON golive.early_case USING btree (tenant_id, reporter_id)
CREATE INDEX early_case_taken_by ON golive.early_case USING btree (tenant_id, taken_by)
CREATE INDEX early_case_unit ON golive.early_case USING btree (tenant_id, unit_id, reported_at DESC)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app
grant UPDATE to rt_app

-- What somebody saw of a check in a unit, on a day. Rows are only ever added; the latest counts.
table golive.evidence walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  item_id uuid not null,
  unit_id uuid not null,
  outcome text not null,
  note text not null,
  seen_on date not null,
  recorded_at timestamp with time zone not null,
  recorded_by uuid not null,
  constraint evidence_item_fk FOREIGN KEY (tenant_id, item_id) REFERENCES golive.item(tenant_id, id),
  constraint evidence_outcome_known CHECK ((outcome = ANY (ARRAY['not-reached'::text, 'partly'::text, 'missing'::text, 'ok'::text]))),
  constraint evidence_pk PRIMARY KEY (tenant_id, id),
  constraint evidence_recorded_by_fk FOREIGN KEY (tenant_id, recorded_by) REFERENCES org.employee(tenant_id, id),
  constraint evidence_unit_fk FOREIGN KEY (tenant_id, unit_id) REFERENCES org.unit(tenant_id, id)
)
CREATE INDEX evidence_item ON golive.evidence USING btree (tenant_id, item_id, unit_id, recorded_at DESC)
CREATE INDEX evidence_recorded_by ON golive.evidence USING btree (tenant_id, recorded_by)
CREATE INDEX evidence_unit ON golive.evidence USING btree (tenant_id, unit_id)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app

-- What a unit does when it does not go: the way back.
table golive.fallback walled (
  tenant_id uuid not null default kernel.here(),
  unit_id uuid not null,
  plan text not null,
  who text not null,
  until_on date not null,
  version integer not null default 1,
  changed_at timestamp with time zone not null,
  changed_by uuid not null,
  constraint fallback_changed_by_fk FOREIGN KEY (tenant_id, changed_by) REFERENCES org.employee(tenant_id, id),
  constraint fallback_pk PRIMARY KEY (tenant_id, unit_id),
  constraint fallback_unit_fk FOREIGN KEY (tenant_id, unit_id) REFERENCES org.unit(tenant_id, id)
)
CREATE INDEX fallback_changed_by ON golive.fallback USING btree (tenant_id, changed_by)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app
grant UPDATE to rt_app

-- What the municipality itself must have passed before any unit goes live.
table golive.gate walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  place_id uuid not null,
  code text not null,
  title text not null,
  why text not null,
  per_wave boolean not null,
  position smallint not null,
  constraint gate_code_unique UNIQUE (tenant_id, place_id, code),
  constraint gate_pk PRIMARY KEY (tenant_id, id),
  constraint gate_place_fk FOREIGN KEY (tenant_id, place_id) REFERENCES org.unit(tenant_id, id)
)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app

-- A gate that was passed: where its paper is, and on which day.
table golive.gate_pass walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  gate_id uuid not null,
  wave_id uuid,
  passed_on date not null,
  note text not null,
  recorded_at timestamp with time zone not null,
  recorded_by uuid not null,
  constraint gate_pass_gate_fk FOREIGN KEY (tenant_id, gate_id) REFERENCES golive.gate(tenant_id, id),
  constraint gate_pass_once UNIQUE NULLS NOT DISTINCT (tenant_id, gate_id, wave_id),
  constraint gate_pass_pk PRIMARY KEY (tenant_id, id),
  constraint gate_pass_recorded_by_fk FOREIGN KEY (tenant_id, recorded_by) REFERENCES org.employee(tenant_id, id),
  constraint gate_pass_wave_fk FOREIGN KEY (tenant_id, wave_id) REFERENCES plan.wave(tenant_id, id)
)
CREATE INDEX gate_pass_recorded_by ON golive.gate_pass USING btree (tenant_id, recorded_by)
CREATE INDEX gate_pass_wave ON golive.gate_pass USING btree (tenant_id, wave_id)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app

-- Something that must hold before a unit goes live; for every unit of the place, or for one.
table golive.item walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  place_id uuid not null,
  unit_id uuid,
  code text not null,
  title text not null,
  mode text not null,
  weight text not null,
  measure text,
  setting_key text,
  reset_by text not null,
  expires_days integer,
  owner text not null,
  position smallint not null,
  changed_at timestamp with time zone not null,
  changed_by uuid not null,
  constraint item_changed_by_fk FOREIGN KEY (tenant_id, changed_by) REFERENCES org.employee(tenant_id, id),
  constraint item_code_unique UNIQUE NULLS NOT DISTINCT (tenant_id, place_id, unit_id, code),
  constraint item_expires_some CHECK (((expires_days >= 1) AND (expires_days <= 400))),
  constraint item_mode_known CHECK ((mode = ANY (ARRAY['auto'::text, 'manual'::text]))),
  constraint item_pk PRIMARY KEY (tenant_id, id),
  constraint item_place_fk FOREIGN KEY (tenant_id, place_id) REFERENCES org.unit(tenant_id, id),
  constraint item_reset_known CHECK ((reset_by = ANY (ARRAY['nothing'::text, 'set-up'::text, 'screens'::text]))),
  constraint item_unit_fk FOREIGN KEY (tenant_id, unit_id) REFERENCES org.unit(tenant_id, id),
  constraint item_weight_known CHECK ((weight = ANY (ARRAY['blocking'::text, 'acceptable'::text])))
)
CREATE INDEX item_changed_by ON golive.item USING btree (tenant_id, changed_by)
CREATE INDEX item_unit ON golive.item USING btree (tenant_id, unit_id)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app
grant UPDATE to rt_app

-- Somebody stopped the line: no unit goes live while it stands.
table golive.line_stop walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  case_id uuid not null,
  place_id uuid not null,
  because text not null,
  stopped_at timestamp with time zone not null,
  stopped_by uuid not null,
  lifted_at timestamp with time zone,
  lifted_by uuid,
  lifted_because text,
  message_id uuid,
  constraint line_stop_case_fk FOREIGN KEY (tenant_id, case_id) REFERENCES golive.early_case(tenant_id, id),
  constraint line_stop_lifted_by_fk FOREIGN KEY (tenant_id, lifted_by) REFERENCES org.employee(tenant_id, id),
  constraint line_stop_lifted_whole CHECK ((num_nonnulls(lifted_at, lifted_by, lifted_because) = ANY (ARRAY[0, 3]))),
  constraint line_stop_message_fk FOREIGN KEY (tenant_id, message_id) REFERENCES relay.message(tenant_id, id),
  constraint line_stop_pk PRIMARY KEY (tenant_id, id),
  constraint line_stop_place_fk FOREIGN KEY (tenant_id, place_id) REFERENCES org.unit(tenant_id, id),
  constraint line_stop_stopped_by_fk FOREIGN KEY (tenant_id, stopped_by) REFERENCES org.employee(tenant_id, id)
)
CREATE INDEX line_stop_case ON golive.line_stop USING btree (tenant_id, case_id)
CREATE INDEX line_stop_lifted_by ON golive.line_stop USING btree (tenant_id, lifted_by)
CREATE INDEX line_stop_message ON golive.line_stop USING btree (tenant_id, message_id)
CREATE INDEX line_stop_place ON golive.line_stop USING btree (tenant_id, place_id)
CREATE INDEX line_stop_stopped_by ON golive.line_stop USING btree (tenant_id, stopped_by)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app
grant UPDATE to rt_app

-- The super-user who is there on a shift of a unit's first week.
table golive.presence walled (
  tenant_id uuid not null default kernel.here(),
  unit_id uuid not null,
  day date not null,
  shift_start time without time zone not null,
  employee_id uuid,
  who text not null,
  recorded_at timestamp with time zone not null,
  recorded_by uuid not null,
  constraint presence_employee_fk FOREIGN KEY (tenant_id, employee_id) REFERENCES org.employee(tenant_id, id),
  constraint presence_pk PRIMARY KEY (tenant_id, unit_id, day, shift_start),
  constraint presence_recorded_by_fk FOREIGN KEY (tenant_id, recorded_by) REFERENCES org.employee(tenant_id, id),
  constraint presence_unit_fk FOREIGN KEY (tenant_id, unit_id) REFERENCES org.unit(tenant_id, id)
)
CREATE INDEX presence_employee ON golive.presence USING btree (tenant_id, employee_id)
CREATE INDEX presence_recorded_by ON golive.presence USING btree (tenant_id, recorded_by)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant DELETE to rt_app
grant INSERT to rt_app
grant SELECT to rt_app
grant UPDATE to rt_app

-- Five statements asked once a month: I know why, I want to, I know how, I can, it lasts.
table golive.pulse walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  place_id uuid not null,
  opens_on date not null,
  closes_on date not null,
  opened_at timestamp with time zone not null,
  opened_by uuid not null,
  constraint pulse_one_at_a_time EXCLUDE USING gist (tenant_id WITH =, place_id WITH =, daterange(opens_on, closes_on, '[]'::text) WITH &&),
  constraint pulse_opened_by_fk FOREIGN KEY (tenant_id, opened_by) REFERENCES org.employee(tenant_id, id),
  constraint pulse_period CHECK ((closes_on >= opens_on)),
  constraint pulse_pk PRIMARY KEY (tenant_id, id),
  constraint pulse_place_fk FOREIGN KEY (tenant_id, place_id) REFERENCES org.unit(tenant_id, id)
)
CREATE INDEX pulse_opened_by ON golive.pulse USING btree (tenant_id, opened_by)
CREATE INDEX pulse_place ON golive.pulse USING btree (tenant_id, place_id)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app

-- One answer, by nobody: no person, no moment, and an id that tells nothing of either.
table golive.pulse_answer walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  pulse_id uuid not null,
  unit_id uuid not null,
  knows_why smallint not null,
  wants_to smallint not null,
  knows_how smallint not null,
  is_able smallint not null,
  it_lasts smallint not null,
  constraint pulse_answer_able CHECK (((is_able >= 1) AND (is_able <= 4))),
  constraint pulse_answer_how CHECK (((knows_how >= 1) AND (knows_how <= 4))),
  constraint pulse_answer_lasts CHECK (((it_lasts >= 1) AND (it_lasts <= 4))),
  constraint pulse_answer_pk PRIMARY KEY (tenant_id, id),
  constraint pulse_answer_pulse_fk FOREIGN KEY (tenant_id, pulse_id) REFERENCES golive.pulse(tenant_id, id),
  constraint pulse_answer_unit_fk FOREIGN KEY (tenant_id, unit_id) REFERENCES org.unit(tenant_id, id),
  constraint pulse_answer_wants CHECK (((wants_to >= 1) AND (wants_to <= 4))),
  constraint pulse_answer_why CHECK (((knows_why >= 1) AND (knows_why <= 4)))
)
CREATE INDEX pulse_answer_pulse ON golive.pulse_answer USING btree (tenant_id, pulse_id, unit_id)
CREATE INDEX pulse_answer_unit ON golive.pulse_answer USING btree (tenant_id, unit_id)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app

-- That somebody has answered, so that they are not asked twice; nothing leads from here to the answer.
table golive.pulse_taken walled (
  tenant_id uuid not null default kernel.here(),
  pulse_id uuid not null,
  employee_id uuid not null,
  constraint pulse_taken_employee_fk FOREIGN KEY (tenant_id, employee_id) REFERENCES org.employee(tenant_id, id),
  constraint pulse_taken_pk PRIMARY KEY (tenant_id, pulse_id, employee_id),
  constraint pulse_taken_pulse_fk FOREIGN KEY (tenant_id, pulse_id) REFERENCES golive.pulse(tenant_id, id)
)
CREATE INDEX pulse_taken_employee ON golive.pulse_taken USING btree (tenant_id, employee_id)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app

-- What a case about set-up taught, proposed for the template of the waves to come.
table golive.suggestion walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  case_id uuid not null,
  setting_key text,
  text text not null,
  state text not null,
  answer text,
  made_at timestamp with time zone not null,
  made_by uuid not null,
  answered_at timestamp with time zone,
  answered_by uuid,
  offer_group text,
  template_version integer,
  constraint suggestion_answered_by_fk FOREIGN KEY (tenant_id, answered_by) REFERENCES org.employee(tenant_id, id),
  constraint suggestion_answered_whole CHECK (((state = 'proposed'::text) = (answered_at IS NULL))),
  constraint suggestion_case_fk FOREIGN KEY (tenant_id, case_id) REFERENCES golive.early_case(tenant_id, id),
  constraint suggestion_made_by_fk FOREIGN KEY (tenant_id, made_by) REFERENCES org.employee(tenant_id, id),
  constraint suggestion_pk PRIMARY KEY (tenant_id, id),
  constraint suggestion_state_known CHECK ((state = ANY (ARRAY['proposed'::text, 'taken'::text, 'declined'::text]))),
  constraint suggestion_template_fk FOREIGN KEY (tenant_id, offer_group, template_version) REFERENCES profiles.template(tenant_id, offer_group, version),
  constraint suggestion_template_whole CHECK (((offer_group IS NULL) = (template_version IS NULL)))
)
CREATE INDEX suggestion_answered_by ON golive.suggestion USING btree (tenant_id, answered_by)
CREATE INDEX suggestion_case ON golive.suggestion USING btree (tenant_id, case_id)
CREATE INDEX suggestion_made_by ON golive.suggestion USING btree (tenant_id, made_by)
CREATE INDEX suggestion_template ON golive.suggestion USING btree (tenant_id, offer_group, template_version)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app
grant UPDATE to rt_app

-- Go, no-go, or go with conditions, of one unit. Rows are only ever added; the latest counts.
table golive.verdict walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  unit_id uuid not null,
  wave_id uuid not null,
  verdict text not null,
  conditions text[] not null,
  because text not null,
  lacking text[] not null,
  decided_on date not null,
  decided_at timestamp with time zone not null,
  decided_by uuid not null,
  constraint verdict_conditions_said CHECK (((verdict = 'conditions'::text) = (cardinality(conditions) > 0))),
  constraint verdict_decided_by_fk FOREIGN KEY (tenant_id, decided_by) REFERENCES org.employee(tenant_id, id),
  constraint verdict_known CHECK ((verdict = ANY (ARRAY['go'::text, 'conditions'::text, 'no-go'::text]))),
  constraint verdict_no_go_says_why CHECK (((verdict <> 'no-go'::text) OR (because <> ''::text))),
  constraint verdict_pk PRIMARY KEY (tenant_id, id),
  constraint verdict_unit_fk FOREIGN KEY (tenant_id, unit_id) REFERENCES org.unit(tenant_id, id),
  constraint verdict_wave_fk FOREIGN KEY (tenant_id, wave_id) REFERENCES plan.wave(tenant_id, id)
)
CREATE INDEX verdict_decided_by ON golive.verdict USING btree (tenant_id, decided_by)
CREATE INDEX verdict_unit ON golive.verdict USING btree (tenant_id, unit_id, decided_at DESC)
CREATE INDEX verdict_wave ON golive.verdict USING btree (tenant_id, wave_id)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app

-- Somebody else to whom the same happened: one case, several voices.
table golive.voice walled (
  tenant_id uuid not null default kernel.here(),
  case_id uuid not null,
  unit_id uuid not null,
  employee_id uuid not null,
  added_at timestamp with time zone not null,
  constraint voice_case_fk FOREIGN KEY (tenant_id, case_id) REFERENCES golive.early_case(tenant_id, id),
  constraint voice_employee_fk FOREIGN KEY (tenant_id, employee_id) REFERENCES org.employee(tenant_id, id),
  constraint voice_pk PRIMARY KEY (tenant_id, case_id, unit_id, employee_id),
  constraint voice_unit_fk FOREIGN KEY (tenant_id, unit_id) REFERENCES org.unit(tenant_id, id)
)
CREATE INDEX voice_employee ON golive.voice USING btree (tenant_id, employee_id)
CREATE INDEX voice_unit ON golive.voice USING btree (tenant_id, unit_id)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app

-- A note that belongs to a matter of the same citizen. Taken away, it stands ended; tied anew, it goes on.
table journal.belonging walled (
  tenant_id uuid not null default kernel.here(),
  note_id uuid not null,
  matter_id uuid not null,
  citizen_id uuid not null,
  happened_at timestamp with time zone not null,
  tied_at timestamp with time zone not null,
  tied_by uuid not null,
  ended_at timestamp with time zone,
  ended_by uuid,
  constraint belonging_ended_by_fk FOREIGN KEY (tenant_id, ended_by) REFERENCES org.employee(tenant_id, id),
  constraint belonging_ended_says_by CHECK (((ended_at IS NULL) = (ended_by IS NULL))),
  constraint belonging_matter_fk FOREIGN KEY (tenant_id, citizen_id, matter_id) REFERENCES journal.matter(tenant_id, citizen_id, id),
  constraint belonging_note_fk FOREIGN KEY (tenant_id, note_id) REFERENCES journal.note(tenant_id, id),
  constraint belonging_pk PRIMARY KEY (tenant_id, note_id, matter_id),
  constraint belonging_tied_by_fk FOREIGN KEY (tenant_id, tied_by) REFERENCES org.employee(tenant_id, id)
)
CREATE INDEX belonging_citizen ON journal.belonging USING btree (tenant_id, citizen_id, matter_id)
CREATE INDEX belonging_ended_by ON journal.belonging USING btree (tenant_id, ended_by)
CREATE INDEX belonging_matter ON journal.belonging USING btree (tenant_id, matter_id, happened_at DESC) WHERE (ended_at IS NULL)
CREATE INDEX belonging_tied_by ON journal.belonging USING btree (tenant_id, tied_by)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app
grant update (ended_at) to rt_app
grant update (ended_by) to rt_app
grant update (tied_at) to rt_app
grant update (tied_by) to rt_app

-- A later version of a note, whole. The highest version is what is read; the others stay readable.
table journal.correction walled (
  tenant_id uuid not null default kernel.here(),
  note_id uuid not null,
  version integer not null,
  happened_at timestamp with time zone not null,
  text text not null,
  important boolean not null,
  theme text,
  reason text not null,
  author_id uuid not null,
  author_name text not null,
  written_at timestamp with time zone not null,
  unit_id uuid not null,
  era smallint not null default kernel.current_era(),
  tx xid8 not null default pg_current_xact_id(),
  tsv tsvector not null generated,
  citizen_id uuid,
  constraint correction_author_fk FOREIGN KEY (tenant_id, author_id) REFERENCES org.employee(tenant_id, id),
  constraint correction_citizen_fk FOREIGN KEY (tenant_id, citizen_id) REFERENCES citizens.citizen(tenant_id, id),
  constraint correction_note_fk FOREIGN KEY (tenant_id, note_id) REFERENCES journal.note(tenant_id, id),
  constraint correction_pk PRIMARY KEY (tenant_id, note_id, version),
  constraint correction_unit_fk FOREIGN KEY (tenant_id, unit_id) REFERENCES org.unit(tenant_id, id),
  constraint correction_version_after_first CHECK ((version > 1))
)
CREATE INDEX correction_author ON journal.correction USING btree (tenant_id, author_id)
CREATE INDEX correction_citizen_time ON journal.correction USING btree (tenant_id, citizen_id, happened_at DESC)
CREATE INDEX correction_unit ON journal.correction USING btree (tenant_id, unit_id, era, tx)
CREATE INDEX correction_unit_time ON journal.correction USING btree (tenant_id, unit_id, happened_at)
CREATE INDEX correction_unit_written ON journal.correction USING btree (tenant_id, unit_id, written_at DESC)
CREATE INDEX correction_words ON journal.correction USING gin ((((unit_id)::text || (EXTRACT(year FROM (happened_at AT TIME ZONE 'UTC'::text)))::text)), tsv) WITH (fastupdate=off)
policy search_reads for r to rt_search using (true)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app
grant SELECT to rt_search

-- What somebody is writing. Seen by its author only; emptied when the note is saved or the draft discarded.
table journal.draft walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  author_id uuid not null,
  unit_id uuid,
  citizen_id uuid,
  content jsonb not null,
  revision integer not null,
  started_at timestamp with time zone not null,
  saved_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  constraint draft_author_fk FOREIGN KEY (tenant_id, author_id) REFERENCES org.employee(tenant_id, id),
  constraint draft_citizen_fk FOREIGN KEY (tenant_id, citizen_id) REFERENCES citizens.citizen(tenant_id, id),
  constraint draft_pk PRIMARY KEY (tenant_id, id),
  constraint draft_unit_fk FOREIGN KEY (tenant_id, unit_id) REFERENCES org.unit(tenant_id, id)
)
CREATE INDEX draft_author ON journal.draft USING btree (tenant_id, author_id)
CREATE INDEX draft_citizen ON journal.draft USING btree (tenant_id, citizen_id)
CREATE INDEX draft_ended ON journal.draft USING btree (tenant_id, ended_at) WHERE (ended_at IS NOT NULL)
CREATE INDEX draft_unit ON journal.draft USING btree (tenant_id, unit_id)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant DELETE to rt_app
grant INSERT to rt_app
grant SELECT to rt_app
grant UPDATE to rt_app

-- Something about a citizen that notes may belong to. Kept by the feature it is of, which has the whole of it under the same id.
table journal.matter walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  kind text not null,
  citizen_id uuid not null,
  unit_id uuid not null,
  title text not null,
  is_open boolean not null default true,
  constraint matter_citizen_fk FOREIGN KEY (tenant_id, citizen_id) REFERENCES citizens.citizen(tenant_id, id),
  constraint matter_kind_of_a_feature CHECK ((kind ~ '^[a-z]+\.[a-z-]+$'::text)),
  constraint matter_of_citizen UNIQUE (tenant_id, citizen_id, id),
  constraint matter_pk PRIMARY KEY (tenant_id, id),
  constraint matter_unit_fk FOREIGN KEY (tenant_id, unit_id) REFERENCES org.unit(tenant_id, id)
)
CREATE INDEX matter_unit ON journal.matter USING btree (tenant_id, unit_id)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app
grant update (is_open) to rt_app
grant update (title) to rt_app

-- A note as it was first written. Rows are only added; a change is a correction, a mistake is a withdrawal.
table journal.note walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  external_id text,
  unit_id uuid not null,
  citizen_id uuid,
  kind text not null,
  happened_at timestamp with time zone not null,
  written_at timestamp with time zone not null,
  author_id uuid not null,
  author_name text not null,
  text text not null,
  important boolean not null default false,
  theme text,
  event_id uuid,
  amended boolean not null default false,
  era smallint not null default kernel.current_era(),
  tx xid8 not null default pg_current_xact_id(),
  tsv tsvector not null generated,
  tied boolean not null default false,
  constraint note_about_someone_unless_unit CHECK (((citizen_id IS NULL) = (kind = 'unit'::text))),
  constraint note_author_fk FOREIGN KEY (tenant_id, author_id) REFERENCES org.employee(tenant_id, id),
  constraint note_citizen_fk FOREIGN KEY (tenant_id, citizen_id) REFERENCES citizens.citizen(tenant_id, id),
  constraint note_external_unique UNIQUE (tenant_id, external_id),
  constraint note_kind_known CHECK ((kind = ANY (ARRAY['diary'::text, 'health'::text, 'cooperation'::text, 'visit'::text, 'conversation'::text, 'unit'::text]))),
  constraint note_pk PRIMARY KEY (tenant_id, id),
  constraint note_unit_fk FOREIGN KEY (tenant_id, unit_id) REFERENCES org.unit(tenant_id, id)
)
CREATE INDEX note_author ON journal.note USING btree (tenant_id, author_id)
CREATE INDEX note_citizen_amended ON journal.note USING btree (tenant_id, citizen_id, happened_at DESC) WHERE amended
CREATE INDEX note_citizen_time ON journal.note USING btree (tenant_id, citizen_id, happened_at DESC)
CREATE INDEX note_unit_order ON journal.note USING btree (tenant_id, unit_id, era, tx)
CREATE INDEX note_unit_time ON journal.note USING btree (tenant_id, unit_id, happened_at DESC)
CREATE INDEX note_unit_waiting ON journal.note USING btree (tenant_id, unit_id, written_at DESC) WHERE (important OR amended)
CREATE INDEX note_unit_written ON journal.note USING btree (tenant_id, unit_id, written_at DESC)
CREATE INDEX note_words ON journal.note USING gin ((((unit_id)::text || (EXTRACT(year FROM (happened_at AT TIME ZONE 'UTC'::text)))::text)), tsv) WITH (fastupdate=off)
policy search_reads for r to rt_search using (true)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app
grant SELECT to rt_search
grant update (amended) to rt_app
grant update (tied) to rt_app

-- Who has read which note, for the reader's own overview. Leaders see only shares of five people or more.
table journal.reading walled (
  tenant_id uuid not null default kernel.here(),
  note_id uuid not null,
  employee_id uuid not null,
  version integer not null default 1,
  read_at timestamp with time zone not null,
  constraint reading_employee_fk FOREIGN KEY (tenant_id, employee_id) REFERENCES org.employee(tenant_id, id),
  constraint reading_note_fk FOREIGN KEY (tenant_id, note_id) REFERENCES journal.note(tenant_id, id),
  constraint reading_pk PRIMARY KEY (tenant_id, note_id, employee_id, version)
)
CREATE INDEX reading_employee ON journal.reading USING btree (tenant_id, employee_id, read_at)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app

-- A line to those who come next (huskelinje); goes away by itself.
table journal.reminder walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  unit_id uuid not null,
  citizen_id uuid,
  text text not null,
  author_id uuid not null,
  author_name text not null,
  written_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  done_at timestamp with time zone,
  done_by uuid,
  version integer not null default 1,
  constraint reminder_author_fk FOREIGN KEY (tenant_id, author_id) REFERENCES org.employee(tenant_id, id),
  constraint reminder_citizen_fk FOREIGN KEY (tenant_id, citizen_id) REFERENCES citizens.citizen(tenant_id, id),
  constraint reminder_pk PRIMARY KEY (tenant_id, id),
  constraint reminder_unit_fk FOREIGN KEY (tenant_id, unit_id) REFERENCES org.unit(tenant_id, id)
)
CREATE INDEX reminder_author ON journal.reminder USING btree (tenant_id, author_id)
CREATE INDEX reminder_citizen ON journal.reminder USING btree (tenant_id, citizen_id)
CREATE INDEX reminder_unit ON journal.reminder USING btree (tenant_id, unit_id, expires_at)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app
grant update (done_at) to rt_app
grant update (done_by) to rt_app
grant update (version) to rt_app

-- A note deliberately shown to another unit that the citizen uses. It holds while its consent or legal basis does.
table journal.share walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  note_id uuid not null,
  citizen_id uuid not null,
  to_unit_id uuid not null,
  consent_id uuid not null,
  shared_by uuid not null,
  shared_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  ended_by uuid,
  version integer not null default 1,
  constraint share_by_fk FOREIGN KEY (tenant_id, shared_by) REFERENCES org.employee(tenant_id, id),
  constraint share_citizen_fk FOREIGN KEY (tenant_id, citizen_id) REFERENCES citizens.citizen(tenant_id, id),
  constraint share_consent_fk FOREIGN KEY (tenant_id, consent_id) REFERENCES citizens.consent(tenant_id, id),
  constraint share_ended_says_by CHECK (((ended_at IS NULL) = (ended_by IS NULL))),
  constraint share_note_fk FOREIGN KEY (tenant_id, note_id) REFERENCES journal.note(tenant_id, id),
  constraint share_pk PRIMARY KEY (tenant_id, id),
  constraint share_to_unit_fk FOREIGN KEY (tenant_id, to_unit_id) REFERENCES org.unit(tenant_id, id)
)
CREATE INDEX share_by ON journal.share USING btree (tenant_id, shared_by)
CREATE INDEX share_citizen ON journal.share USING btree (tenant_id, citizen_id, to_unit_id)
CREATE INDEX share_consent ON journal.share USING btree (tenant_id, consent_id)
CREATE UNIQUE INDEX share_note ON journal.share USING btree (tenant_id, note_id, to_unit_id) WHERE (ended_at IS NULL)
CREATE INDEX share_note_ever ON journal.share USING btree (tenant_id, note_id)
CREATE INDEX share_to_unit ON journal.share USING btree (tenant_id, to_unit_id)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app
grant SELECT to rt_search
grant update (ended_at) to rt_app
grant update (ended_by) to rt_app
grant update (version) to rt_app

-- Each time somebody took over a shift. The last one of a person at a unit is where "since last" begins.
table journal.takeover walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  unit_id uuid not null,
  employee_id uuid not null,
  taken_at timestamp with time zone not null,
  era smallint not null,
  seen pg_snapshot not null,
  constraint takeover_employee_fk FOREIGN KEY (tenant_id, employee_id) REFERENCES org.employee(tenant_id, id),
  constraint takeover_pk PRIMARY KEY (tenant_id, id),
  constraint takeover_unit_fk FOREIGN KEY (tenant_id, unit_id) REFERENCES org.unit(tenant_id, id)
)
CREATE INDEX takeover_employee ON journal.takeover USING btree (tenant_id, employee_id, unit_id, taken_at DESC)
CREATE INDEX takeover_unit ON journal.takeover USING btree (tenant_id, unit_id, taken_at DESC)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app

-- A note taken back, as one written on the wrong citizen. Its text is then shown only to those who may read withdrawn notes.
table journal.withdrawal walled (
  tenant_id uuid not null default kernel.here(),
  note_id uuid not null,
  reason text not null,
  withdrawn_by uuid not null,
  withdrawn_by_name text not null,
  withdrawn_at timestamp with time zone not null,
  unit_id uuid not null,
  era smallint not null default kernel.current_era(),
  tx xid8 not null default pg_current_xact_id(),
  constraint withdrawal_by_fk FOREIGN KEY (tenant_id, withdrawn_by) REFERENCES org.employee(tenant_id, id),
  constraint withdrawal_note_fk FOREIGN KEY (tenant_id, note_id) REFERENCES journal.note(tenant_id, id),
  constraint withdrawal_pk PRIMARY KEY (tenant_id, note_id),
  constraint withdrawal_unit_fk FOREIGN KEY (tenant_id, unit_id) REFERENCES org.unit(tenant_id, id)
)
CREATE INDEX withdrawal_by ON journal.withdrawal USING btree (tenant_id, withdrawn_by)
CREATE INDEX withdrawal_unit ON journal.withdrawal USING btree (tenant_id, unit_id, era, tx)
CREATE INDEX withdrawal_unit_time ON journal.withdrawal USING btree (tenant_id, unit_id, withdrawn_at DESC)
policy search_reads for r to rt_search using (true)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app
grant SELECT to rt_search

-- The first answer to each command, by idempotency key, kept 30 days: the same key again gets the same answer and changes nothing.
table kernel.answer walled (
  tenant_id uuid not null default kernel.here(),
  actor_id uuid not null,
  command text not null,
  key text not null,
  body_hash bytea not null,
  answer jsonb,
  answered_at timestamp with time zone not null,
  constraint answer_pk PRIMARY KEY (tenant_id, actor_id, command, key),
  constraint answer_tenant_fk FOREIGN KEY (tenant_id) REFERENCES kernel.tenant(id)
)
CREATE INDEX answer_age ON kernel.answer USING btree (tenant_id, answered_at)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant DELETE to rt_app
grant INSERT to rt_app
grant SELECT to rt_app
grant update (answer) to rt_app

-- Who did or read what, and who was turned away. Written in the transaction of the act itself. Rows are only ever added.
table kernel.audit walled (
  tenant_id uuid not null default kernel.here(),
  seq bigint not null,
  at timestamp with time zone not null,
  actor_id uuid,
  session_id uuid,
  action text not null,
  outcome text not null,
  code text,
  scope_id uuid,
  subject_id uuid,
  records uuid[] not null default '{}'::uuid[],
  about jsonb,
  roles text[],
  subjects uuid[] not null default '{}'::uuid[],
  relation text,
  purpose text,
  era smallint not null default 1,
  tx xid8 not null default pg_current_xact_id(),
  constraint audit_outcome_known CHECK ((outcome = ANY (ARRAY['done'::text, 'denied'::text, 'refused'::text]))),
  constraint audit_pk PRIMARY KEY (tenant_id, seq),
  constraint audit_tenant_fk FOREIGN KEY (tenant_id) REFERENCES kernel.tenant(id)
)
CREATE INDEX audit_at ON kernel.audit USING brin (at)
CREATE INDEX audit_order ON kernel.audit USING btree (tenant_id, era, tx)
CREATE INDEX audit_unknown_code ON kernel.audit USING btree (tenant_id, ((about ->> 'from'::text)), at) WHERE (code = 'capture.unknown-code'::text)
policy sealer_reads for r to rt_sealer using (true)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app
grant SELECT to rt_sealer

-- One row for each database cluster this data has lived in. Transaction numbers are only comparable within an era; a logical restore begins a new one.
table kernel.era (
  number smallint not null,
  system_identifier text not null,
  began_at timestamp with time zone not null default now(),
  constraint era_pk PRIMARY KEY (number)
)
grant SELECT to rt_app
grant SELECT to rt_sealer
grant SELECT to rt_search

-- One link for each row of the trail: SHA-256 over the link before it in the chain and the row. Rows are only ever added, by the sealer alone.
table kernel.seal walled (
  tenant_id uuid not null,
  place bigint not null,
  seq bigint not null,
  chain uuid not null,
  link bigint not null,
  form smallint not null,
  hash bytea not null,
  sealed_at timestamp with time zone not null,
  constraint seal_link_once UNIQUE (tenant_id, chain, link),
  constraint seal_once UNIQUE (tenant_id, seq),
  constraint seal_pk PRIMARY KEY (tenant_id, place),
  constraint seal_tenant_fk FOREIGN KEY (tenant_id) REFERENCES kernel.tenant(id)
)
policy sealer_adds for a to rt_sealer using ()
policy sealer_reads for r to rt_sealer using (true)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant SELECT to rt_app
grant INSERT to rt_sealer
grant SELECT to rt_sealer

-- How far the sealer has come with each tenant.
table kernel.sealing walled (
  tenant_id uuid not null,
  era smallint not null,
  seen pg_snapshot not null,
  caught_up_at timestamp with time zone not null,
  constraint sealing_pk PRIMARY KEY (tenant_id),
  constraint sealing_tenant_fk FOREIGN KEY (tenant_id) REFERENCES kernel.tenant(id)
)
policy sealer_keeps for * to rt_sealer using (true)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant SELECT to rt_app
grant INSERT to rt_sealer
grant SELECT to rt_sealer
grant UPDATE to rt_sealer

-- Each citizen with the rows of the trail that name them: who looked at somebody is found at once. Added by the sealer as it seals.
table kernel.seen walled (
  tenant_id uuid not null,
  subject_id uuid not null,
  seq bigint not null,
  constraint seen_pk PRIMARY KEY (tenant_id, subject_id, seq),
  constraint seen_tenant_fk FOREIGN KEY (tenant_id) REFERENCES kernel.tenant(id)
)
policy sealer_adds for a to rt_sealer using ()
policy sealer_reads for r to rt_sealer using (true)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant SELECT to rt_app
grant INSERT to rt_sealer
grant SELECT to rt_sealer

-- A signed-in person on a device. Every statement of the server checks it anew, so that ending it works at once.
table kernel.session walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  actor_id uuid not null,
  token_hash bytea not null,
  started_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  how text not null,
  device_id uuid,
  device_name text,
  assurance text,
  browser text,
  idle_minutes integer not null default 60,
  limit_at timestamp with time zone,
  constraint session_assurance_known CHECK ((assurance = ANY (ARRAY['low'::text, 'substantial'::text, 'high'::text]))),
  constraint session_idle_positive CHECK ((idle_minutes > 0)),
  constraint session_pk PRIMARY KEY (tenant_id, id),
  constraint session_tenant_fk FOREIGN KEY (tenant_id) REFERENCES kernel.tenant(id),
  constraint session_token_unique UNIQUE (tenant_id, token_hash)
)
CREATE INDEX session_actor ON kernel.session USING btree (tenant_id, actor_id) WHERE (ended_at IS NULL)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app
grant update (ended_at) to rt_app
grant update (expires_at) to rt_app
grant update (limit_at) to rt_app

-- A municipality, region or company. Read by the server before sign-in; never by a tenant's own role.
table kernel.tenant (
  id uuid not null,
  slug text not null,
  name text not null,
  hosts text[] not null default '{}'::text[],
  demo boolean not null default false,
  created_at timestamp with time zone not null default now(),
  constraint tenant_pk PRIMARY KEY (id),
  constraint tenant_slug_plain CHECK ((slug ~ '^[a-z][a-z0-9-]{1,40}$'::text)),
  constraint tenant_slug_unique UNIQUE (slug)
)
grant SELECT to rt_sealer

-- The project coordinator hands over to whoever owns the system from now on. Done only when nothing is without an owner.
table knowledge.handover walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  place_id uuid not null,
  from_id uuid not null,
  to_id uuid not null,
  begun_at timestamp with time zone not null,
  done_at timestamp with time zone,
  version integer not null default 1,
  changed_at timestamp with time zone not null,
  constraint handover_from_fk FOREIGN KEY (tenant_id, from_id) REFERENCES org.employee(tenant_id, id),
  constraint handover_pk PRIMARY KEY (tenant_id, id),
  constraint handover_place_fk FOREIGN KEY (tenant_id, place_id) REFERENCES org.unit(tenant_id, id),
  constraint handover_to_another CHECK ((from_id <> to_id)),
  constraint handover_to_fk FOREIGN KEY (tenant_id, to_id) REFERENCES org.employee(tenant_id, id)
)
CREATE INDEX handover_from ON knowledge.handover USING btree (tenant_id, from_id)
CREATE UNIQUE INDEX handover_one_open ON knowledge.handover USING btree (tenant_id, place_id) WHERE (done_at IS NULL)
CREATE INDEX handover_to ON knowledge.handover USING btree (tenant_id, to_id)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app
grant UPDATE to rt_app

-- Something another municipality learnt, to think about and not to take over.
table knowledge.lesson walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  package_id uuid not null,
  sort text not null,
  title text not null,
  text text not null,
  constraint lesson_package_fk FOREIGN KEY (tenant_id, package_id) REFERENCES knowledge.package(tenant_id, id),
  constraint lesson_pk PRIMARY KEY (tenant_id, id),
  constraint lesson_sort_known CHECK ((sort = ANY (ARRAY['decision'::text, 'setting'::text, 'benefit'::text])))
)
CREATE INDEX lesson_package ON knowledge.lesson USING btree (tenant_id, package_id)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app

-- What was passed on to another municipality, or came from one, without names. Rows are only ever added.
table knowledge.package walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  place_id uuid not null,
  direction text not null,
  content bytea not null,
  made_at timestamp with time zone not null,
  made_by uuid not null,
  constraint package_direction_known CHECK ((direction = ANY (ARRAY['out'::text, 'in'::text]))),
  constraint package_made_by_fk FOREIGN KEY (tenant_id, made_by) REFERENCES org.employee(tenant_id, id),
  constraint package_pk PRIMARY KEY (tenant_id, id),
  constraint package_place_fk FOREIGN KEY (tenant_id, place_id) REFERENCES org.unit(tenant_id, id)
)
CREATE INDEX package_made_by ON knowledge.package USING btree (tenant_id, made_by)
CREATE INDEX package_place ON knowledge.package USING btree (tenant_id, place_id, made_at DESC)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app

-- A sentence that somebody stands by, on a page of the book. The pages are made of what stands elsewhere; only this is written. The latest holds; rows are only ever added.
table knowledge.sentence walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  kind text not null,
  source_id uuid not null,
  text text not null,
  fingerprint text not null,
  confirmed_at timestamp with time zone not null,
  confirmed_by uuid not null,
  constraint sentence_confirmed_by_fk FOREIGN KEY (tenant_id, confirmed_by) REFERENCES org.employee(tenant_id, id),
  constraint sentence_pk PRIMARY KEY (tenant_id, id)
)
CREATE INDEX sentence_confirmed_by ON knowledge.sentence USING btree (tenant_id, confirmed_by)
CREATE INDEX sentence_source ON knowledge.sentence USING btree (tenant_id, source_id, confirmed_at DESC)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app

-- Who owns a loose end from now on.
table knowledge.taken walled (
  tenant_id uuid not null default kernel.here(),
  handover_id uuid not null,
  rule text not null,
  record_id uuid not null,
  owner text not null,
  taken_at timestamp with time zone not null,
  taken_by uuid not null,
  constraint taken_handover_fk FOREIGN KEY (tenant_id, handover_id) REFERENCES knowledge.handover(tenant_id, id),
  constraint taken_pk PRIMARY KEY (tenant_id, handover_id, rule, record_id),
  constraint taken_taken_by_fk FOREIGN KEY (tenant_id, taken_by) REFERENCES org.employee(tenant_id, id)
)
CREATE INDEX taken_taken_by ON knowledge.taken USING btree (tenant_id, taken_by)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app
grant UPDATE to rt_app

-- How many read an issue, as somebody counted them: at a meeting, or in an older system.
table newsletter.coverage walled (
  tenant_id uuid not null default kernel.here(),
  issue_id uuid not null,
  unit_id uuid not null,
  staff integer not null,
  reached integer not null,
  constraint coverage_issue_fk FOREIGN KEY (tenant_id, issue_id) REFERENCES newsletter.issue(tenant_id, id),
  constraint coverage_pk PRIMARY KEY (tenant_id, issue_id, unit_id),
  constraint coverage_staff_some CHECK (((staff >= 1) AND (staff <= 5000))),
  constraint coverage_unit_fk FOREIGN KEY (tenant_id, unit_id) REFERENCES org.unit(tenant_id, id),
  constraint coverage_within CHECK (((reached >= 0) AND (reached <= staff)))
)
CREATE INDEX coverage_unit ON newsletter.coverage USING btree (tenant_id, unit_id)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app
grant UPDATE to rt_app

-- A unit's own paragraph in an issue. Written by its contact, approved by its leader; unapproved it does not go out.
table newsletter.edition walled (
  tenant_id uuid not null default kernel.here(),
  issue_id uuid not null,
  unit_id uuid not null,
  text text not null,
  written_at timestamp with time zone not null,
  written_by uuid not null,
  approved_at timestamp with time zone,
  approved_by uuid,
  version integer not null default 1,
  constraint edition_approved_by_fk FOREIGN KEY (tenant_id, approved_by) REFERENCES org.employee(tenant_id, id),
  constraint edition_approved_says_by CHECK (((approved_at IS NULL) = (approved_by IS NULL))),
  constraint edition_issue_fk FOREIGN KEY (tenant_id, issue_id) REFERENCES newsletter.issue(tenant_id, id),
  constraint edition_pk PRIMARY KEY (tenant_id, issue_id, unit_id),
  constraint edition_unit_fk FOREIGN KEY (tenant_id, unit_id) REFERENCES org.unit(tenant_id, id),
  constraint edition_written_by_fk FOREIGN KEY (tenant_id, written_by) REFERENCES org.employee(tenant_id, id)
)
CREATE INDEX edition_approved_by ON newsletter.edition USING btree (tenant_id, approved_by)
CREATE INDEX edition_unit ON newsletter.edition USING btree (tenant_id, unit_id)
CREATE INDEX edition_written_by ON newsletter.edition USING btree (tenant_id, written_by)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app
grant UPDATE to rt_app

-- One month's newsletter of one project. Sent, its words never change; what was wrong is noted in the next.
table newsletter.issue walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  external_id text,
  place_id uuid not null,
  month_on date not null,
  number integer not null,
  title text not null,
  state text not null,
  salt uuid not null default gen_random_uuid(),
  approved_at timestamp with time zone,
  approved_by uuid,
  sent_at timestamp with time zone,
  sent_by uuid,
  version integer not null default 1,
  changed_at timestamp with time zone not null,
  changed_by uuid not null,
  constraint issue_approved_by_fk FOREIGN KEY (tenant_id, approved_by) REFERENCES org.employee(tenant_id, id),
  constraint issue_changed_by_fk FOREIGN KEY (tenant_id, changed_by) REFERENCES org.employee(tenant_id, id),
  constraint issue_external_unique UNIQUE (tenant_id, external_id),
  constraint issue_month_begins CHECK ((EXTRACT(day FROM month_on) = (1)::numeric)),
  constraint issue_month_once UNIQUE (tenant_id, place_id, month_on),
  constraint issue_number_unique UNIQUE (tenant_id, place_id, number),
  constraint issue_pk PRIMARY KEY (tenant_id, id),
  constraint issue_place_fk FOREIGN KEY (tenant_id, place_id) REFERENCES org.unit(tenant_id, id),
  constraint issue_sent_by_fk FOREIGN KEY (tenant_id, sent_by) REFERENCES org.employee(tenant_id, id),
  constraint issue_sent_says_when CHECK (((state = ANY (ARRAY['sent'::text, 'archived'::text])) = (sent_at IS NOT NULL))),
  constraint issue_state_known CHECK ((state = ANY (ARRAY['collecting'::text, 'draft'::text, 'edited'::text, 'approved'::text, 'sent'::text, 'archived'::text])))
)
CREATE INDEX issue_approved_by ON newsletter.issue USING btree (tenant_id, approved_by)
CREATE INDEX issue_changed_by ON newsletter.issue USING btree (tenant_id, changed_by)
CREATE INDEX issue_sent_by ON newsletter.issue USING btree (tenant_id, sent_by)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app
grant UPDATE to rt_app

-- Somebody in a unit has opened an issue. Nobody can tell who.
table newsletter.opening walled (
  tenant_id uuid not null default kernel.here(),
  issue_id uuid not null,
  mark bytea not null,
  unit_id uuid not null,
  constraint opening_issue_fk FOREIGN KEY (tenant_id, issue_id) REFERENCES newsletter.issue(tenant_id, id),
  constraint opening_pk PRIMARY KEY (tenant_id, issue_id, mark),
  constraint opening_unit_fk FOREIGN KEY (tenant_id, unit_id) REFERENCES org.unit(tenant_id, id)
)
CREATE INDEX opening_unit ON newsletter.opening USING btree (tenant_id, unit_id)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app

-- The outbox: one row for each address of an issue. A sent one is never sent again; its id is the message's own.
table newsletter.outgoing walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  issue_id uuid not null,
  unit_id uuid,
  address text not null,
  state text not null default 'waiting'::text,
  attempts integer not null default 0,
  next_at timestamp with time zone,
  last_error text,
  made_at timestamp with time zone not null,
  sent_at timestamp with time zone,
  constraint outgoing_issue_fk FOREIGN KEY (tenant_id, issue_id) REFERENCES newsletter.issue(tenant_id, id),
  constraint outgoing_once UNIQUE (tenant_id, issue_id, address),
  constraint outgoing_pk PRIMARY KEY (tenant_id, id),
  constraint outgoing_sent_says_when CHECK (((state = 'sent'::text) = (sent_at IS NOT NULL))),
  constraint outgoing_state_known CHECK ((state = ANY (ARRAY['waiting'::text, 'sent'::text, 'refused'::text]))),
  constraint outgoing_unit_fk FOREIGN KEY (tenant_id, unit_id) REFERENCES org.unit(tenant_id, id)
)
CREATE INDEX outgoing_unit ON newsletter.outgoing USING btree (tenant_id, unit_id)
CREATE INDEX outgoing_waiting ON newsletter.outgoing USING btree (tenant_id, next_at) WHERE (state = 'waiting'::text)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app
grant update (attempts) to rt_app
grant update (last_error) to rt_app
grant update (next_at) to rt_app
grant update (sent_at) to rt_app
grant update (state) to rt_app

-- An issue made into PDF, for the wall.
table newsletter.paper walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  issue_id uuid not null,
  unit_id uuid,
  name text not null,
  size_bytes integer not null,
  content bytea not null,
  made_at timestamp with time zone not null,
  made_by uuid not null,
  constraint paper_issue_fk FOREIGN KEY (tenant_id, issue_id) REFERENCES newsletter.issue(tenant_id, id),
  constraint paper_made_by_fk FOREIGN KEY (tenant_id, made_by) REFERENCES org.employee(tenant_id, id),
  constraint paper_pk PRIMARY KEY (tenant_id, id),
  constraint paper_unit_fk FOREIGN KEY (tenant_id, unit_id) REFERENCES org.unit(tenant_id, id)
)
CREATE INDEX paper_issue ON newsletter.paper USING btree (tenant_id, issue_id)
CREATE INDEX paper_made_by ON newsletter.paper USING btree (tenant_id, made_by)
CREATE INDEX paper_unit ON newsletter.paper USING btree (tenant_id, unit_id)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app

-- An address the newsletter goes to: mostly a unit's distribution list.
table newsletter.recipient walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  place_id uuid not null,
  unit_id uuid,
  address text not null,
  added_at timestamp with time zone not null,
  added_by uuid not null,
  ended_at timestamp with time zone,
  ended_by uuid,
  constraint recipient_added_by_fk FOREIGN KEY (tenant_id, added_by) REFERENCES org.employee(tenant_id, id),
  constraint recipient_address_plain CHECK ((address ~ '^[^@\s<>"]+@[^@\s<>"]+$'::text)),
  constraint recipient_ended_by_fk FOREIGN KEY (tenant_id, ended_by) REFERENCES org.employee(tenant_id, id),
  constraint recipient_ended_says_by CHECK (((ended_at IS NULL) = (ended_by IS NULL))),
  constraint recipient_pk PRIMARY KEY (tenant_id, id),
  constraint recipient_place_fk FOREIGN KEY (tenant_id, place_id) REFERENCES org.unit(tenant_id, id),
  constraint recipient_unit_fk FOREIGN KEY (tenant_id, unit_id) REFERENCES org.unit(tenant_id, id)
)
CREATE INDEX recipient_added_by ON newsletter.recipient USING btree (tenant_id, added_by)
CREATE INDEX recipient_ended_by ON newsletter.recipient USING btree (tenant_id, ended_by)
CREATE UNIQUE INDEX recipient_once ON newsletter.recipient USING btree (tenant_id, place_id, lower(address)) WHERE (ended_at IS NULL)
CREATE INDEX recipient_unit ON newsletter.recipient USING btree (tenant_id, unit_id)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app
grant update (ended_at) to rt_app
grant update (ended_by) to rt_app

-- A part of an issue; at most seven.
table newsletter.section walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  issue_id uuid not null,
  position smallint not null,
  slot text not null,
  heading text not null,
  text text not null,
  constraint section_at_most_seven CHECK ((("position" >= 1) AND ("position" <= 7))),
  constraint section_issue_fk FOREIGN KEY (tenant_id, issue_id) REFERENCES newsletter.issue(tenant_id, id),
  constraint section_pk PRIMARY KEY (tenant_id, id),
  constraint section_position_unique UNIQUE (tenant_id, issue_id, "position"),
  constraint section_slot_known CHECK ((slot = ANY (ARRAY['correction'::text, 'live'::text, 'decided'::text, 'told'::text, 'went-wrong'::text, 'solved'::text, 'measured'::text, 'answered'::text, 'coming'::text, 'story'::text, 'own'::text])))
)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant DELETE to rt_app
grant INSERT to rt_app
grant SELECT to rt_app

-- What a section says it from: a record on the red thread.
table newsletter.source walled (
  tenant_id uuid not null default kernel.here(),
  section_id uuid not null,
  kind text not null,
  source_id uuid not null,
  label text,
  title text not null,
  fingerprint text not null,
  noted_in_id uuid,
  constraint source_noted_in_fk FOREIGN KEY (tenant_id, noted_in_id) REFERENCES newsletter.issue(tenant_id, id),
  constraint source_pk PRIMARY KEY (tenant_id, section_id, kind, source_id),
  constraint source_section_fk FOREIGN KEY (tenant_id, section_id) REFERENCES newsletter.section(tenant_id, id) ON DELETE CASCADE
)
CREATE INDEX source_noted_in ON newsletter.source USING btree (tenant_id, noted_in_id)
CREATE INDEX source_record ON newsletter.source USING btree (tenant_id, source_id)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant DELETE to rt_app
grant INSERT to rt_app
grant SELECT to rt_app
grant update (noted_in_id) to rt_app

-- One order (bestilling) from an authority for one citizen at one unit, as it stands now. Not having one is normal in herberg and SKP.
table orders."order" walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  citizen_id uuid not null,
  unit_id uuid not null,
  source text not null,
  foreign_id text,
  status text not null,
  purpose text not null,
  objective text,
  ordered_on date not null,
  starts_on date,
  ends_on date,
  authority_name text not null,
  authority_code text,
  case_number text,
  offer_type text,
  support_need text,
  follow_up_on date,
  follow_up_every_months integer,
  code_version text not null,
  file_id uuid,
  received_at timestamp with time zone not null,
  received_by uuid not null,
  received_by_name text not null,
  version integer not null default 1,
  changed_at timestamp with time zone not null,
  constraint order_authority_code_shape CHECK ((authority_code ~ '^[0-9]{4}$'::text)),
  constraint order_citizen_fk FOREIGN KEY (tenant_id, citizen_id) REFERENCES citizens.citizen(tenant_id, id),
  constraint order_file_fk FOREIGN KEY (tenant_id, file_id) REFERENCES documents.file(tenant_id, id),
  constraint order_foreign_unique UNIQUE (tenant_id, foreign_id),
  constraint order_letter_has_file CHECK (((source = 'message'::text) OR (file_id IS NOT NULL))),
  constraint order_message_has_foreign_id CHECK (((source = 'letter'::text) OR (foreign_id IS NOT NULL))),
  constraint order_period CHECK ((ends_on >= starts_on)),
  constraint order_pk PRIMARY KEY (tenant_id, id),
  constraint order_received_by_fk FOREIGN KEY (tenant_id, received_by) REFERENCES org.employee(tenant_id, id),
  constraint order_source_known CHECK ((source = ANY (ARRAY['message'::text, 'letter'::text]))),
  constraint order_status_known CHECK ((status = ANY (ARRAY['draft'::text, 'active'::text, 'on-hold'::text, 'completed'::text, 'revoked'::text, 'entered-in-error'::text]))),
  constraint order_tenant_fk FOREIGN KEY (tenant_id) REFERENCES kernel.tenant(id),
  constraint order_unit_fk FOREIGN KEY (tenant_id, unit_id) REFERENCES org.unit(tenant_id, id)
)
CREATE INDEX order_citizen ON orders."order" USING btree (tenant_id, citizen_id, ordered_on)
CREATE INDEX order_file ON orders."order" USING btree (tenant_id, file_id) WHERE (file_id IS NOT NULL)
CREATE INDEX order_received_by ON orders."order" USING btree (tenant_id, received_by)
CREATE INDEX order_unit ON orders."order" USING btree (tenant_id, unit_id, ordered_on)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app
grant UPDATE to rt_app

-- A file that came with an order, or with a change of it. None goes away when a change is declined or overtaken: it was received.
table orders.attachment walled (
  tenant_id uuid not null default kernel.here(),
  file_id uuid not null,
  order_id uuid not null,
  revision_id uuid not null,
  foreign_id text,
  sort integer not null,
  name text not null,
  text text,
  stands boolean not null,
  constraint attachment_file_fk FOREIGN KEY (tenant_id, file_id) REFERENCES documents.file(tenant_id, id),
  constraint attachment_order_fk FOREIGN KEY (tenant_id, order_id) REFERENCES orders."order"(tenant_id, id),
  constraint attachment_pk PRIMARY KEY (tenant_id, file_id),
  constraint attachment_revision_fk FOREIGN KEY (tenant_id, revision_id) REFERENCES orders.revision(tenant_id, id)
)
CREATE INDEX attachment_order ON orders.attachment USING btree (tenant_id, order_id, sort)
CREATE INDEX attachment_revision ON orders.attachment USING btree (tenant_id, revision_id)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app
grant update (name) to rt_app
grant update (sort) to rt_app
grant update (stands) to rt_app
grant update (text) to rt_app

-- What is to be delivered (ydelse).
table orders.intervention walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  order_id uuid not null,
  goal_id uuid,
  foreign_id text,
  sort integer not null,
  code text,
  text text not null,
  instruction text,
  status text not null,
  starts_on date,
  ends_on date,
  ended_at timestamp with time zone,
  constraint intervention_goal_fk FOREIGN KEY (tenant_id, goal_id) REFERENCES orders.order_goal(tenant_id, id),
  constraint intervention_order_fk FOREIGN KEY (tenant_id, order_id) REFERENCES orders."order"(tenant_id, id),
  constraint intervention_pk PRIMARY KEY (tenant_id, id)
)
CREATE INDEX intervention_goal ON orders.intervention USING btree (tenant_id, goal_id) WHERE (goal_id IS NOT NULL)
CREATE INDEX intervention_order ON orders.intervention USING btree (tenant_id, order_id, sort)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app
grant UPDATE to rt_app

-- A goal the authority set (indsatsmål). The unit's sub-goals (delmål) hang on it, so it is never deleted.
table orders.order_goal walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  order_id uuid not null,
  foreign_id text,
  sort integer not null,
  text text not null,
  theme_code text,
  other_theme_codes text[] not null default '{}'::text[],
  level_start smallint,
  level_wanted smallint,
  direction text,
  status text not null default 'active'::text,
  ended_at timestamp with time zone,
  constraint order_goal_direction_known CHECK ((direction = ANY (ARRAY['develop'::text, 'keep'::text, 'limit-loss'::text]))),
  constraint order_goal_level_start_known CHECK (((level_start >= 0) AND (level_start <= 4))),
  constraint order_goal_level_wanted_known CHECK (((level_wanted >= 0) AND (level_wanted <= 4))),
  constraint order_goal_order_fk FOREIGN KEY (tenant_id, order_id) REFERENCES orders."order"(tenant_id, id),
  constraint order_goal_pk PRIMARY KEY (tenant_id, id),
  constraint order_goal_status_known CHECK ((status = ANY (ARRAY['proposed'::text, 'active'::text, 'on-hold'::text, 'completed'::text, 'cancelled'::text, 'entered-in-error'::text])))
)
CREATE INDEX order_goal_order ON orders.order_goal USING btree (tenant_id, order_id, sort)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app
grant UPDATE to rt_app

-- What else an order says: target groups, assessed sub-themes, diagnoses, assessments, people, organisations, payer, papers.
table orders.part walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  order_id uuid not null,
  foreign_id text,
  sort integer not null,
  kind text not null,
  code text,
  rank smallint,
  level smallint,
  role text,
  name text,
  phone text,
  text text,
  said_on date,
  ended_at timestamp with time zone,
  constraint part_kind_known CHECK ((kind = ANY (ARRAY['target-group'::text, 'theme'::text, 'diagnosis'::text, 'evaluation'::text, 'information'::text, 'organisation'::text, 'relative'::text, 'guardian'::text, 'consent'::text, 'account'::text, 'attachment'::text]))),
  constraint part_level_known CHECK (((level >= 0) AND (level <= 4))),
  constraint part_order_fk FOREIGN KEY (tenant_id, order_id) REFERENCES orders."order"(tenant_id, id),
  constraint part_pk PRIMARY KEY (tenant_id, id)
)
CREATE UNIQUE INDEX part_one_primary ON orders.part USING btree (tenant_id, order_id) WHERE ((kind = 'target-group'::text) AND (rank = 1) AND (ended_at IS NULL))
CREATE INDEX part_order ON orders.part USING btree (tenant_id, order_id, sort)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app
grant UPDATE to rt_app

-- Each version of an order as it came. A change of an order that stands waits until a person has seen the difference.
table orders.revision walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  order_id uuid not null,
  number integer not null,
  state text not null,
  content jsonb not null,
  differences jsonb not null default '[]'::jsonb,
  received_at timestamp with time zone not null,
  received_by uuid not null,
  decided_at timestamp with time zone,
  decided_by uuid,
  decided_by_name text,
  decided_because text,
  constraint revision_decided_by_fk FOREIGN KEY (tenant_id, decided_by) REFERENCES org.employee(tenant_id, id),
  constraint revision_decided_says_by CHECK (((decided_at IS NULL) = (decided_by IS NULL))),
  constraint revision_number_unique UNIQUE (tenant_id, order_id, number),
  constraint revision_order_fk FOREIGN KEY (tenant_id, order_id) REFERENCES orders."order"(tenant_id, id),
  constraint revision_pk PRIMARY KEY (tenant_id, id),
  constraint revision_received_by_fk FOREIGN KEY (tenant_id, received_by) REFERENCES org.employee(tenant_id, id),
  constraint revision_state_known CHECK ((state = ANY (ARRAY['taken'::text, 'waiting'::text, 'declined'::text, 'overtaken'::text])))
)
CREATE INDEX revision_decided_by ON orders.revision USING btree (tenant_id, decided_by)
CREATE UNIQUE INDEX revision_one_waiting ON orders.revision USING btree (tenant_id, order_id) WHERE (state = 'waiting'::text)
CREATE INDEX revision_received_by ON orders.revision USING btree (tenant_id, received_by)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app
grant update (decided_at) to rt_app
grant update (decided_because) to rt_app
grant update (decided_by) to rt_app
grant update (decided_by_name) to rt_app
grant update (state) to rt_app

-- Every unit with every unit above it, itself included: a role at a unit reaches the units below.
table org.branch walled (
  tenant_id uuid not null default kernel.here(),
  above_id uuid not null,
  unit_id uuid not null,
  constraint branch_above_fk FOREIGN KEY (tenant_id, above_id) REFERENCES org.unit(tenant_id, id),
  constraint branch_pk PRIMARY KEY (tenant_id, above_id, unit_id),
  constraint branch_unit_fk FOREIGN KEY (tenant_id, unit_id) REFERENCES org.unit(tenant_id, id)
)
CREATE INDEX branch_unit ON org.branch USING btree (tenant_id, unit_id)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant DELETE to rt_app
grant INSERT to rt_app
grant SELECT to rt_app
grant SELECT to rt_search

-- A temp (vikar) on duty: reach to this one unit, none below it, between two moments. A second shift is a second row of the same employee.
table org.duty walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  employee_id uuid not null,
  unit_id uuid not null,
  role text not null,
  from_at timestamp with time zone not null,
  until_at timestamp with time zone not null,
  opened_by uuid not null,
  id_check text not null,
  ended_at timestamp with time zone,
  ended_by uuid,
  version integer not null default 1,
  constraint duty_employee_fk FOREIGN KEY (tenant_id, employee_id) REFERENCES org.employee(tenant_id, id),
  constraint duty_ended_says_by CHECK (((ended_at IS NULL) = (ended_by IS NULL))),
  constraint duty_opened_by_fk FOREIGN KEY (tenant_id, opened_by) REFERENCES org.employee(tenant_id, id),
  constraint duty_pk PRIMARY KEY (tenant_id, id),
  constraint duty_role_is_a_temps CHECK ((role = 'temp-worker'::text)),
  constraint duty_unit_fk FOREIGN KEY (tenant_id, unit_id) REFERENCES org.unit(tenant_id, id),
  constraint duty_within_a_day CHECK (((until_at > from_at) AND (until_at <= (from_at + '24:00:00'::interval))))
)
CREATE INDEX duty_employee ON org.duty USING btree (tenant_id, employee_id, until_at)
CREATE INDEX duty_opened_by ON org.duty USING btree (tenant_id, opened_by)
CREATE INDEX duty_unit ON org.duty USING btree (tenant_id, unit_id, until_at)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app
grant SELECT to rt_search
grant update (ended_at) to rt_app
grant update (ended_by) to rt_app
grant update (version) to rt_app

-- People who work here. Never deleted: their names stand under what they wrote.
table org.employee walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  external_id text,
  name text not null,
  user_name text,
  profession text,
  password_hash text,
  demo_line text,
  employed_from date not null,
  employed_to date,
  version integer not null default 1,
  changed_at timestamp with time zone not null,
  changed_by uuid,
  constraint employee_external_unique UNIQUE (tenant_id, external_id),
  constraint employee_period CHECK ((employed_to >= employed_from)),
  constraint employee_pk PRIMARY KEY (tenant_id, id),
  constraint employee_tenant_fk FOREIGN KEY (tenant_id) REFERENCES kernel.tenant(id),
  constraint employee_user_name_lower CHECK ((user_name = lower(user_name))),
  constraint employee_user_name_unique UNIQUE (tenant_id, user_name)
)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app
grant UPDATE to rt_app

-- A right that the municipality takes away from a role, from when to when. It can only narrow: what the matrix does not give, no row here gives.
table org.narrowing walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  right_name text not null,
  role text not null,
  unit_id uuid,
  from_on date not null,
  to_on date,
  decided_by uuid not null,
  decided_at timestamp with time zone not null,
  note text not null,
  ended_by uuid,
  version integer not null default 1,
  constraint narrowing_decided_by_fk FOREIGN KEY (tenant_id, decided_by) REFERENCES org.employee(tenant_id, id),
  constraint narrowing_period CHECK ((to_on >= (from_on - 1))),
  constraint narrowing_pk PRIMARY KEY (tenant_id, id),
  constraint narrowing_unit_fk FOREIGN KEY (tenant_id, unit_id) REFERENCES org.unit(tenant_id, id)
)
CREATE INDEX narrowing_decided_by ON org.narrowing USING btree (tenant_id, decided_by)
CREATE INDEX narrowing_unit ON org.narrowing USING btree (tenant_id, unit_id)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app
grant SELECT to rt_search
grant update (ended_by) to rt_app
grant update (to_on) to rt_app
grant update (version) to rt_app

-- Who has which role at which unit (and the units below it), from when to when.
table org.role_grant walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  employee_id uuid not null,
  role text not null,
  unit_id uuid not null,
  starts_on date not null,
  ends_on date,
  granted_at timestamp with time zone not null,
  granted_by uuid,
  ended_at timestamp with time zone,
  ended_by uuid,
  constraint role_grant_employee_fk FOREIGN KEY (tenant_id, employee_id) REFERENCES org.employee(tenant_id, id),
  constraint role_grant_period CHECK ((ends_on >= (starts_on - 1))),
  constraint role_grant_pk PRIMARY KEY (tenant_id, id),
  constraint role_grant_unit_fk FOREIGN KEY (tenant_id, unit_id) REFERENCES org.unit(tenant_id, id)
)
CREATE INDEX role_grant_employee ON org.role_grant USING btree (tenant_id, employee_id)
CREATE INDEX role_grant_unit ON org.role_grant USING btree (tenant_id, unit_id)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app
grant SELECT to rt_search
grant update (ended_at) to rt_app
grant update (ended_by) to rt_app
grant update (ends_on) to rt_app

-- What a unit runs on from a day until the next row's day. Without a row, or where a value is null, it runs as org.unit says.
table org.running walled (
  tenant_id uuid not null default kernel.here(),
  unit_id uuid not null,
  from_on date not null,
  note_kinds text[],
  shift_starts time without time zone[],
  citizen_word text,
  handover boolean,
  handover_order text,
  takes_over boolean,
  goals boolean,
  goal_weeks smallint,
  pack_place text,
  constraint running_goal_weeks_sensible CHECK (((goal_weeks >= 1) AND (goal_weeks <= 26))),
  constraint running_handover_order_known CHECK ((handover_order = ANY (ARRAY['action'::text, 'citizen'::text]))),
  constraint running_pk PRIMARY KEY (tenant_id, unit_id, from_on),
  constraint running_unit_fk FOREIGN KEY (tenant_id, unit_id) REFERENCES org.unit(tenant_id, id)
)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant DELETE to rt_app
grant INSERT to rt_app
grant SELECT to rt_app
grant UPDATE to rt_app

-- The tree of units: municipality, areas, offers (tilbud).
table org.unit walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  external_id text,
  parent_id uuid,
  name text not null,
  kind text not null,
  offer_type text,
  legal_grounds text[] not null default '{}'::text[],
  round_the_clock boolean not null default false,
  note_kinds text[] not null default '{diary,health,cooperation}'::text[],
  shift_starts time without time zone[] not null default '{07:00:00,15:00:00,23:00:00}'::time without time zone[],
  closed_on date,
  version integer not null default 1,
  changed_at timestamp with time zone not null,
  changed_by uuid,
  discreet boolean not null generated,
  constraint unit_external_unique UNIQUE (tenant_id, external_id),
  constraint unit_kind_known CHECK ((kind = ANY (ARRAY['municipality'::text, 'area'::text, 'offer'::text]))),
  constraint unit_offer_has_parent CHECK (((kind = 'municipality'::text) OR (parent_id IS NOT NULL))),
  constraint unit_parent_fk FOREIGN KEY (tenant_id, parent_id) REFERENCES org.unit(tenant_id, id),
  constraint unit_pk PRIMARY KEY (tenant_id, id),
  constraint unit_tenant_fk FOREIGN KEY (tenant_id) REFERENCES kernel.tenant(id)
)
CREATE INDEX unit_parent ON org.unit USING btree (tenant_id, parent_id)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app
grant UPDATE to rt_app
grant SELECT to rt_search

-- A period of the log that was gone through: a month at random, a week for what stands out. That it was done, also when nothing was found.
table oversight.drawing walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  kind text not null,
  from_on date not null,
  to_on date not null,
  drawn_at timestamp with time zone not null,
  found jsonb not null,
  constraint drawing_kind_known CHECK ((kind = ANY (ARRAY['random'::text, 'outliers'::text]))),
  constraint drawing_once UNIQUE (tenant_id, kind, from_on),
  constraint drawing_period CHECK ((to_on >= from_on)),
  constraint drawing_pk PRIMARY KEY (tenant_id, id),
  constraint drawing_tenant_fk FOREIGN KEY (tenant_id) REFERENCES kernel.tenant(id)
)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app

-- A look-up that somebody is asked about, and what it was found to be.
table oversight.lookup walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  drawing_id uuid not null,
  task_id uuid not null,
  unit_id uuid not null,
  reason text not null,
  seq bigint not null,
  entries integer not null,
  at timestamp with time zone not null,
  actor_id uuid not null,
  citizen_id uuid,
  judgement text,
  note text,
  judged_at timestamp with time zone,
  judged_by uuid,
  version integer not null default 1,
  constraint lookup_actor_fk FOREIGN KEY (tenant_id, actor_id) REFERENCES org.employee(tenant_id, id),
  constraint lookup_drawing_fk FOREIGN KEY (tenant_id, drawing_id) REFERENCES oversight.drawing(tenant_id, id),
  constraint lookup_has_entries CHECK ((entries > 0)),
  constraint lookup_judged_whole CHECK ((num_nonnulls(judgement, judged_at, judged_by) = ANY (ARRAY[0, 3]))),
  constraint lookup_judgement_known CHECK ((judgement = ANY (ARRAY['work-need'::text, 'explained'::text, 'misuse'::text]))),
  constraint lookup_never_by_oneself CHECK ((judged_by <> actor_id)),
  constraint lookup_once UNIQUE (tenant_id, reason, seq),
  constraint lookup_pk PRIMARY KEY (tenant_id, id),
  constraint lookup_reason_known CHECK ((reason = ANY (ARRAY['random'::text, 'denied'::text, 'left'::text, 'surname'::text, 'many'::text, 'night'::text, 'own-name'::text]))),
  constraint lookup_says_why CHECK (((judgement IS NULL) OR (judgement = 'work-need'::text) OR (note IS NOT NULL))),
  constraint lookup_task_fk FOREIGN KEY (tenant_id, task_id) REFERENCES tasks.task(tenant_id, id),
  constraint lookup_unit_fk FOREIGN KEY (tenant_id, unit_id) REFERENCES org.unit(tenant_id, id)
)
CREATE INDEX lookup_actor ON oversight.lookup USING btree (tenant_id, actor_id)
CREATE INDEX lookup_drawing ON oversight.lookup USING btree (tenant_id, drawing_id)
CREATE INDEX lookup_task ON oversight.lookup USING btree (tenant_id, task_id)
CREATE INDEX lookup_unit ON oversight.lookup USING btree (tenant_id, unit_id)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app
grant update (judged_at) to rt_app
grant update (judged_by) to rt_app
grant update (judgement) to rt_app
grant update (note) to rt_app
grant update (task_id) to rt_app
grant update (version) to rt_app

-- Somebody of the project is away, and who stands in. Never why.
table plan.absence walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  plan_id uuid not null,
  employee_id uuid not null,
  deputy_id uuid,
  from_on date not null,
  to_on date not null,
  cancelled_at timestamp with time zone,
  version integer not null default 1,
  changed_at timestamp with time zone not null,
  changed_by uuid not null,
  constraint absence_changed_by_fk FOREIGN KEY (tenant_id, changed_by) REFERENCES org.employee(tenant_id, id),
  constraint absence_deputy_fk FOREIGN KEY (tenant_id, deputy_id) REFERENCES org.employee(tenant_id, id),
  constraint absence_employee_fk FOREIGN KEY (tenant_id, employee_id) REFERENCES org.employee(tenant_id, id),
  constraint absence_period CHECK ((to_on >= from_on)),
  constraint absence_pk PRIMARY KEY (tenant_id, id),
  constraint absence_plan_fk FOREIGN KEY (tenant_id, plan_id) REFERENCES plan.plan(tenant_id, id)
)
CREATE INDEX absence_changed_by ON plan.absence USING btree (tenant_id, changed_by)
CREATE INDEX absence_deputy ON plan.absence USING btree (tenant_id, deputy_id)
CREATE INDEX absence_employee ON plan.absence USING btree (tenant_id, employee_id)
CREATE INDEX absence_plan ON plan.absence USING btree (tenant_id, plan_id)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app
grant UPDATE to rt_app

-- The secret address at which a person's own calendar fetches their tasks. A new one ends the former; ended, it is gone.
table plan.calendar walled (
  tenant_id uuid not null default kernel.here(),
  employee_id uuid not null,
  secret_hash bytea not null,
  made_at timestamp with time zone not null,
  read_at timestamp with time zone,
  constraint calendar_employee_fk FOREIGN KEY (tenant_id, employee_id) REFERENCES org.employee(tenant_id, id),
  constraint calendar_pk PRIMARY KEY (tenant_id, employee_id),
  constraint calendar_secret_unique UNIQUE (tenant_id, secret_hash)
)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant DELETE to rt_app
grant INSERT to rt_app
grant SELECT to rt_app
grant update (made_at) to rt_app
grant update (read_at) to rt_app
grant update (secret_hash) to rt_app

-- Somebody and a room are taken for a while: a course, a meeting, support on the spot.
table plan.engagement walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  plan_id uuid not null,
  unit_id uuid,
  title text not null,
  who text not null,
  employee_id uuid,
  room text,
  from_at timestamp with time zone not null,
  until_at timestamp with time zone not null,
  cancelled_at timestamp with time zone,
  version integer not null default 1,
  changed_at timestamp with time zone not null,
  changed_by uuid not null,
  constraint engagement_changed_by_fk FOREIGN KEY (tenant_id, changed_by) REFERENCES org.employee(tenant_id, id),
  constraint engagement_employee_fk FOREIGN KEY (tenant_id, employee_id) REFERENCES org.employee(tenant_id, id),
  constraint engagement_period CHECK ((until_at > from_at)),
  constraint engagement_pk PRIMARY KEY (tenant_id, id),
  constraint engagement_plan_fk FOREIGN KEY (tenant_id, plan_id) REFERENCES plan.plan(tenant_id, id),
  constraint engagement_unit_fk FOREIGN KEY (tenant_id, unit_id) REFERENCES org.unit(tenant_id, id)
)
CREATE INDEX engagement_changed_by ON plan.engagement USING btree (tenant_id, changed_by)
CREATE INDEX engagement_employee ON plan.engagement USING btree (tenant_id, employee_id)
CREATE INDEX engagement_plan ON plan.engagement USING btree (tenant_id, plan_id, from_at)
CREATE INDEX engagement_unit ON plan.engagement USING btree (tenant_id, unit_id)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app
grant UPDATE to rt_app

-- The one person who has a role of the project, in a unit or for the whole; a new one ends the former.
table plan.holder walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  role_id uuid not null,
  unit_id uuid,
  employee_id uuid,
  who text not null,
  from_on date not null,
  ended_at timestamp with time zone,
  named_at timestamp with time zone not null,
  named_by uuid not null,
  constraint holder_employee_fk FOREIGN KEY (tenant_id, employee_id) REFERENCES org.employee(tenant_id, id),
  constraint holder_named_by_fk FOREIGN KEY (tenant_id, named_by) REFERENCES org.employee(tenant_id, id),
  constraint holder_pk PRIMARY KEY (tenant_id, id),
  constraint holder_role_fk FOREIGN KEY (tenant_id, role_id) REFERENCES plan.role(tenant_id, id),
  constraint holder_unit_fk FOREIGN KEY (tenant_id, unit_id) REFERENCES org.unit(tenant_id, id)
)
CREATE INDEX holder_employee ON plan.holder USING btree (tenant_id, employee_id)
CREATE INDEX holder_named_by ON plan.holder USING btree (tenant_id, named_by)
CREATE UNIQUE INDEX holder_one ON plan.holder USING btree (tenant_id, role_id, unit_id) NULLS NOT DISTINCT WHERE (ended_at IS NULL)
CREATE INDEX holder_role ON plan.holder USING btree (tenant_id, role_id)
CREATE INDEX holder_unit ON plan.holder USING btree (tenant_id, unit_id)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app
grant UPDATE to rt_app

-- A stretch of the project as such: needs, requirements, tender, clarification, courses, go-live, daily use.
table plan.phase walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  plan_id uuid not null,
  code text not null,
  name text not null,
  done_when text not null,
  starts_on date not null,
  ends_on date not null,
  constraint phase_code_unique UNIQUE (tenant_id, plan_id, code),
  constraint phase_period CHECK ((ends_on >= starts_on)),
  constraint phase_pk PRIMARY KEY (tenant_id, id),
  constraint phase_plan_fk FOREIGN KEY (tenant_id, plan_id) REFERENCES plan.plan(tenant_id, id)
)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app
grant UPDATE to rt_app

-- One rollout of one municipality or area.
table plan.plan walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  place_id uuid not null,
  title text not null,
  version integer not null default 1,
  changed_at timestamp with time zone not null,
  changed_by uuid not null,
  constraint plan_changed_by_fk FOREIGN KEY (tenant_id, changed_by) REFERENCES org.employee(tenant_id, id),
  constraint plan_pk PRIMARY KEY (tenant_id, id),
  constraint plan_place_fk FOREIGN KEY (tenant_id, place_id) REFERENCES org.unit(tenant_id, id),
  constraint plan_place_unique UNIQUE (tenant_id, place_id)
)
CREATE INDEX plan_changed_by ON plan.plan USING btree (tenant_id, changed_by)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app
grant UPDATE to rt_app

-- A part people have in the project: leader, contact, IT, vendor. A task may belong to one instead of to a person.
table plan.role walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  plan_id uuid not null,
  code text not null,
  name text not null,
  org_role text,
  per_unit boolean not null,
  position smallint not null,
  constraint role_code_unique UNIQUE (tenant_id, plan_id, code),
  constraint role_pk PRIMARY KEY (tenant_id, id),
  constraint role_plan_fk FOREIGN KEY (tenant_id, plan_id) REFERENCES plan.plan(tenant_id, id)
)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app
grant UPDATE to rt_app

-- A column of the board: how far a unit is. Nobody moves a unit; what is done does.
table plan.stage walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  plan_id uuid not null,
  code text not null,
  name text not null,
  after_go_live boolean not null,
  position smallint not null,
  constraint stage_code_unique UNIQUE (tenant_id, plan_id, code),
  constraint stage_pk PRIMARY KEY (tenant_id, id),
  constraint stage_plan_fk FOREIGN KEY (tenant_id, plan_id) REFERENCES plan.plan(tenant_id, id)
)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app
grant UPDATE to rt_app

-- What a unit must have done to stand in a column.
table plan.stage_need walled (
  tenant_id uuid not null default kernel.here(),
  stage_id uuid not null,
  template_id uuid not null,
  constraint stage_need_pk PRIMARY KEY (tenant_id, stage_id, template_id),
  constraint stage_need_stage_fk FOREIGN KEY (tenant_id, stage_id) REFERENCES plan.stage(tenant_id, id),
  constraint stage_need_template_fk FOREIGN KEY (tenant_id, template_id) REFERENCES plan.template(tenant_id, id)
)
CREATE INDEX stage_need_template ON plan.stage_need USING btree (tenant_id, template_id)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant DELETE to rt_app
grant INSERT to rt_app
grant SELECT to rt_app

-- Something to be done on the way, for the project or in one unit. What waits, is planned or is late is worked out, never stored.
table plan.task walled (
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
  state text not null,
  because text,
  done_on date,
  version integer not null default 1,
  changed_at timestamp with time zone not null,
  changed_by uuid not null,
  asks text,
  follows_key text,
  follows_text text,
  withdrawn_at timestamp with time zone,
  constraint task_asks_known CHECK ((asks = 'new-day'::text)),
  constraint task_changed_by_fk FOREIGN KEY (tenant_id, changed_by) REFERENCES org.employee(tenant_id, id),
  constraint task_code_unique UNIQUE (tenant_id, plan_id, code),
  constraint task_done_has_a_day CHECK (((state = 'done'::text) = (done_on IS NOT NULL))),
  constraint task_dropped_says_why CHECK (((state = 'dropped'::text) = (because IS NOT NULL))),
  constraint task_employee_fk FOREIGN KEY (tenant_id, employee_id) REFERENCES org.employee(tenant_id, id),
  constraint task_follows_whole CHECK (((follows_key IS NULL) = (follows_text IS NULL))),
  constraint task_period CHECK ((due_on >= starts_on)),
  constraint task_phase_fk FOREIGN KEY (tenant_id, phase_id) REFERENCES plan.phase(tenant_id, id),
  constraint task_pk PRIMARY KEY (tenant_id, id),
  constraint task_plan_fk FOREIGN KEY (tenant_id, plan_id) REFERENCES plan.plan(tenant_id, id),
  constraint task_role_fk FOREIGN KEY (tenant_id, role_id) REFERENCES plan.role(tenant_id, id),
  constraint task_state_known CHECK ((state = ANY (ARRAY['open'::text, 'doing'::text, 'done'::text, 'dropped'::text]))),
  constraint task_template_fk FOREIGN KEY (tenant_id, template_id) REFERENCES plan.template(tenant_id, id),
  constraint task_template_unique UNIQUE (tenant_id, unit_id, template_id),
  constraint task_unit_fk FOREIGN KEY (tenant_id, unit_id) REFERENCES plan.unit(tenant_id, unit_id),
  constraint task_wave_fk FOREIGN KEY (tenant_id, wave_id) REFERENCES plan.wave(tenant_id, id),
  constraint task_withdrawn_is_dropped CHECK (((withdrawn_at IS NULL) OR ((follows_key IS NOT NULL) AND (state = 'dropped'::text))))
)
CREATE UNIQUE INDEX task_asks_once ON plan.task USING btree (tenant_id, unit_id, asks) WHERE ((asks IS NOT NULL) AND (state = ANY (ARRAY['open'::text, 'doing'::text])))
CREATE INDEX task_changed_by ON plan.task USING btree (tenant_id, changed_by)
CREATE INDEX task_employee ON plan.task USING btree (tenant_id, employee_id)
CREATE UNIQUE INDEX task_follows_once ON plan.task USING btree (tenant_id, unit_id, follows_key) WHERE (follows_key IS NOT NULL)
CREATE INDEX task_phase ON plan.task USING btree (tenant_id, phase_id)
CREATE INDEX task_plan_due ON plan.task USING btree (tenant_id, plan_id, due_on)
CREATE INDEX task_role ON plan.task USING btree (tenant_id, role_id)
CREATE INDEX task_template ON plan.task USING btree (tenant_id, template_id)
CREATE INDEX task_wave ON plan.task USING btree (tenant_id, wave_id)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app
grant UPDATE to rt_app

-- What must be done first. Circles are refused before they get here.
table plan.task_need walled (
  tenant_id uuid not null default kernel.here(),
  task_id uuid not null,
  needs_id uuid not null,
  constraint task_need_needs_fk FOREIGN KEY (tenant_id, needs_id) REFERENCES plan.task(tenant_id, id),
  constraint task_need_not_itself CHECK ((task_id <> needs_id)),
  constraint task_need_pk PRIMARY KEY (tenant_id, task_id, needs_id),
  constraint task_need_task_fk FOREIGN KEY (tenant_id, task_id) REFERENCES plan.task(tenant_id, id)
)
CREATE INDEX task_need_needs ON plan.task_need USING btree (tenant_id, needs_id)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant DELETE to rt_app
grant INSERT to rt_app
grant SELECT to rt_app

-- What every unit does on its way, as days from its go-live.
table plan.template walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  plan_id uuid not null,
  code text not null,
  title text not null,
  why text not null,
  offset_days integer not null,
  role_id uuid not null,
  earliest_phase_id uuid,
  position smallint not null,
  version integer not null default 1,
  changed_at timestamp with time zone not null,
  changed_by uuid not null,
  constraint template_changed_by_fk FOREIGN KEY (tenant_id, changed_by) REFERENCES org.employee(tenant_id, id),
  constraint template_code_unique UNIQUE (tenant_id, plan_id, code),
  constraint template_offset_some CHECK (((offset_days >= '-400'::integer) AND (offset_days <= 400))),
  constraint template_phase_fk FOREIGN KEY (tenant_id, earliest_phase_id) REFERENCES plan.phase(tenant_id, id),
  constraint template_pk PRIMARY KEY (tenant_id, id),
  constraint template_plan_fk FOREIGN KEY (tenant_id, plan_id) REFERENCES plan.plan(tenant_id, id),
  constraint template_role_fk FOREIGN KEY (tenant_id, role_id) REFERENCES plan.role(tenant_id, id)
)
CREATE INDEX template_changed_by ON plan.template USING btree (tenant_id, changed_by)
CREATE INDEX template_phase ON plan.template USING btree (tenant_id, earliest_phase_id)
CREATE INDEX template_role ON plan.template USING btree (tenant_id, role_id)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app
grant UPDATE to rt_app

-- What must be done first, among templates.
table plan.template_need walled (
  tenant_id uuid not null default kernel.here(),
  template_id uuid not null,
  needs_id uuid not null,
  constraint template_need_needs_fk FOREIGN KEY (tenant_id, needs_id) REFERENCES plan.template(tenant_id, id),
  constraint template_need_pk PRIMARY KEY (tenant_id, template_id, needs_id),
  constraint template_need_template_fk FOREIGN KEY (tenant_id, template_id) REFERENCES plan.template(tenant_id, id)
)
CREATE INDEX template_need_needs ON plan.template_need USING btree (tenant_id, needs_id)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant DELETE to rt_app
grant INSERT to rt_app
grant SELECT to rt_app

-- A unit on its way, and with which wave.
table plan.unit walled (
  tenant_id uuid not null default kernel.here(),
  unit_id uuid not null,
  wave_id uuid not null,
  joined_at timestamp with time zone not null,
  joined_by uuid not null,
  constraint unit_joined_by_fk FOREIGN KEY (tenant_id, joined_by) REFERENCES org.employee(tenant_id, id),
  constraint unit_pk PRIMARY KEY (tenant_id, unit_id),
  constraint unit_unit_fk FOREIGN KEY (tenant_id, unit_id) REFERENCES org.unit(tenant_id, id),
  constraint unit_wave_fk FOREIGN KEY (tenant_id, wave_id) REFERENCES plan.wave(tenant_id, id)
)
CREATE INDEX unit_joined_by ON plan.unit USING btree (tenant_id, joined_by)
CREATE INDEX unit_wave ON plan.unit USING btree (tenant_id, wave_id)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app
grant UPDATE to rt_app

-- Units that go live on the same day.
table plan.wave walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  plan_id uuid not null,
  code text not null,
  name text not null,
  go_live_on date not null,
  version integer not null default 1,
  changed_at timestamp with time zone not null,
  changed_by uuid not null,
  constraint wave_changed_by_fk FOREIGN KEY (tenant_id, changed_by) REFERENCES org.employee(tenant_id, id),
  constraint wave_code_unique UNIQUE (tenant_id, plan_id, code),
  constraint wave_pk PRIMARY KEY (tenant_id, id),
  constraint wave_plan_fk FOREIGN KEY (tenant_id, plan_id) REFERENCES plan.plan(tenant_id, id)
)
CREATE INDEX wave_changed_by ON plan.wave USING btree (tenant_id, changed_by)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app
grant UPDATE to rt_app

-- Each time a go-live was moved. Rows are only ever added.
table plan.wave_move walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  wave_id uuid not null,
  was_on date not null,
  becomes_on date not null,
  because text not null,
  moved_at timestamp with time zone not null,
  moved_by uuid not null,
  constraint wave_move_moved_by_fk FOREIGN KEY (tenant_id, moved_by) REFERENCES org.employee(tenant_id, id),
  constraint wave_move_pk PRIMARY KEY (tenant_id, id),
  constraint wave_move_wave_fk FOREIGN KEY (tenant_id, wave_id) REFERENCES plan.wave(tenant_id, id)
)
CREATE INDEX wave_move_moved_by ON plan.wave_move USING btree (tenant_id, moved_by)
CREATE INDEX wave_move_wave ON plan.wave_move USING btree (tenant_id, wave_id)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app

-- What a run leaves standing, and why. No personal data: it stays.
table privacy.deletion_block walled (
  tenant_id uuid not null default kernel.here(),
  run_id uuid not null,
  class text not null,
  reason text not null,
  citizen_count integer not null,
  constraint deletion_block_pk PRIMARY KEY (tenant_id, run_id, class, reason),
  constraint deletion_block_run_fk FOREIGN KEY (tenant_id, run_id) REFERENCES privacy.deletion_run(tenant_id, id)
)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant SELECT to rt_app

-- What a run would take of one table, and has taken of it. No personal data: it stays.
table privacy.deletion_line walled (
  tenant_id uuid not null default kernel.here(),
  run_id uuid not null,
  name text not null,
  class text not null,
  row_count bigint not null,
  citizen_count integer not null,
  oldest_on date,
  newest_on date,
  deleted bigint not null default 0,
  constraint deletion_line_never_more CHECK (((deleted >= 0) AND (deleted <= row_count))),
  constraint deletion_line_pk PRIMARY KEY (tenant_id, run_id, name),
  constraint deletion_line_run_fk FOREIGN KEY (tenant_id, run_id) REFERENCES privacy.deletion_run(tenant_id, id)
)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant SELECT to rt_app

-- One run of deletion: what would go is worked out and shown, another person confirms it, a job deletes just that.
table privacy.deletion_run walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  state text not null default 'previewed'::text,
  as_of_on date not null,
  previewed_by uuid not null,
  previewed_at timestamp with time zone not null,
  confirmed_by uuid,
  confirmed_session uuid,
  confirmed_at timestamp with time zone,
  done_at timestamp with time zone,
  dropped_by uuid,
  dropped_at timestamp with time zone,
  version integer not null default 1,
  constraint deletion_run_confirmed_by_fk FOREIGN KEY (tenant_id, confirmed_by) REFERENCES org.employee(tenant_id, id),
  constraint deletion_run_confirmed_whole CHECK ((num_nonnulls(confirmed_by, confirmed_session, confirmed_at) =
CASE
    WHEN (state = ANY (ARRAY['deleting'::text, 'done'::text])) THEN 3
    ELSE 0
END)),
  constraint deletion_run_done_says_when CHECK (((state = 'done'::text) = (done_at IS NOT NULL))),
  constraint deletion_run_dropped_by_fk FOREIGN KEY (tenant_id, dropped_by) REFERENCES org.employee(tenant_id, id),
  constraint deletion_run_dropped_says_by CHECK ((((state = 'dropped'::text) = (dropped_at IS NOT NULL)) AND ((dropped_at IS NULL) = (dropped_by IS NULL)))),
  constraint deletion_run_pk PRIMARY KEY (tenant_id, id),
  constraint deletion_run_previewed_by_fk FOREIGN KEY (tenant_id, previewed_by) REFERENCES org.employee(tenant_id, id),
  constraint deletion_run_state_known CHECK ((state = ANY (ARRAY['previewed'::text, 'deleting'::text, 'done'::text, 'dropped'::text]))),
  constraint deletion_run_tenant_fk FOREIGN KEY (tenant_id) REFERENCES kernel.tenant(id),
  constraint deletion_run_two_persons CHECK ((confirmed_by <> previewed_by))
)
CREATE INDEX deletion_run_confirmed_by ON privacy.deletion_run USING btree (tenant_id, confirmed_by)
CREATE INDEX deletion_run_dropped_by ON privacy.deletion_run USING btree (tenant_id, dropped_by)
CREATE INDEX deletion_run_lately ON privacy.deletion_run USING btree (tenant_id, previewed_at DESC)
CREATE UNIQUE INDEX deletion_run_one_at_a_time ON privacy.deletion_run USING btree (tenant_id) WHERE (state = ANY (ARRAY['previewed'::text, 'deleting'::text]))
CREATE INDEX deletion_run_previewed_by ON privacy.deletion_run USING btree (tenant_id, previewed_by)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app
grant update (confirmed_at) to rt_app
grant update (confirmed_by) to rt_app
grant update (confirmed_session) to rt_app
grant update (done_at) to rt_app
grant update (dropped_at) to rt_app
grant update (dropped_by) to rt_app
grant update (state) to rt_app
grant update (version) to rt_app

-- What a run does in one transaction: one citizen whose case is over, or some rows of one table that are old enough. Emptied of whom as soon as it is done.
table privacy.deletion_step walled (
  tenant_id uuid not null default kernel.here(),
  run_id uuid not null,
  number integer not null,
  citizen_id uuid,
  classes text[] not null,
  planned jsonb not null,
  before_at timestamp with time zone,
  done_at timestamp with time zone,
  kept text,
  constraint deletion_step_by_case_or_age CHECK (((done_at IS NOT NULL) OR (num_nonnulls(citizen_id, before_at) = 1))),
  constraint deletion_step_citizen_fk FOREIGN KEY (tenant_id, citizen_id) REFERENCES citizens.citizen(tenant_id, id),
  constraint deletion_step_names_nobody_after CHECK (((done_at IS NULL) OR (citizen_id IS NULL))),
  constraint deletion_step_pk PRIMARY KEY (tenant_id, run_id, number),
  constraint deletion_step_run_fk FOREIGN KEY (tenant_id, run_id) REFERENCES privacy.deletion_run(tenant_id, id)
)
CREATE INDEX deletion_step_citizen ON privacy.deletion_step USING btree (tenant_id, citizen_id) WHERE (citizen_id IS NOT NULL)
CREATE INDEX deletion_step_todo ON privacy.deletion_step USING btree (tenant_id, run_id, number) WHERE (done_at IS NULL)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))

-- Somebody else, or a number, that the records of a citizen name; and whether it is masked in what is handed over. The records themselves are never changed.
table privacy.finding walled (
  tenant_id uuid not null default kernel.here(),
  request_id uuid not null,
  key text not null,
  kind text not null,
  label text not null,
  places integer not null,
  decision text not null,
  decided_by uuid,
  decided_at timestamp with time zone,
  constraint finding_decided_by_fk FOREIGN KEY (tenant_id, decided_by) REFERENCES org.employee(tenant_id, id),
  constraint finding_decided_says_by CHECK (((decided_at IS NULL) = (decided_by IS NULL))),
  constraint finding_decision_known CHECK ((decision = ANY (ARRAY['mask'::text, 'keep'::text]))),
  constraint finding_kind_known CHECK ((kind = ANY (ARRAY['citizen'::text, 'relative'::text, 'number'::text, 'withheld'::text, 'file'::text, 'contact'::text, 'employee'::text]))),
  constraint finding_pk PRIMARY KEY (tenant_id, request_id, key),
  constraint finding_request_fk FOREIGN KEY (tenant_id, request_id) REFERENCES privacy.request(tenant_id, id)
)
CREATE INDEX finding_decided_by ON privacy.finding USING btree (tenant_id, decided_by)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant DELETE to rt_app
grant INSERT to rt_app
grant SELECT to rt_app
grant update (decided_at) to rt_app
grant update (decided_by) to rt_app
grant update (decision) to rt_app
grant update (label) to rt_app
grant update (places) to rt_app

-- What was made to be handed over. Its octets are forgotten after some weeks; what it was, and its hash, stay.
table privacy.package walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  request_id uuid not null,
  state text not null default 'waiting'::text,
  language text not null,
  with_names boolean not null,
  asked_by uuid not null,
  asked_session uuid not null,
  asked_at timestamp with time zone not null,
  done_rows integer not null default 0,
  total_rows integer,
  made_at timestamp with time zone,
  size_bytes integer,
  parts integer,
  sha256 bytea,
  counts jsonb,
  masked integer,
  tell_where text,
  constraint package_asked_by_fk FOREIGN KEY (tenant_id, asked_by) REFERENCES org.employee(tenant_id, id),
  constraint package_language_known CHECK ((language = ANY (ARRAY['da'::text, 'en'::text]))),
  constraint package_made_is_whole CHECK (((state <> ALL (ARRAY['made'::text, 'forgotten'::text])) OR (num_nulls(made_at, size_bytes, parts, sha256, counts, masked) = 0))),
  constraint package_pk PRIMARY KEY (tenant_id, id),
  constraint package_request_fk FOREIGN KEY (tenant_id, request_id) REFERENCES privacy.request(tenant_id, id),
  constraint package_state_known CHECK ((state = ANY (ARRAY['waiting'::text, 'making'::text, 'made'::text, 'failed'::text, 'forgotten'::text]))),
  constraint package_tell_where_said CHECK (((tell_where IS NULL) OR ((length(btrim(tell_where)) >= 1) AND (length(btrim(tell_where)) <= 300))))
)
CREATE INDEX package_asked_by ON privacy.package USING btree (tenant_id, asked_by)
CREATE INDEX package_request ON privacy.package USING btree (tenant_id, request_id)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app
grant update (counts) to rt_app
grant update (done_rows) to rt_app
grant update (made_at) to rt_app
grant update (masked) to rt_app
grant update (parts) to rt_app
grant update (sha256) to rt_app
grant update (size_bytes) to rt_app
grant update (state) to rt_app
grant update (total_rows) to rt_app

-- The octets of a package, which are a copy: they are deleted when nobody needs to fetch them any more.
table privacy.package_part walled (
  tenant_id uuid not null default kernel.here(),
  package_id uuid not null,
  number integer not null,
  content bytea not null,
  constraint package_part_package_fk FOREIGN KEY (tenant_id, package_id) REFERENCES privacy.package(tenant_id, id),
  constraint package_part_pk PRIMARY KEY (tenant_id, package_id, number)
)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant DELETE to rt_app
grant INSERT to rt_app
grant SELECT to rt_app

-- One place where it stands, with the words around it; at most 300 of each finding. Emptied when the request is closed.
table privacy.place walled (
  tenant_id uuid not null default kernel.here(),
  request_id uuid not null,
  finding_key text not null,
  section text not null,
  record_id text not null,
  field text not null,
  nth integer not null,
  before text not null,
  found text not null,
  after text not null,
  decision text,
  constraint place_decision_known CHECK ((decision = ANY (ARRAY['mask'::text, 'keep'::text]))),
  constraint place_finding_fk FOREIGN KEY (tenant_id, request_id, finding_key) REFERENCES privacy.finding(tenant_id, request_id, key) ON DELETE CASCADE,
  constraint place_pk PRIMARY KEY (tenant_id, request_id, finding_key, section, record_id, field, nth)
)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant DELETE to rt_app
grant INSERT to rt_app
grant SELECT to rt_app
grant update (decision) to rt_app

-- A citizen whose record stays whatever its age: worth preserving (bevaringsværdig), or needed in a case that goes on elsewhere.
table privacy.preservation walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  citizen_id uuid not null,
  reason text not null,
  kept_by uuid not null,
  kept_at timestamp with time zone not null,
  ended_by uuid,
  ended_at timestamp with time zone,
  constraint preservation_citizen_fk FOREIGN KEY (tenant_id, citizen_id) REFERENCES citizens.citizen(tenant_id, id),
  constraint preservation_ended_by_fk FOREIGN KEY (tenant_id, ended_by) REFERENCES org.employee(tenant_id, id),
  constraint preservation_ended_says_by CHECK (((ended_at IS NULL) = (ended_by IS NULL))),
  constraint preservation_kept_by_fk FOREIGN KEY (tenant_id, kept_by) REFERENCES org.employee(tenant_id, id),
  constraint preservation_pk PRIMARY KEY (tenant_id, id)
)
CREATE INDEX preservation_citizen ON privacy.preservation USING btree (tenant_id, citizen_id)
CREATE INDEX preservation_ended_by ON privacy.preservation USING btree (tenant_id, ended_by)
CREATE INDEX preservation_kept_by ON privacy.preservation USING btree (tenant_id, kept_by)
CREATE UNIQUE INDEX preservation_one_at_a_time ON privacy.preservation USING btree (tenant_id, citizen_id) WHERE (ended_at IS NULL)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app
grant update (ended_at) to rt_app
grant update (ended_by) to rt_app

-- Somebody asked to see what is recorded about a citizen in a period.
table privacy.request walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  citizen_id uuid not null,
  kind text not null,
  requester text not null,
  requester_note text,
  from_on date not null,
  to_on date not null,
  received_on date not null,
  due_on date,
  task_id uuid,
  state text not null default 'looking'::text,
  asked_by uuid not null,
  asked_at timestamp with time zone not null,
  looked_at timestamp with time zone,
  outcome text,
  close_note text,
  closed_by uuid,
  closed_at timestamp with time zone,
  version integer not null default 1,
  constraint request_asked_by_fk FOREIGN KEY (tenant_id, asked_by) REFERENCES org.employee(tenant_id, id),
  constraint request_citizen_fk FOREIGN KEY (tenant_id, citizen_id) REFERENCES citizens.citizen(tenant_id, id),
  constraint request_closed_by_fk FOREIGN KEY (tenant_id, closed_by) REFERENCES org.employee(tenant_id, id),
  constraint request_closed_says_how CHECK ((((state = 'closed'::text) = (closed_at IS NOT NULL)) AND ((closed_at IS NULL) = (outcome IS NULL)))),
  constraint request_kind_known CHECK ((kind = ANY (ARRAY['gdpr-access'::text, 'file-access'::text, 'health-record-access'::text]))),
  constraint request_outcome_known CHECK ((outcome = ANY (ARRAY['handed-over'::text, 'partly'::text, 'refused'::text, 'taken-back'::text]))),
  constraint request_period CHECK ((to_on >= from_on)),
  constraint request_pk PRIMARY KEY (tenant_id, id),
  constraint request_requester_known CHECK ((requester = ANY (ARRAY['citizen'::text, 'guardian'::text, 'representative'::text, 'authority'::text]))),
  constraint request_state_known CHECK ((state = ANY (ARRAY['looking'::text, 'review'::text, 'closed'::text]))),
  constraint request_task_fk FOREIGN KEY (tenant_id, task_id) REFERENCES tasks.task(tenant_id, id)
)
CREATE INDEX request_asked_by ON privacy.request USING btree (tenant_id, asked_by)
CREATE INDEX request_citizen ON privacy.request USING btree (tenant_id, citizen_id)
CREATE INDEX request_closed_by ON privacy.request USING btree (tenant_id, closed_by)
CREATE INDEX request_open ON privacy.request USING btree (tenant_id, due_on) WHERE (state <> 'closed'::text)
CREATE INDEX request_task ON privacy.request USING btree (tenant_id, task_id)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app
grant update (close_note) to rt_app
grant update (closed_at) to rt_app
grant update (closed_by) to rt_app
grant update (looked_at) to rt_app
grant update (outcome) to rt_app
grant update (state) to rt_app
grant update (task_id) to rt_app
grant update (version) to rt_app

-- What the municipality decided about a class of retention where the law fixes no period that the product could know. The latest row that has begun is in force; of two for the same day the one decided last. Without a row nothing of the class is deleted. Rows are only ever added.
table privacy.retention_decision walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  class text not null,
  from_on date not null,
  days integer,
  archive text,
  reference text not null,
  decided_by uuid not null,
  decided_at timestamp with time zone not null,
  constraint retention_decision_archive_known CHECK ((archive = ANY (ARRAY['may-go'::text, 'handed-over'::text, 'preserve'::text]))),
  constraint retention_decision_asks_archive CHECK (((class = ANY (ARRAY['social-record'::text, 'case-work'::text])) = (archive IS NOT NULL))),
  constraint retention_decision_by_fk FOREIGN KEY (tenant_id, decided_by) REFERENCES org.employee(tenant_id, id),
  constraint retention_decision_class_known CHECK ((class = ANY (ARRAY['social-record'::text, 'case-work'::text, 'log'::text, 'working-paper'::text]))),
  constraint retention_decision_days_sensible CHECK (((days >= 30) AND (days <= 36500))),
  constraint retention_decision_pk PRIMARY KEY (tenant_id, id),
  constraint retention_decision_tenant_fk FOREIGN KEY (tenant_id) REFERENCES kernel.tenant(id)
)
CREATE INDEX retention_decision_by ON privacy.retention_decision USING btree (tenant_id, decided_by)
CREATE INDEX retention_decision_class ON privacy.retention_decision USING btree (tenant_id, class, from_on)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app

-- A proposal that was applied: from a day on it is how the unit works.
table profiles.change walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  unit_id uuid not null,
  proposal_id uuid not null,
  from_on date not null,
  applied_at timestamp with time zone not null,
  applied_by uuid not null,
  undone_on date,
  undone_at timestamp with time zone,
  undone_by uuid,
  constraint change_applied_by_fk FOREIGN KEY (tenant_id, applied_by) REFERENCES org.employee(tenant_id, id),
  constraint change_once UNIQUE (tenant_id, proposal_id),
  constraint change_pk PRIMARY KEY (tenant_id, id),
  constraint change_proposal_fk FOREIGN KEY (tenant_id, proposal_id) REFERENCES profiles.proposal(tenant_id, id),
  constraint change_undone_after CHECK ((undone_on >= from_on)),
  constraint change_undone_by_fk FOREIGN KEY (tenant_id, undone_by) REFERENCES org.employee(tenant_id, id),
  constraint change_undone_whole CHECK ((num_nonnulls(undone_on, undone_at, undone_by) = ANY (ARRAY[0, 3]))),
  constraint change_unit_fk FOREIGN KEY (tenant_id, unit_id) REFERENCES org.unit(tenant_id, id)
)
CREATE INDEX change_applied_by ON profiles.change USING btree (tenant_id, applied_by)
CREATE INDEX change_undone_by ON profiles.change USING btree (tenant_id, undone_by) WHERE (undone_by IS NOT NULL)
CREATE INDEX change_unit ON profiles.change USING btree (tenant_id, unit_id, applied_at DESC)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app
grant update (undone_at) to rt_app
grant update (undone_by) to rt_app
grant update (undone_on) to rt_app

-- The value a setting holds from a day on, and where it came from. What was once held is kept.
table profiles.held walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  setting_id uuid not null,
  value jsonb not null,
  from_on date not null,
  to_on date,
  since_on date not null,
  source_kind text not null,
  source_ref text,
  source_label text not null,
  source_record_kind text,
  source_record_id uuid,
  change_id uuid not null,
  ended_by_change_id uuid,
  constraint held_change_fk FOREIGN KEY (tenant_id, change_id) REFERENCES profiles.change(tenant_id, id),
  constraint held_ended_by_change_fk FOREIGN KEY (tenant_id, ended_by_change_id) REFERENCES profiles.change(tenant_id, id),
  constraint held_one_at_a_time EXCLUDE USING gist (tenant_id WITH =, setting_id WITH =, daterange(from_on, to_on, '[)'::text) WITH &&),
  constraint held_period CHECK ((to_on >= from_on)),
  constraint held_pk PRIMARY KEY (tenant_id, id),
  constraint held_record_whole CHECK (((source_record_kind IS NULL) = (source_record_id IS NULL))),
  constraint held_setting_fk FOREIGN KEY (tenant_id, setting_id) REFERENCES profiles.setting(tenant_id, id),
  constraint held_source_known CHECK ((source_kind = ANY (ARRAY['product'::text, 'template'::text, 'answer'::text, 'decision'::text])))
)
CREATE INDEX held_change ON profiles.held USING btree (tenant_id, change_id)
CREATE INDEX held_ended_by_change ON profiles.held USING btree (tenant_id, ended_by_change_id) WHERE (ended_by_change_id IS NOT NULL)
CREATE INDEX held_setting ON profiles.held USING btree (tenant_id, setting_id, from_on DESC)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app
grant update (ended_by_change_id) to rt_app
grant update (to_on) to rt_app

-- A whole set-up that somebody proposes for a unit. It changes nothing until it is applied.
table profiles.proposal walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  unit_id uuid not null,
  offer_group text,
  template_version integer,
  note text not null,
  proposed_at timestamp with time zone not null,
  proposed_by uuid not null,
  constraint proposal_pk PRIMARY KEY (tenant_id, id),
  constraint proposal_proposed_by_fk FOREIGN KEY (tenant_id, proposed_by) REFERENCES org.employee(tenant_id, id),
  constraint proposal_unit_fk FOREIGN KEY (tenant_id, unit_id) REFERENCES org.unit(tenant_id, id)
)
CREATE INDEX proposal_proposed_by ON profiles.proposal USING btree (tenant_id, proposed_by)
CREATE INDEX proposal_unit ON profiles.proposal USING btree (tenant_id, unit_id, proposed_at DESC)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app

-- One value of a proposal. A setting that is not among them is not part of the set-up.
table profiles.proposed walled (
  tenant_id uuid not null default kernel.here(),
  proposal_id uuid not null,
  key text not null,
  value jsonb not null,
  source_kind text not null,
  source_ref text,
  source_label text not null,
  source_record_kind text,
  source_record_id uuid,
  constraint proposed_pk PRIMARY KEY (tenant_id, proposal_id, key),
  constraint proposed_proposal_fk FOREIGN KEY (tenant_id, proposal_id) REFERENCES profiles.proposal(tenant_id, id),
  constraint proposed_record_whole CHECK (((source_record_kind IS NULL) = (source_record_id IS NULL))),
  constraint proposed_source_known CHECK ((source_kind = ANY (ARRAY['product'::text, 'template'::text, 'answer'::text, 'decision'::text])))
)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app

-- A new version of a template that a unit said no to.
table profiles.refusal walled (
  tenant_id uuid not null default kernel.here(),
  unit_id uuid not null,
  offer_group text not null,
  version integer not null,
  because text not null,
  refused_at timestamp with time zone not null,
  refused_by uuid not null,
  constraint refusal_pk PRIMARY KEY (tenant_id, unit_id, offer_group, version),
  constraint refusal_refused_by_fk FOREIGN KEY (tenant_id, refused_by) REFERENCES org.employee(tenant_id, id),
  constraint refusal_template_fk FOREIGN KEY (tenant_id, offer_group, version) REFERENCES profiles.template(tenant_id, offer_group, version),
  constraint refusal_unit_fk FOREIGN KEY (tenant_id, unit_id) REFERENCES org.unit(tenant_id, id)
)
CREATE INDEX refusal_refused_by ON profiles.refusal USING btree (tenant_id, refused_by)
CREATE INDEX refusal_template ON profiles.refusal USING btree (tenant_id, offer_group, version)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app

-- One setting of one unit, whatever its value: what stands on the red thread.
table profiles.setting walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  unit_id uuid not null,
  key text not null,
  constraint setting_once UNIQUE (tenant_id, unit_id, key),
  constraint setting_pk PRIMARY KEY (tenant_id, id),
  constraint setting_unit_fk FOREIGN KEY (tenant_id, unit_id) REFERENCES org.unit(tenant_id, id)
)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app

-- What a group of offers is likely to want, version after version; never changed. The first version of each stands in the code.
table profiles.template walled (
  tenant_id uuid not null default kernel.here(),
  offer_group text not null,
  version integer not null,
  note text not null,
  settings jsonb not null,
  released_at timestamp with time zone not null,
  released_by uuid not null,
  id uuid not null default gen_random_uuid(),
  constraint template_after_the_first CHECK ((version > 1)),
  constraint template_id_unique UNIQUE (tenant_id, id),
  constraint template_pk PRIMARY KEY (tenant_id, offer_group, version),
  constraint template_released_by_fk FOREIGN KEY (tenant_id, released_by) REFERENCES org.employee(tenant_id, id),
  constraint template_tenant_fk FOREIGN KEY (tenant_id) REFERENCES kernel.tenant(id)
)
CREATE INDEX template_released_by ON profiles.template USING btree (tenant_id, released_by)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app

-- How many came, as counted at the door; never who.
table relay.attendance walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  meeting_id uuid not null,
  unit_id uuid,
  people integer not null,
  constraint attendance_meeting_fk FOREIGN KEY (tenant_id, meeting_id) REFERENCES relay.meeting(tenant_id, id),
  constraint attendance_people_some CHECK (((people >= 1) AND (people <= 2000))),
  constraint attendance_pk PRIMARY KEY (tenant_id, id),
  constraint attendance_unit_fk FOREIGN KEY (tenant_id, unit_id) REFERENCES org.unit(tenant_id, id),
  constraint attendance_unit_once UNIQUE NULLS NOT DISTINCT (tenant_id, meeting_id, unit_id)
)
CREATE INDEX attendance_unit ON relay.attendance USING btree (tenant_id, unit_id)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant DELETE to rt_app
grant INSERT to rt_app
grant SELECT to rt_app

-- Who tells whom. Locked before the first message: nothing goes to a unit before it is.
table relay.chain walled (
  tenant_id uuid not null default kernel.here(),
  place_id uuid not null,
  vendor text not null,
  duty_phone text not null,
  med_on date,
  locked_at timestamp with time zone,
  locked_by uuid,
  version integer not null default 1,
  changed_at timestamp with time zone not null,
  changed_by uuid not null,
  constraint chain_changed_by_fk FOREIGN KEY (tenant_id, changed_by) REFERENCES org.employee(tenant_id, id),
  constraint chain_locked_by_fk FOREIGN KEY (tenant_id, locked_by) REFERENCES org.employee(tenant_id, id),
  constraint chain_locked_says_by CHECK (((locked_at IS NULL) = (locked_by IS NULL))),
  constraint chain_pk PRIMARY KEY (tenant_id, place_id),
  constraint chain_place_fk FOREIGN KEY (tenant_id, place_id) REFERENCES org.unit(tenant_id, id)
)
CREATE INDEX chain_changed_by ON relay.chain USING btree (tenant_id, changed_by)
CREATE INDEX chain_locked_by ON relay.chain USING btree (tenant_id, locked_by)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app
grant UPDATE to rt_app

-- A step that stalled was told to the next role. Says what stalled and which role was told; never who did not read.
table relay.escalation walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  message_id uuid,
  question_id uuid,
  unit_id uuid,
  step text not null,
  to_role text not null,
  due_at timestamp with time zone not null,
  task_id uuid,
  made_at timestamp with time zone not null,
  settled_at timestamp with time zone,
  constraint escalation_about_one CHECK ((num_nonnulls(message_id, question_id) = 1)),
  constraint escalation_message_fk FOREIGN KEY (tenant_id, message_id) REFERENCES relay.message(tenant_id, id),
  constraint escalation_once UNIQUE NULLS NOT DISTINCT (tenant_id, message_id, question_id, unit_id, step, to_role),
  constraint escalation_pk PRIMARY KEY (tenant_id, id),
  constraint escalation_question_fk FOREIGN KEY (tenant_id, question_id) REFERENCES relay.question(tenant_id, id),
  constraint escalation_role_known CHECK ((to_role = ANY (ARRAY['contact'::text, 'deputy'::text, 'leader'::text, 'above'::text, 'coordinator'::text, 'steering'::text]))),
  constraint escalation_step_known CHECK ((step = ANY (ARRAY['release'::text, 'pass-on'::text, 'reach'::text, 'own'::text]))),
  constraint escalation_task_fk FOREIGN KEY (tenant_id, task_id) REFERENCES tasks.task(tenant_id, id),
  constraint escalation_unit_fk FOREIGN KEY (tenant_id, unit_id) REFERENCES org.unit(tenant_id, id)
)
CREATE INDEX escalation_question ON relay.escalation USING btree (tenant_id, question_id)
CREATE INDEX escalation_task ON relay.escalation USING btree (tenant_id, task_id)
CREATE INDEX escalation_unit ON relay.escalation USING btree (tenant_id, unit_id)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app
grant update (settled_at) to rt_app

-- A telephone that joined one meeting, without account and without name. No question says which one it came from.
table relay.guest walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  meeting_id uuid not null,
  token_hash bytea not null,
  joined_at timestamp with time zone not null,
  asked integer not null default 0,
  asked_at timestamp with time zone,
  constraint guest_meeting_fk FOREIGN KEY (tenant_id, meeting_id) REFERENCES relay.meeting(tenant_id, id),
  constraint guest_pk PRIMARY KEY (tenant_id, id),
  constraint guest_token_unique UNIQUE (tenant_id, token_hash)
)
CREATE INDEX guest_meeting ON relay.guest USING btree (tenant_id, meeting_id)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant DELETE to rt_app
grant INSERT to rt_app
grant SELECT to rt_app
grant update (asked) to rt_app
grant update (asked_at) to rt_app

-- A message on its way through one unit: read by its contact, passed on, reached.
table relay.leg walled (
  tenant_id uuid not null default kernel.here(),
  message_id uuid not null,
  unit_id uuid not null,
  contact_due_at timestamp with time zone,
  contact_read_at timestamp with time zone,
  read_by uuid,
  words text,
  channels text[] not null default '{}'::text[],
  relayed_at timestamp with time zone,
  relayed_by uuid,
  reach_due_at timestamp with time zone,
  reached_at timestamp with time zone,
  counted_staff integer,
  counted_reached integer,
  constraint leg_counted_staff_some CHECK (((counted_staff >= 1) AND (counted_staff <= 5000))),
  constraint leg_counted_whole CHECK (((counted_reached IS NULL) = (counted_staff IS NULL))),
  constraint leg_counted_within CHECK (((counted_reached >= 0) AND (counted_reached <= counted_staff))),
  constraint leg_message_fk FOREIGN KEY (tenant_id, message_id) REFERENCES relay.message(tenant_id, id),
  constraint leg_pk PRIMARY KEY (tenant_id, message_id, unit_id),
  constraint leg_read_by_fk FOREIGN KEY (tenant_id, read_by) REFERENCES org.employee(tenant_id, id),
  constraint leg_relayed_by_fk FOREIGN KEY (tenant_id, relayed_by) REFERENCES org.employee(tenant_id, id),
  constraint leg_relayed_says_by CHECK (((relayed_at IS NULL) = (relayed_by IS NULL))),
  constraint leg_unit_fk FOREIGN KEY (tenant_id, unit_id) REFERENCES org.unit(tenant_id, id)
)
CREATE INDEX leg_read_by ON relay.leg USING btree (tenant_id, read_by)
CREATE INDEX leg_relayed_by ON relay.leg USING btree (tenant_id, relayed_by)
CREATE INDEX leg_unit ON relay.leg USING btree (tenant_id, unit_id, relayed_at)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app
grant UPDATE to rt_app

-- An information meeting (informationsmøde), held once or in several slots for those who work shifts.
table relay.meeting walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  external_id text,
  place_id uuid not null,
  title text not null,
  venue text not null,
  audience text not null,
  salt uuid default gen_random_uuid(),
  version integer not null default 1,
  changed_at timestamp with time zone not null,
  changed_by uuid not null,
  join_code text not null,
  constraint meeting_changed_by_fk FOREIGN KEY (tenant_id, changed_by) REFERENCES org.employee(tenant_id, id),
  constraint meeting_external_unique UNIQUE (tenant_id, external_id),
  constraint meeting_join_code_is_code CHECK ((join_code ~ '^[2-9A-HJ-NP-Z]{6,8}$'::text)),
  constraint meeting_join_code_unique UNIQUE (tenant_id, join_code),
  constraint meeting_pk PRIMARY KEY (tenant_id, id),
  constraint meeting_place_fk FOREIGN KEY (tenant_id, place_id) REFERENCES org.unit(tenant_id, id)
)
CREATE INDEX meeting_changed_by ON relay.meeting USING btree (tenant_id, changed_by)
CREATE INDEX meeting_place ON relay.meeting USING btree (tenant_id, place_id)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app
grant UPDATE to rt_app

-- A question at a meeting. Who asked is not kept.
table relay.meeting_question walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  meeting_id uuid not null,
  text text not null,
  asked_at timestamp with time zone not null,
  answer_due_on date not null,
  parked_with text,
  answer text,
  answered_at timestamp with time zone,
  answered_by uuid,
  version integer not null default 1,
  taken_down_at timestamp with time zone,
  taken_down_by uuid,
  taken_down_because text,
  constraint meeting_question_answered_by_fk FOREIGN KEY (tenant_id, answered_by) REFERENCES org.employee(tenant_id, id),
  constraint meeting_question_answered_whole CHECK ((num_nulls(answer, answered_at, answered_by) = ANY (ARRAY[0, 3]))),
  constraint meeting_question_meeting_fk FOREIGN KEY (tenant_id, meeting_id) REFERENCES relay.meeting(tenant_id, id),
  constraint meeting_question_pk PRIMARY KEY (tenant_id, id),
  constraint meeting_question_taken_down_by_fk FOREIGN KEY (tenant_id, taken_down_by) REFERENCES org.employee(tenant_id, id),
  constraint meeting_question_taken_down_whole CHECK ((num_nulls(taken_down_at, taken_down_by, taken_down_because) = ANY (ARRAY[0, 3])))
)
CREATE INDEX meeting_question_answered_by ON relay.meeting_question USING btree (tenant_id, answered_by)
CREATE INDEX meeting_question_meeting ON relay.meeting_question USING btree (tenant_id, meeting_id)
CREATE INDEX meeting_question_taken_down_by ON relay.meeting_question USING btree (tenant_id, taken_down_by)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app
grant UPDATE to rt_app

-- Something the vendor or the project coordinator wants employees to know. What the vendor wrote stands beside the coordinator's own words.
table relay.message walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  external_id text,
  place_id uuid not null,
  number integer not null,
  origin text not null,
  severity text not null,
  title text not null,
  body text not null,
  own_title text,
  own_body text,
  state text not null,
  named_receipts boolean not null default false,
  purpose text,
  by_pass boolean not null default false,
  salt uuid default gen_random_uuid(),
  expires_on date,
  corrects_id uuid,
  recalled_because text,
  received_at timestamp with time zone not null,
  received_by uuid not null,
  release_due_at timestamp with time zone,
  released_at timestamp with time zone,
  released_by uuid,
  closed_at timestamp with time zone,
  version integer not null default 1,
  changed_at timestamp with time zone not null,
  changed_by uuid not null,
  constraint message_chain_fk FOREIGN KEY (tenant_id, place_id) REFERENCES relay.chain(tenant_id, place_id),
  constraint message_changed_by_fk FOREIGN KEY (tenant_id, changed_by) REFERENCES org.employee(tenant_id, id),
  constraint message_corrects_fk FOREIGN KEY (tenant_id, corrects_id) REFERENCES relay.message(tenant_id, id),
  constraint message_external_unique UNIQUE (tenant_id, external_id),
  constraint message_named_is_critical CHECK (((NOT named_receipts) OR ((severity = 'critical'::text) AND (purpose IS NOT NULL)))),
  constraint message_named_unique UNIQUE (tenant_id, id, named_receipts),
  constraint message_number_unique UNIQUE (tenant_id, place_id, number),
  constraint message_origin_known CHECK ((origin = ANY (ARRAY['vendor'::text, 'coordinator'::text]))),
  constraint message_pk PRIMARY KEY (tenant_id, id),
  constraint message_recalled_says_why CHECK (((state = 'recalled'::text) = (recalled_because IS NOT NULL))),
  constraint message_received_by_fk FOREIGN KEY (tenant_id, received_by) REFERENCES org.employee(tenant_id, id),
  constraint message_released_by_fk FOREIGN KEY (tenant_id, released_by) REFERENCES org.employee(tenant_id, id),
  constraint message_released_has_own_words CHECK (((released_at IS NULL) OR ((own_title IS NOT NULL) AND (own_body IS NOT NULL)))),
  constraint message_severity_known CHECK ((severity = ANY (ARRAY['critical'::text, 'action'::text, 'info'::text]))),
  constraint message_state_known CHECK ((state = ANY (ARRAY['with-coordinator'::text, 'released'::text, 'recalled'::text, 'closed'::text])))
)
CREATE INDEX message_changed_by ON relay.message USING btree (tenant_id, changed_by)
CREATE INDEX message_corrects ON relay.message USING btree (tenant_id, corrects_id)
CREATE INDEX message_place ON relay.message USING btree (tenant_id, place_id, received_at)
CREATE INDEX message_received_by ON relay.message USING btree (tenant_id, received_by)
CREATE INDEX message_released_by ON relay.message USING btree (tenant_id, released_by)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app
grant UPDATE to rt_app

-- An employee's question, on its way up the chain and back again.
table relay.question walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  place_id uuid not null,
  unit_id uuid not null,
  message_id uuid,
  text text not null,
  asked_by uuid not null,
  asked_at timestamp with time zone not null,
  stands_with text not null,
  owner_kind text,
  owner_name text,
  owned_at timestamp with time zone,
  own_due_at timestamp with time zone not null,
  answer_on date,
  answer text,
  answered_at timestamp with time zone,
  unit_answer text,
  home_at timestamp with time zone,
  version integer not null default 1,
  changed_at timestamp with time zone not null,
  changed_by uuid not null,
  constraint question_asked_by_fk FOREIGN KEY (tenant_id, asked_by) REFERENCES org.employee(tenant_id, id),
  constraint question_chain_fk FOREIGN KEY (tenant_id, place_id) REFERENCES relay.chain(tenant_id, place_id),
  constraint question_changed_by_fk FOREIGN KEY (tenant_id, changed_by) REFERENCES org.employee(tenant_id, id),
  constraint question_home_is_answered CHECK ((((stands_with = 'home'::text) = (home_at IS NOT NULL)) AND ((home_at IS NULL) OR (COALESCE(unit_answer, answer) IS NOT NULL)))),
  constraint question_message_fk FOREIGN KEY (tenant_id, message_id) REFERENCES relay.message(tenant_id, id),
  constraint question_owned_says_when CHECK (((owner_kind IS NULL) = (owned_at IS NULL))),
  constraint question_owner_known CHECK ((owner_kind = ANY (ARRAY['contact'::text, 'coordinator'::text, 'vendor'::text, 'organisation'::text]))),
  constraint question_pk PRIMARY KEY (tenant_id, id),
  constraint question_stands_with_known CHECK ((stands_with = ANY (ARRAY['contact'::text, 'coordinator'::text, 'owner'::text, 'contact-again'::text, 'home'::text]))),
  constraint question_unit_fk FOREIGN KEY (tenant_id, unit_id) REFERENCES org.unit(tenant_id, id)
)
CREATE INDEX question_asked_by ON relay.question USING btree (tenant_id, asked_by)
CREATE INDEX question_changed_by ON relay.question USING btree (tenant_id, changed_by)
CREATE INDEX question_message ON relay.question USING btree (tenant_id, message_id)
CREATE INDEX question_place ON relay.question USING btree (tenant_id, place_id, stands_with)
CREATE INDEX question_unit ON relay.question USING btree (tenant_id, unit_id, stands_with)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app
grant UPDATE to rt_app

-- One person has read one message. Who, is kept only where readers were told before it was sent; otherwise a mark that shows no more than that it is the same person.
table relay.receipt walled (
  tenant_id uuid not null default kernel.here(),
  message_id uuid not null,
  mark bytea not null,
  unit_id uuid not null,
  in_group boolean not null,
  named boolean not null,
  employee_id uuid,
  received_at timestamp with time zone not null,
  constraint receipt_employee_fk FOREIGN KEY (tenant_id, employee_id) REFERENCES org.employee(tenant_id, id),
  constraint receipt_leg_fk FOREIGN KEY (tenant_id, message_id, unit_id) REFERENCES relay.leg(tenant_id, message_id, unit_id),
  constraint receipt_message_fk FOREIGN KEY (tenant_id, message_id, named) REFERENCES relay.message(tenant_id, id, named_receipts),
  constraint receipt_names_where_announced CHECK (((employee_id IS NULL) OR named)),
  constraint receipt_pk PRIMARY KEY (tenant_id, message_id, mark)
)
CREATE INDEX receipt_employee ON relay.receipt USING btree (tenant_id, employee_id)
CREATE INDEX receipt_leg ON relay.receipt USING btree (tenant_id, message_id, unit_id)
CREATE INDEX receipt_message ON relay.receipt USING btree (tenant_id, message_id, named)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app
grant update (employee_id) to rt_app

-- One time at which the meeting is held: morning and evening are counted together.
table relay.slot walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  meeting_id uuid not null,
  starts_at timestamp with time zone not null,
  constraint slot_meeting_fk FOREIGN KEY (tenant_id, meeting_id) REFERENCES relay.meeting(tenant_id, id),
  constraint slot_pk PRIMARY KEY (tenant_id, id)
)
CREATE INDEX slot_meeting ON relay.slot USING btree (tenant_id, meeting_id, starts_at)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant DELETE to rt_app
grant INSERT to rt_app
grant SELECT to rt_app
grant UPDATE to rt_app

-- Whom the project touches (interessent): a group or a post, never one private person.
table relay.stakeholder walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  place_id uuid not null,
  name text not null,
  role text not null,
  affected text not null,
  influence text not null,
  hard_to_reach boolean not null,
  how text not null,
  version integer not null default 1,
  changed_at timestamp with time zone not null,
  changed_by uuid not null,
  constraint stakeholder_affected_known CHECK ((affected = ANY (ARRAY['high'::text, 'middle'::text, 'low'::text]))),
  constraint stakeholder_changed_by_fk FOREIGN KEY (tenant_id, changed_by) REFERENCES org.employee(tenant_id, id),
  constraint stakeholder_influence_known CHECK ((influence = ANY (ARRAY['high'::text, 'middle'::text, 'low'::text]))),
  constraint stakeholder_name_unique UNIQUE (tenant_id, place_id, name),
  constraint stakeholder_pk PRIMARY KEY (tenant_id, id),
  constraint stakeholder_place_fk FOREIGN KEY (tenant_id, place_id) REFERENCES org.unit(tenant_id, id)
)
CREATE INDEX stakeholder_changed_by ON relay.stakeholder USING btree (tenant_id, changed_by)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app
grant UPDATE to rt_app

-- One person would like an answer to it too.
table relay.vote walled (
  tenant_id uuid not null default kernel.here(),
  question_id uuid not null,
  mark bytea not null,
  constraint vote_pk PRIMARY KEY (tenant_id, question_id, mark),
  constraint vote_question_fk FOREIGN KEY (tenant_id, question_id) REFERENCES relay.meeting_question(tenant_id, id)
)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant DELETE to rt_app
grant INSERT to rt_app
grant SELECT to rt_app

-- The report as it was sent. Rows are only added: nobody can change or delete one.
table reports.copy walled (
  tenant_id uuid not null default kernel.here(),
  report_id uuid not null,
  citizen_id uuid not null,
  sent_at timestamp with time zone not null,
  sent_by uuid not null,
  sent_by_name text not null,
  sent_to text not null,
  how text not null,
  told jsonb not null,
  pdf bytea not null,
  docx bytea not null,
  pdf_sha256 bytea not null,
  constraint copy_how_known CHECK ((how = ANY (ARRAY['digital-post'::text, 'message'::text, 'by-hand'::text, 'letter'::text]))),
  constraint copy_pk PRIMARY KEY (tenant_id, report_id),
  constraint copy_report_fk FOREIGN KEY (tenant_id, citizen_id, report_id) REFERENCES reports.report(tenant_id, citizen_id, id),
  constraint copy_sent_by_fk FOREIGN KEY (tenant_id, sent_by) REFERENCES org.employee(tenant_id, id)
)
CREATE INDEX copy_report ON reports.copy USING btree (tenant_id, citizen_id, report_id)
CREATE INDEX copy_sent_by ON reports.copy USING btree (tenant_id, sent_by)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app

-- What somebody has changed in a report and not saved in it yet; its author's alone. Emptied when it is saved or thrown away.
table reports.editing walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  report_id uuid not null,
  author_id uuid not null,
  edited jsonb not null,
  revision integer not null,
  started_at timestamp with time zone not null,
  saved_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  constraint editing_author_fk FOREIGN KEY (tenant_id, author_id) REFERENCES org.employee(tenant_id, id),
  constraint editing_ended_is_empty CHECK (((ended_at IS NULL) OR (edited = '{}'::jsonb))),
  constraint editing_pk PRIMARY KEY (tenant_id, id),
  constraint editing_report_fk FOREIGN KEY (tenant_id, report_id) REFERENCES reports.report(tenant_id, id)
)
CREATE INDEX editing_author ON reports.editing USING btree (tenant_id, author_id)
CREATE INDEX editing_ended ON reports.editing USING btree (tenant_id, ended_at) WHERE (ended_at IS NOT NULL)
CREATE INDEX editing_report ON reports.editing USING btree (tenant_id, report_id, author_id)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant DELETE to rt_app
grant INSERT to rt_app
grant SELECT to rt_app
grant UPDATE to rt_app

-- The citizen has read the report, or not, and says. Rows are only added.
table reports.reading walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  report_id uuid not null,
  citizen_id uuid not null,
  report_version integer not null,
  how text not null,
  agrees text,
  text text,
  read_on date not null,
  written_by uuid not null,
  written_by_name text not null,
  written_at timestamp with time zone not null,
  constraint reading_agrees_known CHECK ((agrees = ANY (ARRAY['yes'::text, 'partly'::text, 'no'::text]))),
  constraint reading_how_known CHECK ((how = ANY (ARRAY['read'::text, 'read-aloud'::text, 'declined'::text, 'not-possible'::text]))),
  constraint reading_pk PRIMARY KEY (tenant_id, id),
  constraint reading_report_fk FOREIGN KEY (tenant_id, citizen_id, report_id) REFERENCES reports.report(tenant_id, citizen_id, id),
  constraint reading_unread_says_why CHECK (((how = ANY (ARRAY['read'::text, 'read-aloud'::text])) OR (text IS NOT NULL))),
  constraint reading_written_by_fk FOREIGN KEY (tenant_id, written_by) REFERENCES org.employee(tenant_id, id)
)
CREATE INDEX reading_report ON reports.reading USING btree (tenant_id, citizen_id, report_id)
CREATE INDEX reading_written_by ON reports.reading USING btree (tenant_id, written_by)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app

-- A status report on its way. What was sent stands in reports.copy.
table reports.report walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  citizen_id uuid not null,
  unit_id uuid not null,
  from_on date not null,
  to_on date not null,
  to_name text not null,
  follow_up_on date,
  content jsonb not null,
  state text not null default 'draft'::text,
  begun_at timestamp with time zone not null,
  written_by uuid not null,
  written_by_name text not null,
  written_at timestamp with time zone not null,
  writers uuid[] not null,
  returned_because text,
  approved_by uuid,
  approved_by_name text,
  approved_at timestamp with time zone,
  version integer not null default 1,
  worded_version integer not null default 1,
  constraint report_approved_by_fk FOREIGN KEY (tenant_id, approved_by) REFERENCES org.employee(tenant_id, id),
  constraint report_approved_whole CHECK ((num_nonnulls(approved_by, approved_by_name, approved_at) = ANY (ARRAY[0, 3]))),
  constraint report_citizen_fk FOREIGN KEY (tenant_id, citizen_id) REFERENCES citizens.citizen(tenant_id, id),
  constraint report_never_own_approval CHECK ((NOT (approved_by = ANY (writers)))),
  constraint report_of_citizen UNIQUE (tenant_id, citizen_id, id),
  constraint report_period CHECK ((to_on >= from_on)),
  constraint report_pk PRIMARY KEY (tenant_id, id),
  constraint report_sent_is_approved CHECK (((state <> ALL (ARRAY['approved'::text, 'sent'::text])) OR (approved_by IS NOT NULL))),
  constraint report_state_known CHECK ((state = ANY (ARRAY['draft'::text, 'submitted'::text, 'approved'::text, 'sent'::text, 'dropped'::text]))),
  constraint report_unit_fk FOREIGN KEY (tenant_id, unit_id) REFERENCES org.unit(tenant_id, id),
  constraint report_written_by_fk FOREIGN KEY (tenant_id, written_by) REFERENCES org.employee(tenant_id, id)
)
CREATE INDEX report_approved_by ON reports.report USING btree (tenant_id, approved_by)
CREATE INDEX report_citizen ON reports.report USING btree (tenant_id, citizen_id, to_on DESC)
CREATE INDEX report_unit ON reports.report USING btree (tenant_id, unit_id, state)
CREATE INDEX report_written_by ON reports.report USING btree (tenant_id, written_by)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app
grant update (approved_at) to rt_app
grant update (approved_by) to rt_app
grant update (approved_by_name) to rt_app
grant update (content) to rt_app
grant update (follow_up_on) to rt_app
grant update (returned_because) to rt_app
grant update (state) to rt_app
grant update (to_name) to rt_app
grant update (version) to rt_app
grant update (worded_version) to rt_app
grant update (writers) to rt_app
grant update (written_at) to rt_app
grant update (written_by) to rt_app
grant update (written_by_name) to rt_app

-- A work area (arbejdsområde) within a section of SL-07.
table requirements.area walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  spec_id uuid not null,
  section text not null,
  name text not null,
  position integer not null,
  version integer not null default 1,
  changed_at timestamp with time zone not null,
  changed_by uuid not null,
  constraint area_changed_by_fk FOREIGN KEY (tenant_id, changed_by) REFERENCES org.employee(tenant_id, id),
  constraint area_pk PRIMARY KEY (tenant_id, id),
  constraint area_section_known CHECK ((section = ANY (ARRAY['C'::text, 'D'::text, 'E'::text, 'F'::text, 'G'::text, 'H'::text, 'I'::text, 'J'::text, 'K'::text, 'L'::text]))),
  constraint area_spec_fk FOREIGN KEY (tenant_id, spec_id) REFERENCES requirements.spec(tenant_id, id)
)
CREATE INDEX area_changed_by ON requirements.area USING btree (tenant_id, changed_by)
CREATE INDEX area_spec ON requirements.area USING btree (tenant_id, spec_id, "position")
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app
grant UPDATE to rt_app

-- The whole set as it stood at one moment (udgave). Rows are only ever added: a correction is a new baseline.
table requirements.baseline walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  spec_id uuid not null,
  label text not null,
  purpose text not null,
  note text not null,
  corrects_id uuid,
  sheet_no smallint,
  content_hash text not null,
  made_at timestamp with time zone not null,
  made_by uuid not null,
  constraint baseline_correction_has_sheet CHECK (((corrects_id IS NULL) = (sheet_no IS NULL))),
  constraint baseline_corrects_fk FOREIGN KEY (tenant_id, corrects_id) REFERENCES requirements.baseline(tenant_id, id),
  constraint baseline_label_form CHECK ((label ~ '^[0-9]{1,2}[.][0-9]{1,2}$'::text)),
  constraint baseline_label_unique UNIQUE (tenant_id, spec_id, label),
  constraint baseline_made_by_fk FOREIGN KEY (tenant_id, made_by) REFERENCES org.employee(tenant_id, id),
  constraint baseline_pk PRIMARY KEY (tenant_id, id),
  constraint baseline_purpose_known CHECK ((purpose = ANY (ARRAY['hearing'::text, 'version'::text]))),
  constraint baseline_spec_fk FOREIGN KEY (tenant_id, spec_id) REFERENCES requirements.spec(tenant_id, id)
)
CREATE INDEX baseline_corrects ON requirements.baseline USING btree (tenant_id, corrects_id)
CREATE INDEX baseline_made_by ON requirements.baseline USING btree (tenant_id, made_by)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app

-- A requirement as a baseline holds it. Rows are only ever added.
table requirements.baseline_requirement walled (
  tenant_id uuid not null default kernel.here(),
  baseline_id uuid not null,
  requirement_id uuid not null,
  position integer not null,
  content jsonb not null,
  fingerprint text not null,
  constraint baseline_requirement_baseline_fk FOREIGN KEY (tenant_id, baseline_id) REFERENCES requirements.baseline(tenant_id, id),
  constraint baseline_requirement_pk PRIMARY KEY (tenant_id, baseline_id, requirement_id),
  constraint baseline_requirement_requirement_fk FOREIGN KEY (tenant_id, requirement_id) REFERENCES requirements.requirement(tenant_id, id)
)
CREATE INDEX baseline_requirement_requirement ON requirements.baseline_requirement USING btree (tenant_id, requirement_id)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app

-- A benefit (gevinst) that requirements are meant to give, in its smallest form; measuring comes with benefits of their own.
table requirements.benefit walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  spec_id uuid not null,
  number integer not null,
  title text not null,
  owner text not null,
  due_on date,
  version integer not null default 1,
  changed_at timestamp with time zone not null,
  changed_by uuid not null,
  constraint benefit_changed_by_fk FOREIGN KEY (tenant_id, changed_by) REFERENCES org.employee(tenant_id, id),
  constraint benefit_number_unique UNIQUE (tenant_id, spec_id, number),
  constraint benefit_pk PRIMARY KEY (tenant_id, id),
  constraint benefit_spec_fk FOREIGN KEY (tenant_id, spec_id) REFERENCES requirements.spec(tenant_id, id)
)
CREATE INDEX benefit_changed_by ON requirements.benefit USING btree (tenant_id, changed_by)
CREATE INDEX benefit_spec ON requirements.benefit USING btree (tenant_id, spec_id)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app
grant UPDATE to rt_app

-- What was changed in a requirement, by whom: the words before and after. Only ever added to.
table requirements.change walled (
  tenant_id uuid not null default kernel.here(),
  seq bigint not null,
  requirement_id uuid not null,
  line_id uuid,
  field text not null,
  before text,
  after text,
  reason text,
  changed_at timestamp with time zone not null,
  changed_by uuid not null,
  constraint change_changed_by_fk FOREIGN KEY (tenant_id, changed_by) REFERENCES org.employee(tenant_id, id),
  constraint change_line_fk FOREIGN KEY (tenant_id, line_id) REFERENCES requirements.line(tenant_id, id),
  constraint change_pk PRIMARY KEY (tenant_id, seq),
  constraint change_requirement_fk FOREIGN KEY (tenant_id, requirement_id) REFERENCES requirements.requirement(tenant_id, id)
)
CREATE INDEX change_changed_by ON requirements.change USING btree (tenant_id, changed_by)
CREATE INDEX change_line ON requirements.change USING btree (tenant_id, line_id)
CREATE INDEX change_requirement ON requirements.change USING btree (tenant_id, requirement_id, seq)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app

-- A row somebody is writing in. Seen by its author only; gone when the row is saved or the writing is given up.
table requirements.draft walled (
  tenant_id uuid not null default kernel.here(),
  author_id uuid not null,
  record_id uuid not null,
  requirement_id uuid not null,
  content jsonb not null,
  revision integer not null,
  base_version integer not null,
  saved_at timestamp with time zone not null,
  constraint requirement_draft_author_fk FOREIGN KEY (tenant_id, author_id) REFERENCES org.employee(tenant_id, id),
  constraint requirement_draft_pk PRIMARY KEY (tenant_id, author_id, record_id),
  constraint requirement_draft_requirement_fk FOREIGN KEY (tenant_id, requirement_id) REFERENCES requirements.requirement(tenant_id, id)
)
CREATE INDEX requirement_draft_requirement ON requirements.draft USING btree (tenant_id, requirement_id)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant DELETE to rt_app
grant INSERT to rt_app
grant SELECT to rt_app
grant UPDATE to rt_app

-- The units are asked about a baseline.
table requirements.hearing walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  baseline_id uuid not null,
  note text not null,
  closes_on date not null,
  opened_at timestamp with time zone not null,
  opened_by uuid not null,
  closed_at timestamp with time zone,
  constraint hearing_baseline_fk FOREIGN KEY (tenant_id, baseline_id) REFERENCES requirements.baseline(tenant_id, id),
  constraint hearing_baseline_unique UNIQUE (tenant_id, baseline_id),
  constraint hearing_opened_by_fk FOREIGN KEY (tenant_id, opened_by) REFERENCES org.employee(tenant_id, id),
  constraint hearing_pk PRIMARY KEY (tenant_id, id)
)
CREATE INDEX hearing_opened_by ON requirements.hearing USING btree (tenant_id, opened_by)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app
grant update (closed_at) to rt_app
grant update (closes_on) to rt_app

-- What a unit said of a requirement. Rows are only ever added; the latest counts.
table requirements.hearing_answer walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  hearing_id uuid not null,
  unit_id uuid not null,
  requirement_id uuid not null,
  answer text not null,
  text text,
  answered_at timestamp with time zone not null,
  answered_by uuid not null,
  constraint hearing_answer_by_fk FOREIGN KEY (tenant_id, answered_by) REFERENCES org.employee(tenant_id, id),
  constraint hearing_answer_known CHECK ((answer = ANY (ARRAY['agree'::text, 'trouble'::text, 'comment'::text]))),
  constraint hearing_answer_pk PRIMARY KEY (tenant_id, id),
  constraint hearing_answer_requirement_fk FOREIGN KEY (tenant_id, requirement_id) REFERENCES requirements.requirement(tenant_id, id),
  constraint hearing_answer_says_what CHECK (((answer = 'agree'::text) OR (text IS NOT NULL))),
  constraint hearing_answer_unit_fk FOREIGN KEY (tenant_id, hearing_id, unit_id) REFERENCES requirements.hearing_unit(tenant_id, hearing_id, unit_id)
)
CREATE INDEX hearing_answer_by ON requirements.hearing_answer USING btree (tenant_id, answered_by)
CREATE INDEX hearing_answer_requirement ON requirements.hearing_answer USING btree (tenant_id, requirement_id)
CREATE INDEX hearing_answer_unit ON requirements.hearing_answer USING btree (tenant_id, hearing_id, unit_id, requirement_id, answered_at DESC)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app

-- What came of a unit's trouble or comment. Only ever added to.
table requirements.hearing_reply walled (
  tenant_id uuid not null default kernel.here(),
  answer_id uuid not null,
  outcome text not null,
  text text not null,
  replied_at timestamp with time zone not null,
  replied_by uuid not null,
  constraint hearing_reply_answer_fk FOREIGN KEY (tenant_id, answer_id) REFERENCES requirements.hearing_answer(tenant_id, id),
  constraint hearing_reply_by_fk FOREIGN KEY (tenant_id, replied_by) REFERENCES org.employee(tenant_id, id),
  constraint hearing_reply_known CHECK ((outcome = ANY (ARRAY['changed'::text, 'kept'::text]))),
  constraint hearing_reply_pk PRIMARY KEY (tenant_id, answer_id)
)
CREATE INDEX hearing_reply_by ON requirements.hearing_reply USING btree (tenant_id, replied_by)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app

-- Who is heard, and about which groups of offers.
table requirements.hearing_unit walled (
  tenant_id uuid not null default kernel.here(),
  hearing_id uuid not null,
  unit_id uuid not null,
  offer_groups text[] not null,
  constraint hearing_unit_hearing_fk FOREIGN KEY (tenant_id, hearing_id) REFERENCES requirements.hearing(tenant_id, id),
  constraint hearing_unit_pk PRIMARY KEY (tenant_id, hearing_id, unit_id),
  constraint hearing_unit_unit_fk FOREIGN KEY (tenant_id, unit_id) REFERENCES org.unit(tenant_id, id)
)
CREATE INDEX hearing_unit_unit ON requirements.hearing_unit USING btree (tenant_id, unit_id)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app

-- A row of a requirement: a step, a variant of a step, or a problem of today. Bidders answer line by line.
table requirements.line walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  requirement_id uuid not null,
  no text not null,
  kind text not null,
  text text not null,
  position integer not null,
  removed_at timestamp with time zone,
  version integer not null default 1,
  changed_at timestamp with time zone not null,
  changed_by uuid not null,
  constraint line_changed_by_fk FOREIGN KEY (tenant_id, changed_by) REFERENCES org.employee(tenant_id, id),
  constraint line_kind_known CHECK ((kind = ANY (ARRAY['step'::text, 'variant'::text, 'problem'::text]))),
  constraint line_no_form CHECK ((no ~ '^([1-9][0-9]?[a-z]?|p[1-9][0-9]?)$'::text)),
  constraint line_no_once EXCLUDE USING btree (tenant_id WITH =, requirement_id WITH =, no WITH =) WHERE ((removed_at IS NULL)) DEFERRABLE,
  constraint line_pk PRIMARY KEY (tenant_id, id),
  constraint line_requirement_fk FOREIGN KEY (tenant_id, requirement_id) REFERENCES requirements.requirement(tenant_id, id)
)
CREATE INDEX line_changed_by ON requirements.line USING btree (tenant_id, changed_by)
CREATE INDEX line_requirement ON requirements.line USING btree (tenant_id, requirement_id, "position")
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app
grant UPDATE to rt_app

-- That a version was sent out, and became part of the contract.
table requirements.publication walled (
  tenant_id uuid not null default kernel.here(),
  baseline_id uuid not null,
  published_at timestamp with time zone not null,
  published_by uuid not null,
  contracted_at timestamp with time zone,
  constraint publication_baseline_fk FOREIGN KEY (tenant_id, baseline_id) REFERENCES requirements.baseline(tenant_id, id),
  constraint publication_pk PRIMARY KEY (tenant_id, baseline_id),
  constraint publication_published_by_fk FOREIGN KEY (tenant_id, published_by) REFERENCES org.employee(tenant_id, id)
)
CREATE INDEX publication_published_by ON requirements.publication USING btree (tenant_id, published_by)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app
grant update (contracted_at) to rt_app

-- A requirement as it is being worked on. What was sent out stands in the baselines, and never changes.
table requirements.requirement walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  external_id text,
  spec_id uuid not null,
  area_id uuid not null,
  number integer not null,
  code text not null,
  position integer not null,
  title text not null,
  starts_when text not null default ''::text,
  ends_when text not null default ''::text,
  frequency text not null default ''::text,
  users text not null default ''::text,
  difficult text not null default ''::text,
  example text not null default ''::text,
  level text not null default 'evaluated'::text,
  weight smallint not null default 2,
  offer_groups text[] not null default '{}'::text[],
  verification text,
  state text not null,
  dropped_because text,
  fingerprint text not null,
  made_by uuid not null,
  version integer not null default 1,
  changed_at timestamp with time zone not null,
  changed_by uuid not null,
  constraint requirement_area_fk FOREIGN KEY (tenant_id, area_id) REFERENCES requirements.area(tenant_id, id),
  constraint requirement_changed_by_fk FOREIGN KEY (tenant_id, changed_by) REFERENCES org.employee(tenant_id, id),
  constraint requirement_dropped_says_why CHECK (((state = 'dropped'::text) = (dropped_because IS NOT NULL))),
  constraint requirement_external_unique UNIQUE (tenant_id, external_id),
  constraint requirement_level_known CHECK ((level = ANY (ARRAY['minimum'::text, 'evaluated'::text, 'option'::text]))),
  constraint requirement_made_by_fk FOREIGN KEY (tenant_id, made_by) REFERENCES org.employee(tenant_id, id),
  constraint requirement_number_positive CHECK ((number > 0)),
  constraint requirement_number_unique UNIQUE (tenant_id, spec_id, number),
  constraint requirement_pk PRIMARY KEY (tenant_id, id),
  constraint requirement_spec_fk FOREIGN KEY (tenant_id, spec_id) REFERENCES requirements.spec(tenant_id, id),
  constraint requirement_state_known CHECK ((state = ANY (ARRAY['proposed'::text, 'draft'::text, 'hearing'::text, 'approved'::text, 'published'::text, 'contract'::text, 'verified'::text, 'dropped'::text]))),
  constraint requirement_verification_known CHECK ((verification = ANY (ARRAY['demo'::text, 'trial'::text, 'document'::text, 'test'::text]))),
  constraint requirement_weight_known CHECK (((weight >= 1) AND (weight <= 3)))
)
CREATE INDEX requirement_area ON requirements.requirement USING btree (tenant_id, area_id)
CREATE INDEX requirement_changed_by ON requirements.requirement USING btree (tenant_id, changed_by)
CREATE INDEX requirement_made_by ON requirements.requirement USING btree (tenant_id, made_by)
CREATE INDEX requirement_spec ON requirements.requirement USING btree (tenant_id, spec_id, "position")
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app
grant UPDATE to rt_app

-- One set of requirements for one purchase (kravspecifikation).
table requirements.spec walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  place_id uuid not null,
  title text not null,
  most_minimum smallint not null default 6,
  minimum_reason text,
  version integer not null default 1,
  changed_at timestamp with time zone not null,
  changed_by uuid not null,
  constraint spec_changed_by_fk FOREIGN KEY (tenant_id, changed_by) REFERENCES org.employee(tenant_id, id),
  constraint spec_pk PRIMARY KEY (tenant_id, id),
  constraint spec_place_fk FOREIGN KEY (tenant_id, place_id) REFERENCES org.unit(tenant_id, id)
)
CREATE INDEX spec_changed_by ON requirements.spec USING btree (tenant_id, changed_by)
CREATE INDEX spec_place ON requirements.spec USING btree (tenant_id, place_id)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app
grant UPDATE to rt_app

-- What the steering group said of a version: approved, or sent back and why. Only ever added to.
table requirements.verdict walled (
  tenant_id uuid not null default kernel.here(),
  baseline_id uuid not null,
  approved boolean not null,
  reason text,
  given_at timestamp with time zone not null,
  given_by uuid not null,
  constraint verdict_baseline_fk FOREIGN KEY (tenant_id, baseline_id) REFERENCES requirements.baseline(tenant_id, id),
  constraint verdict_given_by_fk FOREIGN KEY (tenant_id, given_by) REFERENCES org.employee(tenant_id, id),
  constraint verdict_pk PRIMARY KEY (tenant_id, baseline_id),
  constraint verdict_return_says_why CHECK ((approved OR (reason IS NOT NULL)))
)
CREATE INDEX verdict_given_by ON requirements.verdict USING btree (tenant_id, given_by)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app

-- A tablet or computer that a unit shares. On it one picks one's name and types a PIN.
table signin.device walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  unit_id uuid not null,
  name text not null,
  code_hash bytea,
  code_until_at timestamp with time zone,
  token_hash bytea,
  paired_at timestamp with time zone not null,
  paired_by uuid not null,
  claimed_at timestamp with time zone,
  seen_at timestamp with time zone,
  ended_at timestamp with time zone,
  ended_by uuid,
  version integer not null default 1,
  constraint device_ended_by_fk FOREIGN KEY (tenant_id, ended_by) REFERENCES org.employee(tenant_id, id),
  constraint device_ended_whole CHECK (((ended_at IS NULL) = (ended_by IS NULL))),
  constraint device_paired_by_fk FOREIGN KEY (tenant_id, paired_by) REFERENCES org.employee(tenant_id, id),
  constraint device_pk PRIMARY KEY (tenant_id, id),
  constraint device_token_unique UNIQUE (tenant_id, token_hash),
  constraint device_unit_fk FOREIGN KEY (tenant_id, unit_id) REFERENCES org.unit(tenant_id, id)
)
CREATE INDEX device_ended_by ON signin.device USING btree (tenant_id, ended_by)
CREATE INDEX device_paired_by ON signin.device USING btree (tenant_id, paired_by)
CREATE INDEX device_unit ON signin.device USING btree (tenant_id, unit_id)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app
grant UPDATE to rt_app

-- Roles that stand on another house's word. They end when a sign-in comes without the privilege.
table signin.granted walled (
  tenant_id uuid not null default kernel.here(),
  role_grant_id uuid not null,
  provider_id uuid not null,
  granted_at timestamp with time zone not null,
  constraint granted_pk PRIMARY KEY (tenant_id, role_grant_id),
  constraint granted_provider_fk FOREIGN KEY (tenant_id, provider_id) REFERENCES signin.provider(tenant_id, id),
  constraint granted_role_grant_fk FOREIGN KEY (tenant_id, role_grant_id) REFERENCES org.role_grant(tenant_id, id)
)
CREATE INDEX granted_provider ON signin.granted USING btree (tenant_id, provider_id)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app

-- How often something was tried. A try is taken before anything is compared, in one statement, so that tries at the same time cannot pass together.
table signin.guess walled (
  tenant_id uuid not null default kernel.here(),
  key bytea not null,
  tries integer not null,
  in_all integer not null,
  last_at timestamp with time zone not null,
  wait_until_at timestamp with time zone not null,
  constraint guess_pk PRIMARY KEY (tenant_id, key),
  constraint guess_tenant_fk FOREIGN KEY (tenant_id) REFERENCES kernel.tenant(id)
)
CREATE INDEX guess_age ON signin.guess USING btree (tenant_id, last_at)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant DELETE to rt_app
grant INSERT to rt_app
grant SELECT to rt_app
grant UPDATE to rt_app

-- Which employee somebody is at another house, by that house's lasting id. Never by e-mail.
table signin.identity walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  provider_id uuid not null,
  subject text not null,
  employee_id uuid not null,
  linked_at timestamp with time zone not null,
  linked_by uuid,
  constraint identity_employee_fk FOREIGN KEY (tenant_id, employee_id) REFERENCES org.employee(tenant_id, id),
  constraint identity_linked_by_fk FOREIGN KEY (tenant_id, linked_by) REFERENCES org.employee(tenant_id, id),
  constraint identity_pk PRIMARY KEY (tenant_id, id),
  constraint identity_provider_fk FOREIGN KEY (tenant_id, provider_id) REFERENCES signin.provider(tenant_id, id),
  constraint identity_subject_unique UNIQUE (tenant_id, provider_id, subject)
)
CREATE INDEX identity_employee ON signin.identity USING btree (tenant_id, employee_id)
CREATE INDEX identity_linked_by ON signin.identity USING btree (tenant_id, linked_by)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant DELETE to rt_app
grant INSERT to rt_app
grant SELECT to rt_app

-- A passkey on a person's phone, computer or key.
table signin.passkey walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  employee_id uuid not null,
  name text not null,
  credential text not null,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null default '{}'::text[],
  host text not null,
  added_at timestamp with time zone not null,
  used_at timestamp with time zone,
  constraint passkey_credential_unique UNIQUE (tenant_id, credential),
  constraint passkey_employee_fk FOREIGN KEY (tenant_id, employee_id) REFERENCES signin.person(tenant_id, employee_id),
  constraint passkey_pk PRIMARY KEY (tenant_id, id)
)
CREATE INDEX passkey_employee ON signin.passkey USING btree (tenant_id, employee_id)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant DELETE to rt_app
grant INSERT to rt_app
grant SELECT to rt_app
grant update (counter) to rt_app
grant update (name) to rt_app
grant update (used_at) to rt_app

-- What an employee signs in with, beside the password.
table signin.person walled (
  tenant_id uuid not null default kernel.here(),
  employee_id uuid not null,
  once_until_at timestamp with time zone,
  password_set_at timestamp with time zone,
  full_at timestamp with time zone,
  totp_sealed bytea,
  totp_since_at timestamp with time zone,
  totp_step bigint,
  pin_hash text,
  pin_set_at timestamp with time zone,
  passkey_handle bytea,
  constraint person_employee_fk FOREIGN KEY (tenant_id, employee_id) REFERENCES org.employee(tenant_id, id),
  constraint person_pin_whole CHECK (((pin_hash IS NULL) = (pin_set_at IS NULL))),
  constraint person_pk PRIMARY KEY (tenant_id, employee_id),
  constraint person_totp_whole CHECK (((totp_sealed IS NULL) = (totp_since_at IS NULL)))
)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app
grant UPDATE to rt_app

-- What the municipality demands of a sign-in, from a day on. The latest row that has begun is in force; of two for the same day the one decided last.
table signin.policy walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  valid_from date not null,
  second_factor text not null,
  least_assurance text not null,
  lock_minutes integer not null,
  full_hours integer not null,
  decided_at timestamp with time zone not null,
  decided_by uuid,
  constraint policy_assurance_known CHECK ((least_assurance = ANY (ARRAY['low'::text, 'substantial'::text, 'high'::text]))),
  constraint policy_decided_by_fk FOREIGN KEY (tenant_id, decided_by) REFERENCES org.employee(tenant_id, id),
  constraint policy_full_range CHECK (((full_hours >= 1) AND (full_hours <= 336))),
  constraint policy_lock_range CHECK (((lock_minutes >= 1) AND (lock_minutes <= 60))),
  constraint policy_pk PRIMARY KEY (tenant_id, id),
  constraint policy_second_factor_known CHECK ((second_factor = ANY (ARRAY['offered'::text, 'administrators'::text, 'everyone'::text]))),
  constraint policy_tenant_fk FOREIGN KEY (tenant_id) REFERENCES kernel.tenant(id)
)
CREATE INDEX policy_decided_by ON signin.policy USING btree (tenant_id, decided_by)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app

-- Another house that may say who somebody is: the municipality's own identity provider, by OpenID Connect or SAML 2.0.
table signin.provider walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  kind text not null,
  label text not null,
  setup jsonb not null,
  secret_sealed bytea,
  closed_on date,
  version integer not null default 1,
  changed_at timestamp with time zone not null,
  changed_by uuid,
  constraint provider_changed_by_fk FOREIGN KEY (tenant_id, changed_by) REFERENCES org.employee(tenant_id, id),
  constraint provider_kind_known CHECK ((kind = ANY (ARRAY['oidc'::text, 'saml'::text]))),
  constraint provider_pk PRIMARY KEY (tenant_id, id),
  constraint provider_tenant_fk FOREIGN KEY (tenant_id) REFERENCES kernel.tenant(id)
)
CREATE INDEX provider_changed_by ON signin.provider USING btree (tenant_id, changed_by)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app
grant UPDATE to rt_app

-- Codes on paper for the day the phone is gone. Each works once: used, its row goes.
table signin.recovery_code walled (
  tenant_id uuid not null default kernel.here(),
  employee_id uuid not null,
  code_hash bytea not null,
  constraint recovery_code_employee_fk FOREIGN KEY (tenant_id, employee_id) REFERENCES signin.person(tenant_id, employee_id),
  constraint recovery_code_pk PRIMARY KEY (tenant_id, employee_id, code_hash)
)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant DELETE to rt_app
grant INSERT to rt_app
grant SELECT to rt_app

-- Somebody half-way through a door: the password was right and more is asked, or a passkey is awaited. Ten minutes, one browser.
table signin.step walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  token_hash bytea not null,
  employee_id uuid,
  proved text[] not null default '{}'::text[],
  challenge text,
  totp_sealed bytea,
  started_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  constraint step_employee_fk FOREIGN KEY (tenant_id, employee_id) REFERENCES org.employee(tenant_id, id),
  constraint step_pk PRIMARY KEY (tenant_id, id),
  constraint step_tenant_fk FOREIGN KEY (tenant_id) REFERENCES kernel.tenant(id),
  constraint step_token_unique UNIQUE (tenant_id, token_hash)
)
CREATE INDEX step_age ON signin.step USING btree (tenant_id, expires_at)
CREATE INDEX step_employee ON signin.step USING btree (tenant_id, employee_id)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant DELETE to rt_app
grant INSERT to rt_app
grant SELECT to rt_app
grant update (challenge) to rt_app
grant update (employee_id) to rt_app
grant update (ended_at) to rt_app
grant update (proved) to rt_app
grant update (totp_sealed) to rt_app

-- A browser that was sent to another house to say who it is. Ten minutes, one browser, one answer.
table signin.trip walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  provider_id uuid not null,
  token_hash bytea not null,
  request text not null,
  return_to text not null,
  started_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  answered_at timestamp with time zone,
  ticket_hash bytea,
  employee_id uuid,
  assurance text,
  ended_at timestamp with time zone,
  constraint trip_employee_fk FOREIGN KEY (tenant_id, employee_id) REFERENCES org.employee(tenant_id, id),
  constraint trip_pk PRIMARY KEY (tenant_id, id),
  constraint trip_provider_fk FOREIGN KEY (tenant_id, provider_id) REFERENCES signin.provider(tenant_id, id),
  constraint trip_request_unique UNIQUE (tenant_id, request)
)
CREATE INDEX trip_age ON signin.trip USING btree (tenant_id, expires_at)
CREATE INDEX trip_employee ON signin.trip USING btree (tenant_id, employee_id)
CREATE INDEX trip_provider ON signin.trip USING btree (tenant_id, provider_id)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant DELETE to rt_app
grant INSERT to rt_app
grant SELECT to rt_app
grant update (answered_at) to rt_app
grant update (assurance) to rt_app
grant update (employee_id) to rt_app
grant update (ended_at) to rt_app
grant update (ticket_hash) to rt_app

-- Who came today, where people do not live.
table stays.attendance walled (
  tenant_id uuid not null default kernel.here(),
  citizen_id uuid not null,
  unit_id uuid not null,
  day date not null,
  here boolean not null,
  marked_by uuid not null,
  marked_at timestamp with time zone not null,
  constraint attendance_citizen_fk FOREIGN KEY (tenant_id, citizen_id) REFERENCES citizens.citizen(tenant_id, id),
  constraint attendance_pk PRIMARY KEY (tenant_id, unit_id, day, citizen_id),
  constraint attendance_unit_fk FOREIGN KEY (tenant_id, unit_id) REFERENCES org.unit(tenant_id, id)
)
CREATE INDEX attendance_citizen ON stays.attendance USING btree (tenant_id, citizen_id)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app
grant UPDATE to rt_app

-- A citizen at a unit for a period. Several at once are possible when they are of different kinds.
table stays.stay walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  external_id text,
  citizen_id uuid not null,
  unit_id uuid not null,
  kind text not null,
  legal_ground text,
  starts_on date not null,
  ends_on date,
  end_reason text,
  version integer not null default 1,
  changed_at timestamp with time zone not null,
  changed_by uuid,
  constraint stay_citizen_fk FOREIGN KEY (tenant_id, citizen_id) REFERENCES citizens.citizen(tenant_id, id),
  constraint stay_end_reason_known CHECK ((end_reason = ANY (ARRAY['moved-home'::text, 'moved-on'::text, 'died'::text, 'ended'::text]))),
  constraint stay_end_says_why CHECK (((ends_on IS NULL) = (end_reason IS NULL))),
  constraint stay_external_unique UNIQUE (tenant_id, external_id),
  constraint stay_kind_known CHECK ((kind = ANY (ARRAY['home'::text, 'day'::text, 'support'::text, 'treatment'::text, 'respite'::text]))),
  constraint stay_one_of_a_kind_at_a_time EXCLUDE USING gist (tenant_id WITH =, citizen_id WITH =, kind WITH =, daterange(starts_on, ends_on, '[)'::text) WITH &&),
  constraint stay_period CHECK ((ends_on >= starts_on)),
  constraint stay_pk PRIMARY KEY (tenant_id, id),
  constraint stay_unit_fk FOREIGN KEY (tenant_id, unit_id) REFERENCES org.unit(tenant_id, id)
)
CREATE INDEX stay_citizen ON stays.stay USING btree (tenant_id, citizen_id)
CREATE INDEX stay_unit ON stays.stay USING btree (tenant_id, unit_id, starts_on)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app
grant UPDATE to rt_app

-- Something a person is to do by a day. Made by the feature it belongs to, in the transaction of its reason; never deleted.
table tasks.task walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  unit_id uuid not null,
  kind text not null,
  once_key text,
  about jsonb not null default '{}'::jsonb,
  role text,
  assignee_id uuid,
  except_id uuid,
  outcomes text[] not null default '{}'::text[],
  due_on date not null,
  created_at timestamp with time zone not null,
  reminded_at timestamp with time zone,
  reminders smallint not null default 0,
  done_at timestamp with time zone,
  done_by uuid,
  outcome text,
  note text,
  version integer not null default 1,
  right_name text,
  constraint task_assignee_fk FOREIGN KEY (tenant_id, assignee_id) REFERENCES org.employee(tenant_id, id),
  constraint task_done_says_outcome CHECK (((done_at IS NULL) = (outcome IS NULL))),
  constraint task_for_somebody CHECK ((num_nonnulls(role, assignee_id) = 1)),
  constraint task_kind_of_a_feature CHECK ((kind ~ '^[a-z]+\.[a-z-]+$'::text)),
  constraint task_once UNIQUE (tenant_id, kind, once_key),
  constraint task_pk PRIMARY KEY (tenant_id, id),
  constraint task_tenant_fk FOREIGN KEY (tenant_id) REFERENCES kernel.tenant(id),
  constraint task_unit_fk FOREIGN KEY (tenant_id, unit_id) REFERENCES org.unit(tenant_id, id)
)
CREATE INDEX task_assignee ON tasks.task USING btree (tenant_id, assignee_id) WHERE (assignee_id IS NOT NULL)
CREATE INDEX task_open ON tasks.task USING btree (tenant_id, due_on) WHERE (done_at IS NULL)
CREATE INDEX task_unit ON tasks.task USING btree (tenant_id, unit_id, due_on)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app
grant update (assignee_id) to rt_app
grant update (done_at) to rt_app
grant update (done_by) to rt_app
grant update (due_on) to rt_app
grant update (note) to rt_app
grant update (outcome) to rt_app
grant update (reminded_at) to rt_app
grant update (reminders) to rt_app
grant update (right_name) to rt_app
grant update (role) to rt_app
grant update (version) to rt_app

-- A change to the product that is proposed, ordered, declined or done without (tilretning). None is settled without a decision.
table tender.adaptation walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  external_id text,
  tender_id uuid not null,
  number integer not null,
  requirement_id uuid not null,
  bid_id uuid,
  source text not null,
  title text not null,
  hours numeric(7,1),
  price_oere bigint,
  cost_of_not text not null,
  state text not null,
  decision_id uuid,
  agreed_by text,
  outcome text not null default ''::text,
  due_on date,
  version integer not null default 1,
  changed_at timestamp with time zone not null,
  changed_by uuid not null,
  line_id uuid,
  asked_unit_id uuid,
  leader_id uuid,
  agreed_at timestamp with time zone,
  refused_because text not null default ''::text,
  constraint adaptation_asked_unit_fk FOREIGN KEY (tenant_id, asked_unit_id) REFERENCES org.unit(tenant_id, id),
  constraint adaptation_bid_fk FOREIGN KEY (tenant_id, bid_id) REFERENCES tender.bid(tenant_id, id),
  constraint adaptation_changed_by_fk FOREIGN KEY (tenant_id, changed_by) REFERENCES org.employee(tenant_id, id),
  constraint adaptation_decision_fk FOREIGN KEY (tenant_id, decision_id) REFERENCES decisions.decision(tenant_id, id),
  constraint adaptation_external_unique UNIQUE (tenant_id, external_id),
  constraint adaptation_leader_fk FOREIGN KEY (tenant_id, leader_id) REFERENCES org.employee(tenant_id, id),
  constraint adaptation_line_fk FOREIGN KEY (tenant_id, line_id) REFERENCES requirements.line(tenant_id, id),
  constraint adaptation_number_unique UNIQUE (tenant_id, tender_id, number),
  constraint adaptation_pk PRIMARY KEY (tenant_id, id),
  constraint adaptation_requirement_fk FOREIGN KEY (tenant_id, requirement_id) REFERENCES requirements.requirement(tenant_id, id),
  constraint adaptation_settled_by_decision CHECK (((state = 'proposed'::text) = (decision_id IS NULL))),
  constraint adaptation_source_known CHECK ((source = ANY (ARRAY['bid'::text, 'clarification'::text, 'case'::text]))),
  constraint adaptation_state_known CHECK ((state = ANY (ARRAY['proposed'::text, 'ordered'::text, 'declined'::text, 'postponed'::text, 'way-proposed'::text, 'changed-way'::text, 'delivered'::text, 'accepted'::text]))),
  constraint adaptation_tender_fk FOREIGN KEY (tenant_id, tender_id) REFERENCES tender.tender(tenant_id, id),
  constraint adaptation_way_asks CHECK (((state <> 'way-proposed'::text) OR (asked_unit_id IS NOT NULL))),
  constraint adaptation_way_has_yes CHECK (((state <> 'changed-way'::text) OR (leader_id IS NOT NULL) OR (agreed_by IS NOT NULL)))
)
CREATE INDEX adaptation_asked_unit ON tender.adaptation USING btree (tenant_id, asked_unit_id)
CREATE INDEX adaptation_bid ON tender.adaptation USING btree (tenant_id, bid_id)
CREATE INDEX adaptation_changed_by ON tender.adaptation USING btree (tenant_id, changed_by)
CREATE INDEX adaptation_decision ON tender.adaptation USING btree (tenant_id, decision_id)
CREATE INDEX adaptation_leader ON tender.adaptation USING btree (tenant_id, leader_id)
CREATE INDEX adaptation_line ON tender.adaptation USING btree (tenant_id, line_id)
CREATE INDEX adaptation_requirement ON tender.adaptation USING btree (tenant_id, requirement_id)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app
grant UPDATE to rt_app

-- What a bid answers to a requirement. Never changed; rows are only ever added.
table tender.answer walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  bid_id uuid not null,
  requirement_id uuid not null,
  level text not null,
  text text not null,
  hours numeric(7,1),
  price_oere bigint,
  reservation text not null,
  evidence text not null,
  constraint answer_bid_fk FOREIGN KEY (tenant_id, bid_id) REFERENCES tender.bid(tenant_id, id),
  constraint answer_level_known CHECK ((level = ANY (ARRAY['standard'::text, 'set-up'::text, 'adaptation'::text, 'other-way'::text, 'not-offered'::text, 'unanswered'::text]))),
  constraint answer_once UNIQUE (tenant_id, bid_id, requirement_id),
  constraint answer_pk PRIMARY KEY (tenant_id, id),
  constraint answer_requirement_fk FOREIGN KEY (tenant_id, requirement_id) REFERENCES requirements.requirement(tenant_id, id)
)
CREATE INDEX answer_requirement ON tender.answer USING btree (tenant_id, requirement_id)
policy bid_stands for r to public using ((NOT (EXISTS ( SELECT
   FROM tender.bid_withdrawal gone
  WHERE ((gone.tenant_id = answer.tenant_id) AND (gone.bid_id = answer.bid_id))))))
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app

-- What a bid answers to one row of a requirement. Never changed; rows are only ever added.
table tender.answer_row walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  answer_id uuid not null,
  bid_id uuid not null,
  line_id uuid not null,
  is_own boolean not null,
  level text not null,
  text text not null,
  hours numeric(7,1),
  price_oere bigint,
  reservation text not null,
  evidence text not null,
  constraint answer_row_answer_fk FOREIGN KEY (tenant_id, answer_id) REFERENCES tender.answer(tenant_id, id),
  constraint answer_row_bid_fk FOREIGN KEY (tenant_id, bid_id) REFERENCES tender.bid(tenant_id, id),
  constraint answer_row_level_known CHECK ((level = ANY (ARRAY['standard'::text, 'set-up'::text, 'adaptation'::text, 'other-way'::text, 'not-offered'::text, 'unanswered'::text]))),
  constraint answer_row_line_fk FOREIGN KEY (tenant_id, line_id) REFERENCES requirements.line(tenant_id, id),
  constraint answer_row_once UNIQUE (tenant_id, bid_id, line_id),
  constraint answer_row_pk PRIMARY KEY (tenant_id, id)
)
CREATE INDEX answer_row_answer ON tender.answer_row USING btree (tenant_id, answer_id)
CREATE INDEX answer_row_line ON tender.answer_row USING btree (tenant_id, line_id)
policy bid_stands for r to public using ((NOT (EXISTS ( SELECT
   FROM tender.bid_withdrawal gone
  WHERE ((gone.tenant_id = answer_row.tenant_id) AND (gone.bid_id = answer_row.bid_id))))))
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app

-- The award (tildeling) with everything it was worked out from. What was written down stands; only the second key is added.
table tender.award walled (
  tenant_id uuid not null default kernel.here(),
  tender_id uuid not null,
  winner_id uuid not null,
  input jsonb not null,
  input_hash text not null,
  result jsonb not null,
  why text not null,
  minimum_note text,
  drafted_at timestamp with time zone not null,
  drafted_by uuid not null,
  approved_at timestamp with time zone,
  approved_by uuid,
  constraint award_approved_by_fk FOREIGN KEY (tenant_id, approved_by) REFERENCES org.employee(tenant_id, id),
  constraint award_drafted_by_fk FOREIGN KEY (tenant_id, drafted_by) REFERENCES org.employee(tenant_id, id),
  constraint award_pk PRIMARY KEY (tenant_id, tender_id),
  constraint award_tender_fk FOREIGN KEY (tenant_id, tender_id) REFERENCES tender.tender(tenant_id, id),
  constraint award_two_keys CHECK (((approved_by IS NULL) OR (approved_by <> drafted_by))),
  constraint award_winner_fk FOREIGN KEY (tenant_id, winner_id) REFERENCES tender.bid(tenant_id, id)
)
CREATE INDEX award_approved_by ON tender.award USING btree (tenant_id, approved_by)
CREATE INDEX award_drafted_by ON tender.award USING btree (tenant_id, drafted_by)
CREATE INDEX award_winner ON tender.award USING btree (tenant_id, winner_id)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant DELETE to rt_app
grant INSERT to rt_app
grant SELECT to rt_app
grant update (approved_at) to rt_app
grant update (approved_by) to rt_app

-- A bid (leverandørtilbud) as it was loaded after opening. Never changed; rows are only ever added.
table tender.bid walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  tender_id uuid not null,
  letter text not null,
  vendor text not null,
  receipt text not null,
  received_at timestamp with time zone not null,
  price_oere bigint not null,
  price_lines jsonb not null,
  file_id uuid not null,
  loaded_at timestamp with time zone not null,
  loaded_by uuid not null,
  constraint bid_file_fk FOREIGN KEY (tenant_id, file_id) REFERENCES tender.file(tenant_id, id),
  constraint bid_letter_form CHECK ((letter ~ '^[A-Z]$'::text)),
  constraint bid_letter_unique UNIQUE (tenant_id, tender_id, letter),
  constraint bid_loaded_by_fk FOREIGN KEY (tenant_id, loaded_by) REFERENCES org.employee(tenant_id, id),
  constraint bid_pk PRIMARY KEY (tenant_id, id),
  constraint bid_price_positive CHECK ((price_oere > 0)),
  constraint bid_tender_fk FOREIGN KEY (tenant_id, tender_id) REFERENCES tender.tender(tenant_id, id)
)
CREATE INDEX bid_file ON tender.bid USING btree (tenant_id, file_id)
CREATE INDEX bid_loaded_by ON tender.bid USING btree (tenant_id, loaded_by)
CREATE INDEX bid_receipt ON tender.bid USING btree (tenant_id, tender_id, receipt)
policy bid_stands for r to public using ((NOT (EXISTS ( SELECT
   FROM tender.bid_withdrawal gone
  WHERE ((gone.tenant_id = bid.tenant_id) AND (gone.bid_id = bid.id))))))
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app

-- A bid that was loaded by mistake: another bidder's, a draft, the wrong file. What it said is hidden by the policies below; that it was loaded, and why it went, stays. Only ever added to.
table tender.bid_withdrawal walled (
  tenant_id uuid not null default kernel.here(),
  bid_id uuid not null,
  tender_id uuid not null,
  file_id uuid not null,
  letter text not null,
  vendor text not null,
  receipt text not null,
  because text not null,
  withdrawn_at timestamp with time zone not null,
  withdrawn_by uuid not null,
  constraint bid_withdrawal_bid_fk FOREIGN KEY (tenant_id, bid_id) REFERENCES tender.bid(tenant_id, id),
  constraint bid_withdrawal_by_fk FOREIGN KEY (tenant_id, withdrawn_by) REFERENCES org.employee(tenant_id, id),
  constraint bid_withdrawal_file_fk FOREIGN KEY (tenant_id, file_id) REFERENCES tender.file(tenant_id, id),
  constraint bid_withdrawal_pk PRIMARY KEY (tenant_id, bid_id),
  constraint bid_withdrawal_says_why CHECK ((btrim(because) <> ''::text)),
  constraint bid_withdrawal_tender_fk FOREIGN KEY (tenant_id, tender_id) REFERENCES tender.tender(tenant_id, id)
)
CREATE INDEX bid_withdrawal_by ON tender.bid_withdrawal USING btree (tenant_id, withdrawn_by)
CREATE INDEX bid_withdrawal_file ON tender.bid_withdrawal USING btree (tenant_id, file_id)
CREATE INDEX bid_withdrawal_tender ON tender.bid_withdrawal USING btree (tenant_id, tender_id)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app

-- The panel's points to one bid on one requirement, by the model's own rule, and the reason the bidder is told.
table tender.consensus walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  bid_id uuid not null,
  requirement_id uuid not null,
  points numeric(7,4) not null,
  reason text not null,
  dissent text not null default ''::text,
  version integer not null default 1,
  settled_at timestamp with time zone not null,
  settled_by uuid not null,
  constraint consensus_bid_fk FOREIGN KEY (tenant_id, bid_id) REFERENCES tender.bid(tenant_id, id),
  constraint consensus_has_reason CHECK ((btrim(reason) <> ''::text)),
  constraint consensus_once UNIQUE (tenant_id, bid_id, requirement_id),
  constraint consensus_pk PRIMARY KEY (tenant_id, id),
  constraint consensus_requirement_fk FOREIGN KEY (tenant_id, requirement_id) REFERENCES requirements.requirement(tenant_id, id),
  constraint consensus_settled_by_fk FOREIGN KEY (tenant_id, settled_by) REFERENCES org.employee(tenant_id, id)
)
CREATE INDEX consensus_requirement ON tender.consensus USING btree (tenant_id, requirement_id)
CREATE INDEX consensus_settled_by ON tender.consensus USING btree (tenant_id, settled_by)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app
grant UPDATE to rt_app

-- A correction sheet (rettelsesblad): what was changed after publishing, and exactly how. Only ever added to.
table tender.correction walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  tender_id uuid not null,
  number smallint not null,
  note text not null,
  changes jsonb not null,
  made_at timestamp with time zone not null,
  made_by uuid not null,
  constraint correction_made_by_fk FOREIGN KEY (tenant_id, made_by) REFERENCES org.employee(tenant_id, id),
  constraint correction_number_unique UNIQUE (tenant_id, tender_id, number),
  constraint correction_pk PRIMARY KEY (tenant_id, id),
  constraint correction_tender_fk FOREIGN KEY (tenant_id, tender_id) REFERENCES tender.tender(tenant_id, id)
)
CREATE INDEX correction_made_by ON tender.correction USING btree (tenant_id, made_by)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app

-- What somebody says of own interests (habilitetserklæring) before seeing a bid. Only ever added to.
table tender.declaration walled (
  tenant_id uuid not null default kernel.here(),
  tender_id uuid not null,
  employee_id uuid not null,
  is_conflicted boolean not null,
  said text not null,
  given_at timestamp with time zone not null,
  constraint declaration_employee_fk FOREIGN KEY (tenant_id, employee_id) REFERENCES org.employee(tenant_id, id),
  constraint declaration_pk PRIMARY KEY (tenant_id, tender_id, employee_id),
  constraint declaration_tender_fk FOREIGN KEY (tenant_id, tender_id) REFERENCES tender.tender(tenant_id, id)
)
CREATE INDEX declaration_employee ON tender.declaration USING btree (tenant_id, employee_id)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app

-- A file made of the tender, or the answer file of a bidder as it was loaded. Only ever added to.
table tender.file walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  tender_id uuid not null,
  what text not null,
  name text not null,
  media_type text not null,
  size_bytes integer not null,
  sha256 bytea not null,
  content bytea not null,
  is_sealed boolean not null,
  made_at timestamp with time zone not null,
  made_by uuid not null,
  constraint file_made_by_fk FOREIGN KEY (tenant_id, made_by) REFERENCES org.employee(tenant_id, id),
  constraint file_pk PRIMARY KEY (tenant_id, id),
  constraint file_size CHECK (((size_bytes >= 1) AND (size_bytes <= 20971520))),
  constraint file_tender_fk FOREIGN KEY (tenant_id, tender_id) REFERENCES tender.tender(tenant_id, id)
)
CREATE INDEX file_made_by ON tender.file USING btree (tenant_id, made_by)
CREATE INDEX file_tender ON tender.file USING btree (tenant_id, tender_id, made_at DESC)
policy bid_stands for r to public using ((NOT (EXISTS ( SELECT
   FROM tender.bid_withdrawal gone
  WHERE ((gone.tenant_id = file.tenant_id) AND (gone.file_id = file.id))))))
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app

-- Something a unit needs that the chosen system does not do as it stands (gab).
table tender.gap walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  external_id text,
  tender_id uuid not null,
  unit_id uuid not null,
  number integer not null,
  text text not null,
  state text not null,
  decision_id uuid,
  next_step text not null default ''::text,
  next_on date,
  version integer not null default 1,
  changed_at timestamp with time zone not null,
  changed_by uuid not null,
  line_id uuid,
  agreed_by uuid,
  agreed_at timestamp with time zone,
  refused_because text not null default ''::text,
  constraint gap_agreed_by_fk FOREIGN KEY (tenant_id, agreed_by) REFERENCES org.employee(tenant_id, id),
  constraint gap_changed_by_fk FOREIGN KEY (tenant_id, changed_by) REFERENCES org.employee(tenant_id, id),
  constraint gap_decision_fk FOREIGN KEY (tenant_id, decision_id) REFERENCES decisions.decision(tenant_id, id),
  constraint gap_external_unique UNIQUE (tenant_id, external_id),
  constraint gap_line_fk FOREIGN KEY (tenant_id, line_id) REFERENCES requirements.line(tenant_id, id),
  constraint gap_number_unique UNIQUE (tenant_id, tender_id, number),
  constraint gap_pk PRIMARY KEY (tenant_id, id),
  constraint gap_state_known CHECK ((state = ANY (ARRAY['open'::text, 'set-up'::text, 'way-proposed'::text, 'changed-way'::text, 'with-vendor'::text, 'adaptation'::text, 'closed'::text]))),
  constraint gap_tender_fk FOREIGN KEY (tenant_id, tender_id) REFERENCES tender.tender(tenant_id, id),
  constraint gap_unit_fk FOREIGN KEY (tenant_id, unit_id) REFERENCES org.unit(tenant_id, id),
  constraint gap_way_has_yes CHECK ((((state = 'changed-way'::text) = (agreed_by IS NOT NULL)) AND ((agreed_by IS NULL) = (agreed_at IS NULL))))
)
CREATE INDEX gap_agreed_by ON tender.gap USING btree (tenant_id, agreed_by)
CREATE INDEX gap_changed_by ON tender.gap USING btree (tenant_id, changed_by)
CREATE INDEX gap_decision ON tender.gap USING btree (tenant_id, decision_id)
CREATE INDEX gap_line ON tender.gap USING btree (tenant_id, line_id)
CREATE INDEX gap_unit ON tender.gap USING btree (tenant_id, unit_id)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app
grant UPDATE to rt_app

-- What a bidder was told of the award, and why. Only ever added to.
table tender.letter walled (
  tenant_id uuid not null default kernel.here(),
  bid_id uuid not null,
  has_won boolean not null,
  content jsonb not null,
  made_at timestamp with time zone not null,
  constraint letter_bid_fk FOREIGN KEY (tenant_id, bid_id) REFERENCES tender.bid(tenant_id, id),
  constraint letter_pk PRIMARY KEY (tenant_id, bid_id)
)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app

-- How bids are weighed (evalueringsmodel). A locked one never changes: what corrects it is a new revision.
table tender.model walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  tender_id uuid not null,
  revision smallint not null,
  content jsonb not null,
  content_hash text not null,
  test jsonb,
  tested_at timestamp with time zone,
  locked_at timestamp with time zone,
  locked_by uuid,
  published_at timestamp with time zone,
  correction_id uuid,
  version integer not null default 1,
  changed_at timestamp with time zone not null,
  changed_by uuid not null,
  constraint model_changed_by_fk FOREIGN KEY (tenant_id, changed_by) REFERENCES org.employee(tenant_id, id),
  constraint model_correction_fk FOREIGN KEY (tenant_id, correction_id) REFERENCES tender.correction(tenant_id, id) DEFERRABLE INITIALLY DEFERRED,
  constraint model_locked_by_fk FOREIGN KEY (tenant_id, locked_by) REFERENCES org.employee(tenant_id, id),
  constraint model_locked_was_tested CHECK (((locked_at IS NULL) OR (tested_at IS NOT NULL))),
  constraint model_pk PRIMARY KEY (tenant_id, id),
  constraint model_published_was_locked CHECK (((published_at IS NULL) OR (locked_at IS NOT NULL))),
  constraint model_revision_unique UNIQUE (tenant_id, tender_id, revision),
  constraint model_tender_fk FOREIGN KEY (tenant_id, tender_id) REFERENCES tender.tender(tenant_id, id)
)
CREATE INDEX model_changed_by ON tender.model USING btree (tenant_id, changed_by)
CREATE INDEX model_correction ON tender.model USING btree (tenant_id, correction_id)
CREATE INDEX model_locked_by ON tender.model USING btree (tenant_id, locked_by)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app
grant UPDATE to rt_app

-- A bidder's question, written so that nobody can tell who asked, and its answer to all of them. Who asked is stored nowhere.
table tender.question walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  external_id text,
  tender_id uuid not null,
  number integer not null,
  text text not null,
  asked_on date not null,
  answer text,
  answered_at timestamp with time zone,
  answered_by uuid,
  version integer not null default 1,
  changed_at timestamp with time zone not null,
  changed_by uuid not null,
  constraint question_answered_by_fk FOREIGN KEY (tenant_id, answered_by) REFERENCES org.employee(tenant_id, id),
  constraint question_answered_whole CHECK ((((answer IS NULL) = (answered_at IS NULL)) AND ((answer IS NULL) = (answered_by IS NULL)))),
  constraint question_changed_by_fk FOREIGN KEY (tenant_id, changed_by) REFERENCES org.employee(tenant_id, id),
  constraint question_external_unique UNIQUE (tenant_id, external_id),
  constraint question_number_unique UNIQUE (tenant_id, tender_id, number),
  constraint question_pk PRIMARY KEY (tenant_id, id),
  constraint question_tender_fk FOREIGN KEY (tenant_id, tender_id) REFERENCES tender.tender(tenant_id, id)
)
CREATE INDEX question_answered_by ON tender.question USING btree (tenant_id, answered_by)
CREATE INDEX question_changed_by ON tender.question USING btree (tenant_id, changed_by)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app
grant UPDATE to rt_app

-- What an evaluator found of a bid on one row of a requirement (fit–gap). It gives no points; seen by the evaluator alone until all have handed in.
table tender.row_finding walled (
  tenant_id uuid not null default kernel.here(),
  bid_id uuid not null,
  requirement_id uuid not null,
  line_id uuid not null,
  employee_id uuid not null,
  verdict text not null,
  note text not null,
  given_at timestamp with time zone not null,
  constraint row_finding_bid_fk FOREIGN KEY (tenant_id, bid_id) REFERENCES tender.bid(tenant_id, id),
  constraint row_finding_employee_fk FOREIGN KEY (tenant_id, employee_id) REFERENCES org.employee(tenant_id, id),
  constraint row_finding_line_fk FOREIGN KEY (tenant_id, line_id) REFERENCES requirements.line(tenant_id, id),
  constraint row_finding_pk PRIMARY KEY (tenant_id, bid_id, line_id, employee_id),
  constraint row_finding_requirement_fk FOREIGN KEY (tenant_id, requirement_id) REFERENCES requirements.requirement(tenant_id, id),
  constraint row_finding_says_why CHECK (((verdict = 'fits'::text) OR (btrim(note) <> ''::text))),
  constraint row_finding_verdict_known CHECK ((verdict = ANY (ARRAY['fits'::text, 'partly'::text, 'gap'::text])))
)
CREATE INDEX row_finding_employee ON tender.row_finding USING btree (tenant_id, employee_id)
CREATE INDEX row_finding_line ON tender.row_finding USING btree (tenant_id, line_id)
CREATE INDEX row_finding_requirement ON tender.row_finding USING btree (tenant_id, requirement_id)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app
grant UPDATE to rt_app

-- Points of one evaluator to one bid on one requirement, and why. Seen by the evaluator alone until all have handed in.
table tender.score walled (
  tenant_id uuid not null default kernel.here(),
  bid_id uuid not null,
  requirement_id uuid not null,
  employee_id uuid not null,
  points numeric(5,2) not null,
  reason text not null,
  given_at timestamp with time zone not null,
  constraint score_bid_fk FOREIGN KEY (tenant_id, bid_id) REFERENCES tender.bid(tenant_id, id),
  constraint score_employee_fk FOREIGN KEY (tenant_id, employee_id) REFERENCES org.employee(tenant_id, id),
  constraint score_has_reason CHECK ((btrim(reason) <> ''::text)),
  constraint score_pk PRIMARY KEY (tenant_id, bid_id, requirement_id, employee_id),
  constraint score_points_positive CHECK ((points >= (0)::numeric)),
  constraint score_requirement_fk FOREIGN KEY (tenant_id, requirement_id) REFERENCES requirements.requirement(tenant_id, id)
)
CREATE INDEX score_employee ON tender.score USING btree (tenant_id, employee_id)
CREATE INDEX score_requirement ON tender.score USING btree (tenant_id, requirement_id)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app
grant UPDATE to rt_app

-- Who gives points (evalueringsgruppe).
table tender.seat walled (
  tenant_id uuid not null default kernel.here(),
  tender_id uuid not null,
  number smallint not null,
  employee_id uuid not null,
  excused_at timestamp with time zone,
  excused_because text,
  constraint seat_employee_fk FOREIGN KEY (tenant_id, employee_id) REFERENCES org.employee(tenant_id, id),
  constraint seat_employee_once UNIQUE (tenant_id, tender_id, employee_id),
  constraint seat_excused_says_why CHECK (((excused_at IS NULL) = (excused_because IS NULL))),
  constraint seat_pk PRIMARY KEY (tenant_id, tender_id, number),
  constraint seat_tender_fk FOREIGN KEY (tenant_id, tender_id) REFERENCES tender.tender(tenant_id, id)
)
CREATE INDEX seat_employee ON tender.seat USING btree (tenant_id, employee_id)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant DELETE to rt_app
grant INSERT to rt_app
grant SELECT to rt_app
grant UPDATE to rt_app

-- An evaluator has handed in all points; from then on they stand. Only ever added to.
table tender.submission walled (
  tenant_id uuid not null default kernel.here(),
  tender_id uuid not null,
  employee_id uuid not null,
  submitted_at timestamp with time zone not null,
  constraint submission_employee_fk FOREIGN KEY (tenant_id, employee_id) REFERENCES org.employee(tenant_id, id),
  constraint submission_pk PRIMARY KEY (tenant_id, tender_id, employee_id),
  constraint submission_tender_fk FOREIGN KEY (tenant_id, tender_id) REFERENCES tender.tender(tenant_id, id)
)
CREATE INDEX submission_employee ON tender.submission USING btree (tenant_id, employee_id)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app

-- One purchase put out to bidders (udbud). The bids themselves are received in the municipality's e-tendering system.
table tender.tender walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  place_id uuid not null,
  spec_id uuid not null,
  baseline_id uuid,
  title text not null,
  procedure text not null,
  state text not null,
  questions_close_at timestamp with time zone not null,
  bids_due_at timestamp with time zone not null,
  notice_planned_on date not null,
  data_protection_note text not null default ''::text,
  published_at timestamp with time zone,
  opened_at timestamp with time zone,
  notified_at timestamp with time zone,
  standstill_ends_on date,
  standstill_said text,
  concluded_at timestamp with time zone,
  cancelled_because text,
  version integer not null default 1,
  changed_at timestamp with time zone not null,
  changed_by uuid not null,
  constraint tender_baseline_fk FOREIGN KEY (tenant_id, baseline_id) REFERENCES requirements.baseline(tenant_id, id),
  constraint tender_cancelled_says_why CHECK (((state = 'cancelled'::text) = (cancelled_because IS NOT NULL))),
  constraint tender_changed_by_fk FOREIGN KEY (tenant_id, changed_by) REFERENCES org.employee(tenant_id, id),
  constraint tender_pk PRIMARY KEY (tenant_id, id),
  constraint tender_place_fk FOREIGN KEY (tenant_id, place_id) REFERENCES org.unit(tenant_id, id),
  constraint tender_procedure_known CHECK ((procedure = ANY (ARRAY['mini-tender'::text, 'open'::text, 'restricted'::text, 'negotiated'::text, 'below-threshold'::text]))),
  constraint tender_published_has_version CHECK (((published_at IS NULL) OR (baseline_id IS NOT NULL))),
  constraint tender_questions_before_bids CHECK ((questions_close_at <= bids_due_at)),
  constraint tender_spec_fk FOREIGN KEY (tenant_id, spec_id) REFERENCES requirements.spec(tenant_id, id),
  constraint tender_state_known CHECK ((state = ANY (ARRAY['preparing'::text, 'published'::text, 'opened'::text, 'notified'::text, 'concluded'::text, 'cancelled'::text])))
)
CREATE INDEX tender_baseline ON tender.tender USING btree (tenant_id, baseline_id)
CREATE INDEX tender_changed_by ON tender.tender USING btree (tenant_id, changed_by)
CREATE INDEX tender_place ON tender.tender USING btree (tenant_id, place_id)
CREATE INDEX tender_spec ON tender.tender USING btree (tenant_id, spec_id)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app
grant UPDATE to rt_app

-- A text of the tender set: conditions, trial script, plan, the customer's duties. Begun from an annex template.
table tender.text walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  tender_id uuid not null,
  annex text not null,
  title text not null,
  body text not null,
  position integer not null,
  version integer not null default 1,
  changed_at timestamp with time zone not null,
  changed_by uuid not null,
  constraint text_annex_once UNIQUE (tenant_id, tender_id, annex),
  constraint text_changed_by_fk FOREIGN KEY (tenant_id, changed_by) REFERENCES org.employee(tenant_id, id),
  constraint text_pk PRIMARY KEY (tenant_id, id),
  constraint text_tender_fk FOREIGN KEY (tenant_id, tender_id) REFERENCES tender.tender(tenant_id, id)
)
CREATE INDEX text_changed_by ON tender.text USING btree (tenant_id, changed_by)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app
grant UPDATE to rt_app

-- What came of users trying a bid.
table tender.trial walled (
  tenant_id uuid not null default kernel.here(),
  bid_id uuid not null,
  solved smallint not null,
  note text not null,
  version integer not null default 1,
  recorded_at timestamp with time zone not null,
  recorded_by uuid not null,
  constraint trial_bid_fk FOREIGN KEY (tenant_id, bid_id) REFERENCES tender.bid(tenant_id, id),
  constraint trial_pk PRIMARY KEY (tenant_id, bid_id),
  constraint trial_recorded_by_fk FOREIGN KEY (tenant_id, recorded_by) REFERENCES org.employee(tenant_id, id),
  constraint trial_solved_positive CHECK ((solved >= 0))
)
CREATE INDEX trial_recorded_by ON tender.trial USING btree (tenant_id, recorded_by)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app
grant UPDATE to rt_app

-- A code of a loaded version.
table terminology.concept walled (
  tenant_id uuid not null default kernel.here(),
  system text not null,
  version text not null,
  code text not null,
  parent_code text,
  name text not null,
  list text,
  constraint concept_pk PRIMARY KEY (tenant_id, system, version, code),
  constraint concept_version_fk FOREIGN KEY (tenant_id, system, version) REFERENCES terminology.version(tenant_id, system, version)
)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app

-- A version of a code list, loaded from its official file. Records keep the version they were written under.
table terminology.version walled (
  tenant_id uuid not null default kernel.here(),
  system text not null,
  version text not null,
  title text not null,
  valid_from date not null,
  valid_to date,
  sha256 bytea not null,
  loaded_at timestamp with time zone not null,
  loaded_by uuid not null,
  constraint version_loaded_by_fk FOREIGN KEY (tenant_id, loaded_by) REFERENCES org.employee(tenant_id, id),
  constraint version_period CHECK ((valid_to >= valid_from)),
  constraint version_pk PRIMARY KEY (tenant_id, system, version),
  constraint version_tenant_fk FOREIGN KEY (tenant_id) REFERENCES kernel.tenant(id)
)
CREATE INDEX version_loaded_by ON terminology.version USING btree (tenant_id, loaded_by)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app
grant update (valid_to) to rt_app

-- A linked record that moved away from what was reviewed: what kind of change, when and by whom. Rows are only ever added.
table thread.change walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  kind text not null,
  record_id uuid not null,
  what text not null,
  said text,
  fingerprint text not null,
  changed_at timestamp with time zone not null,
  changed_by uuid,
  constraint change_changed_by_fk FOREIGN KEY (tenant_id, changed_by) REFERENCES org.employee(tenant_id, id),
  constraint change_pk PRIMARY KEY (tenant_id, id),
  constraint change_said_short CHECK ((length(said) <= 200)),
  constraint change_what_known CHECK ((what = ANY (ARRAY['text'::text, 'value'::text, 'owner'::text, 'date'::text])))
)
CREATE INDEX change_changed_by ON thread.change USING btree (tenant_id, changed_by)
CREATE INDEX change_record ON thread.change USING btree (tenant_id, record_id)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app

-- One record follows from another: from is what came first, to is what came of it. Never deleted: a link that no longer holds is ended, with a reason.
table thread.link walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  type text not null,
  from_kind text not null,
  from_id uuid not null,
  to_kind text not null,
  to_id uuid not null,
  from_fingerprint text not null,
  to_fingerprint text not null,
  created_by uuid not null,
  created_at timestamp with time zone not null,
  suspect_at timestamp with time zone,
  from_change_id uuid,
  to_change_id uuid,
  reviewed_by uuid,
  reviewed_at timestamp with time zone,
  ended_by uuid,
  ended_at timestamp with time zone,
  ended_because text,
  constraint link_created_by_fk FOREIGN KEY (tenant_id, created_by) REFERENCES org.employee(tenant_id, id),
  constraint link_ended_by_fk FOREIGN KEY (tenant_id, ended_by) REFERENCES org.employee(tenant_id, id),
  constraint link_ended_says_why CHECK ((((ended_at IS NULL) = (ended_by IS NULL)) AND ((ended_at IS NULL) = (ended_because IS NULL)))),
  constraint link_from_change_fk FOREIGN KEY (tenant_id, from_change_id) REFERENCES thread.change(tenant_id, id),
  constraint link_pk PRIMARY KEY (tenant_id, id),
  constraint link_reviewed_by_fk FOREIGN KEY (tenant_id, reviewed_by) REFERENCES org.employee(tenant_id, id),
  constraint link_reviewed_says_by CHECK (((reviewed_at IS NULL) = (reviewed_by IS NULL))),
  constraint link_suspect_says_why CHECK (((suspect_at IS NULL) = ((from_change_id IS NULL) AND (to_change_id IS NULL)))),
  constraint link_to_change_fk FOREIGN KEY (tenant_id, to_change_id) REFERENCES thread.change(tenant_id, id),
  constraint link_two_ends CHECK ((from_id <> to_id))
)
CREATE INDEX link_created_by ON thread.link USING btree (tenant_id, created_by)
CREATE INDEX link_ended_by ON thread.link USING btree (tenant_id, ended_by) WHERE (ended_by IS NOT NULL)
CREATE INDEX link_from ON thread.link USING btree (tenant_id, from_id, id) WHERE (ended_at IS NULL)
CREATE INDEX link_from_change ON thread.link USING btree (tenant_id, from_change_id) WHERE (from_change_id IS NOT NULL)
CREATE INDEX link_from_type ON thread.link USING btree (tenant_id, from_id, type) WHERE (ended_at IS NULL)
CREATE UNIQUE INDEX link_once ON thread.link USING btree (tenant_id, from_id, to_id, type) WHERE (ended_at IS NULL)
CREATE INDEX link_reviewed_by ON thread.link USING btree (tenant_id, reviewed_by) WHERE (reviewed_by IS NOT NULL)
CREATE INDEX link_suspect ON thread.link USING btree (tenant_id, suspect_at) WHERE ((suspect_at IS NOT NULL) AND (ended_at IS NULL))
CREATE INDEX link_to ON thread.link USING btree (tenant_id, to_id, id) WHERE (ended_at IS NULL)
CREATE INDEX link_to_change ON thread.link USING btree (tenant_id, to_change_id) WHERE (to_change_id IS NOT NULL)
CREATE INDEX link_to_type ON thread.link USING btree (tenant_id, to_id, type) WHERE (ended_at IS NULL)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app
grant update (ended_at) to rt_app
grant update (ended_because) to rt_app
grant update (ended_by) to rt_app
grant update (from_change_id) to rt_app
grant update (from_fingerprint) to rt_app
grant update (reviewed_at) to rt_app
grant update (reviewed_by) to rt_app
grant update (suspect_at) to rt_app
grant update (to_change_id) to rt_app
grant update (to_fingerprint) to rt_app

-- The five minutes that tell of a set-up changed after the course, taken. Rows are only ever added.
table training.briefing walled (
  tenant_id uuid not null default kernel.here(),
  unit_id uuid not null,
  employee_id uuid not null,
  briefed_at timestamp with time zone not null,
  constraint briefing_employee_fk FOREIGN KEY (tenant_id, employee_id) REFERENCES org.employee(tenant_id, id),
  constraint briefing_pk PRIMARY KEY (tenant_id, unit_id, employee_id, briefed_at),
  constraint briefing_unit_fk FOREIGN KEY (tenant_id, unit_id) REFERENCES org.unit(tenant_id, id)
)
CREATE INDEX briefing_employee ON training.briefing USING btree (tenant_id, employee_id)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app

-- What somebody can do, and how it is known. The latest row of a key holds; rows are only ever added.
table training.competence walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  employee_id uuid not null,
  unit_id uuid not null,
  key text not null,
  level text not null,
  evidence text not null,
  since_on date not null,
  expires_on date,
  made_at timestamp with time zone not null,
  made_by uuid not null,
  constraint competence_employee_fk FOREIGN KEY (tenant_id, employee_id) REFERENCES org.employee(tenant_id, id),
  constraint competence_level_known CHECK ((level = ANY (ARRAY['seen'::text, 'can'::text, 'teaches'::text]))),
  constraint competence_made_by_fk FOREIGN KEY (tenant_id, made_by) REFERENCES org.employee(tenant_id, id),
  constraint competence_period CHECK ((expires_on >= since_on)),
  constraint competence_pk PRIMARY KEY (tenant_id, id),
  constraint competence_unit_fk FOREIGN KEY (tenant_id, unit_id) REFERENCES org.unit(tenant_id, id)
)
CREATE INDEX competence_employee ON training.competence USING btree (tenant_id, employee_id, key, made_at)
CREATE INDEX competence_made_by ON training.competence USING btree (tenant_id, made_by)
CREATE INDEX competence_unit ON training.competence USING btree (tenant_id, unit_id)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app

-- A course: for whom, how long, what one can do afterwards.
table training.course walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  external_id text,
  place_id uuid not null,
  code text not null,
  title text not null,
  sort text not null,
  minutes integer not null,
  competences text[] not null,
  covers text not null,
  offer_groups text[] not null,
  staff text not null,
  setting_key text,
  version integer not null default 1,
  changed_at timestamp with time zone not null,
  changed_by uuid not null,
  constraint course_changed_by_fk FOREIGN KEY (tenant_id, changed_by) REFERENCES org.employee(tenant_id, id),
  constraint course_code_unique UNIQUE (tenant_id, place_id, code),
  constraint course_external_unique UNIQUE (tenant_id, external_id),
  constraint course_minutes_some CHECK (((minutes >= 5) AND (minutes <= 6000))),
  constraint course_pk PRIMARY KEY (tenant_id, id),
  constraint course_place_fk FOREIGN KEY (tenant_id, place_id) REFERENCES org.unit(tenant_id, id),
  constraint course_sort_known CHECK ((sort = ANY (ARRAY['start'::text, 'super-user'::text, 'leader'::text, 'brief'::text, 'topic'::text, 'self-study'::text, 'refresher'::text]))),
  constraint course_staff_known CHECK ((staff = ANY (ARRAY['all'::text, 'permanent'::text, 'temps-and-nights'::text, 'super-users'::text, 'leaders'::text])))
)
CREATE INDEX course_changed_by ON training.course USING btree (tenant_id, changed_by)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app
grant UPDATE to rt_app

-- Somebody's place in a session.
table training.enrolment walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  session_id uuid not null,
  employee_id uuid not null,
  unit_id uuid not null,
  state text not null,
  absent_reason text,
  seen_by text,
  state_at timestamp with time zone not null,
  made_at timestamp with time zone not null,
  made_by uuid not null,
  version integer not null default 1,
  changed_by uuid not null,
  constraint enrolment_absent_reason_known CHECK ((absent_reason = ANY (ARRAY['sick'::text, 'no-cover'::text, 'no-show'::text, 'other'::text]))),
  constraint enrolment_absent_says_why CHECK (((state = 'absent'::text) = (absent_reason IS NOT NULL))),
  constraint enrolment_attended_was_seen CHECK (((state = 'attended'::text) = (seen_by IS NOT NULL))),
  constraint enrolment_changed_by_fk FOREIGN KEY (tenant_id, changed_by) REFERENCES org.employee(tenant_id, id),
  constraint enrolment_employee_fk FOREIGN KEY (tenant_id, employee_id) REFERENCES org.employee(tenant_id, id),
  constraint enrolment_made_by_fk FOREIGN KEY (tenant_id, made_by) REFERENCES org.employee(tenant_id, id),
  constraint enrolment_pk PRIMARY KEY (tenant_id, id),
  constraint enrolment_seen_by_known CHECK ((seen_by = ANY (ARRAY['code'::text, 'list'::text]))),
  constraint enrolment_session_fk FOREIGN KEY (tenant_id, session_id) REFERENCES training.session(tenant_id, id),
  constraint enrolment_state_known CHECK ((state = ANY (ARRAY['invited'::text, 'enrolled'::text, 'waiting'::text, 'attended'::text, 'absent'::text, 'left'::text]))),
  constraint enrolment_unit_fk FOREIGN KEY (tenant_id, unit_id) REFERENCES org.unit(tenant_id, id)
)
CREATE INDEX enrolment_changed_by ON training.enrolment USING btree (tenant_id, changed_by)
CREATE INDEX enrolment_employee ON training.enrolment USING btree (tenant_id, employee_id)
CREATE INDEX enrolment_made_by ON training.enrolment USING btree (tenant_id, made_by)
CREATE UNIQUE INDEX enrolment_once ON training.enrolment USING btree (tenant_id, session_id, employee_id) WHERE (state <> 'left'::text)
CREATE INDEX enrolment_session ON training.enrolment USING btree (tenant_id, session_id)
CREATE INDEX enrolment_unit ON training.enrolment USING btree (tenant_id, unit_id)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app
grant UPDATE to rt_app

-- An exercise: the steps of a requirement, done in the unit's own set-up about somebody who does not exist.
table training.exercise walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  course_id uuid not null,
  requirement_id uuid not null,
  title text not null,
  made_up_name text not null,
  steps text[] not null,
  pass_rule text not null,
  version integer not null default 1,
  changed_at timestamp with time zone not null,
  changed_by uuid not null,
  constraint exercise_changed_by_fk FOREIGN KEY (tenant_id, changed_by) REFERENCES org.employee(tenant_id, id),
  constraint exercise_course_fk FOREIGN KEY (tenant_id, course_id) REFERENCES training.course(tenant_id, id),
  constraint exercise_once UNIQUE (tenant_id, course_id, requirement_id),
  constraint exercise_pk PRIMARY KEY (tenant_id, id),
  constraint exercise_requirement_fk FOREIGN KEY (tenant_id, requirement_id) REFERENCES requirements.requirement(tenant_id, id)
)
CREATE INDEX exercise_changed_by ON training.exercise USING btree (tenant_id, changed_by)
CREATE INDEX exercise_requirement ON training.exercise USING btree (tenant_id, requirement_id)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app
grant UPDATE to rt_app

-- An exercise that somebody has passed, as a super-user saw it. Rows are only ever added.
table training.practice walled (
  tenant_id uuid not null default kernel.here(),
  exercise_id uuid not null,
  employee_id uuid not null,
  unit_id uuid not null,
  passed_at timestamp with time zone not null,
  marked_by uuid not null,
  constraint practice_employee_fk FOREIGN KEY (tenant_id, employee_id) REFERENCES org.employee(tenant_id, id),
  constraint practice_exercise_fk FOREIGN KEY (tenant_id, exercise_id) REFERENCES training.exercise(tenant_id, id),
  constraint practice_marked_by_fk FOREIGN KEY (tenant_id, marked_by) REFERENCES org.employee(tenant_id, id),
  constraint practice_pk PRIMARY KEY (tenant_id, exercise_id, employee_id),
  constraint practice_unit_fk FOREIGN KEY (tenant_id, unit_id) REFERENCES org.unit(tenant_id, id)
)
CREATE INDEX practice_employee ON training.practice USING btree (tenant_id, employee_id)
CREATE INDEX practice_marked_by ON training.practice USING btree (tenant_id, marked_by)
CREATE INDEX practice_unit ON training.practice USING btree (tenant_id, unit_id)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app

-- One time a course is held (hold).
table training.session walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  external_id text,
  course_id uuid not null,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  place text not null,
  trainer text not null,
  capacity smallint not null,
  door_code text not null,
  opened_by_decision_id uuid,
  cancelled_because text,
  version integer not null default 1,
  changed_at timestamp with time zone not null,
  changed_by uuid not null,
  trainer_id uuid,
  constraint session_capacity_some CHECK (((capacity >= 1) AND (capacity <= 500))),
  constraint session_changed_by_fk FOREIGN KEY (tenant_id, changed_by) REFERENCES org.employee(tenant_id, id),
  constraint session_course_fk FOREIGN KEY (tenant_id, course_id) REFERENCES training.course(tenant_id, id),
  constraint session_decision_fk FOREIGN KEY (tenant_id, opened_by_decision_id) REFERENCES decisions.decision(tenant_id, id),
  constraint session_external_unique UNIQUE (tenant_id, external_id),
  constraint session_lasts CHECK ((ends_at > starts_at)),
  constraint session_pk PRIMARY KEY (tenant_id, id),
  constraint session_trainer_fk FOREIGN KEY (tenant_id, trainer_id) REFERENCES org.employee(tenant_id, id),
  constraint session_trainer_has_name CHECK (((trainer_id IS NULL) OR (trainer <> ''::text)))
)
CREATE INDEX session_changed_by ON training.session USING btree (tenant_id, changed_by)
CREATE INDEX session_course ON training.session USING btree (tenant_id, course_id, starts_at)
CREATE INDEX session_decision ON training.session USING btree (tenant_id, opened_by_decision_id)
CREATE INDEX session_trainer ON training.session USING btree (tenant_id, trainer_id)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app
grant UPDATE to rt_app

-- Units a session is for.
table training.session_unit walled (
  tenant_id uuid not null default kernel.here(),
  session_id uuid not null,
  unit_id uuid not null,
  constraint session_unit_pk PRIMARY KEY (tenant_id, session_id, unit_id),
  constraint session_unit_session_fk FOREIGN KEY (tenant_id, session_id) REFERENCES training.session(tenant_id, id),
  constraint session_unit_unit_fk FOREIGN KEY (tenant_id, unit_id) REFERENCES org.unit(tenant_id, id)
)
CREATE INDEX session_unit_unit ON training.session_unit USING btree (tenant_id, unit_id)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant DELETE to rt_app
grant INSERT to rt_app
grant SELECT to rt_app

-- Two colleagues in the same role change places between two sessions of a course: one asks, the other answers.
table training.swap walled (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  mine_id uuid not null,
  theirs_id uuid not null,
  asked_at timestamp with time zone not null,
  answered_at timestamp with time zone,
  accepted boolean,
  constraint swap_answer_is_whole CHECK (((answered_at IS NULL) = (accepted IS NULL))),
  constraint swap_mine_fk FOREIGN KEY (tenant_id, mine_id) REFERENCES training.enrolment(tenant_id, id),
  constraint swap_pk PRIMARY KEY (tenant_id, id),
  constraint swap_theirs_fk FOREIGN KEY (tenant_id, theirs_id) REFERENCES training.enrolment(tenant_id, id)
)
CREATE INDEX swap_mine ON training.swap USING btree (tenant_id, mine_id)
CREATE INDEX swap_theirs ON training.swap USING btree (tenant_id, theirs_id)
policy tenant_wall for * to public using ((tenant_id = kernel.here()))
grant INSERT to rt_app
grant SELECT to rt_app
grant UPDATE to rt_app

CREATE OR REPLACE FUNCTION citizens.consents(citizen uuid, sharing_unit uuid, kind text, on_day date)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE
BEGIN ATOMIC
 SELECT consent.to_unit_id
    FROM citizens.consent
   WHERE ((consent.tenant_id = kernel.here()) AND (consent.citizen_id = consents.citizen) AND (consent.unit_id = consents.sharing_unit) AND (consent.what = consents.kind) AND (consent.to_unit_id IS NOT NULL) AND (consent.withdrawn_at IS NULL) AND (consent.from_on <= consents.on_day) AND ((consent.to_on IS NULL) OR (consent.to_on >= consents.on_day)));
END

CREATE OR REPLACE FUNCTION citizens.letters(word text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN (SELECT string_agg(letter.letter, ''::text ORDER BY letter.letter) AS string_agg FROM regexp_split_to_table(letters.word, ''::text) letter(letter))

CREATE OR REPLACE FUNCTION citizens.plain(name text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN translate(replace(replace(replace(lower(name), 'aa'::text, 'å'::text), 'oe'::text, 'ø'::text), 'ae'::text, 'æ'::text), 'åøæäöüéèêáàíóúñç'::text, 'aoaaoueeeaaiounc'::text)

CREATE OR REPLACE FUNCTION citizens.present(employee uuid, citizen uuid, unit uuid, came_on date, on_day date)
 RETURNS boolean
 LANGUAGE sql
 STABLE
RETURN ((came_on = on_day) OR (EXISTS (SELECT FROM org.unit here WHERE ((here.tenant_id = kernel.here()) AND (here.id = present.unit) AND here.round_the_clock))) OR (EXISTS (SELECT FROM citizens.contact_person own WHERE ((own.tenant_id = kernel.here()) AND (own.employee_id = present.employee) AND (own.citizen_id = present.citizen) AND (own.unit_id = present.unit) AND (own.from_on <= present.on_day) AND COALESCE((own.to_on >= present.on_day), true)))))

CREATE OR REPLACE FUNCTION citizens.unit_closes_empty()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if exists (select from citizens.tie
    where tie.tenant_id = new.tenant_id and tie.unit_id = new.id and tie.because = 'stay'
      and (tie.to_on is null or tie.to_on >= new.closed_on)) then
    raise exception 'citizens are tied to the unit' using errcode = '23514', constraint = 'unit_closes_empty';
  end if;
  return new;
end $function$

CREATE OR REPLACE FUNCTION clarification.contacts_on(on_day date)
 RETURNS TABLE(unit_id uuid, contact_id uuid, deputy_id uuid, acting_id uuid)
 LANGUAGE sql
 STABLE
AS $function$
  select contact.unit_id, contact.employee_id, contact.deputy_id,
    case
      when contact.employee_id <> all (away.ids) then contact.employee_id
      when contact.deputy_id <> all (away.ids) then contact.deputy_id
    end
  from clarification.contact
  join org.employee employed on employed.tenant_id = contact.tenant_id and employed.id = contact.employee_id
  left join org.employee deputy on deputy.tenant_id = contact.tenant_id and deputy.id = contact.deputy_id
  cross join lateral (
    select array(select leave.employee_id from clarification.leave
        where leave.tenant_id = kernel.here() and leave.unit_id = contact.unit_id and on_day between leave.from_on and leave.to_on)
      || array_remove(array[case when employed.employed_to < on_day then employed.id end, case when deputy.employed_to < on_day then deputy.id end], null) as ids) away
  where contact.tenant_id = kernel.here() and contact.from_on <= on_day and (contact.to_on is null or contact.to_on >= on_day)
$function$

CREATE OR REPLACE FUNCTION clarification.set_of(unit uuid)
 RETURNS uuid
 LANGUAGE sql
 STABLE
AS $function$
  select question_set.id from clarification.question_set
  join org.branch on branch.tenant_id = question_set.tenant_id and branch.above_id = question_set.place_id and branch.unit_id = unit
  join org.unit place on place.tenant_id = question_set.tenant_id and place.id = question_set.place_id
  where question_set.tenant_id = kernel.here()
  order by place.kind = 'municipality', question_set.number desc limit 1
$function$

CREATE OR REPLACE PROCEDURE db.erase_from(IN erased regclass, IN class text, IN goes_with text, IN belongs text, IN aged text, IN day text, IN "position" integer)
 LANGUAGE plpgsql
AS $procedure$
begin
  if erased::text like 'kernel.%' or erased::text like 'org.%' then raise exception 'never of the house itself: %', erased; end if;
  insert into db.erasable values (erased::text, class, goes_with, belongs, aged, day, "position");
  execute format('grant usage on schema %I to rt_eraser', (select n.nspname from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace where c.oid = erased));
  execute format('grant select, delete on %s to rt_eraser', erased);
end $procedure$

CREATE OR REPLACE FUNCTION decisions.keep_parts()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare whose uuid := case when tg_op = 'DELETE' then old.decision_id else new.decision_id end;
begin
  if exists (select from decisions.decision where tenant_id = kernel.here() and id = whose and decided_on is not null)
  then raise exception 'a decision that was made keeps its options, parts and units' using errcode = 'integrity_constraint_violation';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $function$

CREATE OR REPLACE FUNCTION decisions.keep_words()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if old.decided_on is not null and (old.title, old.question, old.why, old.consequences, old.decided_on, old.number, old.place_id, old.no_option_reason, old.coordinator_exception, old.supersedes_id)
    is distinct from (new.title, new.question, new.why, new.consequences, new.decided_on, new.number, new.place_id, new.no_option_reason, new.coordinator_exception, new.supersedes_id)
  then raise exception 'a decision that was made keeps its words' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $function$

CREATE OR REPLACE FUNCTION journal.citizen_of_note()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  new.citizen_id := (select note.citizen_id from journal.note where note.tenant_id = new.tenant_id and note.id = new.note_id);
  return new;
end $function$

CREATE OR REPLACE FUNCTION journal.search(actor uuid, moment timestamp with time zone, on_day date, right_name text, roles text[], closer_right text, closer_roles text[], closer_kinds text[], days_after integer, words text, most integer, about uuid DEFAULT NULL::uuid)
 RETURNS TABLE(note_id uuid, rank real)
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 50
 SET search_path TO 'pg_catalog', 'pg_temp'
BEGIN ATOMIC
 WITH RECURSIVE held AS MATERIALIZED (
          SELECT held.unit_id,
             held.role,
             held.brief,
             held.lacking
            FROM org.held(search.actor, search.moment, search.on_day) held(unit_id, role, brief, lacking)
         ), allowed AS MATERIALIZED (
          SELECT COALESCE(array_agg(DISTINCT held.unit_id) FILTER (WHERE ((held.role = ANY (search.roles)) AND (search.right_name <> ALL (held.lacking)))), '{}'::uuid[]) AS units,
             COALESCE(array_agg(DISTINCT held.unit_id) FILTER (WHERE ((held.role = ANY (search.roles)) AND (search.right_name <> ALL (held.lacking)) AND (NOT held.brief))), '{}'::uuid[]) AS steady,
             COALESCE(array_agg(DISTINCT held.unit_id) FILTER (WHERE ((held.role = ANY (search.closer_roles)) AND (search.closer_right <> ALL (held.lacking)))), '{}'::uuid[]) AS closer
            FROM held
         ), seen AS MATERIALIZED (
         (
                  SELECT DISTINCT tie.citizen_id
                    FROM citizens.tie
                   WHERE ((tie.tenant_id = kernel.here()) AND (tie.unit_id = ANY (( SELECT allowed.units
                            FROM allowed)::uuid[])) AND (tie.from_on <= search.on_day) AND ((search.about IS NULL) OR (tie.citizen_id = search.about)) AND
                         CASE
                             WHEN (tie.unit_id = ANY (( SELECT allowed.steady
                                FROM allowed)::uuid[])) THEN COALESCE((tie.to_on >= (search.on_day - search.days_after)), true)
                             ELSE (COALESCE((tie.to_on >= search.on_day), true) AND ((tie.present_on = search.on_day) OR (EXISTS ( SELECT
                                FROM org.unit
                               WHERE ((unit.tenant_id = kernel.here()) AND (unit.id = tie.unit_id) AND unit.round_the_clock))) OR (EXISTS ( SELECT
                                FROM citizens.contact_person own
                               WHERE ((own.tenant_id = kernel.here()) AND (own.employee_id = search.actor) AND (own.citizen_id = tie.citizen_id) AND (own.unit_id = tie.unit_id) AND (own.from_on <= search.on_day) AND COALESCE((own.to_on >= search.on_day), true))))))
                         END)
                 UNION
                  SELECT in_person.citizen_id
                    FROM org.in_person(search.actor, search.moment) in_person(citizen_id)
                   WHERE ((cardinality(( SELECT allowed.units
                            FROM allowed)) > 0) AND (in_person.citizen_id = search.about))
         ) EXCEPT
          SELECT apart.citizen_id
            FROM org.apart(search.actor, search.on_day) apart(citizen_id)
         ), elsewhere AS MATERIALIZED (
          SELECT shared.note_id AS id
            FROM ((allowed
              CROSS JOIN LATERAL journal.shared(allowed.units, search.on_day, search.about) shared(note_id, to_unit_id))
              JOIN journal.note ON (((note.tenant_id = kernel.here()) AND (note.id = shared.note_id))))
           WHERE ((note.kind <> ALL (search.closer_kinds)) OR (shared.to_unit_id = ANY (( SELECT allowed_1.closer
                    FROM allowed allowed_1)::uuid[])))
         UNION
          SELECT note.id
            FROM ((org.in_person(search.actor, search.moment) in_person(citizen_id)
              JOIN journal.note ON (((note.tenant_id = kernel.here()) AND (note.citizen_id = in_person.citizen_id))))
              JOIN org.unit ON (((unit.tenant_id = kernel.here()) AND (unit.id = note.unit_id) AND (NOT unit.discreet))))
           WHERE ((in_person.citizen_id = search.about) AND (cardinality(( SELECT allowed.units
                    FROM allowed)) > 0) AND ((note.kind <> ALL (search.closer_kinds)) OR (cardinality(( SELECT allowed.closer
                    FROM allowed)) > 0)))
         ), asked AS MATERIALIZED (
          SELECT websearch_to_tsquery('danish'::regconfig, search.words) AS query
         ), first_year AS MATERIALIZED (
          SELECT (EXTRACT(year FROM (min(first.happened_at) AT TIME ZONE 'UTC'::text)))::integer AS year
            FROM (unnest(( SELECT allowed.units
                    FROM allowed)) unit(id)
              CROSS JOIN LATERAL (( SELECT note.happened_at
                    FROM journal.note
                   WHERE ((note.tenant_id = kernel.here()) AND (note.unit_id = unit.id))
                   ORDER BY note.happened_at
                  LIMIT 1)
                 UNION ALL
                 ( SELECT correction.happened_at
                    FROM journal.correction
                   WHERE ((correction.tenant_id = kernel.here()) AND (correction.unit_id = unit.id))
                   ORDER BY correction.happened_at
                  LIMIT 1)) first)
         ), walk AS (
          SELECT ((EXTRACT(year FROM ((search.moment + '1 day'::interval) AT TIME ZONE 'UTC'::text)))::integer + 1) AS year,
             search.most AS wanted,
             NULL::uuid[] AS ids,
             NULL::real[] AS ranks,
             NULL::timestamp with time zone[] AS times
         UNION ALL
          SELECT (walk.year - 1),
             (walk.wanted - cardinality(hits.ids)),
             hits.ids,
             hits.ranks,
             hits.times
            FROM ((walk
              CROSS JOIN LATERAL ( SELECT array_agg(((unit.id)::text || (walk.year - 1))) AS years
                    FROM unnest(( SELECT allowed.units
                            FROM allowed)) unit(id)) place)
              CROSS JOIN LATERAL ( SELECT COALESCE(array_agg(hit.id), '{}'::uuid[]) AS ids,
                     array_agg(hit.rank) AS ranks,
                     array_agg(hit.happened_at) AS times
                    FROM (( SELECT note.id,
                             ts_rank(note.tsv, asked.query) AS rank,
                             note.happened_at
                            FROM asked,
                             journal.note
                           WHERE ((((note.unit_id)::text || (EXTRACT(year FROM (note.happened_at AT TIME ZONE 'UTC'::text)))::text) = ANY (place.years)) AND (note.tsv @@ asked.query) AND (note.tenant_id = kernel.here()) AND (NOT note.amended) AND ((search.about IS NULL) OR (note.citizen_id = search.about)) AND ((note.citizen_id IS NULL) OR (note.citizen_id IN ( SELECT seen.citizen_id
                                    FROM seen))) AND ((note.kind <> ALL (search.closer_kinds)) OR (note.unit_id = ANY (( SELECT allowed.closer
                                    FROM allowed)::uuid[]))))
                           ORDER BY note.happened_at DESC
                          LIMIT walk.wanted)
                         UNION ALL
                         ( SELECT correction.note_id,
                             ts_rank(correction.tsv, asked.query) AS ts_rank,
                             correction.happened_at
                            FROM asked,
                             journal.correction
                           WHERE ((((correction.unit_id)::text || (EXTRACT(year FROM (correction.happened_at AT TIME ZONE 'UTC'::text)))::text) = ANY (place.years)) AND (correction.tsv @@ asked.query) AND (correction.tenant_id = kernel.here()) AND ((search.about IS NULL) OR (correction.citizen_id = search.about)) AND ((correction.citizen_id IS NULL) OR (correction.citizen_id IN ( SELECT seen.citizen_id
                                    FROM seen))) AND (NOT (EXISTS ( SELECT
                                    FROM journal.correction later
                                   WHERE ((later.tenant_id = correction.tenant_id) AND (later.note_id = correction.note_id) AND (later.version > correction.version))))) AND (NOT (EXISTS ( SELECT
                                    FROM journal.withdrawal
                                   WHERE ((withdrawal.tenant_id = correction.tenant_id) AND (withdrawal.note_id = correction.note_id))))) AND (EXISTS ( SELECT
                                    FROM journal.note
                                   WHERE ((note.tenant_id = correction.tenant_id) AND (note.id = correction.note_id) AND ((note.kind <> ALL (search.closer_kinds)) OR (note.unit_id = ANY (( SELECT allowed.closer
   FROM allowed)::uuid[])))))))
                           ORDER BY correction.happened_at DESC
                          LIMIT walk.wanted)) hit) hits)
           WHERE ((walk.wanted > 0) AND (walk.year > ( SELECT first_year.year
                    FROM first_year)))
         )
  SELECT found.id,
     max(found.rank) AS max
    FROM ( SELECT hit.id,
             hit.rank,
             hit.happened_at
            FROM (walk
              CROSS JOIN LATERAL UNNEST(walk.ids, walk.ranks, walk.times) hit(id, rank, happened_at))
         UNION ALL
         ( SELECT note.id,
             ts_rank(present.tsv, asked.query) AS ts_rank,
             present.happened_at
            FROM asked,
             ((elsewhere
              JOIN journal.note ON (((note.tenant_id = kernel.here()) AND (note.id = elsewhere.id))))
              CROSS JOIN LATERAL ( SELECT version.tsv,
                     version.happened_at
                    FROM ( SELECT 1 AS version,
                             note.tsv,
                             note.happened_at
                         UNION ALL
                          SELECT later.version,
                             later.tsv,
                             later.happened_at
                            FROM journal.correction later
                           WHERE (note.amended AND (later.tenant_id = note.tenant_id) AND (later.note_id = note.id))) version
                   ORDER BY version.version DESC
                  LIMIT 1) present)
           WHERE ((present.tsv @@ asked.query) AND (note.citizen_id IN ( SELECT seen.citizen_id
                    FROM seen)) AND (NOT (EXISTS ( SELECT
                    FROM journal.withdrawal
                   WHERE (note.amended AND (withdrawal.tenant_id = note.tenant_id) AND (withdrawal.note_id = note.id))))))
           ORDER BY present.happened_at DESC
          LIMIT search.most)) found
   GROUP BY found.id
   ORDER BY (max(found.happened_at)) DESC
  LIMIT search.most;
END

CREATE OR REPLACE FUNCTION journal.shared(reading_units uuid[], on_day date, about uuid)
 RETURNS TABLE(note_id uuid, to_unit_id uuid)
 LANGUAGE sql
 STABLE ROWS 10
BEGIN ATOMIC
 SELECT share.note_id,
     share.to_unit_id
    FROM (journal.share
      JOIN citizens.consent ON (((consent.tenant_id = share.tenant_id) AND (consent.id = share.consent_id))))
   WHERE ((share.tenant_id = kernel.here()) AND (share.to_unit_id = ANY (shared.reading_units)) AND (share.ended_at IS NULL) AND ((shared.about IS NULL) OR (share.citizen_id = shared.about)) AND (consent.withdrawn_at IS NULL) AND (consent.from_on <= shared.on_day) AND ((consent.to_on IS NULL) OR (consent.to_on >= shared.on_day)));
END

aggregate kernel.chained(text,text) (sfunc = kernel.next_link, stype = text)

CREATE OR REPLACE FUNCTION kernel.current_era()
 RETURNS smallint
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (SELECT max(era.number) AS max FROM kernel.era)

CREATE OR REPLACE FUNCTION kernel.here()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN CASE WHEN (SESSION_USER ~~ 'rt\_t\_%'::text) THEN (substr((SESSION_USER)::text, 6))::uuid ELSE NULL::uuid END

CREATE OR REPLACE FUNCTION kernel.next_link(before text, head text, stands_and_row text)
 RETURNS text
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE
AS $function$
begin
  return encode(sha256(convert_to(coalesce(before, head) || ' ' || stands_and_row, 'UTF8')), 'hex');
end $function$

CREATE OR REPLACE PROCEDURE kernel.wall(IN walled regclass)
 LANGUAGE plpgsql
AS $procedure$
begin
  execute format('alter table %s enable row level security', walled);
  execute format('alter table %s force row level security', walled);
  execute format('create policy tenant_wall on %s using (tenant_id = kernel.here())', walled);
end $procedure$

CREATE OR REPLACE FUNCTION newsletter.keep_sent()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if exists (select from newsletter.issue where tenant_id = kernel.here() and id = coalesce(new.issue_id, old.issue_id) and sent_at is not null)
  then raise exception 'an issue that was sent keeps its words' using errcode = 'integrity_constraint_violation';
  end if;
  return coalesce(new, old);
end $function$

CREATE OR REPLACE FUNCTION org.apart(actor uuid, on_day date)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE
BEGIN ATOMIC
 SELECT bar.citizen_id
    FROM citizens.bar
   WHERE ((bar.tenant_id = kernel.here()) AND (bar.employee_id = apart.actor) AND (bar.from_on <= apart.on_day) AND ((bar.to_on IS NULL) OR (bar.to_on >= apart.on_day)));
END

CREATE OR REPLACE FUNCTION org.hears(actor uuid, place uuid, steady boolean, subjects uuid[], on_day date)
 RETURNS boolean
 LANGUAGE sql
 STABLE
RETURN ((subjects IS NULL) OR (EXISTS (SELECT FROM unnest(hears.subjects) subject(subject) WHERE ((NOT (subject.subject IN (SELECT org.apart(hears.actor, hears.on_day) AS apart))) AND (hears.steady OR (EXISTS (SELECT FROM citizens.tie WHERE ((tie.tenant_id = kernel.here()) AND (tie.citizen_id = subject.subject) AND (tie.unit_id = hears.place) AND (tie.from_on <= hears.on_day) AND COALESCE((tie.to_on >= hears.on_day), true) AND citizens.present(hears.actor, subject.subject, hears.place, tie.present_on, hears.on_day)))))))))

CREATE OR REPLACE FUNCTION org.held(actor uuid, moment timestamp with time zone, on_day date)
 RETURNS TABLE(unit_id uuid, role text, brief boolean, lacking text[])
 LANGUAGE sql
 STABLE ROWS 20
BEGIN ATOMIC
 WITH narrowed AS MATERIALIZED (
          SELECT narrowing.right_name,
             narrowing.role,
             narrowing.unit_id
            FROM org.narrowing
           WHERE ((narrowing.tenant_id = kernel.here()) AND (narrowing.from_on <= held.on_day) AND ((narrowing.to_on IS NULL) OR (narrowing.to_on >= held.on_day)))
         )
  SELECT place.unit_id,
     place.role,
     place.brief,
     ARRAY( SELECT narrowed.right_name
            FROM narrowed
           WHERE ((narrowed.role = place.role) AND ((narrowed.unit_id IS NULL) OR (EXISTS ( SELECT
                    FROM org.branch
                   WHERE ((branch.tenant_id = kernel.here()) AND (branch.above_id = narrowed.unit_id) AND (branch.unit_id = place.unit_id))))))) AS "array"
    FROM (org.employee
      CROSS JOIN LATERAL ( SELECT branch.unit_id,
             role_grant.role,
             (role_grant.role = 'temp-worker'::text) AS brief
            FROM (org.role_grant
              JOIN org.branch ON (((branch.tenant_id = role_grant.tenant_id) AND (branch.above_id = role_grant.unit_id))))
           WHERE ((role_grant.tenant_id = kernel.here()) AND (role_grant.employee_id = employee.id) AND (role_grant.starts_on <= held.on_day) AND ((role_grant.ends_on IS NULL) OR (role_grant.ends_on >= held.on_day)))
         UNION ALL
          SELECT duty.unit_id,
             duty.role,
             true
            FROM org.duty
           WHERE ((duty.tenant_id = kernel.here()) AND (duty.employee_id = employee.id) AND (duty.from_at <= held.moment) AND (duty.until_at > held.moment) AND (duty.ended_at IS NULL))) place)
   WHERE ((employee.tenant_id = kernel.here()) AND (employee.id = held.actor) AND (employee.employed_from <= held.on_day) AND ((employee.employed_to IS NULL) OR (employee.employed_to >= held.on_day)));
END

CREATE OR REPLACE FUNCTION org.in_person(actor uuid, moment timestamp with time zone)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE
BEGIN ATOMIC
 SELECT access.citizen_id
    FROM citizens.personal_access access
   WHERE ((access.tenant_id = kernel.here()) AND (access.employee_id = in_person.actor) AND (access.from_at <= in_person.moment) AND (access.until_at > in_person.moment) AND (access.ended_at IS NULL));
END

CREATE OR REPLACE FUNCTION org.reach(actor uuid, moment timestamp with time zone, on_day date, right_name text, roles text[])
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE
BEGIN ATOMIC
 SELECT DISTINCT held.unit_id
    FROM org.held(reach.actor, reach.moment, reach.on_day) held(unit_id, role, brief, lacking)
   WHERE ((held.role = ANY (reach.roles)) AND (reach.right_name <> ALL (held.lacking)));
END

CREATE OR REPLACE FUNCTION privacy.add_line(run uuid, named text, kind text, rows bigint, citizens integer, oldest date, newest date)
 RETURNS void
 LANGUAGE sql
BEGIN ATOMIC
 INSERT INTO privacy.deletion_line AS line (run_id, name, class, row_count, citizen_count, oldest_on, newest_on)
   VALUES (add_line.run, add_line.named, add_line.kind, add_line.rows, add_line.citizens, add_line.oldest, add_line.newest) ON CONFLICT(tenant_id, run_id, name) DO UPDATE SET row_count = (line.row_count + excluded.row_count), citizen_count = (line.citizen_count + excluded.citizen_count), oldest_on = LEAST(line.oldest_on, excluded.oldest_on), newest_on = GREATEST(line.newest_on, excluded.newest_on);
END

CREATE OR REPLACE FUNCTION privacy.case_over_on(citizen uuid, day date)
 RETURNS date
 LANGUAGE sql
 STABLE
BEGIN ATOMIC
 WITH periods AS (
          SELECT stay.ends_on AS until_on
            FROM stays.stay
           WHERE ((stay.tenant_id = kernel.here()) AND (stay.citizen_id = case_over_on.citizen))
         UNION ALL
          SELECT tie.to_on
            FROM citizens.tie
           WHERE ((tie.tenant_id = kernel.here()) AND (tie.citizen_id = case_over_on.citizen))
         UNION ALL
          SELECT "order".ends_on
            FROM orders."order"
           WHERE (("order".tenant_id = kernel.here()) AND ("order".citizen_id = case_over_on.citizen) AND ("order".status = ANY (ARRAY['draft'::text, 'active'::text, 'on-hold'::text])))
         )
  SELECT
         CASE
             WHEN (NOT (EXISTS ( SELECT
                FROM periods
               WHERE ((periods.until_on IS NULL) OR (periods.until_on > case_over_on.day))))) THEN GREATEST(( SELECT max(periods.until_on) AS max
                FROM periods), ( SELECT ((max(note.written_at) AT TIME ZONE 'Europe/Copenhagen'::text))::date AS timezone
                FROM journal.note
               WHERE ((note.tenant_id = kernel.here()) AND (note.citizen_id = case_over_on.citizen))), ( SELECT ((citizen.changed_at AT TIME ZONE 'Europe/Copenhagen'::text))::date AS timezone
                FROM citizens.citizen
               WHERE ((citizen.tenant_id = kernel.here()) AND (citizen.id = case_over_on.citizen) AND (NOT (EXISTS ( SELECT
                        FROM periods))))))
             ELSE NULL::date
         END AS "case";
END

CREATE OR REPLACE FUNCTION privacy.delete_next(run uuid, moment timestamp with time zone, batch integer)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare step record; each record; gone bigint; here uuid := kernel.here();
begin
  select s.number, s.citizen_id, s.classes, s.planned, s.before_at, r.as_of_on into step from privacy.deletion_step s
    join privacy.deletion_run r on r.tenant_id = s.tenant_id and r.id = s.run_id
    where s.tenant_id = here and s.run_id = run and r.state = 'deleting' and r.confirmed_by <> r.previewed_by and s.done_at is null
    order by s.number limit 1 for update of s skip locked;
  if not found then return null; end if;
  if step.before_at is not null then
    select l.name, e.aged, l.row_count - l.deleted as left_over into each from privacy.deletion_line l join db.erasable e on e.name = l.name
      where l.tenant_id = here and l.run_id = run and step.planned ? l.name;
    execute format('delete from %1$s gone where gone.ctid = any (array(select t.ctid from %1$s t where t.tenant_id = kernel.here() and (%2$s) limit %3$s)) and gone.tenant_id = kernel.here()',
      each.name, each.aged, least(batch, each.left_over)) using step.before_at;
    get diagnostics gone = row_count;
    update privacy.deletion_line l set deleted = l.deleted + gone where l.tenant_id = here and l.run_id = run and l.name = each.name;
    if gone = each.left_over or gone < batch then
      update privacy.deletion_step s set done_at = moment, kept = case when gone < each.left_over then 'changed' end
        where s.tenant_id = here and s.run_id = run and s.number = step.number;
    end if;
    return 'rows';
  end if;
  if exists (select from unnest(step.classes) as kinds (kind) where privacy.why_kept(step.citizen_id, kinds.kind, step.as_of_on) is not null) then
    update privacy.deletion_step s set done_at = moment, citizen_id = null,
        kept = (select min(privacy.why_kept(step.citizen_id, kinds.kind, step.as_of_on)) from unnest(step.classes) as kinds (kind))
      where s.tenant_id = here and s.run_id = run and s.number = step.number;
    return 'kept';
  end if;
  begin
    update privacy.deletion_step s set done_at = moment, citizen_id = null where s.tenant_id = here and s.run_id = run and s.number = step.number;
    for each in select e.name, e.belongs, (step.planned ->> e.name)::bigint as expected from db.erasable e where step.planned ? e.name order by e.position, e.name loop
      execute format('delete from %s t where t.tenant_id = kernel.here() and (%s)', each.name, each.belongs) using step.citizen_id;
      get diagnostics gone = row_count;
      if gone <> each.expected then raise exception 'not as it was shown' using errcode = 'RT001'; end if;
      update privacy.deletion_line l set deleted = l.deleted + gone where l.tenant_id = here and l.run_id = run and l.name = each.name;
    end loop;
    return 'deleted';
  exception when sqlstate 'RT001' or foreign_key_violation then
    update privacy.deletion_step s set done_at = moment, citizen_id = null, kept = 'changed' where s.tenant_id = here and s.run_id = run and s.number = step.number;
    return 'kept';
  end;
end $function$

CREATE OR REPLACE FUNCTION privacy.empty_deletion(run uuid)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
BEGIN ATOMIC
 UPDATE privacy.deletion_step s SET citizen_id = NULL::uuid, done_at = r.dropped_at, kept = 'dropped'::text
    FROM privacy.deletion_run r
   WHERE ((s.tenant_id = kernel.here()) AND (s.run_id = empty_deletion.run) AND (s.done_at IS NULL) AND (r.tenant_id = s.tenant_id) AND (r.id = s.run_id) AND (r.state = 'dropped'::text));
END

CREATE OR REPLACE FUNCTION privacy.is_held(citizen uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
RETURN ((EXISTS (SELECT FROM privacy.request WHERE ((request.tenant_id = kernel.here()) AND (request.citizen_id = is_held.citizen) AND (request.state <> 'closed'::text)))) OR (EXISTS (SELECT FROM privacy.preservation WHERE ((preservation.tenant_id = kernel.here()) AND (preservation.citizen_id = is_held.citizen) AND (preservation.ended_at IS NULL)))))

CREATE OR REPLACE FUNCTION privacy.planned_of(run uuid, citizen uuid, classes text[])
 RETURNS jsonb
 LANGUAGE plpgsql
AS $function$
declare each record; counted record; planned jsonb := '{}'; named boolean := false;
begin
  for each in select * from db.erasable where belongs is not null and name <> 'citizens.citizen' order by position, name loop
    execute format('select count(*) as rows, min(%1$s) as oldest, max(%1$s) as newest from %2$s t where t.tenant_id = kernel.here() and (%3$s)', each.day, each.name, each.belongs)
      into counted using citizen;
    if counted.rows = 0 then continue; end if;
    if not coalesce(each.goes_with = any (classes), false) then named := true; continue; end if;
    planned := planned || jsonb_build_object(each.name, counted.rows);
    perform privacy.add_line(run, each.name, each.class, counted.rows, 1, counted.oldest, counted.newest);
  end loop;
  -- The card goes last, when nothing that stays points at it.
  if 'social-record' = any (classes) and not named then
    planned := planned || jsonb_build_object('citizens.citizen', 1);
    perform privacy.add_line(run, 'citizens.citizen', 'social-record', 1, 1, card.day, card.day)
      from (select (c.changed_at at time zone 'Europe/Copenhagen')::date as day from citizens.citizen c where c.tenant_id = kernel.here() and c.id = citizen) card;
  end if;
  return planned;
end $function$

CREATE OR REPLACE FUNCTION privacy.preview_deletion(run uuid, most integer)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare as_of date; each record; counted record; planned jsonb; place int := 0;
begin
  select r.as_of_on into as_of from privacy.deletion_run r where r.tenant_id = kernel.here() and r.id = run and r.state = 'previewed'
    and not exists (select from privacy.deletion_step s where s.tenant_id = r.tenant_id and s.run_id = r.id);
  if not found then return; end if;
  insert into privacy.deletion_block (run_id, class, reason, citizen_count)
    select run, asked.kind, asked.why, count(*) from (
      select kinds.kind, privacy.why_kept(c.id, kinds.kind, as_of) as why from citizens.citizen c, unnest(array['social-record', 'case-work']) as kinds (kind)
      where c.tenant_id = kernel.here()) asked
    where asked.why is not null group by asked.kind, asked.why;
  for each in
    select due.id, due.classes from (
      select c.id, array_agg(kinds.kind) filter (where privacy.why_kept(c.id, kinds.kind, as_of) is null) as classes
      from citizens.citizen c, unnest(array['social-record', 'case-work']) as kinds (kind) where c.tenant_id = kernel.here() group by c.id) due
    where due.classes is not null order by privacy.case_over_on(due.id, as_of), due.id
  loop
    if place >= most then
      insert into privacy.deletion_block as block (run_id, class, reason, citizen_count) values (run, each.classes[1], 'next-run', 1)
        on conflict (tenant_id, run_id, class, reason) do update set citizen_count = block.citizen_count + 1;
      continue;
    end if;
    planned := privacy.planned_of(run, each.id, each.classes);
    if planned = '{}' then continue; end if;
    place := place + 1;
    insert into privacy.deletion_step (run_id, number, citizen_id, classes, planned) values (run, place, each.id, each.classes, planned);
  end loop;
  for each in
    select e.*, (select (as_of - d.days)::timestamp at time zone 'Europe/Copenhagen' from privacy.retention_decision d
        where d.tenant_id = kernel.here() and d.class = e.class and d.from_on <= as_of order by d.from_on desc, d.decided_at desc, d.id limit 1) as before_at
    from db.erasable e where e.aged is not null and e.class in ('log', 'working-paper') order by e.position, e.name
  loop
    if each.before_at is null then
      insert into privacy.deletion_block (run_id, class, reason, citizen_count) values (run, each.class, 'no-period', 0) on conflict do nothing;
      continue;
    end if;
    execute format('select count(*) as rows, min(%1$s) as oldest, max(%1$s) as newest from %2$s t where t.tenant_id = kernel.here() and (%3$s)', each.day, each.name, each.aged)
      into counted using each.before_at;
    -- What a citizen's case takes with it is not counted twice.
    if exists (select from privacy.deletion_line l where l.tenant_id = kernel.here() and l.run_id = run and l.name = each.name) or counted.rows = 0 then continue; end if;
    place := place + 1;
    perform privacy.add_line(run, each.name, each.class, counted.rows, 0, counted.oldest, counted.newest);
    insert into privacy.deletion_step (run_id, number, classes, planned, before_at)
      values (run, place, array[each.class], jsonb_build_object(each.name, counted.rows), each.before_at);
  end loop;
end $function$

CREATE OR REPLACE FUNCTION privacy.why_kept(citizen uuid, kind text, day date)
 RETURNS text
 LANGUAGE plpgsql
 STABLE
AS $function$
declare decided record; over_on date;
begin
  select d.days, d.archive into decided from privacy.retention_decision d
  where d.tenant_id = kernel.here() and d.class = why_kept.kind and d.from_on <= why_kept.day order by d.from_on desc, d.decided_at desc, d.id limit 1;
  if not found or decided.days is null then return 'no-period'; end if;
  if decided.archive = 'preserve' then return 'worth-preserving'; end if;
  if privacy.is_held(why_kept.citizen) then
    return case when exists (select from privacy.preservation p where p.tenant_id = kernel.here() and p.citizen_id = why_kept.citizen and p.ended_at is null)
      then 'preserved' else 'open-request' end;
  end if;
  over_on := privacy.case_over_on(why_kept.citizen, why_kept.day);
  if over_on is null then return 'ongoing'; end if;
  if over_on + decided.days >= why_kept.day then return 'not-yet'; end if;
  -- What was sent and asked points at the record it was about: the record never goes before it.
  if why_kept.kind = 'social-record' and privacy.why_kept(why_kept.citizen, 'case-work', why_kept.day) is not null then return 'case-work-kept'; end if;
  return null;
end $function$

CREATE OR REPLACE FUNCTION relay.keep_words()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if (old.title, old.body, old.origin, old.severity) is distinct from (new.title, new.body, new.origin, new.severity)
    or (old.released_at is not null and (old.own_title, old.own_body, old.named_receipts, old.purpose, old.released_at)
      is distinct from (new.own_title, new.own_body, new.named_receipts, new.purpose, new.released_at))
  then raise exception 'a message keeps its words; another corrects it' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $function$

CREATE OR REPLACE FUNCTION tender.keep_award()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if old.approved_at is not null then raise exception 'an approved award stands' using errcode = 'integrity_constraint_violation'; end if;
  return case when tg_op = 'DELETE' then old else new end;
end $function$

CREATE OR REPLACE FUNCTION tender.keep_model()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if old.locked_at is not null and (old.content, old.content_hash, old.test, old.tested_at, old.locked_at, old.locked_by, old.revision, old.tender_id)
    is distinct from (new.content, new.content_hash, new.test, new.tested_at, new.locked_at, new.locked_by, new.revision, new.tender_id)
  then raise exception 'a locked evaluation model never changes' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $function$

CREATE OR REPLACE FUNCTION tender.keep_score()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if exists (select from tender.submission join tender.bid on bid.tenant_id = submission.tenant_id and bid.tender_id = submission.tender_id
    where submission.tenant_id = kernel.here() and bid.id = new.bid_id and submission.employee_id = new.employee_id)
  then raise exception 'points that were handed in stand' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $function$

CREATE OR REPLACE FUNCTION thread.walk(start_id uuid, direction text, most integer DEFAULT 300, each integer DEFAULT 60)
 RETURNS TABLE(link_id uuid, near_id uuid, far_id uuid, depth integer)
 LANGUAGE plpgsql
 STABLE
AS $function$
declare
  front uuid[] := array[start_id];
  seen uuid[] := array[start_id];
  level int := 0;
  told int := 0;
  step record;
  beyond uuid[];
begin
  while cardinality(front) > 0 and level < 16 and told < most loop
    level := level + 1;
    beyond := '{}';
    for step in
      select found.id, near.id as near_id, found.far, found.place, found.goes_on from unnest(front) near (id)
      cross join lateral (
        (select link.id, link.from_id as far, row_number() over (order by link.id desc) as place, true as goes_on from thread.link
          where direction = 'why' and link.tenant_id = kernel.here() and link.to_id = near.id and link.ended_at is null
          order by link.id desc limit each + 1)
        union all
        (select link.id, link.to_id, row_number() over (order by link.id desc),
            not (direction = 'impact' and link.suspect_at is null and (level = 1 or link.reviewed_at is not null)) from thread.link
          where direction <> 'why' and link.tenant_id = kernel.here() and link.from_id = near.id and link.ended_at is null
            and not (direction = 'impact' and level = 1 and link.suspect_at is null and link.reviewed_at is null)
          order by link.id desc limit each + 1)) found
    loop
      told := told + 1;
      if step.place > each or told > most then
        link_id := null; near_id := step.near_id; far_id := null; depth := level; return next;
      else
        link_id := step.id; near_id := step.near_id; far_id := step.far; depth := level; return next;
        if step.goes_on and not step.far = any (seen) then
          beyond := beyond || step.far;
          seen := seen || step.far;
        end if;
      end if;
      exit when told > most;
    end loop;
    front := beyond;
  end loop;
end $function$

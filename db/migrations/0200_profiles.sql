-- How each unit is set up: every value with where it came from and since when; and what of it daily use runs on.

create schema profiles;
comment on schema profiles is 'A unit''s set-up (profil): the one place where both wings meet.';
grant usage on schema profiles to rt_app;

create table profiles.template (
  tenant_id uuid not null default kernel.here() constraint template_tenant_fk references kernel.tenant (id),
  offer_group text not null,
  version int not null constraint template_after_the_first check (version > 1),
  note text not null,
  settings jsonb not null,
  released_at timestamptz not null,
  released_by uuid not null,
  constraint template_pk primary key (tenant_id, offer_group, version),
  constraint template_released_by_fk foreign key (tenant_id, released_by) references org.employee (tenant_id, id)
);
create index template_released_by on profiles.template (tenant_id, released_by);
comment on table profiles.template is 'What a group of offers is likely to want, version after version; never changed. The first version of each stands in the code.';
comment on column profiles.template.offer_group is 'A key of features/org/offer-groups.ts.';
comment on column profiles.template.version is 'Counts up within the group.';
comment on column profiles.template.note is 'What is new in it and why, for the units it is offered to.';
comment on column profiles.template.settings is 'Setting to value, as features/profiles/settings.ts knows them.';
call kernel.wall('profiles.template');
grant select, insert on profiles.template to rt_app;

create table profiles.proposal (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  unit_id uuid not null,
  offer_group text,
  template_version int,
  note text not null,
  proposed_at timestamptz not null,
  proposed_by uuid not null,
  constraint proposal_pk primary key (tenant_id, id),
  constraint proposal_unit_fk foreign key (tenant_id, unit_id) references org.unit (tenant_id, id),
  constraint proposal_proposed_by_fk foreign key (tenant_id, proposed_by) references org.employee (tenant_id, id)
);
create index proposal_unit on profiles.proposal (tenant_id, unit_id, proposed_at desc);
create index proposal_proposed_by on profiles.proposal (tenant_id, proposed_by);
comment on table profiles.proposal is 'A whole set-up that somebody proposes for a unit. It changes nothing until it is applied.';
comment on column profiles.proposal.offer_group is 'Whose template it leans on; null: none.';
comment on column profiles.proposal.template_version is 'The version of that template.';
comment on column profiles.proposal.note is 'Why it is proposed.';
call kernel.wall('profiles.proposal');
grant select, insert on profiles.proposal to rt_app;

create table profiles.proposed (
  tenant_id uuid not null default kernel.here(),
  proposal_id uuid not null,
  key text not null,
  value jsonb not null,
  source_kind text not null constraint proposed_source_known check (source_kind in ('product', 'template', 'answer', 'decision')),
  source_ref text,
  source_label text not null,
  source_record_kind text,
  source_record_id uuid,
  constraint proposed_pk primary key (tenant_id, proposal_id, key),
  constraint proposed_proposal_fk foreign key (tenant_id, proposal_id) references profiles.proposal (tenant_id, id),
  constraint proposed_record_whole check ((source_record_kind is null) = (source_record_id is null))
);
comment on table profiles.proposed is 'One value of a proposal. A setting that is not among them is not part of the set-up.';
comment on column profiles.proposed.key is 'A key of features/profiles/settings.ts.';
comment on column profiles.proposed.value is 'As features/profiles/settings.ts says; JSON null: none of them.';
comment on column profiles.proposed.source_kind is 'product, template, answer or decision; the later wins over the earlier.';
comment on column profiles.proposed.source_ref is 'Its short name: Q02, D-018.';
comment on column profiles.proposed.source_label is 'Where it came from, as people read it.';
comment on column profiles.proposed.source_record_kind is 'Kind of the record on the thread it came from; null: it has none.';
comment on column profiles.proposed.source_record_id is 'That record.';
call kernel.wall('profiles.proposed');
grant select, insert on profiles.proposed to rt_app;

create table profiles.change (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  unit_id uuid not null,
  proposal_id uuid not null,
  from_on date not null,
  applied_at timestamptz not null,
  applied_by uuid not null,
  undone_on date,
  undone_at timestamptz,
  undone_by uuid,
  constraint change_pk primary key (tenant_id, id),
  constraint change_once unique (tenant_id, proposal_id),
  constraint change_unit_fk foreign key (tenant_id, unit_id) references org.unit (tenant_id, id),
  constraint change_proposal_fk foreign key (tenant_id, proposal_id) references profiles.proposal (tenant_id, id),
  constraint change_applied_by_fk foreign key (tenant_id, applied_by) references org.employee (tenant_id, id),
  constraint change_undone_by_fk foreign key (tenant_id, undone_by) references org.employee (tenant_id, id),
  constraint change_undone_whole check (num_nonnulls(undone_on, undone_at, undone_by) in (0, 3)),
  constraint change_undone_after check (undone_on >= from_on)
);
create index change_unit on profiles.change (tenant_id, unit_id, applied_at desc);
create index change_applied_by on profiles.change (tenant_id, applied_by);
create index change_undone_by on profiles.change (tenant_id, undone_by) where undone_by is not null;
comment on table profiles.change is 'A proposal that was applied: from a day on it is how the unit works.';
comment on column profiles.change.from_on is 'First day it holds.';
comment on column profiles.change.undone_on is 'First day it no longer holds, because it was undone.';
call kernel.wall('profiles.change');
grant select, insert on profiles.change to rt_app;
grant update (undone_on, undone_at, undone_by) on profiles.change to rt_app;

create table profiles.setting (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  unit_id uuid not null,
  key text not null,
  constraint setting_pk primary key (tenant_id, id),
  constraint setting_once unique (tenant_id, unit_id, key),
  constraint setting_unit_fk foreign key (tenant_id, unit_id) references org.unit (tenant_id, id)
);
comment on table profiles.setting is 'One setting of one unit, whatever its value: what stands on the red thread.';
comment on column profiles.setting.key is 'A key of features/profiles/settings.ts.';
call kernel.wall('profiles.setting');
grant select, insert on profiles.setting to rt_app;

create table profiles.held (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  setting_id uuid not null,
  value jsonb not null,
  from_on date not null,
  to_on date,
  since_on date not null,
  source_kind text not null constraint held_source_known check (source_kind in ('product', 'template', 'answer', 'decision')),
  source_ref text,
  source_label text not null,
  source_record_kind text,
  source_record_id uuid,
  change_id uuid not null,
  ended_by_change_id uuid,
  constraint held_pk primary key (tenant_id, id),
  constraint held_setting_fk foreign key (tenant_id, setting_id) references profiles.setting (tenant_id, id),
  constraint held_change_fk foreign key (tenant_id, change_id) references profiles.change (tenant_id, id),
  constraint held_ended_by_change_fk foreign key (tenant_id, ended_by_change_id) references profiles.change (tenant_id, id),
  constraint held_period check (to_on >= from_on),
  constraint held_record_whole check ((source_record_kind is null) = (source_record_id is null)),
  constraint held_one_at_a_time exclude using gist (tenant_id with =, setting_id with =, daterange(from_on, to_on, '[)') with &&)
);
create index held_setting on profiles.held (tenant_id, setting_id, from_on desc);
create index held_change on profiles.held (tenant_id, change_id);
create index held_ended_by_change on profiles.held (tenant_id, ended_by_change_id) where ended_by_change_id is not null;
comment on table profiles.held is 'The value a setting holds from a day on, and where it came from. What was once held is kept.';
comment on column profiles.held.value is 'As in profiles.proposed.';
comment on column profiles.held.from_on is 'First day it holds.';
comment on column profiles.held.to_on is 'First day it no longer holds; the same as from_on when it never came to hold.';
comment on column profiles.held.since_on is 'First day the unit had this value without a break; earlier than from_on when only its source changed, or when it came back by an undoing.';
comment on column profiles.held.source_kind is 'As in profiles.proposed.';
comment on column profiles.held.source_ref is 'As in profiles.proposed.';
comment on column profiles.held.source_label is 'As in profiles.proposed.';
comment on column profiles.held.source_record_kind is 'As in profiles.proposed.';
comment on column profiles.held.source_record_id is 'As in profiles.proposed.';
comment on column profiles.held.change_id is 'The change that brought it.';
comment on column profiles.held.ended_by_change_id is 'The change that ended it; undoing that one brings it back.';
call kernel.wall('profiles.held');
grant select, insert on profiles.held to rt_app;
grant update (to_on, ended_by_change_id) on profiles.held to rt_app;

create table profiles.refusal (
  tenant_id uuid not null default kernel.here(),
  unit_id uuid not null,
  offer_group text not null,
  version int not null,
  because text not null,
  refused_at timestamptz not null,
  refused_by uuid not null,
  constraint refusal_pk primary key (tenant_id, unit_id, offer_group, version),
  constraint refusal_unit_fk foreign key (tenant_id, unit_id) references org.unit (tenant_id, id),
  constraint refusal_template_fk foreign key (tenant_id, offer_group, version) references profiles.template (tenant_id, offer_group, version),
  constraint refusal_refused_by_fk foreign key (tenant_id, refused_by) references org.employee (tenant_id, id)
);
create index refusal_template on profiles.refusal (tenant_id, offer_group, version);
create index refusal_refused_by on profiles.refusal (tenant_id, refused_by);
comment on table profiles.refusal is 'A new version of a template that a unit said no to.';
comment on column profiles.refusal.offer_group is 'As in profiles.template.';
comment on column profiles.refusal.version is 'As in profiles.template.';
comment on column profiles.refusal.because is 'Why, in the unit''s own words.';
call kernel.wall('profiles.refusal');
grant select, insert on profiles.refusal to rt_app;

-- What daily use reads of a set-up. Organisation owns it, for every screen asks it with the unit; a set-up that is applied writes it.
create table org.running (
  tenant_id uuid not null default kernel.here(),
  unit_id uuid not null,
  from_on date not null,
  note_kinds text[],
  shift_starts time[],
  citizen_word text,
  handover boolean,
  handover_order text constraint running_handover_order_known check (handover_order in ('action', 'citizen')),
  takes_over boolean,
  goals boolean,
  goal_weeks smallint constraint running_goal_weeks_sensible check (goal_weeks between 1 and 26),
  pack_place text,
  constraint running_pk primary key (tenant_id, unit_id, from_on),
  constraint running_unit_fk foreign key (tenant_id, unit_id) references org.unit (tenant_id, id)
);
comment on table org.running is 'What a unit runs on from a day until the next row''s day. Without a row, or where a value is null, it runs as org.unit says.';
comment on column org.running.from_on is 'First day.';
comment on column org.running.note_kinds is 'In place of org.unit.note_kinds.';
comment on column org.running.shift_starts is 'In place of org.unit.shift_starts.';
comment on column org.running.citizen_word is 'What those the unit supports are called on its screens; a key of citizenWords in features/org/running.ts.';
comment on column org.running.handover is 'False: no handover is offered.';
comment on column org.running.handover_order is 'What needs action first, or citizen by citizen.';
comment on column org.running.takes_over is 'False: nobody says that they take over.';
comment on column org.running.goals is 'False: goals are not offered on the citizen''s page.';
comment on column org.running.goal_weeks is 'Weeks between evaluations that a new goal begins with.';
comment on column org.running.pack_place is 'Where the emergency pack lies; a value of the setting continuity.pack.';
call kernel.wall('org.running');
grant select, insert, update, delete on org.running to rt_app;

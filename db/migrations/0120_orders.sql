-- The authority's order: what it wants done for a citizen, its purpose and goals, and what else it says.

create schema orders;
comment on schema orders is 'What the authority ordered. The unit reads it and does not change it.';
grant usage on schema orders to rt_app;

create table orders.order (
  tenant_id uuid not null default kernel.here() constraint order_tenant_fk references kernel.tenant (id),
  id uuid not null,
  citizen_id uuid not null,
  unit_id uuid not null,
  source text not null constraint order_source_known check (source in ('message', 'letter')),
  foreign_id text,
  status text not null constraint order_status_known check (status in ('draft', 'active', 'on-hold', 'completed', 'revoked', 'entered-in-error')),
  purpose text not null,
  objective text,
  ordered_on date not null,
  starts_on date,
  ends_on date,
  authority_name text not null,
  authority_code text constraint order_authority_code_shape check (authority_code ~ '^[0-9]{4}$'),
  case_number text,
  offer_type text,
  support_need text,
  follow_up_on date,
  follow_up_every_months int,
  code_version text not null,
  file_id uuid,
  received_at timestamptz not null,
  received_by uuid not null,
  received_by_name text not null,
  version int not null default 1,
  changed_at timestamptz not null,
  constraint order_pk primary key (tenant_id, id),
  constraint order_foreign_unique unique (tenant_id, foreign_id),
  constraint order_citizen_fk foreign key (tenant_id, citizen_id) references citizens.citizen (tenant_id, id),
  constraint order_unit_fk foreign key (tenant_id, unit_id) references org.unit (tenant_id, id),
  constraint order_file_fk foreign key (tenant_id, file_id) references documents.file (tenant_id, id),
  constraint order_received_by_fk foreign key (tenant_id, received_by) references org.employee (tenant_id, id),
  constraint order_message_has_foreign_id check (source = 'letter' or foreign_id is not null),
  constraint order_letter_has_file check (source = 'message' or file_id is not null),
  constraint order_period check (ends_on >= starts_on)
);
create index order_citizen on orders.order (tenant_id, citizen_id, ordered_on);
create index order_unit on orders.order (tenant_id, unit_id, ordered_on);
create index order_file on orders.order (tenant_id, file_id) where file_id is not null;
create index order_received_by on orders.order (tenant_id, received_by);
comment on table orders.order is 'One order (bestilling) from an authority for one citizen at one unit, as it stands now. Not having one is normal in herberg and SKP.';
comment on column orders.order.unit_id is 'The unit that is to do it; the municipality itself while nobody has placed the order at a unit.';
comment on column orders.order.source is 'message: came as a message. letter: typed here from the letter that is attached (indtastet fra brev).';
comment on column orders.order.foreign_id is 'The order''s id at the authority: the same id later is a change of this order.';
comment on column orders.order.status is 'As the authority says: entered-in-error is withdrawn.';
comment on column orders.order.purpose is 'What the effort is for (indsatsformål), in the authority''s words.';
comment on column orders.order.objective is 'The citizen''s own wishes and goals, as the order tells them.';
comment on column orders.order.ordered_on is 'Day the authority wrote it.';
comment on column orders.order.starts_on is 'Day from which it is granted.';
comment on column orders.order.ends_on is 'Last day; null: until further notice.';
comment on column orders.order.authority_name is 'Who ordered it, as the order says.';
comment on column orders.order.authority_code is 'Danish municipality code, four digits.';
comment on column orders.order.case_number is 'The authority''s number for the case.';
comment on column orders.order.offer_type is 'FFB code of the type of offer (tilbudstype).';
comment on column orders.order.support_need is 'FFB code of the overall need of support (støttebehov).';
comment on column orders.order.follow_up_on is 'Day of the authority''s next follow-up.';
comment on column orders.order.follow_up_every_months is 'Months between follow-ups after that; null: not said.';
comment on column orders.order.code_version is 'Version of the FFB code list under which its codes were written.';
comment on column orders.order.file_id is 'The letter.';
comment on column orders.order.received_by_name is 'The name as it was then.';
comment on column orders.order.version is 'Counts up with each change that was taken in.';
call kernel.wall('orders.order');
grant select, insert, update on orders.order to rt_app;

create table orders.order_goal (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  order_id uuid not null,
  foreign_id text,
  sort int not null,
  text text not null,
  theme_code text,
  other_theme_codes text[] not null default '{}',
  level_start smallint constraint order_goal_level_start_known check (level_start between 0 and 4),
  level_wanted smallint constraint order_goal_level_wanted_known check (level_wanted between 0 and 4),
  direction text constraint order_goal_direction_known check (direction in ('develop', 'keep', 'limit-loss')),
  status text not null default 'active' constraint order_goal_status_known check (status in ('proposed', 'active', 'on-hold', 'completed', 'cancelled', 'entered-in-error')),
  ended_at timestamptz,
  constraint order_goal_pk primary key (tenant_id, id),
  constraint order_goal_order_fk foreign key (tenant_id, order_id) references orders.order (tenant_id, id)
);
create index order_goal_order on orders.order_goal (tenant_id, order_id, sort);
comment on table orders.order_goal is 'A goal the authority set (indsatsmål). The unit''s sub-goals (delmål) hang on it, so it is never deleted.';
comment on column orders.order_goal.foreign_id is 'The goal''s id at the authority.';
comment on column orders.order_goal.sort is 'Place in the order, from 0.';
comment on column orders.order_goal.status is 'As the authority says.';
comment on column orders.order_goal.theme_code is 'FFB code of the one sub-theme it aims at.';
comment on column orders.order_goal.other_theme_codes is 'FFB codes of further sub-themes it touches.';
comment on column orders.order_goal.level_start is 'Functioning when it was ordered, 0 (none limited) to 4 (fully limited); null: not assessed.';
comment on column orders.order_goal.level_wanted is 'Functioning wanted, on the same scale.';
comment on column orders.order_goal.direction is 'develop: udvikle. keep: fastholde. limit-loss: begrænse tab.';
comment on column orders.order_goal.ended_at is 'Left out of the order by a later change, from then on.';
call kernel.wall('orders.order_goal');
grant select, insert, update on orders.order_goal to rt_app;

create table orders.intervention (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  order_id uuid not null,
  goal_id uuid,
  foreign_id text,
  sort int not null,
  code text,
  text text not null,
  instruction text,
  status text not null,
  starts_on date,
  ends_on date,
  ended_at timestamptz,
  constraint intervention_pk primary key (tenant_id, id),
  constraint intervention_order_fk foreign key (tenant_id, order_id) references orders.order (tenant_id, id),
  constraint intervention_goal_fk foreign key (tenant_id, goal_id) references orders.order_goal (tenant_id, id)
);
create index intervention_order on orders.intervention (tenant_id, order_id, sort);
create index intervention_goal on orders.intervention (tenant_id, goal_id) where goal_id is not null;
comment on table orders.intervention is 'What is to be delivered (ydelse).';
comment on column orders.intervention.goal_id is 'The goal it serves, when the order says so.';
comment on column orders.intervention.sort is 'Place in the order, from 0.';
comment on column orders.intervention.ends_on is 'Last day; null: until further notice.';
comment on column orders.intervention.code is 'FFB code; null when there is none and the text says it.';
comment on column orders.intervention.instruction is 'How it is to be done (handlingsanvisning).';
comment on column orders.intervention.status is 'not-started, in-progress, completed and so on, as FHIR names them.';
comment on column orders.intervention.ended_at is 'Left out of the order by a later change, from then on.';
call kernel.wall('orders.intervention');
grant select, insert, update on orders.intervention to rt_app;

create table orders.part (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  order_id uuid not null,
  foreign_id text,
  sort int not null,
  kind text not null constraint part_kind_known check (kind in ('target-group', 'theme', 'diagnosis', 'evaluation', 'information', 'organisation', 'relative', 'guardian', 'consent', 'account', 'attachment')),
  code text,
  rank smallint,
  level smallint constraint part_level_known check (level between 0 and 4),
  role text,
  name text,
  phone text,
  text text,
  said_on date,
  ended_at timestamptz,
  constraint part_pk primary key (tenant_id, id),
  constraint part_order_fk foreign key (tenant_id, order_id) references orders.order (tenant_id, id)
);
create index part_order on orders.part (tenant_id, order_id, sort);
create unique index part_one_primary on orders.part (tenant_id, order_id) where kind = 'target-group' and rank = 1 and ended_at is null;
comment on table orders.part is 'What else an order says: target groups, assessed sub-themes, diagnoses, assessments, people, organisations, payer, papers.';
comment on column orders.part.sort is 'Place in the order, from 0.';
comment on column orders.part.code is 'FFB code of a target group, a sub-theme, or the value of an assessment; the form of guardianship; the kind of an assessment when it has no value.';
comment on column orders.part.rank is 'Of target groups: 1 is the primary one, at most one in an order; 2 the others.';
comment on column orders.part.level is 'Of a sub-theme under activity and participation: functioning 0 to 4.';
comment on column orders.part.role is 'Of an organisation, its role; of a relative, the relation; of an assessment, what kind.';
comment on column orders.part.phone is 'Phone number.';
comment on column orders.part.said_on is 'Day it was recorded.';
comment on column orders.part.ended_at is 'Left out of the order by a later change, from then on.';
call kernel.wall('orders.part');
grant select, insert, update on orders.part to rt_app;

create table orders.revision (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  order_id uuid not null,
  number int not null,
  state text not null constraint revision_state_known check (state in ('taken', 'waiting', 'declined', 'overtaken')),
  content jsonb not null,
  differences jsonb not null default '[]',
  received_at timestamptz not null,
  received_by uuid not null,
  decided_at timestamptz,
  decided_by uuid,
  decided_by_name text,
  decided_because text,
  constraint revision_pk primary key (tenant_id, id),
  constraint revision_number_unique unique (tenant_id, order_id, number),
  constraint revision_order_fk foreign key (tenant_id, order_id) references orders.order (tenant_id, id),
  constraint revision_received_by_fk foreign key (tenant_id, received_by) references org.employee (tenant_id, id),
  constraint revision_decided_by_fk foreign key (tenant_id, decided_by) references org.employee (tenant_id, id),
  constraint revision_decided_says_by check ((decided_at is null) = (decided_by is null))
);
create unique index revision_one_waiting on orders.revision (tenant_id, order_id) where state = 'waiting';
create index revision_received_by on orders.revision (tenant_id, received_by);
create index revision_decided_by on orders.revision (tenant_id, decided_by);
comment on table orders.revision is 'Each version of an order as it came. A change of an order that stands waits until a person has seen the difference.';
comment on column orders.revision.number is 'From 1, in the order in which they came.';
comment on column orders.revision.state is 'taken: is or was the order. waiting: for a person. declined: a person said no. overtaken: a newer one came while it waited.';
comment on column orders.revision.content is 'All that this version of the order says.';
comment on column orders.revision.differences is 'Against the version that was taken when it came: what, before, after.';
comment on column orders.revision.decided_by_name is 'The name as it was then.';
comment on column orders.revision.decided_because is 'Why, in the words of whoever said no.';
call kernel.wall('orders.revision');
grant select, insert on orders.revision to rt_app;
grant update (state, decided_at, decided_by, decided_by_name, decided_because) on orders.revision to rt_app;

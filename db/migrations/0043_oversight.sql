-- The log is read: look-ups are drawn from it, and somebody other than who looked says what they were.

create schema oversight;
comment on schema oversight is 'Following up on the log.';
grant usage on schema oversight to rt_app;

create table oversight.drawing (
  tenant_id uuid not null default kernel.here() constraint drawing_tenant_fk references kernel.tenant (id),
  id uuid not null,
  kind text not null constraint drawing_kind_known check (kind in ('random', 'outliers')),
  from_on date not null,
  to_on date not null,
  drawn_at timestamptz not null,
  found jsonb not null,
  constraint drawing_pk primary key (tenant_id, id),
  constraint drawing_once unique (tenant_id, kind, from_on),
  constraint drawing_period check (to_on >= from_on)
);
comment on table oversight.drawing is 'A period of the log that was gone through: a month at random, a week for what stands out. That it was done, also when nothing was found.';
comment on column oversight.drawing.from_on is 'First day, local.';
comment on column oversight.drawing.to_on is 'Last day, inclusive.';
comment on column oversight.drawing.found is 'How many stood out for each reason, also those beyond what a leader is asked to look at.';
call kernel.wall('oversight.drawing');
grant select, insert on oversight.drawing to rt_app;

create table oversight.lookup (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  drawing_id uuid not null,
  task_id uuid not null,
  unit_id uuid not null,
  reason text not null constraint lookup_reason_known check (reason in ('random', 'denied', 'left', 'surname', 'many', 'night', 'own-name')),
  seq bigint not null,
  entries int not null constraint lookup_has_entries check (entries > 0),
  at timestamptz not null,
  actor_id uuid not null,
  citizen_id uuid,
  judgement text constraint lookup_judgement_known check (judgement in ('work-need', 'explained', 'misuse')),
  note text,
  judged_at timestamptz,
  judged_by uuid,
  version int not null default 1,
  constraint lookup_pk primary key (tenant_id, id),
  constraint lookup_once unique (tenant_id, reason, seq),
  constraint lookup_drawing_fk foreign key (tenant_id, drawing_id) references oversight.drawing (tenant_id, id),
  constraint lookup_task_fk foreign key (tenant_id, task_id) references tasks.task (tenant_id, id),
  constraint lookup_unit_fk foreign key (tenant_id, unit_id) references org.unit (tenant_id, id),
  constraint lookup_actor_fk foreign key (tenant_id, actor_id) references org.employee (tenant_id, id),
  constraint lookup_judged_whole check (num_nonnulls(judgement, judged_at, judged_by) in (0, 3)),
  constraint lookup_says_why check (judgement is null or judgement = 'work-need' or note is not null),
  constraint lookup_never_by_oneself check (judged_by <> actor_id)
);
create index lookup_drawing on oversight.lookup (tenant_id, drawing_id);
create index lookup_task on oversight.lookup (tenant_id, task_id);
create index lookup_unit on oversight.lookup (tenant_id, unit_id);
create index lookup_actor on oversight.lookup (tenant_id, actor_id);
comment on table oversight.lookup is 'A look-up that somebody is asked about, and what it was found to be.';
comment on column oversight.lookup.reason is 'Why it was drawn; features/oversight/rules.ts says the rules in words.';
comment on column oversight.lookup.seq is 'The first entry of the log it stands for.';
comment on column oversight.lookup.entries is 'How many entries it stands for.';
comment on column oversight.lookup.citizen_id is 'Null where it is about several, or about a search.';
comment on column oversight.lookup.judgement is 'work-need: needed for work. explained: not obviously, but explained. misuse: suspected; the data protection officer goes on with it.';
comment on column oversight.lookup.version is 'Counts up with each change.';
call kernel.wall('oversight.lookup');
grant select, insert on oversight.lookup to rt_app;
grant update (task_id, judgement, note, judged_at, judged_by, version) on oversight.lookup to rt_app;

-- What is due, for whom, by when, and what came of it.

create schema tasks;
comment on schema tasks is 'Small, general: features above make tasks and say what they mean.';
grant usage on schema tasks to rt_app;

create table tasks.task (
  tenant_id uuid not null default kernel.here() constraint task_tenant_fk references kernel.tenant (id),
  id uuid not null,
  unit_id uuid not null,
  kind text not null constraint task_kind_of_a_feature check (kind ~ '^[a-z]+\.[a-z-]+$'),
  once_key text,
  about jsonb not null default '{}',
  role text,
  assignee_id uuid,
  except_id uuid,
  outcomes text[] not null default '{}',
  due_on date not null,
  created_at timestamptz not null,
  reminded_at timestamptz,
  reminders smallint not null default 0,
  done_at timestamptz,
  done_by uuid,
  outcome text,
  note text,
  version int not null default 1,
  constraint task_pk primary key (tenant_id, id),
  constraint task_once unique (tenant_id, kind, once_key),
  constraint task_unit_fk foreign key (tenant_id, unit_id) references org.unit (tenant_id, id),
  constraint task_assignee_fk foreign key (tenant_id, assignee_id) references org.employee (tenant_id, id),
  constraint task_for_somebody check (num_nonnulls(role, assignee_id) = 1),
  constraint task_done_says_outcome check ((done_at is null) = (outcome is null))
);
create index task_unit on tasks.task (tenant_id, unit_id, due_on);
create index task_open on tasks.task (tenant_id, due_on) where done_at is null;
create index task_assignee on tasks.task (tenant_id, assignee_id) where assignee_id is not null;
comment on table tasks.task is 'Something a person is to do by a day. Made by the feature it belongs to, in the transaction of its reason; never deleted.';
comment on column tasks.task.kind is 'Feature and what is to be done: oversight.review. The feature has the words.';
comment on column tasks.task.once_key is 'Of one kind, the same key makes one task, however often a job runs.';
comment on column tasks.task.about is 'Ids and days of what it is about, as text. Never words about a person.';
comment on column tasks.task.role is 'For anybody who holds this role at the unit, through a unit above it too; null when it is for one person.';
comment on column tasks.task.assignee_id is 'For this person alone; null when it is for a role.';
comment on column tasks.task.except_id is 'Who may neither do nor see it: it is about what they did themselves.';
comment on column tasks.task.outcomes is 'What it may end in, when it is closed from the list of tasks. Empty: only the feature''s own act closes it.';
comment on column tasks.task.due_on is 'Last day on which it is in time.';
comment on column tasks.task.reminders is 'How often somebody was reminded.';
comment on column tasks.task.outcome is 'What came of it: one of outcomes, or what the feature says.';
comment on column tasks.task.note is 'Why, in the words of whoever closed it.';
comment on column tasks.task.version is 'Counts up with each change.';
call kernel.wall('tasks.task');
grant select, insert on tasks.task to rt_app;
grant update (role, assignee_id, due_on, reminded_at, reminders, done_at, done_by, outcome, note, version) on tasks.task to rt_app;

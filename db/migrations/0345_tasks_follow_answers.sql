-- What a unit's answers ask for becomes tasks of its plan when the set-up is applied, and is withdrawn with it.

alter table plan.task
  add column follows_key text,
  add column follows_text text,
  add column withdrawn_at timestamptz,
  add constraint task_follows_whole check ((follows_key is null) = (follows_text is null)),
  add constraint task_withdrawn_is_dropped check (withdrawn_at is null or (follows_key is not null and state = 'dropped'));
create unique index task_follows_once on plan.task (tenant_id, unit_id, follows_key) where follows_key is not null;
comment on column plan.task.follows_key is 'What of the unit''s answers it follows from: kind and key of the consequence, task:T-FMK. Once in a unit. Null: it follows from none.';
comment on column plan.task.follows_text is 'The consequence as it was worded then; worded otherwise, an unbegun task is called anew.';
comment on column plan.task.withdrawn_at is 'When the answers that hold stopped asking for it, before anybody had begun. Null: they ask for it, or somebody dropped it.';

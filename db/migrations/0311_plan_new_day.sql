-- A no-go asks for a new day; the plan knows by itself when it has been found.

alter table plan.task
  add column asks text constraint task_asks_known check (asks in ('new-day'));
create unique index task_asks_once on plan.task (tenant_id, unit_id, asks) where asks is not null and state in ('open', 'doing');
comment on column plan.task.asks is 'What it asks for that the plan itself can see done. new-day: the unit''s go-live is moved, or it goes with another wave. Null: nothing of the kind.';

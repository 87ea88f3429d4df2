-- The end of what is kept: what a municipality decided about how long, what stays whatever the age, and runs of deletion.
-- Tenants' roles cannot delete what is only added to. One role can, rt_eraser; nobody logs in as it, and only three functions run as it.

do $$ begin
  if not exists (select from pg_roles where rolname = 'rt_eraser') then create role rt_eraser nologin nobypassrls; end if;
  execute format('grant rt_eraser to %I', current_user);
end $$;

create table privacy.retention_decision (
  tenant_id uuid not null default kernel.here() constraint retention_decision_tenant_fk references kernel.tenant (id),
  id uuid not null,
  class text not null constraint retention_decision_class_known check (class in ('social-record', 'case-work', 'log', 'working-paper')),
  from_on date not null,
  days int constraint retention_decision_days_sensible check (days between 30 and 36500),
  archive text constraint retention_decision_archive_known check (archive in ('may-go', 'handed-over', 'preserve')),
  reference text not null,
  decided_by uuid not null,
  decided_at timestamptz not null,
  constraint retention_decision_pk primary key (tenant_id, id),
  constraint retention_decision_by_fk foreign key (tenant_id, decided_by) references org.employee (tenant_id, id),
  constraint retention_decision_asks_archive check ((class in ('social-record', 'case-work')) = (archive is not null))
);
create index retention_decision_class on privacy.retention_decision (tenant_id, class, from_on);
create index retention_decision_by on privacy.retention_decision (tenant_id, decided_by);
comment on table privacy.retention_decision is 'What the municipality decided about a class of retention where the law fixes no period that the product could know. The latest row that has begun is in force; of two for the same day the one decided last. Without a row nothing of the class is deleted. Rows are only ever added.';
comment on column privacy.retention_decision.class is 'A class of features/privacy/retention.ts.';
comment on column privacy.retention_decision.days is 'Days it is kept, counted from the end of the case, or from when the row was made where it is no part of a case. Null: without end.';
comment on column privacy.retention_decision.archive is 'may-go: the archive said that it need not be preserved. handed-over: an archive version was handed over and approved. preserve: it is worth preserving and not handed over yet, so it stays.';
comment on column privacy.retention_decision.reference is 'The decision it rests on: provision, journal number, KLE subject.';
call kernel.wall('privacy.retention_decision');
grant select, insert on privacy.retention_decision to rt_app;

create table privacy.preservation (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  citizen_id uuid not null,
  reason text not null,
  kept_by uuid not null,
  kept_at timestamptz not null,
  ended_by uuid,
  ended_at timestamptz,
  constraint preservation_pk primary key (tenant_id, id),
  constraint preservation_citizen_fk foreign key (tenant_id, citizen_id) references citizens.citizen (tenant_id, id),
  constraint preservation_kept_by_fk foreign key (tenant_id, kept_by) references org.employee (tenant_id, id),
  constraint preservation_ended_by_fk foreign key (tenant_id, ended_by) references org.employee (tenant_id, id),
  constraint preservation_ended_says_by check ((ended_at is null) = (ended_by is null))
);
create unique index preservation_one_at_a_time on privacy.preservation (tenant_id, citizen_id) where ended_at is null;
create index preservation_citizen on privacy.preservation (tenant_id, citizen_id);
create index preservation_kept_by on privacy.preservation (tenant_id, kept_by);
create index preservation_ended_by on privacy.preservation (tenant_id, ended_by);
comment on table privacy.preservation is 'A citizen whose record stays whatever its age: worth preserving (bevaringsværdig), or needed in a case that goes on elsewhere.';
comment on column privacy.preservation.reason is 'Why, and who said so.';
call kernel.wall('privacy.preservation');
grant select, insert on privacy.preservation to rt_app;
grant update (ended_by, ended_at) on privacy.preservation to rt_app;

create table privacy.deletion_run (
  tenant_id uuid not null default kernel.here() constraint deletion_run_tenant_fk references kernel.tenant (id),
  id uuid not null,
  state text not null default 'previewed' constraint deletion_run_state_known check (state in ('previewed', 'deleting', 'done', 'dropped')),
  as_of_on date not null,
  previewed_by uuid not null,
  previewed_at timestamptz not null,
  confirmed_by uuid,
  confirmed_session uuid,
  confirmed_at timestamptz,
  done_at timestamptz,
  dropped_by uuid,
  dropped_at timestamptz,
  version int not null default 1,
  constraint deletion_run_pk primary key (tenant_id, id),
  constraint deletion_run_previewed_by_fk foreign key (tenant_id, previewed_by) references org.employee (tenant_id, id),
  constraint deletion_run_confirmed_by_fk foreign key (tenant_id, confirmed_by) references org.employee (tenant_id, id),
  constraint deletion_run_dropped_by_fk foreign key (tenant_id, dropped_by) references org.employee (tenant_id, id),
  constraint deletion_run_two_persons check (confirmed_by <> previewed_by),
  constraint deletion_run_confirmed_whole check (num_nonnulls(confirmed_by, confirmed_session, confirmed_at) = case when state in ('deleting', 'done') then 3 else 0 end),
  constraint deletion_run_done_says_when check ((state = 'done') = (done_at is not null)),
  constraint deletion_run_dropped_says_by check ((state = 'dropped') = (dropped_at is not null) and (dropped_at is null) = (dropped_by is null))
);
create unique index deletion_run_one_at_a_time on privacy.deletion_run (tenant_id) where state in ('previewed', 'deleting');
create index deletion_run_lately on privacy.deletion_run (tenant_id, previewed_at desc);
create index deletion_run_previewed_by on privacy.deletion_run (tenant_id, previewed_by);
create index deletion_run_confirmed_by on privacy.deletion_run (tenant_id, confirmed_by);
create index deletion_run_dropped_by on privacy.deletion_run (tenant_id, dropped_by);
comment on table privacy.deletion_run is 'One run of deletion: what would go is worked out and shown, another person confirms it, a job deletes just that.';
comment on column privacy.deletion_run.state is 'previewed: shown, nothing is gone. deleting: confirmed, a job is at it. done: finished. dropped: nothing was deleted.';
comment on column privacy.deletion_run.as_of_on is 'The day by which ages are counted, at the preview and at the deletion.';
comment on column privacy.deletion_run.confirmed_session is 'The session that confirmed, for the trail of the job.';
comment on column privacy.deletion_run.version is 'Counts up with each change.';
call kernel.wall('privacy.deletion_run');
grant select, insert on privacy.deletion_run to rt_app;
grant update (state, confirmed_by, confirmed_session, confirmed_at, done_at, dropped_by, dropped_at, version) on privacy.deletion_run to rt_app;

create table privacy.deletion_line (
  tenant_id uuid not null default kernel.here(),
  run_id uuid not null,
  name text not null,
  class text not null,
  row_count bigint not null,
  citizen_count int not null,
  oldest_on date,
  newest_on date,
  deleted bigint not null default 0,
  constraint deletion_line_pk primary key (tenant_id, run_id, name),
  constraint deletion_line_run_fk foreign key (tenant_id, run_id) references privacy.deletion_run (tenant_id, id),
  constraint deletion_line_never_more check (deleted between 0 and row_count)
);
comment on table privacy.deletion_line is 'What a run would take of one table, and has taken of it. No personal data: it stays.';
comment on column privacy.deletion_line.class is 'A class of features/privacy/retention.ts.';
comment on column privacy.deletion_line.row_count is 'Rows that the preview said would go.';
comment on column privacy.deletion_line.citizen_count is 'Of how many citizens; 0 where rows go by their own age.';
comment on column privacy.deletion_line.oldest_on is 'Day of the oldest of them.';
comment on column privacy.deletion_line.newest_on is 'Day of the newest of them.';
comment on column privacy.deletion_line.deleted is 'Rows that are gone so far; never more than the preview said.';
call kernel.wall('privacy.deletion_line');
grant select on privacy.deletion_line to rt_app;

create table privacy.deletion_block (
  tenant_id uuid not null default kernel.here(),
  run_id uuid not null,
  class text not null,
  reason text not null,
  citizen_count int not null,
  constraint deletion_block_pk primary key (tenant_id, run_id, class, reason),
  constraint deletion_block_run_fk foreign key (tenant_id, run_id) references privacy.deletion_run (tenant_id, id)
);
comment on table privacy.deletion_block is 'What a run leaves standing, and why. No personal data: it stays.';
comment on column privacy.deletion_block.class is 'A class of features/privacy/retention.ts.';
comment on column privacy.deletion_block.citizen_count is 'Citizens it holds for; 0 where it holds for the class whoever they are.';
call kernel.wall('privacy.deletion_block');
grant select on privacy.deletion_block to rt_app;

create table privacy.deletion_step (
  tenant_id uuid not null default kernel.here(),
  run_id uuid not null,
  number int not null,
  citizen_id uuid,
  classes text[] not null,
  planned jsonb not null,
  before_at timestamptz,
  done_at timestamptz,
  kept text,
  constraint deletion_step_pk primary key (tenant_id, run_id, number),
  constraint deletion_step_run_fk foreign key (tenant_id, run_id) references privacy.deletion_run (tenant_id, id),
  constraint deletion_step_citizen_fk foreign key (tenant_id, citizen_id) references citizens.citizen (tenant_id, id),
  constraint deletion_step_by_case_or_age check (done_at is not null or num_nonnulls(citizen_id, before_at) = 1),
  constraint deletion_step_names_nobody_after check (done_at is null or citizen_id is null)
);
create index deletion_step_citizen on privacy.deletion_step (tenant_id, citizen_id) where citizen_id is not null;
create index deletion_step_todo on privacy.deletion_step (tenant_id, run_id, number) where done_at is null;
comment on table privacy.deletion_step is 'What a run does in one transaction: one citizen whose case is over, or some rows of one table that are old enough. Emptied of whom as soon as it is done.';
comment on column privacy.deletion_step.number is 'Order in which they are done.';
comment on column privacy.deletion_step.citizen_id is 'Whose; null when it is done, and where rows go by their own age.';
comment on column privacy.deletion_step.classes is 'Classes of retention that are due.';
comment on column privacy.deletion_step.planned is 'Rows by table, as the preview counted them. A citizen of whom they are not the same any more is left standing.';
comment on column privacy.deletion_step.before_at is 'Rows from before this moment are old enough.';
comment on column privacy.deletion_step.kept is 'Why it was left standing after all.';
call kernel.wall('privacy.deletion_step');
grant select (tenant_id, run_id, number, done_at, kept) on privacy.deletion_step to rt_app;

-- What may be deleted at all. Not a tenant's to read or change; a table that is not here cannot be deleted from by any of the functions.
create table db.erasable (
  name text constraint erasable_pk primary key,
  class text not null,
  goes_with text,
  belongs text,
  aged text,
  day text not null,
  position int not null,
  constraint erasable_by_case_or_age check (num_nonnulls(belongs, aged) > 0)
);
comment on table db.erasable is 'The tables that can be deleted from, and which of their rows belong to a citizen or are old enough. The trail and its chains are not among them. The same classes as app/life-of-data.ts; a house test compares.';
comment on column db.erasable.name is 'Schema and table.';
comment on column db.erasable.class is 'Class of retention of the table.';
comment on column db.erasable.goes_with is 'Class of the case with which its rows go: a working paper follows the record it is of.';
comment on column db.erasable.belongs is 'Condition on row t: it belongs to the citizen $1.';
comment on column db.erasable.aged is 'Condition on row t: by itself it is from before the moment $1, and nothing holds it back.';
comment on column db.erasable.day is 'Expression: the day of row t.';
comment on column db.erasable.position is 'Lower goes first: what points at others before what it points at.';

create procedure db.erase_from(erased regclass, class text, goes_with text, belongs text, aged text, day text, "position" int) language plpgsql as $$
begin
  if erased::text like 'kernel.%' or erased::text like 'org.%' then raise exception 'never of the house itself: %', erased; end if;
  insert into db.erasable values (erased::text, class, goes_with, belongs, aged, day, "position");
  execute format('grant usage on schema %I to rt_eraser', (select n.nspname from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace where c.oid = erased));
  execute format('grant select, delete on %s to rt_eraser', erased);
end $$;
comment on procedure db.erase_from(regclass, text, text, text, text, text, int) is 'Makes a table one that can be deleted from when its time is over. For migrations.';

grant usage on schema kernel, db, privacy to rt_eraser;
grant execute on function kernel.here() to rt_eraser;
grant select on db.erasable to rt_eraser;
grant select on privacy.retention_decision, privacy.deletion_run to rt_eraser;
grant select, insert, update on privacy.deletion_block, privacy.deletion_line, privacy.deletion_step to rt_eraser;

create function privacy.is_held(citizen uuid) returns boolean language sql stable
  return exists (select from privacy.request where request.tenant_id = kernel.here() and request.citizen_id = citizen and request.state <> 'closed')
    or exists (select from privacy.preservation where preservation.tenant_id = kernel.here() and preservation.citizen_id = citizen and preservation.ended_at is null);
comment on function privacy.is_held(uuid) is 'Somebody has asked to see it and is not answered, or it is to be preserved.';

create function privacy.case_over_on(citizen uuid, day date) returns date language sql stable
begin atomic
  with periods as (
    select stay.ends_on as until_on from stays.stay where stay.tenant_id = kernel.here() and stay.citizen_id = case_over_on.citizen
    union all
    select tie.to_on from citizens.tie where tie.tenant_id = kernel.here() and tie.citizen_id = case_over_on.citizen
    union all
    select "order".ends_on from orders."order" where "order".tenant_id = kernel.here() and "order".citizen_id = case_over_on.citizen
      and "order".status in ('draft', 'active', 'on-hold'))
  select case when not exists (select from periods where until_on is null or until_on > case_over_on.day) then greatest(
    (select max(until_on) from periods),
    (select max(note.written_at)::date from journal.note where note.tenant_id = kernel.here() and note.citizen_id = case_over_on.citizen),
    (select citizen.changed_at::date from citizens.citizen where citizen.tenant_id = kernel.here() and citizen.id = case_over_on.citizen
      and not exists (select from periods))) end;
end;
comment on function privacy.case_over_on(uuid, date) is 'The day on which the last thing of a citizen''s case was over: stay, tie, order or note, whichever is latest. Null while anything goes on.';

create function privacy.why_kept(citizen uuid, kind text, day date) returns text language plpgsql stable as $$
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
end $$;
comment on function privacy.why_kept(uuid, text, date) is 'Why what is held of a class about a citizen may not be deleted on a day; null when it may. Asked at the preview and again at the deletion.';

create function privacy.planned_of(run uuid, citizen uuid, classes text[]) returns jsonb language plpgsql as $$
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
      from (select c.changed_at::date as day from citizens.citizen c where c.tenant_id = kernel.here() and c.id = citizen) card;
  end if;
  return planned;
end $$;
comment on function privacy.planned_of(uuid, uuid, text[]) is 'Counts what would go of a citizen, table by table, and adds it to the lines of the run.';

create function privacy.add_line(run uuid, named text, kind text, rows bigint, citizens int, oldest date, newest date) returns void language sql
begin atomic
  insert into privacy.deletion_line as line (run_id, name, class, row_count, citizen_count, oldest_on, newest_on)
  values (add_line.run, add_line.named, add_line.kind, add_line.rows, add_line.citizens, add_line.oldest, add_line.newest)
  on conflict (tenant_id, run_id, name) do update set row_count = line.row_count + excluded.row_count, citizen_count = line.citizen_count + excluded.citizen_count,
    oldest_on = least(line.oldest_on, excluded.oldest_on), newest_on = greatest(line.newest_on, excluded.newest_on);
end;
comment on function privacy.add_line(uuid, text, text, bigint, int, date, date) is 'Adds to what a run would take of a table.';

create function privacy.preview_deletion(run uuid, most int) returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
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
end $$;
comment on function privacy.preview_deletion(uuid, int) is 'Works out what a run would delete, and writes it down: lines, what stays and why, and the steps. Deletes nothing.';

create function privacy.delete_next(run uuid, moment timestamptz, batch int) returns text language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
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
end $$;
comment on function privacy.delete_next(uuid, timestamptz, int) is 'Does one step of a run that was confirmed by another person than made the preview: asks again whether it may go, and deletes exactly what was shown, or nothing. Null when there is nothing left to do.';

create function privacy.empty_deletion(run uuid) returns void language sql security definer set search_path = pg_catalog, pg_temp
begin atomic
  update privacy.deletion_step s set citizen_id = null, done_at = r.dropped_at, kept = 'dropped' from privacy.deletion_run r
    where s.tenant_id = kernel.here() and s.run_id = empty_deletion.run and s.done_at is null and r.tenant_id = s.tenant_id and r.id = s.run_id and r.state = 'dropped';
end;
comment on function privacy.empty_deletion(uuid) is 'Forgets whom a run that was dropped would have deleted.';

revoke execute on function privacy.is_held(uuid), privacy.case_over_on(uuid, date), privacy.why_kept(uuid, text, date), privacy.planned_of(uuid, uuid, text[]),
  privacy.add_line(uuid, text, text, bigint, int, date, date), privacy.preview_deletion(uuid, int), privacy.delete_next(uuid, timestamptz, int), privacy.empty_deletion(uuid) from public;
grant execute on function privacy.is_held(uuid), privacy.case_over_on(uuid, date), privacy.why_kept(uuid, text, date), privacy.planned_of(uuid, uuid, text[]),
  privacy.add_line(uuid, text, text, bigint, int, date, date) to rt_eraser;
grant execute on function privacy.preview_deletion(uuid, int), privacy.delete_next(uuid, timestamptz, int), privacy.empty_deletion(uuid) to rt_app;
grant create on schema privacy to rt_eraser;
alter function privacy.preview_deletion(uuid, int) owner to rt_eraser;
alter function privacy.delete_next(uuid, timestamptz, int) owner to rt_eraser;
alter function privacy.empty_deletion(uuid) owner to rt_eraser;
revoke create on schema privacy from rt_eraser;

-- Working papers and copies go with the record they are of, and some by their own age.
call db.erase_from('journal.draft', 'working-paper', 'social-record', 't.citizen_id = $1', 't.saved_at < $1 and not coalesce(privacy.is_held(t.citizen_id), false)', 't.saved_at::date', 10);
call db.erase_from('journal.reading', 'working-paper', 'social-record', 'exists (select from journal.note o where o.tenant_id = t.tenant_id and o.id = t.note_id and o.citizen_id = $1)', null, 't.read_at::date', 10);
call db.erase_from('privacy.place', 'working-paper', 'case-work', 'exists (select from privacy.request o where o.tenant_id = t.tenant_id and o.id = t.request_id and o.citizen_id = $1)', null, 'null::date', 10);
call db.erase_from('privacy.finding', 'working-paper', 'case-work', 'exists (select from privacy.request o where o.tenant_id = t.tenant_id and o.id = t.request_id and o.citizen_id = $1)', null, 't.decided_at::date', 15);
call db.erase_from('privacy.package_part', 'copy', 'case-work', 'exists (select from privacy.package p join privacy.request o on o.tenant_id = p.tenant_id and o.id = p.request_id where p.tenant_id = t.tenant_id and p.id = t.package_id and o.citizen_id = $1)', null, 'null::date', 10);

-- What was asked, sent and done about a case.
call db.erase_from('exchange.item', 'case-work', 'case-work', 't.citizen_id = $1', null, 't.changed_at::date', 20);
call db.erase_from('exchange.outgoing', 'case-work', 'case-work', 't.citizen_id = $1', null, 't.made_at::date', 20);
call db.erase_from('exchange.received', 'case-work', 'case-work', 't.citizen_id = $1', null, 't.received_at::date', 20);
call db.erase_from('privacy.package', 'case-work', 'case-work', 'exists (select from privacy.request o where o.tenant_id = t.tenant_id and o.id = t.request_id and o.citizen_id = $1)', null, 't.asked_at::date', 20);
call db.erase_from('privacy.request', 'case-work', 'case-work', 't.citizen_id = $1', null, 't.received_on', 30);
-- A task that belongs to a look-up somebody was asked about stays with that look-up.
call db.erase_from('tasks.task', 'case-work', 'case-work', 'exists (select from jsonb_each_text(t.about) named where named.value = $1::text) and not exists (select from oversight.lookup l where l.tenant_id = t.tenant_id and l.task_id = t.id)', null, 't.created_at::date', 40);

-- The record.
call db.erase_from('journal.share', 'social-record', 'social-record', 't.citizen_id = $1', null, 't.shared_at::date', 10);
call db.erase_from('journal.withdrawal', 'social-record', 'social-record', 'exists (select from journal.note o where o.tenant_id = t.tenant_id and o.id = t.note_id and o.citizen_id = $1)', null, 't.withdrawn_at::date', 10);
call db.erase_from('journal.correction', 'social-record', 'social-record', 't.citizen_id = $1', null, 't.written_at::date', 10);
call db.erase_from('journal.belonging', 'social-record', 'social-record', 't.citizen_id = $1', null, 't.tied_at::date', 10);
call db.erase_from('journal.reminder', 'social-record', 'social-record', 't.citizen_id = $1', null, 't.written_at::date', 20);
call db.erase_from('journal.matter', 'social-record', 'social-record', 't.citizen_id = $1', null, 'null::date', 20);
call db.erase_from('goals.evidence', 'social-record', 'social-record', 't.citizen_id = $1', null, 'null::date', 10);
call db.erase_from('goals.evaluation', 'social-record', 'social-record', 't.citizen_id = $1', null, 't.evaluated_on', 20);
call db.erase_from('goals.step', 'social-record', 'social-record', 't.citizen_id = $1', null, 'null::date', 20);
call db.erase_from('goals.activity', 'social-record', 'social-record', 't.citizen_id = $1', null, 't.written_at::date', 20);
call db.erase_from('goals.follow_up', 'social-record', 'social-record', 't.citizen_id = $1', null, 't.due_on', 20);
call db.erase_from('goals.goal', 'social-record', 'social-record', 't.citizen_id = $1', null, 't.starts_on', 30);
call db.erase_from('goals.objective', 'social-record', 'social-record', 't.citizen_id = $1', null, 't.written_at::date', 40);
call db.erase_from('assessments.answer', 'social-record', 'social-record', 't.citizen_id = $1', null, 't.answered_on', 30);
call db.erase_from('reports.copy', 'social-record', 'social-record', 't.citizen_id = $1', null, 't.sent_at::date', 30);
call db.erase_from('reports.reading', 'social-record', 'social-record', 't.citizen_id = $1', null, 't.read_on', 30);
call db.erase_from('reports.report', 'social-record', 'social-record', 't.citizen_id = $1', null, 't.begun_at::date', 40);
call db.erase_from('orders.intervention', 'social-record', 'social-record', 'exists (select from orders."order" o where o.tenant_id = t.tenant_id and o.id = t.order_id and o.citizen_id = $1)', null, 't.starts_on', 40);
call db.erase_from('orders.part', 'social-record', 'social-record', 'exists (select from orders."order" o where o.tenant_id = t.tenant_id and o.id = t.order_id and o.citizen_id = $1)', null, 't.said_on', 40);
call db.erase_from('orders.revision', 'social-record', 'social-record', 'exists (select from orders."order" o where o.tenant_id = t.tenant_id and o.id = t.order_id and o.citizen_id = $1)', null, 't.received_at::date', 40);
call db.erase_from('orders.order_goal', 'social-record', 'social-record', 'exists (select from orders."order" o where o.tenant_id = t.tenant_id and o.id = t.order_id and o.citizen_id = $1)', null, 'null::date', 50);
call db.erase_from('orders."order"', 'social-record', 'social-record', 't.citizen_id = $1', null, 't.ordered_on', 60);
call db.erase_from('documents.part', 'social-record', 'social-record', 'exists (select from documents.file o where o.tenant_id = t.tenant_id and o.id = t.file_id and o.citizen_id = $1)', null, 'null::date', 60);
call db.erase_from('documents.file', 'social-record', 'social-record', 't.citizen_id = $1', null, 't.uploaded_at::date', 70);
call db.erase_from('journal.note', 'social-record', 'social-record', 't.citizen_id = $1', null, 't.happened_at::date', 70);
call db.erase_from('stays.attendance', 'social-record', 'social-record', 't.citizen_id = $1', null, 't.marked_at::date', 70);
call db.erase_from('stays.stay', 'social-record', 'social-record', 't.citizen_id = $1', null, 't.starts_on', 80);
call db.erase_from('citizens.bar', 'social-record', 'social-record', 't.citizen_id = $1', null, 't.from_on', 80);
call db.erase_from('citizens.consent', 'social-record', 'social-record', 't.citizen_id = $1', null, 't.from_on', 80);
call db.erase_from('citizens.contact', 'social-record', 'social-record', 't.citizen_id = $1', null, 't.changed_at::date', 80);
call db.erase_from('citizens.contact_person', 'social-record', 'social-record', 't.citizen_id = $1', null, 't.from_on', 80);
call db.erase_from('citizens.tie', 'social-record', 'social-record', 't.citizen_id = $1', null, 't.from_on', 80);
call db.erase_from('citizens.warning', 'social-record', 'social-record', 't.citizen_id = $1', null, 't.written_at::date', 80);
call db.erase_from('privacy.preservation', 'case-work', 'case-work', 't.citizen_id = $1', null, 't.kept_at::date', 80);
call db.erase_from('citizens.citizen', 'social-record', 'social-record', 't.id = $1', null, 't.changed_at::date', 100);

-- What was kept about looking, by its own age. The trail itself (kernel.audit) and its chains are never deleted from.
call db.erase_from('access.review', 'log', null, null, 'exists (select from access.emergency o where o.tenant_id = t.tenant_id and o.id = t.emergency_id and o.until_at < $1 and not privacy.is_held(o.citizen_id))', 't.reviewed_at::date', 10);
call db.erase_from('access.emergency', 'log', null, 't.citizen_id = $1', 't.until_at < $1 and not privacy.is_held(t.citizen_id)', 't.opened_at::date', 20);
call db.erase_from('access.seeking', 'log', null, null, 't.sought_at < $1 and not exists (select from unnest(t.found) as citizen (id) where privacy.is_held(citizen.id)) and not exists (select from access.emergency o where o.tenant_id = t.tenant_id and o.seeking_id = t.id and (o.until_at >= $1 or privacy.is_held(o.citizen_id)))', 't.sought_at::date', 30);
call db.erase_from('citizens.personal_access', 'log', null, 't.citizen_id = $1', 't.until_at < $1 and not privacy.is_held(t.citizen_id)', 't.from_at::date', 10);
call db.erase_from('oversight.lookup', 'log', null, null, 'exists (select from oversight.drawing o where o.tenant_id = t.tenant_id and o.id = t.drawing_id and o.drawn_at < $1) and not coalesce(privacy.is_held(t.citizen_id), false)', 't.at::date', 10);
call db.erase_from('oversight.drawing', 'log', null, null, 't.drawn_at < $1 and not exists (select from oversight.lookup o where o.tenant_id = t.tenant_id and o.drawing_id = t.id and privacy.is_held(o.citizen_id))', 't.drawn_at::date', 20);

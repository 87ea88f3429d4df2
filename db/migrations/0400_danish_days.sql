-- When a case was over, and the days a deletion tells of, are Danish days. The connection's own clock is UTC: a note of half past midnight counted as written the day before.
create or replace function privacy.case_over_on(citizen uuid, day date) returns date language sql stable
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
    (select (max(note.written_at) at time zone 'Europe/Copenhagen')::date from journal.note where note.tenant_id = kernel.here() and note.citizen_id = case_over_on.citizen),
    (select (citizen.changed_at at time zone 'Europe/Copenhagen')::date from citizens.citizen where citizen.tenant_id = kernel.here() and citizen.id = case_over_on.citizen
      and not exists (select from periods))) end;
end;

create or replace function privacy.planned_of(run uuid, citizen uuid, classes text[]) returns jsonb language plpgsql as $$
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
end $$;

update db.erasable set day = '(' || left(day, -length('::date')) || ' at time zone ''Europe/Copenhagen'')::date' where day ~ '^t\.\w+_?at::date$';

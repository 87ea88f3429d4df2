-- Roles can be ended, units can be closed; a unit closes empty.

-- As with ties: a role taken back before it came to hold ends on the day before it starts.
alter table org.role_grant
  drop constraint role_grant_period,
  add constraint role_grant_period check (ends_on >= starts_on - 1),
  add column ended_at timestamptz,
  add column ended_by uuid;
comment on column org.role_grant.ends_on is 'Last day the role is held; null: until further notice. The day before starts_on: it never came to hold.';
comment on column org.role_grant.ended_at is 'When somebody decided that it ends; null where the end was given from the beginning.';
grant update (ended_at, ended_by) on org.role_grant to rt_app;

create function citizens.unit_closes_empty() returns trigger language plpgsql as $$
begin
  if exists (select from citizens.tie
    where tie.tenant_id = new.tenant_id and tie.unit_id = new.id and tie.because = 'stay'
      and (tie.to_on is null or tie.to_on >= new.closed_on)) then
    raise exception 'citizens are tied to the unit' using errcode = '23514', constraint = 'unit_closes_empty';
  end if;
  return new;
end $$;
comment on function citizens.unit_closes_empty() is 'A unit does not close while anyone lives, attends or gets support there on the day. Kept here: the organisation does not know citizens.';

create trigger unit_closes_empty before update of closed_on on org.unit
  for each row when (new.closed_on is not null and old.closed_on is distinct from new.closed_on)
  execute function citizens.unit_closes_empty();

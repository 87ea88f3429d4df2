-- Who is present for a temp, asked by the conditions of reading and by live updates alike.

create function citizens.present(employee uuid, citizen uuid, unit uuid, came_on date, on_day date) returns boolean language sql stable
  return came_on = on_day
    or exists (select from org.unit here where here.tenant_id = kernel.here() and here.id = unit and here.round_the_clock)
    or exists (select from citizens.contact_person own where own.tenant_id = kernel.here() and own.employee_id = employee
      and own.citizen_id = citizen and own.unit_id = unit and own.from_on <= on_day and coalesce(own.to_on >= on_day, true));
comment on function citizens.present(uuid, uuid, uuid, date, date) is 'Whether a citizen tied to a unit is there today for a temp: lives there, has come, or has the temp as contact person.';
grant execute on function citizens.present(uuid, uuid, uuid, date, date) to rt_app, rt_search;

create function org.hears(actor uuid, place uuid, steady boolean, subjects uuid[], on_day date) returns boolean language sql stable
  return subjects is null or exists (
    select from unnest(subjects) subject
    where subject not in (select org.apart(actor, on_day))
      and (steady or exists (select from citizens.tie where tie.tenant_id = kernel.here() and tie.citizen_id = subject and tie.unit_id = place
        and tie.from_on <= on_day and coalesce(tie.to_on >= on_day, true) and citizens.present(actor, subject, place, tie.present_on, on_day))));
comment on function org.hears(uuid, uuid, boolean, uuid[], date) is 'Whether somebody who reaches a place is told live that something changed there about one of the subjects. Null: about nobody.';
grant execute on function org.hears(uuid, uuid, boolean, uuid[], date) to rt_app;

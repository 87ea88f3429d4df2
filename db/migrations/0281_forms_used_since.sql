-- Nobody is late with a form from before the unit chose it.

alter table assessments.used add column since_on date;
update assessments.used set since_on = (decided_at at time zone 'Europe/Copenhagen')::date;
alter table assessments.used alter column since_on set not null;
comment on column assessments.used.since_on is 'Day from which the unit has answered it; those who were there already have their days from then.';
grant update (since_on) on assessments.used to rt_app;

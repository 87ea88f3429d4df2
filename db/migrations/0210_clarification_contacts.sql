-- Who is a unit's person in the rollout, who stands in, and when they are away.

create schema clarification;
comment on schema clarification is 'Clarification (afklaring): what each unit is, its answers, and what they set up.';
grant usage on schema clarification to rt_app;

create table clarification.contact (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  unit_id uuid not null,
  employee_id uuid not null,
  deputy_id uuid,
  from_on date not null,
  to_on date,
  version int not null default 1,
  changed_at timestamptz not null,
  changed_by uuid not null,
  constraint contact_pk primary key (tenant_id, id),
  constraint contact_unit_fk foreign key (tenant_id, unit_id) references org.unit (tenant_id, id),
  constraint contact_employee_fk foreign key (tenant_id, employee_id) references org.employee (tenant_id, id),
  constraint contact_deputy_fk foreign key (tenant_id, deputy_id) references org.employee (tenant_id, id),
  constraint contact_changed_by_fk foreign key (tenant_id, changed_by) references org.employee (tenant_id, id),
  constraint contact_period check (to_on is null or to_on >= from_on - 1),
  constraint contact_deputy_is_another check (deputy_id is null or deputy_id <> employee_id),
  constraint contact_one_at_a_time exclude using gist (tenant_id with =, unit_id with =, daterange(from_on, to_on, '[]') with &&)
    where (to_on is null or to_on >= from_on)
);
create index contact_unit on clarification.contact (tenant_id, unit_id);
create index contact_employee on clarification.contact (tenant_id, employee_id);
create index contact_deputy on clarification.contact (tenant_id, deputy_id);
create index contact_changed_by on clarification.contact (tenant_id, changed_by);
comment on table clarification.contact is 'A unit''s implementation contact (implementeringskontakt) for a time, and who stands in for them. One at a time.';
comment on column clarification.contact.employee_id is 'The contact.';
comment on column clarification.contact.deputy_id is 'Who stands in while the contact is away.';
comment on column clarification.contact.to_on is 'Last day, inclusive; null until further notice. The day before from_on: it was a mistake.';
call kernel.wall('clarification.contact');
grant select, insert, update on clarification.contact to rt_app;

create table clarification.leave (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  unit_id uuid not null,
  employee_id uuid not null,
  from_on date not null,
  to_on date not null,
  version int not null default 1,
  changed_at timestamptz not null,
  changed_by uuid not null,
  constraint leave_pk primary key (tenant_id, id),
  constraint leave_unit_fk foreign key (tenant_id, unit_id) references org.unit (tenant_id, id),
  constraint leave_employee_fk foreign key (tenant_id, employee_id) references org.employee (tenant_id, id),
  constraint leave_changed_by_fk foreign key (tenant_id, changed_by) references org.employee (tenant_id, id),
  constraint leave_period check (to_on >= from_on - 1)
);
create index leave_unit on clarification.leave (tenant_id, unit_id);
create index leave_employee on clarification.leave (tenant_id, employee_id);
create index leave_changed_by on clarification.leave (tenant_id, changed_by);
comment on table clarification.leave is 'Days on which a contact or deputy is away from this work in a unit. Says nothing of why.';
comment on column clarification.leave.from_on is 'First day away.';
comment on column clarification.leave.to_on is 'Last day away, inclusive; the day before from_on: it was taken back.';
call kernel.wall('clarification.leave');
grant select, insert, update on clarification.leave to rt_app;

create function clarification.contacts_on(on_day date)
returns table (unit_id uuid, contact_id uuid, deputy_id uuid, acting_id uuid) language sql stable as $$
  select contact.unit_id, contact.employee_id, contact.deputy_id,
    case
      when contact.employee_id <> all (away.ids) then contact.employee_id
      when contact.deputy_id <> all (away.ids) then contact.deputy_id
    end
  from clarification.contact
  join org.employee employed on employed.tenant_id = contact.tenant_id and employed.id = contact.employee_id
  left join org.employee deputy on deputy.tenant_id = contact.tenant_id and deputy.id = contact.deputy_id
  cross join lateral (
    select array(select leave.employee_id from clarification.leave
        where leave.tenant_id = kernel.here() and leave.unit_id = contact.unit_id and on_day between leave.from_on and leave.to_on)
      || array_remove(array[case when employed.employed_to < on_day then employed.id end, case when deputy.employed_to < on_day then deputy.id end], null) as ids) away
  where contact.tenant_id = kernel.here() and contact.from_on <= on_day and (contact.to_on is null or contact.to_on >= on_day)
$$;
comment on function clarification.contacts_on(date) is 'The implementation contact of each unit that has one on the day, the deputy, and which of them acts: the contact, the deputy while the contact is away or gone, or nobody.';
grant execute on function clarification.contacts_on(date) to rt_app;

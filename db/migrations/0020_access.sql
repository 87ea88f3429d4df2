-- Who reaches what: temps on duty, rights a municipality takes away, people kept apart from a citizen, one person's reach to one
-- citizen for a time, what is shared between units and why. `org.held` is the one place where all of it is worked out.

create table org.duty (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  employee_id uuid not null,
  unit_id uuid not null,
  role text not null constraint duty_role_is_a_temps check (role = 'temp-worker'),
  from_at timestamptz not null,
  until_at timestamptz not null,
  opened_by uuid not null,
  id_check text not null,
  ended_at timestamptz,
  ended_by uuid,
  version int not null default 1,
  constraint duty_pk primary key (tenant_id, id),
  constraint duty_employee_fk foreign key (tenant_id, employee_id) references org.employee (tenant_id, id),
  constraint duty_unit_fk foreign key (tenant_id, unit_id) references org.unit (tenant_id, id),
  constraint duty_opened_by_fk foreign key (tenant_id, opened_by) references org.employee (tenant_id, id),
  constraint duty_within_a_day check (until_at > from_at and until_at <= from_at + interval '24 hours'),
  constraint duty_ended_says_by check ((ended_at is null) = (ended_by is null))
);
create index duty_employee on org.duty (tenant_id, employee_id, until_at);
create index duty_unit on org.duty (tenant_id, unit_id, until_at);
create index duty_opened_by on org.duty (tenant_id, opened_by);
comment on table org.duty is 'A temp (vikar) on duty: reach to this one unit, none below it, between two moments. A second shift is a second row of the same employee.';
comment on column org.duty.role is 'Never more than a temp: whoever is on duty may open it, and must not be able to hand out more than that.';
comment on column org.duty.opened_by is 'The colleague on duty who let the temp in; both stand in the trail.';
comment on column org.duty.until_at is 'Exclusive. Never extended: more time is another row, which somebody answers for.';
comment on column org.duty.id_check is 'How it was made sure that the temp is who they say: what was shown, never its number.';
comment on column org.duty.ended_at is 'Ended before its time.';
comment on column org.duty.version is 'Counts up with each change.';
call kernel.wall('org.duty');
grant select, insert on org.duty to rt_app;
grant update (ended_at, ended_by, version) on org.duty to rt_app;
grant select on org.duty to rt_search;

create table org.narrowing (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  right_name text not null,
  role text not null,
  unit_id uuid,
  from_on date not null,
  to_on date,
  decided_by uuid not null,
  decided_at timestamptz not null,
  note text not null,
  ended_by uuid,
  version int not null default 1,
  constraint narrowing_pk primary key (tenant_id, id),
  constraint narrowing_unit_fk foreign key (tenant_id, unit_id) references org.unit (tenant_id, id),
  constraint narrowing_decided_by_fk foreign key (tenant_id, decided_by) references org.employee (tenant_id, id),
  constraint narrowing_period check (to_on >= from_on - 1)
);
create index narrowing_unit on org.narrowing (tenant_id, unit_id);
create index narrowing_decided_by on org.narrowing (tenant_id, decided_by);
comment on table org.narrowing is 'A right that the municipality takes away from a role, from when to when. It can only narrow: what the matrix does not give, no row here gives.';
comment on column org.narrowing.right_name is 'As in docs/permissions.csv, column Rettighed.';
comment on column org.narrowing.unit_id is 'In this unit and those below it; null: everywhere.';
comment on column org.narrowing.to_on is 'Last day; null until further notice. The day before from_on: it never came to hold.';
comment on column org.narrowing.note is 'Why.';
comment on column org.narrowing.version is 'Counts up with each change.';
call kernel.wall('org.narrowing');
grant select, insert on org.narrowing to rt_app;
grant update (to_on, ended_by, version) on org.narrowing to rt_app;
grant select on org.narrowing to rt_search;

create table citizens.bar (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  employee_id uuid not null,
  citizen_id uuid not null,
  reason text not null,
  from_on date not null,
  to_on date,
  set_by uuid not null,
  set_at timestamptz not null,
  version int not null default 1,
  constraint bar_pk primary key (tenant_id, id),
  constraint bar_employee_fk foreign key (tenant_id, employee_id) references org.employee (tenant_id, id),
  constraint bar_citizen_fk foreign key (tenant_id, citizen_id) references citizens.citizen (tenant_id, id),
  constraint bar_set_by_fk foreign key (tenant_id, set_by) references org.employee (tenant_id, id),
  constraint bar_period check (to_on >= from_on - 1)
);
create index bar_employee on citizens.bar (tenant_id, employee_id, citizen_id);
create index bar_citizen on citizens.bar (tenant_id, citizen_id);
create index bar_set_by on citizens.bar (tenant_id, set_by);
comment on table citizens.bar is 'An employee kept apart from a citizen on every path: family, neighbour, once a couple. Wins over every right.';
comment on column citizens.bar.to_on is 'Last day; null until further notice. The day before from_on: it never came to hold.';
comment on column citizens.bar.version is 'Counts up with each change.';
call kernel.wall('citizens.bar');
grant select, insert on citizens.bar to rt_app;
grant update (to_on, version) on citizens.bar to rt_app;
grant select on citizens.bar to rt_search;

create table citizens.personal_access (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  employee_id uuid not null,
  citizen_id uuid not null,
  because text not null constraint personal_access_because_known check (because in ('emergency')),
  because_id uuid not null,
  from_at timestamptz not null,
  until_at timestamptz not null,
  ended_at timestamptz,
  constraint personal_access_pk primary key (tenant_id, id),
  constraint personal_access_employee_fk foreign key (tenant_id, employee_id) references org.employee (tenant_id, id),
  constraint personal_access_citizen_fk foreign key (tenant_id, citizen_id) references citizens.citizen (tenant_id, id),
  constraint personal_access_within_a_day check (until_at > from_at and until_at <= from_at + interval '24 hours')
);
create index personal_access_employee on citizens.personal_access (tenant_id, employee_id, until_at);
create index personal_access_citizen on citizens.personal_access (tenant_id, citizen_id);
comment on table citizens.personal_access is 'Reach of one person to one citizen for a limited time, to read. Kept by the feature that knows the reason.';
comment on column citizens.personal_access.because is 'emergency: opened in an emergency (nødadgang), with a reason, reviewed afterwards.';
comment on column citizens.personal_access.because_id is 'The row that tells the reason.';
comment on column citizens.personal_access.until_at is 'Exclusive.';
comment on column citizens.personal_access.ended_at is 'Ended before its time.';
call kernel.wall('citizens.personal_access');
grant select, insert on citizens.personal_access to rt_app;
grant update (ended_at) on citizens.personal_access to rt_app;
grant select on citizens.personal_access to rt_search;

create table citizens.consent (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  citizen_id uuid not null,
  unit_id uuid not null,
  what text not null constraint consent_what_known check (what in ('stay', 'warnings', 'notes', 'other')),
  to_unit_id uuid,
  to_whom text,
  basis text not null constraint consent_basis_known check (basis in ('consent', 'law')),
  law_reference text,
  from_on date not null,
  to_on date,
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  note text,
  version int not null default 1,
  constraint consent_pk primary key (tenant_id, id),
  constraint consent_citizen_fk foreign key (tenant_id, citizen_id) references citizens.citizen (tenant_id, id),
  constraint consent_unit_fk foreign key (tenant_id, unit_id) references org.unit (tenant_id, id),
  constraint consent_to_unit_fk foreign key (tenant_id, to_unit_id) references org.unit (tenant_id, id),
  constraint consent_recorded_by_fk foreign key (tenant_id, recorded_by) references org.employee (tenant_id, id),
  constraint consent_to_one check ((to_unit_id is null) <> (to_whom is null)),
  constraint consent_law_says_which check ((basis = 'law') = (law_reference is not null)),
  constraint consent_period check (to_on >= from_on),
  constraint consent_withdrawn_says_by check ((withdrawn_at is null) = (withdrawn_by is null))
);
create index consent_citizen on citizens.consent (tenant_id, citizen_id);
create index consent_unit on citizens.consent (tenant_id, unit_id);
create index consent_to_unit on citizens.consent (tenant_id, to_unit_id);
create index consent_recorded_by on citizens.consent (tenant_id, recorded_by);
comment on table citizens.consent is 'What a unit shares about a citizen, with whom, from when to when, and why it may: the citizen''s consent, or a law that is named.';
comment on column citizens.consent.unit_id is 'The unit that shares.';
comment on column citizens.consent.what is 'stay: that the citizen uses the unit. warnings: the unit''s warnings. notes: single notes, each shared by hand. other: something told outside this system.';
comment on column citizens.consent.to_unit_id is 'With a unit of ours; otherwise to_whom says who.';
comment on column citizens.consent.to_whom is 'Somebody outside: doctor, relative, job centre.';
comment on column citizens.consent.basis is 'consent: the citizen said yes. law: it is shared without, and law_reference names the provision.';
comment on column citizens.consent.law_reference is 'Act and paragraph, as whoever recorded it wrote it.';
comment on column citizens.consent.to_on is 'Last day; null until further notice.';
comment on column citizens.consent.withdrawn_at is 'From then on nothing more is shown; what was read stays read.';
comment on column citizens.consent.version is 'Counts up with each change.';
call kernel.wall('citizens.consent');
grant select, insert on citizens.consent to rt_app;
grant update (to_on, withdrawn_at, withdrawn_by, version) on citizens.consent to rt_app;
grant select on citizens.consent to rt_search;

create table journal.share (
  tenant_id uuid not null default kernel.here(),
  id uuid not null,
  note_id uuid not null,
  citizen_id uuid not null,
  to_unit_id uuid not null,
  consent_id uuid not null,
  shared_by uuid not null,
  shared_at timestamptz not null,
  ended_at timestamptz,
  ended_by uuid,
  version int not null default 1,
  constraint share_pk primary key (tenant_id, id),
  constraint share_note_fk foreign key (tenant_id, note_id) references journal.note (tenant_id, id),
  constraint share_citizen_fk foreign key (tenant_id, citizen_id) references citizens.citizen (tenant_id, id),
  constraint share_to_unit_fk foreign key (tenant_id, to_unit_id) references org.unit (tenant_id, id),
  constraint share_consent_fk foreign key (tenant_id, consent_id) references citizens.consent (tenant_id, id),
  constraint share_by_fk foreign key (tenant_id, shared_by) references org.employee (tenant_id, id),
  constraint share_ended_says_by check ((ended_at is null) = (ended_by is null))
);
create unique index share_note on journal.share (tenant_id, note_id, to_unit_id) where ended_at is null;
create index share_note_ever on journal.share (tenant_id, note_id);
create index share_citizen on journal.share (tenant_id, citizen_id, to_unit_id);
create index share_to_unit on journal.share (tenant_id, to_unit_id);
create index share_consent on journal.share (tenant_id, consent_id);
create index share_by on journal.share (tenant_id, shared_by);
comment on table journal.share is 'A note deliberately shown to another unit that the citizen uses. It holds while its consent or legal basis does.';
comment on column journal.share.citizen_id is 'The note''s, kept here so that a citizen''s shared notes are found by index.';
comment on column journal.share.version is 'Counts up with each change.';
call kernel.wall('journal.share');
grant select, insert on journal.share to rt_app;
grant update (ended_at, ended_by, version) on journal.share to rt_app;
grant select on journal.share to rt_search;

alter table citizens.tie add column present_on date;
comment on column citizens.tie.present_on is 'Last day the citizen was marked as come, where people do not live. Kept by the feature that marks it; temps see those who came today.';
grant select on citizens.tie to rt_search;

create function org.held(actor uuid, moment timestamptz, on_day date)
returns table (unit_id uuid, role text, brief boolean, lacking text[]) language sql stable rows 20
begin atomic
  with narrowed as materialized (
    select narrowing.right_name, narrowing.role, narrowing.unit_id from org.narrowing
    where narrowing.tenant_id = kernel.here() and narrowing.from_on <= on_day and (narrowing.to_on is null or narrowing.to_on >= on_day))
  select place.unit_id, place.role, place.brief, array(
    select narrowed.right_name from narrowed
    where narrowed.role = place.role and (narrowed.unit_id is null or exists (
      select from org.branch where branch.tenant_id = kernel.here() and branch.above_id = narrowed.unit_id and branch.unit_id = place.unit_id)))
  from org.employee
  cross join lateral (
    select branch.unit_id, role_grant.role, role_grant.role = 'temp-worker' as brief
    from org.role_grant
    join org.branch on branch.tenant_id = role_grant.tenant_id and branch.above_id = role_grant.unit_id
    where role_grant.tenant_id = kernel.here() and role_grant.employee_id = employee.id
      and role_grant.starts_on <= on_day and (role_grant.ends_on is null or role_grant.ends_on >= on_day)
    union all
    select duty.unit_id, duty.role, true
    from org.duty
    where duty.tenant_id = kernel.here() and duty.employee_id = employee.id
      and duty.from_at <= moment and duty.until_at > moment and duty.ended_at is null) place
  where employee.tenant_id = kernel.here() and employee.id = actor
    and employee.employed_from <= on_day and (employee.employed_to is null or employee.employed_to >= on_day);
end;
comment on function org.held(uuid, timestamptz, date) is 'The roles a person holds at a moment, unit by unit, and the rights taken from each: grants reach the units below, duties do not. brief: held as a temp, so only today''s citizens. The one place where it is worked out; unknown is nothing.';
grant execute on function org.held(uuid, timestamptz, date) to rt_app, rt_search;

create function org.reach(actor uuid, moment timestamptz, on_day date, right_name text, roles text[]) returns setof uuid language sql stable
begin atomic
  select distinct held.unit_id from org.held(actor, moment, on_day) held
  where held.role = any (roles) and right_name <> all (held.lacking);
end;
comment on function org.reach(uuid, timestamptz, date, text, text[]) is 'The units where a person has a right at a moment, through one of its roles.';
grant execute on function org.reach(uuid, timestamptz, date, text, text[]) to rt_app, rt_search;

create function org.apart(actor uuid, on_day date) returns setof uuid language sql stable
begin atomic
  select bar.citizen_id from citizens.bar
  where bar.tenant_id = kernel.here() and bar.employee_id = actor and bar.from_on <= on_day and (bar.to_on is null or bar.to_on >= on_day);
end;
comment on function org.apart(uuid, date) is 'Whom a person is kept apart from. A function of the ground, so that every right has it, whatever feature made the right.';
grant execute on function org.apart(uuid, date) to rt_app, rt_search;

drop function journal.search(uuid, date, text[], text, int, uuid);
drop function org.reach(uuid, date, text[]);

create function journal.search(actor uuid, moment timestamptz, on_day date, right_name text, roles text[], words text, most int, about uuid default null)
returns table (note_id uuid, rank real) language sql stable rows 50 security definer set search_path = pg_catalog, pg_temp
begin atomic
  with allowed as materialized (select array(select org.reach(actor, moment, on_day, right_name, roles)) as units),
  kept_apart as materialized (select apart.citizen_id from org.apart(actor, on_day) apart (citizen_id)),
  asked as materialized (select websearch_to_tsquery('danish'::regconfig, words) as query)
  select found.id, max(found.rank)
  from (
    (select note.id, ts_rank(note.tsv, asked.query) as rank, note.happened_at
    from asked, journal.note
    where note.unit_id = any ((select units from allowed)::uuid[]) and note.tsv @@ asked.query
      and note.tenant_id = kernel.here() and not note.amended and (about is null or note.citizen_id = about)
      and (note.citizen_id is null or note.citizen_id not in (select citizen_id from kept_apart))
    order by note.happened_at desc limit most)
    union all
    (select correction.note_id, ts_rank(correction.tsv, asked.query), correction.happened_at
    from asked, journal.correction
    where correction.unit_id = any ((select units from allowed)::uuid[]) and correction.tsv @@ asked.query
      and correction.tenant_id = kernel.here()
      and not exists (select from journal.correction later where later.tenant_id = correction.tenant_id
        and later.note_id = correction.note_id and later.version > correction.version)
      and not exists (select from journal.withdrawal where withdrawal.tenant_id = correction.tenant_id and withdrawal.note_id = correction.note_id)
      and exists (select from journal.note where note.tenant_id = correction.tenant_id and note.id = correction.note_id
        and (about is null or note.citizen_id = about)
        and (note.citizen_id is null or note.citizen_id not in (select citizen_id from kept_apart)))
    order by correction.happened_at desc limit most)
  ) found
  group by found.id
  order by max(found.happened_at) desc
  limit most;
end;
comment on function journal.search(uuid, timestamptz, date, text, text[], text, int, uuid) is 'Notes whose present words match, newest first, within the actor''s reach in the tenant of the login role; with `about`, of one citizen only.';
revoke execute on function journal.search(uuid, timestamptz, date, text, text[], text, int, uuid) from public;
grant execute on function journal.search(uuid, timestamptz, date, text, text[], text, int, uuid) to rt_app;
grant create on schema journal to rt_search;
alter function journal.search(uuid, timestamptz, date, text, text[], text, int, uuid) owner to rt_search;
revoke create on schema journal from rt_search;

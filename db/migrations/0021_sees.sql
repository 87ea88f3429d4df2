-- Units that share nothing by themselves, and the search that asks everything a reading asks: place, class, whom one sees, what is shared.

alter table org.unit add column discreet boolean not null generated always as (
  coalesce(offer_type in ('krisecenter', 'stofmisbrug', 'alkohol-offentlig', 'alkohol-privat'), false)
  or legal_grounds && array['SEL-101', 'SEL-101a', 'SEL-109', 'SUL-141', 'SUL-142', 'BL-33']) stored;
comment on column org.unit.discreet is 'Shares nothing by itself: that somebody is there at all is told nobody outside the unit unless the citizen agrees or a law says so. Crisis centres (SEL § 109) and treatment of misuse (SEL §§ 101 and 101 a, SUL §§ 141 and 142, BL § 33). Which they are is our own choice, on the safe side: a unit with one such ground among others is discreet.';

create function org.in_person(actor uuid, moment timestamptz) returns setof uuid language sql stable
begin atomic
  select access.citizen_id from citizens.personal_access access
  where access.tenant_id = kernel.here() and access.employee_id = actor and access.from_at <= moment and access.until_at > moment and access.ended_at is null;
end;
comment on function org.in_person(uuid, timestamptz) is 'Whom a person reaches at the moment for a limited time, wherever they are. A function of the ground, as org.apart is.';
grant execute on function org.in_person(uuid, timestamptz) to rt_app, rt_search;

create function citizens.consents(citizen uuid, sharing_unit uuid, kind text, on_day date) returns setof uuid language sql stable
begin atomic
  select consent.to_unit_id from citizens.consent
  where consent.tenant_id = kernel.here() and consent.citizen_id = citizen and consent.unit_id = sharing_unit and consent.what = kind
    and consent.to_unit_id is not null and consent.withdrawn_at is null
    and consent.from_on <= on_day and (consent.to_on is null or consent.to_on >= on_day);
end;
comment on function citizens.consents(uuid, uuid, text, date) is 'The units with which a unit shares something of a kind about a citizen on a day, by consent or law in force.';
grant execute on function citizens.consents(uuid, uuid, text, date) to rt_app, rt_search;

create function journal.shared(reading_units uuid[], on_day date, about uuid) returns table (note_id uuid, to_unit_id uuid) language sql stable rows 10
begin atomic
  select share.note_id, share.to_unit_id
  from journal.share
  join citizens.consent on consent.tenant_id = share.tenant_id and consent.id = share.consent_id
  where share.tenant_id = kernel.here() and share.to_unit_id = any (reading_units) and share.ended_at is null and (about is null or share.citizen_id = about)
    and consent.withdrawn_at is null and consent.from_on <= on_day and (consent.to_on is null or consent.to_on >= on_day);
end;
comment on function journal.shared(uuid[], date, uuid) is 'Notes shared with any of the units, while the consent or the legal basis holds; with `about`, of one citizen.';
grant execute on function journal.shared(uuid[], date, uuid) to rt_app, rt_search;

drop function journal.search(uuid, timestamptz, date, text, text[], text, int, uuid);

create function journal.search(actor uuid, moment timestamptz, on_day date, right_name text, roles text[], closer_right text, closer_roles text[], closer_kinds text[],
  days_after int, words text, most int, about uuid default null)
returns table (note_id uuid, rank real) language sql stable rows 50 security definer set search_path = pg_catalog, pg_temp
begin atomic
  with held as materialized (select held.unit_id, held.role, held.brief, held.lacking from org.held(actor, moment, on_day) held),
  allowed as materialized (
    select coalesce(array_agg(distinct held.unit_id) filter (where held.role = any (roles) and right_name <> all (held.lacking)), '{}') as units,
      coalesce(array_agg(distinct held.unit_id) filter (where held.role = any (roles) and right_name <> all (held.lacking) and not held.brief), '{}') as steady,
      coalesce(array_agg(distinct held.unit_id) filter (where held.role = any (closer_roles) and closer_right <> all (held.lacking)), '{}') as closer
    from held),
  -- As citizens/server/permissions.ts says it (seenThrough); the matrix of access holds both to the same.
  seen as materialized (
    select distinct tie.citizen_id from citizens.tie
    where tie.tenant_id = kernel.here() and tie.unit_id = any ((select units from allowed)::uuid[]) and tie.from_on <= on_day
      and (about is null or tie.citizen_id = about)
      and case when tie.unit_id = any ((select steady from allowed)::uuid[]) then coalesce(tie.to_on >= on_day - days_after, true)
        else coalesce(tie.to_on >= on_day, true) and (tie.present_on = on_day
          or exists (select from org.unit where unit.tenant_id = kernel.here() and unit.id = tie.unit_id and unit.round_the_clock)
          or exists (select from citizens.contact_person own where own.tenant_id = kernel.here() and own.employee_id = actor
            and own.citizen_id = tie.citizen_id and own.unit_id = tie.unit_id and own.from_on <= on_day and coalesce(own.to_on >= on_day, true))) end
    union select in_person.citizen_id from org.in_person(actor, moment) in_person (citizen_id)
    where cardinality((select units from allowed)) > 0 and in_person.citizen_id = about
    except select apart.citizen_id from org.apart(actor, on_day) apart (citizen_id)),
  -- Of other units: what is shared, and in an emergency the notes of the one citizen, but for those of discreet units.
  elsewhere as materialized (
    select shared.note_id as id from allowed cross join lateral journal.shared(allowed.units, on_day, about) shared
    join journal.note on note.tenant_id = kernel.here() and note.id = shared.note_id
    where note.kind <> all (closer_kinds) or shared.to_unit_id = any ((select closer from allowed)::uuid[])
    union
    select note.id from org.in_person(actor, moment) in_person (citizen_id)
    join journal.note on note.tenant_id = kernel.here() and note.citizen_id = in_person.citizen_id
    join org.unit on unit.tenant_id = kernel.here() and unit.id = note.unit_id and not unit.discreet
    where in_person.citizen_id = about and cardinality((select units from allowed)) > 0
      and (note.kind <> all (closer_kinds) or cardinality((select closer from allowed)) > 0)),
  asked as materialized (select websearch_to_tsquery('danish'::regconfig, words) as query)
  select found.id, max(found.rank)
  from (
    (select note.id, ts_rank(note.tsv, asked.query) as rank, note.happened_at
    from asked, journal.note
    where note.unit_id = any ((select units from allowed)::uuid[]) and note.tsv @@ asked.query
      and note.tenant_id = kernel.here() and not note.amended and (about is null or note.citizen_id = about)
      and (note.citizen_id is null or note.citizen_id in (select citizen_id from seen))
      and (note.kind <> all (closer_kinds) or note.unit_id = any ((select closer from allowed)::uuid[]))
    order by note.happened_at desc limit most)
    union all
    (select correction.note_id, ts_rank(correction.tsv, asked.query), correction.happened_at
    from asked, journal.correction
    where correction.unit_id = any ((select units from allowed)::uuid[]) and correction.tsv @@ asked.query
      and correction.tenant_id = kernel.here() and (about is null or correction.citizen_id = about)
      and (correction.citizen_id is null or correction.citizen_id in (select citizen_id from seen))
      and not exists (select from journal.correction later where later.tenant_id = correction.tenant_id
        and later.note_id = correction.note_id and later.version > correction.version)
      and not exists (select from journal.withdrawal where withdrawal.tenant_id = correction.tenant_id and withdrawal.note_id = correction.note_id)
      and exists (select from journal.note where note.tenant_id = correction.tenant_id and note.id = correction.note_id
        and (note.kind <> all (closer_kinds) or note.unit_id = any ((select closer from allowed)::uuid[])))
    order by correction.happened_at desc limit most)
    union all
    (select note.id, ts_rank(present.tsv, asked.query), present.happened_at
    from asked, elsewhere
    join journal.note on note.tenant_id = kernel.here() and note.id = elsewhere.id
    cross join lateral (
      select version.tsv, version.happened_at from (
        select 1 as version, note.tsv, note.happened_at
        union all select later.version, later.tsv, later.happened_at from journal.correction later
        where note.amended and later.tenant_id = note.tenant_id and later.note_id = note.id) version
      order by version.version desc limit 1) present
    where present.tsv @@ asked.query and note.citizen_id in (select citizen_id from seen)
      and not exists (select from journal.withdrawal where note.amended and withdrawal.tenant_id = note.tenant_id and withdrawal.note_id = note.id)
    order by present.happened_at desc limit most)
  ) found
  group by found.id
  order by max(found.happened_at) desc
  limit most;
end;
comment on function journal.search(uuid, timestamptz, date, text, text[], text, text[], text[], int, text, int, uuid) is 'Notes whose present words match, newest first, that the actor may read in the tenant of the login role; with `about`, of one citizen only. The closer right is asked on top for notes of the closer kinds.';
revoke execute on function journal.search(uuid, timestamptz, date, text, text[], text, text[], text[], int, text, int, uuid) from public;
grant execute on function journal.search(uuid, timestamptz, date, text, text[], text, text[], text[], int, text, int, uuid) to rt_app;
grant create on schema journal to rt_search;
alter function journal.search(uuid, timestamptz, date, text, text[], text, text[], text[], int, text, int, uuid) owner to rt_search;
revoke create on schema journal from rt_search;
grant select on citizens.contact_person to rt_search;

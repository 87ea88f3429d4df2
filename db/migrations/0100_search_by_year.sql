-- Search goes back year by year. Before, all hits of a unit were fetched and put in order before fifty were shown: a common word cost
-- in step with the length of the journal. Whoever changes what search asks writes it in a file after this one (search.test.ts holds that).

drop index journal.note_words;
create index note_words on journal.note using gin ((unit_id::text || extract(year from happened_at at time zone 'UTC')::text), tsv) with (fastupdate = off);
drop index journal.correction_words;
create index correction_words on journal.correction using gin ((unit_id::text || extract(year from happened_at at time zone 'UTC')::text), tsv) with (fastupdate = off);

create or replace function journal.search(actor uuid, moment timestamptz, on_day date, right_name text, roles text[], closer_right text, closer_roles text[], closer_kinds text[],
  days_after int, words text, most int, about uuid default null)
returns table (note_id uuid, rank real) language sql stable rows 50 security definer set search_path = pg_catalog, pg_temp
begin atomic
  with recursive held as materialized (select held.unit_id, held.role, held.brief, held.lacking from org.held(actor, moment, on_day) held),
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
  asked as materialized (select websearch_to_tsquery('danish'::regconfig, words) as query),
  first_year as materialized (
    select extract(year from min(first.happened_at) at time zone 'UTC')::int as year
    from unnest((select units from allowed)::uuid[]) unit (id)
    cross join lateral (
      (select note.happened_at from journal.note where note.tenant_id = kernel.here() and note.unit_id = unit.id order by note.happened_at limit 1)
      union all
      (select correction.happened_at from journal.correction where correction.tenant_id = kernel.here() and correction.unit_id = unit.id order by correction.happened_at limit 1)) first),
  -- A common word stands in more notes each year, and only the latest are shown: each step looks at one year less, until enough are found.
  walk as (
    select extract(year from (moment + interval '1 day') at time zone 'UTC')::int + 1 as year, most as wanted, null::uuid[] as ids, null::real[] as ranks, null::timestamptz[] as times
    union all
    select walk.year - 1, walk.wanted - cardinality(hits.ids), hits.ids, hits.ranks, hits.times
    from walk cross join lateral (
      select array_agg(unit.id::text || (walk.year - 1)) as years from unnest((select units from allowed)::uuid[]) unit (id)) place
    cross join lateral (
      select coalesce(array_agg(hit.id), '{}') as ids, array_agg(hit.rank) as ranks, array_agg(hit.happened_at) as times from (
        (select note.id, ts_rank(note.tsv, asked.query) as rank, note.happened_at
        from asked, journal.note
        where note.unit_id::text || extract(year from note.happened_at at time zone 'UTC')::text = any (place.years) and note.tsv @@ asked.query
          and note.tenant_id = kernel.here() and not note.amended and (about is null or note.citizen_id = about)
          and (note.citizen_id is null or note.citizen_id in (select citizen_id from seen))
          and (note.kind <> all (closer_kinds) or note.unit_id = any ((select closer from allowed)::uuid[]))
        order by note.happened_at desc limit walk.wanted)
        union all
        (select correction.note_id, ts_rank(correction.tsv, asked.query), correction.happened_at
        from asked, journal.correction
        where correction.unit_id::text || extract(year from correction.happened_at at time zone 'UTC')::text = any (place.years) and correction.tsv @@ asked.query
          and correction.tenant_id = kernel.here() and (about is null or correction.citizen_id = about)
          and (correction.citizen_id is null or correction.citizen_id in (select citizen_id from seen))
          and not exists (select from journal.correction later where later.tenant_id = correction.tenant_id
            and later.note_id = correction.note_id and later.version > correction.version)
          and not exists (select from journal.withdrawal where withdrawal.tenant_id = correction.tenant_id and withdrawal.note_id = correction.note_id)
          and exists (select from journal.note where note.tenant_id = correction.tenant_id and note.id = correction.note_id
            and (note.kind <> all (closer_kinds) or note.unit_id = any ((select closer from allowed)::uuid[])))
        order by correction.happened_at desc limit walk.wanted)) hit) hits
    where walk.wanted > 0 and walk.year > (select year from first_year))
  select found.id, max(found.rank)
  from (
    select hit.id, hit.rank, hit.happened_at from walk cross join lateral unnest(walk.ids, walk.ranks, walk.times) hit (id, rank, happened_at)
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

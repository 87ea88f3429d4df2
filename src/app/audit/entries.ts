import type pg from 'pg'
import type { Id } from '#kernel/lang/id.ts'

/** Rows as they come from a working day, many, in transactions of ten: reads, changes and refusals in several units, about several citizens. */
export async function makeEntries(owner: pg.Client, tenant: Id, count: number, units: readonly Id[]): Promise<void> {
  await owner.query(`create or replace procedure pg_temp.entries(tenant uuid, units uuid[], count int) language plpgsql as $$
    begin
      for batch in 0 .. (count - 1) / 10 loop
        insert into kernel.audit (tenant_id, at, actor_id, session_id, action, outcome, scope_id, subject_id, records, about, roles, subjects, relation)
        select tenant, clock_timestamp(), md5('actor ' || n % 40)::uuid, md5('session ' || n % 200)::uuid,
          (array['journal.ofCitizen', 'citizens.card', 'journal.ofUnit', 'journal.write', 'journal.search'])[1 + n % 5],
          case when n % 50 = 0 then 'denied' else 'done' end, units[1 + n % (cardinality(units) + 1)],
          case when n % 5 <> 2 then md5('citizen ' || n % 300)::uuid end, array[md5('note ' || n)::uuid, md5('note ' || n + 1)::uuid],
          case when n % 5 = 4 then '{"words": "faldt"}'::jsonb end, array['support-worker'],
          case when n % 5 = 2 then array[md5('citizen ' || n % 300)::uuid, md5('citizen ' || (n + 7) % 300)::uuid] else '{}'::uuid[] end, 'stay'
        from generate_series(batch * 10, least(batch * 10 + 9, count - 1)) n;
        commit;
      end loop;
    end $$`)
  await owner.query('call pg_temp.entries($1, $2, $3)', [tenant, units, count])
}

/** Time goes by: transactions of which the trail knows nothing. */
export async function passTransactions(owner: pg.Client, count: number): Promise<void> {
  await owner.query(`do $$ begin for n in 1 .. ${count} loop perform pg_current_xact_id(); commit; end loop; end $$`)
}

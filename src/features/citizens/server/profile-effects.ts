import { runningOn } from '#features/org/server/index.ts'
import type { ProfileEffect } from '#features/profiles/server/index.ts'
import { type Sql, sql } from '#kernel/server/sql.ts'
import { tiedOn } from './ties.ts'

/** The word that is proposed is another than the one on the screens until the day. */
const wordChanges = ({ unitId, fromOn, proposalId }: { unitId: Sql; fromOn: Sql; proposalId: Sql }) => sql`
  coalesce((select proposed.value #>> '{}' from profiles.proposed where proposed.tenant_id = kernel.here() and proposed.proposal_id = ${proposalId}
    and proposed.key = 'terminology.citizen'), 'citizen')
  <> coalesce((select running.citizen_word from ${runningOn(unitId, fromOn)} running), 'citizen')`

export const citizensEffects: readonly ProfileEffect[] = [
  {
    name: 'citizens.called-otherwise',
    kind: 'touched',
    keys: ['terminology.citizen'],
    count: ({ unitId, fromOn, proposalId }) => sql`(select count(distinct tie.citizen_id) from citizens.tie
      where tie.tenant_id = kernel.here() and tie.unit_id = ${unitId} and ${tiedOn(sql`tie`, fromOn)} and ${wordChanges({ unitId, fromOn, proposalId })})`,
    said: {
      da: '{count} personer, I støtter, omtales med det nye ord på skærmene.',
      en: '{count} people you support are spoken of by the new word on the screens.',
    },
  },
]

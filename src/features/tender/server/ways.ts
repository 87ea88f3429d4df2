import { employeeName } from '#features/org/server/index.ts'
import type { Id } from '#kernel/lang/id.ts'
import { refuse } from '#kernel/lang/problem.ts'
import { at } from '#kernel/server/permission.ts'
import { type Db, type Sql, sql } from '#kernel/server/sql.ts'
import { command, query } from '#kernel/server/use-case.ts'
import { tender } from '../contract.ts'
import { whyNotAnswerWay } from '../rules.ts'
import { tieDecision } from './adapting.ts'
import { adaptationKind, padded } from './node-kinds.ts'
import { askedToWork, mayAgree } from './permissions.ts'

const decisionNumber = (id: Sql): Sql =>
  sql`(select number from decisions.decision where decision.tenant_id = kernel.here() and decision.id = ${id})`

export const waysAsked = query(tender.waysAsked, {
  may: at(mayAgree, (input) => input.unitId),
  audit: (input) => ({ place: input.unitId }),
  read: ({ input }) => sql`
    select own.id, own.version, own.tender_id as "tenderId", own.label, own.text, own.way, ${decisionNumber(sql`own.decision_id`)} as "decisionNumber",
      own.changed_at as "askedAt", ${employeeName(sql`own.changed_by`)} as "askedByName"
    from (select id, version, tender_id, 'GAP-' || number as label, text, next_step as way, decision_id, changed_at, changed_by from tender.gap
        where gap.tenant_id = kernel.here() and gap.unit_id = ${input.unitId}::uuid and gap.state = 'way-proposed'
      union all select id, version, tender_id, ${padded('T-', sql`number`, 2)}, title, outcome, decision_id, changed_at, changed_by from tender.adaptation
        where adaptation.tenant_id = kernel.here() and adaptation.asked_unit_id = ${input.unitId}::uuid and adaptation.state = 'way-proposed') own
    order by own.changed_at, own.id limit 100`,
})

type Asked = {
  table: 'gap' | 'adaptation'
  unitId: Id
  placeId: Id
  state: string
  version: number
  decisionId: Id | null
}

/** The gap or the adaptation that is asked about, held until the answer stands. */
async function lockedWay(db: Db, id: Id): Promise<Asked | undefined> {
  const of = (table: Asked['table'], unit: Sql) =>
    db.one<Asked>(sql`select ${sql.lit(table)} as "table", ${unit} as "unitId", tender.place_id as "placeId", own.state, own.version, own.decision_id as "decisionId"
      from tender.${sql.ref(table)} own join tender.tender on tender.tenant_id = own.tenant_id and tender.id = own.tender_id
      where own.tenant_id = kernel.here() and own.id = ${id} for update of own`)
  return (await of('gap', sql`own.unit_id`)) ?? (await of('adaptation', sql`own.asked_unit_id`))
}

/** A no puts it back where something else must be found: the gap is open, the adaptation a proposal that nobody has decided on. */
const afterNo = { gap: 'open', adaptation: 'proposed' } as const
const leaderOf = { gap: sql`agreed_by`, adaptation: sql`leader_id` } as const

export const answerWay = command(tender.answerWay, {
  may: askedToWork(),
  about: (db, input) => lockedWay(db, input.id),
  audit: (input, about) => ({ place: about?.unitId, records: [input.id], about: { agrees: input.agrees } }),
  async run({ db, input, about, by, clock }) {
    refuse(whyNotAnswerWay(about, input))
    const { table } = about
    const leader = input.agrees ? by.id : null
    const now = clock.now()
    const isUndone = table === 'adaptation' && !input.agrees
    await db.run(sql`update tender.${sql.ref(table)} set state = ${input.agrees ? 'changed-way' : afterNo[table]}, ${leaderOf[table]} = ${leader},
      decision_id = ${isUndone ? null : about.decisionId}, agreed_at = ${leader && now}::timestamptz, refused_because = ${input.agrees ? '' : input.because.trim()}, version = version + 1, changed_at = ${now}, changed_by = ${by.id}
      where tenant_id = kernel.here() and id = ${input.id}`)
    const own = { kind: adaptationKind, id: input.id }
    if (isUndone) await tieDecision(db, own, { from: about.decisionId, to: null }, { id: by.id, at: now })
    return { id: input.id, version: about.version + 1 }
  },
  tell: (_, about) => [
    { topic: 'tender', place: about.placeId },
    { topic: 'tender', place: about.unitId },
  ],
})

import { decisionKind } from '#features/decisions/server/index.ts'
import { employeeName, reaches } from '#features/org/server/index.ts'
import { link, touched } from '#features/thread/server/index.ts'
import type { Id } from '#kernel/lang/id.ts'
import { Problem, refusal, refuse } from '#kernel/lang/problem.ts'
import { type Asked, anywhere, at } from '#kernel/server/permission.ts'
import { type Db, type Sql, sql } from '#kernel/server/sql.ts'
import { command, query } from '#kernel/server/use-case.ts'
import { clarification, type Gap } from '../contract.ts'
import { whyNotMergeGap, whyNotMoveGap } from '../rules.ts'
import { whyNotSettings } from '../whole-set.ts'
import { insertGap } from './gap-of-answer.ts'
import { gapKind } from './node-kinds.ts'
import { mayAnswer, mayCoordinate, mayLead, maySee, ofRecord } from './permissions.ts'

/** A gap as the wire tells it, of a table `gap` joined with its `unit`. */
export const gapColumns = ({
  offers,
}: Pick<Asked<never>, 'offers'>): Sql => sql`gap.id, gap.number, gap.unit_id as "unitId", unit.name as "unitName",
  (select question.key from clarification.question where question.tenant_id = gap.tenant_id and question.id = gap.question_id) as "questionKey",
  gap.text, gap.state, gap.owner_id as "ownerId", ${employeeName(sql`gap.owner_id`)} as "ownerName", gap.next_step as "nextStep", gap.next_on as "nextOn",
  gap.decision_id as "decisionId", (select decision.number from decisions.decision where decision.tenant_id = gap.tenant_id and decision.id = gap.decision_id) as "decisionNumber",
  gap.sets, ${employeeName(sql`gap.agreed_by`)} as "agreedByName", gap.merged_into_id as "mergedIntoId", gap.opened_at as "openedAt", gap.version,
  ${offers({ move: mayCoordinate }, sql`gap.unit_id`)} as permitted`

export const gaps = query(clarification.gaps, {
  may: anywhere(maySee),
  audit: () => ({}),
  read: (asked) => sql`
    select ${gapColumns(asked)} from clarification.gap join org.unit on unit.tenant_id = gap.tenant_id and unit.id = gap.unit_id
    where gap.tenant_id = kernel.here() and ${asked.visible(sql`gap.unit_id`)}
    order by gap.state in ('open', 'with-vendor') desc, gap.next_on nulls first, gap.number limit 1000`,
})

export const addGap = command(clarification.addGap, {
  may: at(mayAnswer, (input) => input.unitId),
  audit: (input) => ({ place: input.unitId, records: [input.id] }),
  async run({ db, input, by, clock }) {
    const question = input.key
      ? await db.one<{ id: Id }>(sql`select question.id from clarification.question
          join clarification.question_set on question_set.tenant_id = question.tenant_id and question_set.place_id = question.place_id
          where question.tenant_id = kernel.here() and question.key = ${input.key} and question_set.id = clarification.set_of(${input.unitId})`)
      : undefined
    if (input.key && !question) refuse(refusal('clarification.no-such-question', { question: input.key }, 'key'))
    const when = { id: by.id, at: clock.now(), on: clock.today() }
    const number = await insertGap(db, { ...input, questionId: question?.id ?? null }, when)
    return { id: input.id, version: 1, number }
  },
  tell: (input) => [{ topic: 'clarification', place: input.unitId }],
})

type Standing = {
  id: Id
  unitId: Id
  state: Gap['state']
  mergedIntoId: Id | null
  hasOwn: boolean
  version: number
}

const lockedGap = (db: Db, id: Id) =>
  db.one<Standing>(sql`select id, unit_id as "unitId", state, merged_into_id as "mergedIntoId",
      exists (select from clarification.gap own where own.tenant_id = kernel.here() and own.merged_into_id = gap.id) as "hasOwn", version
    from clarification.gap where tenant_id = kernel.here() and id = ${id} for update`)

/** A decision that was made, by the place that is over the unit. */
async function isDecided(db: Db, decisionId: Id | null, unitId: Id): Promise<boolean> {
  if (!decisionId) return false
  const row = await db.one(sql`select from decisions.decision
    join org.branch on branch.tenant_id = decision.tenant_id and branch.above_id = decision.place_id and branch.unit_id = ${unitId}
    where decision.tenant_id = kernel.here() and decision.id = ${decisionId} and decision.state in ('decided', 'in-force', 'under-review')`)
  if (!row) refuse(refusal('clarification.not-decided', {}, 'decisionId'))
  return true
}

export const moveGap = command(clarification.moveGap, {
  may: ofRecord('gap')(mayCoordinate),
  about: (db, input) => lockedGap(db, input.id),
  audit: (input, gap) => ({ place: gap?.unitId, records: [input.id], about: { state: input.state } }),
  async run({ db, input, about: gap, by, clock }) {
    const now = { at: clock.now(), on: clock.today() }
    const { agreedById, sets } = input
    refuse(whyNotSettings(sets))
    const hasDecision = await isDecided(db, input.decisionId, gap.unitId)
    const leaderAgreed = agreedById !== null && (await reaches(db, { id: agreedById, ...now }, mayLead, gap.unitId))
    refuse(whyNotMoveGap({ ...input, hasDecision, sets: sets.length, leaderAgreed, today: now.on }))
    await db.run(sql`update clarification.gap set state = ${input.state}, owner_id = ${input.ownerId}, next_step = ${input.nextStep.trim()}, next_on = ${input.nextOn}::date,
        decision_id = ${input.decisionId}, sets = ${JSON.stringify(sets)}::jsonb, agreed_by = ${agreedById}, version = version + 1, changed_at = ${now.at}, changed_by = ${by.id}
      where tenant_id = kernel.here() and id = ${input.id}`)
    const own = { kind: gapKind, id: input.id }
    if (input.decisionId)
      await link(db, {
        type: 'decided-by',
        from: own,
        to: { kind: decisionKind, id: input.decisionId },
        by: by.id,
        at: now.at,
      })
    await touched(db, own, { what: 'value', by: by.id, at: now.at })
    return { id: input.id, version: gap.version + 1 }
  },
  tell: (_, gap) => [{ topic: 'clarification', place: gap.unitId }],
})

const mergedInto = async (db: Db, { id, version }: Standing, intoId: Id | null, by: Id, now: string) => {
  await db.run(sql`update clarification.gap set merged_into_id = ${intoId}, version = version + 1, changed_at = ${now}, changed_by = ${by}
    where tenant_id = kernel.here() and id = ${id}`)
  return { id, version: version + 1 }
}

export const mergeGap = command(clarification.mergeGap, {
  may: ofRecord('gap')(mayCoordinate),
  about: (db, input) => lockedGap(db, input.id),
  audit: (input, gap) => ({ place: gap?.unitId, records: [input.id, input.intoId] }),
  async run({ db, input, about: gap, by, clock }) {
    const into = await lockedGap(db, input.intoId)
    const mine =
      into && (await reaches(db, { id: by.id, at: clock.now(), on: clock.today() }, mayCoordinate, into.unitId))
    if (!into || !mine) throw new Problem('not-found', 'kernel.not-found')
    refuse(
      whyNotMergeGap({
        isSame: into.id === gap.id,
        isMerged: gap.mergedIntoId !== null,
        intoIsMerged: into.mergedIntoId !== null,
        hasOwn: gap.hasOwn,
      }),
    )
    return mergedInto(db, gap, into.id, by.id, clock.now())
  },
  tell: (_, gap) => [{ topic: 'clarification', place: gap.unitId }],
})

export const splitGap = command(clarification.splitGap, {
  may: ofRecord('gap')(mayCoordinate),
  about: (db, input) => lockedGap(db, input.id),
  audit: (input, gap) => ({ place: gap?.unitId, records: [input.id] }),
  run: ({ db, about: gap, by, clock }) => mergedInto(db, gap, null, by.id, clock.now()),
  tell: (_, gap) => [{ topic: 'clarification', place: gap.unitId }],
})

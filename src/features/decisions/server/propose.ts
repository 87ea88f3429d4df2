import { link, type NodeKind } from '#features/thread/server/index.ts'
import type { InputOf } from '#kernel/lang/contract.ts'
import type { Id } from '#kernel/lang/id.ts'
import { refusal, refuse } from '#kernel/lang/problem.ts'
import { at } from '#kernel/server/permission.ts'
import { type Db, sql } from '#kernel/server/sql.ts'
import { command } from '#kernel/server/use-case.ts'
import { decisions } from '../contract.ts'
import { whyNotChange, whyNotTitle } from '../rules.ts'
import { decisionKind } from './node-kinds.ts'
import { mayKeep, ofDecision } from './permissions.ts'
import { type By, lockedDecision, putAround, wordsOf } from './standing.ts'

type Input = InputOf<typeof decisions.propose>

/** Numbers are given one at a time: the place's row is the lock. */
async function freeNumber(
  db: Db,
  table: 'decision' | 'risk',
  placeId: Id,
  wanted: number | undefined,
): Promise<number> {
  await db.run(sql`select from org.unit where tenant_id = kernel.here() and id = ${placeId} for no key update`)
  const taken = await db.one<{ most: number; same: boolean }>(sql`
    select coalesce(max(number), 0) as most, coalesce(bool_or(number = ${wanted ?? null}::int), false) as same
    from decisions.${sql.ref(table)} where tenant_id = kernel.here() and place_id = ${placeId}`)
  if (taken!.same) refuse(refusal('decisions.number-taken', {}, 'number'))
  return wanted ?? taken!.most + 1
}

export { freeNumber }

async function insert(db: Db, input: Input, number: number, by: By): Promise<void> {
  const said = wordsOf(input)
  await db.run(sql`insert into decisions.decision (id, external_id, place_id, number, title, question, why, consequences, no_option_reason, coordinator_exception,
      secret, state, review_on, supersedes_id, proposed_at, proposed_by, changed_at, changed_by)
    values (${input.id}, ${input.externalId ?? null}, ${input.placeId}, ${number}, ${said.title}, ${said.question}, ${said.why}, ${said.consequences},
      ${said.noOptionReason}, ${said.coordinatorException}, ${input.secret}, 'proposed', ${input.reviewOn}::date, ${input.supersedesId},
      ${by.at}, ${by.id}, ${by.at}, ${by.id})`)
  await putAround(db, input.id, input.placeId, input)
}

export const propose = (kinds: readonly NodeKind[]) => {
  const byName = new Map(kinds.map((kind) => [kind.kind, kind]))
  return command(decisions.propose, {
    may: at(mayKeep, (input) => input.placeId),
    audit: (input) => ({ place: input.placeId, records: [input.id] }),
    async run({ db, input, by, clock }) {
      refuse(whyNotTitle(input.title))
      const number = await freeNumber(db, 'decision', input.placeId, input.number)
      const proposer = { id: by.id, at: clock.now() }
      await insert(db, input, number, proposer)
      for (const { kind, id } of input.objects) {
        const of = byName.get(kind)
        if (!of) refuse(refusal('decisions.unknown-kind', {}, 'objects'))
        const ends = { from: { kind: of!, id }, to: { kind: decisionKind, id: input.id } }
        await link(db, { type: 'decided-by', ...ends, by: by.id, at: proposer.at })
      }
      return { id: input.id, number, version: 1, state: 'proposed' as const }
    },
    tell: (input) => [{ topic: 'decisions', place: input.placeId }],
  })
}

export const change = command(decisions.change, {
  may: ofDecision((input) => input.id),
  about: (db, input) => lockedDecision(db, input.id),
  audit: (input, decision) => ({ place: decision?.placeId, records: [input.id] }),
  async run({ db, input, about, by, clock }) {
    refuse(whyNotChange(about.state))
    refuse(whyNotTitle(input.title))
    const said = wordsOf(input)
    const row = await db.one<{
      version: number
    }>(sql`update decisions.decision set title = ${said.title}, question = ${said.question}, why = ${said.why},
      consequences = ${said.consequences}, no_option_reason = ${said.noOptionReason}, coordinator_exception = ${said.coordinatorException},
      secret = ${input.secret}, review_on = ${input.reviewOn}::date, supersedes_id = ${input.supersedesId},
      version = version + 1, changed_at = ${clock.now()}, changed_by = ${by.id}
      where tenant_id = kernel.here() and id = ${input.id} returning version`)
    await putAround(db, input.id, about.placeId, input)
    return { id: input.id, version: row!.version, state: 'proposed' as const }
  },
  tell: (_, about) => [{ topic: 'decisions', place: about.placeId }],
})

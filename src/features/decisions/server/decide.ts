import { link, touched } from '#features/thread/server/index.ts'
import { refuse } from '#kernel/lang/problem.ts'
import { type Db, type Sql, sql } from '#kernel/server/sql.ts'
import { command } from '#kernel/server/use-case.ts'
import { decisions } from '../contract.ts'
import {
  type DecisionState,
  stateWhenDecided,
  whyNotChange,
  whyNotDecide,
  whyNotEndReview,
  whyNotReveal,
  whyNotReview,
  whyNotSupersede,
} from '../rules.ts'
import { decisionKind } from './node-kinds.ts'
import { ofDecision } from './permissions.ts'
import { aroundOf, type By, lockedDecision, type Standing } from './standing.ts'

type Done = { id: string; version: number; state: DecisionState }

/** Moves on, with whatever else the move says. */
async function moveTo(db: Db, id: string, state: DecisionState, by: By, more: Sql = sql``): Promise<Done> {
  const row =
    await db.one<Done>(sql`update decisions.decision set state = ${state}, version = version + 1, changed_at = ${by.at}, changed_by = ${by.id} ${more}
    where tenant_id = kernel.here() and id = ${id} returning id, version, state`)
  return row!
}

/** The old one stays as it was, and what hangs on it must be looked at again. */
async function supersede(db: Db, { id, supersedesId }: Standing, by: By): Promise<void> {
  if (!supersedesId) return
  const old = await lockedDecision(db, supersedesId)
  refuse(whyNotSupersede(old?.state ?? 'withdrawn'))
  await moveTo(db, supersedesId, 'superseded', by)
  const from = { kind: decisionKind, id: supersedesId }
  await touched(db, from, { what: 'value', by: by.id, at: by.at })
  await link(db, { type: 'replaced-by', from, to: { kind: decisionKind, id }, by: by.id, at: by.at })
}

export const decide = command(decisions.decide, {
  may: ofDecision((input) => input.id),
  about: (db, input) => lockedDecision(db, input.id),
  audit: (input, decision) => ({ place: decision?.placeId, records: [input.id] }),
  async run({ db, input, about, by, clock }) {
    refuse(whyNotChange(about.state))
    const around = await aroundOf(db, about, input.decidedOn, clock.now())
    refuse(whyNotDecide({ ...about, ...around, decidedOn: input.decidedOn, today: clock.today() }))
    const decider = { id: by.id, at: clock.now() }
    await supersede(db, about, decider)
    const done = await moveTo(
      db,
      input.id,
      stateWhenDecided(about.secret),
      decider,
      sql`, decided_on = ${input.decidedOn}::date`,
    )
    await touched(db, { kind: decisionKind, id: input.id }, { what: 'text', by: by.id, at: decider.at })
    return done
  },
  tell: (_, about) => [{ topic: 'decisions', place: about.placeId }],
})

export const withdraw = command(decisions.withdraw, {
  may: ofDecision((input) => input.id),
  about: (db, input) => lockedDecision(db, input.id),
  audit: (input, decision) => ({ place: decision?.placeId, records: [input.id] }),
  async run({ db, input, about, by, clock }) {
    refuse(whyNotChange(about.state))
    return moveTo(
      db,
      input.id,
      'withdrawn',
      { id: by.id, at: clock.now() },
      sql`, withdrawn_because = ${input.because.trim()}`,
    )
  },
  tell: (_, about) => [{ topic: 'decisions', place: about.placeId }],
})

export const reveal = command(decisions.reveal, {
  may: ofDecision((input) => input.id),
  about: (db, input) => lockedDecision(db, input.id),
  audit: (input, decision) => ({ place: decision?.placeId, records: [input.id] }),
  async run({ db, input, about, by, clock }) {
    refuse(whyNotReveal(about.state))
    return moveTo(db, input.id, 'in-force', { id: by.id, at: clock.now() })
  },
  tell: (_, about) => [{ topic: 'decisions', place: about.placeId }],
})

export const beginReview = command(decisions.beginReview, {
  may: ofDecision((input) => input.id),
  about: (db, input) => lockedDecision(db, input.id),
  audit: (input, decision) => ({ place: decision?.placeId, records: [input.id] }),
  async run({ db, input, about, by, clock }) {
    refuse(whyNotReview(about.state))
    return moveTo(db, input.id, 'under-review', { id: by.id, at: clock.now() })
  },
  tell: (_, about) => [{ topic: 'decisions', place: about.placeId }],
})

export const endReview = command(decisions.endReview, {
  may: ofDecision((input) => input.id),
  about: (db, input) => lockedDecision(db, input.id),
  audit: (input, decision) => ({ place: decision?.placeId, records: [input.id] }),
  async run({ db, input, about, by, clock }) {
    refuse(whyNotEndReview(about.state))
    const now = clock.now()
    const said = sql`, review_note = ${input.note.trim()}, review_on = ${input.reviewOn}::date, reviewed_at = ${now}`
    return moveTo(db, input.id, 'in-force', { id: by.id, at: now }, said)
  },
  tell: (_, about) => [{ topic: 'decisions', place: about.placeId }],
})

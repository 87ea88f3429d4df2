import { type NodeKind, toldOpenly, touched } from '#features/thread/server/index.ts'
import type { Id } from '#kernel/lang/id.ts'
import { refuse } from '#kernel/lang/problem.ts'
import { type Db, sql } from '#kernel/server/sql.ts'
import { door } from '#kernel/server/use-case.ts'
import { capture } from '../contract.ts'
import { readCode, whyNotWithdraw } from '../rules.ts'
import { notGuessing, unknownCode } from './guest.ts'
import { slipKind } from './nodes.ts'

type Kept = {
  id: Id
  label: string
  eventTitle: string
  placeId: Id
  photoId: Id | null
  writtenAt: string
  receivedAt: string
  text: string | null
  withdrawn: boolean
  hidden: boolean
  duplicateOfId: Id | null
  state: 'new' | 'read' | 'parked' | 'out-of-scope' | 'rejected'
  reason: string | null
  gathered: boolean
}

const kept = (db: Db, which: ReturnType<typeof sql>) =>
  db.one<Kept>(sql`
    select slip.id, slip.label, event.title as "eventTitle", event.place_id as "placeId", slip.photo_id as "photoId",
      to_json(slip.written_at) #>> '{}' as "writtenAt", to_json(slip.received_at) #>> '{}' as "receivedAt", slip.text,
      slip.withdrawn_at is not null as withdrawn, slip.hidden_at is not null as hidden, slip.duplicate_of_id as "duplicateOfId", slip.state, slip.reason,
      exists (select from capture.gathering where gathering.tenant_id = kernel.here() and gathering.contribution_id = slip.id and gathering.ended_at is null) as gathered
    from capture.contribution slip join capture.event on event.tenant_id = slip.tenant_id and event.id = slip.event_id
    where slip.tenant_id = kernel.here() and ${which}`)

/** What became of a slip, also months later, and no more of it than may be told to anybody. A slip that came twice follows the one it is counted with. */
export const fate = (kinds: readonly NodeKind[]) =>
  door(capture.fate, {
    crowd: true,
    async run({ db, input, clock, device }) {
      const asking = { db, clock, device }
      await notGuessing(asking)
      const slip = await kept(db, sql`slip.receipt_code = ${readCode(input.code)}`)
      if (!slip) return unknownCode(asking, 'capture.fate')
      const counted = slip.duplicateOfId ? (await kept(db, sql`slip.id = ${slip.duplicateOfId}`))! : slip
      return {
        label: slip.label,
        eventTitle: slip.eventTitle,
        writtenAt: slip.writtenAt,
        text: slip.text,
        withdrawn: slip.withdrawn,
        mayWithdraw: whyNotWithdraw(slip, clock.now()) === undefined,
        hidden: slip.hidden,
        state: counted.gathered ? ('gathered' as const) : counted.state,
        reason: counted.reason,
        steps: (await toldOpenly(db, kinds, { kind: slipKind, id: counted.id }))
          .filter(({ id }) => id !== counted.id)
          .map(({ id: _, ...step }) => step),
      }
    },
  })

/** The words and the picture go; that there was a slip, and where it lay, stays. */
export const withdraw = door(capture.withdraw, {
  crowd: true,
  async run({ db, whole, tell, input, clock, device }) {
    const asking = { db, clock, device }
    await notGuessing(asking)
    const { label, placeId } = await whole(async (db) => {
      const slip = await kept(db, sql`slip.receipt_code = ${readCode(input.code)} for update of slip`)
      if (!slip) return { label: null, placeId: null }
      refuse(whyNotWithdraw(slip, clock.now()))
      await db.run(sql`update capture.contribution set text = null, author_name = null, photo_id = null, withdrawn_at = ${clock.now()}, version = version + 1,
        changed_at = ${clock.now()}, changed_by = null where tenant_id = kernel.here() and id = ${slip.id}`)
      await db.run(sql`delete from capture.photo where tenant_id = kernel.here() and id = ${slip.photoId}`)
      await touched(db, { kind: slipKind, id: slip.id }, { what: 'text', by: null, at: clock.now() })
      await db.run(
        sql`insert into kernel.audit (at, action, outcome, records) values (${clock.now()}, 'capture.withdraw', 'done', ${[slip.id]}::uuid[])`,
      )
      return slip
    })
    if (label === null) return unknownCode(asking, 'capture.withdraw')
    tell([{ topic: 'capture', place: placeId }])
    return { label }
  },
})

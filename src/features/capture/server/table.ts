import { touched } from '#features/thread/server/index.ts'
import { refusal, refuse } from '#kernel/lang/problem.ts'
import { sql } from '#kernel/server/sql.ts'
import { command, writing } from '#kernel/server/use-case.ts'
import { capture } from '../contract.ts'
import { whyNotWords } from '../rules.ts'
import { tellEvent } from './arrange.ts'
import { slipKind } from './nodes.ts'
import { maySort, ofEvent, ofSlip, ofTheme } from './permissions.ts'
import { changeSlip, dayById, isInvited, refuseKind, type StandingSlip, slipById } from './slips.ts'

/** What is done at the table where slips are sorted. */

const slipAudit = (input: { id: string }, about: StandingSlip | undefined) => ({
  place: about?.placeId,
  records: [input.id],
})

export const correctSlip = command(capture.correctSlip, {
  may: ofSlip(maySort, (input) => input.id),
  about: (db, input) => slipById(db, input.id),
  audit: slipAudit,
  async run({ db, input, about, by, clock }) {
    const day = (await dayById(db, about.eventId))!
    refuseKind(day.format, input.kind)
    refuse(whyNotWords(input, day.known))
    if (about.text !== input.text && (about.text !== null || !about.photoId))
      refuse(refusal('capture.words-not-yours', {}, 'text'))
    if (!(await isInvited(db, day.id, input.unitId))) refuse(refusal('capture.unit-not-invited', {}, 'unitId'))
    const set = sql`unit_id = ${input.unitId}, author_role = nullif(btrim(${input.authorRole}), ''), kind = ${input.kind}, text = ${input.text}`
    const changed = await changeSlip(db, about, by.id, clock.now(), set)
    await touched(db, { kind: slipKind, id: about.id }, { what: 'text', by: by.id, at: clock.now() })
    return changed
  },
  tell: tellEvent,
})

export const saveTheme = writing(capture.saveTheme, {
  may: ofEvent(maySort, (input) => input.eventId),
  audit: (input) => ({ about: { event: input.eventId } }),
  write: ({ input }) => sql`
    insert into capture.theme (id, event_id, name, sort)
    select ${input.id}::uuid, may.id, btrim(${input.name}::text), ${input.sort}::int from may
    on conflict (tenant_id, id) do update set name = excluded.name, sort = excluded.sort where theme.event_id = excluded.event_id
    returning theme.id`,
})

/** Its slips go back among the unsorted. */
export const removeTheme = writing(capture.removeTheme, {
  may: ofTheme(maySort, (input) => input.id),
  audit: () => ({}),
  steps: () => ({
    emptied: sql`update capture.contribution set theme_id = null from may
      where contribution.tenant_id = kernel.here() and contribution.theme_id = may.id returning contribution.id`,
  }),
  write: ({ now }) => sql`
    update capture.theme set removed_at = ${now}::timestamptz from may
    where theme.tenant_id = kernel.here() and theme.id = may.id returning theme.id`,
})

/** Where a slip lies on the table is nobody's record: the latest hand counts, and no version guards it. */
export const sort = command(capture.sort, {
  may: ofEvent(maySort, (input) => input.eventId),
  about: (db, input) => dayById(db, input.eventId),
  audit: (input, about) => ({ place: about?.placeId, records: input.slipIds }),
  async run({ db, input }) {
    const moved = await db.run(sql`
      update capture.contribution set theme_id = ${input.themeId}::uuid
      where tenant_id = kernel.here() and event_id = ${input.eventId} and id = any (${input.slipIds}::uuid[])
        and (${input.themeId}::uuid is null or exists (
          select from capture.theme where theme.tenant_id = kernel.here() and theme.id = ${input.themeId}::uuid and theme.event_id = ${input.eventId} and theme.removed_at is null))`)
    return { moved }
  },
  tell: tellEvent,
})

export const setAside = command(capture.setAside, {
  may: ofSlip(maySort, (input) => input.id),
  about: (db, input) => slipById(db, input.id),
  audit: (input, about) => ({ ...slipAudit(input, about), about: { state: input.state } }),
  async run({ db, input, about, by, clock }) {
    const reason = input.state === 'read' ? null : input.reason
    if (input.state !== 'read' && !reason) refuse(refusal('capture.reason-missing', {}, 'reason'))
    const gathered = await db.one<{ label: string }>(sql`
      select need.label from capture.gathering join capture.need on need.tenant_id = gathering.tenant_id and need.id = gathering.need_id
      where gathering.tenant_id = kernel.here() and gathering.contribution_id = ${about.id} and gathering.ended_at is null and not gathering.quoted`)
    if (gathered) refuse(refusal('capture.gathered-already', { label: gathered.label }))
    const changed = await changeSlip(db, about, by.id, clock.now(), sql`state = ${input.state}, reason = ${reason}`)
    await touched(db, { kind: slipKind, id: about.id }, { what: 'value', by: by.id, at: clock.now() })
    return changed
  },
  tell: tellEvent,
})

export const hide = command(capture.hide, {
  may: ofSlip(maySort, (input) => input.id),
  about: (db, input) => slipById(db, input.id),
  audit: (input, about) => ({ ...slipAudit(input, about), about: { hidden: input.because !== null } }),
  async run({ db, input, about, by, clock }) {
    const set = sql`hidden_because = ${input.because}, hidden_at = ${input.because === null ? null : clock.now()}`
    const changed = await changeSlip(db, about, by.id, clock.now(), set)
    await touched(db, { kind: slipKind, id: about.id }, { what: 'text', by: by.id, at: clock.now() })
    return changed
  },
  tell: tellEvent,
})

/** On both phone and paper: counted once, where the other is, with what people voted on either. */
export const sameAs = command(capture.sameAs, {
  may: ofSlip(maySort, (input) => input.id),
  about: (db, input) => slipById(db, input.id),
  audit: (input, about) => ({ ...slipAudit(input, about), about: { same: input.ofId } }),
  async run({ db, input, about, by, clock }) {
    if (input.ofId) {
      const other = await slipById(db, input.ofId)
      if (other?.placeId !== about.placeId) refuse(refusal('kernel.not-found', {}, 'ofId'))
      const others = await db.one(
        sql`select from capture.contribution where tenant_id = kernel.here() and duplicate_of_id = ${about.id} limit 1`,
      )
      if (other?.duplicateOfId || others) refuse(refusal('capture.duplicate-of-duplicate', {}, 'ofId'))
    }
    return changeSlip(db, about, by.id, clock.now(), sql`duplicate_of_id = ${input.ofId}`)
  },
  tell: tellEvent,
})

import type { Id } from '#kernel/lang/id.ts'
import { refuse } from '#kernel/lang/problem.ts'
import { at } from '#kernel/server/permission.ts'
import type { Db } from '#kernel/server/sql.ts'
import { command } from '#kernel/server/use-case.ts'
import { type Given, profiles } from '../contract.ts'
import { bare, resolve, setUpOf, whyNotSuggest } from '../rules.ts'
import { byProduct } from '../templates.ts'
import { liveOf } from './live.ts'
import { mayPropose } from './permissions.ts'
import { propose } from './propose.ts'
import { lastKnownDay } from './standing.ts'
import { givenBy, leanOf, newestTemplate, type Template } from './template-versions.ts'

/** What a unit begins from that has no set-up yet. */
async function beginning(db: Db, unitId: Id): Promise<{ values: Given[]; template: Template | null }> {
  const lean = await leanOf(db, unitId)
  if (!lean) return { values: [...byProduct], template: null }
  const template = await newestTemplate(db, lean.offerGroup)
  return { values: [...resolve([...byProduct, ...givenBy(template)]).values()], template }
}

export const suggest = command(profiles.suggest, {
  may: at(mayPropose, (input) => input.unitId),
  audit: (input) => ({ place: input.unitId, records: [input.id] }),
  async run({ db, input, by, clock }) {
    const live = await liveOf(db, input.unitId, await lastKnownDay(db, input.unitId, input.day))
    const lean = live.length > 0 ? await leanOf(db, input.unitId) : null
    const start = live.length > 0 ? { values: live.map(bare), template: null } : await beginning(db, input.unitId)
    refuse(whyNotSuggest(setUpOf(start.values), input.values))
    const values = [...resolve([...start.values, ...input.values]).values()]
    const template = start.template ?? (lean?.version ? { offerGroup: lean.offerGroup, version: lean.version } : null)
    await propose(db, { ...input, template, values, by: by.id, at: clock.now() })
    return { id: input.id }
  },
  tell: (input) => [{ topic: 'profiles', place: input.unitId }],
})

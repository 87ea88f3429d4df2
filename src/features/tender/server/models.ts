import { contentsOfBaseline, contentsOfSpec, latestPublished } from '#features/requirements/server/index.ts'
import type { Id } from '#kernel/lang/id.ts'
import { refuse } from '#kernel/lang/problem.ts'
import { type Db, sql } from '#kernel/server/sql.ts'
import { command } from '#kernel/server/use-case.ts'
import { tender } from '../contract.ts'
import { testedOn } from '../made-up-bids.ts'
import { whyNotChangeModel, whyNotCorrect, whyNotLock, whyNotModel } from '../rules.ts'
import { byTender, mayBuy, mayPrepare, over, through } from './permissions.ts'
import {
  hashOf,
  lockedOf,
  lockedTender,
  modelColumns,
  parsedModel,
  type Standing,
  type StandingModel,
} from './standing.ts'

/** Requirements that give points, of the version published last or, before there is one, as they stand. A minimum is met or not met, and weighs nothing. */
async function scoredOf(db: Db, specId: Id): Promise<string[]> {
  const published = await db.one<{ id: Id }>(latestPublished(sql`${specId}::uuid`))
  const contents = published ? await contentsOfBaseline(db, published.id) : await contentsOfSpec(db, specId)
  return contents.filter(({ level }) => level === 'evaluated').map(({ id }) => id)
}

const modelOf = async (db: Db, id: Id): Promise<StandingModel | undefined> => {
  const row = await db.one<StandingModel>(
    sql`select ${modelColumns} from tender.model own where own.tenant_id = kernel.here() and own.id = ${id}`,
  )
  return row && parsedModel(row)
}

/** Drafting goes on until the deadline: what is drafted after publishing goes out with a correction sheet, or never. */
function whyNotDraft(standing: Standing, now: string) {
  return standing.state === 'preparing' ? undefined : whyNotCorrect(standing, now)
}

export const saveModel = command(tender.saveModel, {
  may: over(mayPrepare, byTender),
  about: (db, input) => draftAbout(db, input.tenderId, input.id),
  audit: (input, about) => ({ place: about?.tender.placeId, records: [input.id] }),
  async run({ db, input, about, by, clock }) {
    refuse(whyNotDraft(about.tender, clock.now()))
    refuse(whyNotChangeModel(about.model ?? { testedAt: null, lockedAt: null }))
    refuse(whyNotModel(input.content, await scoredOf(db, about.tender.specId)))
    const [content, hash] = [JSON.stringify(input.content), hashOf(input.content)]
    await db.run(sql`insert into tender.model (id, tender_id, revision, content, content_hash, changed_at, changed_by)
      values (${input.id}, ${input.tenderId}, coalesce((select max(revision) from tender.model where tenant_id = kernel.here() and tender_id = ${input.tenderId}), 0) + 1,
        ${content}::jsonb, ${hash}, ${clock.now()}, ${by.id})
      on conflict (tenant_id, id) do update set content = excluded.content, content_hash = excluded.content_hash, test = null, tested_at = null,
        version = model.version + 1, changed_at = excluded.changed_at, changed_by = excluded.changed_by
      where model.tender_id = excluded.tender_id`)
    return { id: input.id, version: about.version + 1 }
  },
  tell: (_, about) => [{ topic: 'tender', place: about.tender.placeId }],
})

async function draftAbout(db: Db, tenderId: Id, id: Id) {
  const standing = await lockedTender(db, tenderId)
  const model = await db.one<{
    testedAt: string | null
    lockedAt: string | null
    version: number
  }>(sql`select tested_at as "testedAt", locked_at as "lockedAt", version
    from tender.model where tenant_id = kernel.here() and id = ${id} and tender_id = ${tenderId}`)
  return standing && { tender: standing, model, version: model?.version ?? 0 }
}

const aboutModel = (db: Db, { id }: { id: Id }) =>
  lockedOf<{ testedAt: string | null; lockedAt: string | null }>(
    db,
    'model',
    id,
    sql`own.tested_at as "testedAt", own.locked_at as "lockedAt"`,
  )

/** Tried on made-up bids, so that nobody is surprised by real ones. */
export const testModel = command(tender.testModel, {
  may: over(mayPrepare, through('model')),
  about: aboutModel,
  audit: (input, about) => ({ place: about?.tender.placeId, records: [input.id] }),
  async run({ db, input, about, clock }) {
    refuse(whyNotChangeModel(about))
    const { content } = (await modelOf(db, input.id))!
    const tests = testedOn(content)
    await db.run(sql`update tender.model set test = ${JSON.stringify(tests)}::jsonb, tested_at = ${clock.now()}, version = version + 1
      where tenant_id = kernel.here() and id = ${input.id}`)
    return { id: input.id, version: about.version + 1, tests }
  },
})

export const lockModel = command(tender.lockModel, {
  may: over(mayBuy, through('model')),
  about: aboutModel,
  audit: (input, about) => ({ place: about?.tender.placeId, records: [input.id] }),
  async run({ db, input, about, by, clock }) {
    refuse(whyNotLock(about))
    const { content } = (await modelOf(db, input.id))!
    refuse(whyNotModel(content, await scoredOf(db, about.tender.specId)))
    await db.run(sql`update tender.model set locked_at = ${clock.now()}, locked_by = ${by.id}, version = version + 1
      where tenant_id = kernel.here() and id = ${input.id}`)
    return { id: input.id, version: about.version + 1 }
  },
  tell: (_, about) => [{ topic: 'tender', place: about.tender.placeId }],
})

/** A model of the tender that is locked and not published yet. */
export async function lockedModel(db: Db, tenderId: Id, id?: Id): Promise<StandingModel | undefined> {
  const row =
    await db.one<StandingModel>(sql`select ${modelColumns} from tender.model own where own.tenant_id = kernel.here() and own.tender_id = ${tenderId}
    and own.locked_at is not null and own.published_at is null and (${id ?? null}::uuid is null or own.id = ${id ?? null}::uuid) order by own.revision desc limit 1`)
  return row && parsedModel(row)
}

import { differencesBetween } from '#features/requirements/differences.ts'
import { contentsOfBaseline } from '#features/requirements/server/index.ts'
import type { InputOf } from '#kernel/lang/contract.ts'
import type { Id } from '#kernel/lang/id.ts'
import { Problem, refusal, refuse } from '#kernel/lang/problem.ts'
import { type Db, sql } from '#kernel/server/sql.ts'
import { command } from '#kernel/server/use-case.ts'
import { tender } from '../contract.ts'
import { whyNotAnonymous, whyNotAnswer, whyNotCorrect, whyNotModel, whyNotPublish } from '../rules.ts'
import { type Change, changesToTell } from './correction-words.ts'
import { lockedModel } from './models.ts'
import { countNeedsLeft } from './needs-left.ts'
import { questionKind } from './node-kinds.ts'
import { byId, byTender, mayBuy, mayPrepare, over, through } from './permissions.ts'
import { type By, lockedOf, lockedTender, publishedModel, type Standing, step } from './standing.ts'
import { putText, whyNotOfSpec } from './tenders.ts'
import { tie } from './tie.ts'

const scoredOf = async (db: Db, baselineId: Id): Promise<string[]> =>
  (await contentsOfBaseline(db, baselineId)).filter(({ level }) => level === 'evaluated').map(({ id }) => id)

/** A version of the tender's own set that is sent out and not overtaken. */
async function isPublished(db: Db, standing: Standing, baselineId: Id): Promise<boolean> {
  const row = await db.one(sql`select from requirements.publication
    join requirements.baseline on baseline.tenant_id = publication.tenant_id and baseline.id = publication.baseline_id
    where publication.tenant_id = kernel.here() and baseline.id = ${baselineId} and baseline.spec_id = ${standing.specId}`)
  return row !== undefined
}

const labelOf = async (db: Db, baselineId: Id): Promise<string> =>
  (await db.one<{ label: string }>(
    sql`select label from requirements.baseline where tenant_id = kernel.here() and id = ${baselineId}`,
  ))!.label

const emptyTexts = async (db: Db, tenderId: Id): Promise<number> =>
  (await db.one<{ count: number }>(sql`select count(*)::int as count from tender.text
    where tenant_id = kernel.here() and tender_id = ${tenderId} and btrim(body) = ''`))!.count

const publishModel = (db: Db, id: Id, at: string, correctionId: Id | null = null) =>
  db.run(sql`update tender.model set published_at = ${at}, correction_id = ${correctionId}, version = version + 1
    where tenant_id = kernel.here() and id = ${id}`)

export const publish = command(tender.publish, {
  may: over(mayBuy, byId),
  about: (db, input) => lockedTender(db, input.id),
  audit: (input, standing) => ({
    place: standing?.placeId,
    records: [input.id],
    about: { baseline: input.baselineId },
  }),
  async run({ db, input, about, by, clock }) {
    const model = await lockedModel(db, input.id)
    const given = {
      ...about,
      hasLockedModel: model !== undefined,
      isVersionPublished: await isPublished(db, about, input.baselineId),
      emptyTexts: await emptyTexts(db, input.id),
      needsLeft: await countNeedsLeft(db, about, input.baselineId),
    }
    refuse(whyNotPublish(given, clock.now()))
    refuse(whyNotModel(model!.content, await scoredOf(db, input.baselineId)))
    await publishModel(db, model!.id, clock.now())
    return step(
      db,
      input.id,
      { id: by.id, at: clock.now() },
      sql`state = 'published', baseline_id = ${input.baselineId}, published_at = ${clock.now()}`,
    )
  },
  tell: (_, standing) => [{ topic: 'tender', place: standing.placeId }],
})

type Correcting = InputOf<typeof tender.correct>

async function correctTexts(db: Db, { id, texts }: Correcting, by: By): Promise<Change[]> {
  const changes: Change[] = []
  for (const text of texts) {
    const before = await db.one<{ title: string; body: string }>(sql`select title, body from tender.text
      where tenant_id = kernel.here() and id = ${text.id} and tender_id = ${id}`)
    if (!before) throw new Problem('not-found', 'kernel.not-found')
    if (before.body === text.body.trim()) continue
    await putText(db, text.id, { body: text.body.trim() }, by)
    changes.push({ what: before.title, before: before.body, after: text.body.trim() })
  }
  return changes
}

async function correctVersion(db: Db, { baselineId }: Correcting, standing: Standing): Promise<Change[]> {
  if (!baselineId || baselineId === standing.baselineId) return []
  if (!(await isPublished(db, standing, baselineId))) refuse(refusal('tender.version-not-published', {}, 'baselineId'))
  const [before, after] = [standing.baselineId!, baselineId]
  const differs = differencesBetween(await contentsOfBaseline(db, before), await contentsOfBaseline(db, after))
  const version = { what: 'Udgave af kravene', before: await labelOf(db, before), after: await labelOf(db, after) }
  return [version, ...changesToTell(differs)]
}

async function correctModel(db: Db, { id, modelId, correctionId }: Correcting, at: string): Promise<Change[]> {
  if (!modelId) return []
  const model = await lockedModel(db, id, modelId)
  if (!model) refuse(refusal('tender.model-not-locked', {}, 'modelId'))
  const before = await publishedModel(db, id)
  await publishModel(db, model!.id, at, correctionId)
  return [
    { what: 'Evalueringsmodel', before: `udgave ${before.revision}`, after: `udgave ${model!.revision}, se bilag 4` },
  ]
}

const ofDeadline = ({ bidsDueAt }: Correcting, standing: Standing): Change[] => {
  if (!bidsDueAt) return []
  if (Date.parse(bidsDueAt) < Date.parse(standing.bidsDueAt))
    refuse(refusal('tender.deadline-only-later', {}, 'bidsDueAt'))
  if (Date.parse(bidsDueAt) === Date.parse(standing.bidsDueAt)) return []
  return [{ what: 'Frist for tilbud', before: standing.bidsDueAt, after: bidsDueAt }]
}

/** Weights must still come to the whole and every requirement be weighed, whatever the sheet changes. */
async function whyNotTogether(db: Db, input: Correcting, standing: Standing) {
  const { content } = await publishedModel(db, input.id)
  return whyNotModel(content, await scoredOf(db, input.baselineId ?? standing.baselineId!))
}

export const correct = command(tender.correct, {
  may: over(mayBuy, byId),
  about: (db, input) => lockedTender(db, input.id),
  audit: (input, standing) => ({ place: standing?.placeId, records: [input.id, input.correctionId] }),
  async run({ db, input, about, by, clock }) {
    refuse(whyNotCorrect(about, clock.now()))
    const corrector = { id: by.id, at: clock.now() }
    const changes = [
      ...(await correctVersion(db, input, about)),
      ...(await correctModel(db, input, corrector.at)),
      ...(await correctTexts(db, input, corrector)),
      ...ofDeadline(input, about),
    ]
    if (changes.length === 0) refuse(refusal('tender.nothing-corrected'))
    refuse(await whyNotTogether(db, input, about))
    const row = await db.one<{
      number: number
    }>(sql`insert into tender.correction (id, tender_id, number, note, changes, made_at, made_by)
      select ${input.correctionId}, ${input.id}, coalesce(max(number), 0) + 1, ${input.note.trim()}, ${JSON.stringify(changes)}::jsonb, ${corrector.at}, ${by.id}
      from tender.correction where tenant_id = kernel.here() and tender_id = ${input.id} returning number`)
    const due = input.bidsDueAt ?? about.bidsDueAt
    const done = await step(
      db,
      input.id,
      corrector,
      sql`baseline_id = ${input.baselineId ?? about.baselineId}, bids_due_at = ${due}`,
    )
    return { ...done, number: row!.number }
  },
  tell: (_, standing) => [{ topic: 'tender', place: standing.placeId }],
})

// Questions

export const askQuestion = command(tender.ask, {
  may: over(mayPrepare, byTender),
  about: (db, input) => lockedTender(db, input.tenderId),
  audit: (input, standing) => ({ place: standing?.placeId, records: [input.id] }),
  async run({ db, input, about, by, clock }) {
    if (about.state !== 'published') refuse(refusal('tender.not-published'))
    refuse(whyNotAnonymous(input.text, input.isAnonymous))
    await whyNotOfSpec(db, about.specId, input.requirements)
    const writer = { id: by.id, at: clock.now() }
    const row = await db.one<{
      number: number
    }>(sql`insert into tender.question (id, external_id, tender_id, number, text, asked_on, changed_at, changed_by)
      select ${input.id}, ${input.externalId ?? null}, ${input.tenderId}, coalesce(max(number), 0) + 1, ${input.text.trim()}, ${input.askedOn}, ${writer.at}, ${by.id}
      from tender.question where tenant_id = kernel.here() and tender_id = ${input.tenderId} returning number`)
    await tie(db, 'asked-in', { kind: questionKind, id: input.id }, input.requirements, writer)
    return { id: input.id, version: 1, number: row!.number }
  },
  tell: (_, standing) => [{ topic: 'tender', place: standing.placeId }],
})

export const answerQuestion = command(tender.answerQuestion, {
  may: over(mayPrepare, through('question')),
  about: (db, input) =>
    lockedOf<{ isAnswered: boolean }>(db, 'question', input.id, sql`own.answer is not null as "isAnswered"`),
  audit: (input, about) => ({ place: about?.tender.placeId, records: [input.id] }),
  async run({ db, input, about, by, clock }) {
    refuse(whyNotAnswer(about.tender, clock.now()))
    if (about.isAnswered) refuse(refusal('tender.answered'))
    await db.run(sql`update tender.question set answer = ${input.answer.trim()}, answered_at = ${clock.now()}, answered_by = ${by.id},
      version = version + 1, changed_at = ${clock.now()}, changed_by = ${by.id} where tenant_id = kernel.here() and id = ${input.id}`)
    return { id: input.id, version: about.version + 1 }
  },
  tell: (_, about) => [{ topic: 'tender', place: about.tender.placeId }],
})

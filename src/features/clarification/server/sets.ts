import { createHash } from 'node:crypto'
import { requirementKind } from '#features/requirements/server/index.ts'
import { link, touched } from '#features/thread/server/index.ts'
import type { Instant } from '#kernel/lang/day.ts'
import { type Id, newId } from '#kernel/lang/id.ts'
import { refuse } from '#kernel/lang/problem.ts'
import { anywhere, at } from '#kernel/server/permission.ts'
import { type Db, sql } from '#kernel/server/sql.ts'
import { type Acting, command, query } from '#kernel/server/use-case.ts'
import { clarification } from '../contract.ts'
import type { Question, QuestionSetContent } from '../question-set.ts'
import { standardQuestions } from '../standard-questions.ts'
import { whyNotPublish } from '../whole-set.ts'
import { questionKind } from './node-kinds.ts'
import { mayCoordinate } from './permissions.ts'

export const sets = query(clarification.sets, {
  may: anywhere(mayCoordinate),
  audit: () => ({}),
  read: ({ visible }) => sql`
    select unit.id, unit.name, (select coalesce(json_agg(json_build_object('id', question_set.id, 'number', question_set.number, 'title', question_set.title,
        'note', question_set.note, 'publishedAt', question_set.published_at, 'questions', jsonb_array_length(question_set.content->'questions'))
        order by question_set.number desc), '[]')
      from clarification.question_set where question_set.tenant_id = kernel.here() and question_set.place_id = unit.id) as versions
    from org.unit
    where unit.tenant_id = kernel.here() and unit.kind <> 'offer' and unit.closed_on is null and ${visible(sql`unit.id`)}
    order by unit.kind = 'municipality' desc, unit.name collate "da-x-icu" limit 200`,
})

type By = { id: Id; at: Instant }
type Publishing = { id: Id; placeId: Id; title: string; note: string; content: QuestionSetContent }

const printOf = (question: Question): string =>
  createHash('sha256').update(JSON.stringify(question)).digest('hex').slice(0, 32)

/** Requirements are named by label in a set; those that the municipality has are tied to the question that asks about them. */
async function tieRequirements(db: Db, placeId: Id, question: Question, id: Id, by: By): Promise<void> {
  if (question.requirements.length === 0) return
  const found = await db.all<{ id: Id }>(sql`
    select requirement.id from requirements.requirement
    join requirements.spec on spec.tenant_id = requirement.tenant_id and spec.id = requirement.spec_id
    join org.branch on branch.tenant_id = spec.tenant_id and branch.above_id = spec.place_id and branch.unit_id = ${placeId}
    where requirement.tenant_id = kernel.here() and 'K-' || lpad(requirement.number::text, 3, '0') = any (${question.requirements}::text[])`)
  for (const requirement of found)
    await link(db, {
      type: 'asked-in',
      from: { kind: requirementKind, id: requirement.id },
      to: { kind: questionKind, id },
      by: by.id,
      at: by.at,
    })
}

type Known = { id: Id; key: string; print: string; goneNumber: number | null }

/** A question keeps its record through all versions; one that says something else is told to the thread. */
async function keepQuestion(
  db: Db,
  { placeId, number, by }: { placeId: Id; number: number; by: By },
  [question, position]: [Question, number],
  known: Known | undefined,
): Promise<void> {
  const [id, print] = [known?.id ?? newId(), printOf(question)]
  await db.run(sql`insert into clarification.question (id, place_id, key, text, print, since_number, position, changed_at)
    values (${id}, ${placeId}, ${question.key}, ${question.text}, ${print}, ${number}, ${position}, ${by.at})
    on conflict (tenant_id, place_id, key) do update set text = excluded.text, print = excluded.print, gone_number = null, position = excluded.position,
      changed_at = case when question.print = excluded.print then question.changed_at else excluded.changed_at end`)
  await tieRequirements(db, placeId, question, id, by)
  if (known && known.print !== print)
    await touched(db, { kind: questionKind, id }, { what: 'text', by: by.id, at: by.at })
}

async function publishSet(
  { db, by: who, clock }: Pick<Acting<never, never>, 'db' | 'by' | 'clock'>,
  given: Publishing,
) {
  refuse(whyNotPublish(given.content))
  const by = { id: who.id, at: clock.now() }
  // Versions are numbered one at a time: the place's row is the lock.
  await db.run(sql`select from org.unit where tenant_id = kernel.here() and id = ${given.placeId} for no key update`)
  const row = await db.one<{ number: number }>(sql`
    insert into clarification.question_set (id, place_id, number, title, note, content, published_at, published_by)
    select ${given.id}, ${given.placeId}, coalesce(max(number), 0) + 1, ${given.title.trim()}, ${given.note.trim()}, ${JSON.stringify(given.content)}::jsonb, ${by.at}, ${by.id}
    from clarification.question_set where tenant_id = kernel.here() and place_id = ${given.placeId} returning number`)
  const { number } = row!
  const known = await db.all<Known>(sql`select id, key, print, gone_number as "goneNumber" from clarification.question
    where tenant_id = kernel.here() and place_id = ${given.placeId}`)
  const { placeId } = given
  for (const [at, question] of given.content.questions.entries())
    await keepQuestion(
      db,
      { placeId, number, by },
      [question, at + 1],
      known.find(({ key }) => key === question.key),
    )
  await db.run(sql`update clarification.question set gone_number = ${number}, changed_at = ${by.at}
    where tenant_id = kernel.here() and place_id = ${given.placeId} and gone_number is null
      and key <> all (${given.content.questions.map(({ key }) => key)}::text[])`)
  return { id: given.id, number }
}

export const publish = command(clarification.publish, {
  may: at(mayCoordinate, (input) => input.placeId),
  audit: (input) => ({ place: input.placeId, records: [input.id] }),
  run: (acting) => publishSet(acting, acting.input),
  tell: (input) => [{ topic: 'clarification', place: input.placeId }],
})

export const publishStandard = command(clarification.publishStandard, {
  may: at(mayCoordinate, (input) => input.placeId),
  audit: (input) => ({ place: input.placeId, records: [input.id] }),
  run: (acting) => {
    const { id, placeId } = acting.input
    return publishSet(acting, { id, placeId, ...standardQuestions })
  },
  tell: (input) => [{ topic: 'clarification', place: input.placeId }],
})

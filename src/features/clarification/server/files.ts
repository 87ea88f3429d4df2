import { pdfOf } from '#features/documents/server/index.ts'
import type { Carried } from '#kernel/lang/contract.ts'
import { dayOf } from '#kernel/lang/day.ts'
import type { Id } from '#kernel/lang/id.ts'
import { Problem, refusal, refuse } from '#kernel/lang/problem.ts'
import { at } from '#kernel/server/permission.ts'
import { type Db, sql } from '#kernel/server/sql.ts'
import { command, query } from '#kernel/server/use-case.ts'
import { clarification } from '../contract.ts'
import type { MapBlock } from '../map-blocks.ts'
import { neutralOf } from '../neutral.ts'
import { meetingSheetOf, portraitOf, summaryPaperOf } from '../papers.ts'
import { nameOfGap, outcomeOf } from '../rules.ts'
import { summaryOf } from '../sentences.ts'
import { da } from '../text.da.ts'
import { contactsOf } from './contacts.ts'
import { maySee, ofRecord } from './permissions.ts'
import { type By, factsOf, type WholeUnit, wholeOf } from './whole.ts'

const PART_BYTES = 524_288
const words = { ...da.papers, blocks: da.blocks, contradictions: da.contradictions }

type Made = { name: string; mediaType: string; content: Uint8Array }

async function portrait(db: Db, unitId: Id, { on }: By): Promise<Made> {
  const { name: unitName } = await factsOf(db, unitId)
  const blocks = await db.all<{ key: MapBlock; content: string; fits: boolean | null }>(
    sql`select key, content, fits from clarification.block where tenant_id = kernel.here() and unit_id = ${unitId}`,
  )
  if (blocks.every(({ content }) => !content.trim())) refuse(refusal('clarification.map-is-empty'))
  const acting = await db.one<{ name: string }>(sql`select employee.name from ${contactsOf(sql`${on}`)} acting
    join org.employee on employee.tenant_id = kernel.here() and employee.id = acting.acting_id where acting.unit_id = ${unitId}`)
  const inOrder = Object.keys(da.blocks).flatMap((key) => blocks.filter((block) => block.key === key))
  const document = portraitOf({ unitName, contactName: acting?.name ?? null, blocks: inOrder }, words)
  return { name: `${unitName} - portræt.pdf`, mediaType: 'application/pdf', content: await pdfOf(document) }
}

const outcomeFor = ({ questions, asked, answers, exceptions }: WholeUnit) =>
  outcomeOf({ questions, answers, base: asked.content.defaults, exceptions })

async function meetingSheet(db: Db, unitId: Id): Promise<Made> {
  const { unit, questions, answers, kept } = await wholeOf(db, unitId)
  const gaps = await db.all<{ number: number; text: string }>(sql`select number, text from clarification.gap
    where tenant_id = kernel.here() and unit_id = ${unitId} and state in ('open', 'with-vendor') order by number`)
  const document = meetingSheetOf(
    {
      ...{ unitName: unit.name, unit, questions, answers },
      told: Object.fromEntries(kept.map(({ key, told }) => [key, told])),
      gaps: gaps.map(({ number, text }) => ({ label: nameOfGap(number), text })),
    },
    words,
  )
  return { name: `${unit.name} - afklaringsmøde.pdf`, mediaType: 'application/pdf', content: await pdfOf(document) }
}

async function summary(db: Db, unitId: Id): Promise<Made> {
  const whole = await wholeOf(db, unitId)
  const unitName = whole.unit.name
  const approval = await db.one<{
    at: string
    by: string
  }>(sql`select to_json(round.approved_at) #>> '{}' as at, employee.name as by from clarification.round
    join org.employee on employee.tenant_id = round.tenant_id and employee.id = round.approved_by
    where round.tenant_id = kernel.here() and round.unit_id = ${unitId} and round.state in ('approved', 'previewed') order by round.number desc limit 1`)
  const sentences = summaryOf(whole.questions, whole.answers)
  const approved = approval ? words.approved(approval.by, dayOf(approval.at)) : null
  const document = summaryPaperOf({ unitName, sentences, outcome: outcomeFor(whole), approved }, words)
  return { name: `${unitName} - sådan bliver det.pdf`, mediaType: 'application/pdf', content: await pdfOf(document) }
}

async function config(db: Db, unitId: Id): Promise<Made> {
  const whole = await wholeOf(db, unitId)
  const neutral = neutralOf(whole.unit.name, outcomeFor(whole), whole.questions)
  const content = Buffer.from(`${JSON.stringify(neutral, null, 2)}\n`)
  return { name: `${whole.unit.name} - config.json`, mediaType: 'application/json', content }
}

const makers = { portrait, 'meeting-sheet': meetingSheet, summary, config } as const

export const makeFile = command(clarification.makeFile, {
  may: at(maySee, (input) => input.unitId),
  audit: (input) => ({ place: input.unitId, records: [input.id], purpose: 'export', about: { kind: input.kind } }),
  async run({ db, input, by, clock }) {
    const when = { id: by.id, at: clock.now(), on: clock.today() }
    const { name, mediaType, content } = await makers[input.kind](db, input.unitId, when)
    const made =
      await db.run(sql`insert into clarification.file (id, unit_id, kind, name, media_type, size_bytes, content, made_at, made_by)
      values (${input.id}, ${input.unitId}, ${input.kind}, ${name}, ${mediaType}, ${content.length}, ${Buffer.from(content)}::bytea, ${when.at}, ${by.id})
      on conflict do nothing`)
    if (!made) throw new Problem('refused', 'kernel.id-taken')
    return { id: input.id, name }
  },
})

export const fetchFile = query(clarification.file, {
  may: ofRecord('file')(maySee),
  audit: (input) => ({ purpose: 'export', about: { file: input.id } }),
  records: sql`select id from rows`,
  read: ({ input }) => sql`
    select file.id, file.name, file.media_type as "mediaType", file.size_bytes as "sizeBytes",
      ((file.size_bytes + ${sql.lit(PART_BYTES - 1)}) / ${sql.lit(PART_BYTES)})::int as parts
    from clarification.file where file.tenant_id = kernel.here() and file.id = ${input.id}::uuid`,
  part: (
    { id }: Carried,
    number,
  ) => sql`select substring(content from ${number * PART_BYTES + 1}::int for ${PART_BYTES}::int) as content
    from clarification.file where tenant_id = kernel.here() and id = ${id}::uuid`,
})

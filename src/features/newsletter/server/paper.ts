import type { Block, Document } from '#features/documents/document.ts'
import { pdfOf } from '#features/documents/server/index.ts'
import type { Carried } from '#kernel/lang/contract.ts'
import { sql } from '#kernel/server/sql.ts'
import { command, query } from '#kernel/server/use-case.ts'
import { newsletter } from '../contract.ts'
import type { Letter } from '../letter.ts'
import { nameOfIssue } from '../rules.ts'
import { letterOf } from './letters.ts'
import { readable, readablePaper } from './permissions.ts'
import { lockedIssue } from './standing.ts'

const PART_BYTES = 524_288

const section = (heading: string, words: string): Block[] => [
  { kind: 'heading', level: 2, text: heading },
  ...words
    .split(/\n+/)
    .filter((line) => line.trim() !== '')
    .map((line) => ({ kind: 'paragraph' as const, text: line })),
]

/** For the wall, read from two metres away: what it is about first and large; where it comes from in its last line. */
export const paperOf = ({ title, month, place, sections, local }: Letter): Document => ({
  title,
  subtitle: `${place} · ${month}`,
  foot: `Nyhedsbrev · ${place} · ${month}`,
  blocks: [
    ...(local ? section(`Hos os: ${local.unitName}`, local.text) : []),
    ...sections.flatMap(({ heading, text, sources }) => [
      ...section(heading, text),
      ...(sources.length > 0 ? [{ kind: 'paragraph' as const, text: `Kilder: ${sources.join(', ')}` }] : []),
    ]),
  ],
})

export const makePaper = command(newsletter.makePaper, {
  may: readable(),
  about: lockedIssue,
  audit: (input, issue) => ({ place: issue?.placeId, records: [input.id, input.paperId], purpose: 'print' }),
  async run({ db, input, about, by, clock }) {
    const content = await pdfOf(paperOf(await letterOf(db, input.id, input.unitId)))
    const name = `nyhedsbrev-${nameOfIssue(about.number).toLowerCase()}.pdf`
    await db.run(sql`insert into newsletter.paper (id, issue_id, unit_id, name, size_bytes, content, made_at, made_by)
      values (${input.paperId}, ${input.id}, ${input.unitId}, ${name}, ${content.length}, ${content}::bytea, ${clock.now()}, ${by.id})`)
    return { id: input.paperId, name }
  },
})

export const paper = query(newsletter.paper, {
  may: readablePaper((input) => input.id),
  audit: () => ({ purpose: 'print' }),
  records: sql`select id from rows`,
  read: ({ input }) => sql`
    select paper.id, paper.name, 'application/pdf' as "mediaType", paper.size_bytes as "sizeBytes",
      ((paper.size_bytes + ${sql.lit(PART_BYTES - 1)}) / ${sql.lit(PART_BYTES)})::int as parts
    from newsletter.paper where paper.tenant_id = kernel.here() and paper.id = ${input.id}::uuid`,
  part: (
    { id }: Carried,
    number,
  ) => sql`select substring(content from ${number * PART_BYTES + 1}::int for ${PART_BYTES}::int) as content
    from newsletter.paper where tenant_id = kernel.here() and id = ${id}::uuid`,
})

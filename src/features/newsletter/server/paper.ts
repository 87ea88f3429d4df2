import { type Document, pdfOf } from '#features/documents/server/index.ts'
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

/** For the wall: the thread with its knots, sources in small print. */
export const paperOf = ({ title, month, place, sections, local }: Letter): Document => ({
  title,
  subtitle: `${place} · ${month}`,
  foot: `Nyhedsbrev · ${place} · ${month}`,
  blocks: [
    ...(local
      ? [{ kind: 'entry' as const, lead: `Hos os: ${local.unitName}`, text: local.text, isImportant: true }]
      : []),
    ...sections.map(({ heading, text, sources }) => ({
      kind: 'entry' as const,
      lead: heading,
      text: text.replace(/\n/g, '\n\n'),
      ...(sources.length > 0 && { aside: `Kilder: ${sources.join(', ')}` }),
    })),
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

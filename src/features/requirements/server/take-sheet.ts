import { type Id, newId } from '#kernel/lang/id.ts'
import { fill, type Sentences } from '#kernel/lang/problem.ts'
import { type Db, sql } from '#kernel/server/sql.ts'
import { command } from '#kernel/server/use-case.ts'
import { requirements, type SheetTold } from '../contract.ts'
import { requirementsProblems } from '../problems.ts'
import { nextNo } from '../rules.ts'
import { readSheet, type SheetFault, type SheetLine, type SheetRequirement } from '../sheet.ts'
import { addOne } from './add-requirement.ts'
import { bySpec, mayEdit, overSpec } from './permissions.ts'
import type { By } from './settle.ts'
import { cellsOf } from './sheet-file.ts'
import { insertArea, lockedSpec } from './specs.ts'

type Standing = { readonly number: number; readonly title: string; readonly area: string }

/** Faults told at once; whoever has more mends these first. */
const MOST_FAULTS = 200

export const takeSheet = command(requirements.takeSheet, {
  may: overSpec(mayEdit, bySpec),
  about: (db, input) => lockedSpec(db, input.specId),
  audit: (input, spec) => ({ place: spec?.placeId, records: [input.specId] }),
  async run({ db, input, by, clock }) {
    const sheet = readSheet(await cellsOf(Buffer.from(input.content, 'base64')))
    const standing =
      await db.all<Standing>(sql`select requirement.number, requirement.title, area.name as area from requirements.requirement
      join requirements.area on area.tenant_id = requirement.tenant_id and area.id = requirement.area_id
      where requirement.tenant_id = kernel.here() and requirement.spec_id = ${input.specId}`)
    const fresh = sheet.requirements.filter((one) => !standing.some((known) => isSame(one, known)))
    const faults = [...sheet.faults, ...numbersOfOthers(fresh, standing)].toSorted((a, b) => a.line - b.line)
    const stored = input.store && faults.length === 0
    if (stored) await store(db, input.specId, fresh, { id: by.id, at: clock.now() })
    return {
      id: input.id,
      count: sheet.requirements.length,
      fresh: fresh.length,
      same: sheet.requirements.length - fresh.length,
      rows: sheet.requirements.reduce((sum, { lines }) => sum + lines.length, 0),
      unknown: [...sheet.unknown],
      faults: faults.slice(0, MOST_FAULTS).map(told),
      stored,
    }
  },
})

/** Here already: by its number and title, or where the file has no numbers, by title and area. It is left as it stands. */
const isSame = ({ number, title, area }: SheetRequirement, known: Standing): boolean =>
  title === known.title && (number === null ? area === known.area : number === known.number)

const numbersOfOthers = (fresh: readonly SheetRequirement[], standing: readonly Standing[]): SheetFault[] =>
  fresh
    .filter(({ number }) => standing.some((known) => known.number === number))
    .map(({ line, number }) => ({
      line,
      column: null,
      code: 'requirements.sheet-number-other',
      facts: { number },
    }))

function told({ line, column, code, facts }: SheetFault): SheetTold['faults'][number] {
  const sentence = (requirementsProblems as Sentences)[code]!
  return { line, column, da: fill(sentence.da, facts), en: fill(sentence.en, facts) }
}

async function store(db: Db, specId: Id, fresh: readonly SheetRequirement[], by: By): Promise<void> {
  const areas = new Map<string, Id>()
  const known = await db.all<{ id: Id; name: string }>(
    sql`select id, name from requirements.area where tenant_id = kernel.here() and spec_id = ${specId}`,
  )
  for (const { id, name } of known) areas.set(name, id)
  for (const { line: _, section, area, lines, number, ...content } of fresh) {
    const areaId = areas.get(area) ?? (await insertArea(db, { id: newId(), specId, section, name: area }, by)).id
    areas.set(area, areaId)
    const added = { id: newId(), specId, areaId, ...(number === null ? {} : { number }), ...content }
    await addOne(db, { ...added, lines: numbered(lines) }, 'draft', by)
  }
}

/** Rows in the order of the file, those without a number given the next free one of their kind. */
function numbered(lines: readonly SheetLine[]) {
  const done: { id: Id; no: string; kind: SheetLine['kind']; text: string }[] = []
  const taken = lines.flatMap(({ no, kind }) => (no ? [{ no, kind }] : []))
  for (const { no, kind, text } of lines) {
    const given = no ?? nextNo([...taken, ...done], kind, done.at(-1)?.no) ?? `${done.length + 1}`
    done.push({ id: newId(), no: given, kind, text })
  }
  return done
}

import fs from 'node:fs'
import path from 'node:path'
import { useCases } from '#app/use-cases.ts'
import { newId } from '#kernel/lang/id.ts'
import { type Code, type Facts, Problem } from '#kernel/lang/problem.ts'
import { type Ground, together } from '#kernel/server/run.ts'
import { type Db, dbOn, sql } from '#kernel/server/sql.ts'
import type { By } from '#kernel/server/use-case.ts'
import { citizensFile } from './citizens-file.ts'
import { type Desk, layDesk } from './desk.ts'
import { employeesFile } from './employees-file.ts'
import { byPlace, type Fault, Wrong } from './fault.ts'
import { notesFile } from './notes-file.ts'
import type { Checked, Part, Perform } from './part.ts'
import { staysFile } from './stays-file.ts'
import { unitsFile } from './units-file.ts'

/** In the order in which they point at each other. */
const parts: readonly Part[] = [unitsFile, employeesFile, citizensFile, staysFile, notesFile]
export const layouts = parts.map(({ layout }) => layout)
export const fileNames = parts.map(({ layout }) => layout.file)

const byName = new Map(useCases.map((useCase) => [useCase.contract.name, useCase]))

/** Told while it goes: which file, what is being done with it, how many lines so far, of how many when that is known. */
export type Progress = (file: string, doing: 'check' | 'apply', done: number, of: number | null) => void
export type Importing = { ground: Ground; by: By; folder: string; progress?: Progress }

export type Looked = {
  readonly faults: readonly Fault[]
  readonly files: readonly Checked[]
  readonly absent: readonly string[]
}

const noFiles = (): Fault => ({
  file: '',
  line: null,
  column: null,
  ...new Wrong('import.no-files', { names: fileNames.join(', ') }),
})

/** Reads everything and holds it against everything, and writes nothing but one entry in the trail: that somebody looked. */
export async function look({ ground, by, folder, progress }: Importing): Promise<Looked> {
  const db = dbOn(ground.pool)
  const desk = await layDesk(db, by.id, ground.clock.now(), ground.clock.today())
  const [faults, files, absent] = [[] as Fault[], [] as Checked[], [] as string[]]
  const unsaid = new Set<Code>()
  for (const part of parts) {
    const found = findFile(folder, part.layout.file)
    if (!found) {
      absent.push(part.layout.file)
      continue
    }
    const { own, checked } = await lookAt(part, desk, found, progress)
    faults.push(...own.filter(({ code }) => !unsaid.has(code)))
    if (checked) files.push(checked)
    else if (part.pointedAt) unsaid.add(part.pointedAt)
  }
  if (absent.length === parts.length) faults.push(noFiles())
  await recordLook(db, ground, by, files)
  return { faults, files, absent }
}

async function lookAt(part: Part, desk: Desk, found: string, progress: Progress | undefined) {
  const { file } = part.layout
  const own: Fault[] = []
  const checked = await part.check(
    desk,
    found,
    (fault) => own.push(fault),
    (done) => progress?.(file, 'check', done, null),
  )
  return { own: own.sort(byPlace), checked }
}

/** Names of files are written in many ways too: Borgere.CSV is borgere.csv. */
function findFile(folder: string, file: string): string | undefined {
  const found = fs.readdirSync(folder).find((name) => name.normalize('NFC').toLowerCase() === file)
  return found && path.join(folder, found)
}

const recordLook = (db: Db, { clock }: Ground, by: By, files: readonly Checked[]) =>
  db.run(sql`insert into kernel.audit (at, actor_id, session_id, action, outcome, about) values (${clock.now()}, ${by.id}, ${by.session},
    'import.look', 'done', ${JSON.stringify(Object.fromEntries(files.map(({ file, lines }) => [file, lines])))}::jsonb)`)

export type Reconciled = {
  readonly file: string
  readonly lines: number
  /** Made now, as the use cases answered. */
  readonly fresh: number
  readonly same: number
  readonly other: number
  /** Records with the file's ids that the database holds afterwards, counted there. */
  readonly stored: number
}
export const agrees = ({ lines, fresh, same, other, stored }: Reconciled): boolean =>
  lines === fresh + same + other && lines === stored

export type Applied = {
  readonly done: readonly Reconciled[] /** What stopped it; nothing of that file is stored. */
  readonly fault?: Fault
}

/** File by file, each in one transaction: all of it or none of it. Stops at the first file that cannot be stored. */
export async function apply({ ground, by, progress }: Importing, { files }: Looked): Promise<Applied> {
  const done: Reconciled[] = []
  for (const checked of files) {
    const made = await applyFile(ground, by, checked, progress)
    if (typeof made !== 'number') return { done, fault: made }
    done.push(await reconcile(dbOn(ground.pool), checked, made))
  }
  return { done }
}

async function applyFile(
  ground: Ground,
  by: By,
  checked: Checked,
  progress: Progress | undefined,
): Promise<number | Fault> {
  if (checked.fresh === 0) return 0
  let at: number | null = null
  try {
    return await together(ground, (act) => {
      const perform: Perform = async (line, contract, input) => {
        at = line
        return JSON.parse(await act({ useCase: byName.get(contract.name)!, input, by, key: newId() }))
      }
      return checked.apply(perform, (count) => progress?.(checked.file, 'apply', count, checked.fresh))
    })
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return faultOf(checked.file, at, error)
  }
}

function faultOf(file: string, line: number | null, { code, facts, faults }: Problem): Fault {
  const first = faults[0]
  return { file, line, column: null, code: first?.code ?? code, facts: (first?.facts ?? facts) as Facts }
}

/** Ids asked for at a time. */
const AT_ONCE = 5_000

async function reconcile(
  db: Db,
  { file, lines, same, other, externalIds, storedIn }: Checked,
  fresh: number,
): Promise<Reconciled> {
  let stored = 0
  for (let from = 0; from < externalIds.length; from += AT_ONCE) {
    const ids = externalIds.slice(from, from + AT_ONCE)
    const found = await db.one<{ count: number }>(
      sql`select count(*)::int as count from ${storedIn} where tenant_id = kernel.here() and external_id = any (${ids}::text[])`,
    )
    stored += found!.count
  }
  return { file, lines, fresh, same, other: other.length, stored }
}

import { sentences } from '#app/use-cases.ts'
import { bilingual, type Language } from '#kernel/lang/text.ts'
import { type Fault, faultLine } from './fault.ts'
import { type Applied, agrees, type Looked, type Progress, type Reconciled } from './run-import.ts'

const da = {
  file: 'Fil',
  lines: 'Linjer',
  fresh: 'Nye',
  same: 'Uændrede',
  other: 'Andet indhold',
  stored: 'I databasen',
  agrees: 'stemmer',
  differs: 'STEMMER IKKE',
  absent: (file: string) => `${file} er der ikke; den springes over.`,
  unknown: (file: string, titles: string) => `${file}: disse kolonner kendes ikke og læses ikke: ${titles}`,
  otherwise: (file: string, line: number, titles: string) =>
    `${file}, linje ${line}: findes med andet indhold (${titles}); det, der findes, er ladt, som det er.`,
  counts: (fresh: number, same: number, other: number) =>
    `${fresh} nye, ${same} uændrede${other ? `, ${other} med andet indhold` : ''}`,
  faults: (count: number) => `${count} fejl. Intet er gemt. Ret filerne, og kør igen.`,
  sound: 'Ingen fejl. Intet er gemt endnu: kør igen med --apply.',
  stopped: (file: string) => `${file} kunne ikke gemmes. Intet fra den fil er gemt, og filerne efter den er ikke rørt.`,
  reconciled: 'Afstemning: linjer i filen = nye + uændrede + andet indhold = talt i databasen.',
  check: 'læses',
  apply: 'gemmes',
}
const en: { [K in keyof typeof da]: (typeof da)[K] } = {
  file: 'File',
  lines: 'Lines',
  fresh: 'New',
  same: 'Unchanged',
  other: 'Other content',
  stored: 'In database',
  agrees: 'equal',
  differs: 'NOT EQUAL',
  absent: (file) => `${file} is not there; it is skipped.`,
  unknown: (file, titles) => `${file}: these columns are not known and not read: ${titles}`,
  otherwise: (file, line, titles) =>
    `${file}, line ${line}: is here with other content (${titles}); what is here was left as it is.`,
  counts: (fresh, same, other) => `${fresh} new, ${same} unchanged${other ? `, ${other} with other content` : ''}`,
  faults: (count) => `${count} ${count === 1 ? 'fault' : 'faults'}. Nothing is stored. Mend the files and run again.`,
  sound: 'No faults. Nothing is stored yet: run again with --apply.',
  stopped: (file) =>
    `${file} could not be stored. Nothing of that file is stored, and the files after it are untouched.`,
  reconciled: 'Reconciliation: lines in the file = new + unchanged + other content = counted in the database.',
  check: 'reading',
  apply: 'storing',
}
const words = bilingual(da, en as never) as typeof da

export const lineOf = (fault: Fault, language: Language): string => faultLine(fault, language, sentences)

/** What the look found, a line each. */
export function lookLines({ faults, files, absent }: Looked, language: Language): string[] {
  const notes = [
    ...absent.map(words.absent),
    ...files
      .filter(({ unknownColumns }) => unknownColumns.length)
      .map(({ file, unknownColumns }) => words.unknown(file, unknownColumns.join(', '))),
    ...files.flatMap(({ file, other }) =>
      other.map(({ line, columns }) => words.otherwise(file, line, columns.join(', '))),
    ),
  ]
  const counts = files.map(
    ({ file, lines, fresh, same, other }) =>
      `${file}: ${lines} ${words.lines.toLowerCase()}; ${words.counts(fresh, same, other.length)}`,
  )
  if (faults.length)
    return [
      ...notes,
      ...faults.map((fault) => lineOf(fault, language)),
      ...files.map(({ file, lines }) => `${file}: ${lines} ${words.lines.toLowerCase()}`),
      words.faults(faults.length),
    ]
  return [...notes, ...counts]
}

export const soundLine = (): string => words.sound

/** The proof: what was in the files is what the database counts. */
export function reconciliationLines({ done, fault }: Applied, language: Language): string[] {
  const rows = [
    [words.file, words.lines, words.fresh, words.same, words.other, words.stored, ''],
    ...done.map((row) => [row.file, row.lines, row.fresh, row.same, row.other, row.stored, verdict(row)].map(String)),
  ]
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)))
  const table = rows.map((row) =>
    row
      .map((cell, column) =>
        column === 0 || column === 6 ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!),
      )
      .join('  ')
      .trimEnd(),
  )
  const stopped = fault ? [lineOf(fault, language), words.stopped(fault.file)] : []
  return [...(done.length ? [words.reconciled, ...table] : []), ...stopped]
}

const verdict = (row: Reconciled) => (agrees(row) ? words.agrees : words.differs)

const BAR = 24
/** Lines between two plain progress lines. */
const STRIDE = 10_000

/** A bar that moves on a terminal; elsewhere a plain line now and then. */
export function progressOn(out: NodeJS.WriteStream): Progress {
  let drawn = 0
  return (file, doing, done, of) => {
    const finished = of !== null && done >= of
    if (out.isTTY) {
      if (!finished && Date.now() - drawn < 80) return
      drawn = Date.now()
      out.write(
        `\r\x1b[2K${bar(done, of)} ${file} ${words[doing]} ${done}${of === null ? '' : ` / ${of}`}${finished ? '\n' : ''}`,
      )
    } else if (done % STRIDE === 0 || finished)
      out.write(`${file}: ${words[doing]} ${done}${of === null ? '' : ` / ${of}`}\n`)
  }
}

const bar = (done: number, of: number | null) => {
  const full = of === null ? Math.floor(done / 500) % BAR : Math.round((done / of) * BAR)
  return `[${'='.repeat(Math.min(full, BAR)).padEnd(BAR)}]`
}

/** Before ordinary lines follow a bar. */
export const clearBar = (out: NodeJS.WriteStream): void => void (out.isTTY && out.write('\r\x1b[2K'))

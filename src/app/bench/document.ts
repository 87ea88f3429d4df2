import fs from 'node:fs'

const [FROM, TO] = ['<!-- measured: from here a run writes -->', '<!-- measured: to here -->']

/** Into a document, in place of what was measured before; a file that is not there becomes it. */
export function writeMeasured(file: string, measured: string): void {
  const old = fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : `${FROM}\n${TO}\n`
  const [begin, end] = [old.indexOf(FROM), old.indexOf(TO)]
  if (begin < 0 || end < begin) throw new Error(`${file} has no marks to write between: ${FROM} … ${TO}`)
  fs.writeFileSync(file, `${old.slice(0, begin)}${FROM}\n\n${measured}\n${old.slice(end)}`)
}

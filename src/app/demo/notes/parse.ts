import type { DemoNote } from '../shape.ts'

// One note a line, so that two weeks read like a diary:
//   day time by citizen marks | text
// citizen "-" is a unit note. Marks: a kind letter, then any of ! (important), +min (written later),
// #theme, &shared, ~reader,reader. A line starting with "= rettet" or "= trukket" belongs to the note above.

const kindOf: Record<string, DemoNote['kind']> = {
  d: 'diary',
  h: 'health',
  c: 'cooperation',
  v: 'visit',
  t: 'conversation',
  u: 'unit',
}

const noteLine = /^(-?\d+) (\d\d:\d\d) (\S+) (\S+) ([dhcvtu])(\S*) \| (.+)$/

function marks(s: string): Partial<DemoNote> {
  const found: Partial<DemoNote> = s.includes('!') ? { important: true } : {}
  const after = /\+(\d+)/.exec(s)?.[1]
  const theme = /#([a-z]+)/.exec(s)?.[1]
  const shared = /&([a-z0-9-]+)/.exec(s)?.[1]
  const readers = /~([a-z0-9,-]+)/.exec(s)?.[1]
  if (after) found.wroteAfterMinutes = Number(after)
  if (theme) found.theme = theme
  if (shared) found.shared = shared
  if (readers) found.readBy = readers.split(',')
  return found
}

function parseNote(unit: string, line: string): DemoNote {
  const m = noteLine.exec(line)
  if (!m) throw new Error(`demo note cannot be read: ${line}`)
  const [, day = '', time = '', by = '', citizen = '', kind = '', rest = '', text = ''] = m
  const head = { unit, by, kind: kindOf[kind]!, day: Number(day), time, text, ...marks(rest) }
  return citizen === '-' ? head : { citizen, ...head }
}

function amend(note: DemoNote | undefined, line: string): void {
  const [head = '', ...parts] = line.slice(2).split(' | ')
  const [what, day, time = '', by = ''] = head.split(' ')
  if (!note || (what !== 'rettet' && what !== 'trukket')) throw new Error(`demo amendment cannot be read: ${line}`)
  const at = { day: Number(day), time }
  if (what === 'rettet') note.corrected = { ...at, text: parts[0] ?? '', reason: parts[1] ?? '' }
  else note.withdrawn = { ...at, by, reason: parts[0] ?? '' }
}

export function parseNotes(unit: string, lines: string): DemoNote[] {
  const notes: DemoNote[] = []
  for (const line of lines.trim().split('\n')) {
    if (line.startsWith('= ')) amend(notes.at(-1), line)
    else notes.push(parseNote(unit, line))
  }
  return notes
}

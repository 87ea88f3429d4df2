import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { themes } from '#features/journal/themes.ts'
import { offerKinds } from '#features/org/offer-kinds.ts'
import type { Role } from '#features/org/roles.ts'
import { dayText, wallClock } from './calendar.ts'
import type { SynthCitizen, SynthStay } from './citizens.ts'
import type { SynthEmployee } from './employees.ts'
import type { SynthNote } from './notes.ts'
import type { Municipality } from './synthesise.ts'
import type { SynthUnit } from './units.ts'

type Cells = readonly (string | number | null)[]

/** Quotation marks only where the reader needs them. */
const cell = (value: string | number | null): string => {
  const text = value === null ? '' : String(value)
  return /[;"\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
const line = (cells: Cells): string => `${cells.map(cell).join(';')}\n`
const yes = (value: boolean): string => (value ? 'ja' : 'nej')

const roles: Partial<Record<Role, string>> = {
  'unit-leader': 'Leder',
  'support-worker': 'Medarbejder',
  'night-worker': 'Nattevagt',
  'temp-worker': 'Vikar',
  'health-worker': 'Sundhedsfaglig',
}
const stayKinds: Record<string, string> = {
  home: 'Botilbud',
  day: 'Dagtilbud',
  support: 'Støtte',
  treatment: 'Behandling',
  respite: 'Aflastning',
}
const endReasons = { 'moved-home': 'Flyttet hjem', 'moved-on': 'Flyttet videre', died: 'Død', ended: 'Afsluttet' }
const themeNames = new Map<string | null, string>(themes.map(({ key, da }) => [key, da]))
const noteKinds: Record<string, string> = {
  diary: 'Dagbog',
  health: 'Sundhed',
  cooperation: 'Samarbejde',
  visit: 'Besøg',
  conversation: 'Samtale',
  unit: 'Fællesdagbog',
}
const ground = (key: string) => key.replace('-', ' § ')

const unitCells = (unit: SynthUnit): Cells => [
  unit.externalId,
  unit.name,
  'Tilbud',
  unit.area.externalId,
  unit.offerType && offerKinds[unit.offerType as keyof typeof offerKinds].da,
  ground(unit.ground),
  yes(unit.rhythm === 'house'),
  unit.shiftStarts.join('|'),
]
const employeeCells = (employee: SynthEmployee): Cells => [
  employee.externalId,
  employee.name,
  employee.userName,
  employee.profession,
  employee.employedFrom,
  employee.employedTo,
  roles[employee.role]!,
  employee.units.map(({ externalId }) => externalId).join('|'),
]
const citizenCells = (citizen: SynthCitizen): Cells => [
  citizen.externalId,
  citizen.givenName,
  citizen.familyName,
  citizen.preferredName,
  citizen.pronoun,
  citizen.number,
  citizen.bornOn,
  citizen.address,
  citizen.room,
  citizen.phone,
  yes(citizen.identityProtected),
  yes(citizen.hiddenStay),
]
const stayCells = (stay: SynthStay): Cells => [
  stay.externalId,
  stay.citizen.externalId,
  stay.unit.externalId,
  stayKinds[stay.kind]!,
  ground(stay.legalGround),
  dayText(stay.from),
  stay.to === null ? null : dayText(stay.to),
  stay.endReason && endReasons[stay.endReason],
]
function noteCells(note: SynthNote): Cells {
  const [happened, written] = [wallClock(note.happenedAt), wallClock(note.writtenAt)]
  return [
    `N${note.number}`,
    note.citizen?.externalId ?? null,
    note.unit.externalId,
    noteKinds[note.kind]!,
    happened.day,
    happened.time,
    written.day,
    written.time,
    note.author.externalId,
    note.author.name,
    yes(note.important),
    themeNames.get(note.theme) ?? null,
    note.text,
  ]
}

const heading = (text: string): string => `${text}\n`
function* each<T>(title: string, rows: Iterable<T>, cells: (row: T) => Cells): Generator<string> {
  yield heading(title)
  for (const row of rows) yield line(cells(row))
}

function* unitLines({ areas, units }: Municipality): Generator<string> {
  yield heading('Enheds-id;Navn;Type;Overordnet;Tilbudstype;Lovgrundlag;Døgn;Vagter')
  for (const area of areas) yield line([area.externalId, area.name, 'Område', null, null, null, null, null])
  for (const unit of units) yield line(unitCells(unit))
}

/** The five files in the form that bin/import reads (docs/import.md), in its order. */
const files: readonly { name: string; lines: (made: Municipality) => Iterable<string> }[] = [
  { name: 'enheder.csv', lines: unitLines },
  {
    name: 'medarbejdere.csv',
    lines: ({ employees }) =>
      each('Medarbejder-id;Navn;Brugernavn;Stilling;Ansat fra;Ansat til;Rolle;Enhed', employees, employeeCells),
  },
  {
    name: 'borgere.csv',
    lines: ({ citizens }) =>
      each(
        'Borger-id;Fornavn;Efternavn;Kaldenavn;Stedord;CPR-nummer;Født;Adresse;Værelse;Telefon;Navne- og adressebeskyttelse;Skjult ophold',
        citizens,
        citizenCells,
      ),
  },
  {
    name: 'ophold.csv',
    lines: ({ stays }) => each('Ophold-id;Borger-id;Enheds-id;Slags;Lovgrundlag;Fra;Til;Årsag', stays, stayCells),
  },
  {
    name: 'notater.csv',
    lines: ({ notes }) =>
      each(
        'Notat-id;Borger-id;Enheds-id;Slags;Dato;Tid;Skrevet;Skrevet tid;Medarbejder-id;Forfatters navn;Vigtigt;Tema;Tekst',
        notes,
        noteCells,
      ),
  },
]

export type Written = { readonly file: string; readonly lines: number; readonly bytes: number }
/** @param done lines of the notes' file so far */
export type Tick = (done: number) => void

const CHUNK = 256 * 1024

/** Line by line to disk, so that ten million notes take no more memory than ten. The checksum is over all bytes of all files, in order. */
export async function writeCsv(
  made: Municipality,
  folder: string,
  tick: Tick = () => undefined,
): Promise<{ files: Written[]; sha256: string }> {
  fs.mkdirSync(folder, { recursive: true })
  const hash = createHash('sha256')
  const written: Written[] = []
  for (const { name, lines } of files) {
    const file = await fs.promises.open(path.join(folder, name), 'w')
    try {
      const counted = await writeLines(file, lines(made), hash, name === 'notater.csv' ? tick : () => undefined)
      written.push({ file: name, ...counted })
    } finally {
      await file.close()
    }
  }
  return { files: written, sha256: hash.digest('hex') }
}

async function writeLines(
  file: fs.promises.FileHandle,
  lines: Iterable<string>,
  hash: ReturnType<typeof createHash>,
  tick: Tick,
) {
  let [count, bytes, held] = [-1, 0, '']
  const flush = async () => {
    const chunk = Buffer.from(held)
    held = ''
    bytes += chunk.length
    hash.update(chunk)
    await file.writeFile(chunk)
    tick(count)
  }
  for (const text of lines) {
    count++
    held += text
    if (held.length > CHUNK) await flush()
  }
  await flush()
  return { lines: count, bytes }
}

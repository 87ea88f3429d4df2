import { citizens } from '#features/citizens/contract.ts'
import { readNumber } from '#features/citizens/rules.ts'
import { newId } from '#kernel/lang/id.ts'
import { sql } from '#kernel/server/sql.ts'
import { day, number, ownId, text, words, yesOrNo } from './cells.ts'
import { addCitizen, type CitizenEntry, type Desk } from './desk.ts'
import { Wrong } from './fault.ts'
import { type Checked, differences, faultAt, gather, type Part, type Perform, Seen, Sorted, type Tick } from './part.ts'
import { may, must, openTable, type Report, type Row, type Table } from './table.ts'

const columns = {
  externalId: must('Borger-id', ownId, 'borger id', 'id', 'borgernr', 'borgernummer', 'citizen id'),
  givenName: may('Fornavn', words(100), 'fornavne', 'first name', 'given name'),
  familyName: may('Efternavn', words(100), 'last name', 'family name'),
  name: may('Navn', words(200), 'fulde navn', 'borger', 'name'),
  preferredName: may('Kaldenavn', words(60), 'kaldes', 'preferred name'),
  pronoun: may('Stedord', words(40), 'pronomen', 'pronoun'),
  number: may('CPR-nummer', number, 'cpr', 'cprnr', 'personnummer', 'cpr number'),
  bornOn: may('Født', day, 'fødselsdato', 'fødselsdag', 'born', 'date of birth'),
  address: may('Adresse', text(300), 'address'),
  room: may('Værelse', text(40), 'bolig', 'lejlighed', 'room'),
  phone: may('Telefon', text(40), 'tlf', 'telefonnummer', 'mobil', 'phone'),
  identityProtected: may(
    'Navne- og adressebeskyttelse',
    yesOrNo,
    'adressebeskyttelse',
    'navnebeskyttelse',
    'beskyttet',
    'identity protected',
  ),
  protectedUntil: may('Beskyttet til', day, 'beskyttelse til', 'beskyttet indtil', 'protected until'),
  hiddenStay: may('Skjult ophold', yesOrNo, 'hemmelig adresse', 'hidden stay'),
  about: may('Om mig', text(1000), 'om borgeren', 'about'),
}
const layout = { file: 'borgere.csv', columns, oneOf: [['givenName', 'name'] as const] }
type CitizenRow = Row<typeof columns>
type Came = { line: number; citizen: CitizenEntry }
type Say = (line: number, key: keyof typeof columns, wrong: Wrong) => void
type Checking = { desk: Desk; table: Table<typeof columns>; say: Say; sorted: Sorted<Came>; numbers: Seen }

async function check(desk: Desk, path: string, report: Report, tick: Tick): Promise<Checked | undefined> {
  const table = await openTable(layout, path, report)
  if (!table) return undefined
  const rows = await gather(table, report, tick)
  const say: Say = (line, key, wrong) => report(faultAt(layout.file, line, columns[key].title, wrong))
  const [seen, checking] = [new Seen(), { desk, table, say, sorted: new Sorted<Came>(), numbers: new Seen() }]
  for (const row of rows) {
    const first = seen.before(row.values.externalId, row.line)
    if (first !== undefined) say(row.line, 'externalId', new Wrong('import.doubled', { first }))
    else if (row.values.externalId) checkRow(checking, row)
  }
  const { sorted } = checking
  return {
    file: layout.file,
    lines: rows.length,
    fresh: sorted.fresh.length,
    same: sorted.same,
    other: sorted.other,
    unknownColumns: table.unknown,
    externalIds: seen.ids,
    storedIn: sql`citizens.citizen`,
    apply: (perform, done) => register(desk, sorted.fresh, perform, done),
  }
}

function checkRow({ desk, table, say, sorted, numbers }: Checking, row: CitizenRow): void {
  const { values, line } = row
  const stored = desk.citizens.byId(values.externalId)
  const citizen = entryOf(row, stored)
  const twice = numbers.before(citizen.number, line)
  if (twice !== undefined) say(line, 'number', new Wrong('import.number-twice', { first: twice }))
  else if (citizen.number && (desk.numbers.get(citizen.number) ?? citizen.id) !== citizen.id)
    say(line, 'number', new Wrong('citizens.number-taken'))
  if (!citizen.givenName && row.sound)
    say(line, table.places.has('givenName') ? 'givenName' : 'name', new Wrong('kernel.missing'))
  const born = whyNotBorn(row, desk)
  if (born) say(line, 'bornOn', born)
  if (!stored) addCitizen(desk, citizen)
  sorted.put({ line, citizen }, stored !== undefined, stored ? otherwise(table, citizen, stored) : [])
}

function whyNotBorn({ values }: CitizenRow, desk: Desk): Wrong | undefined {
  if (values.bornOn && values.bornOn > desk.today) return new Wrong('import.born-in-the-future')
  const read = values.number ? readNumber(values.number) : undefined
  const differs = read?.kind === 'cpr' && values.bornOn && read.bornOn !== values.bornOn
  return differs ? new Wrong('import.born-another-day') : undefined
}

/** "Jensen, Hans" and "Hans Jensen" are the same person; what stands last, or before the comma, is the family name. */
function namesOf({ givenName, familyName, name }: CitizenRow['values']): { givenName: string; familyName: string } {
  if (givenName || !name) return { givenName: givenName ?? '', familyName: familyName ?? '' }
  const turned = /^([^,]+),\s*(.+)$/.exec(name)
  if (turned) return { givenName: turned[2]!, familyName: turned[1]! }
  const parts = name.split(/\s+/)
  return parts.length === 1
    ? { givenName: name, familyName: '' }
    : { givenName: parts.slice(0, -1).join(' '), familyName: parts.at(-1)! }
}

const entryOf = ({ values }: CitizenRow, stored: CitizenEntry | undefined): CitizenEntry => ({
  id: stored?.id ?? newId(),
  externalId: values.externalId,
  ...namesOf(values),
  preferredName: values.preferredName,
  pronoun: values.pronoun,
  number: values.number,
  bornOn: values.bornOn ?? (values.number ? (readNumber(values.number)?.bornOn ?? null) : null),
  address: values.address,
  room: values.room,
  phone: values.phone,
  identityProtected: values.identityProtected ?? false,
  protectedUntil: values.protectedUntil,
  hiddenStay: values.hiddenStay ?? false,
  about: values.about,
  diedOn: stored?.diedOn ?? null,
})

function otherwise(table: Table<typeof columns>, citizen: CitizenEntry, stored: CitizenEntry): string[] {
  const both = (key: keyof CitizenEntry) => [citizen[key], stored[key]] as const
  const name = [`${citizen.givenName} ${citizen.familyName}`, `${stored.givenName} ${stored.familyName}`] as const
  return differences(table, {
    givenName: both('givenName'),
    familyName: both('familyName'),
    name,
    preferredName: both('preferredName'),
    pronoun: both('pronoun'),
    number: both('number'),
    bornOn: both('bornOn'),
    address: both('address'),
    room: both('room'),
    phone: both('phone'),
    identityProtected: both('identityProtected'),
    protectedUntil: both('protectedUntil'),
    hiddenStay: both('hiddenStay'),
    about: both('about'),
  })
}

/** At the top unit: who may see the citizen is for the stays to say, and nobody sees more for having been imported. */
async function register(desk: Desk, came: readonly Came[], perform: Perform, done: Tick): Promise<number> {
  for (const [index, { line, citizen }] of came.entries()) {
    const { externalId, diedOn: _, ...card } = citizen
    await perform(line, citizens.register, { ...card, externalId: externalId!, unitId: desk.topUnitId })
    done(index + 1)
  }
  return came.length
}

export const citizensFile: Part = { layout, check, pointedAt: 'import.citizen-unknown' }

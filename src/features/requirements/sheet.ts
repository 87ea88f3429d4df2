import { type OfferGroup, offerGroups } from '#features/org/offer-groups.ts'
import type { Facts } from '#kernel/lang/problem.ts'
import type { Content, Level, LineKind, SectionLetter } from './content.ts'
import { levels, lineKinds, MOST, sectionLetters, verifications } from './content.ts'

/** A table somebody keeps requirements in: the heading and what stands under it, cell by cell. */
export type Cells = readonly (readonly string[])[]

export type SheetFault = {
  /** Line in the table, the heading is 1. */
  readonly line: number
  /** Heading of the column, as the file calls it; null when it is the whole line. */
  readonly column: string | null
  readonly code: `requirements.sheet-${string}`
  readonly facts: Facts
}
export type SheetLine = { readonly no: string | null; readonly kind: LineKind; readonly text: string }
export type SheetRequirement = Pick<
  Content,
  'code' | 'title' | 'startsWhen' | 'endsWhen' | 'frequency' | 'users' | 'difficult' | 'example' | 'level' | 'weight'
> & {
  /** Where it begins in the file. */
  readonly line: number
  readonly number: number | null
  readonly section: SectionLetter
  readonly area: string
  readonly offerGroups: OfferGroup[]
  readonly verification: Content['verification']
  readonly lines: SheetLine[]
}
export type Sheet = {
  readonly requirements: readonly SheetRequirement[]
  readonly faults: readonly SheetFault[]
  /** Headings nobody knows; their cells are not read. */
  readonly unknown: readonly string[]
}

/** What people call the columns; compared without spaces, signs and capitals. */
const headings = {
  number: ['nr', 'nummer', 'kravnr', 'kravnummer', 'id', 'kravid', 'number'],
  section: ['afsnit', 'kapitel', 'section'],
  area: ['arbejdsområde', 'område', 'emne', 'gruppe', 'area'],
  code: ['kode', 'code'],
  title: ['krav', 'titel', 'kravtitel', 'overskrift', 'opgave', 'title'],
  startsWhen: ['start', 'starter', 'begynder', 'starts'],
  endsWhen: ['slut', 'slutter', 'ends'],
  frequency: ['hyppighed', 'hvor tit', 'frekvens', 'frequency'],
  users: ['brugere', 'bruger', 'hvem', 'users'],
  difficult: ['svært', 'vanskeligt', 'kritisk', 'difficult'],
  example: ['løsningseksempel', 'eksempel', 'eksempel på løsning', 'example'],
  level: ['niveau', 'kravtype', 'prioritet', 'type', 'level'],
  weight: ['vægt', 'weight'],
  offerGroups: ['tilbudstyper', 'tilbudstype', 'gælder for', 'målgruppe', 'offer groups'],
  verification: ['prøves ved', 'verifikation', 'dokumentation', 'verification'],
  lineNo: ['rækkenr', 'trinnr', 'række nr', 'row no'],
  lineKind: ['rækketype', 'slags', 'row type'],
  lineText: ['række', 'trin', 'delkrav', 'beskrivelse', 'tekst', 'row'],
} as const
type Key = keyof typeof headings

const plain = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')

const known = new Map(
  (Object.entries(headings) as [Key, readonly string[]][]).flatMap(([key, names]) =>
    [key, ...names].map((name) => [plain(name), key] as const),
  ),
)

const named = <K extends string>(names: Record<K, readonly string[]>) =>
  new Map(
    (Object.entries(names) as [K, readonly string[]][]).flatMap(([key, said]) =>
      [key, ...said].map((name) => [plain(name), key] as const),
    ),
  )
const levelNames = named<Level>({
  minimum: ['mk', 'mindstekrav', 'ufravigeligt', 'skal'],
  evaluated: ['k', 'krav', 'vurderes', 'evalueres', 'bør'],
  option: ['o', 'option', 'ønske', 'kan'],
})
const kindNames = named<LineKind>({
  step: ['deltrin', 'trin'],
  variant: ['variant'],
  problem: ['problem', 'problem i dag'],
})
const verificationNames = named<(typeof verifications)[number]>({
  demo: ['demonstration', 'fremvisning'],
  trial: ['brugerprøve', 'prøve'],
  document: ['dokument', 'dokumentation'],
  test: ['afprøvning'],
})
const groupNames = named<OfferGroup>(
  Object.fromEntries(Object.entries(offerGroups).map(([key, { da, en }]) => [key, [da, en]])) as Record<
    OfferGroup,
    string[]
  >,
)
const wordsFor = {
  level: 'MK, K, O',
  lineKind: 'deltrin, variant, problem',
  verification: 'demonstration, brugerprøve, dokument, afprøvning',
  offerGroups: Object.values(offerGroups)
    .map(({ da }) => da)
    .join(', '),
}

const lengths: Partial<Record<Key, number>> = {
  title: MOST.title,
  startsWhen: MOST.short,
  endsWhen: MOST.short,
  frequency: MOST.short,
  users: MOST.short,
  difficult: MOST.long,
  example: MOST.long,
  lineText: MOST.line,
  code: 20,
  area: 80,
}

/** Where each column stands; a heading that stands twice is the second one's fault. */
function placesOf(heading: readonly string[]) {
  const [places, unknown, twice] = [new Map<Key, number>(), [] as string[], [] as string[]]
  for (const [index, cell] of heading.entries()) {
    const key = known.get(plain(cell))
    if (!key) cell.trim() && unknown.push(cell.trim())
    else if (places.has(key)) twice.push(cell.trim())
    else places.set(key, index)
  }
  return { places, unknown, twice }
}

/** Reads cells of one line, and says what is wrong with them. */
class LineReader {
  readonly #cells: readonly string[]
  readonly #places: ReadonlyMap<Key, number>
  readonly #heading: readonly string[]
  readonly #faults: SheetFault[]
  readonly line: number

  constructor(given: {
    cells: readonly string[]
    places: ReadonlyMap<Key, number>
    heading: readonly string[]
    faults: SheetFault[]
    line: number
  }) {
    this.#cells = given.cells
    this.#places = given.places
    this.#heading = given.heading
    this.#faults = given.faults
    this.line = given.line
  }

  text(key: Key): string {
    const said = (this.#cells[this.#places.get(key) ?? -1] ?? '').trim()
    const most = lengths[key]
    if (most !== undefined && said.length > most) this.wrong(key, 'requirements.sheet-too-long', { most })
    return said
  }

  wrong(key: Key | null, code: SheetFault['code'], facts: Facts = {}): void {
    const column = key === null ? null : (this.#heading[this.#places.get(key) ?? -1]?.trim() ?? headings[key][0])
    this.#faults.push({ line: this.line, column, code, facts })
  }

  /** One of a list, or `otherwise` when nothing is said. */
  choice<K extends string>(key: keyof typeof wordsFor, names: ReadonlyMap<string, K>, otherwise: K): K {
    const said = this.text(key)
    if (said === '') return otherwise
    const found = names.get(plain(said))
    if (!found) this.wrong(key, 'requirements.sheet-not-on-list', { value: said.slice(0, 40), list: wordsFor[key] })
    return found ?? otherwise
  }

  number(key: 'number' | 'weight', from: number, to: number): number | null {
    const said = this.text(key)
    if (said === '') return null
    const found = Number(/^(?:K-?)?(\d{1,4})$/i.exec(said)?.[1] ?? Number.NaN)
    if (found >= from && found <= to) return found
    this.wrong(key, 'requirements.sheet-number', { value: said.slice(0, 40), from, to })
    return null
  }

  groups(): OfferGroup[] {
    const said = this.text('offerGroups').split(/[|;,\n]/)
    const names = said.map((name) => name.trim()).filter(Boolean)
    if (names.some((name) => plain(name) === 'alle')) return Object.keys(offerGroups) as OfferGroup[]
    const found = names.map((name) => [name, groupNames.get(plain(name))] as const)
    for (const [value] of found.filter(([, group]) => !group))
      this.wrong('offerGroups', 'requirements.sheet-not-on-list', {
        value: value.slice(0, 40),
        list: wordsFor.offerGroups,
      })
    return [...new Set(found.flatMap(([, group]) => group ?? []))]
  }
}

/** `C`, from a column of its own or the first letter of the area; tasks, where nothing says otherwise. */
function sectionOf(reader: LineReader): SectionLetter {
  const said = reader.text('section') || (/^([A-L])\d*(?:[\s.:)-]|$)/.exec(reader.text('area'))?.[1] ?? '')
  const letter = said.charAt(0).toUpperCase() as SectionLetter
  if (said === '' || sectionLetters.includes(letter)) return letter || 'C'
  reader.wrong('section', 'requirements.sheet-not-on-list', {
    value: said.slice(0, 40),
    list: sectionLetters.join(', '),
  })
  return 'C'
}

function requirementOf(reader: LineReader): SheetRequirement {
  const verification = reader.text('verification')
  return {
    line: reader.line,
    number: reader.number('number', 1, 9999),
    section: sectionOf(reader),
    area: reader.text('area') || 'Krav fra regneark',
    code: reader.text('code'),
    title: reader.text('title'),
    startsWhen: reader.text('startsWhen'),
    endsWhen: reader.text('endsWhen'),
    frequency: reader.text('frequency'),
    users: reader.text('users'),
    difficult: reader.text('difficult'),
    example: reader.text('example'),
    level: reader.choice('level', levelNames, levels[1]),
    weight: reader.number('weight', 1, 3) ?? 2,
    offerGroups: reader.groups(),
    verification: verification ? reader.choice('verification', verificationNames, verifications[0]) : null,
    lines: [],
  }
}

const lineNo = /^([1-9]\d?[a-z]?|p[1-9]\d?)$/

function lineOf(reader: LineReader): SheetLine | undefined {
  const text = reader.text('lineText')
  const no = reader.text('lineNo').toLowerCase()
  if (text === '' && no === '') return undefined
  if (text === '') reader.wrong('lineText', 'requirements.sheet-empty-row')
  if (no !== '' && !lineNo.test(no)) reader.wrong('lineNo', 'requirements.sheet-row-number', { value: no.slice(0, 20) })
  const ofNo: LineKind = no.startsWith('p') ? 'problem' : /[a-z]$/.test(no) ? 'variant' : lineKinds[0]
  const kind = reader.choice('lineKind', kindNames, ofNo)
  if (lineNo.test(no) && kind !== ofNo) reader.wrong('lineKind', 'requirements.sheet-row-kind', { value: no })
  return { no: no || null, kind, text }
}

/**
 * What a table of requirements says. A line with a title begins a requirement; a line without one, or with the number of the
 * one before, is another row of it. Nothing is guessed at, left out or cut short: what cannot be read is a fault, with its place.
 */
export function readSheet(cells: Cells): Sheet {
  const [heading, ...lines] = cells
  const faults: SheetFault[] = []
  const { places, unknown, twice } = placesOf(heading ?? [])
  const whole = (code: SheetFault['code'], facts: Facts = {}) => faults.push({ line: 1, column: null, code, facts })
  if (!places.has('title')) whole('requirements.sheet-no-title')
  for (const title of twice) whole('requirements.sheet-column-twice', { title: title.slice(0, 40) })
  if (faults.length) return { requirements: [], faults, unknown }
  const found: SheetRequirement[] = []
  for (const [index, line] of lines.entries()) {
    if (line.every((cell) => cell.trim() === '')) continue
    const reader = new LineReader({ cells: line, places, heading: heading!, faults, line: index + 2 })
    readLine(reader, found)
  }
  if (found.length === 0 && faults.length === 0) whole('requirements.sheet-empty')
  if (found.length > MOST.requirements) whole('requirements.sheet-too-many', { most: MOST.requirements })
  return { requirements: found, faults: [...faults, ...doubled(found)], unknown }
}

function readLine(reader: LineReader, found: SheetRequirement[]): void {
  const last = found.at(-1)
  const title = reader.text('title')
  const number = reader.text('number')
  const goesOn = last && (title === '' || title === last.title) && (number === '' || sameNumber(number, last))
  if (!goesOn && title === '') {
    reader.wrong('title', 'requirements.sheet-title-missing')
    return
  }
  const requirement = goesOn ? last : requirementOf(reader)
  if (!goesOn) found.push(requirement)
  const line = lineOf(reader)
  if (line) addLine(reader, requirement, line)
}

const sameNumber = (said: string, { number }: SheetRequirement): boolean =>
  number !== null && Number(said.replace(/\D/g, '')) === number

function addLine(reader: LineReader, { lines }: SheetRequirement, line: SheetLine): void {
  if (line.no && lines.some(({ no }) => no === line.no))
    reader.wrong('lineNo', 'requirements.sheet-row-twice', { value: line.no })
  if (lines.length === MOST.lines) reader.wrong(null, 'requirements.sheet-too-many-rows', { most: MOST.lines })
  lines.push(line)
}

/** One number, one requirement. */
function doubled(found: readonly SheetRequirement[]): SheetFault[] {
  const first = new Map<number, number>()
  const faults: SheetFault[] = []
  for (const { number, line } of found) {
    if (number === null) continue
    const before = first.get(number)
    if (before === undefined) first.set(number, line)
    else faults.push({ line, column: null, code: 'requirements.sheet-number-twice', facts: { number, first: before } })
  }
  return faults
}

import { newsletter } from '#features/newsletter/contract.ts'
import type { Slot } from '#features/newsletter/rules.ts'
import { thread } from '#features/thread/contract.ts'
import { type Instant, instantAt } from '#kernel/lang/day.ts'
import type { Id } from '#kernel/lang/id.ts'
import { addMonths } from '#kernel/lang/working-days.ts'
import { type Loading, together } from './loading.ts'
import type { IssueInFile, RelayInFile } from './relay-file.ts'

/** By its heading: the file does not say what kind of news a section holds. */
const slotsByHeading: readonly (readonly [RegExp, Slot])[] = [
  [/fejl|Det mangler/, 'went-wrong'],
  [/Næste måned|næste måned|Efter ferien/, 'coming'],
  [/måle/, 'measured'],
  [/startede|^Åstedet og/, 'live'],
]
const slotOf = (heading: string): Slot => slotsByHeading.find(([words]) => words.test(heading))?.[1] ?? 'own'

type Ref = { kind: string; id: Id }

/** Records by the short names the file uses. What the house does not hold (yet) is left out, and counted. */
class Sources {
  readonly #known = new Map<string, Ref | undefined>()
  readonly #loading: Loading
  constructor(loading: Loading) {
    this.#loading = loading
  }

  async of(label: string): Promise<Ref | undefined> {
    if (!this.#known.has(label)) {
      const found = await this.#loading.ask(thread.find, { words: label })
      const exact = found.find((node) => node.label === label)
      this.#known.set(label, exact && { kind: exact.kind, id: exact.id })
    }
    return this.#known.get(label)
  }

  get left(): string[] {
    return [...this.#known].filter(([, ref]) => ref === undefined).map(([label]) => label)
  }
}

/** @returns names of sources that the house does not hold */
export async function loadNewsletters(loading: Loading, file: RelayInFile, placeId: Id): Promise<string[]> {
  const sources = new Sources(loading)
  const first = `${loading.day(file.newsletters[0]!.date).slice(0, 7)}-01`
  const staff = new Map(file.units.map((unit) => [unit.id, unit.staff]))
  for (const [nr, issue] of file.newsletters.entries()) {
    // Counted on from the first: moved by whole weeks, two issues could fall into one month.
    const id = await write(loading, issue, { placeId, monthOn: addMonths(first, nr) }, sources)
    if (issue.status === 'sent') await sendAndCount(loading, issue, id, staff)
  }
  return sources.left
}

const momentOf = (loading: Loading, { date }: IssueInFile): Instant => instantAt(loading.day(date), '10:00')

async function sectionsOf(loading: Loading, issue: IssueInFile, sources: Sources) {
  const sections = []
  for (const [nr, { heading, text, sources: labels }] of issue.sections.entries()) {
    const refs = await Promise.all(labels.map((label) => sources.of(label)))
    const id = loading.id(`${issue.id} section ${nr}`, issue.date)
    sections.push({ id, slot: slotOf(heading), heading, text, sources: refs.filter((ref) => ref !== undefined) })
  }
  return sections
}

async function write(
  loading: Loading,
  issue: IssueInFile,
  where: { placeId: Id; monthOn: string },
  sources: Sources,
): Promise<Id> {
  const id = loading.id(issue.id, issue.date)
  const title = issue.title.replace(/^\(\w+\) /, '')
  await loading.ask(newsletter.begin, { id, externalId: issue.id, ...where, title }, issue.id)
  if (issue.status === 'planned') return id
  const sections = await sectionsOf(loading, issue, sources)
  await loading.ask(newsletter.edit, { id, version: 1, title, sections }, `${issue.id} written`)
  return id
}

async function sendAndCount(loading: Loading, issue: IssueInFile, id: Id, staff: ReadonlyMap<string, number>) {
  const as = [loading.by, momentOf(loading, issue)] as const
  await loading.askAt(as, newsletter.approve, { id, version: 2 }, `${issue.id} approved`)
  await loading.askAt(as, newsletter.send, { id, version: 3 }, `${issue.id} sent`)
  await together(Object.entries(issue.coverage ?? {}), ([unit, share]) => {
    const size = staff.get(unit)!
    const counted = { id, unitId: loading.unit(unit), staff: size, reached: Math.round(share * size) }
    return loading.ask(newsletter.countReaders, counted, `${issue.id} ${unit}`)
  })
}

import { monthInDanish } from '#kernel/lang/danish-days.ts'
import type { Day } from '#kernel/lang/day.ts'
import type { Id } from '#kernel/lang/id.ts'
import { MOST_SECTIONS, MOST_WORDS, type Slot, slots, TO_BE_WRITTEN, wordsOf } from './rules.ts'

/** Something that happened, told of by the feature it belongs to. */
export type NewsEvent = {
  readonly slot: Slot
  readonly kind: string
  readonly id: Id
  readonly label: string | null
  readonly title: string
  /** A sentence or two more; null when the title says it all. */
  readonly text: string | null
  readonly fingerprint: string
}

export type Drafted = {
  readonly slot: Slot
  readonly heading: string
  readonly text: string
  readonly sources: readonly NewsEvent[]
}

const headings: Record<Slot, string> = {
  correction: 'Rettelse til et tidligere nyhedsbrev',
  live: 'Gået i drift',
  decided: 'Det er besluttet',
  told: 'Til orientering',
  'went-wrong': 'Det gik ikke',
  solved: 'Det lærte vi',
  measured: 'Det kan vi måle',
  answered: 'I spurgte',
  coming: 'Det kommer',
  story: 'En dag på arbejde',
  own: 'Fra os',
}

const NOTHING_WRONG =
  'Ingen har meldt noget, der ikke gik. Gik noget galt hos jer, så sig det til jeres implementeringskontakt.'
const STORY = `${TO_BE_WRITTEN} Spørg en, der har prøvet det. Ingen borgere nævnes, og en kollega kun efter ja.`

const ended = (words: string): string => (/[.!?]$/.test(words.trim()) ? words.trim() : `${words.trim()}.`)
const told = ({ title, text }: NewsEvent, isLong: boolean): string =>
  [ended(title), isLong && text?.trim() ? ended(text) : ''].filter(Boolean).join(' ')

function sectionOf(slot: Slot, events: readonly NewsEvent[], isLong: boolean): Drafted | undefined {
  if (slot === 'story') return { slot, heading: headings.story, text: STORY, sources: [] }
  if (events.length === 0)
    return slot === 'went-wrong' ? { slot, heading: headings[slot], text: NOTHING_WRONG, sources: [] } : undefined
  return { slot, heading: headings[slot], text: events.map((event) => told(event, isLong)).join('\n'), sources: events }
}

/** Which kinds of news give way first when there is more than room for. What was wrong and what went wrong never do. */
const givesWay: readonly Slot[] = ['answered', 'measured', 'solved', 'story', 'coming']

function withinSections(events: readonly NewsEvent[], isLong: boolean): Drafted[] {
  let chosen: Slot[] = slots.filter((slot) => slot !== 'own')
  const all = () =>
    chosen.flatMap(
      (slot) =>
        sectionOf(
          slot,
          events.filter((event) => event.slot === slot),
          isLong,
        ) ?? [],
    )
  for (const slot of givesWay) {
    if (all().length <= MOST_SECTIONS) break
    chosen = chosen.filter((one) => one !== slot)
  }
  return all()
}

/** The last events of the fullest section go first. */
function withinWords(events: readonly NewsEvent[]): Drafted[] {
  const isShort = wordsOf(withinSections(events, true)) > MOST_WORDS
  let kept = [...events]
  for (;;) {
    const drafted = withinSections(kept, !isShort)
    if (wordsOf(drafted) <= MOST_WORDS) return drafted
    const fullest = drafted.reduce((most, one) => (one.sources.length > most.sources.length ? one : most))
    const last = fullest.sources.at(-1)
    if (!last) return drafted
    kept = kept.filter((event) => event !== last)
  }
}

const quiet = (monthName: string, coming: readonly NewsEvent[]): Drafted => ({
  slot: 'own',
  heading: `Stille i ${monthName}`,
  text: [
    'Der er ikke sket noget, I skal gøre noget ved.',
    coming.length > 0 ? `Næste: ${coming.map(({ title }) => title).join(', ')}.` : 'Der er ikke sat nye datoer.',
    'Spørg jeres implementeringskontakt, hvis I undrer jer.',
  ].join('\n'),
  sources: coming,
})

/**
 * A first draft of what happened: at most seven sections and 450 words, each with what it is said from.
 * A month in which nothing happened is told in three lines, never skipped. @source own choice
 */
export function draftOf(events: readonly NewsEvent[], monthName: string): Drafted[] {
  const happened = events.filter(({ slot }) => slot !== 'coming')
  if (happened.length === 0) return [quiet(monthName, events.filter(({ slot }) => slot === 'coming').slice(0, 3))]
  return withinWords(events)
}

export const monthAndYear = (monthOn: Day): string => `${monthInDanish(monthOn)} ${monthOn.slice(0, 4)}`

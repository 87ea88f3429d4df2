import { expect, test } from 'vitest'
import type { NavGroup, NavItem } from '#kernel/ui/index.ts'
import { type Gathering, MOST_PLACES, menuOf, type Place } from './menu.ts'

const project: Gathering = { label: () => 'Projekt', glyph: 'plan', order: 60 }
const choice: Gathering = { label: () => 'Krav og valg', glyph: 'plan', order: 60, within: project }
const rollout: Gathering = { label: () => 'Implementering', glyph: 'tasks', order: 62, within: project }

const place = (label: string, order: number, gathering?: Gathering): Place => ({
  item: { label, href: `/${label}`, glyph: 'plan' },
  order,
  gathering,
})
const placesOf = (labels: string, order: number, gathering?: Gathering): Place[] =>
  labels.split(' ').map((label) => place(label, order, gathering))

/** `Krav og valg: Behov Krav` for what is gathered, the word alone for what is not. */
const told = (menu: readonly (NavItem | NavGroup)[]): string[] =>
  menu.map((entry) =>
    'parts' in entry
      ? entry.parts.map(({ label, items }) => `${label}: ${items.map((item) => item.label).join(' ')}`).join(' · ')
      : entry.label,
  )

test('who has few places sees them side by side', () => {
  const implementer = [
    ...placesOf('Forside Enhed', 10),
    ...placesOf('Behov Krav', 60, choice),
    place('Undervisning', 84, rollout),
  ]
  expect(told(menuOf(implementer))).toEqual(['Forside', 'Enhed', 'Behov', 'Krav', 'Undervisning'])
})

test('the project coordinator’s many places are gathered by what they are for, each gathering in its place', () => {
  const signe = [
    ...placesOf('Forside Enhed', 10),
    place('Beskeder', 52, rollout),
    ...placesOf('Behov Krav Udbud', 60, choice),
    ...placesOf('Plan Undervisning', 84, rollout),
    place('Tråde', 90),
    place('Beslutninger', 95, choice),
  ]
  const menu = menuOf(signe)
  expect(told(menu)).toEqual([
    'Forside',
    'Enhed',
    'Krav og valg: Behov Krav Udbud Beslutninger',
    'Implementering: Beskeder Plan Undervisning',
    'Tråde',
  ])
  expect(menu.length).toBeLessThanOrEqual(MOST_PLACES)
})

test('who also works with citizens has the project in one place, with its headings', () => {
  const peter = [
    ...placesOf('Vagt Borgere Overlevering Søg Enhed', 10),
    ...placesOf('Behov Krav', 60, choice),
    ...placesOf('Plan Undervisning', 84, rollout),
  ]
  expect(told(menuOf(peter)).slice(5)).toEqual(['Krav og valg: Behov Krav · Implementering: Plan Undervisning'])
})

test('one place alone is not hidden behind a word', () => {
  const maja = [...placesOf('Vagt Borgere Overlevering Søg Enhed', 10), place('Behov', 60, choice)]
  expect(told(menuOf(maja)).at(-1)).toBe('Behov')
})

test('nothing is lost and nothing stands twice, however many there are', () => {
  for (let count = 0; count <= 24; count++) {
    const places = Array.from({ length: count }, (_, at) => place(`p${at}`, at, [undefined, choice, rollout][at % 3]))
    const hrefs = menuOf(places).flatMap((entry) =>
      'parts' in entry ? entry.parts.flatMap(({ items }) => items.map(({ href }) => href)) : [entry.href],
    )
    expect(hrefs.toSorted()).toEqual(places.map(({ item }) => item.href).toSorted())
  }
})

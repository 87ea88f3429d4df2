import type { Day } from '#kernel/lang/day.ts'
import type { Decision } from '../contract.ts'
import { isReviewDue, nameOfDecision } from '../rules.ts'

export const filterNames = ['standing', 'proposed', 'secret', 'review', 'suspect', 'past'] as const
export type FilterName = (typeof filterNames)[number]

const tests: Record<FilterName, (decision: Decision, today: Day) => boolean> = {
  standing: ({ state }) => state === 'in-force' || state === 'under-review',
  proposed: ({ state }) => state === 'proposed',
  secret: ({ state }) => state === 'decided',
  review: (decision, today) => decision.state === 'under-review' || isReviewDue(decision, today),
  suspect: ({ suspects, state }) => suspects > 0 && state !== 'withdrawn',
  past: ({ state }) => state === 'superseded' || state === 'withdrawn',
}

const holds = (decision: Decision, words: string): boolean => {
  const sought = words.trim().toLocaleLowerCase('da')
  const said = [nameOfDecision(decision.number), decision.title, decision.why, decision.question]
  return sought === '' || said.some((one) => one.toLocaleLowerCase('da').includes(sought))
}

export const chosenOf = (decisions: readonly Decision[], filter: FilterName, words: string, today: Day): Decision[] =>
  decisions.filter((one) => tests[filter](one, today) && holds(one, words))

export const countsOf = (decisions: readonly Decision[], today: Day): Record<FilterName, number> =>
  Object.fromEntries(
    filterNames.map((name) => [name, decisions.filter((one) => tests[name](one, today)).length]),
  ) as Record<FilterName, number>

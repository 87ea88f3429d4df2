import type { Block, Document } from '#features/documents/document.ts'
import { dayInDanish } from '#kernel/lang/danish-days.ts'
import { dayOf, type Instant } from '#kernel/lang/day.ts'
import { fill } from '#kernel/lang/problem.ts'
import type { LeadershipPage, Signal } from './contract.ts'
import { type SignalState, stateOfSignal } from './rules.ts'
import { da } from './text.da.ts'

const stateWord = (state: SignalState): string => da.signalStates[state]

const saidOf = ({ parts }: Signal): string =>
  parts
    .filter(({ of }) => of > 0)
    .map(({ said, done, of }) => fill(said.da, { done, of }))
    .join('. ')

const signals = (page: LeadershipPage): Block => ({
  kind: 'table',
  caption: da.signalsTitle,
  columns: [
    { head: da.signal, share: 1.2 },
    { head: da.state, share: 1.2 },
    { head: da.counted, share: 4 },
  ],
  rows: page.signals.map((signal) => [da.signals[signal.key], stateWord(stateOfSignal(signal.parts)), saidOf(signal)]),
})

const listOf = (title: string, items: readonly string[], none: string): Block[] => [
  { kind: 'heading', level: 1, text: title },
  items.length > 0 ? { kind: 'list', items } : { kind: 'paragraph', text: none },
]

const nameOfDecision = (number: number): string => `D-${String(number).padStart(3, '0')}`

/** Five signals and three lists, on one A4. */
export function leadershipPaper(page: LeadershipPage, madeAt: Instant): Document {
  const since = page.sinceAt === null ? da.firstPage : da.since(dayInDanish(dayOf(page.sinceAt)))
  return {
    title: da.leadershipTitle(page.placeName),
    subtitle: `${dayInDanish(dayOf(madeAt))} · ${since}`,
    foot: page.placeName,
    madeAt,
    blocks: [
      signals(page),
      ...listOf(
        da.decided,
        page.decided.map(({ number, title, on }) => `${nameOfDecision(number)} ${title} (${dayInDanish(on)})`),
        da.decidedNone,
      ),
      ...listOf(
        da.needed,
        page.needed.map(({ number, title, why }) => `${nameOfDecision(number)} ${title} (${da.neededWhy[why]})`),
        da.neededNone,
      ),
      ...listOf(
        page.sinceAt === null ? da.risksFirst : da.risks,
        page.risks.map(
          (risk) => `RI-${risk.number} ${risk.title}: ${da.riskMoved(risk.before, risk.now)}. ${risk.measure}`,
        ),
        da.risksNone,
      ),
    ],
  }
}

import type { MyUnit } from '#features/org/contract.ts'
import { type Reading, useAddressWord, useRead } from '#kernel/web/index.ts'
import { type Handover, type HandoverNote, journal } from '../contract.ts'

export type Span = 'last' | 'day'

/** What has happened since I last took over. Where people do not live it follows my own citizens and those who came today. */
export function useHandover(unit: MyUnit): { reading: Reading<Handover>; span: Span; setSpan: (to: Span) => void } {
  const [word, setSpan] = useAddressWord('vis', 'last')
  const span: Span = word === 'day' ? 'day' : 'last'
  const asked = { unitId: unit.id, from: span, mineOnly: !unit.roundTheClock }
  const reading = useRead(journal.handover, asked, { live: ['journal', unit.id] })
  return { reading, span, setSpan }
}

export const newOnes = (notes: readonly HandoverNote[]): number => notes.filter(({ isNew }) => isNew).length

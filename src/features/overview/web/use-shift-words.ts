import type { MyUnit } from '#features/org/contract.ts'
import { timeWords, useNow } from '#kernel/ui/index.ts'
import { shiftAt } from './shift.ts'
import { text } from './text.ts'

const clock = (time: string): string => time.replace(':', '.').replace(/^0|\.00$/g, '')

/** `Aftenvagt 15–23`, where the unit has shifts. */
export function useShiftWords({ shiftStarts }: MyUnit): string | undefined {
  const shift = shiftAt(shiftStarts, timeWords(useNow()).replace('.', ':'))
  return shift && `${text.shiftNames[shift.name]} ${clock(shift.from)}–${clock(shift.to)}`
}

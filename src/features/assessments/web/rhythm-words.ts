import type { Used } from '../contract.ts'
import { text } from './text.ts'

/** How often, in words. */
export const rhythmWords = ({ moveInDays, everyMonths }: Pick<Used, 'moveInDays' | 'everyMonths'>): string =>
  [moveInDays !== null && text.days(moveInDays), everyMonths !== null && text.months(everyMonths)]
    .filter(Boolean)
    .join(' · ') || text.whenNeeded

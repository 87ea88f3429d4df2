import { language } from '#kernel/lang/text.ts'
import type { MyUnit } from '../contract.ts'
import { type CitizenForms, type CitizenWord, citizenWords } from '../running.ts'
import { useUnit } from './units.ts'

const formsOf = (word: CitizenWord | null | undefined): CitizenForms => citizenWords[word ?? 'citizen'][language()]

let latest: MyUnit['citizenWord'] = null

/** What those the unit I work in supports are called there, in the forms that sentences need. */
export function useWord(): CitizenForms {
  latest = useUnit()?.citizenWord ?? null
  return formsOf(latest)
}

/** The same for the menu and the tab's title, which the house renders after it has asked `useWord`. */
export const wordNow = (): CitizenForms => formsOf(latest)

/** Begins a sentence. */
export const capital = (words: string): string => words.charAt(0).toLocaleUpperCase('da') + words.slice(1)

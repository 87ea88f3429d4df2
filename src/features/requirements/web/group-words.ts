import { type OfferGroup, offerGroupKeys, offerGroups } from '#features/org/offer-groups.ts'
import { language } from '#kernel/lang/text.ts'
import { text } from './text.ts'

export const groupWord = (group: OfferGroup): string => offerGroups[group][language()]

/** `døgntilbud, nat og akut`; all of them is one word. */
export function groupWords(groups: readonly OfferGroup[]): string {
  if (groups.length === 0) return text.noGroups
  if (groups.length === offerGroupKeys.length) return text.allGroups
  return groups.map(groupWord).join(', ')
}

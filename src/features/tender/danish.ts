import { dayInDanish } from '#kernel/lang/danish-days.ts'
import type { Instant } from '#kernel/lang/day.ts'
import { dayOf, ZONE } from '#kernel/lang/day.ts'

const kroner = new Intl.NumberFormat('da-DK', { maximumFractionDigits: 0 })
const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE, hour: '2-digit', minute: '2-digit' })

/** How documents to bidders say numbers and days; they are in Danish, whoever makes them. */
export const moneyInWords = (oere: number): string => `${kroner.format(Math.round(oere / 100))} kr.`
/** `6.6532` as `6,65`; two decimals unless asked for more. */
export const pointsInWords = (decimal: string, decimals = 2): string => {
  const [whole, part = ''] = decimal.split('.')
  const rounded = Number(`${whole}.${part}`).toFixed(decimals)
  return rounded.replace('.', ',')
}
/** A number of points as people write it: 8 or 4,5. */
export const plainPoints = (points: number): string => String(points).replace('.', ',')
export const momentInWords = (moment: Instant): string =>
  `${dayInDanish(dayOf(moment))} kl. ${clock.format(new Date(moment)).replace(':', '.')}`

import type { Day } from './day.ts'

const months = 'januar februar marts april maj juni juli august september oktober november december'.split(' ')

/** `januar`, of the month a day stands in. For paper and mail, which are Danish whatever language the screen has. */
export const monthInDanish = (day: Day): string => months[Number(day.slice(5, 7)) - 1]!

/** `1. januar 2027` */
export const dayInDanish = (day: Day): string => `${Number(day.slice(8, 10))}. ${monthInDanish(day)} ${day.slice(0, 4)}`

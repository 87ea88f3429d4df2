import { goalWords } from '#features/goals/server/index.ts'
import type { Words } from '../assemble.ts'

const months = 'januar februar marts april maj juni juli august september oktober november december'.split(' ')
export const dayInWords = (day: string): string => {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  return `${date}. ${months[month - 1]} ${year}`
}

/** The report is written to a Danish authority, whatever language the screen has. */
export const danish: Words = {
  whole: 'Samlet',
  scores: 'Skemaer',
  day: dayInWords,
  views: { worker: 'Medarbejderens vurdering', citizen: 'Borgerens egen vurdering', relative: 'Pårørendes vurdering' },
  movements: goalWords.movements,
  states: goalWords.states,
  attainments: goalWords.attainments,
  goalIs: (title, state) => `Delmålet "${title}" er ${state}.`,
  noted: (count) =>
    count === 1
      ? 'Der er skrevet 1 notat om delmålet i perioden.'
      : `Der er skrevet ${count} notater om delmålet i perioden.`,
  nothingNoted: 'Der er ingen notater om delmålet i perioden.',
  viewSays: (view, day, movement, text) => `${view} ${day}: ${movement}. ${text}`,
  viewsDiffer: (one, other) => `Synene er forskellige. ${one}. ${other}.`,
  quoted: (day, text) => `${day}: ${text}`,
  scored: (title, day, score) => `${title} ${day}: ${score}.`,
}

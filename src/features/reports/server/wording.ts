import { goalWords } from '#features/goals/server/index.ts'
import { dayInDanish } from '#kernel/lang/danish-days.ts'
import type { Words } from '../assemble.ts'

/** The report is written to a Danish authority, whatever language the screen has. */
export const danish: Words = {
  whole: 'Samlet',
  scores: 'Skemaer',
  day: dayInDanish,
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
  number: (score, band) =>
    [String(score).replace('.', ','), band && `(${band.toLowerCase()})`].filter(Boolean).join(' '),
  scored: (title, day, number) => `${title} ${day}: ${number}.`,
  scoredOver: (title, count, [firstDay, first], [lastDay, last]) =>
    `${title}: ${first} ${firstDay}, ${last} ${lastDay}. ${count} skemaer i perioden.`,
  scoresDiffer: (title, [oneDay, one], [otherDay, other]) =>
    `Skemaerne peger hver sin vej. ${title}: ${one} ${oneDay}, ${other} ${otherDay}.`,
  scoreAgainstGoal: (title, from, to, goal, movement) =>
    `${title} er gået fra "${from.toLowerCase()}" til "${to.toLowerCase()}", mens medarbejderen vurderer delmålet "${goal}": ${movement}.`,
}

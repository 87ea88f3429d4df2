import { type Answers, chosenOf, type Outcome, outcomeOf } from './outcome.ts'
import type { Question, SettingValue } from './question-set.ts'

/** More than ten is not read before a signature. */
export const MOST_SENTENCES = 10

const lower = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1)

const listed = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} og ${words.at(-1)}`

/** What the answers say, in the words of the questions. */
class Said {
  readonly #questions: readonly Question[]
  readonly #answers: Answers
  readonly outcome: Outcome

  constructor(questions: readonly Question[], answers: Answers) {
    this.#questions = questions
    this.#answers = answers
    this.outcome = outcomeOf({ questions, answers })
  }

  value(key: string): SettingValue | undefined {
    return this.outcome.settings.find((setting) => setting.key === key)?.value
  }

  has(key: string): boolean {
    return this.outcome.settings.some((setting) => setting.key === key)
  }

  /** The labels of the options chosen that set the key. */
  words(key: string): string {
    const labels = this.#questions.flatMap((question) => {
      const value = this.#answers[question.key]?.value ?? null
      if (value === null || this.outcome.skipped.includes(question.key)) return []
      return chosenOf(question, value).filter(({ effects }) => effects.some((effect) => effect.key === key))
    })
    return listed(labels.map(({ label }) => lower(label).replace(/^ja, /, '')))
  }

  /** The label of the option that asks for a course or a task in this part of the questions. */
  get open(): readonly string[] {
    return this.#questions
      .filter(({ key }) => this.#answers[key]?.unsure || this.#answers[key]?.outside)
      .map(({ text }) => text)
  }
}

type Line = (said: Said) => string | undefined

const words: Line = (said) => {
  const word = said.words('terminology.citizen')
  return word ? `På skærmen står der »${word}« om de mennesker, I støtter.` : undefined
}

const day: Line = (said) => {
  if (!said.has('shift.model')) return undefined
  const teams = Number(said.value('teams') ?? 1)
  const overview = teams > 1 ? `, og I har ${teams} overblik` : ''
  return `Døgnet er delt sådan: ${said.words('shift.model')}${overview}.`
}

const handover: Line = (said) => {
  if (said.value('handover.order')) return `Overleveringen vises ${said.words('handover.order')}.`
  return said.has('handover.enabled') || said.has('handover.order')
    ? 'Der er ingen overlevering mellem vagter.'
    : undefined
}

const notes: Line = (said) => {
  const kinds = said.words('journal.types')
  return kinds ? `I skriver disse notater: ${kinds}.` : undefined
}

const goals: Line = (said) => {
  if (said.value('modules.goals') === false) return 'I arbejder ikke med mål i systemet.'
  if (!said.has('goals.model')) return undefined
  const often = said.words('goals.followUpDays')
  const by = said.words('status.approver')
  return `I arbejder med ${said.words('goals.model')}${often && ` og følger op ${often}`}${by && `; status godkendes sådan: ${by}`}.`
}

const medicine: Line = (said) => {
  if (!said.has('modules.medicine')) return undefined
  if (said.value('modules.medicine') === false) return 'I har ingen medicin i systemet.'
  const twice = said.value('medicine.doubleCheck') === true ? ' To kontrollerer hinanden.' : ''
  return `Medicin: ${said.words('medicine.mode')}.${twice}`
}

const safety: Line = (said) => {
  if (!said.has('modules.force')) return undefined
  return said.value('modules.force') === null
    ? 'Magtanvendelse forventes ikke hos jer, og der er ingen indberetning sat op.'
    : `Magtanvendelse kan forekomme og indberettes her: ${said.words('modules.force')}.`
}

const access: Line = (said) =>
  said.has('access.scope') ? `Adgang som udgangspunkt: ${said.words('access.scope')}.` : undefined

const around: Line = (said) => {
  const parts = [
    ['I arbejder på', said.words('devices')],
    ['I gør rede for', said.words('registration.kinds')],
    ['fra i dag flytter med', said.words('migration.scope')],
    ['nødpakken ligger', said.words('continuity.pack')],
  ].flatMap(([lead, what]) => (what ? [`${lead} ${what}`] : []))
  const said1 = parts.join('; ')
  return parts.length ? `${said1.charAt(0).toUpperCase()}${said1.slice(1)}.` : undefined
}

const counted = (count: number, one: string, more: string): string => `${count} ${count === 1 ? one : more}`

const follows: Line = ({ outcome: { tasks, courses, ready, gaps }, open }) => {
  const parts = [
    courses.length && counted(courses.length, 'kursus', 'kurser'),
    tasks.length && counted(tasks.length, 'opgave', 'opgaver'),
    ready.length && counted(ready.length, 'ting, der skal være klar', 'ting, der skal være klar'),
  ].filter((part) => typeof part === 'string')
  const left = gaps.length + open.length
  const given = listed(parts) || 'ingen kurser og opgaver'
  return `Det giver ${given}${left ? `; ${counted(left, 'ting er', 'ting er')} ikke løst endnu` : ''}.`
}

const lines: readonly Line[] = [words, day, handover, notes, goals, medicine, safety, access, around, follows]

/**
 * What is set up, in at most ten plain Danish sentences: what the leader reads before approving, and the employees after.
 * Said in the words of the questions themselves, so that a set of other questions reads well too.
 */
export function summaryOf(questions: readonly Question[], answers: Answers): string[] {
  const said = new Said(questions, answers)
  return lines.flatMap((line) => line(said) ?? []).slice(0, MOST_SENTENCES)
}

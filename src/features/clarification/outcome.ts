import type { AnswerValue, Effect, Question, SettingValue } from './question-set.ts'

/** An answer as the rules read it; nothing of who and when. */
export type Given = {
  readonly value: AnswerValue | null
  readonly unsure: boolean
  /** What is needed where no option fits. */
  readonly outside: string | null
  readonly source: 'template' | 'unit'
}
/** Answers by the question's key. */
export type Answers = Readonly<Record<string, Given | undefined>>

export type Source =
  | { readonly kind: 'product' }
  | { readonly kind: 'question'; readonly key: string; readonly taken: 'template' | 'unit' }
  | { readonly kind: 'decision'; readonly label: string }
export type Setting = { readonly key: string; readonly value: SettingValue; readonly source: Source }
/** A task, a course, something that must be ready. */
export type Consequence = { readonly key: string; readonly text: string; readonly question: string }
/** What a unit has by a decision and no answer gives. */
export type LocalException = { readonly key: string; readonly value: SettingValue; readonly decision: string }

export type Outcome = {
  /** In the order they were set. */
  readonly settings: readonly Setting[]
  readonly tasks: readonly Consequence[]
  readonly courses: readonly Consequence[]
  readonly ready: readonly Consequence[]
  readonly gaps: readonly { readonly question: string; readonly text: string }[]
  /** Questions that are not asked, because of other answers. */
  readonly skipped: readonly string[]
}

/** `produkt`, `Q04`, `D-018`: as a neutral file names where a value came from. */
export const nameOfSource = (source: Source): string => {
  if (source.kind === 'question') return source.key
  return source.kind === 'decision' ? source.label : 'produkt'
}

/** Whether a question is asked, by what is answered so far. */
export function isAsked({ showIf }: Pick<Question, 'showIf'>, answers: Answers): boolean {
  if (!showIf) return true
  const value = answers[showIf.key]?.value ?? null
  const isIt = Array.isArray(value) ? value.includes(showIf.value) : String(value) === showIf.value
  return isIt === showIf.is
}

/** The options that an answer names, in the order of the question. */
export const chosenOf = ({ options }: Pick<Question, 'options'>, value: AnswerValue | null) => {
  const chosen = Array.isArray(value) ? value : [String(value)]
  return options.filter((option) => chosen.includes(option.value))
}

/** What an answer does: the effects of its options, or of the question where it has none. */
function effectsOf(question: Question, { value, outside }: Given): Effect[] {
  if (outside) return [{ op: 'gap', key: question.key, value: outside }]
  if (value === null || value === '') return []
  const ofOptions = chosenOf(question, value).flatMap(({ effects }) => effects)
  return [...ofOptions, ...question.effects.map((effect) => ({ ...effect, value }))]
}

/** What of an answer no option gives: it becomes a gap. */
export const gapTextOf = (question: Question, given: Given): string | undefined => {
  const found = effectsOf(question, given).find(({ op }) => op === 'gap')
  return found ? String(found.value).trim() || undefined : undefined
}

/** Fills up while the questions are gone through, in their order. */
class Gathering {
  readonly settings = new Map<string, Setting>()
  readonly consequences = {
    task: new Map<string, Consequence>(),
    course: new Map<string, Consequence>(),
    ready: new Map<string, Consequence>(),
  }
  readonly gaps: { question: string; text: string }[] = []
  readonly #begun = new Set<string>()

  set(key: string, value: SettingValue, source: Source): void {
    this.settings.set(key, { key, value, source })
  }

  /** The first that is added takes the place of what stood there. */
  #append(key: string, value: SettingValue, source: Source): void {
    const stood = this.#begun.has(key) ? this.settings.get(key)?.value : []
    this.#begun.add(key)
    this.set(key, [...(Array.isArray(stood) ? (stood as string[]) : []), value as string], source)
  }

  take({ op, key, value }: Effect, question: string, taken: Given['source']): void {
    const source: Source = { kind: 'question', key: question, taken }
    if (op === 'set') this.set(key, value, source)
    else if (op === 'append') this.#append(key, value, source)
    else if (op === 'gap') this.gaps.push({ question, text: String(value) })
    else if (!this.consequences[op].has(key)) this.consequences[op].set(key, { key, text: String(value), question })
  }
}

const inOrder = (found: ReadonlyMap<string, Consequence>): Consequence[] =>
  [...found.values()].sort((a, b) => a.key.localeCompare(b.key))

type Asked = {
  readonly questions: readonly Question[]
  readonly answers: Answers
  /** What stands where nothing is answered: product, or product and template. */
  readonly base?: Readonly<Record<string, SettingValue>>
  readonly exceptions?: readonly LocalException[]
}

/**
 * What a unit's answers set up: product, then answer by answer in the order of the questions, then what a decision gave it
 * beside. Nothing is read and nothing written; the same answers give the same set-up. A question that is not asked does
 * nothing, whatever was answered before; neither does »ved ikke«.
 */
export function outcomeOf({ questions, answers, base = {}, exceptions = [] }: Asked): Outcome {
  const found = new Gathering()
  for (const [key, value] of Object.entries(base)) found.set(key, value, { kind: 'product' })
  for (const question of questions) {
    const given = answers[question.key]
    if (!given || !isAsked(question, answers)) continue
    for (const effect of effectsOf(question, given)) found.take(effect, question.key, given.source)
  }
  for (const { key, value, decision } of exceptions) found.set(key, value, { kind: 'decision', label: decision })
  return {
    settings: [...found.settings.values()],
    tasks: inOrder(found.consequences.task),
    courses: inOrder(found.consequences.course),
    ready: inOrder(found.consequences.ready),
    gaps: found.gaps,
    skipped: questions.filter((question) => !isAsked(question, answers)).map(({ key }) => key),
  }
}

export type SettingChange = { readonly key: string; readonly old: SettingValue; readonly new: SettingValue }

/** What differs between two set-ups, key by key. */
export function settingChanges(before: Outcome, after: Outcome): SettingChange[] {
  const old = new Map(before.settings.map(({ key, value }) => [key, value]))
  const now = new Map(after.settings.map(({ key, value }) => [key, value]))
  return [...new Set([...old.keys(), ...now.keys()])]
    .map((key) => ({ key, old: old.get(key) ?? null, new: now.get(key) ?? null }))
    .filter((change) => JSON.stringify(change.old) !== JSON.stringify(change.new))
}

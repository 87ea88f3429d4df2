import { type Day, isBefore } from '#kernel/lang/day.ts'
import { type Refusal, refusal } from '#kernel/lang/problem.ts'
import type { ContentLine, LineKind } from './content.ts'

export const states = [
  'proposed',
  'draft',
  'hearing',
  'approved',
  'published',
  'contract',
  'verified',
  'dropped',
] as const
export type State = (typeof states)[number]

/** States in which bidders have seen a requirement: its lines keep their numbers, and it goes only by a decision. */
const sentOut: readonly State[] = ['published', 'contract', 'verified']
export const isSentOut = (state: State): boolean => sentOut.includes(state)

type Standing = { readonly state: State; readonly madeBy: string }

/** Why somebody may not change a requirement. Who may only propose changes own proposals, until they are taken up. */
export function whyNotChange(
  standing: Standing,
  who: { readonly id: string; readonly mayEdit: boolean },
): Refusal | undefined {
  if (standing.state === 'dropped') return refusal('requirements.dropped')
  if (who.mayEdit) return undefined
  if (standing.state !== 'proposed') return refusal('requirements.taken-up')
  return standing.madeBy === who.id ? undefined : refusal('requirements.anothers-proposal')
}

/** What bidders have seen goes by a decision that says so, never by a press. */
export function whyNotDrop(standing: Standing, hasDecision: boolean): Refusal | undefined {
  if (standing.state === 'dropped') return refusal('requirements.dropped')
  return isSentOut(standing.state) && !hasDecision ? refusal('requirements.drop-needs-decision') : undefined
}

type Minimum = { readonly mostMinimum: number; readonly minimumReason: string | null }

/** Few minimum requirements give better competition; many of them need a reason that can be read. */
export function whyTooManyMinimum({ mostMinimum, minimumReason }: Minimum, count: number): Refusal | undefined {
  if (count <= mostMinimum || minimumReason?.trim()) return undefined
  return refusal('requirements.too-many-minimum', { count, most: mostMinimum }, 'minimumReason')
}

const parts = (label: string): [number, number] => label.split('.').map(Number) as [number, number]
export const isLaterLabel = (label: string, than: string): boolean => {
  const [[a, b], [c, d]] = [parts(label), parts(than)]
  return a > c || (a === c && b > d)
}

/** What the next version would be called: 0.7 after 0.6, 1.1 after 1.0; a first version for the steering group is 1.0. */
export function nextLabel(labels: readonly string[], purpose: 'hearing' | 'version'): string {
  const latest = labels.reduce<string | undefined>(
    (top, one) => (!top || isLaterLabel(one, top) ? one : top),
    undefined,
  )
  if (!latest) return purpose === 'hearing' ? '0.1' : '1.0'
  const [whole, part] = parts(latest)
  return whole === 0 && purpose === 'version' ? '1.0' : `${whole}.${part + 1}`
}

type Making = {
  readonly label: string
  readonly labels: readonly string[]
  readonly count: number
  /** Whether anything differs from the version it would correct; undefined where it corrects none. */
  readonly differs: boolean | undefined
}

/** Why a version may not be made of what stands. */
export function whyNotMake({ label, labels, count, differs }: Making): Refusal | undefined {
  if (labels.includes(label)) return refusal('requirements.label-taken', { label }, 'label')
  const later = labels.find((one) => isLaterLabel(one, label))
  if (later) return refusal('requirements.label-not-later', { label, later }, 'label')
  if (count === 0) return refusal('requirements.nothing-to-make')
  return differs === false ? refusal('requirements.nothing-changed') : undefined
}

type Version = {
  readonly purpose: 'hearing' | 'version'
  readonly approved: boolean | null
  readonly publishedAt: string | null
  readonly contractedAt: string | null
  /** A later version of the set is published. */
  readonly isOvertaken: boolean
}

export function whyNotJudge({ purpose, approved }: Version): Refusal | undefined {
  if (purpose === 'hearing') return refusal('requirements.only-heard')
  return approved === null ? undefined : refusal('requirements.judged')
}

export function whyNotPublish(version: Version): Refusal | undefined {
  if (version.purpose === 'hearing') return refusal('requirements.only-heard')
  if (version.publishedAt) return refusal('requirements.published')
  if (version.isOvertaken) return refusal('requirements.overtaken')
  return version.approved ? undefined : refusal('requirements.not-approved')
}

export function whyNotContract(version: Version): Refusal | undefined {
  if (!version.publishedAt) return refusal('requirements.not-published')
  if (version.isOvertaken) return refusal('requirements.overtaken')
  return version.contractedAt ? refusal('requirements.contracted') : undefined
}

type Hearing = { readonly closesOn: Day; readonly closedAt: string | null }
export const isOpenOn = ({ closesOn, closedAt }: Hearing, today: Day): boolean =>
  !closedAt && !isBefore(closesOn, today)

export const whyNotAnswer = (hearing: Hearing, today: Day): Refusal | undefined =>
  isOpenOn(hearing, today) ? undefined : refusal('requirements.hearing-closed', { closesOn: hearing.closesOn })

export function whyNotAnswerSo(answer: 'agree' | 'trouble' | 'comment', text: string | null): Refusal | undefined {
  return answer !== 'agree' && !text?.trim() ? refusal('requirements.say-what', {}, 'text') : undefined
}

// Numbers of lines

const numberIn = (no: string): number => Number(/\d+/.exec(no)?.[0] ?? 0)
const highest = (numbers: readonly number[]): number => Math.max(0, ...numbers)

/** The kind of line a number belongs to: 2, 2a, p1. */
export const kindOfNo = (no: string): LineKind =>
  no.startsWith('p') ? 'problem' : /[a-z]$/.test(no) ? 'variant' : 'step'

type Numbered = Pick<ContentLine, 'no' | 'kind'>

/** The next free number of a kind; a variant belongs to `afterNo`'s step, or to the last one. Undefined when the letters are used up. */
export function nextNo(lines: readonly Numbered[], kind: LineKind, afterNo?: string): string | undefined {
  if (kind !== 'variant') {
    const next = highest(lines.filter((line) => line.kind === kind).map(({ no }) => numberIn(no))) + 1
    return kind === 'problem' ? `p${next}` : String(next)
  }
  const ofStep =
    afterNo && !afterNo.startsWith('p')
      ? numberIn(afterNo)
      : highest(lines.filter((line) => line.kind === 'step').map(({ no }) => numberIn(no)))
  const used = new Set(lines.map(({ no }) => no))
  const letter = [...'abcdefghijklmnopqrstuvwxyz'].find((one) => !used.has(`${Math.max(1, ofStep)}${one}`))
  return letter && `${Math.max(1, ofStep)}${letter}`
}

/** Why a line may not bear a number: another has it, or it is the number of another kind. */
export function whyNotNo(lines: readonly Numbered[], no: string, kind: LineKind): Refusal | undefined {
  if (kindOfNo(no) !== kind) return refusal('requirements.no-of-other-kind', { no }, 'no')
  return lines.some((line) => line.no === no) ? refusal('requirements.no-taken', { no }, 'no') : undefined
}

/** Numbers in the order of the lines: steps 1, 2, 3; a variant after the step it stands under; problems p1, p2. */
export function renumbered<L extends Numbered>(lines: readonly L[]): L[] {
  const done: L[] = []
  for (const line of lines) {
    const step = done.filter(({ kind }) => kind === 'step').at(-1)?.no
    const no = nextNo(done, line.kind, step)
    done.push({ ...line, no: no ?? line.no })
  }
  return done
}

/** What was copied from a spreadsheet, as lines: one a row, the number before the text where there is one. */
export function linesPasted(pasted: string): { no?: string; kind: LineKind; text: string }[] {
  return pasted
    .split(/\r\n|\r|\n/)
    .map((row) => row.split('\t').map((cell) => cell.trim()))
    .map((cells) => cells.filter((cell) => cell !== ''))
    .filter((cells) => cells.length > 0)
    .map((cells) => {
      const no = cells.length > 1 ? /^([1-9]\d?[a-z]?|p[1-9]\d?)[.)]?$/i.exec(cells[0]!)?.[1]?.toLowerCase() : undefined
      const text = (no ? cells.slice(1) : cells).join(' ')
      return no ? { no, kind: kindOfNo(no), text } : { kind: 'step' as const, text }
    })
}

// Hearing

export type UnitCoverage = { readonly asked: number; readonly answered: number }
/** Whole per cent; a unit that is asked about nothing has answered everything. */
export const coverageOf = ({ asked, answered }: UnitCoverage): number =>
  asked === 0 ? 100 : Math.floor((100 * answered) / asked)

/** The next free code of an area: C1.3 in "C1 Døgnets gang", D2 in "D Data". */
export function nextCode(area: { readonly name: string; readonly section: string }, taken: readonly string[]): string {
  const prefix = /^[A-L]\d*(?!\p{L})/u.exec(area.name)?.[0] ?? area.section
  const joined = /\d$/.test(prefix) ? `${prefix}.` : prefix
  const used = new Set(taken)
  let next = 1
  while (used.has(`${joined}${next}`)) next++
  return `${joined}${next}`
}

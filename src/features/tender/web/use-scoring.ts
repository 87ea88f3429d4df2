import { useEffect, useMemo, useRef, useState } from 'react'
import type { Content } from '#features/requirements/content.ts'
import { newId } from '#kernel/lang/id.ts'
import { Problem } from '#kernel/lang/problem.ts'
import { announce } from '#kernel/ui/index.ts'
import { sentenceOf, useWrite } from '#kernel/web/index.ts'
import { type Consensus, type Scoring, type TenderWhole, tender } from '../contract.ts'
import { consensusOf } from '../evaluate.ts'
import { asDecimal } from '../fraction.ts'
import { whyNotScore } from '../rules.ts'
import { text } from './text.ts'
import { useFindings } from './use-findings.ts'

/** Points and words as they are being typed, by bid and requirement. */
export type Cell = { points: string; reason: string }
export type Filter = 'all' | 'lacking' | 'minimum'
export type Mode = 'own' | 'panel' | 'read'

export const keyOf = (bidId: string, requirementId: string) => `${bidId} ${requirementId}`

const numberOf = (written: string): number => Number(written.replace(',', '.'))

function modeOf(whole: TenderWhole, { mySeat, submitted, allIn }: Scoring): Mode {
  if (whole.state !== 'opened' || whole.award) return 'read'
  if (allIn) return 'panel'
  return mySeat !== null && !submitted ? 'own' : 'read'
}

/** What stands already: own points, or the panel's reasons. */
function standing(mode: Mode, { scores, consensus, mySeat }: Scoring): Record<string, Cell> {
  const cells: Record<string, Cell> = {}
  if (mode === 'own')
    for (const { bidId, requirementId, points, reason } of scores.filter(({ seat }) => seat === mySeat))
      cells[keyOf(bidId, requirementId)] = { points: String(points).replace('.', ','), reason }
  else
    for (const { bidId, requirementId, points, reason } of consensus)
      cells[keyOf(bidId, requirementId)] = { points: String(points).replace('.', ','), reason }
  return cells
}

/** The panel's points by the model's rule, from what each gave. */
export function byRule({ model, scores }: Scoring, bidId: string, requirementId: string): string | undefined {
  const given = scores.filter((score) => score.bidId === bidId && score.requirementId === requirementId)
  const value = consensusOf(model, { byEvaluator: given.map(({ points }) => points), agreed: null })
  return (
    value &&
    asDecimal(value, 2)
      .replace(/\.?0+$/, '')
      .replace('.', ',')
  )
}

const isScored = ({ model }: Scoring, { id }: Content) =>
  model.rows.some(({ requirementId }) => requirementId === id) && model.trial?.requirementId !== id

/** The evaluator's work: which row, what is typed, and what is saved as soon as it is whole. */
export function useScoring(whole: TenderWhole, known: Scoring) {
  const mode = modeOf(whole, known)
  const saved = useMemo(() => standing(mode, known), [mode, known])
  const [typed, setTyped] = useState<Record<string, Cell>>({})
  const [filter, setFilter] = useState<Filter>('all')
  const [currentId, setCurrent] = useState<string>()
  const lacks = (content: Content) =>
    isScored(known, content) && known.bids.some(({ id }) => !saved[keyOf(id, content.id)])
  const rows = known.contents.filter((content) =>
    filter === 'all'
      ? true
      : filter === 'minimum'
        ? content.level === 'minimum'
        : lacks(content) || content.id === currentId,
  )
  const at = Math.max(
    0,
    rows.findIndex(({ id }) => id === currentId),
  )
  const current = rows[at]
  const go = (to: number) => rows[to] && setCurrent(rows[to].id)
  useRowKeys((by) => go(at + by))
  const keeping = useKeeping(whole, known, mode)
  const cellOf = (bidId: string, id: string): Cell =>
    typed[keyOf(bidId, id)] ?? saved[keyOf(bidId, id)] ?? { points: '', reason: '' }
  const type = (bidId: string, id: string, change: Partial<Cell>) =>
    setTyped((before) => ({ ...before, [keyOf(bidId, id)]: { ...cellOf(bidId, id), ...change } }))
  const leave = (bidId: string, id: string) => {
    const cell = typed[keyOf(bidId, id)]
    if (cell) void keeping.keep(bidId, id, cell)
  }
  const left =
    known.contents.filter((one) => isScored(known, one)).length * known.bids.length - Object.keys(saved).length
  return {
    whole,
    known,
    mode,
    rows,
    at,
    current,
    go,
    filter,
    setFilter,
    cellOf,
    type,
    leave,
    left,
    keeping,
    finding: useFindings(whole, known),
    isScored: (one: Content) => isScored(known, one),
  }
}
export type Scorings = ReturnType<typeof useScoring>

/** Alt and an arrow go from requirement to requirement, wherever one is writing. */
function useRowKeys(step: (by: number) => void) {
  const latest = useRef(step)
  latest.current = step
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!event.altKey || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return
      event.preventDefault()
      latest.current(event.key === 'ArrowDown' ? 1 : -1)
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
}

/** Why what is typed is not saved yet; nothing while it is being begun. */
function whyNotSaid({ model }: Scoring, { id, lines }: Content, { points, reason }: Cell): string | undefined {
  const given = points.trim() ? numberOf(points) : 0
  if (!reason.trim() || Number.isNaN(given)) return undefined
  const why = whyNotScore(model, { requirementId: id, points: given, reason }, lines)
  return why && sentenceOf(new Problem('refused', why.code, why.facts))
}

/** Saves a cell when it is whole; what is half stays on the screen, and why it cannot be saved is said. */
function useKeeping(whole: TenderWhole, known: Scoring, mode: Mode) {
  const [savedAt, setSavedAt] = useState<Record<string, true>>({})
  const own = useWrite(tender.saveScores)
  const panel = useWrite(tender.settle)
  const isAgreed = known.model.consensus.rule === 'agreed'
  const keep = async (bidId: string, requirementId: string, { points, reason }: Cell) => {
    const needsPoints = mode === 'own' || isAgreed
    const given = needsPoints ? numberOf(points) : 0
    if ((needsPoints && points.trim() === '') || Number.isNaN(given)) return
    const rows = known.contents.find(({ id }) => id === requirementId)?.lines ?? []
    if (whyNotScore(known.model, { requirementId, points: given, reason }, rows)) return
    const before = known.consensus.find((one) => one.bidId === bidId && one.requirementId === requirementId)
    const done =
      mode === 'own'
        ? await own.run({ tenderId: whole.id, scores: [{ bidId, requirementId, points: given, reason }] })
        : await panel.run({
            tenderId: whole.id,
            rows: [rowOf(bidId, requirementId, before, isAgreed ? given : null, reason)],
          })
    if (done) {
      setSavedAt((all) => ({ ...all, [keyOf(bidId, requirementId)]: true }))
      announce(text.saved)
    }
  }
  const sender = mode === 'own' ? own : panel
  return {
    keep,
    whyNot: (content: Content, cell: Cell) => whyNotSaid(known, content, cell),
    isSaved: (key: string) => savedAt[key] === true,
    problemText: sender.problemText,
    panel,
  }
}

export const rowOf = (
  bidId: string,
  requirementId: string,
  before: Consensus | undefined,
  points: number | null,
  reason: string,
) => ({
  ...{ id: before?.id ?? newId(), bidId, requirementId, version: before?.version ?? 0, points, reason },
  dissent: before?.dissent ?? '',
})

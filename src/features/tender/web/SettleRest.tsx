import { Button } from '#kernel/ui/index.ts'
import { text } from './text.ts'
import { keyOf, rowOf, type Scorings } from './use-scoring.ts'

/** The first evaluator's reason stands for the panel wherever nobody has written another; each can be changed afterwards. */
export function SettleRest({ scoring }: { scoring: Scorings }) {
  const { known, whole, keeping } = scoring
  const settled = new Set(known.consensus.map(({ bidId, requirementId }) => keyOf(bidId, requirementId)))
  const first = new Map<string, (typeof known.scores)[number]>()
  for (const score of known.scores) {
    const key = keyOf(score.bidId, score.requirementId)
    if (!settled.has(key) && !first.has(key)) first.set(key, score)
  }
  const rows = [...first.values()].map(({ bidId, requirementId, reason }) =>
    rowOf(bidId, requirementId, undefined, null, reason),
  )
  if (rows.length === 0 || known.model.consensus.rule === 'agreed') return null
  return (
    <Button
      kind="primary"
      isBusy={keeping.panel.isBusy}
      onPress={() => void keeping.panel.run({ tenderId: whole.id, rows })}
    >
      {text.settleAll}
    </Button>
  )
}

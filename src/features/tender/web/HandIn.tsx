import { FaultText, Row, Stack, ToggleChips } from '#kernel/ui/index.ts'
import { useWrite } from '#kernel/web/index.ts'
import { tender } from '../contract.ts'
import { SettleRest } from './SettleRest.tsx'
import { Asking } from './StepActs.tsx'
import { text } from './text.ts'
import type { Filter, Scorings } from './use-scoring.ts'

const filters: readonly Filter[] = ['all', 'lacking', 'minimum']

/** How much is left, which rows to see, and handing in when nothing is. */
export function HandIn({ scoring }: { scoring: Scorings }) {
  const { mode, left, filter, setFilter, whole, keeping } = scoring
  const sender = useWrite(tender.submitScores)
  return (
    <Stack gap={3}>
      <Row gap={4} apart>
        <span role="status">
          {mode === 'own' ? text.left(left) : mode === 'panel' ? text.nextFor.settle : text.scoringLead}
        </span>
        {mode === 'own' && left === 0 && (
          <Asking
            verb={text.handIn}
            ask={text.handInAsk}
            sender={sender}
            onDo={() => void sender.run({ id: whole.id })}
          />
        )}
        {mode === 'panel' && left > 0 && <SettleRest scoring={scoring} />}
      </Row>
      <ToggleChips
        label={text.only}
        choices={filters.map((id) => ({ id, label: text.filter[id] }))}
        value={[filter]}
        onChange={([to]) => to && setFilter(to)}
      />
      {keeping.problemText && <FaultText>{keeping.problemText}</FaultText>}
    </Stack>
  )
}

import { SuspectMark } from '#features/thread/web/index.ts'
import { Mark, Row } from '#kernel/ui/index.ts'
import type { NeedLine } from '../../contract.ts'
import { isNarrow } from '../../rules.ts'
import { text } from '../text.ts'

const tones = { draft: 'neutral', 'out-for-comment': 'info', settled: 'ok', 'out-of-scope': 'neutral' } as const

/** How far a need has come, and what to know of it, each as a word with its shape. */
export const NeedMarks = ({ need }: { need: NeedLine }) => (
  <Row gap={3}>
    <Mark tone={need.covered ? 'ok' : tones[need.state]}>
      {need.covered ? text.covered : text.needStates[need.state]}
    </Mark>
    <small>{text.slipsOf(need.slips)}</small>
    {need.merged > 0 && <small>{text.mergedIn(need.merged)}</small>}
    {isNarrow(need.voices) && <Mark tone="violet">{text.narrow}</Mark>}
    {need.protests > 0 && <Mark tone="attention">{text.protests(need.protests)}</Mark>}
    <SuspectMark count={need.suspects} />
  </Row>
)

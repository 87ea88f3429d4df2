import { useState } from 'react'
import { roleWords } from '#features/org/web/index.ts'
import type { Id } from '#kernel/lang/id.ts'
import { Button, FaultText, momentWords, Row, Stack, shortDayWords, useNow, useToday } from '#kernel/ui/index.ts'
import { useWrite } from '#kernel/web/index.ts'
import { certification, type Item } from '../contract.ts'
import { ChangeDialog } from './ChangeDialog.tsx'
import { text } from './text.ts'

export const Who = ({ item: { name, profession } }: { item: Item }) => (
  <Stack gap={1}>
    <span>{name}</span>
    {profession && <small>{profession}</small>}
  </Stack>
)

export const Since = ({ item: { startsOn } }: { item: Item }) => shortDayWords(startsOn, useToday())

export function Seen({ item: { lastSeenOn } }: { item: Item }) {
  const today = useToday()
  return lastSeenOn ? shortDayWords(lastSeenOn > today ? today : lastSeenOn, today) : text.notSeen
}

/** What was answered, or the three answers. */
export function AnswerCell({ roundId, item }: { roundId: Id; item: Item }) {
  const now = useNow()
  if (item.answer)
    return (
      <Stack gap={1}>
        <span>{text.answers[item.answer]}</span>
        {item.answeredByName && item.answeredAt && (
          <small>{text.by(item.answeredByName, momentWords(item.answeredAt, now))}</small>
        )}
      </Stack>
    )
  return item.permitted.includes('answer') ? <Answers roundId={roundId} item={item} /> : <small>{text.another}</small>
}

function Answers({ roundId, item }: { roundId: Id; item: Item }) {
  const [isChanging, change] = useState(false)
  const sender = useWrite(certification.answer, { touches: ['tasks', 'org'] })
  const says = (answer: 'keep' | 'end') =>
    void sender.run({ roundId, answers: [{ itemId: item.id, answer, role: null, grantId: null }] })
  const role = roleWords(item.role)
  return (
    <Stack gap={1}>
      <Row gap={1}>
        <Button aria-label={text.keepOf(item.name, role)} isBusy={sender.isBusy} onPress={() => says('keep')}>
          {text.keep}
        </Button>
        <Button kind="plain" aria-label={text.endOf(item.name, role)} onPress={() => says('end')}>
          {text.end}
        </Button>
        <Button kind="plain" aria-label={text.changeOf(item.name, role)} onPress={() => change(true)}>
          {text.change}
        </Button>
      </Row>
      {sender.problemText && <FaultText>{sender.problemText}</FaultText>}
      {isChanging && <ChangeDialog roundId={roundId} item={item} onClose={() => change(false)} />}
    </Stack>
  )
}

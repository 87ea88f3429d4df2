import { useState } from 'react'
import type { OutputOf } from '#kernel/lang/contract.ts'
import { newId } from '#kernel/lang/id.ts'
import {
  announce,
  Button,
  Columns,
  Foot,
  Notice,
  Page,
  Progress,
  Row,
  Show,
  Stack,
  TextArea,
  useToday,
} from '#kernel/ui/index.ts'
import { useRead, useWrite } from '#kernel/web/index.ts'
import { type HearingAnswerKind, type HearingItem, requirements } from '../contract.ts'
import { isOpenOn } from '../rules.ts'
import { HeardRequirement } from './HeardRequirement.tsx'
import { text } from './text.ts'

type Hearing = OutputOf<typeof requirements.hearingOf>
type Props = { hearingId: string; unitId: string }

/** One requirement at a time: agreed, trouble, or a comment. Made for a phone and ten minutes. */
export function AnswerPage({ hearingId, unitId }: Props) {
  const hearing = useRead(requirements.hearingOf, { hearingId, unitId })
  const title = hearing.data ? text.hearingFor(hearing.data.unitName) : text.hearing
  return (
    <Page title={title} lead={hearing.data?.specTitle}>
      <Columns>
        <Show of={hearing} lines={8}>
          {(known) => <Answering hearing={known} unitId={unitId} />}
        </Show>
      </Columns>
    </Page>
  )
}

const firstOpen = (items: readonly HearingItem[]): number => items.findIndex(({ answer }) => answer === null)

function Answering({ hearing, unitId }: { hearing: Hearing; unitId: string }) {
  const today = useToday()
  const [at, setAt] = useState(() => Math.max(0, firstOpen(hearing.items)))
  const { items } = hearing
  const item = items[at]
  const answered = items.filter(({ answer }) => answer !== null).length
  const isOpen = isOpenOn(hearing, today)
  if (!item) return null
  const onwards = () => {
    const next = items.findIndex(({ answer }, index) => index > at && answer === null)
    setAt(next >= 0 ? next : Math.min(at + 1, items.length - 1))
    scrollTo(0, 0)
  }
  return (
    <Stack gap={4}>
      {at === 0 && <p>{hearing.note}</p>}
      {!isOpen && <Notice tone="neutral">{text.hearingIsClosed}</Notice>}
      {isOpen && answered === items.length && (
        <Notice tone="ok" title={text.allDone}>
          <p>{text.allDoneWords}</p>
        </Notice>
      )}
      <Row gap={2} apart>
        <Button kind="plain" isDisabled={at === 0} onPress={() => setAt(at - 1)}>
          {text.previous}
        </Button>
        <Progress label={text.progress} done={at + 1} of={items.length} />
        <Button kind="plain" isDisabled={at === items.length - 1} onPress={() => setAt(at + 1)}>
          {text.next}
        </Button>
      </Row>
      <HeardRequirement item={item} />
      {isOpen && (
        <Foot>
          <Answer key={item.id} {...{ hearing, unitId, item }} onDone={onwards} />
        </Foot>
      )}
    </Stack>
  )
}

type AnswerProps = { hearing: Hearing; unitId: string; item: HearingItem; onDone: () => void }

/** Agreeing is one press; the other two say what. */
function Answer({ hearing, unitId, item, onDone }: AnswerProps) {
  const [kind, setKind] = useState<Exclude<HearingAnswerKind, 'agree'>>()
  const [words, setWords] = useState(item.text ?? '')
  const sender = useWrite(requirements.answerHearing, {
    onDone: () => {
      announce(text.saved)
      onDone()
    },
  })
  const send = (answer: HearingAnswerKind) =>
    void sender.run({
      id: newId(),
      hearingId: hearing.id,
      unitId,
      requirementId: item.id,
      answer,
      text: answer === 'agree' ? null : words,
    })
  return (
    <Stack gap={3}>
      {sender.problemText && <Notice tone="attention">{sender.problemText}</Notice>}
      {kind && (
        <TextArea
          label={kind === 'trouble' ? text.troubleWhat : text.commentWhat}
          value={words}
          onChange={setWords}
          maxLength={1000}
          fault={sender.faultOf('text')}
          autoFocus
        />
      )}
      <Row gap={2}>
        {kind ? (
          <>
            <Button kind="primary" isBusy={sender.isBusy} onPress={() => send(kind)}>
              {text.send}
            </Button>
            <Button kind="plain" onPress={() => setKind(undefined)}>
              {text.cancel}
            </Button>
          </>
        ) : (
          <>
            <Button kind="primary" isBusy={sender.isBusy} onPress={() => send('agree')}>
              {text.agree}
            </Button>
            <Button onPress={() => setKind('trouble')}>{text.trouble}</Button>
            <Button kind="plain" onPress={() => setKind('comment')}>
              {text.comment}
            </Button>
          </>
        )}
      </Row>
    </Stack>
  )
}

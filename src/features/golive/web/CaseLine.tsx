import { useState } from 'react'
import { useUnit } from '#features/org/web/index.ts'
import { Button, Mark, momentWords, Row, Stack, useNow } from '#kernel/ui/index.ts'
import { useWrite } from '#kernel/web/index.ts'
import { type Case, golive } from '../contract.ts'
import { type CaseState, isClosed, isUnanswered, nameOfCase } from '../rules.ts'
import { HandleDialog } from './HandleDialog.tsx'
import { StopDialog, SuggestDialog } from './StopDialog.tsx'
import { SuggestionLine } from './SuggestionLine.tsx'
import { text } from './text.ts'

const tones = {
  new: 'attention',
  taken: 'info',
  'with-vendor': 'violet',
  solved: 'ok',
  'next-version': 'neutral',
  confirmed: 'ok',
} as const satisfies Record<CaseState, string>

export function CaseLine({ one }: { one: Case }) {
  const now = useNow()
  const isLate = isUnanswered(one) && Date.parse(one.answerByAt) < now.getTime()
  return (
    <Stack gap={1}>
      <strong>
        {nameOfCase(one.number)} {one.title}
      </strong>
      <Row gap={3}>
        <Mark tone={tones[one.state]}>{text.caseStates[one.state]}</Mark>
        <small>
          {[
            one.unitName,
            text.shortSeverities[one.severity],
            momentWords(one.reportedAt, now),
            one.cause && text.causes[one.cause],
          ]
            .filter(Boolean)
            .join(' · ')}
        </small>
        {one.voices > 1 && <small>{text.voices(one.voices)}</small>}
        {isUnanswered(one) &&
          (isLate ? (
            <Mark tone="attention">{text.answerLate}</Mark>
          ) : (
            <small>{text.answerBy(momentWords(one.answerByAt, now))}</small>
          ))}
      </Row>
      {one.what && <p>{one.what}</p>}
      {one.resolution && <p>{one.resolution}</p>}
      {one.workaround && <small>{one.workaround}</small>}
      {one.suggestions.map((suggestion) => (
        <SuggestionLine key={suggestion.id} one={one} suggestion={suggestion} />
      ))}
      <Acts one={one} />
    </Stack>
  )
}

function Acts({ one }: { one: Case }) {
  const unit = useUnit()
  const [open, setOpen] = useState<'handle' | 'stop' | 'suggest'>()
  const join = useWrite(golive.join)
  const { permitted } = one
  const close = () => setOpen(undefined)
  return (
    <>
      <Row gap={2}>
        {permitted.includes('move') && <Button onPress={() => setOpen('handle')}>{text.handle}</Button>}
        {one.isMine && one.state === 'solved' && <Confirm one={one} />}
        {unit && !one.isMine && unit.id !== one.unitId && (
          <Button kind="plain" isBusy={join.isBusy} onPress={() => void join.run({ id: one.id, unitId: unit.id })}>
            {text.sameHere}
          </Button>
        )}
        {permitted.includes('move') && one.cause === 'set-up' && (
          <Button kind="plain" onPress={() => setOpen('suggest')}>
            {text.suggest}
          </Button>
        )}
        {permitted.includes('stop') && one.severity === 'high' && !one.isStopping && !isClosed(one.state) && (
          <Button kind="plain" onPress={() => setOpen('stop')}>
            {text.stopLine}
          </Button>
        )}
      </Row>
      {open === 'handle' && <HandleDialog one={one} onClose={close} />}
      {open === 'stop' && <StopDialog id={one.id} onClose={close} />}
      {open === 'suggest' && <SuggestDialog id={one.id} onClose={close} />}
    </>
  )
}

/** Whoever told of it says whether it is over. */
function Confirm({ one: { id, version } }: { one: Case }) {
  const confirm = useWrite(golive.confirm)
  return (
    <>
      <span>{text.confirmAsk}</span>
      <Button isBusy={confirm.isBusy} onPress={() => void confirm.run({ id, version, isOver: true })}>
        {text.isOver}
      </Button>
      <Button kind="plain" onPress={() => void confirm.run({ id, version, isOver: false })}>
        {text.isNotOver}
      </Button>
    </>
  )
}

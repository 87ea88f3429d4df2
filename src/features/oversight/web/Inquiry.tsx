import { useState } from 'react'
import type { OutputOf } from '#kernel/lang/contract.ts'
import { type Id, newId } from '#kernel/lang/id.ts'
import {
  Button,
  Empty,
  Lines,
  Mark,
  Notice,
  Row,
  Section,
  Stack,
  shortDayWords,
  TextField,
  useToday,
} from '#kernel/ui/index.ts'
import { useWrite } from '#kernel/web/index.ts'
import { oversight } from '../contract.ts'
import { Looks } from './Looks.tsx'
import type { Period } from './period.ts'
import { text } from './text.ts'

type Answer = OutputOf<typeof oversight.inquire>

/** Who has looked at somebody: found by the whole name or number, with a reason that is written in the log. */
export function Inquiry({ period }: { period: Period }) {
  const [words, setWords] = useState('')
  const [reason, setReason] = useState('')
  const [answer, setAnswer] = useState<Answer>()
  const { run, isBusy, problemText, faultOf } = useWrite(oversight.inquire, { onDone: setAnswer })
  const ask = (citizenId: Id | null) => void run({ id: newId(), words, reason, citizenId, ...period })
  return (
    <Stack gap={5}>
      <p>{text.inquireLead}</p>
      <TextField label={text.citizenWords} value={words} onChange={setWords} maxLength={200} fault={faultOf('words')} />
      <TextField
        label={text.inquireReason}
        value={reason}
        onChange={setReason}
        maxLength={300}
        fault={faultOf('reason')}
      />
      {problemText !== undefined && (
        <Notice tone="attention" isUrgent>
          <p>{problemText}</p>
        </Notice>
      )}
      <Row>
        <Button kind="primary" isBusy={isBusy} onPress={() => ask(null)}>
          {text.find}
        </Button>
      </Row>
      {answer && <Answered answer={answer} onChoose={ask} />}
    </Stack>
  )
}

function Answered({ answer: { found, looks }, onChoose }: { answer: Answer; onChoose: (id: Id) => void }) {
  const [only, ...others] = found
  if (!only) return <Empty>{text.nobodyFound}</Empty>
  if (others.length > 0) return <Choose found={found} onChoose={onChoose} />
  return (
    <Section title={only.fullName} note={<Born person={only} />}>
      {looks.length === 0 ? <Empty>{text.nobodyLookedThen}</Empty> : <Looks looks={looks} />}
    </Section>
  )
}

const Choose = ({ found, onChoose }: { found: Answer['found']; onChoose: (id: Id) => void }) => (
  <Section title={text.several}>
    <Lines>
      {found.map((person) => (
        <li key={person.id}>
          <Row gap={2}>
            <Button kind="plain" onPress={() => onChoose(person.id)}>
              {person.fullName}
            </Button>
            <Born person={person} />
          </Row>
        </li>
      ))}
    </Lines>
  </Section>
)

function Born({ person }: { person: Answer['found'][number] }) {
  const today = useToday()
  return (
    <>
      {person.bornOn && text.born(shortDayWords(person.bornOn, today))}{' '}
      {person.isProtected && <Mark tone="violet">{text.protected}</Mark>}
    </>
  )
}

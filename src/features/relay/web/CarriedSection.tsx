import { useState } from 'react'
import { Button, Disclosure, Lines, Mark, MomentText, Row, Section, Stack, TextLink, useNow } from '#kernel/ui/index.ts'
import { useRead, useWrite } from '#kernel/web/index.ts'
import { type Carried, relay } from '../contract.ts'
import { CountButton } from './CountDialog.tsx'
import { NamesButton } from './NamesDialog.tsx'
import { PassOnDialog } from './PassOnDialog.tsx'
import { toneOf } from './ReceivedWords.tsx'
import { text } from './text.ts'
import { UnitQuestions } from './UnitQuestions.tsx'

const isWaiting = ({ relayedAt, state }: Carried) => relayedAt === null && state === 'released'

/** What stands with the contact of a unit: to read, to pass on, and how far it has come. Nothing for those who carry nothing. */
export function CarriedSection() {
  const carried = useRead(relay.carried, {})
  const questions = useRead(relay.questions, {})
  const rows = carried.data ?? []
  const asked = (questions.data ?? []).filter(({ permitted }) => permitted.includes('carry'))
  if (rows.length === 0 && asked.length === 0) return null
  const waiting = rows.filter(isWaiting)
  const lately = rows.filter((row) => !isWaiting(row))
  return (
    <Section title={text.forYou(waiting.length + asked.length, waiting.length)}>
      <Stack gap={4}>
        <Lines label={text.toPassOn}>
          {waiting.map((row) => (
            <li key={`${row.id} ${row.unitId}`}>
              <WaitingLine row={row} />
            </li>
          ))}
        </Lines>
        <UnitQuestions questions={asked} />
        {lately.length > 0 && (
          <Disclosure title={`${text.passedOnLately} (${lately.length})`}>
            <Lines label={text.passedOnLately}>
              {lately.map((row) => (
                <li key={`${row.id} ${row.unitId}`}>
                  <LatelyLine row={row} />
                </li>
              ))}
            </Lines>
          </Disclosure>
        )}
      </Stack>
    </Section>
  )
}

function Due({ row }: { row: Carried }) {
  const now = useNow()
  if (row.contactDueAt === null) return null
  const isLate = Date.parse(row.contactDueAt) < now.getTime()
  return (
    <Mark tone={isLate ? 'attention' : 'info'}>
      {isLate ? text.late : text.due} <MomentText at={row.contactDueAt} />
    </Mark>
  )
}

function WaitingLine({ row }: { row: Carried }) {
  const [isOpen, setOpen] = useState(false)
  const open = useWrite(relay.openLeg)
  const show = () => {
    setOpen(true)
    void open.run({ messageId: row.id, unitId: row.unitId })
  }
  return (
    <Stack gap={2}>
      <Row apart gap={3}>
        <strong>{row.title}</strong>
        <Button kind="primary" onPress={show} aria-label={text.toReadLabel(row.title)}>
          {text.toPassOn}
        </Button>
      </Row>
      <Row gap={3}>
        <Mark tone={toneOf[row.severity]}>{text.severities[row.severity]}</Mark>
        <Due row={row} />
        <small>
          {row.unitName}
          {!row.isMine && row.withName !== null && ` · ${text.isWith(row.withName)}`}
        </small>
      </Row>
      {isOpen && <PassOnDialog row={row} onClose={() => setOpen(false)} />}
    </Stack>
  )
}

function LatelyLine({ row }: { row: Carried }) {
  const share = row.share === null ? text.smallGroup : text.reachedShare(text.percent(row.share))
  return (
    <Stack gap={1}>
      <strong>{row.title}</strong>
      <small>
        {row.unitName}
        {row.relayedAt !== null && (
          <>
            {' '}
            · {text.relayedAt} <MomentText at={row.relayedAt} /> · {share}
          </>
        )}
      </small>
      <Row gap={3}>
        {row.reachedAt !== null && <Mark tone="ok">{text.reached}</Mark>}
        {row.recalledBecause !== null && <Mark>{text.recalled}</Mark>}
        <TextLink href={`/beskeder/opslag/${row.id}/${row.unitId}`}>{text.sheet}</TextLink>
        {row.relayedAt !== null && row.state === 'released' && <CountButton row={row} />}
        {row.relayedAt !== null && <NamesButton row={row} />}
      </Row>
    </Stack>
  )
}

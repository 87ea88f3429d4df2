import { useState } from 'react'
import { language } from '#kernel/lang/text.ts'
import {
  Button,
  Columns,
  momentWords,
  Notice,
  Page,
  Row,
  Section,
  Show,
  Stack,
  shortDayWords,
  Terms,
  useNow,
  useToday,
} from '#kernel/ui/index.ts'
import { useWrite } from '#kernel/web/index.ts'
import { privacy, type Request } from '../contract.ts'
import { ruleOn } from '../deadlines.ts'
import { CloseDialog } from './CloseDialog.tsx'
import { Findings } from './Findings.tsx'
import { Packages } from './Packages.tsx'
import { text } from './text.ts'
import { useRequest } from './use-request.ts'

/** Before any record. */
const EVER = '1900-01-01'

export function RequestPage({ requestId }: { requestId: string }) {
  const request = useRequest(requestId)
  const [isOpen, setOpen] = useState(false)
  const isClosed = request.data?.state === 'closed'
  return (
    <Page
      title={request.data ? `${text.title}: ${request.data.citizenName}` : text.title}
      lead={request.data && text.kinds[request.data.kind]}
      actions={request.data && !isClosed && <Button onPress={() => setOpen(true)}>{text.close}</Button>}
    >
      <Show of={request} lines={8}>
        {(one) => <Whole request={one} />}
      </Show>
      {isOpen && request.data && <CloseDialog request={request.data} onClose={() => setOpen(false)} />}
    </Page>
  )
}

function Whole({ request }: { request: Request }) {
  const isOpen = request.state !== 'closed'
  return (
    <Columns right={<Facts request={request} />}>
      <Stack gap={6}>
        {isOpen && <Others request={request} />}
        <Packages request={request} />
      </Stack>
    </Columns>
  )
}

function Facts({ request }: { request: Request }) {
  const today = useToday()
  const rule = ruleOn(request.kind, request.receivedOn)
  const say = (day: string) => shortDayWords(day, today)
  const period =
    request.fromOn <= EVER ? `${text.allTime} ${say(request.toOn)}` : `${say(request.fromOn)} – ${say(request.toOn)}`
  const answered =
    request.closedAt && request.outcome && `${text.outcomes[request.outcome]} ${say(request.closedAt.slice(0, 10))}`
  return (
    <Stack gap={4}>
      <Terms
        items={[
          { term: text.asker, value: text.requesters[request.requester] },
          { term: text.requesterNote, value: request.requesterNote },
          { term: text.received, value: say(request.receivedOn) },
          { term: text.due, value: request.dueOn ? say(request.dueOn) : text.noRule },
          { term: text.period, value: period },
          { term: text.isClosed, value: answered },
          { term: text.why, value: request.closeNote },
        ]}
      />
      {rule && <small>{rule.source[language()]}</small>}
      {rule?.doubt && (
        <Notice tone="attention" title={text.notSettled}>
          <p>{rule.doubt[language()]}</p>
        </Notice>
      )}
    </Stack>
  )
}

function Others({ request }: { request: Request }) {
  const now = useNow()
  const again = useWrite(privacy.lookAgain)
  if (request.state === 'looking') return <Notice>{text.looking}</Notice>
  return (
    <Section
      title={text.others}
      note={request.lookedAt && text.lookedAt(momentWords(request.lookedAt, now))}
      actions={
        <Button
          kind="plain"
          isBusy={again.isBusy}
          onPress={() => void again.run({ id: request.id, version: request.version })}
        >
          {text.lookAgain}
        </Button>
      }
    >
      {again.problemText && <Notice tone="attention">{again.problemText}</Notice>}
      <Row>
        <Findings request={request} />
      </Row>
    </Section>
  )
}

import { useState } from 'react'
import { newId } from '#kernel/lang/id.ts'
import {
  Button,
  Columns,
  Empty,
  FormDialog,
  Knot,
  LinkButton,
  Mark,
  MomentText,
  Page,
  Row,
  Select,
  Show,
  Stack,
  TextField,
  TextLink,
  Thread,
  useToday,
} from '#kernel/ui/index.ts'
import { useAddress, useRead, useWrite } from '#kernel/web/index.ts'
import { monthAndYear } from '../assemble.ts'
import { type IssueLine, newsletter } from '../contract.ts'
import { nameOfIssue } from '../rules.ts'
import { monthsAround } from './months.ts'
import { text } from './text.ts'

/** Every issue along the thread, latest first. */
export function IssuesPage() {
  const issues = useRead(newsletter.issues, {})
  const places = useRead(newsletter.places, {}, { staleMs: 60_000 })
  const [isOpen, setOpen] = useState(false)
  const placeId = places.data?.[0]?.id
  const actions = placeId !== undefined && (
    <>
      <Button kind="primary" onPress={() => setOpen(true)}>
        {text.begin}
      </Button>
      <LinkButton href="/nyhedsbrev/modtagere">{text.recipients}</LinkButton>
    </>
  )
  return (
    <Page title={text.title} lead={text.lead} actions={actions}>
      <Columns>
        <Show of={issues} lines={8} empty={<Empty action={actions}>{text.none}</Empty>}>
          {(rows) => (
            <Thread label={text.title}>
              {rows.map((issue) => (
                <IssueKnot key={issue.id} issue={issue} />
              ))}
            </Thread>
          )}
        </Show>
      </Columns>
      {isOpen && placeId !== undefined && <BeginDialog placeId={placeId} onClose={() => setOpen(false)} />}
    </Page>
  )
}

function IssueKnot({ issue }: { issue: IssueLine }) {
  const isOut = issue.sentAt !== null
  return (
    <Knot
      kind={isOut ? 'ordinary' : 'open'}
      word={isOut ? '' : text.states[issue.state]}
      title={<TextLink href={`/nyhedsbrev/${issue.id}`}>{issue.title || text.title}</TextLink>}
      label={
        <>
          {nameOfIssue(issue.number)} · {monthAndYear(issue.monthOn)}
          {issue.sentAt !== null && (
            <>
              {' '}
              · {text.sentAt} <MomentText at={issue.sentAt} />
            </>
          )}
        </>
      }
    >
      {issue.permitted.includes('keep') && <Mails issue={issue} />}
    </Knot>
  )
}

function Mails({ issue: { sent, waiting, refused } }: { issue: IssueLine }) {
  const words = text.mails(sent, waiting, refused)
  if (words === '') return null
  return (
    <Row gap={2}>
      <Mark tone={waiting + refused > 0 ? 'attention' : 'ok'}>{words}</Mark>
    </Row>
  )
}

function BeginDialog({ placeId, onClose }: { placeId: string; onClose: () => void }) {
  const { go } = useAddress()
  const months = monthsAround(useToday())
  const [id] = useState(newId)
  const [monthOn, setMonth] = useState(months[0]!)
  const [title, setTitle] = useState('')
  const sender = useWrite(newsletter.begin, { onDone: () => go(`/nyhedsbrev/${id}/skriv`) })
  const save = () => void sender.run({ id, placeId, monthOn, title })
  return (
    <FormDialog title={text.beginTitle} verb={text.begin} sender={sender} onSave={save} onClose={onClose}>
      <Stack gap={4}>
        <Select
          label={text.month}
          choices={months.map((month) => ({ id: month, label: monthAndYear(month) }))}
          value={monthOn}
          onChange={setMonth}
          fault={sender.faultOf('monthOn')}
        />
        <TextField
          label={text.issueTitle}
          help={`${text.issueTitleHelp} ${text.titleOptional}`}
          value={title}
          onChange={setTitle}
          maxLength={100}
          fault={sender.faultOf('title')}
          isOptional
        />
      </Stack>
    </FormDialog>
  )
}

import { useState } from 'react'
import { Button, FaultText, FormDialog, Lines, Mark, Row, Stack, TextArea } from '#kernel/ui/index.ts'
import { useWrite } from '#kernel/web/index.ts'
import { type Edition, type Issue, newsletter } from '../contract.ts'
import { text } from './text.ts'

/** The paragraphs that wait for a leader, and those one may write oneself. */
export function Editions({ issue }: { issue: Issue }) {
  if (issue.sentAt !== null) return null
  const waiting = issue.editions.filter(({ approvedAt }) => approvedAt === null)
  return (
    <Stack gap={4}>
      {waiting.length > 0 && (
        <Lines label={text.localWaits}>
          {waiting.map((edition) => (
            <li key={edition.unitId}>
              <WaitingEdition issue={issue} edition={edition} />
            </li>
          ))}
        </Lines>
      )}
      <Row gap={3}>
        {issue.mine.map((unit) => (
          <WriteButton key={unit.id} issue={issue} unit={unit} />
        ))}
      </Row>
    </Stack>
  )
}

function WaitingEdition({ issue, edition }: { issue: Issue; edition: Edition }) {
  const approve = useWrite(newsletter.approveLocal)
  const { unitId, version } = edition
  return (
    <Stack gap={2}>
      <strong>{text.local(edition.unitName)}</strong>
      <p>{edition.text}</p>
      <Row gap={3}>
        <Mark tone="attention">{text.localWaits}</Mark>
        {edition.permitted.includes('approve') && (
          <Button isBusy={approve.isBusy} onPress={() => void approve.run({ id: issue.id, unitId, version })}>
            {text.approveLocal}
          </Button>
        )}
      </Row>
      {approve.problemText !== undefined && <FaultText>{approve.problemText}</FaultText>}
    </Stack>
  )
}

type Unit = { id: string; name: string }

function WriteButton({ issue, unit }: { issue: Issue; unit: Unit }) {
  const [isOpen, setOpen] = useState(false)
  const mine = issue.editions.find(({ unitId }) => unitId === unit.id)
  const label = mine ? text.changeLocal : text.writeLocal
  return (
    <>
      <Button onPress={() => setOpen(true)}>{issue.mine.length > 1 ? text.localFor(unit.name) : label}</Button>
      {isOpen && <WriteForm issue={issue} unit={unit} mine={mine} onClose={() => setOpen(false)} />}
    </>
  )
}

type FormProps = { issue: Issue; unit: Unit; mine: Edition | undefined; onClose: () => void }

function WriteForm({ issue, unit, mine, onClose }: FormProps) {
  const [words, setWords] = useState(mine?.text ?? '')
  const sender = useWrite(newsletter.writeLocal, { onDone: onClose })
  const save = () => void sender.run({ id: issue.id, unitId: unit.id, version: mine?.version ?? 0, text: words })
  return (
    <FormDialog title={text.localFor(unit.name)} sender={sender} onSave={save} onClose={onClose}>
      <TextArea
        label={text.body}
        help={text.localHelp}
        value={words}
        onChange={setWords}
        maxLength={800}
        fault={sender.faultOf('text')}
        autoFocus
      />
    </FormDialog>
  )
}

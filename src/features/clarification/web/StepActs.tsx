import { useState } from 'react'
import {
  announce,
  Button,
  DatePicker,
  FaultText,
  FormDialog,
  Notice,
  RadioRow,
  Row,
  Section,
  Stack,
  TextArea,
  useToday,
} from '#kernel/ui/index.ts'
import { useAddress, useWrite } from '#kernel/web/index.ts'
import { clarification } from '../contract.ts'
import { needsLeaderAgain } from '../rules.ts'
import { refusalWords } from './refusal-words.ts'
import { text } from './text.ts'
import { isOpenItem, type UnitView } from './unit-view.ts'
import { useMaking } from './use-making.ts'

/** What can be done next, by whom it is for. */
export function StepActs({ view }: { view: UnitView }) {
  const { round, known, whyNotSubmit } = view
  const may = (act: string) => known.permitted.includes(act)
  const making = useMaking(known.unitId)
  const isOpen = round.state === 'submitted' || round.state === 'met'
  return (
    <Section title={text.status.next}>
      <Stack gap={4}>
        {round.sentBack && <Notice tone="attention">{text.status.sentBack(round.sentBack)}</Notice>}
        {round.state === 'in-progress' && whyNotSubmit && <Notice tone="info">{refusalWords(whyNotSubmit)}</Notice>}
        <Row gap={2}>
          {round.state === 'in-progress' && !whyNotSubmit && (may('answer') || may('coordinate')) && (
            <Submit view={view} />
          )}
          {isOpen && may('coordinate') && <Meet view={view} />}
          {isOpen && may('lead') && <Approve view={view} />}
          {(round.state === 'approved' || round.state === 'previewed') && <AfterApproval view={view} />}
        </Row>
        <Row gap={2}>
          {(['meeting-sheet', 'summary', 'config'] as const).map((kind) => (
            <Button key={kind} kind="plain" isBusy={making.busy === kind} onPress={() => making.make(kind)}>
              {
                {
                  'meeting-sheet': text.status.meetingSheet,
                  summary: text.status.summaryPaper,
                  config: text.status.config,
                }[kind]
              }
            </Button>
          ))}
        </Row>
        {making.problemText && <FaultText>{making.problemText}</FaultText>}
      </Stack>
    </Section>
  )
}

const Said = ({ problemText }: { problemText: string | undefined }) =>
  problemText ? (
    <Notice tone="attention" isUrgent>
      <p>{problemText}</p>
    </Notice>
  ) : null

function Submit({ view: { round } }: { view: UnitView }) {
  const sender = useWrite(clarification.submit, { onDone: () => announce(text.status.submitted) })
  return (
    <>
      <Said {...sender} />
      <Button
        kind="primary"
        isBusy={sender.isBusy}
        onPress={() => void sender.run({ id: round.id, version: round.version })}
      >
        {text.status.submit}
      </Button>
    </>
  )
}

type Mark = 'agreed' | 'unsure' | 'needs-decision'
const marks = ['agreed', 'unsure', 'needs-decision'] as const

/** Of the answers that call for talk: what the meeting said. */
const talkedOf = ({ items }: UnitView) =>
  items.filter((item) => ['unsure', 'outside', 'own'].includes(item.cell) || item.contradiction || isOpenItem(item))

function Meet({ view }: { view: UnitView }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button onPress={() => setOpen(true)}>{text.status.meet}</Button>
      {isOpen && <MeetDialog view={view} onClose={() => setOpen(false)} />}
    </>
  )
}

function MeetDialog({ view, onClose }: { view: UnitView; onClose: () => void }) {
  const today = useToday()
  const { round } = view
  const [metOn, setMetOn] = useState<string | null>(round.metOn ?? today)
  const [note, setNote] = useState(round.metNote)
  const [said, setSaid] = useState<Record<string, Mark>>({})
  const sender = useWrite(clarification.meet, { onDone: onClose, touches: ['thread'] })
  const save = () =>
    void sender.run({
      ...{ id: round.id, version: round.version, metOn: metOn ?? today, note },
      marks: Object.entries(said).map(([key, mark]) => ({ key, mark })),
    })
  return (
    <FormDialog title={text.status.meet} sender={sender} onSave={save} onClose={onClose}>
      <DatePicker label={text.status.metOn} value={metOn} onChange={setMetOn} fault={sender.faultOf('metOn')} />
      <TextArea label={text.status.metNote} lines={4} maxLength={2000} value={note} onChange={setNote} />
      {talkedOf(view)
        .filter(({ answer }) => answer)
        .map(({ question }) => (
          <RadioRow
            key={question.key}
            label={`${question.key} ${question.text}`}
            choices={marks.map((id) => ({ id, label: text.status.markNames[id] }))}
            value={said[question.key] ?? null}
            onChange={(mark) => setSaid({ ...said, [question.key]: mark })}
          />
        ))}
    </FormDialog>
  )
}

function Approve({ view: { round, whyNotApprove } }: { view: UnitView }) {
  const [isAsking, setAsking] = useState(false)
  const sender = useWrite(clarification.approve, { onDone: () => announce(text.standings.approved) })
  return (
    <>
      <Said {...sender} />
      <Button
        kind="primary"
        isBusy={sender.isBusy}
        isDisabled={whyNotApprove !== undefined}
        onPress={() => void sender.run({ id: round.id, version: round.version })}
      >
        {text.status.approve}
      </Button>
      <Button onPress={() => setAsking(true)}>{text.status.ask}</Button>
      {isAsking && <AskDialog round={round} onClose={() => setAsking(false)} />}
    </>
  )
}

function AskDialog({ round, onClose }: { round: UnitView['round']; onClose: () => void }) {
  const [ask, setAsk] = useState('')
  const sender = useWrite(clarification.sendBack, { onDone: onClose })
  return (
    <FormDialog
      title={text.status.ask}
      verb={text.status.ask}
      sender={sender}
      onSave={() => void sender.run({ id: round.id, version: round.version, ask })}
      onClose={onClose}
    >
      <TextArea
        label={text.status.askWhat}
        lines={4}
        maxLength={500}
        value={ask}
        onChange={setAsk}
        fault={sender.faultOf('ask')}
        autoFocus
      />
    </FormDialog>
  )
}

/** The new leader's yes, and the way on to the preview. */
function AfterApproval({ view: { round, known } }: { view: UnitView }) {
  const { go } = useAddress()
  const may = (act: string) => known.permitted.includes(act)
  const isNewLeader = needsLeaderAgain(round.state, round.vouchingLeads)
  const vouch = useWrite(clarification.vouch)
  const propose = useWrite(clarification.propose, {
    touches: ['profiles'],
    onDone: ({ proposalId }) => go(previewHref(known.unitId, proposalId)),
  })
  return (
    <Stack gap={3}>
      <Said {...vouch} />
      <Said {...propose} />
      {isNewLeader && <Notice tone="attention">{text.status.newLeader}</Notice>}
      <Row gap={2}>
        {isNewLeader && may('lead') && (
          <Button
            kind="primary"
            isBusy={vouch.isBusy}
            onPress={() => void vouch.run({ id: round.id, version: round.version })}
          >
            {text.status.vouch}
          </Button>
        )}
        {may('coordinate') && (
          <Button
            kind="primary"
            isBusy={propose.isBusy}
            isDisabled={isNewLeader}
            onPress={() => void propose.run({ id: round.id, version: round.version })}
          >
            {text.status.propose}
          </Button>
        )}
      </Row>
    </Stack>
  )
}

/** Where a proposal is looked at before it is applied: the profile's own screen. */
const previewHref = (unitId: string, proposalId: string): string => `/opsaetning/${unitId}/forslag/${proposalId}`

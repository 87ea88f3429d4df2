import { useState } from 'react'
import { org } from '#features/org/contract.ts'
import {
  Button,
  Checkbox,
  FormDialog,
  Mark,
  Row,
  Section,
  Show,
  Stack,
  Table,
  TextField,
  type Tone,
} from '#kernel/ui/index.ts'
import { useRead, useWrite } from '#kernel/web/index.ts'
import { type Seat, type TenderWhole, tender } from '../contract.ts'
import { text } from './text.ts'

type SeatState = keyof typeof text.seatStates

function stateOf({ isConflicted, submittedAt }: Seat): SeatState {
  if (submittedAt) return 'submitted'
  return isConflicted === null ? 'undeclared' : isConflicted ? 'conflicted' : 'ready'
}
const tones: Record<SeatState, Tone> = {
  submitted: 'ok',
  undeclared: 'neutral',
  conflicted: 'attention',
  ready: 'info',
}

/** Who gives points and how far each is; which points, nobody sees before all have handed in. */
export function PanelSection({ whole }: { whole: TenderWhole }) {
  if (!whole.permitted.includes('evaluate')) return null
  const prepares = whole.permitted.includes('prepare')
  const mayChoose = prepares && (whole.state === 'preparing' || whole.state === 'published')
  return (
    <Section title={text.panel} actions={mayChoose && <ChooseDialog whole={whole} />}>
      {whole.panel.length === 0 ? (
        <p>{text.panelNone}</p>
      ) : (
        <Table
          caption={text.panel}
          rows={whole.panel}
          rowKey={({ number }) => number}
          columns={[
            { head: text.panel, cell: ({ number, name }) => `${number}. ${name}` },
            { head: text.state, cell: (seat) => <State seat={seat} /> },
            { head: text.points, cell: ({ given }) => text.given(given) },
            ...(prepares && whole.state === 'opened' && !whole.award
              ? [{ head: text.excuse, cell: (seat: Seat) => <Excuse whole={whole} seat={seat} /> }]
              : []),
          ]}
        />
      )}
    </Section>
  )
}

const State = ({ seat }: { seat: Seat }) =>
  seat.excusedBecause ? (
    <span>{text.excused(seat.excusedBecause)}</span>
  ) : (
    <Mark tone={tones[stateOf(seat)]}>{text.seatStates[stateOf(seat)]}</Mark>
  )

function Excuse({ whole, seat }: { whole: TenderWhole; seat: Seat }) {
  const [isOpen, setOpen] = useState(false)
  const [because, setBecause] = useState('')
  const sender = useWrite(tender.excuse, { onDone: () => setOpen(false) })
  if (seat.excusedBecause) return null
  return (
    <>
      <Button kind="plain" onPress={() => setOpen(true)}>
        {text.excuse}
      </Button>
      {isOpen && (
        <FormDialog
          title={`${text.excuse}: ${seat.name}`}
          verb={text.excuse}
          sender={sender}
          onSave={() => void sender.run({ id: whole.id, number: seat.number, because })}
          onClose={() => setOpen(false)}
        >
          <TextField label={text.excuseBecause} value={because} onChange={setBecause} maxLength={300} />
        </FormDialog>
      )}
    </>
  )
}

const sees = ['buyer', 'evaluator', 'coordinator']

function ChooseDialog({ whole }: { whole: TenderWhole }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button onPress={() => setOpen(true)}>{text.choosePanel}</Button>
      {isOpen && <Choose whole={whole} onClose={() => setOpen(false)} />}
    </>
  )
}

function Choose({ whole, onClose }: { whole: TenderWhole; onClose: () => void }) {
  const people = useRead(org.employeesOfUnit, { unitId: whole.placeId })
  const [chosen, setChosen] = useState(() => whole.panel.map(({ employeeId }) => employeeId))
  const sender = useWrite(tender.seatPanel, { onDone: onClose })
  const toggle = (id: string, isIn: boolean) => setChosen(isIn ? [...chosen, id] : chosen.filter((one) => one !== id))
  return (
    <FormDialog
      title={text.choosePanel}
      sender={sender}
      onSave={() => void sender.run({ id: whole.id, employeeIds: chosen })}
      onClose={onClose}
    >
      <Show of={people}>
        {(known) => (
          <Stack gap={2}>
            {known
              .filter(({ roles }) => roles.some((role) => sees.includes(role)))
              .map(({ id, name, profession }) => (
                <Row key={id} gap={2}>
                  <Checkbox
                    label={profession ? `${name}, ${profession}` : name}
                    value={chosen.includes(id)}
                    onChange={(isIn) => toggle(id, isIn)}
                  />
                </Row>
              ))}
          </Stack>
        )}
      </Show>
    </FormDialog>
  )
}

import { useState } from 'react'
import { org } from '#features/org/contract.ts'
import type { Id } from '#kernel/lang/id.ts'
import { newId } from '#kernel/lang/id.ts'
import {
  Button,
  Disclosure,
  FormDialog,
  Lines,
  Mark,
  Row,
  Section,
  Select,
  Show,
  Stack,
  savedAndClose,
  shortDayWords,
  TextField,
  useToday,
} from '#kernel/ui/index.ts'
import { useRead, useWrite } from '#kernel/web/index.ts'
import { type Competence, training } from '../contract.ts'
import { text } from './text.ts'

const tones = { seen: 'neutral', can: 'ok', teaches: 'violet' } as const

/** Who can what, and how it is known. */
export function Competences({ unitId }: { unitId: Id }) {
  const known = useRead(training.competences, { unitId })
  const [isGranting, setGranting] = useState(false)
  return (
    <Section title={text.competenceTitle} actions={<Button onPress={() => setGranting(true)}>{text.grant}</Button>}>
      <Show of={known} empty={text.competenceNone}>
        {(all) => <ByPerson all={all} />}
      </Show>
      {isGranting && (
        <GrantDialog
          unitId={unitId}
          keys={[...new Set((known.data ?? []).map(({ key }) => key))]}
          onClose={() => setGranting(false)}
        />
      )}
    </Section>
  )
}

function ByPerson({ all }: { all: readonly Competence[] }) {
  const today = useToday()
  return (
    <Disclosure title={`${text.competenceTitle} (${new Set(all.map(({ employeeId }) => employeeId)).size})`}>
      <Lines>
        {[...Map.groupBy(all, ({ employeeId }) => employeeId)].map(([employeeId, own]) => (
          <li key={employeeId}>
            <Stack gap={1}>
              <strong>{own[0]!.name}</strong>
              {own.map(({ id, key, level, evidence, expiresOn }) => (
                <Row key={id} gap={3}>
                  <span>{key}</span>
                  <Mark tone={tones[level]}>{text.levels[level]}</Mark>
                  <span>
                    {evidence}
                    {expiresOn && ` · ${text.expires(shortDayWords(expiresOn, today))}`}
                  </span>
                </Row>
              ))}
            </Stack>
          </li>
        ))}
      </Lines>
    </Disclosure>
  )
}

function GrantDialog({ unitId, keys, onClose }: { unitId: Id; keys: readonly string[]; onClose: () => void }) {
  const staff = useRead(org.employeesOfUnit, { unitId })
  const [id] = useState(newId)
  const [employeeId, setWho] = useState('')
  const [key, setKey] = useState(keys[0] ?? 'notat')
  const [evidence, setEvidence] = useState('')
  const sender = useWrite(training.grantCompetence, { onDone: savedAndClose(onClose) })
  const save = () => void sender.run({ id, employeeId, unitId, key, level: 'teaches', evidence, expiresOn: null })
  return (
    <FormDialog title={text.grantTitle} sender={sender} onSave={save} onClose={onClose}>
      <Select
        label={text.enrolWho}
        choices={(staff.data ?? []).map((one) => ({ id: one.id, label: one.name }))}
        value={employeeId}
        onChange={setWho}
        fault={sender.faultOf('employeeId')}
      />
      <TextField label={text.competence} value={key} onChange={setKey} maxLength={60} fault={sender.faultOf('key')} />
      <TextField
        label={text.evidence}
        value={evidence}
        onChange={setEvidence}
        maxLength={200}
        fault={sender.faultOf('evidence')}
      />
    </FormDialog>
  )
}

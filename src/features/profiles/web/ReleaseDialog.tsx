import { useState } from 'react'
import {
  Button,
  FormDialog,
  Lines,
  Notice,
  Row,
  Section,
  Select,
  Stack,
  savedAndClose,
  TextArea,
} from '#kernel/ui/index.ts'
import { readAgain, useWrite } from '#kernel/web/index.ts'
import { profiles, type SettingValue, type TemplateVersion } from '../contract.ts'
import { type SettingKey, settingKeys } from '../settings.ts'
import { nameOf, valueWords } from '../words.ts'
import { text } from './text.ts'
import { ValueField } from './ValueField.tsx'

type Values = Partial<Record<SettingKey, SettingValue>>
type Props = { name: string; newest: TemplateVersion; onClose: () => void }

/** The next version: what is otherwise than in the newest, and why. Nothing is sent before something is. */
export function ReleaseDialog({ name, newest, onClose }: Props) {
  const [values, setValues] = useState<Values>({})
  const [note, setNote] = useState('')
  const [isAsked, setAsked] = useState(false)
  const [opened] = useState(newest.version)
  const changed = settingKeys.filter((key) => values[key] !== undefined)
  const sender = useWrite(profiles.releaseTemplate, {
    onDone: savedAndClose(onClose, text.released),
  })
  const save = () => {
    setAsked(true)
    if (changed.length === 0 || !note.trim()) return
    const { offerGroup, version } = newest
    const run = sender.run({ offerGroup, version, note, settings: { ...newest.settings, ...values } })
    // Somebody else's version may stand now: it is read, and what was chosen is shown against it.
    void run.then((done) => (done ? undefined : readAgain(['profiles'])))
  }
  const isMissing = isAsked && changed.length === 0
  return (
    <FormDialog title={text.newVersionOf(name)} verb={text.release} sender={sender} onSave={save} onClose={onClose}>
      <p>{text.releaseHelp}</p>
      {newest.version > opened && (
        <Notice tone="attention" title={text.meanwhile(newest.releasedByName ?? '', newest.version)}>
          <p>{newest.note}</p>
          <p>{text.meanwhileHelp}</p>
        </Notice>
      )}
      {isMissing && <Notice tone="attention">{text.nothingChosen}</Notice>}
      <Chosen newest={newest} values={values} changed={changed} onDrop={(key) => setValues(without(values, key))} />
      <OneMore newest={newest} values={values} onChange={setValues} />
      <TextArea
        label={text.releaseNote}
        value={note}
        onChange={setNote}
        maxLength={500}
        fault={isAsked && !note.trim() ? text.needed : sender.faultOf('note')}
      />
    </FormDialog>
  )
}

const without = (values: Values, key: SettingKey): Values =>
  Object.fromEntries(Object.entries(values).filter(([other]) => other !== key))

type ChosenProps = {
  newest: TemplateVersion
  values: Values
  changed: readonly SettingKey[]
  onDrop: (key: SettingKey) => void
}

const Chosen = ({ newest, values, changed, onDrop }: ChosenProps) =>
  changed.length === 0 ? null : (
    <Section title={text.changes} note={changed.length}>
      <Lines label={text.changes}>
        {changed.map((key) => (
          <li key={key}>
            <Row apart gap={3}>
              <span>
                {nameOf(key)}: {valueWords(key, newest.settings[key] ?? null, text)} →{' '}
                <strong>{valueWords(key, values[key] ?? null, text)}</strong>
              </span>
              <Button kind="plain" aria-label={`${text.leaveOut}: ${nameOf(key)}`} onPress={() => onDrop(key)}>
                {text.leaveOut}
              </Button>
            </Row>
          </li>
        ))}
      </Lines>
    </Section>
  )

type MoreProps = { newest: TemplateVersion; values: Values; onChange: (values: Values) => void }

function OneMore({ newest, values, onChange }: MoreProps) {
  const [key, setKey] = useState<SettingKey | null>(null)
  return (
    <Stack gap={4}>
      <Select
        label={text.setting}
        choices={settingKeys.map((id) => ({ id, label: nameOf(id) }))}
        value={key}
        placeholder={text.choose}
        onChange={setKey}
      />
      {key && (
        <ValueField
          key={key}
          of={key}
          value={values[key] ?? newest.settings[key] ?? null}
          onChange={(value) => onChange({ ...values, [key]: value })}
        />
      )}
    </Stack>
  )
}

import { useState } from 'react'
import type { MyUnit } from '#features/org/contract.ts'
import {
  announce,
  Button,
  FaultText,
  FormDialog,
  Lines,
  momentWords,
  Row,
  Section,
  Stack,
  TextArea,
  useNow,
} from '#kernel/ui/index.ts'
import { useRead, useWrite } from '#kernel/web/index.ts'
import { type AskedWay, tender } from '../contract.ts'
import { text } from './text.ts'

/** On the unit's page, while its leader is asked; to others, and when nothing is asked, there is nothing. */
export function WaysAsked({ unit }: { unit: MyUnit }) {
  const known = useRead(tender.waysAsked, { unitId: unit.id }, { live: ['tender', unit.id] })
  if (!known.data?.length) return null
  return (
    <Section title={text.waysAsked} note={text.waysAskedNote}>
      <Lines label={text.waysAsked}>
        {known.data.map((way) => (
          <li key={way.id}>
            <OneWay way={way} />
          </li>
        ))}
      </Lines>
    </Section>
  )
}

const nameOfDecision = (number: number): string => `D-${String(number).padStart(3, '0')}`

function OneWay({ way }: { way: AskedWay }) {
  const [saysNo, setSaysNo] = useState(false)
  const sender = useWrite(tender.answerWay, { onDone: () => announce(text.yesSaid) })
  const yes = () => void sender.run({ id: way.id, version: way.version, agrees: true, because: '' })
  return (
    <Stack gap={2}>
      <Said way={way} />
      <Row gap={2}>
        <Button kind="primary" isBusy={sender.isBusy} onPress={yes}>
          {text.sayYes}
        </Button>
        <Button onPress={() => setSaysNo(true)}>{text.sayNo}</Button>
      </Row>
      <div role="alert">{sender.problemText && <FaultText>{sender.problemText}</FaultText>}</div>
      {saysNo && <SayNo way={way} onClose={() => setSaysNo(false)} />}
    </Stack>
  )
}

function Said({ way }: { way: AskedWay }) {
  const now = useNow()
  const rests = way.decisionNumber === null ? [] : [text.restsOn(nameOfDecision(way.decisionNumber))]
  return (
    <Stack gap={1}>
      <span>{text.lacks(way.text)}</span>
      <strong>{text.waySays(way.way)}</strong>
      <small>{[way.label, text.askedBy(way.askedByName, momentWords(way.askedAt, now)), ...rests].join(' · ')}</small>
    </Stack>
  )
}

function SayNo({ way, onClose }: { way: AskedWay; onClose: () => void }) {
  const [because, setBecause] = useState('')
  const sender = useWrite(tender.answerWay, {
    onDone: () => {
      announce(text.noSaid)
      onClose()
    },
  })
  const save = () => void sender.run({ id: way.id, version: way.version, agrees: false, because })
  return (
    <FormDialog title={text.sayNo} verb={text.sayNo} sender={sender} onSave={save} onClose={onClose}>
      <TextArea
        label={text.whyNotWay}
        value={because}
        onChange={setBecause}
        maxLength={1000}
        fault={sender.faultOf('because')}
      />
    </FormDialog>
  )
}

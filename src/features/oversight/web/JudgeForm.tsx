import { useState } from 'react'
import { announce, Button, Notice, RadioRow, Row, Stack, TextArea } from '#kernel/ui/index.ts'
import { useWrite } from '#kernel/web/index.ts'
import { type Judgement, judgements, type Lookup, oversight } from '../contract.ts'
import { whyNotJudge } from '../rules.ts'
import { text } from './text.ts'

type JudgeProps = { lookup: Lookup; onSkip: (() => void) | undefined }

/** What it was; anything but need takes a few words. */
export function JudgeForm({ lookup, onSkip }: JudgeProps) {
  const [judgement, setJudgement] = useState<Judgement | null>(null)
  const [note, setNote] = useState('')
  const [isMissing, setMissing] = useState(false)
  const { run, isBusy, problemText, faultOf } = useWrite(oversight.judge, {
    touches: ['tasks'],
    onDone: ({ left }) => announce(left === 0 ? text.done : text.saveAndNext),
  })
  const save = () => {
    if (judgement) void run({ id: lookup.id, version: lookup.version, judgement, note: note.trim() || null })
    else setMissing(true)
  }
  const asksNote = judgement !== null && whyNotJudge(judgement, null) !== undefined
  return (
    <Stack gap={4}>
      {problemText !== undefined && faultOf('note') === undefined && (
        <Notice tone="attention" isUrgent>
          <p>{problemText}</p>
        </Notice>
      )}
      <RadioRow
        label={text.judgement}
        choices={judgements.map((id) => ({ id, label: text.judgements[id] }))}
        value={judgement}
        onChange={setJudgement}
        help={judgement ? text.judgementHelp[judgement] : undefined}
        fault={isMissing && !judgement ? text.judgementMissing : undefined}
      />
      {judgement && (
        <TextArea
          label={text.note}
          isOptional={!asksNote}
          value={note}
          onChange={setNote}
          maxLength={500}
          fault={faultOf('note')}
        />
      )}
      <Row gap={2}>
        <Button kind="primary" isBusy={isBusy} onPress={save}>
          {text.saveAndNext}
        </Button>
        {onSkip && <Button onPress={onSkip}>{text.skip}</Button>}
      </Row>
    </Stack>
  )
}

import { useState } from 'react'
import { newId } from '#kernel/lang/id.ts'
import {
  Button,
  FormDialog,
  Lines,
  MomentText,
  momentWords,
  Section,
  Select,
  Stack,
  TextArea,
  useNow,
} from '#kernel/ui/index.ts'
import { useWrite } from '#kernel/web/index.ts'
import { capture, type NeedDetail } from '../../contract.ts'
import { whyNotProtest } from '../../rules.ts'
import { text } from '../text.ts'

/** A unit's contact may say that a merge or a settling is wrong, for five days; every protest is answered. */
export function Protests({ need }: { need: NeedDetail }) {
  const now = useNow()
  const [open, setOpen] = useState<'protest' | string>()
  const standing = { protestUntilAt: need.protestUntilAt, mergedInto: need.mergedIntoId !== null }
  const mayProtest = need.mine.length > 0 && !whyNotProtest(standing, now.toISOString())
  if (need.raised.length === 0 && !mayProtest) return null
  return (
    <Section
      title={text.protestTitle}
      note={need.raised.length || undefined}
      actions={mayProtest && <Button onPress={() => setOpen('protest')}>{text.protest}</Button>}
    >
      {mayProtest && <p>{text.protestUntil(momentWords(need.protestUntilAt!, now))}</p>}
      <Lines>
        {need.raised.map((raised) => (
          <li key={raised.id}>
            <Stack gap={1}>
              <p>{raised.words}</p>
              <small>
                {raised.unitName}, {raised.raisedByName} · <MomentText at={raised.raisedAt} />
              </small>
              {raised.answer ? (
                <>
                  <p>{raised.answer}</p>
                  <small>{text.answeredBy(raised.answeredByName!, momentWords(raised.answeredAt!, now))}</small>
                </>
              ) : (
                need.permitted.includes('sort') && <Button onPress={() => setOpen(raised.id)}>{text.answer}</Button>
              )}
            </Stack>
          </li>
        ))}
      </Lines>
      {open === 'protest' && <ProtestDialog need={need} onClose={() => setOpen(undefined)} />}
      {open && open !== 'protest' && <AnswerDialog id={open} onClose={() => setOpen(undefined)} />}
    </Section>
  )
}

function ProtestDialog({ need, onClose }: { need: NeedDetail; onClose: () => void }) {
  const [unitId, setUnitId] = useState(need.mine[0]!.id)
  const [words, setWords] = useState('')
  const sender = useWrite(capture.protest, { onDone: onClose })
  const save = () => words.trim() && void sender.run({ id: newId(), needId: need.id, unitId, words: words.trim() })
  return (
    <FormDialog title={text.protest} verb={text.protest} sender={sender} onSave={save} onClose={onClose}>
      <Select
        label={text.protestFor}
        choices={need.mine.map(({ id, name }) => ({ id, label: name }))}
        value={unitId}
        onChange={setUnitId}
      />
      <TextArea
        label={text.protestWords}
        help={text.protestHelp}
        value={words}
        onChange={setWords}
        maxLength={600}
        lines={4}
      />
    </FormDialog>
  )
}

function AnswerDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const [answer, setAnswer] = useState('')
  const sender = useWrite(capture.answerProtest, { onDone: onClose })
  const save = () => answer.trim() && void sender.run({ id, answer: answer.trim() })
  return (
    <FormDialog title={text.answer} verb={text.answer} sender={sender} onSave={save} onClose={onClose}>
      <TextArea label={text.answerWords} value={answer} onChange={setAnswer} maxLength={600} lines={4} />
    </FormDialog>
  )
}

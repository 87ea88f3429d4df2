import { Button, Checkbox, Dialog, Notice, SaveState, Section, Stack, TextArea } from '#kernel/ui/index.ts'
import { MAX_TEXT, type NoteRow } from '../contract.ts'
import { MomentFields, ThemeSelect } from './ComposerOptions.tsx'
import { DiscardButton } from './DiscardButton.tsx'
import { text } from './text.ts'
import { type Corrected, useCorrection } from './use-correction.ts'

type CorrectionState = ReturnType<typeof useCorrection>

const MAX_REASON = 300

/** A new version beside the old one. What is typed is kept as a draft while one types. */
export function CorrectDialog({ note, onClose }: { note: Corrected; onClose: () => void }) {
  const correction = useCorrection(note, onClose)
  const { sender, save, saving } = correction
  return (
    <Dialog
      isOpen
      isSticky
      onClose={onClose}
      title={text.correctTitle}
      actions={
        <>
          <Button kind="primary" isBusy={sender.isBusy} onPress={() => void save()}>
            {text.saveCorrection}
          </Button>
          <Button onPress={onClose}>{text.close}</Button>
          {saving && <DiscardButton onDiscard={() => void correction.discard()} />}
        </>
      }
    >
      <Stack gap={4}>
        {correction.standing ? <Standing note={correction.standing} /> : <p>{text.correctHelp}</p>}
        {sender.problemText !== undefined && !correction.standing && (
          <Notice tone="attention" isUrgent>
            <p>
              {sender.problemText} {text.keptHere}
            </p>
          </Notice>
        )}
        <Fields correction={correction} />
        <SaveState state={saving} />
      </Stack>
    </Dialog>
  )
}

function Standing({ note }: { note: NoteRow }) {
  return (
    <Stack gap={3}>
      <Notice tone="attention" title={text.staleTitle} isUrgent>
        <p>{text.staleWhy}</p>
      </Notice>
      <Section title={text.nowStands} note={note.authorName}>
        <p>{note.text}</p>
      </Section>
    </Stack>
  )
}

function Fields({ correction }: { correction: CorrectionState }) {
  const { content, set, sender, save, standing } = correction
  return (
    <>
      <TextArea
        label={standing ? text.yours : text.whatHappened}
        value={content.text}
        onChange={(words) => set({ text: words })}
        onSubmit={() => void save()}
        maxLength={MAX_TEXT}
        fault={sender.faultOf('text')}
        autoFocus
      />
      <Checkbox label={text.important} value={content.important} onChange={(important) => set({ important })} />
      <MomentFields value={content.happenedAt} onChange={(happenedAt) => set({ happenedAt })} />
      <ThemeSelect value={content.theme} onChange={(theme) => set({ theme })} fault={sender.faultOf('theme')} />
      <TextArea
        label={text.correctReason}
        value={content.reason}
        onChange={(reason) => set({ reason })}
        onSubmit={() => void save()}
        maxLength={MAX_REASON}
        fault={sender.faultOf('reason')}
      />
    </>
  )
}

import { useState } from 'react'
import { Button, Notice, Row, Section, Stack } from '#kernel/ui/index.ts'
import { useCell, useMe, useOnline } from '#kernel/web/index.ts'
import { NotesKept } from './NotesKept.tsx'
import { OpenForm } from './OpenForm.tsx'
import { opened } from './opened.ts'
import { discard, sendBack } from './send-back.ts'
import { text } from './text.ts'
import { useKeptNotes } from './use-kept-notes.ts'

/** The signed-in person's own notes from the pack: seen with the code, then put into the journal in their name. */
export function MyNotes() {
  const isOpen = useCell(opened) !== undefined
  return (
    <Section title={text.mine}>
      {isOpen ? (
        <Sending />
      ) : (
        <Stack gap={4}>
          <p>{text.mineHelp}</p>
          <OpenForm />
        </Stack>
      )}
    </Section>
  )
}

function Sending() {
  const me = useMe()
  const isOnline = useOnline()
  const { notes, readAgain } = useKeptNotes(me.id)
  const [isBusy, setBusy] = useState(false)
  const [said, setSaid] = useState<string>()
  const send = async () => {
    setBusy(true)
    const { sent, waits } = await sendBack(me.id).catch(() => ({ sent: 0, waits: true }))
    setBusy(false)
    setSaid([sent > 0 && text.sent(sent), waits && text.remain].filter(Boolean).join(' '))
    readAgain()
  }
  return (
    <Stack gap={4}>
      {said && <Notice tone="info">{said}</Notice>}
      {notes.length > 0 && <NotesKept notes={notes} onDiscard={(note) => void discard(note).then(readAgain)} />}
      {notes.length > 0 && (
        <Row gap={2}>
          <Button kind="primary" isBusy={isBusy} isDisabled={!isOnline} onPress={() => void send()}>
            {text.send(notes.length)}
          </Button>
        </Row>
      )}
    </Stack>
  )
}

import { useState } from 'react'
import { newId } from '#kernel/lang/id.ts'
import {
  Button,
  Disclosure,
  FaultText,
  FileField,
  Notice,
  Row,
  Stack,
  TextArea,
  ToggleChips,
} from '#kernel/ui/index.ts'
import type { Board } from '../../contract.ts'
import { hasNumber, kindsOf, MAX_LETTERS, nameIn, newReceipt, type SlipKind } from '../../rules.ts'
import { smallPicture } from '../small-picture.ts'
import { text } from '../text.ts'
import { askWhoAgain, type Guest, handIn, keepDraft, keptDraft } from './guest.ts'
import { ReceiptCard } from './ReceiptCard.tsx'

type Props = { board: Board; who: NonNullable<Guest['who']> }

/** What is being written: kept on the phone as it is typed, asked about when it looks like a name, handed in once. */
function useWriting({ board, who }: Props) {
  const kinds = kindsOf(board.format)
  const [kind, setKind] = useState<SlipKind>(kinds[0]!)
  const [words, setWords] = useState(() => keptDraft())
  const [photo, setPhoto] = useState<string | null>(null)
  const [receipt, setReceipt] = useState<string>()
  const [isAsked, setAsked] = useState(false)
  const places = board.units.map((unit) => unit.name)
  const name = nameIn(words, places)
  const write = (to: string) => {
    setWords(to)
    keepDraft(to)
  }
  const send = (namesSeen: boolean) => {
    if (name && !namesSeen) return setAsked(true)
    const receiptCode = newReceipt()
    const slip = { id: newId(), receiptCode, unitId: who.unitId, role: who.role || null, authorName: null, kind, photo }
    handIn({ ...slip, text: words.trim() || null, writtenAt: new Date().toISOString(), namesSeen })
    setReceipt(receiptCode)
    write('')
    setPhoto(null)
    setAsked(false)
  }
  const isReady = words.length <= MAX_LETTERS && !hasNumber(words) && (words.trim() !== '' || photo !== null)
  return {
    kinds,
    kind,
    setKind,
    words,
    write,
    photo,
    setPhoto,
    receipt,
    name: isAsked ? name : undefined,
    send,
    isReady,
  }
}

/** One field, three questions to begin with, and Send. */
export function WritePane({ board, who }: Props) {
  const [prompt, setPrompt] = useState<string>()
  const slip = useWriting({ board, who })
  return (
    <Stack gap={5}>
      <WhoLine board={board} who={who} />
      {board.task && (
        <Stack gap={1}>
          <strong>{text.task}</strong>
          <p>{board.task}</p>
        </Stack>
      )}
      {slip.receipt && <ReceiptCard code={slip.receipt} />}
      <ToggleChips
        label={text.slipKind}
        choices={slip.kinds.map((id) => ({ id, label: text.kinds[id] }))}
        value={[slip.kind]}
        onChange={([to]) => to && slip.setKind(to)}
      />
      <Prompts prompts={board.prompts} chosen={prompt} onChoose={setPrompt} />
      <TextArea
        label={prompt ?? text.yourSlip}
        value={slip.words}
        onChange={slip.write}
        maxLength={MAX_LETTERS}
        lines={4}
        fault={hasNumber(slip.words) ? text.numberSeen : undefined}
      />
      {slip.name && <NameAsked name={slip.name} onSend={() => slip.send(true)} />}
      <Button kind="primary" isDisabled={!slip.isReady} onPress={() => slip.send(false)}>
        {text.send}
      </Button>
      <PaperPhoto photo={slip.photo} onChange={slip.setPhoto} />
    </Stack>
  )
}

const NameAsked = ({ name, onSend }: { name: string; onSend: () => void }) => (
  <Notice
    tone="attention"
    isUrgent
    title={text.nameSeen(name)}
    actions={<Button onPress={onSend}>{text.sendAnyway}</Button>}
  >
    <p>{text.nameWhat}</p>
  </Notice>
)

function WhoLine({ board, who }: Props) {
  const unit = board.units.find(({ unitId }) => unitId === who.unitId)?.name
  const words = [unit, who.role].filter(Boolean).join(', ')
  return (
    <Row gap={2}>
      <span>{words ? text.whoLine(words) : text.whoNobody}</span>
      <Button kind="plain" onPress={askWhoAgain}>
        {text.whoChange}
      </Button>
    </Row>
  )
}

type PromptsProps = {
  prompts: readonly string[]
  chosen: string | undefined
  onChoose: (prompt: string | undefined) => void
}

/** A question becomes the field's own words: then one answers it. */
const Prompts = ({ prompts, chosen, onChoose }: PromptsProps) => (
  <Stack gap={1}>
    <small>{text.prompts}</small>
    <Row gap={2}>
      {prompts.map((prompt) => (
        <Button
          key={prompt}
          kind={prompt === chosen ? 'quiet' : 'plain'}
          onPress={() => onChoose(prompt === chosen ? undefined : prompt)}
        >
          {prompt}
        </Button>
      ))}
    </Row>
  </Stack>
)

function PaperPhoto({ photo, onChange }: { photo: string | null; onChange: (photo: string | null) => void }) {
  const [fault, setFault] = useState<string>()
  const choose = async (file: File) => {
    const picture = await smallPicture(file).catch(() => null)
    setFault(picture ? undefined : text.photoUnreadable)
    if (picture) onChange(picture)
  }
  return (
    <Disclosure title={text.takePhoto}>
      <FileField
        label={text.photo}
        chosen={photo ? { name: text.photoChosen, url: photo } : null}
        onChoose={(file) => void choose(file)}
        onRemove={() => onChange(null)}
        verb={text.photoVerb}
      />
      {fault && <FaultText>{fault}</FaultText>}
    </Disclosure>
  )
}

import type { GivenTo } from '#kernel/lang/contract.ts'
import { Button, Knot, MomentText, Row } from '#kernel/ui/index.ts'
import { discardWrite, type OutboxItem, retryWrite, useOutbox } from '#kernel/web/index.ts'
import { journal } from '../contract.ts'
import { newDraft, type OpenDraft } from './composition.ts'
import { text } from './text.ts'

type Note = GivenTo<typeof journal.write>
type Event = GivenTo<typeof journal.writeEvent>

const isNote = ({ endpoint }: OutboxItem) => endpoint === journal.write.name || endpoint === journal.writeEvent.name
const citizensOf = (input: Note | Event) =>
  'parts' in input ? input.parts.map(({ citizenId }) => citizenId) : input.citizenId ? [input.citizenId] : []

/** A note that did not get through, back as a draft with all its words. */
function asDraft(input: Note | Event): OpenDraft {
  const start = newDraft(input.unitId, citizensOf(input))
  const { kind, happenedAt, text: words, important, theme } = input
  const belongsTo: Record<string, string[]> =
    'parts' in input
      ? Object.fromEntries(input.parts.map((part) => [part.citizenId, part.belongsTo ?? []]))
      : input.citizenId
        ? { [input.citizenId]: input.belongsTo ?? [] }
        : {}
  const parts = 'parts' in input ? Object.fromEntries(input.parts.map((part) => [part.citizenId, part.text])) : {}
  const isShared = kind === 'unit'
  const composition = {
    ...start.composition,
    isShared,
    kind: isShared ? null : kind,
    happenedAt,
    text: words,
    important,
    theme,
    parts,
    belongsTo,
  }
  return { ...start, composition }
}

type WaitingProps = { unitId?: string | undefined; citizenId?: string; onTakeBack?: (draft: OpenDraft) => void }

/** Finished notes that still stand on this device, and those the server said no to: in sight until they are settled. */
export function useWaitingNotes({ unitId, citizenId }: Pick<WaitingProps, 'unitId' | 'citizenId'>): OutboxItem[] {
  return useOutbox().items.filter((item) => {
    if (!isNote(item)) return false
    const input = item.input as Note | Event
    return (
      (unitId === undefined || input.unitId === unitId) &&
      (citizenId === undefined || citizensOf(input).includes(citizenId))
    )
  })
}

/** Stands inside a `Thread`. */
export function WaitingKnots({ onTakeBack, ...where }: WaitingProps) {
  return useWaitingNotes(where).map((item) => <WaitingKnot key={item.id} item={item} onTakeBack={onTakeBack} />)
}

function WaitingKnot({ item, onTakeBack }: { item: OutboxItem; onTakeBack: WaitingProps['onTakeBack'] }) {
  const input = item.input as Note | Event
  const takeBack = async () => {
    onTakeBack?.(asDraft(input))
    await discardWrite(item.id)
  }
  const isRefused = item.state === 'parked'
  return (
    <Knot
      kind="open"
      word={isRefused ? text.refusedNote : text.waiting}
      title={item.label}
      label={<MomentText at={item.at} />}
      actions={
        isRefused && (
          <Row gap={2}>
            <Button onPress={() => void retryWrite(item.id)}>{text.retry}</Button>
            {onTakeBack && <Button onPress={() => void takeBack()}>{text.takeBackToComposer}</Button>}
          </Row>
        )
      }
    >
      {isRefused && item.why && <p>{item.why}</p>}
      {input.text}
    </Knot>
  )
}

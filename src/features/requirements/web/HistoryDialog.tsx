import { Button, Dialog, Knot, MomentText, Show, Stack, Thread } from '#kernel/ui/index.ts'
import { useRead } from '#kernel/web/index.ts'
import { nameOfNumber } from '../content.ts'
import { type Change, type Requirement, requirements } from '../contract.ts'
import { text } from './text.ts'
import { Words } from './Words.tsx'

/** Every change with the words before it, latest first. */
export function HistoryDialog({ requirement, onClose }: { requirement: Requirement; onClose: () => void }) {
  const changes = useRead(requirements.changes, { requirementId: requirement.id })
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={`${nameOfNumber(requirement.number)} · ${text.history}`}
      actions={<Button onPress={onClose}>{text.close}</Button>}
    >
      <Show of={changes} empty={text.noChanges}>
        {(known) => (
          <Thread label={text.history}>
            {known.map((change) => (
              <Knot
                key={change.id}
                title={titleOf(change)}
                label={
                  <>
                    <MomentText at={change.changedAt} /> · {change.changedByName}
                  </>
                }
              >
                <Stack gap={1}>
                  <Words before={shown(change, change.before)} after={shown(change, change.after)} />
                  {change.reason && (
                    <p>
                      {text.because}: {change.reason}
                    </p>
                  )}
                </Stack>
              </Knot>
            ))}
          </Thread>
        )}
      </Show>
    </Dialog>
  )
}

function titleOf({ field, no }: Change): string {
  const word =
    (text.changeFields as Record<string, string>)[field] ?? (text.fields as Record<string, string>)[field] ?? field
  return no ? `${word} ${no}` : word
}

/** Keys are said in words. */
function shown({ field }: Change, value: string | null): string | null {
  if (value === null) return null
  const words: Record<string, Record<string, string>> = {
    state: text.states,
    level: text.levels,
    verification: text.verifications,
  }
  return words[field]?.[value] ?? value
}

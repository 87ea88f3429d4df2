import { useState } from 'react'
import { Button, FormDialog, Knot, momentWords, Section, TextArea, Thread, useNow } from '#kernel/ui/index.ts'
import { useWrite } from '#kernel/web/index.ts'
import { capture, type NeedDetail } from '../../contract.ts'
import { text } from '../text.ts'

/** What was merged, by whom and why, and what was taken apart again. */
export function History({ need, isKeeper }: { need: NeedDetail; isKeeper: boolean }) {
  const now = useNow()
  const [undoing, setUndoing] = useState<string>()
  if (need.merges.length === 0) return null
  return (
    <Section title={text.history}>
      <Thread label={text.history}>
        {need.merges.map((merge) => (
          <Knot
            key={merge.id}
            kind={merge.undoneAt ? 'past' : 'ordinary'}
            title={`${merge.fromLabel} · ${merge.fromTitle}`}
            label={text.mergedBy(
              merge.fromLabel,
              merge.intoLabel,
              merge.mergedByName,
              momentWords(merge.mergedAt, now),
            )}
            actions={
              isKeeper && !merge.undoneAt && <Button onPress={() => setUndoing(merge.id)}>{text.unmerge}</Button>
            }
          >
            {[
              merge.why,
              merge.undoneAt &&
                `${text.undoneBy(merge.undoneByName!, momentWords(merge.undoneAt, now))}: ${merge.undoneBecause}`,
            ]
              .filter(Boolean)
              .join('\n')}
          </Knot>
        ))}
      </Thread>
      {undoing && <UnmergeDialog mergeId={undoing} onClose={() => setUndoing(undefined)} />}
    </Section>
  )
}

function UnmergeDialog({ mergeId, onClose }: { mergeId: string; onClose: () => void }) {
  const [because, setBecause] = useState('')
  const sender = useWrite(capture.unmerge, { onDone: onClose })
  const save = () => because.trim() && void sender.run({ mergeId, because: because.trim() })
  return (
    <FormDialog title={text.unmergeTitle} verb={text.unmerge} sender={sender} onSave={save} onClose={onClose}>
      <p>{text.unmergeWords}</p>
      <TextArea label={text.unmergeWhy} value={because} onChange={setBecause} maxLength={400} />
    </FormDialog>
  )
}

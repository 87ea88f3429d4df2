import { Button, Lines, MomentText, Notice, Row } from '#kernel/ui/index.ts'
import { useRead, useWrite } from '#kernel/web/index.ts'
import { nameOfNumber } from '../content.ts'
import { type Draft, requirements } from '../contract.ts'
import { text } from './text.ts'
import type { Whole } from './use-set.ts'

/** Begun and not saved, as after a lost connection: nothing typed is lost. The words come back where one goes on writing. */
export function KeptDrafts({ whole }: { whole: Whole }) {
  const drafts = useRead(requirements.myDrafts, {}, { staleMs: 60_000 })
  const discard = useWrite(requirements.discardDraft)
  const mine = (drafts.data ?? []).filter(({ requirementId }) =>
    whole.requirements.some(({ id }) => id === requirementId),
  )
  if (mine.length === 0) return null
  return (
    <Notice tone="attention" title={text.drafts}>
      <Lines>
        {mine.map((draft) => (
          <li key={draft.recordId}>
            <p>
              {nameOf(draft, whole)} · <MomentText at={draft.savedAt} />
            </p>
            <p>{Object.values(draft.content).join(' ')}</p>
            <Row gap={2}>
              <Button onPress={() => void navigator.clipboard?.writeText(Object.values(draft.content).join(' '))}>
                {text.copy}
              </Button>
              <Button kind="plain" onPress={() => void discard.run({ id: draft.recordId })}>
                {text.discard}
              </Button>
            </Row>
          </li>
        ))}
      </Lines>
    </Notice>
  )
}

function nameOf({ requirementId, recordId, content }: Draft, whole: Whole): string {
  const requirement = whole.requirements.find(({ id }) => id === requirementId)
  if (!requirement) return ''
  const line = requirement.lines.find(({ id }) => id === recordId)
  const [field] = Object.keys(content)
  const words = line ? text.lineNo(line.no) : ((text.fields as Record<string, string>)[field ?? ''] ?? text.newLine)
  return text.draftOf(nameOfNumber(requirement.number), words)
}

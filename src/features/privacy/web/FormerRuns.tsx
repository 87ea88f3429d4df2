import { Disclosure, Knot, momentWords, Section, Thread, useNow } from '#kernel/ui/index.ts'
import type { DeletionRun } from '../contract.ts'
import { RunTable } from './RunTable.tsx'
import { text } from './text.ts'

/** What has gone, by whom, and when: counts only. */
export function FormerRuns({ runs }: { runs: readonly DeletionRun[] }) {
  const now = useNow()
  if (runs.length === 0) return null
  return (
    <Section title={text.former}>
      <Thread label={text.former}>
        {runs.map((run) => (
          <Knot
            key={run.id}
            kind="past"
            title={titleOf(run)}
            label={momentWords(run.doneAt ?? run.droppedAt ?? run.previewedAt, now)}
          >
            <p>
              {run.confirmedByName
                ? text.byBoth(run.previewedByName, run.confirmedByName)
                : text.byOne(run.previewedByName)}
            </p>
            {run.state === 'done' && run.keptSteps > 0 && <p>{text.keptAfterAll(run.keptSteps)}</p>}
            <Disclosure title={text.what}>
              <RunTable run={run} />
            </Disclosure>
          </Knot>
        ))}
      </Thread>
    </Section>
  )
}

const titleOf = ({ state, lines }: DeletionRun): string =>
  state === 'done' ? text.rowsGone(lines.reduce((sum, { deleted }) => sum + deleted, 0)) : text.droppedRun

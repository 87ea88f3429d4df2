import { useEffect, useState } from 'react'
import { Columns, Page, Show, Stack } from '#kernel/ui/index.ts'
import { useRead } from '#kernel/web/index.ts'
import { type DeletionRun, privacy } from '../contract.ts'
import { FormerRuns } from './FormerRuns.tsx'
import { Periods } from './Periods.tsx'
import { Preserved } from './Preserved.tsx'
import { RunNow } from './RunNow.tsx'
import { text } from './text.ts'

const EVERY_MS = 2_000
const isOpen = ({ state }: DeletionRun) => state === 'previewed' || state === 'deleting'

/** For those who decide: what could go, what stays and why, and what has gone. */
export function DeletionPage() {
  const [isBusy, setBusy] = useState(false)
  const read = useRead(privacy.deletion, {}, isBusy ? { everyMs: EVERY_MS } : {})
  const works = read.data?.runs.some(({ state }) => state === 'deleting') ?? false
  useEffect(() => setBusy(works), [works])
  return (
    <Page title={text.deletion} lead={text.deletionLead}>
      <Show of={read} lines={8}>
        {({ runs, decisions }) => (
          <Columns right={<Preserved />}>
            <Stack gap={6}>
              <RunNow run={runs.find(isOpen)} />
              <Periods decisions={decisions} />
              <FormerRuns runs={runs.filter((run) => !isOpen(run))} />
            </Stack>
          </Columns>
        )}
      </Show>
    </Page>
  )
}

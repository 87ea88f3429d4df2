import { Columns, Empty, MomentText, Page, Show, Stack } from '#kernel/ui/index.ts'
import { useRead } from '#kernel/web/index.ts'
import { clarification } from '../contract.ts'
import { Sentences } from './Sentences.tsx'
import { text } from './text.ts'

/** What was approved, in plain words, for everybody who works in the unit. */
export function PlainPage({ unitId }: { unitId: string }) {
  const summary = useRead(clarification.plainSummary, { unitId })
  return (
    <Page title={text.plain.title} lead={summary.data?.unitName}>
      <Columns>
        <Show
          of={summary}
          lines={8}
          isEmpty={({ sentences }) => sentences.length === 0}
          empty={<Empty>{text.plain.none}</Empty>}
        >
          {({ sentences, approvedAt, approvedByName }) => (
            <Stack gap={4}>
              <Sentences sentences={sentences} />
              {approvedByName && approvedAt && (
                <p>
                  {text.plain.approved(approvedByName)} · <MomentText at={approvedAt} />
                </p>
              )}
            </Stack>
          )}
        </Show>
      </Columns>
    </Page>
  )
}

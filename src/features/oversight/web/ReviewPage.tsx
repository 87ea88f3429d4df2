import { useState } from 'react'
import type { Id } from '#kernel/lang/id.ts'
import { Columns, Empty, LinkButton, Mark, Page, Progress, Show, Stack } from '#kernel/ui/index.ts'
import { useRead } from '#kernel/web/index.ts'
import { type Lookup, oversight } from '../contract.ts'
import { JudgeForm } from './JudgeForm.tsx'
import { LookupFacts, WhyAsked } from './LookupFacts.tsx'
import { text } from './text.ts'

/** Other people's look-ups, one at a time, with what is needed to judge them. */
export function ReviewPage({ taskId }: { taskId: Id }) {
  const rows = useRead(oversight.lookups, { taskId })
  return (
    <Page title={text.review} lead={text.reviewLead}>
      <Show of={rows} lines={8} empty={<Empty action={<Back />}>{text.nothingToReview}</Empty>}>
        {(all) => <OneByOne lookups={all} />}
      </Show>
    </Page>
  )
}

const Back = () => <LinkButton href="/opgaver">{text.back}</LinkButton>

function OneByOne({ lookups }: { lookups: readonly Lookup[] }) {
  const [skipped, setSkipped] = useState<readonly string[]>([])
  const open = lookups.filter(({ judgement }) => judgement === null)
  const now = open.find(({ id }) => !skipped.includes(id)) ?? open[0]
  const skip = (id: string) => setSkipped((before) => (open.length > before.length + 1 ? [...before, id] : []))
  return (
    <Columns right={now && <WhyAsked reason={now.reason} />}>
      <Stack gap={5}>
        <Progress label={text.of} done={lookups.length - open.length} of={lookups.length} />
        {now ? (
          <Stack key={now.id} gap={5}>
            <LookupFacts lookup={now} />
            <JudgeForm lookup={now} onSkip={open.length > 1 ? () => skip(now.id) : undefined} />
          </Stack>
        ) : (
          <Stack gap={3}>
            <Mark tone="ok">{text.done}</Mark>
            <Back />
          </Stack>
        )}
      </Stack>
    </Columns>
  )
}

import { useState } from 'react'
import { Button, Columns, Empty, Knot, Mark, MomentText, Row, Stack, TextLink, Thread } from '#kernel/ui/index.ts'
import type { Baseline } from '../contract.ts'
import { MakeVersionDialog } from './MakeVersionDialog.tsx'
import { SetPage } from './SetPage.tsx'
import { text } from './text.ts'
import type { Whole } from './use-set.ts'

/** Every version that was made, along the thread: what each was for, and what became of it. */
export function VersionsPage({ specId }: { specId: string }) {
  const [isMaking, setMaking] = useState(false)
  return (
    <SetPage specId={specId} side="versions">
      {(whole) => (
        <Columns>
          <Stack gap={5}>
            {whole.permitted.includes('edit') && whole.requirements.length > 0 && (
              <Row>
                <Button kind="primary" onPress={() => setMaking(true)}>
                  {latestOf(whole) ? text.makeCorrection : text.makeVersion}
                </Button>
              </Row>
            )}
            {whole.baselines.length === 0 ? <Empty>{text.noVersions}</Empty> : <Versions whole={whole} />}
          </Stack>
          {isMaking && <MakeVersionDialog whole={whole} corrects={latestOf(whole)} onClose={() => setMaking(false)} />}
        </Columns>
      )}
    </SetPage>
  )
}

/** The version that stands: published last. */
export const latestOf = ({ baselines }: Whole): Baseline | undefined =>
  baselines
    .filter(({ publishedAt }) => publishedAt !== null)
    .sort((a, b) => (a.publishedAt! < b.publishedAt! ? 1 : -1))[0]

const Versions = ({ whole }: { whole: Whole }) => (
  <Thread label={text.versions}>
    {whole.baselines.map((baseline) => (
      <Knot
        key={baseline.id}
        kind={baseline.publishedAt ? 'important' : isWaiting(baseline) ? 'open' : 'ordinary'}
        word={stateWord(baseline)}
        title={<TextLink href={`/krav/${whole.id}/udgaver/${baseline.id}`}>{text.version(baseline.label)}</TextLink>}
        label={
          <>
            <MomentText at={baseline.madeAt} /> · {baseline.madeByName} · {text.count(baseline.count)}
          </>
        }
      >
        <Stack gap={1}>
          <p>{baseline.note}</p>
          {baseline.sheetNo !== null && <Mark tone="violet">{text.sheet(baseline.sheetNo)}</Mark>}
          {baseline.verdictReason && <p>»{baseline.verdictReason}«</p>}
        </Stack>
      </Knot>
    ))}
  </Thread>
)

const isWaiting = ({ purpose, approved, publishedAt }: Baseline): boolean =>
  purpose === 'version' && approved !== false && publishedAt === null

export function stateWord({ purpose, approved, publishedAt, contractedAt }: Baseline): string {
  if (contractedAt) return text.contracted
  if (publishedAt) return text.published
  if (purpose === 'hearing') return text.purposes.hearing
  if (approved === null) return text.waitsForSteering
  return approved ? text.approved : text.returned
}

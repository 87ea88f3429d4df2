import { Empty, Notice, Show, Stack } from '#kernel/ui/index.ts'
import { useRead } from '#kernel/web/index.ts'
import { type TenderWhole, tender } from '../contract.ts'
import { HandIn } from './HandIn.tsx'
import { OneRequirement } from './OneRequirement.tsx'
import { DeclareDialog } from './StepActs.tsx'
import { TenderPage } from './TenderPage.tsx'
import { text } from './text.ts'
import { useFresh } from './use-fresh.ts'
import { useScoring } from './use-scoring.ts'

export const ScoringPage = ({ tenderId }: { tenderId: string }) => (
  <TenderPage tenderId={tenderId} side="scoring">
    {(whole) => (whole.bids === null ? <NotOpen whole={whole} /> : <Open whole={whole} />)}
  </TenderPage>
)

const NotOpen = ({ whole }: { whole: TenderWhole }) => (
  <Empty
    action={
      whole.openedAt &&
      whole.declared === null &&
      whole.permitted.includes('evaluate') && <DeclareDialog whole={whole} />
    }
  >
    {text.notHere} {text.notHereWhy}
  </Empty>
)

function Open({ whole }: { whole: TenderWhole }) {
  const scoring = useFresh(useRead(tender.scoring, { tenderId: whole.id }, { live: ['tender', whole.placeId] }))
  return (
    <Show of={scoring} lines={8}>
      {(known) =>
        known.bids.length === 0 ? <Empty>{text.nextFor.load}</Empty> : <Scored whole={whole} known={known} />
      }
    </Show>
  )
}

/** One requirement at a time, the bids side by side, and nothing else on the screen. */
function Scored({ whole, known }: { whole: TenderWhole; known: NonNullable<Parameters<typeof useScoring>[1]> }) {
  const scoring = useScoring(whole, known)
  const { submitted, allIn } = known
  return (
    <Stack gap={5}>
      {submitted && !allIn && (
        <Notice tone="info">
          <p>{text.handedIn}</p>
        </Notice>
      )}
      <HandIn scoring={scoring} />
      <OneRequirement scoring={scoring} />
    </Stack>
  )
}

import { useState } from 'react'
import {
  Button,
  Columns,
  DayText,
  Disclosure,
  Empty,
  Lines,
  Mark,
  Row,
  Section,
  Show,
  Stack,
  useToday,
} from '#kernel/ui/index.ts'
import { useRead, useWrite } from '#kernel/web/index.ts'
import { type Hearing, requirements } from '../contract.ts'
import { isOpenOn } from '../rules.ts'
import { Coverage } from './Coverage.tsx'
import { OpenHearingDialog } from './OpenHearingDialog.tsx'
import { SaidList } from './SaidList.tsx'
import { SetPage } from './SetPage.tsx'
import { text } from './text.ts'
import type { Whole } from './use-set.ts'

/** What the units were asked, and what they say. */
export function HearingPage({ specId }: { specId: string }) {
  return (
    <SetPage specId={specId} side="hearing">
      {(whole) => <Hearings whole={whole} />}
    </SetPage>
  )
}

function Hearings({ whole }: { whole: Whole }) {
  const [isOpening, setOpening] = useState(false)
  const [latest, ...former] = whole.hearings
  const mayOpen = whole.permitted.includes('edit') && (latest === undefined || latest.closedAt !== null)
  const open = mayOpen && whole.requirements.length > 0 && (
    <Button kind="primary" onPress={() => setOpening(true)}>
      {text.openHearing}
    </Button>
  )
  return (
    <Columns>
      {latest ? (
        <Stack gap={5}>
          <Latest whole={whole} hearing={latest} />
          {open && <Row>{open}</Row>}
          {former.length > 0 && <Former hearings={former} />}
        </Stack>
      ) : (
        <Empty action={open}>{text.noHearing}</Empty>
      )}
      {isOpening && <OpenHearingDialog whole={whole} onClose={() => setOpening(false)} />}
    </Columns>
  )
}

function Latest({ whole, hearing }: { whole: Whole; hearing: Hearing }) {
  const today = useToday()
  const coverage = useRead(requirements.coverage, { hearingId: hearing.id }, { live: ['requirements', whole.placeId] })
  const close = useWrite(requirements.closeHearing)
  const isOpen = isOpenOn(hearing, today)
  return (
    <Stack gap={5}>
      <Row gap={3}>
        <span>{text.ofVersion(hearing.label)}</span>
        <Mark tone={isOpen ? 'info' : 'neutral'}>{isOpen ? <DayUntil day={hearing.closesOn} /> : text.closed}</Mark>
        {hearing.closedAt === null && whole.permitted.includes('edit') && (
          <Button kind="plain" isBusy={close.isBusy} onPress={() => void close.run({ id: hearing.id })}>
            {text.closeHearing}
          </Button>
        )}
      </Row>
      <Show of={coverage} lines={8}>
        {(units) => <Coverage units={units} />}
      </Show>
      <Section title={text.said}>
        <SaidList hearingId={hearing.id} mayReply={whole.permitted.includes('edit')} />
      </Section>
    </Stack>
  )
}

const DayUntil = ({ day }: { day: string }) => (
  <>
    {text.openUntil} <DayText day={day} />
  </>
)

const Former = ({ hearings }: { hearings: readonly Hearing[] }) => (
  <Section title={text.formerHearings}>
    <Lines>
      {hearings.map(({ id, label, openedAt }) => (
        <li key={id}>
          <Disclosure
            title={
              <>
                {text.ofVersion(label)} · <DayText day={openedAt.slice(0, 10)} />
              </>
            }
          >
            <SaidList hearingId={id} mayReply={false} />
          </Disclosure>
        </li>
      ))}
    </Lines>
  </Section>
)

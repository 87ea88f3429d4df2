import { useState } from 'react'
import { nameOfDecision, nameOfRisk } from '#features/decisions/rules.ts'
import { dayOf } from '#kernel/lang/day.ts'
import { newId } from '#kernel/lang/id.ts'
import { fill } from '#kernel/lang/problem.ts'
import { language } from '#kernel/lang/text.ts'
import {
  Button,
  Columns,
  DayText,
  Lines,
  Mark,
  MomentText,
  Notice,
  Page,
  Row,
  Section,
  Show,
  Stack,
  shortDayWords,
  TextLink,
  useToday,
} from '#kernel/ui/index.ts'
import { saveOctets, useRead, useWrite } from '#kernel/web/index.ts'
import { benefits, type LeadershipPage, type Signal } from '../contract.ts'
import { stateOfSignal } from '../rules.ts'
import { Sides } from './Sides.tsx'
import { text } from './text.ts'
import { usePlace } from './use-place.ts'

/** Always the latest, at the same address. */
export function LatestLeadershipPage() {
  const place = usePlace()
  const placeId = place?.id ?? ''
  const page = useRead(benefits.leadership, { placeId }, { enabled: place !== undefined })
  const [id, setId] = useState(newId)
  const keep = useWrite(benefits.keepPage, { onDone: () => setId(newId()) })
  return (
    <Page
      title={text.leadershipTitle(place?.name ?? '')}
      lead={text.leadershipLead}
      actions={
        place && (
          <Button kind="primary" isBusy={keep.isBusy} onPress={() => void keep.run({ id, placeId })}>
            {text.keep}
          </Button>
        )
      }
    >
      <Stack gap={5}>
        <Sides side="leadership" />
        {keep.problemText && <Notice tone="attention">{keep.problemText}</Notice>}
        <Columns right={place && <Kept placeId={placeId} />}>
          <Show of={page} lines={8}>
            {(known) => <Content page={known} />}
          </Show>
        </Columns>
      </Stack>
    </Page>
  )
}

export function KeptLeadershipPage({ pageId }: { pageId: string }) {
  const page = useRead(benefits.page, { id: pageId })
  const known = page.data
  return (
    <Page
      title={text.leadershipTitle(known?.content.placeName ?? '')}
      lead={known && `${text.asKept}, ${text.keptBy(known.madeByName)}`}
      actions={<Button onPress={() => void saveOctets(benefits.paper, { id: pageId })}>{text.paper}</Button>}
    >
      <Columns>
        <Show of={page} lines={8}>
          {({ content }) => <Content page={content} />}
        </Show>
      </Columns>
      <p>
        <TextLink href="/ledelse">{text.latest}</TextLink>
      </p>
    </Page>
  )
}

function Kept({ placeId }: { placeId: string }) {
  const pages = useRead(benefits.pages, { placeId })
  return (
    <Section title={text.kept}>
      <Show of={pages} empty={text.keptNone}>
        {(known) => (
          <Lines>
            {known.map(({ id, madeAt, madeByName }) => (
              <li key={id}>
                <Stack gap={1}>
                  <TextLink href={`/ledelse/${id}`}>
                    <MomentText at={madeAt} />
                  </TextLink>
                  <span>{text.keptBy(madeByName)}</span>
                  <Row>
                    <Button kind="plain" onPress={() => void saveOctets(benefits.paper, { id })}>
                      {text.paper}
                    </Button>
                  </Row>
                </Stack>
              </li>
            ))}
          </Lines>
        )}
      </Show>
    </Section>
  )
}

function Content({ page }: { page: LeadershipPage }) {
  const today = useToday()
  return (
    <Stack gap={6}>
      <p>{page.sinceAt === null ? text.firstPage : text.since(shortDayWords(dayOf(page.sinceAt), today))}</p>
      <Section title={text.signalsTitle}>
        <Lines>
          {page.signals.map((signal) => (
            <li key={signal.key}>
              <SignalLine signal={signal} />
            </li>
          ))}
        </Lines>
      </Section>
      <Section title={text.decided}>
        {page.decided.length === 0 && <p>{text.decidedNone}</p>}
        <Lines>
          {page.decided.map(({ number, title, on }) => (
            <li key={number}>
              <strong>{nameOfDecision(number)}</strong> {title} · <DayText day={on} />
            </li>
          ))}
        </Lines>
      </Section>
      <Section title={text.needed}>
        {page.needed.length === 0 && <p>{text.neededNone}</p>}
        <Lines>
          {page.needed.map(({ number, title, why }) => (
            <li key={number}>
              <Row gap={3}>
                <span>
                  <strong>{nameOfDecision(number)}</strong> {title}
                </span>
                <Mark tone="attention">{text.neededWhy[why]}</Mark>
              </Row>
            </li>
          ))}
        </Lines>
      </Section>
      <Risks page={page} />
    </Stack>
  )
}

const Risks = ({ page }: { page: LeadershipPage }) => (
  <Section title={page.sinceAt === null ? text.risksFirst : text.risks}>
    {page.risks.length === 0 && <p>{text.risksNone}</p>}
    <Lines>
      {page.risks.map(({ number, title, before, now, measure }) => (
        <li key={number}>
          <Stack gap={1}>
            <span>
              <strong>{nameOfRisk(number)}</strong> {title} · {text.riskMoved(before, now)}
            </span>
            <span>{measure}</span>
          </Stack>
        </li>
      ))}
    </Lines>
  </Section>
)

const tones = { ok: 'ok', waits: 'attention', 'not-in-use': 'neutral' } as const

function SignalLine({ signal }: { signal: Signal }) {
  const state = stateOfSignal(signal.parts)
  const counted = signal.parts.filter(({ of }) => of > 0)
  return (
    <Stack gap={1}>
      <Row gap={3}>
        <strong>{text.signals[signal.key]}</strong>
        <Mark tone={tones[state]}>{text.signalStates[state]}</Mark>
      </Row>
      {counted.map(({ said, done, of }) => (
        <span key={said.da}>{fill(said[language()], { done, of })}</span>
      ))}
    </Stack>
  )
}

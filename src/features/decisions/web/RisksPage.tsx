import { useState } from 'react'
import { ThreadButtons } from '#features/thread/web/index.ts'
import {
  Button,
  Columns,
  DayText,
  Disclosure,
  Empty,
  Lines,
  Mark,
  Page,
  Row,
  Section,
  Show,
  Stack,
} from '#kernel/ui/index.ts'
import { useRead } from '#kernel/web/index.ts'
import { decisions, type Risk } from '../contract.ts'
import { bandOfRisk, nameOfRisk } from '../rules.ts'
import { Sides } from './LogPage.tsx'
import { RiskDialog } from './RiskDialog.tsx'
import { RiskMap } from './RiskMap.tsx'
import { text } from './text.ts'

const isOver = ({ state }: Risk): boolean => state === 'closed' || state === 'happened'

/** What may go wrong, the heaviest first, and what is done about it. */
export function RisksPage() {
  const risks = useRead(decisions.risks, {})
  const places = useRead(decisions.places, {}, { staleMs: 60_000 })
  const [editing, setEditing] = useState<Risk | 'new'>()
  const placeId = places.data?.[0]?.id
  const add = placeId && (
    <Button kind="primary" onPress={() => setEditing('new')}>
      {text.addRisk}
    </Button>
  )
  return (
    <Page title={text.title} lead={text.lead} actions={add}>
      <Stack gap={5}>
        <Sides side="risks" />
        <Columns>
          <Show of={risks} empty={<Empty action={add}>{text.noRisks}</Empty>}>
            {(known) => <Risks risks={known} onChange={setEditing} />}
          </Show>
        </Columns>
      </Stack>
      {editing && (
        <RiskDialog
          placeId={placeId ?? ''}
          risk={editing === 'new' ? undefined : editing}
          onClose={() => setEditing(undefined)}
        />
      )}
    </Page>
  )
}

function Risks({ risks, onChange }: { risks: readonly Risk[]; onChange: (risk: Risk) => void }) {
  const over = risks.filter(isOver)
  return (
    <Stack gap={5}>
      <RiskMap risks={risks.filter((risk) => !isOver(risk))} />
      <RiskLines risks={risks.filter((risk) => !isOver(risk))} onChange={onChange} />
      {over.length > 0 && (
        <Section title={text.over}>
          <RiskLines risks={over} onChange={onChange} />
        </Section>
      )}
    </Stack>
  )
}

const RiskLines = ({ risks, onChange }: { risks: readonly Risk[]; onChange: (risk: Risk) => void }) => (
  <Lines label={text.risks}>
    {risks.map((risk) => (
      <li key={risk.id}>
        <RiskLine risk={risk} onChange={() => onChange(risk)} />
      </li>
    ))}
  </Lines>
)

const tones = { low: 'neutral', middle: 'info', high: 'attention' } as const

function RiskLine({ risk, onChange }: { risk: Risk; onChange: () => void }) {
  const band = bandOfRisk(risk)
  return (
    <Stack gap={2}>
      <Row gap={3} apart>
        <Row gap={3}>
          <strong>
            {nameOfRisk(risk.number)} {risk.title}
          </strong>
          <Mark tone={tones[band]}>{text.bands[band]}</Mark>
          {risk.state !== 'active' && <Mark>{text.riskStates[risk.state]}</Mark>}
        </Row>
        {risk.permitted.includes('change') && <Button onPress={onChange}>{text.change}</Button>}
      </Row>
      <p>{risk.measure || <Mark tone="attention">{text.noMeasure}</Mark>}</p>
      <p>
        {risk.owner} · {text.product(risk.probability, risk.impact)}
      </p>
      <Disclosure title={text.moved}>
        <Stack gap={3}>
          <Lines>
            {risk.moves.map(({ at, probability, impact, state, byName }) => (
              <li key={at}>
                <DayText day={at.slice(0, 10)} /> · {text.product(probability, impact)} · {text.riskStates[state]} ·{' '}
                {byName}
              </li>
            ))}
          </Lines>
          <ThreadButtons kind="decisions.risk" id={risk.id} />
        </Stack>
      </Disclosure>
    </Stack>
  )
}

import { useState } from 'react'
import { Button, Columns, Empty, Notice, Page, Section, Show, Stack } from '#kernel/ui/index.ts'
import { useRead } from '#kernel/web/index.ts'
import { benefits, type Measure } from '../contract.ts'
import { isTooMuchMoney } from '../rules.ts'
import { MeasureDialog } from './MeasureDialog.tsx'
import { MeasureLine } from './MeasureLine.tsx'
import { NextMeasurements } from './NextMeasurements.tsx'
import { Sides } from './Sides.tsx'
import { text } from './text.ts'

/** Ten lines, in the order of their numbers: no unit is set against another. */
export function BenefitsPage() {
  const measures = useRead(benefits.list, {})
  const unmeasured = useRead(benefits.unmeasured, {}, { staleMs: 60_000 })
  const [editing, setEditing] = useState<Measure | 'new'>()
  const add = unmeasured.data && (
    <Button kind="primary" onPress={() => setEditing('new')}>
      {text.add}
    </Button>
  )
  return (
    <Page title={text.title} lead={text.lead} actions={add}>
      <Stack gap={5}>
        <Sides side="list" />
        <Columns>
          <Show of={measures} lines={8} empty={<Empty action={add}>{text.none}</Empty>}>
            {(known) => <Measures measures={known} onChange={setEditing} />}
          </Show>
        </Columns>
      </Stack>
      {editing && (
        <MeasureDialog
          measure={editing === 'new' ? undefined : editing}
          unmeasured={unmeasured.data ?? []}
          onClose={() => setEditing(undefined)}
        />
      )}
    </Page>
  )
}

const Measures = ({ measures, onChange }: { measures: readonly Measure[]; onChange: (measure: Measure) => void }) => (
  <Stack gap={6}>
    {isTooMuchMoney(measures) && <Notice tone="attention">{text.tooMuchMoney}</Notice>}
    {measures.map((measure) => (
      <MeasureLine key={measure.id} measure={measure} onChange={() => onChange(measure)} />
    ))}
    <Section title={text.next}>
      <NextMeasurements measures={measures} />
    </Section>
  </Stack>
)

import { Mark, Page, Show, Stack, Table, TextLink } from '#kernel/ui/index.ts'
import { useRead } from '#kernel/web/index.ts'
import { training, type UnitCoverage } from '../contract.ts'
import { ShareBar } from './ShareBar.tsx'
import { Sides } from './Sides.tsx'
import { text } from './text.ts'

/** Unit by unit, permanent staff and temps apart. In the order of the alphabet: no unit is set against another. */
export function CoveragePage() {
  const units = useRead(training.coverage, {})
  return (
    <Page title={text.title} lead={text.coverageLead}>
      <Stack gap={5}>
        <Sides side="coverage" />
        <Show of={units} lines={8} empty={text.coverageNone}>
          {(known) => <Units units={known} />}
        </Show>
      </Stack>
    </Page>
  )
}

const Name = ({ unit }: { unit: UnitCoverage }) =>
  unit.permitted.includes('names') ? <TextLink href={`/kurser/enhed/${unit.id}`}>{unit.name}</TextLink> : unit.name

const Units = ({ units }: { units: readonly UnitCoverage[] }) => (
  <Table
    caption={text.tabs.coverage}
    rows={units}
    columns={[
      { head: text.unit, cell: (unit) => <Name unit={unit} /> },
      {
        head: text.permanent,
        cell: ({ permanent, permanentTrained }) => <ShareBar trained={permanentTrained} of={permanent} />,
      },
      { head: text.temps, cell: ({ temps, tempsTrained }) => <ShareBar trained={tempsTrained} of={temps} /> },
      { head: text.onTheWay, cell: ({ onTheWay }) => onTheWay || '', isNumber: true },
      { head: text.toBriefed, cell: ({ toBriefed }) => toBriefed || '', isNumber: true },
      {
        head: text.setUp,
        cell: ({ isApplied }) =>
          isApplied ? <Mark tone="ok">{text.applied}</Mark> : <Mark tone="attention">{text.notApplied}</Mark>,
      },
    ]}
  />
)

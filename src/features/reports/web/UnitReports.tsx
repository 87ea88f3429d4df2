import type { MyUnit } from '#features/org/contract.ts'
import { Lines, Section, Show } from '#kernel/ui/index.ts'
import { useRead } from '#kernel/web/index.ts'
import { reports } from '../contract.ts'
import { ReportLine } from './ReportLine.tsx'
import { text } from './text.ts'

export function UnitReports({ unit }: { unit: MyUnit }) {
  const rows = useRead(reports.ofUnit, { unitId: unit.id }, { live: ['reports', unit.id] })
  return (
    <Section title={text.unitReports} note={rows.data?.length || undefined}>
      <Show of={rows} empty={<p>{text.unitReportsNone}</p>}>
        {(all) => (
          <Lines label={text.unitReports}>
            {all.map((report) => (
              <li key={report.id}>
                <ReportLine report={report} name={report.calledName} />
              </li>
            ))}
          </Lines>
        )}
      </Show>
    </Section>
  )
}

import { DayText, Lines } from '#kernel/ui/index.ts'
import type { Measure } from '../contract.ts'
import { text } from './text.ts'

export function NextMeasurements({ measures }: { measures: readonly Measure[] }) {
  const dated = measures.filter(({ nextOn }) => nextOn !== null).sort((a, b) => a.nextOn!.localeCompare(b.nextOn!))
  if (dated.length === 0) return <p>{text.nextNone}</p>
  return (
    <Lines>
      {dated.map(({ id, title, nextOn, owner }) => (
        <li key={id}>
          <DayText day={nextOn!} /> · {title} · {owner}
        </li>
      ))}
    </Lines>
  )
}

import type { MyUnit } from '#features/org/contract.ts'
import { Section } from '#kernel/ui/index.ts'
import { useRead } from '#kernel/web/index.ts'
import { requirements } from '../contract.ts'
import { MyHearings } from './MyHearingsPage.tsx'
import { text } from './text.ts'

/** On the unit's page, while a hearing waits for it; to those who may not answer there is nothing. */
export function HearingWaits({ unit }: { unit: MyUnit }) {
  const mine = useRead(requirements.myHearings, {})
  if (!mine.data?.some(({ unitId }) => unitId === unit.id)) return null
  return (
    <Section title={text.hearingWaits}>
      <MyHearings />
    </Section>
  )
}

import { z } from 'zod'
import { coordination } from '#features/coordination/contract.ts'
import { addDays, type Day, isBefore } from '#kernel/lang/day.ts'
import type { Id } from '#kernel/lang/id.ts'
import type { Loading } from './loading.ts'

const Month = z.string().regex(/^\d{4}-\d{2}$/)
export const HoursInFile = z.object({
  coordinatorHours: z.object({
    budget: z.record(z.string(), z.number()),
    months: z.array(z.object({ month: Month, hours: z.record(z.string(), z.number()) })),
  }),
})
type HoursInFile = z.infer<typeof HoursInFile>

/** The month's last day, on which its hours are written as one. */
const lastDayOf = (month: string): string => {
  const [year, nr] = month.split('-').map(Number) as [number, number]
  return addDays(nr === 12 ? `${year + 1}-01-01` : `${year}-${String(nr + 1).padStart(2, '0')}-01`, -1)
}

const notAfter = (day: Day, latest: Day): Day => (isBefore(latest, day) ? latest : day)

/** What was set aside for the project coordinator's time, and where it went month by month. */
export async function loadHours(loading: Loading, { coordinatorHours }: HoursInFile, placeId: Id): Promise<void> {
  const { budget, months } = coordinatorHours
  const begins = `${months[0]?.month ?? '2027-01'}-01`
  const purposeId = (name: string) => loading.id(`hours ${name}`, begins)
  for (const [name, hours] of Object.entries(budget))
    await loading.ask(
      coordination.addPurpose,
      { id: purposeId(name), placeId, name, budgetMinutes: hours * 60 },
      `hours ${name}`,
    )
  for (const { month, hours } of months)
    for (const [name, spent] of Object.entries(hours).filter(([, spent]) => spent > 0)) {
      const workedOn = notAfter(loading.day(lastDayOf(month)), loading.today)
      const id = loading.id(`hours ${name} ${month}`, lastDayOf(month))
      const worked = { id, purposeId: purposeId(name), workedOn, minutes: Math.round(spent * 60), note: '' }
      await loading.ask(coordination.logWork, worked, `hours ${name} ${month}`)
    }
}

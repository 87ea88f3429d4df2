import { handOn, remindOverdue } from '#features/tasks/server/index.ts'
import { addDays } from '#kernel/lang/day.ts'
import type { Clock } from '#kernel/server/clock.ts'
import type { Db } from '#kernel/server/sql.ts'
import { DAYS_BETWEEN_REMINDERS, DAYS_TO_REVIEW, REMINDERS } from '../rules.ts'
import { mayOversee } from './permissions.ts'

/** Leaders are reminded; what still nobody looked at becomes the data protection officer's. Can run twice. */
export async function remindReviewers(db: Db, clock: Clock): Promise<void> {
  const kind = 'access.review-emergency'
  const late = await remindOverdue(db, {
    kind,
    everyDays: DAYS_BETWEEN_REMINDERS,
    today: clock.today(),
    now: clock.now(),
  })
  for (const { id, reminders, role } of late)
    if (reminders > REMINDERS && role === 'unit-leader')
      await handOn(db, id, { role: 'privacy-officer', right: mayOversee }, addDays(clock.today(), DAYS_TO_REVIEW))
}

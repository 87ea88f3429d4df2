import { seesCitizen } from '#features/citizens/server/index.ts'
import type { Id } from '#kernel/lang/id.ts'
import { refusal, refuse } from '#kernel/lang/problem.ts'
import type { Gate } from '#kernel/server/permission.ts'
import { type Blank, type Db, type Sql, sql } from '#kernel/server/sql.ts'
import { command, writing } from '#kernel/server/use-case.ts'
import { journal, type Reminder } from '../contract.ts'
import { whyNotRemind } from '../rules.ts'
import { mayWrite, writingIn } from './permissions.ts'

export const reminderColumns = sql`reminder.id, reminder.unit_id as "unitId", reminder.citizen_id as "citizenId", reminder.text,
  reminder.author_name as "authorName", reminder.written_at as "writtenAt", reminder.expires_at as "expiresAt", reminder.version`

/** A reminder goes away by itself: nobody has to tidy up. */
export const openReminders = (unit: Blank, now: Blank): Sql =>
  sql`reminder.tenant_id = kernel.here() and reminder.unit_id = ${unit}::uuid and reminder.expires_at > ${now}::timestamptz and reminder.done_at is null`

export const remind = writing(journal.remind, {
  may: writingIn(),
  refuse: (input, clock) => whyNotRemind(input.expiresAt, clock.now()),
  audit: (input) => ({ place: input.unitId, person: input.citizenId }),
  write: ({ input, actor, now }) => sql`
    insert into journal.reminder (id, unit_id, citizen_id, text, author_id, author_name, written_at, expires_at)
    select ${input.id}::uuid, may.id, ${input.citizenId}::uuid, ${input.text}::text, employee.id, employee.name, ${now}::timestamptz, ${input.expiresAt}::timestamptz
    from may join org.employee on employee.tenant_id = kernel.here() and employee.id = ${actor}
    returning ${reminderColumns}`,
  tell: (input) => [{ topic: 'journal', place: input.unitId, subject: input.citizenId }],
})

const ofReminder: Gate<{ id: Id }> = {
  right: mayWrite,
  rows: (asked) => sql`
    select reminder.id from journal.reminder where reminder.tenant_id = kernel.here() and reminder.id = ${asked.input.id}::uuid
      and ${asked.visible(sql`reminder.unit_id`)} and ${seesCitizen(asked, sql`reminder.citizen_id`)}`,
}

type Standing = Reminder & { doneAt: string | null }
const reminderById = (db: Db, id: Id) =>
  db.one<Standing>(sql`
  select ${reminderColumns}, reminder.done_at as "doneAt" from journal.reminder where reminder.tenant_id = kernel.here() and reminder.id = ${id} for update`)

/** Done with before its time. */
export const endReminder = command(journal.endReminder, {
  may: ofReminder,
  about: (db, input) => reminderById(db, input.id),
  audit: (input, reminder) => ({
    place: reminder?.unitId,
    person: reminder?.citizenId ?? undefined,
    records: [input.id],
  }),
  async run({ db, input, about, by, clock }) {
    if (about.doneAt) refuse(refusal('journal.reminder-done'))
    await db.run(sql`update journal.reminder set done_at = ${clock.now()}, done_by = ${by.id}, version = version + 1
      where tenant_id = kernel.here() and id = ${input.id}`)
    return { id: input.id }
  },
  tell: (_, reminder) => [{ topic: 'journal', place: reminder.unitId, subject: reminder.citizenId }],
})

import { sql } from '#kernel/server/sql.ts'

/** A trainer by name; of what is only written, »superbruger« is a part that many have, and nobody in particular. @source own choice: names begin with a capital letter */
export const namedTrainer = sql`case when session.trainer_id is not null or btrim(session.trainer) ~ '^[[:upper:]]' then btrim(session.trainer) else '' end`
/** The place is free words: it is a room when it says so, and not »i jeres egen opsætning«. @source own choice */
const room = sql`case when session.place ~* '(lokale|stue|salen|\\msal\\M|\\mrum\\M)' then session.place end`

/** Sessions as the plan looks ahead at them: who and what is taken, when. */
export const sessionBookings = sql`select session.id,
    array(select asked.unit_id from training.session_unit asked where asked.tenant_id = kernel.here() and asked.session_id = session.id) as unit_ids,
    course.code || ' ' || course.title as title, ${namedTrainer} as who, session.trainer_id as employee_id, ${room} as room, session.starts_at as from_at, session.ends_at as until_at, session.version
  from training.session join training.course on course.tenant_id = session.tenant_id and course.id = session.course_id
  where session.tenant_id = kernel.here() and session.cancelled_because is null`

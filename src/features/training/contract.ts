import { z } from 'zod'
import { offerGroupKeys } from '#features/org/offer-groups.ts'
import { contract, read, text, words, write } from '#kernel/lang/contract.ts'
import { Day, Instant } from '#kernel/lang/day.ts'
import { Id } from '#kernel/lang/id.ts'
import { absentReasons, audiences, courseSorts, enrolmentStates, levels } from './rules.ts'

export const CourseSortName = z.enum(courseSorts)
export const EnrolmentStateName = z.enum(enrolmentStates)
export const AbsentReason = z.enum(absentReasons)
export const LevelName = z.enum(levels)
const CompetenceKey = z.string().regex(/^[\p{Ll}][\p{Ll}\d_-]{1,59}$/u)

const courseFields = {
  code: words(20),
  title: words(120),
  sort: CourseSortName,
  minutes: z.int().min(5).max(6000),
  competences: z.array(CompetenceKey).max(20),
  covers: text(500),
  offerGroups: z.array(z.enum(offerGroupKeys)).max(offerGroupKeys.length),
  staff: z.enum(audiences),
  settingKey: text(60).nullable(),
}

export const Course = z.object({
  id: Id,
  placeId: Id,
  ...courseFields,
  exercises: z.int(),
  version: z.int(),
  /** plan. */
  permitted: z.array(z.string()),
})
export type Course = z.infer<typeof Course>

export const Exercise = z.object({
  id: Id,
  requirementId: Id,
  requirementNumber: z.int(),
  title: z.string(),
  madeUpName: z.string(),
  steps: z.array(z.string()),
  passRule: z.string(),
  /** The requirement has changed since the exercise was made: look at it again. */
  suspects: z.int(),
  version: z.int(),
})
export type Exercise = z.infer<typeof Exercise>

export const Session = z.object({
  id: Id,
  courseId: Id,
  courseCode: z.string(),
  courseTitle: z.string(),
  courseSort: CourseSortName,
  startsAt: Instant,
  endsAt: Instant,
  place: z.string(),
  trainer: z.string(),
  /** The trainer, when it is somebody who works here. */
  trainerId: Id.nullable(),
  capacity: z.int(),
  units: z.array(z.object({ id: Id, name: z.string(), isApplied: z.boolean() })),
  /** Has a place, or had one: enrolled or attended. */
  taken: z.int(),
  waiting: z.int(),
  invited: z.int(),
  attended: z.int(),
  absent: z.int(),
  openedByDecisionId: Id.nullable(),
  cancelledBecause: z.string().nullable(),
  /** Only for those who keep the list. */
  doorCode: z.string().nullable(),
  version: z.int(),
  /** plan, enrol, mark. */
  permitted: z.array(z.string()),
})
export type Session = z.infer<typeof Session>

export const Participant = z.object({
  id: Id,
  employeeId: Id,
  name: z.string(),
  unitId: Id,
  unitName: z.string(),
  state: EnrolmentStateName,
  absentReason: AbsentReason.nullable(),
  /** Exercises of the course that the person has passed. */
  passed: z.int(),
  stateAt: Instant,
  version: z.int(),
})
export type Participant = z.infer<typeof Participant>

export const NextSession = z.object({ sessionId: Id, startsAt: Instant, place: z.string(), free: z.int() })

export const MyPlace = z.object({
  id: Id,
  sessionId: Id,
  courseId: Id,
  courseCode: z.string(),
  courseTitle: z.string(),
  courseSort: CourseSortName,
  covers: z.string(),
  competences: z.array(z.string()),
  startsAt: Instant,
  endsAt: Instant,
  place: z.string(),
  trainer: z.string(),
  unitName: z.string(),
  /** When the set-up one learns in was applied; null while it has not been. */
  appliedAt: Instant.nullable(),
  state: EnrolmentStateName,
  /** Place in the waiting list, from 1; 0 when not waiting. */
  queue: z.int(),
  cancelledBecause: z.string().nullable(),
  /** Exercises of the course: of these, passed. */
  exercises: z.int(),
  passed: z.int(),
  next: NextSession.nullable(),
  /** Colleagues in the same role with a place in another session. */
  colleagues: z.array(z.object({ enrolmentId: Id, name: z.string(), startsAt: Instant })),
  /** Somebody asks to change places with me. */
  asked: z.array(z.object({ swapId: Id, name: z.string(), startsAt: Instant })),
  /** I have asked, and wait for an answer. */
  asking: z.boolean(),
  version: z.int(),
})
export type MyPlace = z.infer<typeof MyPlace>

export const Update = z.object({ id: Id, unitName: z.string(), appliedAt: Instant })

export const UnitCoverage = z.object({
  id: Id,
  name: z.string(),
  permanent: z.int(),
  /** Null where there are fewer than five and the reader may not see who they are. */
  permanentTrained: z.int().nullable(),
  temps: z.int(),
  tempsTrained: z.int().nullable(),
  /** Of those without the course: have a place in a session to come. */
  onTheWay: z.int().nullable(),
  /** Have had a course before the set-up was changed, and not yet the five minutes. */
  toBriefed: z.int().nullable(),
  isApplied: z.boolean(),
  /** names: may see who is missing. */
  permitted: z.array(z.string()),
})
export type UnitCoverage = z.infer<typeof UnitCoverage>

export const Missing = z.object({
  id: Id,
  name: z.string(),
  profession: z.string().nullable(),
  isTemp: z.boolean(),
  isNight: z.boolean(),
  /** Courses that are for this person and not taken, in order. */
  courses: z.array(z.object({ courseId: Id, code: z.string(), title: z.string(), nextOn: Day.nullable() })),
})
export type Missing = z.infer<typeof Missing>

export const WeekOfSeats = z.object({
  id: z.string(),
  week: Day,
  courseCode: z.string(),
  courseTitle: z.string(),
  sessions: z.int(),
  seats: z.int(),
  taken: z.int(),
  waiting: z.int(),
  /** Minutes of shifts that must be covered by others. */
  coverMinutes: z.int(),
})
export type WeekOfSeats = z.infer<typeof WeekOfSeats>

export const Need = z.object({
  id: z.string(),
  unitId: Id,
  unitName: z.string(),
  courseId: Id,
  courseCode: z.string(),
  courseTitle: z.string(),
  /** People the course is for, of these without it, of these with a place to come. */
  needs: z.int(),
  /** Null where fewer than five need it and the reader may not see who they are. */
  missing: z.int().nullable(),
  placed: z.int().nullable(),
  /** Seats still free in sessions to come. */
  free: z.int(),
})
export type Need = z.infer<typeof Need>

export const Competence = z.object({
  id: Id,
  employeeId: Id,
  name: z.string(),
  key: z.string(),
  level: LevelName,
  evidence: z.string(),
  sinceOn: Day,
  expiresOn: Day.nullable(),
})
export type Competence = z.infer<typeof Competence>

const versioned = z.object({ id: Id, version: z.int() })
const sessionFields = {
  startsAt: Instant,
  endsAt: Instant,
  place: words(120),
  /** Somebody who works here is called by their own name, whatever is written. */
  trainerId: Id.nullable(),
  /** Of the vendor, or a post. Empty without a person: the trainer fell ill, and somebody must be found. */
  trainer: text(120),
  capacity: z.int().min(1).max(500),
  unitIds: z.array(Id).min(1).max(100),
}
const externalId = words(60).optional()
const enrolled = z.object({
  id: Id,
  state: EnrolmentStateName,
  /** Place in the waiting list, from 1; 0 when not waiting. */
  queue: z.int(),
  /** Minutes of a shift that somebody else must take. */
  coverMinutes: z.int(),
})

export const training = contract('training', {
  /** Places where one may plan courses. */
  places: read(z.object({}), z.array(z.object({ id: Id, name: z.string() }))),
  courses: read(z.object({}), z.array(Course)),
  addCourse: write(z.object({ id: Id, externalId, placeId: Id, ...courseFields }), versioned),
  changeCourse: write(versioned.extend(courseFields), versioned),
  exercises: read(z.object({ courseId: Id }), z.array(Exercise)),
  /** The requirement's steps, about somebody who does not exist. */
  makeExercise: write(z.object({ id: Id, courseId: Id, requirementId: Id, madeUpName: words(60) }), versioned),
  /** Takes the requirement's steps as they stand now. */
  refreshExercise: write(versioned, versioned),
  /** A super-user saw it done; three of a course, and one can. Answers what became of the competence. */
  passExercise: write(
    z.object({ exerciseId: Id, employeeId: Id, unitId: Id }),
    z.object({ passed: z.int(), level: LevelName }),
  ),
  /** Sessions of units within reach, latest 400 days; with a unit: those it is asked to. */
  sessions: read(z.object({ unitId: Id.nullable() }), z.array(Session)),
  planSession: write(z.object({ id: Id, externalId, courseId: Id, ...sessionFields }), versioned),
  /** Another time, place or trainer; everybody keeps their place. */
  changeSession: write(versioned.extend(sessionFields), versioned),
  cancelSession: write(versioned.extend({ because: words(200) }), versioned),
  /** A start-up course before the set-up is applied: only by a decision that stands. */
  openSession: write(versioned.extend({ decisionId: Id }), versioned),
  /** Who has a place: own staff for a leader, all for those who hold the course. */
  participants: read(z.object({ sessionId: Id }), z.array(Participant)),
  /** Keeps a place in mind, also while a course is closed. */
  invite: write(z.object({ id: Id, sessionId: Id, employeeId: Id, unitId: Id }), z.object({ id: Id })),
  enrol: write(z.object({ id: Id, sessionId: Id, employeeId: Id, unitId: Id, clashAccepted: z.boolean() }), enrolled),
  /** Takes somebody off the list; the first who waits moves up. */
  takeOff: write(versioned, z.object({ id: Id, movedUpId: Id.nullable() })),
  /** From the list: there or not. Whoever was not is offered the next session the same day. */
  mark: write(
    versioned.extend({ to: z.enum(['attended', 'absent']), reason: AbsentReason.nullable() }),
    z.object({ id: Id, version: z.int(), next: NextSession.nullable() }),
  ),
  /** The code on the door. */
  checkIn: write(z.object({ id: Id, code: words(12) }), z.object({ id: Id })),
  /** My own places: those to come first. */
  mine: read(z.object({}), z.array(MyPlace)),
  askSwap: write(z.object({ id: Id, mineId: Id, theirsId: Id }), z.object({ id: Id })),
  answerSwap: write(z.object({ id: Id, accepted: z.boolean() }), z.object({ id: Id })),
  /** Units whose set-up was changed after my course. */
  updates: read(z.object({}), z.array(Update)),
  /** I have taken the five minutes. */
  briefed: write(z.object({ unitId: Id }), z.object({ unitId: Id })),
  coverage: read(z.object({}), z.array(UnitCoverage)),
  /** For the unit's leader: who still needs what. */
  missing: read(z.object({ unitId: Id }), z.array(Missing)),
  /** What follows from the answers: course by course and unit by unit, who needs it, and whether there are seats. */
  needs: read(z.object({}), z.array(Need)),
  seats: read(z.object({}), z.array(WeekOfSeats)),
  competences: read(z.object({ unitId: Id }), z.array(Competence)),
  grantCompetence: write(
    z.object({
      id: Id,
      employeeId: Id,
      unitId: Id,
      key: CompetenceKey,
      level: LevelName,
      evidence: words(200),
      expiresOn: Day.nullable(),
    }),
    z.object({ id: Id }),
  ),
  /** One's place as an appointment (iCalendar, RFC 5545). */
  appointment: read(z.object({ id: Id }), z.object({ id: Id, name: z.string(), content: z.string() })),
})

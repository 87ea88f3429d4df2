export type Role =
  | 'unit-leader'
  | 'support-worker'
  | 'night-worker'
  | 'temp-worker'
  | 'health-worker'
  | 'administrator'
  | 'coordinator'
  | 'privacy-officer'
  | 'unit-contact'
  | 'super-user'
  | 'steering'
  | 'buyer'
  | 'evaluator'

export type DemoUnit = {
  key: string
  name: string
  parent: string | null
  kind: 'municipality' | 'area' | 'offer'
  offerTypeId: string | null
  lawGroundIds: string[]
  /** People live or sleep there: handover follows the house; else the worker's own citizens. */
  homeLike: boolean
  teams?: string[]
}

export type DemoEmployee = {
  key: string
  name: string
  profession: string
  grants: { role: Role; unit: string }[]
  night: boolean
  /** One Danish line on why to pick this person in the demo sign-in. */
  demoSignIn?: string
}

export type DemoContact = {
  kind: 'relative' | 'guardian' | 'doctor' | 'caseworker' | 'lay-assistant' | 'other'
  name: string
  relation?: string
  phone?: string
  note?: string
}

export type DemoWarning = {
  kind: 'allergy' | 'epilepsy' | 'violence' | 'infection' | 'alone-time' | 'fall' | 'other'
  text: string
  byKey: string
  fromDay: number
  reviewDay: number
}

export type DemoStay = {
  unit: string
  kind: 'home' | 'day' | 'support' | 'treatment' | 'respite'
  ground: string
  fromDay: number
  toDay?: number
  reason?: 'moved-home' | 'moved-on' | 'died' | 'ended'
}

export type DemoCitizen = {
  key: string
  given: string
  family: string
  preferred?: string
  /** 10 digits without hyphen, only replacement numbers (day raised by 60). */
  cpr?: string
  bornOn?: string
  portrait?: number
  pronoun?: string
  address?: string
  room?: string
  phone?: string
  protectedIdentity?: { kind: 'name-and-address'; endsOn?: string }
  hiddenStay?: boolean
  /** In the citizen's own words. */
  about?: string
  contacts: DemoContact[]
  warnings: DemoWarning[]
  contactPersons: string[]
  stays: DemoStay[]
}

/** All days are offsets from today: 0 = today, -1 = yesterday. */
export type DemoNote = {
  citizen?: string
  unit: string
  by: string
  kind: 'diary' | 'health' | 'cooperation' | 'visit' | 'conversation' | 'unit'
  day: number
  time: string
  wroteAfterMinutes?: number
  text: string
  important?: true
  theme?: string
  corrected?: { day: number; time: string; text: string; reason: string }
  withdrawn?: { day: number; time: string; by: string; reason: string }
  shared?: string
  readBy?: string[]
}

export type DemoReminder = {
  unit: string
  citizen?: string
  by: string
  day: number
  time: string
  text: string
  untilDay: number
  untilTime: string
}

export type DemoDraft = { citizen?: string; unit: string; by: string; day: number; time: string; text: string }

export type DemoTakeover = { unit: string; by: string; day: number; time: string }

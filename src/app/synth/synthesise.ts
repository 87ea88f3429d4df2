import { Residents, type SynthCitizen, type SynthStay } from './citizens.ts'
import { Staff, type SynthEmployee } from './employees.ts'
import { type Attendance, attendances, type Draft, drafts, type Takeover, takeovers } from './margins.ts'
import { Notes, type SynthNote } from './notes.ts'
import { type Size, type SynthOptions, sizeOf } from './options.ts'
import { type Area, makeUnits, type SynthUnit } from './units.ts'

/** A whole municipality. The lists are small; what grows with the notes is made while it is read, and can be read again. */
export type Municipality = {
  readonly size: Size
  readonly name: string
  /** Last moment anything happens, milliseconds since 1970. */
  readonly end: number
  readonly areas: readonly Area[]
  readonly units: readonly SynthUnit[]
  readonly staff: Staff
  readonly employees: readonly SynthEmployee[]
  readonly citizens: readonly SynthCitizen[]
  readonly stays: readonly SynthStay[]
  /** In order of writing, each with what was done to it afterwards. */
  readonly notes: Iterable<SynthNote>
  readonly takeovers: () => Iterable<Takeover>
  readonly drafts: () => Iterable<Draft>
  readonly attendances: () => Iterable<Attendance>
}

/** The same options give the same municipality, letter by letter, on every machine and every day. */
export function synthesise(options: SynthOptions): Municipality {
  const size = sizeOf(options)
  const { areas, units } = makeUnits(size)
  const staff = new Staff(size, units)
  const { citizens, stays } = new Residents(size, units)
  const notes = new Notes(size, staff, stays)
  const { end } = notes
  return {
    size,
    name: `Syntetisk Kommune ${size.seed}`,
    end,
    areas,
    units,
    staff,
    employees: staff.employees,
    citizens,
    stays,
    notes,
    takeovers: () => takeovers(size, staff, units, end),
    drafts: () => drafts(size, staff, stays, end),
    attendances: () => attendances(size, staff, stays, end),
  }
}

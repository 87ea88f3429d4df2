/** Loaded before the server (`--import`): its clock goes RT_AHEAD_MS ahead of the machine's, so that a day can pass in a test. */
const ahead = Number(process.env.RT_AHEAD_MS ?? 0)
const Machine = Date

class DateAhead extends Machine {
  constructor(...given: [] | [number | string | Date]) {
    if (given.length === 0) super(Machine.now() + ahead)
    else super(...(given as [number]))
  }

  static override now(): number {
    return Machine.now() + ahead
  }
}

globalThis.Date = DateAhead as DateConstructor

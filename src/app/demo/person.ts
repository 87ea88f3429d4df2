import type { DemoCitizen, DemoStay, DemoWarning } from './shape.ts'

type Extra = Partial<Omit<DemoCitizen, 'key' | 'given' | 'family'>> & Pick<DemoCitizen, 'stays'>

/** A replacement number: the day raised by 60, so that it can never be a real person's number. */
export function replacementCpr(bornOn: string, serial: number): string {
  const [year = '', month = '', day = ''] = bornOn.split('-')
  const century = Number(year) >= 2000 ? 4 : serial % 4
  return `${Number(day) + 60}${month}${year.slice(2)}${century}${String(serial % 1000).padStart(3, '0')}`
}

/** Odd for a man, even for a woman: from the pronoun, as the last digit of a number says. */
export function serialFor(pronoun: string | undefined, n: number): number {
  return n * 2 + (pronoun === 'han' ? 1 : 0)
}

export function person(key: string, given: string, family: string, extra: Extra): DemoCitizen {
  return { key, given, family, contacts: [], warnings: [], contactPersons: [], ...extra }
}

export function home(unit: string, ground: string, fromDay: number, kind: DemoStay['kind'] = 'home'): DemoStay {
  return { unit, kind, ground, fromDay }
}

export function warn(
  kind: DemoWarning['kind'],
  byKey: string,
  fromDay: number,
  reviewDay: number,
  text: string,
): DemoWarning {
  return { kind, text, byKey, fromDay, reviewDay }
}

/** Numbers starting with 00 are not given out in Denmark. */
export function phone(n: number): string {
  const d = String(n * 7919 + 101100)
    .padStart(6, '0')
    .slice(-6)
  return `00 ${d.slice(0, 2)} ${d.slice(2, 4)} ${d.slice(4)}`
}

const doctors = ['Lægerne ved Åen', 'Lægehuset Torvet, Egebæk', 'Læge Bjarnholt', 'Lægefællesskabet Nordmarken']

export function doctor(n: number): DemoCitizen['contacts'][number] {
  return { kind: 'doctor', name: doctors[n % doctors.length] ?? '', relation: 'egen læge', phone: phone(n % 4) }
}

import { type Decision, decisions } from '#features/decisions/contract.ts'
import { type Id, newId } from '#kernel/lang/id.ts'
import { ask, type Person } from './world.ts'

type About = { kind: string; id: Id }
type Written = Partial<ReturnType<typeof aProposal>>

/** A whole proposal: a reason, something not chosen, somebody who decides, the coordinator with them. */
export const aProposal = (signe: Person, title: string, objects: About[]) => ({
  placeId: signe.world.rootUnitId,
  title,
  question: 'Hvordan skal overleveringen vises?',
  why: 'Sådan viste use-case dagen det.',
  consequences: 'Enheder kan vælge anderledes.',
  noOptionReason: null as string | null,
  coordinatorException: null as string | null,
  secret: false,
  reviewOn: null as string | null,
  supersedesId: null as Id | null,
  options: [
    { id: newId(), text: 'Efter handling', chosen: true, whyNot: null as string | null },
    { id: newId(), text: 'Efter tid', chosen: false, whyNot: 'Det vigtige forsvinder' },
  ],
  parts: [
    { role: 'decided', who: 'styregruppe', employeeId: null },
    { role: 'consulted', who: signe.name, employeeId: signe.id },
  ] as Decision['parts'],
  unitIds: [] as Id[],
  objects,
})

export async function proposes(signe: Person, title: string, about: About[], more: Written = {}) {
  const input = { id: newId(), ...aProposal(signe, title, about), ...more }
  await ask(signe, decisions.propose, input)
  return input
}

export async function decides(signe: Person, title: string, about: About[], more: Written = {}) {
  const proposed = await proposes(signe, title, about, more)
  await ask(signe, decisions.decide, { id: proposed.id, version: 1, decidedOn: signe.world.clock.today() })
  return proposed
}

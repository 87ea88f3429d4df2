import { decisions } from '#features/decisions/contract.ts'
import type { Id } from '#kernel/lang/id.ts'
import type { Loading } from './loading.ts'
import { requirementId, specId } from './requirements.ts'
import type { DecisionsInFile } from './requirements-file.ts'

type Decision = DecisionsInFile['decisions'][number]
type Units = DecisionsInFile['units']

/** Said where the file has nothing to say, so that nobody takes it for what was decided. */
const NOT_IN_FILE = 'Fremgår ikke af den log, beslutningen er indlæst fra.'

export const decisionId = (loading: Loading, { id, date }: Pick<Decision, 'id' | 'date'>): Id => loading.id(id, date)

/** Decisions in the order they were made, then the risks. */
export async function loadDecisions(loading: Loading, file: DecisionsInFile, placeId: Id): Promise<void> {
  for (const decision of [...file.decisions].sort((a, b) => a.date.localeCompare(b.date)))
    await decide(loading, decision, file.units, placeId)
  for (const risk of file.risks) await addRisk(loading, risk, placeId)
}

/** A unit is meant where its own name stands in the title: Lærken of Krisecenter Lærken. */
const unitsIn = (title: string, units: Units): Units =>
  units.filter(({ name }) => new RegExp(`(?<!\\p{L})${name.split(' ').at(-1)}(?!\\p{L})`, 'u').test(title))

/** What is about no requirement is about the purchase as such. */
const objectsOf = (loading: Loading, { requirements }: Decision) =>
  requirements.length
    ? requirements.map((label) => ({ kind: 'requirements.requirement', id: requirementId(loading, label) }))
    : [{ kind: 'requirements.spec', id: specId(loading) }]

async function decide(loading: Loading, given: Decision, units: Units, placeId: Id): Promise<void> {
  const id = decisionId(loading, given)
  const coordinated = /koordinator/.test(given.decidedBy)
  const option = (text: string, at: number, chosen: boolean) => ({
    id: loading.id(`${given.id} option ${at}`, given.date),
    text,
    chosen,
    whyNot: null,
  })
  const proposal = {
    id,
    externalId: given.id,
    number: Number(given.id.slice(2)),
    placeId,
    title: given.title,
    question: '',
    why: given.why,
    consequences: '',
    noOptionReason: given.alternatives.length ? null : NOT_IN_FILE,
    coordinatorException: coordinated ? null : NOT_IN_FILE,
    secret: false,
    reviewOn: given.reviewOn && loading.day(given.reviewOn),
    supersedesId: null,
    options: [option(given.title, 0, true), ...given.alternatives.map((text, at) => option(text, at + 1, false))],
    parts: given.decidedBy.split(' + ').map((who) => ({
      role: 'decided' as const,
      who,
      employeeId: /koordinator/.test(who) ? loading.by.id : null,
    })),
    unitIds: unitsIn(given.title, units).map((unit) => loading.unit(unit.id)),
    objects: objectsOf(loading, given),
  }
  await loading.ask(decisions.propose, proposal, given.id)
  await loading.ask(decisions.decide, { id, version: 1, decidedOn: loading.day(given.date) }, `${given.id} decided`)
}

const stateOf = { aktiv: 'active', dæmpet: 'damped', lukket: 'closed', sket: 'happened' } as const
const RISKS_ON = '2027-02-05'

const addRisk = (loading: Loading, risk: DecisionsInFile['risks'][number], placeId: Id) => {
  const { id, status, ...given } = risk
  const number = Number(id.slice(3))
  const input = { id: loading.id(id, RISKS_ON), externalId: id, number, placeId, ...given, state: stateOf[status] }
  return loading.ask(decisions.addRisk, input, id)
}

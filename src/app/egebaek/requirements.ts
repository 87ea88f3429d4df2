import type { LineKind, SectionLetter } from '#features/requirements/content.ts'
import { requirements } from '#features/requirements/contract.ts'
import { thread } from '#features/thread/contract.ts'
import { addDays, type Day } from '#kernel/lang/day.ts'
import type { Id } from '#kernel/lang/id.ts'
import { groupOf, needId } from './capture.ts'
import { type Loading, together } from './loading.ts'
import type { RequirementInFile, RequirementsInFile } from './requirements-file.ts'

/** The day the writing began; what has no day of its own in the file is given it. */
const WRITTEN_ON = '2027-02-15'
const levelOf = { mindstekrav: 'minimum', vurderes: 'evaluated', option: 'option' } as const
const kindOf: Record<RequirementInFile['rows'][number]['type'], LineKind> = {
  deltrin: 'step',
  variant: 'variant',
  problem: 'problem',
}

export const specId = (loading: Loading): Id => loading.id('spec', WRITTEN_ON)
export const requirementId = (loading: Loading, label: string): Id => loading.id(label, WRITTEN_ON)
export const benefitId = (loading: Loading, label: string): Id => loading.id(label, WRITTEN_ON)
const areaId = (loading: Loading, name: string): Id => loading.id(`area ${name}`, WRITTEN_ON)

/** Areas, requirements with their rows, benefits, the thread behind them, the hearing, and the versions up to the contract. */
export async function loadRequirements(loading: Loading, file: RequirementsInFile, placeId: Id): Promise<void> {
  const spec = { id: specId(loading), placeId, title: 'Socialfagligt it-system' }
  await loading.ask(requirements.openSpec, spec, 'spec')
  for (const name of new Set(file.requirements.map(({ workArea }) => workArea))) await addArea(loading, name)
  for (const benefit of file.benefits) await addBenefit(loading, benefit)
  for (const requirement of file.requirements) await addRequirement(loading, requirement)
  await together(file.requirements, (requirement) => tie(loading, requirement))
  await makeVersions(loading, file)
}

const addArea = (loading: Loading, name: string) =>
  loading.ask(
    requirements.addArea,
    { id: areaId(loading, name), specId: specId(loading), section: name[0] as SectionLetter, name },
    name,
  )

type Benefit = RequirementsInFile['benefits'][number]

/** To be seen at the last day it is measured. */
const addBenefit = (loading: Loading, { id, title, owner, points }: Benefit) => {
  const last = points
    .map(({ date }) => date)
    .sort()
    .at(-1)
  const dueOn = last ? loading.day(last) : null
  return loading.ask(
    requirements.addBenefit,
    { id: benefitId(loading, id), specId: specId(loading), title, owner, dueOn },
    id,
  )
}

const addRequirement = (loading: Loading, given: RequirementInFile) =>
  loading.ask(
    requirements.add,
    {
      id: requirementId(loading, given.id),
      externalId: given.id,
      specId: specId(loading),
      number: Number(given.id.slice(2)),
      areaId: areaId(loading, given.workArea),
      code: given.code,
      title: given.title,
      startsWhen: given.start,
      endsWhen: given.end,
      frequency: given.frequency,
      users: given.users,
      difficult: given.difficult,
      example: given.exampleSolution,
      level: levelOf[given.level],
      weight: given.weight,
      offerGroups: given.offerTypes.map((type) => groupOf[type]),
      lines: given.rows.map(({ no, type, text }) => ({
        id: loading.id(`${given.id} ${no}`, WRITTEN_ON),
        no,
        kind: kindOf[type],
        text,
      })),
    },
    given.id,
  )

/** Back to the needs it rests on, and on to the benefits it is to give. */
async function tie(loading: Loading, { id, needs, benefits }: RequirementInFile): Promise<void> {
  const kind = 'requirements.requirement'
  const own = requirementId(loading, id)
  for (const need of needs) {
    const link = { fromKind: 'capture.need', fromId: needId(loading, need), toKind: kind, toId: own }
    await loading.ask(
      thread.connect,
      { id: loading.id(`${need} ${id}`, WRITTEN_ON), type: 'grounds', ...link },
      `${need} ${id}`,
    )
  }
  for (const benefit of benefits) {
    const link = { fromKind: kind, fromId: own, toKind: 'requirements.benefit', toId: benefitId(loading, benefit) }
    await loading.ask(
      thread.connect,
      { id: loading.id(`${id} ${benefit}`, WRITTEN_ON), type: 'yields', ...link },
      `${id} ${benefit}`,
    )
  }
}

/** From the file's today, which is at most six days before ours. */
const HEARING_DAYS = 7
export const versionId = (loading: Loading, label: string, on: Day): Id => loading.id(`version ${label}`, on)
export const hearingId = (loading: Loading, on: Day): Id => loading.id('hearing', on)

/** The first was heard and the later ones published; without anybody of the steering group they wait to be approved. */
async function makeVersions(loading: Loading, file: RequirementsInFile): Promise<void> {
  let published: Id | null = null
  for (const version of file.requirementVersions) {
    const id = versionId(loading, version.version, version.date)
    if (version.version.startsWith('0.')) {
      await hear(loading, file, version, id)
      continue
    }
    for (const label of version.changed ?? []) await describeTrial(loading, label)
    const made = { id, specId: specId(loading), label: version.version, note: version.note, correctsId: published }
    await loading.ask(requirements.makeBaseline, made, `version ${version.version}`)
    if (!loading.hasSteering) return
    await loading.askSteering(requirements.judge, { id, approved: true, reason: null }, `judge ${version.version}`)
    await loading.ask(requirements.publish, { id }, `publish ${version.version}`)
    published = id
  }
  if (published) await loading.ask(requirements.bindContract, { id: published }, 'contract')
}

/** The hearing is closed at once: the file does not hold what the units answered. */
async function hear(
  loading: Loading,
  file: RequirementsInFile,
  version: { version: string; date: Day; note: string },
  baselineId: Id,
) {
  const id = hearingId(loading, version.date)
  const hearing = {
    id,
    baselineId,
    specId: specId(loading),
    label: version.version,
    note: version.note,
    closesOn: addDays(loading.day(file.meta.demoToday), HEARING_DAYS),
    units: file.units.map((unit) => ({ unitId: loading.unit(unit.id), offerGroups: [groupOf[unit.offerType]] })),
  }
  await loading.ask(requirements.openHearing, hearing, 'hearing')
  await loading.ask(requirements.closeHearing, { id }, 'hearing closed')
}

/** What the correction sheet of the file says: how the requirement is tried was written down. */
const describeTrial = (loading: Loading, label: string) =>
  loading.ask(
    requirements.change,
    { id: requirementId(loading, label), version: 1, fields: { verification: 'test' } },
    `${label} trial`,
  )

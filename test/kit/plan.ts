import { plan } from '#features/plan/contract.ts'
import type { Day } from '#kernel/lang/day.ts'
import { type Id, newId } from '#kernel/lang/id.ts'
import { anEmployee, type GivenUnit } from './given.ts'
import { ask, type Person, type World } from './world.ts'

export type GivenPlan = {
  id: Id
  signe: Person
  roleId: Record<'coordinator' | 'leader' | 'contact' | 'vendor', Id>
  templateId: Record<'contact' | 'profile' | 'clarify' | 'apply' | 'go' | 'close', Id>
}

/** Six things every unit does, four parts, three columns; the clarification phase begins on 1 April. */
export async function aPlan(
  world: World,
  place: GivenUnit = { id: world.rootUnitId, name: 'Rådhuset' },
): Promise<GivenPlan> {
  const signe = await anEmployee(world, 'Signe', 'coordinator', place)
  const id = newId()
  const [clarification, ...ids] = Array.from({ length: 14 }, () => newId()) as [Id, ...Id[]]
  const roleId = { coordinator: ids[0]!, leader: ids[1]!, contact: ids[2]!, vendor: ids[3]! }
  const templateId = {
    contact: ids[4]!,
    profile: ids[5]!,
    clarify: ids[6]!,
    apply: ids[7]!,
    go: ids[8]!,
    close: ids[9]!,
  }
  const role = (key: keyof typeof roleId, name: string, orgRole: string | null, perUnit: boolean) => ({
    ...{ id: roleId[key], code: key, name, orgRole, perUnit },
  })
  const template = (
    key: keyof typeof templateId,
    code: string,
    title: string,
    offsetDays: number,
    owner: Id,
    needs: Id[],
  ) => ({
    ...{ id: templateId[key], code, title, why: '', offsetDays, roleId: owner, needs },
    earliestPhaseId: key === 'profile' ? clarification : null,
  })
  await ask(signe, plan.begin, {
    id,
    placeId: place.id,
    title: 'Nyt journalsystem',
    phases: [
      {
        id: clarification,
        code: 'F4',
        name: 'Afklaring',
        doneWhen: 'Opsætning anvendt',
        startsOn: '2026-04-01',
        endsOn: '2026-06-30',
      },
    ],
    roles: [
      role('coordinator', 'koordinator', 'coordinator', false),
      role('leader', 'leder', 'unit-leader', true),
      role('contact', 'implementeringskontakt', 'unit-contact', true),
      role('vendor', 'leverandør', null, false),
    ],
    templates: [
      template('contact', 'UT01', 'Udpeg kontakt', -75, roleId.leader, []),
      template('profile', 'UT02', 'Bekræft enhedsprofil', -70, roleId.contact, [templateId.contact]),
      template('clarify', 'UT04', 'Udfyld afklaringsskema', -49, roleId.contact, [templateId.profile]),
      template('apply', 'UT08', 'Anvend opsætning', -28, roleId.coordinator, [templateId.clarify]),
      template('go', 'UT16', 'Go/no-go', -2, roleId.coordinator, [templateId.apply]),
      template('close', 'UT18', 'Overdrag til drift', 28, roleId.vendor, [templateId.go]),
    ],
    stages: [
      { id: ids[10]!, code: 'afklaret', name: 'afklaret', afterGoLive: false, needs: [templateId.clarify] },
      { id: ids[11]!, code: 'klar', name: 'klar', afterGoLive: false, needs: [templateId.go] },
      { id: ids[12]!, code: 'drift', name: 'drift', afterGoLive: true, needs: [templateId.close] },
    ],
  })
  return { id, signe, roleId, templateId }
}

export async function aWave(
  { id, signe }: GivenPlan,
  code: string,
  goLiveOn: Day,
  units: readonly GivenUnit[],
): Promise<Id> {
  const waveId = newId()
  const unitIds = units.map((unit) => unit.id)
  await ask(signe, plan.addWave, { id: waveId, planId: id, code, name: `Bølge ${code}`, goLiveOn, unitIds })
  return waveId
}

export const tasksOf = async (by: Person, unitId: Id | null) =>
  (await ask(by, plan.tasks, {})).filter((task) => task.unitId === unitId)

export async function theTask(by: Person, unitId: Id | null, code: string) {
  const found = (await tasksOf(by, unitId)).find((task) => task.code === code)
  if (!found) throw new Error(`${by.name} sees no ${code}`)
  return found
}

/** Finishes tasks of a unit one after the other. */
export async function finishes(by: Person, unitId: Id | null, ...codes: string[]) {
  const opened = []
  for (const code of codes) {
    const { id, version } = await theTask(by, unitId, code)
    opened.push(...(await ask(by, plan.moveOn, { id, version, to: 'done', because: null, doneOn: null })).opened)
  }
  return opened
}

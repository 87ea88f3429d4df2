import { codesOf } from '#features/terminology/rules.ts'
import { newId } from '#kernel/lang/id.ts'
import type { Resource } from '../fhir/json.ts'
import { letterMessage } from './write-order.ts'

/** An invented order, sound and as large as they usually are; for measuring. */
export function anOrderMessage(number: string, at: number): Resource {
  const pick = <T>(list: readonly T[], more = 0) => list[(at + more) % list.length]!
  const [themes, groups, interventions] = [codesOf('activity'), codesOf('target-group'), codesOf('intervention')]
  const days = { startsOn: '2026-02-01', endsOn: null }
  return letterMessage(newId(), '2026-01-15T10:00:00Z', {
    citizen: { id: newId(), number, givenName: 'Borger', familyName: String(at), bornOn: null, phone: '12345678' },
    caseworker: { name: 'Karen Karlsen', phone: '99775533' },
    unit: 'Måling',
    authority: 'Egebæk Kommune',
    order: {
      ...{
        id: newId(),
        purpose: 'At få en hverdag, der hænger sammen.',
        status: 'active',
        orderedOn: '2026-01-15',
        ...days,
      },
      goals: [0, 1, 2].map((more) => ({
        ...{
          id: newId(),
          text: `Mål ${more + 1}`,
          status: 'active',
          themeCode: pick(themes, more).code,
          levelWanted: 1,
        },
        direction: 'develop' as const,
      })),
      interventions: [0, 1, 2, 3].map((more) => ({
        ...{ id: newId(), code: pick(interventions, more).code, text: '', status: 'not-started', ...days },
      })),
      groups: [0, 1, 2].map((more) => ({ id: newId(), code: pick(groups, more).code, rank: more === 0 ? 1 : 2 })),
      themes: [],
    },
  })
}

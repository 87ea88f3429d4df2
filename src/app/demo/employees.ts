import people from './people.json' with { type: 'json' }
import type { DemoEmployee, Role } from './shape.ts'
import { nightUnits, ROOT } from './units.ts'

type Row = [
  key: string,
  name: string,
  unit: string,
  position: string,
  profession: string,
  temp: boolean,
  night: boolean,
]

const demoSignIns: Record<string, string> = {
  p001: 'Leder på Åstedet: godkender advarsler og ser, hvad huset skylder.',
  p002: 'Sygeplejerske på Åstedet: følger Jens’ fald og Birthes kostplan.',
  p008: 'Pædagog på Åstedet: en helt almindelig aftenvagt.',
  p044: 'Vikar på Åstedet: ser kun det, en vikar skal se.',
  p347: 'Nattevagt Omar: otte huse på én nat, også Åstedet.',
  p168: 'Socialpædagog i Bostøtten Nord: dagens besøg på telefonen.',
  p228: 'Pædagog på Solsikken: borgere, der også bor et andet sted.',
  p259: 'Nattevagt på Ankeret: mænd uden navn og uden CPR-nummer.',
  p267: 'Leder på Krisecenter Lærken: skjult ophold og beskyttet navn.',
  'x-coord': 'Projektkoordinator Signe: hele indførelsen på ét bord.',
  'x-center': 'Centerleder Bodil: styregruppen godkender krav og beslutninger.',
  'x-buy': 'Indkøber Rune: sender udbud ud og lægger tilbud ind.',
  'x-dpo': 'Databeskyttelsesrådgiver Mille: hvem har set hvad og hvorfor.',
  'x-it': 'It-koordinator Ahmed: brugere, roller og opsætning.',
}

function roleOf([, , , position, profession, temp, night]: Row): Role {
  if (position === 'leder') return 'unit-leader'
  if (temp) return 'temp-worker'
  if (night) return 'night-worker'
  return profession === 'sygeplejerske' || profession === 'SSA' ? 'health-worker' : 'support-worker'
}

/** Beside the daily work: the unit's own person in the rollout, and those who help their colleagues. */
function rolloutOf([, , unit, position]: Row): DemoEmployee['grants'] {
  if (position === 'kontaktperson') return [{ role: 'unit-contact', unit }]
  return position === 'superbruger' ? [{ role: 'super-user', unit }] : []
}

/** Employees of a home and of support at home who give points to bids, beside the daily work. */
const onPanel = ['p003', 'p170']

function grantsOf(row: Row): DemoEmployee['grants'] {
  const unit = row[2]
  const own = { role: roleOf(row), unit }
  const panel = onPanel.includes(row[0]) ? [{ role: 'evaluator' as const, unit: ROOT }] : []
  if (unit !== 'nat') return [own, ...rolloutOf(row), ...panel]
  const away: Role = row[5] ? 'temp-worker' : 'night-worker'
  return [own, ...rolloutOf(row), ...nightUnits.map((u) => ({ role: away, unit: u }))]
}

function employee(row: Row): DemoEmployee {
  const [key, name, , , profession, , night] = row
  return signIn({ key, name, profession, grants: grantsOf(row), night })
}

function signIn(e: DemoEmployee): DemoEmployee {
  const line = demoSignIns[e.key]
  return line ? { ...e, demoSignIn: line } : e
}

function external(key: string, name: string, profession: string, ...roles: Role[]): DemoEmployee {
  return signIn({ key, name, profession, grants: roles.map((role) => ({ role, unit: ROOT })), night: false })
}

export const employees: DemoEmployee[] = [
  ...(people as Row[]).map(employee),
  external('x-coord', 'Signe', 'projektkoordinator', 'coordinator'),
  external('x-dpo', 'Mille', 'databeskyttelsesrådgiver', 'privacy-officer'),
  external('x-center', 'Bodil', 'centerleder', 'steering', 'evaluator'),
  external('x-buy', 'Rune', 'indkøbskonsulent', 'buyer'),
  external('x-it', 'Ahmed', 'it-koordinator', 'administrator', 'evaluator'),
]

export function staffOf(unit: string): DemoEmployee[] {
  return employees.filter((e) => e.grants[0]?.unit === unit)
}

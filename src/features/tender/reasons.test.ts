import { describe, expect, test } from 'vitest'
import { restsOnRow } from './reasons.ts'

/** K-011, as Egebæk wrote it. */
const rows = [
  { no: '1', text: 'Markér aflyst eller forgæves med årsag' },
  { no: '2', text: 'Se hvor mange gange på rad' },
  { no: '2a', text: 'Borgeren er på hospitalet' },
  { no: '3', text: 'Udløs opfølgning efter aftalt trin' },
  { no: 'p1', text: 'Tre forgæves besøg hos tre kolleger bliver ikke lagt sammen' },
]
const rests = (reason: string) => restsOnRow(reason, rows)

describe('what a reason for points rests on', () => {
  test.each([
    'Trin 2 kræver, at man tæller selv.',
    'Klarer trin 1 og 3 uden omveje.',
    'Nr. 2a mangler helt i det viste.',
    'Løser p1, som vi så det i prøven.',
    'Forgæves besøg samles på tværs af huse.',
    'Alle deltrin støttes uden omveje.',
    'Alle de viste trin klares hurtigt.',
    'Opgaven klares, men med ekstra skridt.',
    'Støttes først efter tilretning; risiko for forsinkelse.',
    'Step 3 is done without detours.',
  ])('»%s« says it', (reason) => expect(rests(reason)).toBe(true))

  test.each([
    'Et rigtig godt og gennemtænkt bud.',
    'Meget overbevisende fremlæggelse på mødet.',
    'Klart bedst af de 3, vi så.',
    'Trin 7 er flot løst i systemet.',
    'Det virker tungt at arbejde i.',
  ])('»%s« does not', (reason) => expect(rests(reason)).toBe(false))

  test('a requirement without rows has none to name', () => {
    expect(restsOnRow('Svartider under to sekunder målt.', [])).toBe(true)
  })
})

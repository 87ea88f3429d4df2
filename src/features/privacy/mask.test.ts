import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { newId } from '#kernel/lang/id.ts'
import { finderOf, MASK, masked, type Person } from './mask.ts'

const person = (name: string, kind: Person['kind'] = 'citizen', isNear = true, ...more: string[]): Person => ({
  id: newId(),
  kind,
  names: [name, ...more],
  isNear,
})
const jens = { names: ['Jens Bæk', 'Jens'], number: '0307701234' }
const birthe = person('Birthe Lund')
const people = [
  birthe,
  person('Åse Møller'),
  person('Anne-Mette Ravn', 'citizen', true, 'Mette'),
  person('Per Holm'),
  person('Kirsten Dahl', 'citizen', false),
  person('Jens Holm'),
  person('Omar Hassan', 'employee'),
  person('Lone Bæk', 'contact'),
]
const find = finderOf(people, jens)
const mask = (text: string) =>
  masked(text, find(text), ({ kind }) => ['citizen', 'relative', 'number'].includes(kind)).text

describe('what a text says of others', () => {
  test.each([
    ['Spiste med Birthe og Birthe Lund.', `Spiste med ${MASK} og ${MASK}.`],
    ['birthe var der, og Birthes kaffe, Birthe’s kop', `${MASK} var der, og ${MASK} kaffe, ${MASK} kop`],
    ['Aase, Åse og Ase er den samme', `${MASK}, ${MASK} og ${MASK} er den samme`],
    ['Anne-Mette kom, Mette gik', `${MASK} kom, ${MASK} gik`],
    ['BIRTHE LUND RÅBTE', `${MASK} RÅBTE`],
    ['Birthe\nLund', MASK],
  ])('%s', (text, shown) => expect(mask(text)).toBe(shown))

  test('Jens himself stays, and so does a family name he shares; another Jens is masked by his whole name', () => {
    expect(mask('Jens ringede til Lone Bæk. Bæk er deres navn.')).toBe('Jens ringede til Lone Bæk. Bæk er deres navn.')
    expect(mask('Jens Holm skubbede Jens.')).toBe(`${MASK} skubbede Jens.`)
  })

  test('everyday words are names with a capital only, and parts of other words never', () => {
    expect(mask('Vi kom per bus til perronen. Per ventede.')).toBe(`Vi kom per bus til perronen. ${MASK} ventede.`)
    expect(mask('En holm i åen, Ravnsborg og Lundby')).toBe('En holm i åen, Ravnsborg og Lundby')
    expect(mask('Annemarie og Birthelund')).toBe('Annemarie og Birthelund')
  })

  test('of people far away only the whole name is looked for', () => {
    expect(mask('Kirsten ringede. Kirsten Dahl skrev.')).toBe(`Kirsten ringede. ${MASK} skrev.`)
  })

  test('numbers like a CPR number go, also replacement and eCPR; the citizen’s own and phone numbers stay', () => {
    expect(mask('010190-1234, 0101901234, 610190 1234 og 010190-1AB2')).toBe(`${MASK}, ${MASK}, ${MASK} og ${MASK}`)
    expect(mask('030770-1234, 45 12 34 56 78, 1234567890, 991390-1234, konto 12340101901234')).toBe(
      '030770-1234, 45 12 34 56 78, 1234567890, 991390-1234, konto 12340101901234',
    )
  })

  test('whoever wrote and the citizen’s own people are found and stay unless somebody decides', () => {
    const text = 'Omar talte med Lone.'
    expect(find(text).map(({ kind, label }) => [kind, label])).toEqual([
      ['employee', 'Omar Hassan'],
      ['contact', 'Lone Bæk'],
    ])
    expect(masked(text, find(text), ({ kind }) => kind === 'employee').text).toBe(`${MASK} talte med Lone.`)
  })

  test('a name that is a citizen’s and an employee’s is taken for the citizen’s; two of one name are decided about together', () => {
    const shared = finderOf(
      [person('Omar Hassan', 'employee'), person('Omar Aziz'), person('Ida Bro'), person('Ida Vest')],
      jens,
    )
    expect(shared('Omar og Ida').map(({ kind, key }) => [kind, key.startsWith('citizen:')])).toEqual([
      ['citizen', true],
      ['citizen', true],
    ])
    expect(shared('Ida')[0]).toMatchObject({ key: 'citizen:ida', label: 'Ida Bro, Ida Vest' })
  })

  test('single places can be decided apart', () => {
    const text = 'Birthe, Birthe og Birthe'
    expect(masked(text, find(text), (_, nth) => nth !== 1).text).toBe(`${MASK}, Birthe og ${MASK}`)
  })
})

test('whatever stands around it, the name is gone, everything else stays, and the original is untouched', () => {
  const around = fc.stringMatching(/^[a-zæøå ,.!?:;\n]{0,30}$/).filter((text) => find(text).length === 0)
  fc.assert(
    fc.property(
      around,
      around,
      fc.constantFrom('Birthe Lund', 'BIRTHE', 'birthe', 'Birthes', '010190-1234'),
      (before, after, name) => {
        const text = `${before} ${name} ${after}`
        const shown = mask(text)
        expect(shown.toLowerCase()).not.toContain('birthe')
        expect(shown).toBe(`${before} ${MASK} ${after}`)
      },
    ),
  )
})

test('any text at all is gone through in time that grows with it, and no place overlaps another', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
      const found = find(text)
      for (const [at, { from, to }] of found.entries()) {
        expect(from).toBeLessThan(to)
        if (at > 0) expect(from).toBeGreaterThanOrEqual(found[at - 1]!.to)
      }
    }),
  )
  const long = 'Birthe gik tur med Åse og Per, og Omar skrev det ned. '.repeat(4_000)
  const began = performance.now()
  expect(find(long).length).toBe(16_000)
  expect(performance.now() - began).toBeLessThan(5_000)
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { newId } from '#kernel/lang/id.ts'
import { whoIsNamed, withOthersUnnamed } from './names.ts'
import { isNight, whyNotThen } from './rules.ts'

const person = (fullName: string, calledName = fullName.split(' ')[0]!) => ({ id: newId(), fullName, calledName })
const [per, annemarie, lis, bo, jens] = [
  person('Per Dam'),
  person('Anne-Marie Holst', 'Mie'),
  person('Lis Åen'),
  person('Bo Skov'),
  person('Jens Brandt'),
]
const people = [per, annemarie, lis, bo, jens]
const named = (text: string, about?: string) => whoIsNamed(text, people, about).map(({ fullName }) => fullName)

describe('who is named', () => {
  test.each([
    ['Jens og Lis så fjernsyn', ['Lis Åen', 'Jens Brandt']],
    ['JENS råbte', ['Jens Brandt']],
    ['talte med jens', ['Jens Brandt']],
    ['Jens’ jakke, Jenss hue', ['Jens Brandt']],
    ['tog Pers kop', ['Per Dam']],
    ['kr. 20 per person, vil gerne bo alene', []],
    ['Perron, Anne, Bodil, Lisbeth', []],
    ['Anne-Marie kom', ['Anne-Marie Holst']],
    ['Mie kom', ['Anne-Marie Holst']],
    ['Lis\nÅen', ['Lis Åen']],
    ['Per-Ole', []],
    ['', []],
  ])('%s', (text, expected) => expect(named(text)).toEqual(expected))

  test('the note’s own citizen may be named, also when another bears the same first name', () => {
    const other = person('Jens Toft')
    expect(whoIsNamed('Jens slog sig', [...people, other], jens!.id)).toEqual([])
    expect(whoIsNamed('Jens Toft slog sig', [...people, other], jens!.id)).toEqual([other])
  })

  test('a name with å written in two signs is the same name', () => {
    expect(whoIsNamed('Talte med Åse'.normalize('NFD'), [person('Åse Kær')])).toHaveLength(1)
  })

  test('the others lose their names, the words around them stay', () => {
    expect(withOthersUnnamed('Per skubbede Lis Åen. Lis’ kop faldt.', people, per!.id)).toBe(
      'Per skubbede en anden borger. En anden borgers kop faldt.',
    )
  })

  const letters = fc.string({ unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyzæøå'), minLength: 3, maxLength: 10 })
  const names = letters.map((name) => `${name[0]!.toUpperCase()}${name.slice(1)}`)

  test('a name between other words is always found, inside another word never; unnamed, it is gone', () => {
    fc.assert(
      fc.property(
        names,
        fc.constantFrom(' ', '. ', ', ', '\n', '(', ' "'),
        fc.constantFrom('', '.', ' ', ')', '!', ' kom', 's mor'),
        (name, before, after) => {
          const somebody = person(`${name} Xyzson`)
          const text = `Vi${before}${name}${after}`
          expect(whoIsNamed(text, [somebody])).toEqual([somebody])
          expect(whoIsNamed(`x${name}x`, [somebody])).toEqual([])
          expect(whoIsNamed(withOthersUnnamed(text, [somebody], newId()), [somebody])).toEqual([])
        },
      ),
    )
  })

  test('any text and any name: no crash, and nothing named leaves the text as it was', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 200 }),
        fc.string({ minLength: 1, maxLength: 12 }),
        (text, name) => {
          const somebody = { id: newId(), fullName: name, calledName: name }
          if (whoIsNamed(text, [somebody]).length === 0) expect(withOthersUnnamed(text, [somebody], newId())).toBe(text)
        },
      ),
    )
  })

  test('100,000 characters and forty people are looked through while one types', () => {
    const many = Array.from({ length: 40 }, (_, i) =>
      person(`Navn${'abcdefghij'[i % 10]}${'klmnopqrst'[Math.floor(i / 10)]} Efternavn`),
    )
    expect(whoIsNamed('Jens Jensen gik en lang tur. '.repeat(3_500), many)).toEqual([])
  })
})

test('night is from 23 to 7 by the clock on the wall', () => {
  const at = [
    '2026-03-10T21:59:59Z',
    '2026-03-10T22:00:00Z',
    '2026-03-11T05:59:59Z',
    '2026-03-11T06:00:00Z',
    '2026-07-01T21:00:00Z',
  ]
  expect(at.map(isNight)).toEqual([false, true, true, false, true])
})

test('five minutes ahead is a clock that is wrong, six is the future', () => {
  expect(whyNotThen('2026-03-10T14:05:00Z', '2026-03-10T14:00:00Z')).toBeUndefined()
  expect(whyNotThen('2026-03-10T14:05:01Z', '2026-03-10T14:00:00Z')).toMatchObject({ field: 'happenedAt' })
})

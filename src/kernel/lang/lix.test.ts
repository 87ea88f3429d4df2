import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lix } from './lix.ts'

test('short sentences of short words are easy; long ones are hard', () => {
  expect(lix('Du ser, hvad der er sket. Du ved, hvad du skal gøre.')).toBe(6)
  // 10 words in 1 sentence, 5 of more than six letters: 10 + 50.
  expect(
    lix(
      'Kommunalbestyrelsens dokumentationsforpligtelser forudsætter tværfaglig koordination mellem alle parter i sagen.',
    ),
  ).toBe(60)
})

test('a text without words has no figure, and a line without a full stop counts as a sentence', () => {
  expect(lix('')).toBeUndefined()
  expect(lix(' … !')).toBeUndefined()
  expect(lix('Vi hører jer\nSkriv til os')).toBe(3)
})

test('decimals and abbreviations inside a word end no sentence', () => {
  expect(lix('Det tog 1.5 time at nå det')).toBe(7)
})

test('it never fails, and never falls below the words of its shortest possible sentence', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const figure = lix(text)
      return figure === undefined || (Number.isInteger(figure) && figure >= 1)
    }),
  )
})

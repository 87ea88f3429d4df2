import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type At, moved, onwards } from './grid-keys.ts'

/** Title, start; two rows of number and text; a new row. */
const widths = [1, 1, 2, 2, 1]

test('arrows move within the grid and stop at its edges', () => {
  expect(moved({ row: 0, column: 0 }, 'ArrowUp', widths)).toEqual({ row: 0, column: 0 })
  expect(moved({ row: 2, column: 0 }, 'ArrowRight', widths)).toEqual({ row: 2, column: 1 })
  expect(moved({ row: 4, column: 0 }, 'ArrowDown', widths)).toEqual({ row: 4, column: 0 })
  expect(moved({ row: 2, column: 1 }, 'x', widths)).toBeUndefined()
})

test('down from a field one lands on the words of a row, not on its number; and stays in the words', () => {
  expect(moved({ row: 1, column: 0 }, 'ArrowDown', widths)).toEqual({ row: 2, column: 1 })
  expect(moved({ row: 2, column: 1 }, 'ArrowDown', widths)).toEqual({ row: 3, column: 1 })
  expect(moved({ row: 2, column: 0 }, 'ArrowDown', widths)).toEqual({ row: 3, column: 0 })
})

test('Tab goes through every cell in order and back again', () => {
  const way: At[] = [{ row: 0, column: 0 }]
  for (let step = 0; step < 6; step++) way.push(onwards(way.at(-1)!, 'next', widths))
  expect(way.map(({ row, column }) => `${row}${column}`)).toEqual(['00', '10', '20', '21', '30', '31', '40'])
  expect(
    way
      .toReversed()
      .slice(1)
      .map((at, index) => onwards(way.toReversed()[index]!, 'former', widths).row - at.row),
  ).toEqual([0, 0, 0, 0, 0, 0])
})

test('whatever is pressed, one stands on a cell that is there', () => {
  const grid = fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 8 })
  const keys = fc.array(fc.constantFrom('ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End'))
  fc.assert(
    fc.property(grid, keys, (cells, pressed) => {
      const at = pressed.reduce<At>((here, key) => moved(here, key, cells) ?? here, { row: 0, column: 0 })
      expect(cells[at.row]! > at.column && at.column >= 0).toBe(true)
    }),
  )
})

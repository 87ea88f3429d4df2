import { expect, test } from 'vitest'
import { actor } from './permission.ts'
import { blanksOfInput, sql, statement, type Trip } from './sql.ts'

const input = blanksOfInput<{ citizenId: string; words: string }>()
const trip = { input: { citizenId: 'c', words: 'w' }, actor: 'a' } as unknown as Trip

test('a value asked for as the same type is handed over once; as another type, or as none, anew', () => {
  const { text, bind } = statement(
    sql`select ${input.citizenId}::uuid, ${input.citizenId}::uuid, ${input.citizenId}::text, ${actor}, ${actor}`,
  )
  expect(text).toBe('select $1::uuid, $1::uuid, $2::text, $3, $4')
  expect(bind(trip)).toEqual(['c', 'c', 'a', 'a'])
})

test('plain words are written out; whatever could be read as something else is handed over', () => {
  const odd = [["it's"], ['a,b'], ['NULL'], ['{}'], ['']]
  const { text, bind } = statement(
    sql`select ${['unit-leader', 'journal.read']}::text[], ${sql.join(odd.map((words) => sql`${words}::text[]`))}`,
  )
  expect(text).toBe(
    "select '{unit-leader,journal.read}'::text[], $1::text[], $2::text[], $3::text[], $4::text[], $5::text[]",
  )
  expect(bind(trip)).toEqual(odd)
})

test('words written out that look like a parameter end the start, and change no statement', () => {
  expect(() => statement(sql`select ${sql.lit('costs $1')}, ${input.words}::text`)).toThrow(/looks like a parameter/)
})

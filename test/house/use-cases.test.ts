import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { sentences, useCases } from '#app/use-cases.ts'
import type { Read } from '#kernel/lang/contract.ts'
import { newId } from '#kernel/lang/id.ts'
import { openApi } from '#kernel/server/openapi.ts'
import { blanksOfInput } from '#kernel/server/sql.ts'
import type { QueryDefinition } from '#kernel/server/use-case.ts'
import { useWorld } from '#kit/world.ts'
import { storeys } from '#storeys'
import { filesBelow, textOf } from './files.ts'

const here = useWorld()

async function contracts() {
  const all = await Promise.all(
    storeys.map(
      async ({ feature }) =>
        (await import(`../../src/features/${feature}/contract.ts`))[feature] as Record<string, { name: string }>,
    ),
  )
  return all.flatMap((contract) => Object.values(contract).map(({ name }) => name))
}

test('every endpoint has exactly one use case', async () => {
  expect(useCases.map(({ contract }) => contract.name).sort()).toEqual((await contracts()).sort())
})

test('at least one scenario names every endpoint', async () => {
  const told = [...filesBelow('src', /\.test\.ts$/), ...filesBelow('test', /\.ts$/)].map(textOf).join('\n')
  const untold = useCases
    .map(({ contract }) => contract.name)
    .filter((name) => !new RegExp(`\\b(${name.replace('.', '\\.')}|${name.replace('.', 'Api\\.')})\\b`).test(told))
  expect(untold).toEqual([])
})

describe('every statement is one that the migrated database understands', () => {
  for (const { contract, sql, columns } of useCases.filter(({ kind }) => kind !== 'door')) {
    test(contract.name, async () => {
      await here.world.owner.query(`prepare try as ${sql.text}`)
      await here.world.owner.query('deallocate try')
      if (!columns) return
      const shape = contract.output instanceof z.ZodArray ? contract.output.element : contract.output
      const trip = {
        input: {},
        actor: newId(),
        session: newId(),
        now: here.world.clock.now(),
        today: here.world.clock.today(),
      }
      const { fields } = await here.world.owner.query(
        columns.text,
        columns.bind(trip).map((value) => value ?? null),
      )
      expect(fields.map(({ name }) => name).sort()).toEqual(Object.keys((shape as z.ZodObject).shape).sort())
    })
  }
})

/** Names of fields that hold, or stand beside, a citizen. */
const aboutCitizens = /"(citizenId|calledName|fullName)"/

test('every read that shows citizens tells the trail which', () => {
  const silent = useCases.filter(({ contract, definition, kind }) => {
    if (kind !== 'query' || !aboutCitizens.test(JSON.stringify(z.toJSONSchema(contract.output, { io: 'output' }))))
      return false
    const { audit, subjects } = definition as QueryDefinition<Read>
    return !subjects && !audit(blanksOfInput()).person
  })
  expect(silent.map(({ contract }) => contract.name)).toEqual([])
})

test('every problem code used in the house has its sentence in Danish and English', () => {
  const codes = new Set(
    filesBelow('src', /(?<!\.test)\.tsx?$/).flatMap((file) =>
      [...textOf(file).matchAll(/(?:refusal\(|new Problem\('[a-z-]+', |code: )'([a-z]+\.[a-z-]+)'/g)].map(
        (found) => found[1]!,
      ),
    ),
  )
  expect(codes.size).toBeGreaterThan(15)
  expect([...codes].filter((code) => !(code in sentences))).toEqual([])
  for (const { da, en } of Object.values(sentences)) expect([da.length > 5, en.length > 5]).toEqual([true, true])
})

test('the OpenAPI document names every endpoint and is version 3.1', () => {
  const document = openApi(useCases)
  expect(document.openapi).toBe('3.1.0')
  expect(Object.keys(document.paths)).toHaveLength(useCases.length)
})

type JsonSchema = { properties?: object; additionalProperties?: unknown } & Record<string, unknown>

/** Every object in a schema, however deep, that would let an unknown field pass. */
function loose(schema: unknown, at: string): string[] {
  if (typeof schema !== 'object' || schema === null) return []
  const { properties, additionalProperties } = schema as JsonSchema
  const here = properties && additionalProperties !== false ? [at] : []
  return [...here, ...Object.entries(schema).flatMap(([key, inner]) => loose(inner, `${at}.${key}`))]
}

test('a field nobody asked for is refused at every depth', () => {
  const inputs = useCases.map(({ contract }) =>
    loose(z.toJSONSchema(contract.input, { io: 'input', unrepresentable: 'any' }), contract.name),
  )
  expect(inputs.flat()).toEqual([])
})

test('what somebody typed is never a pattern of like: a backslash or a percent sign means itself', () => {
  const patterns = filesBelow('src/features', /(?<!\.test)\.ts$/).filter((file) => /\bilike\b/.test(textOf(file)))
  expect(patterns, 'write strpos(lower(…), lower(…)) or starts_with').toEqual([])
})

test('a command that answers with what is told of a citizen keeps no copy of it beside the records', () => {
  const given = useCases.filter(({ kind, contract }) => {
    const output = contract.output as z.ZodType
    return (
      kind !== 'query' &&
      kind !== 'door' &&
      output instanceof z.ZodObject &&
      ['content', 'address', 'found'].some((name) => name in output.shape)
    )
  })
  expect(given.length).toBeGreaterThan(3)
  expect(
    given
      .filter(({ definition }) => !(definition as { repeatable?: true }).repeatable)
      .map(({ contract }) => contract.name),
  ).toEqual([])
})

import fs from 'node:fs'
import { expect, test } from 'vitest'
import { at, textOf } from './files.ts'

test('the tests that are said to stop a case of the past are there, by name', () => {
  const cited = [...textOf('docs/datatilsynet.md').matchAll(/`([\w/.-]+\.test\.ts)`: "([^"]+)"/g)]
  expect(cited.length).toBeGreaterThan(9)
  expect(
    cited
      .filter(([, file, name]) => !fs.existsSync(at(file!)) || !textOf(file!).includes(name!))
      .map(([, file, name]) => `${file}: ${name}`),
  ).toEqual([])
})

import { expect, test } from 'vitest'
import { filesBelow, textOf } from './files.ts'

test('every test that docs/security.md points to is there', () => {
  const named = [...new Set(textOf('docs/security.md').match(/[\w-]+\.(test|spec)\.ts/g) ?? [])]
  const there = ['src', 'test']
    .flatMap((folder) => filesBelow(folder, /\.(test|spec)\.ts$/))
    .map((file) => file.split('/').at(-1))
  expect(named.length).toBeGreaterThan(20)
  expect(named.filter((name) => !there.includes(name))).toEqual([])
})

test('every chapter of the standard has its lines', () => {
  const chapters = [...textOf('docs/security.md').matchAll(/\bV(\d+)\b/g)].map(([, chapter]) => Number(chapter))
  expect([...new Set(chapters)].sort((a, b) => a - b)).toEqual(Array.from({ length: 17 }, (_, i) => i + 1))
})

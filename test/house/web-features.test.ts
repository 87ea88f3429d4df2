import { expect, test } from 'vitest'
import { textOf } from './files.ts'

const source = textOf('src/app/web/features.ts')
const listOf = (name: string): string[] => {
  const [, inside] = new RegExp(`const ${name}: readonly FeatureWeb\\[\\] = \\[([^\\]]*)\\]`).exec(source) ?? []
  return [...(inside ?? '').matchAll(/\b([a-z][a-zA-Z]*Web)\b/g)].map(([, feature]) => feature!)
}

test('every feature with screens stands in the web once: an address that stands twice stops the whole app', () => {
  const imported = [...source.matchAll(/import \{([^}]*)\} from '#features/g)].flatMap(([, names]) =>
    [...names!.matchAll(/\b([a-z][a-zA-Z]*Web)\b/g)].map(([, feature]) => feature!),
  )
  const standing = ['features', 'preparation', 'implementation'].flatMap(listOf)
  expect(imported.length).toBeGreaterThan(20)
  expect(standing.toSorted()).toEqual(imported.toSorted())
})

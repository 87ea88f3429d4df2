import { expect, test } from 'vitest'
import { filesBelow, textOf } from './files.ts'

const LIST = 'src/app/web/features.ts'

/** The names in an array of the list, with those of the arrays that are spread into it. */
function named(array: string): string[] {
  const body = new RegExp(`const ${array}: [^=]*= \\[([^\\]]*)\\]`).exec(textOf(LIST))?.[1] ?? ''
  return [...body.matchAll(/(\.\.\.)?(\w+)/g)].flatMap(([, spread, name]) => (spread ? named(name!) : [name!]))
}

const twice = (words: readonly string[]) => words.filter((word, at) => words.indexOf(word) !== at)

test('every feature with screens stands once in the list: an address that stands twice stops the whole house', () => {
  const listed = named('features')
  const made = filesBelow('src/features', /\/web\/index\.ts$/)
    .flatMap((file) => [...textOf(file).matchAll(/export const (\w+Web): FeatureWeb/g)])
    .map(([, name]) => name!)
  expect(twice(listed)).toEqual([])
  expect(listed.toSorted()).toEqual(made.toSorted())
})

test('no two pages have the same address', () => {
  const addresses = filesBelow('src/features', /\/web\/index\.ts$/).flatMap((file) =>
    [...textOf(file).matchAll(/\bpage\(\s*'([^']+)'/g)].map(([, path]) => path!.replace(/\$\w+/g, '$')),
  )
  expect(addresses.length).toBeGreaterThan(40)
  expect(twice(addresses)).toEqual([])
})

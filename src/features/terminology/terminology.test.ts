import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { anEmployee, aUnit } from '#kit/given.ts'
import { ask, newId, refused, useWorld } from '#kit/world.ts'
import { terminology } from './contract.ts'
import { codeOfLevel, codesOf, conceptOf, ffbSystem, isSubTheme, levelCarriedBy, lists, rankOfCode } from './rules.ts'

const here = useWorld()
/** KL's own lists, which stand beside the project and are not part of it. */
const data = path.resolve(import.meta.dirname, '../../../../shared/domain/data')
const dataHere = [data, path.resolve(data, '../../../../shared/domain/data')].find((folder) =>
  fs.existsSync(path.join(folder, 'ffb-themes.json')),
)

describe('FFB as the product knows it', () => {
  test('every code has a name, and stands once in its list', () => {
    for (const list of lists) {
      const codes = codesOf(list)
      expect(codes.length, list).toBeGreaterThan(2)
      expect(new Set(codes.map(({ code }) => code)).size, list).toBe(codes.length)
      for (const { name } of codes) expect(name).toBe(name.trim())
    }
  })

  test('only activity and participation carries a level, and levels run from 0 to 4', () => {
    for (const { code } of codesOf('activity')) expect(levelCarriedBy(code)).toBe(true)
    for (const { code } of [...codesOf('function'), ...codesOf('surroundings')])
      expect(levelCarriedBy(code)).toBe(false)
    expect(levelCarriedBy(codesOf('target-group')[0]!.code)).toBeUndefined()
    expect([0, 1, 2, 3, 4].map((rank) => rankOfCode(codeOfLevel('level', rank)))).toEqual([0, 1, 2, 3, 4])
    expect(rankOfCode(codeOfLevel('level', null))).toBeNull()
    expect(isSubTheme(codesOf('intervention')[0]!.code)).toBe(false)
  })
})

type Item = {
  code: string
  display: string
  selectable?: boolean
  rank?: number
  subThemes?: Item[]
  category?: string
}
const read = (name: string) => JSON.parse(fs.readFileSync(path.join(dataHere!, `ffb-${name}.json`), 'utf8'))

describe.skipIf(!dataHere)(
  `held against KL's own lists${dataHere ? '' : ' — LEFT OUT: the lists are not beside the project'}`,
  () => {
    const same = (list: (typeof lists)[number], items: Item[]) =>
      expect(
        codesOf(list)
          .map(({ code, name }) => `${code} ${name}`)
          .sort(),
        list,
      ).toEqual(items.map(({ code, display }) => `${code} ${display.trim()}`).sort())

    test('codes and names are theirs, list by list', () => {
      const selectable = (name: string) => (read(name).items as Item[]).filter((item) => item.selectable)
      same('target-group', selectable('target-groups'))
      same('intervention', selectable('interventions'))
      same('offer-type', selectable('offers'))
      const themes = read('themes').items as Item[]
      const of = (category: string) =>
        themes.filter((theme) => theme.category === category).flatMap((theme) => theme.subThemes!)
      same('activity', of('aktivitet-og-deltagelse'))
      same('function', of('funktioner-og-forhold'))
      same('surroundings', of('omgivelser'))
      const levels = read('levels')
      same('level', levels.funktionsevneniveau)
      same('support-need', levels.stoettebehovsniveau)
      same('direction', levels.maaltype)
      same('follow-up-result', levels.opfoelgningsresultat)
      for (const { code, rank } of levels.funktionsevneniveau as Item[]) expect(rankOfCode(code)).toBe(rank ?? null)
    })
  },
)

describe('a new version', () => {
  const eating = codesOf('activity').find(({ name }) => name === 'Spise')!
  const given = (more: { code: string; parentCode: string | null; name: string }[] = []) => ({
    system: ffbSystem,
    version: '20270101',
    title: 'FFB',
    validFrom: '2027-01-01',
    concepts: [
      { code: 'egenomsorg', parentCode: null, name: 'Egenomsorg' },
      { code: eating.code, parentCode: 'egenomsorg', name: 'Spise' },
      { code: 'ny', parentCode: 'egenomsorg', name: 'Sove til middag' },
      ...more,
    ],
  })

  test('is loaded beside the old one; a new code beside an old one is chosen from the same list', async () => {
    const { administrator } = here.world
    expect(await ask(administrator, terminology.load, given())).toMatchObject({ concepts: 3, fresh: true })
    expect(await ask(administrator, terminology.load, given())).toMatchObject({ fresh: false })
    const found = await ask(administrator, terminology.concepts, { system: ffbSystem, version: '20270101' })
    expect(found).toContainEqual({ code: 'ny', parentCode: 'egenomsorg', name: 'Sove til middag', list: 'activity' })
    expect(found.find(({ code }) => code === 'egenomsorg')!.list).toBeNull()
    await ask(administrator, terminology.load, { ...given(), version: '20280101', validFrom: '2028-01-01' })
    expect(
      (await ask(administrator, terminology.versions, {})).map(({ version, validTo }) => [version, validTo]),
    ).toEqual([
      ['20280101', null],
      ['20270101', '2027-12-31'],
    ])
    expect(conceptOf('ny')).toBeUndefined()
  })

  test('the same version with other codes, a code twice and a heading that is missing are refused; Jonas may not load', async () => {
    const { administrator } = here.world
    const other = given([{ code: 'mere', parentCode: null, name: 'Mere' }])
    expect((await refused(administrator, terminology.load, other)).code).toBe('terminology.other-content')
    const twice = { ...given([{ code: 'ny', parentCode: null, name: 'Igen' }]), version: 'x' }
    expect((await refused(administrator, terminology.load, twice)).code).toBe('terminology.code-twice')
    const loose = { ...given([{ code: 'løs', parentCode: newId(), name: 'Løs' }]), version: 'y' }
    expect((await refused(administrator, terminology.load, loose)).code).toBe('terminology.unknown-heading')
    const jonas = await anEmployee(here.world, 'Jonas', 'support-worker', await aUnit(here.world, 'Solvang'))
    expect((await refused(jonas, terminology.load, given())).kind).toBe('not-found')
  })
})

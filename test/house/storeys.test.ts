import fs from 'node:fs'
import { cruise, type ICruiseResult, type IForbiddenRuleType } from 'dependency-cruiser'
import { expect, test } from 'vitest'
import { storeys } from '#storeys'
import { at, filesBelow, root } from './files.ts'

const features = storeys.map(({ feature }) => feature)
const wingOf = new Map<string, string>(storeys.map(({ feature, wing }) => [feature, wing]))

const rule = (name: string, from: string, notTo: string, except?: string): IForbiddenRuleType => ({
  name,
  severity: 'error',
  from: { path: from, pathNot: '\\.test\\.ts$' },
  to: except ? { path: notTo, pathNot: except } : { path: notTo },
})

/** What a feature may never look at: those above it, the other wing, and the inside of those below. */
function rulesOf(feature: string, storey: number): IForbiddenRuleType[] {
  const own = `^src/features/${feature}/`
  const above = features.slice(storey + 1)
  const wing = wingOf.get(feature)
  const otherWing = features.filter(
    (other) =>
      ['care', 'rollout'].includes(wing!) &&
      ['care', 'rollout'].includes(wingOf.get(other)!) &&
      wingOf.get(other) !== wing,
  )
  const barred = [...new Set([...above, ...otherWing])]
  return [
    ...(barred.length ? [rule(`${feature} looks up`, own, `^src/features/(${barred.join('|')})/`)] : []),
    rule(
      `${feature} looks inside another`,
      own,
      `^src/features/(?!${feature}/)[^/]+/(server|web)/`,
      '/(server|web)/index\\.tsx?$',
    ),
    rule(`${feature} server reaches for screens`, `${own}server/`, '^src/(kernel/(web|ui)|features/[^/]+/web)/'),
    rule(`${feature} web reaches for the server`, `${own}web/`, '^src/(kernel/server|features/[^/]+/server)/'),
    rule(
      `${feature} contract and rules stay pure`,
      `${own}(contract|rules|text[^/]*|problems)\\.ts$`,
      '^src/(kernel/(server|web|ui)|features/[^/]+/(server|web))/',
    ),
  ]
}

const forbidden: IForbiddenRuleType[] = [
  rule('lang is the ground', '^src/kernel/lang/', '^(src/(?!kernel/lang/)|node_modules/(?!zod/))'),
  rule('server stands on lang', '^src/kernel/server/', '^src/(?!kernel/(lang|server)/)'),
  rule('ui stands on lang', '^src/kernel/ui/', '^src/(?!kernel/(lang|ui)/)'),
  rule('web stands on lang and ui', '^src/kernel/web/', '^src/(?!kernel/(lang|ui|web)/)'),
  rule('nobody looks at app', '^src/(kernel|features)/', '^src/app/'),
  { name: 'no circles', severity: 'error', from: { path: '^src/' }, to: { circular: true } },
  ...features.flatMap(rulesOf),
]

const cruised = async () => {
  const result = await cruise(
    ['src'],
    {
      baseDir: root,
      ruleSet: { forbidden },
      validate: true,
      tsPreCompilationDeps: true,
      exclude: '^src/kernel/ui/gallery',
      doNotFollow: { path: 'node_modules' },
      parser: 'swc',
    },
    {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.json'],
    },
  )
  return result.output as ICruiseResult
}

test('every arrow between rooms runs down, and files were read at all', { timeout: 150_000 }, async () => {
  const { summary, modules } = await cruised()
  const own = modules.filter(({ source }) => /^src\/.*\.tsx?$/.test(source))
  expect(own.length).toBeGreaterThan(60)
  expect(own.filter(({ dependencies }) => dependencies.length > 0).length).toBeGreaterThan(40)
  const unresolved = own.flatMap(({ source, dependencies }) =>
    dependencies.filter(({ couldNotResolve }) => couldNotResolve).map(({ module }) => `${source} → ${module}`),
  )
  expect(unresolved.filter((line) => !/\.css$|virtual:/.test(line))).toEqual([])
  expect(summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)).toEqual([])
})

test('every feature folder stands in the list, and only those', () => {
  expect(fs.readdirSync(at('src/features')).sort()).toEqual([...features].sort())
})

test('no folder or file has a name that says nothing', () => {
  const forbiddenWords = /(^|[/-])(utils?|helpers?|common|misc|manager|base|service|types)(?=[./-])/
  expect(filesBelow('src', /\.(ts|tsx)$/).filter((file) => forbiddenWords.test(file))).toEqual([])
})

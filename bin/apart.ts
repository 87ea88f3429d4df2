import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { storeys } from '#storeys'

/**
 * Leaves a wing out of the house, as a municipality may: `bin/apart care` keeps the care wing, `bin/apart rollout` the other.
 * A copy without the other wing's folders must compile, and the tests of what is left must pass there. The database is one:
 * migrations of both wings stay.
 */
const root = path.resolve(import.meta.dirname, '..')
const keeps = process.argv[2]
const featureFolder = 'src/features'

/** Where features are put together, a line for each: leaving one out is taking its lines out. Everything else stands or goes whole. */
const lists = new Set([
  'src/app/use-cases.ts',
  'src/app/thread-kinds.ts',
  'src/app/profile-effects.ts',
  'src/app/subject-access.ts',
  'src/app/server/jobs.ts',
  'src/app/server/log-jobs.ts',
  'src/app/server/rights-jobs.ts',
  'src/app/server/main.ts',
  'src/app/web/features.ts',
])
/** With these the house is served and its features tried: should one go, too much went. The frame around the screens still names both wings. */
const stays = [
  ...['src/app/use-cases.ts', 'src/app/server/main.ts', 'src/app/server/jobs.ts', 'src/app/web/features.ts'],
  ...['src/app/server/open-house.ts', 'src/app/server/new-tenant.ts'],
]

const NOT_COPIED = new Set(['node_modules', '.git', 'dist', 'test-results', 'playwright-report'])

function copyOfTheHouse(): string {
  const copy = fs.mkdtempSync(path.join(os.tmpdir(), `rt-${keeps}-`))
  fs.cpSync(root, copy, {
    recursive: true,
    filter: (file) => !NOT_COPIED.has(path.relative(root, file).split('/')[0]!),
  })
  fs.symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'))
  return copy
}

const sources = (dir: string): string[] =>
  ['src', 'test', 'bin'].flatMap((folder) =>
    fs
      .readdirSync(path.join(dir, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file))
      .map((file) => path.join(folder, file)),
  )

const aliases: Readonly<Record<string, string>> = JSON.parse(
  fs.readFileSync(path.join(root, 'package.json'), 'utf8'),
).imports

/** The file of the house that an import names; undefined for what comes from elsewhere. */
function fileOf(from: string, named: string): string | undefined {
  if (named.startsWith('.')) return path.join(path.dirname(from), named)
  for (const [alias, target] of Object.entries(aliases)) {
    const [head] = alias.split('*')
    if (alias.includes('*') ? named.startsWith(head!) : named === alias)
      return path.normalize(target.replace('*', named.slice(head!.length)))
  }
  return undefined
}

const isThere = (dir: string, from: string, named: string): boolean => {
  const file = fileOf(from, named.replace(/\?.*$/, ''))
  return file === undefined || fs.existsSync(path.join(dir, file))
}

const IMPORTED = /(?:from|import)\s*\(?\s*'([^']+)'/g
const lacks = (dir: string, file: string): boolean =>
  [...fs.readFileSync(path.join(dir, file), 'utf8').matchAll(IMPORTED)].some(([, named]) => !isThere(dir, file, named!))

/** Takes out imports of what is gone, and every line that names it. */
function takeLinesOut(dir: string, file: string): void {
  const lost = new Set<string>()
  const withoutImports = fs
    .readFileSync(path.join(dir, file), 'utf8')
    .replace(/^import (?:type )?\{([^}]*)\} from '([^']+)'\n/gm, (line, names: string, named: string) => {
      if (isThere(dir, file, named)) return line
      for (const name of names.split(',')) lost.add(name.replace(/\btype\b/, '').trim())
      return ''
    })
  lost.delete('')
  const element = (name: string) => new RegExp(`(?:\\.\\.\\.)?\\b${name}\\b,?\\s*`, 'g')
  const isNamed = (line: string) => line.match(/\w+/g)?.some((word) => lost.has(word)) ?? false
  const lines = withoutImports.split('\n').flatMap((line) => {
    // A list on one line keeps what is left of it; any other line is that feature's own.
    const list = /^((?:export )?const \w+: readonly [^=]+ = )\[(.*)\]$/.exec(line)
    if (!list || !isNamed(line)) return isNamed(line) ? [] : [line]
    return [`${list[1]}[${[...lost].reduce((left, name) => left.replace(element(name), ''), list[2]!)}]`]
  })
  fs.writeFileSync(path.join(dir, file), lines.join('\n'))
}

const wingOf = new Map<string, string>(storeys.map(({ feature, wing }) => [feature, wing]))
const featureIn = (file: string): string | undefined =>
  file.startsWith(`${featureFolder}/`) && !/\.test\.tsx?$/.test(file) ? file.split('/')[2] : undefined

function remove(dir: string, file: string): string {
  const feature = featureIn(file)
  if (feature && wingOf.get(feature) !== 'roof') throw new Error(`${file} leans on the other wing`)
  // What stands on both wings stands on neither alone.
  const gone = feature ? path.join(featureFolder, feature) : file
  fs.rmSync(path.join(dir, gone), { recursive: true, force: true })
  return gone
}

/** @returns what went beside the wing itself, because it leans on it */
function leaveOut(dir: string): string[] {
  for (const { feature, wing } of storeys)
    if (wing !== keeps && (wing === 'care' || wing === 'rollout'))
      fs.rmSync(path.join(dir, featureFolder, feature), { recursive: true })
  const gone = new Set<string>()
  for (let more = true; more; ) {
    more = false
    for (const file of sources(dir).filter((one) => fs.existsSync(path.join(dir, one)) && lacks(dir, one))) {
      if (!fs.existsSync(path.join(dir, file))) continue
      if (lists.has(file)) takeLinesOut(dir, file)
      else gone.add(remove(dir, file))
      more = true
    }
  }
  for (const file of stays)
    if (!fs.existsSync(path.join(dir, file))) throw new Error(`${file} went with the other wing`)
  return [...gone].sort()
}

const node = (dir: string, file: string, ...args: string[]): number =>
  spawnSync(process.execPath, [`node_modules/${file}`, ...args], { cwd: dir, stdio: 'inherit' }).status ?? 1

function main(): number {
  if (keeps !== 'care' && keeps !== 'rollout') throw new Error('bin/apart care | rollout: the wing that stays')
  const dir = copyOfTheHouse()
  try {
    const gone = leaveOut(dir)
    const ofFeatures = gone.filter((file) => file.startsWith(featureFolder))
    process.stdout.write(
      `${keeps} alone. Gone with the other wing: ${gone.length} files, among them ${ofFeatures.join(', ') || 'none of a feature'}\n`,
    )
    if (node(dir, 'typescript7/bin/tsc', '-p', '.') !== 0) return 1
    process.stdout.write(`${keeps} alone compiles\n`)
    const own = storeys.filter(({ wing }) => wing === keeps).map(({ feature }) => `${featureFolder}/${feature}/`)
    return node(dir, 'vitest/vitest.mjs', 'run', ...(process.argv[3] === '--ground' ? [`${featureFolder}/`] : own))
  } finally {
    fs.rmSync(dir, { recursive: true, force: true })
  }
}

try {
  process.exitCode = main()
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`)
  process.exitCode = 2
}

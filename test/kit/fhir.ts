import fs from 'node:fs'
import path from 'node:path'
import type { Resource } from '#features/exchange/fhir/json.ts'

const root = path.resolve(import.meta.dirname, '../..')
/** The official guides and examples stand beside the project and are not part of it. */
const beside = [path.resolve(root, '../shared'), path.resolve(root, '../../shared')].find((folder) =>
  fs.existsSync(path.join(folder, 'fhir/manifest.json')),
)
export const guides: string | undefined = beside && path.join(beside, 'fhir')
export const leftOut = guides ? '' : ' — LEFT OUT: the official guides are not beside the project'

const read = (file: string) => fs.readFileSync(path.join(guides!, file))
export const example = (file: string): Resource => JSON.parse(read(file).toString('utf8'))
export const octetsOf = (value: unknown): Uint8Array => Buffer.from(JSON.stringify(value))
export const examplesIn = (folder: string): string[] =>
  guides
    ? fs
        .readdirSync(path.join(guides, folder))
        .filter((file) => file.endsWith('.json') && file !== 'index.json')
        .map((file) => `${folder}/${file}`)
    : []
export const ORDER = 'kl-ffb-messaging-1.0.0/examples/Bundle-909e720e-3edb-45b9-aeb2-655a97861f7c.json'

type Issue = { severity: string; path: string; rule: string; msg: string }
type Judge = { validate(resource: unknown): Issue[] }

/** The independent checker; it finds `fhirpath` only from within this project, so it is read from a copy here. */
export async function theJudge(): Promise<Judge> {
  const copy = path.join(root, 'node_modules/.cache/fhir-check.mjs')
  fs.mkdirSync(path.dirname(copy), { recursive: true })
  fs.writeFileSync(copy, fs.readFileSync(path.join(beside!, 'tools/fhir-check.mjs')))
  const { forData } = (await import(/* @vite-ignore */ copy)) as { forData(folder: string): Judge }
  return forData(guides!)
}
/** It stumbles over some that are broken badly: that is a refusal too. */
function issuesBy(judge: Judge, resource: unknown): Issue[] {
  try {
    return judge.validate(resource)
  } catch (error) {
    return [{ severity: 'error', path: '', rule: 'unreadable', msg: String(error) }]
  }
}
export const errorsBy = (judge: Judge, resource: unknown): string[] =>
  issuesBy(judge, resource)
    .filter(({ severity }) => severity === 'error')
    .map(({ path: at, rule, msg }) => `${at} [${rule}] ${msg}`)

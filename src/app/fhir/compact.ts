import fs from 'node:fs'
import path from 'node:path'

/** The packages that the FFB guides are pinned to; later ones win. */
const PACKAGES = [
  'r4-base-4.0.1',
  'dk-core-1.1.0',
  'kl-term-1.0.0',
  'kl-core-1.2.0',
  'kl-ffb-reporting-1.0.0',
  'kl-ffb-messaging-1.0.0',
]
const R4 = 'http://hl7.org/fhir/StructureDefinition/'

type Json = Record<string, unknown>
type TypeRef = { code: string; profile?: string[]; targetProfile?: string[]; aggregation?: string[] }
type Element = Json & {
  id: string
  min: number
  max: string
  base?: { path: string; max: string }
  type?: TypeRef[]
  binding?: { strength: string; valueSet?: string }
  constraint?: { key: string; severity: string; expression?: string }[]
  slicing?: { rules: string; discriminator?: { type: string; path: string }[] }
}
type Structure = { url: string; type: string; kind: string; snapshot: { element: Element[] } }
type ValueSetPart = {
  system?: string
  concept?: { code: string }[]
  filter?: { property: string; op: string; value: string }[]
  valueSet?: string[]
}
type ValueSet = { url: string; compose?: { include?: ValueSetPart[]; exclude?: ValueSetPart[] } }
type Concept = { code: string; concept?: Concept[]; property?: Json[] }
type CodeSystem = { url: string; content: string; concept?: Concept[] }

const bare = (url: string) => url.split('|')[0]!

function read(folder: string) {
  const [structures, valueSets, codeSystems] = [
    new Map<string, Structure>(),
    new Map<string, ValueSet>(),
    new Map<string, CodeSystem>(),
  ]
  for (const name of PACKAGES) {
    const definitions = path.join(folder, name, 'definitions')
    for (const file of fs.readdirSync(definitions).sort()) {
      const found = JSON.parse(fs.readFileSync(path.join(definitions, file), 'utf8'))
      if (found.resourceType === 'StructureDefinition') structures.set(found.url, found)
      if (found.resourceType === 'ValueSet') valueSets.set(found.url, found)
      if (found.resourceType === 'CodeSystem' && found.content !== 'supplement') codeSystems.set(found.url, found)
    }
  }
  return { structures, valueSets, codeSystems }
}
type Read = ReturnType<typeof read>

/** Constraints that are always true of JSON that was walked, and those that only narrative could break. */
const SKIPPED = new Set(['ele-1', 'ext-1', 'dom-2', 'dom-3', 'dom-4', 'dom-5', 'dom-6', 'txt-1', 'txt-2'])

/** One element, in few letters: n min, x max, a whether many in the base, t types, b binding, k constraints, f fixed, p pattern, s slicing, r content reference. */
function compactElement(element: Element): Json {
  const fixed = Object.entries(element).find(([key]) => key.startsWith('fixed'))
  const pattern = Object.entries(element).find(([key]) => key.startsWith('pattern'))
  const bound = Object.entries(element).filter(([key]) => /^(min|max)Value/.test(key))
  const keys = (element.constraint ?? []).filter(({ severity, key }) => severity === 'error' && !SKIPPED.has(key))
  const binding =
    element.binding?.strength === 'required' && element.binding.valueSet ? bare(element.binding.valueSet) : undefined
  return {
    ...(element.min ? { n: element.min } : {}),
    ...(element.max === '*' ? {} : { x: Number(element.max) }),
    ...((element.base?.max ?? element.max) === '1' ? { o: 1 } : {}),
    ...(element.type ? { t: element.type.map(compactType) } : {}),
    ...(binding ? { b: binding } : {}),
    ...(keys.length ? { k: keys.map(({ key }) => key) } : {}),
    ...(fixed ? { f: fixed[1] } : {}),
    ...(pattern ? { p: pattern[1] } : {}),
    ...(bound.length ? { v: Object.fromEntries(bound.map(([key, value]) => [key.slice(0, 8), value])) } : {}),
    ...(element.slicing ? { s: compactSlicing(element.slicing) } : {}),
    ...(element.contentReference ? { r: String(element.contentReference).split('#')[1] } : {}),
    ...(element.maxLength ? { l: element.maxLength } : {}),
  }
}
const compactType = ({ code, profile, targetProfile, aggregation }: TypeRef) => ({
  c: code.startsWith('http://hl7.org/fhirpath/System.') ? code.split('.').at(-1)!.toLowerCase() : code,
  ...(profile ? { p: profile.map(bare) } : {}),
  ...(targetProfile ? { g: targetProfile.map(bare) } : {}),
  ...(aggregation?.length === 1 && aggregation[0] === 'bundled' ? { u: 1 } : {}),
})
const compactSlicing = ({ rules, discriminator }: NonNullable<Element['slicing']>) => ({
  d: (discriminator ?? []).map(({ type, path: at }) => [type, at]),
  ...(rules === 'closed' ? { c: 1 } : {}),
})

/** Structures that are reached from the profiles and the resources they are profiles of. */
function reached({ structures }: Read): Structure[] {
  const profiles = [...structures.values()].filter(({ url }) => !url.startsWith(R4))
  const seen = new Map<string, Structure>()
  const visit = (url: string) => {
    const found = structures.get(url)
    if (!found || seen.has(url)) return
    seen.set(url, found)
    visit(R4 + found.type)
    for (const { type } of found.snapshot.element)
      for (const { code, profile, targetProfile } of type ?? []) {
        if (!code.includes('/') && isDataType(structures.get(R4 + code))) visit(R4 + code)
        for (const target of [...(profile ?? []), ...(targetProfile ?? [])].map(bare))
          if (!target.startsWith(R4) || profiles.some(({ type: of }) => R4 + of === target)) visit(target)
      }
  }
  for (const { url } of profiles) visit(url)
  for (const more of ['Bundle', 'Practitioner', 'PractitionerRole', 'Provenance', 'Location']) visit(R4 + more)
  return [...seen.values()]
}
const isDataType = (structure: Structure | undefined) => structure !== undefined && structure.kind !== 'resource'

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

/** Of a profile only what it says otherwise than the resource it is a profile of. */
function compactStructure(structure: Structure, { structures }: Read): Json {
  const own = structure.snapshot.element.map((element) => [element.id, compactElement(element)] as const)
  const parent = structure.url === R4 + structure.type ? undefined : structures.get(R4 + structure.type)
  const above = new Map(parent?.snapshot.element.map((element) => [element.id, compactElement(element)]))
  const kept = own.filter(([id, element]) => !above.has(id) || !same(above.get(id), element))
  return {
    type: structure.type,
    kind: structure.kind,
    ...(parent ? { of: parent.url } : {}),
    elements: Object.fromEntries(kept),
  }
}

/** `unheld`: systems of which not all codes are held; a code of theirs cannot be judged. */
type Expansion = { codes: Map<string, Set<string>>; unheld: Set<string>; open: boolean }

function conceptsOf(system: CodeSystem | undefined): Map<string, { above: string[]; concept: Concept }> | undefined {
  if (!system?.concept || system.content === 'fragment') return undefined
  const found = new Map<string, { above: string[]; concept: Concept }>()
  const walk = (concepts: Concept[], above: string[]) => {
    for (const concept of concepts) {
      found.set(concept.code, { above, concept })
      walk(concept.concept ?? [], [...above, concept.code])
    }
  }
  walk(system.concept, [])
  for (const entry of found.values())
    for (const { code, valueCode } of (entry.concept.property ?? []) as { code: string; valueCode: string }[])
      if (code === 'parent' || code === 'subsumedBy')
        entry.above = [...entry.above, valueCode, ...(found.get(valueCode)?.above ?? [])]
  return found
}

function codesOfPart(part: ValueSetPart, given: Read): { codes: Set<string>; open: boolean } {
  if (part.concept) return { codes: new Set(part.concept.map(({ code }) => code)), open: false }
  const all = conceptsOf(given.codeSystems.get(part.system!))
  if (!all) return { codes: new Set(), open: true }
  const fits = (code: string, above: string[]) =>
    (part.filter ?? []).every(({ op, value }) => {
      if (op === 'is-a') return code === value || above.includes(value)
      return op === 'descendent-of' ? above.includes(value) : false
    })
  return {
    codes: new Set([...all].filter(([code, { above }]) => fits(code, above)).map(([code]) => code)),
    open: false,
  }
}

function expand(url: string, given: Read): Expansion {
  const result: Expansion = { codes: new Map(), unheld: new Set(), open: false }
  const set = given.valueSets.get(url)
  if (!set) return { codes: new Map(), unheld: new Set(), open: true }
  for (const part of set.compose?.include ?? []) {
    if (part.system) {
      const { codes, open } = codesOfPart(part, given)
      if (open) result.unheld.add(part.system)
      result.codes.set(part.system, new Set([...(result.codes.get(part.system) ?? []), ...codes]))
    }
    for (const inner of part.valueSet ?? []) {
      const { codes, open, unheld } = expand(bare(inner), given)
      result.open ||= open
      for (const system of unheld) result.unheld.add(system)
      for (const [system, more] of codes)
        result.codes.set(system, new Set([...(result.codes.get(system) ?? []), ...more]))
    }
  }
  for (const part of set.compose?.exclude ?? [])
    for (const code of part.system ? codesOfPart(part, given).codes : []) result.codes.get(part.system!)?.delete(code)
  for (const system of result.unheld) result.codes.delete(system)
  return { ...result, open: result.open || result.unheld.size > 0 }
}

/** Value sets that rules of the profiles name, besides those of required bindings. */
const NAMED_BY_RULES = ['http://fhir.kl.dk/term/ValueSet/KLConditionADCodesFFB']

const ordered = <T>(entries: Iterable<[string, T]>) =>
  Object.fromEntries([...entries].sort(([a], [b]) => (a < b ? -1 : 1)))

/** What is checked of a message, restated in few letters from the published guides. The same input gives the same text. */
export function compactDefinitions(folder: string): string {
  const given = read(folder)
  const structures = reached(given).map(
    (structure) => [structure.url, compactStructure(structure, given)] as [string, Json],
  )
  const bound = structures.flatMap(([, { elements }]) =>
    Object.values(elements as Record<string, { b?: string }>).flatMap(({ b }) => b ?? []),
  )
  const valueSets = [...new Set([...bound, ...NAMED_BY_RULES])].map((url): [string, Json] => {
    const { codes, open } = expand(url, given)
    return [
      url,
      {
        ...(open ? { open: 1 } : {}),
        codes: ordered([...codes].map(([system, all]): [string, string[]] => [system, [...all].sort()])),
      },
    ]
  })
  const lines = (record: [string, Json][]) =>
    record
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([url, value]) => `${JSON.stringify(url)}:${JSON.stringify(value)}`)
      .join(',\n')
  return `{"madeBy":"src/app/fhir/compact.ts from the published FHIR guides; bin/node src/app/cli/fhir-definitions.ts FOLDER",\n"structures":{\n${lines(structures)}\n},\n"valueSets":{\n${lines(valueSets)}\n}}\n`
}

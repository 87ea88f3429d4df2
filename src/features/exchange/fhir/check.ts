import {
  bare,
  childrenOf,
  choicesOf,
  type Element,
  isKnown,
  isResourceType,
  type Node,
  treeOf,
  typeOfStructure,
  typesOf,
  urlOfType,
  valueSet,
} from './definitions.ts'
import { equal, type Item, isItem, itemsOf, listOf, matches, type Resource, textAt, type Value } from './json.ts'
import { primitives, whyNotPrimitive } from './primitives.ts'
import { type Around, holds } from './rules-of-guides.ts'

export const faultKinds = [
  'missing',
  'too-many',
  'not-allowed',
  'unknown-name',
  'wrong-type',
  'wrong-form',
  'empty',
  'wrong-value',
  'code-not-in-list',
  'part-missing',
  'part-too-many',
  'rule',
  'not-in-bundle',
  'wrong-target',
  'wrong-entry',
  'unknown-profile',
  'unknown-resource',
] as const
export type FaultKind = (typeof faultKinds)[number]

/** One fault: what kind, in which resource, at which place below it. Never the value itself: it may be about a person. */
export type FhirFault = {
  readonly kind: FaultKind
  readonly resourceType: string
  readonly resourceId: string | undefined
  readonly place: string
  /** The key of a rule, the name of a part, a type, a list: never out of the message. */
  readonly about: string
  /** A fault that only says that something else, told on its own, is faulty. */
  readonly follows: boolean
}

/** More are not told: nobody reads them. */
const MOST_FAULTS = 200

type Given = { v: Value | undefined; t: string; key: string; beside: Value | undefined }
type Ctx = { resource: Resource; faults: FhirFault[] }

const REPORT = 'http://fhir.kl.dk/ffbreporting/StructureDefinition/'
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** Holds a resource, or a bundle with all that lies in it, against the profiles it says it meets. */
export class Check {
  readonly #bundle: Resource | undefined
  readonly #byReference = new Map<string, Resource>()
  readonly #known = new Map<Resource, Map<string, boolean>>()

  constructor(root: Resource) {
    this.#bundle = root.resourceType === 'Bundle' ? root : undefined
    for (const entry of itemsOf(this.#bundle?.entry)) {
      const resource = entry.resource
      if (!isItem(resource)) continue
      const found = resource as Resource
      const names = [textAt(entry, 'fullUrl'), `${found.resourceType}/${found.id}`]
      for (const name of names) if (name && !this.#byReference.has(name)) this.#byReference.set(name, found)
    }
  }

  resolve(reference: string | undefined, within: Resource): Resource | undefined {
    if (!reference) return undefined
    if (reference.startsWith('#'))
      return itemsOf(within.contained).find(({ id }) => `#${id}` === reference) as Resource | undefined
    const tail = /([A-Z][A-Za-z]+\/[A-Za-z0-9\-.]+)(\/_history\/[^/]+)?$/.exec(reference)?.[1]
    return this.#byReference.get(reference) ?? (tail ? this.#byReference.get(tail) : undefined)
  }

  /** The faults of a resource against a profile. */
  against(resource: Resource, url: string): FhirFault[] {
    const ctx: Ctx = { resource, faults: [] }
    const tree = treeOf(url)
    if (!tree) return [this.#fault(ctx, 'unknown-profile', '', url)]
    if (tree.type !== resource.resourceType) return [this.#fault(ctx, 'wrong-type', '', tree.type)]
    this.#value(resource, tree.root, resource.resourceType, '', ctx)
    return ctx.faults
  }

  conforms(resource: Resource, profile: string): boolean {
    const url = bare(profile)
    if (!isKnown(url) || url === urlOfType('Resource')) return true
    if (typeOfStructure(url) !== resource.resourceType) return false
    const known = this.#known.get(resource) ?? new Map<string, boolean>()
    this.#known.set(resource, known)
    if (!known.has(url)) {
      // Two resources that point at each other: each is taken to be sound while the other is looked at.
      known.set(url, true)
      known.set(url, this.against(resource, url).length === 0)
    }
    return known.get(url)!
  }

  #fault(ctx: Ctx, kind: FaultKind, place: string, about = '', follows = false): FhirFault {
    const { resourceType, id } = ctx.resource
    const fault = { kind, resourceType, resourceId: typeof id === 'string' ? id : undefined, place, about, follows }
    if (ctx.faults.length < MOST_FAULTS) ctx.faults.push(fault)
    return fault
  }

  #around(ctx: Ctx): Around {
    return {
      resource: ctx.resource,
      bundle: this.#bundle,
      resolve: (reference) => this.resolve(reference, ctx.resource),
      memberOf,
      conforms: (resource, profile) => this.conforms(resource, profile),
    }
  }

  #value(v: Value | undefined, node: Node, type: string, place: string, ctx: Ctx, beside?: Value): void {
    if (v !== undefined && v !== null) this.#constants(v, node.e, place, ctx)
    if (type in primitives) {
      this.#primitive(v, node, type, place, ctx, beside)
      return
    }
    if (!isItem(v)) {
      this.#fault(ctx, 'wrong-type', place, type)
      return
    }
    if (Object.keys(v).length === 0) this.#fault(ctx, 'empty', place)
    this.#binding(v, node.e, type, place, ctx)
    if (type === 'Extension' && !holds('ext-1', v, this.#around(ctx))) this.#fault(ctx, 'rule', place, 'ext-1')
    if (type === 'Reference') this.#reference(v, node.e, place, ctx)
    this.#rules(v, node.e, place, ctx)
    this.#names(v, node, type, place, ctx)
    this.#ownProfiles(v, node.e, type, place, ctx)
  }

  #constants(v: Value, { f, p, l, v: bounds }: Element, place: string, ctx: Ctx): void {
    if (f !== undefined && !equal(v, f)) this.#fault(ctx, 'wrong-value', place, constantOf(f))
    if (p !== undefined && !matches(v, p)) this.#fault(ctx, 'wrong-value', place, constantOf(p))
    if (l && typeof v === 'string' && v.length > l) this.#fault(ctx, 'wrong-form', place, `≤ ${l}`)
    if (bounds?.maxValue !== undefined && (v as number) > bounds.maxValue)
      this.#fault(ctx, 'wrong-form', place, `≤ ${bounds.maxValue}`)
    if (bounds?.minValue !== undefined && (v as number) < bounds.minValue)
      this.#fault(ctx, 'wrong-form', place, `≥ ${bounds.minValue}`)
  }

  #primitive(v: Value | undefined, node: Node, type: string, place: string, ctx: Ctx, beside?: Value): void {
    if (v === undefined || v === null) {
      if (!beside) this.#fault(ctx, 'wrong-type', place, type)
      return
    }
    const why = whyNotPrimitive(type, v)
    if (why === 'type') {
      this.#fault(ctx, 'wrong-type', place, type)
      return
    }
    if (why === 'form') this.#fault(ctx, 'wrong-form', place, type)
    this.#binding(v, node.e, type, place, ctx)
    this.#rules(v, node.e, place, ctx)
  }

  #rules(v: Value, { k }: Element, place: string, ctx: Ctx): void {
    const around = this.#around(ctx)
    for (const key of k ?? [])
      if (!holds(key, v, around)) this.#fault(ctx, 'rule', place, key, key.includes('delivery-report'))
  }

  /** Every name in the value is one that the structure knows, and every one it needs is there. */
  #names(v: Item, node: Node, type: string, place: string, ctx: Ctx): void {
    const known = new Set(node.id.includes('.') ? [] : ['resourceType'])
    for (const [name, child] of childrenOf(node, type)) {
      const below = (key: string) => (place ? `${place}.${key}` : key)
      if (name.endsWith('[x]')) this.#choice(v, { node, type, name, child }, below, known, ctx)
      else this.#named(v, child, below(name), known, ctx)
    }
    for (const name of Object.keys(v))
      if (!known.has(name)) this.#fault(ctx, 'unknown-name', place, /^\w{1,40}$/.test(name) ? name : '?')
  }

  #choice(
    v: Item,
    { node, type, name, child }: { node: Node; type: string; name: string; child: Node },
    below: (key: string) => string,
    known: Set<string>,
    ctx: Ctx,
  ): void {
    const stem = name.slice(0, -3)
    const allowed = new Set((child.e.t ?? []).map(({ c }) => c))
    const found: Given[] = []
    for (const t of choicesOf(node, type, child)) {
      const key = stem + capital(t)
      known.add(key).add(`_${key}`)
      if (v[key] === undefined && v[`_${key}`] === undefined) continue
      if (!allowed.has(t)) this.#fault(ctx, 'not-allowed', below(key), t)
      found.push({ v: v[key], t, key, beside: v[`_${key}`] })
    }
    if (found.length > 1) this.#fault(ctx, 'too-many', below(stem), '1')
    this.#list(found, child, (i) => below(found[i]?.key ?? stem), ctx)
  }

  #named(v: Item, child: Node, place: string, known: Set<string>, ctx: Ctx): void {
    const { name, e } = child
    known.add(name).add(`_${name}`)
    const [raw, beside] = [v[name], v[`_${name}`]]
    if (raw === undefined && beside === undefined) {
      this.#list([], child, () => place, ctx)
      return
    }
    if (!e.o && raw !== undefined && !Array.isArray(raw)) this.#fault(ctx, 'wrong-type', place, 'list')
    if (e.o && Array.isArray(raw)) {
      this.#fault(ctx, 'wrong-type', place, 'one')
      return
    }
    if (raw === null) {
      this.#fault(ctx, 'empty', place)
      return
    }
    if (Array.isArray(raw) && raw.length === 0) this.#fault(ctx, 'empty', place)
    const [values, besides] = [listAt(raw), listAt(beside)]
    const t = typesOf(child)[0] ?? 'Element'
    const found = Array.from({ length: Math.max(values.length, besides.length) }, (_, i) => ({
      ...{ v: values[i], t, key: name, beside: besides[i] ?? undefined },
    }))
    this.#list(found, child, (i) => (e.o ? place : `${place}[${i + 1}]`), ctx)
  }

  #list(found: readonly Given[], node: Node, place: (i: number) => string, ctx: Ctx): void {
    const { n = 0, x } = node.e
    const all = place(-1).replace(/\[0\]$/, '')
    if (found.length < n) this.#fault(ctx, 'missing', all, String(n))
    if (x !== undefined && found.length > x) this.#fault(ctx, x === 0 ? 'not-allowed' : 'too-many', all, String(x))
    for (const [i, given] of found.entries()) {
      if (isResourceType(given.t)) this.#resourceWithin(given.v, node, place(i), ctx)
      else this.#value(given.v, node, given.t, place(i), ctx, given.beside)
    }
    if (node.slices.length) this.#slicing(found, node, place, ctx)
  }

  #resourceWithin(v: Value | undefined, { e }: Node, place: string, ctx: Ctx): void {
    const type = textAt(v, 'resourceType')
    if (!type || !isItem(v)) {
      this.#fault(ctx, 'missing', `${place}.resourceType`, '1')
      return
    }
    const uses = e.t ?? []
    if (uses.some(({ c, p }) => (c === 'Resource' || c === 'DomainResource') && !p?.length)) return
    const fits = uses.some(({ c, p }) => (p?.length ? p.some((url) => this.conforms(v as Resource, url)) : c === type))
    if (!fits) this.#fault(ctx, 'wrong-entry', place, type, true)
  }

  /** Profiles that the element names for its own type: an extension, an identifier. */
  #ownProfiles(v: Item, { t }: Element, type: string, place: string, ctx: Ctx): void {
    for (const { c, p } of t ?? []) {
      if (c !== type || !p?.length || !p.some(isKnown)) continue
      const tries = p.filter(isKnown).map((url) => this.#asType(v, url, place, ctx))
      if (tries.every((faults) => faults.length > 0))
        ctx.faults.push(...tries[0]!.slice(0, MOST_FAULTS - ctx.faults.length))
    }
  }

  #asType(v: Item, url: string, place: string, ctx: Ctx): FhirFault[] {
    const inner: Ctx = { resource: ctx.resource, faults: [] }
    const { root, type } = treeOf(url)!
    const { t: _, ...e } = root.e
    this.#value(v, { ...root, e }, type, place, inner)
    return inner.faults
  }

  #slicing(found: readonly Given[], node: Node, place: (i: number) => string, ctx: Ctx): void {
    const slicing = node.e.s ?? { d: [['value', 'url'] as const] }
    const used = new Map<Node, number>()
    for (const [i, given] of found.entries()) {
      const slice = node.slices.find((one) => this.#isIn(given, one, slicing.d, ctx))
      if (!slice) {
        if (slicing.c) this.#fault(ctx, 'not-allowed', place(i), '')
        continue
      }
      used.set(slice, (used.get(slice) ?? 0) + 1)
      this.#value(given.v, slice, given.t, place(i), ctx, given.beside)
      if (slice.slices.length) this.#slicing([given], slice, () => place(i), ctx)
    }
    const all = place(-1).replace(/\[0\]$/, '')
    for (const slice of node.slices) {
      const { n = 0, x } = slice.e
      const count = used.get(slice) ?? 0
      // What a reference points at is only known within a bundle.
      const isAlone = !this.#bundle && slicing.d.some(([, path]) => path.includes('resolve()'))
      if (count < n && !isAlone) this.#fault(ctx, 'part-missing', all, slice.slice)
      if (x !== undefined && count > x) this.#fault(ctx, 'part-too-many', all, slice.slice)
    }
  }

  #isIn(given: Given, slice: Node, discriminators: readonly (readonly [string, string])[], ctx: Ctx): boolean {
    return discriminators.every(([kind, path]) => {
      if (kind === 'type' && path === '$this') return typesOf(slice).includes(given.t)
      const sides = this.#follow(given, slice, path === '$this' ? [] : path.split('.'), ctx)
      if (kind === 'exists') return (sides.nodes[0]?.node.e.x === 0) === (sides.values.length === 0)
      if (kind === 'profile') return this.#hasProfile(sides, ctx)
      if (kind === 'type')
        return sides.nodes.some(({ node }) =>
          sides.values.some((v) => typesOf(node).includes(textAt(v, 'resourceType') ?? '')),
        )
      const tests = testsOf(sides.nodes.map(({ node }) => node))
      return sides.values.some((v) => tests.some((test) => test(v)))
    })
  }

  #hasProfile({ nodes, values }: Sides, ctx: Ctx): boolean {
    const profiles = nodes.flatMap(({ node }) => (node.e.t ?? []).flatMap(({ g, p }) => g ?? p ?? []))
    const resources = values.flatMap((v) => {
      if (!isItem(v)) return []
      return v.resourceType ? [v as Resource] : (this.resolve(textAt(v, 'reference'), ctx.resource) ?? [])
    })
    return profiles.some((profile) => resources.some((resource) => this.conforms(resource, profile)))
  }

  /** Walks a path on both sides: what the slice says there, and what the value has there. */
  #follow(given: Given, slice: Node, steps: readonly string[], ctx: Ctx): Sides {
    let sides: Sides = { nodes: [{ node: slice, type: given.t }], values: given.v === undefined ? [] : [given.v] }
    for (const step of steps) {
      if (step === 'resolve()') sides = this.#resolved(sides, ctx)
      else if (step.startsWith('extension(')) sides = extensionStep(sides, /'([^']+)'/.exec(step)![1]!)
      else sides = plainStep(sides, step)
    }
    return sides
  }

  #resolved({ nodes, values }: Sides, ctx: Ctx): Sides {
    const targets = nodes.flatMap(({ node }) => (node.e.t ?? []).flatMap(({ g }) => g ?? []))
    return {
      nodes: targets.flatMap((url) => {
        const tree = treeOf(url)
        return tree ? [{ node: tree.root, type: tree.type }] : []
      }),
      values: values.flatMap((v) => this.resolve(textAt(v, 'reference'), ctx.resource) ?? []),
    }
  }

  #binding(v: Value, { b }: Element, type: string, place: string, ctx: Ctx): void {
    if (!b || !BOUND.has(type)) return
    if (type === 'CodeableConcept' && isItem(v) && itemsOf(v.coding).length === 0) {
      if (!v.text) this.#fault(ctx, 'missing', `${place}.coding`, '1')
      return
    }
    const probe = type === 'Quantity' && isItem(v) ? { system: v.system, code: v.code } : v
    if (memberOf(probe as Value, b) === false) this.#fault(ctx, 'code-not-in-list', place, b.split('/').at(-1))
  }

  #reference(v: Item, { t }: Element, place: string, ctx: Ctx): void {
    const reference = textAt(v, 'reference')
    const uses = (t ?? []).filter(({ c }) => c === 'Reference')
    const targets = uses.flatMap(({ g }) => g ?? [])
    const target = this.resolve(reference, ctx.resource)
    if (target) {
      if (targets.length && !targets.some((url) => this.conforms(target, url)))
        this.#fault(ctx, 'wrong-target', place, target.resourceType, true)
      return
    }
    if (!reference) return
    if (this.#bundle && uses.some(({ u }) => u)) this.#fault(ctx, 'not-in-bundle', place)
    const type = /([A-Z][A-Za-z]+)\/[^/]+$/.exec(reference)?.[1]
    const allows = (url: string) => [undefined, 'Resource', type].includes(typeOfStructure(url))
    if (type && targets.length && !targets.some(allows)) this.#fault(ctx, 'wrong-target', place, type)
  }
}

type Sides = { nodes: readonly { node: Node; type: string }[]; values: readonly Value[] }

const BOUND = new Set(['code', 'Coding', 'CodeableConcept', 'Quantity', 'string', 'uri'])
/** Lists beside each other keep their gaps: a null stands for "nothing here". */
const listAt = (value: Value | undefined): readonly (Value | undefined)[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value]

const constantOf = (constant: unknown): string => {
  const codes = JSON.stringify(constant).match(/"(?:code|system|url)":"([^"]+)"/g)
  return (codes ?? [JSON.stringify(constant)]).map((one) => one.replace(/^"\w+":|"/g, '')).join(' ')
}

/** Whether a code, coding or concept is of a value set; undefined when the lists held here cannot tell. */
export function memberOf(value: Value | undefined, url: string): boolean | undefined {
  const set = valueSet(url)
  if (!set) return undefined
  if (typeof value === 'string')
    return Object.values(set.codes).some((codes) => codes.includes(value)) || (set.open ? undefined : false)
  const codings = isItem(value) ? (value.coding ? itemsOf(value.coding) : [value]) : []
  const found = codings
    .filter((coding) => coding.code !== undefined || coding.system !== undefined)
    .map(({ system, code }) => {
      if (code === undefined) return false
      if (set.codes[String(system)]?.includes(String(code))) return true
      return set.open && !set.codes[String(system)] ? undefined : false
    })
  if (found.includes(true)) return true
  return found.includes(undefined) ? undefined : false
}

function plainStep({ nodes, values }: Sides, step: string): Sides {
  const below = nodes.flatMap(({ node, type }) => {
    const own = childrenOf(node, type)
    const profiled = (node.e.t ?? []).flatMap(({ p }) => p ?? []).flatMap((url) => treeOf(url)?.root.children ?? [])
    return [own, ...profiled].flatMap((children) => children.get(step) ?? children.get(`${step}[x]`) ?? [])
  })
  const inner = values.flatMap(listOf).flatMap((v) => {
    if (!isItem(v)) return []
    const key = v[step] === undefined ? Object.keys(v).find((name) => isChoice(name, step)) : step
    return key ? listOf(v[key]) : []
  })
  return { nodes: below.map((node) => ({ node, type: typesOf(node)[0] ?? 'Element' })), values: inner }
}
const isChoice = (name: string, stem: string) => name.startsWith(stem) && /^[A-Z]/.test(name.slice(stem.length))

function extensionStep({ nodes, values }: Sides, url: string): Sides {
  const slices = nodes.flatMap(({ node }) => node.children.get('extension')?.slices ?? [])
  return {
    nodes: slices.filter(({ e }) => e.t?.[0]?.p?.includes(url)).map((node) => ({ node, type: 'Extension' })),
    values: values.flatMap((v) => (isItem(v) ? itemsOf(v.extension).filter((one) => one.url === url) : [])),
  }
}

type Test = (value: Value) => boolean

/** What tells a value of the slice: a constant there, constants further down, or the list its codes must come from. */
function testsOf(nodes: readonly Node[]): readonly Test[] {
  const here = nodes.flatMap(({ e }): Test[] => [
    ...(e.f === undefined ? [] : [(v: Value) => equal(v, e.f)]),
    ...(e.p === undefined ? [] : [(v: Value) => matches(v, e.p)]),
  ])
  if (here.length) return here
  const deeper = nodes.flatMap((node): Test[] => {
    const constants = constantsBelow(node, [])
    return constants.length ? [(v) => constants.every((constant) => constant(v))] : []
  })
  if (deeper.length) return deeper
  return nodes.flatMap(({ e }) => (e.b ? [(v: Value) => memberOf(v, e.b!) !== false] : []))
}

function constantsBelow(node: Node, names: readonly string[]): Test[] {
  return [...node.children].flatMap(([name, child]) => {
    const path = [...names, name]
    const valuesAt = (v: Value) =>
      path.reduce<readonly Value[]>((all, step) => all.flatMap((one) => (isItem(one) ? listOf(one[step]) : [])), [v])
    const { f, p } = child.e
    return [
      ...(f === undefined ? [] : [(v: Value) => valuesAt(v).some((one) => equal(one, f))]),
      ...(p === undefined ? [] : [(v: Value) => valuesAt(v).some((one) => matches(one, p))]),
      ...constantsBelow(child, path),
    ]
  })
}

const isReportProfile = (url: string) => url.startsWith(REPORT)

/** Profiles of guides that are read here, and those that look like one and are none. */
const GUIDES = /^http:\/\/(fhir\.kl\.dk\/(core|ffbmessaging|ffbreporting)|hl7\.dk\/fhir\/core)\//
export const profilesOf = (resource: Resource): readonly string[] =>
  listOf(isItem(resource.meta) ? resource.meta.profile : undefined)
    .filter((url): url is string => typeof url === 'string')
    .map(bare)

/** Faults of one resource against every profile it claims, or against its kind alone when it claims none. */
function faultsOfOne(check: Check, resource: Resource, more: readonly string[]): FhirFault[] {
  const claimed = [...new Set([...profilesOf(resource), ...more])]
  const held = claimed.filter(isKnown)
  const unknown = claimed
    .filter((url) => !isKnown(url) && GUIDES.test(url))
    .flatMap((url) => check.against(resource, url))
  const kind = urlOfType(resource.resourceType)
  if (!isKnown(kind)) return [faultAbout(resource, 'unknown-resource')]
  return [...unknown, ...(held.length ? held : [kind]).flatMap((url) => check.against(resource, url))]
}

const faultAbout = (resource: Resource, kind: FaultKind, place = ''): FhirFault => ({
  ...{ kind, resourceType: /^[A-Z][A-Za-z]{1,40}$/.test(resource.resourceType) ? resource.resourceType : '?' },
  ...{ resourceId: undefined, place, about: '', follows: false },
})

const ORDER = 'http://fhir.kl.dk/ffbmessaging/StructureDefinition/kl-messaging-ffb-orderMessage'
const DELIVERY = `${REPORT}kl-reporting-ffb-deliveryReport`

/** A message must be an order, and a collection of reporting resources a report, also when it does not say so itself. */
function profilesMeant(root: Resource): readonly string[] {
  if (root.resourceType !== 'Bundle') return []
  if (root.type === 'message') return [ORDER]
  const within = itemsOf(root.entry).flatMap(({ resource }) =>
    isItem(resource) ? profilesOf(resource as Resource) : [],
  )
  return within.some(isReportProfile) ? [DELIVERY] : []
}

/** All faults of a resource or bundle. Those that only follow from another are left out when there is another. */
export function faultsOf(root: Resource): FhirFault[] {
  const check = new Check(root)
  const found = faultsOfOne(check, root, profilesMeant(root))
  for (const { resource } of itemsOf(root.resourceType === 'Bundle' ? root.entry : undefined))
    if (isItem(resource) && typeof resource.resourceType === 'string')
      found.push(...faultsOfOne(check, resource as Resource, []))
  const told = new Map(found.map((fault) => [JSON.stringify(fault), fault]))
  const first = [...told.values()].filter(({ follows }) => !follows)
  return first.length ? first : [...told.values()]
}

import fs from 'node:fs'
import path from 'node:path'

const R4 = 'http://hl7.org/fhir/StructureDefinition/'

export type TypeUse = {
  /** Type. */
  readonly c: string
  /** Profiles that the value must meet one of. */
  readonly p?: readonly string[]
  /** Profiles that the target of a reference must meet one of. */
  readonly g?: readonly string[]
  /** The target must lie in the bundle. */
  readonly u?: 1
}
/** One element of a structure, as `src/app/fhir/compact.ts` writes it. */
export type Element = {
  /** At least. */
  readonly n?: number
  /** At most; without bound when left out. */
  readonly x?: number
  /** Not a list in the JSON. */
  readonly o?: 1
  readonly t?: readonly TypeUse[]
  /** Value set that a code must come from. */
  readonly b?: string
  /** Keys of the rules that must hold. */
  readonly k?: readonly string[]
  readonly f?: unknown
  readonly p?: unknown
  readonly v?: Readonly<Record<string, number>>
  readonly s?: { readonly d: readonly (readonly [string, string])[]; readonly c?: 1 }
  /** The id of the element whose content this one has. */
  readonly r?: string
  readonly l?: number
}
type Structure = { type: string; kind: string; of?: string; elements: Readonly<Record<string, Element>> }
export type Codes = { readonly open?: 1; readonly codes: Readonly<Record<string, readonly string[]>> }
type Definitions = { structures: Record<string, Structure>; valueSets: Record<string, Codes> }

/** An element with what stands below it. */
export type Node = {
  readonly id: string
  readonly name: string
  readonly slice: string | undefined
  readonly e: Element
  readonly children: Map<string, Node>
  readonly slices: Node[]
  readonly tree: Tree
}
export type Tree = {
  readonly url: string
  readonly type: string
  readonly byId: Map<string, Node>
  readonly root: Node
}

let read: Definitions | undefined
const definitions = (): Definitions => {
  read ??= JSON.parse(fs.readFileSync(path.join(import.meta.dirname, 'definitions.gen.json'), 'utf8')) as Definitions
  return read
}

const trees = new Map<string, Tree | undefined>()

export const urlOfType = (type: string): string => R4 + type
export const bare = (url: string): string => url.split('|')[0]!
export const isKnown = (url: string): boolean => definitions().structures[bare(url)] !== undefined
export const isResourceType = (type: string): boolean =>
  type === 'Resource' || type === 'DomainResource' || definitions().structures[R4 + type]?.kind === 'resource'
export const typeOfStructure = (url: string): string | undefined => definitions().structures[bare(url)]?.type
/** Undefined for a value set that is not held. */
export const valueSet = (url: string): Codes | undefined => definitions().valueSets[bare(url)]

/** The structure as a tree; of a profile together with what it takes over from its resource. */
export function treeOf(url: string): Tree | undefined {
  const at = bare(url)
  if (!trees.has(at)) trees.set(at, plant(at))
  return trees.get(at)
}

function plant(url: string): Tree | undefined {
  const structure = definitions().structures[url]
  if (!structure) return undefined
  const above = structure.of ? definitions().structures[structure.of]!.elements : {}
  const byId = new Map<string, Node>()
  const tree = { url, type: structure.type, byId } as { -readonly [K in keyof Tree]: Tree[K] }
  for (const [id, e] of Object.entries({ ...above, ...structure.elements })) {
    const node = place(byId, id, e, tree)
    tree.root ??= node
  }
  return tree
}

function place(byId: Map<string, Node>, id: string, e: Element, tree: Tree): Node {
  const cut = id.lastIndexOf('.')
  const [name, slice] = id.slice(cut + 1).split(':') as [string, string | undefined]
  const node: Node = { id, name, slice, e, children: new Map(), slices: [], tree }
  byId.set(id, node)
  if (cut < 0) return node
  const before = id.slice(0, cut)
  if (!slice) byId.get(before)?.children.set(name, node)
  else if (slice.includes('/')) byId.get(id.slice(0, id.lastIndexOf('/')))?.slices.push(node)
  else byId.get(`${before}.${name}`)?.slices.push(node)
  return node
}

/** What may stand below a value of the type. */
export function childrenOf(node: Node, type: string): ReadonlyMap<string, Node> {
  const referred = node.e.r && node.tree.byId.get(node.e.r)
  if (referred) return referred.children
  if (node.children.size) return node.children
  return treeOf(type.includes('/') ? type : R4 + type)?.root.children ?? new Map()
}

export function typesOf(node: Node): readonly string[] {
  const { e } = node.e.r ? (node.tree.byId.get(node.e.r) ?? node) : node
  return [...new Set((e.t ?? []).map(({ c }) => c))]
}

/** Every type that a choice could have before a profile took some away. */
export function choicesOf(parent: Node, type: string, child: Node): readonly string[] {
  const plain = child.id.replace(/:[^.]+/g, '')
  const root = treeOf(R4 + parent.tree.type)
  const base = root?.byId.get(plain) ?? treeOf(R4 + type)?.root.children.get(child.name)
  return [...new Set([...(base?.e.t ?? []), ...(child.e.t ?? [])].map(({ c }) => c))]
}

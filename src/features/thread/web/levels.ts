import type { OutputOf } from '#kernel/lang/contract.ts'
import type { Id } from '#kernel/lang/id.ts'
import type { Knot, ThreadLink, thread } from '../contract.ts'

type Answer = OutputOf<typeof thread.of>
export type PlacedKnot = {
  readonly knot: Knot
  /** Links that lead to it from the record's side. */
  readonly links: readonly ThreadLink[]
  /** Read towards what came before. */
  readonly isBack: boolean
}
export type Level = readonly PlacedKnot[]

const place = ({ knots, links }: Answer, isBack: boolean): Level[] => {
  const depthOf = new Map(knots.map(({ id, depth }) => [id, depth]))
  const leadsTo = (id: Id) =>
    links.filter((link) => (isBack ? link.fromId : link.toId) === id && nearer(link, isBack, depthOf))
  const depth = Math.max(0, ...knots.map((knot) => knot.depth))
  return Array.from({ length: depth }, (_, at) =>
    knots.filter((knot) => knot.depth === at + 1).map((knot) => ({ knot, links: leadsTo(knot.id), isBack })),
  )
}

/** A link back to something already met (a circle) is told where it was met first. */
const nearer = (link: ThreadLink, isBack: boolean, depthOf: ReadonlyMap<Id, number>): boolean => {
  const [far, near] = isBack ? [link.fromId, link.toId] : [link.toId, link.fromId]
  return depthOf.get(near)! < depthOf.get(far)!
}

/** The thread as levels in the order of time: the farthest back first, the record itself, then what came of it. */
export function levelsOf(back: Answer, on: Answer): Level[] {
  const own = on.knots.find(({ depth }) => depth === 0)
  const self: Level = own ? [{ knot: own, links: [], isBack: false }] : []
  return [...place(back, true).reverse(), self, ...place(on, false)]
}

import type { ComponentType } from 'react'
import type { GlyphName } from '#kernel/ui/index.ts'
import type { Me } from './session.ts'

/** The blanks of an address: `'/citizens/$citizenId'` gives `{ citizenId }`. */
type BlanksOf<P extends string> = P extends `${string}$${infer Name}/${infer Rest}`
  ? Name | BlanksOf<Rest>
  : P extends `${string}$${infer Name}`
    ? Name
    : never
export type ParamsOf<P extends string> = { readonly [K in BlanksOf<P>]: string }

/** One address and the page that stands there; fetched when first visited. */
export type PageAt = {
  readonly path: string
  /** For the browser's tab and history: never a citizen's name, the tablet is shared. */
  readonly title: () => string
  readonly load: () => Promise<ComponentType<Record<string, string>>>
}

/** The page gets the address's blanks as its props. */
export const page = <const P extends string>(
  path: P,
  given: { title: () => string; load: () => Promise<ComponentType<ParamsOf<P>>> },
): PageAt => ({ path, ...given }) as unknown as PageAt

/** A place in the menu. `order`: 10 Min vagt, 20 Borgere, 30 Overlevering, 40 Søg, 50 Enhed. */
export type NavEntry = {
  readonly label: () => string
  readonly href: string
  readonly glyph: GlyphName
  readonly order: number
  /** Asked with the roles held in the unit one works in, and the parts of the product it does without; left out, the place is for all. */
  readonly isFor?: (who: {
    readonly me: Me
    readonly roles: readonly string[]
    readonly without: readonly string[]
  }) => boolean
}

/** A part that a higher feature hangs on a lower one's page: the timeline on the citizen's page. */
export type Panel = {
  /** Names the page and the place: `citizen.main`. */
  readonly slot: string
  readonly order: number
  readonly load: () => Promise<ComponentType<never>>
}

/** The face of a feature's screens; `web/index.ts` exports one. */
export type FeatureWeb = {
  readonly routes: readonly PageAt[]
  /** Pages for those who are not signed in and never will be: a guest with a code. They stand outside the house. */
  readonly openPages?: readonly PageAt[]
  readonly navigation?: readonly NavEntry[]
  readonly panels?: readonly Panel[]
}

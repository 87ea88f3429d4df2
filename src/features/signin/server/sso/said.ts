import type { Assurance } from '../../contract.ts'
import type { PrivilegeGroup } from './privileges.ts'

/** What another house says of somebody, after its word was found genuine. */
export type Said = {
  /** Lasting id there. */
  subject: string
  name: string
  /** As said; undefined when nothing was said about it. */
  assurance: string | undefined
  privileges: readonly PrivilegeGroup[]
}

/** `Substantial`, also at the end of an address. @returns null for a word we do not know */
export function levelOf(said: string | undefined, assumed: Assurance | null): Assurance | null {
  if (said === undefined || said === '') return assumed
  const word = said.split(/[/:]/).at(-1)!.toLowerCase()
  return word === 'low' || word === 'substantial' || word === 'high' ? word : null
}

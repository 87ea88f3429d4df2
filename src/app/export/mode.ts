import type { Opened } from '#app/server/open-house.ts'

/** One kind of export: its options are read before the house is opened, so that a slip costs nothing. */
export type ExportMode = {
  readonly usage: string
  /** @throws Error saying which option is wrong */
  read(args: string[]): (house: Opened, say: (line: string) => void) => Promise<number>
}

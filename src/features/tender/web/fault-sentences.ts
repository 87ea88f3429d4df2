import { language } from '#kernel/lang/text.ts'
import { Told } from '#kernel/web/index.ts'

type Said = { readonly da: string; readonly en: string }

/** Every fault the server found, as it said it. */
export const faultSentences = (problem: unknown): string[] =>
  problem instanceof Told ? problem.faults.map((fault) => (fault as unknown as Said)[language()]) : []

import type { LoadedConcept } from '#features/terminology/contract.ts'
import { Problem } from '#kernel/lang/problem.ts'
import { type Item, isItem, itemsOf, textAt, type Value } from './fhir/json.ts'

/** An official FHIR CodeSystem, as a list of codes under their headings. @throws Problem when it is none, or holds no codes */
export function readCodeSystem(value: Value): {
  system: string
  version: string
  title: string
  concepts: LoadedConcept[]
} {
  const [system, version] = [textAt(value, 'url'), textAt(value, 'version')]
  if (!isItem(value) || value.resourceType !== 'CodeSystem' || !system || !version)
    throw new Problem('bad-input', 'exchange.no-code-system')
  const concepts = flat(itemsOf(value.concept), null)
  if (concepts.length === 0) throw new Problem('bad-input', 'exchange.no-code-system')
  return { system, version, title: textAt(value, 'title') ?? textAt(value, 'name') ?? system, concepts }
}

const flat = (concepts: readonly Item[], parentCode: string | null): LoadedConcept[] =>
  concepts.flatMap((concept) => {
    const code = textAt(concept, 'code')
    if (code === undefined) throw new Problem('bad-input', 'exchange.no-code-system')
    // Displays of older releases end in blanks.
    const name = textAt(concept, 'display')?.trim() || code
    return [{ code, parentCode, name }, ...flat(itemsOf(concept.concept), code)]
  })

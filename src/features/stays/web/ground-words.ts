import { isLegalGround, type LegalGroundKey, legalGrounds } from '#features/org/legal-grounds.ts'
import { language } from '#kernel/lang/text.ts'

/** `SEL § 107: Midlertidigt botilbud`; a key that is no longer on the list stands as it is. */
export function groundWords(key: string): string {
  if (!isLegalGround(key)) return key
  const ground = legalGrounds[key]
  return `${ground.law}: ${ground[language()]}`
}

/** All grounds; those that the unit rests on first. */
export function groundsFor(own: readonly string[]): LegalGroundKey[] {
  const all = Object.keys(legalGrounds).filter(isLegalGround)
  return all.sort((a, b) => Number(own.includes(b)) - Number(own.includes(a)))
}

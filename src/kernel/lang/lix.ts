const LONG_LETTERS = 7

/**
 * Readability (læsbarhedsindeks) of a text: words per sentence plus the share of long words.
 * Under 25 very easy, under 35 easy, under 45 middle, under 55 hard, from 55 very hard. Short texts give a rough figure.
 *
 * @returns a whole number; undefined where there are no words
 * @source C. H. Björnsson, Läsbarhet (1968): long is more than six letters
 */
export function lix(text: string): number | undefined {
  const words = text.match(/[\p{L}\p{N}](?:[\p{L}\p{N}'’-]|(?<=\p{N})[.,](?=\p{N}))*/gu)
  if (!words) return undefined
  const long = words.filter((word) => word.replace(/[^\p{L}\p{N}]/gu, '').length >= LONG_LETTERS).length
  // A line without a full stop, as a heading, is a sentence of its own.
  const sentences = text.split(/[.:!?]+(?=\s|$)|\n+/).filter((part) => /[\p{L}\p{N}]/u.test(part)).length
  return Math.round(words.length / sentences + (100 * long) / words.length)
}

/** What texts to all employees are held against. @source own aim of the project, no rule */
export const LIX_FOR_ALL = 40

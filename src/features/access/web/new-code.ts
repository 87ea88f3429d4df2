/** Six digits by the browser's own dice; every one of the million as likely as the next. */
export function newCode(): string {
  const limit = 4_294_000_000
  const dice = new Uint32Array(1)
  do crypto.getRandomValues(dice)
  while (dice[0]! >= limit)
  return String(dice[0]! % 1_000_000).padStart(6, '0')
}

/** `402 913`: read aloud and typed in two breaths. */
export const codeWords = (code: string): string => `${code.slice(0, 3)} ${code.slice(3)}`

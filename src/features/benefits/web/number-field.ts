/** `10,5` and `10.5`; undefined when it is no number. */
export function numberOf(typed: string): number | undefined {
  const read = typed.trim().replace(',', '.')
  return /^-?\d+(\.\d+)?$/.test(read) ? Number(read) : undefined
}
export const shownNumber = (value: number | null | undefined): string =>
  value == null ? '' : String(value).replace('.', ',')

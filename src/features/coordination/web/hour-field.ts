/** Hours as people type them, `7,5`, in whole minutes; undefined when it is no number. */
export function minutesOf(typed: string): number | undefined {
  const said = typed.trim().replace(',', '.')
  return /^\d{1,6}(\.\d{1,2})?$/.test(said) ? Math.round(Number(said) * 60) : undefined
}

export const typedHours = (minutes: number): string => String(Math.round(minutes / 0.6) / 100).replace('.', ',')

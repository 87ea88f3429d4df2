/** An exact number. An award turns on the fourth decimal, and binary floating point has no exact fourth decimal. */
export type Fraction = { readonly over: bigint; readonly under: bigint }

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? (a < 0n ? -a : a) : gcd(b, a % b))

export function fraction(over: bigint, under = 1n): Fraction {
  const sign = under < 0n ? -1n : 1n
  const shared = gcd(over, under) * sign || 1n
  return { over: over / shared, under: under / shared }
}

export const zero = fraction(0n)
const THOUSANDTHS = 1000
/** Of a number that people wrote, with at most three decimals. */
export const ofNumber = (value: number): Fraction =>
  fraction(BigInt(Math.round(value * THOUSANDTHS)), BigInt(THOUSANDTHS))

export const plus = (a: Fraction, b: Fraction): Fraction =>
  fraction(a.over * b.under + b.over * a.under, a.under * b.under)
export const minus = (a: Fraction, b: Fraction): Fraction =>
  fraction(a.over * b.under - b.over * a.under, a.under * b.under)
export const times = (a: Fraction, b: Fraction): Fraction => fraction(a.over * b.over, a.under * b.under)
/** @throws RangeError when `b` is zero */
export const divided = (a: Fraction, b: Fraction): Fraction => fraction(a.over * b.under, a.under * b.over)
export const sumOf = (all: readonly Fraction[]): Fraction => all.reduce(plus, zero)
/** Below zero when `a` is less. */
export const compared = (a: Fraction, b: Fraction): number => {
  const left = a.over * b.under
  const right = b.over * a.under
  return left < right ? -1 : left > right ? 1 : 0
}

export type Rounding = 'half-even' | 'half-up'

/** @returns the number times 10 to the power of `decimals`, rounded to a whole one */
function scaled({ over, under }: Fraction, decimals: number, rounding: Rounding): bigint {
  const wide = (over < 0n ? -over : over) * 10n ** BigInt(decimals)
  const whole = wide / under
  const twice = (wide % under) * 2n
  const isUp = twice > under || (twice === under && (rounding === 'half-up' || whole % 2n === 1n))
  const rounded = isUp ? whole + 1n : whole
  return over < 0n ? -rounded : rounded
}

export const rounded = (value: Fraction, decimals: number, rounding: Rounding): Fraction =>
  fraction(scaled(value, decimals, rounding), 10n ** BigInt(decimals))

/** `6.6532`: as many decimals as asked for, halves rounded up. */
export function asDecimal(value: Fraction, decimals: number): string {
  const whole = scaled(value, decimals, 'half-up')
  const digits = (whole < 0n ? -whole : whole).toString().padStart(decimals + 1, '0')
  const at = digits.length - decimals
  return `${whole < 0n ? '-' : ''}${digits.slice(0, at)}${decimals ? `.${digits.slice(at)}` : ''}`
}

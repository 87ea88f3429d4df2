/**
 * Numbers that look like chance and are the same for the same seed on every machine: sfc32 (Chris Doty-Humphrey, PractRand).
 * Only whole-number operations and division are used, so no platform's sine or logarithm can make a difference.
 */
export class Random {
  #a: number
  #b: number
  #c: number
  #counter = 1

  /** @param seed any text; each stream of the generator has its own, so that more notes never change the people */
  constructor(seed: string) {
    this.#a = hashed(seed, 2_166_136_261)
    this.#b = hashed(seed, 3_339_675_911)
    this.#c = hashed(seed, 668_265_263)
    for (let i = 0; i < 15; i++) this.bits()
  }

  /** 32 bits, as a whole number from 0. */
  bits(): number {
    const sum = (this.#a + this.#b + this.#counter) | 0
    this.#counter = (this.#counter + 1) | 0
    this.#a = this.#b ^ (this.#b >>> 9)
    this.#b = (this.#c + (this.#c << 3)) | 0
    this.#c = ((this.#c << 21) | (this.#c >>> 11)) + sum
    return sum >>> 0
  }

  /** From 0 up to, not including, 1. */
  share(): number {
    return this.bits() / 4_294_967_296
  }

  below(limit: number): number {
    return Math.floor(this.share() * limit)
  }

  chance(share: number): boolean {
    return this.share() < share
  }

  pick<T>(from: readonly T[]): T {
    return from[this.below(from.length)] as T
  }

  /** A UUID of version 7 whose time is the record's own, so that rows stand in an index as they would have in life. */
  id(at: number): string {
    const time = at.toString(16).padStart(12, '0')
    const [one, two, three] = [hex(this.bits()), hex(this.bits()), hex(this.bits())]
    const variant = VARIANTS[one[3]!]!
    return `${time.slice(0, 8)}-${time.slice(8)}-7${one.slice(0, 3)}-${variant}${one.slice(4, 7)}-${two}${three.slice(0, 4)}`
  }
}

/** The two highest bits of the digit say which kind of UUID it is. */
const VARIANTS = Object.fromEntries(
  Array.from({ length: 16 }, (_, digit) => [digit.toString(16), ((digit & 3) | 8).toString(16)]),
)
const BYTES = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))
/** Looked up, not worked out: two million ids a minute. */
const hex = (bits: number) =>
  BYTES[bits >>> 24]! + BYTES[(bits >>> 16) & 255]! + BYTES[(bits >>> 8) & 255]! + BYTES[bits & 255]!

/** FNV-1a. */
function hashed(text: string, start: number): number {
  let state = start | 0
  for (let i = 0; i < text.length; i++) state = Math.imul(state ^ text.charCodeAt(i), 16_777_619)
  return state
}

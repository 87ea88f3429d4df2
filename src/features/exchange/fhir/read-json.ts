import { Problem } from '#kernel/lang/problem.ts'
import type { Value } from './json.ts'

/** A message with attachments within it; larger is refused before it is read. */
export const MOST_BYTES = 20 * 1024 * 1024
const MOST_DEPTH = 48
/** Values in all: an order of the largest kind has some thousands. */
const MOST_VALUES = 250_000
/** Names that would reach something of the language. */
const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype'])

const wrong = (code: `exchange.${string}`, facts: Record<string, string | number> = {}) =>
  new Problem('bad-input', code, facts)

const decoder = new TextDecoder('utf-8', { fatal: true })

/**
 * Reads JSON from strangers: within bounds of size, depth and number, each name once in its object, and nothing after the end.
 * @throws Problem that says what is wrong and in which line
 */
export function readJson(octets: Uint8Array): Value {
  if (octets.length > MOST_BYTES) throw wrong('exchange.too-large', { mb: MOST_BYTES / 1024 / 1024 })
  return new Reader(decoded(octets)).whole()
}

function decoded(octets: Uint8Array): string {
  try {
    return decoder.decode(octets)
  } catch {
    throw wrong('exchange.not-utf8')
  }
}

const SPACE = /[ \t\r\n]*/y
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
/** A run of a text without end, escape or control character: one loop without choices, so that megabytes need no stack. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must not stand in a string
const PLAIN = /[^"\\\u0000-\u001f]*/y
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y
/** An escape that the end of the file cut through. */
const CUT_ESCAPE = /\\(?:u[0-9a-fA-F]{0,3})?$/y
const WORD = /true|false|null/y

class Reader {
  readonly #text: string
  #at = 0
  #values = 0

  constructor(text: string) {
    this.#text = text
  }

  whole(): Value {
    this.#skip()
    if (this.#at === this.#text.length) throw wrong('exchange.empty')
    const value = this.#value(0)
    this.#skip()
    if (this.#at < this.#text.length) throw this.#broken()
    return value
  }

  #value(depth: number): Value {
    if (depth > MOST_DEPTH) throw wrong('exchange.too-deep', { most: MOST_DEPTH })
    if (++this.#values > MOST_VALUES) throw wrong('exchange.too-many', { most: MOST_VALUES })
    const sign = this.#text[this.#at]
    if (sign === '{') return this.#object(depth)
    if (sign === '[') return this.#array(depth)
    if (sign === '"') return this.#string()
    const number = this.#take(NUMBER)
    if (number !== undefined) return this.#finite(Number(number))
    const word = this.#take(WORD)
    if (word === undefined) throw this.#broken()
    return word === 'null' ? null : word === 'true'
  }

  /** `1e999` is JSON and no number we could hand on: it would be stored as nothing. */
  #finite(number: number): number {
    if (!Number.isFinite(number)) throw wrong('exchange.unstorable', { line: this.#line() })
    return number
  }

  #object(depth: number): Value {
    const found: Record<string, Value> = {}
    this.#at++
    if (this.#ends('}')) return found
    do {
      this.#skip()
      const name = this.#string()
      if (FORBIDDEN.has(name)) throw wrong('exchange.forbidden-name', { line: this.#line() })
      if (Object.hasOwn(found, name)) throw wrong('exchange.name-twice', { line: this.#line() })
      this.#skip()
      if (this.#text[this.#at++] !== ':') throw this.#broken()
      this.#skip()
      found[name] = this.#value(depth + 1)
    } while (this.#goesOn('}'))
    return found
  }

  #array(depth: number): Value {
    const found: Value[] = []
    this.#at++
    if (this.#ends(']')) return found
    do {
      this.#skip()
      found.push(this.#value(depth + 1))
    } while (this.#goesOn(']'))
    return found
  }

  #string(): string {
    const from = this.#at
    if (this.#text[this.#at] !== '"') throw this.#broken()
    this.#at++
    do this.#take(PLAIN)
    while (this.#take(ESCAPE) !== undefined)
    if (this.#text[this.#at] !== '"')
      throw this.#take(CUT_ESCAPE) === undefined ? this.#broken() : wrong('exchange.cut-off')
    const quoted = this.#text.slice(from, ++this.#at)
    const text = quoted.includes('\\') ? (JSON.parse(quoted) as string) : quoted.slice(1, -1)
    if (text.includes('\u0000') || !text.isWellFormed()) throw wrong('exchange.unstorable', { line: this.#line() })
    return text
  }

  #ends(sign: string): boolean {
    this.#skip()
    if (this.#text[this.#at] !== sign) return false
    this.#at++
    return true
  }

  #goesOn(end: string): boolean {
    this.#skip()
    const sign = this.#text[this.#at++]
    if (sign === ',') return true
    if (sign === end) return false
    throw this.#broken()
  }

  #skip(): void {
    this.#take(SPACE)
  }

  #take(what: RegExp): string | undefined {
    what.lastIndex = this.#at
    const found = what.exec(this.#text)?.[0]
    if (found !== undefined) this.#at += found.length
    return found
  }

  #line(): number {
    let line = 1
    for (let i = this.#text.indexOf('\n'); i >= 0 && i < this.#at; i = this.#text.indexOf('\n', i + 1)) line++
    return line
  }

  #broken(): Problem {
    if (this.#at >= this.#text.length) return wrong('exchange.cut-off')
    return wrong('exchange.not-json', { line: this.#line() })
  }
}

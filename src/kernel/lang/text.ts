/** The two languages of the product. Danish is first; English is held to the same keys by its type. */
export type Language = 'da' | 'en'

let current: Language = 'da'
export const language = (): Language => current
export const setLanguage = (to: Language): void => {
  current = to
}

/** English must say everything Danish says, with the same blanks. */
export type Same<T> = {
  readonly [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends (...a: infer A) => string
      ? (...a: A) => string
      : Same<T[K]>
}

/** Words of a feature in the language of the reader: `text.title` is read at each rendering. */
export function bilingual<T extends object>(da: T, en: Same<T>): Same<T> {
  return new Proxy(da as Same<T>, { get: (_, key) => Reflect.get(current === 'da' ? da : en, key) })
}

/** One thing to say, in both languages: what the build makes of the words on a feature's face (vite.config.ts). */
export const inTongue = <T>(da: T, en: T): T => (current === 'da' ? da : en)

/**
 * In the built web app English is a file of its own, fetched by those who read it (vite.config.ts): each `text.en.ts` becomes
 * what `inEnglish` gives until then. Server and tests read the files themselves.
 */
const said = new Map<string, object>()

export const inEnglish = (file: string): object =>
  new Proxy({}, { get: (_, key) => Reflect.get(said.get(file) ?? {}, key) })

/** Once it is fetched: the words of each file. */
export function hearEnglish(files: Record<string, object>): void {
  for (const [file, words] of Object.entries(files)) said.set(file, words)
}

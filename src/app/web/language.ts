import { hearEnglish } from '#kernel/lang/english.ts'
import { type Language, language, setLanguage } from '#kernel/lang/text.ts'
import { Cell, flushDrafts, useCell } from '#kernel/web/index.ts'

const KEY = 'language'
const spoken = new Cell<Language>(language())

/** English comes from the server; without network one reads Danish on. */
async function speak(wanted: Language): Promise<void> {
  const to = wanted === 'en' ? await fetchEnglish() : wanted
  setLanguage(to)
  document.documentElement.lang = to
  spoken.set(to)
}

const fetchEnglish = (): Promise<Language> =>
  import('virtual:english').then(
    ({ default: files }) => {
      hearEnglish(files)
      return 'en' as const
    },
    () => 'da' as const,
  )

function chosen(): Language {
  try {
    return localStorage.getItem(KEY) === 'en' ? 'en' : 'da'
  } catch {
    return 'da'
  }
}

/** Once, before anything is drawn. */
export const startLanguage = (): Promise<void> => speak(chosen())

export const useLanguage = (): Language => useCell(spoken)

/** The pages are drawn anew; what stands in their fields is carried to safety first. */
export async function changeLanguage(to: Language): Promise<void> {
  await flushDrafts()
  try {
    localStorage.setItem(KEY, to)
  } catch {
    // Spoken until the page is loaded anew.
  }
  await speak(to)
}

import { type Language, language, setLanguage } from '#kernel/lang/text.ts'
import { Cell, flushDrafts, useCell } from '#kernel/web/index.ts'

const KEY = 'language'
const spoken = new Cell<Language>(language())

function speak(to: Language): void {
  setLanguage(to)
  document.documentElement.lang = to
  spoken.set(to)
}

/** Once, before anything is drawn. */
export function startLanguage(): void {
  try {
    speak(localStorage.getItem(KEY) === 'en' ? 'en' : 'da')
  } catch {
    speak('da')
  }
}

export const useLanguage = (): Language => useCell(spoken)

/** The pages are drawn anew; what stands in their fields is carried to safety first. */
export async function changeLanguage(to: Language): Promise<void> {
  await flushDrafts()
  try {
    localStorage.setItem(KEY, to)
  } catch {
    // Spoken until the page is loaded anew.
  }
  speak(to)
}

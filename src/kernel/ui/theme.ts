export type Theme = 'light' | 'dark' | 'automatic'

const KEY = 'theme'

/** Storage can be refused (private window, shared tablet); then the tablet's own choice stands. */
export function storedTheme(): Theme {
  try {
    const stored = localStorage.getItem(KEY)
    return stored === 'light' || stored === 'dark' ? stored : 'automatic'
  } catch {
    return 'automatic'
  }
}

/** Call once before the first drawing, so that the page does not blink. */
export function applyTheme(theme: Theme = storedTheme()): void {
  const root = document.documentElement
  if (theme === 'automatic') delete root.dataset.theme
  else root.dataset.theme = theme
}

export function storeTheme(theme: Theme): void {
  try {
    localStorage.setItem(KEY, theme)
  } catch {
    // Not remembered, but shown.
  }
  applyTheme(theme)
}

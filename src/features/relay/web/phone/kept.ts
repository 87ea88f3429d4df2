/** What the telephone keeps of a meeting: what lets it in again, and what is being written. */
export type Kept = { readonly code: string; readonly token: string; readonly draft: string; readonly id: string }

const KEY = 'moede'

export function kept(): Kept | undefined {
  try {
    return (JSON.parse(localStorage.getItem(KEY) ?? 'null') as Kept | null) ?? undefined
  } catch {
    return undefined
  }
}

export function keep(what: Kept | undefined): void {
  try {
    if (what) localStorage.setItem(KEY, JSON.stringify(what))
    else localStorage.removeItem(KEY)
  } catch {
    // A full or barred store: the page remembers as long as it is open.
  }
}

import { text } from './text.ts'

type Listener = (words: string) => void
const listeners = new Set<Listener>()

/** Says something to those who listen rather than look. Silent when no `Announcer` stands on the page. */
export function announce(words: string): void {
  for (const listener of listeners) listener(words)
}

export function onAnnounce(listener: Listener): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** After a dialog's deed: said to those who listen, and the dialog goes away. */
export const savedAndClose =
  (onClose: () => void, words: string = text.done) =>
  () => {
    announce(words)
    onClose()
  }

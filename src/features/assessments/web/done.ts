import { announce } from '#kernel/ui/index.ts'
import { text } from './text.ts'

/** Said aloud, and out of the way. */
export const savedThen = (onClose: () => void) => () => {
  announce(text.saved)
  onClose()
}

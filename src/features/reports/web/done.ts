import { announce } from '#kernel/ui/index.ts'
import { text } from './text.ts'

/** Said aloud, and out of the way. */
export const savedAndClose = (onClose: () => void) => () => {
  announce(text.saved)
  onClose()
}

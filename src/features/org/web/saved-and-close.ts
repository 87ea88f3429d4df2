import { announce } from '#kernel/ui/index.ts'
import { words } from './administration-text.ts'

/** After a dialog's deed: said to those who listen, and the dialog goes away. */
export const savedAndClose = (onClose: () => void) => () => {
  announce(words.saved)
  onClose()
}

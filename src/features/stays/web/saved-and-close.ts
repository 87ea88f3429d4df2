import { announce } from '#kernel/ui/index.ts'
import { text } from './text.ts'

/** After a dialog's deed: said to those who listen, and the dialog goes away. */
export const savedAndClose = (onClose: () => void) => () => {
  announce(text.saved)
  onClose()
}

import { announce } from '#kernel/ui/index.ts'
import { text } from './text.ts'

/** After a dialog's deed: said to those who listen, and the dialog goes away. */
export const savedAndClose = (onClose: () => void) => () => {
  announce(text.saved)
  onClose()
}

/** What a write of the plan changes beside it. */
export const touches = ['thread'] as const

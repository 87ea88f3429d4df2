import type { ReactNode } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { IconButton } from './Button.tsx'
import styles from './OpenDialog.module.css'
import { text } from './text.ts'

export type DialogProps = {
  isOpen: boolean
  onClose: () => void
  title: string
  /** The deed first, then the way out. */
  actions?: ReactNode
  /** What is written here must not be lost by a tap outside. */
  isSticky?: boolean
  children: ReactNode
}

/** One question at a time. From below on a phone, in the middle on wide screens. */
export function OpenDialog({ isOpen, onClose, title, actions, isSticky = false, children }: DialogProps) {
  return (
    <ModalOverlay
      className={styles.overlay}
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable={!isSticky}
    >
      <Modal className={styles.modal}>
        <AriaDialog className={styles.dialog}>
          <header className={styles.head}>
            <Heading slot="title">{title}</Heading>
            <IconButton glyph="close" label={text.close} onPress={onClose} />
          </header>
          <div className={styles.body}>{children}</div>
          {actions && <footer className={styles.actions}>{actions}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}

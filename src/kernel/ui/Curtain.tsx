import { type ReactNode, useEffect } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import styles from './Curtain.module.css'

/** Before everything on the screen, dialogs too: what lies behind can neither be seen, heard nor reached. */
export function Curtain({ title, children }: { title: string; children: ReactNode }) {
  useDrawn()
  return (
    <ModalOverlay className={styles.curtain} isOpen isDismissable={false} isKeyboardDismissDisabled>
      <Modal className={styles.middle}>
        <AriaDialog className={styles.dialog}>
          <Heading slot="title">{title}</Heading>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}

function useDrawn(): void {
  useEffect(() => {
    document.documentElement.dataset.curtain = 'drawn'
    return () => {
      delete document.documentElement.dataset.curtain
    }
  }, [])
}

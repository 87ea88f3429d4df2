import type { ReactNode } from 'react'
import styles from './Disclosure.module.css'
import { Glyph } from './Glyph.tsx'

type DisclosureProps = { title: ReactNode; isOpen?: boolean; onToggle?: (isOpen: boolean) => void; children: ReactNode }

/** More, for those who ask. `isOpen` is only how it starts. */
export function Disclosure({ title, isOpen = false, onToggle, children }: DisclosureProps) {
  return (
    <details className={styles.disclosure} open={isOpen} onToggle={(event) => onToggle?.(event.currentTarget.open)}>
      <summary className={styles.summary}>
        <Glyph name="right" size={16} />
        <span>{title}</span>
      </summary>
      <div className={styles.body}>{children}</div>
    </details>
  )
}

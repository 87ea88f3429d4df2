import styles from './Tabs.module.css'
import { useRenderLink } from './Ui.tsx'

export type TabLink = { readonly href: string; readonly label: string; readonly isCurrent?: boolean }

/** Sides of one thing, each on its own address. */
export function TabLinks({ label, items }: { label: string; items: readonly TabLink[] }) {
  const renderLink = useRenderLink()
  return (
    <nav aria-label={label}>
      <ul className={styles.list}>
        {items.map(({ href, label: children, isCurrent }) => (
          <li key={href}>
            {renderLink({ href, children, className: styles.tab, 'aria-current': isCurrent ? 'page' : undefined })}
          </li>
        ))}
      </ul>
    </nav>
  )
}

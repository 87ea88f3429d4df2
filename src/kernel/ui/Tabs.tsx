import type { ReactNode } from 'react'
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from 'react-aria-components'
import styles from './Tabs.module.css'
import { useRenderLink } from './Ui.tsx'

export type TabItem = { readonly id: string; readonly label: string; readonly content: ReactNode }

/** Sides of one thing, on one address. */
export function Tabs({ label, items }: { label: string; items: readonly TabItem[] }) {
  return (
    <AriaTabs className={styles.tabs}>
      <TabList aria-label={label} className={styles.list}>
        {items.map(({ id, label: words }) => (
          <Tab key={id} id={id} className={styles.tab}>
            {words}
          </Tab>
        ))}
      </TabList>
      {items.map(({ id, content }) => (
        <TabPanel key={id} id={id} className={styles.panel}>
          {content}
        </TabPanel>
      ))}
    </AriaTabs>
  )
}

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

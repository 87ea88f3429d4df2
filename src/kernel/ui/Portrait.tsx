import type { ReactNode } from 'react'
import { classes } from './classes.ts'
import styles from './Portrait.module.css'
import { useRenderLink } from './Ui.tsx'

type PortraitProps = { name: string; url?: string | undefined; size?: 24 | 32 | 40 | 64 }

const initials = (name: string): string => {
  const words = name.trim().split(/\s+/)
  return [words[0], words.length > 1 ? words.at(-1) : undefined]
    .map((word) => word?.[0] ?? '')
    .join('')
    .toUpperCase()
}

/** A face beside a name. The name is always written next to it, so the picture itself is silent. */
export function Portrait({ name, url, size = 40 }: PortraitProps) {
  const className = classes(styles.portrait, styles[`size${size}`])
  return url ? (
    <img className={className} src={url} alt="" width={size} height={size} loading="lazy" />
  ) : (
    <span className={className} aria-hidden="true">
      {initials(name)}
    </span>
  )
}

type PersonProps = PortraitProps & { href?: string; second?: ReactNode; children?: ReactNode }

/** Face, name and a line beneath; the way a person stands in lists and headers. */
export function Person({ name, url, size = 40, href, second, children }: PersonProps) {
  const renderLink = useRenderLink()
  return (
    <span className={styles.person}>
      <Portrait name={name} url={url} size={size} />
      <span className={styles.words}>
        {href ? (
          renderLink({ href, className: styles.name, children: name })
        ) : (
          <span className={styles.name}>{name}</span>
        )}
        {second && <span className={styles.second}>{second}</span>}
        {children}
      </span>
    </span>
  )
}

import type { ReactNode } from 'react'
import styles from './Picture.module.css'

/** Classes for what is drawn within a `Picture`. */
export const strokes = styles

type PictureProps = {
  /** Of the drawing, in its own units; on wide screens it grows by a third, no more. */
  width: number
  height: number
  /** The whole picture in a sentence, for those who do not see it. */
  words: string
  children: ReactNode
}

export const Picture = ({ width, height, words, children }: PictureProps) => (
  <svg
    className={styles.picture}
    style={{ maxWidth: `${width / 12}rem` }}
    viewBox={`0 0 ${width} ${height}`}
    role="img"
    aria-label={words}
  >
    {children}
  </svg>
)

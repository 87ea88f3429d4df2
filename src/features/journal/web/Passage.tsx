import { Fragment } from 'react'
import styles from './Passage.module.css'

/** Words around a hit. The server puts hits between « and »; everything else is the note's own, as text. */
export function Passage({ words }: { words: string }) {
  return words.split('«').map((piece, index) => {
    const [hit, ...rest] = index === 0 ? [undefined, piece] : piece.split('»')
    const place = `${index} ${piece}`
    return (
      <Fragment key={place}>
        {hit !== undefined && <mark className={styles.hit}>{hit}</mark>}
        {rest.join('»')}
      </Fragment>
    )
  })
}

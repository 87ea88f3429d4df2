import { Fragment } from 'react'

/** A passage cut out of the middle of a sentence says so. */
const beginning = (words: string): string => (/^«?\p{Ll}/u.test(words) ? `… ${words}` : words)

/** Words around a hit. The server puts hits between « and »; everything else is the note's own, as text. */
export function Passage({ words }: { words: string }) {
  return beginning(words)
    .split('«')
    .map((piece, index) => {
      const [hit, ...rest] = index === 0 ? [undefined, piece] : piece.split('»')
      const place = `${index} ${piece}`
      return (
        <Fragment key={place}>
          {hit !== undefined && <mark>{hit}</mark>}
          {rest.join('»')}
        </Fragment>
      )
    })
}

import { encode } from 'uqr'
import styles from './AddFactor.module.css'

/** As one path in an SVG: no picture file, no inline style. */
export function Qr({ words, label }: { words: string; label: string }) {
  const { data, size } = encode(words, { ecc: 'M', border: 2 })
  const path = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : []))).join('')
  return (
    <svg
      className={styles.qr}
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <path d={path} fill="#000" />
    </svg>
  )
}

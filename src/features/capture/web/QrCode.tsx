import { encode } from 'uqr'
import { text } from './text.ts'

/** An address as squares to scan. Drawn dark on white whatever the theme: some cameras read nothing else. */
export function QrCode({ address, size }: { address: string; size: string }) {
  const { data, size: edge } = encode(address, { ecc: 'M', border: 2 })
  const squares = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])))
  return (
    <svg
      width={size}
      height={size}
      viewBox={`0 0 ${edge} ${edge}`}
      role="img"
      aria-label={text.qrOf(address)}
      shapeRendering="crispEdges"
    >
      <rect width={edge} height={edge} fill="#fff" />
      <path d={squares.join('')} fill="#000" />
    </svg>
  )
}

/** Where a guest goes with a code. */
export const joinAddress = (code: string): string => `${location.origin}/cafe/${code}`

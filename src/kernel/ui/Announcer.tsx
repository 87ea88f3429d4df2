import { useEffect, useState } from 'react'
import { onAnnounce } from './announce.ts'
import { Hidden } from './Hidden.tsx'

export function Announcer() {
  const [said, setSaid] = useState({ words: '', turn: 0 })
  useEffect(() => onAnnounce((words) => setSaid(({ turn }) => ({ words, turn: turn + 1 }))), [])
  return (
    <Hidden>
      <span role="status">
        {/* A new node each time, so that the same words are said twice when they come twice. */}
        <span key={said.turn}>{said.words}</span>
      </span>
    </Hidden>
  )
}

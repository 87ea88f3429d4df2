import type { OutputOf } from '#kernel/lang/contract.ts'
import { LinkButton, Show } from '#kernel/ui/index.ts'
import { useLive, useRead } from '#kernel/web/index.ts'
import { capture } from '../contract.ts'
import { isJoinable } from '../rules.ts'
import { joinAddress, QrCode } from './QrCode.tsx'
import { text } from './text.ts'
import styles from './WallPage.module.css'

type WallData = OutputOf<typeof capture.wall>

/** For the wall of the room: notes as they land, without names, and how one joins. */
export function WallPage({ dayId }: { dayId: string }) {
  const wall = useRead(capture.wall, { id: dayId })
  useLive('capture', wall.data?.placeId, () => wall.retry())
  return (
    <div className={styles.wall}>
      <Show of={wall}>{(data) => <Wall wall={data} />}</Show>
      <div className={styles.leave}>
        <LinkButton href={`/dage/${dayId}`} kind="plain">
          {text.leaveWall}
        </LinkButton>
      </div>
    </div>
  )
}

const titleOf = ({ voting, title }: WallData): string =>
  voting === 'open' ? text.wallVote : voting === 'closed' ? `${title}: ${text.wallResult}` : title

function Wall({ wall }: { wall: WallData }) {
  return (
    <>
      <header className={styles.head}>
        <div>
          <h1 className={styles.title}>{titleOf(wall)}</h1>
          {wall.voting === 'open' ? (
            <p className={styles.task}>{text.wallVoteHow}</p>
          ) : (
            wall.task && <p className={styles.task}>{wall.task}</p>
          )}
        </div>
        {isJoinable(wall.state) && <JoinHere code={wall.joinCode} />}
      </header>
      <WallSlips wall={wall} />
      <footer className={styles.themes}>
        <span>{[text.slipsOf(wall.slips.length), text.guestsOf(wall.guests)].join(' · ')}</span>
        {wall.themes.map((theme) => (
          <span key={theme.id}>
            {theme.name}{' '}
            <span className={styles.count}>{wall.slips.filter(({ themeId }) => themeId === theme.id).length}</span>
          </span>
        ))}
      </footer>
    </>
  )
}

function JoinHere({ code }: { code: string }) {
  const address = joinAddress(code)
  return (
    <div className={styles.join}>
      <span>
        {address.replace(/^https?:\/\//, '').replace(/\/[^/]*$/, '')}
        <span className={styles.code}>{code}</span>
      </span>
      <QrCode address={address} size="clamp(5rem, 11vw, 16rem)" />
    </div>
  )
}

/** The newest first; after the vote, those with most dots. */
function WallSlips({ wall }: { wall: WallData }) {
  const isCounted = wall.voting === 'closed'
  const slips = isCounted ? wall.slips.filter(({ dots }) => dots).sort((a, b) => b.dots! - a.dots!) : wall.slips
  if (slips.length === 0) return <p className={styles.empty}>{text.wallEmpty}</p>
  return (
    <ul className={styles.slips} aria-label={isCounted ? text.wallResult : text.slipsColumn}>
      {slips.map((slip) => (
        <li key={slip.id} className={styles.slip}>
          <span className={styles.kind}>
            {isCounted && slip.dots !== null ? text.dotsOf(slip.dots) : text.kinds[slip.kind]}
          </span>
          {slip.text}
        </li>
      ))}
    </ul>
  )
}

import { useState } from 'react'
import { Button, Empty, FaultText, Hidden, Lines, Row, Section, Stack } from '#kernel/ui/index.ts'
import { useWrite } from '#kernel/web/index.ts'
import { type Board, capture } from '../../contract.ts'
import { DOTS } from '../../rules.ts'
import { text } from '../text.ts'
import styles from './VotePane.module.css'

type Theme = Board['themes'][number]

/** Three dots in each theme. One's own are seen, nobody else's. */
export function VotePane({ token, board }: { token: string; board: Board }) {
  const themes = board.themes.filter(({ slips }) => slips.length > 0)
  if (themes.length === 0) return <Empty>{text.voteEmpty}</Empty>
  return (
    <Stack gap={5}>
      <p>{text.voteLead}</p>
      {themes.map((theme) => (
        <ThemeVote key={theme.id} token={token} theme={theme} />
      ))}
    </Stack>
  )
}

function ThemeVote({ token, theme }: { token: string; theme: Theme }) {
  const [mine, setMine] = useState<Record<string, number>>({})
  const { run, isBusy, problemText } = useWrite(capture.dots)
  const dotsOn = (slip: Theme['slips'][number]) => mine[slip.id] ?? slip.mine
  const left = DOTS - theme.slips.reduce((sum, slip) => sum + dotsOn(slip), 0)
  const put = async (slipId: string, dots: number) => {
    const answer = await run({ token, slipId, dots })
    if (answer) setMine((before) => ({ ...before, [slipId]: answer.dots }))
  }
  return (
    <Section title={theme.name} note={text.dotsLeft(left)}>
      {problemText && <FaultText>{problemText}</FaultText>}
      <Lines>
        {theme.slips.map((slip) => (
          <li key={slip.id}>
            <Stack gap={2}>
              <p>{slip.text}</p>
              <Row gap={3}>
                <Button isDisabled={isBusy || dotsOn(slip) === 0} onPress={() => void put(slip.id, dotsOn(slip) - 1)}>
                  −<Hidden>{text.oneLess}</Hidden>
                </Button>
                <Dots count={dotsOn(slip)} />
                <Button isDisabled={isBusy || left === 0} onPress={() => void put(slip.id, dotsOn(slip) + 1)}>
                  +<Hidden>{text.oneMore}</Hidden>
                </Button>
              </Row>
            </Stack>
          </li>
        ))}
      </Lines>
    </Section>
  )
}

const Dots = ({ count }: { count: number }) => (
  <span className={styles.dots}>
    <Hidden>{text.dotsOn(count)}</Hidden>
    {[0, 1, 2].map((at) => (
      <svg key={at} width="1.25rem" height="1.25rem" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
        <circle className={at < count ? styles.set : styles.dot} cx="10" cy="10" r="7" />
      </svg>
    ))}
  </span>
)

import { useEffect } from 'react'
import { Button, Disclosure, Notice, Page, Row, Stack, Tabs, TextLink } from '#kernel/ui/index.ts'
import { useOnline, useRead } from '#kernel/web/index.ts'
import { type Board, capture } from '../../contract.ts'
import { text } from '../text.ts'
import { type Guest, keepBoard, leaveDay, sendWaiting, useGuest } from './guest.ts'
import { JoinForm } from './JoinForm.tsx'
import { MySlips } from './MySlips.tsx'
import { VotePane } from './VotePane.tsx'
import { WhoForm } from './WhoForm.tsx'
import { WritePane } from './WritePane.tsx'

const LOOK_MS = 15_000

/** A guest's whole day on a phone: no account, one field, a receipt. */
export function CafePage({ code }: { code?: string }) {
  const guest = useGuest()
  if (!guest || (code && guest.code !== code.toUpperCase())) return <JoinForm code={code} />
  return <Joined guest={guest} />
}

function Joined({ guest }: { guest: Guest }) {
  const isOnline = useOnline()
  const board = useRead(capture.board, { token: guest.token }, { everyMs: LOOK_MS })
  useEffect(() => {
    if (board.data) keepBoard(board.data)
  }, [board.data])
  useEffect(() => void sendWaiting(), [])
  if (board.status === 'refused') return <Over guest={guest} />
  if (!guest.who) return <WhoForm board={guest.board} />
  return (
    <Page title={guest.board.title}>
      {!isOnline && <Notice tone="neutral">{text.offline}</Notice>}
      <Inside guest={guest} board={guest.board} who={guest.who} />
      <MySlips slips={guest.slips} />
      <Disclosure title={text.noticeTitle}>
        <Stack gap={3}>
          <p>{guest.board.notice}</p>
          <Row gap={4}>
            <TextLink href="/seddel">{text.toFate}</TextLink>
            <Button kind="plain" onPress={leaveDay}>
              {text.leave}
            </Button>
          </Row>
        </Stack>
      </Disclosure>
    </Page>
  )
}

type InsideProps = { guest: Guest; board: Board; who: NonNullable<Guest['who']> }

/** While people vote, voting stands first. */
function Inside({ guest, board, who }: InsideProps) {
  const write = <WritePane board={board} who={who} />
  if (board.voting !== 'open') return write
  return (
    <Tabs
      label={board.title}
      items={[
        { id: 'vote', label: text.voteTab, content: <VotePane token={guest.token} board={board} /> },
        { id: 'write', label: text.writeTab, content: write },
      ]}
    />
  )
}

const Over = ({ guest }: { guest: Guest }) => (
  <Page title={text.overTitle} lead={text.overWords}>
    <MySlips slips={guest.slips} />
    <Row gap={4}>
      <TextLink href="/seddel">{text.toFate}</TextLink>
      <Button kind="plain" onPress={leaveDay}>
        {text.leave}
      </Button>
    </Row>
  </Page>
)

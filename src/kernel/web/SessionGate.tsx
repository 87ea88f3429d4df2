import { type ComponentType, type ReactNode, useState } from 'react'
import { Banner, Button, Dialog } from '#kernel/ui/index.ts'
import { type Me, useSession } from './session.ts'
import { text } from './text.ts'

type GateProps = {
  /** While it is asked who one is. */
  asking: ReactNode
  signedOut: ReactNode
  unreachable: ReactNode
  /** What stands over or before the page once the session has ended; told who was there. */
  Lapsed: ComponentType<{ me: Me }>
  children: ReactNode
}

/** Shows the house to the signed-in, and the door to everyone else. A lapsed session leaves the page as it stands. */
export function SessionGate({ asking, signedOut, unreachable, Lapsed, children }: GateProps) {
  const session = useSession()
  if (session.status === 'asking') return asking
  if (session.status === 'unreachable') return unreachable
  if (session.status === 'out') return signedOut
  return (
    <>
      {session.status === 'lapsed' && <Lapsed me={session.me} />}
      {children}
    </>
  )
}

/** Over the page, which stays in sight. `children` sign in again. */
export function LapsedDialog({ me, children }: { me: Me; children: ReactNode }) {
  const [isOpen, setOpen] = useState(true)
  return (
    <>
      <Banner actions={<Button onPress={() => setOpen(true)}>{text.lapsedTitle}</Button>}>
        {text.lapsedWords(me.name)}
      </Banner>
      <Dialog isOpen={isOpen} onClose={() => setOpen(false)} title={text.lapsedTitle} isSticky>
        <p>{text.lapsedWords(me.name)}</p>
        {children}
      </Dialog>
    </>
  )
}

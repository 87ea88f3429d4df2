import { useState } from 'react'
import { Button, Notice, Page, Show, Stack, ToggleChips, useIsWide } from '#kernel/ui/index.ts'
import { useAddressWord, useRead } from '#kernel/web/index.ts'
import { thread } from '../contract.ts'
import { ConnectDialog } from './ConnectDialog.tsx'
import { Levels } from './Levels.tsx'
import { levelsOf } from './levels.ts'
import { text } from './text.ts'

/** One record's thread: why it is there, and what came of it. */
export function ThreadPage({ kind, id }: { kind: string; id: string }) {
  const isWide = useIsWide()
  const [view, setView] = useAddressWord('vis', 'alt')
  const [isConnecting, setConnecting] = useState(false)
  const direction = view === 'ses-efter' ? ('impact' as const) : ('affects' as const)
  const back = useRead(thread.of, { kind, id, direction: 'why' })
  const on = useRead(thread.of, { kind, id, direction })
  const both = { ...on, data: back.data && on.data ? { back: back.data, on: on.data } : undefined }
  const views = [
    { id: 'alt', label: text.everything },
    { id: 'ses-efter', label: text.onlySuspect },
  ] as const
  const mayKeep = on.data?.permitted.includes('connect')
  return (
    <Page
      title={text.title}
      lead={isWide ? text.lead : text.leadDown}
      actions={mayKeep && <Button onPress={() => setConnecting(true)}>{text.connect}</Button>}
    >
      <ToggleChips label={text.show} choices={views} value={[view as 'alt']} onChange={([to]) => to && setView(to)} />
      <Show of={both}>
        {({ back, on }) => (
          <Stack gap={5}>
            {on.links.length + (view === 'alt' ? back.links.length : 0) === 0 && (
              <p>{view === 'alt' ? text.alone : text.nothingSuspect}</p>
            )}
            <Levels
              levels={levelsOf(view === 'alt' ? back : { ...back, knots: [] }, on)}
              selfId={id}
              mayReview={on.permitted.includes('review')}
            />
            {(on.more || back.more) && <Notice tone="neutral">{text.more}</Notice>}
          </Stack>
        )}
      </Show>
      {isConnecting && <ConnectDialog kind={kind} id={id} onClose={() => setConnecting(false)} />}
    </Page>
  )
}

import { Button, Page, Stack } from '#kernel/ui/index.ts'
import { useCell } from '#kernel/web/index.ts'
import { Age } from './Age.tsx'
import type { Device } from './device.ts'
import { OpenForm } from './OpenForm.tsx'
import { close, opened } from './opened.ts'
import { PackPages } from './PackPages.tsx'
import { text } from './text.ts'

/** The pack where nobody is signed in: the code first, then the pages. Leaving it forgets the key. */
export function PackRoom({ device, onLeave }: { device: Device; onLeave: () => void }) {
  const now = useCell(opened)
  const leave = () => {
    close()
    onLeave()
  }
  if (now) return <PackPages opened={now} device={device} onClose={leave} />
  return (
    <Page title={text.open} lead={<Age device={device} />} actions={<Button onPress={leave}>{text.back}</Button>}>
      <Stack gap={4}>
        <OpenForm />
      </Stack>
    </Page>
  )
}

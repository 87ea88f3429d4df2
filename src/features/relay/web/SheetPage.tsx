import { Button, Empty, MomentText, Page, ScreenOnly, Show, Stack } from '#kernel/ui/index.ts'
import { useRead } from '#kernel/web/index.ts'
import { type Carried, relay } from '../contract.ts'
import styles from './SheetPage.module.css'
import { text } from './text.ts'

/** One page for the board in the duty room: large words, and no place for names. */
export function SheetPage({ messageId, unitId }: { messageId: string; unitId: string }) {
  const carried = useRead(relay.carried, {})
  const of = { ...carried, data: carried.data?.filter((row) => row.id === messageId && row.unitId === unitId) }
  return (
    <Page title={text.sheet} actions={<PrintButton />}>
      <Show of={of} empty={<Empty>{text.none}</Empty>}>
        {([row]) => row && <Sheet row={row} />}
      </Show>
    </Page>
  )
}

const PrintButton = () => (
  <ScreenOnly>
    <Button kind="primary" onPress={() => window.print()}>
      {text.print}
    </Button>
  </ScreenOnly>
)

const Sheet = ({ row }: { row: Carried }) => (
  <article className={styles.sheet}>
    <Stack gap={5}>
      <p>
        {text.severities[row.severity]} {row.relayedAt !== null && <MomentText at={row.relayedAt} />}
      </p>
      <h2>{row.title}</h2>
      {row.words !== null && <p className={styles.words}>{row.words}</p>}
      <p className={styles.words}>{row.body}</p>
      <p>{text.sheetSign}</p>
      <small>{text.sheetFoot(row.unitName)}</small>
    </Stack>
  </article>
)

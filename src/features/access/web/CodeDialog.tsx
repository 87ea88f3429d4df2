import { Button, Dialog, FaultText, Stack, timeWords } from '#kernel/ui/index.ts'
import { signedIn, useRead, useWrite } from '#kernel/web/index.ts'
import { access } from '../contract.ts'
import styles from './CodeDialog.module.css'
import { codeWords } from './new-code.ts'
import { words } from './temps-text.ts'

type CodeProps = {
  duty: { id: string; name: string; untilAt: string }
  code: string
  wasKnown?: boolean
  onClose: () => void
}

/** The code in figures that can be read across a table; shown this once. On the unit's own tablet it is handed over at once. */
export function CodeDialog({ duty, code, wasKnown = false, onClose }: CodeProps) {
  const here = useRead(access.tempsHere, {})
  const isTablet = here.data?.temps.some(({ id }) => id === duty.id)
  const sender = useWrite(access.enter, { onDone: () => void signedIn() })
  return (
    <Dialog
      isOpen
      isSticky
      title={words.inTitle(duty.name)}
      onClose={onClose}
      actions={
        <>
          {isTablet && (
            <Button kind="primary" isBusy={sender.isBusy} onPress={() => void sender.run({ id: duty.id, code })}>
              {words.handOver(duty.name)}
            </Button>
          )}
          <Button onPress={onClose}>{words.done}</Button>
        </>
      }
    >
      <Stack gap={3}>
        <p>{words.until(timeWords(duty.untilAt))}</p>
        <div>
          <p>{words.code}</p>
          <p className={styles.code}>{codeWords(code)}</p>
        </div>
        <p>{words.codeHelp}</p>
        {wasKnown && <p>{words.wasKnown}</p>}
        {isTablet && <p>{words.handOverHelp}</p>}
        {sender.problemText && <FaultText>{sender.problemText}</FaultText>}
      </Stack>
    </Dialog>
  )
}

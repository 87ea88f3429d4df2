import { Button } from '#kernel/ui/index.ts'
import { useWrite } from '#kernel/web/index.ts'
import { capture, type Theme } from '../../contract.ts'
import { text } from '../text.ts'

/** Its slips go back among the unsorted. */
export function RemoveTheme({ theme }: { theme: Theme }) {
  const { run, isBusy } = useWrite(capture.removeTheme)
  return (
    <Button kind="plain" isDisabled={isBusy} onPress={() => void run({ id: theme.id })}>
      {text.removeTheme}
    </Button>
  )
}

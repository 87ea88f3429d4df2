import type { Admission } from '#features/org/contract.ts'
import { Button, FaultText, Stack } from '#kernel/ui/index.ts'
import { call } from '#kernel/web/index.ts'
import { signin } from '../contract.ts'
import { text } from './text.ts'
import { canUsePasskeys, usePasskey } from './use-passkey.ts'

type Props = { kind?: 'primary' | 'quiet'; onAnswer: (admission: Admission) => void }

/** Alone, or as the second step: the server knows which. */
export function PasskeyButton({ kind = 'quiet', onAnswer }: Props) {
  const ceremony = usePasskey(
    () => call(signin.askPasskey, {}),
    'answerQuestion',
    (answer) => call(signin.usePasskey, { answer }),
  )
  if (!canUsePasskeys()) return null
  const press = async () => {
    const admission = await ceremony.run()
    if (admission) onAnswer(admission)
  }
  return (
    <Stack gap={2}>
      <div>
        <Button kind={kind} isBusy={ceremony.isBusy} onPress={() => void press()}>
          {text.usePasskey}
        </Button>
      </div>
      <div role="alert">{ceremony.fault && <FaultText>{ceremony.fault}</FaultText>}</div>
    </Stack>
  )
}

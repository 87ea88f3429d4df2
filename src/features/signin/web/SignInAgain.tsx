import { org } from '#features/org/contract.ts'
import { Button, Disclosure, FaultText, Stack } from '#kernel/ui/index.ts'
import { type Me, signedIn, useWrite } from '#kernel/web/index.ts'
import { LongWay } from './LongWay.tsx'
import { SsoLinks } from './SsoLinks.tsx'
import { text } from './text.ts'
import { useWays } from './use-ways.ts'

/** Over the page as it was left. */
export function SignInAgain({ me }: { me: Me }) {
  const ways = useWays()
  const longWay = <LongWay autoFocus={!me.demo} onIn={() => void signedIn()} />
  return (
    <Stack gap={4}>
      <SsoLinks ways={ways.data?.sso ?? []} />
      {me.demo ? (
        <>
          <GoOn me={me} />
          <Disclosure title={text.withPassword}>{longWay}</Disclosure>
        </>
      ) : (
        longWay
      )}
      <p>{text.somebodyElse}</p>
    </Stack>
  )
}

function GoOn({ me }: { me: Me }) {
  const { run, isBusy, problemText } = useWrite(org.signInAsDemo, { onDone: () => void signedIn() })
  return (
    <Stack gap={2}>
      <Button kind="primary" isBusy={isBusy} onPress={() => void run({ employeeId: me.id })}>
        {text.goOnAs(me.name)}
      </Button>
      {problemText && <FaultText>{problemText}</FaultText>}
    </Stack>
  )
}

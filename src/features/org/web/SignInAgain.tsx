import { Button, Disclosure, FaultText, Stack } from '#kernel/ui/index.ts'
import { type Me, signedIn, useWrite } from '#kernel/web/index.ts'
import { org } from '../contract.ts'
import { SignInForm } from './SignInForm.tsx'
import { text } from './text.ts'

/** Over the page as it was left. */
export function SignInAgain({ me }: { me: Me }) {
  return (
    <Stack gap={4}>
      {me.demo ? (
        <>
          <GoOn me={me} />
          <Disclosure title={text.withPassword}>
            <SignInForm />
          </Disclosure>
        </>
      ) : (
        <SignInForm autoFocus />
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

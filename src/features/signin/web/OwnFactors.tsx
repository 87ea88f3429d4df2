import { type ReactNode, useState } from 'react'
import { dayOf, type Instant } from '#kernel/lang/day.ts'
import {
  announce,
  Button,
  Dialog,
  FaultText,
  Lines,
  Row,
  Section,
  Stack,
  shortDayWords,
  useToday,
} from '#kernel/ui/index.ts'
import { readAgain, useWrite } from '#kernel/web/index.ts'
import { type Security, signin } from '../contract.ts'
import { AddFactor } from './AddFactor.tsx'
import { PaperCodes } from './PaperCodes.tsx'
import { words } from './pages-text.ts'

type Removing = { factor: 'totp' | 'passkey'; passkeyId: string | null; name: string }

/** The app, the passkeys and the codes on paper. */
export function OwnFactors({ security }: { security: Security }) {
  const { totpSince, passkeys, factorRequired, isFresh } = security
  const [adding, add] = useState<'app' | 'passkey'>()
  const [removing, remove] = useState<Removing>()
  const lacks = !totpSince && passkeys.length === 0
  return (
    <Section title={words.second} note={factorRequired ? words.secondRequired : words.secondOffered}>
      <Stack gap={3}>
        {lacks ? <p>{words.none}</p> : <Held security={security} onRemove={remove} />}
        {isFresh && (
          <Row gap={2}>
            <Button onPress={() => add('passkey')}>{words.addPasskey}</Button>
            {!totpSince && <Button onPress={() => add('app')}>{words.addApp}</Button>}
          </Row>
        )}
      </Stack>
      {adding && <AddDialog way={adding} onClose={() => add(undefined)} />}
      {removing && <RemoveDialog removing={removing} onClose={() => remove(undefined)} />}
    </Section>
  )
}

function Held({ security, onRemove }: { security: Security; onRemove: (removing: Removing) => void }) {
  const { totpSince, passkeys, recoveryCodesLeft, isFresh } = security
  return (
    <Lines>
      {passkeys.map(({ id, name, addedAt, usedAt }) => (
        <li key={id}>
          <Line name={name} addedAt={addedAt} usedAt={usedAt}>
            {isFresh && <RemoveButton onPress={() => onRemove({ factor: 'passkey', passkeyId: id, name })} />}
          </Line>
        </li>
      ))}
      {totpSince && (
        <li>
          <Line name={words.app} addedAt={totpSince}>
            {isFresh && <RemoveButton onPress={() => onRemove({ factor: 'totp', passkeyId: null, name: words.app })} />}
          </Line>
        </li>
      )}
      <li>
        <Row apart>
          <Stack gap={1}>
            <strong>{words.paper}</strong>
            <span>{words.paperLeft(recoveryCodesLeft)}</span>
          </Stack>
          {isFresh && <RenewButton />}
        </Row>
      </li>
    </Lines>
  )
}

const RemoveButton = ({ onPress }: { onPress: () => void }) => <Button onPress={onPress}>{words.remove}</Button>

type LineProps = { name: string; addedAt: Instant; usedAt?: Instant | null; children: ReactNode }

function Line({ name, addedAt, usedAt, children }: LineProps) {
  const today = useToday()
  const onDay = (at: Instant) => shortDayWords(dayOf(at), today)
  const used = usedAt === undefined ? undefined : usedAt ? words.usedOn(onDay(usedAt)) : words.neverUsed
  return (
    <Row apart>
      <Stack gap={1}>
        <strong>{name}</strong>
        <span>{[words.addedOn(onDay(addedAt)), used].filter(Boolean).join(' · ')}</span>
      </Stack>
      {children}
    </Row>
  )
}

function AddDialog({ way, onClose }: { way: 'app' | 'passkey'; onClose: () => void }) {
  const done = () => {
    announce(words.saved)
    onClose()
    void readAgain(['signin'])
  }
  return (
    <Dialog isOpen isSticky onClose={onClose} title={way === 'app' ? words.addApp : words.addPasskey}>
      <AddFactor only={way} onAdded={done} />
    </Dialog>
  )
}

function RemoveDialog({ removing: { factor, passkeyId, name }, onClose }: { removing: Removing; onClose: () => void }) {
  const { run, isBusy, problemText } = useWrite(signin.removeFactor, { onDone: onClose })
  const act = (
    <Button kind="primary" isBusy={isBusy} onPress={() => void run({ factor, passkeyId })}>
      {words.remove}
    </Button>
  )
  return (
    <Dialog isOpen onClose={onClose} title={words.removeTitle(name)} actions={act}>
      <p>{words.removeWords}</p>
      {problemText && <FaultText>{problemText}</FaultText>}
    </Dialog>
  )
}

function RenewButton() {
  const [codes, setCodes] = useState<readonly string[]>()
  const [isOpen, setOpen] = useState(false)
  const { run, isBusy, problemText } = useWrite(signin.renewRecoveryCodes, {
    onDone: ({ recoveryCodes }) => setCodes(recoveryCodes),
  })
  const close = () => {
    setOpen(false)
    setCodes(undefined)
  }
  const act = !codes && (
    <Button kind="primary" isBusy={isBusy} onPress={() => void run({})}>
      {words.paperNew}
    </Button>
  )
  return (
    <>
      <Button onPress={() => setOpen(true)}>{words.paperNew}</Button>
      <Dialog isOpen={isOpen} isSticky onClose={close} title={words.paper} actions={act}>
        {codes ? <PaperCodes codes={codes} onKept={close} /> : <p>{words.paperNewWords}</p>}
        {problemText && <FaultText>{problemText}</FaultText>}
      </Dialog>
    </>
  )
}

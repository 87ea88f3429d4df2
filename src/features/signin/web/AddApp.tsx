import { type FormEvent, lazy, Suspense, useEffect, useState } from 'react'
import { Button, Disclosure, FaultText, Loading, Stack, TextField } from '#kernel/ui/index.ts'
import { useWrite } from '#kernel/web/index.ts'
import { signin } from '../contract.ts'
import styles from './AddFactor.module.css'
import type { Added } from './added.ts'
import { text } from './text.ts'

const Qr = lazy(() => import('./Qr.tsx').then((m) => ({ default: m.Qr })))

type Offer = { address: string; secret: string }

/** The app is added when it has shown a right code, and not before. */
export function AddApp({ onAdded }: { onAdded: (added: Added) => void }) {
  const [offer, setOffer] = useState<Offer>()
  const { run, problemText } = useWrite(signin.offerTotp, { onDone: setOffer })
  useEffect(() => void run({}), [run])
  if (problemText) return <FaultText>{problemText}</FaultText>
  return offer ? <ShowCode offer={offer} onAdded={onAdded} /> : <Loading />
}

function ShowCode({ offer, onAdded }: { offer: Offer; onAdded: (added: Added) => void }) {
  const [code, setCode] = useState('')
  const { run, isBusy, problemText } = useWrite(signin.addTotp, { onDone: onAdded })
  const [isEmpty, setEmpty] = useState(false)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const lacks = code.replace(/\s/g, '').length < 6
    setEmpty(lacks)
    if (!lacks) void run({ code: code.trim() })
  }
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap={4}>
        <p>{text.scan}</p>
        <Suspense fallback={<Loading />}>
          <Qr words={offer.address} label={text.scanPicture} />
        </Suspense>
        <Disclosure title={text.cannotScan}>
          <p>{text.typeSecret}</p>
          <p className={styles.secret}>{offer.secret.replace(/(.{4})/g, '$1 ').trim()}</p>
        </Disclosure>
        <TextField
          label={text.codeFromApp}
          help={text.codeFromAppHelp}
          value={code}
          onChange={setCode}
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={10}
          fault={isEmpty ? text.codeMissing : problemText}
        />
        <div>
          <Button type="submit" kind="primary" isBusy={isBusy}>
            {text.goOn}
          </Button>
        </div>
      </Stack>
    </form>
  )
}

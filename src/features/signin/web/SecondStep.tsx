import { type FormEvent, useState } from 'react'
import type { Admission, factors as allFactors } from '#features/org/contract.ts'
import { Button, Section, Stack, TextField } from '#kernel/ui/index.ts'
import { useWrite } from '#kernel/web/index.ts'
import { signin } from '../contract.ts'
import { PasskeyButton } from './PasskeyButton.tsx'
import { text } from './text.ts'

type Props = { factors: readonly (typeof allFactors)[number][]; onAnswer: (admission: Admission) => void }

/** What one has, asked for in turn: the passkey first, the app, and paper when both are out of reach. */
export function SecondStep({ factors, onAnswer }: Props) {
  const has = (factor: Props['factors'][number]) => factors.includes(factor)
  const [byCode, setByCode] = useState<'totp' | 'recovery' | undefined>(has('totp') ? 'totp' : undefined)
  return (
    <Section title={text.secondTitle}>
      <Stack gap={4}>
        {has('passkey') && <PasskeyButton kind={byCode ? 'quiet' : 'primary'} onAnswer={onAnswer} />}
        {byCode && <CodeForm key={byCode} factor={byCode} onAnswer={onAnswer} />}
        {byCode === 'recovery' && has('totp') && <OtherWay label={text.useApp} onPress={() => setByCode('totp')} />}
        {byCode !== 'recovery' && has('recovery') && (
          <OtherWay label={text.usePaper} onPress={() => setByCode('recovery')} />
        )}
      </Stack>
    </Section>
  )
}

const OtherWay = ({ label, onPress }: { label: string; onPress: () => void }) => (
  <div>
    <Button kind="plain" onPress={onPress}>
      {label}
    </Button>
  </div>
)

type CodeProps = { factor: 'totp' | 'recovery'; onAnswer: (admission: Admission) => void }

function CodeForm({ factor, onAnswer }: CodeProps) {
  const [code, setCode] = useState('')
  const [isEmpty, setEmpty] = useState(false)
  const { run, isBusy, problemText } = useWrite(signin.secondFactor, { onDone: onAnswer })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const lacks = code.trim().length < 4
    setEmpty(lacks)
    if (!lacks) void run({ factor, code: code.trim() })
  }
  const isApp = factor === 'totp'
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap={4}>
        <TextField
          label={isApp ? text.codeFromApp : text.codeOnPaper}
          help={isApp ? text.codeFromAppHelp : text.codeOnPaperHelp}
          value={code}
          onChange={setCode}
          inputMode={isApp ? 'numeric' : 'text'}
          autoComplete="one-time-code"
          maxLength={40}
          fault={isEmpty ? text.codeMissing : problemText}
          autoFocus
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

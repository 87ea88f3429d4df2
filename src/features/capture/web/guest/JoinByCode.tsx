import { type ReactNode, useEffect, useRef, useState } from 'react'
import { Button, Page, Stack, TextField } from '#kernel/ui/index.ts'
import { sentenceOf } from '#kernel/web/index.ts'
import { readCode } from '../../rules.ts'

type JoinProps = {
  title: string
  lead: string
  words: { code: string; join: string; joining: string }
  /** From the address, when it has been scanned: then nothing needs to be typed. */
  scanned: string | undefined
  /** Letters of a whole code. */
  length: number
  /** Goes in with a code, as it is read. @throws what is said under the field */
  join: (code: string) => Promise<unknown>
  children?: ReactNode
}

/** The way in for a telephone without account: a short code, scanned or typed. */
export function JoinByCode({ title, lead, words, scanned, length, join, children }: JoinProps) {
  const [code, setCode] = useState(scanned ?? '')
  const [isBusy, setBusy] = useState(false)
  const [fault, setFault] = useState<string>()
  const isTried = useRef(false)
  const attempt = async (typed: string) => {
    setBusy(true)
    setFault(undefined)
    await join(readCode(typed)).catch((problem) => setFault(sentenceOf(problem)))
    setBusy(false)
  }
  useEffect(() => {
    if (!scanned || isTried.current) return
    isTried.current = true
    void attempt(scanned)
  })
  return (
    <Page title={title} lead={lead}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void attempt(code)
        }}
      >
        <Stack gap={4}>
          <TextField
            label={words.code}
            value={code}
            onChange={setCode}
            fault={fault}
            maxLength={12}
            autoComplete="off"
            autoFocus={!scanned}
          />
          <Button kind="primary" type="submit" isDisabled={isBusy || readCode(code).length < length}>
            {isBusy ? words.joining : words.join}
          </Button>
          {children}
        </Stack>
      </form>
    </Page>
  )
}
